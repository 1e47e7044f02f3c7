"""How much a machine takes: a made-up corpus built, changed and asked; the figures of docs/explanation/capacity.md.

python -m tests.bench.capacity [--documents 1000] [--jobs 2] [--keep FOLDER]
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, RdfFormat, Store

from cablegraph.cache import Cache, unpack
from cablegraph.iri import CG, DOC, OA, RDF, RDFS, RICO, TOPIC, date_iri
from cablegraph.store.generations import Generation, Generations
from tests.bench import corpus_generator

FRESH_UP_TO = 5_000
"""A corpus of no more papers is built afresh at the end, to compare the generations."""
DIRECT_UP_TO = 30_000
"""The lines of no more papers are also loaded directly, to compare: at 100,000 that takes as long as all the rest."""
SAMPLE = 1000
"""So many facts are looked up."""


@dataclass(frozen=True, slots=True)
class Ran:
    """A command that ran: seconds, peak memory in MiB of its own process and of the largest it started."""

    seconds: float
    parent: int
    worker: int


def run(home: Path, *arguments: str) -> Ran:
    """Run the command line on a corpus folder and watch its processes."""
    start = time.monotonic()
    command = [sys.executable, "-m", "cablegraph", "-q", "-C", str(home), *arguments]
    peaks: dict[int, int] = {}
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said)
        while process.poll() is None:
            for pid in _family(process.pid):
                peaks[pid] = max(peaks.get(pid, 0), _peak(pid))
            time.sleep(0.05)
        seconds = time.monotonic() - start
        if process.returncode not in (0, 3):
            said.seek(0)
            raise SystemExit(said.read().decode())
    own = peaks.pop(process.pid, 0)
    return Ran(seconds, own >> 10, max(peaks.values(), default=0) >> 10)


def _family(root: int) -> Iterator[int]:
    yield root
    try:
        children = Path(f"/proc/{root}/task/{root}/children").read_text().split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _peak(pid: int) -> int:
    """KiB of memory a process held at most (VmHWM)."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)


def size(path: Path) -> int:
    """Bytes of a file or of all files below a folder."""
    return (
        sum(file.stat().st_size for file in path.rglob("*") if file.is_file()) if path.is_dir() else path.stat().st_size
    )


def current(home: Path) -> Generation:
    """The generation that is served."""
    found = Generations(home / "cablegraph-data").current()
    assert found is not None
    return found


# ------------------------------------------------------------------ truth


def facts(truth: dict[str, Any], places: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Document key, kind of fact and value, of what a paper surely says. ``places`` are document keys by path."""
    key = places.get(truth["path"])
    if key is None or truth["faults"]:
        return
    head = truth["head"]
    yield key, "number", str(head["number"])
    yield key, "sender", head["sender"]
    if truth["layout"] != "frus-text":  # there the addressee is the office
        yield key, "addressee", head["addressee"]
    yield key, "date", head["day"]
    for topic in truth["topics"]:
        yield key, "topic", topic
    yield key, "quantity", str(truth["quantity"])
    if cited := places.get(truth["cites"]):
        yield key, "resolved", cited


def holds(store: Store, key: str, kind: str, value: str) -> bool:
    """Whether the graph has the fact."""
    document = NamedNode(DOC + key)
    if kind == "number":
        return value in _values(store, document, CG + "telegramNumber")
    if kind == "date":
        return date_iri(value) in _values(store, document, CG + "sentOn")
    if kind == "topic":
        return TOPIC + value in _values(store, document, RICO + "hasOrHadSubject")
    if kind in ("sender", "addressee"):
        named = _values(store, document, RICO + ("hasSender" if kind == "sender" else "hasAddressee"))
        slug = value.lower().replace(" ", "-")
        return any(slug in agent or value in _values(store, NamedNode(agent), RDFS + "label") for agent in named)
    if kind == "quantity":
        claims = _values(store, document, CG + "states")
        return any(value in _values(store, NamedNode(claim), CG + "quantity") for claim in claims)
    cited = _values(store, document, CG + "cites")
    return any(DOC + value in _values(store, NamedNode(paper), CG + "resolvedTo") for paper in cited)


def _values(store: Store, subject: NamedNode, predicate: str) -> set[str]:
    found = store.quads_for_pattern(subject, NamedNode(predicate), None)
    return {quad.object.value for quad in found if hasattr(quad.object, "value")}


def score(home: Path, generation: Generation) -> dict[str, tuple[int, int]]:
    """Right and looked up, by kind of fact, over a random sample of the truth."""
    wanted = {json.loads(line)["path"]: json.loads(line) for line in (home / "truth.jsonl").open(encoding="utf-8")}
    places = _keys(generation.path / "texts.sqlite")
    every = [fact for truth in wanted.values() for fact in facts(truth, places)]
    store = Store.read_only(str(generation.store_path))
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for key, kind, value in random.Random(1951).sample(every, min(SAMPLE, len(every))):
        asked[kind] += 1
        right[kind] += holds(store, key, kind, value)
    return {kind: (right[kind], asked[kind]) for kind in sorted(asked)}


def _keys(path: Path) -> dict[str, str]:
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        return dict(db.execute("SELECT path, key FROM texts"))


# ------------------------------------------------------------------ the bench


def direct(home: Path, scratch: Path) -> float:
    """Seconds that a bulk load of the same lines takes, from one file, with nothing else."""
    file = scratch / "graph.nt"
    cache = Cache(home / "cablegraph-data" / "cache" / "papers.sqlite")
    with file.open("wb") as stream:
        stream.write(unpack(cache.get("shared")) + b"\n")
        for document in cache.packed():
            stream.write(unpack(document.body) + unpack(document.extra))
    cache.close()
    start = time.monotonic()
    store = Store(str(scratch / "direct"))
    store.bulk_load(path=str(file), format=RdfFormat.N_TRIPLES)
    store.flush()
    seconds = time.monotonic() - start
    shutil.rmtree(scratch)
    return seconds


def bench(home: Path, count: int, jobs: int) -> None:
    """Build, measure, change one paper, and say what came of it."""
    documents = home / "documents"
    start = time.monotonic()
    written = sum(size(documents / truth.path) for truth in corpus_generator.generate(documents, count))
    print(f"papers       {count:,} of {written / count:,.0f} bytes, written in {time.monotonic() - start:.1f} s")
    time.sleep(2.1)  # files as fresh as that are read again, since their stamps say nothing yet
    built = run(home, "build", "documents", "-j", str(jobs))
    made = _report(home)["counts"]["documents"]
    print(f"build        {built.seconds:.1f} s, {made / built.seconds:.0f} documents a second with {jobs} processes")
    print(f"  of these   {_laps(home)}")
    print(f"memory       {built.parent:,} MiB the build, {built.worker:,} MiB the largest process it started")
    _say_sizes(home, made)
    if count <= DIRECT_UP_TO:
        loaded, own = direct(home, Path(tempfile.mkdtemp(dir=home))), _report(home)["seconds"]["load"]
        print(f"load         {own:.1f} s against {loaded:.1f} s direct: {own / loaded:.2f} ×")
    _say_truth(home)
    again = run(home, "build", "documents", "-j", str(jobs))
    print(f"again        {again.seconds:.1f} s with nothing changed: {_laps(home)}")
    _change_one(home, jobs, fresh=count <= FRESH_UP_TO)


def _say_sizes(home: Path, made: int) -> None:
    generation = current(home)
    counts = json.loads((generation.path / "answers.json").read_text("utf-8"))["counts"]["properties"]
    evidence, readings = sum(counts.get(term, 0) for term in _EVIDENCE), counts.get(RDF + "subject", 0)
    quads = generation.manifest["quads"]
    print(f"quads        {quads:,}, {quads / made:.0f} a document")
    edges = _report(home)["counts"]["edges"]
    print(f"evidence     {evidence / made:.0f} triples for {readings / made:.0f} readings of a document,", end=" ")
    print(f"{evidence / edges:.1f} for each of its {edges / made:.0f} edges")
    kinds = ("store", "texts.sqlite", "search.sqlite", "catalogue.sqlite")
    parts = {name: size(generation.path / name) for name in kinds if (generation.path / name).exists()}
    parts["cache"] = size(home / "cablegraph-data" / "cache")
    print("disk         " + ", ".join(f"{name} {held / made / 1000:.2f} kB" for name, held in parts.items()) + " each")
    kilo = parts["store"] / made / 1000
    print(f"  the store  {kilo * edges / quads:.2f} kB edges, {kilo * evidence / quads:.2f} kB evidence,", end=" ")
    print(f"{kilo * (1 - (edges + evidence) / quads):.2f} kB names, dates and rules, by their shares of the triples")


def _say_truth(home: Path) -> None:
    report, right = _report(home), score(home, current(home))
    print(f"findings     {len(report['findings'])}, papers unread {report['counts']['unread']}")
    good, asked = (sum(pair[side] for pair in right.values()) for side in (0, 1))
    print(f"truth        {good}/{asked} facts: " + ", ".join(f"{kind} {n}/{of}" for kind, (n, of) in right.items()))


def _change_one(home: Path, jobs: int, *, fresh: bool) -> None:
    papers = sorted((home / "documents" / "0000").glob("wilson-a*"))
    changed = next(path for path in papers if path.stat().st_size)
    changed.write_text(changed.read_text("utf-8").replace("I have to report", "I must report"), "utf-8")
    once = run(home, "build", "documents", "-j", str(jobs))
    id_ = current(home).id
    print(f"one changed  {once.seconds:.1f} s, {once.parent:,} MiB: {_laps(home)}")
    if fresh:
        whole = run(home, "build", "documents", "-j", str(jobs), "--fresh")
        print(f"fresh        {whole.seconds:.1f} s, the same generation: {current(home).id == id_}")


def _report(home: Path) -> dict[str, Any]:
    report: dict[str, Any] = json.loads((home / "cablegraph-data" / "report.json").read_text("utf-8"))
    return report


def _laps(home: Path) -> str:
    return ", ".join(f"{name} {spent:.1f}" for name, spent in _report(home)["seconds"].items())


_EVIDENCE = (
    *(RDF + name for name in ("subject", "predicate", "object")),
    *(OA + name for name in ("exact", "start", "end", "hasSource")),
    *(CG + name for name in ("evidence", "rule", "layer", "status", "basis", "asOf")),
    *(RICO + name for name in ("relationCertainty", "isEvidencedBy")),
)
"""Properties of readings and spans."""


def main() -> None:
    """Run the bench in a folder that is removed afterwards, or kept with ``--keep``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    home = options.keep or Path(tempfile.mkdtemp(prefix="cablegraph-capacity-"))
    home.mkdir(parents=True, exist_ok=True)
    (home / "corpus.toml").write_text('title = "made up"\n', "utf-8")
    try:
        bench(home, options.documents, options.jobs)
    finally:
        if options.keep is None:
            shutil.rmtree(home)


if __name__ == "__main__":
    main()

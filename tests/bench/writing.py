"""What writing RDF costs: our mapping against an rdflib Graph per document, and against Morph-KGC on the same tables.

python -m tests.bench.writing [--records 2000] [--rows 20000] [--morph FOLDER]

First from the same records, every edge with its evidence: processor time from the record to N-Triples text, against the
time rdflib takes to put the very same triples, given as plain terms, into a Graph for each document and serialise it.
Then the records' plain edges, from one CSV and one JSON file through one plain YARRRML mapping, each engine by its
command line, start included. Morph-KGC is installed into an environment of its own, below ``build/`` if not told
otherwise; its triples are compared with ours.
"""

from __future__ import annotations

import argparse
import csv
import gc
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, RdfFormat, parse
from rdflib import Graph, URIRef
from rdflib import Literal as GraphLiteral

from cablegraph import mapping
from cablegraph.record import Record
from tests.bench import synthetic

AIM_RDFLIB, AIM_MORPH = 12, 10
"""So many times less processor time is aimed at."""
COLUMNS = ("key", "number", "title", "sender", "addressee", "origin", "destination", "date", "topics")
PREFIXES = {
    "doc": "https://w3id.org/cablegraph/id/doc/",
    "agent": "https://w3id.org/cablegraph/id/agent/",
    "place": "https://w3id.org/cablegraph/id/place/",
    "topic": "https://w3id.org/cablegraph/vocab/topic/",
    "cg": "https://w3id.org/cablegraph/ontology#",
    "rico": "https://www.ica.org/standards/RiC/ontology#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
EDGES = """\
      - [a, rico:Record]
      - [cg:telegramNumber, $(number)]
      - [rico:title, $(title), en~lang]
      - [rico:hasSender, agent:$(sender)~iri]
      - [rico:hasAddressee, agent:$(addressee)~iri]
      - [cg:sentFrom, place:$(origin)~iri]
      - [cg:sentTo, place:$(destination)~iri]
      - [cg:sentOn, $(date), xsd:date]
      - [rico:hasOrHadSubject, topic:$(topics)~iri]
"""


def _cpu(work: Callable[[], Any]) -> tuple[float, Any]:
    """Processor seconds of this process, and the result; the best of three."""
    best, done = float("inf"), None
    for _ in range(3):
        gc.collect()
        start = time.process_time()
        done = work()
        best = min(best, time.process_time() - start)
    return best, done


# ------------------------------------------------------------------ against rdflib


def against_rdflib(count: int) -> None:
    """The same records, written by us and by rdflib."""
    records = list(synthetic.records(count))
    rules = mapping.load_all().common
    ours, texts = _cpu(lambda: [_ours(rules, record) for record in records])
    read = [mapping.run(rules, record) for record in records]
    lines, _ = _cpu(lambda: [mapping.lines(done, record) for done, record in zip(read, records, strict=True)])
    terms = [[_plain(triple) for triple in parse(text.encode(), RdfFormat.N_TRIPLES)] for text in texts]
    theirs, written = _cpu(lambda: [_theirs(triples) for triples in terms])
    same = all(sorted(one.splitlines()) == sorted(filter(None, other.splitlines())) for one, other in
               zip(texts, written, strict=True))  # fmt: skip
    triples = sum(map(len, terms))
    print(f"records      {count:,}, {triples / count:.0f} triples each, evidence included; the same lines: {same}")
    print(f"ours         {1000 * ours / count:.3f} ms a record, from record to text; {1000 * lines / count:.3f} ms of")
    print("             these from readings to text")
    print(f"rdflib       {1000 * theirs / count:.3f} ms a record, from terms to text, a Graph for each document")
    print(
        f"ratio        {theirs / ours:.1f} × from the record, {theirs / lines:.1f} × from readings (aim {AIM_RDFLIB})"
    )


def _ours(rules: mapping.CompiledMapping, record: Record) -> str:
    return "\n".join(mapping.lines(mapping.run(rules, record), record)) + "\n"


def _plain(triple: Any) -> tuple[str, str, str, str, str]:
    value = triple.object
    if isinstance(value, Literal):
        return triple.subject.value, triple.predicate.value, value.value, value.language or "", value.datatype.value
    assert isinstance(value, NamedNode)
    return triple.subject.value, triple.predicate.value, value.value, "", ""


_STRINGS = ("http://www.w3.org/2001/XMLSchema#string", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString")


def _theirs(triples: Iterable[tuple[str, str, str, str, str]]) -> str:
    graph = Graph()
    for subject, predicate, value, language, datatype in triples:
        term: URIRef | GraphLiteral
        if not datatype:
            term = URIRef(value)
        elif datatype in _STRINGS:
            term = GraphLiteral(value, lang=language or None)
        else:
            term = GraphLiteral(value, datatype=URIRef(datatype), normalize=False)
        graph.add((URIRef(subject), URIRef(predicate), term))
    return graph.serialize(format="nt")


# ------------------------------------------------------------------ against Morph-KGC


def against_morph(rows: int, home: Path) -> None:
    """The same tables through the same plain mapping, by both command lines."""
    engine = _installed(home)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write_tables(folder, rows)
        start = [sys.executable, "-m", "cablegraph", "-q", "-C", str(folder)]
        for kind in ("csv", "json"):
            out, theirs = folder / f"ours-{kind}.nt", folder / f"theirs-{kind}.nt"
            ours = _run([*start, "map", str(folder / f"{kind}.yarrrml.yml"), "-o", str(out)], folder)
            settings = folder / f"{kind}.ini"
            settings.write_text(
                f"[CONFIGURATION]\noutput_file: {theirs}\nnumber_of_processes: 1\nlogging_level: ERROR\n"
                f"[Data]\nmappings: {folder / f'{kind}.yarrrml.yml'}\n",
                "utf-8",
            )
            others = _run([str(engine), "-m", "morph_kgc", str(settings)], folder)
            one, other = (set(_read(path)) for path in (out, theirs))
            print(
                f"{kind:<12} {rows:,} rows, {len(one):,} triples: ours {ours:.2f} s, Morph-KGC {others:.2f} s of"
                f" processor time, {others / ours:.1f} × (aim {AIM_MORPH}); the same triples: {one == other}"
                + ("" if one == other else f" ({len(one - other):,} only ours, {len(other - one):,} only theirs)")
            )


def _installed(home: Path) -> Path:
    """The Python of an environment that has Morph-KGC."""
    python = home / "bin" / "python"
    if not python.is_file():
        venv.create(home, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "morph-kgc"], check=True)
    return python


def _write_tables(folder: Path, rows: int) -> None:
    kept = [_row(record) for record in synthetic.records(rows)]
    with (folder / "records.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS)
        writer.writeheader()
        writer.writerows(kept)
    (folder / "records.json").write_text(json.dumps(kept), "utf-8")
    for kind, source in (("csv", "records.csv~csv"), ("json", "records.json~jsonpath, '$[*]'")):
        prefixes = "".join(f"  {prefix}: {iri}\n" for prefix, iri in PREFIXES.items())
        source = source.replace("records.", f"{folder}/records.")
        text = f"prefixes:\n{prefixes}mappings:\n  telegram:\n    sources:\n      - [{source}]\n    s: doc:$(key)\n"
        (folder / f"{kind}.yarrrml.yml").write_text(f"{text}    po:\n{EDGES}", "utf-8")


def _row(record: Record) -> dict[str, str]:
    row = {"key": record.id}
    for name in COLUMNS[1:]:
        value = record.fields[name][0].text
        row[name] = (
            re.sub(r"\W+", "-", value).lower() if name in ("sender", "addressee", "origin", "destination") else value
        )
    return row


def _run(command: list[str], folder: Path) -> float:
    """Processor seconds of a command and all it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _read(path: Path) -> list[str]:
    return [line.rstrip(" .") for line in path.read_text("utf-8").splitlines() if line]


def main() -> None:
    """Run both comparisons."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=2000)
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--morph", type=Path, default=Path("build/morph-kgc"))
    options = parser.parse_args()
    against_rdflib(options.records)
    against_morph(options.rows, options.morph.resolve())


if __name__ == "__main__":
    main()

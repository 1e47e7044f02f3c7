"""Builds killed at random moments: the last generation serves each time, and the next build ends at the same id.

python -m tests.bench.soak [--kills 50]
python -m tests.bench.soak --documents 5000 [--kills 20]

Without a number of documents, many builds of a few papers are killed (`tests/line/test_build.py`). With one, a made-up
corpus is built once in peace; then one build is killed when half of its papers are made, and must go on from there; and
one is killed again and again, each time at a random moment.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyoxigraph import Store

from cablegraph.store.generations import Generations
from tests.bench import corpus_generator


@dataclass(frozen=True, slots=True)
class Run:
    """A build that ended or was killed: seconds, what it said of its progress, the generation if it ended."""

    seconds: float
    said: list[dict[str, Any]]
    generation: str

    @property
    def began_with(self) -> int:
        """How many papers were made already when it began; -1 if it was killed before it knew."""
        return next((step["done"] for step in self.said if step.get("stage") == "papers"), -1)

    @property
    def stage(self) -> str:
        """What it was at when it ended."""
        return str(self.said[-1].get("stage", "built")) if self.said else "start"


def build(home: Path, documents: Path, stop: Callable[[float], bool]) -> Run:
    """Build a corpus; kill the build as soon as ``stop``, which is given the seconds since its start, says so."""
    start = time.monotonic()
    with tempfile.NamedTemporaryFile("ab") as said:  # at its end: processes that outlive the killed one write there too
        command = [sys.executable, "-m", "cablegraph", "--json", "-C", str(home), "build", str(documents), "-j", "2"]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said)
        while process.poll() is None and not stop(time.monotonic() - start):
            time.sleep(0.02)
        process.send_signal(signal.SIGKILL)
        process.wait()
        lines = Path(said.name).read_text("utf-8").splitlines()
    steps = [json.loads(line) for line in lines if line.startswith("{") and line.endswith("}")]
    built = next((step["generation"] for step in steps if step.get("event") == "built"), "")
    if not built and process.returncode != -signal.SIGKILL:
        raise SystemExit(f"a build ended with {process.returncode}")
    return Run(time.monotonic() - start, [step for step in steps if step.get("event") in ("progress", "built")], built)


def kept(home: Path) -> int:
    """How many papers are made."""
    path = home / "cablegraph-data" / "cache" / "papers.sqlite"
    if not path.is_file():
        return 0
    try:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
            return int(db.execute("SELECT COUNT(*) FROM papers").fetchone()[0])
    except sqlite3.OperationalError:  # just being made
        return 0


def serves(home: Path) -> str:
    """The current generation, which must be whole."""
    current = Generations(home / "cablegraph-data").current()
    assert current is not None
    current.verify()
    assert len(Store.read_only(str(current.store_path))) == current.manifest["quads"]
    return current.id


def never(seconds: float) -> bool:
    """Let a build end."""
    return False


def prepared(home: Path, documents: Path) -> str:
    """A corpus folder whose current generation has one paper; gives its id."""
    shutil.rmtree(home, ignore_errors=True)
    (home / "one").mkdir(parents=True)
    first = next(path for path in sorted(documents.rglob("*.txt")) if path.stat().st_size)
    shutil.copyfile(first, home / "one" / "first.txt")
    return build(home, home / "one", never).generation


def half(home: Path, documents: Path, count: int, wanted: str) -> bool:
    """Kill a build when half of its papers are made, and go on."""
    last = prepared(home, documents)
    build(home, documents, lambda seconds: kept(home) >= count // 2)
    served, made = serves(home), kept(home)
    rest = build(home, documents, never)
    well = served == last and rest.began_with in (made, made - 1) and rest.generation == wanted
    print(
        f"half         killed with {made:,} papers made; went on from {rest.began_with:,} and took {rest.seconds:.1f} s"
    )
    print(f"             the last generation served meanwhile: {served == last}; the same at the end: {well}")
    return well


def killed(home: Path, documents: Path, kills: int, longest: float, wanted: str) -> bool:
    """Kill a build so often, each time it has gone on for a random while; begin anew where it came to its end."""
    chance = random.Random(20510624)
    last, before, well, ended = prepared(home, documents), 0, True, 0
    stages: Counter[str] = Counter()
    done = 0
    while done < kills:
        moment = chance.uniform(0.3, longest)
        run = build(home, documents, lambda seconds, moment=moment: seconds >= moment)  # type: ignore[misc]
        served, made = serves(home), kept(home)
        well &= served in ((wanted,) if run.generation else (last, wanted)) and made >= before - 1
        well &= run.began_with in (-1, before, before - 1)
        before = made
        if served == wanted:
            ended += 1
            last, before = prepared(home, documents), 0
        if not run.generation:
            done += 1
            stages[run.stage] += 1
    rest = build(home, documents, never)
    well &= rest.generation == wanted
    print(f"kills        {kills}, while at: {', '.join(f'{stage} {number}' for stage, number in stages.most_common())}")
    print(f"             {ended} builds ended between; nothing made twice, the last generation whole each time;")
    print(f"             the same generation at the end: {well}")
    return well


def at_size(count: int, kills: int) -> bool:
    """Both tests over a made-up corpus."""
    folder = Path(tempfile.mkdtemp(prefix="cablegraph-soak-"))
    try:
        documents, home = folder / "papers" / "documents", folder / "home"
        for _ in corpus_generator.generate(documents, count):
            pass
        peace = build(folder / "papers", documents, never)
        print(f"documents    {count:,}, a build takes {peace.seconds:.1f} s: {peace.generation}")
        shutil.rmtree(folder / "papers" / "cablegraph-data")
        well = half(home, documents, count, peace.generation)
        return killed(home, documents, kills, peace.seconds, peace.generation) and well
    finally:
        shutil.rmtree(folder)


def small(kills: int) -> bool:
    """The kill test of a few papers, with many kills."""
    environment = {**os.environ, "CABLEGRAPH_KILLS": str(kills)}
    command = [sys.executable, "-m", "pytest", "-m", "soak", "tests/line/test_build.py"]
    return subprocess.run(command, env=environment, check=False).returncode == 0


def main() -> None:
    """Run the kill tests and say how long they took; the exit code says whether all went well."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int)
    parser.add_argument("--documents", type=int, default=0)
    options = parser.parse_args()
    start = time.monotonic()
    kills = options.kills or (20 if options.documents else 50)
    well = at_size(options.documents, kills) if options.documents else small(kills)
    print(f"{kills} kills in {time.monotonic() - start:.0f} s: {'all well' if well else 'FAILED'}")
    sys.exit(not well)


if __name__ == "__main__":
    main()

"""What linking costs: ``python -m tests.bench.linking [NAMES] [--build PAPERS]``.

A paper, beside extraction; a large table; with ``--build``, its share of the build of a made-up corpus.
"""

from __future__ import annotations

import argparse
import csv
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cablegraph import corpus, extraction, linking, pipeline, readers
from cablegraph.authority import COLUMNS
from cablegraph.record import Record
from cablegraph.shipped import shipped
from tests.bench import corpus_generator

ROUNDS = 10
_SYLLABLES = (
    "ka",
    "lo",
    "mi",
    "ra",
    "ten",
    "shi",
    "vor",
    "gel",
    "nik",
    "pol",
    "san",
    "dar",
    "wei",
    "zhu",
    "ber",
    "ton",
)


def papers() -> list[Record]:
    """The sample's papers, extracted."""
    found = sorted(shipped("examples").rglob("*.txt"))
    return [extraction.extract(source) for path in found for source in readers.read(path, path.name)]


def milliseconds(records: list[Record], authority: linking.Authority) -> float:
    """Linking one paper, names looked up before."""
    for record in records:
        linking.link(record, authority)
    start = time.perf_counter()
    for _ in range(ROUNDS):
        for record in records:
            linking.link(record, authority)
    return (time.perf_counter() - start) / ROUNDS / len(records) * 1000


def large_table(folder: Path, names: int) -> None:
    """A table of made-up people with two names each."""
    chance = random.Random(1)

    def word() -> str:
        return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 4))).title()

    with (folder / "people.csv").open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(COLUMNS)
        for number in range(names // 2):
            first, last = word(), word()
            row = {
                "id": f"p{number}",
                "label_en": f"{first} {last}",
                "kind": "person",
                "aliases": f"{first[0]}. {last}",
            }
            row |= {"birth": "1890", "death": "1970", "verified": "no", "source": "made up"}
            table.writerow([row.get(column, "") for column in COLUMNS])


class Watch:
    """A function of the package, with the seconds spent in it."""

    def __init__(self, name: str) -> None:
        self.work: Callable[..., Any] = getattr(linking, name)
        self.seconds = 0.0
        setattr(linking, name, self)

    def __call__(self, *arguments: Any) -> Any:
        """Work as before, and count."""
        start = time.perf_counter()
        try:
            return self.work(*arguments)
        finally:
            self.seconds += time.perf_counter() - start


def share(papers_made: int) -> None:
    """Build a made-up corpus in this process and print how much of its time was linking, citations included."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "corpus.toml").write_text('title = "made up"\n', "utf-8")
        for _ in corpus_generator.generate(home / "documents", papers_made):
            pass
        watched = [Watch(name) for name in ("link", "card", "entities_of", "authority_lines")]
        start = time.perf_counter()
        built = pipeline.build(corpus.load(home), [home / "documents"], home / "cablegraph-data", jobs=1)
        whole = time.perf_counter() - start
    names, citations = sum(watch.seconds for watch in watched), built.seconds["resolve"]
    print(f"a build of {papers_made} papers, one process: {whole:.1f} s")
    print(f"linking: names {names:.1f} s, citations {citations:.1f} s: {(names + citations) / whole:.1%} of it")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", type=int, nargs="?", default=200_000)
    parser.add_argument("--build", type=int, default=0)
    options = parser.parse_args()
    names = options.names
    if options.build:
        share(options.build)
        return
    records = papers()
    start = time.perf_counter()
    for record in records:
        extraction.extract(record.source)
    extracting = (time.perf_counter() - start) / len(records) * 1000
    linked = milliseconds(records, linking.load())
    print(f"extract {extracting:.2f} ms a paper, link {linked:.2f} ms ({linked / (extracting + linked):.0%} of both)")
    with tempfile.TemporaryDirectory() as folder:
        large_table(Path(folder), names)
        start = time.perf_counter()
        large = linking.load((shipped("ontology", "authorities"), Path(folder)))
        loading = time.perf_counter() - start
        slower = milliseconds(records, large) / linked
        print(f"{names} names: loaded in {loading:.1f} s, {slower:.1f} times the time a paper")


if __name__ == "__main__":
    main()

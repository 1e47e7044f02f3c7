"""What linking costs: ``python -m tests.bench.linking [NAMES]``; a paper, beside extraction; and a large table."""

from __future__ import annotations

import csv
import random
import sys
import tempfile
import time
from pathlib import Path

from cablegraph import extraction, linking, readers
from cablegraph.authority import COLUMNS
from cablegraph.record import Record
from cablegraph.shipped import shipped

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


def main() -> None:
    """Print the figures."""
    names = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
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

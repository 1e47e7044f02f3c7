"""A rare word joined with titles: the text index against CONTAINS, ``python -m tests.bench.searching GENERATION WORD``.

The index finds the papers and SPARQL their titles; CONTAINS looks through the titles alone, which is the least that
a graph without index could do, and through all quoted words.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, Store

from cablegraph import search
from cablegraph.iri import PREFIXES


def main() -> None:
    """CPU milliseconds, the best of three for the index."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("generation", type=Path)
    parser.add_argument("word")
    options = parser.parse_args()
    store = Store.read_only(str(options.generation / "store"))
    index = search.Index(options.generation / "search.sqlite")
    word = Literal(options.word.lower())

    def ask(text: str) -> list[Any]:
        return list(store.query(text, prefixes=PREFIXES))  # type: ignore[arg-type]

    def indexed() -> list[Any]:
        found = " ".join(f"<{iri}>" for iri in index.documents(options.word, 2000))
        return ask(f"SELECT ?d ?title WHERE {{ VALUES ?d {{ {found} }} ?d rico:title ?title }}")

    titles = f"SELECT ?d ?title WHERE {{ ?d rico:title ?title . FILTER(CONTAINS(LCASE(?title), {word})) }}"
    quoted = f"SELECT DISTINCT ?s WHERE {{ ?s oa:exact ?words . FILTER(CONTAINS(LCASE(?words), {word})) }}"
    fast = min(_told("index, joined with titles", indexed) for _ in range(3))
    print(f"titles by CONTAINS: {_told('CONTAINS in titles', lambda: ask(titles)) / fast:,.0f} times")
    print(f"quoted words by CONTAINS: {_told('CONTAINS in quoted words', lambda: ask(quoted)) / fast:,.0f} times")


def _told(name: str, work: Callable[[], list[Any]]) -> float:
    begun = time.process_time()
    count = len(work())
    seconds = time.process_time() - begun
    print(f"{name:28} {count:6,} rows {seconds * 1000:10,.1f} ms", flush=True)
    return seconds


if __name__ == "__main__":
    main()

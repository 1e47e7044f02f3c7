"""Answers worked out once for a generation: who wrote to whom among 100,000 papers is read from ``questions.sqlite``.

A question over the whole graph takes as long as the graph is large. Its answer with the defaults of its head is kept
under the text that was run, so that a changed file of a question never meets an old answer. Rows lie in packed blocks:
a page of an answer of 160,000 rows costs two blocks.
"""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import os
import re
import sqlite3
import sys
import threading
import time
import zlib
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any, Final

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Store

from cablegraph.iri import XSD
from cablegraph.pool import deaf, end_children
from cablegraph.queries.binding import ParameterError
from cablegraph.queries.library import Library, Query, bind, load_all
from cablegraph.shipped import shipped

NAME: Final = "questions.sqlite"
BLOCK: Final = 100
"""Rows that are packed together."""
WORTH: Final = 0.2
"""Seconds of CPU that are worth a kept answer."""
LARGE: Final = 2_000
"""Papers from which on a build keeps answers: those of a smaller graph come at once."""
LONGEST: Final = 1800.0
"""Seconds after which a question is given up."""
IN_A_BUILD: Final = 120.0
"""Seconds that a build waits for one answer; a longer one is worked out by the server when somebody asks."""

Binding = Mapping[str, Mapping[str, str]]
"""A row as in SPARQL's JSON results: ``{"who": {"type": "literal", "value": "Stalin"}}``."""

_TABLES: Final = """
CREATE TABLE IF NOT EXISTS answer (key TEXT PRIMARY KEY, name TEXT, columns TEXT, rows INTEGER, seconds REAL);
CREATE TABLE IF NOT EXISTS block (key TEXT, number INTEGER, data BLOB, PRIMARY KEY (key, number)) WITHOUT ROWID;
"""
_OTHERWISE = re.compile(r"\b(?:GRAPH|FROM|NOW|RAND|UUID|STRUUID|BNODE)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer that lies in a file: its name, its columns, how many rows, and the CPU seconds it took to work out."""

    path: Path
    key: str
    name: str
    columns: tuple[str, ...]
    count: int
    seconds: float

    def rows(self, start: int = 0, stop: int | None = None) -> Iterator[Binding]:
        """Rows ``start`` to ``stop`` (not included) as SPARQL's JSON has them."""
        stop = self.count if stop is None else min(stop, self.count)
        first, last = start // BLOCK, (stop - 1) // BLOCK
        found = "SELECT number, data FROM block WHERE key = ? AND number BETWEEN ? AND ? ORDER BY number"
        with contextlib.closing(_reading(self.path)) as connection:
            for number, data in connection.execute(found, (self.key, first, last)):
                for at, row in enumerate(json.loads(zlib.decompress(data)), number * BLOCK):
                    if start <= at < stop:
                        yield {name: term for name, term in zip(self.columns, row, strict=True) if term is not None}


def find(path: Path, text: str) -> Kept | None:
    """The kept answer of a SPARQL text, if the file at ``path`` is there and has it."""
    if not path.is_file():
        return None
    with contextlib.closing(_reading(path)) as connection:
        found = "SELECT name, columns, rows, seconds FROM answer WHERE key = ?"
        row = connection.execute(found, (_key(text),)).fetchone()
    return Kept(path, _key(text), row[0], tuple(json.loads(row[1])), row[2], row[3]) if row else None


def keepable(query: Query, text: str) -> bool:
    """Whether the answer depends on the built graph alone: no named graphs, no chance, no clock, rows not triples."""
    return query.form == "SELECT" and _OTHERWISE.search(text) is None


def make(
    store: Path,
    target: Path,
    folders: Sequence[Path] = (),
    jobs: int = 1,
    worth: float = WORTH,
    most: float = IN_A_BUILD,
) -> int:
    """Work out all questions with their defaults, the shipped ones and those of ``folders``; how many were kept.

    Each runs in a process of its own, ``jobs`` at a time. One that takes less than ``worth`` CPU seconds, more than
    ``most`` seconds, or fails is left out.
    ``target`` appears whole or not at all.
    """
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    with contextlib.closing(sqlite3.connect(part)) as connection:
        connection.executescript(_TABLES)
    libraries = load_all([shipped("queries"), *folders]), load_all([shipped("queries", "lists")])
    asked = {text: query.name for library in libraries for query, text in _texts(library)}
    with ThreadPoolExecutor(max(1, jobs or os.cpu_count() or 1)) as pool:
        try:
            for _ in pool.map(lambda item: _apart(store, part, item[1], item[0], worth, most), asked.items()):
                pass
        except KeyboardInterrupt:
            end_children()
            raise
    with contextlib.closing(sqlite3.connect(part)) as connection:
        count: int = connection.execute("SELECT count(*) FROM answer").fetchone()[0]
    part.replace(target)
    return count


def _texts(library: Library) -> Iterator[tuple[Query, str]]:
    for query in library.queries.values():
        with contextlib.suppress(ParameterError):  # one that needs a value of its own has no answer to keep
            if keepable(query, text := bind(query)):
                yield query, text


def _apart(store: Path, part: Path, name: str, text: str, worth: float, most: float) -> None:
    asked = (store, part, name, text, worth, os.getpid())
    process = multiprocessing.get_context("spawn").Process(target=_answer, args=asked)
    with deaf():
        process.start()
    process.join(most)
    if process.is_alive():
        process.kill()
        process.join()


def _answer(store: Path, part: Path, name: str, text: str, worth: float, parent: int) -> None:
    """Work out one question and write it, if it took long enough."""
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    begun = time.process_time()
    solutions = Store.read_only(str(store)).query(text)
    assert isinstance(solutions, QuerySolutions)
    columns = [variable.value for variable in solutions.variables]
    rows = ([_term(row[column]) for column in columns] for row in solutions)
    packed = list(_packed(rows))
    seconds = time.process_time() - begun
    if seconds < worth:
        return
    key = _key(text)
    blocks = [(key, number, data) for number, (_, data) in enumerate(packed)]
    told = (key, name, json.dumps(columns), sum(size for size, _ in packed), round(seconds, 3))
    with contextlib.closing(sqlite3.connect(part, timeout=LONGEST)) as connection, connection:
        connection.executemany("INSERT OR IGNORE INTO block VALUES (?, ?, ?)", blocks)
        connection.execute("INSERT OR IGNORE INTO answer VALUES (?, ?, ?, ?, ?)", told)


def _packed(rows: Iterator[Any]) -> Iterator[tuple[int, bytes]]:
    while block := list(islice(rows, BLOCK)):
        yield len(block), zlib.compress(json.dumps(block, ensure_ascii=False).encode())


def _term(term: object) -> dict[str, str] | None:
    """A term as SPARQL 1.1 Query Results JSON Format, section 3.2.2, has it."""
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if not isinstance(term, Literal):
        return None
    if term.language:
        return {"type": "literal", "value": term.value, "xml:lang": term.language}
    if term.datatype.value == XSD + "string":
        return {"type": "literal", "value": term.value}
    return {"type": "literal", "value": term.value, "datatype": term.datatype.value}


def _key(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:32]


def _reading(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True)


def _end_with(parent: int) -> None:
    """A process whose parent was killed ends too."""
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)


def main(store: str, target: str, name: str) -> int:
    """Behind a running server, at the lowest priority and ended with it: add the answer of the text on standard input.

    The file may be there already and may be read meanwhile.
    """
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    with contextlib.suppress(OSError):
        os.nice(15)
    with contextlib.closing(sqlite3.connect(target)) as connection:
        connection.executescript(_TABLES)
    _answer(Path(store), Path(target), name, sys.stdin.read(), 0, os.getppid())
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))

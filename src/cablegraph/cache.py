"""What was already made of each paper, in one SQLite file, so that a build touches only what changed and resumes.

A document that was made anew, ``wilson-ct3777`` after a corrected misprint, keeps its old row until the graph has
followed: the difference between the two is what changes in the store.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from cablegraph.errors import StoreError
from cablegraph.frozen import dataclass

FORMAT = 5

_TABLES = """
CREATE TABLE IF NOT EXISTS papers (
  name TEXT PRIMARY KEY, cache_key BLOB NOT NULL, content BLOB NOT NULL, stamp TEXT NOT NULL, reader TEXT NOT NULL,
  diagnostics TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS documents (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, position INTEGER NOT NULL, key TEXT NOT NULL,
  path TEXT NOT NULL, text_sha TEXT NOT NULL, digest BLOB NOT NULL, extra_digest BLOB NOT NULL DEFAULT x'',
  edges INTEGER NOT NULL, readings INTEGER NOT NULL, candidates INTEGER NOT NULL, composed INTEGER NOT NULL,
  extra_candidates INTEGER NOT NULL DEFAULT 0,
  live INTEGER NOT NULL DEFAULT 1, stands INTEGER NOT NULL DEFAULT 0);
CREATE INDEX IF NOT EXISTS documents_name ON documents (name, position);
CREATE TABLE IF NOT EXISTS made (
  id INTEGER PRIMARY KEY, facts TEXT NOT NULL, common BLOB NOT NULL, extra BLOB NOT NULL DEFAULT x'',
  body BLOB NOT NULL, source BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS counts (kind INTEGER, item, n INTEGER NOT NULL, PRIMARY KEY (kind, item)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS keys (kind INTEGER, key INTEGER, id INTEGER, PRIMARY KEY (kind, key, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
"""
TOGETHER = 5000
"""The diagnostics of so many papers are read at once."""
_NAMES = ("papers", "documents", "made", "counts", "keys", "state")


@dataclass(frozen=True, slots=True)
class Made:
    """What one document became: its key, the text's sha256, its sorted N-Triples lines and their sha256.

    ``facts`` are what the rest of the build needs of it (the citation card, entities used, counts), as plain JSON.
    ``common`` are the numbers (`number_of`) of those lines that are not about the document itself and that others may
    write too; ``source`` is the text with its layers, as packed JSON.
    """

    key: str
    text_sha: str
    digest: bytes
    facts: dict[str, Any]
    common: tuple[int, ...]
    body: bytes
    source: bytes


@dataclass(frozen=True, slots=True)
class MadePaper:
    """What one file became: its documents, the family of its reader, and what is to be said of it.

    ``content`` is the sha256 of its bytes, ``stamp`` what the file system said of it when they were read.
    """

    name: str
    cache_key: bytes
    content: bytes
    stamp: str
    reader: str
    documents: tuple[Made, ...]
    diagnostics: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """What a paper was made from: the key of its results, the sha256 of its bytes, the file's stamp."""

    cache_key: bytes
    content: bytes
    stamp: str


@dataclass(frozen=True, slots=True)
class Row:
    """A kept document without its lines: row id, file and place in it, key, path, hash of the text."""

    id: int
    name: str
    position: int
    key: str
    path: str
    text_sha: str


@dataclass(frozen=True, slots=True)
class Packed:
    """A kept document: its key, the hash of its text, and, packed, its lines, its extra lines and its text."""

    key: str
    text_sha: str
    body: bytes
    extra: bytes
    source: bytes


class Cache:
    """The file of made papers; written in batches, each whole or not at all."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        self.db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        try:
            self._prepare()
        except sqlite3.DatabaseError as error:
            self.db.close()
            notes = f"what it held is made again after: rm {path}*"
            raise StoreError(f"the file of made papers is damaged: {error}", path=str(path), notes=notes) from error

    def _prepare(self) -> None:
        if self.db.execute("PRAGMA user_version").fetchone()[0] not in (0, FORMAT):
            self.db.executescript("".join(f"DROP TABLE IF EXISTS {name};" for name in _NAMES))
        pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-131072;"
        self.db.executescript(f"{pragmas} {_TABLES}")
        self.db.execute(f"PRAGMA user_version={FORMAT}")

    def close(self) -> None:
        """Let go of the file; what was begun and not committed is undone."""
        self.db.close()

    def seal(self) -> None:
        """Make it one plain file that can be carried elsewhere, and let go of it."""
        self.db.execute("PRAGMA journal_mode=DELETE")
        self.db.close()

    # -------------------------------------------------------------- papers

    def kept(self) -> dict[str, Kept]:
        """What each paper was made from, by name."""
        rows = self.db.execute("SELECT name, cache_key, content, stamp FROM papers")
        return {name: Kept(key, content, stamp) for name, key, content, stamp in rows}

    def names(self) -> set[str]:
        """The names of all papers."""
        return {name for (name,) in self.db.execute("SELECT name FROM papers")}

    def document_keys(self) -> dict[str, tuple[str, ...]]:
        """Keys of the documents of each paper, by name."""
        found: dict[str, tuple[str, ...]] = {}
        for name, key in self.db.execute("SELECT name, key FROM documents WHERE live ORDER BY name, position"):
            found[name] = (*found.get(name, ()), key)
        return found

    def put(self, papers: Iterable[MadePaper]) -> None:
        """Keep these papers in place of what was kept under their names."""
        with self.writing():
            for paper in papers:
                self._forget(paper.name)
                said = json.dumps(paper.diagnostics, ensure_ascii=False)
                row = (paper.name, paper.cache_key, paper.content, paper.stamp, paper.reader, said)
                self.db.execute("INSERT OR REPLACE INTO papers VALUES (?, ?, ?, ?, ?, ?)", row)
                for position, made in enumerate(paper.documents):
                    self._put(paper.name, position, made)

    def _put(self, name: str, position: int, made: Made) -> None:
        facts = made.facts
        counts = (facts["edges"], facts["readings"], facts["candidates"], bool(facts["composed"]))
        row = (name, position, made.key, facts["path"], made.text_sha, made.digest, *counts)
        columns = "name, position, key, path, text_sha, digest, edges, readings, candidates, composed"
        id_ = self.db.execute(f"INSERT INTO documents ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row).lastrowid
        common = array("q", made.common).tobytes()
        row = (id_, _dumps(facts), common, made.body, made.source)  # type: ignore[assignment]
        self.db.execute("INSERT INTO made (id, facts, common, body, source) VALUES (?, ?, ?, ?, ?)", row)

    def touch(self, stamps: Iterable[tuple[str, str]]) -> None:
        """Keep new stamps (name, stamp) of papers whose bytes are the same."""
        with self.writing():
            self.db.executemany("UPDATE papers SET stamp = ?2 WHERE name = ?1", stamps)

    def drop(self, names: Iterable[str]) -> None:
        """Forget papers whose files are gone."""
        with self.writing():
            for name in names:
                self._forget(name)
                self.db.execute("DELETE FROM papers WHERE name = ?", (name,))

    def _forget(self, name: str) -> None:
        """Rows that stand in the graph wait, no longer live, until it has followed (`forget_dead`)."""
        gone = "SELECT id FROM documents WHERE name = ? AND NOT stands"
        self.db.execute(f"DELETE FROM made WHERE id IN ({gone})", (name,))
        self.db.execute("DELETE FROM documents WHERE name = ? AND NOT stands", (name,))
        self.db.execute("UPDATE documents SET live = 0 WHERE name = ?", (name,))

    def forget_dead(self) -> None:
        """Remove rows that neither are live nor stand."""
        self.db.execute("DELETE FROM made WHERE id IN (SELECT id FROM documents WHERE NOT live AND NOT stands)")
        self.db.execute("DELETE FROM documents WHERE NOT live AND NOT stands")

    def papers(self) -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
        """Name, reader and diagnostics of each paper, by name."""
        rows = self.db.execute("SELECT name, reader, diagnostics FROM papers ORDER BY name")
        while some := rows.fetchmany(TOGETHER):
            # One text for many papers: read at once it takes two thirds of the time.
            diagnostics = json.loads(f"[{','.join([said for _, _, said in some])}]")
            for (name, reader, _), said in zip(some, diagnostics, strict=True):
                yield name, reader, said

    def made_papers(self) -> Iterator[MadePaper]:
        """Everything kept, paper by paper, as `put` took it."""
        query = "SELECT name, cache_key, content, stamp, reader, diagnostics FROM papers ORDER BY name"
        for name, key, content, stamp, reader, said in self.db.execute(query):
            yield MadePaper(name, key, content, stamp, reader, tuple(self._made_of(name)), tuple(json.loads(said)))

    def _made_of(self, name: str) -> Iterator[Made]:
        columns = "key, text_sha, digest, facts, common, body, source"
        query = f"SELECT {columns} FROM documents JOIN made USING (id) WHERE name = ? AND live ORDER BY position"
        for key, sha, digest, facts, common, body, source in self.db.execute(query, (name,)):
            yield Made(key, sha, digest, json.loads(facts), numbers(common), body, source)

    # -------------------------------------------------------------- documents

    def documents(self, rank: Callable[[str, str], int]) -> Iterator[Row]:
        """The live documents, by the rank of file and key, and of one rank the shorter file name first."""
        self.db.create_function("rank_of", 2, rank, deterministic=True)
        columns, order = "id, name, position, key, path, text_sha", "rank_of(name, key), length(name), name, position"
        for row in self.db.execute(f"SELECT {columns} FROM documents WHERE live ORDER BY {order}"):
            yield Row(*row)

    def standing(self) -> set[int]:
        """Ids of the documents that the graph holds."""
        return {id_ for (id_,) in self.db.execute("SELECT id FROM documents WHERE stands")}

    def key_of(self, id_: int) -> str:
        """The key of a document."""
        return str(self.db.execute("SELECT key FROM documents WHERE id = ?", (id_,)).fetchone()[0])

    def facts(self, id_: int) -> tuple[dict[str, Any], tuple[int, ...]]:
        """The facts of a document and the numbers of its common lines."""
        facts, common = self.db.execute("SELECT facts, common FROM made WHERE id = ?", (id_,)).fetchone()
        return json.loads(facts), numbers(common)

    def body(self, id_: int) -> bytes:
        """The lines of a document, without the extra ones."""
        return zlib.decompress(self.db.execute("SELECT body FROM made WHERE id = ?", (id_,)).fetchone()[0])

    def extra(self, id_: int) -> bytes:
        """The lines a document has because of others: what it cites, what it alone proposes."""
        return unpack(self.db.execute("SELECT extra FROM made WHERE id = ?", (id_,)).fetchone()[0])

    def packed(self) -> Iterator[Packed]:
        """What is kept of all standing documents, by key."""
        ids = [id_ for (id_,) in self.db.execute("SELECT id FROM documents WHERE stands ORDER BY key")]
        yield from map(self.packed_of, ids)

    def packed_of(self, id_: int) -> Packed:
        """What is kept of one document."""
        query = "SELECT key, text_sha, body, extra, source FROM documents JOIN made USING (id) WHERE id = ?"
        return Packed(*self.db.execute(query, (id_,)).fetchone())

    def source(self, id_: int) -> dict[str, Any]:
        """Key, sha256, text, layers, path, family and language of a document."""
        query = "SELECT key, text_sha, source FROM documents JOIN made USING (id) WHERE id = ?"
        key, sha, source = self.db.execute(query, (id_,)).fetchone()
        return {"key": key, "sha256": sha, **json.loads(zlib.decompress(source))}

    # -------------------------------------------------------------- state

    def get(self, name: str) -> bytes:
        """A value of the state, or nothing."""
        row = self.db.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
        return bytes(row[0]) if row else b""

    def set(self, name: str, value: bytes) -> None:
        """Keep a value of the state."""
        self.db.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, value))

    def writing(self) -> _Transaction:
        """A transaction: committed at its end, undone by an error or by setting ``undone``."""
        return _Transaction(self.db)


class _Transaction:
    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.undone = False

    def __enter__(self) -> _Transaction:
        self._db.execute("BEGIN IMMEDIATE")
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if not error and not self.undone:
            self._db.execute("COMMIT")
            return
        with suppress(sqlite3.OperationalError):  # SQLite itself undoes a transaction that met a full disk
            self._db.execute("ROLLBACK")


def number_of(text: str) -> int:
    """A line, an edge or a key as 64 bits: two among ten million are equal with a chance of 1 in 370,000."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big", signed=True)


def numbers(packed: bytes) -> tuple[int, ...]:
    """Numbers as they were kept."""
    return tuple(array("q", packed))


def _dumps(facts: dict[str, Any]) -> str:
    return json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def pack(lines: bytes) -> bytes:
    """Lines as they are kept."""
    return zlib.compress(lines, 1) if lines else b""


def unpack(kept: bytes) -> bytes:
    """Lines as they were before `pack`."""
    return zlib.decompress(kept) if kept else b""

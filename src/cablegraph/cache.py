"""What was already made of each paper, in one SQLite file, so that a build touches only what changed and resumes."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FORMAT = 2

_TABLES = """
CREATE TABLE IF NOT EXISTS papers (
  name TEXT PRIMARY KEY, cache_key TEXT NOT NULL, reader TEXT NOT NULL, diagnostics TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS documents (
  name TEXT NOT NULL, position INTEGER NOT NULL, key TEXT NOT NULL, text_sha TEXT NOT NULL, digest TEXT NOT NULL,
  facts TEXT NOT NULL, body BLOB NOT NULL, source BLOB NOT NULL, PRIMARY KEY (name, position));
CREATE INDEX IF NOT EXISTS documents_key ON documents (key);
"""


@dataclass(frozen=True, slots=True)
class Made:
    """What one document became: its key, the text's sha256, its sorted N-Triples lines and their sha256.

    ``facts`` are what the rest of the build needs of it (the citation card, entities used, counts), as plain JSON.
    """

    key: str
    text_sha: str
    digest: str
    facts: dict[str, Any]
    body: bytes
    source: bytes
    """The text with its layers, as packed JSON."""

    @property
    def lines(self) -> bytes:
        """The N-Triples lines, each ended by LF."""
        return zlib.decompress(self.body)


@dataclass(frozen=True, slots=True)
class MadePaper:
    """What one file became: its documents, the family of its reader, and what is to be said of it."""

    name: str
    cache_key: str
    reader: str
    documents: tuple[Made, ...]
    diagnostics: tuple[dict[str, Any], ...]


class Cache:
    """The file of made papers; written in batches, each whole or not at all."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(path)
        if self._db.execute("PRAGMA user_version").fetchone()[0] not in (0, FORMAT):
            self._db.executescript("DROP TABLE IF EXISTS papers; DROP TABLE IF EXISTS documents;")
        self._db.executescript(f"PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; {_TABLES}")
        self._db.execute(f"PRAGMA user_version={FORMAT}")

    def close(self) -> None:
        """Write what is pending and let go of the file."""
        self._db.close()

    def keys(self) -> dict[str, str]:
        """Cache key of each paper, by name."""
        return dict(self._db.execute("SELECT name, cache_key FROM papers"))

    def document_keys(self) -> dict[str, tuple[str, ...]]:
        """Keys of the documents of each paper, by name."""
        found: dict[str, list[str]] = {}
        for name, key in self._db.execute("SELECT name, key FROM documents ORDER BY name, position"):
            found.setdefault(name, []).append(key)
        return {name: tuple(keys) for name, keys in found.items()}

    def put(self, papers: Iterable[MadePaper]) -> None:
        """Keep these papers in place of what was kept under their names."""
        with self._db:
            for paper in papers:
                self._db.execute("DELETE FROM documents WHERE name = ?", (paper.name,))
                row = (paper.name, paper.cache_key, paper.reader, json.dumps(paper.diagnostics, ensure_ascii=False))
                self._db.execute("INSERT OR REPLACE INTO papers VALUES (?, ?, ?, ?)", row)
                self._db.executemany(
                    "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    (
                        (
                            paper.name,
                            position,
                            made.key,
                            made.text_sha,
                            made.digest,
                            _dumps(made.facts),
                            made.body,
                            made.source,
                        )
                        for position, made in enumerate(paper.documents)
                    ),
                )

    def drop(self, names: Iterable[str]) -> None:
        """Forget papers whose files are gone."""
        with self._db:
            for name in names:
                self._db.execute("DELETE FROM documents WHERE name = ?", (name,))
                self._db.execute("DELETE FROM papers WHERE name = ?", (name,))

    def papers(self) -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
        """Name, reader and diagnostics of each paper, by name."""
        for name, reader, said in self._db.execute("SELECT name, reader, diagnostics FROM papers ORDER BY name"):
            yield name, reader, json.loads(said)

    def documents(self) -> Iterator[tuple[str, int, str, str, str, dict[str, Any]]]:
        """Name, position, key, text sha256, digest and facts of each document, by name and position."""
        rows = self._db.execute(
            "SELECT name, position, key, text_sha, digest, facts FROM documents ORDER BY name, position"
        )
        for name, position, key, text_sha, digest, facts in rows:
            yield name, position, key, text_sha, digest, json.loads(facts)

    def bodies(self, wanted: Iterable[tuple[str, int]]) -> Iterator[bytes]:
        """The lines of these documents, in the order asked for."""
        for name, position in wanted:
            row = self._db.execute(
                "SELECT body FROM documents WHERE name = ? AND position = ?", (name, position)
            ).fetchone()
            yield zlib.decompress(row[0])

    def sources(self, wanted: Iterable[tuple[str, int]]) -> Iterator[dict[str, Any]]:
        """Text, layers, path, family and language of these documents, with their keys, in the order asked for."""
        for name, position in wanted:
            row = self._db.execute(
                "SELECT key, text_sha, source FROM documents WHERE name = ? AND position = ?", (name, position)
            ).fetchone()
            yield {"key": row[0], "sha256": row[1], **json.loads(zlib.decompress(row[2]))}


def _dumps(facts: dict[str, Any]) -> str:
    return json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def pack(lines: bytes) -> bytes:
    """Lines as they are kept."""
    return zlib.compress(lines, 1)

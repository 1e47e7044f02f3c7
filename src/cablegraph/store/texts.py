"""The texts of a generation, beside its store: ``texts.sqlite`` gives a paper's words and their layers."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

_TABLE = """
CREATE TABLE texts (
  key TEXT PRIMARY KEY, sha256 TEXT NOT NULL, path TEXT NOT NULL, family TEXT NOT NULL, language TEXT NOT NULL,
  layers TEXT NOT NULL, text BLOB NOT NULL) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class StoredText:
    """A text as it was read: NFC; ``layers`` are the stretches that are not the author's, in code points, half-open."""

    key: str
    sha256: str
    text: str
    layers: tuple[tuple[int, int, str], ...] = ()
    path: str = ""
    family: str = ""
    language: str = ""


Row = tuple[str, str, str, str, str, str, bytes]
"""A text as the file keeps it."""


def row(item: StoredText) -> Row:
    """A text, packed."""
    packed = zlib.compress(item.text.encode(), 6)
    return (item.key, item.sha256, item.path, item.family, item.language, json.dumps(item.layers), packed)


class Writer:
    """Writes the file anew, batch by batch; in one thread at a time, which need not be the one that began."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path, check_same_thread=False)
        self._db.executescript(_TABLE)

    def add(self, rows: Iterable[Row]) -> None:
        """Put texts in."""
        self._db.executemany(_INSERT, rows)

    def finish(self) -> None:
        """Write what was put in."""
        self._db.commit()

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


UNSAFE = "PRAGMA synchronous=OFF"
"""Not to wait until a file just copied is on the disk: what is killed halfway is made again from the beginning."""
_INSERT = "INSERT INTO texts VALUES (?, ?, ?, ?, ?, ?, ?)"


def write(path: Path, texts: Iterable[StoredText]) -> None:
    """Write the file."""
    with closing(Writer(path)) as writer:
        writer.add(map(row, texts))
        writer.finish()


def update(path: Path, removed: Iterable[str], texts: Iterable[StoredText]) -> None:
    """Take out the texts of these keys and put others in: in the file of a stage, thrown away where this fails."""
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(UNSAFE)
        db.executemany("DELETE FROM texts WHERE key = ?", ((key,) for key in removed))
        db.executemany(_INSERT, map(row, texts))


def get(path: Path, key: str) -> StoredText | None:
    """The text of a document, or None when it is not kept here."""
    if not path.is_file():
        return None
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as db:
        row = db.execute(
            "SELECT key, sha256, text, layers, path, family, language FROM texts WHERE key = ?", (key,)
        ).fetchone()
    if row is None:
        return None
    layers = tuple((start, end, layer) for start, end, layer in json.loads(row[3]))
    return StoredText(row[0], row[1], zlib.decompress(row[2]).decode(), layers, row[4], row[5], row[6])


def key_of(path: Path, sha256: str) -> str:
    """The key of the document with this text, or nothing."""
    if not path.is_file():
        return ""
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as db:
        row = db.execute("SELECT min(key) FROM texts WHERE sha256 = ?", (sha256,)).fetchone()
    return str(row[0] or "")


def families(path: Path) -> dict[str, str]:
    """The family of readers that each document came through, by key."""
    if not path.is_file():
        return {}
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as db:
        return dict(db.execute("SELECT key, family FROM texts"))

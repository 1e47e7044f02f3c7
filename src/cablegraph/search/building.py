"""The full-text index written: of batches of papers as they come, of a store, or of what changed since the last."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode, Store

from cablegraph.iri import CG, DOC
from cablegraph.search.entries import (
    ALTERNATIVE,
    BROADER,
    ENCLOSES,
    LABEL,
    POINTING,
    PREFERRED,
    Entry,
    Named,
    Names,
    entries,
    named,
)
from cablegraph.search.terms import FIELDS, indexed, opened
from cablegraph.statements import Statements

_TABLES = """
CREATE VIRTUAL TABLE papers USING fts5(title, sender, addressee, place, topic, summary, number, body,
  content='', columnsize=1, tokenize="unicode61 remove_diacritics 0", prefix='2 3');
CREATE TABLE documents (id INTEGER PRIMARY KEY, iri TEXT NOT NULL, title TEXT NOT NULL, text BLOB NOT NULL,
  fields TEXT NOT NULL);
CREATE INDEX documents_iri ON documents (iri);
CREATE TABLE things (iri TEXT PRIMARY KEY, kind TEXT NOT NULL, label TEXT NOT NULL, note TEXT NOT NULL,
  documents INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE names (term TEXT NOT NULL, iri TEXT NOT NULL, PRIMARY KEY (term, iri)) WITHOUT ROWID;
CREATE INDEX names_iri ON names (iri);
"""

CHUNK: Final = 400
"""Papers looked at together: what is held in memory does not grow with the corpus."""
TIDY_BELOW: Final = 20_000
"""An index of fewer papers is put together into one piece at the end; for a large one that would take longer."""


class Writer:
    """Writes a new index: batches of papers, then what they name."""

    def __init__(self, target: Path) -> None:
        target.unlink(missing_ok=True)
        # Written by one thread at a time, which need not be the one that began.
        self._db = sqlite3.connect(target, check_same_thread=False, isolation_level=None)
        self._db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536;" + _TABLES)
        self._db.execute("BEGIN")
        self._count = 0
        self._named: Named = Counter()

    def add(self, batch: Iterable[Entry], found: Named) -> None:
        """Put papers in; ``found`` are the things they name."""
        for entry in batch:
            self._count += 1
            _insert(self._db, self._count, entry)
        self._named.update(found)

    def finish(self, names: Names) -> None:
        """Write the things, and close."""
        _recount(self._db, names, self._named)
        if self._count < TIDY_BELOW:
            self._db.execute("INSERT INTO papers(papers) VALUES('optimize')")
        self._db.execute("COMMIT")
        if self._count < TIDY_BELOW:
            self._db.execute("VACUUM")
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


def build(store: Path, target: Path) -> None:
    """Write the index of a store. The papers' texts are read from ``texts.sqlite`` beside ``target``."""
    graph = Store.read_only(str(store))
    held = graph.quads_for_pattern(None, NamedNode(CG + "sourceText"), None)
    documents = sorted({quad.subject.value for quad in held if isinstance(quad.subject, NamedNode)})
    names = _all_names(graph)
    with closing(Writer(target)) as writer, closing(_Texts(target.with_name("texts.sqlite"))) as texts:
        for start in range(0, len(documents), CHUNK):
            found = _about(graph, documents[start : start + CHUNK])
            writer.add(entries(found, names, texts.of), named(found, names))
        writer.finish(names)


def update(target: Path, before: Path, store: Path, documents: Iterable[str]) -> None:
    """Make of a copy of the last generation's index, whose store is ``before``, the index of ``store``.

    ``documents`` are IRIs of papers that came, went or changed, or that name someone whose names changed.
    """
    old, new = Store.read_only(str(before)), Store.read_only(str(store))
    changes: Named = Counter()
    changed = sorted(set(documents))
    with closing(sqlite3.connect(target)) as db, db, closing(_Texts(target.with_name("texts.sqlite"))) as texts:
        db.execute("PRAGMA synchronous=OFF")
        for start in range(0, len(changed), CHUNK):
            chunk = changed[start : start + CHUNK]
            _remove(db, chunk)
            last = db.execute("SELECT COALESCE(MAX(id), 0) FROM documents").fetchone()[0]
            found = _about(new, chunk)
            names = _names(new, found)
            for number, entry in enumerate(entries(found, names, texts.of), last + 1):
                _insert(db, number, entry)
            changes.update(named(found, names))
            gone = _about(old, chunk)
            changes.subtract(named(gone, _names(old, gone)))
        _recount(db, _names_of(new, (thing for _, thing in changes)), changes)


def _insert(db: sqlite3.Connection, number: int, entry: Entry) -> None:
    db.execute(f"INSERT INTO papers(rowid, {_COLUMNS}) VALUES ({_MARKS})", (number, *entry.fields, entry.words))
    said = json.dumps(entry.fields, ensure_ascii=False)
    db.execute("INSERT INTO documents VALUES (?, ?, ?, ?, ?)", (number, entry.iri, entry.title, entry.text, said))


_COLUMNS: Final = ", ".join(FIELDS)
_MARKS: Final = ", ".join("?" * (len(FIELDS) + 1))


def _remove(db: sqlite3.Connection, documents: list[str]) -> None:
    """Take papers out: an index without content needs to be told the very words it was given."""
    for document in documents:
        row = db.execute("SELECT id, text, fields FROM documents WHERE iri = ?", (document,)).fetchone()
        if row is not None:
            words = (row[0], *json.loads(row[2]), indexed(zlib.decompress(row[1]).decode()))
            db.execute(f"INSERT INTO papers(papers, rowid, {_COLUMNS}) VALUES ('delete', {_MARKS})", words)
            db.execute("DELETE FROM documents WHERE id = ?", (row[0],))


class _Texts:
    """The texts beside a store; a file that is not there has none."""

    def __init__(self, path: Path) -> None:
        self._db = opened(path) if path.is_file() else None

    def of(self, document: str) -> str:
        """The text of a paper by its IRI, or nothing."""
        if self._db is None:
            return ""
        row = self._db.execute("SELECT text FROM texts WHERE key = ?", (document.removeprefix(DOC),)).fetchone()
        return zlib.decompress(row[0]).decode() if row else ""

    def close(self) -> None:
        """Let go of the file."""
        if self._db is not None:
            self._db.close()


def _recount(db: sqlite3.Connection, names: Names, changes: Named) -> None:
    """Add these numbers of papers to those of the things, and write their names anew."""
    for (kind, thing), more in sorted(changes.items()):
        iri, label = thing[1:-1], names.label(thing, kind)
        row = db.execute("SELECT documents FROM things WHERE iri = ?", (iri,)).fetchone()
        count = (row[0] if row else 0) + more
        db.execute("DELETE FROM things WHERE iri = ?", (iri,))
        db.execute("DELETE FROM names WHERE iri = ?", (iri,))
        if count > 0 and label:
            _describe(db, iri, kind, label, names.of(thing), count)


def _describe(db: sqlite3.Connection, iri: str, kind: str, label: str, names: set[str], count: int) -> None:
    others = sorted(names - {label})
    db.execute("INSERT INTO things VALUES (?, ?, ?, ?, ?)", (iri, kind, label, "; ".join(others[:3]), count))
    found = {term for name in {label, *others} for term in indexed(name).split()}
    db.executemany("INSERT OR IGNORE INTO names VALUES (?, ?)", [(term, iri) for term in sorted(found)])


# ------------------------------------------------------------------ from a store


def _about(graph: Store, documents: Iterable[str]) -> Statements:
    """What a store says of these papers and the messages inside them."""
    found: Statements = {}
    waiting = [f"<{document}>" for document in documents]
    seen = set(waiting)
    while waiting:
        inner = [value for predicate, value in _of(graph, waiting.pop(), found) if predicate == ENCLOSES]
        waiting += [node for node in inner if node not in seen]
        seen.update(inner)
    return found


def _of(graph: Store, node: str, found: Statements) -> Iterator[tuple[str, str]]:
    """Put what a store says of a node to the rest; gives predicates and objects."""
    for quad in graph.quads_for_pattern(NamedNode(node[1:-1]), None, None):
        predicate, value = str(quad.predicate), str(quad.object)
        found.setdefault(predicate, []).append((node, value))
        yield predicate, value


def _names(graph: Store, found: Statements) -> Names:
    """The names of all that papers are found by."""
    return _names_of(graph, (value for predicate in POINTING for _, value in found.get(predicate, ())))


def _names_of(graph: Store, nodes: Iterable[str]) -> Names:
    found: Statements = {}
    seen: set[str] = set()
    waiting = [node for node in nodes if node.startswith("<")]
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            waiting += [value for predicate, value in _of(graph, node, found) if predicate == BROADER]
    return Names(found)


def _all_names(graph: Store) -> Names:
    found: Statements = {}
    for predicate in (LABEL, ALTERNATIVE, PREFERRED, BROADER):
        quads = graph.quads_for_pattern(None, NamedNode(predicate[1:-1]), None)
        found[predicate] = [(str(quad.subject), str(quad.object)) for quad in quads]
    return Names(found)

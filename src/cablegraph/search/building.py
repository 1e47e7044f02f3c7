"""The full-text index written: of a whole store, 400 papers at a time, or of the few that changed since the last."""

from __future__ import annotations

import json
import shutil
import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode, QuerySolutions, Store

from cablegraph.iri import CG, DOC, PREFIXES
from cablegraph.search.terms import FIELDS, opened, terms

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
"""Papers asked for together: what is held in memory does not grow with the corpus."""
TIDY_BELOW: Final = 20_000
"""An index of fewer papers is put together into one piece at the end; for a large one that would take longer."""


def build(store: Path, target: Path) -> None:
    """Write the index of a store. The papers' texts are read from ``texts.sqlite`` beside ``target``."""
    graph = Store.read_only(str(store))
    target.unlink(missing_ok=True)
    documents = sorted({document for (document,) in _ask(graph, "SELECT ?d WHERE { ?d cg:sourceText ?t }")})
    named: Counter[tuple[str, str]] = Counter()
    with closing(sqlite3.connect(target)) as db:
        db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _TABLES)
        with db:
            for start in range(0, len(documents), CHUNK):
                chunk = documents[start : start + CHUNK]
                _add(db, graph, target.with_name("texts.sqlite"), chunk, start + 1)
                named.update(_named(graph, chunk))
            _recount(db, graph, named)
            if len(documents) < TIDY_BELOW:
                db.execute("INSERT INTO papers(papers) VALUES('optimize')")
        if len(documents) < TIDY_BELOW:
            db.execute("VACUUM")


def update(previous: Path, target: Path, before: Path, store: Path, documents: Iterable[str]) -> None:
    """Write the index of ``store`` from the index and the store of the generation before.

    ``documents`` are IRIs of papers that came, went or changed, or that name someone whose names changed.
    """
    old, new = Store.read_only(str(before)), Store.read_only(str(store))
    shutil.copyfile(previous, target)
    named: Counter[tuple[str, str]] = Counter()
    changed = sorted(set(documents))
    with closing(sqlite3.connect(target)) as db, db:
        for start in range(0, len(changed), CHUNK):
            chunk = changed[start : start + CHUNK]
            _remove(db, chunk)
            last = db.execute("SELECT COALESCE(MAX(id), 0) FROM documents").fetchone()[0]
            there = [document for document in chunk if _has_text(new, document)]
            _add(db, new, target.with_name("texts.sqlite"), there, last + 1)
            named.update(_named(new, chunk))
            named.subtract(_named(old, chunk))
        _recount(db, new, named)


def _has_text(graph: Store, document: str) -> bool:
    return any(True for _ in graph.quads_for_pattern(NamedNode(document), NamedNode(CG + "sourceText"), None))


_PARTS: Final = {
    "title": "?d rico:title ?v", "summary": "?d rico:scopeAndContent ?v", "number": "?d cg:telegramNumber ?v",
    "sender": "?d rico:hasSender/(rdfs:label|skos:altLabel) ?v",
    "addressee": "?d rico:hasAddressee|rico:hasReceiver ?a . ?a rdfs:label|skos:altLabel ?v",
    "place": "?d cg:sentFrom|cg:sentTo ?a . ?a rdfs:label|skos:altLabel ?v",
    "topic": "?d rico:hasOrHadSubject/skos:prefLabel ?v",
}  # fmt: skip


def _add(db: sqlite3.Connection, graph: Store, texts: Path, documents: list[str], first: int) -> None:
    """Index papers under the numbers from ``first`` on."""
    parts: dict[str, dict[str, list[str]]] = {}
    values = _values(_with_enclosed(graph, documents))
    for name, pattern in _PARTS.items():
        for document, value in _ask(graph, f"SELECT DISTINCT ?d ?v WHERE {{ VALUES ?d {{ {values} }} {pattern} }}"):
            parts.setdefault(document.partition("/enclosed/")[0], {}).setdefault(name, []).append(value)
    with closing(opened(texts) if texts.is_file() else sqlite3.connect(":memory:")) as kept:
        for number, document in enumerate(documents, first):
            text = _text(kept, document) if texts.is_file() else ""
            found = parts.get(document, {})
            fields = [_terms(" . ".join(sorted(found.get(name, ())))) for name in FIELDS[:-1]]
            db.execute(f"INSERT INTO papers(rowid, {_COLUMNS}) VALUES ({_MARKS})", (number, *fields, _terms(text)))
            title = min(found.get("title", [document.removeprefix(DOC)]))
            packed, said = zlib.compress(text.encode(), 1), json.dumps(fields, ensure_ascii=False)
            db.execute("INSERT INTO documents VALUES (?, ?, ?, ?, ?)", (number, document, title, packed, said))


_COLUMNS: Final = ", ".join(FIELDS)
_MARKS: Final = ", ".join("?" * (len(FIELDS) + 1))


def _remove(db: sqlite3.Connection, documents: list[str]) -> None:
    """Take papers out: an index without content needs to be told the very words it was given."""
    for document in documents:
        row = db.execute("SELECT id, text, fields FROM documents WHERE iri = ?", (document,)).fetchone()
        if row is not None:
            words = (row[0], *json.loads(row[2]), _terms(zlib.decompress(row[1]).decode()))
            db.execute(f"INSERT INTO papers(papers, rowid, {_COLUMNS}) VALUES ('delete', {_MARKS})", words)
            db.execute("DELETE FROM documents WHERE id = ?", (row[0],))


def _with_enclosed(graph: Store, documents: list[str]) -> list[str]:
    inner = _ask(graph, f"SELECT DISTINCT ?e WHERE {{ VALUES ?d {{ {_values(documents)} }} ?d cg:encloses+ ?e }}")
    return [*documents, *(document for (document,) in inner)]


def _values(iris: Iterable[str]) -> str:
    return " ".join(f"<{iri}>" for iri in iris)


def _terms(text: str) -> str:
    return " ".join(term.term for term in terms(text))


def _text(kept: sqlite3.Connection, document: str) -> str:
    row = kept.execute("SELECT text FROM texts WHERE key = ?", (document.removeprefix(DOC),)).fetchone()
    return zlib.decompress(row[0]).decode() if row else ""


_THINGS: Final = {
    "agent": "?d rico:hasSender|rico:hasAddressee|rico:hasReceiver|cg:relayedBy|schema:mentions ?s ."
             " FILTER(CONTAINS(STR(?s), '/id/agent/'))",
    "place": "?d cg:sentFrom|cg:sentTo|schema:mentions ?s . FILTER(CONTAINS(STR(?s), '/id/place/'))",
    "topic": "?d rico:hasOrHadSubject/skos:broader* ?s",
    "form": "?d rico:hasDocumentaryFormType ?s",
}  # fmt: skip
_LABELS: Final = {
    "agent": "?s rdfs:label ?l", "place": "?s rdfs:label ?l",
    "topic": "?s skos:prefLabel ?l FILTER(LANG(?l) = 'en')", "form": "?s skos:prefLabel ?l FILTER(LANG(?l) = 'en')",
}  # fmt: skip


def _named(graph: Store, documents: list[str]) -> Counter[tuple[str, str]]:
    """In how many of these papers, messages enclosed in them counted apart, each thing is named: by kind and IRI."""
    found: Counter[tuple[str, str]] = Counter()
    values = _values(_with_enclosed(graph, documents))
    for kind, pattern in _THINGS.items():
        body = f"VALUES ?d {{ {values} }} ?d a rico:Record . {pattern}"
        for iri, count in _ask(graph, f"SELECT ?s (COUNT(DISTINCT ?d) AS ?n) WHERE {{ {body} }} GROUP BY ?s"):
            found[kind, iri] = int(count)
    return found


def _recount(db: sqlite3.Connection, graph: Store, named: Counter[tuple[str, str]]) -> None:
    """Add these numbers of papers to those of the things, and write their names anew."""
    for kind in _THINGS:
        iris = sorted(iri for of, iri in named if of == kind)
        for start in range(0, len(iris), CHUNK):
            chunk = iris[start : start + CHUNK]
            labels = _grouped(graph, chunk, _LABELS[kind])
            names = _grouped(graph, chunk, "?s rdfs:label|skos:altLabel|skos:prefLabel ?l")
            for iri in chunk:
                row = db.execute("SELECT documents FROM things WHERE iri = ?", (iri,)).fetchone()
                count = (row[0] if row else 0) + named[kind, iri]
                db.execute("DELETE FROM things WHERE iri = ?", (iri,))
                db.execute("DELETE FROM names WHERE iri = ?", (iri,))
                if count > 0 and labels.get(iri):
                    _describe(db, iri, kind, min(labels[iri]), names.get(iri, set()), count)


def _describe(db: sqlite3.Connection, iri: str, kind: str, label: str, names: set[str], count: int) -> None:
    others = sorted(names - {label})
    db.execute("INSERT INTO things VALUES (?, ?, ?, ?, ?)", (iri, kind, label, "; ".join(others[:3]), count))
    found = {term.term for name in {label, *others} for term in terms(name)}
    db.executemany("INSERT OR IGNORE INTO names VALUES (?, ?)", [(term, iri) for term in sorted(found)])


def _grouped(graph: Store, iris: list[str], pattern: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for iri, name in _ask(graph, f"SELECT ?s ?l WHERE {{ VALUES ?s {{ {_values(iris)} }} {pattern} }}"):
        found.setdefault(iri, set()).add(name)
    return found


def _ask(graph: Store, query: str) -> Iterator[tuple[str, ...]]:
    results = graph.query(query, prefixes=PREFIXES)
    assert isinstance(results, QuerySolutions)
    for row in results:
        yield tuple(str(getattr(term, "value", "")) for term in row)

"""Full text beside the store: ``перемирия`` finds *перемирие*, ``停战`` finds 停战谈判, ``"arms for 60"`` the words.

An SQLite FTS5 index of terms made here: words as typed without case and marks, Russian words without their endings,
Han in pairs of characters. Where a match stands is found by making the same terms of the text again, in code points.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from pyoxigraph import QuerySolutions, Store

from cablegraph.errors import QueryError
from cablegraph.iri import DOC, PREFIXES

FIELDS: Final = ("title", "sender", "addressee", "place", "topic", "summary", "number", "body")
AROUND: Final = 60

_WORD = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+|[^\W_\u3400-\u9fff\uf900-\ufaff]+(?:['’][^\W\d_]+)?")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
_ENDINGS: Final = (
    "иями", "ями", "ами", "иях", "ием", "ией", "ого", "его", "ому", "ему", "ыми", "ими", "ях", "ах", "ем", "ей", "ой",
    "ий", "ый", "ое", "ее", "ая", "яя", "ые", "ие", "ия", "ию", "ии", "ов", "ев", "ам", "ям", "ом", "ым", "им", "ых",
    "их", "ую", "юю", "а", "я", "о", "е", "ы", "и", "у", "ю", "ь", "й",
)  # fmt: skip
"""Endings of Russian nouns and adjectives, longer ones first."""

_LETTERS: Final = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})
"""Letters that NFKD leaves as they are, though readers type the plain one."""

_QUERY = re.compile(r'(?P<minus>-)?(?:(?P<field>[a-z]+):)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')
_TABLES = """
CREATE VIRTUAL TABLE papers USING fts5(title, sender, addressee, place, topic, summary, number, body,
  content='', columnsize=1, tokenize="unicode61 remove_diacritics 0", prefix='2 3');
CREATE TABLE documents (id INTEGER PRIMARY KEY, iri TEXT NOT NULL, title TEXT NOT NULL, text BLOB NOT NULL);
CREATE TABLE things (iri TEXT PRIMARY KEY, kind TEXT NOT NULL, label TEXT NOT NULL, note TEXT NOT NULL,
  documents INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE names (term TEXT NOT NULL, iri TEXT NOT NULL, PRIMARY KEY (term, iri)) WITHOUT ROWID;
"""


class Term(NamedTuple):
    """A term as indexed, and where its words stand (code points, half-open)."""

    term: str
    start: int
    end: int


class Match(NamedTuple):
    """A stretch of a paper's text that the query found."""

    start: int
    end: int
    quote: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A paper found, with its matched words (in text order)."""

    document: str
    title: str
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """A person, place or topic for a pick-list."""

    id: str
    label: str
    kind: str
    note: str
    documents: int


def terms(text: str) -> Iterator[Term]:
    """The terms of a text with their places."""
    for match in _WORD.finditer(text):
        word, start = match[0], match.start()
        if _HAN.match(word):
            for index in range(len(word)):
                pair = word[index : index + 2]
                yield Term(pair, start + index, start + index + len(pair))
        else:
            yield Term(term_of(word), start, match.end())


@lru_cache(maxsize=65536)
def term_of(word: str) -> str:
    """A word as it is indexed: no case, no marks, ``'s`` dropped, Russian endings stripped."""
    word = word.casefold().replace("’", "'").partition("'")[0] or word
    if not word.isascii():
        word = unicodedata.normalize("NFC", word).replace("ё", "е")
        if _CYRILLIC.fullmatch(word):
            return _stem(word)
        word = word.translate(_LETTERS)
        word = "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
    return word


def _stem(word: str) -> str:
    for _ in range(2):  # Филиппову, Филиппов: an ending may follow what looks like one
        ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= 3), "")
        word = word.removesuffix(ending)
    return word


# -- building


def build(store: Path, target: Path) -> None:
    """Write the index of a store. The papers' texts are read from ``texts.sqlite`` beside ``target``."""
    graph = Store.read_only(str(store))
    target.unlink(missing_ok=True)
    with closing(sqlite3.connect(target)) as db:
        db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _TABLES)
        with db:
            _papers(db, graph, target.with_name("texts.sqlite"))
            _things(db, graph)
            db.execute("INSERT INTO papers(papers) VALUES('optimize')")
        db.execute("VACUUM")


_PARTS: Final = {
    "title": "?d rico:title ?v", "summary": "?d rico:scopeAndContent ?v", "number": "?d cg:telegramNumber ?v",
    "sender": "?d rico:hasSender/(rdfs:label|skos:altLabel) ?v",
    "addressee": "?d rico:hasAddressee|rico:hasReceiver ?a . ?a rdfs:label|skos:altLabel ?v",
    "place": "?d cg:sentFrom|cg:sentTo ?a . ?a rdfs:label|skos:altLabel ?v",
    "topic": "?d rico:hasOrHadSubject/skos:prefLabel ?v",
}  # fmt: skip


def _papers(db: sqlite3.Connection, graph: Store, texts: Path) -> None:
    parts: dict[str, dict[str, list[str]]] = {}
    for name, pattern in _PARTS.items():
        for document, value in _ask(graph, f"SELECT DISTINCT ?d ?v WHERE {{ {pattern} }}"):
            parts.setdefault(document.partition("/enclosed/")[0], {}).setdefault(name, []).append(value)
    documents = [document for (document,) in _ask(graph, "SELECT ?d WHERE { ?d cg:sourceText ?t }")]
    with closing(_open(texts) if texts.is_file() else sqlite3.connect(":memory:")) as kept:
        for number, document in enumerate(sorted(set(documents)), 1):
            text = _text(kept, document) if texts.is_file() else ""
            found = parts.get(document, {})
            row = [_terms(" . ".join(sorted(found.get(name, ())))) for name in FIELDS[:-1]]
            db.execute(
                f"INSERT INTO papers(rowid, {', '.join(FIELDS)}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (number, *row, _terms(text)),
            )
            title = min(found.get("title", [document.removeprefix(DOC)]))
            packed = zlib.compress(text.encode(), 1)
            db.execute("INSERT INTO documents VALUES (?, ?, ?, ?)", (number, document, title, packed))


def _terms(text: str) -> str:
    return " ".join(term.term for term in terms(text))


def _text(kept: sqlite3.Connection, document: str) -> str:
    row = kept.execute("SELECT text FROM texts WHERE key = ?", (document.removeprefix(DOC),)).fetchone()
    return zlib.decompress(row[0]).decode() if row else ""


_THINGS: Final = {
    "agent": "VALUES ?p { rico:hasSender rico:hasAddressee rico:hasReceiver cg:relayedBy schema:mentions } ?d ?p ?s ."
             " ?s rdfs:label ?l FILTER(CONTAINS(STR(?s), '/id/agent/'))",
    "place": "VALUES ?p { cg:sentFrom cg:sentTo schema:mentions } ?d ?p ?s ."
             " ?s rdfs:label ?l FILTER(CONTAINS(STR(?s), '/id/place/'))",
    "topic": "?d rico:hasOrHadSubject/skos:broader* ?s . ?s skos:prefLabel ?l FILTER(LANG(?l) = 'en')",
    "form": "?d rico:hasDocumentaryFormType ?s . ?s skos:prefLabel ?l FILTER(LANG(?l) = 'en')",
}  # fmt: skip


def _things(db: sqlite3.Connection, graph: Store) -> None:
    names: dict[str, set[str]] = {}
    for iri, name in _ask(graph, "SELECT ?s ?n WHERE { ?s rdfs:label|skos:altLabel|skos:prefLabel ?n }"):
        names.setdefault(iri, set()).add(name)
    for kind, pattern in _THINGS.items():
        columns = "?s (MIN(STR(?l)) AS ?label) (COUNT(DISTINCT ?d) AS ?n)"
        query = f"SELECT {columns} WHERE {{ ?d a rico:Record . {pattern} }} GROUP BY ?s"
        for iri, label, count in _ask(graph, query):
            others = sorted(names.get(iri, set()) - {label})
            row = (iri, kind, label, "; ".join(others[:3]), int(count))
            db.execute("INSERT OR IGNORE INTO things VALUES (?, ?, ?, ?, ?)", row)
            found = {term.term for name in {label, *others} for term in terms(name)}
            db.executemany("INSERT OR IGNORE INTO names VALUES (?, ?)", [(term, iri) for term in sorted(found)])


def _ask(graph: Store, query: str) -> Iterator[tuple[str, ...]]:
    results = graph.query(query, prefixes=PREFIXES)
    assert isinstance(results, QuerySolutions)
    for row in results:
        yield tuple(str(getattr(term, "value", "")) for term in row)


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)


# -- asking


class _Wanted(NamedTuple):
    field: str
    terms: tuple[str, ...]
    prefix: bool
    excluded: bool


def parse(text: str) -> tuple[_Wanted, ...]:
    """What a query asks for: words, ``"phrases"``, ``prefix*``, ``field:word`` and ``-without``.

    Raises QueryError for an unknown field. A query of signs alone asks for nothing.
    """
    found = []
    for match in _QUERY.finditer(text):
        field, words = match["field"] or "", match["phrase"] if match["phrase"] is not None else match["word"]
        if field and field not in FIELDS:
            if match["phrase"] is None and match["field"]:
                raise QueryError(f'there is no field "{field}"', notes=f"fields: {', '.join(FIELDS)}", code="search")
            continue
        prefix = match["phrase"] is None and words.endswith("*")
        made = [term.term for term in terms(words)]
        if len(made) > 1 and _HAN.match(made[-1]) and len(made[-1]) == 1:
            made.pop()  # the last character alone stands for the end of a run, not for a word
        elif len(made) == 1 and len(made[0]) == 1 and _HAN.match(made[0]):
            prefix = True
        if prefix and made and not _HAN.match(made[-1]):
            made[-1] = words.rstrip("*").casefold().split()[-1]
        if made:
            found.append(_Wanted(field, tuple(made), prefix, bool(match["minus"])))
    return tuple(found)


def _match(wanted: Iterable[_Wanted]) -> str:
    """FTS5's own syntax, every term quoted."""
    wanted = list(wanted)
    plus = [_clause(item) for item in wanted if not item.excluded]
    minus = [_clause(item) for item in wanted if item.excluded]
    return " AND ".join(plus) + "".join(f" NOT {clause}" for clause in minus)


def _clause(item: _Wanted) -> str:
    phrase = " ".join(item.terms).replace('"', '""')
    return (f"{{{item.field}}} : " if item.field else "") + f'"{phrase}"' + (" *" if item.prefix else "")


class Index:
    """A finished index, open for reading; safe in several threads. A missing or empty file finds nothing."""

    def __init__(self, path: Path) -> None:
        self._db = _open(path) if path.is_file() and path.stat().st_size else None

    def close(self) -> None:
        """Let go of the file."""
        if self._db is not None:
            self._db.close()

    def documents(self, text: str, limit: int = 2_000) -> list[str]:
        """IRIs of the papers that a query finds, best first, at most ``limit``."""
        return [iri for _, iri, _ in self._rows(parse(text), limit, 0)]

    def count(self, text: str) -> int:
        """How many papers a query finds."""
        match = _match(parse(text))
        if self._db is None or not match or match.startswith(" NOT"):
            return 0
        return int(self._db.execute("SELECT COUNT(*) FROM papers WHERE papers MATCH ?", (match,)).fetchone()[0])

    def search(self, text: str, limit: int = 20, offset: int = 0, matches: int = 5) -> list[Hit]:
        """Papers with their matched words, best first; ``matches`` at most for each."""
        wanted = parse(text)
        rows = self._rows(wanted, limit, offset)
        return [Hit(iri, title, self._matches(number, wanted, matches)) for number, iri, title in rows]

    def suggest(self, text: str, kind: str = "", limit: int = 10) -> list[Thing]:
        """People, places, topics and forms whose names have words that begin so; those of most papers first."""
        found = [term_of(word) for word in text.split()]
        if self._db is None or not found:
            return []
        having = " INTERSECT ".join("SELECT iri FROM names WHERE term >= ? AND term < ?" for _ in found)
        bounds = [bound for term in found for bound in (term, term + "\uffff")]
        rows = self._db.execute(
            f"SELECT iri, label, kind, note, documents FROM things WHERE iri IN ({having}) AND (? = '' OR kind = ?)"
            " ORDER BY documents DESC, label, iri LIMIT ?",
            (*bounds, kind, kind, limit),
        )
        return [Thing(*row) for row in rows]

    def _rows(self, wanted: tuple[_Wanted, ...], limit: int, offset: int) -> list[tuple[int, str, str]]:
        match = _match(wanted)
        if self._db is None or not match or match.startswith(" NOT"):
            return []
        return self._db.execute(
            "SELECT d.id, d.iri, d.title FROM papers JOIN documents d ON d.id = papers.rowid WHERE papers MATCH ?"
            " ORDER BY bm25(papers, 5, 3, 3, 2, 2, 2, 5, 1), d.id LIMIT ? OFFSET ?",
            (match, limit, offset),
        ).fetchall()

    def _matches(self, number: int, wanted: tuple[_Wanted, ...], limit: int) -> tuple[Match, ...]:
        assert self._db is not None
        row = self._db.execute("SELECT text FROM documents WHERE id = ?", (number,)).fetchone()
        text = zlib.decompress(row[0]).decode()
        found = sorted(set(spans(text, wanted)))
        return tuple(
            Match(start, end, text[start:end], text[max(start - AROUND, 0) : start], text[end : end + AROUND])
            for start, end in found[:limit]
        )


def spans(text: str, wanted: Iterable[_Wanted]) -> Iterator[tuple[int, int]]:
    """Where the words of a query stand in a text: code points, half-open."""
    made = list(terms(text))
    for item in wanted:
        if item.excluded or item.field not in ("", "body", "title", "summary"):
            continue
        size = len(item.terms)
        for index in range(len(made) - size + 1):
            window = made[index : index + size]
            last = window[-1].term.startswith(item.terms[-1]) if item.prefix else window[-1].term == item.terms[-1]
            if last and all(one.term == term for one, term in zip(window[:-1], item.terms[:-1], strict=True)):
                alone = size == 1 and len(item.terms[0]) == 1 and _HAN.match(item.terms[0])
                yield window[0].start, window[0].start + 1 if alone else window[-1].end

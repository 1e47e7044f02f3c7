"""The full-text index asked: ``"arms for 60" -rifles sender:stalin`` gives papers, with the words that match."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Final, NamedTuple

from cablegraph.errors import QueryError
from cablegraph.search.terms import FIELDS, HAN, indexed, opened, terms

AROUND: Final = 60
MOST_WORDS: Final = 100
"""Words and phrases that a query may ask for; the engine below takes some hundreds."""
NAME_WORDS: Final = 20
"""No name has more words."""


_QUERY = re.compile(r'(?P<minus>-)?(?:(?P<field>[a-z]+):)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')


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


class _Wanted(NamedTuple):
    field: str
    terms: tuple[str, ...]
    prefix: bool
    excluded: bool


def parse(text: str) -> tuple[_Wanted, ...]:
    """What a query asks for: words, ``"phrases"``, ``prefix*``, ``field:word`` and ``-without``.

    Raises QueryError for an unknown field and for too many words. A query of signs alone asks for nothing.
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
        if len(made) > 1 and HAN.match(made[-1]) and len(made[-1]) == 1:
            made.pop()  # the last character alone stands for the end of a run, not for a word
        elif len(made) == 1 and len(made[0]) == 1 and HAN.match(made[0]):
            prefix = True
        if prefix and made and not HAN.match(made[-1]):
            made[-1] = words.rstrip("*").casefold().split()[-1]
        if made:
            found.append(_Wanted(field, tuple(made), prefix, bool(match["minus"])))
    if len(found) > MOST_WORDS:
        hint = "ask for a few that stand together rarely"
        raise QueryError(f"{len(found)} words were asked for, at most {MOST_WORDS} are", notes=hint, code="search")
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
        self._db = opened(path) if path.is_file() and path.stat().st_size else None

    def close(self) -> None:
        """Let go of the file."""
        if self._db is not None:
            self._db.close()

    def documents(self, text: str, limit: int = 2_000) -> list[str]:
        """IRIs of the papers that a query finds, best first, at most ``limit``."""
        return [iri for _, iri, _ in self._rows(parse(text), limit, 0)]

    def numbers(self, text: str) -> list[int]:
        """The index's own numbers of the papers that a query finds, in no order, which is quick for common words."""
        match = _match(parse(text))
        if self._db is None or not match or match.startswith(" NOT"):
            return []
        query = "SELECT json_group_array(rowid) FROM papers WHERE papers MATCH ?"
        found: list[int] = json.loads(self._db.execute(query, (match,)).fetchone()[0])
        return found

    def iris(self) -> Iterator[tuple[int, str]]:
        """The index's own numbers of all papers, with their IRIs."""
        if self._db is None:
            return iter(())
        numbers, iris = self._db.execute("SELECT json_group_array(id), json_group_array(iri) FROM documents").fetchone()
        return zip(json.loads(numbers), json.loads(iris), strict=True)

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

    def near(self, text: str, limit: int = 3) -> list[str]:
        """The query with its first word that no paper holds put right: ``armistise`` gives ``armistice``.

        Compared are words of papers that begin with the same two letters, the likest first. Words of scripts whose
        endings are cut or whose letters go in pairs are left alone: their terms are no words.
        """
        if self._db is None:
            return []
        self._db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.words_of USING fts5vocab('main', 'papers', 'row')")
        words = text.split()
        for place, word in enumerate(words):
            term = word.casefold()
            if len(term) < 4 or not (term.isascii() and term.isalpha()):
                continue
            bounds = (term[:2], term[:2] + "\uffff")
            held = self._db.execute("SELECT term FROM temp.words_of WHERE term >= ? AND term < ?", bounds)
            known = [row[0] for row in held if abs(len(row[0]) - len(term)) <= 2]
            if term not in known:
                alike = get_close_matches(term, known, limit, 0.75)
                return [" ".join([*words[:place], found, *words[place + 1 :]]) for found in alike]
        return []

    def suggest(self, text: str, kind: str = "", limit: int = 10) -> list[Thing]:
        """People, places, topics and forms whose names have words that begin so; those of most papers first."""
        found = indexed(text).split()  # a name's terms, as it is indexed: "Chou En-lai" is three
        if self._db is None or not found or len(found) > NAME_WORDS:
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
            " ORDER BY bm25(papers, 5, 3, 3, 2, 2, 2, 5, 1), d.iri LIMIT ? OFFSET ?",
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
    return ((start, end) for start, end, _ in _numbered(text, wanted))


def runs(text: str, wanted: Iterable[_Wanted]) -> list[tuple[int, int]]:
    """Where words of a query stand side by side, runs of most different words first: *arms for 60 divisions* whole.

    A run goes over blanks and signs between its words, never over a line's end.
    """
    made: list[tuple[int, int, set[int]]] = []
    for start, end, number in sorted(set(_numbered(text, wanted))):
        if made and (start < made[-1][1] or _BETWEEN.fullmatch(text, made[-1][1], start)):
            begin, last, held = made.pop()
            made.append((begin, max(last, end), held | {number}))
        else:
            made.append((start, end, {number}))
    made.sort(key=lambda run: (-len(run[2]), run[0]))
    return [(start, end) for start, end, _ in made]


_BETWEEN = re.compile(r"[^\w\n]{1,3}")


def _numbered(text: str, wanted: Iterable[_Wanted]) -> Iterator[tuple[int, int, int]]:
    """Where the words of a query stand, each with the number of what was asked for."""
    made = list(terms(text))
    for number, item in enumerate(wanted):
        if item.excluded or item.field not in ("", "body", "title", "summary"):
            continue
        size = len(item.terms)
        for index in range(len(made) - size + 1):
            window = made[index : index + size]
            last = window[-1].term.startswith(item.terms[-1]) if item.prefix else window[-1].term == item.terms[-1]
            if last and all(one.term == term for one, term in zip(window[:-1], item.terms[:-1], strict=True)):
                alone = size == 1 and len(item.terms[0]) == 1 and HAN.match(item.terms[0])
                yield window[0].start, window[0].start + 1 if alone else window[-1].end, number

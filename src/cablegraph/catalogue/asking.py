"""The catalogue asked: *which papers of 1951 did Stalin send?* is two sets met; cards are read where they are shown."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any, Generic, TypeVar

from cablegraph.catalogue import postings
from cablegraph.catalogue.cards import Card, Cited, When, long, short
from cablegraph.catalogue.selection import ORDERS, Selection
from cablegraph.catalogue.turned import FEW_THINGS, Things
from cablegraph.catalogue.writing import Writer
from cablegraph.iri import DOC, FORM, is_party


class Catalogue:
    """The cards of a generation and what is known of the things in them, read as they are asked for."""

    def __init__(self, generation: str, db: sqlite3.Connection) -> None:
        self.generation = generation
        self._db = db
        self._indexed: array[int] | None = None
        self._had: dict[str, Things | None] = {}
        self._places: dict[str, array[int]] = {}

    @classmethod
    def opened(cls, generation: str, path: Path) -> Catalogue:
        """A finished catalogue, for reading only."""
        uri = f"file:{path}?mode=ro&immutable=1"
        return cls(generation, sqlite3.connect(uri, uri=True, check_same_thread=False))

    @classmethod
    def made(cls, generation: str, write: Callable[[Writer], None], path: Path | None = None) -> Catalogue:
        """A catalogue of what ``write`` writes: in a file, or in memory where there is none."""
        db = sqlite3.connect(path or ":memory:", check_same_thread=False)
        with db:
            writer = Writer(db)
            write(writer)
            writer.finish()
        return cls(generation, db)

    def rows(self, query: str, *values: Any) -> list[Any]:
        """Rows of a question in SQL."""
        return self._db.execute(query, values).fetchall()

    def walk(self, query: str, *values: Any) -> Iterator[Any]:
        """Rows of a question in SQL, one after the other."""
        return iter(self._db.execute(query, values))

    def one(self, query: str, *values: Any) -> Any:
        """The first value of the first row, or nothing."""
        row = self._db.execute(query, values).fetchone()
        return row[0] if row else None

    # ------------------------------------------------------------------ things

    def label(self, iri: str) -> str:
        """The plain name of a thing."""
        return self.labels.get(iri) or _named_by(iri)

    def labels_of(self, iris: Iterable[str]) -> dict[str, str]:
        """The plain names of these things."""
        wanted = list(iris)
        return {iri: _named_by(iri) for iri in wanted} | self.labels.many(wanted)

    def kind(self, iri: str) -> str:
        """person, body, position, name, place, topic, archive or document; a group that one paper names is a body."""
        return self.kinds_of((iri,))[iri]

    def kinds_of(self, iris: Iterable[str]) -> dict[str, str]:
        """What these things are."""
        wanted = list(iris)
        plain = {
            iri: "body" if is_party(iri) else "document" if iri.startswith(DOC) else "form" if iri.startswith(FORM)
            else "thing" for iri in wanted
        }  # fmt: skip
        found = Lookup(self, "kind", "things", lambda row: str(row[0])).many(wanted)
        return plain | {iri: kind for iri, kind in found.items() if not iri.startswith(DOC)}

    @cached_property
    def labels(self) -> Lookup[str]:
        """Plain names."""
        return Lookup(self, "label", "labels", lambda row: str(row[0]))

    @cached_property
    def dates(self) -> Lookup[When]:
        """Date nodes."""
        return Lookup(self, "edtf, earliest, latest, written", "dates", lambda row: When(*row))

    @cached_property
    def wikidata(self) -> Lookup[str]:
        """Items of Wikidata."""
        return Lookup(self, "item", "wikidata", lambda row: str(row[0]))

    @cached_property
    def coordinates(self) -> Lookup[tuple[float, float]]:
        """Longitude and latitude of places."""
        return Lookup(self, "longitude, latitude", "places", lambda row: (float(row[0]), float(row[1])))

    @cached_property
    def by_iri(self) -> Lookup[Card]:
        """Cards of papers and of messages inside them."""
        return Lookup(self, "card", "papers", lambda row: Card.unpacked(row[0]))

    def uses(self, iri: str) -> int:
        """In how many papers a thing is named."""
        return self.one("SELECT count FROM postings WHERE role = 'any' AND thing = ?", short(iri)) or 0

    def suggest(self, words: str, kind: str, limit: int) -> list[Named]:
        """Things of a kind whose folded name begins with the words, or holds them, those of most papers first."""
        of_kind = "(:kind = '' OR kind IN (SELECT value FROM json_each(:kinds)))"
        where = f"instr(folded, :words) AND {of_kind} AND (papers OR :kind != '' OR kind != 'topic')"
        order = "substr(folded, 1, length(:words)) != :words, :words != '' AND NOT instr(' ' || folded, ' ' || :words)"
        query = f"SELECT * FROM ({_NAMED}) WHERE {where} ORDER BY {order}, papers DESC, folded, iri LIMIT :limit"
        kinds = json.dumps(kinds_meant(kind))
        rows = self._db.execute(query, {"words": words, "kind": kind, "kinds": kinds, "limit": limit}).fetchall()
        return [Named(long(iri), label, kind, papers) for iri, label, kind, papers, _ in rows]

    # ------------------------------------------------------------------ papers

    @property
    def cards(self) -> Selection:
        """All papers, messages inside them too."""
        return Selection(self, None)

    def bits(self, role: str, thing: str) -> int:
        """The set of papers in which a thing has a role."""
        found = self.one("SELECT papers FROM postings WHERE role = ? AND thing = ?", role, short(thing))
        return postings.unpack(found) if found else 0

    def papers_of(self, iri: str) -> Selection:
        """Papers that name a thing in any part, or of which a copy lies in it."""
        return Selection(self, self.bits("any", iri) | self.bits("archive", iri))

    def indexed(self, numbers: Iterable[int], iris: Callable[[], Iterable[tuple[int, str]]]) -> int:
        """The set of papers that another index of this generation numbers so; ``iris`` are all its numbers and IRIs.

        Which number is whose is asked once, and kept: four bytes a paper.
        """
        if self._indexed is None:
            names, ids = self.rows("SELECT json_group_array(iri), json_group_array(id) FROM papers")[0]
            own = dict(zip(json.loads(names), json.loads(ids), strict=True))
            pairs = [(number, own.get(short(iri), 0)) for number, iri in iris()]
            self._indexed = array("I", bytes(4 * (1 + max((number for number, _ in pairs), default=0))))
            for number, paper in pairs:
                self._indexed[number] = paper
        return postings.of([self._indexed[number] for number in numbers]) & ~1

    def beginning(self, iri: str, most: int) -> list[str]:
        """Papers whose name begins so."""
        begin = short(iri)
        return [long(row[0]) for row in self.walk(_BEGINNING, begin, begin + "\U0010ffff", most)]

    def had(self, role: str) -> Things | None:
        """What each paper has in a role, kept once it was asked; nothing where few things have the role at all."""
        if role not in self._had:
            many = self.one("SELECT COUNT(*) FROM postings WHERE role = ?", role) > FEW_THINGS
            rows = self.walk("SELECT thing, papers FROM postings WHERE role = ? ORDER BY thing", role)
            self._had[role] = Things(((long(thing), packed) for thing, packed in rows), self._last) if many else None
        return self._had[role]

    def warm(self) -> None:
        """Ask beforehand what choices are counted and put in order by, so that the first reader need not wait."""
        _ = self.everything
        for role in ("out.agent", "in.agent"):
            self.had(role)
        self.places("date")
        _ = self.facts

    @cached_property
    def facts(self) -> Mapping[int, tuple[str, str, str]]:
        """First and last day and short name of each paper, by number: what drawings of many papers add up.

        Days are kept once each; a paper takes some 200 bytes.
        """
        once: dict[str, str] = {}
        rows = self.walk("SELECT id, earliest, latest, iri FROM papers")
        return {
            number: (once.setdefault(first, first), once.setdefault(last, last), iri)
            for number, first, last, iri in rows
        }

    @property
    def knows_facts(self) -> bool:
        """Whether `facts` were asked for before: then the few are looked up in them too."""
        return "facts" in self.__dict__

    def places(self, order: str) -> array[int]:
        """The place of each paper in an order of `ORDERS`, kept once it was asked: four bytes a paper."""
        if order not in self._places:
            found = array("I", bytes(4 * (self._last + 1)))
            for place, number in enumerate(chain.from_iterable(map(self._numbers, ORDERS[order]))):
                found[number] = place
            self._places[order] = found
        return self._places[order]

    def within(self, first: str, last: str, *, surely: bool) -> int:
        """The set of papers that possibly, or surely, are of these days (ISO dates, both included).

        `dates.within` says what possibly is; in three parts, each can be looked up.
        """
        if surely:
            return postings.of(self._numbers("WHERE earliest != '' AND earliest >= ? AND latest <= ? AND latest != ''",
                                             first, last))  # fmt: skip
        lies = self._numbers("WHERE earliest != '' AND earliest <= ? AND latest >= ?", last, first)
        before = self._numbers("WHERE earliest = '' AND latest != '' AND latest >= ?", first)
        after = self._numbers("WHERE latest = '' AND earliest != '' AND earliest <= ?", last)
        return postings.of(lies + before + after)

    def _numbers(self, clause: str = "", *values: str) -> list[int]:
        """Numbers of the papers that a clause means: as one JSON text, which costs a third of a row for each."""
        found: list[int] = json.loads(self.one(_NUMBERS.format(clause), *values))
        return found

    @cached_property
    def _last(self) -> int:
        """The highest number of a paper."""
        return int(self.one("SELECT MAX(id) FROM papers") or 0)

    @cached_property
    def everything(self) -> int:
        """The set of all papers."""
        return postings.of(self._numbers())

    @cached_property
    def papers(self) -> Selection:
        """The papers that do not stand inside another."""
        return Selection(self, self.everything & ~self.bits("state", "inside"))

    @cached_property
    def all(self) -> int:
        """How many papers there are, messages inside them counted."""
        return int(self.one("SELECT COUNT(*) FROM papers"))

    @cached_property
    def inside(self) -> int:
        """How many of the papers stand inside another."""
        return self.one("SELECT count FROM postings WHERE role = 'state' AND thing = 'inside'") or 0

    @property
    def held(self) -> int:
        """How many papers are held, messages inside them not counted."""
        return self.all - self.inside

    def different(self, *roles: str) -> int:
        """How many things have one of these roles in any paper."""
        marks = ", ".join("?" * len(roles))
        return int(self.one(f"SELECT COUNT(DISTINCT thing) FROM postings WHERE role IN ({marks})", *roles))

    # ------------------------------------------------------------------ cited

    @cached_property
    def not_held(self) -> CitedPapers:
        """Cited, and not found here."""
        return CitedPapers(self, "WHERE held = '' AND promised = 0 AND again = 0")

    @cached_property
    def not_found(self) -> CitedPapers:
        """Promised, and not found here."""
        return CitedPapers(self, "WHERE held = '' AND promised = 1 AND again = 0")

    @cached_property
    def cited(self) -> CitedPapers:
        """All that is cited or promised."""
        return CitedPapers(self, "")

    def cited_in(self, paper: str) -> dict[str, str]:
        """What a paper cites or promises, with the held paper that each was found to be, or nothing."""
        return {long(iri): long(held) for iri, held in self.walk(_CITED_IN, short(paper))}

    def citations(self, iris: Iterable[str]) -> list[Cited]:
        """These cited papers, by their own names."""
        clause = "WHERE iri IN (SELECT value FROM json_each(?))"
        return list(CitedPapers(self, clause, json.dumps(list(map(short, iris)))))

    def replies(self, iris: Iterable[str]) -> list[Cited]:
        """Citations of held papers among these papers."""
        wanted = list(iris)
        clause = "WHERE held != '' AND citing IN (SELECT value FROM json_each(?))"
        among = set(wanted)
        return [item for item in CitedPapers(self, clause, json.dumps(list(map(short, wanted)))) if item.held in among]

    @cached_property
    def busiest(self) -> tuple[list[str], int]:
        """Papers that cite or are cited most, some hundreds of them; and how many cite or are cited at all."""
        once = "promised = 0 AND again = 0"
        citing = f"SELECT citing AS iri, COUNT(*) AS n FROM cited WHERE {once} GROUP BY citing"
        held = f"SELECT held AS iri, COUNT(*) AS n FROM cited WHERE held != '' AND {once} GROUP BY held"
        top = {row[0] for query in (citing, held) for row in self.walk(f"{query} ORDER BY n DESC, iri LIMIT 500")}
        count = f"SELECT COUNT(*) FROM cited WHERE {once} AND"
        often = {iri: self.one(f"{count} citing = ?", iri) + self.one(f"{count} held = ?", iri) for iri in top}
        only = f"SELECT COUNT(*) FROM ({held}) h WHERE NOT EXISTS (SELECT 1 FROM cited WHERE {once} AND citing = h.iri)"
        every = self.one(f"SELECT COUNT(*) FROM ({citing})") + self.one(f"{count} held = ''") + self.one(only)
        return [long(iri) for iri in sorted(top, key=lambda iri: (-often[iri], iri))], every

    def cited_with(self, iri: str, role: str) -> Counter[str]:
        """The other parties of papers cited and not held of which a thing is ``sender`` or ``addressee``."""
        other = {"sender": "addressee", "addressee": "sender"}[role]
        query = (
            f"SELECT {other} FROM cited_parties p CROSS JOIN cited c ON c.iri = p.cited"
            " WHERE p.thing = ? AND p.role = ? AND c.held = '' AND c.promised = 0 AND c.again = 0"
        )
        return Counter(long(party) for (text,) in self.walk(query, short(iri), role) for party in json.loads(text))

    def links_of(self, iri: str, end: str) -> Counter[str]:
        """Papers to each addressee of a sender (``end`` *source*), from each sender of an addressee (*target*)."""
        other = {"source": "target", "target": "source"}[end]
        query = f"SELECT {other}, weight FROM links WHERE kind = 'agent.letter' AND {end} = ?"
        return Counter({long(party): weight for party, weight in self.walk(query, short(iri))})


@dataclass(frozen=True, slots=True)
class Named:
    """A thing with its name, and in how many papers it is named."""

    iri: str
    label: str
    kind: str
    papers: int


Value = TypeVar("Value")


class Lookup(Generic[Value]):
    """A table asked for one thing at a time, as a mapping would be."""

    def __init__(self, catalogue: Catalogue, columns: str, table: str, read: Callable[[Any], Value]) -> None:
        self._catalogue, self._read = catalogue, read
        self._query = f"SELECT {columns} FROM {table} WHERE iri = ?"
        self._many = f"SELECT iri, {columns} FROM {table} WHERE iri IN (SELECT value FROM json_each(?))"

    def get(self, iri: str) -> Value | None:
        """What is known of a thing, or nothing."""
        rows = self._catalogue.rows(self._query, short(iri))
        return self._read(rows[0]) if rows else None

    def many(self, iris: Iterable[str]) -> dict[str, Value]:
        """What is known of these things, asked at once."""
        rows = self._catalogue.walk(self._many, json.dumps(list(map(short, iris))))
        return {long(iri): self._read(row) for iri, *row in rows}

    def __getitem__(self, iri: str) -> Value:
        found = self.get(iri)
        if found is None:
            raise KeyError(iri)
        return found

    def __contains__(self, iri: object) -> bool:
        return isinstance(iri, str) and bool(self._catalogue.rows(self._query, short(iri)))


class CitedPapers:
    """Cited papers that a clause means: how many, and one after the other."""

    def __init__(self, catalogue: Catalogue, clause: str, *values: Any) -> None:
        self._catalogue, self._clause, self._values = catalogue, clause, values
        self._count: int | None = None

    def __len__(self) -> int:
        if self._count is None:
            self._count = int(self._catalogue.one(f"SELECT COUNT(*) FROM cited {self._clause}", *self._values))
        return self._count

    def __iter__(self) -> Iterator[Cited]:
        columns = "iri, citing, promised, held, date, number, form, sender, addressee"
        for row in self._catalogue.walk(f"SELECT {columns} FROM cited {self._clause} ORDER BY iri", *self._values):
            parties = (tuple(map(long, json.loads(text))) for text in row[7:])
            number, form = row[5], long(row[6])
            yield Cited(long(row[0]), long(row[1]), bool(row[2]), long(row[3]), long(row[4]), number, form, *parties)


AGENTS = ("person", "body", "position", "name")


def kinds_meant(kind: str) -> tuple[str, ...]:
    """The kinds that a word stands for: an agent is any of those who write and are written to."""
    return AGENTS if kind == "agent" else (kind,)


_NAMED = """SELECT things.iri AS iri, label, kind, COALESCE(count, 0) AS papers, folded FROM things
  LEFT JOIN postings ON role = 'any' AND thing = things.iri"""


def _named_by(iri: str) -> str:
    """The name of a thing that has none: the end of its IRI."""
    return iri.rpartition("/")[2].replace("-", " ")


_NUMBERS = "SELECT json_group_array(id) FROM (SELECT id FROM papers {})"
_BEGINNING = "SELECT iri FROM papers WHERE iri >= ? AND iri < ? ORDER BY iri LIMIT ?"
_CITED_IN = "SELECT iri, held FROM cited WHERE paper = ?"

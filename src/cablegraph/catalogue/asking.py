"""The catalogue asked: *which papers of 1951 did Stalin send?* is two sets met; cards are read where they are shown."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from heapq import nsmallest
from itertools import chain, islice
from pathlib import Path
from typing import Any, Generic, TypeVar, overload

from cablegraph.catalogue import postings
from cablegraph.catalogue.cards import Card, Cited, Link, When, long, short
from cablegraph.catalogue.writing import Writer
from cablegraph.iri import DOC, FORM

FEW = 2000
"""Papers that are looked up one by one; of more, the whole order is walked."""
ORDERS: Mapping[str, str] = {
    "date": "earliest = '', earliest, iri", "title": "title = '', title, earliest = '', earliest, iri",
    "sender": "sender = '', sender, earliest = '', earliest, iri",
}  # fmt: skip


class Catalogue:
    """The cards of a generation and what is known of the things in them, read as they are asked for."""

    def __init__(self, generation: str, db: sqlite3.Connection) -> None:
        self.generation = generation
        self._db = db

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
        return self.labels.get(iri) or iri.rpartition("/")[2].replace("-", " ")

    def kind(self, iri: str) -> str:
        """person, body, position, name, place, topic, archive or document."""
        if iri.startswith(DOC):
            return "document"
        found = self.one("SELECT kind FROM things WHERE iri = ?", short(iri))
        return str(found or ("form" if iri.startswith(FORM) else "thing"))

    @cached_property
    def labels(self) -> Lookup[str]:
        """Plain names."""
        return Lookup(self, "SELECT label FROM labels WHERE iri = ?", lambda row: str(row[0]))

    @cached_property
    def dates(self) -> Lookup[When]:
        """Date nodes."""
        query = "SELECT edtf, earliest, latest, written FROM dates WHERE iri = ?"
        return Lookup(self, query, lambda row: When(*row))

    @cached_property
    def wikidata(self) -> Lookup[str]:
        """Items of Wikidata."""
        return Lookup(self, "SELECT item FROM wikidata WHERE iri = ?", lambda row: str(row[0]))

    @cached_property
    def coordinates(self) -> Lookup[tuple[float, float]]:
        """Longitude and latitude of places."""
        query = "SELECT longitude, latitude FROM places WHERE iri = ?"
        return Lookup(self, query, lambda row: (float(row[0]), float(row[1])))

    @cached_property
    def by_iri(self) -> Lookup[Card]:
        """Cards of papers and of messages inside them."""
        return Lookup(self, "SELECT card FROM papers WHERE iri = ?", lambda row: Card.unpacked(row[0]))

    def uses(self, iri: str) -> int:
        """In how many papers a thing is named."""
        return self.one("SELECT count FROM postings WHERE role = 'any' AND thing = ?", short(iri)) or 0

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
        """Papers that name a thing in any part."""
        return Selection(self, self.bits("any", iri))

    def named(self, iris: Iterable[str]) -> int:
        """The set of these papers, as far as they are held."""
        rows = self.walk(
            "SELECT id FROM papers WHERE iri IN (SELECT value FROM json_each(?))", json.dumps(list(map(short, iris)))
        )
        return postings.of([row[0] for row in rows])

    def within(self, first: str, last: str, *, surely: bool) -> int:
        """The set of papers that possibly, or surely, are of these days (ISO dates, both included)."""
        begin, end = "COALESCE(NULLIF(earliest, ''), '0000')", "COALESCE(NULLIF(latest, ''), '9999')"
        lies = f"{begin} >= ? AND {end} <= ?" if surely else f"{end} >= ? AND {begin} <= ?"
        rows = self.walk(f"SELECT id FROM papers WHERE (earliest || latest) != '' AND {lies}", first, last)
        return postings.of([row[0] for row in rows])

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

    # ------------------------------------------------------------------ cited

    @cached_property
    def not_held(self) -> CitedPapers:
        """Cited, and not found here."""
        return CitedPapers(self, "WHERE held = '' AND promised = 0")

    @cached_property
    def not_found(self) -> CitedPapers:
        """Promised, and not found here."""
        return CitedPapers(self, "WHERE held = '' AND promised = 1")

    @cached_property
    def cited(self) -> CitedPapers:
        """All that is cited or promised."""
        return CitedPapers(self, "")

    def cited_in(self, paper: str) -> dict[str, str]:
        """What a paper cites or promises, with the held paper that each was found to be, or nothing."""
        return {long(iri): long(held) for iri, held in self.walk(_CITED_IN, short(paper))}

    def replies(self, iris: Iterable[str]) -> list[Cited]:
        """Citations of held papers among these papers."""
        wanted = list(iris)
        clause = "WHERE held != '' AND citing IN (SELECT value FROM json_each(?))"
        among = set(wanted)
        return [item for item in CitedPapers(self, clause, json.dumps(list(map(short, wanted)))) if item.held in among]

    def cited_with(self, iri: str, role: str) -> Counter[str]:
        """The other parties of papers cited and not held of which a thing is ``sender`` or ``addressee``."""
        other = {"sender": "addressee", "addressee": "sender"}[role]
        query = (
            f"SELECT {other} FROM cited_parties p CROSS JOIN cited c ON c.iri = p.cited"
            " WHERE p.thing = ? AND p.role = ? AND c.held = '' AND c.promised = 0"
        )
        return Counter(long(party) for (text,) in self.walk(query, short(iri), role) for party in json.loads(text))

    def links_of(self, iri: str, end: str) -> Counter[str]:
        """Papers to each addressee of a sender (``end`` *source*), from each sender of an addressee (*target*)."""
        other = {"source": "target", "target": "source"}[end]
        query = f"SELECT {other}, weight FROM links WHERE kind = 'agent.letter' AND {end} = ?"
        return Counter({long(party): weight for party, weight in self.walk(query, short(iri))})


Value = TypeVar("Value")


class Lookup(Generic[Value]):
    """A table asked for one thing at a time, as a mapping would be."""

    def __init__(self, catalogue: Catalogue, query: str, read: Callable[[Any], Value]) -> None:
        self._catalogue, self._query, self._read = catalogue, query, read

    def get(self, iri: str) -> Value | None:
        """What is known of a thing, or nothing."""
        rows = self._catalogue.rows(self._query, short(iri))
        return self._read(rows[0]) if rows else None

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


class Selection(Sequence[Card]):
    """Papers chosen, in an order: how many is known at once, the cards are read when they are taken."""

    def __init__(self, catalogue: Catalogue, bits: int | None, order: str = "date") -> None:
        self._catalogue, self._bits, self._order = catalogue, bits, order
        self._count = catalogue.all if bits is None else bits.bit_count()

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Card: ...
    @overload
    def __getitem__(self, index: slice) -> list[Card]: ...
    def __getitem__(self, index: int | slice) -> Card | list[Card]:
        if isinstance(index, slice):
            start, stop, step = index.indices(len(self))
            return self._taken(start, stop)[::step]
        found = self._taken(index, index + 1) if index >= 0 else self._taken(len(self) + index, len(self) + index + 1)
        return found[0]

    def __iter__(self) -> Iterator[Card]:
        numbers = list(self._numbers(0, len(self)))
        for start in range(0, len(numbers), FEW):
            yield from self._read(numbers[start : start + FEW])

    def _taken(self, start: int, stop: int) -> list[Card]:
        return self._read(list(self._numbers(start, stop)))

    def _read(self, numbers: list[int]) -> list[Card]:
        query = "SELECT id, card FROM papers WHERE id IN (SELECT value FROM json_each(?))"
        found = dict(self._catalogue.rows(query, json.dumps(numbers)))
        return [Card.unpacked(found[number]) for number in numbers]

    def _numbers(self, start: int, stop: int) -> Iterator[int]:
        """Numbers of the papers from one place in the order to another."""
        if start >= stop:
            return
        few = self._bits is not None and self._count <= FEW
        where = "id IN (SELECT value FROM json_each(?))" if few else "?"
        values = (json.dumps(list(postings.numbers(self._bits or 0))),) if few else (1,)
        if self._order == "-date":
            # The newest first; those without a date stay last.
            query = f"SELECT id FROM papers WHERE {where} AND (earliest = '') = "
            dated = self._catalogue.walk(query + "0 ORDER BY earliest DESC, iri DESC", *values)
            undated = self._catalogue.walk(query + "1 ORDER BY iri", *values)
            rows: Iterator[Any] = chain(dated, undated)
        else:
            query = f"SELECT id FROM papers WHERE {where} ORDER BY {ORDERS[self._order]}"
            rows = self._catalogue.walk(query, *values)
        members = None if few or self._bits is None else postings.Members(self._bits)
        yield from islice((number for (number,) in rows if members is None or number in members), start, stop)

    # ------------------------------------------------------------------ counts

    def having(self, role: str, thing: str) -> Selection:
        """Those of these papers in which a thing has a role."""
        own = self._catalogue.bits(role, thing)
        return Selection(self._catalogue, own if self._bits is None else own & self._bits, self._order)

    @property
    def inside(self) -> int:
        """How many of these stand inside another paper."""
        return self._catalogue.inside if self._bits is None else len(self.having("state", "inside"))

    def counts(self, role: str) -> list[tuple[str, int]]:
        """Things that have a role in these papers, with how many, the commonest first."""
        if self._bits is None:
            query = "SELECT thing, count FROM postings WHERE role = ? ORDER BY count DESC, thing"
            return [(long(thing), count) for thing, count in self._catalogue.walk(query, role)]
        if self._count <= FEW:
            found = Counter(thing for card in self._cards for own, thing in card.postings() if own == role)
        else:
            members = postings.Members(self._bits)
            rows = self._catalogue.walk("SELECT thing, papers FROM postings WHERE role = ?", role)
            found = Counter({long(thing): members.shared(data) for thing, data in rows})
        return sorted(((thing, n) for thing, n in found.items() if n), key=lambda item: (-item[1], item[0]))

    @cached_property
    def _cards(self) -> list[Card]:
        return self._read(list(postings.numbers(self._bits or 0)))

    def bounds(self) -> tuple[str, str]:
        """The first and the last day of these papers; empty where none is dated."""
        first = next(iter(Selection(self._catalogue, self._bits).having("state", "drawn")[:1]), None)
        if first is None:
            return "", ""
        if self._bits is None:
            return first.when.earliest, str(self._catalogue.one("SELECT MAX(latest) FROM papers"))
        members = postings.Members(self._bits)
        rows = self._catalogue.walk("SELECT id, latest FROM papers ORDER BY latest DESC")
        return first.when.earliest, next((latest for number, latest in rows if number in members), "")

    def links(self, kind: str) -> list[Link]:
        """How many of these papers go from whom to whom (``agent.letter``), the most first."""
        if self._bits is None:
            columns, order = "source, target, weight, first, last", "weight DESC, source, target"
            rows = self._catalogue.walk(f"SELECT {columns} FROM links WHERE kind = ? ORDER BY {order}", kind)
            return [Link(long(row[0]), long(row[1]), *row[2:]) for row in rows]
        found: dict[tuple[str, str], list[Any]] = {}
        for source, target, earliest, latest in self._pairs(kind):
            kept = found.get((source, target))
            if kept is None:
                found[source, target] = [1, earliest, latest]
                continue
            kept[0] += 1
            if earliest and (not kept[1] or earliest < kept[1]):
                kept[1] = earliest
            if latest > kept[2]:
                kept[2] = latest
        made = [Link(long(ends[0]), long(ends[1]), *sums) for ends, sums in found.items()]
        return sorted(made, key=lambda link: (-link.weight, link.source, link.target))

    def _pairs(self, kind: str) -> Iterator[tuple[str, str, str, str]]:
        """Source, target, earliest and latest day, one for each of these papers that has the pair."""
        columns = "source, target, earliest, latest"
        if self._count <= FEW:
            query = (
                f"SELECT {columns} FROM json_each(?) n CROSS JOIN pairs ON pairs.paper = n.value AND kind = ?"
                " CROSS JOIN papers ON papers.id = n.value"
            )
            yield from self._catalogue.walk(query, json.dumps(list(postings.numbers(self._bits or 0))), kind)
            return
        members = postings.Members(self._bits or 0)
        days = {n: (earliest, latest) for n, earliest, latest in self._catalogue.walk(_DAYS) if n in members}
        for source, target, number in self._catalogue.walk(
            "SELECT source, target, paper FROM pairs WHERE kind = ?", kind
        ):
            if number in days:
                yield (source, target, *days[number])

    def papers_of_link(self, kind: str, source: str, target: str, most: int) -> list[str]:
        """The first of these papers, by name, that go from one to another."""
        if self._bits is None:
            query = "SELECT papers FROM links WHERE kind = ? AND source = ? AND target = ?"
            found = json.loads(self._catalogue.one(query, kind, short(source), short(target)) or "[]")
            return [long(iri) for iri in found[:most]]
        query = "SELECT id, iri FROM pairs JOIN papers ON id = pairs.paper WHERE kind = ? AND source = ? AND target = ?"
        members = postings.Members(self._bits)
        rows = self._catalogue.walk(query, kind, short(source), short(target))
        return [long(iri) for iri in nsmallest(most, (iri for number, iri in rows if number in members))]


_CITED_IN = "SELECT iri, held FROM cited WHERE paper = ?"
_DAYS = "SELECT id, earliest, latest FROM papers"

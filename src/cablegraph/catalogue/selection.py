"""Papers chosen, lazily: how many there are is known at once, their cards are read when a page takes them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, reduce
from heapq import nsmallest
from operator import or_
from typing import TYPE_CHECKING, overload

from cablegraph.catalogue import postings
from cablegraph.catalogue.cards import Card, Link, long, short
from cablegraph.catalogue.turned import met

if TYPE_CHECKING:
    from cablegraph.catalogue.asking import Catalogue

FIRST = 500
"""So many of the papers chosen are picked out; for more, all are put in order."""
FEW = 8000
"""Papers that are looked up one by one; of more, the whole order is walked."""
ORDERS: Mapping[str, Sequence[str]] = {
    "date": ("ORDER BY earliest = '', earliest, iri",),
    "-date": (
        "WHERE (earliest = '') = 0 ORDER BY earliest DESC, iri DESC",
        "WHERE (earliest = '') = 1 ORDER BY iri",
    ),
    "title": ("ORDER BY title = '', title, earliest = '', earliest, iri",),
    "sender": ("ORDER BY sender = '', sender, earliest = '', earliest, iri",),
}
"""What is asked one after the other for papers in an order; without a date is last, even if the newest are first."""


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
        numbers = self._numbers(0, len(self))
        for start in range(0, len(numbers), FEW):
            yield from self._read(numbers[start : start + FEW])

    def _taken(self, start: int, stop: int) -> list[Card]:
        return self._read(self._numbers(start, stop))

    def _read(self, numbers: Sequence[int]) -> list[Card]:
        query = "SELECT id, card FROM papers WHERE id IN (SELECT value FROM json_each(?))"
        found = dict(self._catalogue.rows(query, json.dumps(numbers)))
        return [Card.unpacked(found[number]) for number in numbers]

    def _numbers(self, start: int, stop: int) -> Sequence[int]:
        """Numbers of the papers from one place in the order to another."""
        if self._bits is not None:
            if stop <= FIRST < self._count:
                return nsmallest(stop, self._own, key=self._catalogue.places(self._order).__getitem__)[start:]
            return self._in_order[start:stop]
        found: list[int] = []
        for clause in ORDERS[self._order]:
            part = f"SELECT id FROM papers {clause} LIMIT ? OFFSET ?"
            found += [number for (number,) in self._catalogue.walk(part, stop - start, start)]
            count = self._catalogue.one(f"SELECT COUNT(*) FROM papers {clause}")
            if stop <= count:
                break
            start, stop = max(0, start - count), stop - count
        return found

    @cached_property
    def _in_order(self) -> list[int]:
        return sorted(self._own, key=self._catalogue.places(self._order).__getitem__)

    @cached_property
    def _own(self) -> list[int]:
        """Numbers of the papers chosen, the smallest first."""
        return list(postings.numbers(self._bits or 0))

    def names(self) -> set[str]:
        """IRIs of these papers."""
        members = postings.Members(self._bits or 0)
        rows = self._catalogue.walk("SELECT id, iri FROM papers")
        return {long(iri) for number, iri in rows if self._bits is None or number in members}

    def ordered(self, iris: Sequence[str]) -> Sequence[Card]:
        """These papers in an order of their own; ``iris`` may name others, which are left out."""
        if len(iris) == self._count:
            return Ranked(self._catalogue, iris)
        own = {card.iri for card in self} if self._count <= FEW else self.names()
        return Ranked(self._catalogue, [iri for iri in iris if iri in own])

    # ------------------------------------------------------------------ counts

    def having(self, role: str, thing: str) -> Selection:
        """Those of these papers in which a thing has a role."""
        own = self._catalogue.bits(role, thing)
        return Selection(self._catalogue, own if self._bits is None else own & self._bits, self._order)

    def having_any(self, role: str) -> Selection:
        """Those of these papers in which anything has a role."""
        rows = self._catalogue.walk("SELECT papers FROM postings WHERE role = ?", role)
        own = reduce(or_, (postings.unpack(data) for (data,) in rows), 0)
        return Selection(self._catalogue, own if self._bits is None else own & self._bits, self._order)

    @property
    def whole(self) -> bool:
        """Whether nothing was chosen: these are all papers."""
        return self._bits is None

    @property
    def inside(self) -> int:
        """How many of these stand inside another paper."""
        return self._catalogue.inside if self._bits is None else len(self.having("state", "inside"))

    def counts(self, role: str) -> list[tuple[str, int]]:
        """Things that have a role in these papers, with how many, the commonest first."""
        if self._bits is None:
            query = "SELECT thing, count FROM postings WHERE role = ? ORDER BY count DESC, thing"
            return [(long(thing), count) for thing, count in self._catalogue.walk(query, role)]
        if (had := self._catalogue.had(role)) is not None:
            return had.counts(self._own)
        rows = self._catalogue.walk("SELECT thing, papers FROM postings WHERE role = ?", role)
        found = ((long(thing), self._members.shared(data)) for thing, data in rows)
        return sorted(((thing, n) for thing, n in found if n), key=lambda item: (-item[1], item[0]))

    @cached_property
    def _members(self) -> postings.Members:
        return postings.Members(self._bits or 0)

    def bounds(self) -> tuple[str, str]:
        """The first and the last day of these papers; empty where none is dated."""
        first = next(iter(Selection(self._catalogue, self._bits).having("state", "drawn")[:1]), None)
        if first is None:
            return "", ""
        if self._bits is None:
            return first.when.day, str(self._catalogue.one("SELECT MAX(MAX(latest, earliest)) FROM papers"))
        members = postings.Members(self._bits)
        rows = self._catalogue.walk("SELECT id, MAX(latest, earliest) FROM papers ORDER BY latest DESC, earliest DESC")
        return first.when.day, next((last for number, last in rows if number in members), "")

    def links(self, kind: str, among: Iterable[str] | None = None) -> list[Link]:
        """How many of these papers go from whom to whom (``agent.letter``), the most first; only ``among`` these ends.

        Kinds are those of `Card.pairs`, and ``document.cites``.
        """
        if kind == "document.cites":
            return self._citations(among)
        ends = None if among is None else json.dumps(list(map(short, among)))
        if self._bits is None:
            columns = "source, target, weight, first, last, papers"
            rows = self._catalogue.walk(f"SELECT {columns} FROM {_among('links', ends)}", *_given(kind, ends))
            made = [Link(long(row[0]), long(row[1]), *row[2:]) for row in rows]
        else:
            made = list(self._summed(kind, ends))
        return sorted(made, key=lambda link: (-link.weight, link.source, link.target))

    def ways(self, kind: str) -> list[tuple[tuple[str, str], int]]:
        """As `links`, only the two ends and how many papers: what an arrow of a map needs."""
        if self._bits is None:
            return [((link.source, link.target), link.weight) for link in self.links(kind)]
        met_in = (((source, target), len(numbers)) for source, target, numbers in self._together(kind, None))
        return sorted(met_in, key=lambda way: (-way[1], way[0]))

    def _summed(self, kind: str, ends: str | None) -> Iterator[Link]:
        """Links of these papers alone, counted one by one."""
        found = list(self._together(kind, ends))
        facts = self._facts([number for *_, numbers in found for number in numbers])
        for source, target, numbers in found:
            own = [facts[number] for number in numbers]
            first, last = min((day for day, _, _ in own if day), default=""), max(day for _, day, _ in own)
            yield Link(source, target, len(own), first, last, found=[iri for _, _, iri in own])

    def _together(self, kind: str, ends: str | None) -> Iterable[tuple[str, str, list[int]]]:
        """Which two are linked in which of these papers. Who writes and who is written to all meet in a letter."""
        by, _, sort = kind.partition(".")
        sources, targets = (self._catalogue.had(f"{end}.{by}") if sort == "letter" else None for end in ("out", "in"))
        if sources is not None and targets is not None:
            return met(sources, targets, self._own, None if ends is None else set(map(long, json.loads(ends))))
        if self._count <= FEW and ends is None:
            papers = "json_each(?) n CROSS JOIN pairs ON pairs.paper = n.value AND kind = ?"
            values: tuple[str, ...] = (json.dumps(self._own), kind)
        else:
            papers, values = _among("pairs", ends), _given(kind, ends)
        members = self._members
        found: dict[tuple[str, str], list[int]] = {}
        for source, target, number in self._catalogue.walk(f"SELECT source, target, paper FROM {papers}", *values):
            if number in members:
                found.setdefault((source, target), []).append(number)
        return ((long(source), long(target), numbers) for (source, target), numbers in found.items())

    def _facts(self, numbers: Sequence[int]) -> Mapping[int, tuple[str, str, str]]:
        """First and last day of papers, and their names, by number."""
        if len(numbers) > FEW or self._catalogue.knows_facts:
            return self._catalogue.facts
        wanted = "SELECT id, earliest, latest, iri FROM papers WHERE id IN (SELECT value FROM json_each(?))"
        rows = self._catalogue.walk(wanted, json.dumps(numbers))
        return {number: (earliest, latest, iri) for number, earliest, latest, iri in rows}

    def _citations(self, among: Iterable[str] | None) -> list[Link]:
        """Which of these papers cites which, held or not, under the day of the paper that cites."""
        columns = "citing, COALESCE(NULLIF(held, ''), cited.iri)"
        once = "promised = 0 AND again = 0"
        if among is not None:
            ends = json.dumps(list(map(short, among)))
            own = f"json_each(?) e CROSS JOIN cited ON citing = e.value AND {once}"
            rows, kept = self._catalogue.walk(f"SELECT {columns} FROM {own}", ends), set(json.loads(ends))
        elif self._bits is not None and self._count <= FEW:
            ids = json.dumps(self._own)
            own = "json_each(?) n CROSS JOIN papers ON papers.id = n.value CROSS JOIN cited ON citing = papers.iri"
            rows, kept = self._catalogue.walk(f"SELECT {columns} FROM {own} AND {once}", ids), None
        else:
            rows, kept = self._catalogue.walk(f"SELECT {columns} FROM cited WHERE {once}"), None
        pairs = {(source, target) for source, target in rows if kept is None or target in kept}
        query = "SELECT id, iri, earliest, latest FROM papers"
        values: tuple[str, ...] = ()
        if len(pairs) <= FEW:
            query += " WHERE iri IN (SELECT value FROM json_each(?))"
            values = (json.dumps(sorted({source for source, _ in pairs})),)
        members = None if self._bits is None else postings.Members(self._bits)
        days = {iri: (earliest, latest) for number, iri, earliest, latest in self._catalogue.walk(query, *values)
                if members is None or number in members}  # fmt: skip
        made = [Link(long(source), long(target), 1, *days[source], json.dumps([source]))
                for source, target in pairs if source in days]  # fmt: skip
        return sorted(made, key=lambda link: (link.source, link.target))


class Ranked(Sequence[Card]):
    """Papers in a given order, the cards read when they are taken."""

    def __init__(self, catalogue: Catalogue, iris: Sequence[str]) -> None:
        self._catalogue, self._iris = catalogue, iris

    def __len__(self) -> int:
        return len(self._iris)

    @overload
    def __getitem__(self, index: int) -> Card: ...
    @overload
    def __getitem__(self, index: slice) -> list[Card]: ...
    def __getitem__(self, index: int | slice) -> Card | list[Card]:
        if isinstance(index, slice):
            return [self._catalogue.by_iri[iri] for iri in self._iris[index]]
        return self._catalogue.by_iri[self._iris[index]]


def _among(table: str, ends: str | None) -> str:
    """Rows of a kind in a table of links: all, or those between some ends."""
    if ends is None:
        return f"{table} WHERE kind = ?"
    between = "target IN (SELECT value FROM json_each(?))"
    return f"json_each(?) e CROSS JOIN {table} ON kind = ? AND source = e.value WHERE {between}"


def _given(kind: str, ends: str | None) -> tuple[str, ...]:
    return (kind,) if ends is None else (ends, kind, ends)

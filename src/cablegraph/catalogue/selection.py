"""Papers chosen, lazily: how many there are is known at once, their cards are read when a page takes them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from heapq import nsmallest
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, overload

from cablegraph.catalogue import postings
from cablegraph.catalogue.cards import Card, Link, long, short

if TYPE_CHECKING:
    from cablegraph.catalogue.asking import Catalogue

READ = 100
"""Papers whose cards are read to count what they have; of more, the lists of all things are met."""
FEW = 2000
"""Papers that are looked up one by one; of more, the whole order is walked."""
ORDERS: Mapping[str, str] = {
    "date": "earliest = '', earliest, iri", "title": "title = '', title, earliest = '', earliest, iri",
    "sender": "sender = '', sender, earliest = '', earliest, iri",
}  # fmt: skip


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

    def ordered(self, iris: Sequence[str]) -> Sequence[Card]:
        """These papers in an order of their own; ``iris`` may name others, which are left out."""
        if len(iris) == self._count:
            return Ranked(self._catalogue, iris)
        own = {card.iri for card in self} if self._count <= FEW else self._names()
        return Ranked(self._catalogue, [iri for iri in iris if iri in own])

    def _names(self) -> set[str]:
        members = postings.Members(self._bits or 0)
        rows = self._catalogue.walk("SELECT id, iri FROM papers")
        return {long(iri) for number, iri in rows if self._bits is None or number in members}

    # ------------------------------------------------------------------ counts

    def having(self, role: str, thing: str) -> Selection:
        """Those of these papers in which a thing has a role."""
        own = self._catalogue.bits(role, thing)
        return Selection(self._catalogue, own if self._bits is None else own & self._bits, self._order)

    def tally(self, role: str, thing: str) -> int:
        """In how many of these papers a thing has a role."""
        if self._bits is None:
            query = "SELECT count FROM postings WHERE role = ? AND thing = ?"
            return self._catalogue.one(query, role, short(thing)) or 0
        return (self._catalogue.bits(role, thing) & self._bits).bit_count()

    @property
    def inside(self) -> int:
        """How many of these stand inside another paper."""
        return self._catalogue.inside if self._bits is None else len(self.having("state", "inside"))

    def counts(self, role: str) -> list[tuple[str, int]]:
        """Things that have a role in these papers, with how many, the commonest first."""
        if self._bits is None:
            query = "SELECT thing, count FROM postings WHERE role = ? ORDER BY count DESC, thing"
            return [(long(thing), count) for thing, count in self._catalogue.walk(query, role)]
        if self._count <= READ:
            found = self._counted.get(role, Counter())
        else:
            members = postings.Members(self._bits)
            rows = self._catalogue.walk("SELECT thing, papers FROM postings WHERE role = ?", role)
            found = Counter({long(thing): members.shared(data) for thing, data in rows})
        return sorted(((thing, n) for thing, n in found.items() if n), key=lambda item: (-item[1], item[0]))

    @cached_property
    def _counted(self) -> dict[str, Counter[str]]:
        found: dict[str, Counter[str]] = {}
        for card in self._read(list(postings.numbers(self._bits or 0))):
            for role, thing in card.postings():
                found.setdefault(role, Counter())[thing] += 1
        return found

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
        """How many of these papers go from whom to whom (``agent.letter``), the most first.

        Kinds are those of `Card.pairs`, and ``document.cites``.
        """
        if kind == "document.cites":
            return self._citations()
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

    def _citations(self) -> list[Link]:
        """Which of these papers cites which, held or not, under the day of the paper that cites."""
        query = "SELECT id, citing, COALESCE(NULLIF(held, ''), cited.iri), earliest, latest FROM cited, papers"
        members = None if self._bits is None else postings.Members(self._bits)
        found: dict[tuple[str, str], list[Any]] = {}
        for number, source, target, earliest, latest in self._catalogue.walk(f"{query} WHERE papers.iri = citing"):
            if members is None or number in members:
                found.setdefault((source, target), [0, earliest, latest])[0] = 1
        made = [Link(long(ends[0]), long(ends[1]), *sums) for ends, sums in found.items()]
        return sorted(made, key=lambda link: (link.source, link.target))

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


_DAYS = "SELECT id, earliest, latest FROM papers"

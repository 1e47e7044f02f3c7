"""The catalogue a reading room keeps at hand: a card for each paper, made once for a generation."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import quote

from fastapi import Request
from pyoxigraph import NamedNode

from cablegraph.iri import BASE, CG, DOC, FORM, RICO, SCHEMA, SKOS
from cablegraph.server.door import Door
from cablegraph.server.operation import door_of
from cablegraph.server.pages_graph import Row, ask_rows
from cablegraph.store import texts

_FIELDS: Mapping[str, str] = {
    "title": RICO + "title", "number": CG + "telegramNumber", "form": RICO + "hasDocumentaryFormType",
    "sender": RICO + "hasSender", "author": RICO + "hasAuthor", "addressee": RICO + "hasAddressee",
    "receiver": RICO + "hasReceiver", "relay": CG + "relayedBy", "topics": RICO + "hasOrHadSubject",
    "mentions": SCHEMA + "mentions", "origin": CG + "sentFrom", "destination": CG + "sentTo", "dates": CG + "sentOn",
    "enclosed": CG + "encloses", "signed": CG + "signedAs",
}  # fmt: skip
KINDS: Mapping[str, str] = {
    RICO + "Person": "person", RICO + "CorporateBody": "body", RICO + "Position": "position", RICO + "Group": "body",
    CG + "NamedParty": "name", RICO + "Place": "place", RICO + "AgentName": "name", RICO + "Event": "event",
    RICO + "RecordSet": "archive", SKOS + "Concept": "topic",
}  # fmt: skip


PATIENCE = 0.7
"""Seconds that a page waits for the catalogue of a new generation."""


@dataclass(frozen=True, slots=True)
class When:
    """A date node: EDTF, its bounds (ISO dates, empty where open), and the words where it cannot be read."""

    edtf: str = ""
    earliest: str = ""
    latest: str = ""
    written: str = ""

    @property
    def label(self) -> str:
        """As a page shows it."""
        return self.edtf or self.written or "date unknown"


@dataclass(frozen=True, slots=True)
class Card:
    """A paper as the catalogue knows it; things are IRIs."""

    iri: str
    title: str = ""
    number: str = ""
    when: When = field(default_factory=When)
    inferred: bool = False
    form: str = ""
    sender: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    receiver: tuple[str, ...] = ()
    relay: tuple[str, ...] = ()
    signed: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    origin: tuple[str, ...] = ()
    destination: tuple[str, ...] = ()
    enclosed: tuple[str, ...] = ()
    repository: tuple[str, ...] = ()
    source: str = ""
    gaps: int = 0
    composed: bool = False

    @property
    def key(self) -> str:
        """Its key below ``doc:``."""
        return self.iri.removeprefix(DOC)

    @property
    def url(self) -> str:
        """Its page."""
        return page_of(self.iri)


@dataclass(frozen=True, slots=True)
class Cited:
    """A paper that another cites or promises; ``held`` is the IRI of the paper it was found to be."""

    iri: str
    by: str
    promised: bool
    held: str = ""
    date: str = ""
    number: str = ""
    form: str = ""
    sender: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()


@dataclass(frozen=True)
class Catalogue:
    """All cards of a generation, the oldest paper first, undated ones last."""

    generation: str
    cards: tuple[Card, ...]
    by_iri: Mapping[str, Card]
    labels: Mapping[str, str]
    kinds: Mapping[str, str]
    dates: Mapping[str, When]
    wikidata: Mapping[str, str]
    coordinates: Mapping[str, tuple[float, float]]
    cited: tuple[Cited, ...]

    def label(self, iri: str) -> str:
        """The plain name of a thing."""
        return self.labels.get(iri) or iri.rpartition("/")[2].replace("-", " ")

    def kind(self, iri: str) -> str:
        """person, body, position, name, place, topic, archive or document."""
        if iri.startswith(DOC):
            return "document"
        return self.kinds.get(iri, "form" if iri.startswith(FORM) else "thing")

    @cached_property
    def inside(self) -> int:
        """How many of the papers stand inside another."""
        return sum(1 for card in self.cards if "/enclosed/" in card.iri)

    @property
    def held(self) -> int:
        """How many papers are held, messages inside them not counted."""
        return len(self.cards) - self.inside

    @cached_property
    def not_held(self) -> tuple[Cited, ...]:
        """Cited, and not found here."""
        return tuple(item for item in self.cited if not item.held and not item.promised)

    @cached_property
    def not_found(self) -> tuple[Cited, ...]:
        """Promised, and not found here."""
        return tuple(item for item in self.cited if not item.held and item.promised)

    @cached_property
    def cited_in(self) -> Mapping[str, dict[str, str]]:
        """For each paper the papers it cites or promises, with the held paper that each was found to be, or nothing."""
        found: dict[str, dict[str, str]] = {}
        for item in self.cited:
            found.setdefault(item.iri.removeprefix(DOC).partition("/")[0], {})[item.iri] = item.held
        return found

    @cached_property
    def uses(self) -> Mapping[str, int]:
        """In how many papers each thing is sender, addressee, relay, place, topic or mentioned."""
        uses: Counter[str] = Counter()
        for card in self.cards:
            own = {*card.sender, *card.addressee, *card.receiver, *card.relay, *card.topics, *card.mentions}
            uses.update(own | {*card.origin, *card.destination, card.form, *card.repository})
        return uses

    @cached_property
    def papers_of(self) -> Mapping[str, tuple[Card, ...]]:
        """For each thing the papers that name it in any part."""
        found: dict[str, list[Card]] = {}
        for card in self.cards:
            own = {*card.sender, *card.addressee, *card.receiver, *card.relay, *card.signed, *card.topics, card.form}
            for iri in own | {*card.mentions, *card.origin, *card.destination, *card.repository}:
                found.setdefault(iri, []).append(card)
        return {iri: tuple(cards) for iri, cards in found.items()}

    @cached_property
    def figures(self) -> dict[str, Any]:
        """What the home page counts."""
        years = Counter(card.when.earliest[:4] for card in self.cards if card.when.earliest)
        return {
            "people": len({iri for card in self.cards for iri in (*card.sender, *card.addressee)}),
            "places": len({iri for card in self.cards for iri in (*card.origin, *card.destination)}),
            "topics": len({iri for card in self.cards for iri in card.topics}),
            "years": sorted(years.items()),
            "undated": sum(1 for card in self.cards if not card.when.earliest),
            "gapped": sum(1 for card in self.cards if card.gaps),
        }


def page_of(iri: str) -> str:
    """The address of the page of a thing; a part of a paper is on its paper's page."""
    if iri.startswith(DOC):
        key, _, part = iri.removeprefix(DOC).partition("/")
        anchor = f"#{quote(part)}" if part else ""
        return f"/page/doc/{quote(key)}{anchor}"
    if iri.startswith(BASE + "id/"):
        return "/page/" + quote(iri.removeprefix(BASE + "id/"))
    if iri.startswith(BASE + "vocab/"):
        return "/page/" + quote(iri.removeprefix(BASE + "vocab/"))
    return iri


class ReadingRoom:
    """Holds the catalogue of the current generation; makes it anew when another is current.

    While a large one is being made the one before is shown: a reader waits for it `PATIENCE` seconds, not a minute.
    """

    def __init__(self, door: Door) -> None:
        self._door = door
        self._kept: Catalogue | None = None
        self._making: asyncio.Task[Catalogue] | None = None

    async def catalogue(self) -> Catalogue:
        """The catalogue of the generation that is served now, or of the one before."""
        kept = self._kept
        if kept is not None and kept.generation == self._door.generation:
            return kept
        if self._making is None or self._making.done():
            self._making = asyncio.ensure_future(make(self._door))
        making = self._making
        if kept is not None:
            await asyncio.wait({making}, timeout=PATIENCE)
            if not making.done():
                return kept
        # Whoever waits may go away; the making goes on for the others.
        self._kept = await asyncio.shield(making)
        return self._kept


def room_of(request: Request) -> ReadingRoom:
    """The one reading room of the application."""
    state = request.app.state
    if not hasattr(state, "reading_room"):
        state.reading_room = ReadingRoom(door_of(request))
    room: ReadingRoom = state.reading_room
    return room


async def make(door: Door) -> Catalogue:
    """Read the catalogue of the current generation: one question for each field, joined here."""
    generation = door.generation
    dates = {row["date"].value: _when(row) for row in await ask_rows(door, "dates")}
    found = {name: _grouped(await _values(door, iri)) for name, iri in _FIELDS.items()}
    repository = _grouped(_pairs(await ask_rows(door, "holders")))
    citing = {link: await _values(door, link) for link in (CG + "cites", CG + "announces")}
    kept = dict(await _values(door, CG + "resolvedTo"))
    gaps = {row["record"].value: int(row["value"].value) for row in await ask_rows(door, "gaps")}
    composed = {row["record"].value for row in await ask_rows(door, "composed")}
    inferred = {(row["record"].value, row["value"].value) for row in await ask_rows(door, "inferred")}
    families = await asyncio.to_thread(texts.families, door.path / "texts.sqlite")
    cards = []
    for row in await ask_rows(door, "records"):
        iri = row["record"].value
        own: dict[str, Any] = {name: values.get(iri, ()) for name, values in found.items()}
        date = own.pop("dates")
        own["sender"] = own["sender"] or own.pop("author")
        own.pop("author", None)
        single: dict[str, Any] = {name: "; ".join(own.pop(name)) for name in ("title", "number")}
        card = Card(
            iri,
            **single,
            when=dates.get(date[0], When()) if date else When(),
            inferred=bool(date) and (iri, date[0]) in inferred,
            form=next(iter(own.pop("form")), ""),
            **own,
            repository=repository.get(iri, ()),
            source=families.get(iri.removeprefix(DOC).partition("/")[0], ""),
            gaps=gaps.get(iri, 0),
            composed=iri.partition("/enclosed/")[0] in composed,
        )
        cards.append(card)
    cards.sort(key=lambda card: (not card.when.earliest, card.when.earliest, card.iri))
    labels = {row["thing"].value: row["label"].value for row in await ask_rows(door, "labels")}
    kinds = {row["thing"].value: KINDS[row["type"].value] for row in await ask_rows(door, "types")}
    places = await ask_rows(door, "coordinates")
    return Catalogue(
        generation,
        tuple(cards),
        {card.iri: card for card in cards},
        labels,
        kinds,
        dates,
        {row["thing"].value: row["item"].value.rpartition("/")[2] for row in await ask_rows(door, "wikidata")},
        {r["place"].value: (float(r["longitude"].value), float(r["latitude"].value)) for r in places},
        tuple(_cited(found, citing, kept)),
    )


def _when(row: Row) -> When:
    return When(**{name: row[name].value if name in row else "" for name in ("edtf", "earliest", "latest", "written")})


async def _values(door: Door, iri: str) -> list[tuple[str, str]]:
    return _pairs(await ask_rows(door, "values", predicate=NamedNode(iri)))


def _pairs(rows: Iterable[Row]) -> list[tuple[str, str]]:
    return [(row["record"].value, row["value"].value) for row in rows]


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    grouped: dict[str, set[str]] = {}
    for record, value in pairs:
        grouped.setdefault(record, set()).add(value)
    return {record: tuple(sorted(values)) for record, values in grouped.items()}


def _cited(
    found: Mapping[str, Mapping[str, tuple[str, ...]]],
    citing: Mapping[str, list[tuple[str, str]]],
    kept: Mapping[str, str],
) -> Iterator[Cited]:
    """Cited and promised papers, each once, with the date, number and form that were read of them."""
    seen = set()
    for link, pairs in citing.items():
        for record, cited in pairs:
            if cited not in seen:
                seen.add(cited)
                date, number, form = (next(iter(found[n].get(cited, ())), "") for n in ("dates", "number", "form"))
                sender, addressee = found["sender"].get(cited, ()), found["addressee"].get(cited, ())
                sender = sender or found["author"].get(cited, ())
                promised = link == CG + "announces"
                yield Cited(cited, record, promised, kept.get(cited, ""), date, number, form, sender, addressee)

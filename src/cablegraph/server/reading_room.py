"""The catalogue a reading room keeps at hand: that of the generation, or one made of the store's answers."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from fastapi import Request
from pyoxigraph import NamedNode

from cablegraph.catalogue import FILE, KINDS, Card, Catalogue, Cited, Selection, When, Writer, page_of
from cablegraph.iri import CG, DOC, RICO, SCHEMA
from cablegraph.server.door import Door
from cablegraph.server.operation import door_of
from cablegraph.server.pages_alike import surnames
from cablegraph.server.pages_graph import Row, ask_rows
from cablegraph.store import texts

__all__ = ["KINDS", "Card", "Catalogue", "Cited", "ReadingRoom", "Selection", "When", "page_of", "room_of"]

_FIELDS: Mapping[str, str] = {
    "title": RICO + "title", "number": CG + "telegramNumber", "form": RICO + "hasDocumentaryFormType",
    "sender": RICO + "hasSender", "author": RICO + "hasAuthor", "addressee": RICO + "hasAddressee",
    "receiver": RICO + "hasReceiver", "relay": CG + "relayedBy", "topics": RICO + "hasOrHadSubject",
    "mentions": SCHEMA + "mentions", "origin": CG + "sentFrom", "destination": CG + "sentTo", "dates": CG + "sentOn",
    "enclosed": CG + "encloses", "signed": CG + "signedAs",
}  # fmt: skip

PATIENCE = 0.7
"""Seconds that a page waits for the catalogue of a new generation."""


class ReadingRoom:
    """Holds the catalogue of the current generation; opens that of another when another is current.

    A generation of an older program and a store that is not ours have none: it is made of answers to queries, and while
    that takes its time the one before is shown. A reader waits for it `PATIENCE` seconds, not a minute.
    """

    def __init__(self, door: Door) -> None:
        self._door = door
        self._kept: Catalogue | None = None
        self._making: asyncio.Task[Catalogue] | None = None
        self._warming: asyncio.Task[None] | None = None

    async def catalogue(self) -> Catalogue:
        """The catalogue of the generation that is served now, or of the one before."""
        kept = self._kept
        if kept is not None and kept.generation == self._door.generation:
            return kept
        path = self._door.path / FILE
        if self._door.elsewhere is None and path.is_file():
            self._kept = Catalogue.opened(self._door.generation, path)
            self._warming = asyncio.ensure_future(asyncio.to_thread(_warm, self._kept))
            return self._kept
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


def _warm(catalogue: Catalogue) -> None:
    catalogue.warm()
    surnames(catalogue)


def room_of(request: Request) -> ReadingRoom:
    """The one reading room of the application."""
    state = request.app.state
    if not hasattr(state, "reading_room"):
        state.reading_room = ReadingRoom(door_of(request))
    room: ReadingRoom = state.reading_room
    return room


async def make(door: Door) -> Catalogue:
    """Make a catalogue of the current generation, in a file of the server's own: one question for each field."""
    generation = door.generation
    answers: dict[str, Any] = {name: await ask_rows(door, name) for name in _QUESTIONS}
    answers["found"] = {name: _grouped(await _values(door, iri)) for name, iri in _FIELDS.items()}
    answers["citing"] = {link: await _values(door, link) for link in (CG + "cites", CG + "announces")}
    answers["kept"] = dict(await _values(door, CG + "resolvedTo"))
    families = await asyncio.to_thread(texts.families, door.path / "texts.sqlite")
    path = door.folder / f"catalogue-{generation}.sqlite"
    for old in door.folder.glob("catalogue-*.sqlite"):
        old.unlink(missing_ok=True)
    return await asyncio.to_thread(Catalogue.made, generation, partial(_write, answers, families), path)


_QUESTIONS = ("dates", "holders", "fonds", "gaps", "composed", "inferred", "records", "labels", "types", "coordinates",
              "wikidata")  # fmt: skip


def _write(answers: Mapping[str, Any], families: Mapping[str, str], writer: Writer) -> None:
    for row in answers["labels"]:
        writer.label(row["thing"].value, row["label"].value)
    for row in answers["types"]:
        writer.thing(row["thing"].value, KINDS[row["type"].value])
    for row in answers["coordinates"]:
        writer.place(row["place"].value, float(row["longitude"].value), float(row["latitude"].value))
    for row in answers["wikidata"]:
        writer.wikidata(row["thing"].value, row["item"].value.rpartition("/")[2])
    dates = {row["date"].value: _when(row) for row in answers["dates"]}
    for iri, when in dates.items():
        writer.date(iri, when)
    for card in _cards(answers, dates, families):
        writer.card(card)
    of_paper: dict[str, list[Cited]] = {}
    for cited in _cited(answers["found"], answers["citing"], answers["kept"]):
        of_paper.setdefault(cited.by.partition("/enclosed/")[0], []).append(cited)
    for paper, items in of_paper.items():
        writer.cites(paper, items)


def _cards(answers: Mapping[str, Any], dates: Mapping[str, When], families: Mapping[str, str]) -> Iterator[Card]:
    repository, archive = (_grouped(_pairs(answers[name])) for name in ("holders", "fonds"))
    gaps = {row["record"].value: int(row["value"].value) for row in answers["gaps"]}
    composed = {row["record"].value for row in answers["composed"]}
    inferred = {(row["record"].value, row["value"].value) for row in answers["inferred"]}
    for row in answers["records"]:
        iri = row["record"].value
        own: dict[str, Any] = {name: values.get(iri, ()) for name, values in answers["found"].items()}
        date = own.pop("dates")
        own["sender"] = own["sender"] or own.pop("author")
        own.pop("author", None)
        single: dict[str, Any] = {name: "; ".join(own.pop(name)) for name in ("title", "number")}
        yield Card(
            iri,
            **single,
            when=dates.get(date[0], When()) if date else When(),
            inferred=bool(date) and (iri, date[0]) in inferred,
            form=next(iter(own.pop("form")), ""),
            **own,
            repository=repository.get(iri, ()),
            archive=archive.get(iri, ()),
            source=families.get(iri.removeprefix(DOC).partition("/")[0], ""),
            gaps=gaps.get(iri, 0),
            composed=iri.partition("/enclosed/")[0] in composed,
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

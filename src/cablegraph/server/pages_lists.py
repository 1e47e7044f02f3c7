"""Lists: papers with facets, and what a search finds (papers by their words, things by their names)."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import Response

from cablegraph.catalogue import AGENTS, kinds_meant
from cablegraph.server import pages_hints
from cablegraph.server.door import Door
from cablegraph.server.not_understood import nobody
from cablegraph.server.operation import door_of
from cablegraph.server.pages_alike import of_words
from cablegraph.server.pages_ask import library_of
from cablegraph.server.pages_base import elsewhere, kept, render, wants_html
from cablegraph.server.pages_called import like
from cablegraph.server.pages_choice import (
    FACETS,
    NAMED,
    PAGED,
    SORTS,
    Choice,
    choice_of,
    choose,
    facets,
    number,
    one_of,
    paged,
    source_name,
    states,
)
from cablegraph.server.pages_search import covered, find, matching, near, otherwise_named, passages
from cablegraph.server.reading_room import Card, Catalogue, Selection, room_of
from cablegraph.server.refusals import Refused

router = APIRouter(include_in_schema=False)
SIZE = 25
MOST = 200
RANKED = 3000
"""Papers that a search puts in the order of how well they fit."""


async def chosen(request: Request, *more: str) -> tuple[Catalogue, Choice, Selection]:
    """The papers that a request's parameters choose; ``more`` are the parameters that the address has besides."""
    catalogue = await room_of(request).catalogue()
    choice = choice_of(request.query_params, more, keep=wants_html(request))
    if not wants_html(request):
        refuse_unknown(catalogue, choice)
    found = await matching(door_of(request), catalogue, choice.q) if choice.q else None
    return catalogue, choice, await asyncio.to_thread(choose, catalogue, choice, found)


async def searched(request: Request, *more: str) -> tuple[Catalogue, Choice, Sequence[Card]]:
    """The papers in which the words of ``q`` stand, none where nothing is asked.

    The best first; in the order of time where they are so many that none is better than the others.
    """
    catalogue = await room_of(request).catalogue()
    choice = choice_of(request.query_params, more)
    if not wants_html(request):
        refuse_unknown(catalogue, choice)
    if not choice.q:
        return catalogue, choice, ()
    found = await matching(door_of(request), catalogue, choice.q)
    kept = await asyncio.to_thread(choose, catalogue, choice, found)
    if found.bit_count() > RANKED:
        return catalogue, choice, kept
    return catalogue, choice, kept.ordered(await find(door_of(request), choice.q))


@router.api_route("/documents", methods=["GET", "HEAD"])
async def documents(request: Request) -> Response:
    """Papers with facets, counts, full text, sort; this selection as files."""
    if (file := elsewhere(request, {"application/json": "/documents.json", "text/csv": "/documents.csv"})) is not None:
        return file
    if (again := kept(request, "documents.html")) is not None:
        return again
    catalogue, choice, cards = await chosen(request, *PAGED, "_facet")
    size = number(request.query_params, "_size", SIZE, MOST)
    at = number(request.query_params, "_page", 1, 10**8)
    whole = one_of(request.query_params, "_facet", FACETS)
    shown = cards[(at - 1) * size : at * size]
    return await render(
        request,
        "documents.html",
        choice=choice,
        cards=shown,
        total=len(cards),
        found=await passages(door_of(request), choice.q, [card.iri for card in shown]),
        inside=cards.inside,
        facets=await asyncio.to_thread(facets, catalogue, cards, choice, whole),
        states=states(cards, choice),
        unknown=unknown(catalogue, choice),
        sorts=SORTS,
        at=at,
        size=size,
        link=lambda **changes: _link(choice, **changes),
        page=lambda number: "/documents?" + urlencode(choice.parameters | paged(request.query_params, number)),
        chips=chips(catalogue, choice),
        last=max(1, -(-len(cards) // size)),
    )


def _link(choice: Choice, **changes: Any) -> str:
    ours = {"_facet": facet} if (facet := changes.pop("_facet", "")) else {}
    parameters = choice.with_(**changes).parameters | ours
    return "/documents" + ("?" + urlencode(parameters) if parameters else "")


CALLED = {"q": "words", "agent": "person or body", "relay": "passed on by", "repository": "archive",
          "origin": "sent from", "destination": "sent to",
          "archive": "fonds, series, file", "surely": "whole date within"}  # fmt: skip
"""What fields are called on a page, where it is not their name in the address."""
_STATE_CHIPS = {
    ("gaps", "1"): ("papers", "with omissions"),
    ("undated", "1"): ("papers", "undated"),
    ("composed", "0"): ("papers", "without composed ones"),
    ("composed", "1"): ("papers", "composed for teaching"),
    ("surely", "1"): ("date", "wholly within"),
}


def unknown(catalogue: Catalogue, choice: Choice) -> list[tuple[str, str, list[tuple[str, str, str]]]]:
    """Things chosen that the graph does not know: field, value, and what is called so: name, key, this list with it."""
    made = []
    for name in NAMED:
        value, iri = getattr(choice, name), choice.iri(name)
        if value and iri not in catalogue.labels:
            words = value.rpartition(":")[2].rpartition("/")[2].replace("-", " ")
            space = choice.with_(**{name: "?"}).iri(name).removesuffix("%3F")
            keys = [(label, iri.removeprefix(space)) for iri, label in like(catalogue, words, (space,), 3)]
            made.append(
                (CALLED.get(name, name), value, [(label, key, _link(choice, **{name: key})) for label, key in keys])
            )
    return made


def refuse_unknown(catalogue: Catalogue, choice: Choice) -> None:
    """Raises Refused (422) for a thing chosen that the graph does not know: a program is not told of no papers."""
    for name in NAMED:
        value = getattr(choice, name)
        if value and choice.iri(name) not in catalogue.labels:
            _, _, near = next(told for told in unknown(catalogue, choice) if told[1] == value)
            raise Refused(nobody(name, value, [f"{key} ({label})" for label, key, _ in near]))


def chips(
    catalogue: Catalogue, choice: Choice, path: str = "/documents", own: Mapping[str, str] | None = None
) -> list[tuple[str, str, str]]:
    """What is chosen, each with the address of the page without it; ``own`` are the page's other parameters."""
    made = []
    for name, value in choice.parameters.items():
        if name != "sort":
            shown = catalogue.label(choice.iri(name)) if name in NAMED else value
            called, shown = _STATE_CHIPS.get((name, value), (CALLED.get(name, name), shown))
            shown = source_name(value) if name == "source" else shown
            left = {other: text for other, text in choice.parameters.items() if other != name} | dict(own or {})
            made.append((called, shown, path + ("?" + urlencode(left) if left else "")))
    return made


@router.api_route("/search", methods=["GET", "HEAD"])
async def search(request: Request) -> Response:
    """Papers in which the words stand, and things that are so named."""
    if (file := elsewhere(request, {"application/json": "/search.json"})) is not None:
        return file
    catalogue, choice, cards = await searched(request, *PAGED)
    size = number(request.query_params, "_size", SIZE, MOST)
    at = number(request.query_params, "_page", 1, 10**8)
    shown = cards[(at - 1) * size : at * size]
    things = await named(door_of(request), catalogue, choice.q, limit=8) if choice.q else []
    told = [item["id"] for item in things]
    narrowed = replace(choice, q="", sort="")
    return await render(
        request,
        "search.html",
        choice=choice,
        cards=shown,
        total=len(cards),
        narrowed=narrowed,
        chips=chips(catalogue, narrowed, "/search", {"q": choice.q}),
        unknown=unknown(catalogue, choice),
        near=[] if cards or not choice.q else await near(door_of(request), choice.q),
        everywhere=0 if cards or not choice.q else (await matching(door_of(request), catalogue, choice.q)).bit_count(),
        found=await passages(door_of(request), choice.q, [card.iri for card in shown]),
        things=things,
        alike=await asyncio.to_thread(of_words, catalogue, choice.q, told) if choice.q else [],
        covers=await covered(door_of(request), choice.q) if choice.q else [],
        on_day=pages_hints.on_day(catalogue, choice.q) if choice.q else None,
        in_figures=pages_hints.in_figures(choice.q),
        places=pages_hints.places(catalogue, choice.q, await otherwise_named(door_of(request), choice.q))
        if choice.q
        else [],
        questions=pages_hints.questions(library_of(request).queries, choice.q),
        at=at,
        size=size,
        further=choice.parameters | paged(request.query_params, at + 1),
    )


KINDS = ("agent", *AGENTS, "place", "topic", "event", "archive")
"""What pick-lists tell apart."""


async def named(door: Door, catalogue: Catalogue, words: str, kind: str = "", limit: int = 20) -> list[dict[str, Any]]:
    """What `suggest` finds, then things that have such a name besides: *Peking* finds Beijing."""
    found = await asyncio.to_thread(suggest, catalogue, words, kind, limit)
    known = {item["id"] for item in found}
    for iri, _ in await otherwise_named(door, words, "", limit) if words else ():
        if iri not in known and len(found) < limit and (not kind or catalogue.kind(iri) in kinds_meant(kind)):
            found.append({"id": iri, "label": catalogue.label(iri), "kind": catalogue.kind(iri),
                          "note": catalogue.wikidata.get(iri) or "", "documents": catalogue.uses(iri)})  # fmt: skip
    return found


def suggest(catalogue: Catalogue, words: str, kind: str = "", limit: int = 20) -> list[dict[str, Any]]:
    """People, bodies, places and topics whose name begins with the words, or holds them, the busiest first."""
    return [
        {"id": found.iri, "label": found.label, "kind": found.kind, "note": catalogue.wikidata.get(found.iri) or "",
         "documents": found.papers}
        for found in catalogue.suggest(words.casefold().strip(), kind, limit)
    ]  # fmt: skip

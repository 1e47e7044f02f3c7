"""The network: a drawing by the server, its table, the data for the browser; what the drawings share."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from cablegraph import called
from cablegraph.server.api_queries import BY, LINKS, NETWORK
from cablegraph.server.operation import door_of
from cablegraph.server.pages_base import kept, render
from cablegraph.server.pages_choice import number, one_of
from cablegraph.server.pages_document import paper_title
from cablegraph.server.pages_lists import chips, chosen, unknown
from cablegraph.server.pages_network import LISTED, MOST, arc_diagram, network
from cablegraph.server.pages_rows import cut, paper_label
from cablegraph.server.reading_room import Catalogue, Selection, page_of
from cablegraph.store.generations import Generation

router = APIRouter(include_in_schema=False)
TABLED = 80
"""Links in the table below a network, the heaviest; the files hold all."""


def block(form: Any) -> str:
    """JSON for a data block of a page: ``<`` escaped, so that no text can end the block."""
    return json.dumps(form, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def kinds_of(request: Request, by: str) -> list[str]:
    """Kinds of link that a request asks for, those that suit ``by`` where it asks for none."""
    if by == "topic":
        return ["about"]
    asked = [one_of({"kind": kind}, "kind", LINKS) for kind in request.query_params.get("kind", "").split(",")]
    return [kind for kind in asked if kind] or (["cites"] if by == "document" else ["letter"])


def by_of(request: Request) -> str:
    """Among what a network is drawn."""
    return one_of(request.query_params, "by", BY) or "agent"


@router.api_route("/network", methods=["GET", "HEAD"])
async def network_page(request: Request) -> Response:
    """Nodes, directed edges, and the same as a table."""
    if (again := kept(request, "network.html")) is not None:
        return again
    catalogue, choice, cards = await chosen(request, *NETWORK)
    by = by_of(request)
    kinds = kinds_of(request, by)
    least = number(request.query_params, "min_weight", 1, 10**6)
    nodes, linked, left, count = await asyncio.to_thread(network, catalogue, cards, by, kinds, least)
    placed, arcs, height = arc_diagram(catalogue, nodes, linked)
    labels = {node["id"]: node["label"] for node in nodes}
    labels |= await asyncio.to_thread(_told, catalogue, list(labels)) if by == "document" else {}
    short = await asyncio.to_thread(_short, catalogue, [node["id"] for node in nodes]) if by == "document" else {}
    drawn = (
        [{**node, "short": short.get(node["id"], ""), "told": labels[node["id"]]} for node in nodes] if short else nodes
    )
    made_up = {node["id"] for node in nodes if node["composed"]}
    slim = {"nodes": drawn, "links": linked, "titles": _titles(catalogue, linked[:LISTED])}
    return await render(
        request,
        "network.html",
        choice=choice,
        chips=chips(catalogue, choice, "/network", _own(request)),
        unknown=unknown(catalogue, choice),
        by=by,
        kinds=kinds,
        least=least,
        nodes=placed,
        all_nodes=nodes,
        arcs=arcs,
        height=height,
        links=linked[:TABLED],
        link_count=count,
        labels=labels,
        made_up=made_up,
        total=len(cards),
        inside=cards.inside,
        said=caption(door_of(request).current, catalogue, cards, [_ARROWS[by], *([DASHED] if made_up else [])]),
        left=left,
        most=MOST,
        page_of=page_of,
        topics=topic_choices(catalogue),
        data=block(slim),
    )


DASHED = "dashed: in papers composed for teaching alone"
_ARROWS = {
    "agent": "an arrow runs from sender to addressee",
    "place": "an arrow runs from where a paper was sent to where it went",
    "document": "an arrow runs from a paper to the paper it cites; hollow: not held",
    "topic": "an arrow runs from a sender to what the papers are about",
}


def caption(current: Generation | None, catalogue: Catalogue, cards: Selection, marks: Sequence[str] = ()) -> list[str]:
    """What a picture says of itself where it leaves the page: how many papers it is of, what its marks mean."""
    title = (current.manifest.get("title") if current else "") or "cablegraph"
    papers = len(cards) - cards.inside
    some = f"{papers} of the {catalogue.held} papers held" if papers != catalogue.held else f"{papers} papers held"
    return [title, f"{some}, {len(catalogue.not_held)} more cited but not held", *marks]


def _own(request: Request) -> dict[str, str]:
    """The parameters of the drawing itself, which stay when a filter is taken away."""
    return {name: value for name, value in request.query_params.items() if name in NETWORK and value}


def _short(catalogue: Catalogue, iris: Sequence[str]) -> dict[str, str]:
    """Number and date of papers and of those they cite: ``No. 3777, 1951-06-24``; empty where neither is said."""
    cards = [catalogue.by_iri.get(iri) for iri in iris]
    made = {card.iri: (card.number, card.when.edtf and card.when.label) for card in cards if card is not None}
    for cited in catalogue.citations(iri for iri in iris if iri not in made):
        made[cited.iri] = cited.number, catalogue.dates[cited.date].label if cited.date else ""
    return {iri: ", ".join(filter(None, (number and f"No. {number}", date))) for iri, (number, date) in made.items()}


def _told(catalogue: Catalogue, iris: Sequence[str]) -> dict[str, str]:
    """Papers so that rows of a table can be told apart: date, title and number; of those cited, what is read of them.

    ``telegram No. 12 of 3 May 1918 from Francis to Secretary of State, cited``.
    """
    held = catalogue.by_iri.many(iris)
    made = {iri: paper_label(iri, catalogue, 80) for iri in held}
    for cited in catalogue.citations(iri for iri in iris if iri not in held):
        form = catalogue.label(cited.form) if cited.form else ""
        date = catalogue.dates[cited.date].label if cited.date else ""
        ends = ("; ".join(map(catalogue.label, own)) for own in (cited.sender, cited.addressee))
        made[cited.iri] = called.cited(form, cited.number, date, *ends)
    return made


def _titles(catalogue: Catalogue, linked: Sequence[dict[str, Any]]) -> dict[str, list[str]]:
    """Title, date and address of the papers that links list, so that choosing an edge needs no request."""
    chosen = list(dict.fromkeys(iri for link in linked for iri in link["documents"]))
    cards = catalogue.by_iri.many(chosen)
    made = {}
    for iri in chosen:
        if (card := cards.get(iri)) is not None:
            title = cut(paper_title(card, catalogue), 90)
            number = f", No. {card.number}" if card.number and card.number not in title else ""
            made[iri] = [title + number, card.when.label, card.url]
    return made


def topic_choices(catalogue: Catalogue) -> list[tuple[str, str, int]]:
    """Topics with their labels and counts, for the filters above a drawing."""
    counts = catalogue.cards.counts("topic")
    return sorted(((iri, catalogue.label(iri), count) for iri, count in counts), key=lambda row: row[1].casefold())

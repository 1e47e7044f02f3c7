"""The timeline: dots where a date is certain, bars where it is not, arcs to the papers cited, on a broken axis."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from cablegraph.server.pages_axis import Axis, axis
from cablegraph.server.pages_base import kept, render
from cablegraph.server.pages_document import paper_title
from cablegraph.server.pages_drawings import topic_choices
from cablegraph.server.pages_lists import chosen
from cablegraph.server.reading_room import Card, Catalogue

router = APIRouter(include_in_schema=False)
ROWS = 400
"""Papers drawn at once; of more the first, and the page says so."""
LEFT, RIGHT, TOP, LANE = 20, 980, 52, 14


@router.api_route("/timeline", methods=["GET", "HEAD"])
async def timeline(request: Request) -> Response:
    """Papers in their time, and the same as a table."""
    if (again := kept(request, "timeline.html")) is not None:
        return again
    catalogue, choice, cards = await chosen(request)
    dated = cards.having("state", "drawn")
    shown = dated[:ROWS]
    line = axis([(_day(card.when.earliest), _day(card.when.latest)) for card in shown], LEFT, RIGHT)
    items = placed([_item(card, catalogue) for card in shown], line)
    return await render(
        request,
        "timeline.html",
        choice=choice,
        cards=shown,
        total=len(dated),
        undated=len(cards) - len(dated),
        items=items,
        replies=_replies(catalogue, items),
        axis=line,
        runs=[[run.left, run.right, _iso(run.first), _iso(run.last)] for run in line.runs],
        height=max((item["y"] for item in items), default=TOP) + 2 * LANE,
        topics=topic_choices(catalogue),
    )


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def _item(card: Card, catalogue: Catalogue) -> dict[str, Any]:
    ends = [
        "; ".join(catalogue.label(iri) for iri in iris) or "unknown"
        for iris in (card.sender, card.addressee or card.receiver)
    ]
    return {"id": card.iri, "url": card.url, "title": paper_title(card, catalogue), "who": " → ".join(ends),
            "label": card.when.label, "composed": card.composed,
            "first": _day(card.when.earliest), "last": _day(card.when.latest)}  # fmt: skip


def placed(items: Sequence[dict[str, Any]], line: Axis) -> list[dict[str, Any]]:
    """Items with their places: each in the highest lane where it touches no other."""
    ends: list[float] = []
    made = []
    for item in items:
        left, right = line.x(item["first"]), line.x(item["last"])
        lane = next((index for index, edge in enumerate(ends) if edge + 8 < left), len(ends))
        ends[lane : lane + 1] = [max(right, left + 4)]
        certain = item["first"] == item["last"]
        made.append({**item, "x": left, "right": right, "y": TOP + LANE * lane, "certain": certain})
    return made


def _replies(catalogue: Catalogue, items: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Arcs from a paper to the held paper that it cites."""
    at = {item["id"]: item for item in items}
    arcs = []
    for cited in catalogue.replies(at):
        a, b = at[cited.by], at[cited.held]
        middle = min(a["y"], b["y"]) - 24
        side = 40 if abs(a["x"] - b["x"]) < 40 else 0
        bend = f"{(a['x'] + b['x']) / 2 + side:.1f} {middle if not side else (a['y'] + b['y']) / 2}"
        path = f"M{a['x']} {a['y']} Q{bend} {b['x']} {b['y']}"
        arcs.append({"path": path, "title": f"{a['title']} cites {b['title']}"})
    return arcs

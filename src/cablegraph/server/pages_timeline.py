"""The timeline: dots where a date is certain, bars where it is not, arcs to the papers cited, on a broken axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from cablegraph.server.operation import door_of
from cablegraph.server.pages_axis import BREAK, Axis, axis
from cablegraph.server.pages_base import kept, render
from cablegraph.server.pages_choice import Choice
from cablegraph.server.pages_document import paper_title
from cablegraph.server.pages_drawings import caption, topic_choices
from cablegraph.server.pages_lists import chips, chosen, unknown
from cablegraph.server.pages_rows import ends_told
from cablegraph.server.reading_room import Card, Catalogue, Selection

router = APIRouter(include_in_schema=False)
LANE = 14


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a drawing is drawn on: a screen or a phone. Of more papers than ``most`` the first are drawn."""

    name: str
    width: int
    edge: int
    most: int
    gap: float
    top: int = 52


SHEETS = (Sheet("wide", 1000, 20, 400, BREAK), Sheet("phone", 360, 12, 150, 20))
LISTED = 200
_MARKS = (
    "a dot is a day, a bar runs from the earliest to the latest day of the words, a point shows to which side they are"
    " open, an arc leads to a paper cited"
)


@router.api_route("/timeline", methods=["GET", "HEAD"])
async def timeline(request: Request) -> Response:
    """Papers in their time, and the same as a table."""
    if (again := kept(request, "timeline.html")) is not None:
        return again
    catalogue, choice, cards = await chosen(request)
    dated = cards.having("state", "drawn")
    shown = dated[: SHEETS[0].most]
    items = sorted((_item(card, catalogue) for card in shown), key=lambda item: item["first"])
    drawings = [_drawing(catalogue, items, sheet) for sheet in SHEETS]
    marks = [_MARKS, *(["hollow: composed for teaching"] if any(item["composed"] for item in items) else [])]
    return await render(
        request,
        "timeline.html",
        choice=choice,
        chips=chips(catalogue, choice, "/timeline"),
        unknown=unknown(catalogue, choice),
        cards=shown[:LISTED],
        total=len(dated),
        inside=dated.inside,
        said=caption(door_of(request).current, catalogue, dated, marks),
        undated=len(cards) - len(dated),
        undated_inside=cards.inside - dated.inside,
        drawings=drawings,
        narrower=_narrower(choice, dated) if len(dated) > SHEETS[-1].most else [],
        topics=topic_choices(catalogue),
    )


def _drawing(catalogue: Catalogue, papers: Sequence[dict[str, Any]], sheet: Sheet) -> dict[str, Any]:
    """The first of these papers on a sheet: an axis, dots and bars in lanes, arcs to the papers cited."""
    drawn = papers[: sheet.most]
    line = axis([(paper["first"], paper["last"]) for paper in drawn], sheet.edge, sheet.width - sheet.edge, sheet.gap)
    items = placed(drawn, line, sheet.top)
    return {
        "sheet": sheet,
        "items": items,
        "replies": _replies(catalogue, items),
        "axis": line,
        "runs": [[run.left, run.right, _iso(run.first), _iso(run.last)] for run in line.runs],
        "height": max([item["y"] for item in items] + [sheet.top + 3 * LANE]) + 2 * LANE,
    }


def _narrower(choice: Choice, dated: Selection) -> list[tuple[str, int, str]]:
    """Years of these papers with how many each has and the address that shows it alone; of one year its months."""
    years = sorted(dated.counts("year"))
    if len(years) == 1 and choice.from_ == choice.to == years[0][0]:
        months = [f"{choice.from_}-{month:02}" for month in range(1, 13)]
        return [(month, 0, choice.with_(from_=month, to=month).query) for month in months]
    return [(year, count, choice.with_(from_=year, to=year).query) for year, count in years]


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def _item(card: Card, catalogue: Catalogue) -> dict[str, Any]:
    sides = zip((card.sender, card.addressee or card.receiver), ends_told(card), strict=True)
    ends = ["; ".join(catalogue.label(iri) for iri in iris) or "unknown" for iris, shown in sides if shown]
    return {"id": card.iri, "url": card.url, "title": paper_title(card, catalogue), "who": " → ".join(ends),
            "label": card.when.label, "composed": card.composed, "unsure": card.when.unsure, "open": _open(card),
            "first": _day(card.when.day), "last": _day(card.when.latest or card.when.day)}  # fmt: skip


def _open(card: Card) -> str:
    """To which side the words leave the time of a paper open."""
    return "" if card.when.earliest and card.when.latest else "later" if card.when.earliest else "earlier"


def placed(items: Sequence[dict[str, Any]], line: Axis, top: int) -> list[dict[str, Any]]:
    """Items with their places: each in the highest lane where it touches no other."""
    ends: list[float] = []
    made = []
    for item in items:
        left, right = line.x(item["first"]), line.x(item["last"])
        lane = next((index for index, edge in enumerate(ends) if edge + 8 < left), len(ends))
        ends[lane : lane + 1] = [max(right, left + 4)]
        certain = item["first"] == item["last"]
        made.append({**item, "x": left, "right": right, "y": top + LANE * lane, "certain": certain})
    return made


def _replies(catalogue: Catalogue, items: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Arcs from a paper to the held paper that it cites or answers."""
    at = {item["id"]: item for item in items}
    arcs = []
    for cited in catalogue.replies(at):
        a, b = at[cited.by], at[cited.held]
        middle = min(a["y"], b["y"]) - 24
        side = 40 if abs(a["x"] - b["x"]) < 40 else 0
        bend = f"{(a['x'] + b['x']) / 2 + side:.1f} {middle if not side else (a['y'] + b['y']) / 2}"
        path = f"M{a['x']} {a['y']} Q{bend} {b['x']} {b['y']}"
        arcs.append({"path": path, "title": f"{a['title']} refers to {b['title']}"})
    return arcs

"""The map: places named by size, an arrow from where a paper was sent to where it went."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import hypot, sqrt
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from cablegraph.iri import PLACE
from cablegraph.server.operation import door_of
from cablegraph.server.pages_base import STATIC, kept, render
from cablegraph.server.pages_choice import Choice
from cablegraph.server.pages_drawings import DASHED, caption, topic_choices
from cablegraph.server.pages_lists import chips, chosen, unknown
from cablegraph.server.reading_room import Catalogue, Selection, page_of

router = APIRouter(include_in_schema=False)
FLATTEST, TALLEST = 0.3, 0.48
"""Height of the drawing by its width: what the places need, between these."""
LETTER = 6.6
"""Width of a letter of a name, in a drawing 1000 wide."""
SMALL = 1.8
"""Radius of the dot of a place that papers only speak of."""
INVENTED = "composed for teaching"
_ROLES = ("origin", "destination", "mention")
_WAY = "an arrow runs from where a paper was sent to where it went; modern outlines"
LEAST_NAMED = 10
"""As many places are named, also where no paper was sent from or to them."""


@router.api_route("/map", methods=["GET", "HEAD"])
async def map_page(request: Request) -> Response:
    """Arcs between places by volume; what has no coordinates is listed below."""
    if (again := kept(request, "map.html")) is not None:
        return again
    catalogue, choice, cards = await chosen(request)
    shown = await asyncio.to_thread(_on_map, catalogue, choice, cards)
    marks = [_WAY, *([DASHED] if shown["made_up"] else [])]
    return await render(request, "map.html", **shown, said=caption(door_of(request).current, catalogue, cards, marks))


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the world that a map shows; lengths of marks and letters are times ``unit``."""

    x: float
    y: float
    width: float
    form: float = TALLEST

    @property
    def height(self) -> float:
        """By the form of the drawing."""
        return round(self.width * self.form, 1)

    @property
    def unit(self) -> float:
        """What a length of 1 in a drawing 1000 wide is here."""
        return self.width / 1000


def _on_map(catalogue: Catalogue, choice: Choice, cards: Selection) -> dict[str, Any]:
    flows = cards.ways("place.letter")
    counts = Counter(dict(cards.counts("origin"))) + Counter(dict(cards.counts("destination")))
    counts -= Counter({a: weight for (a, b), weight in flows if a == b})  # a note within a town is one paper
    used = set(counts) | {iri for iri, _ in cards.counts("mention") if iri.startswith(PLACE)}
    invented, pairs = composed_alone(cards)
    points = [
        {**_point(catalogue, iri, counts[iri]), "composed": iri in invented}
        for iri in sorted(used)
        if iri in catalogue.coordinates
    ]
    points.sort(key=lambda point: (-point["count"], point["label"]))
    known = {point["id"]: point for point in points}
    view = window([(point["x"], point["y"]) for point in points])
    arcs = [
        {"path": curve(known[a], known[b], view.unit), "weight": weight,
         "to": f"{known[b]['x']} {known[b]['y']} {radius(known[b])}",
         "query": choice.with_(origin=a.rpartition("/")[2], destination=b.rpartition("/")[2]).query,
         "composed": (a, b) in pairs,
         "title": f"{known[a]['label']} → {known[b]['label']}: {weight} paper{'s' if weight != 1 else ''}"
                  + (f", {INVENTED}" if (a, b) in pairs else "")}
        for (a, b), weight in flows[:300]
        if a in known and b in known and a != b
    ]  # fmt: skip
    placed = len(cards.having("state", "placed"))
    return {
        "choice": choice,
        "total": len(cards),
        "inside": cards.inside,
        "chips": chips(catalogue, choice, "/map"),
        "unknown": unknown(catalogue, choice),
        "land": land(),
        "points": points,
        "named": named(points, view),
        "view": view,
        "arcs": arcs,
        "unplaced": [(iri, counts[iri]) for iri in sorted(used) if iri not in catalogue.coordinates],
        "nowhere": len(cards) - placed,
        "one_end": placed - len(cards.having_any("out.place")),
        "topics": topic_choices(catalogue),
        "flows": [(ends, weight, ends in pairs) for ends, weight in flows[:200]],
        "made_up": invented,
    }


def composed_alone(cards: Selection) -> tuple[set[str], set[tuple[str, str]]]:
    """Places, and ways from one to another, that stand in papers composed for teaching alone."""
    composed = cards.having("state", "composed")
    if not len(composed):
        return set(), set()
    every, of_composed = ({role: dict(some.counts(role)) for role in _ROLES} for some in (cards, composed))
    places = {iri for own in of_composed.values() for iri in own if iri.startswith(PLACE)}
    alone = {iri for iri in places if all(every[role].get(iri) == of_composed[role].get(iri) for role in _ROLES)}
    ways = dict(cards.ways("place.letter"))
    return alone, {ends for ends, weight in composed.ways("place.letter") if weight == ways.get(ends)}


def window(places: Sequence[tuple[float, float]]) -> Window:
    """The smallest part of the world, at least a fifth of it, that holds all places with some room around them."""
    if not places:
        return Window(0, 0, 1000)
    xs, ys = [x for x, _ in places], [y for _, y in places]
    high = max(ys) - min(ys) + 50
    width = min(1000, max(200, max(xs) - min(xs) + 110, high / TALLEST))
    form = round(min(TALLEST, max(FLATTEST, high / width)), 3)
    left, top = (max(xs) + min(xs) - width) / 2, (max(ys) + min(ys) - width * form) / 2
    return Window(round(left, 1), round(top, 1), round(width, 1), form)


def radius(point: dict[str, Any]) -> float:
    """Of a place's dot, in a drawing 1000 wide."""
    return round(min(9.0, 2.5 + sqrt(point["count"])), 1) if point["count"] else SMALL


def curve(a: dict[str, Any], b: dict[str, Any], unit: float) -> str:
    """An arc from a to the border of b's dot, bent to the left of its way, so that answers do not lie upon letters."""
    dx, dy = b["x"] - a["x"], b["y"] - a["y"]
    bend = (a["x"] + b["x"]) / 2 + 0.18 * dy, (a["y"] + b["y"]) / 2 - 0.18 * abs(dx) * (1 if dx >= 0 else -1)
    way = hypot(b["x"] - bend[0], b["y"] - bend[1]) or 1
    short = min((radius(b) + 1) * unit, way / 2)
    end = b["x"] - (b["x"] - bend[0]) / way * short, b["y"] - (b["y"] - bend[1]) / way * short
    return f"M{a['x']} {a['y']} Q{bend[0]:.1f} {bend[1]:.1f} {end[0]:.1f} {end[1]:.1f}"


def named(points: Sequence[dict[str, Any]], view: Window) -> list[dict[str, Any]]:
    """Where each name stands: the largest first, beside, above or below the dot; ``shown`` where there is room."""
    unit = view.unit
    dots = [
        (p["x"] - radius(p) * unit, p["y"] - radius(p) * unit, p["x"] + radius(p) * unit, p["y"] + radius(p) * unit)
        for p in points
    ]
    taken: list[tuple[float, ...]] = []
    made: list[dict[str, Any]] = []
    for point in points:
        wide, high = len(point["label"]) * LETTER * unit, 13 * unit
        gap = (radius(point) + 3) * unit
        x, y = point["x"], point["y"]
        choices = [
            ("start", x + gap, y + 4 * unit, x + gap),
            ("end", x - gap, y + 4 * unit, x - gap - wide),
            ("middle", x, y - gap, x - wide / 2),
            ("middle", x, y + gap + 9 * unit, x - wide / 2),
        ]
        boxes = [(c[3], c[2] - high, c[3] + wide, c[2]) for c in choices]
        inside = [n for n, box in enumerate(boxes) if view.x <= box[0] and box[2] <= view.x + view.width]
        clear = [n for n in inside if not any(_over(boxes[n], box) for box in taken)]
        # The name of a place to or from which papers went may lie over another's dot where there is no other room.
        others = [*dots[: len(made)], *dots[len(made) + 1 :]]
        least = clear[0] if clear and point["count"] else None
        chosen = next((n for n in clear if not any(_over(boxes[n], dot) for dot in others)), least)
        free = None if chosen is None else choices[chosen]
        anchor, at_x, at_y, left = free or choices[0]
        if free:
            taken.append((left, at_y - high, left + wide, at_y))
        made.append({**point, "r": radius(point), "anchor": anchor,
                     "dx": round((at_x - x) / unit, 1), "dy": round((at_y - y) / unit, 1),
                     "shown": free is not None and (point["count"] > 0 or len(made) < LEAST_NAMED)})  # fmt: skip
    return made


def _over(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _point(catalogue: Catalogue, iri: str, count: int) -> dict[str, Any]:
    longitude, latitude = catalogue.coordinates[iri]
    x, y = round((longitude + 180) / 360 * 1000, 1), round((84 - latitude) / 144 * 480, 1)
    return {"id": iri, "label": catalogue.label(iri), "url": page_of(iri), "count": count, "x": x, "y": y,
            "longitude": longitude, "latitude": latitude}  # fmt: skip


def _unwrapped(points: list[tuple[float, float]]) -> tuple[int, ...]:
    """Make a ring that jumps over the antimeridian run on, in place; gives the shifts at which it is to be drawn."""
    turn = 0
    before = points[0][0]
    for index, (x, y) in enumerate(points):
        turn += 1000 if x - before < -500 else -1000 if x - before > 500 else 0
        before = x
        points[index] = (x + turn, y)
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    return (0, *((1000,) if left < 0 else ()), *((-1000,) if right > 1000 else ()))


@cache
def land() -> str:
    """SVG path of the shipped outlines (world-atlas 110m), plate carrée, decoded from TopoJSON's delta-coded arcs."""
    atlas = json.loads((STATIC / "vendor" / "world-atlas" / "land-110m.json").read_text("utf-8"))
    scale, shift = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs = []
    for arc in atlas["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            longitude, latitude = x * scale[0] + shift[0], y * scale[1] + shift[1]
            points.append(((longitude + 180) / 360 * 1000, (84 - latitude) / 144 * 480))
        arcs.append(points)
    paths = []
    for polygon in (p for g in atlas["objects"]["land"]["geometries"] for p in g["arcs"]):
        for ring in polygon:
            points = [place for index in ring for place in (arcs[index] if index >= 0 else arcs[~index][::-1])]
            for shift_x in _unwrapped(points):
                paths.append("M" + "L".join(f"{x + shift_x:.0f} {y:.0f}" for x, y in points) + "Z")
    return "".join(paths)

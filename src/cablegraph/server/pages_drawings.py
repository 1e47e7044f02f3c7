"""Network, timeline and map: a drawing by the server, its table, the data for the browser."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from cablegraph.server.api_queries import BY, LINKS, NETWORK
from cablegraph.server.pages_base import STATIC, render
from cablegraph.server.pages_choice import Choice, number, one_of
from cablegraph.server.pages_lists import chosen
from cablegraph.server.pages_network import DRAWN, LISTED, MOST, arc_diagram, network
from cablegraph.server.reading_room import Card, Catalogue, Selection, page_of

router = APIRouter(include_in_schema=False)
TIMELINE_ROWS = 400
"""Papers drawn on the timeline by the server; more are counted by month."""


def block(form: Any) -> str:
    """JSON for a data block of a page: ``<`` escaped, so that no text can end the block."""
    return json.dumps(form, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def kinds_of(request: Request, by: str) -> list[str]:
    """Kinds of link that a request asks for, those that suit ``by`` where it asks for none."""
    asked = [one_of({"kind": kind}, "kind", LINKS) for kind in request.query_params.get("kind", "").split(",")]
    return [kind for kind in asked if kind] or (["cites"] if by == "document" else ["letter"])


def by_of(request: Request) -> str:
    """Among what a network is drawn."""
    return one_of(request.query_params, "by", BY) or "agent"


@router.api_route("/network", methods=["GET", "HEAD"])
async def network_page(request: Request) -> Response:
    """Nodes, directed edges, and the same as a table."""
    catalogue, choice, cards = await chosen(request, *NETWORK)
    by = by_of(request)
    kinds = kinds_of(request, by)
    least = number(request.query_params, "min_weight", 1, 10**6)
    nodes, linked, left = await asyncio.to_thread(network, catalogue, cards, by, kinds, least)
    placed, arcs, height = arc_diagram(catalogue, nodes, linked)
    labels = {node["id"]: node["label"] for node in nodes}
    slim = {"nodes": nodes, "links": linked[:DRAWN], "titles": _titles(catalogue, linked[:LISTED])}
    return await render(
        request,
        "network.html",
        choice=choice,
        by=by,
        kinds=kinds,
        least=least,
        nodes=placed,
        all_nodes=nodes,
        arcs=arcs,
        height=height,
        links=linked[:200],
        link_count=len(linked),
        labels=labels,
        left=left,
        most=MOST,
        page_of=page_of,
        topics=_topics(catalogue),
        data=block(slim),
        query=request.url.query,
    )


def _titles(catalogue: Catalogue, linked: Sequence[dict[str, Any]]) -> dict[str, list[str]]:
    """Title, date and address of the papers that links list, so that choosing an edge needs no request."""
    wanted = [iri for link in linked[:300] for iri in link["documents"][:10]]
    made = {}
    for iri in dict.fromkeys(wanted[:600]):
        card = catalogue.by_iri.get(iri)
        if card is not None:
            made[iri] = [(card.title or card.key)[:90], card.when.label, card.url]
    return made


def _topics(catalogue: Catalogue) -> list[tuple[str, str, int]]:
    counts = catalogue.cards.counts("topic")
    return sorted(((iri, catalogue.label(iri), count) for iri, count in counts), key=lambda row: row[1])


@router.api_route("/timeline", methods=["GET", "HEAD"])
async def timeline(request: Request) -> Response:
    """Bars where a date is uncertain, dots where it is certain, replies as arcs."""
    catalogue, choice, cards = await chosen(request)
    dated = cards.having("state", "drawn")
    shown = dated[:TIMELINE_ROWS]
    items = [_item(card) for card in shown]
    start, end = await asyncio.to_thread(_bounds, dated)
    return await render(
        request,
        "timeline.html",
        choice=choice,
        cards=shown,
        total=len(dated),
        undated=len(cards) - len(dated),
        items=_placed(items, start, end),
        replies=_replies(catalogue, items, start, end),
        years=_ticks(start, end),
        height=60 + 14 * _lanes(items, start, end),
        topics=_topics(catalogue),
        data=block({"items": items, "start": start, "end": end}),
    )


def _item(card: Card) -> dict[str, Any]:
    who = " → ".join(
        ("; ".join(name.rpartition("/")[2] for name in ends) or "unknown") for ends in (card.sender, card.addressee)
    )
    return {"id": card.iri, "url": card.url, "title": card.title or card.key, "who": who, "label": card.when.label,
            "earliest": card.when.earliest, "latest": card.when.latest}  # fmt: skip


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def _bounds(cards: Selection) -> tuple[str, str]:
    if not cards:
        return "1900-01-01", "1900-12-31"
    first, last = cards.bounds()
    return first[:4] + "-01-01", last[:4] + "-12-31"


def _x(day: str, start: str, end: str) -> float:
    span = max(1, _day(end) - _day(start))
    return round(20 + 960 * (_day(day) - _day(start)) / span, 1)


def _lane_of(items: Sequence[dict[str, Any]], start: str, end: str) -> list[int]:
    """A lane for each item, so that no two touch."""
    ends: list[float] = []
    lanes = []
    for item in items:
        left, right = _x(item["earliest"], start, end), _x(item["latest"], start, end)
        lane = next((index for index, edge in enumerate(ends) if edge + 8 < left), len(ends))
        ends[lane : lane + 1] = [max(right, left + 4)]
        lanes.append(lane)
    return lanes


def _lanes(items: Sequence[dict[str, Any]], start: str, end: str) -> int:
    return max(_lane_of(items, start, end), default=0) + 1


def _placed(items: Sequence[dict[str, Any]], start: str, end: str) -> list[dict[str, Any]]:
    lanes = _lane_of(items, start, end)
    return [
        {**item, "x": _x(item["earliest"], start, end), "right": _x(item["latest"], start, end), "y": 40 + 14 * lane,
         "certain": item["earliest"] == item["latest"]}
        for item, lane in zip(items, lanes, strict=True)
    ]  # fmt: skip


def _replies(catalogue: Catalogue, items: Sequence[dict[str, Any]], start: str, end: str) -> list[dict[str, Any]]:
    """Arcs from a paper to the held paper that it cites."""
    at = {item["id"]: item for item in _placed(items, start, end)}
    arcs = []
    for cited in catalogue.replies(at):
        a, b = at[cited.by], at[cited.held]
        middle = min(a["y"], b["y"]) - 24
        side = 40 if abs(a["x"] - b["x"]) < 40 else 0
        bend = f"{(a['x'] + b['x']) / 2 + side:.1f} {middle if not side else (a['y'] + b['y']) / 2}"
        path = f"M{a['x']} {a['y']} Q{bend} {b['x']} {b['y']}"
        arcs.append({"path": path, "title": f"{a['title']} cites {b['title']}"})
    return arcs


def _ticks(start: str, end: str) -> list[tuple[int, float]]:
    first, last = int(start[:4]), int(end[:4])
    step = max(1, (last - first) // 12)
    return [(year, _x(f"{year:04}-01-01", start, end)) for year in range(first, last + 1, step)]


@router.api_route("/map", methods=["GET", "HEAD"])
async def map_page(request: Request) -> Response:
    """Arcs between places by volume; what has no coordinates is listed below."""
    catalogue, choice, cards = await chosen(request)
    return await render(request, "map.html", **await asyncio.to_thread(_on_map, catalogue, choice, cards))


def _on_map(catalogue: Catalogue, choice: Choice, cards: Selection) -> dict[str, Any]:
    flows = [((link.source, link.target), link.weight) for link in cards.links("place.letter")]
    counts = Counter(dict(cards.counts("origin"))) + Counter(dict(cards.counts("destination")))
    used = set(counts) | {iri for iri, _ in cards.counts("mention") if catalogue.kind(iri) == "place"}
    points = [_point(catalogue, iri, counts[iri]) for iri in sorted(used) if iri in catalogue.coordinates]
    known = {point["id"]: point for point in points}
    arcs = [
        {"a": known[a], "b": known[b], "weight": weight, "source": a, "target": b}
        for (a, b), weight in flows[:300]
        if a in known and b in known and a != b
    ]
    drawn = [{name: arc[name] for name in ("source", "target", "weight")} for arc in arcs]
    return {
        "choice": choice,
        "land": land(),
        "points": points,
        "arcs": arcs,
        "unplaced": [(iri, counts[iri]) for iri in sorted(used) if iri not in catalogue.coordinates],
        "nowhere": len(cards) - len(cards.having("state", "placed")),
        "topics": _topics(catalogue),
        "flows": flows[:200],
        "data": block({"points": points, "arcs": drawn}),
    }


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

"""Places and the papers between them as GeoJSON (RFC 7946): ``[116.39, 39.91]``, Beijing, two letters received.

A place or a line that stands in papers composed for teaching alone has ``composed: true``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from cablegraph.exports.filters import Filter
from cablegraph.exports.network import Link, Options, build
from cablegraph.exports.source import Source, chunks

Point = tuple[float, float]


def write(source: Source, wanted: Filter) -> Iterator[bytes]:
    """A FeatureCollection: a point a place, a line a pair of places; places without coordinates under ``unplaced``."""
    return chunks(_pieces(source, wanted))


def coordinates(source: Source) -> dict[str, Point]:
    """Longitude and latitude of each place that has both."""
    latitudes = {iri: value for iri, value in source.ask("?s schema:latitude ?v", "s", "v")}  # noqa: C416
    longitudes = {iri: value for iri, value in source.ask("?s schema:longitude ?v", "s", "v")}  # noqa: C416
    return {iri: (float(longitudes[iri]), float(value)) for iri, value in latitudes.items() if iri in longitudes}


def _pieces(source: Source, wanted: Filter) -> Iterator[str]:
    network = build(source, wanted, Options(by="place"), ("mentions",))
    points = coordinates(source)
    counts: dict[str, dict[str, Any]] = {}
    for paper in network.papers:
        roles = (("sent", paper.origins), ("received", paper.destinations), ("mentions", paper.mentions))
        for role, places in roles:
            for place in places:
                if role == "mentions" and source.kinds.get(place) != "place":
                    continue
                count = counts.setdefault(place, {**_NONE})
                count[role] += 1
                count["first"] = min(filter(None, (count["first"], paper.earliest)), default="")
                count["last"] = max(count["last"], paper.latest)
                count["composed"] = count["composed"] and paper.composed
    features = [_point(source, iri, points[iri], counts[iri]) for iri in sorted(counts) if iri in points]
    lines = [
        link for link in network.links if link.source in points and link.target in points and link.source != link.target
    ]
    features += [_line(link, points) for link in lines]
    unplaced = [
        {"id": iri, "label": source.label(iri), **_counted(counts[iri])} for iri in sorted(counts) if iri not in points
    ]
    yield '{"type":"FeatureCollection",\n"meta":' + _dumps(source.meta(wanted, network.papers)) + ',\n"features":['
    for index, feature in enumerate(features):
        yield (",\n" if index else "\n") + _dumps(feature)
    yield '],\n"unplaced":' + _dumps(unplaced) + "}\n"


_NONE = {"sent": 0, "received": 0, "mentions": 0, "first": "", "last": "", "composed": True}


def _counted(count: dict[str, Any]) -> dict[str, Any]:
    return {**count, "first": count["first"] or None, "last": count["last"] or None}


def _point(source: Source, iri: str, point: Point, count: dict[str, Any]) -> dict[str, Any]:
    properties = {"id": iri, "label": source.label(iri), "wikidata": source.wikidata.get(iri), **_counted(count)}
    return {
        "type": "Feature",
        "id": iri,
        "geometry": {"type": "Point", "coordinates": list(point)},
        "properties": properties,
    }


def _line(link: Link, points: dict[str, Point]) -> dict[str, Any]:
    properties = {
        "source": link.source, "target": link.target, "weight": len(link.papers), "first": link.first or None,
        "last": link.last or None, "documents": link.documents,
        "composed": link.composed,
    }  # fmt: skip
    return {"type": "Feature", "geometry": line(points[link.source], points[link.target]), "properties": properties}


def line(start: Point, end: Point) -> dict[str, Any]:
    """A straight line, cut in two where it crosses the antimeridian (RFC 7946 section 3.1.9)."""
    if abs(start[0] - end[0]) <= 180:
        return {"type": "LineString", "coordinates": [list(start), list(end)]}
    side = 180.0 if start[0] > 0 else -180.0
    width = 360 - abs(start[0] - end[0])
    part = abs(side - start[0]) / width if width else 0.0
    latitude = round(start[1] + part * (end[1] - start[1]), 6)
    return {
        "type": "MultiLineString",
        "coordinates": [[list(start), [side, latitude]], [[-side, latitude], list(end)]],
    }


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

"""Who wrote to whom as nodes and links, from the catalogue's cards; the arc diagram that the server draws of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

from cablegraph.catalogue import Link
from cablegraph.iri import DOC
from cablegraph.server.pages_document import part_label
from cablegraph.server.reading_room import Catalogue, Selection

MOST = 500
"""Nodes drawn; the rest are named by rule, the busiest are kept."""


KINDS = ("letter", "relay", "cites", "about")


@dataclass(frozen=True, slots=True)
class Edge:
    """A link of one kind, as the catalogue counts it."""

    kind: str
    link: Link


def edges(cards: Selection, by: str, kinds: Sequence[str], among: Iterable[str] | None = None) -> list[Edge]:
    """Links among people (``by=agent``), places, papers or topics, the heaviest first; ``among`` these ends alone."""
    names = {
        kind: "topic.letter" if (by, kind) == ("topic", "about") else f"{by}.{kind}" for kind in KINDS if kind in kinds
    }
    found = [Edge(kind, link) for kind, name in names.items() for link in cards.links(name, among)]
    return sorted(found, key=lambda edge: (-edge.link.weight, edge.link.source, edge.link.target, edge.kind))


def network(
    catalogue: Catalogue, cards: Selection, by: str, kinds: Sequence[str], min_weight: int = 1
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], int, int]:
    """Nodes and links in the form of product section 6.1, how many nodes were left out, how many links there are.

    Of more links than a drawing has (`DRAWN`) the heaviest are given, the others counted.
    """
    counts = {role: dict(cards.counts(role)) for role in _roles(by, kinds)}
    busiest, count = catalogue.busiest if by == "document" and cards.whole else _busiest(counts)
    among = busiest[:MOST] if count > MOST and min_weight == 1 else None
    every = [edge for edge in edges(cards, by, kinds, among) if edge.link.weight >= min_weight]
    weight: dict[str, int] = dict.fromkeys(among or (), 0)
    for edge in every:
        for end in (edge.link.source, edge.link.target):
            weight[end] = weight.get(end, 0) + edge.link.weight
    ordered = among or sorted(weight, key=lambda iri: (-weight[iri], iri))
    kept = set(ordered[:MOST])
    shown = [edge for edge in every if edge.link.source in kept and edge.link.target in kept]
    own: dict[str, list[Link]] = {iri: [] for iri in kept}
    for edge in shown:
        own[edge.link.source].append(edge.link)
        if edge.link.target != edge.link.source:
            own[edge.link.target].append(edge.link)
    made_up = _composed(catalogue, cards, counts, own)
    told = _told(catalogue, ordered[:MOST])
    nodes = [{"id": iri, **told[iri], **_node(counts, iri, own[iri]), "composed": iri in made_up} for iri in told]
    drawn = shown[:DRAWN]
    papers = [edge.link.papers(PAPERS if index < LISTED else 1) for index, edge in enumerate(drawn)]
    left = (count if among else len(weight)) - len(kept)
    return nodes, [_form(edge, found) for edge, found in zip(drawn, papers, strict=True)], left, len(shown)


def _roles(by: str, kinds: Sequence[str]) -> list[str]:
    """Roles in which a node stands in the papers that its links are made of."""
    return [] if by == "document" else [f"out.{by}", f"in.{by}", *(["relay"] if "relay" in kinds else [])]


def _busiest(counts: Mapping[str, Mapping[str, int]]) -> tuple[list[str], int]:
    """Nodes by how many papers they sent, received and passed on, the busiest first; and how many there are."""
    together: Counter[str] = Counter()
    for found in counts.values():
        together.update(found)
    return sorted(sorted(together), key=together.__getitem__, reverse=True), len(together)


LISTED = 30
"""So many links, the heaviest, name their first papers with the page; of others when one is chosen."""
PAPERS = 6


DRAWN = 2000
"""Links that a drawing has at most, the heaviest."""


def _told(catalogue: Catalogue, iris: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Name, kind, item of Wikidata and whether it is held, of each node."""
    papers = [iri for iri in iris if iri.startswith(DOC)]
    held = {card.iri for card in catalogue.by_iri.many(papers).values()}
    labels = catalogue.labels_of(iri for iri in iris if not iri.startswith(DOC))
    kinds, items = catalogue.kinds_of(iris), catalogue.wikidata.many(iris)
    return {
        iri: {
            "label": labels[iri] if iri in labels else part_label(iri, catalogue),
            "type": kinds[iri],
            "wikidata": items.get(iri),
            "held": iri in held or kinds[iri] != "document",
        }
        for iri in iris
    }


def _node(counts: Mapping[str, Mapping[str, int]], iri: str, own: Sequence[Link]) -> dict[str, Any]:
    """With how many a node is linked, and how many papers it sent and received, from when to when."""
    return {
        "degree": len({(link.source, link.target) for link in own}),
        "sent": sum(found.get(iri, 0) for role, found in counts.items() if role.startswith("out.")),
        "received": sum(found.get(iri, 0) for role, found in counts.items() if role.startswith("in.")),
        "first": min((link.first for link in own if link.first), default=None),
        "last": max((link.last for link in own if link.last), default=None),
    }


def _composed(
    catalogue: Catalogue, cards: Selection, counts: Mapping[str, Mapping[str, int]], own: Mapping[str, Sequence[Link]]
) -> set[str]:
    """Nodes that occur only in papers composed for teaching: those papers, what they cite, their people and places."""
    composed = cards.having("state", "composed")
    if not len(composed):
        return set()
    if not counts:
        citing = {link.source for links in own.values() for link in links}
        made_up = {iri for iri in citing if (paper := catalogue.by_iri.get(iri)) is not None and paper.composed}
        return {iri for iri, links in own.items() if links and all(link.source in made_up for link in links)}
    among = {role: dict(composed.counts(role)) for role in counts}
    return {iri for iri in own if all(among[role].get(iri, 0) == found.get(iri, 0) for role, found in counts.items())}


def _form(edge: Edge, papers: list[str]) -> dict[str, Any]:
    link = edge.link
    ends = {"source": link.source, "target": link.target, "kind": edge.kind, "weight": link.weight}
    return {**ends, "first": link.first or None, "last": link.last or None, "documents": papers}


@dataclass(frozen=True, slots=True)
class Arc:
    """An arc of the diagram: an SVG path, its width, what it says."""

    path: str
    width: float
    kind: str
    title: str
    arrow: str


def arc_diagram(
    catalogue: Catalogue, nodes: Sequence[dict[str, Any]], linked: Sequence[dict[str, Any]]
) -> tuple[list[dict[str, Any]], list[Arc], int]:
    """Nodes in a column and arcs beside it: what one sent runs on the right, downward or upward; and the height."""
    shown = nodes[:60]
    at = {node["id"]: 24 + 22 * index for index, node in enumerate(shown)}
    labels = {node["id"]: node["label"] for node in shown}
    arcs = []
    for link in linked:
        if link["source"] not in at or link["target"] not in at:
            continue
        y1, y2 = at[link["source"]], at[link["target"]]
        reach = 30 + min(360, 5 * sqrt(abs(y2 - y1)) * 2.2)
        path = f"M330 {y1} C{330 + reach:.0f} {y1} {330 + reach:.0f} {y2} 336 {y2}"
        if y1 == y2:
            path = f"M330 {y1 - 4} C370 {y1 - 16} 370 {y1 + 16} 336 {y1 + 4}"
        papers = f"{link['weight']} paper{'s' if link['weight'] != 1 else ''}"
        names = [labels[link[end]] for end in ("source", "target")]
        title = f"{names[0]} → {names[1]}: {papers}"
        arrow = f"M336 {y2} l8 -4 v8 z"
        arcs.append(Arc(path, min(8.0, 1 + sqrt(link["weight"])), link["kind"], title, arrow))
    placed = [{**node, "y": at[node["id"]]} for node in shown]
    return placed, arcs, 40 + 22 * len(shown)

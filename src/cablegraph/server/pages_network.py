"""Who wrote to whom as nodes and links, from the catalogue's cards; the arc diagram that the server draws of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

from cablegraph.iri import DOC
from cablegraph.server.pages_document import part_label
from cablegraph.server.reading_room import Card, Catalogue

MOST = 500
"""Nodes drawn; the rest are named by rule, the busiest are kept."""


@dataclass(slots=True)
class Link:
    """Papers of one kind from one node to another."""

    source: str
    target: str
    kind: str
    documents: list[str]
    via: set[str]
    first: str = ""
    last: str = ""

    def add(self, card: Card) -> None:
        """One paper more."""
        self.documents.append(card.iri)
        self.via.update(card.relay)
        if card.when.earliest:
            self.first = min(self.first or card.when.earliest, card.when.earliest)
        if card.when.latest:
            self.last = max(self.last, card.when.latest)


def links(catalogue: Catalogue, cards: Iterable[Card], by: str, kinds: Sequence[str]) -> list[Link]:
    """Links among people (``by=agent``), places, papers or topics, the heaviest first."""
    found: dict[tuple[str, str, str], Link] = {}

    def add(source: str, target: str, kind: str, card: Card) -> None:
        key = (source, target, kind)
        found.setdefault(key, Link(source, target, kind, [], set())).add(card)

    chosen = {card.iri: card for card in cards}
    for card in chosen.values():
        for source, target, kind in _pairs(card, by):
            if kind in kinds:
                add(source, target, kind, card)
    if by == "document" and "cites" in kinds:
        for item in catalogue.cited:
            if item.by in chosen:
                add(item.by, item.held or item.iri, "cites", chosen[item.by])
    for link in found.values():
        link.documents = sorted(set(link.documents))
    return sorted(found.values(), key=lambda link: (-len(link.documents), link.source, link.target, link.kind))


def _pairs(card: Card, by: str) -> list[tuple[str, str, str]]:
    if by == "agent":
        letters = [(s, a, "letter") for s in card.sender for a in card.addressee]
        relays = [(s, r, "relay") for s in card.sender for r in card.relay]
        return letters + relays + [(r, a, "relay") for r in card.relay for a in card.addressee]
    if by == "place":
        return [(s, t, "letter") for s in card.origin for t in card.destination]
    if by == "topic":
        return [(s, t, "letter") for s in card.sender for t in card.topics]
    return []


def network(
    catalogue: Catalogue, cards: Sequence[Card], by: str, kinds: Sequence[str], min_weight: int = 1
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], int]:
    """Nodes and links in the form of product section 6.1, and how many nodes were left out."""
    every = [link for link in links(catalogue, cards, by, kinds) if len(link.documents) >= min_weight]
    weight: dict[str, int] = {}
    for link in every:
        for end in (link.source, link.target):
            weight[end] = weight.get(end, 0) + len(link.documents)
    kept = set(sorted(weight, key=lambda iri: (-weight[iri], iri))[:MOST])
    shown = [link for link in every if link.source in kept and link.target in kept]
    own: dict[str, list[Link]] = {iri: [] for iri in kept}
    for link in shown:
        own[link.source].append(link)
        if link.target != link.source:
            own[link.target].append(link)
    nodes = [_node(catalogue, iri, own[iri]) for iri in sorted(kept, key=lambda iri: (-weight[iri], iri))]
    return nodes, [_link(link) for link in shown], len(weight) - len(kept)


def _node(catalogue: Catalogue, iri: str, own: Sequence[Link]) -> dict[str, Any]:
    sent = {document for link in own if link.source == iri and link.kind == "letter" for document in link.documents}
    received = {document for link in own if link.target == iri and link.kind == "letter" for document in link.documents}
    document = iri.startswith(DOC)
    return {
        "id": iri,
        "label": part_label(iri, catalogue) if document else catalogue.label(iri),
        "type": catalogue.kind(iri),
        "degree": len({(link.source, link.target) for link in own}),
        "sent": len(sent),
        "received": len(received),
        "first": min((link.first for link in own if link.first), default=None),
        "last": max((link.last for link in own if link.last), default=None),
        "wikidata": catalogue.wikidata.get(iri),
        "held": iri in catalogue.by_iri if document else True,
        "composed": bool(document and iri in catalogue.by_iri and catalogue.by_iri[iri].composed),
    }


def _link(link: Link) -> dict[str, Any]:
    return {
        "source": link.source,
        "target": link.target,
        "kind": link.kind,
        "weight": len(link.documents),
        "first": link.first or None,
        "last": link.last or None,
        "documents": link.documents,
        "via": sorted(link.via),
    }


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

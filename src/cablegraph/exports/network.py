"""Who wrote to whom, as nodes and links: ``{"source": "…/stalin", "target": "…/mao", "weight": 1}``."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, combinations
from typing import Any, Final

from cablegraph.errors import SettingsError
from cablegraph.exports import naming
from cablegraph.exports.filters import Filter
from cablegraph.exports.source import Paper, Source, chunks

BY: Final = ("agent", "place", "document", "topic")
KINDS: Final = ("letter", "relay", "cites", "about")
NODE_COLUMNS: Final = (
    "Id",
    "Label",
    "Kind",
    "Degree",
    "Sent",
    "Received",
    "First",
    "Last",
    "Wikidata",
    "Held",
    "Composed",
)
EDGE_COLUMNS: Final = (
    "Source",
    "Target",
    "Type",
    "Kind",
    "Weight",
    "First",
    "Last",
    "Documents",
    "SourceLabel",
    "TargetLabel",
    "Composed",
)


@dataclass(frozen=True, slots=True)
class Options:
    """What is a node (``by``), which links (``kinds``), how many papers at least, and whether with words."""

    by: str = "agent"
    kinds: tuple[str, ...] = ()
    min_weight: int = 1
    words: bool = False

    def __post_init__(self) -> None:
        if self.by not in BY:
            raise SettingsError(f'a network is by one of {", ".join(BY)}, not "{self.by}"')
        for kind in self.kinds:
            if kind not in KINDS:
                raise SettingsError(f'there is no kind of link "{kind}"', notes=f"kinds: {', '.join(KINDS)}")

    @property
    def shown(self) -> tuple[str, ...]:
        """The kinds of link asked for; without any, letters, and between papers what they cite."""
        return self.kinds or (("cites",) if self.by == "document" else ("letter",))

    @property
    def directed(self) -> bool:
        """Whether a link runs from one end to the other; topics that meet in a paper have no first."""
        return self.by != "topic" or "about" in self.shown


@dataclass(slots=True)
class Node:
    """A node with its counts of distinct papers."""

    id: str
    sent: int = 0
    received: int = 0
    degree: int = 0
    first: str = ""
    last: str = ""
    held: bool = True
    composed: bool = True


@dataclass(slots=True)
class Link:
    """A link with the papers it stands for, each once."""

    source: str
    target: str
    kind: str
    papers: list[Paper] = field(default_factory=list)
    via: frozenset[str] = frozenset()

    @property
    def first(self) -> str:
        return min((paper.earliest for paper in self.papers if paper.earliest), default="")

    @property
    def last(self) -> str:
        return max((paper.latest for paper in self.papers if paper.latest), default="")

    @property
    def composed(self) -> bool:
        """Whether all its papers are composed for teaching."""
        return all(paper.composed for paper in self.papers)

    @property
    def documents(self) -> list[str]:
        """IRIs of the papers, sorted."""
        return sorted(paper.iri for paper in self.papers)


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes by IRI, links by source, target and kind, and the papers they come from."""

    nodes: dict[str, Node]
    links: list[Link]
    papers: list[Paper]


def meta_of(source: Source, wanted: Filter, network: Network, options: Options) -> dict[str, Any]:
    """What a network says of itself: as every export does, and which links were asked for, of how many papers."""
    said = source.meta(wanted, network.papers, by=options.by)
    own = {"kind": ",".join(options.kinds), "min_weight": options.min_weight if options.min_weight > 1 else ""}
    return said | {"filter": said["filter"] | {name: value for name, value in own.items() if value}}


_FACTS: Final = {
    "agent": ("senders", "addressees", "receivers", "relays"), "place": ("origins", "destinations"),
    "document": ("cites",), "topic": ("topics",),
}  # fmt: skip


def build(source: Source, wanted: Filter, options: Options, more: tuple[str, ...] = ()) -> Network:
    """The network of the papers that a filter keeps; ``more`` are facts of them that the caller needs besides."""
    besides = {"cites": "cites", "about": "senders"}
    facts = (*_FACTS[options.by], *(name for kind, name in besides.items() if kind in options.shown), *more)
    papers = source.papers(wanted, *facts)
    links: dict[tuple[str, str, str], Link] = {}
    for paper in papers:
        for start, end, kind in _pairs(source, paper, options):
            link = links.setdefault((start, end, kind), Link(start, end, kind))
            if not link.papers or link.papers[-1] is not paper:
                link.papers.append(paper)
            if paper.relays and kind == "letter" and options.by == "agent":
                link.via = link.via.union(paper.relays)
    kept = [links[key] for key in sorted(links) if len(links[key].papers) >= options.min_weight]
    del links
    nodes = _counted(kept)
    if options.by == "document":
        held = {paper.iri for paper in papers}
        for node in nodes.values():
            node.held = node.id in held
        if wanted.held:
            kept = [link for link in kept if nodes[link.source].held and nodes[link.target].held]
            ends = {end for link in kept for end in (link.source, link.target)}
            nodes = {iri: node for iri, node in nodes.items() if iri in ends}
    return Network(nodes, kept, papers)


def _pairs(source: Source, paper: Paper, options: Options) -> Iterator[tuple[str, str, str]]:
    kinds = options.shown
    if options.by == "document":
        yield from ((paper.iri, source.resolved.get(node, node), "cites") for node in paper.cites if "cites" in kinds)
        return
    if options.by == "topic":
        yield from ((one, other, "letter") for one, other in combinations(paper.topics, 2) if "letter" in kinds)
        yield from ((one, topic, "about") for one in paper.senders for topic in paper.topics if "about" in kinds)
        return
    starts = paper.senders if options.by == "agent" else paper.origins
    ends = paper.meant_for if options.by == "agent" else paper.destinations
    if "letter" in kinds:
        yield from ((start, end, "letter") for start in starts for end in ends)
    if "relay" in kinds and options.by == "agent":
        yield from ((start, relay, "relay") for start in starts for relay in paper.relays)
        yield from ((relay, end, "relay") for relay in paper.relays for end in paper.addressees)
    if "cites" in kinds and options.by == "agent":
        authors = source.cited_authors
        yield from (
            (start, author, "cites") for start in starts for node in paper.cites for author in authors.get(node, ())
        )


def _counted(links: Sequence[Link]) -> dict[str, Node]:
    """The ends of links by IRI, one after the other: sets of papers and neighbours live only as long as their node."""
    out: dict[str, list[Link]] = {}
    into: dict[str, list[Link]] = {}
    for link in links:
        out.setdefault(link.source, []).append(link)
        into.setdefault(link.target, []).append(link)
    return {iri: _node(iri, out.get(iri, []), into.get(iri, [])) for iri in sorted({*out, *into})}


def _node(iri: str, out: Sequence[Link], into: Sequence[Link]) -> Node:
    both = (*out, *into)
    return Node(
        iri,
        len({paper.iri for link in out for paper in link.papers}),
        len({paper.iri for link in into for paper in link.papers}),
        len({link.target for link in out} | {link.source for link in into}),
        min((first for link in both if (first := link.first)), default=""),
        max((link.last for link in both), default=""),
        composed=all(paper.composed for link in both for paper in link.papers),
    )


def nodes_json(source: Source, network: Network) -> Iterator[dict[str, Any]]:
    """Nodes as the JSON has them."""
    labels = labels_of(source, network.nodes)
    return (_node_json(source, node, label) for node, label in zip(network.nodes.values(), labels, strict=True))


def labels_of(source: Source, iris: Collection[str]) -> Iterator[str]:
    """What things are called, one after the other; papers as the pages call them."""
    for some in naming.batches(iris):
        papers = naming.names(source, filter(naming.is_paper, some))
        yield from (papers.get(iri) or source.label(iri) for iri in some)


def _node_json(source: Source, node: Node, label: str) -> dict[str, Any]:
    kind = "document" if naming.is_paper(node.id) else source.concept_scheme(node.id)
    return {
        "id": node.id, "label": label, "type": kind, "degree": node.degree,
        "sent": node.sent, "received": node.received, "first": node.first or None, "last": node.last or None,
        "wikidata": source.wikidata.get(node.id), "held": node.held, "composed": node.composed,
    }  # fmt: skip


def write_json(source: Source, wanted: Filter, options: Options) -> Iterator[bytes]:
    """Network JSON: ``meta``, ``nodes``, ``links``."""
    network = build(source, wanted, options)
    words = _words(source, network, options) if options.words else {}
    return chunks(_json_pieces(source, wanted, options, network, words))


def _json_pieces(
    source: Source,
    wanted: Filter,
    options: Options,
    network: Network,
    words: dict[tuple[str, str], list[dict[str, Any]]],
) -> Iterator[str]:
    meta = meta_of(source, wanted, network, options)
    yield f'{{"meta":{_dumps(meta)},\n"nodes":['
    yield from _listed(map(_dumps, nodes_json(source, network)))
    yield '],\n"links":['
    yield from _listed(_dumps(_link_json(link, words)) for link in network.links)
    yield "]}\n"


def _link_json(link: Link, words: dict[tuple[str, str], list[dict[str, Any]]]) -> dict[str, Any]:
    form: dict[str, Any] = {
        "source": link.source, "target": link.target, "kind": link.kind, "weight": len(link.papers),
        "first": link.first or None, "last": link.last or None, "documents": link.documents,
        "via": sorted(link.via), "composed": link.composed,
    }  # fmt: skip
    if words:
        read = link.target if link.kind == "about" else link.source
        form["words"] = [word for paper in link.documents for word in words.get((paper, read), ())]
    return form


def _words(source: Source, network: Network, options: Options) -> dict[tuple[str, str], list[dict[str, Any]]]:
    """Words from which the start of a link is read, by paper and start."""
    predicate = {
        "agent": "rico:hasSender",
        "place": "cg:sentFrom",
        "document": "cg:cites",
        "topic": "rico:hasOrHadSubject",
    }
    papers = {paper.iri for paper in network.papers}
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for subject, value, word in source.spans(predicate[options.by]):
        if subject in papers:
            key = (subject, subject if options.by == "document" else value)
            found.setdefault(key, []).append(
                {name: word[name] for name in ("document", "start", "end", "quote", "layer")}
            )
    return {key: sorted(items, key=lambda item: (item["start"], item["end"])) for key, items in found.items()}


def _listed(pieces: Iterable[str]) -> Iterator[str]:
    for index, piece in enumerate(pieces):
        yield (",\n" if index else "\n") + piece


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


# -- CSV


def write_nodes_csv(source: Source, wanted: Filter, options: Options, excel: bool = False) -> Iterator[bytes]:
    """CSV of the nodes, for Gephi's import."""
    network = build(source, wanted, options)
    rows = (
        (n["id"], n["label"], n["type"], n["degree"], n["sent"], n["received"], n["first"], n["last"],
         n["wikidata"], n["held"], n["composed"])
        for n in nodes_json(source, network)
    )  # fmt: skip
    return table(NODE_COLUMNS, rows, excel)


def write_edges_csv(source: Source, wanted: Filter, options: Options, excel: bool = False) -> Iterator[bytes]:
    """CSV of the links, for Gephi's import."""
    network = build(source, wanted, options)
    way = "Directed" if options.directed else "Undirected"
    starts, ends = (labels_of(source, [getattr(k, end) for k in network.links]) for end in ("source", "target"))
    rows = (
        (k.source, k.target, way, k.kind, len(k.papers), k.first, k.last, " ".join(k.documents),
         start, end, k.composed)
        for k, start, end in zip(network.links, starts, ends, strict=True)
    )  # fmt: skip
    return table(EDGE_COLUMNS, rows, excel)


def table(columns: Sequence[str], rows: Iterable[Sequence[Any]], excel: bool = False) -> Iterator[bytes]:
    """CSV by RFC 4180 in UTF-8. ``excel`` adds a BOM and disarms cells that a spreadsheet would run."""

    def lines() -> Iterator[str]:
        yield "\ufeff" if excel else ""
        buffer = io.StringIO()
        writer = csv.writer(buffer, lineterminator="\r\n")
        for row in chain((columns,), rows):
            writer.writerow([_cell(value, excel) for value in row])
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()

    return chunks(lines())


def _cell(value: Any, excel: bool) -> str:
    text = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return "'" + text if excel and text.startswith(("=", "+", "-", "@", "\t", "\r")) else text

"""Files for other programs: networks, maps, timelines, CMIF, annotations, RDF; one module a format and one table.

``write("gexf", source, Filter(from_="1951"))`` gives bytes in blocks. Every export names its generation, licence and
filter, carries no clock, and is the same bytes for the same graph (docs/reference/exports.md).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from cablegraph.errors import SettingsError
from cablegraph.exports import asked, cmif, geojson, gexf, graphml, network, rdf, record, timeline, vega, web_annotation
from cablegraph.exports.filters import Filter, These
from cablegraph.exports.network import Options
from cablegraph.exports.source import Paper, Source, of_store

__all__ = [
    "FORMATS",
    "Filter",
    "Format",
    "Options",
    "Paper",
    "Request",
    "Source",
    "These",
    "asked",
    "fits",
    "of_store",
    "record",
    "vega",
    "web_annotation",
    "write",
]


FILTERS: Final = "filters"
LINKS: Final = "by, kind, min-weight and words"
DUMP: Final = (FILTERS, "profile")


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of an export: which papers, which network, which RDF profile, which paper."""

    filter: Filter = field(default_factory=Filter)
    network: Options = field(default_factory=Options)
    profile: str = "rdf11"
    document: str = ""
    excel: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """A format of the table: media type, suffix of its file, what it is, its writer, and what of a request it heeds."""

    name: str
    media_type: str
    suffix: str
    meaning: str
    writer: Callable[[Source, Request], Iterator[bytes]]
    takes: tuple[str, ...] = (FILTERS,)


def _rdf(form: str) -> Callable[[Source, Request], Iterator[bytes]]:
    def writer(source: Source, request: Request) -> Iterator[bytes]:
        if source.store is None:
            raise SettingsError("a dump needs the graph on disk, not a service")
        if request.filter.held is not None:
            raise SettingsError("a dump has no filter held", notes="it is for networks by document and the timeline")
        some = request.filter != Filter()
        papers = {paper.iri for paper in source.papers(request.filter, "title")} if some else None
        return rdf.write(source.store, form, request.profile, papers)

    return writer


def _annotations(source: Source, request: Request) -> Iterator[bytes]:
    return _one(web_annotation.page(source, asked.paper(source, request.document)))


def _record(source: Source, request: Request) -> Iterator[bytes]:
    return _one(record.jsonld(source, asked.paper(source, request.document)))


def _one(value: object) -> Iterator[bytes]:
    yield (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


_TABLE: Final = (
    Format("network.json", "application/json", ".network.json", "nodes and links for d3 and the like",
           lambda s, r: network.write_json(s, r.filter, r.network), (FILTERS, LINKS)),
    Format("gexf", "application/gexf+xml", ".gexf", "network with time, for Gephi",
           lambda s, r: gexf.write(s, r.filter, r.network), (FILTERS, LINKS)),
    Format("graphml", "application/graphml+xml", ".graphml", "network for yEd, igraph, networkx",
           lambda s, r: graphml.write(s, r.filter, r.network), (FILTERS, LINKS)),
    Format("nodes.csv", "text/csv; charset=utf-8", ".nodes.csv", "nodes as a table",
           lambda s, r: network.write_nodes_csv(s, r.filter, r.network, r.excel), (FILTERS, LINKS, "excel")),
    Format("edges.csv", "text/csv; charset=utf-8", ".edges.csv", "links as a table",
           lambda s, r: network.write_edges_csv(s, r.filter, r.network, r.excel), (FILTERS, LINKS, "excel")),
    Format("geojson", "application/geo+json", ".geojson", "places and lines for QGIS and web maps",
           lambda s, r: geojson.write(s, r.filter)),
    Format("timeline", "application/json", ".timeline.json", "papers in time, with the bounds of their dates",
           lambda s, r: timeline.write(s, r.filter)),
    Format("cmif", "application/tei+xml", ".cmif.xml", "letters for correspSearch",
           lambda s, r: cmif.write(s, r.filter)),
    Format("annotations", "application/ld+json", ".annotations.jsonld", "one paper's readings as Web Annotations",
           _annotations, ("document",)),
    Format("record", "application/ld+json", ".record.jsonld", "one paper as JSON-LD, framed", _record, ("document",)),
    Format("nq", "application/n-quads", ".nq", "the graph, sorted N-Quads", _rdf("nq"), DUMP),
    Format("nt", "application/n-triples", ".nt", "the graph, sorted N-Triples", _rdf("nt"), DUMP),
    Format("ttl", "text/turtle", ".ttl", "the graph as Turtle", _rdf("ttl"), DUMP),
    Format("trig", "application/trig", ".trig", "the graph as TriG", _rdf("trig"), DUMP),
    Format("jsonld", "application/ld+json", ".jsonld", "the graph as JSON-LD", _rdf("jsonld"), DUMP),
    Format("rdf", "application/rdf+xml", ".rdf", "the graph as RDF/XML", _rdf("rdf"), DUMP),
)  # fmt: skip
FORMATS: Final[Mapping[str, Format]] = {item.name: item for item in _TABLE}
"""All formats by name; a new one is a module and a line here. Vega-Lite belongs to the canned queries (`vega.spec`)."""


def fits(name: str, request: Request) -> None:
    """Whether a format heeds all that is asked for. Raises SettingsError with the formats that do."""
    takes = _format(name).takes
    given = {
        FILTERS: request.filter != Filter(),
        LINKS: request.network != Options(),
        "document": bool(request.document),
        "profile": request.profile != "rdf11",
        "excel": request.excel,
    }
    for what, is_given in given.items():
        if is_given and what not in takes:
            others = ", ".join(item.name for item in _TABLE if what in item.takes)
            raise SettingsError(f"{name} does not take {what}", notes=(f"formats that do: {others}", "or leave it out"))


def _format(name: str) -> Format:
    if name not in FORMATS:
        raise SettingsError(f'there is no export "{name}"', notes=f"formats: {', '.join(FORMATS)}")
    return FORMATS[name]


def write(name: str, source: Source, request: Request | None = None) -> Iterator[bytes]:
    """A format as bytes in blocks. Raises SettingsError for an unknown format, filter or option."""
    writer, wanted = _format(name).writer, request or Request()
    asked.check(source, wanted.filter)
    return writer(source, wanted)

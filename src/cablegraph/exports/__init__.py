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
from cablegraph.exports.network import Options
from cablegraph.exports.source import Filter, Paper, Source, These, of_store

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
    "of_store",
    "record",
    "vega",
    "web_annotation",
    "write",
]


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
    """A format of the table: media type, suffix of its file, what it is, and its writer."""

    name: str
    media_type: str
    suffix: str
    meaning: str
    writer: Callable[[Source, Request], Iterator[bytes]]


def _rdf(form: str) -> Callable[[Source, Request], Iterator[bytes]]:
    def writer(source: Source, request: Request) -> Iterator[bytes]:
        if source.store is None:
            raise SettingsError("a dump needs the graph on disk, not a service")
        return rdf.write(source.store, form, request.profile)

    return writer


def _annotations(source: Source, request: Request) -> Iterator[bytes]:
    return _one(web_annotation.page(source, _document(request)))


def _record(source: Source, request: Request) -> Iterator[bytes]:
    found = record.jsonld(source, _document(request))
    if found is None:
        raise SettingsError(f"there is no paper {request.document}")
    return _one(found)


def _document(request: Request) -> str:
    if not request.document:
        raise SettingsError("this export is of one paper", notes="name it: document=doc:wilson-ct3777")
    return request.document


def _one(value: object) -> Iterator[bytes]:
    yield (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


_TABLE: Final = (
    Format("network.json", "application/json", ".network.json", "nodes and links for d3 and the like",
           lambda s, r: network.write_json(s, r.filter, r.network)),
    Format("gexf", "application/gexf+xml", ".gexf", "network with time, for Gephi",
           lambda s, r: gexf.write(s, r.filter, r.network)),
    Format("graphml", "application/graphml+xml", ".graphml", "network for yEd, igraph, networkx",
           lambda s, r: graphml.write(s, r.filter, r.network)),
    Format("nodes.csv", "text/csv; charset=utf-8", ".nodes.csv", "nodes as a table",
           lambda s, r: network.write_nodes_csv(s, r.filter, r.network, r.excel)),
    Format("edges.csv", "text/csv; charset=utf-8", ".edges.csv", "links as a table",
           lambda s, r: network.write_edges_csv(s, r.filter, r.network, r.excel)),
    Format("geojson", "application/geo+json", ".geojson", "places and lines for QGIS and web maps",
           lambda s, r: geojson.write(s, r.filter)),
    Format("timeline", "application/json", ".timeline.json", "papers in time, with the bounds of their dates",
           lambda s, r: timeline.write(s, r.filter)),
    Format("cmif", "application/tei+xml", ".cmif.xml", "letters for correspSearch",
           lambda s, r: cmif.write(s, r.filter)),
    Format("annotations", "application/ld+json", ".annotations.jsonld", "one paper's readings as Web Annotations",
           _annotations),
    Format("record", "application/ld+json", ".record.jsonld", "one paper as JSON-LD, framed", _record),
    Format("nq", "application/n-quads", ".nq", "the graph, sorted N-Quads", _rdf("nq")),
    Format("nt", "application/n-triples", ".nt", "the graph, sorted N-Triples", _rdf("nt")),
    Format("ttl", "text/turtle", ".ttl", "the graph as Turtle", _rdf("ttl")),
    Format("trig", "application/trig", ".trig", "the graph as TriG", _rdf("trig")),
    Format("jsonld", "application/ld+json", ".jsonld", "the graph as JSON-LD", _rdf("jsonld")),
    Format("rdf", "application/rdf+xml", ".rdf", "the graph as RDF/XML", _rdf("rdf")),
)  # fmt: skip
FORMATS: Final[Mapping[str, Format]] = {item.name: item for item in _TABLE}
"""All formats by name; a new one is a module and a line here. Vega-Lite belongs to the canned queries (`vega.spec`)."""


def write(name: str, source: Source, request: Request | None = None) -> Iterator[bytes]:
    """A format as bytes in blocks. Raises SettingsError for an unknown format, filter or option."""
    if name not in FORMATS:
        raise SettingsError(f'there is no export "{name}"', notes=f"formats: {', '.join(FORMATS)}")
    wanted = request or Request()
    asked.check(source, wanted.filter)
    return FORMATS[name].writer(source, wanted)

"""What the endpoint is and holds: SPARQL 1.1 Service Description, and VoID made with the generation."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pyoxigraph as ox

from cablegraph.iri import HOME, RDF, SD, VOID

if TYPE_CHECKING:
    from cablegraph.server.door import Door

_W3C = "http://www.w3.org/ns/formats/"
_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_GRAPHS = ("Turtle", "N-Triples", "RDF_XML", "JSON-LD", "TriG", "N-Quads")
_RDF_FORMATS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/trig": ox.RdfFormat.TRIG,
    "application/n-quads": ox.RdfFormat.N_QUADS,
}
DATASET = ox.NamedNode(f"{HOME}dataset")


def describe_service(door: Door, media: str, endpoint: str) -> bytes:
    """The description of the service at this address, with the VoID of the current generation, in this media type."""
    void = ""
    if not door.settings.scratch and not door.settings.store:
        path = door.path / "void.ttl"
        void = path.read_text("utf-8") if path.is_file() else ""
    return _serialised(void, media, endpoint, bool(door.settings.token or door.settings.scratch))


def described(void: str, media: str, here: str) -> bytes:
    """The VoID of a generation, its addresses those of this server, in this media type."""
    quads = ox.parse(void.encode(), ox.RdfFormat.TURTLE, base_iri=here)
    prefixes = {"void": VOID} if media == "text/turtle" else None
    data = ox.serialize([quad.triple for quad in quads], format=_RDF_FORMATS[media], prefixes=prefixes)
    assert data is not None
    return data


@lru_cache(maxsize=16)
def _serialised(void: str, media: str, endpoint: str, writable: bool) -> bytes:
    triples = [*_service(ox.NamedNode(endpoint), writable)]
    if void:
        triples += [quad.triple for quad in ox.parse(void.encode(), ox.RdfFormat.TURTLE, base_iri=endpoint)]
    prefixes = {"sd": SD, "void": VOID} if media in ("text/turtle", "application/trig") else None
    data = ox.serialize(triples, format=_RDF_FORMATS[media], prefixes=prefixes)
    assert data is not None
    return data


def _service(endpoint: ox.NamedNode, writable: bool) -> list[ox.Triple]:
    service, graph = ox.NamedNode(f"{HOME}service"), ox.NamedNode(f"{HOME}default-graph")
    kind = ox.NamedNode(RDF + "type")

    def term(name: str) -> ox.NamedNode:
        return ox.NamedNode(SD + name)

    facts = [
        (kind, term("Service")),
        (term("endpoint"), endpoint),
        (term("supportedLanguage"), term("SPARQL11Query")),
        *([(term("supportedLanguage"), term("SPARQL11Update"))] if writable else []),
        (term("feature"), term("EmptyGraphs")),
        (term("defaultDataset"), DATASET),
        *((term("resultFormat"), ox.NamedNode(_W3C + name)) for name in (*_RESULTS, *_GRAPHS)),
        *((term("inputFormat"), ox.NamedNode(_W3C + name)) for name in _GRAPHS if writable),
    ]
    return [
        *(ox.Triple(service, predicate, value) for predicate, value in facts),
        ox.Triple(DATASET, kind, term("Dataset")),
        ox.Triple(DATASET, term("defaultGraph"), graph),
        ox.Triple(graph, kind, term("Graph")),
    ]

"""What the endpoint is and holds: SPARQL 1.1 Service Description, and the VoID made with the generation."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pyoxigraph as ox

from cablegraph.iri import BASE, RDF, SD, VOID

if TYPE_CHECKING:
    from cablegraph.server.door import Door

_FORMATS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle", "N-Triples",
    "RDF_XML", "JSON-LD", "TriG", "N-Quads",
)  # fmt: skip
_W3C = "http://www.w3.org/ns/formats/"
_RDF_FORMATS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/trig": ox.RdfFormat.TRIG,
    "application/n-quads": ox.RdfFormat.N_QUADS,
}
SERVICE = f"{BASE}service"


def describe_service(door: Door, media: str) -> bytes:
    """The service description with the VoID of the current generation, in this media type."""
    void = ""
    if not door.settings.scratch and (door.path / "void.ttl").is_file():
        void = (door.path / "void.ttl").read_text("utf-8")
    return _serialised(void, media)


@lru_cache(maxsize=16)
def _serialised(void: str, media: str) -> bytes:
    service, dataset, graph = (
        ox.NamedNode(SERVICE),
        ox.NamedNode(f"{BASE}dataset"),
        ox.NamedNode(f"{BASE}default-graph"),
    )

    def term(name: str) -> ox.NamedNode:
        return ox.NamedNode(SD + name)

    kind = ox.NamedNode(RDF + "type")
    triples = [
        ox.Triple(service, kind, term("Service")),
        ox.Triple(service, term("endpoint"), ox.NamedNode(f"{BASE}sparql")),
        ox.Triple(service, term("supportedLanguage"), term("SPARQL11Query")),
        ox.Triple(service, term("feature"), term("EmptyGraphs")),
        ox.Triple(service, term("defaultDataset"), dataset),
        ox.Triple(dataset, kind, term("Dataset")),
        ox.Triple(dataset, term("defaultGraph"), graph),
        ox.Triple(graph, kind, term("Graph")),
        *(ox.Triple(service, term("resultFormat"), ox.NamedNode(_W3C + name)) for name in _FORMATS),
    ]
    if void:
        triples += [quad.triple for quad in ox.parse(void.encode(), ox.RdfFormat.TURTLE, base_iri=BASE)]
    prefixes = {"sd": SD, "void": VOID} if media in ("text/turtle", "application/trig") else None
    data = ox.serialize(triples, format=_RDF_FORMATS.get(media, ox.RdfFormat.TURTLE), prefixes=prefixes)
    assert data is not None
    return data

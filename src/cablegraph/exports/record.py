"""One paper as JSON-LD, framed: its own facts and those of its parts nested in it, names beside the things it names."""

from __future__ import annotations

from typing import Any, Final

from pyoxigraph import Literal

from cablegraph.exports.source import PROLOGUE, Source
from cablegraph.iri import PREFIXES, RDF, RDFS, XSD, shorten

_USED: Final = (
    "cg", "doc", "agent", "place", "name", "date", "archive", "form", "topic", "kind", "rico", "schema", "rdfs", "xsd",
    "dcterms", "edtf", "skos", "wd",
)  # fmt: skip
CONTEXT: Final = {**{name: PREFIXES[name] for name in _USED}, "id": "@id", "type": "@type"}


def jsonld(source: Source, document: str) -> dict[str, Any] | None:
    """The paper (its IRI) as a JSON-LD object with its context inline, or None when there is none."""
    node = _node(source, document, document, set())
    return None if len(node) < 2 else {"@context": CONTEXT, **node}


def _node(source: Source, iri: str, document: str, seen: set[str]) -> dict[str, Any]:
    seen.add(iri)
    node: dict[str, Any] = {"id": shorten(iri)}
    for row in source.select(f"{PROLOGUE}SELECT ?p ?o WHERE {{ <{iri}> ?p ?o }} ORDER BY ?p STR(?o)"):
        predicate, value = str(getattr(row["p"], "value", "")), row["o"]
        if predicate == RDF + "type":
            node.setdefault("type", []).append(shorten(str(getattr(value, "value", ""))))
            continue
        form = (
            _literal(value)
            if isinstance(value, Literal)
            else _thing(source, str(getattr(value, "value", "")), document, seen)
        )
        node.setdefault(shorten(predicate), []).append(form)
    return {
        key: value[0] if isinstance(value, list) and len(value) == 1 and key != "type" else value
        for key, value in node.items()
    }


def _literal(value: Literal) -> Any:
    if value.language:
        return {"@value": value.value, "@language": value.language}
    if value.datatype.value == XSD + "string":
        return value.value
    return {"@value": value.value, "@type": shorten(value.datatype.value)}


def _thing(source: Source, iri: str, document: str, seen: set[str]) -> dict[str, Any]:
    if (iri.startswith(document + "/") or "/id/date/" in iri) and iri not in seen:
        return _node(source, iri, document, seen)
    label = source.labels.get(iri) if iri not in seen else None
    plain = label is not None and not iri.startswith(PREFIXES["topic"].rpartition("vocab/")[0] + "vocab/")
    return {"id": shorten(iri), shorten(RDFS + "label"): label} if plain else {"id": shorten(iri)}

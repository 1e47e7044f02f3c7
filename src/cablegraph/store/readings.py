"""The words behind an edge: the readings of a statement, found by its subject, predicate and object."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Store

from cablegraph.iri import CG, DCTERMS, KIND, LAYER, OA, PROV, RDF, RDFS, RICO

CONTEXT = 32
"""So many characters are given before and after a quotation."""

_SUBJECT, _PREDICATE, _OBJECT = (NamedNode(RDF + name) for name in ("subject", "predicate", "object"))


@dataclass(frozen=True, slots=True)
class FoundSpan:
    """Words of a stored text: code points, quotation, layer, and the IRI of the text."""

    start: int
    end: int
    quote: str
    layer: str
    text: str


@dataclass(frozen=True, slots=True)
class FoundReading:
    """A reading as the store holds it; ``status`` is machine, candidate, confirmed, rejected or corrected."""

    iri: str
    document: str
    kind: str
    spans: tuple[FoundSpan, ...]
    rule: str
    rule_version: str
    certainty: str
    status: str
    basis: str = ""
    reason: str = ""
    decision: str = ""
    decided_by: str = ""
    decided_at: str = ""
    value: str = ""
    """The object of its edge: an IRI, or the words of a literal."""


def of(store: Store, subject: NamedNode, predicate: NamedNode) -> tuple[FoundReading, ...]:
    """All readings of a subject and a predicate, whatever the object, candidates and rejected ones too."""
    found = [
        read(store, quad.subject)
        for quad in store.quads_for_pattern(None, _SUBJECT, subject)
        if isinstance(quad.subject, NamedNode) and _is(store, quad.subject, _PREDICATE, predicate)
    ]
    return tuple(sorted(found, key=_place))


def _place(reading: FoundReading) -> tuple[str, int, str]:
    return reading.document, reading.spans[0].start if reading.spans else -1, reading.iri


def why(store: Store, subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> tuple[FoundReading, ...]:
    """All readings of one statement, candidates and rejected ones too, by document and place in the text."""
    found = []
    for quad in store.quads_for_pattern(None, _SUBJECT, subject):
        reading = quad.subject
        if not isinstance(reading, NamedNode) or not _is(store, reading, _PREDICATE, predicate):
            continue
        if _is(store, reading, _OBJECT, value):
            found.append(read(store, reading))
    return tuple(sorted(found, key=_place))


def read(store: Store, reading: NamedNode) -> FoundReading:
    """One reading with its spans."""
    facts: dict[str, list[Any]] = {}
    for quad in store.quads_for_pattern(reading, None, None):
        facts.setdefault(quad.predicate.value, []).append(quad.object)
    evidence = facts.get(CG + "evidence", [])
    spans = tuple(sorted(_spans(store, evidence), key=lambda span: (span.start, span.end)))
    decision = "" if spans or not evidence else str(evidence[0].value)
    rule = _value(facts, CG + "rule")
    status = _value(facts, CG + "status").removeprefix(KIND) or "machine"
    return FoundReading(
        reading.value,
        _value(facts, RICO + "isEvidencedBy"),
        "decision" if decision else "text",
        spans,
        rule.rpartition("/")[2],
        _one(store, rule, DCTERMS + "hasVersion"),
        _value(facts, RICO + "relationCertainty"),
        status,
        _value(facts, CG + "basis").removeprefix(KIND),
        _value(facts, RDFS + "comment"),
        decision,
        _one(store, decision, PROV + "wasAttributedTo"),
        _one(store, decision, PROV + "endedAtTime"),
        _value(facts, RDF + "object"),
    )


def asserted(store: Store, subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> bool:
    """Whether the edge stands."""
    return any(True for _ in store.quads_for_pattern(subject, predicate, value))


def _spans(store: Store, evidence: list[Any]) -> Iterator[FoundSpan]:
    for node in evidence:
        exact = _one(store, node.value, OA + "exact")
        if exact:
            yield FoundSpan(
                int(_one(store, node.value, OA + "start")),
                int(_one(store, node.value, OA + "end")),
                exact,
                _one(store, node.value, CG + "layer").removeprefix(LAYER),
                _one(store, node.value, OA + "hasSource"),
            )


def _is(store: Store, subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> bool:
    return any(True for _ in store.quads_for_pattern(subject, predicate, value))


def _value(facts: dict[str, list[Any]], predicate: str) -> str:
    values = facts.get(predicate)
    return str(values[0].value) if values else ""


def _one(store: Store, subject: str, predicate: str) -> str:
    if not subject:
        return ""
    for quad in store.quads_for_pattern(NamedNode(subject), NamedNode(predicate), None):
        if not isinstance(quad.object, BlankNode) and hasattr(quad.object, "value"):
            return str(quad.object.value)
    return ""

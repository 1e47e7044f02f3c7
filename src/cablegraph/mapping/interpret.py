"""Rules and a record in, readings out: ``[cg:telegramNumber, $(number)]`` and a passage give an edge with its words.

A record is walked once. Which words made which triple is known at every step, so the author of a mapping can neither
forget evidence nor invent it (docs/reference/mappings.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from pyoxigraph import NamedNode

from cablegraph.errors import MappingError
from cablegraph.evidence import CANDIDATE_BELOW, LAYERS, Passage, Reading, Status, Term
from cablegraph.frozen import dataclass
from cablegraph.iri import DOC, RDF, date_iri
from cablegraph.mapping import fields as known
from cablegraph.mapping.compile import CompiledMapping, Entry, Out, Scope, spans_of
from cablegraph.record import Record, SourceText

_RANK = {layer: rank for rank, layer in enumerate(LAYERS)}


@dataclass(frozen=True, slots=True)
class Unread:
    """Words that a function made nothing of: which mapping entry asked, for which property."""

    mapping: str
    predicate: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Mapped:
    """What a record says: readings, one per rule, edge and layer; lines of rdf:type; and what was not read."""

    readings: tuple[Reading, ...]
    types: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()


def run(mapping: CompiledMapping, record: Record) -> Mapped:
    """Readings, types and unread words of one record.

    Raises MappingError for a value that is no IRI or does not fit its datatype; other documents are not concerned.
    """
    found = _Found(record.source)
    unread: list[Unread] = []
    index = _index(record)
    for entry in mapping.entries:
        scopes = _scopes(entry, record, index)
        for scope in scopes:
            _run_entry(entry, scope, found)
            if scope.unread:
                unread.extend(Unread(entry.name, function, passage) for function, passage in scope.unread)
    return Mapped(found.readings(), tuple(sorted(found.types)), tuple(unread))


def _index(record: Record) -> dict[str, list[Record]]:
    """Every part below a record, by the name of its kind."""
    index: dict[str, list[Record]] = {}
    stack = [record]
    while stack:
        for name, parts in stack.pop().parts.items():
            index.setdefault(name, []).extend(parts)
            stack.extend(parts)
    return index


def _scopes(entry: Entry, record: Record, index: Mapping[str, list[Record]]) -> list[Scope]:
    scopes: list[Scope] = []
    for name, deep in entry.iterators:
        if not name:
            scopes.append(Scope(record.id, record.fields, []))
        elif name in known.PARTS:
            parts = index.get(name, ()) if deep else record.parts.get(name, ())
            scopes.extend(Scope(part.id, part.fields, []) for part in parts)
        else:
            holders = record.walk() if deep else (record,)
            scopes.extend(
                Scope(holder.id, {"text": (passage,)}, [])
                for holder in holders
                for passage in holder.fields.get(name, ())
            )
    return scopes


def _run_entry(entry: Entry, scope: Scope, found: _Found) -> None:
    edge = None
    try:
        subjects = [out for values in entry.subjects for out in values(scope)]
        if not subjects:
            return
        held = scope.fields.keys()
        for edge in entry.edges:
            if not edge.fields <= held:
                continue
            groups = edge.condition(scope) if edge.condition is not None else None
            if groups is not None and not groups:
                continue
            outs = edge.values(scope)
            if not outs:
                continue
            if edge.is_type:
                found.add_types(subjects, outs)
                continue
            if edge.by_condition:
                outs = [out._replace(words=group) for out in outs for group in groups or ()]
            for subject in subjects:
                for out in outs:
                    for predicate in edge.predicates:
                        found.add(subject, predicate, out)
    except ValueError as error:
        step = entry.name if edge is None else f"{edge.name} {edge.predicates[0].value}"
        raise MappingError(f"{scope.id}: a value does not fit: {error}", notes=(f"asked for by: {step}",)) from error


@lru_cache(maxsize=1024)
def _weak(certainty: str) -> bool:
    return float(certainty) < CANDIDATE_BELOW


class _Found:
    """Readings as they come: one per rule, edge and layer, their spans united (model section 4, rule 2)."""

    def __init__(self, source: SourceText) -> None:
        self.document = DOC + source.key
        self.text = f"{self.document}/text/{source.sha256[:8]}"
        self.types: set[str] = set()
        self._by_key: dict[tuple[str, Term, NamedNode, Term, str, bool], list[tuple[Out, str, Passage]]] = {}

    def add_types(self, subjects: list[Out], outs: list[Out]) -> None:
        for subject in subjects:
            if not subject.certainty:
                self.types.update(f"{subject.term} <{RDF}type> {out.term} ." for out in outs)

    def add(self, subject: Out, predicate: NamedNode, out: Out) -> None:
        words = out.words
        first = words[0]
        layer = first.layer
        certainty = out.certainty or first.certainty
        if len(words) > 1:
            for passage in words[1:]:
                layer = passage.layer if _RANK[passage.layer] > _RANK[layer] else layer
                certainty = min(certainty, passage.certainty, key=float)
        candidate = bool(out.certainty) or _weak(certainty)
        for passage in subject.words:
            if _weak(passage.certainty):
                candidate, certainty = True, min(certainty, passage.certainty, key=float)
        if subject.certainty:
            candidate, certainty = True, min(certainty, subject.certainty, key=float)
            out = out._replace(reason=out.reason or subject.reason)
        key = (first.rule.name, subject.term, predicate, out.term, layer, candidate)
        self._by_key.setdefault(key, []).append((out, certainty, first))

    def readings(self) -> tuple[Reading, ...]:
        candidates = any(key[5] for key in self._by_key)
        asserted = {key[1:4] for key in self._by_key if not key[5]} if candidates else ()
        made = []
        for (_, subject, predicate, target, layer, candidate), items in self._by_key.items():
            if candidate and (subject, predicate, target) in asserted:
                continue  # a candidate never stands beside its edge
            out, certainty, first = items[0]
            spans = spans_of(out.words)
            basis, as_of = first.basis, first.as_of
            if len(items) > 1:
                spans = tuple(sorted({span for item in items for span in spans_of(item[0].words)}))
                certainty = max((item[1] for item in items), key=float)
                bases = {item[2].basis for item in items}
                basis = "" if "" in bases else min(bases)
                as_of = min((item[2].as_of for item in items if item[2].as_of), default="")
            status: Status | None = "candidate" if candidate else None
            made.append(
                Reading(
                    subject, predicate, target, spans, layer, first.rule, certainty, self.document, self.text,  # type: ignore[arg-type]
                    status, "", basis, date_iri(as_of) if as_of else "", out.reason,
                )
            )  # fmt: skip
        return tuple(made)

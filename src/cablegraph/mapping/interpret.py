"""Rules and a record in, readings out: ``[cg:telegramNumber, $(number)]`` and a passage give an edge with its words.

A file is compiled once into closures; a record is walked once. Which words made which triple is known at every step,
so the author of a mapping can neither forget evidence nor invent it (docs/reference/mappings.md).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from cablegraph.errors import MappingError
from cablegraph.evidence import CANDIDATE_BELOW, LAYERS, Passage, Reading, Span, Status, Term
from cablegraph.iri import DOC, RDF, XSD, date_iri
from cablegraph.mapping import fields as known
from cablegraph.mapping.functions import CONDITIONS, DOCUMENT_PARAMETER, SIGNATURES, TABLE, node, text_of
from cablegraph.mapping.rules import Call, Edge, MappingFile, Object, Reference, Rules, Source, Template
from cablegraph.mapping.text import iri_safe
from cablegraph.mapping.yarrrml import nearest, parse
from cablegraph.record import Record, SourceText

_ITERATOR = re.compile(r"\$(?:\.(?P<deep>\.)?(?P<name>\w+)\[\*\])?")
_RANK = {layer: rank for rank, layer in enumerate(LAYERS)}
_CONSTANT_WORDS = "a constant needs a condition that names the words: {function: cgf:present, parameters: […]}"

Words = tuple[Passage, ...]
Argument = str | Passage


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


class Scope(NamedTuple):
    """Where a rule stands: the path of its document, the fields it may read."""

    id: str
    fields: Mapping[str, Words]
    unread: list[tuple[str, Passage]]


class Out(NamedTuple):
    """A term, the words behind it, and a candidate's certainty and reason."""

    term: Term
    words: Words
    certainty: str = ""
    reason: str = ""


Values = Callable[[Scope], list[Out]]
Held = Callable[[Scope], list[Words]]


@dataclass(frozen=True, slots=True)
class _Edge:
    predicates: tuple[NamedNode, ...]
    values: Values
    condition: Held | None
    is_type: bool
    by_condition: bool
    """Whether the condition's words are the evidence: constants and nodes named by a template."""
    name: str


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    iterators: tuple[tuple[str, bool], ...]
    subjects: tuple[Values, ...]
    edges: tuple[_Edge, ...]


@dataclass(frozen=True, slots=True)
class CompiledMapping:
    """Compiled rules of one or more files, ready to run; ``digest`` changes when a file does."""

    family: str
    files: tuple[MappingFile, ...]
    entries: tuple[_Entry, ...]
    digest: str = ""


def compile_file(path: Path) -> tuple[MappingFile, tuple[_Entry, ...]]:
    """A mapping file, checked and compiled. Raises MappingError with file, line and nearest known word."""
    file = parse(path, SIGNATURES)
    return file, tuple(_entry(file, rules) for rules in file.rules)


# -- compiling


def _entry(file: MappingFile, rules: Rules) -> _Entry:
    iterators = tuple(_iterator(source) for source in rules.sources)
    allowed = frozenset[str]().union(*(_allowed(source, name) for source, (name, _) in zip(rules.sources, iterators, strict=True)))
    for template in _templates(rules):
        for reference in template.references:
            _check_field(file, template, reference, allowed)
    subjects = tuple(_values(subject, "iri") for subject in rules.subjects)
    edges = tuple(compiled for edge in rules.edges for compiled in _edges(rules, edge))
    return _Entry(rules.name, iterators, subjects, edges)


def _templates(rules: Rules) -> Iterable[Template]:
    return MappingFile("", "", "", {}, (rules,)).templates()


def _iterator(source: Source) -> tuple[str, bool]:
    """Name and depth of ``$``, ``$.citations[*]`` or ``$..citations[*]``."""
    match = _ITERATOR.fullmatch(source.iterator or "$")
    if match is None or source.formulation != "jsonpath":
        raise source.place.error(
            f'a record is read by "$", "$.name[*]" or "$..name[*]", not by "{source.iterator}"', mark=source.iterator
        )
    return match["name"] or "", bool(match["deep"])


def _allowed(source: Source, name: str) -> frozenset[str]:
    if not name:
        return known.DOCUMENT
    if name in known.PARTS:
        return known.PARTS[name]
    every = known.DOCUMENT.union(*known.PARTS.values())
    if name in every:
        return known.PASSAGE
    names = [*known.PARTS, *every]
    raise source.place.error(f'a record has no part or field "{name}"{nearest(name, names)}', mark=name)


def _check_field(file: MappingFile, template: Template, reference: Reference, allowed: frozenset[str]) -> None:
    if reference.name in allowed:
        return
    close = sorted(allowed - {"id"}, key=lambda name: (-_likeness(reference.name, name), name))[:6]
    raise template.place.error(
        "the mapping asks for a field that the reader does not give",
        f'fields of "{file.family}": {", ".join(sorted(close))}' + (" …" if len(allowed) > 7 else ""),
        ("nothing was built; to see a record: cablegraph show --json FILE",),
        reference.name,
    )


def _likeness(left: str, right: str) -> float:
    return SequenceMatcher(None, left, right).ratio()


def _edges(rules: Rules, edge: Edge) -> Iterable[_Edge]:
    predicates = tuple(node(iri) for iri in edge.predicates)
    condition = _condition(edge.condition) if edge.condition else None
    worded = edge.condition is not None and _has_words(edge.condition)
    for target in edge.objects:
        is_type = edge.predicates == (RDF + "type",)
        own_words = _has_words(target.value)
        if not own_words and not worded and not is_type:
            raise edge.place.error(
                "an edge without words: its object is the same for every record", notes=(_CONSTANT_WORDS, "nothing was built")
            )
        template = isinstance(target.value, Template) and target.value.alone is None
        by_condition = worded and (template or not own_words)
        yield _Edge(predicates, _object(target), condition, is_type, by_condition, rules.name)


def _has_words(value: Template | Call) -> bool:
    return any(reference.name != "id" for reference in value.references)


def _object(target: Object) -> Values:
    value = target.value
    if isinstance(value, Template) and target.kind == "literal":
        return _literals(value, target.datatype, target.language)
    return _values(value, target.kind)


def _values(value: Template | Call, kind: str) -> Values:
    if isinstance(value, Call):
        return _call(value)
    alone = value.alone
    if alone is not None and alone.name != "id":
        name = alone.name
        return lambda scope: [Out(node(p.text), (p,)) for p in scope.fields.get(name, ()) if p.text]
    texts = _texts(value, safe=True)
    return lambda scope: [Out(node(text), words) for text, words in texts(scope)]


def _texts(template: Template, *, safe: bool) -> Callable[[Scope], list[tuple[str, Words]]]:
    """All texts a template gives; ``id`` is taken as it is, values are made safe for an IRI."""
    parts = template.parts
    names = [part.name for part in template.references if part.name != "id"]
    if not names:
        pieces = [part if isinstance(part, str) else None for part in parts]
        return lambda scope: [("".join(scope.id if piece is None else piece for piece in pieces), ())]
    encode = iri_safe if safe else str

    def texts(scope: Scope) -> list[tuple[str, Words]]:
        columns = [[passage for passage in scope.fields.get(name, ()) if passage.text] for name in names]
        found = []
        for row in product(*columns):
            values = iter(row)
            text = "".join(
                part if isinstance(part, str) else scope.id if part.name == "id" else encode(next(values).text)
                for part in parts
            )
            found.append((text, row))
        return found

    return texts


def _literals(template: Template, datatype: str, language: str) -> Values:
    check = _CHECKS.get(datatype)
    kind = node(datatype) if datatype and datatype != XSD + "string" else None
    alone = template.alone
    texts = _texts(template, safe=False)

    def literal(text: str) -> Literal:
        if check is not None and not check(text):
            raise ValueError(f'"{text}" is no {datatype.rpartition("#")[2]}')
        if language:
            return Literal(text, language=language)
        return Literal(text, datatype=kind) if kind is not None else Literal(text)

    if alone is not None and alone.name != "id":
        name = alone.name
        return lambda scope: [Out(literal(p.text), (p,)) for p in scope.fields.get(name, ()) if p.text]
    return lambda scope: [Out(literal(text), words) for text, words in texts(scope)]


def _call(call: Call) -> Values:
    if call.function in CONDITIONS:
        raise call.place.error(f"{_local(call.function)} says yes or no, and can only stand in a condition")
    function, parameters = TABLE[call.function]
    arguments = dict(call.arguments)
    takes_document = parameters[0] == DOCUMENT_PARAMETER
    rest = [arguments[name] for name in parameters if name != DOCUMENT_PARAMETER]
    if not rest:
        return lambda scope: [Out(*answer[:1], (), *answer[1:]) for answer in function(scope.id)]
    readers = [_arguments(argument) for argument in rest]

    def values(scope: Scope) -> list[Out]:
        found: list[Out] = []
        for row in product(*(reader(scope) for reader in readers)):
            answers = function(scope.id, *row) if takes_document else function(*row)
            words = tuple(value for value in row if isinstance(value, Passage))
            if not answers:
                scope.unread.extend((call.function, passage) for passage in words)
            found.extend([Out(term, words, certainty, reason) for term, certainty, reason in answers])
        return found

    return values


def _arguments(argument: Template | Call) -> Callable[[Scope], Iterable[Argument]]:
    if isinstance(argument, Call):
        inner = _call(argument)
        return lambda scope: [_as_passage(out) for out in inner(scope)]
    alone = argument.alone
    if alone is not None and alone.name != "id":
        name = alone.name
        return lambda scope: [passage for passage in scope.fields.get(name, ()) if passage.text or passage.candidates]
    texts = _texts(argument, safe=False)
    return lambda scope: [_joined(text, words) for text, words in texts(scope)]


def _joined(text: str, words: Words) -> Argument:
    """A text made of several values, as a passage that rests on all of them."""
    return replace(words[0], text=text, spans=_spans(words), iri="", candidates=()) if words else text


def _as_passage(out: Out) -> Argument:
    value = out.term.value
    return _joined(value, out.words)


def _condition(call: Call) -> Held:
    """The word-groups for which a condition holds; none means that it does not."""
    if call.function not in CONDITIONS:
        raise call.place.error(f"{_local(call.function)} gives a value; a condition needs cgf:present or an equal function")
    function, parameters = CONDITIONS[call.function]
    arguments = dict(call.arguments)
    readers = [_arguments(arguments[name]) for name in parameters]

    def held(scope: Scope) -> list[Words]:
        rows = product(*(reader(scope) for reader in readers))
        return [tuple(value for value in row if isinstance(value, Passage)) for row in rows if function(*row)]

    return held


def _local(iri: str) -> str:
    return "cgf:" + iri.rpartition("#")[2] if "cablegraph" in iri else iri


_CHECKS: dict[str, Callable[[str], object]] = {
    XSD + "integer": re.compile(r"[+-]?\d+").fullmatch,
    XSD + "decimal": re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)").fullmatch,
    XSD + "boolean": re.compile(r"true|false|0|1").fullmatch,
    XSD + "date": re.compile(r"-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(Z|[+-]\d\d:\d\d)?").fullmatch,
    XSD + "gYear": re.compile(r"-?\d{4,}").fullmatch,
    XSD + "duration": re.compile(r"-?P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?").fullmatch,
    XSD + "anyURI": re.compile(r"\S+").fullmatch,
}


# -- running


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


def _scopes(entry: _Entry, record: Record, index: Mapping[str, list[Record]]) -> list[Scope]:
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
                Scope(holder.id, {"text": (passage,)}, []) for holder in holders for passage in holder.fields.get(name, ())
            )
    return scopes


def _run_entry(entry: _Entry, scope: Scope, found: _Found) -> None:
    step = entry.name
    try:
        subjects = [out for values in entry.subjects for out in values(scope)]
        if not subjects:
            return
        for edge in entry.edges:
            step = edge.name + " " + edge.predicates[0].value
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
        raise MappingError(f"{scope.id}: a value does not fit: {error}", notes=(f"asked for by: {step}",)) from error


@lru_cache(maxsize=1024)
def _weak(certainty: str) -> bool:
    return float(certainty) < CANDIDATE_BELOW


def _spans(words: Words) -> tuple[Span, ...]:
    return words[0].spans if len(words) == 1 else tuple(sorted({span for passage in words for span in passage.spans}))


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
        asserted = {key[1:4] for key in self._by_key if not key[5]}
        made = []
        for (_, subject, predicate, target, layer, candidate), items in self._by_key.items():
            if candidate and (subject, predicate, target) in asserted:
                continue  # a candidate never stands beside its edge
            out, certainty, first = items[0]
            spans = _spans(out.words)
            basis, as_of = first.basis, first.as_of
            if len(items) > 1:
                spans = tuple(sorted({span for item in items for span in _spans(item[0].words)}))
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

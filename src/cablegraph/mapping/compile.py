"""Rules into closures: ``doc:$(id)/cited/$(start)`` becomes a function from a record's fields to terms and their words.

Everything that can be wrong with a mapping for itself is found here, before any record is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import product
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from cablegraph.evidence import Passage, Span, Term
from cablegraph.iri import RDF, XSD
from cablegraph.mapping import fields as known
from cablegraph.mapping.functions import CONDITIONS, DOCUMENT_PARAMETER, SIGNATURES, TABLE, Function, node
from cablegraph.mapping.rules import Call, Edge, MappingFile, Object, Reference, Rules, Source, Template
from cablegraph.mapping.text import iri_safe
from cablegraph.mapping.yarrrml import nearest, parse

_ITERATOR = re.compile(r"\$(?:\.(?P<deep>\.)?(?P<name>\w+)\[\*\])?")
_CONSTANT_WORDS = "a constant needs a condition that names the words: {function: cgf:present, parameters: […]}"

Words = tuple[Passage, ...]
Argument = str | Passage


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
Reader = Callable[[Scope], Iterable[Argument]]


@dataclass(frozen=True, slots=True)
class CompiledEdge:
    predicates: tuple[NamedNode, ...]
    values: Values
    condition: Held | None
    is_type: bool
    by_condition: bool
    """Whether the condition's words are the evidence: constants and nodes named by a template."""
    name: str
    fields: frozenset[str]
    """The fields it reads; where one of them is missing there is no edge."""


@dataclass(frozen=True, slots=True)
class Entry:
    name: str
    iterators: tuple[tuple[str, bool], ...]
    subjects: tuple[Values, ...]
    edges: tuple[CompiledEdge, ...]


@dataclass(frozen=True, slots=True)
class CompiledMapping:
    """Compiled rules of one or more files, ready to run; ``digest`` changes when a file does."""

    family: str
    files: tuple[MappingFile, ...]
    entries: tuple[Entry, ...]
    digest: str = ""


def compile_file(path: Path) -> tuple[MappingFile, tuple[Entry, ...]]:
    """A mapping file, checked and compiled. Raises MappingError with file, line and nearest known word."""
    file = parse(path, SIGNATURES)
    return file, tuple(_entry(file, rules) for rules in file.rules)


def _entry(file: MappingFile, rules: Rules) -> Entry:
    iterators = tuple(_iterator(source) for source in rules.sources)
    allowed = frozenset[str]().union(
        *(_allowed(source, name) for source, (name, _) in zip(rules.sources, iterators, strict=True))
    )
    for template in _templates(rules):
        for reference in template.references:
            _check_field(file, template, reference, allowed)
    subjects = tuple(_values(subject, "iri") for subject in rules.subjects)
    edges = tuple(compiled for edge in rules.edges for compiled in _edges(rules, edge))
    return Entry(rules.name, iterators, subjects, edges)


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


def _edges(rules: Rules, edge: Edge) -> Iterable[CompiledEdge]:
    predicates = tuple(node(iri) for iri in edge.predicates)
    condition = _condition(edge.condition) if edge.condition else None
    worded = edge.condition is not None and _has_words(edge.condition)
    for target in edge.objects:
        is_type = edge.predicates == (RDF + "type",)
        own_words = _has_words(target.value)
        if not own_words and not worded and not is_type:
            raise edge.place.error(
                "an edge without words: its object is the same for every record",
                notes=(_CONSTANT_WORDS, "nothing was built"),
            )
        template = isinstance(target.value, Template) and target.value.alone is None
        by_condition = worded and (template or not own_words)
        references = (*target.value.references, *(edge.condition.references if edge.condition else ()))
        fields = frozenset(reference.name for reference in references) - {"id"}
        yield CompiledEdge(predicates, _object(target), condition, is_type, by_condition, rules.name, fields)


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
    if len(readers) == 1:
        return _call_of_one(call.function, function, readers[0], takes_document=takes_document)

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


def _call_of_one(iri: str, function: Function, reader: Reader, *, takes_document: bool) -> Values:
    """As `_call`, for the functions of one argument, which most are."""

    def values(scope: Scope) -> list[Out]:
        found: list[Out] = []
        for value in reader(scope):
            answers = function(scope.id, value) if takes_document else function(value)
            words = () if isinstance(value, str) else (value,)
            if answers:
                found += [Out(term, words, certainty, reason) for term, certainty, reason in answers]
            else:
                scope.unread.extend((iri, passage) for passage in words)
        return found

    return values


def _arguments(argument: Template | Call) -> Reader:
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
    return replace(words[0], text=text, spans=spans_of(words), iri="", candidates=()) if words else text


def _as_passage(out: Out) -> Argument:
    value = out.term.value
    return _joined(value, out.words)


def _condition(call: Call) -> Held:
    """The word-groups for which a condition holds; none means that it does not."""
    if call.function not in CONDITIONS:
        raise call.place.error(
            f"{_local(call.function)} gives a value; a condition needs cgf:present or an equal function"
        )
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


def spans_of(words: Words) -> tuple[Span, ...]:
    """The spans of all these passages, sorted."""
    return words[0].spans if len(words) == 1 else tuple(sorted({span for passage in words for span in passage.spans}))

"""Plain YARRRML over a mapping's own tables: the same triples as any other YARRRML engine gives, without evidence.

``cablegraph map mapping.yarrrml.yml -o out.nt`` reads the CSV and JSON files that the mapping names. It exists
to compare this interpreter with others; what it gives is never loaded into a graph whose edges must show their words.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode

from cablegraph.evidence import Passage, Rule, Span, Term, quoted
from cablegraph.iri import XSD
from cablegraph.mapping import columns
from cablegraph.mapping.functions import CONDITIONS, DOCUMENT_PARAMETER, SIGNATURES, TABLE
from cablegraph.mapping.rules import Call, MappingFile, Object, Reference, Rules, Source, Template
from cablegraph.mapping.text import iri_safe
from cablegraph.mapping.yarrrml import parse

_RULE = Rule("mapping.plain")
_STEP = re.compile(r"\.\.?|[^.\[\]]+|\[[^\]]*\]")
Row = dict[str, Any]


def run_sources(path: Path) -> Iterator[str]:
    """N-Triples of a mapping run over its own sources, each line once; some whole lines at a time.

    The same sources give the same lines in the same order. While no subject comes again no line can, and only
    subjects are remembered; where one does, all is written once more, and every line remembered.

    File names are relative to the mapping's folder, then to the working directory. Raises MappingError.
    """
    file = parse(path, SIGNATURES)
    subjects: set[str] = set()
    given = 0
    for text, own in _written(file, path.parent):
        before = len(subjects)
        subjects.update(own or ())
        if own is None or len(subjects) < before + len(own):
            break
        yield text
        given += 1
    else:
        return
    yield from _each_once((text for text, _ in _written(file, path.parent)), given)


def _each_once(texts: Iterable[str], given: int) -> Iterator[str]:
    """Lines that did not come before; the first so many texts were given already."""
    seen: set[str] = set()
    for place, text in enumerate(texts):
        once = [line for line in dict.fromkeys(text.split("\n")[:-1]) if line not in seen]
        seen.update(once)
        if place >= given:
            yield "".join(f"{line}\n" for line in once)


def _written(file: MappingFile, folder: Path) -> Iterator[columns.Written]:
    """What is written of each block of each source, as it comes."""
    for rules in file.rules:
        write = _writer(rules, file.base)
        for source in rules.sources:
            yield from map(write, _blocks(source, folder))


# -- sources


def _blocks(source: Source, folder: Path) -> Iterator[columns.Block]:
    path = folder / source.access
    if not path.is_file():
        path = Path(source.access)
    if not path.is_file():
        raise source.place.error(f"there is no file {source.access}", mark=source.access)
    try:
        if source.formulation == "csv":
            with path.open(encoding="utf-8-sig", newline="") as file:
                yield from columns.table(csv.reader(file))
            return
        data = json.loads(path.read_text("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, csv.Error) as error:
        raise source.place.error(f"{source.access} cannot be read: {error}", mark=source.access) from error
    yield from columns.blocks(select(data, source.iterator or "$"))


def select(data: Any, expression: str) -> list[Any]:
    """What a JSONPath finds: names, ``[*]``, ``[0]``, ``['a b']``, ``.*`` and ``..name``, as mappings use them."""
    found = [data]
    deep = False
    for step in _STEP.findall(expression.removeprefix("$")):
        if step in (".", ".."):
            deep = step == ".."
            continue
        if deep:
            found = [inner for value in found for inner in _below(value)]
            deep = False
        found = [result for value in found for result in _step(value, step)]
    return found


def _step(value: Any, step: str) -> list[Any]:
    name = step[1:-1].strip("'\"") if step.startswith("[") else step
    if name == "*":
        return list(value) if isinstance(value, list) else list(value.values()) if isinstance(value, dict) else []
    if isinstance(value, list) and step.startswith("[") and re.fullmatch(r"-?\d+", name):
        return value[int(name) :][:1]
    return [value[name]] if isinstance(value, dict) and name in value else []


def _below(value: Any) -> Iterator[Any]:
    yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _below(inner)


def _values(row: Any, reference: Reference) -> list[str]:
    """Texts of a reference; an empty or absent one gives none, as in RML."""
    name = reference.name
    if isinstance(row, dict) and name in row:
        found = [row[name]]
        if isinstance(found[0], str):
            return found if found[0] else []
    else:
        found = select(row, "$." + name) if not isinstance(row, str | int | float) else [row] if name == "@" else []
    texts: list[str] = []
    for value in found:
        items = value if isinstance(value, list) else [value]
        texts.extend(_text(item) for item in items if item not in (None, "") and not isinstance(item, dict | list))
    return texts


def _text(value: Any) -> str:
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


# -- triples


Terms = Callable[[Any], list[str]]
"""Gives the terms of a row, as N-Triples writes them."""


def _writer(rules: Rules, base: str) -> Callable[[columns.Block], columns.Written]:
    """What writes the lines of a block of rows: by columns where that can be done, else row by row."""
    by_column = columns.writer(rules, lambda target: _value_writer(target, base))
    by_row = _row_writer(rules, base)

    def write(block: columns.Block) -> columns.Written:
        if by_column is not None:
            try:
                return by_column(block)
            except columns.ManyError:
                pass
        return columns.Written("".join(f"{text}\n" for row in block.each() for text in by_row(row)), None)

    return write


def _row_writer(rules: Rules, base: str) -> Callable[[Any], Iterator[str]]:
    """What writes the lines of a row: all that is the same in every row is worked out here, once."""
    subjects = [_terms(Object(subject, "iri"), base, nodes=True) for subject in rules.subjects]
    edges = [
        (edge.condition, [str(NamedNode(iri)) for iri in edge.predicates], [_terms(o, base) for o in edge.objects])
        for edge in rules.edges
    ]

    def write(row: Any) -> Iterator[str]:
        found = [node for subject in subjects for node in subject(row)]
        for condition, predicates, objects in edges if found else ():
            if condition is None or _holds(condition, row):
                for target in objects:
                    for term in target(row):
                        for subject in found:
                            for predicate in predicates:
                                yield f"{subject} {predicate} {term} ."

    return write


def _terms(target: Object, base: str, *, nodes: bool = False) -> Terms:
    value = target.value
    if isinstance(value, Call):
        return lambda row: [str(term) for term in _call(value, row) if isinstance(term, NamedNode) or not nodes]
    safe = target.kind == "iri" and value.alone is None  # a lone reference is the IRI itself
    written = _value_writer(target, base)
    if (constant := value.constant) is not None:
        terms = [written(constant)]
        return lambda row: terms
    return lambda row: list(map(written, _texts(value, row, safe=safe)))


def _value_writer(target: Object, base: str) -> Callable[[str], str]:
    if target.kind == "iri" and isinstance(target.value, Template):
        return _iri_writer(target.value, base)
    return _literal_writer(target)


def _iri_writer(template: Template, base: str) -> Callable[[str], str]:
    def write(text: str) -> str:
        iri = text if _ABSOLUTE.match(text) else base + text
        try:
            return _node(iri)
        except ValueError as error:
            raise template.place.error(f'"{iri}" is no IRI: {error}') from error

    return write


_ABSOLUTE = re.compile(r"[A-Za-z][\w+.-]*:")


@lru_cache(maxsize=65536)
def _node(iri: str) -> str:
    return str(NamedNode(iri))


def _literal_writer(target: Object) -> Callable[[str], str]:
    if target.language:
        tag = str(Literal("", language=target.language)).removeprefix('""')
    elif target.datatype and target.datatype != XSD + "string":
        tag = f"^^{NamedNode(target.datatype)}"
    else:
        tag = ""
    return lambda text: quoted(text) + tag


def _texts(template: Template, row: Any, *, safe: bool) -> list[str]:
    if len(template.parts) == 2 and isinstance(template.parts[0], str) and isinstance(template.parts[1], Reference):
        head, reference = template.parts[0], template.parts[1]
        return [head + (iri_safe(value) if safe else value) for value in _values(row, reference)]
    pieces_of: list[Sequence[str]] = [
        [part] if isinstance(part, str) else [iri_safe(v) if safe else v for v in _values(row, part)]
        for part in template.parts
    ]
    return ["".join(pieces) for pieces in product(*pieces_of)]


def _call(call: Call, row: Any) -> list[Term]:
    if call.function not in TABLE:
        raise call.place.error("a condition cannot give a value")
    function, parameters = TABLE[call.function]
    arguments = dict(call.arguments)
    named = [name for name in parameters if name != DOCUMENT_PARAMETER]
    document = [str(row.get("id", ""))] if parameters[0] == DOCUMENT_PARAMETER and isinstance(row, dict) else []
    if document and DOCUMENT_PARAMETER in arguments:
        document = _arguments(arguments[DOCUMENT_PARAMETER], row)[:1]
    found: list[Term] = []
    for texts in product(*(_arguments(arguments[name], row) for name in named)):
        found.extend(answer.term for answer in function(*document, *(_passage(text) for text in texts)))
    return found


def _arguments(argument: Template | Call, row: Any) -> list[str]:
    if isinstance(argument, Call):
        return [term.value for term in _call(argument, row)]
    return _texts(argument, row, safe=False)


def _passage(text: str) -> Passage:
    """A bare value in the form that functions take; its span stands for nothing and is thrown away."""
    return Passage(text, (Span(0, 1),), "catalogue", _RULE)


def _holds(call: Call, row: Any) -> bool:
    if call.function not in CONDITIONS:
        raise call.place.error("a condition needs cgf:present or an equal function")
    function, parameters = CONDITIONS[call.function]
    arguments = dict(call.arguments)
    return any(function(*texts) for texts in product(*(_arguments(arguments[name], row) for name in parameters)))

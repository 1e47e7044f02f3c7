"""Results read from their forms and compared: solutions as a bag, or in order, blank nodes mapped; graphs as graphs."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import cast

from rdflib import RDF, XSD, BNode, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.query import Result
from rdflib.term import Identifier, Node
from rdflib.util import from_n3

RS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
_ROW = Namespace("urn:x-row:")
Row = Mapping[str, Identifier]


@dataclass(frozen=True)
class Solutions:
    """Variables and rows; ``ordered`` when their order was told; ``bare`` when CSV told no more than words."""

    variables: tuple[str, ...]
    rows: tuple[Row, ...]
    ordered: bool = False
    bare: bool = False


Answer = bool | Solutions | Graph
MEDIA: Mapping[str, str] = {
    "application/sparql-results+xml": "srx",
    "application/sparql-results+json": "srj",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "text/turtle": "ttl",
    "application/n-triples": "nt",
    "application/rdf+xml": "rdf",
    "application/ld+json": "jsonld",
}
RDFLIB = {"ttl": "turtle", "nt": "nt", "rdf": "xml", "jsonld": "json-ld", "srx": "xml", "srj": "json"}


def read_file(path: Path, base: str) -> Answer:
    """What a file of the suite says must come back."""
    return read(path.read_bytes(), path.suffix.removeprefix("."), base)


def read(data: bytes, form: str, base: str = "") -> Answer:
    """An answer in this form (``srx srj csv tsv ttl nt rdf jsonld``). Raises what the parser raises."""
    if form in ("srx", "srj"):
        return _of_result(Result.parse(io.BytesIO(data), format=RDFLIB[form]))
    if form == "tsv":
        return _of_tsv(data.decode("utf-8"))
    if form == "csv":
        return _of_csv(data.decode("utf-8"))
    graph = Graph().parse(data=data, format=RDFLIB[form], publicID=base or None)
    return _of_result_set(graph) if (None, RDF.type, RS.ResultSet) in graph else graph


def _of_result(result: Result) -> Answer:
    if result.type == "ASK":
        return bool(result.askAnswer)
    variables = tuple(str(name) for name in result.vars or ())
    rows = ({str(name): value for name, value in row.items()} for row in result.bindings)
    return Solutions(variables, tuple(cast(Iterable[Row], rows)))


def _of_csv(text: str) -> Answer:
    head, *lines = list(csv.reader(io.StringIO(text, newline="")))
    if head in (["true"], ["false"]) and not lines:
        return head == ["true"]
    cells = (zip(head, line or [""] * len(head), strict=True) for line in lines)
    rows = ({name: _bare_cell(cell) for name, cell in row if cell != ""} for row in cells)
    return Solutions(tuple(head), tuple(rows), bare=True)


def _of_tsv(text: str) -> Answer:
    """The forms of Turtle between tabs (SPARQL 1.1 Query Results CSV and TSV, section 4)."""
    head, *lines = text.removesuffix("\n").split("\n")
    if head in ("true", "false") and not lines:
        return head == "true"
    names = [name.removeprefix("?") for name in head.split("\t") if name]
    cells = (zip(names, line.split("\t"), strict=True) if names else () for line in lines)
    rows = ({name: _term(cell) for name, cell in row if cell} for row in cells)
    return Solutions(tuple(names), tuple(rows))


def _term(cell: str) -> Identifier:
    """A cell of TSV; numbers may stand bare, and keep their digits."""
    if not _NUMBER.fullmatch(cell):
        return cast(Identifier, from_n3(cell))
    kind = XSD.double if "e" in cell.lower() else XSD.decimal if "." in cell else XSD.integer
    return Literal(cell, datatype=kind)


def _bare_cell(cell: str) -> Identifier:
    return BNode(cell[2:]) if cell.startswith("_:") else Literal(cell)


def _of_result_set(graph: Graph) -> Answer:
    """A result written in the vocabulary of the working group."""
    [top] = graph.subjects(RDF.type, RS.ResultSet)
    said = graph.value(top, RS.boolean)
    if said is not None:
        return str(said) in ("true", "1")
    variables = tuple(sorted(str(name) for name in graph.objects(top, RS.resultVariable)))
    found = [(graph.value(node, RS["index"]), _binding(graph, node)) for node in graph.objects(top, RS.solution)]
    ordered = bool(found) and all(index is not None for index, _ in found)
    if ordered:
        found.sort(key=lambda pair: int(str(pair[0])))
    return Solutions(variables, tuple(row for _, row in found), ordered)


def _binding(graph: Graph, node: Node) -> Row:
    bindings = graph.objects(node, RS.binding)
    return {str(graph.value(b, RS.variable)): cast(Identifier, graph.value(b, RS.value)) for b in bindings}


def differ(expected: Answer, found: Answer, *, ordered: bool = False, lax: bool = False) -> str:
    """Empty where both are the same to the letter, ``by value`` where numbers are written otherwise; else what differs.

    ``ordered``: the rows must come in this order; ``lax``: a row may come fewer times than told (REDUCED).
    """
    if type(expected) is not type(found):
        return f"{_kind(expected)} was to come, {_kind(found)} came"
    value = by_value
    if isinstance(expected, Solutions) and isinstance(found, Solutions) and found.bare != expected.bare:
        value = by_value if expected.bare else by_bare_value
        expected, found = bare(expected), bare(found)
    for sameness, said in ((plain, ""), (value, "by value")):
        if _same(expected, found, sameness, ordered, lax):
            return said
    return _told(expected, found)


def bare(solutions: Solutions) -> Solutions:
    """What CSV leaves of solutions."""
    if solutions.bare:
        return solutions
    rows = ({name: _bare_cell(_worded(value)) for name, value in row.items()} for row in solutions.rows)
    told = tuple({name: value for name, value in row.items() if str(value)} for row in rows)
    return Solutions(solutions.variables, told, solutions.ordered, True)


def _worded(value: Identifier) -> str:
    return f"_:{value}" if isinstance(value, BNode) else str(value)


def _same(expected: Answer, found: Answer, sameness: Callable[[Node], Node], ordered: bool, lax: bool) -> bool:
    if isinstance(expected, Solutions) and isinstance(found, Solutions):
        if set(expected.variables) != set(found.variables):
            return False
        told, came = _rows(expected, sameness), _rows(found, sameness)
        if lax:
            told_count, came_count = Counter(told), Counter(came)
            return set(told) == set(came) and all(came_count[row] <= told_count[row] for row in came_count)
        if not any(isinstance(value, BNode) for row in (*told, *came) for _, value in row):
            return told == came if ordered or expected.ordered else Counter(told) == Counter(came)
        in_order = ordered or expected.ordered
        return len(told) == len(came) and isomorphic(_as_graph(told, in_order), _as_graph(came, in_order))
    if isinstance(expected, Graph) and isinstance(found, Graph):
        return isomorphic(_mapped(expected, sameness), _mapped(found, sameness))
    return expected == found


_Cells = frozenset[tuple[str, Node]]


def _rows(solutions: Solutions, sameness: Callable[[Node], Node]) -> list[_Cells]:
    return [frozenset((name, sameness(value)) for name, value in row.items()) for row in solutions.rows]


def _as_graph(rows: list[_Cells], ordered: bool) -> Graph:
    """Rows as a graph, a node a row: then the blank nodes of two results are mapped as those of graphs are."""
    graph = Graph()
    for place, row in enumerate(rows):
        node = BNode()
        graph.add((node, RDF.type, _ROW[str(place) if ordered else "row"]))
        for name, value in row:
            graph.add((node, _ROW["of-" + name], value))
    return graph


def _mapped(graph: Graph, sameness: Callable[[Node], Node]) -> Graph:
    mapped = Graph()
    for subject, predicate, value in graph:
        mapped.add((subject, predicate, sameness(value)))
    return mapped


def plain(term: Node) -> Node:
    """A term, where what RDF 1.1 holds for the same literal is written in one way."""
    if not isinstance(term, Literal):
        return term
    if term.language:
        return Literal(str(term), lang=term.language.lower())
    return Literal(str(term), datatype=None if term.datatype == XSD.string else term.datatype)


_EXACT = {XSD[name] for name in ("integer", "decimal", "int", "long", "short", "byte", "nonNegativeInteger",
          "nonPositiveInteger", "positiveInteger", "negativeInteger", "unsignedInt", "unsignedLong", "unsignedShort",
          "unsignedByte")}  # fmt: skip
_FLOATING = {XSD.double, XSD.float}


def by_value(term: Node) -> Node:
    """The same for a number, a truth value or an instant: one spelling for each value of a datatype."""
    if not isinstance(term, Literal) or not isinstance(term.datatype, URIRef):
        return plain(term)
    text = str(term)
    try:
        if term.datatype in _EXACT:
            text = f"{Decimal(text).normalize():f}"
        elif term.datatype in _FLOATING:
            text = repr(float(text))
        elif term.datatype == XSD.boolean:
            text = {"1": "true", "0": "false"}.get(text, text)
        elif term.datatype in (XSD.dateTime, XSD.date):
            text = text.replace("+00:00", "Z")
    except (InvalidOperation, ValueError):
        return plain(term)
    return plain(Literal(text, datatype=term.datatype))


def by_bare_value(term: Node) -> Node:
    """The same for a cell of CSV, whose datatype only the other side of the comparison knew."""
    if not isinstance(term, Literal) or not _NUMBER.fullmatch(str(term)):
        return Literal(str(term).replace("+00:00", "Z")) if isinstance(term, Literal) else term
    return Literal(repr(float(term)))


_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")


def _kind(answer: Answer) -> str:
    return {bool: "a truth value", Solutions: "rows", Graph: "a graph"}[type(answer)]


def _told(expected: Answer, found: Answer) -> str:
    if isinstance(expected, Solutions) and isinstance(found, Solutions):
        if set(expected.variables) != set(found.variables):
            return f"variables {sorted(expected.variables)} were to come, {sorted(found.variables)} came"
        told, came = Counter(_rows(expected, plain)), Counter(_rows(found, plain))
        if told == came:
            return "the rows come in another order"
        return f"missing {_some(told - came)}; too many {_some(came - told)}"
    if isinstance(expected, Graph) and isinstance(found, Graph):
        return f"{len(expected)} triples were to come, {len(found)} came, or others"
    return f"{expected} was to come, {found} came"


def _some(rows: Counter[_Cells]) -> str:
    shown = [", ".join(f"?{name} {value.n3()}" for name, value in sorted(row)) for row in list(rows)[:3]]
    return f"{rows.total()}: " + " | ".join(shown) if shown else "none"

"""One test against one target: load its data, ask, and compare with what must come back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rdflib import Graph

from cablegraph.server.responses import RELATIVE
from tests.conformance.w3c import results
from tests.conformance.w3c.suite import SUITES, Data, Test
from tests.conformance.w3c.targets import NTRIPLES, Reply, Target

_MEDIA = {".ttl": "text/turtle", ".nt": NTRIPLES, ".rdf": "application/rdf+xml"}
_XML, _JSON = "application/sparql-results+xml", "application/sparql-results+json"
_CSV, _TSV = "text/csv", "text/tab-separated-values"
_ASKED = {".srx": _XML, ".srj": _JSON, ".csv": _CSV, ".tsv": _TSV}
GRAPH_FORMS = ("text/turtle", NTRIPLES, "application/rdf+xml", "application/ld+json")
SOLUTION_FORMS = (_JSON, _XML, _CSV, _TSV)
_ORDER = re.compile(r"\bORDER\s+BY\b", re.IGNORECASE)
_GRAPHS = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }"


@dataclass(frozen=True)
class Verdict:
    """Whether a test passed, and what is to say of it: ``by value``, or how it failed."""

    passed: bool
    note: str = ""


class Failure(Exception):
    """A test did not pass; says how."""


def run(target: Target, test: Test, accept: str = "") -> Verdict:
    """Run a test; ``accept`` asks an evaluation test for another form than the one its result is written in."""
    try:
        target.clear()
        if test.kind in ("QueryEvaluationTest", "CSVResultFormatTest"):
            return Verdict(True, _evaluation(target, test, accept))
        if test.kind == "UpdateEvaluationTest":
            return Verdict(True, _update(target, test))
        _syntax(target, test)
        return Verdict(True)
    except Failure as failure:
        return Verdict(False, str(failure))


def reason_to_skip(test: Test) -> str:
    """Why a test is not run; empty when it is."""
    if test.group == "entailment":
        return "entailment regimes are no part of the endpoint"
    if test.group in ("service", "syntax-fed"):
        return "federated query: SERVICE is refused"
    if test.missing:
        return f"the distribution has no {test.missing}"
    if test.withdrawn:
        return "withdrawn by the working group"
    return ""


def _syntax(target: Target, test: Test) -> None:
    """Positive: the text is understood, whatever becomes of it. Negative: refused, and as a mistake in the text."""
    update = "Update" in test.kind or test.address.endswith(".ru")
    reply = target.update(test.text) if update else target.query(test.text, ", ".join((*SOLUTION_FORMS, *GRAPH_FORMS)))
    understood = reply.status < 300 or reply.problem == "query-failed"  # a function or a graph that is not there
    if test.kind.startswith("Positive") and not understood:
        raise Failure(_said(reply))
    if test.kind.startswith("Negative") and (reply.status, reply.problem) != (400, "query-syntax"):
        raise Failure(f"was accepted: {_said(reply)}")


def _evaluation(target: Target, test: Test, accept: str) -> str:
    assert test.result is not None
    _load(target, test.data)
    expected = results.read_file(test.result, _address(test.result))
    reply = target.query(_based(test.text, test.address), accept or _form(test.result, expected))
    if reply.status != 200:
        raise Failure(_said(reply))
    found = _read(reply)
    ordered = isinstance(expected, results.Solutions) and bool(_ORDER.search(test.text)) and _told_in_order(test)
    return _checked(results.differ(expected, found, ordered=ordered, lax=test.lax))


def _told_in_order(test: Test) -> bool:
    """Whether the file of the result has an order: rows in the working group's vocabulary tell theirs themselves."""
    return test.result is not None and test.result.suffix in _ASKED


def _form(path: Path, expected: results.Answer) -> str:
    """The form in which a query is asked: that of its result; the vocabulary of the working group is no form."""
    if isinstance(expected, Graph):
        return "text/turtle"
    return _ASKED.get(path.suffix, _JSON)


def _update(target: Target, test: Test) -> str:
    assert test.after is not None
    _load(target, test.data)
    reply = target.update(_based(test.text, test.address))
    if reply.status not in (200, 204):
        raise Failure(_said(reply))
    wanted = {"": _graph(test.after.default), **{name: _graph((path,)) for name, path in test.after.named}}
    notes = set()
    for name in sorted({*wanted, *_named(target)}):
        notes.add(_compared(target, name, wanted.get(name, Graph())))
    return "by value" if "by value" in notes else ""


def _compared(target: Target, name: str, expected: Graph) -> str:
    reply = target.graph(name)
    if reply.status == 404:  # SPARQL 1.1 Update, section 3.2: a store may forget graphs that are empty
        reply = Reply(200, NTRIPLES)
    if reply.status != 200:
        raise Failure(_said(reply))
    try:
        return _checked(results.differ(expected, _read(reply)))
    except Failure as failure:
        raise Failure(f"graph <{name}>: {failure}") from failure


def _named(target: Target) -> Iterator[str]:
    reply = target.query(_GRAPHS, _JSON)
    for row in json.loads(reply.body)["results"]["bindings"]:
        yield row["g"]["value"]


def _load(target: Target, data: Data) -> None:
    for name, path in (*(("", path) for path in data.default), *data.named):
        reply = target.add(name, _document(path), _MEDIA[path.suffix])
        if reply.status >= 300:
            raise Failure(f"{path.name} was not loaded: {_said(reply)}")


def _document(path: Path) -> bytes:
    """A file of the suite with the address at which it was published: a graph of a store has another one, or none."""
    text, base = path.read_text("utf-8"), _address(path)
    if path.suffix == ".ttl":
        text = f"@base <{base}> . {text}"
    if path.suffix == ".rdf":
        text = text.replace("<rdf:RDF", f'<rdf:RDF xml:base="{base}"', 1)
    return text.encode()


def _based(text: str, address: str) -> str:
    """A query or update whose relative IRIs, if it has any, begin where it was published."""
    return f"BASE <{address}> {text}" if RELATIVE.search(text) else text


def _address(path: Path) -> str:
    group = path.parent
    return f"{SUITES[group.parent.name]}{group.name}/{path.name}"


def _graph(paths: tuple[Path, ...]) -> Graph:
    graph = Graph()
    for path in paths:
        graph.parse(path, format=results.RDFLIB[path.suffix.removeprefix(".")], publicID=_address(path))
    return graph


def _read(reply: Reply) -> results.Answer:
    try:
        return results.read(reply.body, results.MEDIA[reply.media])
    except Exception as error:
        raise Failure(f"{reply.media} cannot be read: {type(error).__name__}: {error}") from error


def _checked(difference: str) -> str:
    if difference and difference != "by value":
        raise Failure(difference)
    return difference


def _said(reply: Reply) -> str:
    return f"{reply.status} {reply.problem} {reply.body[:300].decode('utf-8', 'replace')}".strip()

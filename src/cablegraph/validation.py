"""The guards of a graph: every edge has its words (E1 to E8), and nodes are made as shapes.ttl says (SHACL Core).

The invariants are SPARQL in ``queries/invariants/``, each of which must return nothing; E8 compares quotations with the
stored texts themselves.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, QuerySolutions, RdfFormat, Store, serialize

from cablegraph.errors import StoreError
from cablegraph.iri import CG, DOC, OA, PREFIXES, RDF, RICO, shorten
from cablegraph.shipped import shipped

SHOWN: Final = 50
"""So many findings are given of each check; one more says that there are others."""
WHOLE: Final = 60_000
"""A store of more triples than this is checked against the shapes by a sample of its documents."""
SAMPLE: Final = 60


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a guard found: which check (``E1``, ``shapes:Reading``), what, on which node, how severe."""

    check: str
    what: str
    node: str = ""
    severity: str = "violation"

    def to_json(self) -> dict[str, Any]:
        """As plain JSON."""
        return asdict(self)


# ------------------------------------------------------------------ evidence


def invariants(graph: Store | Path) -> tuple[Finding, ...]:
    """Findings of E1 to E7 over the default graph: none in a well-made store. Raises StoreError for a missing one."""
    store = _opened(graph)
    return tuple(finding for name, (what, query) in _checks().items() for finding in _run(store, name, what, query))


@cache
def _checks() -> dict[str, tuple[str, str]]:
    """Per check its meaning (the file's first comment) and its SPARQL with prefixes."""
    prefixes = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
    found = {}
    for path in sorted(shipped("queries", "invariants").glob("*.rq")):
        text = path.read_text("utf-8")
        what = text.partition("\n")[0].removeprefix("#").partition(".")[0].strip()
        found[path.stem] = (what, prefixes + text)
    return found


def _run(store: Store, name: str, what: str, query: str) -> Iterator[Finding]:
    rows = store.query(query)
    if not isinstance(rows, QuerySolutions):
        raise StoreError(f"the check {name} is no SELECT query")
    for number, row in enumerate(rows):
        if number == SHOWN:
            yield Finding(name, f"{what}: there are more")
            return
        terms = [_short(term) for term in row if term is not None]
        yield Finding(name, f"{what}: {' '.join(terms)}", terms[0] if terms else "")


def texts(graph: Store | Path, text_of: Callable[[str], str | None]) -> tuple[Finding, ...]:
    """E8: each stored hash, length and quotation against the text that ``text_of`` gives for a text's IRI.

    ``text_of`` answers None for a text that is not at hand; that text is then not checked.
    """
    store = _opened(graph)
    return tuple(finding for finding in _texts(store, text_of))


def _texts(store: Store, text_of: Callable[[str], str | None]) -> Iterator[Finding]:
    for quad in store.quads_for_pattern(None, NamedNode(CG + "sha256"), None, DefaultGraph()):
        node, stated = quad.subject, quad.object
        if not isinstance(node, NamedNode) or not isinstance(stated, Literal):
            continue
        text = text_of(node.value)
        if text is None:
            continue
        if hashlib.sha256(text.encode()).hexdigest() != stated.value:
            yield Finding("E8", f"the text of {shorten(node.value)} is not the one that was read", node.value)
            continue
        for span in store.quads_for_pattern(None, NamedNode(OA + "hasSource"), node, DefaultGraph()):
            start, end, exact = (_one(store, span.subject, OA + term) for term in ("start", "end", "exact"))
            if text[int(start or 0) : int(end or 0)] != exact:
                yield Finding("E8", f"{_short(span.subject)} quotes “{exact}”, which does not stand there", start)


def _one(store: Store, node: Any, term: str) -> str:
    for quad in store.quads_for_pattern(node, NamedNode(term), None, DefaultGraph()):
        if isinstance(quad.object, Literal | NamedNode):
            return quad.object.value
    return ""


# ------------------------------------------------------------------ shapes


def shapes_installed() -> bool:
    """Whether pySHACL is there (``pip install cablegraph[check]``); without it `shapes` has nothing to say."""
    return find_spec("pyshacl") is not None


def shapes(graph: Store | Path | Iterable[str], *, warnings: bool = False) -> tuple[Finding, ...]:
    """What does not conform to ``ontology/shapes.ttl``; warnings only if asked for. ``graph`` may be N-Triples lines.

    A large store is checked by an evenly drawn sample of its documents, each with the nodes it points to. Without
    pySHACL nothing is checked: ask `shapes_installed`.
    """
    if not shapes_installed():
        return ()
    if isinstance(graph, Store | Path):
        return _validate(_nt_of(_opened(graph)), warnings)
    return _validate("\n".join(graph).encode(), warnings)


@cache
def _shapes_graph() -> Any:
    from rdflib import Graph

    return Graph().parse(shipped("ontology", "shapes.ttl"), format="turtle")


def _validate(triples: bytes, warnings: bool) -> tuple[Finding, ...]:
    import pyshacl
    from rdflib import Graph
    from rdflib.namespace import SH

    data = Graph().parse(data=triples, format="nt")
    _, report, _ = pyshacl.validate(data, shacl_graph=_shapes_graph(), inference="none", allow_warnings=True)
    found = []
    for result in report.subjects(predicate=SH.focusNode):
        severity = str(report.value(result, SH.resultSeverity)).rpartition("#")[2].lower()
        if severity == "violation" or warnings:
            node, path = report.value(result, SH.focusNode), report.value(result, SH.resultPath)
            message, value = report.value(result, SH.resultMessage), report.value(result, SH.value)
            place = shorten(str(node)) + (f" {shorten(str(path))}" if path else "")
            about = f" (is {shorten(str(value))})" if value is not None else ""
            found.append(Finding("shapes", f"{place}: {message}{about}", str(node), severity))
    return tuple(sorted(found, key=lambda finding: (finding.severity, finding.node, finding.what)))


def _nt_of(store: Store) -> bytes:
    """The default graph, or a sample of its documents, as N-Triples."""
    if len(store) <= WHOLE:
        quads: Iterable[Quad] = store.quads_for_pattern(None, None, None, DefaultGraph())
    else:
        documents = sorted(
            quad.subject.value
            for quad in store.quads_for_pattern(None, NamedNode(CG + "sourceText"), None, DefaultGraph())
            if isinstance(quad.subject, NamedNode)
        )
        drawn = documents[:: max(1, len(documents) // SAMPLE)]
        quads = {quad for document in drawn for quad in _around(store, document)}
    return serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES) or b""


_EVIDENCED: Final = NamedNode(RICO + "isEvidencedBy")
_TYPE: Final = NamedNode(RDF + "type")
_PARENT: Final = RICO + "isOrWasIncludedIn"


def _around(store: Store, document: str) -> Iterator[Quad]:
    """A document's readings, its edges, its parts, and what the nodes it points to say of themselves."""
    node = NamedNode(document)
    seen: set[NamedNode] = set()
    waiting: list[NamedNode] = [node]
    for quad in store.quads_for_pattern(None, _EVIDENCED, node, DefaultGraph()):
        if isinstance(quad.subject, NamedNode):
            waiting.append(quad.subject)
    while waiting:
        subject = waiting.pop()
        if subject in seen:
            continue
        seen.add(subject)
        own = subject == node or subject.value.startswith(document + "/")
        for quad in store.quads_for_pattern(subject, None, None, DefaultGraph()):
            yield quad
            target = quad.object
            further = own or quad.predicate.value == _PARENT
            if further and isinstance(target, NamedNode) and _whole(target.value, document):
                waiting.append(target)


def _whole(iri: str, document: str) -> bool:
    """Whether a node pointed to is taken along: not another document, whose own edges would be missing."""
    return iri.startswith(document + "/") or not iri.startswith(DOC)


# ------------------------------------------------------------------ both


def _opened(graph: Store | Path) -> Store:
    if isinstance(graph, Store):
        return graph
    if not graph.is_dir():
        raise StoreError(f"there is no store at {graph}", path=str(graph))
    try:
        return Store.read_only(str(graph))
    except OSError as error:
        raise StoreError(f"the store cannot be opened: {error}", path=str(graph)) from error


def _short(term: NamedNode | BlankNode | Literal | Any) -> str:
    return shorten(term.value) if isinstance(term, NamedNode) else str(term)

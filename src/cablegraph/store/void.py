"""VoID: what a generation holds, class by class and property by property, computed once when it is made."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import QuerySolutions, Store

from cablegraph.evidence import quoted
from cablegraph.iri import BASE, DCTERMS, FOAF, VOID, XSD

CLASSES = "SELECT ?t (COUNT(*) AS ?n) { ?s a ?t } GROUP BY ?t ORDER BY ?t"
PROPERTIES = "SELECT ?t (COUNT(*) AS ?n) { ?s ?t ?o } GROUP BY ?t ORDER BY ?t"


def describe(store_path: Path, title: str = "", licence: str = "") -> str:
    """A VoID description in Turtle of the store at this path (W3C Interest Group Note, sections 3 and 4)."""
    store = Store.read_only(str(store_path))
    dataset = f"<{BASE}dataset>"
    facts = [
        f"a <{VOID}Dataset>",
        f"<{VOID}triples> {len(store)}",
        f"<{VOID}uriSpace> {quoted(BASE + 'id/')}",
        f"<{VOID}sparqlEndpoint> </sparql>",
        f"<{DCTERMS}title> {quoted(title or 'cablegraph')}",
        f"<{FOAF}homepage> </>",
    ]
    if licence:
        facts.append(f"<{DCTERMS}license> " + (f"<{licence}>" if "://" in licence else quoted(licence)))
    for query, partition, key, count in (
        (CLASSES, "classPartition", "class", "entities"),
        (PROPERTIES, "propertyPartition", "property", "triples"),
    ):
        for term, number in _counts(store, query):
            facts.append(f"<{VOID}{partition}> [ <{VOID}{key}> <{term}> ; <{VOID}{count}> {number} ]")
    return f"@prefix xsd: <{XSD}> .\n{dataset} " + " ;\n    ".join(facts) + " .\n"


def _counts(store: Store, query: str) -> list[tuple[str, int]]:
    solutions = store.query(query)
    assert isinstance(solutions, QuerySolutions)
    return [(solution["t"].value, int(solution["n"].value)) for solution in solutions]

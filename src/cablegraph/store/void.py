"""VoID: what a generation holds, class by class and property by property, computed once when it is made."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, QuerySolutions, Store, Triple

from cablegraph.evidence import quoted
from cablegraph.iri import DCTERMS, FOAF, HOME, ID, RDF, VOID, XSD, shorten

TYPE = RDF + "type"
CLASSES = "SELECT ?t (COUNT(*) AS ?n) { ?s a ?t } GROUP BY ?t ORDER BY ?t"
PROPERTIES = "SELECT ?t (COUNT(*) AS ?n) { ?s ?t ?o } GROUP BY ?t ORDER BY ?t"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many triples the default graph has, of each class and of each property (by IRI)."""

    triples: int
    classes: dict[str, int]
    properties: dict[str, int]

    def to_json(self) -> dict[str, Any]:
        """As plain JSON."""
        classes, properties = (dict(sorted(counts.items())) for counts in (self.classes, self.properties))
        return {"triples": self.triples, "classes": classes, "properties": properties}

    def changed(self, gone: Iterable[Triple], new: Iterable[Triple]) -> Counts:
        """The counts after these triples, all of which were there, went, and these, none of which was, came."""
        classes, properties = Counter(self.classes), Counter(self.properties)
        triples = self.triples
        for step, changed in ((-1, gone), (1, new)):
            for triple in changed:
                triples += step
                properties[triple.predicate.value] += step
                if triple.predicate.value == TYPE and isinstance(triple.object, NamedNode):
                    classes[triple.object.value] += step
        return Counts(triples, dict(+classes), dict(+properties))


def count(store_path: Path) -> Counts:
    """Count a store: two passes over it."""
    store = Store.read_only(str(store_path))
    properties = dict(_counts(store, PROPERTIES))
    return Counts(sum(properties.values()), dict(_counts(store, CLASSES)), properties)


def _licensed(licence: str) -> list[str]:
    return [f"<{DCTERMS}license> " + (f"<{licence}>" if "://" in licence else quoted(licence))] if licence else []


def part(chosen: Mapping[str, object], generation: str, title: str = "", licence: str = "") -> str:
    """A description in Turtle of a dump of some papers: part of what, and by what they are chosen."""
    said = ", ".join(f"{name}={shorten(str(value))}" for name, value in sorted(chosen.items()))
    key = hashlib.sha256(f"{generation} {said}".encode()).hexdigest()[:12]
    facts = [
        f"a <{VOID}Dataset>",
        f"<{DCTERMS}isPartOf> <{HOME}dataset>",
        f"<{DCTERMS}title> {quoted(title or 'cablegraph')}",
        f"<{DCTERMS}description> {quoted(f'papers with {said}, of generation {generation}')}",
        *_licensed(licence),
    ]
    return f"<{HOME}dataset#part-{key}> " + " ;\n    ".join(facts) + " .\n"


def description(counts: Counts, title: str = "", licence: str = "") -> str:
    """A VoID description in Turtle (W3C Interest Group Note, sections 3 and 4)."""
    dataset = f"<{HOME}dataset>"
    facts = [
        f"a <{VOID}Dataset>",
        f"<{VOID}triples> {counts.triples}",
        f"<{VOID}uriSpace> {quoted(ID)}",
        f"<{VOID}sparqlEndpoint> </sparql>",
        f"<{DCTERMS}title> {quoted(title or 'cablegraph')}",
        f"<{FOAF}homepage> </>",
    ]
    parts: list[str] = []
    facts += _licensed(licence)
    for numbers, partition, key, counted in (
        (counts.classes, "classPartition", "class", "entities"),
        (counts.properties, "propertyPartition", "property", "triples"),
    ):
        for term, number in sorted(numbers.items()):
            # A node with a name: what is serialised again must come out byte for byte as before.
            node = f"<{HOME}dataset#{key}-{hashlib.sha256(term.encode()).hexdigest()[:12]}>"
            facts.append(f"<{VOID}{partition}> {node}")
            parts.append(f"{node} <{VOID}{key}> <{term}> ; <{VOID}{counted}> {number} .\n")
    return f"@prefix xsd: <{XSD}> .\n{dataset} " + " ;\n    ".join(facts) + " .\n" + "".join(parts)


def _counts(store: Store, query: str) -> list[tuple[str, int]]:
    solutions = store.query(query)
    assert isinstance(solutions, QuerySolutions)
    return [(solution["t"].value, int(solution["n"].value)) for solution in solutions]

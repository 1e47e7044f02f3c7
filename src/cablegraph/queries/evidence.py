"""The words behind the rows of an answer: ``?document cg:states ?claim`` of each row, and the readings of that edge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from cablegraph.iri import PREFIXES
from cablegraph.queries.library import Query

ROWS_AT_ONCE: Final = 200
"""How many rows one evidence query is asked for; ask again for the next."""

_HEAD: Final = "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}>\n" for prefix in ("cg", "oa", "rdf", "rdfs", "rico"))
_COLUMNS: Final = (
    "?row ?subject ?predicate ?object ?reading ?document ?words ?start ?end ?layer ?rule ?certainty ?status"
)


def evidence_query(query: Query, rows: Sequence[Mapping[str, str]]) -> str | None:
    """SPARQL for the readings behind these rows, or None when the query names no evidence or no row has an edge.

    ``rows`` are terms in N-Triples form by column, unbound ones left out. The answer has the columns ``row`` (index),
    ``subject predicate object``, ``reading document words start end layer rule certainty status``; a decision has its
    label for words, and no offsets.
    """
    edges: dict[tuple[str, str, str], list[int]] = {}
    for index, row in enumerate(rows):
        for pattern in query.evidence:
            edge = tuple(_filled(term, row) for term in pattern)
            if all(edge):
                edges.setdefault(edge, []).append(index)  # type: ignore[arg-type]
    if not edges:
        return None
    values = " ".join(f"({index} {s} {p} {o})" for (s, p, o), indexes in edges.items() for index in indexes)
    reading = (
        f"VALUES (?row ?subject ?predicate ?object) {{ {values} }}\n    "
        "?reading rdf:subject ?subject ; rdf:predicate ?property ; rdf:object ?value ; cg:rule ?rule ;"
        " rico:relationCertainty ?certainty ; cg:evidence ?span .\n    "
        "FILTER(?property = ?predicate && ?value = ?object)\n    "
    )
    # An OPTIONAL of several patterns around the span makes the engine read every span: two branches do not.
    return (
        f"{_HEAD}SELECT {_COLUMNS} WHERE {{\n"
        f"  {{ {reading}?span oa:exact ?words ; oa:start ?start ; oa:end ?end ; cg:layer ?layer . }}\n"
        f"  UNION\n  {{ {reading}?span a cg:Decision ; rdfs:label ?words . }}\n"
        "  OPTIONAL { ?reading rico:isEvidencedBy ?document }\n"
        "  OPTIONAL { ?reading cg:status ?status }\n"
        "} ORDER BY ?row ?document ?start ?reading\n"
    )


def _filled(term: str, row: Mapping[str, str]) -> str | None:
    if term.startswith(("?", "$")):
        return row.get(term[1:])
    if term == "a":
        return f"<{PREFIXES['rdf']}type>"
    if term.startswith(("<", '"', "'")):
        return term
    prefix, _, local = term.partition(":")
    return f"<{PREFIXES[prefix]}{local}>"

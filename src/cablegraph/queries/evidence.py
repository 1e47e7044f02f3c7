"""The words behind the rows of an answer: ``?document cg:states ?claim`` of each row, and the readings of that edge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from cablegraph.iri import PREFIXES
from cablegraph.queries.library import Query

ROWS_AT_ONCE: Final = 200
"""How many rows one evidence query is asked for; ask again for the next."""

_HEAD: Final = "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}>\n" for prefix in ("cg", "oa", "rdf", "rico"))
_COLUMNS: Final = (
    "?row ?subject ?predicate ?object ?reading ?document ?words ?start ?end ?layer ?rule ?certainty ?status"
)


def evidence_query(query: Query, rows: Sequence[Mapping[str, str]]) -> str | None:
    """SPARQL for the readings behind these rows, or None when the query names no evidence or no row has an edge.

    ``rows`` are terms in N-Triples form by column, unbound ones left out. The answer has the columns ``row`` (index),
    ``subject predicate object``, ``reading document words start end layer rule certainty status``.
    """
    edges: dict[tuple[str, str, str], list[int]] = {}
    for index, row in enumerate(rows):
        for pattern in query.evidence:
            edge = tuple(_filled(term, row) for term in pattern)
            if all(edge):
                edges.setdefault(edge, []).append(index)  # type: ignore[arg-type]
    if not edges:
        return None
    # Constants, a branch for each edge: joined against VALUES, an engine may begin with the predicate's millions.
    branches = "\n  UNION\n".join(
        f"  {{ ?reading rdf:subject {s} ; rdf:predicate {p} ; rdf:object {o} ."
        f" BIND({s} AS ?subject) BIND({p} AS ?predicate) BIND({o} AS ?object)"
        f" VALUES ?row {{ {' '.join(map(str, indexes))} }} }}"
        for (s, p, o), indexes in edges.items()
    )
    return (
        f"{_HEAD}SELECT {_COLUMNS} WHERE {{\n"
        f"{branches}\n"
        "  ?reading cg:evidence ?span ; cg:rule ?rule ; rico:relationCertainty ?certainty .\n"
        "  OPTIONAL { ?reading rico:isEvidencedBy ?document }\n"
        "  OPTIONAL { ?reading cg:status ?status }\n"
        "  OPTIONAL { ?span oa:exact ?words ; oa:start ?start ; oa:end ?end ; cg:layer ?layer }\n"
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

"""The words behind the rows of an answer: ``?document cg:states ?claim`` of each row, and the readings of that edge."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import product
from typing import Final

from cablegraph.iri import DOC, PREFIXES
from cablegraph.queries.library import Query

ROWS_AT_ONCE: Final = 200
"""How many rows one evidence query is asked for; ask again for the next."""
PAPERS: Final = 10
"""Of a row that counts papers and names them all, the words of so many are asked for; the row names the others."""
_PAPER: Final = re.compile(re.escape(DOC) + r'[^\s"<>{}|^`\\]+')

_HEAD: Final = "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}>\n" for prefix in ("cg", "oa", "rdf", "rdfs", "rico"))
_COLUMNS: Final = (
    "?row ?subject ?predicate ?object ?reading ?document ?words ?start ?end ?layer ?rule ?certainty ?status"
)


def evidence_query(query: Query, rows: Sequence[Mapping[str, str]]) -> str | None:
    """SPARQL for the readings behind these rows, or None when the query names no evidence or no row has an edge.

    ``rows`` are terms in N-Triples form by column, unbound ones left out; a text of IRIs with spaces between stands for
    each of them, the first `PAPERS`. The answer has the columns ``row`` (index), ``subject predicate object``,
    ``reading document words start end layer rule certainty status``; a decision has its label for words, no offsets.
    """
    edges: dict[tuple[str, str, str], list[int]] = {}
    for index, row in enumerate(rows):
        for pattern in query.evidence:
            subjects, predicates, objects = (_filled(term, row) for term in pattern)
            for edge in product(subjects, predicates, objects):
                edges.setdefault(edge, []).append(index)
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


def several(text: str) -> list[str]:
    """The papers that a row counts, from a text of their IRIs with spaces between; none for any other text."""
    iris = text.split(" ")
    return iris if all(map(_PAPER.fullmatch, iris)) else []


def _filled(term: str, row: Mapping[str, str]) -> list[str]:
    """What a term of a pattern stands for in a row; nothing for a variable that is unbound there."""
    if term.startswith(("?", "$")):
        value = row.get(term[1:], "")
        named = several(value[1:-1]) if value.startswith('"') else []
        return [f"<{iri}>" for iri in named[:PAPERS]] or [value] * bool(value)
    if term == "a":
        return [f"<{PREFIXES['rdf']}type>"]
    if term.startswith(("<", '"', "'")):
        return [term]
    prefix, _, local = term.partition(":")
    return [f"<{PREFIXES[prefix]}{local}>"]

"""The word of a query that SPARQL does not have: of ``SELEC ?s WHERE {…}`` *SELEC*, which is nearly *SELECT*."""

from __future__ import annotations

from difflib import get_close_matches

from cablegraph.server.problems import Problem
from cablegraph.sparql_tokens import place, tokens

_WORDS = """
ABS ADD ALL AS ASC ASK AVG BASE BIND BNODE BOUND BY CEIL CLEAR COALESCE CONCAT CONSTRUCT CONTAINS COPY COUNT
CREATE DATA DATATYPE DAY DEFAULT DELETE DESC DESCRIBE DISTINCT DROP ENCODE_FOR_URI EXISTS FALSE FILTER FLOOR
FROM GRAPH GROUP GROUP_CONCAT HAVING HOURS IF IN INSERT INTO IRI ISBLANK ISIRI ISLITERAL ISNUMERIC ISTRIPLE
ISURI LANG LANGMATCHES LATERAL LCASE LIMIT LOAD MAX MD5 MIN MINUS MINUTES MONTH MOVE NAMED NOT NOW OBJECT OFFSET
OPTIONAL ORDER PREDICATE PREFIX RAND REDUCED REGEX REPLACE ROUND SAMETERM SAMPLE SECONDS SELECT SEPARATOR
SERVICE SHA1 SHA256 SHA384 SHA512 SILENT STR STRAFTER STRBEFORE STRDT STRENDS STRLANG STRLEN STRSTARTS STRUUID
SUBJECT SUBSTR SUM TIMEZONE TO TRIPLE TRUE TZ UCASE UNDEF UNION URI USING UUID VALUES VERSION WHERE WITH YEAR A
"""
_KEYWORDS = frozenset(_WORDS.split())
_FIRST = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_PROLOGUE = ("PREFIX", "BASE", "VERSION")


def misspelt(text: str, line: int, column: int) -> Problem | None:
    """The problem of the first word that SPARQL does not have, if it stands no later than the place of the mistake."""
    first = True
    for token in tokens(text):
        at = place(text, token.start)
        if at[:2] > (line, column):
            return None
        if token.kind == "word" and token.text.upper() not in _KEYWORDS:
            near = get_close_matches(token.text.upper(), _FIRST + _PROLOGUE if first else sorted(_KEYWORDS), 1, 0.7)
            hint: tuple[str, ...] = (f"did you mean {near[0]}?",) if near else ()
            hint += (f"a query begins with {', '.join(_FIRST[:-1])} or {_FIRST[-1]}",) if first else ()
            extra = {"line": at[0], "column": at[1], "source": at[2][:200]}
            return Problem(400, "query-syntax", f'"{token.text[:40]}" is no word of SPARQL.', hint, extra)
        first = first and (token.kind != "word" or token.text.upper() in _PROLOGUE)
    return None

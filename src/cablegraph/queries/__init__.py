"""Canned queries: load, check, bind. ``queries/letters.rq`` with ``from=1951`` becomes SPARQL with typed terms.

One file gives a REST operation, a form, a chart, an editor example and a test (docs/reference/queries.md).
"""

from __future__ import annotations

from cablegraph.queries.binding import MAX_VALUES, ParameterError, Search, things
from cablegraph.queries.evidence import PAPERS, ROWS_AT_ONCE, evidence_query, several
from cablegraph.queries.expect import unmet
from cablegraph.queries.header import Parameter
from cablegraph.queries.library import Broken, Library, Query, bind, load, load_all, parse

__all__ = [
    "MAX_VALUES",
    "PAPERS",
    "ROWS_AT_ONCE",
    "Broken",
    "Library",
    "Parameter",
    "ParameterError",
    "Query",
    "Search",
    "bind",
    "evidence_query",
    "load",
    "load_all",
    "parse",
    "several",
    "things",
    "unmet",
]

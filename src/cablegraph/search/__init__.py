"""Full text beside the store: ``перемирия`` finds *перемирие*, ``停战`` finds 停战谈判, ``"arms for 60"`` the words.

An SQLite FTS5 index of terms made here: words as typed without case and marks, Russian words without their endings,
Han in pairs of characters. Where a match stands is found by making the same terms of the text again, in code points.
"""

from __future__ import annotations

from cablegraph.search.asking import AROUND, Hit, Index, Match, Thing, parse, runs, spans
from cablegraph.search.building import Writer, build, update
from cablegraph.search.entries import Entry, Named, Names, entries, named
from cablegraph.search.terms import FIELDS, Term, term_of, terms

__all__ = [
    "AROUND",
    "FIELDS",
    "Entry",
    "Hit",
    "Index",
    "Match",
    "Named",
    "Names",
    "Term",
    "Thing",
    "Writer",
    "build",
    "entries",
    "named",
    "parse",
    "runs",
    "spans",
    "term_of",
    "terms",
    "update",
]

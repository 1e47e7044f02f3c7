"""Whether a paper is of the times before 1945, when some words claimed something else: ``I would suggest that``."""

from __future__ import annotations

from cablegraph.patterns import compiled
from cablegraph.record import Record, SourceText

LATER = 1945
"""From this year on papers are of later times."""

_YEAR = compiled(r"(?<![\d,.#])(?:1[89]|20)\d\d(?![\d,]|\.\d)")


def is_older(source: SourceText, record: Record) -> bool:
    """Whether a paper is older by its date, or, where it has none, by the latest year that its page names."""
    dated = record.text_of("date")[:4]
    if dated.isdigit():
        return int(dated) < LATER
    years = _YEAR.findall(source.text)
    return bool(years) and int(max(years)) < LATER

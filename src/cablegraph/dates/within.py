"""Which papers are of a time: ``before 7 July 1957`` may be of any time up to then, an undated paper is of none.

This is the one rule for pages, questions, drawings and exports (docs/explanation/dates.md): an end that the words leave
open has no limit. `catalogue.asking.Catalogue.within` and the questions with *not before* and *not after* say it in
their own languages; a test compares them all.
"""

from __future__ import annotations

import calendar


def first_day(text: str) -> str:
    """The first day of a year, a month or a day."""
    return text + "-01-01"[3 * (text.count("-")) :]


def last_day(text: str) -> str:
    """The last day of a year, a month or a day."""
    if text.count("-") == 0:
        return f"{text}-12-31"
    if text.count("-") == 1:
        year, month = (int(part) for part in text.split("-"))
        return f"{text}-{calendar.monthrange(year, min(max(month, 1), 12))[1]:02}"
    return text


def possibly(earliest: str, latest: str, first: str, last: str) -> bool:
    """Whether a paper may be of a time: its own bounds and the time's first and last day, empty where there is none."""
    if not (first or last):
        return True
    if not (earliest or latest):
        return False
    begins = not (earliest and last) or earliest <= last_day(last)
    ends = not (latest and first) or latest >= first_day(first)
    return begins and ends

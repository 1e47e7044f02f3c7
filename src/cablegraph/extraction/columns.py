"""Lines of a heading that say several things beside each other: ``FROM: Amembassy BELGRADE          DATE: March 6, 1964``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled

_LABEL: Final = (
    r"(?:FROM|TO|DATE|TIME|HOUR|NO|NR|NUMBER|SUBJECT|REF|REFERENCE|INFO|CC|COPY|COPIES|CLASSIFICATION|PRECEDENCE|PLACE"
    r"|From|To|Date|Time|Hour|No|Nr|Number|Subject|Ref|Reference|Info|Copy|Copies|Classification|Precedence|Place)\.?\s?:\s"
)
_LED: Final = compiled(_LABEL)
_NEXT: Final = compiled(rf"(?<!\s)\s++(?={_LABEL}\S)")
_HOURS: Final = (
    r"(?:[DR][.:]? ?|(?:Desp|Despd|Despatched|Dispatched|Rec|Recd|Rec[’']d|Received|Sent)[.:]{0,2} )\d{1,2}[.:]\d{2}"
)
_WIDE: Final = compiled(
    rf"(?<!\s)(?:\s{{3,}}+|\s*\t\s*+)(?={_HOURS}|"
    r"[A-Z][A-Za-z’' ]{1,24}:\s\S|(?:[A-Z][a-z]+ )?N(?:o|r|[º°])\b\.?\s?\S|File\s?#|(?:TOP SECRET|STRICTLY|SECRET|CONFIDENTIAL|UNCLASSIFIED|LIMITED|Secret|Top secret|Confidential|Urgent|URGENT|Copy\b|COPY\b)|(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8},? \d{4}|[A-Z][a-z]{2,8} \d{1,2}, \d{4})\.?$)"
)
_TIMES: Final = compiled(r"(?<=\S)\s++(?=[DR]\. ?\d{1,2}[.:]\d{2} ?(?:[ap]\. ?m\b|hrs?\b|hours\b))")
"""Before the hours at which a British telegram went and came: ``Mr. Hutchison     D. 8.40 a.m. 15th August, 1950``."""
_PART: Final = 100
"""Characters that a column may have."""


def parts(row: Row) -> list[Row]:
    """The columns of a line, each as a line of its own; one where it has no more."""
    cuts = list(_cuts(row.text))
    if not cuts:
        return [row]
    edges = [(0, cuts[0][0]), *((one[1], other[0]) for one, other in pairwise(cuts))]
    edges.append((cuts[-1][1], len(row.text)))
    if any(last - first > _PART for first, last in edges):
        return [row]
    return [Row(row.start + first, row.start + last, row.text[first:last]) for first, last in edges if first < last]


_TAB: Final = compiled(r"\s*\t\s*")


def tabbed(row: Row) -> list[Row]:
    """The columns of a line that tabulators divide: ``SECRET``, ``PRIORITY``, ``NEW DELHI, December 11, 1950—7 p. m.``"""
    if "\t" not in row.text:
        return [row]
    ends = [0, *(at for match in _TAB.finditer(row.text) for at in match.span()), len(row.text)]
    edges = list(zip(ends[::2], ends[1::2], strict=True))
    if any(last - first > _PART for first, last in edges):
        return [row]
    return [Row(row.start + first, row.start + last, row.text[first:last]) for first, last in edges if first < last]


def _cuts(words: str) -> Iterator[tuple[int, int]]:
    """Where the blanks between columns begin and end: wide ones, and those before a second label."""
    wide = "   " in words or "\t" in words
    labelled = words.count(":") > 1 and _LED.match(words)
    for match in _WIDE.finditer(words) if wide else ():
        yield match.span()
    for match in _NEXT.finditer(words) if labelled and not wide else ():
        yield match.span()
    for match in _TIMES.finditer(words) if not wide else ():
        yield match.span()

"""Words that stand where a month should: ``Junne 24, 1951`` (did you mean "June"?)."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz import fuzz, process

from cablegraph.dates.words import ENGLISH_MONTHS, MONTHS
from cablegraph.patterns import compiled

_LOOKS_LIKE = compiled(
    r"(?<!\w)(?:(?P<before>[^\W\d]{3,12})\.?\s\d{1,2},?\s|\d{1,2}\s(?P<after>[^\W\d]{3,12})\.?,?\s)(?:1[5-9]|20)\d\d(?!\w)"
)
NEAR = 75
"""Likeness (0-100) from which a month is proposed."""


class Misspelt(NamedTuple):
    """Where the word stands (code points), the word, and the month it is near to (or empty)."""

    start: int
    end: int
    word: str
    month: str


def suggest(text: str) -> Misspelt | None:
    """The first word that stands where a month should and is none."""
    for match in _LOOKS_LIKE.finditer(text):
        name = "before" if match["before"] else "after"
        word = match[name]
        if word.lower() in MONTHS:
            continue
        near = process.extractOne(word.capitalize(), ENGLISH_MONTHS, scorer=fuzz.ratio, score_cutoff=NEAR)
        return Misspelt(match.start(name), match.end(name), word, near[0] if near else "")
    return None

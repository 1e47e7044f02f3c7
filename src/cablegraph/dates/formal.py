"""Days as seals and treaties write them: ``this thirtieth day of April, in the year … eighteen hundred and ninety``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cablegraph.dates.edtf import is_day
from cablegraph.dates.words import MONTH, MONTHS, ORDINALS
from cablegraph.patterns import compiled

_BELOW_TWENTY: Final = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
_ROUND: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS: Final = _BELOW_TWENTY.split()
_TENS: Final = _ROUND.split()
_VALUES: Final[dict[str, int]] = {
    **{word: value for value, word in enumerate(_UNITS, 1)},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
}
_BELOW: Final = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_UNITS[:9])}))?|{'|'.join(sorted(_UNITS, key=len, reverse=True))})"
)
_YEAR: Final = (
    rf"(?:one thousand,? (?P<hundreds>{_BELOW}) hundred|(?P<centuries>{_BELOW}) hundred)(?:,? and)? (?P<rest>{_BELOW})"
)
_DAY: Final = "|".join(sorted((word.replace("-", "[ -]") for word in ORDINALS), key=len, reverse=True))
_FORMAL: Final = compiled(
    rf"\b(?:(?P<figure>\d{{1,2}})(?:st|nd|rd|d|th)|(?P<word>{_DAY})) day of (?P<month>{MONTH}),?"
    rf"(?: ?(?:in the year(?: of our Lord)?|in the year of grace|A\. ?D\.|anno Domini|of the year),?)? (?:(?P<year>\d{{4}})\b|{_YEAR}\b)",
    re.IGNORECASE,
)


def find(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, str]]:
    """Each day of a stretch that is written out so, with its place and EDTF."""
    for match in _FORMAL.finditer(text, start, len(text) if end is None else end):
        word = (match["word"] or "").lower().replace(" ", "-")
        day = int(match["figure"]) if match["figure"] else ORDINALS.index(word) + 1
        month = MONTHS[match["month"].lower().rstrip(".")]
        year = int(match["year"]) if match["year"] else _year(match)
        if is_day(year, month, day):
            yield match.start(), match.end(), f"{year:04}-{month:02}-{day:02}"


def _year(match: re.Match[str]) -> int:
    hundreds = 1000 + 100 * _below(match["hundreds"]) if match["hundreds"] else 100 * _below(match["centuries"])
    return hundreds + _below(match["rest"])


def _below(words: str) -> int:
    return sum(_VALUES[word] for word in re.split(r"[ -]", words.lower()))

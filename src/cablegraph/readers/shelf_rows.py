"""Archival references as a line at a paper’s head: ``XIX-J-1-j Korea, 1975, 83. doboz``, ``[Source: AVPRF, …]``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cablegraph.patterns import compiled
from cablegraph.readers import feet
from cablegraph.readers.sheet import Row

_HEAD: Final = 12
"""Lines among which such a line may stand."""
_UNDER_TITLE: Final = 4
"""Lines among which a reference that says it is one may stand, below the title."""
_HUNGARIAN: Final = compiled(
    r"\[?(?P<words>(?:(?:Hungarian National Archives?|MNL[- ]OL|MOL)(?: \([A-Z -]+\))?[,:]? )?"
    r"XIX-[A-Z]-\d{1,2}(?:-[a-z]{1,3})?\b[^\n!?]{4,90}\d)\.?\]?"
)
"""The fonds of the Hungarian ministries, as their telegrams are printed with it."""


def inside(lines: Sequence[Row]) -> tuple[int, int, int] | None:
    """The first such line: its index, and where its reference begins and ends."""
    for index, row in enumerate(lines[:_HEAD]):
        match = _HUNGARIAN.fullmatch(row.text) if "XIX-" in row.text else None
        if match:
            return index, row.start + match.start("words"), row.start + match.end("words")
        if index < _UNDER_TITLE and (named := feet.labelled(row)):
            return index, named.start, named.end
    return None

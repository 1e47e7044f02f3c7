"""Lines of a stretch of text, with their offsets: what headings and closings are read from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from cablegraph.patterns import compiled

_LINE = compiled(r"[^\n]+")
_STARRED = compiled(r"(?<=[^\W\d_])\s?\*{1,3}[)/]?$")
"""``RAPACKI*/``: a mark of a note."""
_STARRED_ENDS = frozenset("*)/")


class Row(NamedTuple):
    """A line that is not blank: where its words begin and end, and the words."""

    start: int
    end: int
    text: str


def rows(text: str, stretches: Iterable[tuple[int, int]]) -> list[Row]:
    """The lines of these stretches that are not blank, without the blanks around them."""
    found = []
    for start, end in stretches:
        for match in _LINE.finditer(text, start, end):
            words = match[0].strip()
            if words[-1:] in _STARRED_ENDS and "*" in words[-3:]:
                words = _STARRED.sub("", words)
            if words:
                first = match.start() + len(match[0]) - len(match[0].lstrip())
                found.append(Row(first, first + len(words), words))
    return found

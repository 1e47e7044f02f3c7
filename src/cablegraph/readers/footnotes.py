"""Footnotes and remarks of editors and translators below a paper: ``1 Adam Rapacki, Minister of Foreign Affairs``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from cablegraph.patterns import compiled
from cablegraph.readers.sheet import Row

NOTE: Final = compiled(r"(?:\[?\d{1,2}\]?\.?\s+(?=[A-Z\[“\"(])|(?:Translator|Editor)[’']?s? [Nn]ote:|\*\s)")
REMARK: Final = compiled(
    r".{0,300}—\s?(?:Trans|Tr|Ed)s?\.?|\[?(?:Translator|Editor)[’']?s? (?:[Nn]otes?|[Cc]omments?|[Rr]emarks?)\s?[:.–—-].{0,900}"
    r"|\[?(?:Note (?:by|of) the (?:translator|editors?)|Trans(?:lator)?\. note)\s?[:.].{0,900}"
)
"""A translator's or an editor's own line, with the word that says so."""


_DAY = compiled(r"\d{1,2}\.? (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?(?:,? \d{2,4})?\W*")
"""``30 December`` below a signature, when 30 also ends an hour above: the day, and no footnote."""


def begin(lines: Sequence[Row]) -> int:
    """Index of the first of the footnotes and remarks with which these lines end, or their number."""
    last = len(lines)
    while last > 1 and (
        is_note(lines[last - 1].text, [row.text for row in lines[: last - 1]]) or REMARK.fullmatch(lines[last - 1].text)
    ):
        last -= 1
    return last


def is_note(words: str, above: Sequence[str]) -> bool:
    """Whether a line is a footnote: its digit is glued to a word above it; an asterisk or a named remark needs none."""
    if not NOTE.match(words) or _DAY.fullmatch(words):
        return False
    match = re.match(r"\[?(\d{1,2})\]?", words)
    if not match:
        return True
    mark = match[1]
    glued = compiled(rf"(?:[^\W\d_]|[.,;:”\")\]]){mark}\b|\[{mark}\]")
    return any(glued.search(line) for line in above)

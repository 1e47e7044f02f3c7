"""What a browser or whoever copied a page leaves below a paper: ``Copied from: https://…``, ``Share on Facebook | Tweet``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cablegraph.patterns import compiled
from cablegraph.readers.sheet import Row

_ADDRESS: Final = r"<?(?:https?://|www\.)\S+"
_LED: Final = r"(?:(?:copied|retrieved|downloaded|taken|printed|accessed|saved|available|found|reproduced|link|url|permalink|web(?:site| ?page)?|online)\b[\w ]{0,20}:?\s*)"
_DAY: Final = (
    r"(?:last )?(?:accessed|retrieved|printed|downloaded|viewed|visited|copied|saved)(?: on| at)?:?\s+[\w .,/:-]{4,40}"
)
_BUTTON: Final = (
    r"(?:share|tweet|print|e-?mail|pin it|like|facebook|twitter|linkedin|whatsapp|reddit|follow us|subscribe|back to top|home|previous|next|download|cite|copy link|comments?|terms of use|privacy policy|contact us|about us|sign in|log in)"
    r"(?: (?:this|on|to|via|by|page|document|article|paper|item|link|pdf|as|a|friend|e-?mail|facebook|twitter|x|\(\d+\)))*"
)
_DEBRIS: Final = compiled(
    rf"(?i)[\[(]?(?:{_LED}?{_ADDRESS}(?:[\s,;(]+(?:{_DAY}|[\d/. :]{{4,24}}))?|{_DAY}|{_BUTTON}(?:(?:\s*[|·•/]\s*|\s{{2,}}){_BUTTON})*"
    r"|page \d+ of \d+|(?:©|copyright\b|\(c\) \d{4}).{0,120}|all rights reserved\.?|this (?:web)?site uses cookies.{0,120})[\])]?\.?"
)
_SURE: Final = compiled(r"(?i)https?://|www\.|facebook|twitter|tweet|\bprint this|©|cookies|copyright")
"""What no paper of the time says: one of the lines has it."""
_MOST: Final = 8


def begins(lines: Sequence[Row]) -> int:
    """Index of the first of the last lines that are none of the paper's, or the number of lines."""
    first = len(lines)
    while first > 2 and len(lines) - first < _MOST and _DEBRIS.fullmatch(lines[first - 1].text):
        first -= 1
    return first if any(_SURE.search(row.text) for row in lines[first:]) else len(lines)

"""Messages between the words QUOTE and UNQUOTE of a cable: ``FOLLOWING FROM BERG TO PRIME MINISTER DAHL. QUOTE: … UNQUOTE``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cablegraph.extraction.names import Party, parties
from cablegraph.patterns import compiled
from cablegraph.sought import sought

_SPAN: Final = sought(
    r"\b(?P<mark>QUOTE|Quote|quote)\b ?[:.,]?\s+(?P<said>[^\n].{24,6000}?)[\s.,]*\b(?:UNQUOTE|Unquote|unquote|END QUOTE|End quote)\b",
    re.DOTALL,
)
_LED: Final = compiled(
    r"(?i)\b(?:following|(?:message|letter|telegram|note|cable|text|reply|answer|communication|statement)(?: dated [^.:;\n]{3,20}?)?)"
    r"(?: (?:message|letter|telegram|note|text))?,? (?:from|of) (?P<who>(?:the )?[A-Z][^.:;\n\"“]{2,60}?)(?:,? (?:to|for) (?P<whom>(?:the )?[A-Z][^.:;\n\"“]{2,60}?))?[\s.:,]*$"
)
_HANDED: Final = compiled(r"(?i)\b(?:following|message|text|reply)\b[^.\n\"“]{0,190}:\s*$")
"""``Please have the following handed to the Minister:``"""
_LOOK_BACK: Final = 260


def spans(text: str, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    """Such messages in a stretch: begin and end of their words, and of all with the words around."""
    if "UOTE" not in text[start:end] and "uote" not in text[start:end]:
        return
    for match in _SPAN.finditer(text, start, end):
        before = text[max(start, match.start() - _LOOK_BACK) : match.start()]
        if _LED.search(before) or _HANDED.search(before):
            yield *match.span("said"), match.start(), match.end()


def named(text: str, start: int, opening: int) -> tuple[Party | None, Party | None] | None:
    """Writer and addressee of the message whose word QUOTE stands at ``opening``, or None where it is no such word."""
    if text[opening : opening + 5].upper() != "QUOTE":
        return None
    first = max(start, opening - _LOOK_BACK)
    match = _LED.search(text[first:opening])
    if match is None:
        return None
    found: list[Party | None] = []
    for group in ("who", "whom"):
        low, high = match.span(group)
        some = parties(text, first + low, first + high) if match[group] else []
        found.append(next((one for one in some if one.entity == "person"), some[0] if some else None))
    return found[0], found[1]

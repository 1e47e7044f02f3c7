"""To whom an office is asked to pass a telegram on, below its signature: ``Foreign Office please pass to Washington as …``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cablegraph.extraction import repeated
from cablegraph.extraction.closing import Closing
from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled

_OFFICE: Final = r"(?:The )?(?:[A-Z][\w.’'/-]*|of|the)(?: (?:[A-Z][\w.’'/-]*|of|the|for|External|Foreign)){0,3},?[ \n]"
_PASS: Final = compiled(
    rf"[\[(]?(?:(?:{_OFFICE})?(?:[Pp]lease|PLEASE|[Pp]ls|PLS)[ \n](?:also[ \n])?|{_OFFICE})(?:pass|repeat|relay|forward|transmit|PASS|REPEAT|RELAY|FORWARD)(?:[ \n](?:this|copy|copies|it|on|telegram|message|THIS|COPY))*(?:[ \n](?:to|TO))?[ \n]"
    r"(?P<to>[A-Z](?:[\w’'/-]|\.(?=\w))*(?:(?:,? | ?\n|,)(?:[A-Z](?:[\w’'/-]|\.(?=\w))*|and|of|the|AND))*?)"
    r"(?:[ \n,]+(?:as|AS)[ \n](?:my|our|telegrams?|[Nn]os?\b|No\.|Embassy|Legation|[A-Z][\w’'-]+)[^.;:?!]{0,60}?(?:(?:No|Nos)\.[^.;:?!]{0,40})?|[ \n,]+(?:Nos?\.? ?)?\d[\d, and]*|[ \n,]+for information)?[.\])]*"
)
_REPEATED: Final = compiled(
    r"[(\[]?(?i:(?:also )?repeated|(?:the )?same(?: telegram| note| letter| instruction| circular| message)?,? ?(?:mutatis mutandis,? ?)?(?:also )?(?:sent|addressed|telegraphed)?|(?:also )?(?:sent|telegraphed|addressed) also|also sent|mutatis mutandis),? (?i:to|on the same day to|to-day to)(?: the)? "
    r"(?P<to>(?:[A-Z]|legations?|embass(?:y|ies)|consulates?|ministers?|ambassadors?)[^:;()\[\]]{2,160}?)[.\])]*"
)
"""``Repeated to Paris, Berlin, and Rome.``, ``(Same to the legations at Lima and Quito.)`` below the signature."""
_SHORT: Final = 40
_MOST: Final = 3
"""Lines that such a request may have."""


def read(closing: Closing, text: str, tail: list[Row]) -> list[Row]:
    """The lines without the request, whose posts are put down as those who get copies."""
    last = tail[-1] if len(tail) > 1 else None
    again = _REPEATED.fullmatch(last.text) if last and _stands_apart(text, tail[:-1], last) else None
    if last and again and len(tail[-2].text) < _SHORT:
        closing.copies.extend(repeated.items(text, *(last.start + at for at in again.span("to"))))
        closing.rows += 1
        return tail[:-1]
    for count in range(1, min(_MOST, len(tail) - 1) + 1):
        first = tail[-count]
        if not first.text[0].isupper() and first.text[0] not in "[(":
            continue
        match = _PASS.fullmatch(text, first.start, tail[-1].end) if _stands_apart(text, tail[:-count], first) else None
        if match:
            closing.copies.extend(repeated.items(text, *match.span("to")))
            closing.rows += count
            return tail[:-count]
    return tail


def _stands_apart(text: str, above: Sequence[Row], first: Row) -> bool:
    """Whether a blank line or a short one, a signature, stands above."""
    return text.count("\n", above[-1].end, first.start) > 1 or len(above[-1].text) < _SHORT

"""Where a despatch goes on behind messages that it gives under heads of their own: ``President Berg to Mr. Dahl.``"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cablegraph.patterns import compiled
from cablegraph.readers.sheet import Row

_TAKES_LEAVE: Final = compiled(
    r"(?:I|We) (?:have(?: the honou?r)?|am|remain|avail|beg|shall have)\b[^.;]{0,80}"
    r"(?:\betc\.?|&c\.?|\[etc\.\]|servants?|myself|,)[,.]?"
    r"|(?:Very )?[Rr]espectfully(?: yours)?[,.]?|Accept,? (?:sir|Sir|excellency)\b.{0,80}"
)
_SIGNS: Final = compiled(r"(?:[A-ZÀ-Ž][A-ZÀ-Ž.’' -]{2,36}|.{0,400}[.!?] [A-ZÀ-Ž]{3,}(?: [A-ZÀ-Ž]{2,}){0,2})\.?")
"""``GONZALEZ VIQUEZ.``, or the name at the end of a telegram's last line."""


def last_of(lines: Sequence[Row], first: int, start: int, end: int) -> int:
    """Where the last message ends, which begins at ``start``, if the despatch goes on behind it.

    ``first`` is where the first of them begins: a despatch that is signed above it is over. ``end`` is where all ends.
    """
    if any(_TAKES_LEAVE.fullmatch(row.text) for row in lines if row.start < first):
        return end
    own = [row for row in lines if start < row.start < end]
    leave = next((row.start for row in own if _TAKES_LEAVE.fullmatch(row.text)), None)
    signed = next((row for row in own[1:] if _SIGNS.fullmatch(row.text)), None)
    if leave is None or signed is None or signed.end > leave:
        return end
    between = [row for row in own if signed.end < row.start < leave]
    return signed.end if between else end

"""Short remarks that stand apart below a signature, no words of the paper: ``Note: the original is damaged.``"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from cablegraph import dates
from cablegraph.extraction import signatures
from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled

_MOST: Final = 3
"""Lines that such remarks may have."""
_LONGEST: Final = 160
_SENTENCE = compiled(r"(?=\W*[^\W\d_])(?=[^\n]*\s[^\n]*[^\W\d_]{2})[^\n]*[.!\])”\"]")
_TO_SOMEBODY = compiled(
    r"(?i)\W*p\.?\s?\.?s\b|\b(?:i|we|my|mine|our|ours|me|us|you|your|yours|please|request(?:s|ed)?|immediately|"
    r"я|мы|мой|нам|нас|наш\w*|вы|вас|вам|ваш\w*|прош[уи]м?|просим)\b"
)
"""What the writer of a paper says to its reader is no remark on it."""


def below(text: str, rows: Sequence[Row], order: dates.Order | None, known: frozenset[str]) -> int:
    """How many of the last lines are remarks: a blank line, and a signature with or without its day, stand above them.

    ``known`` are surnames of the paper's senders, whose signature may be in any letters.
    """
    for count in range(1, min(_MOST, len(rows) - 1) + 1):
        first = rows[-count]
        if len(first.text) > _LONGEST or not _SENTENCE.fullmatch(first.text) or _TO_SOMEBODY.search(first.text):
            return 0
        apart = text.count("\n", rows[-count - 1].end, first.start) > 1
        if apart and _signed(text, rows[:-count], order, known):
            return count
    return 0


def _signed(text: str, rows: Sequence[Row], order: dates.Order | None, known: frozenset[str]) -> bool:
    """Whether these lines end with a signature, or with one and a day below it."""
    last = len(rows) - 1
    if last > 1 and _is_day(text, rows[last], order):
        last -= 1
    row = rows[last]
    if last < 1 or not (row.text.isupper() or row.text.split()[-1].strip(".").lower() in known):
        return False
    return any(party.entity == "person" for party in signatures.signature(text, row, 0, known))


def _is_day(text: str, row: Row, order: dates.Order | None) -> bool:
    """``5 March 1951`` and no more than a full stop or "г." beside it."""
    if len(row.text) > 40:
        return False
    found = list(dates.find(text, row.start, row.end, order=order))
    if len(found) != 1:
        return False
    left = text[row.start : found[0].start] + text[found[0].end : row.end]
    return not re.sub(r"\bг(?:ода)?\b|[\W_]", "", left)

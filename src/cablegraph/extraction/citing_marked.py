"""Papers by their form and a number that is marked as one: ``the telegram No. 1337 of September 13, noon, to the Ambassador``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cablegraph import dates
from cablegraph.extraction import citing_numbered, names
from cablegraph.extraction.cited import Cited
from cablegraph.extraction.citing_tails import Tail
from cablegraph.patterns import compiled
from cablegraph.sought import sought

# "the telegram No. 1337 of September 13, noon, to the Ambassador in Japan"; in small letters, headings are in capitals.
_NUMBERED = sought(
    r"(?<![\w’'])(?P<lead>(?:the|a|in|by|[Ww]ith|of|[Ss]ee|follows|cf\.|per|you|sent|forwarded|transmitted|mailed)\s(?:\w+\s)?)?(?P<form>ciphered\stelegram|telegram|radiogram|cablegram|cable|despatch|dispatch|letter|note|circular|instruction|memorandum)"
    r"(?:\s(?:of|from)\s(?:the\s)?(?P<by>(?:Cent(?:er|re)|Ministry|Department|Embassy|Legation)(?:\s(?:of|in)\s(?:[A-Z]\w+\s?){1,3})?))?,?\s(?:No\.?|no\.|№|N[º°]|Nr\.?|number(?:ed)?)\s?(?P<number>\d+[A-Za-z]?(?:[/-]\w+)*)(?![.,]\d)"
)
_BODY: Final = r"(?:the\s)?(?:USSR\s|CC\s|CPSU\s|CC\sCPSU\s)?(?:Council\sof\s(?:(?:People[’']s\s)?Commissars|Ministers)|Politburo|Presidium|Secretariat|Central\sCommittee|CC(?:\sCPSU)?|Ministry|Minister|Government|Supreme\sSoviet|State\sCommittee|Cabinet|General\sStaff)(?:\sof\s(?:the\s)?[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)?){0,3}"
_DECREE = sought(
    rf"(?<![\w’'])(?P<form>[Dd]ecree|[Rr]esolution|[Dd]ecision|[Dd]irective|[Oo]rder|[Ii]nstruction)\s(?:No\.?|№|N[º°])\s?(?P<number>[A-Z]{{0,3}}\d[\w/-]*)\s(?:of|from|by)\s(?P<by>{_BODY})"
)
"""``Decree No. 1234-567ss of the Council of Ministers of 3 May 1950``"""
_DECREES: Final = {"decree": "decision", "resolution": "decision", "decision": "decision", "directive": "instruction", "instruction": "instruction"}  # fmt: skip
_OF_SOMEBODY: Final = (" his ", " her ", " its ", " their ")
_MARK = compiled(r"N(?:o\.?|[º°]|r\.?)\s?\d|№\s?\d|no\.\s?\d|numbered\s\d|number\s\d")
_WORD: Final = (
    r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d|No\b)[A-ZÀ-Ž][\w’'-]*(?:\.(?=\s[A-Z]))?"
)
_WORDS: Final = rf"{_WORD}(?:\s(?:(?:of|in|and|for|at|de|von)\s(?:the\s)?)?{_WORD}){{0,7}}"
_FROM = compiled(rf",?\sfrom\s(?:the\s)?(?P<by>{_WORDS})(?!\w)")
_TO = compiled(rf"(?:,\s\w+\.?,|,)?\sto\s(?:the\s)?(?P<to>{_WORDS})(?!\w)")
_DATED = compiled(r"(?:,?\s(?:of|dated|on|from)\s|,\s)(?=(?:the\s)?\d|[A-Z][a-z]+\.?\s\d)")


def find(text: str, start: int, end: int, *, context: str | None, order: dates.Order | None = None) -> Iterator[Cited]:
    """Such papers in ``text[start:end]``, with who wrote to whom where that stands behind the number or the day."""
    if not _MARK.search(text, start, end):
        return
    for match in _DECREE.finditer(text, start, end):
        tail = Tail(text, match.end(), end, context, order, number_first=False)
        span = (match.start(), max(tail.end, match.end()))
        form = _DECREES.get(match["form"].lower(), "")
        yield Cited(span[0], span, "named", "numbered-paper", form, match["number"], tail.date(0), by=match.span("by"))
    for match in _NUMBERED.finditer(text, start, end):
        if (cited := _one(text, match, end, context, order)) is not None:
            yield cited


def _one(text: str, match: re.Match[str], end: int, context: str | None, order: dates.Order | None) -> Cited | None:
    if text.endswith(_OF_SOMEBODY, 0, match.start("form")):
        return None  # "in his telegram No. 501": others read whose it is
    tail = Tail(text, match.end(), end, context, order, number_first=False)
    dated = _DATED.match(text, match.end(), end) is not None and tail.date(0) is not None and not tail.numbers
    day, place = (tail.date(0), tail.end) if dated else (None, match.end())
    if (day is None and not match["lead"]) or citing_numbered.is_to_come(text, match.start()):
        return None
    by = match.span("by") if match["by"] else None
    if by is None and (sent := _FROM.match(text, place, end)) and not names.is_place(sent["by"]):
        by, place = sent.span("by"), sent.end()
    to = _TO.match(text, place, end)
    form = match["form"].replace("ciphered telegram", "ciphered-telegram").replace("dispatch", "despatch")
    form = "telegram" if form in ("cable", "radiogram", "cablegram") else form
    words = (match.start("form"), to.end() if to else place)
    addressee = to.span("to") if to else None
    return Cited(words[0], words, "named", "numbered-paper", form, match["number"], day, by=by, to=addressee)

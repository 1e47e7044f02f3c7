"""Amounts that a claim's words hold and nobody read: ``we agree to send 4,500``, and it is not known of what.

What is asked or given is then the amount, and a claim without it says something else: of 19 such claims, read on papers
that nobody had seen, none was right.
"""

from __future__ import annotations

import re
from typing import Final

from cablegraph.patterns import compiled

_KINDS: Final = frozenset({"request", "offer", "promise", "acceptance", "opinion"})
"""Kinds whose matter can be an amount alone; refusals and warnings that held one were right all the same."""
_WORDS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|eighty"
_MAY_BE = compiled(rf"\d|\b(?:{_WORDS}|hundred|thousand|million|dozen)\b", re.IGNORECASE)
"""A quick look."""
_AMOUNT = compiled(
    rf"(?<![\w.,/:–-])(?:\d{{1,3}}(?:,\d{{3}})+|(?!1[5-9]\d\d\b)\d+(?:\.\d+)?|"
    rf"(?:(?:the )?(?:a|one|first|last|second|other|{_WORDS}|\d[\d,.]*)) (?:hundred|thousand|million|dozen)|{_WORDS})"
    r"(?: (?:hundred|thousand|million|billion))*"
    r"(?=[.,;:)!?]*\s*$|[.;](?:\s|$)|, |"
    r" (?:of (?:them|these|those|the|our|your|his|its|their)|to|be|being|is|are|was|were|for|instead|before|as|now|"
    r"each|only|will|would|can|cannot|but|not|(?-i:may)|should|without|if|when|and odd)\b)",
    re.IGNORECASE,
)
# Before the number of a paper, a day, an hour, an age, a limit that was read: those count nothing.
_COUNTS_NOTHING = compiled(
    r"(?:^|[^\w])(?:nos?\.|numbers?|articles?|points?|paragraphs?|at|past|until|till|above|below|in|on|and|under|before|"
    r"after|than|by|between|cable|tel(?:egram)?|d[ei]spatch|note|our|your|my|with|which|said to be) $",
    re.IGNORECASE,
)
_POINT = compiled(r"^\(?\d{1,2}[.)] ")
# A name before it, or a clause that only says who they are: "captured Americans, of whom she has 61".
_OF_A_NAME = compiled(r"(?:\b[A-Z][\w’'-]*\.?|\d) $|,? (?:(?:of )?(?:whom|which)|who)\b[^,;]*$")


def unread_amount(text: str, start: int, end: int, kind: str) -> bool:
    """Whether the words of a claim without a quantity are about an amount of something unnamed."""
    if kind not in _KINDS or not _MAY_BE.search(text, start, end):
        return False
    words = _POINT.sub("", text[start:end])
    before = (words[: one.start()] for one in _AMOUNT.finditer(words))
    return any(not _COUNTS_NOTHING.search(lead) and not _OF_A_NAME.search(lead) for lead in before)

"""To whom replies went, and their month: ``our letter of December 9 … Your reply of the 12th`` is of December."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from cablegraph import dates
from cablegraph.extraction.cited import Cited
from cablegraph.extraction.citing_tails import Dated
from cablegraph.patterns import compiled

_A_REPLY = compiled(
    r"\b(?:reply|replies|answers?|response|rejoinder|acknowledge?ment|replied|answered|acknowledged)\b"
    r"[^.;:]{0,60}?\b(?:of|on|dated)\s(?:the\s)?(?P<day>\d{1,2})(?:st|nd|rd|th|d)$",
    re.IGNORECASE,
)
"""A reply of a day without a month, ``instant`` or ``ultimo``."""
_MONTHS: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
_ANSWERED = compiled(
    rf"\b(?:(?P<month>{_MONTHS})\s(?P<first>\d{{1,2}})\b(?!,?\s\d{{4}})"
    rf"|(?P<second>\d{{1,2}})(?:st|nd|rd|th|d)?\s(?:of\s)?(?P<other>{_MONTHS})\b(?!,?\s\d{{4}}))"
)
_NEAR: Final = 260
_DAY_LONG: Final = len("1950-05-01")


_JOINED = compiled(r",?\s(?:and|with|together\swith)\s(?:(?:of|to)\s)?(?:a\scopy\sof\s|copies\sof\s)?")
_MY_REPLY = compiled(r"(?:my|our)\s(?:\w+\s)?(?:reply|answer|response)\b", re.IGNORECASE)


def to_its_writer(text: str, cited: Cited, before: Cited | None) -> Cited:
    """``a letter of Mr. Dole, of the 27th, and my reply``: it goes to whoever wrote the paper named before it."""
    if before is None or before.by is None or cited.whose != "mine" or cited.to or cited.whom:
        return cited
    joined = _JOINED.fullmatch(text, before.words[1], cited.words[0])
    return replace(cited, to=before.by) if joined and _MY_REPLY.match(text, cited.words[0]) else cited


def of_its_month(text: str, cited: Cited, context: str | None) -> Cited:
    """The same with the month of the paper that was named last before, if the reply came after that in a month gone."""
    if cited.date is None or not context or len(context) < _DAY_LONG or len(cited.date.edtf) != _DAY_LONG:
        return cited
    said = _A_REPLY.search(text, *cited.words)
    if said is None:
        return cited
    named = list(_ANSWERED.finditer(text, max(0, cited.words[0] - _NEAR), cited.words[0]))
    if not named:
        return cited
    last = named[-1]
    first = int(last["first"] or last["second"])
    before = dates.parse(f"{first} {last['month'] or last['other']}", context=context)
    if before is None or int(said["day"]) < first or before.edtf[:7] >= context[:7]:
        return cited
    day = dates.parse(f"{before.edtf[:7]}-{int(said['day']):02d}")
    return cited if day is None else replace(cited, date=Dated(day.edtf, "inferred"))

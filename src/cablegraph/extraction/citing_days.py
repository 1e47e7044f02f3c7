"""Days of cited papers that take some reckoning: ``of yesterday``, ``of two days ago``, ``dated 4/7``, the 29th said on the 2d."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from datetime import date
from typing import Final

from cablegraph import dates
from cablegraph.patterns import compiled

MONTH_WORD: Final = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"

RELATIVE = compiled(
    r"(?:(?:last\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\slast|\sweek)?|(?:the\s)?day\sbefore\syesterday|yesterday(?:[’']s\sdate)?|last\s(?:night|evening)|today(?:[’']s\sdate)?|to-day(?:[’']s\sdate)?|even\sdate|(?:the\s)?same\s(?:date|day)|this\s(?:date|day|morning|afternoon)|(?:two|three|four|five|six)\sdays\sago)(?![\w’'])"
)


_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_COUNT: Final = ("none", "one", "two", "three", "four", "five", "six")
_ROMAN: Final = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_MONTHS: Final = ("", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")  # fmt: skip
_FIGURES = compiled(
    r"(?P<first>\d{1,2})\s?(?P<mark>[./])\s?(?P<second>\d{1,2}|[IVX]{1,4})(?![\w/]|[.,-]\w)(?=[.,;:)]|\s*$|\s(?:and|about|on|in|from|to|with|by|we|I|which|that|was|were|has|have|had|is|are|concerning|regarding|at)\b)"
)
"""``of 21.06``, ``dated 4/7``, ``of 8/XI``: a day and its month, the year of which the paper's own day tells."""
_ALONE = compiled(r"\d{1,2}(?:st|nd|rd|th|d)?")
_HOURS: Final = r"(?:[.:h]\d\d)?\s?(?:[ap]\.?\s?m\b|noon\b|midnight\b|hours?\b|hrs?\b|o[’']clock)"
DAY_OF_MONTH = compiled(
    rf"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|d)?\s(?:of\s)?{MONTH_WORD}(?!\w)\.?(?!\s(?:0?[1-9]|[12]\d|3[01])(?!{_HOURS}|[\d:]))",
    re.IGNORECASE,
)
"""``Your 19 February, 7 p.m.``, ``my 5th of May``: a day and its month; in ``Your 12 May 2`` the 12 is a number."""
OF_A_PAPER = compiled(
    rf"[.;:)\]]|,(?!\s[a-z]+ing\b)|\s*$|\s\d{{1,2}}{_HOURS}|\s(?:noon|midnight|and|to|was|has|refers|reports|regarding|concerning|respecting|relative|about|received|relating|asking|requesting"
    r"|telegram|cable|d[ei]spatch|letter|note|memo|message|wire|circular|instruction|report|communication|reply|inquiry|airgram)",
    re.IGNORECASE,
)
"""What stands behind the day of a paper that is named by nothing else; ``our 7 August offensive`` is none."""
OF_AN_EVENT = compiled(
    r"\s(?:\w+\s)?(?:meeting|talk|conversation|conference|interview|session|visit|offensive|attack|raid|battle|election|holiday|anniversary|birthday|celebration|demonstration|deadline)s?\b"
)


def both_styles(text: str, start: int, end: int) -> bool:
    """``8th–20th of September``: twelve or thirteen days apart, one day by two calendars."""
    if text[end : end + 1] not in ("–", "-") or not (days := _TWO_DAYS.search(text, start, end + 6)):
        return False
    apart = int(days["new"]) - int(days["old"])
    return apart in (12, 13) or apart + 31 in (12, 13) or apart + 30 in (12, 13)


def names_a_paper(text: str, at: int, end: int, stop: int) -> bool:
    """Whether a day may name a paper that no other word names: ``Your October 9``, ``Your 9 October, 4 p.m.``"""
    if text[at].isalpha():
        return OF_AN_EVENT.match(text, end, stop) is None
    return DAY_OF_MONTH.match(text, at, stop) is not None and OF_A_PAPER.match(text, end, stop) is not None


_TWO_DAYS = compiled(r"(?P<old>\d{1,2})(?:st|nd|rd|th|d)?[–-](?P<new>\d{1,2})(?!\d)")


def days_ago(word: str, own: date) -> int:
    """How long before the paper's own day: ``yesterday``, or the ``Friday`` last past."""
    if word.endswith("ago"):
        return _COUNT.index(word.split()[0])
    if (weekday := word.removeprefix("last ")[:3]) in _WEEKDAYS:
        return ((own.weekday() - _WEEKDAYS.index(weekday) - 1) % 7 + 1) + (7 if word.endswith("week") else 0)
    if word.endswith("before yesterday"):
        return 2
    return 1 if word.startswith(("yesterday", "last")) else 0


def before(edtf: str, words: str, context: str | None) -> str:
    """The 29th, said on the 2d, is that of the month before: nobody cites a paper of tomorrow."""
    if not _ALONE.fullmatch(words) or not context or len(context) < len(edtf) or edtf <= context[: len(edtf)]:
        return edtf
    year, month, day = (int(piece) for piece in edtf.split("-"))
    year, month = (year - 1, 12) if month == 1 else (year, month - 1)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return edtf


def in_figures(
    text: str, at: int, stop: int, context: str | None, order: dates.Order | None
) -> tuple[dates.DateValue | None, int] | None:
    """A day in figures without its year, and where it ends; no day where day and month could change places."""
    match = _FIGURES.match(text, at, stop)
    if match is None or not context:
        return None
    if match["second"].isdigit():
        day, month = int(match["first"]), int(match["second"])
        if match["mark"] == "/" and order is None and max(day, month) < len(_MONTHS):
            return None, match.end()
        if match["mark"] == "/" and (order == "mdy" or (order is None and month >= len(_MONTHS))):
            day, month = month, day
    else:
        day, month = int(match["first"]), _ROMAN.index(match["second"]) if match["second"] in _ROMAN else 0
    value = dates.parse(f"{day} {_MONTHS[month]}", context=context) if 0 < month < len(_MONTHS) else None
    return (value, match.end()) if value is not None else None

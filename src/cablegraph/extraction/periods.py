"""When a claim's matter is, in its own words: ``in the course of three years`` (P3Y), ``by 1 July``."""

from __future__ import annotations

import re

from cablegraph import dates
from cablegraph.dates.words import BOUND
from cablegraph.patterns import compiled
from cablegraph.sought import sought

_COUNT = {
    "a": 1, "an": 1, "one": 1, "single": 1,
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "eighteen": 18, "twenty": 20, "thirty": 30,
    "одного": 1, "двух": 2, "трёх": 3, "трех": 3, "четырёх": 4, "четырех": 4, "пяти": 5,
}  # fmt: skip
_UNITS = {"year": "P{}Y", "month": "P{}M", "week": "P{}W", "day": "P{}D", "hour": "PT{}H", "minute": "PT{}M",
          "год": "P{}Y", "лет": "P{}Y", "месяц": "P{}M", "недел": "P{}W", "дн": "P{}D", "дней": "P{}D"}  # fmt: skip
_DURATION = sought(
    r"\b(?:(?:in|for|over|during|within|throughout)(?: the (?:course|space|period) of)?(?: a period of)?|"
    r"a period of|в течение)"
    r"(?: the next| the coming| the following| about| approximately| some)? "
    r"(?:(?P<count>\d{1,3}|a single|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|"
    r"eighteen|twenty|"
    r"thirty|одного|двух|тр[её]х|четыр[её]х|пяти)[ -])"
    r"(?P<unit>year|month|week|day|hour|minute|год|лет|месяц|недел|дней|дн)(?:s|а|ев|и|ь|я)?\b",
    re.IGNORECASE,
)


def duration_in(text: str, start: int, end: int) -> tuple[int, int, str] | None:
    """The first span of time in a stretch as xsd:duration, with its words."""
    match = _DURATION.search(text, start, end)
    if match is None:
        return None
    count = match["count"].lower().removeprefix("a ")
    value = int(count) if count.isdigit() else _COUNT[count]
    form = _UNITS[match["unit"].lower()]
    if form == "P{}W":  # xsd:duration knows no weeks
        form, value = "P{}D", 7 * value
    return match.start(), match.end(), form.format(value)


# "your request of 21 June" names a paper; "in 1951", "until 1 July" say when.
_SETS_TIME = compiled(
    r"\b(?:in|by|until|till|before|during|within|from|since|for|on|over|after|between|through|(?:course|end|"
    r"beginning|start|middle|"
    r"months?|half|quarter) of|later than|в|до|к|с|на|течение)[ \u00a0](?:the[ \u00a0])?$",
    re.IGNORECASE,
)


# Years and rows of years, which are dates only where the words before say so.
_PART = (
    r"(?:the )?(?:(?:first|second) (?:half|quarter)|(?:third|fourth|last) quarter|beginning|end|middle|spring|"
    r"summer|autumn|winter) of "
)
_YEAR = compiled(r"[12](?:(?<=1)[6-9]|(?<=2)0)\d\d")
_YEARS = compiled(
    rf"(?:(?:early|late|mid)[ -])?(?:{_PART})?\b(?:1[6-9]|20)\d\d(?:(?:,| and|, and|–|-| to)[ \u00a0]?"
    rf"(?:{_PART})?['’]?(?:(?:1[6-9]|20)\d\d|\d\d)\b(?!,\d))*",
    re.IGNORECASE,
)


def period_in(text: str, start: int, end: int, context: str, *, told: bool = False) -> tuple[int, int, str] | None:
    """The first date or interval in a stretch as EDTF, with its words; what can be read in two ways is none.

    ``context`` is the paper's own date as EDTF, or empty; it completes "by 1 July", to a day that comes unless the
    words are ``told`` of what was.
    """
    for match in _YEARS.finditer(text, start, end) if _YEAR.search(text, start, end) else ():
        if _sets_time(text, start, match.start()):
            value = dates.parse(match[0], context=context or None)
            if value is not None and value.edtf:
                return match.start(), match.end(), value.edtf
    for found in dates.find(text, start, end, context=context or None):
        value = found.values[0] if len(found.values) == 1 else None
        if value and (between := _between(text, start, found)):
            last = dates.at(text, between.end(), end, context=context or None)
            if last and len(last.values) == 1:
                ahead = _is_ahead(text, start, found.start, told=told)
                whole = _span(value, last.values[0], context if ahead else "")
                return (found.start, last.end, whole) if whole else None
            if between["only"]:
                return None
        if value and value.edtf and (_sets_time(text, start, found.start) or _BOUND.match(text, found.start)):
            near = not _INSTANT.search(text, found.start, found.end)
            inferred = value.basis == "inferred" and near and _is_ahead(text, start, found.start, told=told)
            return found.start, found.end, _coming(value.edtf, context) if inferred else value.edtf
    return None


def _between(text: str, start: int, found: dates.Found) -> re.Match[str] | None:
    """The words that lead from the first day of a span to its last: "between 25 October and 5 November"."""
    return _ONWARDS.match(text, found.end) if _OPENS_SPAN.search(text, max(start, found.start - 9), found.end) else None


_OPENS_SPAN = compiled(r"\b(?:between|from) (?:the )?(?=[^.;:!?]*$)", re.IGNORECASE)
_ONWARDS = compiled(r",? (?:(?P<only>and)|to|until|till|through|up to) (?:the )?(?=[\dA-Z])")
_PLAIN = compiled(r"(?P<year>\d{4})(?P<rest>-\d\d(?:-\d\d)?)")


def _span(first: dates.DateValue, last: dates.DateValue, context: str) -> str:
    """A span between two days of which one may complete the other's year; nothing where they are no such days."""
    begins, ends = _PLAIN.fullmatch(first.edtf.removesuffix("/..")), _PLAIN.fullmatch(last.edtf.removeprefix("../"))
    if begins is None or ends is None:
        return ""
    one, two = int(begins["year"]), int(ends["year"])
    if last.basis == "inferred":
        two = one if first.basis != "inferred" else int(_coming(ends[0], context)[:4]) if context else two
        two += first.basis != "inferred" and ends["rest"] < begins["rest"]
    if first.basis == "inferred":
        one = two - (begins["rest"] > ends["rest"])
    whole = f"{one}{begins['rest']}/{two}{ends['rest']}"
    return whole if (one, begins["rest"]) < (two, ends["rest"]) else ""


_BOUND = compiled(rf"(?:(?!(?:after|seit|nach|après|после)\s)(?:{BOUND}))\s", re.IGNORECASE)
"""Words of a date itself that set a time: "by 1 July"."""
_INSTANT = compiled(r"instant|inst\.|ultimo|ult\.|this month|last")
_LIMIT = compiled(
    r"\b(?:by|until|till|before|prior to|ahead of|up to|(?:not|no) (?:later than|after)|not beyond|end of|middle of|"
    r"beginning of) ",
    re.IGNORECASE,
)
_WILL_BE = compiled(
    r"\b(?:will|shall|would|should|can|could|may|might|must|(?:is|are) to|to be|"
    r"expects?|expected|intends?|ready to|"
    r"(?:is|are) (?:leaving|sailing|coming|arriving|going|starting|departing|returning|proceeding)|"
    r"leaves?|sails?|departs?)\b"
)
_DAY = compiled(r"\d{4}(?=-\d\d)")


def _is_ahead(text: str, start: int, place: int, *, told: bool) -> bool:
    """Whether a day without a year is one to come: "by 1 July", "would begin on January 1"; what is told is past."""
    if text[place : place + 5].lower() == "since":
        return False
    near = text[max(start, place - 16) : place + 16]
    return bool((not told and _LIMIT.search(near)) or _WILL_BE.search(text, max(0, start - 30), place))


def _coming(edtf: str, context: str) -> str:
    """The same day in the year in which it follows the paper's own date, where both are plain days."""
    years = _DAY.findall(edtf)
    if (
        len(years) != 1
        or not _DAY.match(context)
        or edtf.removeprefix("../") >= context[: len(edtf.removeprefix("../"))]
    ):
        return edtf
    return _DAY.sub(str(int(years[0]) + 1), edtf)


def _sets_time(text: str, start: int, place: int) -> bool:
    return bool(_SETS_TIME.search(text, max(start, place - 40), place))

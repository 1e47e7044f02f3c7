"""Formal endings and days of other calendars: ``Done at …``, ``By the President:``, ``Meiji, 4th month, 5th day (May 5)``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import Final

from cablegraph import dates
from cablegraph.dates import formal
from cablegraph.extraction.names import is_place
from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled

LAST: Final = 10
"""The words of a seal stand among so many last lines."""
_DONE: Final = compiled(
    r"(?:(?:In (?:witness|testimony|faith) (?:whereof|thereof|of which)\b.{0,400}?[.,;] ?)?(?i:done|given|written|signed|executed|dated)\b"
    r"(?: (?:in (?:duplicate|triplicate|quadruplicate|two copies)[^,]{0,40},?|under (?:my|our) hands?[^,.]{0,60}?|by (?:me|us)|this day))*,? (?:at|in) (?:the )?(?:(?:[a-z]+ )?(?:city|town|port|palace|capital|halls?|house|castle|fortress)(?: of [a-z]+)*(?: of| in| at) )?(?:the )?"
    r"(?P<place>(?:(?:St|Ste)\. )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?))"
)
_COUNTERSIGNED: Final = compiled(
    r"(?i:by (?:order of )?(?:the|his|her) (?:president|majesty|king|queen|emperor|governor[\w -]*?))[.:,]?"
    r"|(?i:(?:(?:it|this) is )?(?:an? )?(?:true|certified|correct|exact|faithful) (?:copy|translation|extract)\b.{0,80}|(?:copy|translation) (?:certified|attested)\b.{0,60}|attest(?:ed)?(?: by)?[.:,]?|[(\[]?countersigned[)\]]?[.:,]?(?: .{3,80})?)"
    r"|(?i:(?:(?:signed )?in (?:the )?presence of|witness(?:es|ed by)?|attest(?:ed)?(?: by)?)\s?:)"
)
"""``A true copy: Washington, July 3, 1866.``: below it a clerk attests what another has written."""
_JURAT: Final = compiled(
    r"(?i).{0,140}\b(?:personally appeared|subscribed and sworn|sworn (?:to|and subscribed)|acknowledged before me|(?:sworn|affirmed|declared|subscribed|signed)\b.{0,90}\bbefore me)\b.{0,240}"
)
"""``Essex, ss: Personally appeared Adam Dale and made oath``: below it a notary signs."""
_SWORN_AT: Final = compiled(
    r"\b(?:sworn|subscribed|affirmed|declared|signed|before me)\b[^.;]{0,40}?,? (?:at|in) (?:the )?(?:(?:city|town|port|custom-?house|consulate|legation|county)(?: of|,| at| in)(?: the)? )?"
    r"(?P<place>(?:(?:St|Ste)\. )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)",
    re.IGNORECASE,
)
_CALENDAR: Final = compiled(
    r"(?i)\b(?:moons?|(?:lunar |intercalary |intercalated )?(?:\w+ )?months?|year of [A-Z]\w+|days?)\b"
)
_REIGN: Final = compiled(
    r"(?i)\b(?:moon|\d{1,2}(?:st|nd|rd|d|th) (?:day|month|year)|year of|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|intercalary) (?:moon|month)|ramazan|ramadan|muharrem|moharrem|safer|rebi|djemazi|chaban|zilkad\w*|zilhidj\w*)\b"
)
_SOLAR: Final = compiled(r"[\[(](?P<day>[^\[\]()]{6,40})[\])]\.?|[\[(](?P<open>[^\[\]()]{6,40})$")
_COUNTED: Final = compiled(r"(?P<number>\d{1,2})(?:st|nd|rd|d|th) (?:of the )?(?P<step>[Dd]ay|[Mm]onth|[Yy]ear)")
_MEIJI: Final = 1867
"""The year before the first of Meiji."""
_AS_WE_COUNT: Final = 6
_ASIDE: Final = compiled(r"[\[(][^\[\]()]*[\])]")
_SPOT: Final = compiled(r"(?P<place>(?:(?:St|Ste)\. )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?), ")


def countersigned(rows: Sequence[Row]) -> int | None:
    """Index of ``By the President:``, or of an oath's witness; who signs below it countersigns, and is no sender."""
    for index in range(max(1, len(rows) - 6), len(rows) - 1):
        if _COUNTERSIGNED.fullmatch(rows[index].text) or _JURAT.fullmatch(rows[index].text):
            return index
    return None


def done(text: str, rows: Sequence[Row]) -> tuple[tuple[int, int, str] | None, tuple[int, int, str] | None]:
    """Day and place of ``Done at the city of Washington, this thirtieth day of April, in the year …``, where it stands."""
    for row in rows[-LAST:]:
        match = _DONE.match(row.text) if row.text[:1] in "DGWSEIdgwsei" else None
        if match is None:
            continue
        low, high = match.span("place")
        place = (row.start + low, row.start + high, match["place"])
        day = next(formal.find(text, row.start + high, row.end), None)
        if day is None:
            found = next(iter(dates.find(text, row.start + high, row.end)), None)
            value = found.values[0].edtf if found and len(found.values) == 1 else ""
            day = (found.start, found.end, value) if found and value and "X" not in value else None
        if day:
            return day, place
    return None, None


def sworn(text: str, row: Row) -> tuple[tuple[int, int, str] | None, tuple[int, int, str] | None]:
    """Day and place of an oath: ``Subscribed and sworn to before me, at Apia, this 5th day of December, A. D. 1893.``"""
    if not _JURAT.fullmatch(row.text):
        return None, None
    day = next(formal.find(text, row.start, row.end), None) or solar(text, row.start, row.end)
    match = _SWORN_AT.search(row.text)
    if match is None or not is_place(match["place"]):
        return day, None
    return day, (row.start + match.start("place"), row.start + match.end("place"), match["place"])


def foreign_day(text: str, row: Row) -> tuple[int, int, str] | None:
    """The day as we count it behind one of another calendar: ``Mu-ja year, 5th month, 10th day [June 19, 1888].``"""
    if len(row.text) > 160 or not _REIGN.search(row.text):
        return None
    bracket = _SOLAR.search(row.text)
    if bracket is None:
        return _meiji(row)
    low, high = bracket.span(bracket.lastgroup or "day")
    return solar(text, row.start + low, row.start + high)


def _meiji(row: Row) -> tuple[int, int, str] | None:
    """``The 19th day, 4th month, 7th year of Meiji``: from the sixth year on Japan counts months and days as we do."""
    if "Meiji" not in row.text:
        return None
    steps = list(_COUNTED.finditer(row.text))
    count = {step["step"].lower(): int(step["number"]) for step in steps}
    if len(steps) != 3 or len(count) != 3 or count["year"] < _AS_WE_COUNT:
        return None
    try:
        day = datetime.date(_MEIJI + count["year"], count["month"], count["day"])
    except ValueError:
        return None
    return row.start + steps[0].start(), row.start + steps[-1].end(), day.isoformat()


def solar(text: str, start: int, end: int) -> tuple[int, int, str] | None:
    """The one whole day of a stretch."""
    found = list(dates.find(text, start, end))
    if len(found) != 1 or len(found[0].values) != 1 or "X" in found[0].values[0].edtf:
        return None
    return found[0].start, found[0].end, found[0].values[0].edtf


def is_calendar(words: str) -> bool:
    """Whether a line tells a day by another calendar: ``Tokei, the 25th day, 10th month, 5th year of Meiji.``"""
    if not _REIGN.search(words) or len(words) >= 110:
        return False
    words = _ASIDE.sub("", words)  # "June 28, 1877 (5th moon, 18th day)" says our day first
    return len(_CALENDAR.findall(words)) > 1 and bool(_REIGN.search(words))


def calendar_place(words: str) -> tuple[int, int] | None:
    """The place before a day of another calendar: ``Peking, Kuang Hsü XXI, intercalary fifth moon, 14th day.``"""
    match = _SPOT.match(words) if is_calendar(words) else None
    rest = words[match.end() :] if match else ""
    # An era's name before "4th year" is no place; a place has the era, or the day, behind it.
    if match is None or re.match(r"(?:\d{1,2}\w\w|\w+) (?:year|moon)\b", rest):
        return None
    return match.span("place")

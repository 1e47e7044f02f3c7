"""EDTF values and what they bound: ``1951-06/1954`` runs from June 1951 to December 1954 (ISO 8601-2, levels 0-2)."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from cablegraph.patterns import compiled


@dataclass(frozen=True, slots=True)
class Bounds:
    """First and last day a value may be (None: not bounded), and its precision.

    ``precision`` is day, month, season, year, decade, interval, set, or empty where the value bounds nothing.
    """

    earliest: date | None = None
    latest: date | None = None
    precision: str = ""

    @property
    def known(self) -> bool:
        """Whether the value sets a bound at all: ``XXXX-06-21`` sets none, and a paper so dated is undated."""
        return self.earliest is not None or self.latest is not None


_POINT = compiled(r"(?P<y>\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(?P<m>\d{2}|XX)(?:-(?P<d>\d{2}|XX))?)?[~?%]?")
# ISO 8601-2 level 1: spring, summer, autumn, winter; the winter of a year runs into the next (model section 5).
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}


@lru_cache(maxsize=65536)
def bounds(value: str) -> Bounds:
    """The bounds of an EDTF value; of one this project does not write, none. No bound is narrower than the words."""
    if value[:1] in "[{" and value[-1:] in "]}":
        members = [bounds(member.strip()) for member in re.split(r",|\.\.", value[1:-1]) if member.strip()]
        return _hull(members, "set")
    if "/" in value:
        start, _, end = value.partition("/")
        first, last = bounds(start) if start != ".." else Bounds(), bounds(end) if end != ".." else Bounds()
        return Bounds(first.earliest, last.latest, "interval")
    match = _POINT.fullmatch(value)
    return _point(match) if match else Bounds()


def _hull(members: list[Bounds], precision: str) -> Bounds:
    starts = [member.earliest for member in members]
    ends = [member.latest for member in members]
    earliest = min((day for day in starts if day), default=None) if all(starts) else None
    latest = max((day for day in ends if day), default=None) if all(ends) else None
    return Bounds(earliest, latest, precision)


def _point(match: re.Match[str]) -> Bounds:
    year, month, day = match["y"], match["m"], match["d"]
    if year == "XXXX":
        return Bounds(None, None, "day" if day else "month" if month else "")
    if "X" in year:
        first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
        return _span(first or 1, 1, 1, last, 12, 31, "decade")
    number = int(year)
    if number == 0:
        return Bounds()
    if month is None or month == "XX":
        return _span(number, 1, 1, number, 12, 31, "year")
    if int(month) in _SEASONS:
        first_month, last_month = _SEASONS[int(month)]
        end_year = number + (last_month > 12)
        end_month = (last_month - 1) % 12 + 1
        return _span(number, first_month, 1, end_year, end_month, _days(end_year, end_month), "season")
    if not 1 <= int(month) <= 12:
        return Bounds()
    if day is None or day == "XX":
        return _span(number, int(month), 1, number, int(month), _days(number, int(month)), "month")
    return _span(number, int(month), int(day), number, int(month), int(day), "day")


def _span(y1: int, m1: int, d1: int, y2: int, m2: int, d2: int, precision: str) -> Bounds:
    try:
        return Bounds(date(y1, m1, d1), date(y2, m2, d2), precision)
    except ValueError:
        return Bounds()


def _days(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def is_day(year: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    return 1 <= month <= 12 and year > 0 and 1 <= day <= _days(year, month)


def julian_to_gregorian(year: int, month: int, day: int) -> date:
    """An Old Style day as a New Style one (Meeus, Astronomical Algorithms, chapter 7)."""
    y, m = (year - 1, month + 12) if month <= 2 else (year, month)
    number = int(365.25 * (y + 4716)) + int(30.6001 * (m + 1)) + day - 1524
    return date(2000, 1, 1) + timedelta(days=number - 2451545)


_THIRTEEN_DAYS = date(1900, 3, 13)
NEW_CALENDAR = date(1924, 1, 1)
"""The last states of the old calendar had left it by then."""


def new_style(edtf: str) -> str:
    """``December 18–30, 1899``, a dateline of St. Petersburg: one day by two calendars, the later as we count."""
    first, _, last = edtf.partition("/")
    try:
        old, new = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return edtf
    apart = 12 if new < _THIRTEEN_DAYS else 13
    return last if (new - old).days == apart and new < NEW_CALENDAR else edtf

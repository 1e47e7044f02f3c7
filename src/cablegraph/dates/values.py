"""What a date is once read: ``June 21`` in a paper of 1951 is the EDTF ``1951-06-21``, its year inferred."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from cablegraph.dates.edtf import Bounds, bounds, is_day
from cablegraph.frozen import dataclass

Order = Literal["dmy", "mdy"]


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date read: EDTF, the words, the basis (empty: stated; ``inferred``: context gave the year or month),
    and the calendar of the words (``julian``; the EDTF is always Gregorian)."""

    edtf: str
    written: str = ""
    basis: str = ""
    calendar: str = ""

    @property
    def bounds(self) -> Bounds:
        """First and last day, and precision."""
        return bounds(self.edtf)

    @property
    def earliest(self) -> date | None:
        """First day it may be."""
        return self.bounds.earliest

    @property
    def latest(self) -> date | None:
        """Last day it may be."""
        return self.bounds.latest


class Found(NamedTuple):
    """A date in running text: half-open code points and the value; several values are candidates."""

    start: int
    end: int
    values: tuple[DateValue, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """The paper's own date, and the order of day and month it uses."""

    day: date | None
    order: Order | None

    def year(self, text: str) -> int:
        """A year of four or two digits; two take the paper's century, the nearest such year."""
        digits = text.strip("'’`")
        if len(digits) == 4:
            return int(digits)
        near = self.day.year if self.day else 1950
        century = near - near % 100 + int(digits)
        return min((century - 100, century, century + 100), key=lambda year: abs(year - near))

    def complete(self, month: int, day: int) -> DateValue | None:
        """The nearest such day not after the paper's date; in an undated paper the year stays open."""
        if self.day is None:
            return DateValue(f"XXXX-{month:02}-{day:02}") if is_day(2000, month, day) else None
        for year in range(self.day.year, self.day.year - 9, -1):
            if is_day(year, month, day) and date(year, month, day) <= self.day:
                return DateValue(f"{year}-{month:02}-{day:02}", basis="inferred")
        return None

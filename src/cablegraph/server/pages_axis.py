"""A true axis of time that is broken where nothing is dated: 1917–19, 1951 and 1956 stand side by side in one scale."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

BREAK = 34
"""Width of a break."""
NEAR = 2
"""Years without anything dated that do not break the axis: a break takes as much room as it saves."""
FINE = 150
"""Pixels a year at which quarters are marked."""


@dataclass(frozen=True, slots=True)
class Run:
    """Whole years that follow each other: first and last day as ordinals, where they stand."""

    first: int
    last: int
    left: float
    right: float

    @property
    def years(self) -> tuple[int, int]:
        """First and last year."""
        return date.fromordinal(self.first).year, date.fromordinal(self.last).year


@dataclass(frozen=True, slots=True)
class Tick:
    """A line on the axis; ``main`` where a year begins."""

    x: float
    label: str
    main: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """Runs of years in one scale."""

    runs: tuple[Run, ...]
    scale: float
    gap: float = BREAK

    def x(self, day: int) -> float:
        """Where a day stands; one in a break, at the break's border."""
        run = next((run for run in self.runs if day <= run.last), self.runs[-1])
        return round(run.left + (min(max(day, run.first), run.last) - run.first) * self.scale, 1)

    @property
    def breaks(self) -> list[tuple[float, str]]:
        """Where the axis is broken, and which years are left out there."""
        found = []
        for before, after in zip(self.runs, self.runs[1:], strict=False):
            first, last = before.years[1] + 1, after.years[0] - 1
            found.append(
                (round((before.right + after.left) / 2, 1), str(first) if first == last else f"{first}–{last}")
            )
        return found

    @property
    def ticks(self) -> list[Tick]:
        """Beginnings of years, and of quarters where there is room; labels never closer than they are wide."""
        year = 365.25 * self.scale
        made = []
        free = 0.0
        for run in self.runs:
            first, last = run.years
            for number in range(first, last + 1):
                x = self.x(date(number, 1, 1).toordinal())
                shown = x >= free
                made.append(Tick(x, str(number) if shown else "", True))
                free = x + 40 if shown else free
                if year >= FINE:
                    quarters = ((4, "Apr"), (7, "Jul"), (10, "Oct"))
                    made += [Tick(self.x(date(number, m, 1).toordinal()), name, False) for m, name in quarters]
            free = run.right + self.gap / 2
        return made


def axis(spans: Iterable[tuple[int, int]], left: float, right: float, gap: float = BREAK) -> Axis:
    """The axis for spans of days (ordinals, first and last), between two places of a drawing.

    A break is ``gap`` wide, and all of them take no more than half of the width.
    """
    years = sorted({year for first, last in spans for year in (_year(first), _year(last))}) or [date.today().year]
    groups = [[years[0], years[0]]]
    for year in years[1:]:
        if year - groups[-1][1] - 1 <= NEAR:
            groups[-1][1] = year
        else:
            groups.append([year, year])
    days = [(date(a, 1, 1).toordinal(), date(b, 12, 31).toordinal()) for a, b in groups]
    gap = min(gap, (right - left) / 2 / max(1, len(groups) - 1))
    room = right - left - gap * (len(groups) - 1)
    scale = room / sum(last - first + 1 for first, last in days)
    runs = []
    at = left
    for first, last in days:
        end = at + (last - first + 1) * scale
        runs.append(Run(first, last, round(at, 1), round(end, 1)))
        at = end + gap
    return Axis(tuple(runs), scale, gap)


def _year(day: int) -> int:
    return date.fromordinal(day).year


def span_of(text: str) -> tuple[int, int] | None:
    """First and last day of ``1951``, ``1951-06`` or ``1951-06-24``; nothing for what is no such date."""
    parts = text.split("-")
    if not (1 <= len(parts) <= 3 and len(parts[0]) == 4 and all(part.isdecimal() for part in parts)):
        return None
    numbers = [int(part) for part in parts]
    try:
        first = date(numbers[0], numbers[1] if len(parts) > 1 else 1, numbers[2] if len(parts) > 2 else 1)
        if len(parts) == 3:
            return first.toordinal(), first.toordinal()
        after = (
            date(first.year + 1, 1, 1) if len(parts) == 1 or first.month == 12 else date(first.year, first.month + 1, 1)
        )
    except ValueError:
        return None
    return first.toordinal(), after.toordinal() - 1

"""Whether a stretch touches one of many, without asking each: ``Overlaps([(0, 4), (9, 12)]).touch(3, 9)``."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Overlaps:
    """Stretches in order of their beginnings, each with the furthest end of those up to it."""

    __slots__ = ("_reached", "_starts")

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        """``stretches`` are pairs of first and last offset, in any order; they may overlap."""
        ordered = sorted(stretches)
        self._starts = [start for start, _ in ordered]
        self._reached = list(accumulate((end for _, end in ordered), max))

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them begins before ``end`` and ends behind ``start``."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._reached[before - 1] > start

    def hold(self, place: int) -> bool:
        """Whether a place lies in one of them."""
        before = bisect_right(self._starts, place)
        return before > 0 and self._reached[before - 1] > place

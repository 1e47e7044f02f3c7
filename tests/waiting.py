"""Waiting for what comes by itself, however slow the machine; and how slow it is, for tests that promise seconds."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import fmean
from typing import TypeVar

_Found = TypeVar("_Found")
LONG = 300.0
"""Seconds after which what has not come will not come."""


def until(find: Callable[[], _Found], what: str = "it", within: float = LONG) -> _Found:
    """What ``find`` gives, as soon as that is true; an AssertionError when it stays false."""
    end = time.monotonic() + within
    while not (found := find()):
        assert time.monotonic() < end, f"waited {within:g} s for {what}"
        time.sleep(0.02)
    return found


class Pace:
    """How long a piece of work takes here and now, beside the machine that our seconds are promised for."""

    def __init__(self) -> None:
        self._taken = [_work()]

    def look(self) -> None:
        """Take the time again."""
        self._taken.append(_work())

    @property
    def slowness(self) -> float:
        """So many times as long, never less than 1: seconds that are promised are multiplied by it."""
        return max(1.0, fmean(self._taken) / _PROMISED)


@contextmanager
def paced() -> Iterator[Pace]:
    """The pace of the machine while the block runs: of a machine that others use too it changes."""
    pace, over = Pace(), threading.Event()

    def look() -> None:
        while not over.wait(0.1):
            pace.look()

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    try:
        yield pace
    finally:
        over.set()
        thread.join()
        pace.look()


_PROMISED = 0.015
"""Seconds that `_work` takes on two idle cores of 2.5 GHz."""


def _work() -> float:
    begun = time.perf_counter()
    total = 0
    for number in range(100_000):
        total += number * number % 7
    assert total
    return time.perf_counter() - begun

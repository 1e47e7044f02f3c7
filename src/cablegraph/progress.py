"""How far a long work is, and how long its steps took: ``papers 24/73, 2.1 s left``."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of a long work: stage, how many of how many are done, seconds left (or None)."""

    stage: str
    done: int
    total: int
    eta: float | None = None


Tell = Callable[[Progress], None]


def silent(progress: Progress) -> None:
    """Tell nobody."""


class Counting:
    """Counts what is done and tells of it, with the time left at the rate so far."""

    def __init__(self, stage: str, total: int, done: int, tell: Tell) -> None:
        self._stage, self._total, self._done, self._tell = stage, total, done, tell
        self._start, self._start_done = time.monotonic(), done
        self._tell(Progress(stage, done, total))

    def count(self, more: int = 1) -> None:
        """So many more are done."""
        self._done += more
        made = self._done - self._start_done
        left = (time.monotonic() - self._start) / made * (self._total - self._done) if made else None
        self._tell(Progress(self._stage, self._done, self._total, left))


@dataclass(slots=True)
class Clock:
    """Seconds of each step, by name."""

    laps: dict[str, float] = field(default_factory=dict)
    _last: float = field(default_factory=time.monotonic)

    def lap(self, name: str) -> None:
        """The step of this name ends now."""
        now = time.monotonic()
        self.laps[name] = round(self.laps.get(name, 0.0) + now - self._last, 3)
        self._last = now

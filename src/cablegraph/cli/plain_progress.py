"""Progress where no bar can be drawn: a line every five seconds, ``papers 24/73, 2.1 a second, 23 s left``."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cablegraph.progress import Progress

EVERY = 5.0
"""Seconds between lines, whether or not anything was done meanwhile: one large volume may take a minute."""


@dataclass(slots=True)
class _Stage:
    """A step under way: when it began and with how many done, and how it is now."""

    since: float
    at_first: int
    step: Progress

    def line(self, now: float) -> str:
        step, spent = self.step, now - self.since
        made = step.done - self.at_first
        text = f"{step.stage:<10} {step.done}/{step.total}"
        if step.done >= step.total:
            return f"{text}, ending, {spent:.0f} s so far"
        if not made:
            return f"{text}, {spent:.0f} s so far"
        return f"{text}, {made / spent:.3g} a second, {spent / made * (step.total - step.done):.0f} s left"


class PlainProgress:
    """To be told of progress inside a ``with``; says a line every `EVERY` seconds of each step that is under way."""

    def __init__(
        self, say: Callable[[str], None], every: float = EVERY, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._say, self._every, self._clock = say, every, clock
        self._stages: dict[str, _Stage] = {}
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __call__(self, step: Progress) -> None:
        """Take note."""
        stage = self._stages.get(step.stage)
        if stage is None:
            self._stages[step.stage] = _Stage(self._clock(), step.done, step)
        else:
            stage.step = step

    def __enter__(self) -> PlainProgress:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._over.wait(self._every):
            self.look()

    def look(self) -> None:
        """Say a line of each step that is under way, or of the last one."""
        now, stages = self._clock(), list(self._stages.values())
        under_way = [stage for stage in stages if stage.step.done < stage.step.total] or stages[-1:]
        for stage in under_way:
            self._say(stage.line(now))

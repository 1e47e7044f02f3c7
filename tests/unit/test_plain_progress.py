"""Whoever pipes the messages sees a line at a time: with rate and time left, and also while nothing is done."""

from __future__ import annotations

from cablegraph.cli.plain_progress import PlainProgress
from cablegraph.progress import Progress
from tests.waiting import until


def test_a_line_is_said_of_each_step_under_way_though_nothing_is_done() -> None:
    said: list[str] = []
    with PlainProgress(said.append, every=0.05, clock=lambda: 7.0) as tell:
        tell(Progress("papers", 0, 1))
        until(lambda: len(said) >= 2, "two lines")
    assert set(said) == {"papers     0/1, 0 s so far"}


def test_a_line_has_the_rate_and_the_time_left() -> None:
    said: list[str] = []
    moments = iter([7.0, 7.2])
    tell = PlainProgress(said.append, clock=lambda: next(moments))
    tell(Progress("papers", 10, 110))
    tell(Progress("papers", 20, 110))
    tell.look()
    assert said == ["papers     20/110, 50 a second, 2 s left"]


def test_a_step_that_is_done_is_silent_while_another_is_under_way() -> None:
    said: list[str] = []
    tell = PlainProgress(said.append)
    tell(Progress("papers", 1, 1))
    tell.look()
    tell(Progress("load", 0, 2))
    tell.look()
    assert [line.split()[0] for line in said] == ["papers", "load"]

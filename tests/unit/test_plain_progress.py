"""Whoever pipes the messages sees a line at a time: with rate and time left, and also while nothing is done."""

from __future__ import annotations

import time

from cablegraph.cli.plain_progress import PlainProgress
from cablegraph.progress import Progress


def test_a_line_is_said_of_each_step_under_way_though_nothing_is_done() -> None:
    said: list[str] = []
    with PlainProgress(said.append, every=0.05) as tell:
        tell(Progress("papers", 0, 1))
        time.sleep(0.2)
    assert len(said) >= 2
    assert said[0].startswith("papers     0/1, 0 s so far")


def test_a_line_has_the_rate_and_the_time_left() -> None:
    said: list[str] = []
    with PlainProgress(said.append, every=0.2) as tell:
        tell(Progress("papers", 10, 110))
        time.sleep(0.1)
        tell(Progress("papers", 20, 110))
        time.sleep(0.15)
    rate, left = said[0].split(", ")[1:]
    assert 40 <= float(rate.removesuffix(" a second")) <= 60
    assert left in ("1 s left", "2 s left")


def test_a_step_that_is_done_is_silent_while_another_is_under_way() -> None:
    said: list[str] = []
    with PlainProgress(said.append, every=0.05) as tell:
        tell(Progress("papers", 1, 1))
        tell(Progress("load", 0, 2))
        time.sleep(0.12)
    assert {line.split()[0] for line in said} == {"load"}

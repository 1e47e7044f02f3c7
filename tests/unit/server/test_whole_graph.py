"""Processes that read the whole graph: few at once, each gone with its time or its reader."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from cablegraph.server import whole_graph
from cablegraph.server.refusals import Refused
from tests.waiting import LONG


def apart(work: Coroutine[Any, Any, None]) -> None:
    """Run it in a thread of its own: another test's loop may run in this one."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, work).result()


def sleeping(seconds: float, mark: str) -> tuple[str, ...]:
    """A module of the standard library, and what makes it take so long."""
    return "timeit", "-n", "1", "-r", "1", f"import time; time.sleep({seconds})  # {mark}"


def running(mark: str) -> int:
    """How many processes there are with this mark in their command."""
    found = 0
    for command in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            found += mark.encode() in command.read_bytes()
    return found


async def none_left(mark: str) -> None:
    async with asyncio.timeout(LONG):
        while running(mark):
            await asyncio.sleep(0.02)


def test_no_more_run_at_once_than_there_are_places_and_all_are_answered() -> None:
    async def ask() -> None:
        places, mark, most = asyncio.Semaphore(2), uuid.uuid4().hex, 0
        asked = [asyncio.ensure_future(whole_graph.run(places, *sleeping(0.3, mark), seconds=LONG)) for _ in range(5)]
        while not all(one.done() for one in asked):
            most = max(most, running(mark))
            await asyncio.sleep(0.02)
        assert [one.result()[0] for one in asked] == [0] * 5
        assert most == 2

    apart(ask())


def test_what_is_given_is_read_and_what_is_written_comes_back() -> None:
    async def ask() -> None:
        done = await whole_graph.run(asyncio.Semaphore(1), "json.tool", "--compact", given=b"[1, 2]", seconds=LONG)
        assert done == (0, b"[1,2]\n", b"")

    apart(ask())


def test_who_waits_too_long_is_told_to_come_again_and_what_runs_too_long_is_ended() -> None:
    async def ask() -> None:
        places, mark = asyncio.Semaphore(1), uuid.uuid4().hex
        first = asyncio.ensure_future(whole_graph.run(places, *sleeping(600, mark), seconds=600))
        while not running(mark):
            await asyncio.sleep(0.02)
        with pytest.raises(Refused) as waited:
            await whole_graph.run(places, "json.tool", seconds=0.01)
        assert (waited.value.problem.status, waited.value.problem.code) == (429, "busy")
        first.cancel()  # its reader has gone
        await asyncio.gather(first, return_exceptions=True)
        await none_left(mark)
        with pytest.raises(Refused) as ran:
            await whole_graph.run(places, *sleeping(600, mark), seconds=0.3)
        assert (ran.value.problem.status, ran.value.problem.code) == (503, "query-timeout")
        await none_left(mark)
        assert not places.locked()

    apart(ask())

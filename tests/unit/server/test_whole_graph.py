"""Processes that read the whole graph: few at once, each gone with its time or its reader."""

from __future__ import annotations

import asyncio

import pytest

from cablegraph.server import whole_graph
from cablegraph.server.refusals import Refused


class Child:
    """A process that takes a while, and knows how many others there are."""

    running = most = killed = 0
    returncode: int | None = None

    async def communicate(self, given: bytes) -> tuple[bytes, bytes]:
        Child.running += 1
        Child.most = max(Child.most, Child.running)
        await asyncio.sleep(0.02 if given != b"long" else 60)
        Child.running -= 1
        self.returncode = 0
        return given, b""

    def kill(self) -> None:
        Child.killed += 1
        Child.running -= 1


@pytest.fixture(autouse=True)
def made(monkeypatch: pytest.MonkeyPatch) -> None:
    async def exec_(*command: str, **pipes: int) -> Child:
        return Child()

    Child.running = Child.most = Child.killed = 0
    monkeypatch.setattr(asyncio, "create_subprocess_exec", exec_)


def test_no_more_run_at_once_than_there_are_places_and_all_are_answered() -> None:
    async def ask() -> list[tuple[int, bytes, bytes]]:
        places = asyncio.Semaphore(2)
        return await asyncio.gather(*(whole_graph.run(places, "a", given=b"%d" % n, seconds=60) for n in range(7)))

    assert [out for _, out, _ in asyncio.run(ask())] == [b"%d" % n for n in range(7)]
    assert Child.most == 2


def test_who_waits_too_long_is_told_to_come_again_and_what_runs_too_long_is_ended() -> None:
    async def ask() -> None:
        places = asyncio.Semaphore(1)
        first = asyncio.ensure_future(whole_graph.run(places, "a", given=b"long", seconds=60))
        await asyncio.sleep(0)
        with pytest.raises(Refused) as waited:
            await whole_graph.run(places, "a", seconds=0.01)
        assert (waited.value.problem.status, waited.value.problem.code) == (429, "busy")
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
        assert Child.killed == 1
        with pytest.raises(Refused) as ran:
            await whole_graph.run(places, "a", given=b"long", seconds=0.01)
        assert (ran.value.problem.status, ran.value.problem.code) == (503, "query-timeout")
        assert (Child.killed, Child.running) == (2, 0)
        assert not places.locked()

    asyncio.run(ask())

"""The query processes of a server: persistent, killable, with a warm spare; slow queries wait for one another only.

A query that runs longer than `SLOW` gives up its place: at most ``workers`` slow ones run, the rest are stopped where
they are and go on in turn. A process that runs over the wall clock, or whose client left, is killed and replaced.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import sys
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from cablegraph.settings import Settings

SLOW = 0.05
"""Seconds after which a query no longer holds a fast place."""
PARKED = 14
"""So many slow queries may wait, stopped, beside those that run."""


class BusyError(Exception):
    """No place, neither running nor waiting."""


class TimeOutError(Exception):
    """Over the wall clock."""


class CrashError(Exception):
    """The process ended under the query."""


class GoneError(Exception):
    """The client went away."""


@dataclass(slots=True, eq=False)
class Process:
    """One query process and its pipes."""

    child: asyncio.subprocess.Process
    alone: bool = False
    stopped: bool = False

    def stop(self) -> None:
        """Let it wait where it is."""
        self._signal(signal.SIGSTOP)
        self.stopped = True

    def resume(self) -> None:
        """Let it go on, behind the quick ones."""
        self._signal(signal.SIGCONT)
        self.stopped = False
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.child.pid, 10)

    def kill(self) -> None:
        """End it at once."""
        self._signal(signal.SIGKILL)

    def _signal(self, number: int) -> None:
        if self.child.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                self.child.send_signal(number)


@dataclass(slots=True)
class Counts:
    """What happened, for /metrics."""

    outcomes: dict[str, int] = field(default_factory=dict)
    kills: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0

    def count(self, table: dict[str, int], name: str) -> None:
        """One more."""
        table[name] = table.get(name, 0) + 1


class Workers:
    """The pool. ``start`` it inside a running loop; ``run`` requests; ``close`` kills whatever runs."""

    def __init__(self, settings: Settings, folder: str) -> None:
        self._settings, self._folder = settings, folder
        self._idle: deque[Process] = deque()
        self._all: set[Process] = set()
        self._leaving: list[Process] = []
        self._fast = asyncio.Semaphore(1 if settings.scratch else settings.workers)
        self._slow = asyncio.Semaphore(max(1, settings.workers))
        self._waiting = 0
        self._parked = 0
        self._closed = False
        self._single = settings.scratch
        """A writable store can be held by one process only: no spare, nobody gives up its place."""
        self._tasks: set[asyncio.Task[None]] = set()
        self.counts = Counts()

    async def start(self) -> None:
        """Start the processes and the spare."""
        wanted = 1 if self._single else self._settings.workers + 1
        made = await asyncio.gather(*(self._make() for _ in range(wanted)))
        self._idle.extend(made)

    async def close(self) -> None:
        """Kill every process."""
        self._closed = True
        for process in list(self._all):
            process.kill()
        await asyncio.gather(*(process.child.wait() for process in list(self._all)), return_exceptions=True)

    @property
    def states(self) -> dict[str, int]:
        """How many processes are idle, busy and stopped."""
        stopped = sum(1 for process in self._all if process.stopped)
        busy = len(self._all) - len(self._idle) - stopped
        return {"idle": len(self._idle), "busy": busy, "stopped": stopped}

    @property
    def queued(self) -> int:
        """How many requests wait for a place."""
        return self._waiting

    async def run(
        self,
        request: dict[str, Any],
        body: bytes,
        *,
        gone: asyncio.Event | None = None,
        timeout: float | None = None,
    ) -> tuple[dict[str, Any], bytes]:
        """One request to one process. Raises BusyError, TimeOutError, CrashError or GoneError."""
        if self._waiting >= self._settings.queue or self._closed:
            self.counts.count(self.counts.outcomes, "busy")
            raise BusyError
        begun = time.monotonic()
        try:
            reply = await self._run(request, body, gone, timeout or self._settings.timeout)
        except TimeOutError:
            self.counts.count(self.counts.outcomes, "timeout")
            raise
        except CrashError:
            self.counts.count(self.counts.outcomes, "crash")
            raise
        self.counts.seconds += time.monotonic() - begun
        self.counts.count(self.counts.outcomes, "ok" if reply[0].get("ok") else str(reply[0].get("error")))
        return reply

    async def _run(
        self, request: dict[str, Any], body: bytes, gone: asyncio.Event | None, timeout: float
    ) -> tuple[dict[str, Any], bytes]:
        self._waiting += 1
        try:
            await self._fast.acquire()
        finally:
            self._waiting -= 1
        place = _Place(self._fast)
        leaving: asyncio.Future[Any] | None = asyncio.ensure_future(gone.wait()) if gone is not None else None
        try:
            process = self._idle.popleft() if self._idle else await self._make()
            if process.child.returncode is not None:  # it ended while idle
                self._discard(process, "idle")
                process = await self._make()
            answer = asyncio.ensure_future(_exchange(process, request, body))
            try:
                reply = await self._wait(process, answer, leaving, place, timeout)
            except BaseException as error:
                self._discard(process, type(error).__name__.removesuffix("Error").lower())
                answer.cancel()
                with contextlib.suppress(BaseException):
                    await answer
                raise
            self._give_back(process)
            return reply
        finally:
            place.leave()
            if leaving is not None:
                leaving.cancel()

    async def _wait(
        self,
        process: Process,
        answer: asyncio.Future[tuple[dict[str, Any], bytes]],
        leaving: asyncio.Future[Any] | None,
        place: _Place,
        timeout: float,
    ) -> tuple[dict[str, Any], bytes]:
        """Wait for the answer: first in a fast place, then in a slow one, stopped while none is free."""
        watched: set[asyncio.Future[Any]] = {answer} | ({leaving} if leaving else set())
        left = timeout
        spent = left if self._single else min(SLOW, left)
        begun = time.monotonic()
        await asyncio.wait(watched, timeout=spent, return_when=asyncio.FIRST_COMPLETED)
        left -= time.monotonic() - begun
        if not self._single and not answer.done() and not (leaving and leaving.done()):
            await self._go_slow(process, place, leaving)
            begun = time.monotonic()
            await asyncio.wait(watched, timeout=max(left, 0), return_when=asyncio.FIRST_COMPLETED)
        if answer.done():
            return answer.result()
        if leaving is not None and leaving.done():
            raise GoneError
        raise TimeOutError

    async def _go_slow(self, process: Process, place: _Place, leaving: asyncio.Future[Any] | None) -> None:
        if self._slow.locked():
            if self._parked >= PARKED:
                raise BusyError
            process.stop()
            self._parked += 1
            place.leave()
            self._keep_spare()
            try:
                await _acquire_or_leave(self._slow, leaving)
            finally:
                self._parked -= 1
        else:
            await self._slow.acquire()
            place.leave()
            self._keep_spare()
        process.resume()
        place.enter(self._slow)

    def _give_back(self, process: Process) -> None:
        if self._closed or len(self._idle) > self._settings.workers:
            self._discard(process, "")
            return
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, process.child.pid, 2)
        self._idle.append(process)

    def _discard(self, process: Process, reason: str) -> None:
        process.kill()
        if process.stopped:
            process.resume()
        self._all.discard(process)
        if reason:
            self.counts.count(self.counts.kills, reason)
        self._leaving.append(process)
        self._later(self._bury(process))
        self._keep_spare()

    async def _bury(self, process: Process) -> None:
        await _reap(process)
        if process in self._leaving:
            self._leaving.remove(process)

    def _keep_spare(self) -> None:
        if not self._closed and not self._single and len(self._idle) < self._settings.workers:
            self._later(self._spare())

    async def _spare(self) -> None:
        process = await self._make()
        if self._closed or len(self._idle) > self._settings.workers:
            process.kill()
            self._all.discard(process)
            await _reap(process)
        else:
            self._idle.append(process)

    def _later(self, work: Any) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _make(self) -> Process:
        if self._single:  # the one before must have let go of the store
            await asyncio.gather(*(_reap(process) for process in self._leaving))
            self._leaving.clear()
        child = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "cablegraph.store.worker",
            str(self._settings.memory),
            self._folder,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            limit=1 << 22,
            start_new_session=True,
        )
        process = Process(child)
        self._all.add(process)
        assert child.stdout is not None
        line = await child.stdout.readline()
        process.alone = bool(line and json.loads(line).get("alone"))
        return process


class _Place:
    """A place among the fast or the slow, given back once."""

    def __init__(self, semaphore: asyncio.Semaphore | None) -> None:
        self._held = semaphore

    def leave(self) -> None:
        if self._held is not None:
            self._held.release()
            self._held = None

    def enter(self, semaphore: asyncio.Semaphore) -> None:
        self._held = semaphore


async def _acquire_or_leave(semaphore: asyncio.Semaphore, leaving: asyncio.Future[Any] | None) -> None:
    taking = asyncio.ensure_future(semaphore.acquire())
    watched: set[asyncio.Future[Any]] = {taking} | ({leaving} if leaving else set())
    try:
        await asyncio.wait(watched, return_when=asyncio.FIRST_COMPLETED)
    except BaseException:
        _untake(taking, semaphore)
        raise
    if not taking.done():
        _untake(taking, semaphore)
        raise GoneError


def _untake(taking: asyncio.Future[Any], semaphore: asyncio.Semaphore) -> None:
    if taking.done() and not taking.cancelled():
        semaphore.release()
    else:
        taking.cancel()


async def _exchange(process: Process, request: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
    stdin, stdout = process.child.stdin, process.child.stdout
    assert stdin is not None
    assert stdout is not None
    try:
        stdin.write(json.dumps({**request, "length": len(body)}).encode() + b"\n" + body)
        await stdin.drain()
        head = await stdout.readline()
        if not head:
            raise CrashError
        reply: dict[str, Any] = json.loads(head)
        return reply, await stdout.readexactly(reply["length"])
    except (ConnectionError, asyncio.IncompleteReadError) as error:
        raise CrashError from error


async def _reap(process: Process) -> None:
    await process.child.wait()

"""The query processes of a server: persistent, killable, with a warm spare; slow queries wait for one another only.

A query holds one of ``workers`` places for its first moments. One that takes longer gives its place up and runs beside
the others; one that is slow (endpoint.md: over half a second) runs on all processes but one, and while those are taken
is stopped where it is. Over the wall clock, or when its client leaves, its process is killed and another forked.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import socket
import time
from collections import Counter, deque
from pathlib import Path
from typing import Any

from cablegraph.server.nursery import Nursery
from cablegraph.server.patience import LENGTHY, is_lengthy, is_slow
from cablegraph.server.processes import (
    OUTCOMES,
    BusyError,
    Counts,
    CrashError,
    GoneError,
    Job,
    Leaving,
    Process,
    Reply,
    State,
    TimeOutError,
    fail,
    left,
    watch_for,
)
from cablegraph.settings import Settings
from cablegraph.store.worker import frame

TICK = 0.02
"""Seconds between looks at what runs."""
BESIDE = 12
"""So many lengthy queries run beside the short ones."""
PARKED = 8
"""So many slow queries wait stopped where they are; more are ended, and begun again in their turn."""
LINGER = 5.0
"""Seconds for which processes stay that a moment ago were wanted: to fork and open a store again costs more."""
AHEAD = 2
"""So many short queries are given out beyond ``workers``: their processes have work while the front reads answers."""
SWIFT = 0.002
"""While queries take fewer seconds of CPU in the mean, some are given out ahead; longer ones would share the caches."""
SWEPT = 0.5
"""Seconds after its end at which the files of a process are removed; an answer before that is being sent by then."""
ENDING = 1.0
"""Seconds that killed processes get to end before the server does."""
FAT = 512 << 20
"""A slow query that already holds so many bytes is not kept stopped."""


class Workers:
    """The pool. ``start`` it inside a running loop; ``run`` requests; ``close`` kills whatever runs."""

    def __init__(self, settings: Settings, folder: str) -> None:
        self._settings, self._folder = settings, folder
        self._single = settings.scratch
        """A writable store can be held by one process only: no spare, nobody gives up its place."""
        self._places = 1 if self._single else settings.workers + AHEAD
        self._slow_places = max(1, settings.workers - 1)
        self._usual = 0.0
        """Seconds of CPU that a short query takes in the mean of the last few."""
        self._all: set[Process] = set()
        self._idle: list[Process] = []
        self._queue: deque[Job] = deque()
        self._again: deque[Job] = deque()
        """Slow queries that were ended and wait to begin again."""
        self._parked: deque[Process] = deque()
        self._nursery = Nursery(settings.memory, folder)
        self._timer: asyncio.TimerHandle | None = None
        self._first: asyncio.Future[None] | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._states: Counter[State] = Counter()
        self._closed = False
        self._enough = 0.0
        """When there was last no process too many."""
        self._warm = b""
        self.counts = Counts()

    # ---------------------------------------------------------------- from outside

    async def start(self, store: str) -> None:
        """Start the nursery and the processes, this store open; return when one can answer."""
        self.follow(store)
        self._loop = asyncio.get_running_loop()
        self._first = self._loop.create_future()
        self._fill()
        await asyncio.wait_for(self._first, 30)

    async def close(self) -> None:
        """Kill every process; who still waits is told."""
        self._closed = True
        if self._timer is not None:
            self._timer.cancel()
        for job in (*self._queue, *self._again):
            fail(job, BusyError())
        for process in list(self._all):
            process.signal(signal.SIGKILL)
        end = time.monotonic() + ENDING
        while any(process.pid for process in self._all) and time.monotonic() < end:
            await asyncio.sleep(TICK / 4)  # until then they may write into the folder, which is to be removed
        for process in list(self._all):
            process.kill()
        await asyncio.to_thread(self._nursery.close)

    def follow(self, store: str) -> None:
        """Let every process open this store before it is asked."""
        request = {"op": "open", "store": store, "writable": self._single}
        self._warm = json.dumps(request).encode()
        far = time.monotonic() + 3600
        for process in self._idle:
            process.state = "opening"
            process.send(Job(frame(request), self._loop.create_future(), far, far, None))
        self._idle.clear()

    @property
    def states(self) -> dict[str, int]:
        """How many processes are in which state."""
        return {name: self._states[name] for name in ("idle", "short", "lengthy", "slow", "parked")}

    @property
    def queued(self) -> int:
        """How many requests wait for a place."""
        return len(self._queue) + len(self._again)

    @property
    def alone(self) -> bool:
        """Whether the processes have left the network."""
        return all(process.alone for process in self._all if process.state != "starting")

    async def run(
        self,
        request: dict[str, Any] | bytes,
        body: bytes,
        *,
        gone: Leaving | None = None,
        timeout: float | None = None,
        whole: bool = False,
    ) -> Reply:
        """One request to one process; a ``whole`` one is never begun again.

        Raises BusyError, TimeOutError, CrashError or GoneError.
        """
        if self.queued >= self._settings.queue or self._closed:
            self.counts.count(self.counts.outcomes, "busy")
            raise BusyError
        asked = time.monotonic()
        until = asked + (timeout or self._settings.timeout)
        job = Job(frame(request, body), self._loop.create_future(), asked, until, gone, whole=whole)
        if gone is not None:
            gone.then = lambda: self._forget(job)
        self._queue.append(job)
        self._deal()
        if self._timer is None:
            self._timer = self._loop.call_later(TICK, self._tick)
        outcome = "ok"
        try:
            reply = await job.answer
            outcome = "ok" if reply[0].get("ok") else str(reply[0].get("error"))
        except BaseException as error:
            outcome = OUTCOMES.get(type(error), "gone")
            if isinstance(error, asyncio.CancelledError):
                self._forget(job)
            raise
        finally:
            self.counts.seconds += time.monotonic() - asked
            self.counts.count(self.counts.outcomes, outcome)
        return reply

    # ---------------------------------------------------------------- from the processes

    def started(self, process: Process) -> None:
        """A process is ready."""
        process.state = "idle"
        self._idle.append(process)
        if self._first is not None and not self._first.done():
            self._first.set_result(None)
        self._deal()

    def answered(self, process: Process, reply: Reply) -> None:
        """A process has done its work."""
        job, process.job = process.job, None
        was = process.state
        if job is not None and not job.answer.done():
            job.answer.set_result(reply)
        elif spooled := reply[0].get("spooled"):  # nobody waits for it any more
            Path(spooled).unlink(missing_ok=True)
        if process.state == "ended":
            return
        if was == "slow":  # it runs behind the others now, and that cannot be taken back
            process.state = "ended"
            process.kill()
        else:
            if was == "short":
                self._usual += (min(process.worked(), LENGTHY) - self._usual) / 8
            process.state = "idle"
            self._idle.append(process)
        self._deal()

    def ended(self, process: Process) -> None:
        """A process is gone."""
        if process in self._all:
            self._all.discard(process)
            self.count_state(process.state, -1)
        with contextlib.suppress(ValueError):
            self._idle.remove(process)
        with contextlib.suppress(ValueError):
            self._parked.remove(process)
        if (job := process.job) is not None:
            process.job = None
            self._sweep(process)
            self.counts.count(self.counts.kills, "crash")
            if self._closed or job.tried > self._places + 1 or job.whole or process.toiled(job, LENGTHY):
                fail(job, CrashError())
            else:
                job.tried += 1
                self._queue.appendleft(job)
                self._bury()
        if not self._closed:
            self._deal()

    def _bury(self) -> None:
        """Where one process ended unasked, others may have too: a query is not handed from one to the next."""
        for process in [process for process in self._idle if process.dead()]:
            self._idle.remove(process)
            process.state = "ended"
            process.kill()

    # ---------------------------------------------------------------- dealing

    def _deal(self) -> None:
        """Give waiting requests to idle processes, as far as there are places."""
        places = self._places if self._single or self._usual < SWIFT else self._places - AHEAD
        while self._queue and self._idle and self._running("short") < places:
            job = self._queue.popleft()
            if not job.answer.done():
                self._begin(job, "short")
        if self._parked or self._again:
            self._next_slow()
        self._fill()

    def _next_slow(self) -> None:
        while self._running("slow") < self._slow_places:
            if self._parked:
                process = self._parked.popleft()
                process.state = "slow"
                process.signal(signal.SIGCONT)
            elif self._again and len(self._idle) > 1:
                job = self._again.popleft()
                if not job.answer.done():
                    self._behind(self._begin(job, "slow"))
            else:
                return

    def _begin(self, job: Job, state: State) -> Process:
        process = self._idle.pop()
        process.state = state
        process.send(job)
        return process

    def count_state(self, state: State, step: int) -> None:
        """Keep count of the processes in each state."""
        self._states[state] += step

    def _running(self, state: State) -> int:
        return self._states[state]

    def _fill(self) -> None:
        """Have a process ready for each free place, and a spare."""
        if self._closed or self._first is None:
            return
        coming = self._running("starting") + self._running("opening")
        wanted = 1 if self._single else self._places - self._running("short") + 1
        room = 1 if self._single else self._places + BESIDE + PARKED + self._slow_places + 2
        while len(self._idle) + coming < wanted and len(self._all) < room:
            ours, shared = self._nursery.fork(self._warm)
            process = Process(self, shared)
            self._all.add(process)
            self.count_state("starting", 1)
            coming += 1
            self._later(self._adopt(process, ours))
        if len(self._idle) <= wanted + 1:
            self._enough = time.monotonic()
        elif time.monotonic() - self._enough > LINGER:
            for spare in self._idle[: -wanted - 1]:
                spare.state = "ended"
                spare.kill()
            del self._idle[: -wanted - 1]

    async def _adopt(self, process: Process, ours: socket.socket) -> None:
        ours.setblocking(False)
        await self._loop.create_unix_connection(lambda: process, sock=ours)

    def _later(self, work: Any) -> None:
        task = self._loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    # ---------------------------------------------------------------- the clock

    def _tick(self) -> None:
        """Look at what runs and waits: who is late, gone, lengthy or slow."""
        now = time.monotonic()
        for waiting in (self._queue, self._again):
            for job in [job for job in waiting if now > job.deadline or left(job)]:
                waiting.remove(job)
                fail(job, GoneError() if left(job) else BusyError())
        for waiting in (self._queue, self._again):
            for job in waiting:
                watch_for(job)
        for process in [process for process in self._all if process.job is not None]:
            self._look(process, now)
        self._deal()
        busy = self._queue or self._again or any(process.job is not None for process in self._all)
        self._timer = self._loop.call_later(TICK, self._tick) if busy and not self._closed else None
        if self._timer is None and len(self._idle) > self._places + 2:
            self._loop.call_later(LINGER + 1, self._fill)

    def _look(self, process: Process, now: float) -> None:
        job = process.job
        assert job is not None
        process.look()
        watch_for(job)
        if job.answer.done():
            self._end(process, "gone")
        elif left(job):
            fail(job, GoneError())
            self._end(process, "gone")
        elif now > job.deadline:
            fail(job, TimeOutError())
            self._end(process, "timeout")
        elif (
            process.state == "short"
            and not self._single
            and is_lengthy(process, job, now)
            and self._running("lengthy") < BESIDE
        ):
            process.state = "lengthy"
        elif process.state == "lengthy" and is_slow(process, job, now):
            self._give_way(process, job)

    def _give_way(self, process: Process, job: Job) -> None:
        if self._running("slow") < self._slow_places:
            process.state = "slow"
            self._behind(process)
        elif len(self._parked) < PARKED and process.resident() < FAT:
            process.state = "parked"
            process.signal(signal.SIGSTOP)
            self._behind(process)
            self._parked.append(process)
        else:
            self._again.append(job)
            process.job = None
            self._end(process, "again")

    def _behind(self, process: Process) -> None:
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, process.pid, 15)

    def _end(self, process: Process, reason: str) -> None:
        self.counts.count(self.counts.kills, reason)
        process.job = None
        self._sweep(process)
        with contextlib.suppress(ValueError):
            self._parked.remove(process)
        process.state = "ended"
        process.kill()

    def _sweep(self, process: Process) -> None:
        """Remove what a process leaves of a result that it was writing; a moment later, for it may not be dead yet."""

        def remove() -> None:
            for path in Path(self._folder).glob(f"result-{process.pid}-*"):
                path.unlink(missing_ok=True)

        if process.pid:
            self._loop.call_later(SWEPT, remove)

    def _forget(self, job: Job) -> None:
        """Whoever waited is no longer there."""
        fail(job, GoneError())
        for process in self._all:
            if process.job is job:
                self._end(process, "gone")
                return
        for waiting in (self._queue, self._again):
            with contextlib.suppress(ValueError):
                waiting.remove(job)

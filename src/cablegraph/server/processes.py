"""One query process as the front holds it, the request it has in hand, and how a request may end."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import select
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal, Protocol

from cablegraph.store.worker import LENGTHS


class BusyError(Exception):
    """No place, neither running nor waiting."""


class TimeOutError(Exception):
    """Over the wall clock."""


class CrashError(Exception):
    """The process ended under the query."""


class GoneError(Exception):
    """The client went away."""


OUTCOMES: dict[type[BaseException], str] = {BusyError: "busy", TimeOutError: "timeout", CrashError: "crash"}
"""What /metrics calls them."""


@dataclass(slots=True)
class Counts:
    """What happened, for /metrics."""

    outcomes: dict[str, int] = field(default_factory=dict)
    kills: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0

    def count(self, table: dict[str, int], name: str) -> None:
        """One more."""
        table[name] = table.get(name, 0) + 1


Reply = tuple[dict[str, Any], bytes]


class Leaving:
    """Whether the client has left; who waits for that is called at once.

    ``watch`` begins to look for it: most queries are answered before that is worth a task.
    """

    __slots__ = ("_gone", "then", "watch")

    def __init__(self, watch: Callable[[], None] | None = None) -> None:
        self._gone = False
        self.watch = watch
        self.then: Callable[[], None] | None = None

    def set(self) -> None:
        """The client has left."""
        self._gone = True
        if self.then is not None:
            self.then()

    def is_set(self) -> bool:
        """Whether it has."""
        return self._gone


State = Literal["starting", "idle", "opening", "short", "lengthy", "slow", "parked", "ended"]


@dataclass(slots=True, eq=False)
class Job:
    """A request on its way: its frame, who waits for it, and until when."""

    frame: bytes
    answer: asyncio.Future[Reply]
    asked: float
    deadline: float
    gone: Leaving | None
    begun: float = 0.0
    tried: int = 0
    """How often a process ended under it at once: perhaps it was ending anyway."""
    whole: bool = False
    """A change: never stopped half-way to begin again."""


class Pool(Protocol):
    """What a process tells of itself."""

    def count_state(self, state: State, step: int) -> None:
        """Keep count of the processes in each state."""

    def started(self, process: Process) -> None:
        """A process is ready."""

    def answered(self, process: Process, reply: Reply) -> None:
        """A process has done its work."""

    def ended(self, process: Process) -> None:
        """A process is gone."""


class Process(asyncio.Protocol):
    """One query process, as the front holds it: a socket, and a handle to kill it by."""

    def __init__(self, pool: Pool, shared: int) -> None:
        self._pool = pool
        self._shared = shared
        """Memory that it holds too: a large answer lies there."""
        self._rest = b""
        """What has come of the next answer."""
        self._handle = -1
        self.pid = 0
        self.alone = False
        self._cpu = 0.0
        self.seen_working = 0.0
        """Seconds of CPU that it had used on its request when it was last looked at."""
        self._state: State = "starting"
        self.job: Job | None = None
        self.transport: asyncio.Transport | None = None

    @property
    def state(self) -> State:
        """What it is doing; the pool keeps count."""
        return self._state

    @state.setter
    def state(self, state: State) -> None:
        self._pool.count_state(self._state, -1)
        self._pool.count_state(state, 1)
        self._state = state

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Our end of the socket is ready."""
        self.transport = transport  # type: ignore[assignment]

    def data_received(self, data: bytes) -> None:
        """Bytes of an answer: mostly one whole frame."""
        data = self._rest + data
        while len(data) >= LENGTHS.size:
            head, body = LENGTHS.unpack_from(data)
            end = LENGTHS.size + head + body
            if len(data) < end:
                break
            begin = LENGTHS.size + head
            self._say(_head(data[LENGTHS.size : begin]), data[begin:end])
            data = data[end:]
        self._rest = data

    def _say(self, head: dict[str, Any], body: bytes) -> None:
        """Tell the pool of an answer, with its bytes wherever they are: the next one will lie where they are now."""
        if self.state == "starting":
            self._ready(head)
            return
        if size := head.get("shared"):
            body = os.pread(self._shared, size, 0)
        self._pool.answered(self, (head, body))

    def connection_lost(self, exc: Exception | None) -> None:
        """The process ended, by us or by itself."""
        if self._shared >= 0:
            os.close(self._shared)
            self._shared = -1
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1
        self._pool.ended(self)

    def send(self, job: Job) -> None:
        """Hand it a request."""
        assert self.transport is not None
        self.job = job
        job.begun = time.monotonic()
        self.seen_working = 0.0
        with contextlib.suppress(OSError):
            self._cpu = _cpu_clock(self.pid)
        self.transport.write(job.frame)

    def kill(self) -> None:
        """End it at once."""
        self.signal(signal.SIGKILL)
        if self.transport is not None:
            self.transport.abort()

    def signal(self, number: int) -> None:
        """Stop, continue or end it; by a handle that no other process can come to own."""
        with contextlib.suppress(ProcessLookupError):
            if self._handle >= 0:
                signal.pidfd_send_signal(self._handle, number)
            elif self.pid and self.transport is not None and not self.transport.is_closing():
                os.kill(self.pid, number)

    def dead(self) -> bool:
        """Whether it has ended, though its socket has not told us yet."""
        if self._handle < 0:
            return False
        poll = select.poll()
        poll.register(self._handle, select.POLLIN)
        return bool(poll.poll(0))

    def worked(self) -> float:
        """Seconds of CPU it has used since it was handed its request; endless where that cannot be told."""
        try:
            return _cpu_clock(self.pid) - self._cpu
        except OSError:
            return float("inf")

    def look(self) -> None:
        """Take note of how long it has worked, for when it has ended nobody can tell."""
        if (worked := self.worked()) < float("inf"):
            self.seen_working = worked

    def toiled(self, job: Job, seconds: float) -> bool:
        """Whether it was at work on this request for so long; where it had not begun, others may."""
        return (self.seen_working if _CLOCKS else time.monotonic() - job.begun) > seconds

    def resident(self) -> int:
        """Bytes of memory it holds; 0 where that cannot be told."""
        try:
            with open(f"/proc/{self.pid}/statm", encoding="ascii") as stream:
                return int(stream.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except OSError:
            return 0

    def _ready(self, reply: dict[str, Any]) -> None:
        self.pid, self.alone = int(reply["pid"]), bool(reply["alone"])
        with contextlib.suppress(OSError, AttributeError):
            self._handle = os.pidfd_open(self.pid)
        self._pool.started(self)


@lru_cache(maxsize=1024)
def _head(text: bytes) -> dict[str, Any]:
    """The head of an answer; most are alike. Nobody changes it."""
    head: dict[str, Any] = json.loads(text)
    return head


def _cpu_clock(pid: int) -> float:
    """CPU seconds of another process: clock_getcpuclockid(3) makes the number of its clock so."""
    return time.clock_gettime((~pid << 3) | 2)


def _clocks() -> bool:
    try:
        return _cpu_clock(os.getpid()) > 0
    except OSError:
        return False


_CLOCKS = _clocks()
"""Whether this platform tells the CPU seconds of another process."""


def left(job: Job) -> bool:
    return job.gone is not None and job.gone.is_set()


def watch_for(job: Job) -> None:
    """Begin to look whether a client leaves, at the first look at its job: most queries are answered before."""
    if job.gone is not None and job.gone.watch is not None:
        job.gone.watch()
        job.gone.watch = None


def fail(job: Job, error: Exception) -> None:
    if not job.answer.done():
        job.answer.set_exception(error)

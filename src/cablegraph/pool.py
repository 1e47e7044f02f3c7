"""Processes that take batches as they come, two ahead of each, and end when the process that started them is killed."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TypeVar

from cablegraph.errors import CablegraphError

_In = TypeVar("_In")
_Out = TypeVar("_Out")


def in_pool(
    work: Callable[[_In], _Out],
    batches: Iterable[_In],
    jobs: int,
    begin: Callable[..., None] | None = None,
    arguments: tuple[object, ...] = (),
    *,
    ordered: bool = False,
) -> Iterator[_Out]:
    """Results of ``work`` as they come, or in the order of the batches. ``jobs`` processes (0: as many as cores).

    ``begin(*arguments)`` runs once in each process. Raises what ``work`` raises; CablegraphError if one dies.
    """
    jobs = jobs or os.cpu_count() or 1
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, context, _begin, (os.getpid(), begin, arguments)) as pool:
        waiting: list[Future[_Out]] = []
        try:
            for batch in batches:
                with deaf():
                    waiting.append(pool.submit(work, batch))
                if len(waiting) >= 2 * jobs:
                    yield from _done(waiting, ordered)
            while waiting:
                yield from _done(waiting, ordered)
        except BrokenProcessPool as error:
            notes = ("most likely memory ran out: use fewer processes, -j 1", "papers already read are not read again")
            raise CablegraphError("a process that reads papers was ended from outside", notes=notes) from error
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                end_children()
            pool.shutdown(cancel_futures=True)  # and wait: a thread of it that outlives us writes to a closed pipe
            raise


@contextmanager
def deaf() -> Iterator[None]:
    """Processes started within do not hear Ctrl-C, which a terminal sends to all: who started them ends them."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # a process begins with the mask of its parent
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_children() -> None:
    """Kill the processes that this one has started: what they had in hand is made again next time."""
    for process in multiprocessing.active_children():
        process.kill()


def _done(waiting: list[Future[_Out]], ordered: bool) -> Iterator[_Out]:
    """Take out what is done, at least one: the first, or whatever comes first."""
    done = {waiting[0]} if ordered else wait(waiting, return_when=FIRST_COMPLETED).done
    waiting[:] = [future for future in waiting if future not in done]
    yield from (future.result() for future in done)


def _begin(parent: int, begin: Callable[..., None] | None, arguments: tuple[object, ...]) -> None:
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()
    if begin is not None:
        begin(*arguments)


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)

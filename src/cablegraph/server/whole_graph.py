"""Processes that read the whole graph, for a file or a dump: few at once, each ended with its time or its reader."""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import PIPE

from cablegraph.server.problems import Problem
from cablegraph.server.refusals import Refused


async def run(
    place: asyncio.Semaphore, module: str, *arguments: str, given: bytes = b"", seconds: float | None = None
) -> tuple[int, bytes, bytes]:
    """How a process ended, what it wrote and what it said.

    It waits for a place: each takes a processor and 150 MiB. Raises Refused, 429 when it has waited too long and 503
    when it has run too long.
    """
    try:
        async with asyncio.timeout(seconds):
            await place.acquire()
    except TimeoutError as error:
        hint = ("ask again when they are done",)
        busy = Problem(429, "busy", "Too many files are being made.", hint, headers=(("retry-after", "10"),))
        raise Refused(busy) from error
    try:
        return await _run((sys.executable, "-m", module, *arguments), given, seconds)
    finally:
        place.release()


async def _run(command: tuple[str, ...], given: bytes, seconds: float | None) -> tuple[int, bytes, bytes]:
    child = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, stderr=PIPE)
    try:
        out, said = await asyncio.wait_for(child.communicate(given), seconds)
    except TimeoutError as error:
        hint = ("ask for less: from, to, topic", "run it with: cablegraph export")
        raise Refused(Problem(503, "query-timeout", "The export took too long.", hint)) from error
    finally:
        if child.returncode is None:
            child.kill()
    return child.returncode or 0, out, said

"""How long a query may run before it gives up its place, and before it is slow: by the clock and by what it worked."""

from __future__ import annotations

from cablegraph.server.processes import Job, Process

LENGTHY = 0.05
"""Seconds of CPU, or twice as many of any kind, after which a query no longer holds a place."""
SLOW = 0.5
"""Seconds after which a query is slow, if it has worked for `WORKED` of them: a busy machine makes no query slow."""
WORKED = 0.4
"""Seconds of CPU."""


def is_lengthy(process: Process, job: Job, now: float) -> bool:
    """Whether a query gives up its place and runs beside the others."""
    ran = now - job.begun
    return ran > LENGTHY and (ran > 2 * LENGTHY or process.worked() > LENGTHY)


def is_slow(process: Process, job: Job, now: float) -> bool:
    """Whether a lengthy query waits for the slow ones; one that changes the store never does."""
    ran = now - job.begun
    return ran > SLOW and not job.whole and (process.worked() > WORKED or ran > 4 * SLOW)

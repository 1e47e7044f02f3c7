"""What keeps a server running: health, readiness, metrics, and one JSON log line a request (product section 9)."""

from __future__ import annotations

import asyncio
import json
import logging
import sys
import time
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, PlainTextResponse, Response
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from cablegraph.server.door import Door
from cablegraph.server.refusals import Refused

router = APIRouter(tags=["operation"])
FRESH = 5.0
"""Seconds for which an answer of a query process counts as proof that it works."""


def door_of(request: Request) -> Door:
    """The door that the application stands on."""
    door: Door = request.app.state.door
    return door


@router.get("/healthz", response_class=PlainTextResponse, summary="Is the process alive?")
async def healthz() -> str:
    """Always 200 while the process answers."""
    return "alive\n"


@router.get("/readyz", summary="Is a graph open, and does a query process answer?")
async def readyz(request: Request) -> Response:
    """200 when a query process answered within the last five seconds, else 503 with the reason."""
    door = door_of(request)
    if time.monotonic() - door.last_answer > FRESH:
        try:
            await door.ping()
        except Refused as refused:
            return JSONResponse({"ready": False, "reason": refused.problem.detail}, 503)
    return JSONResponse({"ready": True, "generation": door.generation})


class _Metrics(Collector):
    def __init__(self, door: Door) -> None:
        self._door = door

    def collect(self) -> list[Metric]:
        """Counters and gauges as they stand."""
        door = self._door
        workers = door.workers
        queries = CounterMetricFamily("cablegraph_queries", "Queries by outcome.", labels=["outcome"])
        for outcome, number in sorted(workers.counts.outcomes.items()):
            queries.add_metric([outcome], number)
        kills = CounterMetricFamily("cablegraph_worker_kills", "Query processes ended by us.", labels=["reason"])
        for reason, number in sorted(workers.counts.kills.items()):
            kills.add_metric([reason], number)
        states = GaugeMetricFamily("cablegraph_workers", "Query processes by state.", labels=["state"])
        for state, number in workers.states.items():
            states.add_metric([state], number)
        generation = GaugeMetricFamily("cablegraph_generation_info", "The current generation.", labels=["id"])
        generation.add_metric([door.generation], 1)
        return [
            queries,
            kills,
            states,
            generation,
            CounterMetricFamily("cablegraph_query_seconds", "Seconds spent in queries.", value=workers.counts.seconds),
            GaugeMetricFamily("cablegraph_queue_depth", "Requests waiting for a process.", value=workers.queued),
            CounterMetricFamily("cablegraph_cache_hits", "Results answered from the cache.", value=door.cache.hits),
        ]


@router.get("/metrics", response_class=PlainTextResponse, summary="Counters for Prometheus.")
async def metrics(request: Request) -> PlainTextResponse:
    """Prometheus text format."""
    registry = CollectorRegistry()
    registry.register(_Metrics(door_of(request)))
    return PlainTextResponse(generate_latest(registry), media_type="text/plain; version=0.0.4; charset=utf-8")


class JsonLines(logging.Formatter):
    """One JSON object a line: time, level, event, and what the record carries as ``facts``."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        facts: dict[str, Any] = getattr(record, "facts", {})
        if record.exc_info:
            facts = {**facts, "error": self.formatException(record.exc_info)}
        return line(record.created, record.levelname.lower(), record.getMessage(), facts)


def line(moment: float, level: str, event: str, facts: Mapping[str, Any]) -> str:
    """What happened at a second of the Unix time, as one JSON object."""
    written = f"{_second(int(moment))}.{int(moment % 1 * 1000):03}Z"
    return _JSON({"time": written, "level": level, "event": event, **facts})


_JSON = json.JSONEncoder(ensure_ascii=False).encode


@lru_cache(maxsize=2)
def _second(moment: int) -> str:
    """A second of the Unix time as a log writes it, made once for all its requests."""
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(moment))


class RequestLog:
    """The lines of the log for requests, written together ten times a second: one for each is dear.

    What is not written when the process is killed is lost; `flush` before anything else is said, and at the end.
    """

    def __init__(self, logger: logging.Logger) -> None:
        self._logger = logger
        self._waiting: list[tuple[float, dict[str, Any]]] = []

    def add(self, facts: dict[str, Any]) -> None:
        """A request that was answered. Inside a running loop."""
        if not self._waiting:
            asyncio.get_running_loop().call_later(TOGETHER, self.flush)
        self._waiting.append((time.time(), facts))

    def flush(self) -> None:
        """Write what waits."""
        waiting, self._waiting = self._waiting, []
        for handler in self._logger.handlers if waiting else ():
            if isinstance(handler, logging.StreamHandler):
                plain = not isinstance(handler.formatter, JsonLines)
                lines = (f"request {facts}" if plain else line(at, "info", "request", facts) for at, facts in waiting)
                handler.stream.write("".join(f"{text}\n" for text in lines))
                handler.flush()


TOGETHER = 0.1
"""Seconds whose requests are written to the log together."""


def set_up_logging(level: str) -> logging.Logger:
    """Our logger on stderr: text on a terminal, JSON lines otherwise.

    No line says which thread, process or place in the program it comes from, and nobody is asked for that either
    (Python's logging cookbook, "Optimization").
    """
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    logging._srcfile = None
    logger = logging.getLogger("cablegraph")
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s %(facts)s") if sys.stderr.isatty() else JsonLines())
    logger.handlers[:] = [handler]
    logger.setLevel(level.upper())
    logger.propagate = False
    return logger

"""The door: pages, API and SPARQL over one generation of the graph."""

from __future__ import annotations

import gc
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cablegraph.settings import Settings

if TYPE_CHECKING:
    import uvicorn

    from cablegraph.server.app import Front

GRACE = 3
"""Seconds that running answers get after Ctrl-C or SIGTERM; the processes are killed after it."""


def create_app(settings: Settings) -> Front:
    """The ASGI application for these settings."""
    from cablegraph.server.app import create_app

    return create_app(settings)


def serve(settings: Settings, listener: socket.socket) -> int:
    """Run uvicorn on a listening socket until Ctrl-C or SIGTERM; 0 then, 1 when the application cannot start."""
    import uvicorn

    from cablegraph.server.connection import OneWrite
    from cablegraph.server.operation import set_up_logging

    set_up_logging(settings.log)
    _many_files()
    application = create_app(settings)
    settle()
    config = uvicorn.Config(
        application,
        http=OneWrite,
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=GRACE,
        timeout_keep_alive=30,
        root_path=settings.root_path,
        server_header=False,
        backlog=2048,
    )
    server = uvicorn.Server(config)
    with _ending(server):
        server.run(sockets=[listener])
    return 0 if server.started else 1


@contextmanager
def _ending(server: uvicorn.Server) -> Iterator[None]:
    """End with 0 on a signal: uvicorn raises it again when it is done, which would end us by it."""
    before = {number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _many_files() -> None:
    """Room for thousands of idle connections: each is an open file."""
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def settle() -> None:
    """Look for garbage less often, and never through what was imported: a request leaves hardly any cycles."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)

"""The door: pages, API and SPARQL over one generation of the graph."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

from cablegraph.settings import Settings

if TYPE_CHECKING:
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

    from cablegraph.server.operation import set_up_logging

    set_up_logging(settings.log)
    config = uvicorn.Config(
        create_app(settings),
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=GRACE,
        timeout_keep_alive=30,
        root_path=settings.root_path,
        server_header=False,
        backlog=2048,
    )
    server = uvicorn.Server(config)
    server.run(sockets=[listener])
    return 0 if server.started else 1

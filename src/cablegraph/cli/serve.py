"""``serve`` and ``generations``: the door, and which version of the graph stands behind it."""

from __future__ import annotations

import errno
import os
import shlex
import socket
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import click

from cablegraph.cli.console import Console, Seconds
from cablegraph.errors import CablegraphError, StoreError
from cablegraph.settings import Settings

NEAR = 100
"""Ports that are tried for one that is free."""


@click.command(short_help="Pages, API and SPARQL.")
@click.option("--host", default=None, help="Address to listen on (default 127.0.0.1).")
@click.option("-p", "--port", type=click.IntRange(0, 65535), default=None, help="Port (default 8000).")
@click.option("--workers", type=click.IntRange(1), default=None, help="Query processes (default 2).")
@click.option("--timeout", type=Seconds(), default=None, help="Seconds a query may take (default 10).")
@click.option("--open", "open_browser", is_flag=True, help="Open a browser.")
@click.option("--reload", is_flag=True, help="Pick up edited query files.")
@click.option("--store", "store", metavar="URL", default=None, help="Stand before this SPARQL 1.1 service.")
@click.option("--scratch", is_flag=True, help="An empty, writable store for trials.")
@click.pass_obj
def serve(
    console: Console,
    host: str | None,
    port: int | None,
    workers: int | None,
    timeout: float | None,
    open_browser: bool,
    reload: bool,
    store: str | None,
    scratch: bool,
) -> int:
    """Serve the current generation until Ctrl-C.

    \b
    Example:  cablegraph serve --port 8001
    """
    given = {"host": host, "workers": workers, "timeout": timeout, "store": store}
    return run_server(console, port=port, open_browser=open_browser, reload=reload, scratch=scratch, **given)


def _shows_pages() -> bool:
    """Whether this machine may have a browser to open: one without a screen would only complain."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
    return sys.platform in ("darwin", "win32") or any(os.environ.get(name) for name in named)


def run_server(
    console: Console,
    *,
    port: int | None = None,
    open_browser: bool = False,
    reload: bool = False,
    scratch: bool = False,
    **given: object,
) -> int:
    """Serve with these settings over those of the environment; 0 after Ctrl-C or SIGTERM."""
    settings = Settings.read(data=console.data, folder=console.folder)
    changes = {name: value for name, value in {"port": port, **given}.items() if value is not None}
    settings = replace(settings, reload=reload, scratch=scratch, **changes)  # type: ignore[arg-type]
    if not scratch and not settings.store:
        _whole(settings.data)
    listener = _listen(settings.host, settings.port)
    address = f"http://{settings.host}:{listener.getsockname()[1]}"
    console.say(f"serving {address}   SPARQL at /sparql   (Ctrl-C stops)")
    console.event(event="serving", url=address)
    if open_browser and _shows_pages():
        click.launch(address)
    from cablegraph.server import serve as serve_app

    return serve_app(settings, listener)


def _whole(data: Path) -> None:
    from cablegraph.store.generations import Generations

    kept = Generations(data)
    current = kept.current()
    if current is None:
        raise StoreError(
            f"there is no graph in {data}",
            notes=("to build one from your papers: cablegraph build FOLDER", "to see the sample: cablegraph demo"),
        )
    try:
        current.verify()
    except StoreError as error:
        said, whole = error.diagnostic, kept.usable()
        there = () if whole is None else (f"{whole.id} is whole; to serve it: cablegraph generations use {whole.id}",)
        raise StoreError(said.what, path=said.path, notes=(*said.notes, *there)) from error


def _listen(host: str, port: int) -> socket.socket:
    """A listening socket. Raises CablegraphError when the port is taken or the host is not ours."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(2048)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            again = f"try: cablegraph {_command()} --port {free_port(host, port + 1)}"
            raise CablegraphError(f"port {port} is in use by another program", notes=again) from error
        raise CablegraphError(f"cannot listen on {host}:{port}: {os.strerror(error.errno or 0)}") from error
    return listener


def free_port(host: str, first: int) -> int:
    """The first port from here on that nobody listens on; 0, which lets the system choose, where there is none near."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for port in range(first, min(first + NEAR, 65536)):
        with socket.socket(family, socket.SOCK_STREAM) as probe, suppress(OSError):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
            return port
    return 0


def _command() -> str:
    """The command as it was given, as far as it says what is served: ``-C ours serve``."""
    given = sys.argv[1:]
    folder = f"-C {shlex.quote(given[given.index('-C') + 1])} " if "-C" in given[:-1] else ""
    return folder + ("demo" if "demo" in given else "serve")


@click.group(short_help="Versions of the graph: list, use, prune.")
def generations() -> None:
    """Versions of the graph on disk.

    \b
    Example:  cablegraph generations list
    """


@generations.command("list")
@click.pass_obj
def list_(console: Console) -> None:
    """All generations, the current one marked."""
    from cablegraph.store.generations import Generations

    kept = Generations(console.data)
    current = kept.current()
    rows = [
        (
            generation.id,
            "current" if current and generation.id == current.id else "",
            generation.manifest.get("built_at"),
            generation.manifest.get("documents"),
            generation.manifest.get("quads"),
        )
        for generation in kept.list()
    ]
    console.table(("generation", "current", "built", "documents", "quads"), rows)


@generations.command()
@click.argument("generation_id")
@click.pass_obj
def use(console: Console, generation_id: str) -> None:
    """Make a generation current, by its id or the beginning of it; running servers follow within a second."""
    from cablegraph.store.generations import Generations

    made = Generations(console.data).use(generation_id)
    console.say(f"generation {made.id} is current")


@generations.command()
@click.option("--keep", type=click.IntRange(1), default=3, show_default=True, help="So many of the newest stay.")
@click.pass_obj
def prune(console: Console, keep: int) -> None:
    """Remove old generations; the current one always stays."""
    from cablegraph.store.generations import Generations

    for gone in Generations(console.data).prune(keep):
        console.say(f"removed {gone}")

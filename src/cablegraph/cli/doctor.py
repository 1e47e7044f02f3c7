"""``doctor``: what this machine has, every check with ok, warn or fail and a remedy (product section 9)."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from cablegraph import __version__
from cablegraph.cli.console import Console
from cablegraph.cli.serve import free_port
from cablegraph.errors import CablegraphError
from cablegraph.settings import Settings

CORE = ("pyoxigraph", "rdflib", "fastapi", "uvicorn", "lxml", "click", "rich")
EXTRAS = {"pyshacl": "check", "zstandard": "fast", "granian": "fast", "pypdf": "pdf"}
FREE_BYTES = 1 << 30
OPEN_FILES = 1024

Check = tuple[str, str, str, str]


@click.command(short_help="Versions, disk, ports, limits, settings: what is fine and what is not.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def doctor(console: Console, as_json: bool) -> int:
    """Check this machine and this folder. Exit 4 when a check fails.

    \b
    Example:  cablegraph doctor
    """
    checks = [*_versions(), *_machine(console.data), *_corpus(console), *_graph(console.data), *_settings(console)]
    console.table(("check", "state", "found", "remedy"), checks, "json" if as_json else "")
    return 4 if any(state == "fail" for _, state, _, _ in checks) else 0


def _versions() -> Iterator[Check]:
    yield "cablegraph", "ok", __version__, ""
    fine = sys.version_info >= (3, 11)
    yield "python", "ok" if fine else "fail", sys.version.split()[0], "" if fine else "install Python 3.11 or newer"
    for name in CORE:
        try:
            yield name, "ok", version(name), ""
        except PackageNotFoundError:
            yield name, "fail", "missing", "pip install cablegraph"
    for name, extra in EXTRAS.items():
        try:
            yield name, "ok", version(name), ""
        except PackageNotFoundError:
            yield name, "ok", "not installed (optional)", f"pip install 'cablegraph[{extra}]'"


def _machine(data: Path) -> Iterator[Check]:
    place = next(folder for folder in (data, *data.resolve().parents) if folder.is_dir())
    free = shutil.disk_usage(place).free
    enough = free > FREE_BYTES
    yield "disk", "ok" if enough else "warn", f"{free / (1 << 30):.1f} GiB free", "" if enough else "a build needs room"
    writable = os.access(place, os.W_OK)
    yield "data folder", "ok" if writable else "fail", str(data), "" if writable else "set CABLEGRAPH_DATA"
    try:
        import resource

        soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
        many = soft >= OPEN_FILES
        yield "open files", "ok" if many else "warn", str(soft), "" if many else f"ulimit -n {OPEN_FILES}"
    except ImportError:
        yield "open files", "warn", "unknown here", ""
    yield _full_text()
    yield _isolation()


def _full_text() -> Check:
    with sqlite3.connect(":memory:") as db:
        try:
            db.execute("CREATE VIRTUAL TABLE t USING fts5(x)")
        except sqlite3.OperationalError:
            return "full text", "fail", f"SQLite {sqlite3.sqlite_version} without FTS5", "use a Python built with FTS5"
    return "full text", "ok", f"SQLite {sqlite3.sqlite_version} with FTS5", ""


def _isolation() -> Check:
    """Whether a query process may have a network namespace of its own; SERVICE and LOAD are refused in any case."""
    child = os.fork() if hasattr(os, "fork") else -1
    if child == 0:
        try:
            import ctypes

            done = ctypes.CDLL(None, use_errno=True).unshare(0x10000000 | 0x40000000)  # CLONE_NEWUSER | CLONE_NEWNET
            os._exit(0 if done == 0 else 1)
        except Exception:
            os._exit(1)
    alone = child > 0 and os.waitpid(child, 0)[1] == 0
    found = "own network namespace" if alone else "no network namespace; requests are refused by the scan alone"
    return (
        "query isolation",
        "ok" if alone else "warn",
        found,
        "" if alone else "allow user namespaces, or use a container",
    )


def _corpus(console: Console) -> Iterator[Check]:
    from cablegraph.line import check_declared

    try:
        facts = console.corpus
        check_declared(facts)
    except CablegraphError as error:
        yield "corpus.toml", "fail", error.diagnostic.what, "; ".join(error.diagnostic.notes)
        return
    yield "corpus", "ok", facts.title or str(console.folder), ""


def _graph(data: Path) -> Iterator[Check]:
    from cablegraph.store.generations import Generations

    try:
        current = Generations(data).current()
        if current is None:
            yield "graph", "warn", "none built", "cablegraph build FOLDER"
            return
        current.verify()
    except CablegraphError as error:
        yield "graph", "fail", error.diagnostic.what, "; ".join(error.diagnostic.notes)
        return
    yield "graph", "ok", f"generation {current.id}, {current.manifest.get('documents')} papers", ""


def _settings(console: Console) -> Iterator[Check]:
    try:
        settings = Settings.read(data=console.data, folder=console.folder)
    except CablegraphError as error:
        yield "settings", "fail", error.diagnostic.what, "; ".join(error.diagnostic.notes)
        return
    for name, value, origin in settings.origins():
        yield f"setting {name}", "ok", f"{value} ({origin})", ""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError:
            other = free_port(settings.host, settings.port + 1)
            yield "port", "warn", f"{settings.port} is in use", f"cablegraph serve --port {other}"
        else:
            yield "port", "ok", f"{settings.port} is free", ""

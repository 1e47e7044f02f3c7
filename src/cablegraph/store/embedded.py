"""The embedded Oxigraph: N-Triples and N-Quads text in by bulk load, small differences line by line."""

from __future__ import annotations

import os
import tempfile
import threading
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, Triple, parse

from cablegraph.errors import StoreError

_FORMATS = {".nt": RdfFormat.N_TRIPLES, ".nq": RdfFormat.N_QUADS, ".ttl": RdfFormat.TURTLE, ".trig": RdfFormat.TRIG}


def load(parts: Iterable[Path], into: Path) -> int:
    """Load files into a new store at ``into``; gives the number of quads. Raises StoreError naming file and line."""
    store = _new(into)
    for part in parts:
        _bulk(store, part)
    store.flush()
    return len(store)


AT_ONCE = 300 << 20
"""So many bytes of lines are bulk-loaded together: 1.2 GiB of memory, and two cores are kept busy."""


def load_lines(chunks: Iterable[bytes], more: Iterable[Path], into: Path) -> None:
    """Load N-Triples text as it comes, then the files ``more``, into a new store at ``into``.

    The text goes through a pipe, so that no file of it is ever written: 80 kB a paper would be 25 GB for 300,000.
    Raises StoreError; an error of ``chunks`` comes out as it is.
    """
    store = _new(into)
    feed = _Feed(chunks)
    with tempfile.TemporaryDirectory(prefix="cablegraph-") as folder:
        for number in count():
            pipe = Path(folder) / f"part-{number}.nt"
            os.mkfifo(pipe)
            writer = threading.Thread(target=feed.write, args=(pipe,), daemon=True)
            writer.start()
            _bulk(store, pipe)
            writer.join()
            if feed.failed is not None:
                raise feed.failed
            if feed.ended:
                break
    for part in more:
        _bulk(store, part)
    if number:  # each load left files of its own, and a look-up would go through all of them
        store.optimize()
    store.flush()


class _Feed:
    """Text written into one pipe after another, `AT_ONCE` bytes into each."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = iter(chunks)
        self.ended = False
        self.failed: BaseException | None = None

    def write(self, pipe: Path) -> None:
        """Fill a pipe; an error is kept for the thread that waits."""
        try:
            with pipe.open("wb", buffering=1 << 20) as stream:
                written = 0
                for chunk in self._chunks:
                    stream.write(chunk)
                    written += len(chunk)
                    if written >= AT_ONCE:
                        return
                self.ended = True
        except BaseException as error:
            self.failed = error


def _new(into: Path) -> Store:
    into.mkdir(parents=True, exist_ok=True)
    if any(into.iterdir()):
        raise StoreError(f"{into} is not empty", notes="give the name of a new folder")
    return Store(str(into))


def _bulk(store: Store, part: Path) -> None:
    form = _FORMATS.get(part.suffix)
    if form is None:
        raise StoreError(f"{part.name} has no known RDF suffix", notes=f"known: {' '.join(_FORMATS)}")
    try:
        store.bulk_load(path=str(part), format=form)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        raise StoreError(f"{part.name} cannot be loaded: {error}", path=str(part), line=line) from error


def branch(base: Path, into: Path) -> None:
    """A store at ``into`` with what ``base`` holds: hard links, made in milliseconds. ``base`` is not written to."""
    Store.read_only(str(base)).backup(str(into))


def change(path: Path, gone: Iterable[bytes], new: Iterable[bytes]) -> tuple[list[Triple], list[Triple]]:
    """Take N-Triples lines out of a store's default graph and put others in; gives what really went and came."""
    store = Store(str(path))
    went = [quad for quad in _quads(gone) if quad in store]
    for quad in went:
        store.remove(quad)
    came = list({quad: None for quad in _quads(new) if quad not in store})
    store.extend(came)
    store.flush()
    return [quad.triple for quad in went], [quad.triple for quad in came]


def named_quads(path: Path) -> int:
    """How many quads stand in named graphs."""
    store = Store.read_only(str(path))
    return sum(1 for graph in store.named_graphs() for _ in store.quads_for_pattern(None, None, None, graph))


def values(path: Path, subject: str, predicate: str) -> list[str]:
    """What the default graph of a store has for a subject and a predicate, both IRIs: IRIs and texts of literals."""
    store = Store.read_only(str(path))
    found = store.quads_for_pattern(NamedNode(subject), NamedNode(predicate), None, DefaultGraph())
    return sorted(str(getattr(quad.object, "value", quad.object)) for quad in found)


def _quads(lines: Iterable[bytes]) -> Iterator[Quad]:
    yield from parse(b"\n".join(lines), RdfFormat.N_TRIPLES)

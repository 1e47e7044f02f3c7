"""A query process: opens a generation read-only, answers one request at a time, may be killed any moment.

Run as ``python -m cablegraph.store.worker``. A request is one JSON line, then ``length`` bytes of query or upload; the
answer is one JSON line, then ``length`` bytes, or the name of a spooled file. Nothing but pyoxigraph is imported here.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import resource
import signal
import sys
import tempfile
from collections.abc import Callable
from typing import IO, Any

import pyoxigraph as ox

INLINE = 1 << 20
"""A result up to this size goes through the pipe, a larger one through a spooled file."""
_CLONE_NEWNET, _CLONE_NEWUSER, _PR_SET_PDEATHSIG = 0x40000000, 0x10000000, 1


class SpoolFullError(Exception):
    """A result over the limit."""


class _Spool:
    """Collects a result in memory, then in a temporary file, up to a limit; never half a result."""

    def __init__(self, limit: int, folder: str) -> None:
        self._limit, self._size = limit, 0
        self._file = tempfile.SpooledTemporaryFile(max_size=INLINE, dir=folder)  # noqa: SIM115
        self._folder = folder

    def write(self, data: bytes) -> int:
        self._size += len(data)
        if self._size > self._limit:
            raise SpoolFullError
        return self._file.write(data)

    def flush(self) -> None:
        self._file.flush()

    def finish(self) -> tuple[bytes, str]:
        """The bytes of a small result, or the path of a large one."""
        self._file.seek(0)
        if self._size <= INLINE:
            return self._file.read(), ""
        handle, path = tempfile.mkstemp(prefix="result-", dir=self._folder)
        with os.fdopen(handle, "wb") as target:
            while block := self._file.read(1 << 20):
                target.write(block)
        return b"", path


class Worker:
    """One process' stores and what it can do; keeps the last store open."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._path = ""
        self._store: ox.Store | None = None

    def open(self, path: str, writable: bool = False) -> ox.Store:
        """The store at this path; the one before is let go."""
        if self._store is None or path != self._path:
            self._store = None
            self._store = ox.Store(path) if writable else ox.Store.read_only(path)
            self._path = path
        return self._store

    def close(self) -> None:
        """Let go of the store."""
        self._store, self._path = None, ""

    def query(self, request: dict[str, Any], text: str) -> tuple[dict[str, Any], bytes]:
        """Evaluate and serialise in one call, in one thread."""
        store = self.open(request["store"], request.get("writable", False))
        options: dict[str, Any] = {"prefixes": request["prefixes"]}
        if request.get("default_graphs"):
            options["default_graph"] = [ox.NamedNode(iri) for iri in request["default_graphs"]]
        if request.get("named_graphs"):
            options["named_graphs"] = [ox.NamedNode(iri) for iri in request["named_graphs"]]
        results = store.query(text, **options)
        kind = _KINDS[type(results)]
        chosen = request["formats"].get("graph" if kind == "graph" else "boolean" if kind == "boolean" else "solutions")
        if chosen is None:
            return {"ok": False, "error": "not-acceptable", "kind": kind}, b""
        spool = _Spool(request["spool"], self._folder)
        if isinstance(results, ox.QueryTriples):
            form = _RDF[chosen]
            prefixes = request["prefixes"] if form in (ox.RdfFormat.TURTLE, ox.RdfFormat.TRIG) else None
            ox.serialize(results, spool, form, prefixes=prefixes)  # type: ignore[arg-type]
        else:
            results.serialize(spool, _RESULTS[chosen])  # type: ignore[arg-type]
        body, path = spool.finish()
        return {"ok": True, "kind": kind, "type": chosen, "spooled": path}, body

    def update(self, request: dict[str, Any], text: str) -> tuple[dict[str, Any], bytes]:
        """Run an update in one transaction on a writable store."""
        store = self.open(request["store"], True)
        store.update(text, prefixes=request["prefixes"])
        store.flush()
        return {"ok": True}, b""

    def parse(self, request: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
        """An uploaded document as N-Quads into a file, whole or not at all."""
        form = _RDF[request["type"]]
        graph = ox.NamedNode(request["graph"]) if request.get("graph") else ox.DefaultGraph()
        count = 0
        with open(request["out"], "wb") as out:
            quads = ox.parse(body, form, base_iri=request.get("base"), rename_blank_nodes=True)
            for quad in quads:
                out.write(f"{ox.Quad(quad.subject, quad.predicate, quad.object, graph)} .\n".encode())
                count += 1
        return {"ok": True, "quads": count}, b""

    def replace(self, request: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
        """Put, merge or delete a graph of a writable store from a parsed file, in one transaction."""
        store = self.open(request["store"], True)
        graph = ox.NamedNode(request["graph"]) if request.get("graph") else ox.DefaultGraph()
        existed = store.contains_named_graph(graph) if request.get("graph") else len(store) > 0
        quads = list(ox.parse(path=request["file"], format=ox.RdfFormat.N_QUADS)) if request.get("file") else []
        gone = list(store.quads_for_pattern(None, None, None, graph)) if request["do"] != "merge" else []
        for quad in gone:
            store.remove(quad)
        if request["do"] == "delete" and request.get("graph"):
            store.remove_graph(graph)
        elif request.get("graph"):
            store.add_graph(graph)
        store.extend(quads)
        store.flush()
        return {"ok": True, "existed": existed}, b""

    def graph(self, request: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
        """One graph, serialised."""
        store = self.open(request["store"], request.get("writable", False))
        graph = ox.NamedNode(request["graph"]) if request.get("graph") else ox.DefaultGraph()
        if request.get("graph") and not store.contains_named_graph(graph):
            return {"ok": False, "error": "no-graph"}, b""
        spool = _Spool(request["spool"], self._folder)
        store.dump(spool, _RDF[request["type"]], from_graph=graph)  # type: ignore[arg-type]
        data, path = spool.finish()
        return {"ok": True, "type": request["type"], "spooled": path}, data


_KINDS = {ox.QuerySolutions: "solutions", ox.QueryBoolean: "boolean", ox.QueryTriples: "graph"}
_RESULTS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
_RDF = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/trig": ox.RdfFormat.TRIG,
    "application/n-quads": ox.RdfFormat.N_QUADS,
    "text/n3": ox.RdfFormat.N3,
}


def confine(memory: int) -> bool:
    """Limit memory, lower the priority, die with the parent, leave the network; whether the last was granted."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if memory:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    with contextlib.suppress(OSError):
        os.nice(2)
    try:
        return bool(ctypes.CDLL(None).unshare(_CLONE_NEWUSER | _CLONE_NEWNET) == 0)
    except (OSError, AttributeError):
        return False


def answer(worker: Worker, request: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
    """Do what a request asks; what goes wrong with it becomes an answer, never an end of the process."""
    work: dict[str, Callable[[], tuple[dict[str, Any], bytes]]] = {
        "query": lambda: worker.query(request, body.decode("utf-8")),
        "update": lambda: worker.update(request, body.decode("utf-8")),
        "parse": lambda: worker.parse(request, body),
        "replace": lambda: worker.replace(request, body),
        "graph": lambda: worker.graph(request, body),
    }
    try:
        return work[request["op"]]()
    except SyntaxError as error:
        return {"ok": False, "error": "syntax", "what": error.msg, "line": error.lineno, "column": error.offset}, b""
    except MemoryError:
        return {"ok": False, "error": "memory"}, b""
    except SpoolFullError:
        return {"ok": False, "error": "too-large"}, b""
    except Exception as error:
        return {"ok": False, "error": "failed", "what": f"{type(error).__name__}: {error}"}, b""


def serve(source: IO[bytes], sink: IO[bytes], memory: int, folder: str) -> None:
    """Answer requests until the pipe ends."""
    alone = confine(memory)
    worker = Worker(folder)
    sink.write(json.dumps({"ready": True, "alone": alone}).encode() + b"\n")
    sink.flush()
    while head := source.readline():
        request = json.loads(head)
        reply, data = answer(worker, request, source.read(request["length"]))
        if request.get("release"):  # others are to open what was written
            worker.close()
        reply["length"] = len(data)
        sink.write(json.dumps(reply).encode() + b"\n" + data)
        sink.flush()


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    serve(sys.stdin.buffer, sys.stdout.buffer, int(sys.argv[1]), sys.argv[2])

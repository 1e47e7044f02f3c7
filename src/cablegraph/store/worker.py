"""A query process: opens a generation read-only, answers one request at a time over a socket, may be killed any moment.

``python -m cablegraph.store.worker nursery`` waits, with everything imported, and forks such a process for each socket
that it is handed. A frame is two lengths, a JSON head, and bytes; a large answer lies in memory that both sides hold,
or in a file, and the head says so.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import itertools
import json
import os
import re
import resource
import signal
import socket
import struct
import subprocess
import sys
from collections.abc import Callable
from functools import lru_cache
from operator import itemgetter
from typing import Any, BinaryIO, cast

import pyoxigraph as ox

from cablegraph.iri import PREFIXES
from cablegraph.store.spool import NotXmlError, Spool, SpoolFullError

LENGTHS = struct.Struct(">II")
"""Before every frame: length of the JSON head, length of the bytes behind it."""
_CLONE_NEWNET, _CLONE_NEWUSER, _PR_SET_PDEATHSIG = 0x40000000, 0x10000000, 1


def frames(stream: bytes) -> list[tuple[dict[str, Any], bytes]]:
    """The frames of a stream, heads read; one that is cut is left out."""
    found, at = [], 0
    while len(stream) - at >= LENGTHS.size:
        head, body = LENGTHS.unpack_from(stream, at)
        at += LENGTHS.size
        if len(stream) - at < head + body:
            break
        found.append((json.loads(stream[at : at + head]), stream[at + head : at + head + body]))
        at += head + body
    return found


def frame(head: dict[str, Any] | bytes, body: bytes = b"") -> bytes:
    """One request or answer as it goes over the socket; the head may be JSON already."""
    text = head if isinstance(head, bytes) else json.dumps(head).encode()
    return LENGTHS.pack(len(text), len(body)) + text + body


class Worker:
    """One process' stores and what it can do; keeps the last store open."""

    def __init__(self, folder: str) -> None:
        self._folder, self._shared = folder, -1
        self._path = ""
        self._store: ox.Store | None = None
        self._inherited: ox.Store | None = None

    def forked(self, shared: int) -> None:
        """Go on in a process of its own, with memory that the front holds too.

        An open store came along, but not the engine's threads: it can be read, and is never closed here.
        """
        self._shared, self._inherited = shared, self._store

    def open(self, path: str, writable: bool = False) -> ox.Store:
        """The store at this path; the one before is let go."""
        if self._store is None or path != self._path:
            self._store = None
            self._store = ox.Store(path) if writable else ox.Store.read_only(path)
            self._path = path
        return self._store

    def warm(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Open a store before it is asked."""
        self.open(request["store"], request.get("writable", False))
        return {"ok": True}, b""

    def close(self) -> None:
        """Let go of the store."""
        self._store, self._path = None, ""

    def query(self, request: dict[str, Any], text: str) -> tuple[dict[str, Any], bytes]:
        """Evaluate and serialise in one call, in one thread."""
        store = self.open(request["store"], request.get("writable", False))
        options: dict[str, Any] = {"base_iri": request["base"]} if request.get("base") else {}
        if request.get("default_graphs") or request.get("named_graphs"):  # together they are the dataset
            options["default_graph"] = [ox.NamedNode(iri) for iri in request["default_graphs"]]
            options["named_graphs"] = [ox.NamedNode(iri) for iri in request["named_graphs"]]
        results = _evaluated(store, text, options)
        kind = _KINDS[type(results)]
        chosen = request["formats"].get("graph" if kind == "graph" else "boolean" if kind == "boolean" else "solutions")
        if chosen is None:
            return {"ok": False, "error": "not-acceptable", "kind": kind}, b""
        form = _RDF[chosen] if kind == "graph" else None
        spool = Spool(request["spool"], self._folder, chosen, text, self._shared)
        counter = itertools.count()
        try:
            if form is not None:
                prefixes = PREFIXES if form in (ox.RdfFormat.TURTLE, ox.RdfFormat.TRIG) else None
                triples = map(_FIRST, zip(results, counter, strict=False))  # type: ignore[arg-type]
                ox.serialize(triples, spool, form, prefixes=prefixes)  # type: ignore[arg-type]
            else:
                results.serialize(spool, _RESULTS[chosen])  # type: ignore[arg-type]
        except BaseException:
            spool.drop()
            raise
        done = spool.finish()
        rows = {"graph": next(counter), "solutions": spool.rows}.get(kind)
        return {"ok": True, "kind": kind, "type": chosen, "rows": rows, **done.head}, done.body

    def update(self, request: dict[str, Any], text: str) -> tuple[dict[str, Any], bytes]:
        """Run an update in one transaction on a writable store."""
        store = self.open(request["store"], True)
        store.update(text, base_iri=request.get("base") or None, prefixes=PREFIXES)
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
        existed = not request.get("graph") or store.contains_named_graph(graph)  # the default graph always is there
        store.update(_steps(request, graph))
        return {"ok": True, "existed": existed}, b""

    def change(self, request: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
        """A change on a copy of a store; then the named graphs of the copy as sorted N-Quads beside it."""
        if self._inherited is not None:
            return _anew(request, body, self._folder)
        ox.Store.read_only(request["from"]).backup(request["store"])
        try:
            reply, data = (
                self.update(request, body.decode()) if request["do"] == "update" else self.replace(request, body)
            )
            store = self.open(request["store"], True)
            store.flush()  # others open it; a scratch store is nobody else's, and goes with its server
            named = sorted(
                f"{quad} ."
                for graph in store.named_graphs()
                for quad in store.quads_for_pattern(None, None, None, graph)
            )
            with open(request["named"], "w", encoding="utf-8") as out:
                out.writelines(line + "\n" for line in named)
            return {**reply, "quads": len(store), "named": len(named)}, data
        finally:
            self.close()

    def graph(self, request: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
        """One graph, serialised."""
        store = self.open(request["store"], request.get("writable", False))
        graph = ox.NamedNode(request["graph"]) if request.get("graph") else ox.DefaultGraph()
        if request.get("graph") and not store.contains_named_graph(graph):
            return {"ok": False, "error": "no-graph"}, b""
        spool = Spool(request["spool"], self._folder, request["type"], shared=self._shared)
        try:
            store.dump(spool, _RDF[request["type"]], from_graph=graph)  # type: ignore[arg-type]
        except BaseException:
            spool.drop()
            raise
        done = spool.finish()
        return {"ok": True, "type": request["type"], **done.head}, done.body


def _anew(request: dict[str, Any], body: bytes, folder: str) -> tuple[dict[str, Any], bytes]:
    """What a process started anew answers: to write, the engine needs its threads, and no fork has them."""
    memory, _ = resource.getrlimit(resource.RLIMIT_AS)
    command = [sys.executable, "-m", "cablegraph.store.worker", "once", str(memory), folder]
    done = subprocess.run(command, input=frame(request, body), stdout=subprocess.PIPE, check=False)
    _, *answers = frames(done.stdout) or [({}, b"")]
    if not answers:
        os._exit(1)  # it ended under the request: so do we, and the front says so
    return answers[0]


def _evaluated(
    store: ox.Store, text: str, options: dict[str, Any]
) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    """The results of a query; our prefixes are given only where it does not bring its own, for they cost a third."""
    if "PREFIX" in text or "prefix" in text:
        try:
            return store.query(text, **options)
        except SyntaxError:
            pass
    return store.query(text, prefixes=PREFIXES, **options)


def _steps(request: dict[str, Any], graph: ox.NamedNode | ox.DefaultGraph) -> str:
    """The change of one graph as one SPARQL update, which the engine does as a whole or not at all."""
    named = f"GRAPH {graph}" if request.get("graph") else "DEFAULT"
    steps = [] if request["do"] == "merge" else [f"DROP SILENT {named}"]
    if request["do"] != "delete" and request.get("graph"):
        steps.append(f"CREATE SILENT {named}")
    if request.get("file"):
        quads = ox.parse(path=request["file"], format=ox.RdfFormat.N_QUADS)
        lines = "\n".join(f"{quad.subject} {quad.predicate} {quad.object} ." for quad in quads)
        block = f"{named} {{\n{lines}\n}}" if request.get("graph") else lines
        steps.append(f"INSERT DATA {{\n{block}\n}}")
    return " ;\n".join(steps)


_FIRST = itemgetter(0)
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


def confine(memory: int) -> None:
    """Limit memory, lower the priority, die with the parent."""
    _die_with_parent()
    with contextlib.suppress(OSError, ValueError):  # not every platform limits address space
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    with contextlib.suppress(OSError):
        os.nice(2)


def _die_with_parent() -> None:
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def leave_network() -> bool:
    """Take this process, and all that will be forked from it, off the network; whether that was granted."""
    try:
        leave = ctypes.CDLL(None).unshare
        return bool(leave(_CLONE_NEWUSER | _CLONE_NEWNET) == 0 or leave(_CLONE_NEWNET) == 0)
    except (OSError, AttributeError):
        return False


def explained(error: SyntaxError) -> dict[str, Any]:
    """What, line and column of a syntax error; the engine's own words hold grammar that helps nobody."""
    said, line, column = str(error.msg), error.lineno, error.offset
    if found := _AT.match(said):
        line, said = int(found[1]), found[3]
        column = int(found[2]) - (line > 1)  # the engine counts the line break before it
    said = _PLACE.sub("", said)
    if said.startswith("expected"):
        wanted = list(_WANTED.findall(said.removeprefix("expected ").removeprefix("one of ")))
        sentences = [name for name in wanted if " " in name]
        listed = "expected one of " + ", ".join(wanted[:12]) if wanted else "not expected here"
        said = sentences[0] if sentences else listed
    return {"what": said, "line": line, "column": column}


_AT = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_PLACE = re.compile(r"^Parser error at line \d+ column \d+: ")
_WANTED = re.compile(r"""(?:^|, )("(?:\\.|[^"\\])+"|[A-Za-z][^,\[\]]*)(?=, |$)""")


_WORK: dict[str, Callable[[Worker, dict[str, Any], bytes], tuple[dict[str, Any], bytes]]] = {
    "open": lambda worker, request, _: worker.warm(request),
    "query": lambda worker, request, body: worker.query(request, body.decode("utf-8")),
    "update": lambda worker, request, body: worker.update(request, body.decode("utf-8")),
    "parse": Worker.parse,
    "change": Worker.change,
    "replace": Worker.replace,
    "graph": Worker.graph,
}


def answer(worker: Worker, request: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
    """Do what a request asks; what goes wrong with it becomes an answer, never an end of the process."""
    try:
        return _WORK[request["op"]](worker, request, body)
    except SyntaxError as error:
        return {"ok": False, "error": "syntax", **explained(error)}, b""
    except MemoryError:
        return {"ok": False, "error": "memory"}, b""
    except NotXmlError as error:
        return {"ok": False, "error": "not-xml", "what": str(error)}, b""
    except SpoolFullError:
        return {"ok": False, "error": "too-large"}, b""
    except Exception as error:
        return {"ok": False, "error": "failed", "what": f"{type(error).__name__}: {error}"}, b""


def serve(
    source: BinaryIO, sink: Callable[[bytes], object], worker: Worker, *, alone: bool, first: bytes = b""
) -> None:
    """Answer requests until the other side closes; ``first`` is one to do before saying that we are ready."""
    if first:
        answer(worker, json.loads(first), b"")
    sink(frame({"ready": True, "alone": alone, "pid": os.getpid()}))
    while lengths := source.read(LENGTHS.size):
        head, length = LENGTHS.unpack(lengths)
        request = _request(source.read(head))
        reply, data = answer(worker, request, source.read(length))
        sink(frame(reply, data))


@lru_cache(maxsize=64)
def _request(head: bytes) -> dict[str, Any]:
    """The head of a request; those of most queries are the same. Nobody changes it."""
    request: dict[str, Any] = json.loads(head)
    return request


def nursery(memory: int, folder: str) -> None:
    """Fork a query process for each socket, with shared memory, handed over standard input; end when that is closed.

    The store that the next process will ask is held open, so that a fork has it open too; nothing is asked of it here.
    """
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the kernel buries them
    alone = leave_network()
    _die_with_parent()
    worker = Worker(folder)
    gc.freeze()
    door = socket.socket(fileno=0)
    while True:
        said, handed, _, _ = socket.recv_fds(door, 1 << 16, 2)
        if not handed:
            return
        first = said.strip()
        if first and not (request := _request(first)).get("writable"):  # one process only may hold a store to write
            answer(worker, request, b"")
        if os.fork() == 0:
            door.close()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            confine(memory)
            worker.forked(handed[1])
            with contextlib.suppress(BrokenPipeError, ConnectionResetError), socket.socket(fileno=handed[0]) as own:
                source = cast(BinaryIO, own.makefile("rb", buffering=1 << 16))
                serve(source, own.sendall, worker, alone=alone, first=first)
            os._exit(0)
        for handle in handed:
            os.close(handle)


def _once(memory: int, folder: str) -> None:
    def sink(data: bytes) -> None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()

    confine(memory)
    serve(sys.stdin.buffer, sink, Worker(folder), alone=leave_network())


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    {"nursery": nursery, "once": _once}[sys.argv[1]](int(sys.argv[2]), sys.argv[3])

"""What is asked: a server over HTTP, or the engine alone, so that it shows where a failure comes from."""

from __future__ import annotations

import io
import json
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import urlencode

import pyoxigraph as ox

from tests.conformance.served import TOKEN, Answer, Served

NTRIPLES = "application/n-triples"


@dataclass(frozen=True)
class Reply:
    """Status, media type and body, and the short name of the problem where there is one."""

    status: int
    media: str = ""
    body: bytes = b""
    problem: str = ""


class Target(Protocol):
    """A store that can be emptied, filled, asked, changed and read."""

    def clear(self) -> None:
        """Empty it."""

    def add(self, graph: str, body: bytes, media: str) -> Reply:
        """Add a document to a graph; no name is the default graph."""

    def query(self, text: str, accept: str) -> Reply:
        """Ask."""

    def update(self, text: str) -> Reply:
        """Change."""

    def graph(self, name: str) -> Reply:
        """A graph as N-Triples."""


class Server:
    """Our server: Graph Store Protocol for data, and one of the three ways of a query: ``get``, ``post``, ``form``."""

    query_path = "/sparql"

    def __init__(self, served: Served, way: str = "post") -> None:
        self.served, self._way = served, way

    def clear(self) -> None:
        """Empty it."""
        answer = self.served.update("DROP ALL")
        assert answer.status == 204, answer.text

    def add(self, graph: str, body: bytes, media: str) -> Reply:
        """POST to the graph."""
        path = "/store?" + (urlencode({"graph": graph}) if graph else "default")
        return self._ask(path, "POST", body, {"Content-Type": media})

    def query(self, text: str, accept: str) -> Reply:
        """The query operation."""
        form = urlencode({"query": text})
        if self._way == "get":
            return self._ask(f"{self.query_path}?{form}", "GET", b"", {"Accept": accept})
        body, media = (form, "x-www-form-urlencoded") if self._way == "form" else (text, "sparql-query")
        return self._ask(
            self.query_path, "POST", body.encode(), {"Accept": accept, "Content-Type": f"application/{media}"}
        )

    def update(self, text: str) -> Reply:
        """The update operation."""
        form = urlencode({"update": text}) if self._way == "form" else text
        media = "application/x-www-form-urlencoded" if self._way == "form" else "application/sparql-update"
        return self._ask("/update", "POST", form.encode(), {"Content-Type": media})

    def graph(self, name: str) -> Reply:
        """GET of the graph."""
        path = "/store?" + (urlencode({"graph": name}) if name else "default")
        return self._ask(path, "GET", b"", {"Accept": NTRIPLES})

    def _ask(self, path: str, method: str, body: bytes, headers: dict[str, str]) -> Reply:
        headers["Authorization"] = f"Bearer {TOKEN}"
        answer = self.served.ask(path, method=method, body=body or None, headers=headers)
        media = answer.headers.get("content-type", "").partition(";")[0]
        return Reply(answer.status, media, answer.body, self._problem(answer))

    def _problem(self, answer: Answer) -> str:
        if not answer.headers.get("content-type", "").startswith("application/problem+json"):
            return ""
        return str(json.loads(answer.body)["type"]).rpartition("#")[2]


class Oxigraph(Server):
    """The server of the engine's own project, whose addresses and errors are its own."""

    query_path = "/query"

    def _problem(self, answer: Answer) -> str:
        """Its words are plain text; a mistake in the text of a query is 400, any other error 500."""
        return {400: "query-syntax", 500: "query-failed"}.get(answer.status, "")


@contextmanager
def oxigraph(program: Path, folder: Path) -> Iterator[Served]:
    """An Oxigraph server over an empty store in memory, until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = folder / "log"
    with log.open("wb") as stream:
        line = [str(program), "serve", "--bind", f"127.0.0.1:{port}"]
        process = subprocess.Popen(line, stderr=stream, stdout=stream)
    served = Served(port, process, folder, log)
    try:
        for _ in range(200):
            with suppress(OSError):
                served.ask("/", timeout=5)
                break
            time.sleep(0.05)
        yield served
    finally:
        process.terminate()
        process.wait(10)


_RESULTS = {
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
_RDF = {"text/turtle": ox.RdfFormat.TURTLE, NTRIPLES: ox.RdfFormat.N_TRIPLES,
        "application/rdf+xml": ox.RdfFormat.RDF_XML, "application/ld+json": ox.RdfFormat.JSON_LD}  # fmt: skip


class Engine:
    """The engine in this process, with nothing of ours before it."""

    def __init__(self) -> None:
        self._store = ox.Store()

    def clear(self) -> None:
        """Empty it."""
        self._store = ox.Store()

    def add(self, graph: str, body: bytes, media: str) -> Reply:
        """Load the document."""
        to = ox.NamedNode(graph) if graph else ox.DefaultGraph()
        try:
            self._store.load(body, _RDF[media], base_iri=graph or None, to_graph=to)
        except (SyntaxError, ValueError) as error:
            return Reply(400, "", str(error).encode(), "rdf-syntax")
        return Reply(204)

    def query(self, text: str, accept: str) -> Reply:
        """Evaluate and serialise."""
        out = io.BytesIO()
        forms = [form.partition(";")[0].strip() for form in accept.split(",")]
        try:
            results = self._store.query(text, base_iri="http://localhost/sparql")
            if isinstance(results, ox.QueryTriples):
                media = next(form for form in forms if form in _RDF)
                ox.serialize(results, out, _RDF[media])
            else:
                media = next(form for form in forms if form in _RESULTS)
                results.serialize(out, _RESULTS[media])
        except SyntaxError as error:
            return Reply(400, "", str(error).encode(), "query-syntax")
        except (OSError, RuntimeError, ValueError) as error:
            return Reply(400, "", str(error).encode(), "query-failed")
        return Reply(200, media, out.getvalue())

    def update(self, text: str) -> Reply:
        """Run it."""
        try:
            self._store.update(text, base_iri="http://localhost/update")
        except SyntaxError as error:
            return Reply(400, "", str(error).encode(), "query-syntax")
        except (OSError, RuntimeError, ValueError) as error:
            return Reply(400, "", str(error).encode(), "query-failed")
        return Reply(204)

    def graph(self, name: str) -> Reply:
        """Dump it."""
        graph = ox.NamedNode(name) if name else ox.DefaultGraph()
        if name and not self._store.contains_named_graph(graph):
            return Reply(404, problem="not-found")
        data = self._store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=graph)
        return Reply(200, NTRIPLES, data or b"")

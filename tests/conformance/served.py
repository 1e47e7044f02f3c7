"""A real server in a process of its own, and a small made-up generation for it to serve."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from cablegraph.store import embedded, void
from cablegraph.store.generations import Generation, Generations
from tests.waiting import LONG, until

BASE = "https://w3id.org/cablegraph/"
RICO = "https://www.ica.org/standards/RiC/ontology#"
TOKEN = "open sesame"
JSON = "application/sparql-results+json"


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    seconds: float = 0.0

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    def values(self, name: str) -> list[str]:
        """One column of a SPARQL JSON result."""
        return [row[name]["value"] for row in self.json["results"]["bindings"] if name in row]


@dataclass
class Served:
    """A running server."""

    port: int
    process: subprocess.Popen[bytes]
    data: Path
    log: Path
    closed: bool = field(default=False)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(
        self,
        path: str,
        *,
        method: str = "GET",
        body: bytes | str | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: float = LONG,
    ) -> Answer:
        """One request on a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        begun = time.monotonic()
        try:
            connection.request(method, path, body.encode() if isinstance(body, str) else body, dict(headers or {}))
            response = connection.getresponse()
            data = response.read()
            found = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, found, data, time.monotonic() - begun)
        finally:
            connection.close()

    def query(
        self, text: str, accept: str = JSON, headers: Mapping[str, str] | None = None, *, timeout: float = LONG
    ) -> Answer:
        """A query by GET."""
        path = "/sparql?" + urlencode({"query": text})
        return self.ask(path, headers={"Accept": accept, **(headers or {})}, timeout=timeout)

    def post(self, text: str, accept: str = JSON, timeout: float = LONG) -> Answer:
        """A query by POST of itself."""
        headers = {"Accept": accept, "Content-Type": "application/sparql-query"}
        return self.ask("/sparql", method="POST", body=text, headers=headers, timeout=timeout)

    def update(self, text: str, token: str = TOKEN, path: str = "/update") -> Answer:
        """An update by POST of itself."""
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/sparql-update"}
        return self.ask(path, method="POST", body=text, headers=headers)

    def graph(self, method: str, path: str, body: str | bytes | None = None, media: str = "text/turtle") -> Answer:
        """A Graph Store request with the token."""
        headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": media}
        return self.ask(path, method=method, body=body, headers=headers)

    def nursery(self) -> list[int]:
        """Process ids of what the front itself started."""
        return [pid for pid, parent in _parents().items() if parent == self.process.pid]

    def children(self) -> list[int]:
        """Process ids of the query processes, the nursery left out."""
        everyone = _parents()
        below = [pid for pid, parent in everyone.items() if parent == self.process.pid]
        return [pid for pid, parent in everyone.items() if parent in below]

    def stop(self) -> int:
        """End it by SIGTERM; its exit code."""
        self.closed = True
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(LONG)


def _parents() -> dict[int, int]:
    found = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            found[int(path.parent.name)] = int(path.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    return found


@contextmanager
def serving(data: Path, *, scratch: bool = False, store: str = "", **settings: str) -> Iterator[Served]:
    """A server over a data folder, with these settings (``timeout="2"``), until the block ends."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(2048)
    port = listener.getsockname()[1]
    environ = {**os.environ, **{f"CABLEGRAPH_{name.upper()}": value for name, value in settings.items()}}
    command = [
        sys.executable,
        "-m",
        "tests.conformance.served",
        str(data),
        str(listener.fileno()),
        str(int(scratch)),
        store,
    ]
    data.mkdir(parents=True, exist_ok=True)
    log = data / f"log-{port}"
    with log.open("wb") as stream:
        process = subprocess.Popen(command, env=environ, stderr=stream, pass_fds=[listener.fileno()])
    listener.close()
    server = Served(port, process, data, log)
    try:
        until(lambda: ready(server), "the server")
        yield server
    finally:
        if not server.closed:
            process.terminate()
        try:
            process.wait(LONG)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def ready(server: Served) -> bool:
    """Whether it answers already; AssertionError with what it said when it has ended."""
    assert server.process.poll() is None, f"the server ended: {server.log.read_text()}"
    try:
        return server.ask("/readyz").status == 200
    except OSError:
        return False


def make_generation(data: Path, lines: str, id_: str, *, current: bool = True) -> Generation:
    """A generation of these N-Triples."""
    generations = Generations(data)
    with generations.lock():
        stage = generations.stage()
        part = stage / "graph.nt"
        part.write_text(lines, "utf-8")
        quads = embedded.load([part], stage / "store")
        part.unlink()
        (stage / "void.ttl").write_text(void.description(void.count(stage / "store"), "made up"), "utf-8")
        (stage / "answers.json").write_text("{}", "utf-8")
        manifest = {"id": id_, "cablegraph": "0", "quads": quads, "documents": 1}
        generation = generations.finish(stage, manifest)
        if current:
            generations.make_current(generation.id)
    return generation


def telegrams(number: int) -> str:
    """So many made-up telegrams among fifty people, as N-Triples."""
    lines = []
    for i in range(number):
        doc = f"<{BASE}id/doc/t-{i}>"
        lines += [
            f"{doc} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{RICO}Record> .",
            f'{doc} <{RICO}title> "Telegram No. {i}"@en .',
            f'{doc} <{BASE}ontology#telegramNumber> "{i:04}" .',
            f"{doc} <{RICO}hasSender> <{BASE}id/agent/a{i % 50}> .",
            f"{doc} <{RICO}hasAddressee> <{BASE}id/agent/a{i * 7 % 50}> .",
        ]
    for i in range(50):
        lines.append(f'<{BASE}id/agent/a{i}> <http://www.w3.org/2000/01/rdf-schema#label> "Agent {i}"@en .')
    return "".join(line + "\n" for line in lines)


def _main() -> int:
    from dataclasses import replace

    from cablegraph.server import serve
    from cablegraph.settings import Settings

    data, handle, scratch, store = sys.argv[1:5]
    settings = Settings.read(data=Path(data), folder=Path(data).parent)
    settings = replace(settings, scratch=scratch == "1", store=store)
    return serve(settings, socket.socket(fileno=int(handle)))


if __name__ == "__main__":
    sys.exit(_main())

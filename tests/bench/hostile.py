"""Every hostile input of endpoint.md against a running server: ``python -m tests.bench.hostile``.

Prints for each what came back, after how long, and what neighbours saw meanwhile. Exit 1 when one was not survived,
or when neighbours waited more than three times as long as before.
"""

from __future__ import annotations

import socket
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from urllib.parse import quote

from tests.conformance.served import TOKEN, Answer, Served, make_generation, serving, telegrams
from tests.waiting import Pace, until

LIMIT = 2.0
"""Wall clock of the server under test, in seconds."""
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Case:
    """A hostile input: its name, how it is sent, and the status codes that survive it."""

    name: str
    send: Callable[[Served], Answer | None]
    fine: tuple[int, ...] = (200, 400, 403, 413, 429, 503)


def _post(text: str | bytes) -> Callable[[Served], Answer]:
    headers = {"Content-Type": "application/sparql-query", "Accept": "text/csv, text/turtle"}
    return lambda server: server.ask("/sparql", method="POST", body=text, headers=headers)


def _update(text: str) -> Callable[[Served], Answer]:
    return lambda server: server.update(text)


def _put(text: str, media: str) -> Callable[[Served], Answer]:
    return lambda server: server.graph("PUT", "/store?graph=x:g", text, media)


def _path(path: str, **headers: str) -> Callable[[Served], Answer]:
    return lambda server: server.ask(path, headers=headers)


def cases(port: int) -> Iterator[Case]:
    """All of them; ``port`` is a listener on loopback that nobody may ever call."""
    there = f"<http://127.0.0.1:{port}/sparql>"
    values = " ".join(f"({i})" for i in range(100_000))
    star = " . ".join(f"?s <x:{i}> ?o{i}" for i in range(200))
    graphs = " ".join(f"FROM <x:{i}>" for i in range(1000))
    yield Case("cartesian count of 10^8 rows", _post("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f }"))
    yield Case("unbounded property path", _post("SELECT (COUNT(*) AS ?n) { ?a (!<x:y>|^!<x:z>)* ?b }"))
    yield Case("4,000 nested braces", _post("SELECT * " + "{" * 4000 + "}" * 4000), (400,))
    yield Case("8,000 parentheses", _post("ASK { FILTER(" + "(" * 8000 + "1" + ")" * 8000 + ") }"), (400,))
    yield Case("300 nested lists", _post("ASK { ?s ?p " + "(" * 300 + ")" * 300 + " }"), (400,))
    yield Case("40 kB of !", _post("ASK { FILTER(" + "!" * 40_000 + "true) }"), (400,))
    yield Case("16,000 ||", _post("ASK { FILTER(1" + "||1" * 16_000 + ") }"), (400,))
    yield Case("6,000 UNION", _post("ASK { {}" + " UNION {}" * 6000 + " }"))
    yield Case("a 200-pattern star over nothing", _post(f"SELECT * {{ {star} }}"), (400,))
    yield Case("a 2 MB query", _post("ASK { } #" + "x" * 2_000_000), (413,))
    yield Case("1,000 FROM graphs", _post(f"SELECT * {graphs} {{ ?s ?p ?o }}"), (400,))
    yield Case("GROUP_CONCAT of everything", _post("SELECT (GROUP_CONCAT(STR(?o)) AS ?x) { ?s ?p ?o . ?a ?b ?c }"))
    yield Case("sort of everything", _post("SELECT * { ?s ?p ?o . ?a ?b ?c } ORDER BY ?o ?c ?a"))
    yield Case("memory-filling cross product", _post("SELECT DISTINCT ?a ?d { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"))
    yield Case("VALUES of 10^5 rows", _post(f"SELECT * {{ VALUES (?x) {{ {values} }} }}"), (413,))
    yield Case("REPLACE that grows", _post(_growing()))
    yield Case("strings that end nowhere", _post("ASK { " + '\\"' * 30_000), (400,))
    for word in ("SERVICE", "service SILENT", "SeRvIcE#c\n", "SERVICE\t", "SERVICE SILENT #\r\n"):
        yield Case(f"{word!r} in a query", _post(f"SELECT * {{ {word}{there} {{ ?s ?p ?o }} }}"), (403,))
        update = f"INSERT {{ GRAPH <x:g> {{ ?s ?p ?o }} }} WHERE {{ {word}{there} {{ ?s ?p ?o }} }}"
        yield Case(f"{word!r} in an update", _update(update), (403,))
    for word in ("LOAD", "load SILENT", "LoAd#c\n"):
        yield Case(f"{word!r} in an update", _update(f"{word} {there} INTO GRAPH <x:g>"), (403,))
        yield Case(f"{word!r} on /sparql", _post(f"{word} {there}"), (403,))
    yield Case("escaped letters of SERVICE", _post(f"SELECT * {{ \\u0053ERVICE {there} {{ ?s ?p ?o }} }}"), (400, 403))
    yield Case("broken percent-encoding", _path("/sparql?query=%ZZ%"), (400,))
    yield Case("overlong UTF-8", _path("/sparql?query=%C0%AF"), (400,))
    yield Case("a surrogate", _path("/sparql?query=%ED%A0%80"), (400,))
    yield Case("NUL in a query", _post("ASK { <x:a> <x:b> '\0' }"), (200, 400))
    yield Case("UTF-16 body", _post("ASK {}".encode("utf-16")), (400,))
    yield Case("a foreign charset", _charset, (415,))
    yield Case("gzip body", _coded, (400, 415))
    yield Case(
        "deep Turtle upload", lambda server: server.graph("PUT", "/store?graph=x:g", "<a:a> <a:b> " + "[" * 10**6)
    )
    deep = '{"a:b":[' * 10**5
    yield Case(
        "deep JSON-LD upload", lambda server: server.graph("PUT", "/store?graph=x:g", deep, "application/ld+json")
    )
    yield Case("half a body", _half)
    yield Case("500 idle connections", _idle)
    yield Case("100 slow queries whose clients leave", _leave)
    yield Case("a header of 60 kB", _path("/healthz", **{"X-Long": "x" * 60_000}), (200, 400, 431))
    yield Case("a graph name with a bracket", _path("/store?graph=" + quote("x:> } CLEAR ALL #")), (400,))


def _growing() -> str:
    binds = "BIND('aaaaaaaaaa' AS ?x0) " + " ".join(
        f"BIND(REPLACE(?x{i}, 'a', 'aaaaaaaaaa') AS ?x{i + 1})" for i in range(12)
    )
    return f"SELECT (STRLEN(?x12) AS ?n) {{ {binds} }}"


def _charset(server: Served) -> Answer:
    headers = {"Content-Type": "application/sparql-query; charset=utf-7"}
    return server.ask("/sparql", method="POST", body="ASK {}", headers=headers)


def _coded(server: Served) -> Answer:
    headers = {"Content-Type": "application/sparql-query", "Content-Encoding": "gzip"}
    return server.ask("/sparql", method="POST", body=b"\x1f\x8b\x08\x00" * 100, headers=headers)


def _half(server: Served) -> None:
    with socket.create_connection(("127.0.0.1", server.port)) as client:
        head = f"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: {FORM}\r\nContent-Length: 5000\r\n\r\nquery="
        client.sendall(head.encode())
        time.sleep(0.5)


def _idle(server: Served) -> None:
    clients = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(500)]
    time.sleep(0.5)
    for client in clients:
        client.close()


def _leave(server: Served) -> None:
    for i in range(100):
        text = quote(f"SELECT (COUNT(*) AS ?n) {{ ?a ?b ?c . ?d ?e ?f FILTER(?a != <x:{i}>) }}")
        with socket.create_connection(("127.0.0.1", server.port)) as client:
            client.sendall(f"GET /sparql?query={text} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            time.sleep(0.01)


@dataclass(frozen=True)
class Outcome:
    """What a case did: status (0: no answer was expected), seconds, median seconds of a neighbour's query just before
    and meanwhile, the slowest, whether all was well."""

    name: str
    status: int
    seconds: float
    before: float
    neighbours: float
    slowest: float
    survived: bool

    @property
    def ratio(self) -> float:
        """How many times as long as before the median neighbour waited."""
        return self.neighbours / self.before


@contextmanager
def listening() -> Iterator[tuple[int, list[int]]]:
    """A listener on loopback; the list grows by one for each connection."""
    calls: list[int] = []
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]

    def accept() -> None:
        with suppress(OSError):
            while True:
                client, _ = listener.accept()
                calls.append(1)
                client.close()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield port, calls
    finally:
        listener.close()


def neighbour(server: Served, stop: threading.Event, took: list[float], pause: float = 0.02) -> None:
    """Ask point queries, never the same twice, until told to stop."""
    number = 0
    while not stop.is_set():
        number += 1
        begun = time.monotonic()
        try:
            status = server.query(
                f"SELECT ?n {{ doc:t-{number % 1000} cg:telegramNumber ?n }} #{id(took)}{number}"
            ).status
        except (OSError, HTTPException):
            status = 0
        took.append(time.monotonic() - begun if status == 200 else 60.0)
        time.sleep(pause)


def attack(server: Served, case: Case) -> Outcome:
    """Send one case, twenty times a second for half a second, while a neighbour asks; then see whether all is well."""
    took: list[float] = []
    stop = threading.Event()
    thread = threading.Thread(target=neighbour, args=(server, stop, took))
    pace = Pace()
    thread.start()
    time.sleep(QUIET)
    until(lambda: len(took) >= FEW, "answers of the neighbour")
    quiet = len(took)
    seconds, status, fine = 0.0, 0, True
    started = time.monotonic()
    while fine and (not seconds or time.monotonic() - started < AGAIN or _wait_for(took, quiet + FEW, started)):
        time.sleep(0.05 if seconds else 0)
        begun = time.monotonic()
        try:
            answer = case.send(server)
            status, fine = (answer.status, answer.status in case.fine) if answer is not None else (0, True)
        except (OSError, HTTPException):
            status, fine = -1, case.name.startswith(("a header", "half"))
        seconds = max(seconds, time.monotonic() - begun)
    during = took[quiet:] or [60.0]
    stop.set()
    thread.join()
    pace.look()
    alive = server.process.poll() is None and server.query("ASK {}").status == 200
    slack = pace.slowness * (1 + 3 * case.name.startswith("100"))
    survived = fine and alive and seconds <= LIMIT + slack and max(took) < 60
    return Outcome(
        case.name, status, seconds, statistics.median(took[:quiet]), statistics.median(during), max(during), survived
    )


def _wait_for(took: list[float], number: int, since: float) -> bool:
    """Whether so many answers of the neighbour are still to come; of one that waits for a minute none is."""
    return len(took) < number and time.monotonic() - since < 60


QUIET, AGAIN = 0.4, 0.5
"""Seconds of a neighbour alone, and of a case sent again and again."""
FEW = 3
"""So many answers of the neighbour are waited for at least: on a slow machine fewer come in that time."""


def main() -> int:
    """Run all cases and print a table."""
    with tempfile.TemporaryDirectory(prefix="cablegraph-hostile-") as folder, listening() as (port, calls):
        data = Path(folder)
        make_generation(data, telegrams(4000), "000000000001")
        with serving(data, timeout=str(LIMIT), memory="1G", token=TOKEN, log="warning") as server:
            print(f"time limit {LIMIT:g} s; neighbours' median before and meanwhile, in ms")
            print(f"{'input':46} {'status':>6} {'seconds':>8} {'before':>8} {'p50':>8} {'max':>8}  ratio")
            outcomes = [report(attack(server, case)) for case in cases(port)]
        survived = sum(outcome.survived for outcome in outcomes)
        worst = max(outcomes, key=lambda outcome: outcome.ratio)
        within = sum(outcome.ratio <= 3 for outcome in outcomes)
    print(
        f"survived {survived}/{len(outcomes)} · neighbours' p50 within 3 × before: {within}, worst {worst.ratio:.1f} × "
        f"({worst.name}) · requests out {len(calls)}"
    )
    return 0 if survived == within == len(outcomes) and not calls else 1


def report(outcome: Outcome) -> Outcome:
    """Print one line of the table."""
    times = (outcome.before, outcome.neighbours, outcome.slowest)
    seen = " ".join(f"{1000 * seconds:8.1f}" for seconds in times) + f" {outcome.ratio:6.2f}"
    end = "" if outcome.survived else "  NOT SURVIVED"
    print(f"{outcome.name[:46]:46} {outcome.status:6} {outcome.seconds:8.2f} {seen}{end}", flush=True)
    return outcome


if __name__ == "__main__":
    sys.exit(main())

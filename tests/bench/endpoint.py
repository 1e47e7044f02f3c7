"""Our endpoint beside the Oxigraph server and rdflib-endpoint: ``python -m tests.bench.endpoint [--markdown FILE]``.

The peers are installed once, in an environment of their own (``build/peers``). One store, three servers, the workloads
of endpoint.md in turns; printed are requests a second and CPU a request, each as a ratio to the peer's.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from urllib.parse import quote

from cablegraph.store.generations import Generations
from tests.bench import load
from tests.conformance.served import BASE, JSON, RICO, make_generation, serving, telegrams

PEERS = Path("build/peers")
DOCUMENTS = 100_000
"""The size at which the design has shipped questions timed (model.md, section 4, Idioms and traps)."""
HEAD = f"PREFIX cg: <{BASE}ontology#> PREFIX doc: <{BASE}id/doc/> PREFIX rico: <{RICO}> "
LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
POINT = HEAD + "SELECT ?n { doc:t-%d cg:telegramNumber ?n }"
JOIN = (
    HEAD + "SELECT ?t ?n ?a ?b { ?t rico:hasSender ?x ; rico:hasAddressee ?y ; cg:telegramNumber ?n . "
    f"?x {LABEL} ?a . ?y {LABEL} ?b }} LIMIT 100"
)
ROWS = HEAD + "SELECT ?t ?n { ?t cg:telegramNumber ?n } LIMIT 10000"
GRAPH = HEAD + "CONSTRUCT { ?t rico:hasSender ?x } WHERE { ?t rico:hasSender ?x } LIMIT 1000"
AGGREGATE = HEAD + "SELECT ?x (COUNT(?t) AS ?n) { ?t rico:hasSender ?x } GROUP BY ?x"
HEAVY = HEAD + "SELECT ?x (COUNT(DISTINCT ?t) AS ?n) { ?t rico:hasSender ?x ; cg:telegramNumber ?y } GROUP BY ?x"


@dataclass(frozen=True)
class Server:
    """A server under test."""

    name: str
    port: int
    path: str
    pid: int


@dataclass(frozen=True)
class Work:
    """A workload: how the n-th request is made, over how many connections, and the ratios endpoint.md asks for."""

    name: str
    make: Callable[[Server, int], bytes]
    connections: int
    least: float
    aim: float = 0.0
    cpu_least: float = 0.0


def new(text: str, accept: str = JSON) -> Callable[[Server, int], bytes]:
    """The query, a comment making each a new one."""
    return lambda server, number: load.get(server.path, f"{text} #{time.time_ns()}", accept)


def same(text: str) -> Callable[[Server, int], bytes]:
    """The query, again and again."""
    return lambda server, number: load.get(server.path, text, JSON)


def point(server: Server, number: int) -> bytes:
    """A point lookup never seen before."""
    return load.get(server.path, POINT % (number % 10_000) + f" #{time.time_ns()}", JSON)


def unmodified(server: Server, number: int) -> bytes:
    """The heavy query with its ETag: 304 from us, the whole answer from who knows no ETag."""
    return load.get(server.path, HEAVY, JSON, f"If-None-Match: {_etag(server)}\r\n")


def _etag(server: Server, kept: dict[int, str] = {}) -> str:  # noqa: B006
    if server.port not in kept:
        address = f"http://127.0.0.1:{server.port}{server.path}?query={quote(HEAVY, safe='')}"
        with urllib.request.urlopen(urllib.request.Request(address, headers={"Accept": JSON})) as answer:
            kept[server.port] = answer.headers.get("ETag", '"none"')
    return kept[server.port]


WORK = (
    Work("aggregate over all documents", new(AGGREGATE), 8, 0.9, 1.0, 50),
    Work("SELECT of 10,000 rows", new(ROWS), 8, 0.8, 0.95, 6),
    Work("join with labels, 100 rows", new(JOIN), 8, 0.7, 0.85, 5),
    Work("CONSTRUCT of 1,000 triples", new(GRAPH, "text/turtle"), 8, 0.6, 0.8, 8),
    Work("point lookup, never seen", point, 32, 0.22, 0.35, 2),
    Work("point lookup, repeated", same(POINT % 7), 32, 0.75, 1.5),
    Work("heavy query, repeated", same(HEAVY), 8, 10.0),
    Work("heavy query, 304", unmodified, 8, 100.0),
)


def install_peers() -> Path:
    """The peers' environment, made when it is not there."""
    if not (PEERS / "bin" / "oxigraph").exists():
        subprocess.run([sys.executable, "-m", "venv", str(PEERS)], check=True)
        pip = [str(PEERS / "bin" / "pip"), "install", "-q", "oxigraph", "rdflib-endpoint[cli]", "oxrdflib"]
        subprocess.run(pip, check=True)
    return PEERS / "bin"


@contextmanager
def peer(name: str, command: list[str], port: int, path: str) -> Iterator[Server]:
    """A peer's server until the block ends."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(600):
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.1)
        time.sleep(0.5)
        yield Server(name, port, path, process.pid)
    finally:
        process.terminate()
        process.wait(20)


def free_port() -> int:
    """A port nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True)
class Line:
    """What a workload came to, by server: requests a second; CPU seconds a request, where they are compared."""

    work: Work
    speed: dict[str, float]
    cpu: dict[str, float]


def compare(servers: list[Server], works: list[Work], seconds: float, rounds: int, cpu_peer: str) -> list[Line]:
    """Run the workloads on every server in turns; print the table, and give it."""
    lines = []
    print(f"{'':30} against the Oxigraph server, requests a second   against {cpu_peer}, ms CPU a request")
    print(f"{'work':30} {'ours':>9} {'theirs':>9} {'ratio':>7} {'least':>6} {'aim':>5}   ours   theirs  ratio  least")
    for work in works:
        rates: dict[str, list[load.Rate]] = {server.name: [] for server in servers}
        for turn in range(rounds + 1):  # the first warms up and is not counted
            for server in servers:
                slow = server.name == cpu_peer
                if slow and not work.cpu_least:
                    continue
                connections = 2 if slow else work.connections
                pids = load.family(server.pid)
                rate = load.run(server.port, partial(work.make, server), connections, seconds, pids)
                if turn:
                    rates[server.name].append(rate)
        speed = {name: statistics.median(rate.per_second for rate in found) for name, found in rates.items() if found}
        cpu = {name: statistics.median(rate.cpu for rate in found) for name, found in rates.items() if found}
        lines.append(Line(work, speed, cpu))
        print(row(lines[-1], cpu_peer), flush=True)
    return lines


def row(found: Line, cpu_peer: str) -> str:
    """One line of the table."""
    work, cpu = found.work, found.cpu
    mine, theirs = found.speed["cablegraph"], found.speed["oxigraph"]
    line = f"{work.name:30} {mine:9.1f} {theirs:9.1f} {mine / theirs:7.2f} {work.least:6.2f} {work.aim:5.2f}"
    if cpu_peer in cpu:
        own, other = 1000 * cpu["cablegraph"], 1000 * cpu[cpu_peer]
        line += f" {own:6.2f} {other:8.2f} {other / max(own, 0.001):6.1f} {work.cpu_least:6.1f}"
    return line


def markdown(lines: list[Line], cpu_peer: str, store: str) -> str:
    """The tables of `docs/reference/performance.md`, with what they were measured on."""
    said = [
        f"Measured {date.today()} on {machine()}. {store}",
        "",
        "| work | requests/s | Oxigraph server | ratio | at least | aim | ms of CPU a request | Oxigraph server |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for line in lines:
        mine, theirs = line.speed["cablegraph"], line.speed["oxigraph"]
        aim = f"{line.work.aim:g}" if line.work.aim else ""
        said.append(
            f"| {line.work.name}, c={line.work.connections} | {mine:,.1f} | {theirs:,.1f} | "
            f"{mine / theirs:.2f} | {line.work.least:g} | {aim} | "
            f"{1000 * line.cpu['cablegraph']:.2f} | {1000 * line.cpu['oxigraph']:.2f} |"
        )
    said += ["", f"| work | ms of CPU a request | {cpu_peer} | ratio | at least |", "|---|---|---|---|---|"]
    for line in lines:
        if cpu_peer in line.cpu:
            own, other = 1000 * line.cpu["cablegraph"], 1000 * line.cpu[cpu_peer]
            ratio = other / max(own, 0.001)
            said.append(f"| {line.work.name} | {own:.2f} | {other:.2f} | {ratio:.1f} | {line.work.cpu_least:g} |")
    return "\n".join(said) + "\n"


BEGIN, END = "<!-- the last run -->\n", "<!-- its end -->\n"


def write(path: Path, tables: str) -> None:
    """The tables into a page, in place of those of the run before; a page that is not there is begun."""
    page = path.read_text("utf-8") if path.exists() else BEGIN + END
    before, _, rest = page.partition(BEGIN)
    path.write_text(f"{before}{BEGIN}{tables}{END}{rest.partition(END)[2]}", "utf-8")


def machine() -> str:
    """Processor, cores, memory, and how much else ran on it."""
    facts = [line.partition(":") for line in Path("/proc/cpuinfo").read_text().splitlines()]
    model = next((value.strip() for name, _, value in facts if name.strip() == "model name"), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 30
    load_before = f"{os.getloadavg()[2]:.1f}"
    return (
        f"{os.cpu_count()} cores ({model}), {memory} GiB, Linux {platform.release().partition('-')[0]}, "
        f"Python {platform.python_version()}; mean load of the quarter of an hour until its end {load_before}"
    )


def main() -> int:
    """Build one store, start three servers, compare."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=float, default=1.0, help="length of one run")
    options.add_argument("--rounds", type=int, default=8, help="runs of each, in turns; the median counts")
    options.add_argument("--documents", type=int, default=DOCUMENTS)
    options.add_argument("--only", default="", metavar="WORDS", help="workloads whose names hold these words")
    options.add_argument("--markdown", type=Path, metavar="FILE", help="put the tables into this page")
    given = options.parse_args()
    works = [work for work in WORK if given.only in work.name]
    bin_ = install_peers()
    with tempfile.TemporaryDirectory(prefix="cablegraph-bench-") as folder:
        data = Path(folder) / "data"
        graph = telegrams(given.documents)
        make_generation(data, graph, "000000000001")
        current = Generations(data).current()
        assert current is not None
        copy = Path(folder) / "oxigraph"
        shutil.copytree(current.store_path, copy)
        dump = Path(folder) / "graph.nt"
        dump.write_text(graph, "utf-8")
        ox, rd = free_port(), free_port()
        served = [str(bin_ / "oxigraph"), "serve-read-only", "--location", str(copy), "--bind", f"127.0.0.1:{ox}"]
        rdflib = [str(bin_ / "rdflib-endpoint"), "serve", str(dump), "--port", str(rd), "--store", "Oxigraph"]
        with (
            serving(data, log="warning") as ours,
            peer("oxigraph", served, ox, "/query") as oxigraph,
            peer("rdflib-endpoint", rdflib, rd, "/") as endpoint,
        ):
            mine = Server("cablegraph", ours.port, "/sparql", ours.process.pid)
            lines = compare([mine, oxigraph, endpoint], works, given.seconds, given.rounds, endpoint.name)
        if given.markdown:
            runs = f"{given.rounds} runs of {given.seconds:g} s in turns after one to warm up, the median"
            store = f"One store of {given.documents:,} documents and {graph.count(chr(10)):,} triples; {runs}."
            write(given.markdown, markdown(lines, endpoint.name, store))
    return 0


if __name__ == "__main__":
    sys.exit(main())

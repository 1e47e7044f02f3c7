"""Processor time of single requests, ours and the Oxigraph server's: ``python -m tests.bench.request_by_request``.

Both servers share one core with whoever asks, and each request is followed by the other server's: what makes the core
slower makes both slower. Printed are milliseconds a request, and the median of the ratios of neighbours; for ours also
what the front takes of it. One request at a time: nothing waits, so this tells costs and no rates.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from cablegraph.store.generations import Generations
from tests.bench import endpoint, load
from tests.conformance.served import make_generation, serving, telegrams

WARM = 3
"""The last of so many requests in a row counts."""


def spent(pids: Iterable[int]) -> float:
    """Seconds of processor time of these processes: clock_getcpuclockid(3) makes the numbers of their clocks so."""
    return sum(time.clock_gettime((~pid << 3) | 2) for pid in pids)


def ask(connection: socket.socket, request: bytes) -> None:
    """One request, its answer read to the end."""
    connection.sendall(request)
    answer = load.Answer()
    while not answer.whole:
        answer.take(connection.recv(1 << 20))


def compare(servers: list[endpoint.Server], work: endpoint.Work, number: int) -> None:
    """Ask every server in turn; print what a request took of each."""
    connections = [socket.create_connection(("127.0.0.1", server.port)) for server in servers]
    took: dict[str, list[float]] = {name: [] for server in servers for name in (server.name, f"{server.name}, front")}
    for turn in range(number + 2):
        for server, connection in zip(servers, connections, strict=True):
            for _ in range(WARM):
                pids = load.family(server.pid)
                request = work.make(server, turn)
                whole, front = spent(pids), spent([server.pid])
                ask(connection, request)
                whole, front = spent(pids) - whole, spent([server.pid]) - front
            if turn > 1:
                took[server.name].append(1000 * whole)
                took[f"{server.name}, front"].append(1000 * front)
    first, second = (took[server.name] for server in servers)
    ratio = statistics.median(theirs / mine for mine, theirs in zip(first, second, strict=True))
    mine, front, theirs = (
        statistics.median(took[name]) for name in (servers[0].name, f"{servers[0].name}, front", servers[1].name)
    )
    print(f"{work.name:30} {mine:9.2f} {front:9.2f} {theirs:9.2f} {ratio:7.2f}", flush=True)


def main() -> int:
    """Build one store, start both servers, compare."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--documents", type=int, default=20_000)
    options.add_argument("--requests", type=int, default=60, help="of each workload to each server")
    options.add_argument("--only", default="", metavar="WORDS", help="workloads whose names hold these words")
    given = options.parse_args()
    works = [work for work in endpoint.WORK if given.only in work.name and not work.name.startswith("heavy")]
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    bin_ = endpoint.install_peers()
    with tempfile.TemporaryDirectory(prefix="cablegraph-bench-") as folder:
        data, copy = Path(folder) / "data", Path(folder) / "oxigraph"
        make_generation(data, telegrams(given.documents), "000000000001")
        current = Generations(data).current()
        assert current is not None
        shutil.copytree(current.store_path, copy)
        port = endpoint.free_port()
        command = [str(bin_ / "oxigraph"), "serve-read-only", "--location", str(copy), "--bind", f"127.0.0.1:{port}"]
        with serving(data, log="warning") as ours, endpoint.peer("oxigraph", command, port, "/query") as oxigraph:
            mine = endpoint.Server("cablegraph", ours.port, "/sparql", ours.process.pid)
            print(f"{'ms of CPU a request':30} {'ours':>9} {'its front':>9} {'Oxigraph':>9} {'ratio':>7}")
            for work in works:
                compare([mine, oxigraph], work, given.requests)
    return 0


if __name__ == "__main__":
    sys.exit(main())

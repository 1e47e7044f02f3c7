"""A load generator on bare sockets: so many connections, each sending its next request when the last is answered."""

from __future__ import annotations

import os
import selectors
import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

LONGEST = 60.0
"""Seconds for which the last answers of a run are waited for."""


@dataclass(frozen=True)
class Rate:
    """What one run came to: requests a second, CPU seconds a request, and the median time of one in seconds."""

    per_second: float
    cpu: float
    median: float


class Answer:
    """An answer as it comes in."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self.whole = False

    def take(self, data: bytes) -> None:
        """The next bytes. Raises AssertionError for anything but 200 or 304, and where the connection was closed."""
        assert data, "the server closed the connection"
        self._buffer += data
        end = self._buffer.find(b"\r\n\r\n")
        if end >= 0:
            self.whole = self._ends(bytes(self._buffer[:end]).lower(), end + 4)

    def _ends(self, head: bytes, begin: int) -> bool:
        assert head[9:12] in (b"200", b"304"), bytes(self._buffer[:800])
        if head[9:12] == b"304":
            return True
        if b"transfer-encoding: chunked" in head:
            return self._buffer.endswith(b"0\r\n\r\n")
        length = int(head.partition(b"content-length:")[2].partition(b"\r\n")[0])
        return len(self._buffer) >= begin + length


class _Connection:
    def __init__(self, port: int, requests: Iterator[bytes]) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._requests = requests
        self._answer = Answer()
        self.begun = 0.0

    def send(self) -> None:
        self._answer = Answer()
        self.begun = time.perf_counter()
        self.socket.sendall(next(self._requests))

    def receive(self) -> bool:
        """Read what is there; whether the answer is whole."""
        self._answer.take(self.socket.recv(1 << 20))
        return self._answer.whole


def get(path: str, text: str, accept: str, extra: str = "") -> bytes:
    """A GET of a query, as bytes."""
    return (
        f"GET {path}?query={quote(text, safe='')} HTTP/1.1\r\nHost: localhost\r\nAccept: {accept}\r\n{extra}\r\n"
    ).encode()


def run(port: int, make: Callable[[int], bytes], connections: int, seconds: float, pids: list[int]) -> Rate:
    """Send ``make(0)``, ``make(1)`` … over so many connections for so long; ``pids`` are the server's processes."""

    def numbered() -> Iterator[bytes]:
        number = 0
        while True:
            yield make(number)
            number += 1

    requests = numbered()
    selector = selectors.DefaultSelector()
    open_ = [_Connection(port, requests) for _ in range(connections)]
    cpu, begun = cpu_of(pids), time.perf_counter()
    took: list[float] = []
    for connection in open_:
        connection.socket.setblocking(True)
        selector.register(connection.socket, selectors.EVENT_READ, connection)
        connection.send()
    while time.perf_counter() - begun < seconds or not took:
        for key, _ in selector.select(1):
            if key.data.receive():
                took.append(time.perf_counter() - key.data.begun)
                key.data.send()
    spent = time.perf_counter() - begun
    used = cpu_of(pids) - cpu
    _finish(selector)
    return Rate(len(took) / spent, used / max(1, len(took)), sorted(took)[len(took) // 2] if took else spent)


def _finish(selector: selectors.BaseSelector) -> None:
    """Let what was asked be answered, then close: it would share the machine with the next server's run."""
    until = time.perf_counter() + LONGEST
    while selector.get_map() and time.perf_counter() < until:
        for key, _ in selector.select(1):
            if key.data.receive():
                selector.unregister(key.fileobj)
                key.data.socket.close()
    for key in list(selector.get_map().values()):
        key.data.socket.close()


def family(pid: int) -> list[int]:
    """A process and all below it."""
    parents = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(path.parent.name)] = int(path.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    found = [pid]
    for member in found:
        found += [child for child, parent in parents.items() if parent == member]
    return found


def cpu_of(pids: list[int]) -> float:
    """CPU seconds these processes have used."""
    ticks = 0
    for pid in pids:
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")

"""The process that forks the query processes, as the front holds it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys

from cablegraph.store.spool import shared_memory

ALLOCATOR = "glibc.malloc.tcache_count=200"
"""So many free pieces of memory of each size are kept at hand: a query takes many small ones, and gives them back."""


class Nursery:
    """Started with the first process that is wanted, and again when it has ended; ``close`` it."""

    def __init__(self, memory: int, folder: str) -> None:
        self._memory, self._folder = memory, folder
        self._process: subprocess.Popen[bytes] | None = None
        self._hand: socket.socket | None = None

    def fork(self, first: bytes) -> tuple[socket.socket, int]:
        """A new query process that does ``first`` before it says that it is ready: our end of its socket, and memory
        that it holds too."""
        if self._hand is None:
            self._hand = self._start()
        ours, theirs = socket.socketpair()
        shared = shared_memory(self._folder)
        with theirs:
            handles = [theirs.fileno(), shared]
            try:
                socket.send_fds(self._hand, [first or b" "], handles)
            except OSError:
                self._hand.close()
                self._hand = self._start()
                socket.send_fds(self._hand, [first or b" "], handles)
        return ours, shared

    def _start(self) -> socket.socket:
        kind = socket.SOCK_SEQPACKET if sys.platform == "linux" else socket.SOCK_STREAM
        ours, theirs = socket.socketpair(socket.AF_UNIX, kind)
        command = [sys.executable, "-m", "cablegraph.store.worker", "nursery", str(self._memory), self._folder]
        with theirs:
            self._process = subprocess.Popen(
                command,
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={"GLIBC_TUNABLES": ALLOCATOR, **os.environ},
                process_group=0,  # Ctrl-C is not for it; in a session of its own its priority would not tell
            )
        return ours

    def close(self) -> None:
        """Let it end, as it does when its socket is closed, and wait for that; kill it if it does not."""
        if self._hand is not None:
            self._hand.close()
        if self._process is not None:
            try:
                self._process.wait(1)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()

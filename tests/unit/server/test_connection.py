"""An answer that is whole goes out in one write; one that comes in pieces loses and delays nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from cablegraph.server.connection import Joining

HEAD = b"HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\n"


class Transport(asyncio.Transport):
    """Keeps what it was given, by write."""

    def __init__(self) -> None:
        super().__init__()
        self.writes: list[bytes] = []

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.writes.append(bytes(data))

    def writelines(self, list_of_data: Iterable[bytes | bytearray | memoryview]) -> None:
        self.writes.append(b"".join(list_of_data))

    def close(self) -> None:
        self.writes.append(b"closed")


def written(*steps: list[bytes], end: bool = False) -> list[bytes]:
    """What reaches the transport when each step is written in a callback of its own, and perhaps closed in the last."""
    transport = Transport()

    async def run() -> None:
        joining = Joining(transport, asyncio.get_running_loop())
        for step in steps:
            for piece in step:
                joining.write(piece)
            if end:
                joining.close()
            await asyncio.sleep(0)

    with ThreadPoolExecutor(1) as pool:  # a browser of other tests may keep a loop running in this thread
        pool.submit(asyncio.run, run()).result()
    return transport.writes


def test_head_and_body_are_one_write() -> None:
    assert written([HEAD, b"body"]) == [HEAD + b"body"]
    large = b"x" * 1_000_000
    assert written([HEAD, large]) == [HEAD + large]


def test_a_head_alone_goes_out_when_nothing_follows_at_once() -> None:
    assert written([HEAD], [b"body"]) == [HEAD, b"body"]
    assert written([HEAD, b""]) == [HEAD]


def test_answers_that_follow_one_another_keep_their_order() -> None:
    pieces = [HEAD, b"one", HEAD, HEAD, b"two", b"three"]
    assert b"".join(written(pieces)) == b"".join(pieces)


def test_what_is_held_is_sent_before_the_end() -> None:
    assert written([HEAD], end=True) == [HEAD, b"closed"]


def test_everything_else_is_the_transport_itself() -> None:
    joining = Joining(Transport(), asyncio.new_event_loop())
    assert joining.get_extra_info("peername") is None

"""HTTP/1.1 as uvicorn speaks it, each answer that is whole in one write: its head waits for what follows at once.

Two writes wake the reader twice, and it can do nothing with the head alone.
"""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

LARGE = 64 << 10
"""A piece over so many bytes is not copied behind a head; both are given to the transport, which does as it likes."""


class Joining:
    """A transport that holds what is written until the callback in hand has run, or until something follows."""

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport, self._loop = transport, loop
        self._held = b""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        """Hold a head; send what follows it together with it."""
        if not self._held:
            if data.startswith(b"HTTP/1.1 ") and len(data) < LARGE:
                self._held = data
                self._loop.call_soon(self.flush)
            else:
                self._transport.write(data)
        elif len(data) < LARGE:
            held, self._held = self._held, b""
            self._transport.write(held + data)
        else:
            held, self._held = self._held, b""
            self._transport.writelines([held, data])

    def flush(self) -> None:
        """Send what is held."""
        if self._held:
            held, self._held = self._held, b""
            self._transport.write(held)

    def close(self) -> None:
        """Send what is held, then close."""
        self.flush()
        self._transport.close()


class OneWrite(HttpToolsProtocol):
    """uvicorn's protocol over such a transport."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A client is there."""
        super().connection_made(Joining(transport, self.loop))  # type: ignore[arg-type]

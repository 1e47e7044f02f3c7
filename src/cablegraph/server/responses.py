"""Answers over plain ASGI: headers that every answer carries, compression, ETag and 304, problems."""

from __future__ import annotations

import asyncio
import re
from binascii import a2b_qp
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

from cablegraph.server import negotiation
from cablegraph.server.problems import Problem
from cablegraph.server.processes import Leaving

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

EXPOSED = "ETag, Link, Cablegraph-Generation, Cablegraph-Rows, Cablegraph-Elapsed, X-Request-Id, Retry-After"
CORS = (("access-control-allow-origin", "*"), ("access-control-expose-headers", EXPOSED))
SAFE = (("x-content-type-options", "nosniff"), ("referrer-policy", "no-referrer"))
BLOCK = 1 << 18


@dataclass(frozen=True, slots=True)
class Body:
    """What is sent: bytes, or a file that is removed afterwards."""

    data: bytes = b""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """An answer as it went out: status, headers, and the body where it was in memory."""

    status: int
    headers: list[tuple[bytes, bytes]]
    data: bytes


def header(scope: Scope, name: str) -> str:
    """The value of a request header, several joined by a comma."""
    wanted = name.encode()
    found = [value for key, value in scope["headers"] if key == wanted]
    return b",".join(found).decode("latin-1") if found else ""


def here(scope: Scope) -> str:
    """The address that was asked, without its query."""
    host = header(scope, "host") or "localhost"
    root, path = scope.get("root_path", ""), scope["path"]
    return f"{scope.get('scheme', 'http')}://{host}{'' if path.startswith(root) else root}{path}"


RELATIVE = re.compile(r"<(?![A-Za-z][A-Za-z0-9+.-]*:)[^<>\"{}|^`\\\x00-\x20]*>")
"""What may be an IRI that needs a base."""


def base(scope: Scope, text: str) -> str:
    """Where the relative IRIs of a SPARQL text begin, if it has any: at the address it was sent to (SPARQL, 4.1.1)."""
    return here(scope) if RELATIVE.search(text) else ""


def is_iri(text: str) -> bool:
    """Whether a text may stand between angle brackets in SPARQL, and is absolute."""
    return ":" in text and not any(char in ' <>"{}|\\^`' or char < " " for char in text)


def parameters(scope: Scope) -> list[tuple[str, str]]:
    """Query parameters in order, decoded once. Raises ValueError for bytes that are no UTF-8."""
    return pairs(scope["query_string"])


def pairs(form: bytes) -> list[tuple[str, str]]:
    """Names and values of ``query=ASK%20%7B%7D&format=csv``, in order, decoded once. Raises ValueError for no UTF-8."""
    found = []
    for pair in form.split(b"&"):
        if pair:
            name, _, value = pair.partition(b"=")
            found.append((_decoded(name), _decoded(value)))
    return found


def _decoded(text: bytes) -> str:
    """One name or value. Percent signs become the equals signs of quoted-printable, which C reads in one go."""
    text = text.replace(b"+", b" ")
    if _NO_ESCAPE.search(text):  # a percent sign that begins no escape stands for itself
        return unquote_to_bytes(text).decode("utf-8")
    return a2b_qp(text.replace(b"=", b"=3D").replace(b"%", b"=")).decode("utf-8")


_NO_ESCAPE = re.compile(rb"%(?![0-9A-Fa-f]{2})")


BODY_TIME = 30.0
"""Seconds that a client may let pass between two pieces of its request."""


async def read_body(receive: Receive, limit: int) -> bytes | None:
    """The request body; None when it is over the limit or stops half-way. Raises TimeoutError when it never goes on."""
    chunks: list[bytes] = []
    size = 0
    while True:
        async with asyncio.timeout(BODY_TIME):
            message = await receive()
        if message["type"] == "http.disconnect":
            return None
        chunk = message.get("body", b"")
        size += len(chunk)
        if size > limit:
            return None
        chunks.append(chunk)
        if not message.get("more_body"):
            return b"".join(chunks)


async def watch(receive: Receive, gone: Leaving) -> None:
    """Set the event when the client goes away."""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            gone.set()
            return


_AT_ONCE = 64 << 10
"""Bytes that are compressed in the event loop, where others wait: some two milliseconds."""


async def respond(
    scope: Scope, send: Send, status: int, body: Body, headers: Iterable[tuple[str, str]], *, cors: bool = True
) -> Sent:
    """Send a whole answer; a body worth it is compressed; HEAD gets the same headers and no body."""
    sent = list(headers)
    head = scope["method"] == "HEAD"
    encoding = negotiation.encoding(header(scope, "accept-encoding"))
    data = body.data
    if encoding and len(data) >= negotiation.SMALL:
        if len(data) > _AT_ONCE:
            data = await asyncio.to_thread(negotiation.compress, data, encoding)
        else:
            data = negotiation.compress(data, encoding)
        # RFC 9110, section 8.8.3: another coding is another representation, with a strong tag of its own
        sent = [(name, f'{value[:-1]}-{encoding}"' if name == "etag" else value) for name, value in sent]
        sent.append(("content-encoding", encoding))
    length = Path(body.path).stat().st_size if body.path else len(data)
    if status not in (204, 304):
        sent.append(("content-length", str(length)))
    raw = [*_raw(sent), *(_SHARED if cors else _OWN)]
    await send({"type": "http.response.start", "status": status, "headers": raw})
    if body.path and not head:
        with open(body.path, "rb") as stream:
            while block := stream.read(BLOCK):
                await send({"type": "http.response.body", "body": block, "more_body": True})
        data = b""
    await send({"type": "http.response.body", "body": b"" if head else data})
    return Sent(status, raw, data)


def _raw(headers: Iterable[tuple[str, str]]) -> list[tuple[bytes, bytes]]:
    return [(name.encode("latin-1"), value.encode("latin-1", "replace")) for name, value in headers]


_OWN, _SHARED = _raw(SAFE), _raw((*SAFE, *CORS))


async def problem(scope: Scope, send: Send, said: Problem) -> None:
    """Send a problem, with CORS like everything else."""
    headers = [("content-type", "application/problem+json"), ("cache-control", "no-store"), *said.headers]
    await respond(scope, send, said.status, Body(said.body(scope["path"])), headers)


def matches(scope: Scope, etag: str) -> bool:
    """Whether If-None-Match holds this ETag (RFC 9110, section 13.1.2: weak comparison)."""
    given = header(scope, "if-none-match")
    if not given:
        return False
    tags = (tag.strip().removeprefix("W/") for tag in given.split(","))
    return any(_CODED.sub('"', tag) in (etag, "*") for tag in tags)


_CODED = re.compile(r'-(?:gzip|zstd)"$')


PREFLIGHT = (
    ("access-control-allow-methods", "GET, HEAD, POST, OPTIONS"),
    ("access-control-allow-headers", "Accept, Content-Type, If-None-Match, X-Requested-With"),
    ("access-control-max-age", "86400"),
)

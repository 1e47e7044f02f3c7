"""``/sparql``: SPARQL 1.1 Protocol, query operation, as a thin ASGI application beside FastAPI."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from cablegraph.server import negotiation
from cablegraph.server.description import describe_service
from cablegraph.server.door import Door
from cablegraph.server.problems import Problem
from cablegraph.server.processes import GoneError, Leaving
from cablegraph.server.refusals import Refused
from cablegraph.server.responses import (
    CORS,
    PREFLIGHT,
    Body,
    Receive,
    Scope,
    Send,
    Sent,
    base,
    header,
    here,
    is_iri,
    matches,
    pairs,
    parameters,
    problem,
    read_body,
    respond,
    watch,
)
from cablegraph.server.results import Result
from cablegraph.server.scan import FROM_GRAPHS, volatile

EDITOR = "/sparql-editor"
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"


@dataclass(frozen=True, slots=True)
class Asked:
    """A query request, read: the text (None when there is none), the dataset, and the short name of a form."""

    text: str | None
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    short: str


class SparqlApp:
    """The endpoint over a door."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._ready: OrderedDict[_Key, Sent] = OrderedDict()
        """Small answers as they were sent, for requests that come again word by word."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one HTTP request."""
        if (ready := self._ready.get(_key(scope, self._door.generation))) is not None:
            self._door.cache.hits += 1
            await send({"type": "http.response.start", "status": ready.status, "headers": ready.headers})
            await send({"type": "http.response.body", "body": ready.data})
            return
        try:
            await self._answer(scope, receive, send)
        except Refused as refused:
            if refused.problem.status in (400, 406) and _is_page(scope):
                await self._to_editor(scope, send)  # a person asked for a file: there what is wrong is said in words
            else:
                await problem(scope, send, refused.problem)
        except GoneError:
            return

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        method = scope["method"]
        if method == "OPTIONS":
            await respond(scope, send, 204, Body(), [("allow", "GET, HEAD, POST, OPTIONS"), *PREFLIGHT])
            return
        if method not in ("GET", "HEAD", "POST"):
            allow = (("allow", "GET, HEAD, POST, OPTIONS"),)
            raise Refused(Problem(405, "method", f"{method} is not answered here.", headers=allow))
        asked = await self._read(scope, receive)
        accept = header(scope, "accept")
        if asked.text is None:
            await self._without_query(scope, send, asked, accept)
            return
        if method != "POST" and not asked.short and negotiation.wants_page(accept):
            # A person followed the address of a query: the editor shows it with its answer.
            await self._to_editor(scope, send)
            return
        formats = negotiation.result_formats(accept, asked.short)
        if not formats:
            hint = (", ".join((*negotiation.SOLUTIONS, *negotiation.GRAPHS)),)
            said = (
                f"no form of an answer is called “{asked.short}”" if asked.short else "no form fits the Accept header"
            )
            raise Refused(Problem(406, "not-acceptable", f"{said[:1].upper()}{said[1:100]}.", hint))
        common = [("vary", "Accept, Accept-Encoding"), ("cablegraph-generation", self._door.generation)]
        if self._door.elsewhere is not None or volatile(asked.text):
            await self._evaluate(scope, receive, send, asked, formats, [*common, ("cache-control", "no-store")])
            return
        begins = base(scope, asked.text)
        etag = self._door.key(asked.text, formats, asked.default_graphs, asked.named_graphs, begins)
        common += [("etag", etag), ("cache-control", FRESH)]
        if matches(scope, etag):
            await respond(scope, send, 304, Body(), common)
        elif (kept := self._door.cache.get(etag)) is not None:
            sent = await send_result(scope, send, kept, [*common, ("cablegraph-elapsed", "0.0000")])
            if len(sent.data) <= _SMALL and not begins:  # what a relative IRI is, the key of such answers does not tell
                self._keep(scope, sent)
        else:
            await self._evaluate(scope, receive, send, asked, formats, common, etag)

    async def _to_editor(self, scope: Scope, send: Send) -> None:
        query = next(value for name, value in parameters(scope) if name == "query")
        address = f"{EDITOR}?{urlencode({'query': query, 'run': '1'})}"
        await respond(scope, send, 303, Body(), [("location", address), ("vary", "Accept")])

    async def _evaluate(
        self,
        scope: Scope,
        receive: Receive,
        send: Send,
        asked: Asked,
        formats: Mapping[str, str],
        common: list[tuple[str, str]],
        key: str = "",
    ) -> None:
        watching: list[asyncio.Task[None]] = []
        gone = Leaving(lambda: watching.append(asyncio.ensure_future(watch(receive, gone))))
        begun = time.monotonic()
        try:
            result = await self._door.query(
                asked.text or "",
                formats,
                default_graphs=asked.default_graphs,
                named_graphs=asked.named_graphs,
                gone=gone,
                key=key,
                base=base(scope, asked.text or ""),
            )
        finally:
            for task in watching:
                task.cancel()
        elapsed = f"{time.monotonic() - begun:.4f}"
        await send_result(scope, send, result, [*common, ("cablegraph-elapsed", elapsed)])

    def _keep(self, scope: Scope, sent: Sent) -> None:
        """Keep an answer that was asked for a second time."""
        if key := _key(scope, self._door.generation):
            self._ready[key] = sent
            if len(self._ready) > _MANY:
                self._ready.popitem(last=False)

    async def _without_query(self, scope: Scope, send: Send, asked: Asked, accept: str) -> None:
        if scope["method"] == "POST":
            raise Refused(Problem(400, "query-missing", "The request holds no query."))
        offered = (*negotiation.GRAPHS.values(), "text/html")
        chosen = negotiation.NAMES.get(asked.short) or negotiation.choose(accept or "text/turtle", offered)
        if chosen == "text/html":
            await respond(scope, send, 303, Body(), [("location", EDITOR), ("vary", "Accept")])
            return
        if chosen is None:
            raise Refused(Problem(406, "not-acceptable", "The service description is RDF or the editor page."))
        data = describe_service(self._door, chosen, here(scope))
        etag = self._door.etag("description", chosen, here(scope))
        headers = [
            ("etag", etag),
            ("vary", "Accept, Accept-Encoding"),
            ("cablegraph-generation", self._door.generation),
        ]
        if matches(scope, etag):
            await respond(scope, send, 304, Body(), headers)
        else:
            await respond(scope, send, 200, Body(data), [("content-type", _typed(chosen)), *headers])

    async def _read(self, scope: Scope, receive: Receive) -> Asked:
        """The request as GET, POST form or POST of the query itself (SPARQL 1.1 Protocol, section 2.1)."""
        try:
            given = parameters(scope)
            if scope["method"] == "POST":
                given = await self._read_post(scope, receive, given)
        except (UnicodeDecodeError, ValueError) as error:
            raise Refused(Problem(400, "query-encoding", f"The request is not UTF-8: {error}")) from error
        queries = [value for name, value in given if name == "query"]
        if len(queries) > 1:
            raise Refused(Problem(400, "query-twice", "More than one query parameter was given."))
        if any(name == "update" for name, _ in given):
            hint = ("updates go to /update, with a token",)
            raise Refused(Problem(400, "update-refused", "This endpoint answers queries.", hint))
        graphs = [value for name, value in given if name in ("default-graph-uri", "named-graph-uri")]
        if len(graphs) > FROM_GRAPHS:
            raise Refused(
                Problem(400, "query-from", f"The request names {len(graphs)} graphs; at most {FROM_GRAPHS} are read.")
            )
        if wrong := [iri for iri in graphs if not is_iri(iri)]:
            raise Refused(Problem(400, "graph-iri", f"{wrong[0]!r} is not an absolute IRI."))
        return Asked(
            queries[0] if queries else None,
            tuple(value for name, value in given if name == "default-graph-uri"),
            tuple(value for name, value in given if name == "named-graph-uri"),
            next((value for name, value in given if name in ("format", "output")), ""),
        )

    async def _read_post(self, scope: Scope, receive: Receive, given: list[tuple[str, str]]) -> list[tuple[str, str]]:
        media, charset = content_type(scope)
        limit = 3 * self._door.settings.max_query + 4096  # a form may write each byte as %XX
        try:
            body = await read_body(receive, limit)
        except TimeoutError as error:
            raise Refused(Problem(408, "stopped", "The request stopped half-way.")) from error
        if body is None:
            detail = f"The request is over {self._door.settings.max_query} bytes, or stopped half-way."
            raise Refused(Problem(413, "query-too-large", detail))
        if charset not in ("", "utf-8", "utf8"):
            raise Refused(Problem(415, "charset", f"The request is in {charset}; send UTF-8."))
        if media == FORM:
            return given + pairs(body)
        if media == QUERY:
            return [*(pair for pair in given if pair[0] != "query"), ("query", body.decode("utf-8"))]
        raise Refused(Problem(415, "media-type", f"A query is sent as {QUERY} or {FORM}, not as {media or 'nothing'}."))


def _is_page(scope: Scope) -> bool:
    """Whether a browser asks, for a person, with one query in the address."""
    if scope["method"] not in ("GET", "HEAD") or not negotiation.wants_page(header(scope, "accept")):
        return False
    try:
        return sum(name == "query" for name, _ in parameters(scope)) == 1
    except ValueError:
        return False


FRESH = "public, max-age=0, must-revalidate"


_SMALL, _MANY = 16 << 10, 1024
_Key = tuple[bytes, ...]
_TELLING = (b"accept", b"accept-encoding", b"if-none-match")


def _key(scope: Scope, generation: str) -> _Key:
    """All that an answer to a GET depends on, as it came; empty where it must be looked at more closely."""
    if scope["method"] != "GET":
        return ()
    told = [name + b":" + value for name, value in scope["headers"] if name in _TELLING]
    if any(line.startswith(b"if-none-match") for line in told):
        return ()
    return (generation.encode(), scope["query_string"], *told)


def content_type(scope: Scope) -> tuple[str, str]:
    """Media type and charset of the request, in lower case."""
    media, *rest = header(scope, "content-type").split(";")
    charset = next(
        (part.partition("=")[2].strip(' "') for part in rest if part.strip().lower().startswith("charset")), ""
    )
    return media.strip().lower(), charset.lower()


def _typed(media: str) -> str:
    return f"{media}; charset=utf-8" if media.startswith("text/") else media


async def send_result(scope: Scope, send: Send, result: Result, headers: list[tuple[str, str]]) -> Sent:
    """Send a whole result; a spooled one is removed afterwards."""
    try:
        typed = [("content-type", _typed(result.media_type)), *headers]
        if result.rows is not None:
            typed.append(("cablegraph-rows", str(result.rows)))
        return await respond(scope, send, 200, Body(result.data, result.spooled), typed)
    finally:
        if result.spooled:
            with suppress(OSError):
                Path(result.spooled).unlink()


__all__ = ["CORS", "EDITOR", "SparqlApp", "content_type", "send_result"]

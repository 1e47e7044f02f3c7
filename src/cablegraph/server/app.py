"""The application: a thin front that hands SPARQL to its own ASGI applications and everything else to FastAPI."""

from __future__ import annotations

import asyncio
import logging
import os
import time
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from contextlib import asynccontextmanager
from difflib import get_close_matches
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException
from starlette.routing import Match

from cablegraph import __version__
from cablegraph.errors import CablegraphError
from cablegraph.server import api, dumps, linked_data, openapi, operation, pages
from cablegraph.server.door import Door
from cablegraph.server.graphs import StoreApp, UpdateApp
from cablegraph.server.operation import RequestLog
from cablegraph.server.pages_ask import library_in
from cablegraph.server.problems import Problem
from cablegraph.server.refusals import Refused
from cablegraph.server.responses import CORS, PREFLIGHT, SAFE, Receive, Scope, Send, header, matches, problem
from cablegraph.server.sparql import SparqlApp
from cablegraph.settings import Settings

LOOPBACK = ("127.0.0.1", "localhost", "[::1]", "::1", "testserver")
CSP = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'self'"
)


class Front:
    """The ASGI application that a server runs: ``api`` is the FastAPI one inside, ``door`` what both stand on."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.door = Door(settings)
        self.api = make_api(self.door)
        self._routes: dict[str, Callable[[Scope, Receive, Send], Awaitable[None]]] = {
            "/sparql": SparqlApp(self.door),
            "/update": UpdateApp(self.door),
            "/store": StoreApp(self.door),
        }
        self._log = logging.getLogger("cablegraph")
        self._requests = RequestLog(self._log)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection event."""
        if scope["type"] != "http":
            await self.api(scope, receive, send)
            self._requests.flush()
            return
        with self.door.pinned():
            await self._answer(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, from one generation, with an id and a line in the log."""
        begun = time.monotonic()
        status = 0
        request_id = header(scope, "x-request-id")[:64] or os.urandom(8).hex()

        async def sending(message: MutableMapping[str, Any]) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], (b"x-request-id", request_id.encode("latin-1", "replace"))]
            await send(message)

        try:
            await self._dispatch(scope, receive, sending)
        except asyncio.CancelledError:  # the server ends under a running answer
            if not status:
                ending = Problem(503, "ending", "The server is being stopped.", ("ask again when it is back",))
                await asyncio.shield(problem(scope, sending, ending))
        except Exception:
            self._requests.flush()
            self._log.exception("failed", extra={"facts": {"route": scope["path"], "request": request_id}})
            if not status:
                await problem(scope, sending, Problem(500, "internal", "Something went wrong on our side."))
        finally:
            if self._log.isEnabledFor(logging.INFO):
                elapsed = round(1000 * (time.monotonic() - begun), 1)
                facts = {"route": scope["path"], "method": scope["method"], "status": status, "ms": elapsed,
                         "generation": self.door.generation, "request": request_id}  # fmt: skip
                self._requests.add(facts)

    async def _dispatch(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._foreign_host(scope):
            await problem(scope, send, Problem(400, "host", "This server answers to its own name only."))
            return
        path = scope["path"]
        root = scope.get("root_path", "")
        if root and path.startswith(root):
            path = path[len(root) :]
        if path in ("/sparql/", "/update/"):
            path = path[:-1]
        route = self._routes.get(path) or (self._routes["/store"] if path.startswith("/store/") else None)
        if route is not None:
            await route(scope, receive, send)
        elif scope["method"] == "HEAD":
            await self.api({**scope, "method": "GET"}, receive, _without_body(send))
        else:
            await self.api(scope, receive, send)

    def _foreign_host(self, scope: Scope) -> bool:
        """An unknown Host on loopback is a page elsewhere that rebinds its name to us."""
        if self.settings.host not in LOOPBACK:
            return False
        host = header(scope, "host")
        name = host.rpartition(":")[0] if ":" in host and not host.endswith("]") else host
        return bool(name) and name.lower() not in LOOPBACK


def _without_body(send: Send) -> Send:
    """What GET would say, without saying it: every GET route answers HEAD."""

    async def sending(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return sending


def make_api(door: Door) -> FastAPI:
    """The FastAPI application: pages, JSON, Linked Data, operation; ``/docs`` is a page of our own."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        await door.open()
        yield
        await door.close()

    api = FastAPI(
        title="cablegraph",
        version=__version__,
        summary="A graph of telegrams in which every edge shows the words it rests on.",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        license_info={"name": "Apache-2.0"},
    )
    api.state.door = door
    for router in _routers():
        api.include_router(router)
    api.add_exception_handler(Refused, _refused)
    api.add_exception_handler(CablegraphError, _cablegraph_error)
    api.add_exception_handler(HTTPException, _http_error)
    api.add_exception_handler(RequestValidationError, _invalid)

    plain = api.openapi
    api.openapi = lambda: openapi.described(plain(), library_in(api))  # type: ignore[method-assign]

    @api.middleware("http")
    async def headers(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
        if request.method == "OPTIONS":
            allowed = _allowed(request)
            preflight = {**dict(CORS), **dict(PREFLIGHT), "access-control-allow-methods": allowed}
            return Response(status_code=204, headers={**preflight, "allow": allowed})
        response = await call_next(request)
        etag = response.headers.get("etag", "")
        if response.status_code == 200 and etag and matches(request.scope, etag):
            response = Response(status_code=304, headers=_kept(response))
        for name, value in (*CORS, *SAFE):
            response.headers.setdefault(name, value)
        response.headers.setdefault("content-security-policy", CSP)
        response.headers.setdefault("cablegraph-generation", door.generation)
        response.headers.setdefault("cache-control", "public, max-age=0, must-revalidate")
        return response

    return api


def _kept(response: Response) -> dict[str, str]:
    """The headers that a 304 has of the answer it stands for (RFC 9110, section 15.4.5)."""
    return {name: response.headers[name] for name in ("etag", "vary", "cache-control") if name in response.headers}


def _routers() -> list[Any]:
    return [api.router, pages.router, operation.router, dumps.router, linked_data.router]


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)
    return _said(request, error.problem)


async def _cablegraph_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, CablegraphError)
    return _said(request, Problem(500, "failed", error.diagnostic.what, tuple(error.diagnostic.notes)))


async def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    code = {404: "not-found", 405: "method"}.get(error.status_code, "failed")
    headers = tuple((error.headers or {}).items())
    if code == "method":
        headers = (("allow", _allowed(request)),)
    if code == "not-found":
        return _said(request, _no_page(request.url.path, headers))
    return _said(request, Problem(error.status_code, code, str(error.detail), headers=headers))


def _allowed(request: Request) -> str:
    """``Allow`` of an address: what its routes answer; HEAD where GET is answered, and OPTIONS always."""
    routes = request.app.router.routes
    asked = {method: {**request.scope, "method": method} for method in ("GET", "POST")}
    given = {name for name, scope in asked.items() if any(route.matches(scope)[0] is Match.FULL for route in routes)}
    given |= {"OPTIONS", *(("HEAD",) if "GET" in given else ())}
    return ", ".join(name for name in ("GET", "HEAD", "POST", "OPTIONS") if name in given)


PAGES = ("documents", "network", "timeline", "map", "questions", "data", "about", "docs", "search", "sparql-editor")


OTHERWISE = {"papers": "documents", "letters": "documents", "telegrams": "documents", "people": "network",
             "places": "map", "sources": "data", "api": "docs", "editor": "sparql-editor"}  # fmt: skip
"""What pages are called by those who do not know their names."""
THINGS = {"documents": "doc", "papers": "doc", **{kind: kind for kind in ("doc", "agent", "place", "topic", "form")}}


def _no_page(path: str, headers: tuple[tuple[str, str], ...]) -> Problem:
    """An address that nothing is at, with the pages whose names are like it."""
    last = path.rstrip("/").rpartition("/")[2]
    near = get_close_matches(last, PAGES, 3, 0.6)
    closest = [(f"/{name}", name) for name in near]
    first, _, key = path.strip("/").partition("/")
    if first in OTHERWISE and not key:
        closest.insert(0, (f"/{OTHERWISE[first]}", OTHERWISE[first]))
    elif kind := THINGS.get(first) if key else None:
        closest.insert(0, (f"/page/{kind}/{key}", f"{kind} {key}"))
    return Problem(404, "not-found", f"Nothing is at “{path}”.", extra={"closest": closest}, headers=headers)


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    said = [
        {"parameter": ".".join(str(part) for part in item["loc"][1:]), "message": item["msg"]}
        for item in error.errors()
    ]
    names = ", ".join(item["parameter"] for item in said)
    return _said(request, Problem(422, "parameter", f"Not understood: {names}", extra={"errors": said}))


def _said(request: Request, said: Problem) -> Response:
    """A problem: a page for a person's browser, JSON for programs."""
    if pages.wants_html(request):
        return pages.error_page(request, said)
    headers = {"vary": "Accept", **dict(said.headers)}
    return Response(said.body(request.url.path), said.status, headers, media_type="application/problem+json")


def create_app(settings: Settings) -> Front:
    """The application for these settings. Run it with any ASGI server; `cablegraph.server.serve` runs uvicorn."""
    return Front(settings)

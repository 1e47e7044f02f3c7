"""``/update`` and ``/store``: SPARQL 1.1 Update and Graph Store Protocol on named graphs, with a bearer token.

A built graph changes by building. What users write in named graphs goes on a copy that becomes a new generation, whole
or not at all; a scratch store is written in place.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from cablegraph.errors import StoreError
from cablegraph.server import negotiation, rewrite
from cablegraph.server.door import Door
from cablegraph.server.problems import Problem
from cablegraph.server.processes import GoneError
from cablegraph.server.refusals import Refused, problem_of
from cablegraph.server.responses import (
    PREFLIGHT,
    Body,
    Receive,
    Scope,
    Send,
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
)
from cablegraph.server.results import Result
from cablegraph.server.sparql import FORM, FRESH, content_type, send_result
from cablegraph.sparql_tokens import place
from cablegraph.store.generations import Generation

UPDATE = "application/sparql-update"
WRITE_METHODS = "GET, HEAD, PUT, POST, DELETE, OPTIONS"


def authorise(door: Door, scope: Scope) -> None:
    """Raise Refused unless the request carries the token, or the store is a scratch one without a token."""
    wanted = door.settings.token
    given = header(scope, "authorization")
    if not wanted and door.settings.scratch:
        return
    if not wanted:
        hint = ("set CABLEGRAPH_TOKEN and start again",)
        raise Refused(Problem(403, "no-right", "Writing is off: this server has no token.", hint))
    kind, _, token = given.partition(" ")
    if kind.lower() != "bearer" or not hmac.compare_digest(token.strip().encode(), wanted.encode()):
        challenge = (("www-authenticate", 'Bearer realm="cablegraph"'),)
        raise Refused(Problem(401, "no-token", "Send the token: Authorization: Bearer …", headers=challenge))


class _Writing:
    """What both applications share."""

    methods = WRITE_METHODS

    def __init__(self, door: Door) -> None:
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one HTTP request."""
        try:
            if scope["method"] == "OPTIONS":
                await respond(scope, send, 204, Body(), [("allow", self.methods), *PREFLIGHT])
                return
            if self._door.elsewhere is not None:
                raise Refused(Problem(403, "no-right", "The store is elsewhere; it is written there."))
            await self.answer(scope, receive, send)
        except Refused as refused:
            await problem(scope, send, refused.problem)
        except GoneError:
            return

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; raises Refused."""
        raise NotImplementedError

    async def _body(self, receive: Receive) -> bytes:
        try:
            body = await read_body(receive, self._door.settings.max_upload)
        except TimeoutError as error:
            raise Refused(Problem(408, "stopped", "The request stopped half-way.")) from error
        if body is None:
            limit = self._door.settings.max_upload >> 20
            raise Refused(Problem(413, "too-large", f"The request is over {limit} MiB, or stopped half-way."))
        return body

    async def _change(self, request: dict[str, Any], body: bytes) -> dict[str, Any]:
        """Run a change: in place on a scratch store, else on a copy that becomes a new generation."""
        door = self._door
        async with door.writing:
            if door.settings.scratch:
                reply, _ = await door.ask({**request, "store": str(door.store_path)}, body, change=True)
                if reply["ok"]:
                    door.wrote()
                return reply
            try:
                with door.generations.lock():
                    door.look()  # a build may have ended since
                    door.pin()
                    return await self._change_copy(request, body)
            except StoreError as error:
                later = (("retry-after", "30"),)
                raise Refused(
                    Problem(503, "building", error.diagnostic.what, error.diagnostic.notes, {}, later)
                ) from error

    async def _change_copy(self, request: dict[str, Any], body: bytes) -> dict[str, Any]:
        door = self._door
        stage = door.generations.stage()
        named = door.generations.named_graphs_path.with_suffix(".part")
        places = {"from": str(door.store_path), "store": str(stage / "store"), "named": str(named)}
        try:
            reply, _ = await door.ask({**request, "op": "change", **places}, body, change=True)
            if reply["ok"]:
                await asyncio.to_thread(self._make_current, stage, named, reply["quads"])
                door.look()
                door.pin()
            return reply
        finally:
            shutil.rmtree(stage, ignore_errors=True)
            named.unlink(missing_ok=True)

    def _make_current(self, stage: Path, named: Path, quads: int) -> None:
        """Seal the changed copy under an id of its own: that of the build, and a digest of the named graphs."""
        generations, old = self._door.generations, Generation(self._door.path)
        content = named.read_bytes()
        built = str(old.manifest.get("build", old.id))
        id_ = f"{built}-{hashlib.sha256(content).hexdigest()[:12]}" if content else built
        if id_ not in {generation.id for generation in generations.list()}:
            for path in old.path.iterdir():
                if path.is_file() and path.name != "manifest.json":
                    os.link(path, stage / path.name)
            kept = {key: value for key, value in old.manifest.items() if key not in _SEALED}
            generations.finish(stage, {**kept, "id": id_, "build": built, "quads": quads})
        named.replace(generations.named_graphs_path)
        generations.make_current(id_)


_SEALED = ("files", "hash", "built_at", "format")


class UpdateApp(_Writing):
    """``/update``."""

    methods = "POST, OPTIONS"

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """POST form or POST of the update itself (SPARQL 1.1 Protocol, section 2.2)."""
        if scope["method"] != "POST":
            raise Refused(Problem(405, "method", "An update is sent by POST.", headers=(("allow", self.methods),)))
        authorise(self._door, scope)
        text = await self._read(scope, receive)
        await self._door.check_update(text)
        if not self._door.settings.scratch:
            found = await asyncio.to_thread(rewrite.default_graph_written, text)
            if found is not None:
                hint = ("write GRAPH <…> { … } in each template, or WITH <…>", "the built graph changes by building")
                line, column, source = place(text, found.start)
                where = {"line": line, "column": column, "source": source[:200]}
                raise Refused(Problem(403, "no-right", "Only named graphs can be written here.", hint, where))
        request = {"op": "update", "do": "update", "base": base(scope, text)}
        reply = await self._change(request, text.encode())
        if not reply["ok"]:
            raise Refused(problem_of(reply, text, self._door.settings))
        await respond(scope, send, 204, Body(), [("cablegraph-generation", self._door.generation)], cors=False)

    async def _read(self, scope: Scope, receive: Receive) -> str:
        media, charset = content_type(scope)
        body = await self._body(receive)
        if charset not in ("", "utf-8", "utf8"):
            raise Refused(Problem(415, "charset", f"The request is in {charset}; send UTF-8."))
        try:
            given = parameters(scope)
            if media == FORM:
                given += pairs(body)
            elif media == UPDATE:
                given.append(("update", body.decode("utf-8")))
            else:
                detail = f"An update is sent as {UPDATE} or {FORM}, not as {media or 'nothing'}."
                raise Refused(Problem(415, "media-type", detail))
        except (UnicodeDecodeError, ValueError) as error:
            raise Refused(Problem(400, "query-encoding", f"The request is not UTF-8: {error}")) from error
        updates = [value for name, value in given if name == "update"]
        if len(updates) != 1 or any(name == "query" for name, _ in given):
            raise Refused(Problem(400, "query-missing", "Send exactly one update parameter and no query."))
        using = [
            f"USING {'NAMED ' * ('named' in name)}<{value}>"
            for name, value in given
            if name in ("using-graph-uri", "using-named-graph-uri")
        ]
        try:
            return rewrite.with_using(updates[0], using)
        except ValueError as error:
            raise Refused(Problem(400, "using", str(error))) from error


class StoreApp(_Writing):
    """``/store``: direct and indirect graph identification (SPARQL 1.1 Graph Store HTTP Protocol)."""

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """GET, HEAD, PUT, POST, DELETE on a graph."""
        method = scope["method"]
        if method not in ("GET", "HEAD", "PUT", "POST", "DELETE"):
            raise Refused(Problem(405, "method", f"{method} is not answered here.", headers=(("allow", self.methods),)))
        graph = self._graph(scope)
        wanted = header(scope, "cablegraph-generation")
        if wanted and wanted != self._door.generation:
            detail = f"Generation {wanted} is no longer current; {self._door.generation} is."
            raise Refused(Problem(409, "not-current", detail))
        if method in ("GET", "HEAD"):
            await self._get(scope, send, graph or "")
            return
        authorise(self._door, scope)
        if not graph and not self._door.settings.scratch and (method != "POST" or graph is not None):
            hint = ("name a graph: ?graph=…", "the built graph changes by building")
            raise Refused(Problem(403, "no-right", "Only named graphs can be written here.", hint))
        if method == "DELETE":
            await self._delete(scope, send, graph or "")
            return
        await self._write(scope, receive, send, graph)

    def _graph(self, scope: Scope) -> str | None:
        """IRI of the graph, empty for the default graph, None where the request names none (POST: a new graph)."""
        try:
            given = parameters(scope)
        except (UnicodeDecodeError, ValueError) as error:
            raise Refused(Problem(400, "query-encoding", "The address is not UTF-8.")) from error
        named = [value for name, value in given if name == "graph"]
        default = any(name == "default" for name, _ in given)
        if len(named) + default > 1:
            raise Refused(Problem(400, "graph-twice", "Name one graph: ?graph=… or ?default."))
        if default:
            return ""
        if named:
            iri = urljoin(here(scope), named[0])
            if not is_iri(iri):
                raise Refused(Problem(400, "graph-iri", f"{named[0]!r} is not an IRI."))
            return iri
        inside = scope["path"].rstrip("/").removeprefix("/store")
        if inside:
            return here(scope)
        if scope["method"] == "POST":
            return None
        raise Refused(Problem(400, "graph-missing", "Name a graph: ?graph=… or ?default."))

    async def _get(self, scope: Scope, send: Send, graph: str) -> None:
        short = next((value for name, value in parameters(scope) if name == "format"), "")
        accept = negotiation.NAMES.get(short, short) or header(scope, "accept") or "text/turtle"
        media = negotiation.choose(accept, tuple(negotiation.GRAPHS.values()), negotiation.GRAPH_ALIASES)
        if media is None:
            hint = (", ".join(negotiation.GRAPHS.values()),)
            raise Refused(Problem(406, "not-acceptable", "A graph is RDF.", hint))
        form = media if media not in ("application/trig", "application/n-quads") else "application/n-triples"
        request = {"op": "graph", "store": str(self._door.store_path), "graph": graph, "type": form,
                   "spool": self._door.settings.spool, "writable": self._door.settings.scratch}  # fmt: skip
        reply, data = await self._door.ask(request, b"")
        if not reply["ok"] and reply["error"] == "no-graph":
            raise Refused(Problem(404, "not-found", f"There is no graph <{graph}>."))
        if not reply["ok"]:
            raise Refused(problem_of(reply, "", self._door.settings))
        etag = self._door.etag(graph, media)
        headers = [("etag", etag), ("vary", "Accept, Accept-Encoding"), ("cache-control", FRESH)]
        headers.append(("cablegraph-generation", self._door.generation))
        if matches(scope, etag):
            await respond(scope, send, 304, Body(), headers)
            return
        await send_result(scope, send, Result("graph", media, data, reply.get("spooled", "")), headers)

    async def _delete(self, scope: Scope, send: Send, graph: str) -> None:
        if graph and not await self._exists(graph):
            raise Refused(Problem(404, "not-found", f"There is no graph <{graph}>."))
        reply = await self._change({"op": "replace", "do": "delete", "graph": graph}, b"")
        if not reply["ok"]:
            raise Refused(problem_of(reply, "", self._door.settings))
        await respond(scope, send, 204, Body(), (), cors=False)

    async def _exists(self, graph: str) -> bool:
        request = {"op": "graph", "store": str(self._door.store_path), "graph": graph, "type": "application/n-triples",
                   "spool": self._door.settings.spool, "writable": self._door.settings.scratch}  # fmt: skip
        reply, _ = await self._door.ask(request, b"")
        with suppress(OSError):
            Path(reply.get("spooled") or "/nonexistent").unlink()
        return bool(reply["ok"])

    async def _write(self, scope: Scope, receive: Receive, send: Send, graph: str | None) -> None:
        body = await self._body(receive)
        fresh = graph is None
        if fresh:
            graph = f"{here(scope).rstrip('/')}/{os.urandom(8).hex()}"
        assert graph is not None
        begins = graph or here(scope)
        files = [await self._parsed(data, media, graph, begins) for data, media in _uploads(scope, body)]
        try:
            whole = self._door.folder / f"upload-{os.urandom(6).hex()}.nq"
            with whole.open("wb") as out:
                for path in files:
                    out.write(path.read_bytes())
            do = "put" if scope["method"] == "PUT" else "merge"
            reply = await self._change({"op": "replace", "do": do, "graph": graph, "file": str(whole)}, b"")
        finally:
            for path in (*files, whole):
                path.unlink(missing_ok=True)
        if not reply["ok"]:
            raise Refused(problem_of(reply, "", self._door.settings))
        created = fresh or not reply.get("existed")
        headers = [("location", graph)] if fresh else []
        await respond(scope, send, 201 if created else 204, Body(), headers, cors=False)

    async def _parsed(self, data: bytes, media: str, graph: str, begins: str) -> Path:
        """An upload parsed outside this process, as N-Quads of its graph. Raises Refused, naming the line."""
        known = {**{value: value for value in negotiation.GRAPHS.values()}, "text/n3": "text/n3"}
        if media not in known:
            detail = f"{media or 'A body without Content-Type'} is not RDF we read."
            raise Refused(Problem(415, "media-type", detail, (", ".join(known),)))
        handle, name = tempfile.mkstemp(prefix="parsed-", suffix=".nq", dir=self._door.folder)
        os.close(handle)
        request = {"op": "parse", "type": media, "graph": graph, "out": name, "base": begins}
        try:
            reply, _ = await self._door.ask(request, data)
        except Refused:
            Path(name).unlink(missing_ok=True)
            raise
        if not reply["ok"]:
            Path(name).unlink(missing_ok=True)
            said = problem_of(reply, data[: 1 << 16].decode("utf-8", "replace"), self._door.settings)
            raise Refused(Problem(400, "rdf-syntax", said.detail, ("nothing was loaded",), said.extra))
        return Path(name)


def _uploads(scope: Scope, body: bytes) -> Iterator[tuple[bytes, str]]:
    """The documents of a request: one, or several in a multipart form (Graph Store Protocol, section 5.5)."""
    media, _ = content_type(scope)
    if media != "multipart/form-data":
        yield body, media
        return
    head = f"Content-Type: {header(scope, 'content-type')}\r\n\r\n".encode()
    message = BytesParser(policy=HTTP).parsebytes(head + body)
    if not message.is_multipart():
        raise Refused(Problem(400, "multipart", "The multipart form cannot be read."))
    for part in message.iter_parts():
        payload = part.get_payload(decode=True)
        suffix = (part.get_filename() or "").rpartition(".")[2].lower()
        said = part.get_content_type() if part["content-type"] else negotiation.GRAPHS.get(suffix, "nothing")
        yield payload if isinstance(payload, bytes) else b"", said

"""What stands behind every route: the current generation, the query processes, the cache of results, the counters."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import json
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from cablegraph import corpus
from cablegraph.errors import CablegraphError, StoreError
from cablegraph.server import negotiation
from cablegraph.server.elsewhere import Elsewhere
from cablegraph.server.problems import Problem
from cablegraph.server.processes import BusyError, CrashError, Leaving, TimeOutError
from cablegraph.server.refusals import Refused, busy, of_refusal, problem_of
from cablegraph.server.results import Cache, Result
from cablegraph.server.scan import scan, volatile
from cablegraph.server.workers import Workers
from cablegraph.settings import Settings
from cablegraph.store.generations import Generation, Generations

LONG = 8192
"""A text over so many characters takes a while to look at."""
POLL = 0.25
"""Seconds between looks at which generation is current."""


@dataclass(frozen=True, slots=True)
class Served:
    """One generation as an answer sees it, from its first word to its last."""

    generation: str = ""
    store_path: Path = Path()
    text_published: bool = True


_seen: ContextVar[Served | None] = ContextVar("cablegraph-served", default=None)
"""What the request in hand is answered from; None outside a request."""


class Door:
    """One server's state; `open` and `close` it with the application.

    A request that began on a generation ends on it, its ETag and header too, whatever became current meanwhile.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.generations = Generations(settings.data)
        self._folder = Path(tempfile.mkdtemp(prefix="cablegraph-serve-"))
        self.workers = Workers(settings, str(self._folder))
        self.elsewhere = Elsewhere(settings) if settings.store else None
        self.cache = Cache(settings.cache)
        self.pages = Cache(settings.cache // 4)
        self.last_answer = 0.0
        self.latest = Served()
        self._poll: asyncio.Task[None] | None = None
        self._written = 0
        self._long = asyncio.Lock()
        self.writing = asyncio.Lock()
        self.files = asyncio.Semaphore(settings.workers)
        self.dumps = asyncio.Semaphore(1)

    @property
    def folder(self) -> Path:
        """Where spooled results and uploads lie; gone with the server."""
        return self._folder

    @property
    def served(self) -> Served:
        """What the request in hand is answered from; outside a request, what is current."""
        return _seen.get() or self.latest

    @property
    def generation(self) -> str:
        """Id of the generation that is served."""
        return self.served.generation

    @property
    def store_path(self) -> Path:
        """Its Oxigraph directory."""
        return self.served.store_path

    @property
    def text_published(self) -> bool:
        """Whether readers may have the running text of its papers."""
        return self.served.text_published

    @contextlib.contextmanager
    def pinned(self) -> Iterator[None]:
        """Answer one request from what is current at its beginning."""
        before = _seen.set(self.latest)
        try:
            yield
        finally:
            _seen.reset(before)

    def pin(self) -> None:
        """Let the request in hand go on with what is current now: it changed that, or waited for its turn."""
        _seen.set(self.latest)

    async def open(self) -> None:
        """Find the current generation and start the processes."""
        if self.elsewhere is not None:
            self.latest = Served("elsewhere")
            return
        if self.settings.scratch:
            self.latest = Served("scratch", self._folder / "store")
        else:
            self.look()
        await self.workers.start(str(self.store_path))
        self._poll = asyncio.ensure_future(self._watch())

    async def close(self) -> None:
        """Kill what runs and remove what was spooled."""
        if self._poll is not None:
            self._poll.cancel()
        if self.elsewhere is not None:
            self.elsewhere.close()
        await self.workers.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def look(self) -> None:
        """Follow the pointer to the current generation; one that is not whole is not followed."""
        current = self.generations.current()
        if current is None:
            raise StoreError(f"there is no graph in {self.settings.data}")
        if current.id != self.latest.generation:
            current.verify()
            self.latest = Served(current.id, current.store_path, self._published(current))
            self.workers.follow(str(self.latest.store_path))

    def _published(self, generation: Generation) -> bool:
        """Whether readers may have the running text: as the generation says, else as ``corpus.toml`` does now."""
        said = generation.publishes_text
        return said if said is not None else corpus.load(self.settings.folder).publish_text

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(POLL)
            if not self.settings.scratch:
                with contextlib.suppress(CablegraphError, OSError):
                    self.look()

    @property
    def path(self) -> Path:
        """Directory of the generation that is served."""
        return self.store_path.parent

    @property
    def current(self) -> Generation | None:
        """The generation that is served; None before a store that was not built here."""
        return None if self.elsewhere is not None or self.settings.scratch else Generation(self.path)

    def wrote(self) -> None:
        """A scratch store changed: results kept of it are stale."""
        self._written += 1
        self.latest = Served(f"scratch-{self._written}", self.latest.store_path)
        self.pin()

    def etag(self, *parts: str) -> str:
        """A strong ETag of the generation and these parts."""
        digest = hashlib.sha256("\n".join((self.generation, *parts)).encode("utf-8", "replace")).hexdigest()
        return f'"{digest[:24]}"'

    def key(
        self,
        text: str,
        formats: Mapping[str, str],
        default_graphs: tuple[str, ...],
        named_graphs: tuple[str, ...],
        base: str = "",
    ) -> str:
        """A strong ETag of all that an answer depends on; results are cached by it."""
        return self.etag(f"{default_graphs}{named_graphs}{base}", str(sorted(formats.items())), text)

    async def query(
        self,
        text: str,
        formats: Mapping[str, str],
        *,
        default_graphs: tuple[str, ...] = (),
        named_graphs: tuple[str, ...] = (),
        gone: Leaving | None = None,
        trusted: bool = False,
        key: str | None = None,
        base: str = "",
    ) -> Result:
        """A whole result of a query over the current generation. Raises Refused, or GoneError when nobody waits.

        ``trusted`` skips the scan, for our own queries. ``key`` is that of the cache where the caller has looked there;
        ``base`` is where relative IRIs begin.
        """
        if self.elsewhere is not None:
            return await self._query_elsewhere(text, formats, default_graphs, named_graphs, gone)
        if key is None:
            key = "" if volatile(text) else self.key(text, formats, default_graphs, named_graphs, base)
            if key and (kept := self.cache.get(key)) is not None:
                return kept
        if not trusted:
            await self.check(text)
        request = _request(
            str(self.store_path),
            self.settings.scratch,
            self.settings.spool,
            tuple(formats.items()),
            default_graphs,
            named_graphs,
            base,
        )
        reply, data = await self.ask(request, text.encode(), gone=gone)
        if not reply["ok"]:
            raise Refused(problem_of(reply, text, self.settings))
        result = Result(reply["kind"], reply["type"], data, reply["spooled"], reply["rows"])
        if key:
            self.cache.put(key, result)
        return result

    async def _query_elsewhere(
        self,
        text: str,
        formats: Mapping[str, str],
        default_graphs: tuple[str, ...],
        named_graphs: tuple[str, ...],
        gone: Leaving | None,
    ) -> Result:
        """The query to the service behind us; nothing is kept, for it may change at any moment."""
        assert self.elsewhere is not None
        await self.check(text)
        try:
            found = await self.elsewhere.query(text, formats, default_graphs, named_graphs, gone)
        except BusyError as error:
            raise Refused(busy()) from error
        if isinstance(found, Problem):
            raise Refused(found)
        self.last_answer = time.monotonic()
        kind = "graph" if found.media_type in negotiation.GRAPHS.values() else "solutions"
        return Result(kind, found.media_type, found.body)

    async def ping(self) -> None:
        """Let a query process, or the service behind us, answer the smallest question. Raises Refused."""
        forms = {"boolean": "application/sparql-results+json", "solutions": "application/sparql-results+json"}
        if self.elsewhere is not None:
            await self._query_elsewhere("ASK {}", forms, (), (), None)
            return
        request = {"op": "query", "store": str(self.store_path), "writable": self.settings.scratch, "formats": forms,
                   "spool": 1 << 20}  # fmt: skip
        reply, _ = await self.ask(request, b"ASK {}")
        if not reply["ok"]:
            raise Refused(problem_of(reply, "ASK {}", self.settings))

    async def ask(
        self, request: dict[str, Any] | bytes, body: bytes, *, gone: Leaving | None = None, change: bool = False
    ) -> tuple[dict[str, Any], bytes]:
        """One request to a process; limits become problems. A ``change`` may take six times as long as a query."""
        limit = self.settings.timeout * (6 if change else 1)
        try:
            reply = await self.workers.run(request, body, gone=gone, timeout=limit, whole=change)
        except BusyError as error:
            raise Refused(busy()) from error
        except TimeOutError as error:
            hint = ("add LIMIT", "ask for one year", f"run it with: cablegraph query --timeout {int(limit * 12)}")
            raise Refused(
                Problem(503, "query-timeout", f"Stopped after {limit:g} s.", hint, headers=(("retry-after", "10"),))
            ) from error
        except CrashError as error:
            less = ("ask for less, or nest less deeply",)
            raise Refused(
                Problem(503, "query-memory", "The query ended its process, most likely for want of memory.", less)
            ) from error
        self.last_answer = time.monotonic()
        return reply

    async def check(self, text: str) -> None:
        """Raise Refused for a query that the scan refuses. Long ones get a third of our time, whoever sends them."""
        if len(text) <= LONG:
            refusal = scan(text, max_size=self.settings.max_query)
        else:
            async with self._long:
                begun = time.monotonic()
                refusal = scan(text, max_size=self.settings.max_query)
                await asyncio.sleep(2 * (time.monotonic() - begun))
        if refusal is not None:
            raise Refused(of_refusal(refusal))

    async def check_update(self, text: str) -> None:
        """The same for an update, which may be very long: beside what else we do."""
        refusal = await asyncio.to_thread(scan, text, max_size=self.settings.max_upload, update=True)
        if refusal is not None:
            raise Refused(of_refusal(refusal))


@lru_cache(maxsize=256)
def _request(
    store: str,
    writable: bool,
    spool: int,
    formats: tuple[tuple[str, str], ...],
    default_graphs: tuple[str, ...],
    named_graphs: tuple[str, ...],
    base: str,
) -> bytes:
    """The head of a query's frame, which is the same for most queries."""
    head = {
        "op": "query",
        "store": store,
        "writable": writable,
        "formats": dict(formats),
        "default_graphs": default_graphs,
        "named_graphs": named_graphs,
        "base": base,
        "spool": spool,
    }
    return json.dumps(head).encode()

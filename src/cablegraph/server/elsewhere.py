"""``serve --store URL``: our front before another SPARQL 1.1 service; the same scan, time limit and cache before it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

from cablegraph.errors import StoreError
from cablegraph.server.problems import Problem
from cablegraph.server.processes import BusyError, GoneError, Leaving
from cablegraph.settings import Settings
from cablegraph.store import remote


class Elsewhere:
    """The service behind us, asked by so many threads at a time as there are query processes otherwise."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._threads = ThreadPoolExecutor(max(4, settings.workers), thread_name_prefix="elsewhere")
        self._asking = 0

    def close(self) -> None:
        """Ask no more."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def query(
        self,
        text: str,
        formats: Mapping[str, str],
        default_graphs: tuple[str, ...],
        named_graphs: tuple[str, ...],
        gone: Leaving | None,
    ) -> remote.Reply | Problem:
        """What the service answers, or the problem there was. Raises BusyError, or GoneError when the client left."""
        if self._asking >= self._settings.queue:
            raise BusyError
        self._asking += 1
        call = remote.Call(self._settings.store, self._settings.timeout)
        accept = ", ".join(sorted(set(formats.values())))
        work = asyncio.get_running_loop().run_in_executor(
            self._threads, remote.ask, call, text, accept, default_graphs, named_graphs
        )
        if gone is not None:
            gone.then = call.end
            if gone.watch is not None:
                gone.watch()
        try:
            return _judged(await work, text)
        except StoreError as error:
            if gone is not None and gone.is_set():
                raise GoneError from error
            if call.late:
                detail = f"Stopped after {self._settings.timeout:g} s."
                return Problem(503, "query-timeout", detail, ("add LIMIT",), headers=(("retry-after", "10"),))
            return Problem(502, "store-away", error.diagnostic.what, error.diagnostic.notes)
        finally:
            self._asking -= 1


def _judged(reply: remote.Reply, text: str) -> remote.Reply | Problem:
    if reply.status == 200:
        return reply
    said = reply.body[:500].decode("utf-8", "replace").strip()
    if 400 <= reply.status < 500:
        return Problem(reply.status, "query-syntax" if reply.status == 400 else "refused", said)
    return Problem(502, "store-failed", f"The store behind us answered {reply.status}: {said}")

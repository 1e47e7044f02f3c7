"""Any SPARQL 1.1 service as the store: ``http://127.0.0.1:7878/query`` answers queries, ``…/store`` takes graphs."""

from __future__ import annotations

import http.client
import socket
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlencode, urlsplit, urlunsplit

from cablegraph.errors import QueryError, StoreError
from cablegraph.iri import PREFIXES, is_iri
from cablegraph.sparql_tokens import declared_prefixes, tokens, used_prefixes
from cablegraph.store.run import GRAPH_TYPES, RESULT_TYPES, Answer

CONNECT: Final = 5.0
"""Seconds to reach the service."""
_RDF_SUFFIXES: Final = {
    ".nt": "application/n-triples",
    ".ttl": "text/turtle",
    ".nq": "application/n-quads",
    ".trig": "application/trig",
}
_QUERY: Final = "application/sparql-query"


@dataclass(frozen=True, slots=True)
class Reply:
    """What the service said: status, media type, bytes."""

    status: int
    media_type: str
    body: bytes


class Call:
    """One request to a service, which another thread may end at any moment."""

    def __init__(self, url: str, timeout: float) -> None:
        self._parts = urlsplit(url)
        kind = http.client.HTTPSConnection if self._parts.scheme == "https" else http.client.HTTPConnection
        if not self._parts.hostname or self._parts.scheme not in ("http", "https") or not is_iri(url):
            raise StoreError(f"{url} is not the address of a service", notes="it begins with http:// or https://")
        self._connection = kind(self._parts.hostname, self._parts.port, timeout=min(CONNECT, timeout))
        self._timeout = timeout
        self._url = url
        self.late = False

    def send(self, method: str, headers: dict[str, str], body: bytes | None = None, parameters: str = "") -> Reply:
        """The whole answer. Raises StoreError when the service is not reached or breaks off, or time is up."""
        query = "&".join(part for part in (self._parts.query, parameters) if part)
        target = urlunsplit(("", "", self._parts.path or "/", query, ""))
        timer = threading.Timer(self._timeout, self._out_of_time)
        timer.daemon = True
        try:
            self._connection.connect()
            self._connection.sock.settimeout(self._timeout)
            timer.start()
            self._connection.request(method, target, body, {"User-Agent": "cablegraph", **headers})
            response = self._connection.getresponse()
            media = (response.getheader("Content-Type") or "").partition(";")[0].strip().lower()
            return Reply(response.status, media, response.read())
        except (OSError, http.client.HTTPException) as error:
            # The socket's own clock may run out a moment before the timer's; before connecting, it is no slow answer.
            self.late = self.late or (isinstance(error, TimeoutError) and timer.ident is not None)
            what = "did not answer in time" if self.late else f"cannot be asked: {error or type(error).__name__}"
            raise StoreError(f"{self._url} {what}", notes="is it running, and is this its address?") from error
        finally:
            timer.cancel()
            self._connection.close()

    def end(self) -> None:
        """Break the connection: the service sees its client leave."""
        if (open_ := self._connection.sock) is not None:
            try:
                open_.shutdown(socket.SHUT_RDWR)
            except OSError:
                return

    def _out_of_time(self) -> None:
        self.late = True
        self.end()


def with_prefixes(text: str) -> str:
    """The query with those of our prefixes that it uses and does not declare, all before its first line."""
    found = list(tokens(text))
    missing = [name for name in used_prefixes(found) if name in PREFIXES and name not in declared_prefixes(found)]
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in missing) + text


def ask(call: Call, text: str, accept: str, default_graphs: tuple[str, ...] = (), named: tuple[str, ...] = ()) -> Reply:
    """Send a query as it is, our prefixes declared (SPARQL 1.1 Protocol, section 2.1.3)."""
    graphs = [("default-graph-uri", iri) for iri in default_graphs] + [("named-graph-uri", iri) for iri in named]
    headers = {"Accept": accept, "Content-Type": _QUERY}
    return call.send("POST", headers, with_prefixes(text).encode(), urlencode(graphs))


def query(url: str, text: str, form: str = "json", timeout: float = 60.0) -> Answer:
    """A query to a service. ``form`` is json, xml, csv, tsv, or for graphs ttl, nt, jsonld.

    Raises QueryError when the service refuses the query, StoreError when it is not reached.
    """
    accept = f"{RESULT_TYPES.get(form, RESULT_TYPES['json'])}, {GRAPH_TYPES.get(form, GRAPH_TYPES['ttl'])}"
    reply = ask(Call(url, timeout), text, accept)
    if reply.status != 200:
        raise QueryError(f"{url} answered {reply.status}: {reply.body[:300].decode('utf-8', 'replace')}")
    kind = "graph" if reply.media_type in GRAPH_TYPES.values() else "solutions"
    return Answer("boolean" if b'"boolean"' in reply.body[:200] else kind, reply.media_type, reply.body)


def put_default(url: str, path: Path, timeout: float = 3600.0) -> None:
    """Add a file to the default graph by the Graph Store Protocol; quads go to the store as they are.

    ``url`` is the service's graph store, such as ``http://127.0.0.1:7878/store``. Raises StoreError naming the file.
    """
    media = _RDF_SUFFIXES.get(path.suffix)
    if media is None:
        raise StoreError(f"{path.name} has no known RDF suffix", notes=f"known: {' '.join(_RDF_SUFFIXES)}")
    whole = media in ("application/n-quads", "application/trig")
    reply = Call(url, timeout).send(
        "POST", {"Content-Type": media}, path.read_bytes(), "" if whole or "?" in url else "default"
    )
    if reply.status >= 300:
        said = reply.body[:300].decode("utf-8", "replace")
        raise StoreError(f"{url} answered {reply.status} to {path.name}: {said}", path=str(path))

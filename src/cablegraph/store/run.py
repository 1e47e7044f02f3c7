"""One query in a killable process of its own, for the commands: the answer whole, or an error that says why."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Any

from cablegraph.errors import QueryError, StoreError
from cablegraph.iri import PREFIXES
from cablegraph.sparql_tokens import Token, place, undeclared
from cablegraph.store.worker import frame, frames

RESULT_TYPES = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
}
GRAPH_TYPES = {"ttl": "text/turtle", "nt": "application/n-triples", "jsonld": "application/ld+json"}


@dataclass(frozen=True, slots=True)
class Answer:
    """A serialised result: solutions, boolean or graph, its media type and its bytes."""

    kind: str
    media_type: str
    body: bytes


def run(
    text: str, store: Path, *, form: str = "json", timeout: float = 60.0, memory: int = 4 << 30, name: str = ""
) -> Answer:
    """Evaluate a SPARQL text over a store. ``form`` is json, xml, csv, tsv, or for graphs ttl, nt, jsonld.

    Raises QueryError for a text that is no SPARQL (with line and column) or one that runs over time or memory.
    """
    with tempfile.TemporaryDirectory(prefix="cablegraph-query-") as folder:
        request = {
            "op": "query",
            "store": str(store),
            "formats": {
                "solutions": RESULT_TYPES.get(form, RESULT_TYPES["csv"]),
                "boolean": RESULT_TYPES[form] if form in ("json", "xml") else RESULT_TYPES["json"],
                "graph": GRAPH_TYPES.get(form, GRAPH_TYPES["ttl"]),
            },
            "spool": 64 << 30,
        }
        command = [sys.executable, "-m", "cablegraph.store.worker", "once", str(memory), folder]
        sent = frame(request, text.encode())
        try:
            done = subprocess.run(command, input=sent, capture_output=True, timeout=timeout, check=False)
        except subprocess.TimeoutExpired as error:
            hint = ("add LIMIT or ask for less", f"allow more: --timeout {max(1, ceil(timeout * 4))}")
            raise QueryError(f"the query ran out of time: stopped after {timeout:g} s", notes=hint) from error
        _, *answers = frames(done.stdout) or [({}, b"")]  # the first only says that it is ready
        if not answers:
            raise StoreError("the query ended its process (memory, or nesting too deep)", notes="ask for less")
        reply, data = answers[0]
        if not reply["ok"]:
            raise _error(reply, text, name)
        if reply.get("spooled"):
            data = Path(reply["spooled"]).read_bytes()
        return Answer(reply["kind"], reply["type"], data)


def _error(reply: dict[str, Any], text: str, name: str) -> QueryError:
    if reply["error"] == "syntax":
        lines = text.splitlines() or [""]
        line = min(reply.get("line") or 1, len(lines))
        if (token := undeclared(text, PREFIXES)) and place(text, token.start)[:2] <= (line, reply.get("column") or 1):
            return _undeclared(text, token, name)
        return QueryError(
            f"this is not SPARQL: {reply['what']}",
            path=name or "query",
            line=line,
            column=reply.get("column"),
            source=lines[line - 1],
        )
    if reply["error"] == "memory":
        return QueryError("the query ran out of memory", notes="add LIMIT or ask for less")
    return QueryError(reply.get("what") or reply["error"])


def _undeclared(text: str, token: Token, name: str) -> QueryError:
    prefix = token.text.partition(":")[0]
    line, column, source = place(text, token.start)
    return QueryError(
        f'prefix "{prefix}:" is not declared',
        path=name or "query",
        line=line,
        column=column,
        source=source,
        notes=f"to use your own: PREFIX {prefix}: <…> on the first line",
    )

"""Why a query is not answered, as a problem: refused by the scan, no place free, over a limit, a prefix undeclared."""

from __future__ import annotations

from typing import Any

from cablegraph.iri import PREFIXES
from cablegraph.server.misspelt import misspelt
from cablegraph.server.problems import Problem
from cablegraph.server.scan import Refusal
from cablegraph.server.unfinished import unfinished
from cablegraph.settings import Settings
from cablegraph.sparql_tokens import place, undeclared


class Refused(Exception):
    """A request that is answered by a problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def busy() -> Problem:
    """No place is free, neither to run nor to wait."""
    hint = ("ask again in a few seconds",)
    return Problem(429, "busy", "All places are taken.", hint, headers=(("retry-after", "2"),))


def _undeclared(text: str) -> Problem | None:
    """The problem of a prefix that nobody declared, with its place."""
    if (token := undeclared(text, PREFIXES)) is None:
        return None
    prefix = token.text.partition(":")[0]
    line, column, source = place(text, token.start)
    hint = ("known here without declaring: cg doc agent rico skos schema oa wd xsd …",
            f"to use your own: PREFIX {prefix}: <…> on the first line")  # fmt: skip
    extra = {"line": line, "column": column, "source": source[:200]}
    return Problem(400, "query-syntax", f'prefix "{prefix}:" is not declared', hint, extra)


def of_refusal(refusal: Refusal) -> Problem:
    """What the scan refuses, and where it stands."""
    extra: dict[str, Any] = {}
    if refusal.line:
        extra = {"line": refusal.line, "column": refusal.column, "source": refusal.source}
    return Problem(refusal.status, refusal.code, refusal.detail, refusal.hint, extra)


def _place(problem: Problem) -> tuple[int, int]:
    return int(problem.extra["line"]), int(problem.extra["column"])


def problem_of(reply: dict[str, Any], text: str, settings: Settings) -> Problem:
    """What a process said went wrong, as a problem."""
    code = reply["error"]
    if code == "syntax":
        lines = text.splitlines() or [""]
        line = max(1, min(reply.get("line") or 1, len(lines)))
        column = reply.get("column") or 1
        # Only of an object does the engine say that its prefix is not declared; of others where it went no further.
        told = (problem for problem in (_undeclared(text), misspelt(text, line, column)) if problem is not None)
        first = min(told, key=_place, default=None)
        if first is not None and (_place(first) <= (line, column) or reply["what"] == "Prefix not found"):
            return first
        if (lacks := unfinished(text, str(reply["what"]))) is not None:
            return lacks
        extra = {"line": line, "column": column, "source": lines[line - 1][:200]}
        return Problem(400, "query-syntax", str(reply["what"]), (), extra)
    if code == "not-acceptable":
        forms = "SELECT and ASK: JSON, XML, CSV, TSV; CONSTRUCT: Turtle, N-Triples, RDF/XML, JSON-LD, TriG, N-Quads"
        return Problem(406, "not-acceptable", "No form of this result fits the Accept header.", (forms,))
    if code == "memory":
        return Problem(503, "query-memory", f"Stopped at {settings.memory >> 20} MiB.", ("add LIMIT",))
    if code == "not-xml":
        detail = f"The result holds the character {reply['what']}, which XML cannot carry."
        return Problem(406, "not-acceptable", detail, ("ask for another form: JSON, CSV, Turtle",))
    if code == "too-large":
        detail = f"The result is over {settings.spool >> 20} MiB; nothing of it was sent."
        return Problem(503, "result-too-large", detail, ("add LIMIT", "export the graph instead: /dumps/"))
    return Problem(400, "query-failed", str(reply.get("what", code)))

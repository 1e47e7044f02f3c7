"""Errors as the server says them: ``application/problem+json`` (RFC 9457), with what to do about it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

KINDS: dict[str, tuple[str, str]] = {
    "query-timeout": (
        "The query ran out of time",
        "Ask for less: a LIMIT, fewer OPTIONALs, a narrower pattern; or serve with a longer --timeout.",
    ),
    "query-memory": (
        "The query ran out of memory",
        "Ask for less at once; sorting and grouping a large answer needs the most.",
    ),
    "query-crash": (
        "The query ended its process",
        "Ask again; if it happens again, please report the query.",
    ),
    "query-syntax": (
        "This is not SPARQL",
        "It was understood up to the place that the message names; mostly something is missing just before: a dot, a"
        " brace, a quotation mark, or the PREFIX line of a name. The editor knows the prefixes.",
    ),
    "query-missing": (
        "No query was given",
        "Give the query as ?query=… or as the body of a POST.",
    ),
    "service-refused": (
        "SERVICE is refused",
        "The endpoint answers from this graph alone; join the answers on your side.",
    ),
    "load-refused": (
        "LOAD is refused",
        "Papers come into the graph by a build.",
    ),
    "update-refused": (
        "Updates are refused here",
        "The graph is made by builds; a decision changes it. Named graphs take updates with a token.",
    ),
    "not-acceptable": (
        "No form of the answer fits the Accept header",
        "The message lists the forms there are; */* always fits.",
    ),
    "busy": (
        "Too many queries are waiting",
        "Ask again after the seconds in Retry-After.",
    ),
    "not-found": (
        "There is no such thing here",
        "Search for it, or look into the list of papers; names keep across builds.",
    ),
    "no-token": (
        "A token is needed",
        "Send Authorization: Bearer and the token the server was started with.",
    ),
    "no-right": (
        "This is not allowed",
        "The token gives no right to this.",
    ),
    "text-withheld": (
        "The text is not published",
        "The corpus says publish_text = false; the words that facts rest on are shown.",
    ),
    "result-too-large": (
        "The result is too large",
        "Ask for less, or take a file of the whole graph from the Data page.",
    ),
    "parameter": (
        "Something in the address is not understood",
        "The message names the parameter and what it may be.",
    ),
    "method": (
        "This address is not asked that way",
        "The header Allow lists the methods.",
    ),
    "host": (
        "This server answers to its own name only",
        "Ask under the name the server was started with; --host and a proxy's name are settings.",
    ),
    "internal": (
        "Something went wrong here",
        "A fault of ours; please report it with the request's number.",
    ),
    "failed": (
        "This could not be done",
        "The message says what was being done.",
    ),
    "query-broken": (
        "The file of this question cannot be read",
        "The message names the file, the line and the column.",
    ),
    "rdf-syntax": (
        "The RDF cannot be read",
        "The message says in which line.",
    ),
    "charset": (
        "The text is in another encoding",
        "Send UTF-8.",
    ),
    "media-type": (
        "This form of data is not read here",
        "The message lists the forms that are.",
    ),
    "multipart": (
        "The form with files cannot be read",
        "Send one file as the body, with its Content-Type.",
    ),
    "graph-iri": (
        "The name of a graph is no IRI",
        "Give an absolute IRI as ?graph=…",
    ),
    "graph-missing": (
        "No graph was named",
        "Give ?graph=… or ?default.",
    ),
    "graph-twice": (
        "Two graphs were named",
        "Give ?graph=… once, or ?default.",
    ),
    "too-large": (
        "What was sent is too large",
        "Send it in parts; the limit is a setting.",
    ),
    "too-many": (
        "Too much in one request",
        "Ask in several requests; the message says how many fit in one.",
    ),
    "building": (
        "A build holds this",
        "Ask again after the seconds in Retry-After.",
    ),
    "not-current": (
        "The graph has changed meanwhile",
        "Read it again, then change it.",
    ),
    "ending": (
        "The server is being stopped",
        "Ask again when it is back.",
    ),
    "stopped": (
        "The request stopped half-way",
        "Send it again, whole.",
    ),
    "store-away": (
        "The store behind this server does not answer",
        "Ask again later; the person who runs it finds more in its log.",
    ),
    "store-failed": (
        "The store behind this server could not do this",
        "The message is the store's own.",
    ),
    "query-failed": (
        "The query could not be answered",
        "The message says why; if it says nothing of use, please report the query.",
    ),
    "query-twice": (
        "Two queries were given",
        "Give one, in the address or in the body.",
    ),
    "query-encoding": (
        "The query is in another encoding",
        "Send UTF-8.",
    ),
    "query-too-large": (
        "The query is too long",
        "A VALUES block in several requests does the same.",
    ),
    "query-from": (
        "The query names too many graphs",
        "FROM takes as many as the message says.",
    ),
    "using": (
        "USING cannot be followed here",
        "Write GRAPH into the pattern.",
    ),
    "export-failed": (
        "The file could not be made",
        "Ask again; if it happens again, please report it with the request's number.",
    ),
    "dump-failed": (
        "The file could not be made",
        "Ask again; if it happens again, please report it with the request's number.",
    ),
}
"""Of each code its heading and what to do about it; the anchors of /docs/errors."""
TITLES = {code: title for code, (title, _) in KINDS.items()}


@dataclass(frozen=True, slots=True)
class Problem:
    """Status, code (the anchor in /docs/errors), detail and hints; ``extra`` holds further members."""

    status: int
    code: str
    detail: str
    hint: tuple[str, ...] = ()
    extra: dict[str, Any] = field(default_factory=dict)
    headers: tuple[tuple[str, str], ...] = ()

    def body(self, instance: str) -> bytes:
        """The JSON document; ``instance`` is the path that was asked."""
        form = {
            "type": f"/docs/errors#{self.code}",
            "title": TITLES.get(self.code, self.code.replace("-", " ").capitalize()),
            "status": self.status,
            "detail": self.detail,
            "hint": list(self.hint),
            "errors": [],
            "instance": instance,
            **self.extra,
        }
        return json.dumps(form, ensure_ascii=False).encode()

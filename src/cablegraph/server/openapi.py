"""The description of the interface for programs: ``/openapi.json``, every question and every parameter in it.

FastAPI describes what its routes declare; the rest is said here, from the tables that read the requests themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

from cablegraph.queries import Library, Parameter, Query
from cablegraph.server import negotiation
from cablegraph.server.api import SUGGESTED
from cablegraph.server.api_queries import BY, EXPORTS, FILTERS, LINKS, VIEW
from cablegraph.server.pages_choice import SORTS
from cablegraph.server.pages_lists import KINDS

Spec = dict[str, Any]
_WHOLE = {"type": "integer", "minimum": 1}
_CHOICE: Mapping[str, str] = {
    "q": "words of the papers",
    "sender": "key or IRI of a person or body, such as stalin",
    "addressee": "key or IRI of a person or body",
    "agent": "key or IRI of whoever is sender, addressee, receiver, relay or spoken of",
    "relay": "key or IRI of whoever passed the paper on",
    "place": "key or IRI of a place of sending, of destination or spoken of",
    "origin": "key or IRI of the place a paper was sent from",
    "destination": "key or IRI of the place it was sent to",
    "topic": "key or IRI of a topic, such as arms-supply",
    "form": "key or IRI of a form, such as telegram",
    "repository": "key or IRI of an archive",
    "archive": "key or IRI of a fonds, series or file: aprf-f45, aprf-f45-op1-d342",
    "source": "family of readers, such as frus or wilson-center",
    "from": "first day: 1951, 1951-06 or 1951-06-24",
    "to": "last day, of the same forms",
    "surely": "1: only papers whose whole date lies within",
    "gaps": "1: only papers with omissions; 0: only those without",
    "composed": "0: without papers composed for teaching; 1: only those",
    "undated": "1: only papers without a date",
    "kind": "kinds of link, with commas",
    "held": "1: only papers held; 0: only papers cited and not held",
}
_SAID: Mapping[str, str] = {
    "s": "subject, as IRI or prefix:name: doc:wilson-ct3777",
    "p": "property, such as rico:hasSender",
    "o": "object, as IRI, prefix:name or a literal in quotation marks",
    "q": "words, or the begin of a name",
    "kind": "kind of thing; an agent is a person, body, position or mere name",
    "key": "name of a thing, such as wilson-ct3777 or stalin",
    "sha8": "first eight digits of the text's SHA-256",
    "form": "form of the file",
    "scheme": "vocabulary: topic, form, kind, layer",
    "profile": "rdf11 with readings, flat without, full12 as RDF 1.2",
}
_TYPES: Mapping[str, Spec] = {
    "integer": {"type": "integer"}, "decimal": {"type": "number"}, "year": {"type": "integer"},
    "boolean": {"type": "boolean"}, "date": {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
}  # fmt: skip


def described(routes: Spec, library: Library) -> Spec:
    """What FastAPI says of the routes, with SPARQL, each question and each file as an operation, all parameters."""
    made = deepcopy(routes)
    paths: dict[str, Any] = made["paths"]
    for path in ("/documents.json", "/documents.csv"):
        _add(paths[path]["get"], papers())
        _add(paths[path]["get"], [_parameter("sort", {"type": "string", "enum": list(SORTS)}, "order")])
    _add(paths["/documents.json"]["get"], [*_pages(1000), _shape()])
    _add(paths["/documents.csv"]["get"], [_excel()])
    kind = _parameter("kind", {"type": "string", "enum": list(KINDS)}, _SAID["kind"])
    _add(paths["/search.json"]["get"], [*papers(), kind, *_pages(200)])
    limit = _parameter("limit", {**_WHOLE, "maximum": SUGGESTED, "default": 20}, "at most as many")
    _add(paths["/suggest.json"]["get"], [kind, limit])
    _add(paths["/why.json"]["get"], _pages(1000))
    del paths["/q/{name}"], paths["/api/{name}"]
    paths["/sparql"] = _sparql()
    for query in library.queries.values():
        paths[f"/q/{query.name}.{{format}}"] = {"get": _question(query)}
    for name, (_, media) in EXPORTS.items():
        paths[f"/api/{name}"] = {"get": _file(name, media)}
    for operation in (item for methods in paths.values() for item in methods.values()):
        for item in operation.get("parameters", []):
            item.setdefault("description", _SAID.get(item["name"], ""))
    made["paths"] = dict(sorted(paths.items(), key=lambda item: _place(item[0])))
    made["components"] = {**made.get("components", {}), "schemas": {
        **made.get("components", {}).get("schemas", {}), "Problem": _PROBLEM, "Table": _TABLE}}  # fmt: skip
    return made


def papers() -> list[Spec]:
    """Parameters that choose papers."""
    chosen = ((name, text) for name, text in _CHOICE.items() if name not in ("kind", "held"))
    return [_parameter(name, {"type": "string"}, text) for name, text in chosen]


def _place(path: str) -> tuple[int, str]:
    """Questions and files first, then SPARQL, things, and what only machines ask."""
    order = ("/q/", "/api/", "/documents", "/search", "/suggest", "/why", "/sparql", "/id/", "/vocab/", "/dumps/")
    return next((n for n, begin in enumerate(order) if path.startswith(begin)), len(order)), path


def _parameter(name: str, schema: Spec, text: str, *, required: bool = False, place: str = "query") -> Spec:
    made: Spec = {"name": name, "in": place, "required": required, "schema": schema, "description": text}
    if schema.get("type") == "array":
        made |= {"style": "form", "explode": True}
    return made


def _add(operation: Spec, parameters: Iterable[Spec]) -> None:
    known = {item["name"] for item in operation.get("parameters", [])}
    operation["parameters"] = [*operation.get("parameters", []), *(p for p in parameters if p["name"] not in known)]


def _pages(most: int) -> list[Spec]:
    return [
        _parameter("_size", {**_WHOLE, "maximum": most}, "rows a page"),
        _parameter("_page", _WHOLE, "which page, from 1; the answer says the next"),
    ]


def _shape() -> Spec:
    return _parameter("_shape", {"type": "string", "enum": ["objects", "arrays"]}, "form of a row")


def _excel() -> Spec:
    return _parameter(
        "excel", {"type": "string", "enum": ["0", "1"]}, "1: a sheet for people, with the mark that Excel needs"
    )


def _question(query: Query) -> Spec:
    forms = ["ttl", "rq"] if query.form in ("CONSTRUCT", "DESCRIBE") else ["json", "csv", "tsv", "vl.json", "rq"]
    evidence = _parameter("_evidence", {"type": "string", "enum": ["1"]}, "adds the words behind each row (JSON)")
    return {
        "tags": ["questions"],
        "operationId": f"question_{query.name.replace('-', '_')}",
        "summary": query.summary,
        **({"description": query.description} if query.description else {}),
        "parameters": [
            _parameter("format", {"type": "string", "enum": forms}, "form of the answer", required=True, place="path"),
            *(_of_question(item) for item in query.parameters),
            *([*_pages(1000), _shape(), *([evidence] if query.evidence else [])] if "json" in forms else []),
        ],
        "responses": _responses(
            {"application/json": {"schema": {"$ref": "#/components/schemas/Table"}}, "text/csv": {}}
            if "json" in forms
            else {"text/turtle": {}}
        ),
    }


def _of_question(item: Parameter) -> Spec:
    schema: Spec = dict(_TYPES.get(item.type, {"type": "string"}))
    if isinstance(item.values, tuple) and item.values:
        schema["enum"] = list(item.values)
    if item.default and not item.many:
        schema["default"] = item.default[0]
    text = item.label or item.name
    if isinstance(item.values, str) and item.values:
        text += ", as key, IRI or whole name; /suggest.json finds them"
    if item.many:
        schema = {"type": "array", "items": schema} | ({"default": list(item.default)} if item.default else {})
    return _parameter(item.name, schema, text, required=not (item.optional or item.default))


def _file(name: str, media: str) -> Spec:
    network = name.startswith("network")
    view = "1: the papers that the pages show for these filters; else agent and place are ends, narrower topics count"
    chosen = [_parameter(item, {"type": "string"}, _CHOICE.get(item, item)) for item in (*FILTERS, *VIEW)]
    chosen.append(_parameter("view", {"type": "string", "enum": ["0", "1"]}, view))
    if network:
        chosen = [
            _parameter("by", {"type": "string", "enum": list(BY), "default": "agent"}, "among what"),
            _parameter("kind", {"type": "string"}, f"kinds of link, with commas: {', '.join(LINKS)}"),
            _parameter("min_weight", {**_WHOLE, "default": 1}, "links of at least as many papers"),
            _parameter("words", {"type": "string", "enum": ["0", "1"]}, "1: each link with the words it rests on"),
            *chosen,
        ]
    if media.startswith("text/csv"):
        chosen.append(_excel())
    what = {"network": "Who wrote to whom", "timeline": "Papers in time", "places": "Places and papers",
            "letters": "Letters for correspSearch, where corpus.toml names editor and licence"}  # fmt: skip
    return {
        "tags": ["drawings"],
        "operationId": "file_" + name.replace(".", "_"),
        "summary": f"{what[name.partition('.')[0]]}, as a file.",
        "parameters": chosen,
        "responses": _responses({media.partition(";")[0]: {}}),
    }


def _sparql() -> Spec:
    query = {"type": "string", "description": "SPARQL 1.1: SELECT, ASK, CONSTRUCT or DESCRIBE"}
    graphs = [
        _parameter(name, {"type": "array", "items": {"type": "string", "format": "iri"}}, text)
        for name, text in (("default-graph-uri", "read these graphs as one"), ("named-graph-uri", "graphs for GRAPH"))
    ]
    form = _parameter("format", {"type": "string"}, "short name of a form instead of Accept: json csv tsv xml ttl …")
    media: Spec = {name: {} for name in (*negotiation.SOLUTIONS.values(), *negotiation.GRAPHS.values())}
    common = {"tags": ["sparql"], "summary": "SPARQL 1.1 Protocol; without a query, the service description."}
    body = {
        "application/x-www-form-urlencoded": {
            "schema": {"type": "object", "required": ["query"], "properties": {"query": query}}
        },
        "application/sparql-query": {"schema": query},
    }
    return {
        "get": {**common, "operationId": "sparql_get", "responses": _responses(media),
                "parameters": [_parameter("query", {"type": "string"}, str(query["description"])), form, *graphs]},
        "post": {**common, "operationId": "sparql_post", "responses": _responses(media), "parameters": [form, *graphs],
                 "requestBody": {"required": True, "content": body}},
    }  # fmt: skip


def _responses(content: Spec) -> Spec:
    problem = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        "200": {"description": "the whole answer", "content": content},
        "default": {"description": "what went wrong, where, and what to do about it", "content": problem},
    }


_STRINGS: Spec = {"type": "array", "items": {"type": "string"}}
_PROBLEM: Spec = {
    "type": "object",
    "description": "RFC 9457; the kinds are listed at /docs/errors.",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"},
        "detail": {"type": "string"}, "hint": _STRINGS, "errors": {"type": "array", "items": {"type": "object"}},
        "instance": {"type": "string"},
    },
}  # fmt: skip
_TABLE: Spec = {
    "type": "object",
    "required": ["ok", "columns", "rows", "total", "next", "generation"],
    "properties": {
        "ok": {"type": "boolean"}, "columns": _STRINGS, "rows": {"type": "array", "items": {}},
        "total": {"type": "integer"}, "next": {"type": ["string", "null"]}, "generation": {"type": "string"},
    },
}  # fmt: skip

"""Canned queries for programs (``/q/arms-requests.csv?from=1951``), files for drawings."""

from __future__ import annotations

import asyncio
import csv
import io
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import fields
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from cablegraph import exports, queries
from cablegraph.server import negotiation, whole_graph
from cablegraph.server.not_understood import nobody
from cablegraph.server.operation import door_of
from cablegraph.server.pages_ask import Answer, ask, bound, evidence, given_values, library_of, query_of
from cablegraph.server.pages_base import compressed, elsewhere
from cablegraph.server.pages_called import by_name, unknown
from cablegraph.server.pages_choice import NO, PARAMETERS, YES, choice_of, number, one_of, only
from cablegraph.server.pages_graph import Row, plain
from cablegraph.server.pages_lists import chosen, refuse_unknown
from cablegraph.server.pages_made_up import made_up, marked
from cablegraph.server.problems import Problem
from cablegraph.server.reading_room import Catalogue, room_of
from cablegraph.server.refusals import Refused

router = APIRouter(tags=["questions"])
FORMS = ("vl.json", "json", "csv", "tsv", "ttl", "rq", "html")
SIZE = 100
LARGEST = 1000
SHAPES = ("objects", "arrays")


@router.get("/q.json", include_in_schema=False)
@router.get("/q/", summary="All questions: name, summary, parameters; broken files with their reason.")
async def all_queries(request: Request) -> Response:
    """One entry a file; browsers are sent to the page of questions."""
    pages = {} if request.url.path.endswith(".json") else {"text/html": "/questions"}
    if (page := elsewhere(request, pages, "application/json")) is not None:
        return page
    library = library_of(request)
    form = {
        "ok": True,
        "queries": [_described(query) for query in library.queries.values()],
        "broken": [{"name": item.name, "error": str(item)} for item in library.broken],
    }
    return compressed(request, json.dumps(form, ensure_ascii=False).encode(), "application/json")


def _described(query: queries.Query) -> dict[str, Any]:
    parameters = [
        {"name": p.name, "type": p.type, "label": p.label, "default": list(p.default), "optional": p.optional,
         "many": p.many, "values": list(p.values) if isinstance(p.values, tuple) else p.values}
        for p in query.parameters
    ]  # fmt: skip
    return {"name": query.name, "summary": query.summary, "description": query.description, "tags": list(query.tags),
            "url": f"/q/{query.name}", "columns": list(query.columns), "parameters": parameters}  # fmt: skip


@router.get("/q/{name}", summary="The answer of a question; a suffix gives its form: json csv tsv ttl vl.json rq.")
async def canned(request: Request, name: str) -> Response:
    """``_evidence=1`` adds the words behind each row; ``_shape=arrays``, ``_size`` and ``_page`` shape it.

    A last column ``composed`` marks rows that rest on papers composed for teaching alone, where some are held.

    ``_excel=1`` gives CSV the mark that Excel needs.
    """
    stem, form = _form_of(request, name)
    query = query_of(request, stem)
    if form == "html":
        root = request.scope.get("root_path", "")
        address = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"{root}/questions/{stem}{address}", 303, {"vary": "Accept"})
    if form == "rq":
        return await _sent(request, query.source.encode(), "application/sparql-query; charset=utf-8", None)
    for flag, words in (("_shape", SHAPES), ("_evidence", (*YES, *NO)), ("_excel", (*YES, *NO))):
        one_of(request.query_params, flag, words)
    catalogue = await room_of(request).catalogue()
    given = by_name(catalogue, query, given_values(request, query))
    _refuse_unknown(catalogue, query, given)
    if query.form in ("CONSTRUCT", "DESCRIBE") or form == "ttl":
        return await _graph(request, query, given)
    found = await ask(door_of(request), query, given)

    async def with_marks(rows: Sequence[Row]) -> Answer:
        marks = await made_up(door_of(request), catalogue, query, rows, given) if query.form == "SELECT" else []
        columns, rows = marked(found.columns, rows, marks)
        return Answer(tuple(columns), rows, found.text)

    if form == "json":
        return await _json(request, query, found, with_marks)
    found = await with_marks(found.rows)
    if form in ("csv", "tsv"):
        media = {"csv": "text/csv", "tsv": "text/tab-separated-values"}[form]
        body = await asyncio.to_thread(_table, found, form, request.query_params.get("_excel") in YES)
        return await _sent(request, body, f"{media}; charset=utf-8", len(found.rows))
    body = await asyncio.to_thread(_spec, query, found, given, door_of(request).generation)
    return await _sent(request, body, "application/json", None)


def _refuse_unknown(catalogue: Catalogue, query: queries.Query, given: Mapping[str, Sequence[str]]) -> None:
    """Raises Refused (422) for a thing that is chosen from a list and is none of the graph's."""
    listed = {p.name for p in query.parameters if isinstance(p.values, str)}
    for value, near in unknown(catalogue, query, {name: given[name] for name in listed & given.keys()}):
        name = next(name for name in listed if value in given.get(name, ()))
        raise Refused(nobody(name, value, [f"{key} ({label})" for label, key, _ in near[:3]]))


def _form_of(request: Request, name: str) -> tuple[str, str]:
    for form in FORMS:
        if name.endswith("." + form):
            return name.removesuffix("." + form), form
    offered = {"application/json": "json", "text/html": "html", "text/csv": "csv", "text/tab-separated-values": "tsv",
               "text/turtle": "ttl"}  # fmt: skip
    chosen = negotiation.choose(request.headers.get("accept", ""), tuple(offered))
    if chosen is None:
        raise Refused(Problem(406, "not-acceptable", "No form of the answer fits.", (", ".join(offered),)))
    return name, offered[chosen]


async def _json(
    request: Request, query: queries.Query, found: Answer, with_marks: Callable[[Sequence[Row]], Awaitable[Answer]]
) -> Response:
    size = number(request.query_params, "_size", query.pagination or SIZE, LARGEST)
    at = number(request.query_params, "_page", 1, 10**8)
    rows = found.rows[(at - 1) * size : at * size]
    shown = await with_marks(rows)
    shaped: list[Any] = [_object(shown.columns, row) for row in shown.rows]
    columns = list(shown.columns)
    if request.query_params.get("_evidence") in YES:
        columns.append("evidence")
        for row, words in zip(shaped, await evidence(door_of(request), query, rows), strict=True):
            row["evidence"] = words
    if request.query_params.get("_shape") == "arrays":
        shaped = [[row.get(name) for name in columns] for row in shaped]
    further = None
    if at * size < len(found.rows):
        rest = [(k, v) for k, v in request.query_params.multi_items() if k not in ("_page", "_size")]
        further = f"/q/{query.name}.json?{urlencode([*rest, ('_size', size), ('_page', at + 1)])}"
    form = {"ok": True, "columns": columns, "rows": shaped, "total": len(found.rows), "next": further,
            "generation": door_of(request).generation}  # fmt: skip
    return await _sent(request, json.dumps(form, ensure_ascii=False).encode(), "application/json", len(shaped))


def _object(columns: Sequence[str], row: Row) -> dict[str, Any]:
    return {name: plain(row[name]) if name in row else None for name in columns}


def _table(found: Answer, form: str, excel: bool) -> bytes:
    out = io.StringIO()
    if form == "csv":
        out.write("\ufeff" if excel else "")
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(found.columns)
        writer.writerows([row[name].value if name in row else "" for name in found.columns] for row in found.rows)
    else:
        out.write("\t".join(f"?{name}" for name in found.columns) + "\n")
        for row in found.rows:
            out.write("\t".join(row[name].turtle if name in row else "" for name in found.columns) + "\n")
    return out.getvalue().encode()


async def _graph(request: Request, query: queries.Query, given: Mapping[str, Sequence[str]]) -> Response:
    if query.form not in ("CONSTRUCT", "DESCRIBE"):
        raise Refused(Problem(406, "not-acceptable", f"{query.name} gives rows, not a graph.", ("json, csv, tsv",)))
    text = await bound(door_of(request), query, given)
    result = await door_of(request).query(text, {"graph": "text/turtle"})
    return await _sent(request, result.data, "text/turtle; charset=utf-8", None)


async def _sent(request: Request, body: bytes, media_type: str, rows: int | None) -> Response:
    etag = door_of(request).etag("q", request.url.path, request.url.query, media_type)
    if request.headers.get("if-none-match", "").removeprefix("W/") == etag:
        return Response(status_code=304, headers={"etag": etag})
    headers = {"etag": etag, "vary": "Accept, Accept-Encoding", "link": '</.well-known/void>; rel="describedby"'}
    if rows is not None:
        headers["cablegraph-rows"] = str(rows)
    return await asyncio.to_thread(compressed, request, body, media_type, headers)


def _spec(query: queries.Query, found: Answer, given: Mapping[str, Sequence[str]], generation: str) -> bytes:
    """A Vega-Lite specification with the whole answer inline."""
    rows = [_object(found.columns, row) for row in found.rows]
    chosen = {name: ", ".join(values) for name, values in given.items()}
    meta = {"generation": generation, "question": query.name}
    form = exports.vega.spec(query.summary, query.chart, found.columns, rows, chosen, meta)
    return json.dumps(form, ensure_ascii=False).encode()


# ------------------------------------------------------------------ files for drawings

EXPORTS: Mapping[str, tuple[str, str]] = {
    "network.json": ("network.json", "application/json"),
    "network.gexf": ("gexf", "application/gexf+xml"),
    "network.graphml": ("graphml", "application/graphml+xml"),
    "network.nodes.csv": ("nodes.csv", "text/csv; charset=utf-8"),
    "network.edges.csv": ("edges.csv", "text/csv; charset=utf-8"),
    "timeline.json": ("timeline", "application/json"),
    "places.geojson": ("geojson", "application/geo+json"),
    "letters.cmif.xml": ("cmif", "application/tei+xml"),
}
FILTERS = tuple(item.name.rstrip("_") for item in fields(exports.Filter))
NETWORK = ("by", "kind", "min_weight", "words")
VIEW = tuple(name for name in PARAMETERS if name not in FILTERS and name != "sort")
"""What the pages choose papers by, besides the filters that the exports have themselves."""
BY = ("agent", "place", "document", "topic")
LINKS = exports.network.KINDS


@router.get("/api/{name}", summary="Network, timeline and places as files; filters as for papers.")
async def exported(request: Request, name: str) -> Response:
    """network.json, .gexf, .graphml, .nodes.csv, .edges.csv; timeline.json; places.geojson; letters.cmif.xml.

    ``view=1``, and any filter that only the pages have, chooses the papers as the pages do.
    """
    if name not in EXPORTS:
        raise Refused(Problem(404, "not-found", f"There is no file {name}.", (", ".join(EXPORTS),)))
    form, media = EXPORTS[name]
    asked = request.query_params
    only(asked, (*FILTERS, *VIEW, *NETWORK, "excel", "view"))
    one_of(asked, "by", BY)
    number(asked, "min_weight", 1, 10**6)
    for flag in ("words", "excel", "held", "composed", "view"):
        one_of(asked, flag, (*YES, *NO))
    for kind in asked.get("kind", "").split(","):
        one_of({"kind": kind}, "kind", LINKS)
    parameters = {key: value for key, value in asked.items() if value}
    papers = None
    if parameters.get("view") in YES or any(name in parameters for name in VIEW):
        _, _, cards = await chosen(request, *NETWORK, "excel", "view", "held")
        papers = sorted(await asyncio.to_thread(cards.names))
    else:
        choice = choice_of({name: value for name, value in parameters.items() if name in PARAMETERS})
        refuse_unknown(await room_of(request).catalogue(), choice)
        parameters |= {name: value for name, value in choice.parameters.items() if name in ("from", "to")}
    etag = door_of(request).etag("export", name, json.dumps(parameters, sort_keys=True))
    if request.headers.get("if-none-match", "").removeprefix("W/") == etag:
        return Response(status_code=304, headers={"etag": etag})
    body = await _export(request, form, parameters, papers)
    headers = {"etag": etag, "vary": "Accept-Encoding", "link": '</.well-known/void>; rel="describedby"'}
    return await asyncio.to_thread(compressed, request, body, media, headers)


async def _export(request: Request, form: str, parameters: Mapping[str, str], papers: Sequence[str] | None) -> bytes:
    """Exports read the whole store: they run in a process of their own, which ends with the time limit."""
    door = door_of(request)
    asked = json.dumps({"path": str(door.path), "form": form, "parameters": dict(parameters), "papers": papers})
    seconds = door.settings.timeout * 3
    ended, out, said = await whole_graph.run(
        door.files, "cablegraph.server.api_export", given=asked.encode(), seconds=seconds
    )
    if ended == 2:
        what = said.decode("utf-8", "replace").strip().splitlines() or [""]
        raise Refused(Problem(422, "parameter", what[0], tuple(what[1:4])))
    if ended:
        raise Refused(Problem(503, "export-failed", "The export could not be made.", ("ask for less",)))
    return out

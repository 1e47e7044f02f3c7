"""Questions as pages: a sentence, a form, the answer with *why* for each row, and how to ask it from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import Response

from cablegraph import queries
from cablegraph.iri import DOC, shorten
from cablegraph.server.operation import door_of
from cablegraph.server.pages_ask import ask, evidence, given_values, library_of, options, query_of
from cablegraph.server.pages_base import render
from cablegraph.server.pages_charts import chart
from cablegraph.server.pages_choice import number
from cablegraph.server.pages_graph import Row, Term
from cablegraph.server.pages_rows import cell, passages
from cablegraph.server.reading_room import Catalogue, room_of

router = APIRouter(include_in_schema=False)
SIZE = 50
MOST = 200
QUOTES = 6
"""Passages that a row shows; further ones stand in the file."""


@router.api_route("/questions", methods=["GET", "HEAD"])
async def questions(request: Request) -> Response:
    """All questions by what they are about; broken files with their reason."""
    library = library_of(request)
    by_tag: dict[str, list[Any]] = {}
    for query in library.queries.values():
        by_tag.setdefault(query.tags[0] if query.tags else "more", []).append(query)
    return await render(request, "questions.html", groups=sorted(by_tag.items()), broken=library.broken)


@router.api_route("/questions/{name}", methods=["GET", "HEAD"])
async def question(request: Request, name: str) -> Response:
    """One question, its form and its answer."""
    door = door_of(request)
    query = query_of(request, name)
    given = given_values(request, query)
    missing = [p for p in query.parameters if not p.optional and not p.default and not given.get(p.name)]
    catalogue = await room_of(request).catalogue()
    size = number(request.query_params, "_size", SIZE, MOST)
    at = number(request.query_params, "_page", 1, 10**8)
    answer = None if missing or query.form not in ("SELECT", "ASK") else await ask(door, query, given)
    rows = answer.rows[(at - 1) * size : at * size] if answer else ()
    words = await evidence(door, query, rows) if answer else []
    columns = _shown(answer.columns, rows, bool(query.evidence)) if answer else []
    cells = [[cell(catalogue, row, name) for name in columns] for row in rows]
    parameters = [(name, value) for name, values in given.items() for value in values]
    address = "?" + urlencode(parameters) if parameters else ""
    return await render(
        request,
        "question.html",
        query=query,
        given=given,
        fields=[(p, *await _choices(request, catalogue, p, given)) for p in query.parameters],
        unknown=_unknown(catalogue, query, given),
        missing=missing,
        columns=columns,
        rows=cells,
        behind=[_behind(query, row, given) for row in rows] if query.behind else [],
        many=any(len(item.papers) > queries.PAPERS for row in cells for item in row),
        words=passages(rows, words) if words else [],
        total=len(answer.rows) if answer else 0,
        text=answer.text if answer else query.text,
        units=_units(catalogue, query, answer.rows if answer and query.chart.get("series") else ()),
        chart=chart(query.chart, answer.rows if answer else ()),
        at=at,
        size=size,
        address=address,
        further="?" + urlencode([*parameters, ("_page", at + 1)]),
        host=str(request.base_url).rstrip("/"),
        quotes=QUOTES,
        papers_with_words=queries.PAPERS,
    )


async def _choices(
    request: Request, catalogue: Catalogue, parameter: queries.Parameter, given: Mapping[str, Sequence[str]]
) -> tuple[list[tuple[str, str, int]], list[str]]:
    """The pick-list of a parameter, and what is chosen of it; what is chosen stands in it in any case."""
    listed, chosen = await options(request, parameter), list(given.get(parameter.name, parameter.default))
    known = {value for value, *_ in listed} | {shorten(value) for value, *_ in listed}
    more = [value for value in chosen if listed and value not in known]
    return [*((value, catalogue.label(_iri(parameter, value)), 0) for value in more), *listed], chosen


def _behind(query: queries.Query, row: Row, given: Mapping[str, Sequence[str]]) -> str:
    """The address of the question whose rows a row counts; what was chosen for both goes along."""
    columns = {name: column for name, column in query.behind.items() if name != "question"}
    values = {name: row[column].value for name, column in columns.items() if column in row}
    chosen = {name: items[0] for name, items in given.items() if name == "sender" and name not in columns}
    return f"/questions/{query.behind['question']}?{urlencode({**chosen, **values})}"


def _units(catalogue: Catalogue, query: queries.Query, rows: Iterable[Row]) -> list[str]:
    """In what the values of a chart are measured."""
    name = query.chart.get("series", "")
    return sorted({cell(catalogue, row, name).text for row in rows if name in row and query.chart.get("y") in row})


def _unknown(catalogue: Catalogue, query: queries.Query, given: Mapping[str, Sequence[str]]) -> list[str]:
    """Things asked for that the graph does not know."""
    asked = [(value, _iri(p, value)) for p in query.parameters if p.type == "iri" for value in given.get(p.name, ())]
    return [value for value, iri in asked if iri not in catalogue.labels and iri not in catalogue.by_iri]


def _iri(parameter: queries.Parameter, value: str) -> str:
    """The thing that a value names; what names none is left as it is, and its question has said so."""
    try:
        return queries.thing(parameter, value).value
    except (KeyError, ValueError):
        return value


def _shown(columns: tuple[str, ...], rows: Sequence[Row], with_words: bool) -> list[str]:
    """Columns worth showing: those that hold something; identifiers last, parts of papers not beside their words."""
    held = [name for name in columns if any(name in row for row in rows)] or list(columns)
    if with_words:
        held = [n for n in held if n != "words" and not all(_is_part(row[n]) for row in rows if n in row)] or held
    # An identifier stands behind the name beside it: ``sender`` leads to what ``sender_id`` names.
    held = [name for name in held if name.removesuffix("_id") not in held or not name.endswith("_id")]
    plain = [name for name in held if not all(_names(row[name]) for row in rows if name in row)]
    return plain + [name for name in held if name not in plain]


def _names(term: Term) -> bool:
    """Whether a term is an identifier, or several."""
    return term.is_iri or bool(queries.several(term.value))


def _is_part(term: Term) -> bool:
    return term.is_iri and term.value.startswith(DOC) and "/" in term.value.removeprefix(DOC)

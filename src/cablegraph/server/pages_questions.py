"""Questions as pages: a sentence, a form, the answer with *why* for each row, and how to ask it from elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import Response

from cablegraph import queries
from cablegraph.iri import DOC, KIND, shorten
from cablegraph.server.not_understood import refusal
from cablegraph.server.operation import door_of
from cablegraph.server.pages_ask import counted, evidence, library_of, options, query_of, typed_values
from cablegraph.server.pages_base import render, wants_html
from cablegraph.server.pages_begin import begin
from cablegraph.server.pages_called import by_name, iri_of, is_known, unknown
from cablegraph.server.pages_charts import charts, drawable
from cablegraph.server.pages_choice import number, paged
from cablegraph.server.pages_graph import Row, Term
from cablegraph.server.pages_made_up import made_up, marked
from cablegraph.server.pages_rows import LONGEST, Cell, cell, heading, paper_label, passages, together
from cablegraph.server.pages_search import with_leads
from cablegraph.server.reading_room import Catalogue, room_of
from cablegraph.server.refusals import Refused

router = APIRouter(include_in_schema=False)
SIZE = 50
MOST = 200
LISTED = 300
"""Papers in a pick-list, the first by date."""
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
    typed, wrong = typed_values(request, query)
    if wrong and not wants_html(request):
        raise Refused(refusal(wrong))
    catalogue = await room_of(request).catalogue()
    given: Mapping[str, Sequence[str]] = by_name(catalogue, query, typed)
    missing = [p for p in query.parameters if not p.optional and not p.default and not given.get(p.name)]
    size = number(request.query_params, "_size", SIZE, MOST)
    at = number(request.query_params, "_page", 1, 10**8)
    listed = {p.name: await _listed(request, catalogue, p) for p in query.parameters}
    begun = None
    if not (missing or wrong) and query.form in ("SELECT", "ASK"):
        try:
            begun = await begin(door, catalogue, query, given, listed)
        except Refused as refused:
            wrong = _in_a_field(request, query, refused)
    answer, given = (begun.answer, begun.given) if begun is not None else (None, given)
    rows = answer.rows[(at - 1) * size : at * size] if answer else ()
    words = await evidence(door, query, rows) if answer else []
    columns = _shown(answer.columns, rows, bool(query.evidence)) if answer else []
    cells = [[cell(catalogue, row, name) for name in columns] for row in rows]
    every = answer.rows if answer and drawable(query.chart) else rows
    invented = await made_up(door, catalogue, query, every, given)
    here = invented[(at - 1) * size : at * size] if every is not rows else invented
    marks = here or [False] * len(rows)
    if not query.evidence:
        cells, marks = together(columns, rows, cells, marks)
    drawn, undrawn = charts(query.chart, marked((), every, invented)[1])
    parameters = [(name, value) for name, values in given.items() for value in values]
    address = "?" + urlencode(parameters) if parameters else ""
    return await render(
        request,
        "question.html",
        status=422 if wrong else 200,
        query=query,
        given=given,
        fields=[(p, *_choices(catalogue, p, listed[p.name], given)) for p in query.parameters],
        wrong=wrong,
        counted=sorted({counted(request, p) for p in query.parameters if any(n for *_, n in listed[p.name])} - {""}),
        instead=_examples(catalogue, query, begun.instead if begun else ()),
        unlisted=max(0, len(catalogue.papers) - LISTED) if any(map(_is_paper, query.parameters)) else 0,
        unknown=unknown(catalogue, query, given),
        missing=missing,
        columns=columns,
        heading=heading,
        rows=cells,
        shown=len(rows),
        flagged=[_flagged(row) if mark else -1 for row, mark in zip(cells, marks, strict=True)],
        behind=[_behind(query, row, given) for row in rows] if query.behind else [],
        many=any(len(item.papers) > queries.PAPERS for row in cells for item in row),
        words=await with_leads(door, passages(rows, words), QUOTES) if words else [],
        total=len(answer.rows) if answer else 0,
        text=answer.text if answer else query.text,
        charts=[(one, _unit(catalogue, one.unit)) for one in drawn],
        undrawn=[(_unit(catalogue, unit), count) for unit, count in undrawn.items()] if drawn else [],
        at=at,
        size=size,
        address=address,
        further="?" + urlencode([*parameters, *paged(request.query_params, at + 1).items()]),
        host=str(request.base_url).rstrip("/"),
        quotes=QUOTES,
        papers_with_words=queries.PAPERS,
    )


async def _listed(request: Request, catalogue: Catalogue, parameter: queries.Parameter) -> list[tuple[str, str, int]]:
    """The pick-list of a parameter: value, label, how many papers. Papers stand by date, each with date and number."""
    if not _is_paper(parameter):
        return await options(request, parameter)
    return [(card.iri, _paper(catalogue, card.iri), 0) for card in catalogue.papers[:LISTED]]


def _in_a_field(request: Request, query: queries.Query, refused: Refused) -> dict[str, str]:
    """What is wrong with a field of the form, where that is why a question is refused. Raises it where it is not."""
    problem = refused.problem
    name = str(problem.extra.get("parameter", ""))
    if not wants_html(request) or name not in {p.name for p in query.parameters}:
        raise refused
    return {name: "; ".join((problem.detail.rstrip("."), *problem.hint))}


def _flagged(row: Sequence[Cell]) -> int:
    """The cell that says that a row rests on composed papers: the first that is no number."""
    return next((at for at, item in enumerate(row) if not item.number), 0)


def _is_paper(parameter: queries.Parameter) -> bool:
    return parameter.values == "documents"


def _paper(catalogue: Catalogue, iri: str) -> str:
    """A paper as a pick-list names it."""
    card = catalogue.by_iri.get(iri)
    if card is None:
        return shorten(iri)
    return paper_label(iri, catalogue, LONGEST) + (" (composed for teaching)" if card.composed else "")


def _choices(
    catalogue: Catalogue,
    parameter: queries.Parameter,
    listed: Sequence[tuple[str, str, int]],
    given: Mapping[str, Sequence[str]],
) -> tuple[list[tuple[str, str, int]], list[str]]:
    """What the form lists for a parameter, and what is chosen of it; what is chosen stands in it in any case."""
    chosen = list(given.get(parameter.name, parameter.default))
    known = {value for value, *_ in listed} | {shorten(value) for value, *_ in listed}
    more = [value for value in chosen if listed and value not in known]
    return [*((value, _named(catalogue, parameter, value), 0) for value in more), *listed], chosen


def _named(catalogue: Catalogue, parameter: queries.Parameter, value: str) -> str:
    """What a value is called in the form."""
    iri = iri_of(catalogue, parameter, value)
    if not is_known(catalogue, iri):
        return value
    return _paper(catalogue, iri) if _is_paper(parameter) else catalogue.label(iri)


def _examples(catalogue: Catalogue, query: queries.Query, instead: Collection[str]) -> list[tuple[str, str]]:
    """The values with which a question would begin, had the papers any row for them: what for, and how it is called."""
    return [
        (p.label or p.name, "; ".join(_named(catalogue, p, value) if p.type == "iri" else value for value in p.default))
        for p in query.parameters
        if p.name in instead
    ]


def _behind(query: queries.Query, row: Row, given: Mapping[str, Sequence[str]]) -> str:
    """The address of the question whose rows a row counts; what was chosen for both goes along."""
    columns = {name: column for name, column in query.behind.items() if name != "question"}
    values = {name: row[column].value for name, column in columns.items() if column in row}
    chosen = {name: items[0] for name, items in given.items() if name == "sender" and name not in columns}
    return f"/questions/{query.behind['question']}?{urlencode({**chosen, **values})}"


def _unit(catalogue: Catalogue, unit: str) -> str:
    """In what the values of a chart are measured, in plain words."""
    return catalogue.labels.get(KIND + unit) or unit


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

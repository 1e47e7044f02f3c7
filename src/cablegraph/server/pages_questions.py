"""Questions as pages: a sentence, a form, the answer with *why* for each row, and how to ask it from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import Response

from cablegraph import queries
from cablegraph.iri import BASE, DOC, HOME, shorten
from cablegraph.server import pages_words
from cablegraph.server.operation import door_of
from cablegraph.server.pages_ask import ask, evidence, given_values, library_of, options, query_of
from cablegraph.server.pages_base import render
from cablegraph.server.pages_charts import chart
from cablegraph.server.pages_choice import number
from cablegraph.server.pages_document import part_label, why_url
from cablegraph.server.pages_graph import Row, Term
from cablegraph.server.reading_room import Catalogue, page_of, room_of

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
    cells = [[_cell(catalogue, row, name) for name in columns] for row in rows]
    parameters = [(name, value) for name, values in given.items() for value in values]
    address = "?" + urlencode(parameters) if parameters else ""
    return await render(
        request,
        "question.html",
        query=query,
        given=given,
        fields=[(p, await options(request, p), given.get(p.name, list(p.default))) for p in query.parameters],
        missing=missing,
        columns=columns,
        rows=cells,
        many=any(len(cell.papers) > queries.PAPERS for row in cells for cell in row),
        words=[_why(found) for found in words],
        total=len(answer.rows) if answer else 0,
        text=answer.text if answer else query.text,
        chart=chart(query.chart, answer.rows if answer else ()),
        at=at,
        size=size,
        address=address,
        further="?" + urlencode([*parameters, ("_page", at + 1)]),
        host=str(request.base_url).rstrip("/"),
        quotes=QUOTES,
        papers_with_words=queries.PAPERS,
    )


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


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the table: what it says and where that leads; ``papers`` are the papers that the row counts."""

    text: str = ""
    url: str = ""
    number: bool = False
    papers: tuple[tuple[str, str], ...] = ()


def _cell(catalogue: Catalogue, row: Row, name: str) -> Cell:
    term, named = row.get(name), row.get(f"{name}_id")
    if term is None:
        return Cell()
    if not term.is_iri and named is not None and named.is_iri:
        return Cell(term.value, page_of(named.value))
    if term.is_iri:
        ours = term.value.startswith((BASE, HOME))
        label = part_label(term.value, catalogue) if "/id/doc/" in term.value else catalogue.label(term.value)
        known = ours and "ontology#" not in term.value
        return Cell(label, page_of(term.value)) if known else Cell(shorten(term.value))
    if papers := queries.several(term.value):
        return Cell(papers=tuple((page_of(iri), _dated(iri, catalogue)) for iri in papers))
    shown = pages_words.duration(term.value) if term.datatype.endswith("#duration") else term.value
    return Cell(shown, number=term.datatype.endswith(("#integer", "#decimal")))


def _dated(iri: str, catalogue: Catalogue) -> str:
    """A paper's name with its date before it: many of one row are named alike."""
    card = catalogue.by_iri.get(iri)
    return (f"{card.when.label} " if card else "") + part_label(iri, catalogue)


def _why(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The words of a row, each passage once, with the address where they stand."""
    seen: dict[tuple[Any, ...], dict[str, Any]] = {}
    for item in found:
        key = (item["document"], item["start"], item["end"])
        if item["quote"] and key not in seen:
            place = f"char={item['start']},{item['end']}"
            url = page_of(item["document"]).partition("#")[0] if item["document"] else ""
            seen[key] = {
                **item,
                "url": f"{url}?{place}#{place}",
                "why": why_url(item["s"], item["p"], Term(item["o"], "://" in item["o"])),
            }
    return list(seen.values())

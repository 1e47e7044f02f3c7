"""Canned queries asked for a page or a program: bound, run in the processes, each row with the words behind it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request

from cablegraph import queries
from cablegraph.dates.typed import read_fields
from cablegraph.errors import CablegraphError
from cablegraph.iri import KIND, LAYER, RULE
from cablegraph.server import answers
from cablegraph.server.answers import row_of
from cablegraph.server.door import Door
from cablegraph.server.not_understood import refusal
from cablegraph.server.operation import door_of
from cablegraph.server.pages_graph import Row, Term, plain
from cablegraph.server.pages_search import find
from cablegraph.server.problems import Problem
from cablegraph.server.refusals import Refused
from cablegraph.shipped import shipped

SOLUTIONS = dict.fromkeys(("solutions", "boolean"), "application/sparql-results+json")


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer: its columns, its rows (read from a file where they were kept), and the SPARQL that was run."""

    columns: tuple[str, ...]
    rows: Sequence[Row]
    text: str


def library_of(request: Request) -> queries.Library:
    """The shipped queries and the corpus's own, which win over shipped ones of the same name."""
    return library_in(request.app)


def library_in(app: FastAPI) -> queries.Library:
    """The questions an application knows; read again where their files changed and ``--reload`` is on."""
    state = app.state
    settings = state.door.settings
    folders = [folder for folder in (shipped("queries"), settings.folder / "queries") if folder.is_dir()]
    stamp = tuple((path.name, path.stat().st_mtime_ns) for folder in folders for path in sorted(folder.glob("*.rq")))
    if getattr(state, "queries_stamp", None) is None or (settings.reload and state.queries_stamp != stamp):
        seen = list(dict.fromkeys(folder.resolve() for folder in folders))
        state.queries = queries.load_all(seen)
        state.queries_lists = queries.load_all([shipped("queries", "lists")])
        state.queries_stamp = stamp
    library: queries.Library = state.queries
    return library


def query_of(request: Request, name: str) -> queries.Query:
    """A canned query by name. Raises Refused: 404 with the closest names, 500 for a broken file."""
    library = library_of(request)
    if name in library.queries:
        return library.queries[name]
    for broken in library.broken:
        if broken.name == name:
            raise Refused(Problem(500, "query-broken", str(broken)))
    near = get_close_matches(name, library.queries, 3, 0.3)
    closest = [(f"/questions/{item}", item) for item in near]
    raise Refused(Problem(404, "not-found", f"There is no question {name}.", extra={"closest": closest}))


def given_values(request: Request, query: queries.Query) -> dict[str, list[str]]:
    """The parameters of a request. Raises Refused (422) for one that the query lacks and a date that is none."""
    given, wrong = typed_values(request, query)
    if wrong:
        raise Refused(refusal(wrong))
    return given


def typed_values(request: Request, query: queries.Query) -> tuple[dict[str, list[str]], dict[str, str]]:
    """The parameters of a request, dates as `dates.typed` reads them, and what is wrong with dates, by parameter.

    Raises Refused (422) for a parameter that the query does not know.
    """
    known = {parameter.name for parameter in query.parameters}
    given: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        if name.startswith("_"):
            continue
        if name not in known:
            near = get_close_matches(name, known, 1)
            hint = (
                (f"did you mean {near[0]}?",) if near else (f"this question has: {', '.join(sorted(known)) or 'none'}",)
            )
            raise Refused(Problem(422, "parameter", f'"{name}" is no parameter of {query.name}.', hint))
        if value:
            given.setdefault(name, []).append(value)
    days = {p.name: given[p.name][0] for p in query.parameters if p.type == "date" and p.name in given}
    read, wrong = read_fields(days)
    return given | {name: [value, *given[name][1:]] for name, value in read.items()}, wrong


async def bound(door: Door, query: queries.Query, given: Mapping[str, Sequence[str]]) -> str:
    """The SPARQL text. Raises Refused (422) for a value that does not fit."""
    searched: dict[str, list[str]] = {}
    for parameter in query.parameters:
        if parameter.type == "search":
            for value in given.get(parameter.name, parameter.default):
                searched[value] = [*(await find(door, value, queries.MAX_VALUES + 1))]
    try:
        return queries.bind(query, given, lambda words, limit: searched.get(words, [])[:limit])
    except queries.ParameterError as error:
        hint = tuple(error.diagnostic.notes)
        problem = Problem(422, "parameter", error.diagnostic.what, hint, {"parameter": error.parameter})
        raise Refused(problem) from error


async def ask(door: Door, query: queries.Query, given: Mapping[str, Sequence[str]]) -> Answer:
    """The whole answer of a SELECT or ASK query."""
    text = await bound(door, query, given)
    if (kept := answers.find(door, text)) is not None:
        return Answer(kept.columns, answers.KeptRows(kept), text)
    try:
        answer = await solutions(door, text)
    except Refused as refused:
        raise answers.late(door, query, text, refused) from refused
    columns = tuple(answer["head"].get("vars", ()))
    if "boolean" in answer:
        return Answer(("answer",), ({"answer": Term(str(answer["boolean"]).lower(), False, XSD_BOOLEAN)},), text)
    rows = await asyncio.to_thread(lambda: tuple(map(row_of, answer["results"]["bindings"])))  # may be 100,000
    return Answer(columns, rows, text)


XSD_BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean"


async def solutions(door: Door, text: str, *, ours: bool = False) -> dict[str, Any]:
    """The answer to a SELECT or ASK as SPARQL JSON. Raises Refused as `Door.query` does."""
    result = await door.query(text, SOLUTIONS, trusted=ours)
    data = result.data
    if result.spooled:
        path = Path(result.spooled)
        data = path.read_bytes()
        path.unlink(missing_ok=True)
    answer: dict[str, Any] = json.loads(data)
    return answer


async def evidence(door: Door, query: queries.Query, rows: Sequence[Row]) -> list[list[dict[str, Any]]]:
    """For each row the words behind it, in the order of the papers."""
    found: list[list[dict[str, Any]]] = [[] for _ in rows]
    for begin in range(0, len(rows), queries.ROWS_AT_ONCE):
        part = rows[begin : begin + queries.ROWS_AT_ONCE]
        text = queries.evidence_query(query, [{name: term.turtle for name, term in row.items()} for row in part])
        if text is None:
            continue
        for item in (await solutions(door, text, ours=True))["results"]["bindings"]:
            row = row_of(item)
            found[begin + int(row["row"].value)].append(_words(row))
    return found


def _words(row: Row) -> dict[str, Any]:
    def value(name: str, prefix: str = "") -> str | None:
        return row[name].value.removeprefix(prefix) if name in row else None

    return {
        "s": value("subject"),
        "p": value("predicate"),
        "o": row["object"].value,
        "reading": value("reading"),
        "document": value("document"),
        "start": plain(row["start"]) if "start" in row else None,
        "end": plain(row["end"]) if "end" in row else None,
        "quote": value("words"),
        "layer": value("layer", LAYER),
        "rule": value("rule", RULE),
        "certainty": float(value("certainty") or 0),
        "status": value("status", KIND) or "machine",
    }


COUNTED = {"documents": "papers", "statements": "statements", "passages": "passages", "omissions": "omissions"}
"""What a pick-list counts, by its last column."""


def list_of(request: Request, parameter: queries.Parameter) -> queries.Query | None:
    """The query that gives the pick-list of a parameter."""
    if isinstance(parameter.values, tuple):
        return None
    library_of(request)
    lists: queries.Library = request.app.state.queries_lists
    return lists.queries.get(parameter.values) or library_of(request).queries.get(parameter.values)


def counted(request: Request, parameter: queries.Parameter) -> str:
    """What the numbers of a pick-list count, in a word; nothing where there are none."""
    source = list_of(request, parameter)
    return next((word for name, word in COUNTED.items() if source and name in source.columns), "")


async def options(request: Request, parameter: queries.Parameter) -> list[tuple[str, str, int]]:
    """The pick-list of a parameter: value, label, how many papers, or what `counted` says."""
    if isinstance(parameter.values, tuple):
        return [(value, value, 0) for value in parameter.values]
    source = list_of(request, parameter)
    if source is None:
        return []
    try:
        answer = await ask(door_of(request), source, {})
    except (Refused, CablegraphError):
        return []
    made = []
    for row in answer.rows[:300]:
        number = next((row[name].value for name in COUNTED if name in row), "")
        if "id" in row:
            count = int(number) if number.isdecimal() else 0
            made.append((row["id"].value, row["label"].value if "label" in row else row["id"].value, count))
    return made

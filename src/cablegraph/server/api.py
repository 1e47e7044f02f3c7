"""The JSON interface (product section 3.2): why, papers, search, pick-lists, things, texts, citations, annotations."""

from __future__ import annotations

import asyncio
import csv
import io
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse, RedirectResponse, Response
from pyoxigraph import NamedNode

from cablegraph.iri import BASE, DOC, RICO
from cablegraph.server import api_queries, api_sheet, pages_words, references
from cablegraph.server.addresses import meant, merged_into
from cablegraph.server.api_rows import COLUMNS, document_rows, in_cell, table
from cablegraph.server.door import Door
from cablegraph.server.operation import door_of
from cablegraph.server.pages_base import compressed
from cablegraph.server.pages_choice import NO, PAGED, YES, number, one_of, only
from cablegraph.server.pages_document import DocumentView, Fact, value_label, view, why_url
from cablegraph.server.pages_graph import Term, ask_rows, node, term, text_or_words
from cablegraph.server.pages_lists import KINDS, chosen, named, searched
from cablegraph.server.pages_search import Found, passages
from cablegraph.server.problems import Problem
from cablegraph.server.reading_room import Card, Catalogue, page_of, room_of
from cablegraph.server.refusals import Refused
from cablegraph.server.why import MOST, Statement, why
from cablegraph.store import texts

router = APIRouter(tags=["data"])
SIZE = 100
LARGEST = 1000
SUGGESTED = 100


def answer(request: Request, form: Any, media_type: str = "application/json", rows: int | None = None) -> Response:
    """JSON of the current generation, with ETag; 304 when the client has it."""
    door = door_of(request)
    etag = door.etag("api", request.url.path, request.url.query)
    if request.headers.get("if-none-match", "").removeprefix("W/") == etag:
        return Response(status_code=304, headers={"etag": etag})
    headers = {"etag": etag, "vary": "Accept, Accept-Encoding", "link": '</.well-known/void>; rel="describedby"'}
    if rows is not None:
        headers["cablegraph-rows"] = str(rows)
    body = form if isinstance(form, bytes) else json.dumps(form, ensure_ascii=False).encode()
    return compressed(request, body, media_type, headers)


# ------------------------------------------------------------------ why


@router.get("/why.json", summary="The words behind an edge.")
async def why_json(request: Request, s: str, p: str, o: str) -> Response:
    """Readings of one statement: subject, predicate (IRIs or known prefixes), object as N-Triples writes it."""
    only(request.query_params, ("s", "p", "o", "_size", "_page"))
    size = number(request.query_params, "_size", SIZE, LARGEST)
    at = number(request.query_params, "_page", 1, 10**8)
    found = await why(door_of(request), Statement(node(s, "s"), node(p, "p"), term(o, "o")), size=size, at=at)
    form = {**found, "next": _further(found, size, at), "generation": door_of(request).generation}
    return answer(request, form, rows=len(found["readings"]))


def _further(found: Mapping[str, Any], size: int, at: int) -> str | None:
    """Where the next readings of an edge stand, if there are more."""
    if at * size >= found["total"]:
        return None
    return f"/why.json?{urlencode({**found['statement'], '_size': size, '_page': at + 1})}"


@router.post("/why.json", summary="The words behind up to 500 edges.")
async def why_many(request: Request) -> Response:
    """A list of ``{"s", "p", "o"}``, or an object with it under ``statements``; answers in the same order."""
    try:
        given = json.loads(await request.body())
    except ValueError as error:
        raise Refused(Problem(400, "parameter", f"The body is not JSON: {error}")) from error
    statements = given.get("statements") if isinstance(given, dict) else given
    if not isinstance(statements, list) or not all(isinstance(item, dict) for item in statements):
        hint = ('[{"s": "doc:wilson-ct3777", "p": "rico:hasSender", "o": "agent:stalin"}]',)
        raise Refused(Problem(422, "parameter", "A list of statements is wanted.", hint))
    if len(statements) > MOST:
        raise Refused(Problem(413, "too-many", f"{len(statements)} statements; {MOST} at most in one request."))
    asked = [Statement(*_edge(item, index)) for index, item in enumerate(statements)]
    found = [await why(door_of(request), statement) for statement in asked]
    told = [item | {"next": _further(item, SIZE, 1)} for item in found]
    form = {"ok": True, "statements": told, "generation": door_of(request).generation}
    return compressed(request, json.dumps(form, ensure_ascii=False).encode(), "application/json")


def _edge(item: dict[str, Any], index: int) -> tuple[Any, Any, Any]:
    values = [item.get(name) for name in ("s", "p", "o")]
    if not all(isinstance(value, str) and value for value in values):
        raise Refused(Problem(422, "parameter", f"Statement {index} lacks one of s, p and o."))
    return node(str(values[0]), "s"), node(str(values[1]), "p"), term(str(values[2]), "o")


# ------------------------------------------------------------------ papers


@router.get(
    "/documents.json", summary="Papers, as filtered: q sender addressee topic form repository archive source from to …"
)
async def documents_json(request: Request) -> Response:
    """A table; ``_shape=arrays`` gives rows as arrays; ``_size`` and ``_page`` page it."""
    catalogue, choice, cards = await chosen(request, *PAGED, "_shape")
    shape = one_of(request.query_params, "_shape", api_queries.SHAPES)
    size = number(request.query_params, "_size", SIZE, LARGEST)
    at = number(request.query_params, "_page", 1, 10**8)
    shown = cards[(at - 1) * size : at * size]
    rows: list[Any] = await asyncio.to_thread(lambda: list(document_rows(catalogue, shown)))
    if shape == "arrays":
        rows = [[row[name] for name in COLUMNS] for row in rows]
    shaped = {"_shape": shape} if shape else {}
    following = {**choice.parameters, **shaped, "_size": size, "_page": at + 1}
    further = f"/documents.json?{urlencode(following)}" if at * size < len(cards) else None
    form = {"ok": True, "columns": COLUMNS, "rows": rows, "total": len(cards), "next": further}
    return answer(request, {**form, "generation": catalogue.generation}, rows=len(rows))


@router.get("/documents.csv", summary="Papers, as filtered; all of them.")
async def documents_csv(request: Request) -> Response:
    """RFC 4180; never paged. Several senders are joined by "; ".

    ``excel=1`` gives a sheet for people: columns in words, days without signs, file numbers, the mark that Excel needs.
    """
    catalogue, _, cards = await chosen(request, "excel")
    here = str(request.base_url).rstrip("/")
    if one_of(request.query_params, "excel", (*YES, *NO)) in YES:
        marked = await api_sheet.marks(door_of(request))
        made = await asyncio.to_thread(api_sheet.sheet, catalogue, cards, marked, here)
        return answer(request, made, "text/csv; charset=utf-8", len(cards))
    made = await asyncio.to_thread(table, catalogue, cards, here)
    return answer(request, made, "text/csv; charset=utf-8", len(cards))


@router.get("/search.json", summary="Papers by their words, things by their names.")
async def search_json(request: Request, q: str = "") -> Response:
    """``documents`` with the matched words, ``things`` as pick-lists give them."""
    catalogue, choice, cards = await searched(request, *PAGED, "kind")
    kind = one_of(request.query_params, "kind", KINDS)
    size = number(request.query_params, "_size", 25, 200)
    at = number(request.query_params, "_page", 1, 10**8)
    shown = cards[(at - 1) * size : at * size]
    found = await passages(door_of(request), q, [card.iri for card in shown])
    rows = [_found(card, found[card.iri]) for card in shown]
    following = {**choice.parameters, **({"kind": kind} if kind else {}), "_size": size, "_page": at + 1}
    further = f"/search.json?{urlencode(following)}" if at * size < len(cards) else None
    things = await named(door_of(request), catalogue, q, kind, 10) if q else []
    return answer(request, {"ok": True, "documents": rows, "things": things, "total": len(cards), "next": further})


def _found(card: Card, found: Found) -> dict[str, Any]:
    spans = [
        {"start": m.start, "end": m.end, "quote": m.quote, "before": m.before, "after": m.after} for m in found.matches
    ]
    date = card.when.edtf or card.when.written or None
    return {"id": card.iri, "url": card.url, "title": card.title or None, "date": date, "matches": spans}


@router.get("/suggest.json", summary="Pick-lists: people, bodies, places, topics by the begin of their names.")
async def suggest_json(request: Request, q: str = "") -> Response:
    """``{"id", "label", "kind", "note", "documents"}`` each."""
    only(request.query_params, ("q", "kind", "limit"))
    kind = one_of(request.query_params, "kind", KINDS)
    limit = number(request.query_params, "limit", 20, SUGGESTED)
    catalogue = await room_of(request).catalogue()
    return answer(request, await named(door_of(request), catalogue, q, kind, limit))


# ------------------------------------------------------------------ things and texts


@router.get("/id/doc/{key}/text/{sha8}", summary="The text of a paper: NFC, UTF-8.", response_class=PlainTextResponse)
async def text(request: Request, key: str, sha8: str) -> Response:
    """The text that every span counts its characters in."""
    door = door_of(request)
    found = await asyncio.to_thread(texts.get, door.path / "texts.sqlite", key)
    if found is None or not found.sha256.startswith(sha8) or len(sha8) < 8:
        raise Refused(Problem(404, "not-found", f"The text {sha8} of {key} is not kept here."))
    if not door.text_published:
        hint = (f"its facts, with the words they rest on: /page/doc/{key}",)
        raise Refused(Problem(403, "text-withheld", f"The text of {key} is kept here, but not published.", hint))
    return answer(request, found.text.encode(), "text/plain; charset=utf-8")


async def _view(request: Request, key: str) -> tuple[DocumentView, Card, Catalogue, str]:
    door = door_of(request)
    catalogue = await room_of(request).catalogue()
    card = catalogue.by_iri.get(DOC + key)
    if card is None:
        raise Refused(Problem(404, "not-found", f"No paper has the name {key}."))
    rows = await ask_rows(door, "readings-of-document", document=NamedNode(DOC + key))
    kept, known = await text_or_words(door, key)
    shown = view(DOC + key, rows, kept if door.text_published else None, catalogue, known=known)
    return shown, card, catalogue, kept.text if kept and door.text_published else ""


@router.get("/id/doc/{key}/annotations.jsonld", summary="The readings of a paper as Web Annotations.")
async def annotation_page(request: Request, key: str) -> Response:
    """An AnnotationPage: per reading a body, and its words by quotation and by position."""
    shown, _, catalogue, words = await _view(request, key)
    items = [_annotation(fact, reading, words) for fact in shown.facts for reading in fact.readings]
    ours = {"reading": BASE + "ontology#Reading", "rule": BASE + "ontology#rule", "status": BASE + "ontology#status",
            "certainty": RICO + "relationCertainty"}  # fmt: skip
    form = {
        "@context": ["http://www.w3.org/ns/anno.jsonld", ours],
        "id": f"{shown.iri}/annotations",
        "type": "AnnotationPage",
        "generator": f"cablegraph, generation {catalogue.generation}",
        "items": items,
    }
    return answer(request, form, "application/ld+json", len(items))


def _annotation(fact: Fact, reading: Any, words: str) -> dict[str, Any]:
    bodies: list[dict[str, Any]] = [
        {"type": "TextualBody", "value": f"{fact.label}: {fact.value}", "format": "text/plain"}
    ]
    if fact.object.is_iri:
        bodies.append({"type": "SpecificResource", "source": fact.object.value})
    motive = {"topic": "classifying", "form": "classifying"}.get(
        fact.label, "identifying" if fact.object.is_iri else "describing"
    )
    targets = [
        {
            "source": reading_text(reading.iri, fact),
            "selector": [
                {"type": "TextQuoteSelector", "exact": w.quote, **_around(words, w.start, w.end)},
                {"type": "TextPositionSelector", "start": w.start, "end": w.end},
            ],
        }
        for w in reading.words
    ]  # fmt: skip
    return {"id": reading.iri, "type": "Annotation", "motivation": motive, "body": bodies, "target": targets,
            "rule": reading.rule, "certainty": float(reading.certainty), "status": reading.status}  # fmt: skip


def _around(text: str, start: int, end: int) -> dict[str, str]:
    """What stands before and after, where the text is published."""
    return {"prefix": text[max(0, start - 32) : start], "suffix": text[end : end + 32]} if text else {}


def reading_text(reading: str, fact: Fact) -> str:
    """The paper whose text a reading's words stand in: the reading's IRI begins with it."""
    return reading.partition("/r/")[0]


@router.get("/id/doc/{key}/cite.{form}", summary="A reference: txt, bib or csl.json.")
async def cite(request: Request, key: str, form: str) -> Response:
    """One reference, with the generation."""
    catalogue = await room_of(request).catalogue()
    card = catalogue.by_iri.get(DOC + key)
    if card is None or form not in ("txt", "bib", "csl.json"):
        raise Refused(Problem(404, "not-found", f"There is no reference cite.{form} of {key}."))
    door = door_of(request)
    rows = await ask_rows(door, "readings-of-document", document=NamedNode(DOC + key))
    text = await asyncio.to_thread(texts.get, door.path / "texts.sqlite", key)
    made = references.reference(catalogue, card, rows, text.text if text else "", door.current)
    media = {"txt": "text/plain; charset=utf-8", "bib": "application/x-bibtex; charset=utf-8",
             "csl.json": "application/vnd.citationstyles.csl+json"}[form]  # fmt: skip
    return answer(request, made[form].encode(), media)


@router.get("/id/{kind}/{key:path}.json", summary="One thing: its facts, each with the address of its words.")
async def thing_json(request: Request, kind: str, key: str) -> Response:
    """Facts of a person, body, place, topic or paper."""
    form = await _described(request, kind, key)
    return answer(request, form, rows=len(form["facts"]))


async def _described(request: Request, kind: str, key: str) -> dict[str, Any]:
    catalogue = await room_of(request).catalogue()
    iri = await meant(door_of(request), kind, key)
    rows = await ask_rows(door_of(request), "facts-of-thing", subject=node(iri, "the name"))
    if not rows and (target := merged_into(door_of(request), iri)):
        iri = target
        rows = await ask_rows(door_of(request), "facts-of-thing", subject=node(iri, "the name"))
    if not rows:
        raise Refused(Problem(404, "not-found", f"The graph says nothing of {kind} {key}."))
    counted = await _counted(door_of(request), NamedNode(iri))
    facts = [_fact(iri, row["predicate"].value, row["object"], counted, catalogue) for row in rows]
    facts.sort(key=lambda item: (pages_words.order(item["predicate"]), str(item["value"])))
    return {"ok": True, "id": iri, "url": page_of(iri), "label": value_label(Term(iri, True), catalogue),
            "kind": catalogue.kind(iri), "facts": facts, "generation": catalogue.generation}  # fmt: skip


@router.get("/id/{kind}/{key:path}.csv", summary="One thing: its facts as a table.")
async def thing_csv(request: Request, kind: str, key: str) -> Response:
    """The same facts as ``.json`` gives."""
    facts = (await _described(request, kind, key))["facts"]
    columns = ("predicate", "label", "value", "value_label", "status", "readings", "why")
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([in_cell(fact[name]) for name in columns] for fact in facts)
    return answer(request, out.getvalue().encode(), "text/csv; charset=utf-8", len(facts))


@router.get("/id/{kind}/{key:path}.html", summary="One thing: its page.")
async def thing_html(request: Request, kind: str, key: str) -> Response:
    """303 to the page."""
    iri = await meant(door_of(request), kind, key)
    return RedirectResponse(request.scope.get("root_path", "") + page_of(iri), 303)


@router.get("/vocab/{scheme}/{key}.json", summary="One concept: its facts.")
async def concept_json(request: Request, scheme: str, key: str) -> Response:
    """Facts of a concept."""
    return await thing_json(request, scheme, key)


Counted = Mapping[tuple[str, Term], tuple[int, set[str]]]
"""How many readings an edge has, by predicate and object, and what was decided of any of them."""


async def _counted(door: Door, subject: NamedNode) -> Counted:
    """Counted by the engine, for an office has a reading of its name in every paper that names it."""
    rows, decided = await asyncio.gather(
        ask_rows(door, "readings-counted", subject=subject), ask_rows(door, "readings-decided", subject=subject)
    )
    made: dict[tuple[str, Term], tuple[int, set[str]]] = {
        (row["predicate"].value, row["object"]): (int(row["count"].value), set()) for row in rows
    }
    for row in decided:
        edge = row["predicate"].value, row["object"]  # of a newer graph, maybe: then nothing of it was counted
        made.setdefault(edge, (0, set()))[1].add(row["status"].value.rpartition("/")[2])
    return made


def _fact(iri: str, predicate: str, value: Term, counted: Counted, catalogue: Catalogue) -> dict[str, Any]:
    readings, statuses = counted.get((predicate, value), (0, set()))
    status = next((name for name in ("corrected", "confirmed") if name in statuses), "machine")
    return {
        "predicate": predicate,
        "label": pages_words.predicate(predicate),
        "value": value.value,
        "value_label": value_label(value, catalogue, predicate),
        "status": status,
        "readings": readings,
        "why": why_url(iri, predicate, value) if readings else None,
    }


router.include_router(api_queries.router)

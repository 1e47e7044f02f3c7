"""The page that shows what an edge rests on: the edge as a sentence, the words, and of a part the passage it is in.

*Why: the one who asks is Mao Zedong*, with the request as the paper words it, and the words that say who asks.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from pyoxigraph import Literal, NamedNode

from cablegraph.called import spoken
from cablegraph.iri import CG, DOC, RICO, SCHEMA, SKOS, WD, XSD, shorten
from cablegraph.server import pages_words
from cablegraph.server.door import Door
from cablegraph.server.operation import door_of
from cablegraph.server.pages_base import elsewhere, render
from cablegraph.server.pages_choice import number, only, paged
from cablegraph.server.pages_document import part_label, value_label
from cablegraph.server.pages_graph import Term, ask_rows, node, term
from cablegraph.server.pages_sentences import Part
from cablegraph.server.problems import Problem
from cablegraph.server.reading_room import Catalogue, page_of, room_of
from cablegraph.server.refusals import Refused
from cablegraph.server.why import CONTEXT, SIZE, Statement, why

router = APIRouter(include_in_schema=False)
AROUND = 200
"""Characters around the passage of a part: enough to see whom a "he" means."""
_NAMED_BY = {
    "claim": (CG + "states",),
    "cited": (CG + "cites", RICO + "isReplyTo"),
    "promised": (CG + "announces",),
    "gap": (CG + "hasGap",),
    "copy": (RICO + "hasOrHadInstantiation",),
}
"""By kind of a part, the properties with which a paper names it."""
_SLOT = re.compile(r"\{([soa])\}")


@router.api_route("/why", methods=["GET", "HEAD"])
async def why_page(request: Request, s: str = "", p: str = "", o: str = "") -> Response:
    """The words behind an edge."""
    if (file := elsewhere(request, {"application/json": "/why.json"})) is not None:
        return file
    only(request.query_params, ("s", "p", "o", "_size", "_page"))
    size, at = number(request.query_params, "_size", SIZE, SIZE), number(request.query_params, "_page", 1, 10**8)
    if not (s and p and o):
        hint = ("/why?s=doc:wilson-ct3777&p=rico:hasSender&o=agent:stalin",)
        raise Refused(Problem(422, "parameter", "s, p and o are needed: subject, predicate and object.", hint))
    statement = Statement(node(s, "s"), node(p, "p"), term(o, "o"))
    door, catalogue = door_of(request), await room_of(request).catalogue()
    answer = await why(door, statement, size=size, at=at)
    _add_titles(answer, catalogue)
    part = await _part(door, statement, answer, catalogue)
    parts = tuple(_sentence(statement, catalogue))
    return await render(
        request,
        "why.html",
        answer=answer,
        parts=parts,
        said="".join(item.text for item in parts),
        part=part,
        entry=await _entry(door, statement, catalogue),
        completed=lambda reading: pages_words.completed(
            statement.predicate.value, " ".join(span["quote"] for span in reading["spans"])
        ),
        remedies=_remedies(statement, answer) if door.elsewhere is None else (),
        query=request.url.query,
        begins=(at - 1) * size + 1,
        further={"s": s, "p": p, "o": o} | paged(request.query_params, at + 1) if at * size < answer["total"] else {},
    )


def _remedies(statement: Statement, answer: dict[str, Any]) -> tuple[str, ...]:
    """The commands with which whoever keeps the collection decides otherwise about an edge of a paper."""
    subject = shorten(statement.subject.value)
    if not (subject.startswith("doc:") and answer["readings"]):
        return ()
    value = statement.object
    shown = shlex.quote(shorten(value.value) if isinstance(value, NamedNode) else value.value)
    predicate = shorten(statement.predicate.value)
    edge = f"{shlex.quote(subject)} {predicate}"
    if all(reading["status"] == "candidate" for reading in answer["readings"]):
        return tuple(f'cablegraph decide {do} {edge} {shown} --why "…"' for do in ("accept", "reject"))
    if all(reading["status"] == "rejected" for reading in answer["readings"]):
        return (
            f'cablegraph decide accept {edge} {shown} --why "…"',
            "cablegraph decide list",
            "cablegraph decide undo LINE",
        )
    reject = f'cablegraph decide reject {edge} {shown} --why "…"'
    return reject, f'cablegraph decide correct {edge} NEW --instead-of {shown} --why "…"'


def _add_titles(answer: dict[str, Any], catalogue: Catalogue) -> None:
    for reading in answer["readings"]:
        document = reading["document"] or ""
        reading["key"] = document.removeprefix(DOC)
        reading["title"] = part_label(document, catalogue) if document else ""
        reading["spans"] = [_whole_words(span, CONTEXT) for span in reading["spans"]]


# ------------------------------------------------------------------ the edge as a sentence


def _sentence(statement: Statement, catalogue: Catalogue) -> Iterator[Part]:
    """The edge in words, what is spoken of and the value as parts that lead somewhere."""
    subject, predicate, value = statement.subject.value, statement.predicate.value, statement.object
    yes = isinstance(value, Literal) and value.datatype.value == XSD + "boolean"
    pattern = "{s}, " + pages_words.predicate(predicate) + ("" if yes else ": {o}")
    pattern = str(pages_words.words()["sentences"].get(shorten(predicate), pattern))
    if predicate == CG + "claimant":
        pattern = str(pages_words.words()["speakers"].get(_kind_of_claim(subject), pattern))
    at = 0
    for slot in _SLOT.finditer(pattern):
        yield Part(pattern[at : slot.start()])
        yield _subject(subject, catalogue) if slot[1] == "s" else _object(statement, catalogue, slot[1] == "a")
        at = slot.end()
    yield Part(pattern[at:])


def _kind_of_claim(iri: str) -> str:
    return iri.rpartition("/claim/")[2].rpartition("-")[0]


def _subject(iri: str, catalogue: Catalogue) -> Part:
    """What is spoken of: “the title of a paper”, the request, the paper cited."""
    label = spoken(value_label(Term(iri, True), catalogue))
    if iri in catalogue.by_iri:
        label = f"“{label}”"
    elif _kind(iri):
        label = f"the {label.removeprefix('a ').removeprefix('an ')}"
    return Part(label, page_of(iri), value=True)


def _object(statement: Statement, catalogue: Catalogue, with_article: bool) -> Part:
    value = statement.object
    made = Term(value.value, True) if isinstance(value, NamedNode) else _literal(value)
    label = spoken(value_label(made, catalogue, statement.predicate.value))
    if made.is_iri and made.value in catalogue.by_iri:
        label = f"“{label}”"
    elif with_article:
        label = pages_words.article(label)
    elif made.is_iri and _kind(made.value) == "claim":
        label = f"the {label}"
    url = value.value if made.value.startswith(WD) else page_of(made.value) if made.is_iri else ""
    return Part(label, url, value=True)


def _literal(value: Literal) -> Term:
    return Term(value.value, False, value.datatype.value, value.language or "")


# ------------------------------------------------------------------ what it is said of


def _kind(iri: str) -> str:
    """Of a part of a paper what kind of part it is: ``claim``; empty of anything else."""
    segments = iri.removeprefix(DOC).split("/") if iri.startswith(DOC) else []
    return segments[-2] if len(segments) > 2 and segments[-2] in _NAMED_BY else ""


async def _part(
    door: Door, statement: Statement, answer: dict[str, Any], catalogue: Catalogue
) -> dict[str, Any] | None:
    """Of an edge of a part, the paper and the passages of the part, unless the edge rests on the same words."""
    iri = statement.subject.value
    if not (kind := _kind(iri)):
        return None
    paper = iri.rpartition(f"/{kind}/")[0]
    found = {"name": _subject(iri, catalogue).text, "title": part_label(paper, catalogue), "url": page_of(paper)}
    own = {(span["start"], span["end"]) for reading in answer["readings"] for span in reading["spans"]}
    for predicate in _NAMED_BY[kind]:
        named = await why(door, Statement(NamedNode(paper), NamedNode(predicate), statement.subject), AROUND)
        if named["readings"]:
            break
    spans = {(span["start"], span["end"]): span for reading in named["readings"] for span in reading["spans"]}
    shown = [_whole_words(span, AROUND) for place, span in sorted(spans.items()) if not own or place not in own]
    return {**found, "key": paper.removeprefix(DOC).partition("/")[0], "spans": shown}


def _whole_words(span: dict[str, Any], around: int) -> dict[str, Any]:
    """A passage whose surroundings of so many characters begin and end between two words."""
    before, after = span["before"], span["after"]
    if len(before) == around:
        before = "… " + before.partition(" ")[2]
    if len(after) == around:
        after = after.rpartition(" ")[0] + " …"
    return {**span, "before": before, "after": after}


async def _entry(door: Door, statement: Statement, catalogue: Catalogue) -> dict[str, Any] | None:
    """Of a link to Wikidata what is known here of the thing, to compare with the entry there."""
    if not statement.object.value.startswith(WD):
        return None
    rows = await ask_rows(door, "facts-of-thing", subject=statement.subject)
    known: dict[str, list[str]] = {}
    for row in rows:
        known.setdefault(row["predicate"].value, []).append(row["object"].value)
    place = catalogue.coordinates.get(statement.subject.value)
    return {
        "name": catalogue.label(statement.subject.value),
        "others": sorted(set(known.get(SKOS + "altLabel", ()))),
        "born": spoken(min(known.get(SCHEMA + "birthDate", [""]))),
        "died": spoken(min(known.get(SCHEMA + "deathDate", [""]))),
        "definition": " ".join(known.get(SKOS + "definition", ())),
        "place": place,
        "item": statement.object.value.removeprefix(WD),
        "url": statement.object.value,
    }

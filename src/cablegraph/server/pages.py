"""The pages for people: home, a paper; the other pages' routers are gathered here."""

from __future__ import annotations

import asyncio
import json
import mimetypes
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, Response
from pyoxigraph import NamedNode

from cablegraph.called import spoken
from cablegraph.iri import CG, DOC, KIND, RDFS, RICO
from cablegraph.server import (
    pages_drawings,
    pages_lists,
    pages_map,
    pages_questions,
    pages_themselves,
    pages_things,
    pages_timeline,
    pages_why,
    pages_words,
)
from cablegraph.server.door import Door
from cablegraph.server.operation import door_of
from cablegraph.server.pages_ask import library_of
from cablegraph.server.pages_base import STATIC, error_page, render, wants_html
from cablegraph.server.pages_choice import one_of, source_name
from cablegraph.server.pages_document import DocumentView, view, why_url
from cablegraph.server.pages_graph import Term, ask_rows, text_or_words
from cablegraph.server.pages_rows import paper_label
from cablegraph.server.pages_sentences import resting, told
from cablegraph.server.problems import Problem
from cablegraph.server.reading_room import Catalogue, page_of, room_of
from cablegraph.server.references import collection_rights, published, reference
from cablegraph.server.refusals import Refused
from cablegraph.store import renamed
from cablegraph.store.texts import StoredText

router = APIRouter(include_in_schema=False)
MOST_FACTS = 150
"""Facts of one heading that a paper's page lists; minutes of a long talk have hundreds."""
FIRST = ("arms-requests", "who-wrote-to-whom", "not-held", "cover-names", "relays", "requests-and-offers")
"""The six questions of the home page."""


@router.api_route("/", methods=["GET", "HEAD"])
async def home(request: Request) -> Response:
    """Search, counts, papers per year, questions, what is missing."""
    catalogue = await room_of(request).catalogue()
    queries = library_of(request).queries
    candidates = await _candidates(request)
    current = door_of(request).current
    return await render(
        request,
        "home.html",
        title=(current.manifest.get("title") if current else "") or "",
        beside="" if candidates is not None else "not counted",
        candidates=candidates,
        **await asyncio.to_thread(_figures, catalogue),
        questions=[queries[name] for name in FIRST if name in queries],
    )


PATIENCE = 0.5
"""Seconds that the home page waits for the number of possible readings; without it the page is shown without."""


async def _candidates(request: Request) -> int | None:
    """How many readings nobody has decided yet: counted once a generation, none while that goes on."""
    state, door = request.app.state, door_of(request)
    generation, counting = getattr(state, "candidates", ("", None))
    if counting is None or generation != door.generation or (counting.done() and counting.exception()):
        counting = asyncio.ensure_future(ask_rows(door, "candidates"))
        state.candidates = door.generation, counting
    await asyncio.wait({counting}, timeout=PATIENCE)
    if not counting.done() or counting.exception():
        return None
    return int(counting.result()[0]["count"].value)


def _origins(catalogue: Catalogue) -> list[tuple[str, int, str, str]]:
    """Where the papers are from: in words, how many, of which years, and the list of them; invented papers apart."""
    papers = catalogue.papers
    invented = len(papers.having("state", "composed"))
    made = []
    for key, count in papers.counts("source"):
        own = papers.having("source", key)
        if invented and (composed := len(own.having("state", "composed"))):
            count -= composed
        if count:
            years = sorted(year for year, _ in own.counts("year"))
            made.append((source_name(key), count, _span(years), f"?source={key}"))
    if invented:
        years = sorted(year for year, _ in papers.having("state", "composed").counts("year"))
        made.append(("composed for teaching", invented, _span(years), "?composed=1"))
    return made


def _span(years: Sequence[str]) -> str:
    """``1917–1919``, ``1951``, or nothing where no paper is dated."""
    return "–".join(dict.fromkeys((years[0], years[-1]))) if years else ""


def _by_year(counts: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """Years with how many papers each has, and between them, with none, the stretches that have no paper."""
    made: list[tuple[str, int]] = []
    for year, count in counts:
        if made and int(year) - int(made[-1][0]) > 1:
            first, last = int(made[-1][0]) + 1, int(year) - 1
            made.append((str(first) if first == last else f"{first}–{last}", 0))
        made.append((year, count))
    return made


def _figures(catalogue: Catalogue) -> dict[str, Any]:
    """What the home page counts: papers, messages inside them apart."""
    papers = catalogue.papers
    return {
        "people": catalogue.different("out.agent", "in.agent"),
        "places": catalogue.different("origin", "destination"),
        "topics": catalogue.different("topic"),
        "years": (years := sorted(papers.counts("year"))),
        "by_year": _by_year(years),
        "origins": _origins(catalogue),
        "undated": len(papers.having("state", "undated")),
        "gapped": len(papers.having("state", "gaps")),
        "composed": len(papers.having("state", "composed")),
    }


@router.api_route("/page/doc/{key}", methods=["GET", "HEAD"])
async def document(request: Request, key: str, char: str = "") -> Response:
    """A paper."""
    return await _document(request, key, char)


@router.api_route("/page/doc/{key}/enclosed/{start}", methods=["GET", "HEAD"])
async def enclosed(request: Request, key: str, start: str, char: str = "") -> Response:
    """A message inside a paper: the same page, of the inner message."""
    return await _document(request, f"{key}/enclosed/{start}", char)


async def _document(request: Request, key: str, char: str) -> Response:
    door = door_of(request)
    catalogue = await room_of(request).catalogue()
    iri = DOC + key
    if iri not in catalogue.by_iri:
        new = await asyncio.to_thread(renamed.now_called, door.generations, key) if door.elsewhere is None else ""
        raise Refused(_unknown(key, catalogue, new))
    outer = key.partition("/")[0]
    card = catalogue.by_iri[iri]
    rows = await ask_rows(door, "readings-of-document", document=NamedNode(DOC + outer))
    text, known = await text_or_words(door, outer)
    marked = _marked(char)
    corrected = await ask_rows(door, "corrections-of-document", document=NamedNode(DOC + outer))
    shown = view(iri, [*rows, *corrected], text if door.text_published else None, catalogue, marked, known)
    cited_by = await ask_rows(door, "cited-by", document=NamedNode(iri))
    answers = {row["record"].value: row["cited"] for row in cited_by if "answer" in row}
    promised = {row["record"].value: row["cited"].value for row in cited_by if "promise" in row}
    citing = sorted({row["record"].value for row in cited_by} - answers.keys() - promised.keys())
    own, groups = Term(iri, is_iri=True), told(shown, catalogue)
    rests, words = _resting(shown, marked)
    return await render(
        request,
        "document.html",
        card=card,
        document_key=outer,
        enclosed_in=iri.partition("/enclosed/")[0] if "/enclosed/" in iri else "",
        view=shown,
        told=groups,
        most=None if one_of(request.query_params, "facts", ("all",)) or marked else MOST_FACTS,
        reference=reference(catalogue, card, rows, text.text if text else "", door.current)["txt"].strip(),
        address=str(request.base_url).rstrip("/") + card.url,
        head=_head(shown, card.form),
        undated_part=_undated_part(shown),
        text=text,
        paths=await _paths(door, text),
        has_text=text is not None,
        text_published=door.text_published,
        language=text.language if text else "",
        marked=marked,
        resting=None if rests is None else resting(groups, rests),
        resting_words=words,
        passages_json=_passages(shown),
        copies=[fact for fact in shown.facts if fact.predicate == RICO + "identifier" and "/copy/" in fact.subject],
        gaps=[fact for fact in shown.of(CG + "hasGap") if not _is_empty_label(shown, fact.object.value)],
        elsewhere={f.subject for f in shown.facts if f.object.value == KIND + "given-elsewhere"},
        empty_labels=[
            words for f in shown.of(CG + "hasGap") if _is_empty_label(shown, f.object.value) for words in f.words
        ],
        cited=catalogue.cited_in(DOC + outer),
        citing=citing,
        promised=[(by, why_url(part, CG + "resolvedTo", own)) for by, part in sorted(promised.items())],
        answers=[(record, why_url(record, RICO + "isReplyTo", cited)) for record, cited in sorted(answers.items())],
        rights=RICO + "conditionsOfUse",
        collection_rights=collection_rights(door.current),
        published=published(card, text.text if text else ""),
        label=lambda thing: spoken(paper_label(thing, catalogue)),
    )


async def _paths(door: Door, text: StoredText | None) -> list[str]:
    """Where a text was found: its file, then others that hold the same."""
    if text is None:
        return []
    own = NamedNode(f"{DOC}{text.key}/text/{text.sha256[:8]}")
    facts = await ask_rows(door, "facts-of-thing", subject=own)
    return [
        text.path,
        *sorted({f["object"].value for f in facts if f["predicate"].value == RDFS + "label"} - {text.path}),
    ]


def _unknown(key: str, catalogue: Catalogue, new: str = "") -> Problem:
    if new:
        said = f"No paper has the name “{key}” any more: its file was renamed, and its text is now “{new}”."
        return Problem(404, "not-found", said, extra={"closest": [(page_of(DOC + new), new)]})
    # Comparing with every name of a large collection takes seconds: those that begin alike are enough.
    alike = [iri.removeprefix(DOC) for iri in catalogue.beginning(DOC + key[:4], 2000)]
    near = get_close_matches(key, alike, 3, 0.4)
    closest = [(page_of(DOC + name), name) for name in near]
    return Problem(404, "not-found", f"No paper has the name “{key}”.", extra={"closest": closest})


def _marked(char: str) -> tuple[int, int] | None:
    """``42,59`` as two numbers; what is not of that form marks nothing."""
    start, comma, end = char.partition(",")
    if comma and start.isdecimal() and end.isdecimal() and int(start) < int(end):
        return int(start), int(end)
    return None


def _resting(shown: DocumentView, marked: tuple[int, int] | None) -> tuple[list[Any] | None, str]:
    """Facts that rest on the marked stretch, those of exactly these words first, and the words."""
    if marked is None:
        return None, ""
    start, end = marked
    over = [
        fact for fact in shown.facts if any(w.start < end and w.end > start for w in fact.words)
    ]  # fmt: skip
    over.sort(key=lambda fact: min(abs(w.start - start) + abs(w.end - end) for w in fact.words))
    exact = [fact for fact in over if any((w.start, w.end) == marked for w in fact.words)]
    return (exact or over)[:40], shown.words(start, end)


def _is_empty_label(shown: DocumentView, gap: str) -> bool:
    return any(f.subject == gap and f.object.value.endswith("/kind/empty-field") for f in shown.facts)


def _undated_part(shown: DocumentView) -> str:
    """What the paper's date does not say by itself: the year, or the month as well."""
    dated = [fact for fact in shown.of(CG + "sentOn") if fact.inferred]
    return pages_words.not_said(" ".join(word.quote for fact in dated for word in fact.words)) if dated else "year"


def _head(shown: DocumentView, form: str) -> dict[str, Sequence[Any]]:
    """The parts of the line “Joseph Stalin, as Filippov → Mao Zedong, through Krasovsky (Beijing)”."""
    relays = shown.of(CG + "relayedBy")
    senders = shown.of(RICO + "hasSender") or shown.of(RICO + "hasAuthor")
    addressees = shown.of(RICO + "hasAddressee") or shown.of(RICO + "hasReceiver")
    return {
        "ends": pages_words.ends_of(form, bool(senders), bool(addressees)),
        "participants": shown.of(CG + "participant"),
        "senders": senders,
        "signed": [f for f in shown.of(CG + "signedAs") if _is_cover_name(shown, f.object.value)],
        "addressees": addressees,
        "relays": relays,
        "places": shown.of(CG + "sentTo"),
    }


def _is_cover_name(shown: DocumentView, name: str) -> bool:
    return any(f.subject == name and f.object.value.endswith("/kind/pseudonym") for f in shown.facts)


def _passages(shown: DocumentView) -> str:
    """Passages with their facts, for the page's script; ``<`` is escaped, so that no text ends the block."""
    form = [{"start": p.start, "end": p.end, "facts": list(p.facts)} for p in shown.passages]
    return json.dumps(form, separators=(",", ":")).replace("<", "\\u003c")


@router.api_route("/static/{name:path}", methods=["GET", "HEAD"])
async def static(request: Request, name: str) -> Response:
    """Our own style sheets and scripts, and vendored ones; never anything outside the folder."""
    path = (STATIC / name.replace("\0", "")).resolve()
    if "\0" in name or not path.is_relative_to(STATIC.resolve()) or not path.is_file():
        raise Refused(Problem(404, "not-found", f"No file has the name {name}."))
    kept = "public, max-age=31536000, immutable" if request.query_params.get("v") else "public, max-age=3600"
    media = {".js": "text/javascript", ".svg": "image/svg+xml"}.get(path.suffix) or mimetypes.guess_type(name)[0]
    return FileResponse(path, media_type=media, headers={"cache-control": kept})


for part in (
    pages_lists, pages_why, pages_things, pages_drawings, pages_timeline, pages_map, pages_questions, pages_themselves
):  # fmt: skip
    router.include_router(part.router)

__all__ = ["error_page", "router", "wants_html"]

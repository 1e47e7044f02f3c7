"""Pages of people, bodies, places, topics, forms, names and archives, with the words that speak of them."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import reduce
from operator import or_
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from pyoxigraph import NamedNode

from cablegraph.iri import CG, KIND, LAYER, RICO, SCHEMA, SKOS, WD
from cablegraph.server import pages_words
from cablegraph.server.addresses import VOCABULARIES, iri_of, meant, merged_into
from cablegraph.server.operation import door_of
from cablegraph.server.pages_alike import perhaps_same
from cablegraph.server.pages_base import kept, render
from cablegraph.server.pages_document import part_label, value_label, why_url
from cablegraph.server.pages_graph import Row, Term, ask_rows, some_readings_about
from cablegraph.server.pages_identity import SIGNED, bearers, in_office, may_be, other_papers, papers_of
from cablegraph.server.pages_lists import suggest
from cablegraph.server.pages_search import lines
from cablegraph.server.pages_text import Words
from cablegraph.server.problems import Problem
from cablegraph.server.reading_room import Catalogue, Selection, page_of, room_of
from cablegraph.server.refusals import Refused

router = APIRouter(include_in_schema=False)
SAMPLED = 150
"""Readings of a name that are looked at to see how it is written (queries/names-as-written.rq)."""
MOST_ABOUT = 200
"""Readings about a thing that are looked at; where there are more, its asserted facts are shown without a status."""
SHOWN = 60
"""Papers of a thing that its page lists; the list of all is one link away."""


@router.api_route("/page/{kind}/{key:path}", methods=["GET", "HEAD"])
async def thing(request: Request, kind: str, key: str) -> Response:
    """A thing: its names as written, its papers, its correspondents, its links with who decided them."""
    if (again := kept(request, "thing.html")) is not None:
        return again
    door = door_of(request)
    catalogue = await room_of(request).catalogue()
    iri = await meant(door, kind, key)
    try:
        subject = NamedNode(iri)
    except ValueError as error:
        raise Refused(Problem(404, "not-found", f"{key!r} is no name of a thing.")) from error
    facts = await ask_rows(door, "facts-of-thing", subject=subject)
    if not facts and (target := merged_into(door, iri)):
        return RedirectResponse(request.scope.get("root_path", "") + page_of(target), 303)
    if not facts:
        raise Refused(_not_known(catalogue, kind, key))
    named, about, narrower, claims, some, covers = await asyncio.gather(
        ask_rows(door, "names-as-written", subject=subject),
        some_readings_about(door, subject),
        ask_rows(door, "narrower", subject=subject),
        ask_rows(door, "claims-of", subject=subject),
        ask_rows(door, "some-claims-of", subject=subject),
        ask_rows(door, "cover-names-of", subject=subject),
    )
    named = list(_placed(named))
    cards = catalogue.papers_of(iri)
    said, possible = ([], []) if len(cards) else await other_papers(door, catalogue, subject)
    by_words = not (len(cards) or said or possible)
    if by_words:  # a kind of name is in papers by the words it was read from alone
        said = papers_of(catalogue, _places_in(named))
    shown = cards[:SHOWN] or said[:SHOWN]
    is_name = catalogue.kind(iri) == "name"
    is_post = catalogue.kind(iri) == "position"
    holders, signatures = await in_office(door, subject) if is_post else ([], [])
    proposed = await may_be(door, subject) if is_name else []
    alike, more_alike = await perhaps_same(door, catalogue, iri, {who for who, _ in proposed})
    return await render(
        request,
        "thing.html",
        iri=iri,
        kind=_sort(catalogue.kind(iri), kind),
        filed=len(cards) > 0,
        parameter=kind if kind in ("agent", "place", "topic", "form", "archive") else "",
        key=iri.removeprefix(iri_of(kind, "")),
        name=catalogue.label(iri),
        other_names=sorted({row["object"].value for row in facts if row["predicate"].value == SKOS + "altLabel"}),
        definition=next((row["object"].value for row in facts if row["predicate"].value == SKOS + "definition"), ""),
        life=_life(facts),
        sampled=len(named) >= SAMPLED,
        written=_written(named if kind in VOCABULARIES else _as_named(named, _names(iri, facts, catalogue))),
        about=_about(
            [*about, *(facts if len(about) >= MOST_ABOUT else ())],
            iri,
            catalogue,
            {row["name"].value for row in covers},
        ),
        holders=[(who, why_url(who, RICO + "occupiesOrOccupied", Term(iri, True))) for who in holders],
        signatures=signatures,
        most_signed=SIGNED,
        wider=[row["object"].value for row in facts if row["predicate"].value in _WIDER],
        narrower=_narrower(catalogue, narrower),
        bearers=[
            (who, why_url(who, RICO + "hasOrHadAgentName", Term(iri, True))) for who in await bearers(door, subject)
        ]
        if is_name
        else [],
        may_be=proposed,
        alike=alike,
        more_alike=more_alike,
        cards=shown,
        found=await lines(door, shown, _places_in(named)) if kind == "place" else {},
        mentioned=catalogue.bits("mention", iri).bit_count(),
        claims=int(claims[0]["count"].value),
        claimed=_claimed(some),
        by_words=by_words,
        total=len(cards) or len(said),
        inside=cards.inside or sum(card.inside for card in said),
        possible=possible,
        years=await asyncio.to_thread(_years, catalogue, iri),
        correspondents=await asyncio.to_thread(_correspondents, catalogue, iri),
        place=catalogue.coordinates.get(iri),
        holder=is_name and bool(catalogue.bits("repository", iri)),
        part_label=lambda thing: part_label(thing, catalogue),
    )


LISTS = {"doc": ("/documents", "all papers"), "topic": ("/documents#topic", "papers by topic"),
         "place": ("/map", "places on the map"), "agent": ("/network", "people and bodies in the network")}  # fmt: skip
"""Where all things of a kind are found, by the begin of their addresses."""


def _not_known(catalogue: Catalogue, kind: str, key: str) -> Problem:
    """What is called so, things of the same kind before others, each with what it is; of no name, where all are."""
    words = key.rpartition("/")[2].replace("-", " ").strip()
    if not words:
        said = f"This address names no {'paper' if kind == 'doc' else kind}: a name belongs behind the last /."
        return Problem(404, "not-found", said, extra={"closest": [LISTS[kind]] if kind in LISTS else []})
    near = suggest(catalogue, words[:12], limit=12)
    near.sort(key=lambda item: not item["id"].startswith(iri_of(kind, "")))
    closest = [
        (page_of(item["id"]), f"{item['label']} ({pages_words.sort_of(item['id'], item['kind'])})") for item in near[:3]
    ]
    return Problem(404, "not-found", f"The graph knows no {kind} {key}.", extra={"closest": closest})


def _sort(known: str, address: str) -> str:
    """What a thing is, in a word: a concept that is no topic is named by its vocabulary, as in the address."""
    return address if known == "thing" or (known == "topic" and address != "topic") else known


def _life(facts: list[Row]) -> str:
    """``1878–1953`` of a person."""
    dates = {row["predicate"].value: row["object"].value for row in facts}
    born, died = dates.get(SCHEMA + "birthDate", ""), dates.get(SCHEMA + "deathDate", "")
    return f"{born[:4]}–{died[:4]}" if born or died else ""


_WIDER = (SKOS + "broader", RICO + "isOrWasIncludedIn")
_ROLES = frozenset(
    (RICO + "hasSender", RICO + "hasAuthor", RICO + "hasAddressee", RICO + "hasReceiver", RICO + "hasOrHadAgentName",
     RICO + "hasOrHadHolder", SCHEMA + "mentions", CG + "signedAs", CG + "addressedAs", CG + "relayedBy",
     CG + "copiedTo", CG + "participant", CG + "sentFrom", CG + "sentTo", CG + "claimant", CG + "onAuthorityOf")
)  # fmt: skip
_WORD = re.compile(r"\w{3,}")
_NO_NAME = frozenset(("and", "the", "for", "von", "der", "des"))


def _names(iri: str, facts: Sequence[Row], catalogue: Catalogue) -> list[str]:
    """Every name the graph has of a thing: its label, others, cover names and other names of agents."""
    others = [row["object"].value for row in facts if row["predicate"].value == SKOS + "altLabel"]
    agents = [row["object"].value for row in facts if row["predicate"].value == RICO + "hasOrHadAgentName"]
    return [catalogue.label(iri), *others, *(catalogue.label(name) for name in agents)]


_SPAN = re.compile(r"(?P<document>.+?)/text/[^/#]+#char=(?P<start>\d+),(?P<end>\d+)")


def _placed(rows: Iterable[Row]) -> Iterator[Row]:
    """Rows with the paper and the code points that the IRI of a span says (model, section 4)."""
    for row in rows:
        if found := _SPAN.fullmatch(row["span"].value):
            yield {**row, **{name: Term(value) for name, value in found.groupdict().items()}}


def _claimed(rows: list[Row]) -> list[tuple[str, Words, str]]:
    """What is done in a few claims, in which words of which paper, each once, in the order of the papers."""
    verbs = pages_words.words()["claims"]
    made: dict[str, tuple[str, Words, str]] = {}
    for row in sorted(_placed(rows), key=lambda row: (row["document"].value, int(row["start"].value))):
        words = Words(int(row["start"].value), int(row["end"].value), "", " ".join(row["words"].value.split()))
        kind = row["kind"].value.removeprefix(KIND)
        does = str(verbs.get(kind, kind)).removesuffix(":").removesuffix(" for") + ":"
        made.setdefault(row["claim"].value, (does, words, page_of(row["document"].value)))
    return list(made.values())


def _places_in(rows: Iterable[Row]) -> dict[str, list[tuple[int, int]]]:
    """Where papers name a thing, by paper; what is only possible, or was rejected, does not name it."""
    made: dict[str, list[tuple[int, int]]] = {}
    for row in rows:
        if "status" not in row or row["status"].value.removeprefix(KIND) not in ("candidate", "rejected"):
            made.setdefault(row["document"].value, []).append((int(row["start"].value), int(row["end"].value)))
    return made


def _as_named(rows: Iterable[Row], names: Sequence[str]) -> list[Row]:
    """Readings whose words are a name or hold one; of “my No. 2” the sender is known, but not named."""
    known = {word for name in names for word in _WORD.findall(name.casefold())} - _NO_NAME
    whole = {name.casefold() for name in names}

    def names_it(row: Row) -> bool:
        words = " ".join(row["words"].value.casefold().split())
        if row["role"].value not in _ROLES or len(words) > 80:
            return False
        # A name in another script has no letter in common with the label; only its shortness speaks for it.
        foreign = len(words) <= 40 and all(ord(char) > 0x24F for char in words if char.isalpha())
        return words in whole or foreign or not known.isdisjoint(_WORD.findall(words))

    return [row for row in rows if names_it(row)]


def _written(rows: list[Row]) -> list[dict[str, Any]]:
    """Forms in which papers write the name, the commonest first, each with one place to look."""
    places: dict[str, list[Row]] = {}
    for row in rows:
        if row.get("status") is None or row["status"].value.removeprefix(KIND) not in ("candidate", "rejected"):
            places.setdefault(" ".join(row["words"].value.split()), []).append(row)
    ordered = sorted(places.items(), key=lambda item: (-len({row["document"].value for row in item[1]}), item[0]))
    made = []
    for words, found in ordered[:30]:
        row = found[0]
        layer = row["layer"].value.removeprefix(LAYER)
        start, end = int(row["start"].value), int(row["end"].value)
        roles = sorted({pages_words.predicate(item["role"].value) for item in found})
        papers = len({item["document"].value for item in found})
        place = Words(start, end, layer, words)
        made.append({"words": place, "url": page_of(row["document"].value), "roles": roles, "papers": papers})
    return made


def _about(rows: list[Row], iri: str, catalogue: Catalogue, covers: Container[str] = ()) -> list[dict[str, Any]]:
    """What is said of the thing itself: names (those of ``covers`` are cover names), posts, links; each with why."""
    shown = (RICO + "hasOrHadAgentName", RICO + "occupiesOrOccupied", SCHEMA + "sameAs", SKOS + "exactMatch")
    edges: dict[tuple[str, str], dict[str, Any]] = {}
    for row in rows:
        predicate, value = row["predicate"].value, row["object"]
        if predicate not in shown:
            continue
        status = row["status"].value.removeprefix(KIND) if "status" in row else "machine"
        kept = edges.setdefault(
            (predicate, value.value),
            {
                "label": pages_words.predicate(predicate),
                "value": value_label(value, catalogue, predicate),
                "cover": value.value in covers,
                "url": value.value if value.value.startswith(WD) else page_of(value.value),
                "outside": value.value.startswith(WD),
                "why": why_url(iri, predicate, value),
                "status": status,
                "who": row["who"].value if "who" in row else "",
                "when": row["when"].value[:10] if "when" in row else "",
                "reason": row["reason"].value if "reason" in row else "",
            },
        )
        doubtful = ("candidate", "rejected")
        if status not in doubtful and ("reading" in row or kept["status"] in doubtful):
            kept["status"] = status
    return sorted(edges.values(), key=lambda item: (item["label"], item["value"]))


def _narrower(catalogue: Catalogue, rows: list[Row]) -> list[str]:
    return sorted((row["thing"].value for row in rows), key=catalogue.label)


def _years(catalogue: Catalogue, iri: str) -> list[tuple[str, int, int]]:
    """Papers sent and received in each year; of a topic or a form, papers."""
    sent = reduce(or_, (catalogue.bits(role, iri) for role in ("sender", "origin", "topic", "form")))
    received = reduce(or_, (catalogue.bits(role, iri) for role in ("addressee", "receiver", "destination"))) & ~sent
    counts = [dict(Selection(catalogue, papers).counts("year")) for papers in (sent, received)]
    return [(year, counts[0].get(year, 0), counts[1].get(year, 0)) for year in sorted({*counts[0], *counts[1]})]


def _correspondents(catalogue: Catalogue, iri: str) -> list[tuple[str, int, int, int, int]]:
    """To whom it wrote and from whom it heard: IRI, papers sent, received, and of each those cited but not held."""
    held = (catalogue.links_of(iri, "source"), catalogue.links_of(iri, "target"))
    counts = (*held, catalogue.cited_with(iri, "sender"), catalogue.cited_with(iri, "addressee"))
    every = sorted(set().union(*counts), key=lambda other: (-sum(count[other] for count in counts), other))
    return [(other, *(count[other] for count in counts)) for other in every[:30]]  # type: ignore[misc]

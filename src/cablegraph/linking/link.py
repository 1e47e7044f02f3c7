"""Names to entries: an IRI where exactly one entry is meant, candidates with reasons where one may be, else the name.

Rules (model section 7): a full name of one entry links; a bare surname links only for verified rows or where the same
paper gives a fuller form; a bare cover name and two possible entries never do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from cablegraph.authority import Entry
from cablegraph.evidence import Candidate, Passage
from cablegraph.iri import AGENT, DOC, NAME, PLACE, segment, slug
from cablegraph.linking.names import Authority, Match
from cablegraph.record import Record

AGENTS = frozenset(
    {"sender", "author", "receiver", "relay", "addressee", "copied_to", "participant", "bearer", "holder", "claimant",
     "on_authority_of"}
)  # fmt: skip
NAMES = frozenset({"signature", "addressed_as", "name"})
PLACES = frozenset({"origin", "destination"})
OFFICES = frozenset({"position"})
CLOSE = 0.1
"""Two candidates nearer than this name no winner."""

_KINDS: Mapping[str, tuple[str, ...]] = {
    "person": ("person",),
    "body": ("body", "archive"),
    "group": ("body",),
    "position": (),
    "place": ("place",),
    "event": ("event",),
    "": ("person", "body", "archive"),
}


@dataclass(frozen=True, slots=True)
class _Paper:
    """What linking needs of the paper as a whole: its year, its IRI, the entries it names in full."""

    year: int | None
    document: str
    fuller: frozenset[str]


def link(record: Record, authority: Authority, redirect: Mapping[tuple[str, str], str] | None = None) -> Record:
    """The record with ``iri`` and ``candidates`` on its names; ``named``, ``offices``, ``groups``, ``toponyms`` added.

    ``redirect`` holds decided merges and splits: (IRI, document IRI or empty) to IRI.
    """
    paper = _paper(record, authority)
    moved = redirect or {}

    def change(name: str, passage: Passage) -> Passage:
        linked = _linked(name, passage, authority, paper)
        target = moved.get((linked.iri, paper.document)) or moved.get((linked.iri, ""))
        if target:
            rest = tuple(candidate for candidate in linked.candidates if candidate.iri != target)
            linked = replace(linked, iri=target, candidates=rest)
        return linked

    return _described(record.map_passages(change), authority)


def _paper(record: Record, authority: Authority) -> _Paper:
    date = record.first("date") or record.first("date_received")
    year = int(match[0]) if date and (match := re.search(r"\d{4}", date.text)) else None
    fuller = set()
    for part in record.walk():
        for name, passages in part.fields.items():
            if name in AGENTS or name == "mentions":
                for passage in passages:
                    kinds = _KINDS.get(passage.entity, ())
                    full = [match for match in authority.find(passage.text, kinds, year) if match.how == "full"]
                    if len(full) == 1:
                        fuller.add(full[0].entry.iri)
    return _Paper(year, DOC + record.source.key, frozenset(fuller))


def _linked(name: str, passage: Passage, authority: Authority, paper: _Paper) -> Passage:
    if passage.iri:
        return passage
    if name in NAMES:
        return replace(passage, iri=NAME + segment(slug(passage.text)))
    if name in OFFICES or (passage.entity == "position" and (name in AGENTS or name == "mentions")):
        return replace(passage, iri=AGENT + segment(slug(passage.text)), entity="position")
    if name in PLACES or (name == "mentions" and passage.entity == "place"):
        return _place(passage, authority)
    if name in AGENTS or name == "mentions":
        return _agent(passage, authority, paper)
    return passage


def _place(passage: Passage, authority: Authority) -> Passage:
    matches = authority.find(passage.text, ("place",))
    if len(matches) == 1:
        return replace(passage, iri=matches[0].entry.iri, entity="place")
    candidates = tuple(Candidate(match.entry.iri, 0.5, "one of several places of this name") for match in matches)
    return replace(passage, iri=PLACE + segment(slug(passage.text)), candidates=candidates, entity="place")


def _agent(passage: Passage, authority: Authority, paper: _Paper) -> Passage:
    kinds = _KINDS.get(passage.entity, ())
    matches = authority.find(passage.text, kinds, paper.year)
    winner = _winner(matches, paper)
    if winner is not None:
        return replace(passage, iri=winner.iri, entity=passage.entity or winner.kind)
    candidates = tuple(
        Candidate(match.entry.iri, round(match.score, 2), _reason(match, passage.text, paper)) for match in matches
    )
    if passage.entity == "group":
        return replace(passage, iri=f"{paper.document}/party/{segment(slug(passage.text))}", candidates=candidates)
    return replace(passage, iri=AGENT + segment(slug(passage.text)), candidates=candidates)


def _winner(matches: tuple[Match, ...], paper: _Paper) -> Entry | None:
    """The one entry that is meant, or None."""
    full = [match for match in matches if match.how == "full"]
    if len(full) == 1:
        return full[0].entry
    if full:
        return None
    surnames = [match for match in matches if match.how == "surname"]
    named = [match for match in surnames if match.entry.iri in paper.fuller]
    if len(named) == 1:
        return named[0].entry
    if len(surnames) == 1 and surnames[0].entry.verified:
        others = [match for match in matches if match is not surnames[0]]
        if all(surnames[0].score - match.score >= CLOSE for match in others):
            return surnames[0].entry
    return None


def _reason(match: Match, name: str, paper: _Paper) -> str:
    what = {
        "full": "the full name of several entries",
        "surname": "surname only",
        "cover": f"{name} is a cover name of {match.entry.label} in the authority table",
    }[match.how]
    when = f"; alive in {paper.year}" if paper.year and match.entry.birth else ""
    return f"{what}{when}; row {match.entry.id} ({match.entry.source})"


def _described(record: Record, authority: Authority) -> Record:
    """The record with a part for each label that no table gives: unidentified names, posts, groups, places."""
    found: dict[str, dict[tuple[str, str, object], Record]] = {}
    for part in record.walk():
        for name, passages in part.fields.items():
            for passage in passages:
                if (kind := _part_of(name, passage, authority)) is not None:
                    part_name, field = kind
                    text = passage.text if part_name in ("offices", "groups") else _titled(passage.text)
                    labelled = replace(passage, text=text, candidates=())
                    key = (passage.iri, text, (passage.spans, passage.rule))
                    inner = Record(record.id, record.source, {field: (labelled,)})
                    found.setdefault(part_name, {}).setdefault(key, inner)
    return record.with_parts(**{name: tuple(parts.values()) for name, parts in found.items()})


def _part_of(name: str, passage: Passage, authority: Authority) -> tuple[str, str] | None:
    if not passage.iri or passage.iri in authority.entries or passage.iri.startswith(NAME):
        return None
    if name in PLACES or passage.entity == "place":
        return "toponyms", "place"
    if name in OFFICES or passage.entity == "position":
        return "offices", "office"
    if "/party/" in passage.iri:
        return "groups", "group"
    if passage.iri.startswith(AGENT):
        return "named", "party"
    return None


def _titled(name: str) -> str:
    """``KRASOVSKY`` as ``Krasovsky``; names with small letters stay as they are."""
    if not name.isupper() or len(name) < 4:
        return name
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize() if len(word[0]) > 2 else word[0], name)


def entities_of(record: Record) -> set[str]:
    """IRIs of all entities that a linked record names or may name."""
    return set(_entities(record))


def _entities(record: Record) -> Iterator[str]:
    for part in record.walk():
        for passages in part.fields.values():
            for passage in passages:
                if passage.iri and not passage.iri.startswith(NAME):
                    yield passage.iri
                for candidate in passage.candidates:
                    yield candidate.iri

"""Names to entries: an IRI where exactly one entry is meant, candidates with reasons where one may be, else the name.

Rules (model section 7): a full name of one entry links; a bare surname links only for verified rows or where the same
paper gives a fuller form; a bare cover name, initials alone, and two possible entries never do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from cablegraph.authority import Entry
from cablegraph.evidence import Candidate, Passage, Rule
from cablegraph.frozen import dataclass
from cablegraph.iri import AGENT, DOC, NAME, PLACE, segment, slug
from cablegraph.linking.names import Authority, Match, fold, surname_of
from cablegraph.linking.ranking import CLOSE, candidates, score
from cablegraph.patterns import compiled
from cablegraph.record import Record, SourceText

AGENTS = frozenset(
    {"sender", "author", "receiver", "relay", "addressee", "copied_to", "participant", "bearer", "holder", "claimant",
     "on_authority_of"}
)  # fmt: skip
NAMES = frozenset({"signature", "addressed_as", "name"})
PLACES = frozenset({"origin", "destination"})
OFFICES = frozenset({"position"})
_LINKED = AGENTS | NAMES | PLACES | OFFICES | {"mentions"}
"""The fields that are linked; what stands in others is moved by decisions alone."""
UNMASKED = Rule("linking.cover-name", version="1", certainty="0.65")

_KINDS: Mapping[str, tuple[str, ...]] = {
    "person": ("person",),
    "body": ("body", "archive"),
    "group": ("body",),
    "position": (),
    "place": ("place",),
    "event": ("event",),
    "": ("person", "body", "archive"),
}
_DAY = compiled(r"\d{4}(?:-\d\d){0,2}(?!\d)")


@dataclass(frozen=True, slots=True)
class _Paper:
    """What linking needs of the paper as a whole: its date, its IRI, whom it names in full (IRI by folded surname)."""

    when: str
    document: str
    fuller: Mapping[str, frozenset[str]]


def link(record: Record, authority: Authority, redirect: Mapping[tuple[str, str], str] | None = None) -> Record:
    """The record with ``iri`` and ``candidates`` on its names; ``named``, ``aliases``, ``offices`` and such added.

    ``redirect`` holds decided merges and splits: (IRI, document IRI or empty) to IRI.
    """
    paper = _paper(record, authority)
    moved = redirect or {}
    given_up: dict[tuple[str, str], bool] = {}

    def change(name: str, passage: Passage) -> Passage:
        linked = _linked(name, passage, authority, paper)
        # Who an office is in one paper still holds the office, and is not held himself.
        there = None if name in OFFICES else moved.get((linked.iri, paper.document))
        if moved and (target := there or moved.get((linked.iri, ""))):
            rest = tuple(candidate for candidate in linked.candidates if candidate.iri != target)
            given_up[target, linked.text] = name not in OFFICES and linked.iri.startswith((AGENT, PLACE))
            linked = replace(linked, iri=target, candidates=rest)
        return linked

    linked = record.map_passages(change, None if moved else _LINKED)
    return _described(_unmasked(linked, authority, paper), authority, given_up)


def _paper(record: Record, authority: Authority) -> _Paper:
    date = record.first("date") or record.first("date_received")
    when = match[0] if date and (match := _DAY.search(date.text)) else ""
    fuller: dict[str, set[str]] = {}
    for part in record.walk():
        for name, passages in part.fields.items():
            if name not in AGENTS and name != "mentions":
                continue
            for passage in passages:
                if passage.entity in ("person", "") and (surname := surname_of(passage.text)):
                    entry = _in_full(authority.find(passage.text, ("person",), when))
                    if entry is not None:
                        for own in (surname, *(fold(alias) for alias in entry.names if len(fold(alias).split()) == 1)):
                            fuller.setdefault(own, set()).add(entry.iri)
                    elif passage.entity == "person" and not authority.find(surname, ("person",), when):
                        # Whoever the table knows by this surname may be meant as well: then nobody is.
                        fuller.setdefault(surname, set()).add(_unidentified(AGENT, passage.text, authority))
    return _Paper(when, DOC + record.source.key, {name: frozenset(iris) for name, iris in fuller.items()})


def _in_full(matches: tuple[Match, ...]) -> Entry | None:
    full = [match.entry for match in matches if match.how == "full"]
    return full[0] if len(full) == 1 else None


def _unidentified(namespace: str, name: str, authority: Authority) -> str:
    """IRI of a name nobody has identified: its slug, unless that is an entry's own id (``agent:called-malik``)."""
    iri = namespace + segment(slug(name))
    return iri if iri not in authority.entries else f"{namespace}called-{segment(slug(name))}"


def _linked(name: str, passage: Passage, authority: Authority, paper: _Paper) -> Passage:
    if passage.iri:
        return passage
    if name in NAMES:
        return _as(passage, NAME + segment(slug(passage.text)))
    if name in OFFICES or (passage.entity == "position" and (name in AGENTS or name == "mentions")):
        return _as(passage, office_iri(passage.text), entity="position")
    if name in PLACES or (name == "mentions" and passage.entity == "place"):
        return _place(passage, authority)
    if name in AGENTS:
        return _agent(passage, authority, paper)
    return _mention(passage, authority, paper) if name == "mentions" else passage


def office_iri(name: str) -> str:
    """IRI of an office: ``Secretary of State`` is ``agent:secretary-of-state``, whoever holds it."""
    return AGENT + segment(slug(name))


def _place(passage: Passage, authority: Authority) -> Passage:
    matches = authority.find(passage.text, ("place",))
    if len(matches) == 1:
        return _as(passage, matches[0].entry.iri, entity="place")
    may_be = candidates(matches, passage.text)
    return _as(passage, _unidentified(PLACE, passage.text, authority), may_be, "place")


def _as(passage: Passage, iri: str, may_be: tuple[Candidate, ...] = (), entity: str = "") -> Passage:
    """The passage with what linking found; a third of the time `replace` takes, which tells at this place."""
    return Passage(
        passage.text, passage.spans, passage.layer, passage.rule, passage.certainty, entity or passage.entity, iri,
        may_be or passage.candidates, passage.basis, passage.as_of,
    )  # fmt: skip


def _mention(passage: Passage, authority: Authority, paper: _Paper) -> Passage:
    """As a party; but a paper may speak of the dead: a full name links though its bearer died before."""
    if passage.entity == "event":
        matches = authority.find(passage.text, ("event",))
        return _as(passage, matches[0].entry.iri) if len(matches) == 1 else passage
    entry = _in_full(authority.find(passage.text, ("person",))) if passage.entity == "person" else None
    if entry is not None and paper.when and entry.death and entry.birth[:4] <= paper.when[:4]:
        return _as(passage, entry.iri)
    return _agent(passage, authority, paper)


def _agent(passage: Passage, authority: Authority, paper: _Paper) -> Passage:
    text = passage.text
    matches = authority.find(text, _KINDS.get(passage.entity, ()), paper.when)
    winner = _winner(matches, text, paper, authority)
    if winner is not None:
        return _as(passage, winner.iri, entity=passage.entity or winner.kind)
    may_be = candidates(matches, text, paper.when)
    if passage.entity == "group":
        return _as(passage, f"{paper.document}/party/{segment(slug(text))}", may_be)
    if any(match.how == "cover" for match in matches) and authority.is_cover(text):
        return replace(passage, candidates=may_be)  # a cover name is nobody's own: there is no such person
    named = paper.fuller.get(fold(text), ())
    if len(named) == 1:
        return _as(passage, next(iter(named)))
    return _as(passage, _unidentified(AGENT, text, authority), may_be)


def _winner(matches: tuple[Match, ...], text: str, paper: _Paper, authority: Authority) -> Entry | None:
    """The one entry that is meant, or None."""
    if not matches or matches[0].how == "full":
        return _in_full(matches)
    named = paper.fuller.get(fold(text), ())
    if len(named) == 1:
        return authority.entries.get(next(iter(named)))
    if named:
        return None
    first, *others = [match for match in matches if match.how != "cover"] or [matches[0]]
    if first.how not in ("surname", "initials") or not first.entry.verified:
        return None
    best = score(first, text, paper.when).score
    return first.entry if all(best - score(other, text, paper.when).score >= CLOSE for other in others) else None


def _unmasked(record: Record, authority: Authority, paper: _Paper) -> Record:
    """Bare cover names: their bearers in the table are candidates, as bearers and, where nobody else is, as sender."""
    enclosed = tuple(_unmasked(part, authority, paper) for part in record.parts.get("enclosed", ()))
    if enclosed:
        record = record.with_parts(enclosed=enclosed)
    explained = {part.text_of("name") for part in record.parts.get("personas", ())}
    senders, personas = [], []
    for field in ("signature", "addressed_as"):
        for used in record.fields.get(field, ()):
            if used.text in explained or not authority.is_cover(used.text):
                continue
            may_be = candidates(authority.find(used.text, ("person",), paper.when), used.text, paper.when)
            if not may_be:
                continue
            bearer = replace(
                used, rule=UNMASKED, certainty=UNMASKED.certainty, entity="person", iri="", candidates=may_be
            )
            kind = replace(bearer, text="pseudonym", entity="", candidates=())
            name = replace(used, rule=UNMASKED)
            personas.append(Record(record.id, record.source, {"bearer": (bearer,), "name": (name,), "kind": (kind,)}))
            if field == "signature":
                senders.append(bearer)
    if personas:
        record = record.with_parts(personas=(*record.parts.get("personas", ()), *personas))
    if senders and not record.fields.get("sender") and not record.fields.get("author"):
        record = record.with_fields(sender=senders)
    return record


# ------------------------------------------------------------------ labels that no table gives


_Label = tuple[str, str, str, str]
"""Part, field, IRI and label."""


def _described(record: Record, authority: Authority, given_up: Mapping[tuple[str, str], bool]) -> Record:
    """The record with a part for each label that no table gives: unidentified names, posts, groups, places.

    ``given_up`` are names of those who by decision are somebody else (his IRI, the name), and whether it is one at all:
    he is not called by them, they are other names of his.
    """
    found: dict[_Label, Passage] = {}
    for part in record.walk():
        for name, passages in part.fields.items():
            for passage in passages:
                if not passage.iri:
                    continue
                kind = _part_of(name, passage, authority)
                if (key_of := (passage.iri, passage.text)) in given_up:
                    new = given_up[key_of] and not _is_called(passage, authority)
                    kind = ("aliases", "alias") if new else None
                if kind is None:
                    continue
                label = passage.text if kind[0] in ("offices", "groups") else _titled(passage.text)
                key = (*kind, passage.iri, label)
                kept = found.get(key)
                if kept is None or _says_more(record.source, passage, kept):
                    found[key] = passage
    parts: dict[str, list[Record]] = {}
    for (part_name, field, _, label), passage in _fullest(found):
        labelled = (
            passage if passage.text == label and not passage.candidates else replace(passage, text=label, candidates=())
        )
        parts.setdefault(part_name, []).append(Record(record.id, record.source, {field: (labelled,)}))
    return record.with_parts(**parts) if parts else record


def _is_called(passage: Passage, authority: Authority) -> bool:
    """Whether the tables know whom it leads to by this name."""
    entry = authority.entries.get(passage.iri)
    return entry is not None and fold(passage.text) in map(fold, (entry.label, *entry.names))


def _says_more(source: SourceText, passage: Passage, kept: Passage) -> bool:
    """Whether these words name the party sooner than those: ``your telegram`` names nobody."""
    if passage.spans == kept.spans:
        return False
    named, before = _names(source, passage), _names(source, kept)
    if named != before:
        return named
    return kept.certainty != passage.certainty and float(passage.certainty) > float(kept.certainty)


def _names(source: SourceText, passage: Passage) -> bool:
    last = passage.text.rsplit(" ", 1)[-1].casefold()
    return any(last in source.text[start:end].casefold() for start, end in passage.spans)


def _fullest(found: Mapping[_Label, Passage]) -> Iterator[tuple[_Label, Passage]]:
    """Labels without those whose words are among the words of a longer one of the same party.

    A paper from ``Jan Dolezal`` to ``Milan Jurisic`` that goes on with ``Dolezal`` calls him by the first.
    """
    named: dict[str, list[set[str]]] = {}
    for part, _, iri, label in found:
        if part == "named":
            named.setdefault(iri, []).append(set(label.casefold().split()))
    for key, passage in found.items():
        part, _, iri, label = key
        own = set(label.casefold().split())
        if part != "named" or not any(own < other for other in named[iri]):
            yield key, passage


def _part_of(name: str, passage: Passage, authority: Authority) -> tuple[str, str] | None:
    if passage.iri in authority.entries or passage.iri.startswith(NAME):
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

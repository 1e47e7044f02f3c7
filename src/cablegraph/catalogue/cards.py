"""What the catalogue says of a paper: *No. 3777, 24 June 1951, from Stalin to Mao, through Krasovsky*, as IRIs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from typing import Any
from urllib.parse import quote

from cablegraph.dates import plain
from cablegraph.iri import BASE, CG, DOC, PLACE, RICO, SKOS

_ID = DOC.removesuffix("doc/")
_VOCABULARY = BASE + "vocab/"

KINDS: Mapping[str, str] = {
    RICO + "Person": "person", RICO + "CorporateBody": "body", RICO + "Position": "position", RICO + "Group": "body",
    CG + "NamedParty": "name", RICO + "Place": "place", RICO + "AgentName": "name", RICO + "Event": "event",
    RICO + "RecordSet": "archive", SKOS + "Concept": "topic",
}  # fmt: skip
"""Plain words for what a thing is."""


@dataclass(frozen=True, slots=True)
class When:
    """A date node: EDTF, its bounds (ISO dates, empty where open), and the words where it cannot be read."""

    edtf: str = ""
    earliest: str = ""
    latest: str = ""
    written: str = ""

    @property
    def label(self) -> str:
        """As a page shows it."""
        return plain.said(self.edtf) or self.written or "date unknown"

    @property
    def day(self) -> str:
        """Under which day a paper stands: the first, else the last that the words allow; an undated one under none."""
        return self.earliest or self.latest

    @property
    def unsure(self) -> bool:
        """Whether the paper itself calls its date uncertain or approximate."""
        return plain.unsure(self.edtf)


@dataclass(frozen=True, slots=True)
class Card:
    """A paper as the catalogue knows it; things are IRIs."""

    iri: str
    title: str = ""
    number: str = ""
    when: When = field(default_factory=When)
    inferred: bool = False
    form: str = ""
    sender: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    receiver: tuple[str, ...] = ()
    relay: tuple[str, ...] = ()
    signed: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    origin: tuple[str, ...] = ()
    destination: tuple[str, ...] = ()
    enclosed: tuple[str, ...] = ()
    repository: tuple[str, ...] = ()
    archive: tuple[str, ...] = ()
    """Fonds, series and files in which copies lie."""
    besides: tuple[str, ...] = ()
    """Who wrote it for its sender, who gets a copy, who takes part in a talk."""
    source: str = ""
    gaps: int = 0
    composed: bool = False

    @property
    def key(self) -> str:
        """Its key below ``doc:``."""
        return self.iri.removeprefix(DOC)

    @property
    def url(self) -> str:
        """Its page."""
        return page_of(self.iri)

    @property
    def inside(self) -> bool:
        """Whether it is a message inside another paper."""
        return "/enclosed/" in self.iri

    @property
    def paper(self) -> str:
        """The paper that it is or stands in."""
        return self.iri.partition("/enclosed/")[0]

    def packed(self) -> str:
        """As JSON: values in the order of the fields, IRIs short."""
        when = (self.when.edtf, self.when.earliest, self.when.latest, self.when.written)
        lists = [list(map(short, getattr(self, name))) for name in _LISTS]
        values = [short(self.iri), self.title, self.number, when, self.inferred, short(self.form), *lists]
        values += [self.source, self.gaps, self.composed]
        return json.dumps(values, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def unpacked(cls, text: str) -> Card:
        """From what `packed` gives; what older programs gave has fewer lists."""
        values: list[Any] = json.loads(text)
        values[0], values[3], values[5] = long(values[0]), When(*values[3]), long(values[5])
        lists = values[6:-3]
        values[6:-3] = [tuple(map(long, value)) for value in [*lists, *([[]] * (len(_LISTS) - len(lists)))]]
        return cls(*values)

    def postings(self) -> Iterator[tuple[str, str]]:
        """Under what it is found: role and thing."""
        people = {*self.sender, *self.addressee, *self.receiver, *self.relay, *self.mentions, *self.besides}
        places = {*self.origin, *self.destination}
        spoken_of = {thing for thing in self.mentions if thing.startswith(PLACE)}
        lists = {"sender": self.sender, "addressee": self.addressee, "receiver": self.receiver, "relay": self.relay,
                 "topic": self.topics, "mention": self.mentions, "origin": self.origin,
                 "destination": self.destination, "repository": self.repository,
                 "archive": self.archive, "agent": people, "place": places | spoken_of,
                 "any": people | places | {*self.signed, *self.topics, *self.repository, self.form}}  # fmt: skip
        for role, things in lists.items():
            yield from ((role, thing) for thing in things if thing)
        yield from ((role, value) for role, value in (("form", self.form), ("source", self.source)) if value)
        yield from (("state", name) for name in self._states())
        if self.when.day:
            yield "year", self.when.day[:4]
        letters = [(pair, kind.partition(".")[0]) for *pair, kind in self.pairs() if kind.endswith(".letter")]
        yield from {(f"{end}.{by}", pair[at]) for pair, by in letters for at, end in enumerate(("out", "in"))}

    def _states(self) -> Iterator[str]:
        when = self.when
        said = {"gaps": self.gaps, "undated": not when.day, "composed": self.composed, "inside": self.inside,
                "drawn": when.day, "placed": self.origin or self.destination}  # fmt: skip
        return (name for name, yes in said.items() if yes)

    def pairs(self) -> set[tuple[str, str, str]]:
        """Who wrote to whom, through whom; from where to where; who about what: source, target, kind."""
        letters = {(s, a, "agent.letter") for s in self.sender for a in self.addressee}
        relays = {(s, r, "agent.relay") for s in self.sender for r in self.relay}
        relays |= {(r, a, "agent.relay") for r in self.relay for a in self.addressee}
        places = {(s, t, "place.letter") for s in self.origin for t in self.destination}
        return letters | relays | places | {(s, t, "topic.letter") for s in self.sender for t in self.topics}


_LISTS = ("sender", "addressee", "receiver", "relay", "signed", "topics", "mentions", "origin", "destination",
          "enclosed", "repository", "archive", "besides")  # fmt: skip


def short(iri: str) -> str:
    """An IRI of ours without its beginning, which all share: *id/agent/stalin*; any other text as it is."""
    if iri.startswith(_ID):
        return "id/" + iri[_AFTER:]
    return "vocab/" + iri.removeprefix(_VOCABULARY) if iri.startswith(_VOCABULARY) else iri


def long(text: str) -> str:
    """The IRI that `short` made shorter."""
    if text.startswith("id/"):  # most are, and pages make thousands
        return _ID + text[3:]
    return _VOCABULARY + text[6:] if text.startswith("vocab/") else text


_AFTER = len(_ID)


@dataclass(frozen=True, slots=True)
class Cited:
    """A paper that another cites or promises; ``held`` is the IRI of the paper it was found to be."""

    iri: str
    by: str
    promised: bool
    held: str = ""
    date: str = ""
    number: str = ""
    form: str = ""
    sender: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()


SHOWN = 10
"""Papers of a link that are kept beside it, for the lists of a drawing."""


@dataclass(frozen=True, slots=True)
class Link:
    """How many papers go from one node to another, and from when to when (ISO dates, empty where none is dated)."""

    source: str
    target: str
    weight: int
    first: str = ""
    last: str = ""
    packed: str = "[]"
    found: Sequence[str] = ()
    """All its papers, short, where they were counted now; else ``packed`` has the first."""

    def papers(self, most: int) -> list[str]:
        """The first of its papers, by name; not more than ten are known."""
        first = nsmallest(min(most, SHOWN), self.found) if self.found else json.loads(self.packed)[:most]
        return [long(iri) for iri in first]


def page_of(iri: str) -> str:
    """The address of the page of a thing; a part of a paper is on its paper's page."""
    if iri.startswith(DOC):
        key, _, part = iri.removeprefix(DOC).partition("/")
        anchor = f"#{quote(part)}" if part else ""
        return f"/page/doc/{quote(key)}{anchor}"
    for space in (_ID, _VOCABULARY):
        if iri.startswith(space):
            return "/page/" + quote(iri.removeprefix(space))
    return iri

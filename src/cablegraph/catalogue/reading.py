"""What the catalogue takes from a graph: the card of *wilson-ct3777*, what it cites, how things are called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, Protocol

from cablegraph.catalogue.cards import KINDS, Card, Cited, When
from cablegraph.iri import CG, KIND, RDF, RDFS, RICO, SCHEMA, SKOS, WD
from cablegraph.statements import Statements, lexical

Facts = dict[str, list[str]]
"""Plain values of one thing by predicate."""
Call = tuple[str, tuple[Any, ...]]
"""A method of `Writer`, and what it is given."""


class Source(Protocol):
    """A graph that can be asked for one thing at a time."""

    def of(self, predicate: str, value: str = "") -> Iterable[tuple[str, str, str]]:
        """Subject, plain value and language of the statements with this predicate, and value (an IRI) where given."""

    def facts(self, iri: str) -> Facts:
        """What is said of a thing."""

    def is_inferred(self, iri: str, date: str) -> bool:
        """Whether a reading completed a paper's date from the context."""


class Paper(NamedTuple):
    """A paper with the messages inside it, and what they cite or promise."""

    iri: str
    cards: list[Card]
    cited: list[Cited]


_LISTS = {
    "addressee": RICO + "hasAddressee", "receiver": RICO + "hasReceiver", "relay": CG + "relayedBy",
    "signed": CG + "signedAs", "topics": RICO + "hasOrHadSubject", "mentions": SCHEMA + "mentions",
    "origin": CG + "sentFrom", "destination": CG + "sentTo", "enclosed": CG + "encloses",
}  # fmt: skip
_BESIDES = (RICO + "hasAuthor", CG + "copiedTo", CG + "participant")
_OF_DATE = {"edtf": RICO + "normalizedDateValue", "earliest": CG + "earliest", "latest": CG + "latest",
            "written": RICO + "expressedDate"}  # fmt: skip
_OF_CITED = {"held": CG + "resolvedTo", "date": CG + "sentOn", "number": CG + "telegramNumber",
             "form": RICO + "hasDocumentaryFormType"}  # fmt: skip
RECORD = RICO + "Record"
INCLUDED = RICO + "isOrWasIncludedIn"
CITING = ((CG + "cites", False), (CG + "announces", True))


def paper_of(source: Source, iri: str, family: str) -> Paper:
    """The cards of a paper and of the messages inside it; ``family`` is that of its reader."""
    cards: list[Card] = []
    found: dict[str, Cited] = {}
    every: list[tuple[str, Facts]] = []
    composed = False
    todo = [iri]
    while todo:
        own = todo.pop()
        facts = source.facts(own)
        composed = composed or bool(facts.get(CG + "composed"))
        card = _card(source, own, facts, family, composed)
        cards.append(card)
        every.append((own, facts))
        todo.extend(reversed(card.enclosed))
    for link, promised in CITING:
        for by, facts in every:
            for cited in _values(facts, link):
                if cited not in found:
                    found[cited] = _cited(source, cited, by, promised)
    return Paper(iri, cards, list(found.values()))


def _card(source: Source, iri: str, facts: Facts, family: str, composed: bool) -> Card:
    date = _values(facts, CG + "sentOn")
    copies = _values(facts, RICO + "hasOrHadInstantiation")
    kept = (facts, *(source.facts(copy) for copy in copies))  # a person may say it of the paper itself
    holders = {value for own in kept for value in own.get(RICO + "hasOrHadHolder", ())}
    return Card(
        iri,
        title="; ".join(_values(facts, RICO + "title")),
        number="; ".join(_values(facts, CG + "telegramNumber")),
        when=when_of(source, date[0]) if date else When(),
        inferred=bool(date) and source.is_inferred(iri, date[0]),
        form=next(iter(_values(facts, RICO + "hasDocumentaryFormType")), ""),
        sender=_senders(facts),
        **{name: _values(facts, predicate) for name, predicate in _LISTS.items()},
        repository=tuple(sorted(holders)),
        besides=tuple(sorted({who for predicate in _BESIDES for who in _values(facts, predicate)})),
        archive=_archive(source, facts),
        source=family,
        gaps=len(_values(facts, CG + "hasGap")),
        composed=composed,
    )


def _archive(source: Source, facts: Facts) -> tuple[str, ...]:
    """Files in which copies of a paper lie, and the series and fonds that these are in."""
    found: set[str] = set()
    todo = list(facts.get(INCLUDED, ()))
    while todo:
        if (own := todo.pop()) not in found:
            found.add(own)
            todo += source.facts(own).get(INCLUDED, ())
    return tuple(sorted(found))


def _cited(source: Source, iri: str, by: str, promised: bool) -> Cited:
    facts = source.facts(iri)
    first = {name: next(iter(_values(facts, predicate)), "") for name, predicate in _OF_CITED.items()}
    return Cited(iri, by, promised, **first, sender=_senders(facts), addressee=_values(facts, _LISTS["addressee"]))


def when_of(source: Source, iri: str) -> When:
    """A date node."""
    facts = source.facts(iri)
    return When(**{name: min(facts.get(predicate, ()), default="") for name, predicate in _OF_DATE.items()})


def things(source: Source) -> Iterator[Call]:
    """Names, kinds, dates, places and items of Wikidata, as calls of a `Writer`; names first."""
    for predicate in (RDFS + "label", SKOS + "prefLabel", RICO + "textualValue"):
        for iri, value, language in source.of(predicate):
            if predicate != SKOS + "prefLabel" or language == "en":
                yield "label", (iri, value)
    for type_, kind in KINDS.items():
        for iri, _, _ in source.of(RDF + "type", type_):
            yield "thing", (iri, kind)
    for iri, _, _ in source.of(RDF + "type", RICO + "Date"):
        yield "date", (iri, when_of(source, iri))
    for predicate in (SCHEMA + "sameAs", SKOS + "exactMatch"):
        for iri, value, _ in source.of(predicate):
            if value.startswith(WD):
                yield "wikidata", (iri, value.removeprefix(WD))
    for iri, value, _ in source.of(SCHEMA + "latitude"):
        for longitude in source.facts(iri).get(SCHEMA + "longitude", ()):
            yield "place", (iri, float(longitude), float(value))


def _values(facts: Facts, predicate: str) -> tuple[str, ...]:
    """The distinct values of a property, in their order."""
    return tuple(sorted(set(facts.get(predicate, ()))))


def _senders(facts: Facts) -> tuple[str, ...]:
    return _values(facts, RICO + "hasSender") or _values(facts, RICO + "hasAuthor")


# ------------------------------------------------------------------ a batch of lines

_WANTED = frozenset(
    (*_LISTS.values(), *_OF_DATE.values(), *_OF_CITED.values(), *(link for link, _ in CITING), RICO + "title",
     RICO + "hasSender", *_BESIDES, CG + "hasGap", CG + "composed", RICO + "hasOrHadInstantiation",
     RICO + "hasOrHadHolder", INCLUDED, SCHEMA + "longitude")
)  # fmt: skip


class Lines:
    """Statements of some papers, which hold all that is said of these; what others say too may be missing."""

    def __init__(self, found: Statements) -> None:
        self._found = found
        self._facts: dict[str, Facts] = {}
        for predicate in _WANTED:
            for subject, value in found.get(f"<{predicate}>", ()):
                self._facts.setdefault(subject[1:-1], {}).setdefault(predicate, []).append(_plain(value))
        self._inferred = self._completed()

    def _completed(self) -> set[tuple[str, str]]:
        """Papers with dates that readings completed from the context."""
        basis, whole = f"<{KIND}inferred>", f"<{CG}sentOn>"
        readings = {reading for reading, value in self._found.get(f"<{CG}basis>", ()) if value == basis}
        parts = [dict(p for p in self._found.get(f"<{RDF}{part}>", ()) if p[0] in readings) for part in _PARTS]
        subjects, predicates, objects = parts
        dated = (reading for reading in readings if predicates.get(reading) == whole)
        return {(subjects[reading][1:-1], objects[reading][1:-1]) for reading in dated}

    def of(self, predicate: str, value: str = "") -> Iterator[tuple[str, str, str]]:
        """Subject, plain value and language."""
        wanted = f"<{value}>"
        for subject, own in self._found.get(f"<{predicate}>", ()):
            if not value or own == wanted:
                yield subject[1:-1], _plain(own), own.rpartition('"')[2].removeprefix("@")

    def facts(self, iri: str) -> Facts:
        """What is said of a thing, as far as a catalogue wants it."""
        return self._facts.get(iri, {})

    def is_inferred(self, iri: str, date: str) -> bool:
        """Whether a reading completed a paper's date from the context."""
        return (iri, date) in self._inferred


_PARTS = ("subject", "predicate", "object")


def _plain(value: str) -> str:
    return value[1:-1] if value.startswith("<") else lexical(value)


class Entries(NamedTuple):
    """What a batch gives the catalogue."""

    things: list[Call]
    papers: list[Paper]


def named(found: Statements) -> Iterator[Call]:
    """What these statements say of things."""
    return things(Lines(found))


def entries(found: Statements, families: dict[str, str]) -> Entries:
    """What the papers of a batch give the catalogue; ``families`` are those of their readers, by IRI."""
    source = Lines(found)
    records = sorted(iri for iri, _, _ in source.of(RDF + "type", RECORD) if "/enclosed/" not in iri)
    return Entries(list(things(source)), [paper_of(source, iri, families.get(iri, "")) for iri in records])

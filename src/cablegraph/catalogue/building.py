"""The catalogue of a store: made paper by paper, or from the one before with the papers and things that changed."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import lru_cache
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from cablegraph.catalogue.cards import KINDS, Card, Cited, When
from cablegraph.catalogue.writing import Writer
from cablegraph.iri import CG, DOC, KIND, RDF, RDFS, RICO, SCHEMA, SKOS, WD

Term = NamedNode | Literal
Facts = dict[str, list[Term]]

_LISTS = {
    "addressee": RICO + "hasAddressee", "receiver": RICO + "hasReceiver", "relay": CG + "relayedBy",
    "signed": CG + "signedAs", "topics": RICO + "hasOrHadSubject", "mentions": SCHEMA + "mentions",
    "origin": CG + "sentFrom", "destination": CG + "sentTo", "enclosed": CG + "encloses",
}  # fmt: skip
_DEFAULT = DefaultGraph()


def build(store: Path, target: Path) -> None:
    """Write the catalogue of a store. Families of readers are read from ``texts.sqlite`` beside ``target``."""
    target.unlink(missing_ok=True)
    with closing(sqlite3.connect(target)) as db, closing(_texts(target)) as texts, db:
        writer = Writer(db)
        graph = _Graph(Store.read_only(str(store)), texts)
        graph.describe(writer, None)
        for paper in graph.papers():
            graph.write(writer, paper)
        writer.finish()


def update(previous: Path, target: Path, store: Path, papers: Iterable[str], things: Iterable[str]) -> None:
    """Write the catalogue of ``store`` from that of the generation before.

    ``papers`` are those that came, went or changed, or that name someone whose names changed; ``things`` are all
    subjects of triples that came or went.
    """
    shutil.copyfile(previous, target)
    with closing(sqlite3.connect(target)) as db, closing(_texts(target)) as texts, db:
        writer = Writer(db, fresh=False)
        graph = _Graph(Store.read_only(str(store)), texts)
        for thing in sorted(set(things)):
            writer.forget(thing)
            graph.describe(writer, thing)
        changed = sorted(set(papers))
        for paper in changed:
            writer.remove(paper)
        for paper in changed:
            if graph.is_record(paper):
                graph.write(writer, paper)
        writer.finish()


def _texts(target: Path) -> sqlite3.Connection:
    path = target.with_name("texts.sqlite")
    if not path.is_file():
        db = sqlite3.connect(":memory:")
        db.execute("CREATE TABLE texts (key, family)")
        return db
    return sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)


class _Graph:
    """A store, asked for one paper or one thing at a time."""

    def __init__(self, store: Store, texts: sqlite3.Connection) -> None:
        self._store, self._texts = store, texts
        self._when = lru_cache(1 << 14)(self._read_when)

    def papers(self) -> Iterator[str]:
        """IRIs of the papers that do not stand inside another, in their order."""
        found = self._subjects(RDF + "type", NamedNode(RICO + "Record"))
        yield from sorted(iri for iri in found if "/enclosed/" not in iri)

    def is_record(self, iri: str) -> bool:
        """Whether a paper is held."""
        return any(True for _ in self._quads(iri, RDF + "type", NamedNode(RICO + "Record")))

    def write(self, writer: Writer, paper: str) -> None:
        """The cards of a paper and of the messages inside it, and what they cite."""
        composed = bool(self._values(paper, CG + "composed"))
        row = self._texts.execute("SELECT family FROM texts WHERE key = ?", (paper.removeprefix(DOC),)).fetchone()
        todo, citing = [paper], []
        while todo:
            iri = todo.pop()
            facts = self._facts(iri)
            citing.append((iri, facts))
            card = self._card(iri, facts, row[0] if row else "", composed)
            writer.card(card)
            todo.extend(reversed(card.enclosed))
        links = ((CG + "cites", False), (CG + "announces", True))
        found: dict[str, Cited] = {}
        for iri, promised, cited in ((i, p, c) for link, p in links for i, facts in citing for c in _iris(facts, link)):
            if cited not in found:
                found[cited] = self._cited(cited, iri, promised)
        writer.cites(paper, found.values())

    def _card(self, iri: str, facts: Facts, family: str, composed: bool) -> Card:
        date = _iris(facts, CG + "sentOn")
        copies = _iris(facts, RICO + "hasOrHadInstantiation")
        holders = {value for copy in copies for value in self._values(copy, RICO + "hasOrHadHolder")}
        return Card(
            iri,
            title="; ".join(_words(facts, RICO + "title")),
            number="; ".join(_words(facts, CG + "telegramNumber")),
            when=self._when(date[0]) if date else When(),
            inferred=bool(date) and self._is_inferred(iri, date[0]),
            form=next(iter(_iris(facts, RICO + "hasDocumentaryFormType")), ""),
            sender=_senders(facts),
            **{name: _iris(facts, predicate) for name, predicate in _LISTS.items()},
            repository=tuple(sorted(holders)),
            source=family,
            gaps=len(_iris(facts, CG + "hasGap")),
            composed=composed,
        )

    def _is_inferred(self, iri: str, date: str) -> bool:
        """Whether a reading completed this date from the context: a date has fewer readings than a paper has."""
        paper = iri.partition("/enclosed/")[0] + "/"
        for quad in self._store.quads_for_pattern(None, NamedNode(RDF + "object"), NamedNode(date), _DEFAULT):
            reading = quad.subject.value if isinstance(quad.subject, NamedNode) else ""
            if reading.startswith(paper) and KIND + "inferred" in self._values(reading, CG + "basis"):
                facts = self._facts(reading)
                if _iris(facts, RDF + "subject") == (iri,) and _iris(facts, RDF + "predicate") == (CG + "sentOn",):
                    return True
        return False

    def _cited(self, iri: str, by: str, promised: bool) -> Cited:
        facts = self._facts(iri)
        first = {name: next(iter(_words(facts, predicate)), "") for name, predicate in _OF_CITED.items()}
        return Cited(iri, by, promised, **first, sender=_senders(facts), addressee=_iris(facts, _LISTS["addressee"]))

    def _read_when(self, iri: str) -> When:
        facts = self._facts(iri)
        return When(**{name: min(_words(facts, predicate), default="") for name, predicate in _OF_DATE.items()})

    # ------------------------------------------------------------------ things

    def describe(self, writer: Writer, thing: str | None) -> None:
        """Names, kinds, dates, places and items of Wikidata: of one thing, or of all."""
        for predicate in (RDFS + "label", SKOS + "prefLabel", RICO + "textualValue"):
            for iri, value in self._of(thing, predicate):
                if predicate != SKOS + "prefLabel" or (isinstance(value, Literal) and value.language == "en"):
                    writer.label(iri, value.value)
        for type_, kind in KINDS.items():
            for iri, _ in self._of(thing, RDF + "type", NamedNode(type_)):
                writer.thing(iri, kind)
        for iri, _ in self._of(thing, RDF + "type", NamedNode(RICO + "Date")):
            writer.date(iri, self._when(iri))
        for predicate in (SCHEMA + "sameAs", SKOS + "exactMatch"):
            for iri, value in self._of(thing, predicate):
                if value.value.startswith(WD):
                    writer.wikidata(iri, value.value.removeprefix(WD))
        for iri, value in self._of(thing, SCHEMA + "latitude"):
            for longitude in self._values(iri, SCHEMA + "longitude"):
                writer.place(iri, float(longitude), float(value.value))

    def _of(self, thing: str | None, predicate: str, value: Term | None = None) -> Iterator[tuple[str, Term]]:
        subject = NamedNode(thing) if thing else None
        for quad in self._store.quads_for_pattern(subject, NamedNode(predicate), value, _DEFAULT):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, (NamedNode, Literal)):
                yield quad.subject.value, quad.object

    # ------------------------------------------------------------------ the store

    def _facts(self, iri: str) -> Facts:
        found: Facts = {}
        for quad in self._store.quads_for_pattern(NamedNode(iri), None, None, _DEFAULT):
            if isinstance(quad.object, (NamedNode, Literal)):
                found.setdefault(quad.predicate.value, []).append(quad.object)
        return found

    def _quads(self, iri: str, predicate: str, value: Term | None = None) -> Iterator[object]:
        return self._store.quads_for_pattern(NamedNode(iri), NamedNode(predicate), value, _DEFAULT)

    def _values(self, iri: str, predicate: str) -> list[str]:
        return [value.value for _, value in self._of(iri, predicate)]

    def _subjects(self, predicate: str, value: Term) -> Iterator[str]:
        return (iri for iri, _ in self._of(None, predicate, value))


_OF_DATE = {"edtf": RICO + "normalizedDateValue", "earliest": CG + "earliest", "latest": CG + "latest",
            "written": RICO + "expressedDate"}  # fmt: skip
_OF_CITED = {"held": CG + "resolvedTo", "date": CG + "sentOn", "number": CG + "telegramNumber",
             "form": RICO + "hasDocumentaryFormType"}  # fmt: skip


def _words(facts: Facts, predicate: str) -> list[str]:
    """The distinct values of a property, in their order."""
    return sorted({value.value for value in facts.get(predicate, ())})


def _iris(facts: Facts, predicate: str) -> tuple[str, ...]:
    return tuple(_words(facts, predicate))


def _senders(facts: Facts) -> tuple[str, ...]:
    return _iris(facts, RICO + "hasSender") or _iris(facts, RICO + "hasAuthor")

"""The catalogue of a store: made of all its papers, or from the one before with the papers and things that changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from cablegraph.catalogue.reading import RECORD, Call, Entries, Facts, paper_of, things
from cablegraph.catalogue.writing import FORM, Writer
from cablegraph.iri import CG, DOC, KIND, RDF

_DEFAULT = DefaultGraph()


class Making:
    """A new catalogue, written as batches of papers come, by one thread at a time."""

    def __init__(self, target: Path) -> None:
        target.unlink(missing_ok=True)
        self._db = sqlite3.connect(target, check_same_thread=False)
        self._writer = Writer(self._db)

    def add(self, batch: Entries) -> None:
        """Some papers and things; names that papers of other batches give come before them."""
        self.tell(batch.things)
        for paper in batch.papers:
            for card in paper.cards:
                self._writer.card(card)
            self._writer.cites(paper.iri, paper.cited)

    def tell(self, calls: Iterable[Call]) -> None:
        """Names, kinds, dates and places of things."""
        _told(self._writer, calls)

    def finish(self) -> None:
        """Write the lists and sums."""
        self._writer.finish()
        self._db.commit()

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


def _told(writer: Writer, calls: Iterable[Call]) -> None:
    for name, values in calls:
        getattr(writer, name)(*values)


def build(store: Path, target: Path) -> None:
    """Write the catalogue of a store. Families of readers are read from ``texts.sqlite`` beside ``target``."""
    with closing(Making(target)) as making, closing(_texts(target)) as texts:
        graph = _Graph(Store.read_only(str(store)))
        making.tell(things(graph))
        for iri in graph.papers():
            making.add(Entries([], [paper_of(graph, iri, _family(texts, iri))]))
        making.finish()


def followable(target: Path) -> bool:
    """Whether a catalogue holds all that one made now would hold."""
    with closing(sqlite3.connect(f"file:{target}?mode=ro", uri=True)) as db:
        return bool(db.execute("PRAGMA user_version").fetchone()[0] == FORM)


def update(target: Path, store: Path, papers: Iterable[str], changed: Iterable[str]) -> None:
    """Make of a copy of the last generation's catalogue that of ``store``.

    ``papers`` are those that came, went or changed, or that name someone whose names changed; ``changed`` are all
    subjects of triples that came or went.
    """
    graph = Store.read_only(str(store))
    with closing(sqlite3.connect(target)) as db, closing(_texts(target)) as texts, db:
        db.execute("PRAGMA synchronous=OFF")
        writer = Writer(db, fresh=False)
        for thing in sorted(set(changed)):
            writer.forget(thing)
            _told(writer, things(_Graph(graph, thing)))
        for iri in sorted(set(papers)):
            writer.remove(iri)
        whole = _Graph(graph)
        for iri in sorted(set(papers)):
            if whole.is_record(iri):
                paper = paper_of(whole, iri, _family(texts, iri))
                for card in paper.cards:
                    writer.card(card)
                writer.cites(iri, paper.cited)
        writer.finish()


def _texts(target: Path) -> sqlite3.Connection:
    path = target.with_name("texts.sqlite")
    if not path.is_file():
        db = sqlite3.connect(":memory:")
        db.execute("CREATE TABLE texts (key, family)")
        return db
    return sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)


def _family(texts: sqlite3.Connection, iri: str) -> str:
    row = texts.execute("SELECT family FROM texts WHERE key = ?", (iri.removeprefix(DOC),)).fetchone()
    return row[0] if row else ""


class _Graph:
    """A store; with ``thing``, only what has this subject is given for a predicate."""

    def __init__(self, store: Store, thing: str = "") -> None:
        self._store = store
        self._thing = NamedNode(thing) if thing else None

    def of(self, predicate: str, value: str = "") -> Iterator[tuple[str, str, str]]:
        """Subject, plain value and language."""
        wanted = NamedNode(value) if value else None
        for quad in self._store.quads_for_pattern(self._thing, NamedNode(predicate), wanted, _DEFAULT):
            own = quad.object
            if isinstance(quad.subject, NamedNode) and isinstance(own, (NamedNode, Literal)):
                yield quad.subject.value, own.value, (own.language or "") if isinstance(own, Literal) else ""

    def facts(self, iri: str) -> Facts:
        """What is said of a thing."""
        found: Facts = {}
        for quad in self._store.quads_for_pattern(NamedNode(iri), None, None, _DEFAULT):
            if isinstance(quad.object, (NamedNode, Literal)):
                found.setdefault(quad.predicate.value, []).append(quad.object.value)
        return found

    def is_inferred(self, iri: str, date: str) -> bool:
        """Whether a reading completed this date from the context: a date has fewer readings than a paper has."""
        paper = iri.partition("/enclosed/")[0] + "/"
        for quad in self._store.quads_for_pattern(None, NamedNode(RDF + "object"), NamedNode(date), _DEFAULT):
            reading = quad.subject.value if isinstance(quad.subject, NamedNode) else ""
            if reading.startswith(paper):
                facts = self.facts(reading)
                said = (facts.get(RDF + "subject"), facts.get(RDF + "predicate"), facts.get(CG + "basis"))
                if said == ([iri], [CG + "sentOn"], [KIND + "inferred"]):
                    return True
        return False

    def papers(self) -> Iterator[str]:
        """IRIs of the papers that do not stand inside another, in their order."""
        yield from sorted(iri for iri, _, _ in self.of(RDF + "type", RECORD) if "/enclosed/" not in iri)

    def is_record(self, iri: str) -> bool:
        """Whether a paper is held."""
        return RECORD in self.facts(iri).get(RDF + "type", ())

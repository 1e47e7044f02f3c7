"""What an export reads: a graph by SELECT, what is to be said of it, and its papers.

``Source`` asks simple questions, one property at a time, and joins them itself: a scan of 100,000 papers takes seconds
and the memory of the papers' own facts, whatever the engine.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, cast

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Store, Triple

from cablegraph.dates import within
from cablegraph.exports.filters import Filter, These
from cablegraph.iri import KIND, LAYER, PREFIXES, RICO, TOPIC, WD

Term = NamedNode | Literal | BlankNode | Triple
Row = Mapping[str, Term | None]
Select = Callable[[str], Iterator[Row]]

_ENCLOSED = re.compile("/enclosed/.*/(?=cited/|promised/)")
PROLOGUE = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())


@dataclass(slots=True)
class Paper:
    """A paper's facts, as IRIs and texts."""

    iri: str
    title: str = ""
    number: str = ""
    form: tuple[str, ...] = ()
    date: str = ""
    earliest: str = ""
    latest: str = ""
    edtf: str = ""
    senders: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    receivers: tuple[str, ...] = ()
    relays: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    destinations: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    reply_to: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    composed: bool = False

    @property
    def meant_for(self) -> tuple[str, ...]:
        """Addressees, or receivers when there is none."""
        return self.addressees or self.receivers


_LISTS = {
    "senders": "rico:hasSender", "addressees": "rico:hasAddressee", "receivers": "rico:hasReceiver",
    "relays": "cg:relayedBy", "origins": "cg:sentFrom", "destinations": "cg:sentTo", "topics": "rico:hasOrHadSubject",
    "mentions": "schema:mentions", "reply_to": "rico:isReplyTo", "cites": "cg:cites",
    "form": "rico:hasDocumentaryFormType",
}  # fmt: skip
_TEXTS = {"title": "rico:title", "number": "cg:telegramNumber"}
_NEEDED = {
    "sender": ("senders",), "addressee": ("addressees", "receivers"), "agent": ("senders", "addressees", "receivers"),
    "place": ("origins", "destinations"), "topic": ("topics",), "form": ("form",),
}  # fmt: skip
_TYPES = {
    "Person": "person", "CorporateBody": "body", "Group": "body", "Family": "body", "Position": "position",
    "Place": "place",
}  # fmt: skip


@dataclass(frozen=True)
class Source:
    """A graph to export: how to ask it, and what every export says of it.

    ``text_of`` gives the stored text of a paper by IRI, or None; ``families`` the reader's family by paper IRI.
    """

    select: Select
    generation: str = ""
    title: str = ""
    publisher: str = ""
    editor: str = ""
    licence: str = ""
    text_of: Callable[[str], str | None] = lambda iri: None
    families: Callable[[], Mapping[str, str]] = dict
    store: Store | None = None

    def ask(self, pattern: str, *variables: str) -> Iterator[tuple[str, ...]]:
        """Plain values of these variables for each solution of a pattern; an unbound one is the empty text."""
        for row in self.select(f"{PROLOGUE}SELECT {' '.join('?' + v for v in variables)} WHERE {{ {pattern} }}"):
            yield tuple(_value(row[variable]) for variable in variables)

    @cached_property
    def labels(self) -> dict[str, str]:
        """A label for every thing that has one: names, and English labels of concepts."""
        found: dict[str, str] = {}
        for iri, label in self.ask("?s rdfs:label ?l FILTER(!STRSTARTS(STR(?s), STR(rule:)))", "s", "l"):
            if "/text/" not in iri:  # the path of a file, one for each paper
                found[iri] = min(label, found.get(iri, label))
        for iri, label in self.ask('?s skos:prefLabel ?l FILTER(LANG(?l) = "en")', "s", "l"):
            found.setdefault(iri, label)
        return found

    def label(self, iri: str) -> str:
        """The label of a thing, or the end of its IRI."""
        return self.labels.get(iri) or iri.rstrip("/").rpartition("/")[2]

    @cached_property
    def kinds(self) -> dict[str, str]:
        """Person, body, position or place, by IRI; not papers, which are as many as all else together."""
        values = " ".join(f"<{RICO}{name}>" for name in _TYPES)
        found = {
            iri: _TYPES[kind.removeprefix(RICO)]
            for iri, kind in self.ask(f"VALUES ?t {{ {values} }} ?s a ?t", "s", "t")
        }
        found.update((iri, "name") for (iri,) in self.ask("?s a cg:NamedParty", "s"))
        return found

    @cached_property
    def wikidata(self) -> dict[str, str]:
        """Wikidata numbers by IRI."""
        pairs = [*self.ask("?s schema:sameAs ?w", "s", "w"), *self.ask("?s skos:exactMatch ?w", "s", "w")]
        return {iri: other.removeprefix(WD) for iri, other in sorted(pairs) if other.startswith(WD)}

    @cached_property
    def _family(self) -> Mapping[str, str]:
        return self.families()

    @cached_property
    def _same(self) -> dict[str, str]:
        """One text for each name, however many papers bear it: half the memory."""
        return {}

    def same(self, text: str) -> str:
        """The text, once for all who have it; a paper's name as the paper has it."""
        paper = self.__dict__.get("_all", {}).get(text)
        return paper.iri if paper else self._same.setdefault(text, text)

    @cached_property
    def resolved(self) -> dict[str, str]:
        """The held paper that a cited or promised one is, by the IRI of the citation."""
        found = {iri: self.same(held) for iri, held in self.ask("?s cg:resolvedTo ?h", "s", "h")}
        return found | {kept: found[left] for left, kept in self.repeated.items() if left in found}

    @cached_property
    def repeated(self) -> dict[str, str]:
        """Citations of a carrier that its message makes with the same words, and the message's own, which counts."""
        inner = "?d cg:encloses ?m . ?m cg:cites|cg:announces ?n"
        places = sorted(node for (node,) in self.ask(inner, "n"))
        innermost = {_ENCLOSED.sub("/", node): node for node in places}
        found = {node: innermost[_ENCLOSED.sub("/", node)] for node in (*places, *innermost)}
        return {left: kept for left, kept in found.items() if left != kept}

    @cached_property
    def cited_authors(self) -> dict[str, tuple[str, ...]]:
        """Who sent or wrote each cited paper."""
        found: dict[str, tuple[str, ...]] = {}
        for iri, agent in self.ask("?s a cg:CitedRecord ; rico:hasSender|rico:hasAuthor ?a", "s", "a"):
            found[self.same(iri)] = tuple(sorted({*found.get(iri, ()), self.same(agent)}))
        return found

    @cached_property
    def _all(self) -> dict[str, Paper]:
        """Every paper with its date; other facts are loaded when a format needs them."""
        iris = sorted(iri for (iri,) in self.ask("?s a rico:Record", "s"))
        papers = {iri: Paper(iri) for iri in iris}
        del iris
        for iri, value in self.ask("?s cg:sentOn ?o", "s", "o"):
            if (paper := papers.get(iri)) and (not paper.date or value < paper.date):
                paper.date = self._same.setdefault(value, value)
        for (iri,) in self.ask('?s cg:composed ?c FILTER(STR(?c) = "true")', "s"):
            if paper := papers.get(iri):
                paper.composed = True
        for iri, paper in papers.items():  # a message inside a composed paper is composed too
            outer = papers.get(iri.partition("/enclosed/")[0])
            paper.composed = paper.composed or (outer is not None and outer.composed)
        dates: dict[str, tuple[str, str, str]] = {}
        for place, term in enumerate(("cg:earliest", "cg:latest", "rico:normalizedDateValue")):
            for iri, value in self.ask(f"?s {term} ?o", "s", "o"):
                known = dates.get(iri, ("", "", ""))
                dates[iri] = (*known[:place], value, *known[place + 1 :])  # type: ignore[assignment]
        for paper in papers.values():
            paper.earliest, paper.latest, paper.edtf = dates.get(paper.date, ("", "", ""))
        return papers

    @cached_property
    def _loaded(self) -> set[str]:
        return set()

    def _load(self, name: str) -> None:
        """One more fact of every paper, once."""
        if name in self._loaded:
            return
        self._loaded.add(name)
        papers, same = self._all, self._same
        if name in _TEXTS:
            for iri, value in self.ask(f"?s {_TEXTS[name]} ?o", "s", "o"):
                if (paper := papers.get(iri)) and (not getattr(paper, name) or value < getattr(paper, name)):
                    setattr(paper, name, value)
            return
        tuples: dict[tuple[str, ...], tuple[str, ...]] = {}
        left_out = self.repeated if name == "cites" else {}
        for iri, value in self.ask(f"?s {_LISTS[name]} ?o", "s", "o"):
            if (paper := papers.get(iri)) and value not in left_out:
                values = tuple(sorted((*getattr(paper, name), same.setdefault(value, value))))
                setattr(paper, name, tuples.setdefault(values, values))
        if name == "senders":
            self._load_authors(tuples)

    def _load_authors(self, tuples: dict[tuple[str, ...], tuple[str, ...]]) -> None:
        """Whose a paper is that nobody sends, as a decision: its author stands for the sender, as on the pages."""
        authors: dict[str, list[str]] = {}
        for iri, value in self.ask("?s rico:hasAuthor ?o", "s", "o"):
            if (paper := self._all.get(iri)) and not paper.senders:
                authors.setdefault(iri, []).append(self.same(value))
        for iri, found in authors.items():
            values = tuple(sorted(found))
            self._all[iri].senders = tuples.setdefault(values, values)

    def papers(self, wanted: Filter, *names: str) -> list[Paper]:
        """The papers that a filter keeps, by IRI, with these facts of them (all, when none is named)."""
        asked = [item.name for item in fields(wanted) if getattr(wanted, item.name) not in ("", None)]
        needed = [name for item in asked for name in _NEEDED.get(item, ())]
        for name in (*(names or (*_LISTS, *_TEXTS)), *needed):
            self._load(name)
        topics = self._below(wanted.topic) if wanted.topic else frozenset()
        return [paper for paper in self._all.values() if self._kept(paper, wanted, topics)]

    def are_many(self, papers: Collection[Paper]) -> bool:
        """Whether what these papers say is sooner read of all papers at once than paper by paper."""
        return len(papers) * 4 > len(self._all)

    def _below(self, topic: str) -> frozenset[str]:
        pairs = list(self.ask("?n skos:broader ?w", "n", "w"))
        found, size = {topic}, 0
        while size != len(found):
            size = len(found)
            found.update(narrow for narrow, wide in pairs if wide in found)
        return frozenset(found)

    def _kept(self, paper: Paper, wanted: Filter, topics: frozenset[str]) -> bool:
        family = wanted.source.replace("_", "-")
        return (
            within.possibly(paper.earliest, paper.latest, wanted.from_, wanted.to)
            and (not wanted.sender or wanted.sender in paper.senders)
            and (not wanted.addressee or wanted.addressee in paper.meant_for)
            and (not wanted.agent or wanted.agent in paper.senders or wanted.agent in paper.meant_for)
            and (not wanted.place or wanted.place in paper.origins or wanted.place in paper.destinations)
            and (not topics or bool(topics.intersection(paper.topics)))
            and (not wanted.form or wanted.form in paper.form)
            and (not family or self._family.get(paper.iri) == family)
            and (wanted.composed or not paper.composed)
            and (not isinstance(wanted, These) or paper.iri in wanted.papers)
        )

    def coverage(self, papers: Sequence[Paper]) -> dict[str, int]:
        """How many papers are held, how many messages inside them, how many cited or promised and not held, undated."""
        everything = len(papers) == len(self._all)  # a set of 100,000 is 8 MiB
        iris = self._all.keys() if everything else {paper.iri for paper in papers}
        cited = self._missing("cg:cites", iris)
        promised = self._missing("cg:announces", iris)
        undated = sum(not (paper.earliest or paper.latest) for paper in papers)
        inside = sum("/enclosed/" in paper.iri for paper in papers)
        return {
            "held": len(papers) - inside,
            "held_inside_others": inside,
            "cited_not_held": cited,
            "promised_not_held": promised,
            "undated": undated,
        }

    def _missing(self, link: str, papers: Set[str]) -> int:
        """Papers that these cite or announce and that are not held; a carrier and its message name one place once."""
        return sum(
            paper in papers and node not in self.resolved and node not in self.repeated
            for paper, node in self.ask(f"?d {link} ?n", "d", "n")
        )

    def meta(self, wanted: Filter, papers: Sequence[Paper], **more: Any) -> dict[str, Any]:
        """What every export says of itself: generation, licence, filter, coverage. No clock."""
        return {
            "generation": self.generation, **more, "filter": wanted.to_json(), "licence": self.licence,
            "coverage": self.coverage(papers),
        }  # fmt: skip

    def spans(self, predicate: str, subjects: Iterable[str] = ()) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Subject, object and words of every supporting reading of one predicate (of these subjects), span by span."""
        among = " ".join(f"<{iri}>" for iri in subjects)
        pattern = (
            f"{f'VALUES ?s {{ {among} }} ' if among else ''}"
            f"?r rdf:subject ?s ; rdf:predicate {predicate} ; rdf:object ?o ; cg:evidence ?e ."
            " ?e oa:exact ?w ; oa:start ?b ; oa:end ?n ; cg:layer ?l . OPTIONAL { ?r cg:status ?st }"
            " OPTIONAL { ?r cg:basis ?ba } OPTIONAL { ?r rico:isEvidencedBy ?d }"
        )
        for s, o, w, b, n, layer, status, basis, d in self.ask(pattern, "s", "o", "w", "b", "n", "l", "st", "ba", "d"):
            if status in (KIND + "candidate", KIND + "rejected"):
                continue
            word = {"document": d or s, "start": int(b), "end": int(n), "quote": w, "layer": layer.removeprefix(LAYER)}
            yield s, o, {**word, "basis": basis.removeprefix(KIND)}

    def concept_scheme(self, iri: str) -> str:
        """What sort of node an IRI is, for drawings: topic, or its kind."""
        return "topic" if iri.startswith(TOPIC) else self.kinds.get(iri, "name")


def _value(term: Term | None) -> str:
    return "" if term is None else str(getattr(term, "value", term))


def of_store(store: Store, **about: Any) -> Source:
    """A source over an open store; exports run in a command or in a process of their own, never in the server's."""

    def select(query: str) -> Iterator[Row]:
        found = store.query(query)
        if not isinstance(found, QuerySolutions):
            raise ValueError("a source is asked by SELECT")
        return cast("Iterator[Row]", found)  # a solution is asked by names as a mapping is

    return Source(select, store=store, **about)


def chunks(pieces: Iterable[str], size: int = 65536) -> Iterator[bytes]:
    """Texts as UTF-8 in blocks."""
    held: list[str] = []
    length = 0
    for piece in pieces:
        held.append(piece)
        length += len(piece)
        if length >= size:
            yield "".join(held).encode()
            held, length = [], 0
    if held:
        yield "".join(held).encode()

"""What a paper is found by: its title, the names of who sent it (*Joseph Stalin*, *Сталин*), its topics, its words.

Read from statements, which come from the lines of a batch of papers or from a store.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from cablegraph.iri import AGENT, CG, DOC, PLACE, RDF, RDFS, RICO, SCHEMA, SKOS
from cablegraph.search.terms import FIELDS, indexed
from cablegraph.statements import Statements, lexical

LABEL, ALTERNATIVE, PREFERRED, BROADER = (
    f"<{RDFS}label>",
    *(f"<{SKOS}{name}>" for name in ("altLabel", "prefLabel", "broader")),
)
TEXT, ENCLOSES, TYPE = f"<{CG}sourceText>", f"<{CG}encloses>", f"<{RDF}type>"
_RECORD = f"<{RICO}Record>"
_SENDER, _ADDRESSEE, _RECEIVER = (f"<{RICO}{name}>" for name in ("hasSender", "hasAddressee", "hasReceiver"))
_FROM, _TO, _RELAYED = (f"<{CG}{name}>" for name in ("sentFrom", "sentTo", "relayedBy"))
_MENTIONS, _SUBJECT, _FORM = f"<{SCHEMA}mentions>", f"<{RICO}hasOrHadSubject>", f"<{RICO}hasDocumentaryFormType>"

_WRITTEN: Final = {
    "title": f"<{RICO}title>", "summary": f"<{RICO}scopeAndContent>", "number": f"<{CG}telegramNumber>",
}  # fmt: skip
_NAMED: Final = {
    "sender": (_SENDER,), "addressee": (_ADDRESSEE, _RECEIVER), "place": (_FROM, _TO), "topic": (_SUBJECT,),
}  # fmt: skip
_KINDS: Final = {
    "agent": (_SENDER, _ADDRESSEE, _RECEIVER, _RELAYED, _MENTIONS), "place": (_FROM, _TO, _MENTIONS),
    "topic": (_SUBJECT,), "form": (_FORM,),
}  # fmt: skip
_WITHIN: Final = {"agent": f"<{AGENT}", "place": f"<{PLACE}", "topic": "<", "form": "<"}
POINTING: Final = tuple(sorted({predicate for predicates in _KINDS.values() for predicate in predicates}))
"""Predicates from a paper to what it is found by."""

Named = Counter[tuple[str, str]]
"""In how many papers each thing is named, messages inside papers counted apart: by kind and node."""


class Names:
    """What things are called, and the wider topics of a topic. Nodes are as N-Triples writes them."""

    def __init__(self, found: Statements) -> None:
        self._names: dict[str, dict[str, list[str]]] = {}
        for predicate in (LABEL, ALTERNATIVE, PREFERRED):
            for node, name in found.get(predicate, ()):
                self._names.setdefault(node, {}).setdefault(predicate, []).append(name)
        self._broader: dict[str, list[str]] = {}
        for node, broader in found.get(BROADER, ()):
            self._broader.setdefault(node, []).append(broader)

    def of(self, node: str, *predicates: str) -> set[str]:
        """The names a thing has by these predicates, or by any."""
        kept = self._names.get(node, {})
        return {lexical(name) for predicate in predicates or kept for name in kept.get(predicate, ())}

    def label(self, node: str, kind: str) -> str:
        """The one name a thing is shown by; nothing where it has none."""
        names = self._names.get(node, {})
        if kind in ("agent", "place"):
            found = names.get(LABEL, [])
        else:
            found = [name for name in names.get(PREFERRED, ()) if name.endswith('"@en')]
        return min(map(lexical, found), default="")

    def wider(self, node: str) -> set[str]:
        """A topic and all that are wider."""
        found, waiting = {node}, [node]
        while waiting:
            more = set(self._broader.get(waiting.pop(), ())) - found
            found |= more
            waiting += more
        return found


@dataclass(frozen=True, slots=True)
class Entry:
    """A paper as it is indexed: IRI, title, packed text, and its terms, field by field."""

    iri: str
    title: str
    text: bytes
    fields: tuple[str, ...]
    words: str


def entries(found: Statements, names: Names, text_of: Callable[[str], str]) -> list[Entry]:
    """The papers of these statements, by IRI; ``text_of`` gives a paper's text by its IRI."""
    paper_of = papers(found)
    parts: dict[str, dict[str, set[str]]] = {paper: {} for paper in paper_of.values()}
    for field, predicate in _WRITTEN.items():
        for node, value in found.get(predicate, ()):
            if node in paper_of:
                parts[paper_of[node]].setdefault(field, set()).add(lexical(value))
    for field, predicates in _NAMED.items():
        by = (PREFERRED,) if field == "topic" else (LABEL, ALTERNATIVE)
        for node, thing in _pairs(found, predicates):
            if node in paper_of:
                parts[paper_of[node]].setdefault(field, set()).update(names.of(thing, *by))
    return [_entry(paper[1:-1], parts[paper], text_of(paper[1:-1])) for paper in sorted(parts)]


def named(found: Statements, names: Names) -> Named:
    """In how many of these papers, messages inside them counted apart, each thing is named."""
    records = {node for node, kind in found.get(TYPE, ()) if kind == _RECORD} & papers(found).keys()
    seen: set[tuple[str, str, str]] = set()
    for kind, predicates in _KINDS.items():
        for node, thing in _pairs(found, predicates):
            if node in records and thing.startswith(_WITHIN[kind]):
                seen.update((kind, one, node) for one in (names.wider(thing) if kind == "topic" else (thing,)))
    return Counter((kind, thing) for kind, thing, _ in seen)


def papers(found: Statements) -> dict[str, str]:
    """The paper that each paper and each message inside one belongs to."""
    inside: dict[str, list[str]] = {}
    for node, inner in found.get(ENCLOSES, ()):
        inside.setdefault(node, []).append(inner)
    paper_of = {node: node for node, _ in found.get(TEXT, ())}
    waiting = list(paper_of)
    while waiting:
        node = waiting.pop()
        for inner in inside.get(node, ()):
            if inner not in paper_of:
                paper_of[inner] = paper_of[node]
                waiting.append(inner)
    return paper_of


def _pairs(found: Statements, predicates: Iterable[str]) -> Iterable[tuple[str, str]]:
    for predicate in predicates:
        yield from found.get(predicate, ())


def _entry(iri: str, parts: dict[str, set[str]], text: str) -> Entry:
    fields = tuple(indexed(" . ".join(sorted(parts.get(name, ())))) for name in FIELDS[:-1])
    title = min(parts.get("title", ()), default=iri.removeprefix(DOC))
    return Entry(iri, title, zlib.compress(text.encode(), 1), fields, indexed(text))

"""What a dump of some papers holds: each of them whole, and what they name, ``agent:stalin``, as they know it.

Whole is a paper with its parts, the messages inside it, its readings, their words, and what was decided on it. Other
papers are named, as answered or cited, and not described.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import Final, cast

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from cablegraph.iri import DOC, OA, RDF, RICO

_ABOUT: Final = NamedNode(RDF + "subject")
_OWNED_BY: Final = (NamedNode(RICO + "isEvidencedBy"), NamedNode(OA + "hasSource"))
"""Readings point to their paper and spans to their text by these, and nothing need point back."""
_SAID: Final = (NamedNode(RDF + "predicate"), NamedNode(RDF + "object"))


def quads(store: Store, papers: Iterable[str], *, named: bool) -> Iterator[Quad]:
    """The quads of a dump of these papers (IRIs), in no order; with ``named`` those of all graphs."""
    keys = frozenset(map(_paper, papers))
    graph = None if named else DefaultGraph()
    todo: set[NamedNode] = set()
    for key in sorted(keys):
        yield from _whole(store, key, keys, todo)
    if named:
        yield from _in_named_graphs(store, keys, todo)
    done: set[NamedNode] = set()
    while todo:
        thing = todo.pop()
        done.add(thing)
        reached: set[NamedNode] = set()
        for quad in _described(store, thing, keys, graph, reached):
            yield quad
            reached.update(_thing(quad.object, keys, readings=_is_reading(thing)))
        todo |= reached - done


def _whole(store: Store, key: str, keys: Set[str], beyond: set[NamedNode]) -> Iterator[Quad]:
    """A paper, walked along its own nodes; what it names, and what speaks of it, goes ``beyond``."""
    todo, done = {NamedNode(DOC + key)}, set[NamedNode]()
    while todo:
        thing = todo.pop()
        done.add(thing)
        reached: set[NamedNode] = set()
        for quad in store.quads_for_pattern(thing, None, None, DefaultGraph()):
            yield quad
            if isinstance(quad.object, NamedNode):
                reached.add(quad.object)
            beyond.update(_thing(quad.object, keys))
        for link in (_ABOUT, *_OWNED_BY):
            for quad in store.quads_for_pattern(None, link, thing, DefaultGraph()):
                reached.add(cast(NamedNode, quad.subject))
                beyond.update(_thing(quad.subject, keys, readings=True) if link == _ABOUT else ())
        todo |= {one for one in reached if _paper(one) == key} - done


def _in_named_graphs(store: Store, keys: Set[str], beyond: set[NamedNode]) -> Iterator[Quad]:
    """What users' own graphs say of these papers; they are gone through, for nothing need lead there."""
    for graph in store.named_graphs():
        for quad in store.quads_for_pattern(None, None, None, graph):
            if _paper(quad.subject) in keys:
                yield quad
                beyond.update(_thing(quad.object, keys))
            elif quad.predicate == _ABOUT and _paper(quad.object) in keys:
                beyond.update(_thing(quad.subject, keys, readings=True))


def _described(
    store: Store, thing: NamedNode, keys: Set[str], graph: DefaultGraph | None, reached: set[NamedNode]
) -> Iterator[Quad]:
    """What is said of a thing, save what only other papers say of it; decisions on it are ``reached``."""
    own: set[tuple[object, ...]] = set()
    others: set[tuple[object, ...]] = set()
    for reading in [quad.subject for quad in store.quads_for_pattern(None, _ABOUT, thing, graph)]:
        kept = _paper(reading) in keys or not _paper(reading)
        (own if kept else others).add(_edge(store, reading))
        if kept:
            reached.update(_thing(reading, keys))
    for quad in store.quads_for_pattern(thing, None, None, graph):
        edge = (quad.predicate, quad.object)
        if edge in own or edge not in others:
            yield quad


def _edge(store: Store, reading: object) -> tuple[object, ...]:
    """Predicate and object of which a reading speaks."""
    found = (store.quads_for_pattern(reading, part, None) for part in _SAID)  # type: ignore[arg-type]
    return tuple(next((quad.object for quad in quads), None) for quads in found)


def _paper(term: object) -> str:
    """The key of the paper to which an IRI belongs; nothing for anything else."""
    iri = term if isinstance(term, str) else str(getattr(term, "value", ""))
    return iri.removeprefix(DOC).partition("/")[0].partition("#")[0] if iri.startswith(DOC) else ""


def _thing(term: object, keys: Set[str], *, readings: bool = False) -> Iterator[NamedNode]:
    """The IRI that is to be described: of a thing, a rule, a concept, and of readings their words in other papers."""
    if isinstance(term, NamedNode):
        paper = _paper(term)
        if not paper or (readings and paper not in keys and (_is_reading(term) or "/text/" in term.value)):
            yield term


def _is_reading(term: NamedNode) -> bool:
    return "/r/" in term.value or "/text/" in term.value

"""Whether the graph knows what is asked for: nothing is called ``topic:weapons``, perhaps nuclear weapons are meant."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from urllib.parse import unquote

from pyoxigraph import NamedNode
from rapidfuzz import fuzz, process

from cablegraph.errors import SettingsError
from cablegraph.exports.filters import Filter, These
from cablegraph.exports.source import Source
from cablegraph.iri import AGENT, DOC, FORM, PLACE, TOPIC, expand, keyed, shorten

NAMED: Final = ("sender", "addressee", "agent", "place", "topic", "form")
LIKE: Final = 80
"""Likeness (0-100) from which a thing may be meant."""
SHOWN: Final = 3
ALL: Final = {
    AGENT: "SELECT DISTINCT ?agent ?name { ?agent rdfs:label ?name FILTER(STRSTARTS(STR(?agent), STR(agent:))) }",
    PLACE: "SELECT DISTINCT ?place ?name { ?place a rico:Place ; rdfs:label ?name }",
    TOPIC: "SELECT DISTINCT ?topic { ?paper rico:hasOrHadSubject ?topic }",
    FORM: "SELECT DISTINCT ?form { ?paper rico:hasDocumentaryFormType ?form }",
    DOC: "SELECT ?paper ?title { ?paper a rico:Record OPTIONAL { ?paper rico:title ?title } }",
}
"""How all people, places, topics, forms and papers are listed that the graph names."""


def check(source: Source, wanted: Filter) -> None:
    """Whether a filter names things of the graph. Raises SettingsError with what may be meant."""
    if isinstance(wanted, These):
        return
    for name in NAMED:
        if iri := getattr(wanted, name):
            known(source, name, shorten(iri), (iri,))
    families = set(source.families().values()) if wanted.source else set()
    if families and wanted.source.replace("_", "-") not in families:
        raise SettingsError(f"source: no paper is of “{wanted.source}”", notes=f"here: {', '.join(sorted(families))}")


def known(source: Source, name: str, value: str, iris: Iterable[str]) -> None:
    """Whether the graph says something of one of the things that a value may name. Raises SettingsError for none."""
    asked = tuple(iris)
    if any(_said(source, iri) for iri in asked):
        return
    near = [found for iri in asked for found in _near(source, iri)][:SHOWN]
    notes = (f"did you mean {' or '.join(near)}?",) if near else tuple(map(_all, dict.fromkeys(map(_space, asked))))
    raise SettingsError(f"{name}: nothing here is called “{value}”", notes=notes)


def paper(source: Source, named: str) -> str:
    """The IRI of a paper that is named by ``doc:``, by its key or by its IRI. Raises SettingsError for none."""
    if not named:
        raise SettingsError("this export is of one paper", notes="name it: document=doc:wilson-ct3777")
    meant = [expand(named)] if named.startswith("doc:") or "://" in named else keyed(DOC, named)
    papers = [found for (found,) in source.ask("?s a rico:Record", "s")]
    if there := [iri for iri in meant if iri in papers]:
        return there[0]
    names = {found: unquote(found.removeprefix(DOC)) for found in papers}
    near = process.extract(
        unquote(meant[0].removeprefix(DOC)), names, scorer=fuzz.WRatio, score_cutoff=LIKE, limit=SHOWN
    )
    notes = f"did you mean {' or '.join(shorten(found) for _, _, found in near)}?" if near else _all(DOC)
    raise SettingsError(f"there is no paper {named}", notes=notes)


def _all(space: str) -> str:
    return f"all of them: cablegraph query '{ALL[space]}'" if space in ALL else "it may stand under another name"


def _space(iri: str) -> str:
    return DOC if iri.startswith(DOC) else iri[: iri.rindex("/") + 1]


def _said(source: Source, iri: str) -> bool:
    if source.store is None:
        return iri in source.labels
    node = NamedNode(iri)
    edges = (source.store.quads_for_pattern(*pattern) for pattern in ((node, None, None), (None, None, node)))
    return any(True for quads in edges for _ in quads)


def _near(source: Source, iri: str) -> list[str]:
    """Things of the same kind with a name or a key like this one."""
    space = _space(iri)
    words = iri.removeprefix(space).replace("-", " ").lower()
    names = {other: label.lower() for other, label in source.labels.items() if other.startswith(space)}
    found = process.extract(words, names, scorer=fuzz.WRatio, score_cutoff=LIKE, limit=SHOWN)
    return [f"{shorten(other)} ({source.labels[other]})" for _, _, other in found]

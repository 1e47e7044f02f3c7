"""Whether the graph knows what is asked for: nothing is called ``topic:weapons``, perhaps nuclear weapons are meant."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pyoxigraph import NamedNode
from rapidfuzz import fuzz, process

from cablegraph.errors import SettingsError
from cablegraph.exports.source import Filter, Source, These
from cablegraph.iri import DOC, shorten

NAMED: Final = ("sender", "addressee", "agent", "place", "topic", "form")
LIKE: Final = 80
"""Likeness (0-100) from which a thing may be meant."""
SHOWN: Final = 3
NAMES: Final = "what there is: cablegraph export nodes.csv, for topics with by=topic, for places with by=place"


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
    notes = f"did you mean {' or '.join(near)}?" if near else NAMES
    raise SettingsError(f"{name}: nothing here is called “{value}”", notes=notes)


def _said(source: Source, iri: str) -> bool:
    if source.store is None:
        return iri in source.labels
    node = NamedNode(iri)
    edges = (source.store.quads_for_pattern(*pattern) for pattern in ((node, None, None), (None, None, node)))
    return any(True for quads in edges for _ in quads)


def _near(source: Source, iri: str) -> list[str]:
    """Things of the same kind with a name or a key like this one."""
    space = DOC if iri.startswith(DOC) else iri[: iri.rindex("/") + 1]
    words = iri.removeprefix(space).replace("-", " ").lower()
    names = {other: label.lower() for other, label in source.labels.items() if other.startswith(space)}
    found = process.extract(words, names, scorer=fuzz.WRatio, score_cutoff=LIKE, limit=SHOWN)
    return [f"{shorten(other)} ({source.labels[other]})" for _, _, other in found]

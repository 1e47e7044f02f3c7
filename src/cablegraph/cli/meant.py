"""Who or what is meant by a name that ``decide`` does not know: *Peking is place:beijing (Beijing)*."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cablegraph.iri import AGENT, EVENT, ID, PLACE, RDFS, SKOS, shorten

if TYPE_CHECKING:
    from pyoxigraph import Store

    from cablegraph.linking import Authority

NAMED = 3
"""So many things that may be meant are named."""
LIKE = 70
"""Likeness (0-100) from which a thing may be meant."""
NEAR = 10
"""What is so much less like than the likest is not named."""
LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class Called:
    """A thing, a name of it in small letters, and how it is shown: ``place:beijing (Beijing)``."""

    name: str
    shown: str
    sure: bool
    """Whether the name tells it from others, as a surname alone does not."""


def known(authority: Authority, store: Store | None, spaces: tuple[str, ...]) -> Iterator[Called]:
    """Every name of what the tables and the graph know below these namespaces (none: people, places, events)."""
    from pyoxigraph import NamedNode

    for iri, entry in authority.entries.items():
        if iri.startswith(spaces or ID):
            for name in dict.fromkeys((entry.label, *entry.names)):
                yield _called(iri, name, entry.label)
    wanted = spaces or (AGENT, PLACE, EVENT)
    for name in ("label", "altLabel") if store is not None else ():
        assert store is not None
        for quad in store.quads_for_pattern(None, NamedNode((RDFS if name == "label" else SKOS) + name), None):
            iri, words = getattr(quad.subject, "value", ""), str(getattr(quad.object, "value", ""))
            if iri.startswith(wanted) and "/text/" not in iri and iri not in authority.entries:
                yield _called(iri, words, words)


def _called(iri: str, name: str, label: str) -> Called:
    sure = not iri.startswith(AGENT) or " " in name.strip()
    return Called(_plain(name), f"{shorten(iri)} ({label})", sure)


def exactly(words: str, things: Iterable[Called]) -> str:
    """The one thing that has this very name, as it is shown; nothing where none has it, or more than one."""
    found = {thing.shown for thing in things if thing.sure and thing.name == _plain(words)}
    return found.pop() if len(found) == 1 else ""


def nearly(words: str, things: Iterable[Called]) -> list[str]:
    """Things with a name much like this one, the likest first."""
    from rapidfuzz import fuzz, process

    asked, all_ = _plain(words), list(things)
    rough = process.extract(
        asked, [thing.name for thing in all_], scorer=fuzz.WRatio, score_cutoff=LIKE, limit=LOOKED_AT
    )
    near = sorted(((_likeness(asked, name), whole, -place) for name, whole, place in rough), reverse=True)
    best = near[0][0] if near else 0
    shown = [all_[-place].shown for score, _, place in near if score >= max(LIKE, best - NEAR)]
    return list(dict.fromkeys(shown))[:NAMED]


def _likeness(asked: str, name: str) -> float:
    """How like two names are, 0-100: as a whole, or each word asked for to the likest of the other."""
    from rapidfuzz import fuzz

    words = [max(fuzz.ratio(one, other) for other in name.split() or ("",)) for one in asked.split()]
    return max(fuzz.token_sort_ratio(asked, name), sum(words) / len(words) if words else 0)


def _plain(name: str) -> str:
    from cablegraph.linking.names import fold

    return fold(name)

"""Who may be the same under another name: ``Peng`` in one paper, ``Peng Te-huai`` in another. Said, never merged."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from pyoxigraph import NamedNode
from rapidfuzz import fuzz

from cablegraph.catalogue import Catalogue
from cablegraph.catalogue.cards import long
from cablegraph.iri import AGENT, shorten
from cablegraph.linking.names import fold, surname_of
from cablegraph.server.door import Door
from cablegraph.server.pages_graph import ask_rows

SHOWN: Final = 6
"""So many are named; of a surname that more have it is said how many."""
LOOKED_AT: Final = 200
SPELT: Final = 75
"""Likeness (0-100) of two spellings of forenames under one surname: ``Te-huai`` and ``Dehuai``."""
_PEOPLE: Final = (
    "SELECT iri, label FROM things WHERE iri >= 'id/agent/' AND iri < 'id/agent0' AND kind IN ('person', 'name')"
)
_NAME = re.compile(r"(?:(?:[^\W\d_a-z]|(?:de|del|di|du|van|von|der|al|el|bin|ibn|ben)\b)[\w.'’-]*(?:,?\s|$)){1,5}")
"""One to five words that begin with capitals: no body that is called ``Ministry of Trade``."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Somebody called alike: what of the names agrees, in how many papers it stands, and how a merge is decided."""

    iri: str
    why: str
    papers: int
    merge: str = ""


@lru_cache(maxsize=2)
def surnames(catalogue: Catalogue) -> dict[str, list[str]]:
    """People of the papers by the folded surname; kept once for a catalogue."""
    found: dict[str, list[str]] = {}
    for iri, label in catalogue.walk(_PEOPLE):
        if key := _key(label):
            found.setdefault(key, []).append(long(iri))
    return found


def _key(name: str) -> str:
    return (surname_of(name) or fold(name)) if _NAME.fullmatch(name) else ""


async def perhaps_same(door: Door, catalogue: Catalogue, iri: str, known: Container[str]) -> tuple[list[Alike], int]:
    """Those called alike whom no candidate (``known``) and no rejection names yet, and how many more there are."""
    if not iri.startswith(AGENT) or catalogue.kind(iri) not in ("person", "name"):
        return [], 0
    found = await asyncio.to_thread(alike, catalogue, catalogue.label(iri), (iri,))
    new = [one for one in found if one.iri not in known]
    kinds = catalogue.kinds_of([iri, *(one.iri for one in new[:SHOWN])]) if new else {}
    rejected = await _rejected(door, [party for party, kind in kinds.items() if kind == "name"])
    left = [one for one in new if frozenset((iri, one.iri)) not in rejected]
    return [_with_merge(catalogue, iri, one) for one in left[:SHOWN]], max(0, len(left) - SHOWN)


async def _rejected(door: Door, parties: Iterable[str]) -> set[frozenset[str]]:
    """Pairs of whom somebody said that the one, as it is named, is not the other."""
    asked = list(parties)
    rows = await asyncio.gather(*(ask_rows(door, "is-not", subject=NamedNode(party)) for party in asked))
    return {frozenset((party, row["who"].value)) for party, own in zip(asked, rows, strict=True) for row in own}


def _with_merge(catalogue: Catalogue, iri: str, one: Alike) -> Alike:
    """The shorter name goes into the fuller one."""
    pair = sorted((iri, one.iri), key=lambda party: (len(fold(catalogue.label(party)).split()), party))
    return Alike(one.iri, one.why, one.papers, " ".join(map(shorten, pair)))


def alike(catalogue: Catalogue, name: str, without: Container[str] = ()) -> list[Alike]:
    """People called like a name, the likeliest first, then those of most papers."""
    key = _key(name)
    people = catalogue.labels_of(surnames(catalogue).get(key, ())[:LOOKED_AT] if key else ())
    scored = [(*agrees, iri) for iri, label in people.items() if (agrees := _agreement(key, name, label))]
    found = [(score, Alike(iri, why, catalogue.uses(iri))) for score, why, iri in scored if iri not in without]
    return [one for _, one in sorted(found, key=lambda item: (-item[0], -item[1].papers, item[1].iri)) if one.papers]


def _agreement(surname: str, one: str, other: str) -> tuple[float, str] | None:
    """How far two names of one surname agree, 0 to 1, and in words; nothing where the forenames differ."""
    mine, theirs = _given(surname, one), _given(surname, other)
    if not mine or not theirs:
        return (0.7, "called the same") if mine == theirs else (0.35, "only the surname is the same")
    if mine == theirs:
        return 0.7, "called the same"
    if all(first[0] == second[0] for first, second in zip(mine, theirs, strict=False)):
        if any(all(len(word) == 1 for word in given) for given in (mine, theirs)):
            return 0.5, "surname and initials agree"
        if mine[0] == theirs[0]:
            return 0.55, "surname and first name are the same"
    likeness = fuzz.ratio("".join(mine), "".join(theirs))
    return (0.6 * likeness / 100, "the same surname, and forenames spelt alike") if likeness >= SPELT else None


def _given(surname: str, name: str) -> list[str]:
    words = fold(name).split()
    if surname in words:
        words.remove(surname)
    return words


def of_words(catalogue: Catalogue, words: str, without: Container[str]) -> list[Alike]:
    """People called like the words of a search, in whichever case these are typed."""
    return alike(catalogue, words if words != words.lower() else words.title(), without)[:SHOWN]

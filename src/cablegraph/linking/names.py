"""Which entries a name may be: ``Mao Tse-tung`` in full, ``A. Gromyko`` by initial, ``Malik`` by surname."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from rapidfuzz import fuzz

from cablegraph import authority as tables
from cablegraph.authority import Entry

How = Literal["full", "surname", "cover"]
FORENAME_LIKENESS = 70
"""Likeness (0-100) of two spellings of one forename, ``Andrei`` and ``Andrey``, under the same surname."""
YOUNGEST = 14
"""Nobody writes or is written to at a younger age."""

_TOKEN = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|\d+")


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that a name may be, and what of its name was met."""

    entry: Entry
    how: How
    score: float


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """A name for comparison: case, marks, points and hyphens aside."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'")).casefold()
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(_TOKEN.findall(plain.replace("-", " ").replace(".", " ")))


class Authority:
    """The tables as an index of names. Made by `load`; the same name is looked up once."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = {entry.iri: entry for entry in entries}
        self._full: dict[str, list[Entry]] = {}
        self._surname: dict[str, list[Entry]] = {}
        self._cover: dict[str, list[Entry]] = {}
        for entry in entries:
            for name in entry.names:
                _put(self._full if _is_full(entry, name) else self._surname, fold(name), entry)
            if entry.kind == "person":
                for surname in _surnames(entry):
                    _put(self._surname, surname, entry)
            for cover in entry.covers:
                _put(self._cover, fold(cover), entry)
        self._cache: dict[str, tuple[Match, ...]] = {}

    def find(self, name: str, kinds: Iterable[str] = (), year: int | None = None) -> tuple[Match, ...]:
        """Entries of these kinds (none: any) that this name may be, alive in this year, the likeliest first."""
        wanted = frozenset(kinds)
        found = self._look_up(name)
        return tuple(
            match
            for match in found
            if (not wanted or match.entry.kind in wanted) and (year is None or _alive(match.entry, year))
        )

    def is_cover(self, name: str) -> bool:
        """Whether this is somebody's cover name and nobody's own."""
        key = fold(name)
        return key in self._cover and key not in self._full

    def _look_up(self, name: str) -> tuple[Match, ...]:
        key = fold(name)
        if (kept := self._cache.get(key)) is not None:
            return kept
        found = {entry.iri: Match(entry, "full", 1.0) for entry in self._full.get(key, ())}
        tokens = key.split()
        if len(tokens) > 1 and not found:
            for surname in {tokens[-1], tokens[0], " ".join(tokens[-2:])}:
                for entry in self._surname.get(surname, ()):
                    if entry.kind == "person" and _same_forename(entry, tokens, surname):
                        found.setdefault(entry.iri, Match(entry, "full", 0.9))
        for entry in self._surname.get(key, ()):
            found.setdefault(entry.iri, Match(entry, "surname", 0.8 if entry.verified else 0.6))
        for entry in self._cover.get(key, ()):
            found.setdefault(entry.iri, Match(entry, "cover", 0.65))
        matches = tuple(sorted(found.values(), key=lambda match: (-match.score, match.entry.iri)))
        self._cache[key] = matches
        return matches


def _put(index: dict[str, list[Entry]], key: str, entry: Entry) -> None:
    if key and entry not in index.setdefault(key, []):
        index[key].append(entry)


def _is_full(entry: Entry, name: str) -> bool:
    """A person's name of one word is a surname; for all else each listed name stands for itself."""
    return entry.kind != "person" or len(fold(name).split()) > 1 or fold(name) == fold(entry.label)


def _surnames(entry: Entry) -> Iterable[str]:
    """Surnames of the label: the last word, or the first where the family name leads (Chinese, Korean, Vietnamese)."""
    tokens = fold(entry.label).split()
    if len(tokens) > 1:
        yield tokens[-1]
        if len(tokens[0]) <= 5 and _leads(entry):
            yield tokens[0]


_FAMILY_FIRST = frozenset(
    ("mao", "zhou", "liu", "zhu", "peng", "gao", "lin", "li", "chen", "zhang", "su", "shi", "ren", "dong", "wang",
     "nie", "wu", "qiao", "deng", "pak", "nam", "kim", "mun", "syngman", "ho", "pham", "chiang", "jiang", "choe",
     "yi", "so")
)  # fmt: skip


def _leads(entry: Entry) -> bool:
    return fold(entry.label).split()[0] in _FAMILY_FIRST


def _same_forename(entry: Entry, tokens: list[str], surname: str) -> bool:
    """Whether initials or another spelling of the forename agree with one of the entry's names."""
    given = [token for token in tokens if token not in surname.split()]
    for name in (entry.label, *entry.aliases):
        own = [token for token in fold(name).split() if token not in surname.split()]
        if not own or not given or len(fold(name).split()) < 2:
            continue
        if all(len(token) == 1 for token in given):
            if given[0] == own[0][0]:
                return True
        elif fuzz.ratio(given[0], own[0]) >= FORENAME_LIKENESS and given[0][0] == own[0][0]:
            return True
    return False


def _alive(entry: Entry, year: int) -> bool:
    born = int(entry.birth[:4]) + YOUNGEST if entry.kind == "person" and entry.birth[:4].isdigit() else None
    died = int(entry.death[:4]) if entry.kind == "person" and entry.death[:4].isdigit() else None
    return (born is None or year >= born) and (died is None or year <= died)


@lru_cache(maxsize=8)
def _loaded(folders: tuple[Path, ...]) -> Authority:
    return Authority(tables.entries(folders))


def load(folders: Sequence[Path] = ()) -> Authority:
    """The authority of these folders of tables (default: the shipped one)."""
    return _loaded(tuple(folders))

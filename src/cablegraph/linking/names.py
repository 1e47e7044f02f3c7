"""Which entries a name may be: ``Mao Tse-tung`` in full, ``A. Gromyko`` by initial, ``Malik`` by surname."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from rapidfuzz import fuzz

from cablegraph import authority as tables
from cablegraph.authority import Entry
from cablegraph.patterns import compiled

How = Literal["full", "initials", "surname", "cover"]
FORENAME_LIKENESS = 70
"""Likeness (0-100) of two spellings of one forename, ``Andrei`` and ``Andrey``, under the same surname."""
YOUNGEST = 14
"""Nobody writes or is written to at a younger age."""

_TOKEN = compiled(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|\d+")
_HAN_NAME = compiled(r"[\u3400-\u9fff]{2,}")
_NUMBER = compiled(r"\d{4}(?:-\d\d){0,2}")


_INITIALS_BEHIND = compiled(r"(?P<surname>[^\W\d_][\w'-]{2,}) (?P<given>(?:[^\W\d_]{1,2}\. ?){1,3})")


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that a name may be, and what of its name was met."""

    entry: Entry
    how: How


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """A name for comparison: case, marks, points and hyphens aside; ``Francis, David R.`` in the order it is spoken."""
    if name.isascii():
        name = name.lower()
    else:
        plain = unicodedata.normalize("NFKD", name.replace("’", "'"))
        name = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    if name.endswith(".") and (behind := _INITIALS_BEHIND.fullmatch(name)):
        name = f"{behind['given']} {behind['surname']}"  # "Gromyko A. A."
    elif "," in name:
        surname, _, given = name.partition(",")
        name = f"{given} {surname}"
    return " ".join(_TOKEN.findall(name.replace("-", " ").replace(".", " ")))


class Authority:
    """The tables as an index of names. Made by `load`; the same name is looked up once."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = {entry.iri: entry for entry in entries}
        self._full: dict[str, list[Entry]] = {}
        self._surname: dict[str, list[Entry]] = {}
        self._cover: dict[str, list[Entry]] = {}
        for entry in entries:
            person = entry.kind == "person"
            for name in entry.names:
                key = fold(name)
                # A person's name of one word is a surname, unless it is Chinese; all else is called as it is listed.
                bare = person and " " not in key and not _HAN_NAME.fullmatch(name)
                _put(self._surname if bare else self._full, key, entry)
            if person and (surname := surname_of(entry.label)):
                _put(self._surname, surname, entry)
            for cover in entry.covers:
                _put(self._cover, fold(cover), entry)
        self._cache: dict[str, tuple[Match, ...]] = {}

    def find(self, name: str, kinds: Iterable[str] = (), when: str | int = "") -> tuple[Match, ...]:
        """Entries of these kinds (none: any) that a name may be, alive then (ISO date or year), the likeliest first."""
        found = self._look_up(name)
        if not found:
            return found
        wanted, day = frozenset(kinds), str(when)
        return tuple(
            match
            for match in found
            if (not wanted or match.entry.kind in wanted) and (not day or lived(match.entry, day) is not False)
        )

    def is_cover(self, name: str) -> bool:
        """Whether this is somebody's cover name and nobody's own."""
        key = fold(name)
        return key in self._cover and key not in self._full

    def _look_up(self, name: str) -> tuple[Match, ...]:
        key = fold(name)
        if (kept := self._cache.get(key)) is not None:
            return kept
        found = {entry.iri: Match(entry, "full") for entry in self._full.get(key, ())}
        tokens = key.split()
        if len(tokens) > 1 and not found:
            for surname in sorted({tokens[-1], tokens[0], " ".join(tokens[-2:])}):
                for entry in self._surname.get(surname, ()):
                    if entry.kind == "person" and (how := _forename(entry, tokens, surname)):
                        found.setdefault(entry.iri, Match(entry, how))
        for entry in self._surname.get(key, ()):
            found.setdefault(entry.iri, Match(entry, "surname"))
        for entry in self._cover.get(key, ()):
            found.setdefault(entry.iri, Match(entry, "cover"))
        matches = tuple(sorted(found.values(), key=lambda match: (_ORDER.index(match.how), match.entry.iri)))
        self._cache[key] = matches
        return matches


_ORDER: tuple[How, ...] = ("full", "initials", "cover", "surname")


def _put(index: dict[str, list[Entry]], key: str, entry: Entry) -> None:
    """An entry's names come one after another, so that it stands last where it stands already."""
    if key:
        kept = index.setdefault(key, [])
        if not kept or kept[-1] is not entry:
            kept.append(entry)


_FIRST_WORDS = """
    mao zhou liu zhu peng gao lin li chen zhang su shi ren dong wang nie wu qiao deng pak nam kim mun ho pham
    chiang jiang choe yi so ji xu huang yang zhao sun hu guo he luo zheng xie tang feng cheng cai jia fu fang
    xiong geng ye qian kang wei yao xiao pan yuan lu fan hao bai duan lei hou long wan gong tan xue yan yu
    zeng chang chou chu hsu hsieh huan kuo lo nguyen tran le hoang vo vu phan truong bui ngo duong dinh xuan
    paek ri ro ryu chon chong han hwang kwon sin song yun chang
"""
_FAMILY_FIRST = frozenset(_FIRST_WORDS.split())
"""Family names that stand first: Chinese, Korean, Vietnamese."""


def surname_of(name: str) -> str:
    """The folded surname of a full name, or nothing for a name of one word."""
    tokens = fold(name).split()
    if len(tokens) < 2:
        return ""
    return tokens[0] if tokens[0] in _FAMILY_FIRST else tokens[-1]


def _forename(entry: Entry, tokens: list[str], surname: str) -> How | None:
    """Whether another spelling of the forenames, or their initials, agree with one of the entry's names."""
    given = [token for token in tokens if token not in surname.split()]
    best: How | None = None
    for name in (entry.label, *entry.aliases):
        parts = fold(name).split()
        own = [token for token in parts if token not in surname.split()]
        if not own or not given or len(parts) < 2 or len(own) == len(parts):
            continue
        if any(one[0] != other[0] for one, other in zip(given, own, strict=False)):
            continue
        if all(len(token) == 1 for token in given):
            best = "initials"
        elif _alike(given, own):
            return "full"
    return best


def _alike(given: list[str], own: list[str]) -> bool:
    """``Andrey`` and ``Andrei``, ``George`` and ``George F.``; not ``Shaowen`` and ``Shaoqi``."""
    joined = fuzz.ratio("".join(given), "".join(own)) >= FORENAME_LIKENESS
    return joined or (len(given[0]) > 1 and len(own[0]) > 1 and given[0] == own[0] and len(given) != len(own))


def lived(entry: Entry, day: str) -> bool | None:
    """Whether the person could write or be written to on this ISO day (month, year); None where nothing is known."""
    return lived_between(entry.birth, entry.death, day) if entry.kind == "person" else None


@lru_cache(maxsize=65536)
def lived_between(birth: str, death: str, day: str) -> bool | None:
    """`lived`, from the dates alone, each as fine as it is known; day for day only where both are that fine."""
    if not _NUMBER.fullmatch(day) or not (birth or death):
        return None
    if _NUMBER.fullmatch(birth) and int(day[:4]) < int(birth[:4]) + YOUNGEST:
        return False
    if _NUMBER.fullmatch(death):
        length = min(len(day), len(death))
        return day[:length] <= death[:length]
    return True


@lru_cache(maxsize=4)
def _loaded(folders: tuple[Path, ...], changed: tuple[tuple[str, int, int], ...]) -> Authority:
    return Authority(tables.entries(folders))


def load(folders: Sequence[Path] = ()) -> Authority:
    """The authority of these folders of tables (default: the shipped one)."""
    return _loaded(tuple(folders), tables.stamp(folders))

"""Bodies by their form: ``the Yokohama Specie Bank``, ``the Board of Trade``, ``the Society for the Excavation of Sardis``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import ahocorasick

from cablegraph.extraction import name_lists
from cablegraph.extraction.lexicon import NATIONS
from cablegraph.extraction.name_runs import CAP
from cablegraph.patterns import compiled

_WORD = rf"[{CAP}][\w’'-]*"
_BEFORE_END = compiled(rf"(?:{_WORD}[ \u00a0]){{1,4}}$")
_BEHIND = compiled(
    rf"[ \u00a0](?:of|for|on)[ \u00a0](?:the[ \u00a0])?{_WORD}(?:(?:[ \u00a0](?:of|for|and)(?:[ \u00a0]the)?)?[ \u00a0]{_WORD}){{0,3}}"
)
_HAS_MATTER = compiled(rf"(?:Board|Society|Museum|Association|Committee|Bureau)\b(?={_BEHIND.pattern})")
_OF_PLACE = compiled(
    rf"[ \u00a0](?:of|for)[ \u00a0](?:the[ \u00a0])?{_WORD}(?:(?:[ \u00a0]of(?:[ \u00a0]the)?)?[ \u00a0]{_WORD}){{0,2}}"
)
_HAS_PLACE = compiled(
    r"(?:University|Institute|Academy|Party|League|Federation|Front|Organi[sz]ation|Commission|Chamber of Commerce|Ministry|Foundation)(?= of | for )"
)
"""``Communist Party of Cuba``, ``Institute of International Law``: no further name is joined to it by "and"."""
_GOES_ON = compiled(rf"\w|-|[ \u00a0][{CAP}][a-z]")
"""``Western Union Telegraph Company``, ``the Society Islands``: the kind is no last word."""

_NATION = compiled(rf"(?:{NATIONS})[ \u00a0]")


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("bodies.toml").read_text(encoding="utf-8"))


@cache
def _words(table: str, kind: str = "") -> frozenset[str]:
    """Words of the file: of a table those of a kind, or those of one entry."""
    data = _data()[table]
    return frozenset((data.get(kind, "") if kind else data).split())


@cache
def _kinds() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for kind in _data()["kinds"]:
        automaton.add_word(kind, kind)
    automaton.make_automaton()
    return automaton


def find(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where bodies are named by their kind, with all the words of their names."""
    for at, kind in _kinds().iter(text[start:end]):
        last = start + at + 1
        place = last - len(kind)
        if _GOES_ON.match(text, last) is not None or (kind == "Council" and text.startswith(" of", last)):
            continue
        first = _begins(text, start, place, kind)
        if first is not None:
            whole = _ends(text, place, last, end)
            own = text[first : place - 1]
            alone = own in _words("alone", kind) or (kind in _data()["of_nation"] and _NATION.fullmatch(own + " "))
            if whole > last or not alone:
                yield first, whole
    yield from _with_matter(text, start, end)


def _begins(text: str, start: int, place: int, kind: str) -> int | None:
    """Where the name begins that ends with a kind of body; None where the words before are none of it."""
    before = _BEFORE_END.search(text, max(start, place - 80), place)
    if before is None:
        return None
    first = before.start()
    while first < place and (own := text[first:place].split()[0]) in _words("no_part"):
        first += len(own) + 1
    words = text[first:place].split()
    needed = _words("needs", kind)
    if not words or words[-1] in _words("no_name", kind) or (needed and words[-1] not in needed):
        return None
    if kind in _data()["of_nation"] and not _NATION.match(text, first, place):
        return None
    whole = (first, place + len(kind))
    known = name_lists.known(text, *whole)
    return None if any((hit.start, hit.end) == whole for hit in known) else first


def _ends(text: str, place: int, last: int, end: int) -> int:
    """The end of a name with what the body is for, where it is one that says so."""
    tail = _BEHIND if _HAS_MATTER.match(text, place, end) else _OF_PLACE if _HAS_PLACE.match(text, place, end) else None
    matter = tail.match(text, last, end) if tail else None
    return _unpossessed(text, matter.end()) if matter else last


def _unpossessed(text: str, end: int) -> int:
    """The end of a name without what makes it an owner, and without a writer's ``I`` behind it: ``the Board of Trade's``."""
    if text.endswith((" I", "\u00a0I"), 0, end):
        end -= 2
    return end - 2 if text.endswith(("'s", "’s"), 0, end) else end


def _with_matter(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Bodies without a word before their kind: ``Board of Trade``, ``Committee on Ways and Means``."""
    if " of " not in text[start:end] and " for " not in text[start:end] and " on " not in text[start:end]:
        return
    for kind in _data()["matters"]:
        place = text.find(kind, start, end)
        while place >= 0:
            last = place + kind.index(" ")
            before = _BEFORE_END.search(text, max(start, place - 30), place)
            named = before is not None and not set(before[0].split()) <= _words("no_part")
            tail = _OF_PLACE if _HAS_PLACE.match(text, place, end) else _BEHIND
            found = None if named else tail.match(text, last, end)
            if found and not text.startswith(tuple(_data()["of_all"]), place):
                yield place, _unpossessed(text, found.end())
            place = text.find(kind, last, end)

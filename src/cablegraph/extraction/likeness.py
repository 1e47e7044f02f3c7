"""Whether two readings can be of one party, and which of them is the fuller: ``Vyshinsky``, ``A. Ya. Vyshinskyy``."""

from __future__ import annotations

import re

from rapidfuzz.distance import Levenshtein

from cablegraph.extraction.names import Party
from cablegraph.patterns import compiled


def same(one: Party, other: Party) -> bool:
    """Whether two readings can be of one party: the same surname, a cover name, or the same words."""
    if one.name.lower() == other.name.lower() or one.surname == other.surname:
        return True
    first, second = set(one.name.lower().split()), set(other.name.lower().split())
    if first <= second or second <= first:
        return True
    if respelt(one, other):
        return True
    covers = {one.cover.lower(), other.cover.lower()} - {""}
    return bool(covers & {one.name.lower(), other.name.lower()})


def respelt(one: Party, other: Party) -> bool:
    """A long surname that differs by one letter is misspelt: ``Vyshinskyy``."""
    if not (len(one.surname) > 5 and len(other.surname) > 5 and one.entity == other.entity == "person"):
        return False
    return Levenshtein.distance(one.surname, other.surname) == 1


def fullest(party: Party, others: list[Party]) -> str:
    """The fullest form in which a person's name is given."""
    best = party.name
    for other in others:
        if other.entity != "person" or party.entity != "person":
            continue
        if other.surname == party.surname and one_man(other.name, party.name) and fuller(other.name, best):
            best = other.name
        elif respelt(party, other) and len(party.name.split()) == len(other.name.split()) == 1:
            best = other.name  # the heading's spelling of a name goes before the title's
    return spelled(best, others)


def whole(party: Party, people: list[Party]) -> str:
    """The name of the one man of whose name these words are a part: ``Zhou`` of Zhou Enlai; or none."""
    words = set(party.name.lower().split())
    named = {one.name for one in people if one.entity == "person" and words < set(one.name.lower().split())}
    return named.pop() if len(named) == 1 else ""


_INNER = compiled(r"[a-zà-ž][A-ZÀ-Ž]")


def spelled(name: str, others: list[Party]) -> str:
    """A name that was in capitals as its words are spelled elsewhere: ``MACMURRAY`` is ``MacMurray``."""
    words = {word.lower(): word for one in others for word in one.name.split() if _INNER.search(word)}
    if not words:
        return name
    return " ".join(words.get(word.lower(), word) if word.istitle() else word for word in name.split())


def one_man(one: str, other: str) -> bool:
    """Whether two names with one last word can be one man's: ``Itakura no Kami`` is not ``Midsuno no Kami``."""
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return " " not in shorter or longer.endswith(f" {shorter}") or longer[:1].lower() == shorter[:1].lower()


def fuller(one: str, other: str) -> bool:
    """Whether a form of a name goes before another: the longer, save where it only sets a word before a whole name.

    ``Dragoman A. Kovacs``, signed ``A. Kovacs``, is A. Kovacs: what stands before initials is what he is.
    """
    if one.lower() == other.lower():  # "MacMurray", signed MACMURRAY
        return sum(map(str.isupper, one)) > sum(map(str.isupper, other))
    longer, shorter = sorted((one, other), key=len, reverse=True)
    prefixed = longer.endswith(f" {shorter}") and bool(re.match(r"(?:\w\.[ -]?)+\w{2,}", shorter))
    if not prefixed and _spelt(one) != _spelt(other) and " " in shorter:
        return _spelt(one)  # "Ian Smith" and "I D Smith"
    return one == (shorter if prefixed else longer) and one != other


def _spelt(name: str) -> bool:
    """Whether a first name is given, and not its letter alone."""
    return any(len(word.strip(".")) > 2 and "." not in word[:-1] for word in name.split()[:-1])

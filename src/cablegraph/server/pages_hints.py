"""What a search may mean besides words: a day, a place with several names, a question that this house answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from cablegraph.catalogue import Catalogue
from cablegraph.dates.typed import NoDateError, typed
from cablegraph.queries import Query
from cablegraph.search import term_of
from cablegraph.server.pages_choice import Choice, choose

SHORTEST = 4
"""Letters of a place's name, at least, to be looked for among all names of places."""
FEW = 3
"""Questions that are offered."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_PLAIN_WORDS = """
who whom whose what which when where why how many much the and for was were are did does not from with that
this has have had any all into about only there their its you our out between other each one two paper papers
"""
_NO_SUBJECT = frozenset(_PLAIN_WORDS.split())


_SMALL = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
          "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = {word: value for value, word in enumerate(_SMALL, 2)} | {word: 10 * ten for ten, word in enumerate(_TENS, 2)}
_NUMBER = re.compile(rf"(?i)\b(?:({'|'.join(_TENS)})(?:[- ](one|{'|'.join(_SMALL[:8])}))?|({'|'.join(_SMALL)}))\b")


def in_figures(words: str) -> str:
    """A search with its numbers in figures, ``divisions 60`` for ``divisions sixty``; empty where none is in words."""

    def figure(match: re.Match[str]) -> str:
        tens, ones, small = (part.lower() if part else "" for part in match.groups())
        return str(_VALUES.get(tens, 0) + (1 if ones == "one" else _VALUES.get(ones or small, 0)))

    made = _NUMBER.sub(figure, words)
    return made if made != words else ""


def on_day(catalogue: Catalogue, words: str) -> tuple[str, int, str] | None:
    """The time that a search names, as it was read, how many papers may be of it, and their list's query; else None.

    A bare year is a number too, and mostly one: only what has a month or a day is read as a time.
    """
    try:
        first, last = typed(words), typed(words, end=True)
    except NoDateError:
        return None
    if first == last and len(first) == 4:
        return None
    choice = Choice(from_=first, to=last)
    return (first if first == last else f"{first} to {last}"), len(choose(catalogue, choice)), choice.query


def places(catalogue: Catalogue, words: str, named: Iterable[tuple[str, str]]) -> list[tuple[str, str, int]]:
    """Places of several names of which the words are one: IRI, other names, papers. ``named`` are IRIs and names."""
    sought = words.strip(' "').casefold()
    made = []
    for iri, note in named if len(sought) >= SHORTEST else ():
        label, count = catalogue.label(iri), catalogue.uses(iri)
        found_otherwise = sought not in label.casefold()  # by another of its names
        others = [name for name in note.split("; ") if name and name.casefold() != sought and name != label]
        has_others = found_otherwise or (others and sought == label.casefold())
        if catalogue.kind(iri) == "place" and count and has_others:
            made.append((iri, ", ".join(others), count))
    return made


def questions(queries: Mapping[str, Query], words: str) -> Sequence[Query]:
    """Questions that have words of a search in their sentence or description, those with most first."""
    sought = _terms(words)
    scored: list[tuple[int, int, Any]] = []
    for place, query in enumerate(queries.values()):
        sentence = len(sought & _terms(query.summary + " " + " ".join(query.tags)))
        if found := 2 * sentence + len(sought & _terms(query.description)):
            scored.append((-found, place, query))
    best = sorted(scored)[:FEW]
    return [query for score, _, query in best if 2 * score <= best[0][0]]


def _terms(text: str) -> frozenset[str]:
    """Words with a subject, without case and without the endings of number and tense."""
    words = (word.casefold() for word in _WORD.findall(text))
    return frozenset(re.sub(r"(?:ed|ing|es|s|al)$", "", term_of(word)) for word in words if word not in _NO_SUBJECT)

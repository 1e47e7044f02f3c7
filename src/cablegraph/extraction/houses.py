"""Houses of business bear names of people: ``Messrs. Ropes, Emmons & Co.``, ``Butterfield & Swire``, ``the firm of Kunst``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator

from cablegraph.extraction import name_lists
from cablegraph.extraction.name_runs import CAP, TITLE, familiar

_NAME = rf"(?:(?:[{CAP}]\.[ \u00a0]?)*(?:(?:de|von|van|du)[ \u00a0])?[{CAP}][\w’'-]+)"
_JOINED = re.compile(
    rf",?[ \u00a0](?:(?:&|and)[ \u00a0](?:Co\b|Company\b|Cie\b|Sons\b|Bros\b|Brothers\b)|&[ \u00a0](?!c\.)(?:[{CAP}]\.[ \u00a0]?)*[{CAP}][\w’'-]+(?:,?[ \u00a0](?:&|and)[ \u00a0](?:Co|Company|Sons)\b)?)"
)
_PARTNERS = re.compile(rf"{_NAME}(?:(?:,|[ \u00a0]&)?[ \u00a0]{_NAME}){{0,4}}$")
_FIRST = re.compile(rf"(?P<word>(?:[{CAP}]\.[ \u00a0]?)*[\w’'-]+),?[ \u00a0](?:and[ \u00a0])?")


def find(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where houses are named, from their first partner to ``& Co``."""
    if (
        text.find("&", start, end) < 0
        and text.find(" and Co", start, end) < 0
        and text.find(" and Sons", start, end) < 0
    ):
        return
    for joined in _JOINED.finditer(text, start, end):
        partners = _PARTNERS.search(text, max(start, joined.start() - 70), joined.start())
        if partners is None:
            continue
        first = partners.start()
        while (word := _FIRST.match(text, first, joined.start())) and _stands_before(word["word"]):
            first = word.end()
        yield first, joined.end()


def _stands_before(word: str) -> bool:
    """Whether a word before partners is none of them: ``Messrs``, the first of its sentence, a town."""
    words = name_lists.words()
    known = name_lists.known(word, 0, len(word))
    place = len(known) == 1 and known[0].kinds == {"place"}
    return (
        place
        or word == "Messrs"
        or bool(TITLE.fullmatch(word))
        or (word.lower() in words.common and word not in words.given)
    )


BEFORE = ("firm of ", "firm ", "house of ", "mine ", "newspaper ", "factory ", "works ", "company of ")
"""What stands before a name that is a house's, a mine's or a newspaper's, in small letters."""
_BESIDE_SHIP = re.compile(rf"\b[Tt]he ([{CAP}][\w-]+),? and $")


def beside_ship(before: str) -> bool:
    """``the Elena and Helena``: nobody is called "the Elena"."""
    beside = _BESIDE_SHIP.search(before)
    return bool(beside and not familiar(beside[1]) and beside[1] != "Empress" and not TITLE.match(beside[1]))

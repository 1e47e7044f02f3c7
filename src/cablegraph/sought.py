"""Patterns that are tried only where the letters stand which they need (`needed`); what they find stays the same.

One automaton of all those letters goes over a text once. Afterwards it is known of any stretch of it which patterns can
match there at all: of the hundreds that are tried at every sentence, most cannot.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, Final

import ahocorasick

from cablegraph.needed import needed_by_each
from cablegraph.patterns import compiled

EVERYTHING: Final = -1
"""The marks of a stretch of which nothing is known: every bit of a number is set."""
_LONGEST: Final = 4_000
"""A stretch of more characters has most letters somewhere, and is not looked at."""
_ODD_CASE = re.compile("[ıſ\u0307\u1c80-\u1c88]")
"""Letters (and what `lower` makes of ``İ``) that match others without regard to case, but not in small letters."""


class Sought:
    """A pattern with `search`, `match` and `finditer` as compiled ones have them."""

    __slots__ = ("_marks", "pattern")

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        self._marks = 0

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match in a stretch of a text."""
        return None if self._marks & _seen(text).unseen(start, end) else self.pattern.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match at the beginning of a stretch of a text."""
        return None if self._marks & _seen(text).unseen(start, end) else self.pattern.match(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """All matches in a stretch of a text."""
        return iter(()) if self._marks & _seen(text).unseen(start, end) else self.pattern.finditer(text, start, end)

    def needs(self, marks: int) -> None:
        """What has to be seen where the pattern can match; until this is known it is tried everywhere."""
        self._marks = marks


_NEW: list[Sought] = []
"""Patterns whose letters have not been given to the automaton yet."""


def sought(pattern: str, flags: re.RegexFlag | int = 0) -> Sought:
    """As `patterns.compiled`, for a pattern that is tried at every sentence: it is tried only where it can match."""
    made = Sought(compiled(pattern, flags))
    _NEW.append(made)
    return made


class Letters:
    """The words that patterns need, in one automaton; each set of words is a bit of a number."""

    __slots__ = ("_automaton", "_bits", "_words")

    def __init__(self) -> None:
        self._bits: dict[frozenset[str], int] = {}
        self._words: dict[str, int] = {}
        self._automaton: Any = None

    def add(self, sets: Iterable[frozenset[str]]) -> int:
        """The bits of these sets."""
        marks = 0
        for words in sets:
            bit = self._bits.setdefault(words, 1 << len(self._bits))
            for word in words:
                self._words[word] = self._words.get(word, 0) | bit
            marks |= bit
        self._automaton = None
        return marks

    def all(self) -> int:
        """The bits of all sets."""
        return (1 << len(self._bits)) - 1

    def places(self, plain: str) -> list[tuple[int, int]]:
        """Where words end in a text in small letters and with blanks alone, and their marks."""
        if self._automaton is None:
            self._automaton = ahocorasick.Automaton()
            for word, mark in self._words.items():
                self._automaton.add_word(word, mark)
            self._automaton.make_automaton()
        return list(self._automaton.iter(plain)) if self._words else []

    def marks(self, plain: str) -> int:
        """The marks of all that stands in such a text."""
        marks = 0
        for _, mark in self.places(plain):
            marks |= mark
        return marks


_SPACE = re.compile(r"[^\S ]")


def with_blanks(text: str) -> str:
    """The text with a blank for each other white space, a line's end too."""
    return _SPACE.sub(" ", text)


def has_odd_case(text: str, lowered: str) -> bool:
    """Whether its small letters do not tell what a pattern matches in a text."""
    return not text.isascii() and _ODD_CASE.search(lowered) is not None


class _Seen:
    """What stands where in one text."""

    __slots__ = ("_ends", "_known", "_length", "_marks", "_unknown")

    def __init__(self, text: str) -> None:
        lowered = text.lower()
        letters = _letters()
        places = letters.places(with_blanks(lowered))
        self._length = len(text)
        self._ends = [end for end, _ in places]
        self._marks = [mark for _, mark in places]
        self._unknown = EVERYTHING if has_odd_case(text, lowered) else ~letters.all()
        self._known: dict[tuple[int, int], int] = {}

    def unseen(self, start: int, end: int) -> int:
        """The marks that a stretch surely has not."""
        known = self._known.get((start, end))
        if known is None:
            known = self._known[start, end] = ~self._within(start, end)
        return known

    def _within(self, start: int, end: int) -> int:
        if min(end, self._length) - start > _LONGEST:
            return EVERYTHING
        marks = self._unknown
        for mark in self._marks[bisect_left(self._ends, start) : bisect_left(self._ends, end)]:
            marks |= mark
        return marks


_seen = lru_cache(8)(_Seen)
_LETTERS: Final = Letters()


def _letters() -> Letters:
    """The letters of all patterns made so far."""
    new = _NEW.copy()
    if new:
        sets = needed_by_each([(one.pattern.pattern, one.pattern.flags) for one in new])
        for one, words in zip(new, sets, strict=True):
            one.needs(_LETTERS.add(words))
        del _NEW[: len(new)]
    return _LETTERS

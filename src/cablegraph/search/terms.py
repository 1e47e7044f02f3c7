"""What a text is indexed by: ``Филиппову`` as *филипп*, ``停战谈判`` in pairs of characters, ``Mao's`` as *mao*."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

FIELDS: Final = ("title", "sender", "addressee", "place", "topic", "summary", "number", "body")

_WORD = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+|[^\W_\u3400-\u9fff\uf900-\ufaff]+(?:['’][^\W\d_]+)?")
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
_ENDINGS: Final = (
    "иями", "ями", "ами", "иях", "ием", "ией", "ого", "его", "ому", "ему", "ыми", "ими", "ях", "ах", "ем", "ей", "ой",
    "ий", "ый", "ое", "ее", "ая", "яя", "ые", "ие", "ия", "ию", "ии", "ов", "ев", "ам", "ям", "ом", "ым", "им", "ых",
    "их", "ую", "юю", "а", "я", "о", "е", "ы", "и", "у", "ю", "ь", "й",
)  # fmt: skip
"""Endings of Russian nouns and adjectives, longer ones first."""

_LETTERS: Final = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})
"""Letters that NFKD leaves as they are, though readers type the plain one."""


class Term(NamedTuple):
    """A term as indexed, and where its words stand (code points, half-open)."""

    term: str
    start: int
    end: int


def terms(text: str) -> Iterator[Term]:
    """The terms of a text with their places."""
    for match in _WORD.finditer(text):
        word, start = match[0], match.start()
        if HAN.match(word):
            for index in range(len(word)):
                pair = word[index : index + 2]
                yield Term(pair, start + index, start + index + len(pair))
        else:
            yield Term(term_of(word), start, match.end())


def indexed(text: str) -> str:
    """The terms of a text, a space between each: what the index is given."""
    if HAN.search(text):
        return " ".join(term.term for term in terms(text))
    return " ".join(map(term_of, _WORD.findall(text)))


@lru_cache(maxsize=65536)
def term_of(word: str) -> str:
    """A word as it is indexed: no case, no marks, ``'s`` dropped, Russian endings stripped."""
    word = word.casefold().replace("’", "'").partition("'")[0] or word
    if not word.isascii():
        word = unicodedata.normalize("NFC", word).replace("ё", "е")
        if _CYRILLIC.fullmatch(word):
            return _stem(word)
        word = word.translate(_LETTERS)
        word = "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
    return word


def _stem(word: str) -> str:
    for _ in range(2):  # Филиппову, Филиппов: an ending may follow what looks like one
        ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= 3), "")
        word = word.removesuffix(ending)
    return word


def opened(path: Path) -> sqlite3.Connection:
    """A finished SQLite file, for reading only."""
    return sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)

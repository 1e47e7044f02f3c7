"""The words of a name: a capitalised word or a particle, and the titles before it: ``A. Ya. Vyshinsky``, ``bin Said``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from cablegraph.extraction import name_lists
from cablegraph.extraction.casing import cased
from cablegraph.extraction.lexicon import COUNTRIES, COURTESY, NATIONS, NOT_NAMES, PLACES, RANK
from cablegraph.patterns import compiled

UPPER: Final = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚА-ЯЁ"
TOKEN: Final = rf"(?:(?:[{UPPER}]\.-?)+|(?:[DLOdl]['’](?!Affaires)|Mc|Mac)?[{UPPER}][\w’'-]*\.?|(?:al|el|ar|as|ash|an|ad|az)-[{UPPER}][\w’'-]*|de|von|van|der|den|la|le|du|da|di|del|dos|al|el|bin|ibn|ter|ten|zu|y|af)"
"""One word of a name: ``Vyshinsky``, ``A.``, ``d’Ormesson``, ``von``."""
WORD = compiled(TOKEN)
"""A word that can be part of a name."""
_PARTICLES = frozenset({
    "de", "von", "van", "der", "den", "la", "le", "du", "da", "di", "del", "dos", "al", "el", "bin", "ibn",
    "ter", "ten", "zu", "y", "af",
})  # fmt: skip
_COURTESY = compiled(rf"(?:(?:{COURTESY})(?![\w])\s*)", re.IGNORECASE)
_RANK = compiled(rf"(?:{RANK})(?![\w])\s*", re.IGNORECASE)
NATION = compiled(rf"(?:{NATIONS})(?![\w])", re.IGNORECASE)
"""``Soviet``, ``Chinese``"""


_ACTING = compiled(rf"(?:Acting|Brevet) (?=(?:{RANK})\b)")


def untitled(words: str) -> str:
    """A phrase without words of courtesy and ranks before it, and without ``Esq.`` after it."""
    words = re.sub(r",?\s*(?:Esq(?:uire|\.)?|&c\.?|Bart\.?|K\.C\.B\.?|P\.C\.?)(?:,?\s*&c\.?)*$", "", words.strip())
    while True:
        match = _COURTESY.match(words) or _RANK.match(words) or _ACTING.match(words)
        if not match or match.end() == 0 or match.end() >= len(words):
            return words.strip()
        words = words[match.end() :].lstrip(" ,")


_WEEKDAY = compiled(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\.")


def _ends_sentence(word: str) -> bool:
    """``Friday.`` before a name: a sentence ends with it."""
    if len(word) < 6 or word[-1] != "." or "." in word[:-1]:
        return False
    return _WEEKDAY.fullmatch(word) is not None or word[:-1].lower() in name_lists.words().common


def is_name(words: str, *, strict: bool = True) -> bool:
    """Whether all words can be a name's; with ``strict`` none that stands beside names and is none."""
    tokens = words.split()
    if not 1 <= len(tokens) <= 6 or all(token.lower() in _PARTICLES for token in tokens):
        return False
    if len(tokens) == 1 and len(tokens[0].strip(".")) < 2:
        return False
    initials = len(tokens) > 2 and len(tokens[0]) == len(tokens[1]) == 1  # "I D Smith"
    if strict and ((tokens[0].lower() in NOT_NAMES and not initials) or words.lower() in NOT_NAMES):
        return False
    return all(WORD.fullmatch(token) for token in tokens) and not any(_ends_sentence(token) for token in tokens[:-1])


@lru_cache(maxsize=16384)
def is_place(words: str) -> bool:
    """Whether a phrase is a place of headings, in any case: ``BEIJING``, ``Ulan Bator``, ``Havana 88``."""
    words = re.sub(r"\s+\d+$", "", words.strip(" .,;:"))
    name = cased(words)
    if words in PLACES or words in COUNTRIES or name in PLACES or (words.isupper() and name in COUNTRIES):
        return True
    if not name.isascii() and (bare := _without_accents(name)) != name and is_place(bare):
        return True  # "México", "Léopoldville"
    if not 3 < len(name) < 30 or not name[0].isupper():
        return False
    found = name_lists.known(name, 0, len(name))
    return len(found) == 1 and (found[0].start, found[0].end, found[0].kinds) == (0, len(name), _PLACE_ONLY)


def _without_accents(words: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", words) if not unicodedata.combining(char))


_PLACE_ONLY = frozenset({"place"})

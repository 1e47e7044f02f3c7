"""Names in capitals, as headings write them, in usual letters: ``MAO ZEDONG`` is ``Mao Zedong``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from functools import lru_cache

from cablegraph.patterns import compiled

_SMALL = frozenset({
    "of", "in", "the", "to", "for", "and", "at", "on", "de", "von", "van", "der", "la", "le", "du", "da", "di",
    "del", "al", "el", "bin",
})  # fmt: skip


@lru_cache(maxsize=8192)
def cased(words: str) -> str:
    """Capitals throughout, as in headings, become capitals at the head of each word: ``MAO ZEDONG`` to ``Mao Zedong``."""
    words = re.sub(r"\s+", " ", words).strip()
    first = words.split(" ")[0]
    return " ".join(_cased_word(word, index, first) for index, word in enumerate(words.split(" ")))


_VIETNAMESE = compiled(
    r"(?:Nguyen|Pham|Tran|Le|Hoang|Huynh|Vo|Vu|Phan|Truong|Bui|Do|Dang|Ngo|Duong|Dinh|Ly|Mai|Ha|Cao|Luu|Tong|Ton|Nong|To|Van|Xuan)$",
    re.IGNORECASE,
)
"""Family names behind which "VAN" is Van, and no Dutchman's "van"."""


def _cased_word(word: str, index: int, first: str = "") -> str:
    if scots := _SCOTS.fullmatch(word):  # "McKINLEY"
        return scots["clan"] + scots["name"].capitalize() + scots["rest"]
    letters = [char for char in word if char.isalpha()]
    if (
        len(letters) < 2
        or not all(char.isupper() for char in letters)
        or re.fullmatch(r"(?:\w\.)+(?:-?\w\.)*\w?", word)
    ):
        return word
    if word.strip("(),.").upper() in _ACRONYMS:
        return word
    low = word.lower()
    if index and low in _SMALL and not (low == "van" and _VIETNAMESE.match(first)):
        return low
    low = re.sub(r"(?:^|(?<=[\s(\[]))(\w)", lambda match: match[1].upper(), low)
    low = re.sub(r"^(Mc|O['’]|D['’])(\w)", lambda match: match[1] + match[2].upper(), low)
    parts = low.split("-")
    if len(parts) == 2 and not (index and all(len(part) <= 5 for part in parts)):
        low = "-".join(part[:1].upper() + part[1:] for part in parts)
    return low


_SCOTS = compiled(r"(?P<clan>Ma?c|O['’])(?P<name>[A-Z]{3,})(?P<rest>[.,]?)")
_ACRONYMS = frozenset({
    "USSR", "SSR", "RSFSR", "USA", "US", "UN", "DPRK", "PRC", "GDR", "FRG", "DRV", "CC", "CPSU", "CCP", "VKP(B)", "VKP", "PZPR", "SED",
    "CSSR", "ČSSR", "SFRY", "UAR", "MFA", "MID", "NATO", "KGB", "TASS", "CIA", "UK", "MVD", "MGB", "GRU", "PUWP", "AMSZ", "RCP", "BCP", "HSWP", "MSZMP", "HWP", "RWP", "APL", "PLA", "WPK", "KWP", "VWP", "CPCZ", "CPC", "MPRP",
    "LCY", "CPY", "FPRY", "PDPA", "DRA", "PDRY", "CMEA", "SRV", "SRR", "PRB", "HPR", "PPR", "MPR", "MFT", "MFAA", "II", "III", "IV",
})  # fmt: skip


_JOINTS = compiled(
    r"(?<=[ ,])(?:TO|FROM|OF|BY|FOR|ON|AND|WITH|BETWEEN|IN|THE|VIA|THROUGH|CONCERNING|REGARDING|AT)(?= )"
)


def with_small_joints(words: str) -> str:
    """A title in capitals with its little words in small letters: ``TELEGRAM from BERG to DAHL``; as long as it was."""
    return _JOINTS.sub(lambda joint: joint[0].lower(), words)

"""Names of months and seasons in the languages of the papers, as they are written in headers and running text."""

# ruff: noqa: E501  (a table is read best with a row to a line)

from __future__ import annotations

import re
from collections.abc import Iterable

_TABLE = """
1  january jan jany januy januar january janvier janv января январь янв stycznia styczeń ianuarie enero gennaio januari leden ledna janeiro január януари січня
2  february feb feby febry febr februar février fevrier févr февраля февраль фев lutego luty februarie febrero febbraio února únor fevereiro február февруари лютого
3  march mar mch mrz märz maerz mars марта март marca marzec martie marzo březen března março marco március березня maart
4  april apr apl avril апреля апрель kwietnia kwiecień aprilie abril aprile duben dubna április април квітня
5  may mai мая май maja maj mayo maggio květen května maio május травня mei
6  june jun juni juin июня июнь czerwca czerwiec iunie junio giugno červen června junho június юни червня
7  july jul juli juillet июля июль lipca lipiec iulie julio luglio červenec července julho július юли липня
8  august aug augt août aout августа август sierpnia sierpień agosto srpen srpna augusztus серпня augustus augusti
9  september sept sep septr septbr septembre сентября сентябрь września wrzesień septembrie septiembre setiembre settembre září setembro szeptember септември вересня
10 october oct octr octbr oktober okt octobre октября октябрь października październik octombrie octubre ottobre říjen října outubro október октомври жовтня
11 november nov novr novbr novembre ноября ноябрь listopada listopad noiembrie noviembre novembre ноември листопада
12 december dec decr decbr dezember dez décembre decembre декабря декабрь grudnia grudzień decembrie diciembre dicembre dezembro декември грудня
12 prosinec prosince
"""

MONTHS: dict[str, int] = {word: int(row.split()[0]) for row in _TABLE.strip().splitlines() for word in row.split()[1:]}
"""Month number of each lower-case name."""

ROMAN: dict[str, int] = {
    name: number
    for number, name in enumerate(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"), 1)
}

SEASONS: dict[str, int] = {
    "spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24,
    "весной": 21, "летом": 22, "осенью": 23, "зимой": 24, "весна": 21, "лето": 22, "осень": 23, "зима": 24,
}  # fmt: skip
"""EDTF season of each name."""


def _by_first_letter(words: Iterable[str]) -> str:
    """Alternatives, the longest first, told apart by their first letter: a tenth of them is tried at any place."""
    heads: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        heads.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{head}(?:{'|'.join(tails)})" for head, tails in heads.items())


MONTH = f"(?:{_by_first_letter(MONTHS)})" + r"(?!\w)\.?"
MONTH_GLUED = "(?:" + "|".join(sorted((word for word in MONTHS if len(word) == 3 and word.isascii()), key=len)) + ")"
"""Months as date-time groups have them: ``271530Z OCT 62``."""
ROMAN_MONTH = "(?:" + "|".join(sorted(ROMAN, key=len, reverse=True)) + ")"

ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

ERAS: dict[str, int] = {"民国": 1911, "民國": 1911, "昭和": 1925, "大正": 1911, "明治": 1867, "平成": 1988}
"""The year before the first of each era in East Asian dates of the solar calendar (Japan counts by it since 1873)."""
HAN = "〇零一二三四五六七八九十廿卅元"


def han_number(words: str) -> int:
    """``二十四`` is 24, ``一九五一`` 1951, ``元`` the first year of an era, ``24`` itself."""
    if words.isdecimal():
        return int(words)
    digits = [{"零": 0, "元": 1, "十": 10, "廿": 20, "卅": 30}.get(sign, HAN.index(sign) - 1) for sign in words]
    if max(digits) < 10 and len(digits) > 1:
        return int("".join(str(max(digit, 0)) for digit in digits))
    total, left = 0, 0
    for digit in digits:
        if digit >= 10:
            total, left = total + max(left, 1) * digit, 0
        else:
            left = max(digit, 0)
    return total + left


_ORDINALS = """
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth
twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first
"""
ORDINALS: tuple[str, ...] = tuple(_ORDINALS.split())
"""Days of a month in words, in order."""

_FIRST_DAY = """
since, after, on or after, not before, not earlier than, no earlier than, not sooner than, no sooner than, not prior to,
not until, not till, seit, nach, nicht vor, nicht früher als, frühestens, après, pas avant, au plus tôt, après le,
pas avant le, au plus tôt le, не ранее, не раньше, не ранее чем, не раньше чем, после, nie wcześniej niż,
después de, después del, no antes de, no antes del
"""
_LAST_DAY = """
until, till, before, on or before, by, up to, prior to, not after, not later than, no later than, not beyond, bis,
bis zum, vor, nicht nach, nicht später als, spätestens, avant, avant le, pas après, pas après le, au plus tard,
au plus tard le, не позднее, не позже, не позднее чем, не позже чем, до, nie później niż, przed,
antes de, antes del, no después de, no después del
"""


def _phrases(words: str) -> list[str]:
    return [" ".join(phrase.split()) for phrase in words.split(",")]


BOUNDS: dict[str, str] = {
    **dict.fromkeys(_phrases(_FIRST_DAY), "earliest"),
    **dict.fromkeys(_phrases(_LAST_DAY), "latest"),
}
"""Which end of a time the words before a day set: *not before* the first, *not after* the last."""
BOUND = "|".join(phrase.replace(" ", r"\s") for phrase in sorted(BOUNDS, key=len, reverse=True))
AFTERWARDS: dict[str, str] = {
    "or later": "earliest", "or after": "earliest", "at the earliest": "earliest", "onwards": "earliest",
    "or earlier": "latest", "or before": "latest", "at the latest": "latest", "oder später": "earliest",
    "oder früher": "latest", "или позднее": "earliest", "или позже": "earliest", "или ранее": "latest",
}  # fmt: skip
"""The same of words behind it: *24 June 1951 or later*."""

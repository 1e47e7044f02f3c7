"""Papers that German, French and Russian papers point to: ``Zu Ihrem Telegramm Nr. 44 vom 5. Mai``, ``на ваш № 172 от 5 мая``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from cablegraph import dates
from cablegraph.extraction.cited import Cited, Whose
from cablegraph.extraction.citing_tails import Tail
from cablegraph.patterns import compiled
from cablegraph.sought import sought

_FORMS: Final = {
    "telegramm": "telegram", "fernschreiben": "telegram", "fs": "telegram", "drahtbericht": "telegram", "drahterlass": "telegram", "drahterlaß": "telegram",
    "schreiben": "letter", "brief": "letter", "note": "note", "verbalnote": "note", "bericht": "report", "erlass": "instruction", "erlaß": "instruction",
    "télégramme": "telegram", "dépêche": "despatch", "lettre": "letter", "note verbale": "note", "circulaire": "circular", "rapport": "report",
}  # fmt: skip
_GERMAN: Final = r"(?P<g_theirs>[Ii]hr(?:e[mnrs]?)?)|(?P<g_mine>[Uu]nser(?:e[mnrs]?)?|[Mm]ein(?:e[mnrs]?)?)"
_FRENCH: Final = r"(?P<f_theirs>[Vv](?:otre|os))|(?P<f_mine>[Nn](?:otre|os)|[Mm](?:on|a|es))"
_HEAD = sought(
    rf"(?<![\w’'])(?:(?:{_GERMAN})\s(?:(?:Chiffre|Zirkular|o\.\s?a\.|obige[smn]?|letzte[smn]?)[\s-]?)?(?P<german>(?i:Telegramm|Fernschreiben|FS|Drahtbericht|Drahterla(?:ss|ß)|Schreiben|Brief|Verbalnote|Note|Bericht|Erla(?:ss|ß)))(?:e?s)?"
    rf"|(?:{_FRENCH})\s(?P<french>télégramme|dépêche|lettre|note\sverbale|note|circulaire|rapport)s?)\s(?=(?:Nr\.?|No\.?|n[°º]|N[°º]|vom|du|des|en\sdate\sdu)\s?\d|\d)"
)
_RUSSIAN = sought(
    r"(?<!\w)(?:(?P<theirs>[Вв]аш\w{0,3})|(?P<mine>[Нн]аш\w{0,3}|[Мм]о(?:й|я|е|ё|ю|ей|ему|его|им))),?\s(?:(?:секретн|срочн|специальн|последн|шифрованн)\w+\s)?"
    r"(?P<form>шифротелеграмм\w*|шифртелеграмм\w*|шифровк\w*|телеграмм\w*|письм\w+|нот\w+|записк\w+|депеш\w+|указани\w+|сообщени\w+|доклад\w*)?\s?"
    r"(?:№+\s?(?P<number>\d{1,6}(?:/\w+)*)(?:(?:,|\sи)\s(?:№\s?)?(?P<other>\d{1,6})(?!\w|\.\d|\s(?:январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр)))?)?(?P<day>,?\s?от\s(?=\d))?"
)
_RUSSIAN_FORMS: Final = (("шифр", "ciphered-telegram"), ("телеграмм", "telegram"), ("письм", "letter"), ("нот", "note"), ("записк", "memorandum"), ("депеш", "despatch"), ("указани", "instruction"), ("доклад", "report"))  # fmt: skip
_OWNERS: Final = ("Ihr", "ihre", "unser", "Unser", "mein", "Mein", "otre ", "vos ", " nos ", "Nos ", " mon ", " ma ")
"""A quick look first."""


def find(text: str, start: int, end: int, *, context: str | None, order: dates.Order | None = None) -> Iterator[Cited]:
    """Such papers in ``text[start:end]``, one for each number."""
    words = text[start:end]
    russian = ("аш" in words or "мо" in words.lower()) and _is_russian(text)
    for match in _RUSSIAN.finditer(text, start, end) if russian else ():
        yield from _in_russian(text, match, end, context, order)
    for match in _HEAD.finditer(text, start, end) if any(owner in words for owner in _OWNERS) else ():
        dated = text.startswith(("vom ", "du ", "des ", "en date "), match.end())
        tail = Tail(text, match.end(), end, context, order, number_first=not dated)
        if not (tail.numbers or tail.found):
            continue
        whose: Whose = "theirs" if match["g_theirs"] or match["f_theirs"] else "mine"
        rule = "your-paper" if whose == "theirs" else "my-paper"
        form = _FORMS.get((match["german"] or match["french"]).lower(), "")
        for number, own in tail.numbers or [("", match.start())]:
            first = match.start() if not number or own == tail.numbers[0][1] else own
            yield Cited(first, (match.start(), tail.end), whose, rule, form, number, tail.date(0))


@lru_cache(4)
def _is_russian(text: str) -> bool:
    """Whether most letters are Russian: beside a translation the original cites nothing more."""
    return len(_CYRILLIC.findall(text)) > len(_LATIN.findall(text))


_CYRILLIC = compiled(r"[А-яЁё]")
_LATIN = compiled(r"[A-Za-z]")


def _in_russian(
    text: str, match: re.Match[str], end: int, context: str | None, order: dates.Order | None
) -> Iterator[Cited]:
    """``см. наш № 172``, ``в ответ на вашу телеграмму от 5 мая``: number or day has to be said."""
    tail = Tail(text, match.end("day"), end, context, order, number_first=False) if match["day"] else None
    day = tail.date(0) if tail else None
    if not match["number"] and not (match["form"] and day):
        return
    whose: Whose = "theirs" if match["theirs"] else "mine"
    rule = "your-paper" if whose == "theirs" else "my-paper"
    form = next((slug for begins, slug in _RUSSIAN_FORMS if (match["form"] or "").startswith(begins)), "")
    words = (match.start(), tail.end if tail and day else match.start("day") if match["day"] else match.end())
    for group in ("number", "other") if match["number"] else ("",):
        number = match[group] if group else ""
        if number is not None:
            first = match.start(group) if group == "other" else match.start()
            yield Cited(first, words, whose, rule, form, number, day)

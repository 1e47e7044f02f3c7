"""Amounts of things in Russian and Chinese: ``60 дивизий``, ``500 тысяч тонн``, ``三十架飞机``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from cablegraph.extraction.quantities import Quantity
from cablegraph.patterns import compiled

_RUSSIAN_NOUNS: Final = {
    "дивизи": "division", "танк": "tank", "самолет": "aircraft", "самолёт": "aircraft", "оруди": "gun", "винтовк": "rifle", "винтовок": "rifle",
    "пулемет": "machine gun", "пулемёт": "machine gun", "автомашин": "truck", "грузовик": "truck", "автомобил": "car", "тонн": "ton",
    "рубл": "ruble", "доллар": "dollar", "юан": "yuan", "человек": "person", "солдат": "soldier", "офицер": "officer", "летчик": "pilot",
    "лётчик": "pilot", "советник": "adviser", "специалист": "specialist", "вагон": "wagon", "корабл": "ship", "полк": "regiment",
    "бригад": "brigade", "снаряд": "shell", "патрон": "cartridge", "доброволь": "volunteer", "военнопленн": "prisoner", "паровоз": "locomotive",
    "трактор": "tractor", "студент": "student", "рабоч": "worker", "инженер": "engineer", "врач": "doctor", "гектар": "hectare",
    "комплект": "set", "батальон": "battalion", "миномет": "mortar", "миномёт": "mortar", "ракет": "missile", "процент": "percent",
}  # fmt: skip
_RUSSIAN_WORDS: Final = {
    "два": 2, "две": 2, "двух": 2, "три": 3, "трех": 3, "трёх": 3, "четыре": 4, "пять": 5, "шесть": 6, "семь": 7, "восемь": 8, "девять": 9,
    "десять": 10, "двенадцать": 12, "пятнадцать": 15, "двадцать": 20, "тридцать": 30, "сорок": 40, "пятьдесят": 50, "шестьдесят": 60, "сто": 100,
    "пяти": 5, "шести": 6, "семи": 7, "восьми": 8, "десяти": 10, "двадцати": 20, "тридцати": 30, "сорока": 40, "пятидесяти": 50, "ста": 100,
    "двести": 200, "двухсот": 200, "трехсот": 300, "триста": 300, "пятьсот": 500,
}  # fmt: skip
_RUSSIAN_SCALES: Final = (("тыс", 1000), ("миллиард", 10**9), ("млрд", 10**9), ("миллион", 10**6), ("млн", 10**6))
_RUSSIAN = compiled(
    r"(?<![\w./-])(?:(?P<atmost>не более|не больше|до)|(?P<atleast>не менее|свыше|более|больше)|(?P<about>около|примерно|порядка))?\s?"
    rf"(?P<number>\d{{1,3}}(?:[ \u00a0]\d{{3}})+|\d+(?:[.,]\d+)?|{'|'.join(sorted(_RUSSIAN_WORDS, key=len, reverse=True))})(?![\w/])"
    r"(?:[ \u00a0](?P<scale>тысяч\w{0,2}|тыс\.?|миллион\w{0,2}|млн\.?|миллиард\w{0,2}|млрд\.?))?"
    rf"(?:[ \u00a0][а-яё-]+(?:ых|их|ые|ие|ой|ей|ого)){{0,2}}[ \u00a0](?P<noun>{'|'.join(sorted(_RUSSIAN_NOUNS, key=len, reverse=True))})[а-яё]{{0,4}}(?!\w)",
    re.IGNORECASE,
)
_HAN_NOUNS: Final = {
    "飞机": "aircraft", "坦克": "tank", "卡车": "truck", "汽车": "truck", "步枪": "rifle", "机枪": "machine gun", "大炮": "gun", "火炮": "gun", "炮弹": "shell",
    "子弹": "cartridge", "军舰": "ship", "轮船": "ship", "卢布": "ruble", "美元": "dollar", "元": "yuan", "顾问": "adviser", "专家": "expert", "工程师": "engineer",
    "飞行员": "pilot", "士兵": "soldier", "军官": "officer", "战俘": "prisoner", "工人": "worker", "学生": "student", "师": "division", "团": "regiment",
    "军": "corps", "旅": "brigade", "公斤": "kilogram", "人": "person",
}  # fmt: skip
_HAN_DIGITS: Final = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_HAN_TENS: Final = {"十": 10, "百": 100, "千": 1000}
_HAN = compiled(
    r"(?<![第\d.,一二三四五六七八九十百千万])(?:(?P<about>约|大约|近)|(?P<atmost>不超过|至多|最多)|(?P<atleast>至少|不少于|超过))?"
    r"(?P<number>\d[\d,]*(?:\.\d+)?|[一二两三四五六七八九十百千零〇]+)(?P<scale>[万亿]{0,2})(?:"
    r"(?P<ton>吨)|(?:[个架辆艘门支枝名位台挺发枚套]|(?=公斤|卢布|美元|元(?!旦)|人(?!民)))(?P<noun>"
    + "|".join(sorted(_HAN_NOUNS, key=len, reverse=True))
    + r"))"
)


def find(text: str, start: int, end: int) -> Iterator[Quantity]:
    """Amounts in ``text[start:end]`` whose things these tables know."""
    for match in _RUSSIAN.finditer(text, start, end):
        scale = next((value for word, value in _RUSSIAN_SCALES if (match["scale"] or "").lower().startswith(word)), 1)
        yield _quantity(match, _russian(match["number"]) * scale, _RUSSIAN_NOUNS[match["noun"].lower()])
    for match in _HAN.finditer(text, start, end):
        scale = 1
        for mark in match["scale"]:
            scale *= 10**4 if mark == "万" else 10**8
        yield _quantity(match, _han(match["number"]) * scale, "ton" if match["ton"] else _HAN_NOUNS[match["noun"]])


def _quantity(match: re.Match[str], amount: Decimal, unit: str) -> Quantity:
    bound = next((slug for name, slug in _BOUNDS if match[name]), "exactly")
    whole = Decimal(int(amount)) if amount == amount.to_integral_value() else amount.normalize()
    first = match.start() + len(match[0]) - len(match[0].lstrip())
    return Quantity(first, match.end(), whole, None, unit, bound, match.start("number"), match.end("number"))


_BOUNDS: Final = (("atmost", "at-most"), ("atleast", "at-least"), ("about", "about"))


def _russian(words: str) -> Decimal:
    if words[0].isdigit():
        return Decimal(re.sub(r"[ \u00a0]", "", words).replace(",", "."))
    return Decimal(_RUSSIAN_WORDS[words.lower()])


def _han(words: str) -> Decimal:
    """``三十`` is 30, ``二百五十`` 250, ``300`` itself."""
    if words[0].isdigit():
        return Decimal(words.replace(",", ""))
    total, digit = 0, 0
    for char in words:
        if char in _HAN_DIGITS:
            digit = _HAN_DIGITS[char]
        else:
            total += (digit or 1) * _HAN_TENS[char]
            digit = 0
    return Decimal(total + digit)

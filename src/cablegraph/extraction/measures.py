"""Figures, periods and durations in the words of a claim: ``10 divisions``, ``in the course of three years`` (P3Y)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

import ahocorasick

from cablegraph import dates
from cablegraph.extraction import quantities, quantities_abroad
from cablegraph.frozen import dataclass

Stretch = tuple[int, int]

_ARMED: dict[str, str] = {"division": "division-armament"}
"""What is counted where arms are the matter: arms for 60 divisions are 60 sets of arms."""
_MEASURES = """year month week day hour minute second decade century kilometre kilometer metre meter mile point article
paragraph time percent degree"""
_VAGUE_WORDS = """meeting group spring summer autumn winter season night morning session conversation occasion
    step reason word question case item line side part kind way way sort look visit form stage page line letter
    paragraph sentence language version attempt effort minute generation round degree difficulty problem possibility
    proposal condition principle factor term telegram cable despatch
    dispatch message letter operation"""
_VAGUE = frozenset(_VAGUE_WORDS.split())
"""What is counted in passing: a few of these are no news."""
_OF_TIME = frozenset(_MEASURES.split())
_NOTHING = frozenset({"thing", "source", "respect", "sense", "language", "instance", "kind", "sort", "way", "word"})
"""What is counted of no matter: "from two sources", "one thing"."""
_OF_THE = re.compile(r" of (?:the|these|those|his|her|its|their|our|your) (?=\d|[a-z]+[ -])")
"""Behind a part of an amount: "275 of the 375 engines"."""
_NUMBERED = re.compile(
    r"\b(?:memorand(?:a|ums?)|telegrams?|notes?|d[ei]spatch(?:es)?|letters?|cables?|documents?|decrees?|laws?|"
    r"orders?|decisions?|protocols?|resolutions?),? numbered $",
    re.IGNORECASE,
)
_SIZE = re.compile(r"\b(?:length|height|width|breadth|depth|diameter|size)(?: of)?(?: about)? $")
"""How large one thing is counts no things: "with length 250 feet"."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity with its bound (kind slugs) and its words."""

    start: int
    end: int
    amount: Decimal
    maximum: Decimal | None
    unit: str
    bound: str
    again: bool = False
    """Whether it counts what the words before it name: "pilots, of whom 61"."""

    @property
    def counts(self) -> bool:
        """Whether much is counted, or several things that can be told apart: what a report is made for."""
        return self.amount >= 100 or (self.amount > 2 and self.unit not in _VAGUE)

    def in_arms(self) -> Figure:
        """The same where arms are asked for or given."""
        return replace(self, unit=_ARMED.get(self.unit, self.unit))

    def at_most(self) -> Figure:
        """The same as an upper bound: what cannot be exceeded, "impossible … more than 10"."""
        return replace(self, amount=self.maximum or self.amount, maximum=None, bound="at-most")

    def same_unit(self, other: Figure) -> bool:
        return self.unit == other.unit or _ARMED.get(self.unit) == other.unit

    def fields(self) -> dict[str, str]:
        """Values of the fields of a claim."""
        found = {"quantity": _number(self.amount), "bound": self.bound or "exactly"}
        if self.unit:
            found["unit"] = self.unit
        if self.maximum is not None:
            found["quantity_max"] = _number(self.maximum)
        return found


def figures_in(text: str, start: int, end: int, counted: str = "") -> Sequence[Figure]:
    """Counted things in a stretch, in order; times and distances are none. ``counted`` is the last unit before it."""
    words = text[start:end]
    if not words.isascii() and _ABROAD.search(words) and not _ENGLISH.search(words):
        return [
            Figure(item.start, item.end, item.amount, item.maximum, item.unit, item.bound)
            for item in quantities_abroad.find(text, start, end)
        ]
    if not _may_count(words):
        return ()
    found: list[Figure] = []
    whole = 0
    for item in quantities.find(text, start, end):
        if item.start < whole:
            continue
        unit, again = item.unit, False
        if not unit and (total := _OF_THE.match(text, item.number_end, end)):
            unit = next((one.unit for one in quantities.find(text, total.end(), end) if one.start == total.end()), "")
            whole = total.end() + 1 if unit else 0
        if not unit and (before := _AGAIN_BEFORE.search(text, max(start, item.start - 40), item.start)):
            noun = (before["unit"] or before["kind"]).lower()
            unit, again = quantities.singular(noun) or (found[-1].unit if found else counted), True
        elif not unit and (behind := _AGAIN_BEHIND.match(text, item.number_end, end)):
            told = _NOUN_BEFORE.search(text, max(start, item.start - 30), item.start) if behind["them"] else None
            unit = quantities.singular(told["unit"].lower()) if told else ""
            unit, again = unit or (found[-1].unit if found else counted), True
        tolled = not unit and bool(_TOLLED.search(text, max(start, item.start - 24), item.start))
        if tolled:
            unit = _counted_before(text, start, item.start) or (found[-1].unit if found else counted)
        if (
            _NUMBERED.search(text, max(start, item.start - 30), item.start)
            or unit in _NOTHING
            or _SIZE.search(text, max(start, item.start - 20), item.start)
        ):
            continue
        if (unit or again or tolled) and unit not in _OF_TIME:
            found.append(Figure(item.start, item.end, item.amount, item.maximum, unit, item.bound, again))
    return found


_ENGLISH = re.compile(r"[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}")
_ABROAD = re.compile(r"[\u0400-\u04ff]{2}|[\u3400-\u9fff]{2}")
# "its pilots, of whom 61", "experts, 1,678 of them", "the 10 thousand who are here already"
_AGAIN_BEFORE = re.compile(
    r"(?:(?P<unit>[^\W\d_][\w-]+),? of (?:whom|which),?(?: (?:he|she|they|we|I) \w+)?|"
    r"(?-i:Of) (?:the )?(?P<kind>[^\W\d_][\w-]+s) (?:there )?(?:are|were|remain|remained|have|had)(?: \w+ly| now)?) $",
    re.IGNORECASE,
)
_AGAIN_BEHIND = re.compile(r" (?:(?P<them>of (?:them|whom))|who|which|more(?! than| or)|others)\b", re.IGNORECASE)
# "troops … are put at 7,000", "the number would be raised to twelve hundred"
_TOLLED = re.compile(
    r"(?:(?:put|estimated?|placed|reckon(?:ed)?|computed|valued|set) at|(?<!, )number(?:s|ed|ing)|"
    r"number(?: about| over| nearly| some| fully)|(?:raised|increased|reduced|fallen|fell|risen|rose|amounts?|amounted|"
    r"amounting|swollen|limited|brought) to)(?: about| over| nearly| some| only| more than| fully| perhaps)* $",
    re.IGNORECASE,
)


def _counted_before(text: str, start: int, place: int) -> str:
    """The first plural of the clause that ends at ``place``: what a bare figure counts."""
    begin = max(start, *(text.rfind(mark, start, place) + 1 for mark in ",;:"))
    words = re.findall(r"[^\W\d_][\w’'-]+", text[begin:place].lower())
    return next((unit for word in words if word not in _NO_NOUNS and (unit := quantities.singular(word))), "")


def numbered(text: str, start: int, place: int) -> str:
    """What the last "number of …" before a place counts: ``the number of delegates will be not more than three``."""
    nouns = [quantities.singular(match["noun"].lower()) for match in _NUMBER_OF.finditer(text, start, place)]
    return nouns[-1] if nouns else ""


_NUMBER_OF = re.compile(r"\bnumber of (?:the |his |their |these )?(?P<noun>[a-z-]+s)\b", re.IGNORECASE)
_NO_NOUNS = frozenset(
    {"was", "has", "says", "this", "its", "his", "as", "puts", "numbers", "amounts", "reports", "states"}
)
_NOUN_BEFORE = re.compile(r"(?P<unit>[^\W\d_][\w-]+), $")


def times_in(text: str, start: int, end: int) -> Sequence[Figure]:
    """Spans of time in a stretch: "sixteen days"."""
    return [
        Figure(item.start, item.end, item.amount, item.maximum, item.unit, item.bound)
        for item in quantities.find(text, start, end)
        if item.unit in _SPANS_OF_TIME
    ]


TIME_ASKED = re.compile(
    r"\b(?:(?:be|is|was) (?:postponed|put off|suspended|deferred|adjourned|prolonged|delayed)(?= for)|"
    r"delay|respite|extension|postponement|prolongation|leave(?: of absence)?|armistice|truce|adjournment|"
    r"suspension|grace|absence|time|term|interval)(?: of|, for| for)? ",
    re.IGNORECASE,
)
"""What is asked for or given where a span of time is the matter itself: "a delay of ten days"."""
_SPANS_OF_TIME = frozenset({"year", "month", "week", "day", "hour", "minute"})


# A figure that counts: before a word that is no month ("6 p.m." and "24 June" do not), beside a sign of money, in words
_DIGITS = re.compile(
    r"[\d$£€¥一二三四五六七八九十百千万R](?:(?<=\d)(?:[ \u00a0](?:[a-zа-я“\"(]{2}|"
    r"(?!Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[A-ZА-Я][\w-]*[ \u00a0][a-zа-я]|[A-Z]{4})"
    r"|-[a-z]|%|[\u3400-\u9fff])"
    r"|(?<=[$£€¥一二三四五六七八九十百千万])|(?<=R)s\. ?\d)"
)
_BARE_DIGITS = re.compile(r" (?=\d[\d,]{2})(?:(?<=\bat )|(?<=\bto )|(?<=\bover )|(?<=\bnumbered )|(?<=\bnumber ))")
_NUMBER_WORDS = (
    "one ", "two ",
    "three", "four", "five", "six", "seven", "eight", "nine", "ten ", "eleven", "twelve", "teen", "twenty", "thirty",
    "forty", "fifty", "hundred", "thousand", "million", "billion", "half", "dozen", "couple", "один", "одна",
    "два", "две", "три",
    "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять", "сто", "тысяч",
)  # fmt: skip


def _may_count(words: str) -> bool:
    """A quick look, before the figures themselves are read."""
    return (
        bool(_DIGITS.search(words) or _BARE_DIGITS.search(words))
        or next(_number_words().iter(words.lower()), None) is not None
    )


@cache
def _number_words() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for word in _NUMBER_WORDS:
        automaton.add_word(word, word)
    automaton.make_automaton()
    return automaton


_BARE = re.compile(
    r"\b(?:accept(?:ed)?|take|give|send|allot|supply|ask that|ask(?:s|ed)? for|need(?:s|ed)?|want(?:s|ed)?|"
    r"offer(?:s|ed)?|only|have|grant|recall|release|withdraw|return|train|"
    r"lend|spare|more than|at most|up to)(?: only| you| them| us)? (?!1[89]\d\d\b)"
    r"(?P<number>\d{1,3}(?:,\d{3})+|\d{1,6}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|"
    r"forty|fifty|sixty|seventy|eighty|ninety)(?:-(?P<ones>one|two|three|four|five|six|seven|eight|nine))?"
    r"(?=[.,;]|$| (?:be|of (?:them|the latter|those|these)|more|and|to|in|by|"
    r"for|from|until|at once|can|could|may|will|would|this|next)\b)",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(
    r" (?:\d|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety)",
    re.IGNORECASE,
)
"""A quick look first."""
_TENS = {
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}


def bare_figure(text: str, start: int, end: int, unit: str) -> Figure | None:
    """A number without a noun, of what was counted before: "we accept 9"."""
    match = _BARE.search(text, start, end) if _BARE_NUMBER.search(text, start, end) else None
    if match is None:
        return None
    word = match["number"].lower()
    amount = Decimal(word.replace(",", "")) if word[0].isdigit() else Decimal(_TENS.get(word) or _COUNT[word])
    if match["ones"]:
        amount += _COUNT[match["ones"].lower()]
    return Figure(
        match.start("number"), match.end("ones" if match["ones"] else "number"), amount, None, unit, "exactly"
    )


def _number(amount: Decimal) -> str:
    return str(int(amount)) if amount == amount.to_integral_value() else str(amount.normalize())


_COUNT = {
    "a": 1, "an": 1, "one": 1, "single": 1,
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "eighteen": 18, "twenty": 20, "thirty": 30,
    "одного": 1, "двух": 2, "трёх": 3, "трех": 3, "четырёх": 4, "четырех": 4, "пяти": 5,
}  # fmt: skip
_UNITS = {"year": "P{}Y", "month": "P{}M", "week": "P{}W", "day": "P{}D", "hour": "PT{}H", "minute": "PT{}M",
          "год": "P{}Y", "лет": "P{}Y", "месяц": "P{}M", "недел": "P{}W", "дн": "P{}D", "дней": "P{}D"}  # fmt: skip
_DURATION = re.compile(
    r"\b(?:(?:in|for|over|during|within|throughout)(?: the (?:course|space|period) of)?(?: a period of)?|"
    r"a period of|в течение)"
    r"(?: the next| the coming| the following| about| approximately| some)? "
    r"(?:(?P<count>\d{1,3}|a single|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|"
    r"eighteen|twenty|"
    r"thirty|одного|двух|тр[её]х|четыр[её]х|пяти)[ -])"
    r"(?P<unit>year|month|week|day|hour|minute|год|лет|месяц|недел|дней|дн)(?:s|а|ев|и|ь|я)?\b",
    re.IGNORECASE,
)


def duration_in(text: str, start: int, end: int) -> tuple[int, int, str] | None:
    """The first span of time in a stretch as xsd:duration, with its words."""
    match = _DURATION.search(text, start, end)
    if match is None:
        return None
    count = match["count"].lower().removeprefix("a ")
    value = int(count) if count.isdigit() else _COUNT[count]
    form = _UNITS[match["unit"].lower()]
    if form == "P{}W":  # xsd:duration knows no weeks
        form, value = "P{}D", 7 * value
    return match.start(), match.end(), form.format(value)


# "your request of 21 June" names a paper; "in 1951", "until 1 July" say when.
_SETS_TIME = re.compile(
    r"\b(?:in|by|until|till|before|during|within|from|since|for|on|over|after|between|through|(?:course|end|"
    r"beginning|start|middle|"
    r"months?|half|quarter) of|later than|в|до|к|с|на|течение)[ \u00a0](?:the[ \u00a0])?$",
    re.IGNORECASE,
)


# Years and rows of years, which are dates only where the words before say so.
_PART = (
    r"(?:the )?(?:(?:first|second) (?:half|quarter)|(?:third|fourth|last) quarter|beginning|end|middle|spring|"
    r"summer|autumn|winter) of "
)
_YEAR = re.compile(r"[12](?:(?<=1)[6-9]|(?<=2)0)\d\d")
_YEARS = re.compile(
    rf"(?:(?:early|late|mid)[ -])?(?:{_PART})?\b(?:1[6-9]|20)\d\d(?:(?:,| and|, and|–|-| to)[ \u00a0]?"
    rf"(?:{_PART})?['’]?(?:(?:1[6-9]|20)\d\d|\d\d)\b(?!,\d))*",
    re.IGNORECASE,
)


def period_in(text: str, start: int, end: int, context: str) -> tuple[int, int, str] | None:
    """The first date or interval in a stretch as EDTF, with its words; what can be read in two ways is none.

    ``context`` is the paper's own date as EDTF, or empty; it completes "by 1 July".
    """
    for match in _YEARS.finditer(text, start, end) if _YEAR.search(text, start, end) else ():
        if _sets_time(text, start, match.start()):
            value = dates.parse(match[0], context=context or None)
            if value is not None and value.edtf:
                return match.start(), match.end(), value.edtf
    for found in dates.find(text, start, end, context=context or None):
        if len(found.values) == 1 and found.values[0].edtf and _sets_time(text, start, found.start):
            return found.start, found.end, found.values[0].edtf
    return None


def _sets_time(text: str, start: int, place: int) -> bool:
    return bool(_SETS_TIME.search(text, max(start, place - 40), place))

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
_CHANGED = re.compile(r"\b(?:rais|increas|expand|enlarg|doubl|bring|brought)\w* [^,;:!?]{2,70}\bfrom $", re.IGNORECASE)
"""What was is no matter where it becomes more: "raise its help from 175 to 350 million"."""
_OF_LENGTH = frozenset({"metre", "meter", "kilometre", "kilometer", "mile"})
CLOTH = 100_000
"""From so many metres on they are goods, and no distance."""
_POWER = re.compile(r"\b(cubic|square)\b", re.IGNORECASE)
"""What makes a length a volume or an area: "200,000 cubic metres"."""
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
            unit = unit or (found[-1].unit if found else numbered(text, start, item.start) or counted)
            again = True
        if not unit and (whole_of := opened(words)) and _REMAINS.match(text, item.number_end, end):
            unit, again = whole_of, True
        if not unit and text.startswith(" in number", item.number_end, end):
            unit = _counted_behind(text, start, item.start)
        tolled = not unit and bool(_TOLLED.search(text, max(start, item.start - 110), item.start))
        if tolled:
            unit = _counted_before(text, start, item.start) or (found[-1].unit if found else "")
        if item.maximum is not None and _CHANGED.search(text, max(start, item.start - 80), item.number_start):
            item = item._replace(amount=item.maximum, maximum=None, bound="exactly")
        if (
            _NUMBERED.search(text, max(start, item.start - 30), item.start)
            or unit in _NOTHING
            or _SIZE.search(text, max(start, item.start - 20), item.start)
        ):
            continue
        if unit in _OF_LENGTH and (power := _POWER.search(text, item.number_end, item.end)):
            unit = f"{power[1].lower()}-{unit}"
        if unit and (unit not in _OF_TIME or (unit in _OF_LENGTH and item.amount >= CLOTH)):
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
    r"(?:(?:put|estimate|place|reckon|compute|value|set)(?:s|d|ed)?(?: [^,;:!?]{2,80})? at|(?<!, )number(?:s|ed|ing)|"
    r"(?<![Tt]he )(?<!\b[Aa] )(?<!this )(?<!that )(?<=[a-z] )number|"
    r"number(?: about| over| nearly| some| fully)|(?:raised|increased|reduced|fallen|fell|risen|rose|amounts?|amounted|"
    r"amounting|swollen|limited|brought) to)(?: about| over| nearly| some| only| more than| fully| perhaps)* $",
    re.IGNORECASE,
)


# What became of a part of what a sentence opens with: "Of the 45,000 apartments, 43,800 have been completed".
_REMAINS = re.compile(
    r" (?:now |still |already )?(?:have|has|had|are|were|was|remain|remains|remained|left|came|arrived|died|survived)\b"
)


def _counted_behind(text: str, start: int, place: int) -> str:
    """The last plural of the clause before the comma at ``place``: ``our experts at Zenica,`` eleven in number."""
    begin = max(text.rfind(mark, start, place) + 1 for mark in ";:")
    words = re.findall(r"[^\W\d_][\w’'-]+", text[max(start, begin) : place])
    names = (word for word in reversed(words) if word.islower() and word not in _NO_NOUNS)
    return next((unit for word in names if (unit := quantities.singular(word))), "")


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


_BARE_AMOUNT = (
    r"\d{1,3}(?:,\d{3})+|(?!1[89]\d\d\b)\d{1,6}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
)
_BARE = re.compile(
    r"\b(?:accept(?:s|ed)?|take|gives?|send|allot|supply|ask that|ask(?:s|ed)? for|need(?:s|ed)?|want(?:s|ed)?|"
    r"offer(?:s|ed)?|only|have|grant|recall|release|withdraw|return|train|ship|deliver|list|buy|sell|admit|yield|"
    r"promised?|demand(?:s|ed)?|requests?|requested|receive|spare|lend|loan|propose[sd]?|issue|allow|feed|land|"
    r"more than|at most|at least|up to|above|beyond|exceed)(?: only| you| them| us| him| me| about| another)? "
    rf"(?P<number>{_BARE_AMOUNT})"
    r"(?=[.;]|,(?!\d)|$| (?:be|of (?:them|the latter|the former|the rest|those|these)|more|and|to|in|by|before|now|"
    r"for|from|until|at|with|if|can|could|may|will|would|this|next)\b)"
    rf"|(?:^|(?<=that )|(?<=, )|(?<=; )|(?<=and ))(?P<first>{_BARE_AMOUNT})"
    r"(?= (?:can|could|may|might|will|would|shall|should) be [a-z])",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(
    r"(?:^| )(?:\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety)",
    re.IGNORECASE,
)
"""A quick look first."""
_OPENED = re.compile(
    r"(?:[(]?(?:\d{1,2}|[a-zA-Z])[.)] )?(?:and )?(?:of|as (?:for|to|regards)|concerning|regarding|"
    r"with regard to|in the matter of) "
    r"(?:the |these |those |our |his |their )?(?:[\w,’'-]+ ){0,2}?(?P<noun>[a-z][a-z-]+s|personnel|aircraft)\b",
    re.IGNORECASE,
)


def opened(sentence: str) -> str:
    """What a sentence begins to speak of, which its bare figures count: ``Of the lorries you may have 50``."""
    place = 0
    while place >= 0:
        if match := _OPENED.match(sentence, place + 2 if place else 0):
            return quantities.singular(match["noun"].lower())
        place = sentence.find("; ", place + 1)
    return ""


def bare_figure(text: str, start: int, end: int, unit: str) -> Figure | None:
    """A number without a noun, of what was counted before: "we accept 9"."""
    match = _BARE.search(text, start, end) if _BARE_NUMBER.search(text, start, end) else None
    if match is None:
        return None
    group = "number" if match["number"] else "first"
    item = next(quantities.find(text, match.start(group), match.end(group)), None)
    if item is None:
        return None
    return Figure(match.start(group), match.end(group), item.amount, None, unit, "exactly")


def percents_in(text: str, start: int, end: int) -> Sequence[Figure]:
    """Parts of a hundred in a stretch: "5 per cent"."""
    if "cent" not in text[start:end] and "%" not in text[start:end]:
        return ()
    return [
        Figure(item.start, item.end, item.amount, item.maximum, item.unit, item.bound)
        for item in quantities.find(text, start, end)
        if item.unit == "percent"
    ]


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


def period_in(text: str, start: int, end: int, context: str, *, told: bool = False) -> tuple[int, int, str] | None:
    """The first date or interval in a stretch as EDTF, with its words; what can be read in two ways is none.

    ``context`` is the paper's own date as EDTF, or empty; it completes "by 1 July", to a day that comes unless the
    words are ``told`` of what was.
    """
    for match in _YEARS.finditer(text, start, end) if _YEAR.search(text, start, end) else ():
        if _sets_time(text, start, match.start()):
            value = dates.parse(match[0], context=context or None)
            if value is not None and value.edtf:
                return match.start(), match.end(), value.edtf
    for found in dates.find(text, start, end, context=context or None):
        value = found.values[0] if len(found.values) == 1 else None
        if value and value.edtf and (_sets_time(text, start, found.start) or _BOUND.match(text, found.start)):
            near = not _INSTANT.search(text, found.start, found.end)
            inferred = value.basis == "inferred" and near and _is_ahead(text, start, found.start, told=told)
            return found.start, found.end, _coming(value.edtf, context) if inferred else value.edtf
    return None


_BOUND = re.compile(r"(?:by|until|till|before|since|up to|prior to|(?:not|no) later than) ", re.IGNORECASE)
"""Words of a date itself that set a time: "by 1 July"."""
_INSTANT = re.compile(r"instant|inst\.|ultimo|ult\.|this month|last")
_LIMIT = re.compile(r"\b(?:by|until|till|up to|(?:not|no) later than|end of|middle of|beginning of) ", re.IGNORECASE)
_WILL_BE = re.compile(
    r"\b(?:will|shall|would|should|can|could|may|might|must|(?:is|are) to|to be|"
    r"expects?|expected|intends?|ready to)\b"
)
_DAY = re.compile(r"\d{4}(?=-\d\d)")


def _is_ahead(text: str, start: int, place: int, *, told: bool) -> bool:
    """Whether a day without a year is one to come: "by 1 July", "would begin on January 1"; what is told is past."""
    if text[place : place + 5].lower() == "since":
        return False
    near = text[max(start, place - 16) : place + 16]
    return bool((not told and _LIMIT.search(near)) or _WILL_BE.search(text, max(0, start - 30), place))


def _coming(edtf: str, context: str) -> str:
    """The same day in the year in which it follows the paper's own date, where both are plain days."""
    years = _DAY.findall(edtf)
    if (
        len(years) != 1
        or not _DAY.match(context)
        or edtf.removeprefix("../") >= context[: len(edtf.removeprefix("../"))]
    ):
        return edtf
    return _DAY.sub(str(int(years[0]) + 1), edtf)


def _sets_time(text: str, start: int, place: int) -> bool:
    return bool(_SETS_TIME.search(text, max(start, place - 40), place))

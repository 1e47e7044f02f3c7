"""Figures in the words of a claim: ``10 divisions``, ``of whom 61``, ``Of the lorries you may have 50``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

import ahocorasick

from cablegraph.extraction import quantities, quantities_abroad
from cablegraph.extraction.measured import NOWHERE, measured
from cablegraph.frozen import dataclass
from cablegraph.patterns import compiled
from cablegraph.sought import sought

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
_CHANGED = compiled(
    r"\b(?:rais|increas|expand|enlarg|doubl|bring|brought|rise|rose|grow|grew|reduc|cut|lower|fall|fell)"
    r"\w*(?: [^,;:!?]{2,70})? from $",
    re.IGNORECASE,
)
"""What was is no matter where it becomes more: "raise its help from 175 to 350 million"."""
_TO = compiled(r" to (?:about |some |only |no more than )?\d")
"""Between what was and what is: "had fallen from 41 million tons to 15 million"."""
_OF_LENGTH = frozenset({"metre", "meter", "kilometre", "kilometer", "mile"})
BESIDE = 12
"""Letters that may stand between a figure and what it measures: " of the ", " – "."""
CLOTH = 100_000
"""From so many metres on they are goods, and no distance."""
_POWER = compiled(r"\b(cubic|square)\b", re.IGNORECASE)
"""What makes a length a volume or an area: "200,000 cubic metres"."""
_NOTHING = frozenset("thing source respect sense language instance kind sort way word another".split())  # noqa: SIM905
"""What is counted of no matter: "from two sources", "one thing"."""
_OF_THE = compiled(r" of (?:the|these|those|his|her|its|their|our|your) (?=\d|[a-z]+[ .,;-])")
"""Behind a part of an amount: "275 of the 375 engines"."""
_BELOW = compiled(r"(?:less than|fewer than|under|below)\b", re.IGNORECASE)
_DENIED = compiled(r"\b(?:no|not|never|nothing|nobody)\b[^,;:.!?]{2,60}$", re.IGNORECASE)
"""Before "less than", what makes it the least: "that no release be signed for less than 12,000"."""
_NUMBERED = sought(
    r"\b(?:memorand(?:a|ums?)|telegrams?|notes?|d[ei]spatch(?:es)?|letters?|cables?|documents?|decrees?|laws?|"
    r"orders?|decisions?|protocols?|resolutions?),? numbered $",
    re.IGNORECASE,
)
_SIZE = compiled(r"\b(?:length|height|width|breadth|depth|diameter|size)(?: of)?(?: about)? $")
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
    of: Stretch = NOWHERE
    """Where what is measured is named: "140 tons of gasoline"."""

    @property
    def counts(self) -> bool:
        """Whether much is counted, or several things that can be told apart: what a report is made for."""
        return self.amount >= 100 or (self.amount > 2 and (self.unit not in _VAGUE or self.of != NOWHERE))

    @property
    def several(self) -> bool:
        """Whether it counts, or is of two things that can be told apart: what a report of losses is made for."""
        return self.counts or (self.amount == 2 and self.unit not in _VAGUE)

    @property
    def words(self) -> Stretch:
        """Its own words with those beside them that say of what: ``20 cases of shells``, ``Soya oil, 20 barrels``."""
        begins, ends = self.of
        if self.end <= begins <= self.end + BESIDE:
            return self.start, ends
        named_before = begins < ends <= self.start <= ends + BESIDE and not self.again
        return (begins if named_before else self.start), self.end

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


def figures_in(text: str, start: int, end: int, counted: str = "", since: int | None = None) -> Sequence[Figure]:
    """Counted things in a stretch, in order; times and distances are none. ``counted`` is the last unit before it.

    From ``since`` on what is measured may have been named: where the sentence before begins.
    """
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
            of_all = next((one for one in quantities.find(text, total.end(), end) if one.start == total.end()), None)
            unit = (of_all.unit or opened(words) or counted) if of_all else ""
            whole = total.end() + 1 if unit else 0
        if not unit and (before := _AGAIN_BEFORE.search(text, max(start, item.start - 40), item.start)):
            noun = (before["unit"] or before["kind"]).lower()
            unit, again = quantities.singular(noun) or (found[-1].unit if found else counted), True
        elif not unit and (behind := _AGAIN_BEHIND.match(text, item.number_end, end)):
            told = _NOUN_BEFORE.search(text, max(start, item.start - 30), item.start) if behind["them"] else None
            unit = quantities.singular(told["unit"].lower()) if told else ""
            unit = unit or (found[-1].unit if found else numbered(text, start, item.start) or counted)
            unit = unit or (_spoken_of(text, start, item.start) if behind["them"] else "")
            again = True
        if not unit and (whole_of := opened(words)) and _REMAINS.match(text, item.number_end, end):
            unit, again = whole_of, True
        if not unit and text.startswith(" in number", item.number_end, end):
            unit = _counted_behind(text, start, item.start)
        tolled = not unit and bool(_TOLLED.search(text, max(start, item.start - 110), item.start))
        if tolled:
            unit = _counted_before(text, start, item.start) or (found[-1].unit if found else "")
            unit = unit or _counted_behind(text, start, item.start)
        if not unit and (body := _BODY_OF.search(text, max(start, item.start - 60), item.start)):
            unit = "member" if body["members"] else "man"
        if not unit and _CHANGED.search(text, max(start, item.start - 80), item.number_start):
            unit = numbered(text, start, item.start)
        if _CHANGED.search(text, max(start, item.start - 80), item.number_start) and (
            new := next((one for one in quantities.find(text, item.end + 4, min(end, item.end + 40))), None)
        ):
            item = item._replace(amount=new.amount, end=new.end) if _TO.match(text, item.end, new.start + 1) else item
        if item.maximum is not None and _CHANGED.search(text, max(start, item.start - 80), item.number_start):
            item = item._replace(amount=item.maximum, maximum=None, bound="exactly")
        if item.bound == "at-most" and _BELOW.match(text, item.start) and _DENIED.search(text, start, item.start):
            item = item._replace(bound="at-least")
        if (
            _NUMBERED.search(text, max(start, item.start - 30), item.start)
            or unit in _NOTHING
            or _SIZE.search(text, max(start, item.start - 20), item.start)
        ):
            continue
        if unit in _OF_LENGTH and (power := _POWER.search(text, item.number_end, item.end)):
            unit = f"{power[1].lower()}-{unit}"
        of = measured(text, (start, end), (item.start, item.end), unit, start if since is None else since)
        unit = "pound-weight" if unit == "pound" and of != NOWHERE else unit
        if again and of == NOWHERE and found and found[-1].unit == unit:
            of = found[-1].of
        if unit and (unit not in _OF_TIME or (unit in _OF_LENGTH and (item.amount >= CLOTH or of != NOWHERE))):
            found.append(Figure(item.start, item.end, item.amount, item.maximum, unit, item.bound, again, of))
    return found


_ENGLISH = compiled(r"[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}")
_ABROAD = compiled(r"[\u0400-\u04ff]{2}|[\u3400-\u9fff]{2}")
# "its pilots, of whom 61", "experts, 1,678 of them", "the 10 thousand who are here already"
_AGAIN_BEFORE = compiled(
    r"(?:(?P<unit>[^\W\d_][\w-]+),? of (?:whom|which),?(?: (?:he|she|they|we|I) \w+)?|"
    r"(?-i:Of) (?:the )?(?P<kind>[^\W\d_][\w-]+s) (?:there )?(?:are|were|remain|remained|have|had)(?: \w+ly| now)?) $",
    re.IGNORECASE,
)
_AGAIN_BEHIND = compiled(r" (?:(?P<them>of (?:them|whom))|who|which|more(?! than| or)|others)\b", re.IGNORECASE)
# "troops … are put at 7,000", "the number would be raised to twelve hundred"
_TOLLED = sought(
    r"(?:(?:put|estimate|place|reckon|compute|value|set)(?:s|d|ed)?(?: [^,;:!?]{2,80})? at|(?<!, )number(?:s|ed)|"
    r"numbering|"
    r"(?<![Tt]he )(?<!\b[Aa] )(?<!this )(?<!that )(?<=[a-z] )number|"
    r"number(?: about| over| nearly| some| fully)|(?:raised|increased|reduced|fallen|fell|risen|rose|amounts?|amounted|"
    r"amounting|swollen|limited|brought) to)(?: about| over| nearly| some| only| more than| fully| perhaps)* $",
    re.IGNORECASE,
)


# What became of a part of what a sentence opens with: "Of the 45,000 apartments, 43,800 have been completed".
_REMAINS = compiled(
    r" (?:now |still |already )?(?:have|has|had|are|were|was|remain|remains|remained|left|came|arrived|died|"
    r"survived|belong|belonged|stand|stood|lie|lay|"
    r"work|worked|serve|served|went|returned|fled|fell)\b"
)


def _spoken_of(text: str, start: int, place: int) -> str:
    """What "40 of them" are that nothing has counted: the last plural before, ``that aircraft could … sell us 40``."""
    nouns = (match["noun"].lower() for match in _PLURAL.finditer(text, start, place))
    units = [unit for noun in nouns if noun not in _NO_NOUNS and (unit := quantities.singular(noun))]
    return units[-1] if units else ""


_PLURAL = compiled(
    r"\b(?P<noun>[A-Za-z][a-z-]+s|[Mm]en|[Ww]omen|[Pp]eople|[Aa]ircraft|[Cc]hildren)\b"
    r"(?! (?:that|the|an?|his|her|its|their|to)\b)"
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


# Whom a number counts behind the name of a body: "a commission of five", "a guard of 80", "with her crew of 52".
_BODY_OF = compiled(
    r"\b(?:(?P<members>commission|committee|delegation|mission|board|jury|council|deputation)|guard|guards|crew|crews|"
    r"forces?|escort|garrison|party|detachment|band|army|column)(?: [^,;:.!?]{2,30})? of "
    r"(?:about |some |over |nearly )?$",
    re.IGNORECASE,
)
_NUMBER_OF = compiled(r"\bnumber of (?:the |his |their |these )?(?P<noun>[a-z-]+s)\b", re.IGNORECASE)
_NO_NOUNS = frozenset(
    {"was", "has", "says", "this", "its", "his", "as", "puts", "numbers", "amounts", "reports", "states"}
)
_NOUN_BEFORE = compiled(r"(?P<unit>[^\W\d_][\w-]+), $")


def times_in(text: str, start: int, end: int) -> Sequence[Figure]:
    """Spans of time in a stretch: "sixteen days"."""
    return [
        Figure(item.start, item.end, item.amount, item.maximum, item.unit, item.bound)
        for item in quantities.find(text, start, end)
        if item.unit in _SPANS_OF_TIME
    ]


TIME_ASKED = sought(
    r"\b(?:(?:be|is|was) (?:postponed|put off|suspended|deferred|adjourned|prolonged|delayed)(?= for)|"
    r"(?:renew|extend|prolong|suspend|postpone|defer|delay|feed|maintain) [^,;:.!?]{1,40}?(?= for )|"
    r"delay|respite|extension|postponement|prolongation|leave(?: of absence)?|armistice|truce|adjournment|"
    r"suspension|grace|absence|time|term|interval)(?: of|, for| for)? ",
    re.IGNORECASE,
)
"""What is asked for or given where a span of time is the matter itself: "a delay of ten days"."""
PUT_OFF = compiled(r"\b(?:postponed|put off|suspended|deferred|adjourned|prolonged|delayed|extended) (?:by|for) ")
"""Behind these words stands for how long something known is put off."""
_SPANS_OF_TIME = frozenset({"year", "month", "week", "day", "hour", "minute"})


# A figure that counts: before a word that is no month ("6 p.m." and "24 June" do not), beside a sign of money, in words
_DIGITS = compiled(
    r"[\d$£€¥一二三四五六七八九十百千万R](?:(?<=\d)(?:[ \u00a0](?:[a-zа-я“\"(]{2}|t\b|"
    r"(?!(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?!ines)|May)"
    r"[A-ZА-Я][\w-]*(?:(?: [A-Z][\w-]*){0,2}[ \u00a0][a-zа-я]|(?<=[a-z]s)[.,;)])|[A-Z]{4})"
    r"|-[a-z]|%|[\u3400-\u9fff])"
    r"|(?<=[$£€¥一二三四五六七八九十百千万])|(?<=R)s\. ?\d)"
)
_BARE_DIGITS = compiled(r" (?=\d[\d,]{2})(?:(?<=\bat )|(?<=\bto )|(?<=\bover )|(?<=\bnumbered )|(?<=\bnumber ))")
_OF_DIGITS = compiled(r" (?=\d)(?:(?<= of )|(?<=ring )|(?<=bout )|(?<=some )|(?<=over ))")
"""A quick look before the next."""
_BODY_DIGITS = compiled(
    r"(?:crew|guard|mission|committee|forces?|escort|party|garrison|delegation|number|numbering)(?: of)?"
    r"(?: about| some| over)? \d"
)
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
        or (_OF_DIGITS.search(words) is not None and _BODY_DIGITS.search(words) is not None)
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
    r"\d{1,3}(?:,\d{3})+|(?!1[89]\d\d\b)\d{1,6}(?:\.\d+)?(?: (?:thousand|million|billion))?|"
    r"(?:a|two|three|four|five|six|seven|eight|nine) (?:hundred|thousand|million)|"
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
)
_BARE = compiled(
    r"\b(?:accept(?:s|ed)?|take|gives?|send|allot|supply|ask that|ask(?:s|ed)? for|need(?:s|ed)?|want(?:s|ed)?|"
    r"offer(?:s|ed)?|only|have|leave|grant|recall|release|withdraw|return|train|ship|deliver|list|buy|sell|admit|yield|"
    r"promised?|demand(?:s|ed)?|requests?|requested|receive|spare|lend|loan|propose[sd]?|issue|allow|feed|land|"
    r"insist(?:s|ed)? (?:up)?on|(?:participate|join) with|(?:raise|bring|reduce) (?:this|it|them) to|"
    r"(?:return|release|recall|delivery|surrender|loan|removal|dispatch|think) of|(?:bring|take|let) (?:in|out)|"
    r"agree[sd]? to|more than|at most|at least|up to|above|beyond|exceed|a further|another|an additional)"
    r"(?: only| you| them| us| him| me| about| another| the)? "
    rf"(?P<number>{_BARE_AMOUNT})"
    r"(?=[.;]|,(?!\d)|$| (?:be|of (?:them|the latter|the former|the rest|those|these)|more|and|to|in|by|before|now|"
    r"for|from|until|at|with|if|can|could|may|will|would|this|next)\b)"
    rf"|(?:^|(?<=that )|(?<=, )|(?<=; )|(?<=: )|(?<=[.] )|(?<=\n)|(?<=and ))(?P<first>{_BARE_AMOUNT})"
    r"(?= (?:can|could|may|might|will|would|shall|should) be [a-z]| (?:we|I) (?:cannot|can not|can|will|shall) [a-z])",
    re.IGNORECASE,
)
_BARE_NUMBER = compiled(
    r"(?:^| )(?:\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety)",
    re.IGNORECASE,
)
"""A quick look first."""
_OPENED = compiled(
    r"(?:[(]?(?:\d{1,2}|[a-zA-Z])[.)] )?(?:and )?(?:of|as (?:for|to|regards)|concerning|regarding|"
    r"with regard to|in the matter of) "
    r"(?:the |these |those |our |his |their )?(?:[\w,’'-]+ ){0,2}?(?P<noun>[a-z][a-z-]+s|personnel|aircraft)\b",
    re.IGNORECASE,
)


def opened(sentence: str) -> str:
    """What a sentence begins to speak of, which its bare figures count: ``Of the lorries you may have 50``."""
    match = _OPENED.match(sentence)
    if match is None and ("; " in sentence or " that of " in sentence):
        clauses = (_OPENED.match(sentence, mark.end()) for mark in _CLAUSES.finditer(sentence))
        match = next(filter(None, clauses), None)
    return quantities.singular(match["noun"].lower()) if match else ""


_CLAUSES = compiled(r"; | that (?=of )")
"""Behind what a clause begins that can speak of a whole: "he said that of the 26 provinces only 9 are safe"."""


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

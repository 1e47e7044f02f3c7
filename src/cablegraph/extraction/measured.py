"""What a measure measures: of ``140 tons of gasoline``, ``gasoline: 140 tons`` and ``140 tons gasoline``, the gasoline.

Only what clearly stands there is read. Behind "of" that may be anything; elsewhere it is one of the goods that
`measured.toml` lists, which also has the units that measure and the words that end a noun phrase.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from cablegraph.evidence import Rule
from cablegraph.patterns import compiled
from cablegraph.tables import read_table

MEASURED = Rule("claims.what-is-measured", certainty="0.9")
Stretch = tuple[int, int]
NOWHERE: Stretch = (0, 0)


class _Lists(NamedTuple):
    """The words of `measured.toml`, as they are asked for."""

    measures: frozenset[str]
    doubtful: frozenset[str]
    units: frozenset[str]
    """Both."""
    goods: frozenset[str]
    weighed: frozenset[str]
    """Goods that have a weight and no price in pounds."""
    ends: frozenset[str]
    after: frozenset[str]
    vague: frozenset[str]
    participles: frozenset[str]
    little: frozenset[str]
    """What says nothing of a thing alone."""
    which: frozenset[str]
    """What can say which goods are meant."""
    apart: frozenset[str]
    """What is no part of the name of goods."""


@cache
def _lists() -> _Lists:
    data = read_table(Path(__file__).with_name("measured.toml"))
    given = {name: frozenset(words.split()) for table in data.values() for name, words in table.items()}
    measures = frozenset().union(*(given[name] for name in ("weights", "volumes", "areas", "packages")))
    goods, modifiers = given["names"], given["adjectives"] | given["participles"]
    return _Lists(
        measures,
        given["doubtful"],
        measures | given["doubtful"],
        goods,
        goods - given["worth"],
        given["ends"],
        given["after"],
        given["vague"],
        given["participles"],
        modifiers | (given["which"] - goods),
        modifiers | given["which"] | goods,
        given["ends"] | given["deeds"] | given["vague"],
    )


def measured(text: str, sentence: Stretch, figure: Stretch, unit: str, since: int) -> Stretch:
    """Where the words stand for what a figure of such a unit measures, or `NOWHERE`.

    ``figure`` runs from its bound to its unit: ``not more than 140 tons``; ``since`` is where the sentence begins that
    stands before and can name the thing: "They ask for grain. I said that we could spare 300 tons".
    """
    lists = _lists()
    if unit not in lists.units:
        return NOWHERE
    behind = _behind(text, figure[1], sentence[1])
    if unit in lists.doubtful:
        weighed = behind != NOWHERE and "£" not in text[slice(*figure)] and _last(text, behind) in lists.weighed
        return behind if weighed else NOWHERE
    if behind != NOWHERE:
        further = _before(text, sentence[0], figure[0]) if _NEXT_FIGURE.match(text, behind[1]) else NOWHERE
        return behind if further == NOWHERE else further  # "of rice 40 tons of flour 20 tons"
    if _OF_IT.match(text, figure[1], sentence[1]):
        named = _goods_in(text, sentence[0], figure[0])
        return named[0] if len(named) == 1 else NOWHERE
    if not _is_over(text, figure[1], sentence[1]):
        return NOWHERE
    before = _before(text, sentence[0], figure[0])
    if before == NOWHERE:
        before = _spoken_of(text, sentence[0], figure[0])
    if before == NOWHERE and since < sentence[0] and not _goods_in(text, *sentence):
        before = _spoken_of(text, since, figure[0])
    return before


# -------------------------------------------------------------- behind the figure

_OF = compiled(
    r"(?: \([a-z]+\))?,?\sof\s(?:(?:the|this|that|these|those|such|said|our|your|his|her|its|their|my)\s)*",
    re.IGNORECASE,
)
_OF_IT = compiled(r"\sof\s(?:it|them|this|these)\b(?! [a-z]+ed\b)")
_WORD = compiled(r"[\s\u00a0]*(?P<word>(?:\d+-)?[^\W\d_]+(?:[-’'][^\W_]+)*)")
_NEXT_FIGURE = compiled(r" (?:about |some )?\d")
_AND = compiled(r"(?:,? |\s)(?:and|or)(?=\s)")
_COMMA = compiled(r",(?=\s)")
MOST = 5
"""Words of a thing's name."""


def _behind(text: str, place: int, end: int) -> Stretch:
    """The thing named behind the unit: "of the gasoline", or goods at once, as telegrams write."""
    of = _OF.match(text, place, end)
    found = _phrase(text, of.end() if of else place, end)
    if found == NOWHERE or not (of or _is_goods(text, found)):
        return NOWHERE
    return found[0], _joined(text, found[1], end)


def _phrase(text: str, place: int, end: int) -> Stretch:
    """The noun phrase that begins at a place, up to a verb, a preposition, a sign or a figure."""
    words = _words(text, place, end)
    lists, shouted = _lists(), text[place:end].isupper()
    while words and (_says_little(words[-1], lists) or not (shouted or _is_common(words[-1][0]))):
        words.pop()
    if not words or words[-1][0].lower() in lists.vague:
        return NOWHERE
    return words[0][1], words[-1][2]


def _words(text: str, place: int, end: int) -> list[tuple[str, int, int]]:
    """The words from a place on that can name a thing, with where they stand."""
    lists, words, reached = _lists(), list[tuple[str, int, int]](), place
    while len(words) < MOST and (match := _WORD.match(text, reached, end)):
        word = match["word"].lower()
        done = word.endswith(("ed", "ly")) and len(word) > 4 and word not in lists.participles and bool(words)
        done = done or (word in lists.after and bool(words))
        if word in lists.ends or done or "\n\n" in match[0] or word.endswith(("'s", "’s")):
            break
        words.append((match["word"], match.start("word"), match.end()))
        reached = match.end()
    return words


def _says_little(word: tuple[str, int, int], lists: _Lists) -> bool:
    lower = word[0].lower()
    return lower in lists.little or (lower.endswith("ed") and len(lower) > 4)


def _is_common(word: str) -> bool:
    """Whether a word is no name: in small letters, or an abbreviation such as TNT."""
    return word[0].islower() or word[0].isdigit() or (word.isupper() and 2 <= len(word) <= 5)


def _joined(text: str, place: int, end: int) -> int:
    """Where a row of things ends that share the figure: "wheat, rye and flour"; a verb or another figure parts them."""
    reached = place
    for _ in range(4):
        comma, link = _COMMA.match(text, reached, end), _AND.match(text, reached, end)
        sign = link or comma
        if sign is None:
            return place
        following = _phrase(text, sign.end(), end)
        if following == NOWHERE or not _is_goods(text, following):
            return place
        reached = following[1]
        if link:
            return reached if _is_over(text, reached, end) else place
    return place


def _is_over(text: str, place: int, end: int) -> bool:
    """Whether no further word of a thing's name follows: a sign, the end, or a word that ends such a name."""
    match = _WORD.match(text, place, end)
    if match is None:
        return True
    word = match["word"].lower()
    return word in _lists().ends or (word.endswith(("ed", "ly")) and word not in _lists().participles)


def _is_goods(text: str, stretch: Stretch) -> bool:
    return _last(text, stretch) in _lists().goods


def _last(text: str, stretch: Stretch) -> str:
    return text[slice(*stretch)].split()[-1].lower()


# -------------------------------------------------------------- before the figure

_TO_FIGURE = compiled(
    r"(?:,? of (?:which|this|that)|[,:]| ?[-–—=]| ?\()?[\s\u00a0]*(?:about |some |from |a total of )?$"
)
_NAME = compiled(r"[^\W\d_]+(?:[-’'][^\W_]+)*$")
_MEASURE_BEFORE = compiled(r"(?P<unit>[^\W\d_]+)\.?[\s\u00a0]+(?:of[\s\u00a0]+)?$")
_OF_COUNTRY = compiled(r"[A-Z][a-z]+(?:[ie]?an|ese|ish)|Dutch|French|Czech|Greek|Swiss")
_ITEM_BEFORE = compiled(r"(?:[;,:(\n•–—-]|\b[a-z\d][.)]| and)\s*$")
_IN_ROW = compiled(r"(?P<word>[^\W\d_]+)(?:,|,? (?:and|or))[\s\u00a0]+$")


def _before(text: str, start: int, place: int) -> Stretch:
    """The goods named at once before a figure: "gasoline: 140 tons", "flour, 3,000 poods", "gasoline (140 tons)"."""
    sign = _TO_FIGURE.search(text, start, place)
    if sign is None:
        return NOWHERE
    found = _goods_until(text, start, sign.start())
    row = _IN_ROW.search(text, max(start, found[0] - 30), found[0]) if found != NOWHERE else None
    return NOWHERE if row and row["word"].lower() in _lists().goods else found


def _goods_until(text: str, start: int, place: int) -> Stretch:
    """The name of goods that ends at a place, unless it belongs to another measure before it."""
    lists = _lists()
    last = _NAME.search(text, max(start, place - 40), place)
    if last is None or last[0].lower() not in lists.goods:
        return NOWHERE
    begin = last.start()
    for _ in range(MOST - 1):
        word = _word_before(text, start, begin)
        if word is None or not _says_which(word[0], lists):
            break
        begin = word.start()
    word = _word_before(text, start, begin)
    if (
        word
        and _is_common(word[0].lower())
        and _begins_item(text, start, word.start())
        and _may_say_which(word[0], lists)
    ):
        begin = word.start()  # "rice; soya oil: 40 tons"
    before = _MEASURE_BEFORE.search(text, max(start, begin - 30), begin)
    return NOWHERE if before and _measures(before["unit"].lower(), lists) else (begin, place)


def _word_before(text: str, start: int, place: int) -> re.Match[str] | None:
    """The word that a blank parts from a place."""
    if place - 1 <= start or not text[place - 1].isspace():
        return None
    return _NAME.search(text, max(start, place - 41), place - 1)


def _says_which(word: str, lists: _Lists) -> bool:
    """Whether a word before goods says which: "refined", "rifle", "Canadian"; what asks for them does not."""
    return word.lower() in lists.which or _OF_COUNTRY.fullmatch(word) is not None


def _may_say_which(word: str, lists: _Lists) -> bool:
    lower = word.lower()
    done = lower.endswith(("ed", "ly", "ing"))
    return not done and lower not in lists.apart and not _measures(lower, lists)


def _begins_item(text: str, start: int, place: int) -> bool:
    """Whether nothing of its item stands before a place: the sentence begins there, or a sign does the one before."""
    return place == start or _ITEM_BEFORE.search(text, max(start, place - 6), place) is not None


def _measures(word: str, lists: _Lists) -> bool:
    return any(one in lists.units for one in (word, word.removesuffix("s"), word.removesuffix("es")))


# -------------------------------------------------------------- what the sentence speaks of

_OPENS = compiled(
    r"(?:of|as (?:for|to|regards)|concerning|regarding|with regard to|in the matter of)[\s\u00a0]+"
    r"(?:(?:the|this|that|such|our|your|his|her|its|their)[\s\u00a0]+)?",
    re.IGNORECASE,
)
_CLAUSE = compiled(r"(?:;|:|\bthat)[\s\u00a0]+(?=(?:of|as (?:for|to))\b)")
_ASKED = compiled(
    r"\b(?:ask(?:s|ed|ing)?|request(?:s|ed|ing)?|need(?:s|ed)?|want(?:s|ed)?|require(?:s|d)?|demand(?:s|ed)?|beg(?:s|ged)?|"
    r"appeal(?:s|ed)?|appl(?:y|ies|ied|ication)|offer(?:s|ed)?|promise[sd]?)[\s\u00a0]"
    r"(?:(?:us|you|me|them|him|urgently|again)[\s\u00a0])?(?:for[\s\u00a0])?"
    r"(?:(?:the|more|some|further|additional|our|your|his|its|their|delivery of|supply of|supplies of)[\s\u00a0])*",
    re.IGNORECASE,
)


def _spoken_of(text: str, start: int, place: int) -> Stretch:
    """The one thing that the sentence speaks of or asks for before: "Of grain we can let you have 500 tons"."""
    named = _goods_in(text, start, place)
    places = [start, *(clause.end() for clause in _CLAUSE.finditer(text, start, place))]
    heads = [match.end() for at in places if (match := _OPENS.match(text, at, place))]
    heads += [match.end() for match in _ASKED.finditer(text, start, place)]
    for head in heads:
        found = _phrase(text, head, place)
        goods = found != NOWHERE and _is_goods(text, found) and _is_over(text, found[1], place)
        if goods and [one[1] for one in named] == [found[1]]:
            return found
    return NOWHERE


def _goods_in(text: str, start: int, place: int) -> list[Stretch]:
    """The goods named in a stretch."""
    words = _WORD.finditer(text, start, place)
    return [word.span("word") for word in words if word["word"].lower() in _lists().goods]

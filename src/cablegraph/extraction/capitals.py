"""A text all in capitals, as wire rooms print it, in small letters but for names: ``PUZANOV HAD ASKED AMIN``.

The rules for names and for who asks whom read capitals as signs of names. The recased text has the same length, so
that every place in it is a place in the paper; what is cited is always the paper's own words.
"""

# ruff: noqa: E501, SIM905  (a list of words is read best as words)

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from cablegraph.extraction import name_lists, name_runs
from cablegraph.extraction.lexicon import MONTH, NATIONS
from cablegraph.extraction.names import cased
from cablegraph.patterns import compiled
from cablegraph.record import SourceText

Stretch = tuple[int, int]
_WORD = compiled(r"[^\W\d_][^\W_]*(?:['’][^\W\d_]+)?")
_TITLED = frozenset(
    "mr mrs dr sir lord general colonel marshal major captain admiral comrade president premier chairman minister ambassador charge consul "
    "counsellor counselor secretary king prince sheikh shah senator chancellor foreign defense defence prime deputy".split()
)
_KEPT = compiled(
    r"USSR|USA?|UNO?|UK|IAEA|CNEA|CNEN|OECD|ASEAN|SALT|MBFR|CSCE|TASS|BBC|FAO|WHO|UNDP|COMECON|CMEA|GDR|FRG|PRC|DPRK|ROK|DRV|PLO|NATO|SEATO|CENTO|OAU|OAS|CIA|KGB|CPSU|CC|EEC|IMF|PM|MFA|II|III|IV|VI+"
)
_FEW = 30
"""Letters below which a line in capitals is a heading, not a text."""


def in_capitals(text: str, stretches: Sequence[Stretch]) -> bool:
    """Whether the stretches are all in capitals."""
    for start, end in stretches:
        if sum(map(str.islower, text[start : min(end, start + 400)])) * 50 > end - start:
            return False  # a quick look first: most texts show it in their first lines
        letters = [char for char in text[start:end] if char.isalpha()]
        if len(letters) < _FEW or sum(char.islower() for char in letters) * 50 > len(letters):
            return False
    return bool(stretches)


def lines(text: str, stretches: Sequence[Stretch]) -> list[Stretch]:
    """Long lines all in capitals among others: the wire's words between a head and a clerk's remark."""
    found: list[Stretch] = []
    for start, end in stretches:
        first = start
        while first < end:
            last = text.find("\n", first, end)
            last = end if last < 0 else last
            if last - first > _LONG and text[first:last].isupper():
                found.append((first, last))
            first = last + 1
    return found


_LONG = 60
"""Characters below which a line in capitals among others is taken for a heading."""


def headed(text: str, start: int, end: int) -> str:
    """The text with the long words of one line of a heading in small letters but for their first: ``INFO MOSCOW``."""
    row = text[start:end]
    if not _SHOUTED.search(row):
        return text
    words = _SHORT.sub(lambda match: match[0].lower(), _SHOUTED.sub(_first_alone, row))
    return text if words == row or len(words) != len(row) else text[:start] + words + text[end:]


def _first_alone(match: re.Match[str]) -> str:
    return match[0] if _KEPT.fullmatch(match[0]) else match[0].capitalize()


_SHORT = compiled(r"\b(?:Of|The|And|In|For|To|At|Es)\b")
_SHOUTED = compiled(r"(?<![^\W\d_])[^\W\d_a-z]{2,}(?![^\W\d_])")


def plain(source: SourceText, stretches: Sequence[Stretch]) -> SourceText:
    """The source with these stretches in small letters but for names; what does not stay as long is left as it is."""
    text, pieces, last = source.text, [], 0
    for start, end in stretches:
        words = _recased(text[start:end])
        if len(words) == end - start:
            pieces += [text[last:start], words]
            last = end
    return replace(source, text="".join([*pieces, text[last:]]))


_NAME = compiled(
    r"(?<![\w.'’-])[A-ZÀ-Þ]{2,}(?:[-’'][A-ZÀ-Þ]{2,})*(?:[ -][A-ZÀ-Þ]{2,}(?:[-’'][A-ZÀ-Þ]{2,})*){0,2}(?![\w-]|['’][A-ZÀ-Þ])"
)
_ENOUGH = 3
"""Letters of a name in capitals at the least: ``UN`` stays; ``MAO`` is in the tables, ``GDR`` is no person there."""


def names_alone(source: SourceText, stretches: Sequence[Stretch]) -> SourceText:
    """The source with names in capitals inside other words as they are written elsewhere: ``today ZHOU ENLAI told me``.

    Ciphered telegrams print names so. A name is what the tables have, or begins as names do (a first name, a Chinese or
    Korean family name); other words in capitals stay.
    """
    text, pieces, last = source.text, [], 0
    for start, end in stretches:
        for match in _NAME.finditer(text, start, end):
            if len(match[0]) >= _ENOUGH and _among_small(text, *match.span()) and _names(shown := _titled(match[0])):
                pieces += [text[last : match.start()], shown]
                last = match.end()
    return replace(source, text="".join([*pieces, text[last:]])) if pieces else source


def _titled(words: str) -> str:
    return _WORD.sub(lambda match: _SCOTTISH.get(match[0], match[0].capitalize()), words)


_SCOTTISH = {"MACARTHUR": "MacArthur", "MACDONALD": "MacDonald", "MCCARTHY": "McCarthy"}


def _among_small(text: str, start: int, end: int) -> bool:
    """Whether the line has words in small letters beside these."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    return any(map(str.islower, text[first:start] + text[end : last if last >= 0 else len(text)]))


def _names(shown: str) -> bool:
    """Whether words, written as names are, are one."""
    hits = name_lists.known(shown, 0, len(shown))
    if hits and hits[0].start == 0 and hits[0].end == len(shown):
        return bool(hits[0].kinds & {"person", "place"})
    first, _, rest = shown.partition(" ")
    lists = name_lists.words()
    begins = first in lists.given or first in lists.first_surnames
    return begins and bool(rest) and not any(word.lower() in lists.common for word in rest.split())


def _recased(words: str) -> str:
    if words.count(" STOP") > 1:
        words = _STOP.sub(lambda match: "." + " " * (len(match[0]) - 1), words)
    titled = _WORD.sub(lambda match: match[0] if _KEPT.fullmatch(match[0]) else match[0].capitalize(), words)
    if len(titled) != len(words):
        return words
    named = sorted((hit.start, hit.end) for hit in name_lists.known(titled, 0, len(titled)))
    found = list(_WORD.finditer(titled))
    pieces: list[str] = []
    last, before = 0, ""
    for index, match in enumerate(found):
        gap = titled[last : match.start()]
        word = match[0]
        opens = not pieces or bool(_OPENS.search(gap))
        inside = word != "US" and _holds(named, *match.span())
        after = found[index + 1][0].lower() if index + 1 < len(found) else ""
        free = opens or gap == " "
        bracketed = gap.endswith("(") and titled.startswith(")", match.end()) and not _is_common(word.lower())
        if before[:1].isupper() and gap == " " and word.lower() in _PARTICLES:
            pieces += [gap, word.lower()]  # "JACQUES DE REYNIER": what stands before stays before
            last = match.end()
            continue
        beside = before if gap == " " else ""
        if beside == "and" and len(pieces) > 3 and pieces[-2] == " " and pieces[-3][:1].isupper():
            beside = pieces[-3]  # "FOR CARBONE AND SNUDERL"
        if not (inside or bracketed or (free and _is_name(word, beside, after))):
            word = word if opens and not _is_glued(titled, match.end()) else word.lower()
        pieces += [gap, word]
        last, before = match.end(), word
    return _BEFORE_A_NAME.sub(lambda match: match[0].title(), "".join([*pieces, titled[last:]]))


def _holds(named: Sequence[Stretch], start: int, end: int) -> bool:
    """Whether one of the names, in order, holds a word."""
    before = bisect_right(named, (start, sys.maxsize))
    return before > 0 and end <= named[before - 1][1]


_STOP = compiled(r" STOP(?= |\n|$)")
_OPENS = compiled(r"[.!?:][\"”)]*\s+$|\n\s*(?:\d+\.\s*)?$")
_BEFORE_NAMES = frozenset("by with from to at in near for of that told asked tell see saw meet met".split())


def _is_glued(text: str, end: int) -> bool:
    return text[end : end + 1] in "-/"


def _is_name(word: str, before: str, after: str) -> bool:
    """Whether a word may be a name: a month, a nation, a first name, or a word papers do not write small, where names stand."""
    low = word.lower()
    if word == "US":
        return before in ("", "The", "the")
    if word == "I" or _KEPT.fullmatch(word) or re.fullmatch(MONTH, word) or word in _NATIONS:
        return True
    if low in _SMALL or _is_common(low):
        return False
    lists = name_lists.words()
    if word in lists.given or word in lists.first_surnames:
        return True
    beside = before[:1].isupper() and before != "I"
    acts = after in lists.person_verbs and before not in _DETERMINERS
    return beside or before.lower() in _TITLED or before in _BEFORE_NAMES or acts


_PARTICLES = frozenset("de von van der den di del della dos das ibn bin".split())
_DETERMINERS = frozenset(
    "the a an this that these those his her its our their my your no some any all each every".split()
)
_BEFORE_A_NAME = compiled(rf"\b(?:(?:{'|'.join(sorted(_TITLED))}) )+(?=[A-Z][a-z]+\b)(?!{MONTH}\b|I\b)")
_NATIONS = frozenset(part for nation in NATIONS.replace("\\.", ".").split("|") for part in nation.split())
_SMALL = _TITLED | frozenset(
    "spring summer autumn winter morning evening night noon midnight today tomorrow yesterday view fact case general public press war peace "
    "cross bag pouch septel septels mift telex courier wire safehand training supply transit exile prison hospital transport coordination cooperation consultation detail".split()
)


def _is_common(low: str) -> bool:
    """Whether papers write a word small, in one of its forms."""
    common = name_lists.words().common
    stems = {low, f"{low}ed", f"{low}ing"}
    for ending, instead in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            stem = low[: len(low) - len(ending)]
            stems |= {stem + instead, stem}
            if len(stem) > 3 and stem[-1] == stem[-2]:
                stems.add(stem[:-1])
    return bool(stems & common) or len(low) < 3 or name_runs.familiar(cased(low))


_ENDINGS = (
    ("s", ""), ("es", "e"), ("ies", "y"), ("ed", "e"), ("ied", "y"), ("ing", "e"), ("ly", ""), ("er", "e"), ("ers", "e"), ("ness", ""),
    ("ment", ""), ("ation", "e"), ("able", "e"), ("'s", ""), ("’s", ""), ("n't", ""),
)  # fmt: skip


__all__ = ["headed", "in_capitals", "lines", "plain"]

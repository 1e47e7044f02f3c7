"""The ways of writing a date, as patterns: ``24.VI.51``, ``27 [28?] October 1962``, ``night of 24–25 June 1951``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from functools import cache

from cablegraph.dates.words import (
    AFTERWARDS,
    BOUND,
    BOUNDS,
    ERAS,
    HAN,
    MONTH,
    MONTH_GLUED,
    MONTHS,
    ORDINALS,
    ROMAN_MONTH,
    SEASONS,
)
from cablegraph.patterns import compiled

_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_SHORT = r"(?:1[5-9]\d\d|20\d\d|['’]\d\d)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
NTH = r"(?:st|nd|rd|th|d(?!\w|\.\s?\d)|er|º|°|\.)?"
_DASH = r"\s?[–—-]\s?"
_G = r"(?:\s?(?:г(?:ода|од|\.)?|(?-i:r)\.|roku)(?!\w))?"  # Russian "г." after a year
_CLOCK = r"[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:\s?Z|[+-]\d\d(?::?\d\d)?)?(?!\w)"  # of a day (ISO 8601-1, 5.4.2): the day stays as written

_PATTERNS: dict[str, str] = {
    "iso": rf"(?P<iso_y>{_YEAR})-(?P<iso_m>0[1-9]|1[0-2])-(?P<iso_d>{_DAY})(?!\d)(?:{_CLOCK})?",
    "era": rf"(?P<era_n>{'|'.join(ERAS)})\s?(?P<era_y>[\d{HAN}]{{1,4}})年\s?(?P<era_m>[\d{HAN}]{{1,2}})月\s?(?P<era_d>[\d{HAN}]{{1,3}})日",
    "han": rf"(?:(?P<han_y>{_YEAR}|[一二][九零〇八][〇零一二三四五六七八九]{{2}})\s?[年년]\s?)?(?P<han_m>[\d{HAN}]{{1,2}})\s?[月월]\s?(?P<han_d>[\d{HAN}]{{1,3}})\s?[日일号號]",
    "dots": rf"(?P<dots_y>{_YEAR})(?P<dots_s>[./-])\s?(?P<dots_m>1[0-2]|0?[1-9])(?P=dots_s)\s?(?P<dots_d>{_DAY})(?![\d/]|[.-]\d)",
    "dim": rf"(?:{_DAY}{NTH}\s(?:of\s)?{MONTH},?\s|{MONTH}\s(?:{_DAY}{NTH},?\s)?)\[?(?P<dim_y>1[5-9]\d|20\d)(?:\?|_|-(?![\w-]))",
    "years": rf"(?P<years_a>{_YEAR})(?:,\s?['’]?\d\d(?:\d\d)?)+,?\s(?:and|&)\s(?:the\s)?(?P<years_h>first|second)\shalf\sof\s(?P<years_b>{_SHORT})",
    "half": rf"(?:the\s)?(?P<half_n>first|second|1st|2nd)\shalf\sof\s(?:(?P<half_m>{MONTH})(?:,?\s(?P<half_my>{_YEAR}))?|(?P<half_y>{_SHORT}))",
    "quarter": rf"(?:the\s)?(?P<quarter_n>first|second|third|fourth|last)\squarter\sof\s(?P<quarter_y>{_YEAR})",
    "alt": rf"(?P<alt_a>{_DAY})\s?\[(?P<alt_b>{_DAY})\??\]\s(?P<alt_m>{MONTH}),?\s(?P<alt_y>{_YEAR})",
    "span": rf"(?P<span_a>{_DAY}){NTH}\s(?:of\s)?(?P<span_m>{MONTH})(?:,?\s(?P<span_y>{_YEAR}))?(?:{_DASH}|/|\s(?:to|until|till)\s(?:the\s)?)(?P<span_b>{_DAY}){NTH}\s(?:of\s)?(?P<span_n>{MONTH}),?\s(?P<span_z>{_SHORT})",
    "mspan": rf"(?P<mspan_m>{MONTH})\s(?P<mspan_a>{_DAY}){NTH}(?:,\s(?P<mspan_y>{_YEAR}))?(?:{_DASH}|\s(?:to|until|till)\s)(?P<mspan_n>{MONTH})\s(?P<mspan_b>{_DAY}){NTH},\s(?P<mspan_z>{_SHORT})",
    "old": rf"(?P<old_a>{_DAY})\s(?P<old_m>{MONTH})\s?[(/]\s?(?P<old_d>{_DAY})\s(?P<old_n>{MONTH})\)?,?\s(?P<old_y>{_YEAR})",
    "mold": rf"(?P<mold_m>{MONTH})\s(?P<mold_a>{_DAY})(?:,\s{_YEAR},?)?\s?[(/]\s?(?P<mold_n>{MONTH})\s(?P<mold_d>{_DAY})\)?,?\s(?P<mold_y>{_YEAR})",
    "both": rf"(?P<both_a>{_DAY}){NTH}\s?[(/]\s?(?P<both_d>{_DAY}){NTH}\)?,?\s(?:of\s)?(?P<both_m>{MONTH}),?\s(?P<both_y>{_YEAR})",
    "mboth": rf"(?P<mboth_m>{MONTH})\s(?P<mboth_a>{_DAY}){NTH}\s?[(/]\s?(?P<mboth_d>{_DAY}){NTH}\)?,?\s(?P<mboth_y>{_YEAR})",
    "either": rf"(?P<either_a>{_DAY}){NTH}\sor\s(?P<either_b>{_DAY}){NTH}\s(?P<either_m>{MONTH}),?\s(?P<either_y>{_SHORT})",
    "months": rf"(?P<months_a>{MONTH})(?:{_DASH}|/|\s(?:to|and|until)\s)(?P<months_b>{MONTH}),?\s(?P<months_y>{_YEAR})",
    "days": rf"(?P<days_a>{_DAY})[–-](?P<days_b>{_DAY})[./](?P<days_m>\d{{1,2}}|{ROMAN_MONTH})[./](?P<days_y>{_YEAR}|\d\d)(?![\d/])",
    "group": rf"(?P<group_d>0[1-9]|[12]\d|3[01])(?:\d{{4}}Z?)?\s?(?P<group_m>{MONTH_GLUED})\s?(?P<group_y>{_YEAR}|\d\d)(?!\d)",
    "hyphens": rf"(?P<hyphens_d>{_DAY})-(?P<hyphens_m>{MONTH})-(?P<hyphens_y>{_YEAR}|\d\d)(?!\d)",
    "ymd": rf"(?P<ymd_y>{_YEAR})[.,]?\s(?P<ymd_m>{MONTH})\s(?P<ymd_d>{_DAY})\.?(?!\d)",
    "range": rf"(?P<range_a>{_DAY})(?:{_DASH}|/|\sto\s|\sand\s)(?P<range_b>{_DAY}){NTH}\s(?:of\s)?(?P<range_m>{MONTH}),?\s(?P<range_y>{_SHORT})",
    "mrange": rf"(?P<mrange_m>{MONTH})\s(?P<mrange_a>{_DAY})(?:{_DASH}|\sto\s|\sand\s)(?P<mrange_b>{_DAY}),\s?(?P<mrange_y>{_YEAR})",
    "dmy": rf"(?P<dmy_d>{_DAY}){NTH}[\]\"”»]?\s?(?:day\s)?(?:of\s|de\s)?(?P<dmy_m>{MONTH})(?:\sde)?,?\s?(?P<dmy_b>\[(?=\d{{4}}\]))?(?P<dmy_y>{_SHORT})(?(dmy_b)\]){_G}",
    "mdy": rf"(?P<mdy_m>{MONTH})\s?(?P<mdy_d>{_DAY}){NTH},?\s(?:\d{{1,2}}(?:[.:]\d\d)?\s?[ap]\.?\s?m\.?,?\s)?(?P<mdy_b>\[(?=\d{{4}}\]))?(?P<mdy_y>{_SHORT})(?(mdy_b)\])(?!\d)",
    "num": rf"(?P<num_a>{_DAY}|1[0-2])(?P<num_s>[./-])(?!(?<=-)\d\d?/)\s?(?P<num_b>\d{{1,2}}|{ROMAN_MONTH})[./-]\s?(?P<num_y>{_YEAR}|\d\d)(?![\d/]){_G}",
    "roman": rf"(?P<roman_d>{_DAY})(?:\s?[./ ]\s?|\sof\s)(?P<roman_m>{ROMAN_MONTH})(?:\s?[./ ]|,)\s?(?P<roman_y>{_YEAR}|\d\d)(?![\d/]){_G}",
    "season": rf"(?:in\s)?(?:the\s)?(?:(?P<season_q>early|late|mid-?|end\sof|beginning\sof)\s?)?(?:the\s)?(?P<season_n>{'|'.join(SEASONS)})(?:\sof|,)?\s(?P<season_y>{_YEAR}){_G}",
    "my": rf"(?:(?:at\s)?(?:the\s)?(?:early|late|mid|end\sof|beginning\sof|middle\sof)[-\s])?(?P<my_m>{MONTH}),?\s(?:of\s)?(?P<my_y>{_SHORT}){_G}(?!\d)",
    "instant": rf"(?P<instant_d>{_DAY})(?:st|nd|rd|th|d)?\s(?:of\s(?:this|the\spresent|last)\smonth|(?P<instant_w>inst(?:ant)?|ult(?:imo)?))(?!\w)\.?",
    "dm": rf"(?P<dm_d>{_DAY}){NTH}[\"”»]?\s(?:of\s|de\s)?(?P<dm_m>{MONTH})",
    "md": rf"(?P<md_m>{MONTH})\s(?P<md_d>{_DAY}){NTH}(?!\d|:\d|\.\d|,\d(?!\s|$))",
    "decade": r"(?:the\s)?(?:(?:early|late|mid)[-\s])?(?P<decade_y>1[5-9]\d|20\d)0['’]?s",
}
_NO_FIGURE = "(?:xx|00)"  # a day or month that a catalogue does not know: "1953-04-xx", EDTF 1953-04-XX
# Only where the words are a date as a whole: in running text a year alone is most often part of something else.
_WHOLE: dict[str, str] = {
    "month1": rf"(?P<month1_y>{_YEAR})-(?P<month1_m>0[1-9]|1[0-2])(?:-{_NO_FIGURE})?",
    "years2": rf"(?:(?:from|between|the\syears)\s)?(?P<years2_a>{_YEAR})(?:{_DASH}|/|\s(?:to|and|until)\s)(?P<years2_b>{_YEAR}|\d\d)",
    "han2": rf"(?P<han2_y>{_YEAR})\s?[年년](?:\s?(?P<han2_m>1[0-2]|0?[1-9])\s?[月월])?",
    "year": rf"(?:(?:the\s)?(?P<year_q>early|late|mid|end\sof|beginning\sof|middle\sof)[-\s])?(?:the\syear\s)?(?P<year_y>{_YEAR}|['’]\d\d)(?:-{_NO_FIGURE}){{0,2}}{_G}",
}

_BEFORE = rf"(?P<before>(?P<circa>(?:c\.|ca\.|circa|approximately|approx\.|около)\s?)|(?P<bound>(?:from|{BOUND})\s(?:(?:the|dem|den|am)\s)?)|(?P<night>(?:(?:on\s)?the\s)?night\s(?:of|from)\s(?:the\s)?))"
_AFTERWARDS = "|".join(phrase.replace(" ", r"\s") for phrase in AFTERWARDS)
_AFTER = rf"(?:(?P<after>\s?\(\?\)|\?)|(?P<julian>,?\s[\[(]?(?:O\.\s?S\.|Old\sStyle|ст\.\s?ст\.)[\])]?)|(?P<open>,?\s(?:{_AFTERWARDS})))"


# Only where the words before have announced a date: "your cable 28th", "of the twelfth", "my application of July".
_ANNOUNCED: dict[str, str] = {
    "nth": rf"(?:(?P<nth_d>{_DAY})(?:st|nd|rd|th|d)(?!\w)|(?P<nth_w>{'|'.join(sorted(ORDINALS, key=len, reverse=True))}))",
    "month": rf"(?P<month_m>{MONTH})",
}


def _compile(patterns: dict[str, str], begins: str = "") -> re.Pattern[str]:
    body = "|".join(f"(?P<{name}>{pattern})" for name, pattern in patterns.items())
    return compiled(rf"(?<![\w./-])(?=[\w'’]){_BEFORE}?(?<![\w./-]){begins}(?:{body}){_AFTER}?(?!\w)", re.IGNORECASE)


BEFORE = compiled(rf"(?<![\w./-]){_BEFORE}", re.IGNORECASE)
"""What may stand before a date and is read with it: ``circa``, ``from``, ``the night of``."""


HAN_FINDER = compiled(
    rf"(?<![\d{HAN}])(?:(?P<era>{_PATTERNS['era']})|(?P<han>{_PATTERNS['han']})){_AFTER}?(?!\d)"
    r"(?P<circa>(?!))?(?P<bound>(?!))?"
)
"""Dates in scripts that put no blank between words."""
_FIGURE_WAYS = (
    "iso han dots dim years span old both either alt days group hyphens ymd range dmy num roman instant dm decade"
)
_BY_FIGURE = _FIGURE_WAYS.split()
_BY_YEAR = "iso han dots years ymd decade".split()  # noqa: SIM905


_BY_MONTH = "dim mspan mold mboth months mrange mdy my md".split()  # noqa: SIM905
_MONTH_SEEN = r"[^\W\d_]+(?!\w)\.?"
"""A month's name where one has been seen to stand."""
_BY_WORD = "era han half quarter season my decade".split()  # noqa: SIM905


# Patterns so large are compiled when they are first needed, and each for the dates that begin alike.
@cache
def year_finder() -> re.Pattern[str]:
    """The ways of writing that begin with a year of four figures."""
    return _compile({name: _PATTERNS[name] for name in _BY_YEAR})


@cache
def day_finder() -> re.Pattern[str]:
    """The ways of writing that begin with any other figure: of a day, a month, a date-time group."""
    return _compile({name: _PATTERNS[name] for name in _BY_FIGURE if name == "han" or name not in _BY_YEAR})


@cache
def month_finder() -> re.Pattern[str]:
    """The ways of writing that begin with a month."""
    ways = {name: _PATTERNS[name].replace(MONTH, _MONTH_SEEN, 2 if name == "dim" else 1) for name in _BY_MONTH}
    return _compile(ways, f"(?={MONTH})")


@cache
def word_finder() -> re.Pattern[str]:
    """The ways of writing that begin with any other word: ``the first half of 1954``."""
    return _compile({name: _PATTERNS[name] for name in _BY_WORD})


@cache
def year_reader() -> re.Pattern[str]:
    """The ways in which words that begin with a year are a date as a whole."""
    return _compile({name: _PATTERNS[name] for name in _BY_YEAR} | _WHOLE)


@cache
def reader() -> re.Pattern[str]:
    """All ways in which words as a whole are a date."""
    return _compile({**_PATTERNS, **_WHOLE})


@cache
def nth_finder() -> re.Pattern[str]:
    """A day alone, which only words before it make a date."""
    return _compile({"nth": _ANNOUNCED["nth"]})


@cache
def lone_month_finder() -> re.Pattern[str]:
    """A month alone, which only words before it make a date."""
    return _compile({"month": _ANNOUNCED["month"]})


BEHIND_MONTH = compiled(r"\.?(?:\s?[\d(\[/–—-]|,?\s(?:of|to|and|until|till|[\[\d]))", re.IGNORECASE)
"""What stands behind a month that begins a date: "may be" begins none."""

# A cheap look first: every date has a figure, and near it a month, a season, a separator or one of these words.
FIGURES = compiled(rf"[\d{HAN}]+")
WORDS = compiled(r"[^\W\d_]+")
SEPARATED = compiled(rf"\d\s?[./-]\s?(?:\d|{ROMAN_MONTH})|\d\s(?:of\s)?{ROMAN_MONTH},?\s\d|[月월]|\d0s", re.IGNORECASE)
NEAR = frozenset({*MONTHS, *SEASONS, "half", "quarter", "month", "inst", "instant", "ult", "ultimo"})
LEAD = 32
"""A date begins at most so many characters before its first figure ("not before the first half of 1954")."""
STARTERS = frozenset(
    {
        *MONTHS, *SEASONS, "the", "c", "ca", "circa", "approximately", "approx", "около", "until", "till", "before", "since",
        "from", "after", "by", "up", "prior", "not", "no", "night", "on", "first", "second", "third", "fourth", "last", "early",
        "late", "mid", "end", "beginning", "middle", "in", "at", *(phrase.partition(" ")[0] for phrase in BOUNDS),
    }
)  # fmt: skip
"""Words with which a date can begin; others need no closer look."""
SECONDS = (
    STARTERS
    | {"of", "to", "half", "quarter", "dem", "den", "am", "le", "del"}
    | {word for phrase in BOUNDS for word in phrase.split()}
)
"""Words that can stand second in a date which begins with a word: "the first", "not later"; else figures stand there."""
ANNOUNCERS = frozenset(word.partition("-")[0] for word in ORDINALS)
"""Words with which only an announced date can begin."""

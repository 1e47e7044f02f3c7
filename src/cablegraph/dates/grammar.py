"""Dates as papers write them: ``24.VI.51``, ``June 21``, ``'52, '53 and the first half of '54`` (model section 5).

Common libraries read ``first half of 1954`` as 1954 and ``June 21`` as this year; a paper means neither.
"""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple

from cablegraph.dates.edtf import Bounds, bounds, is_day
from cablegraph.dates.words import MONTH, MONTHS, ORDINALS, ROMAN, ROMAN_MONTH, SEASONS

Order = Literal["dmy", "mdy"]


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date read: EDTF, the words, and the basis (empty: stated; ``inferred``: context gave the year or month)."""

    edtf: str
    written: str = ""
    basis: str = ""

    @property
    def bounds(self) -> Bounds:
        """First and last day, and precision."""
        return bounds(self.edtf)

    @property
    def earliest(self) -> date | None:
        """First day it may be."""
        return self.bounds.earliest

    @property
    def latest(self) -> date | None:
        """Last day it may be."""
        return self.bounds.latest


class Found(NamedTuple):
    """A date in running text: half-open code points and the value; several values are candidates."""

    start: int
    end: int
    values: tuple[DateValue, ...]


@dataclass(frozen=True, slots=True)
class _Context:
    """The paper's own date, and the order of day and month it uses."""

    day: date | None
    order: Order | None

    def year(self, text: str) -> int:
        """A year of four or two digits; two take the paper's century, the nearest such year."""
        digits = text.strip("'’`")
        if len(digits) == 4:
            return int(digits)
        near = self.day.year if self.day else 1950
        century = near - near % 100 + int(digits)
        return min((century - 100, century, century + 100), key=lambda year: abs(year - near))

    def complete(self, month: int, day: int) -> DateValue | None:
        """The nearest such day not after the paper's date; in an undated paper the year stays open."""
        if self.day is None:
            return DateValue(f"XXXX-{month:02}-{day:02}") if is_day(2000, month, day) else None
        for year in range(self.day.year, self.day.year - 9, -1):
            if is_day(year, month, day) and date(year, month, day) <= self.day:
                return DateValue(f"{year}-{month:02}-{day:02}", basis="inferred")
        return None


_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_SHORT = r"(?:1[5-9]\d\d|20\d\d|['’]\d\d)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_NTH = r"(?:st|nd|rd|th|d(?![\w.])|er|º|°|\.)?"
_DASH = r"\s?[–—-]\s?"
_G = r"(?:\s?г(?:ода|од|\.)?(?!\w))?"  # Russian "г." after a year

_PATTERNS: dict[str, str] = {
    "iso": rf"(?P<iso_y>{_YEAR})-(?P<iso_m>0[1-9]|1[0-2])-(?P<iso_d>{_DAY})(?!\d)",
    "han": rf"(?:(?P<han_y>{_YEAR})年\s?)?(?P<han_m>1[0-2]|0?[1-9])月\s?(?P<han_d>{_DAY})日",
    "years": rf"(?P<years_a>{_YEAR})(?:,\s?['’]?\d\d(?:\d\d)?)+,?\s(?:and|&)\s(?:the\s)?(?P<years_h>first|second)\shalf\sof\s(?P<years_b>{_SHORT})",
    "half": rf"(?:the\s)?(?P<half_n>first|second|1st|2nd)\shalf\sof\s(?:(?P<half_m>{MONTH})(?:,?\s(?P<half_my>{_YEAR}))?|(?P<half_y>{_SHORT}))",
    "quarter": rf"(?:the\s)?(?P<quarter_n>first|second|third|fourth|last)\squarter\sof\s(?P<quarter_y>{_YEAR})",
    "alt": rf"(?P<alt_a>{_DAY})\s?\[(?P<alt_b>{_DAY})\??\]\s(?P<alt_m>{MONTH}),?\s(?P<alt_y>{_YEAR})",
    "range": rf"(?P<range_a>{_DAY})(?:{_DASH}|/|\sto\s|\sand\s)(?P<range_b>{_DAY}){_NTH}\s(?:of\s)?(?P<range_m>{MONTH}),?\s(?P<range_y>{_SHORT})",
    "mrange": rf"(?P<mrange_m>{MONTH})\s(?P<mrange_a>{_DAY})(?:{_DASH}|\sto\s|\sand\s)(?P<mrange_b>{_DAY}),\s?(?P<mrange_y>{_YEAR})",
    "dmy": rf"(?P<dmy_d>{_DAY}){_NTH}\s?(?:day\s)?(?:of\s|de\s)?(?P<dmy_m>{MONTH})(?:\sde)?,?\s?(?P<dmy_y>{_SHORT}){_G}",
    "mdy": rf"(?P<mdy_m>{MONTH})\s?(?P<mdy_d>{_DAY}){_NTH},?\s(?:\d{{1,2}}(?:[.:]\d\d)?\s?[ap]\.?\s?m\.?,?\s)?(?P<mdy_y>{_SHORT})(?!\d)",
    "num": rf"(?P<num_a>{_DAY}|1[0-2])(?P<num_s>[./-])\s?(?P<num_b>\d{{1,2}}|{ROMAN_MONTH})[./-]\s?(?P<num_y>{_YEAR}|\d\d)(?![\d/])",
    "roman": rf"(?P<roman_d>{_DAY})\s?[./ ]\s?(?P<roman_m>{ROMAN_MONTH})\s?[./ ]\s?(?P<roman_y>{_YEAR}|\d\d)(?![\d/])",
    "season": rf"(?:(?P<season_q>early|late|mid-?|end\sof|beginning\sof)\s?)?(?:the\s)?(?P<season_n>{'|'.join(SEASONS)})(?:\sof|,)?\s(?P<season_y>{_YEAR}){_G}",
    "my": rf"(?:(?:early|late|mid|end\sof|beginning\sof|middle\sof)[-\s])?(?P<my_m>{MONTH}),?\s(?:of\s)?(?P<my_y>{_YEAR}){_G}(?!\d)",
    "instant": rf"(?P<instant_d>{_DAY})(?:st|nd|rd|th|d)?\s(?:of\s(?:this|the\spresent|last)\smonth|(?P<instant_w>inst(?:ant)?|ult(?:imo)?))(?!\w)\.?",
    "dm": rf"(?P<dm_d>{_DAY}){_NTH}\s(?:of\s|de\s)?(?P<dm_m>{MONTH})",
    "md": rf"(?P<md_m>{MONTH})\s(?P<md_d>{_DAY}){_NTH}(?![\d:]|[.,]\d)",
    "decade": r"(?:the\s)?(?P<decade_y>1[5-9]\d|20\d)0['’]?s",
}
_YEAR_ALONE = rf"(?:(?P<year_q>early|late|mid|end\sof|beginning\sof)[-\s])?(?:the\syear\s)?(?P<year_y>{_YEAR}){_G}"

_BEFORE = r"(?P<before>(?P<circa>(?:c\.|ca\.|circa|approximately|approx\.|около)\s?)|(?P<bound>(?:until|till|before|since|from|after|by|up\sto)\s)|(?P<night>(?:(?:on\s)?the\s)?night\s(?:of|from)\s(?:the\s)?))"
_AFTER = r"(?P<after>\s?\(\?\)|\?)"


# Only where the words before have announced a date: "your cable 28th", "of the twelfth", "my application of July".
_ANNOUNCED: dict[str, str] = {
    "nth": rf"(?:(?P<nth_d>{_DAY})(?:st|nd|rd|th|d)(?!\w)|(?P<nth_w>{'|'.join(sorted(ORDINALS, key=len, reverse=True))}))",
    "month": rf"(?P<month_m>{MONTH})",
}


def _compile(patterns: dict[str, str]) -> re.Pattern[str]:
    body = "|".join(f"(?P<{name}>{pattern})" for name, pattern in patterns.items())
    return re.compile(rf"(?<![\w./-])(?=[\w'’]){_BEFORE}?(?<![\w./-])(?:{body}){_AFTER}?(?!\w)", re.IGNORECASE)


_FINDER = _compile(_PATTERNS)
_READER = _compile({**_PATTERNS, "year": _YEAR_ALONE})
_ANCHORED = _compile({**_PATTERNS, **_ANNOUNCED})
# A cheap look first: every date has a figure, and near it a month, a season, a separator or one of these words.
_FIGURES = re.compile(r"\d+")
_WORDS = re.compile(r"[^\W\d_]+")
_SEPARATED = re.compile(rf"\d\s?[./-]\s?(?:\d|{ROMAN_MONTH})|\d\s{ROMAN_MONTH}\s\d|月|\d0s", re.IGNORECASE)
_NEAR = frozenset({*MONTHS, *SEASONS, "half", "quarter", "month", "inst", "instant", "ult", "ultimo"})
_LEAD = 28
"""A date begins at most so many characters before its first figure ("night of the", "beginning of September")."""

_Maker = Callable[[re.Match[str], _Context], tuple[DateValue, ...]]


def _month(text: str) -> int:
    return MONTHS[text.rstrip(".").lower()]


def _day_value(year: int, month: int, day: int) -> tuple[DateValue, ...]:
    return (DateValue(f"{year:04}-{month:02}-{day:02}"),) if is_day(year, month, day) else ()


def _written_day(prefix: str) -> _Maker:
    def make(m: re.Match[str], context: _Context) -> tuple[DateValue, ...]:
        return _day_value(context.year(m[f"{prefix}_y"]), _month(m[f"{prefix}_m"]), int(m[f"{prefix}_d"]))

    return make


def _open_day(prefix: str) -> _Maker:
    def make(m: re.Match[str], context: _Context) -> tuple[DateValue, ...]:
        value = context.complete(_month(m[f"{prefix}_m"]), int(m[f"{prefix}_d"]))
        return (value,) if value else ()

    return make


def _numeric(m: re.Match[str], context: _Context) -> tuple[DateValue, ...]:
    year, first, second = context.year(m["num_y"]), int(m["num_a"]), m["num_b"]
    if not second.isdigit():
        return _day_value(year, ROMAN[second.upper()], first)
    dmy, mdy = _day_value(year, int(second), first), _day_value(year, first, int(second))
    if context.order == "mdy" and mdy:
        return mdy
    if context.order == "dmy" and dmy:
        return dmy
    if dmy and mdy and dmy != mdy:
        # A point between the figures is the European habit; a slash says nothing (sources.md, trap 2).
        return dmy if m["num_s"] == "." else (*dmy, *mdy)
    return dmy or mdy


def _han(m: re.Match[str], context: _Context) -> tuple[DateValue, ...]:
    if m["han_y"]:
        return _day_value(int(m["han_y"]), int(m["han_m"]), int(m["han_d"]))
    value = context.complete(int(m["han_m"]), int(m["han_d"]))
    return (value,) if value else ()


def _between(year: int, month: int, first: int, last: int) -> tuple[DateValue, ...]:
    if not (is_day(year, month, first) and is_day(year, month, last)):
        return ()
    return (DateValue(f"{year}-{month:02}-{first:02}/{year}-{month:02}-{last:02}"),)


def _half(m: re.Match[str], context: _Context) -> tuple[DateValue, ...]:
    first = m["half_n"].lower() in ("first", "1st")
    if m["half_m"]:
        month = _month(m["half_m"])
        if m["half_my"]:
            year, basis = int(m["half_my"]), ""
        elif context.day:
            year, basis = context.day.year, "inferred"
        else:
            return ()
        last = bounds(f"{year}-{month:02}").latest
        assert last is not None
        days = (1, 15) if first else (16, last.day)
        return tuple(replace(value, basis=basis) for value in _between(year, month, *days))
    year = context.year(m["half_y"])
    return (DateValue(f"{year}-01/{year}-06" if first else f"{year}-07/{year}-12"),)


def _years(m: re.Match[str], context: _Context) -> tuple[DateValue, ...]:
    last = context.year(m["years_b"])
    return (DateValue(f"{m['years_a']}/{last}-{'06' if m['years_h'].lower() == 'first' else '12'}"),)


def _quarter(m: re.Match[str], context: _Context) -> tuple[DateValue, ...]:
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}[m["quarter_n"].lower()]
    return (DateValue(f"{m['quarter_y']}-{3 * number - 2:02}/{m['quarter_y']}-{3 * number:02}"),)


def _either(m: re.Match[str], context: _Context) -> tuple[DateValue, ...]:
    month = _month(m["alt_m"])
    days = [f"{m['alt_y']}-{month:02}-{int(m[name]):02}" for name in ("alt_a", "alt_b")]
    return (DateValue(f"[{','.join(days)}]"),)


def _instant(m: re.Match[str], context: _Context) -> tuple[DateValue, ...]:
    if context.day is None:
        return ()
    year, month = context.day.year, context.day.month
    last = (m["instant_w"] or "").lower().startswith("ult") or "last" in m["instant"].lower()
    if last:
        year, month = (year - 1, 12) if month == 1 else (year, month - 1)
    return tuple(replace(value, basis="inferred") for value in _day_value(year, month, int(m["instant_d"])))


def _nth(m: re.Match[str], context: _Context) -> tuple[DateValue, ...]:
    """The nearest such day not after the paper's date, two months back at most."""
    number = int(m["nth_d"]) if m["nth_d"] else ORDINALS.index(m["nth_w"].lower()) + 1
    if context.day is None:
        return ()
    year, month = context.day.year, context.day.month
    for _ in range(3):
        if is_day(year, month, number) and date(year, month, number) <= context.day:
            return (DateValue(f"{year}-{month:02}-{number:02}", basis="inferred"),)
        year, month = (year - 1, 12) if month == 1 else (year, month - 1)
    return ()


def _month_alone(m: re.Match[str], context: _Context) -> tuple[DateValue, ...]:
    if context.day is None:
        return ()
    month = _month(m["month_m"])
    year = context.day.year if month <= context.day.month else context.day.year - 1
    return (DateValue(f"{year}-{month:02}", basis="inferred"),)


_MAKERS: dict[str, _Maker] = {
    "iso": lambda m, c: _day_value(int(m["iso_y"]), int(m["iso_m"]), int(m["iso_d"])),
    "han": _han,
    "years": _years,
    "half": _half,
    "quarter": _quarter,
    "alt": _either,
    "range": lambda m, c: _between(c.year(m["range_y"]), _month(m["range_m"]), int(m["range_a"]), int(m["range_b"])),
    "mrange": lambda m, c: _between(int(m["mrange_y"]), _month(m["mrange_m"]), int(m["mrange_a"]), int(m["mrange_b"])),
    "dmy": _written_day("dmy"),
    "mdy": _written_day("mdy"),
    "num": _numeric,
    "roman": lambda m, c: _day_value(c.year(m["roman_y"]), ROMAN[m["roman_m"].upper()], int(m["roman_d"])),
    "season": lambda m, c: (DateValue(f"{m['season_y']}-{SEASONS[m['season_n'].lower()]}"),),
    "my": lambda m, c: (DateValue(f"{m['my_y']}-{_month(m['my_m']):02}"),),
    "instant": _instant,
    "dm": _open_day("dm"),
    "md": _open_day("md"),
    "nth": _nth,
    "month": _month_alone,
    "decade": lambda m, c: (DateValue(f"{m['decade_y']}X"),),
    "year": lambda m, c: (DateValue(m["year_y"]),),
}


def _values(match: re.Match[str], context: _Context) -> tuple[DateValue, ...]:
    kind = next(name for name in _MAKERS if name in match.re.groupindex and match[name] is not None)
    values = _MAKERS[kind](match, context)
    return tuple(_qualified(value, match[0][: _end(match) - match.start()], match) for value in values)


def _end(match: re.Match[str]) -> int:
    """Where the date ends: a point behind a figure or a whole month is the sentence's, one behind "Oct" the word's."""
    words = match[0]
    if not words.endswith("."):
        return match.end()
    last = words[:-1].rpartition(" ")[2]
    short = last.isalpha() and len(last) <= 4 and last.lower() not in ("may", "june", "july", "juni", "juli", "mai")
    return match.end() if short or words.endswith("г.") else match.end() - 1


def _qualified(value: DateValue, written: str, match: re.Match[str]) -> DateValue:
    """Circa, doubt, and open ends, as EDTF writes them."""
    edtf = value.edtf
    plain = not any(mark in edtf for mark in "/[X")
    doubt = bool(match["after"])
    if plain and (match["circa"] or doubt):
        edtf += "%" if match["circa"] and doubt else "~" if match["circa"] else "?"
    bound = (match["bound"] or "").strip().lower()
    if plain and bound in ("until", "till", "before", "up to"):
        edtf = f"../{edtf}"
    elif plain and bound == "since":
        edtf = f"{edtf}/.."
    return replace(value, edtf=edtf, written=written)


def _context(context: date | DateValue | str | None, order: Order | None) -> _Context:
    if isinstance(context, str):
        context = bounds(context).latest
    elif isinstance(context, DateValue):
        context = context.latest
    return _Context(context, order)


def read(
    text: str, *, context: date | DateValue | str | None = None, order: Order | None = None
) -> tuple[DateValue, ...]:
    """The date that these words are, whole; several values are candidates, none is not a date we can read.

    ``context`` is the paper's own date (a day, a value or EDTF), ``order`` its order of figures.
    """
    match = _READER.fullmatch(text.strip())
    return _values(match, _context(context, order)) if match else ()


def parse(text: str, *, context: date | DateValue | str | None = None, order: Order | None = None) -> DateValue | None:
    """The one date that these words are, or None."""
    values = read(text, context=context, order=order)
    return values[0] if len(values) == 1 else None


def find(
    text: str,
    start: int = 0,
    end: int | None = None,
    *,
    context: date | DateValue | str | None = None,
    order: Order | None = None,
) -> Iterator[Found]:
    """Dates in running text, in order; bare years are left out, since most are parts of something else."""
    stop = len(text) if end is None else end
    given = _context(context, order)
    at = start
    while figures := _FIGURES.search(text, at, stop):
        before, after = max(start, figures.start() - _LEAD), min(stop, figures.end() + _LEAD)
        near = text[before:after]
        if not _SEPARATED.search(near) and not any(word.lower() in _NEAR for word in _WORDS.findall(near)):
            at = figures.end()
            continue
        match = _first_match(text, max(before, at), figures.end(), stop)
        if match is None:
            at = figures.end()
            continue
        if values := _values(match, given):
            yield Found(match.start(), _end(match), values)
        at = match.end()


def at(
    text: str,
    start: int,
    end: int | None = None,
    *,
    context: date | DateValue | str | None = None,
    order: Order | None = None,
) -> Found | None:
    """The date that begins at ``start``, where words before it announce one: also ``the 28th``, ``July``."""
    stop = len(text) if end is None else end
    match = _ANCHORED.match(text, start, stop)
    if match is None:
        return None
    values = _values(match, _context(context, order))
    return Found(match.start(), _end(match), values) if values else None


def _first_match(text: str, first: int, last: int, stop: int) -> re.Match[str] | None:
    """The first date that begins at a word between these characters."""
    for word in _STARTS.finditer(text, first, last):
        if match := _FINDER.match(text, word.start(), stop):
            return match
    return None


_STARTS = re.compile(r"(?<![\w./-])['’]?[\w]")


def order_of(text: str) -> Order | None:
    """The order of day and month a paper uses, by figures that can be read in one way only."""
    votes = {"dmy": 0, "mdy": 0}
    for match in _NUMERIC.finditer(text):
        first, second = int(match["a"]), int(match["b"])
        if first > 12 >= second:
            votes["dmy"] += 1
        elif second > 12 >= first:
            votes["mdy"] += 1
    if votes["dmy"] == votes["mdy"]:
        return None
    return "dmy" if votes["dmy"] > votes["mdy"] else "mdy"


_NUMERIC = re.compile(r"(?<![\w./-])(?P<a>\d{1,2})[./-](?P<b>\d{1,2})[./-](?:\d{4}|\d\d)(?![\w/])")

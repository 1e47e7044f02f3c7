"""From the words of a date to its value: one function for each way of writing in `patterns`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from cablegraph.dates.edtf import NEW_CALENDAR, bounds, is_day, julian_to_gregorian
from cablegraph.dates.values import Context, DateValue
from cablegraph.dates.words import AFTERWARDS, BOUNDS, ERAS, MONTHS, ORDINALS, ROMAN, SEASONS, han_number
from cablegraph.patterns import compiled

Maker = Callable[[re.Match[str], Context], tuple[DateValue, ...]]


def _month(text: str) -> int:
    return MONTHS[text.rstrip(".").lower()]


def _day_value(year: int, month: int, day: int) -> tuple[DateValue, ...]:
    return (DateValue(f"{year:04}-{month:02}-{day:02}"),) if is_day(year, month, day) else ()


def _written_day(prefix: str) -> Maker:
    def make(m: re.Match[str], context: Context) -> tuple[DateValue, ...]:
        return _day_value(context.year(m[f"{prefix}_y"]), _month(m[f"{prefix}_m"]), int(m[f"{prefix}_d"]))

    return make


def _open_day(prefix: str) -> Maker:
    def make(m: re.Match[str], context: Context) -> tuple[DateValue, ...]:
        value = context.complete(_month(m[f"{prefix}_m"]), int(m[f"{prefix}_d"]))
        return (value,) if value else ()

    return make


def _numeric(m: re.Match[str], context: Context) -> tuple[DateValue, ...]:
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
        # A slash and then a dash is the Nordic way: "5/9-68".
        northern = m["num_s"] == "/" and m[0][m.start("num_y") - m.start() - 1] == "-"
        return dmy if m["num_s"] == "." or northern else (*dmy, *mdy)
    return dmy or mdy


def _han(m: re.Match[str], context: Context) -> tuple[DateValue, ...]:
    month, day = han_number(m["han_m"]), han_number(m["han_d"])
    if m["han_y"]:
        return _day_value(han_number(m["han_y"]), month, day)
    value = context.complete(month, day)
    return (value,) if value else ()


def _era(m: re.Match[str], context: Context) -> tuple[DateValue, ...]:
    """``民國四十年六月二十四日``; Meiji years before 1873 are of the lunar calendar."""
    year = ERAS[m["era_n"]] + han_number(m["era_y"])
    if m["era_n"] == "明治" and year < 1873:
        return ()
    return _day_value(year, han_number(m["era_m"]), han_number(m["era_d"]))


def _between(year: int, month: int, first: int, last: int) -> tuple[DateValue, ...]:
    if not (is_day(year, month, first) and is_day(year, month, last) and first < last):
        return ()
    return (DateValue(f"{year}-{month:02}-{first:02}/{year}-{month:02}-{last:02}"),)


def _half(m: re.Match[str], context: Context) -> tuple[DateValue, ...]:
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


def _years(m: re.Match[str], context: Context) -> tuple[DateValue, ...]:
    last = context.year(m["years_b"])
    return (DateValue(f"{m['years_a']}/{last}-{'06' if m['years_h'].lower() == 'first' else '12'}"),)


def _quarter(m: re.Match[str], context: Context) -> tuple[DateValue, ...]:
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}[m["quarter_n"].lower()]
    return (DateValue(f"{m['quarter_y']}-{3 * number - 2:02}/{m['quarter_y']}-{3 * number:02}"),)


def _instant(m: re.Match[str], context: Context) -> tuple[DateValue, ...]:
    if context.day is None:
        return ()
    year, month = context.day.year, context.day.month
    last = (m["instant_w"] or "").lower().startswith("ult") or "last" in m["instant"].lower()
    if last:
        year, month = (year - 1, 12) if month == 1 else (year, month - 1)
    return tuple(replace(value, basis="inferred") for value in _day_value(year, month, int(m["instant_d"])))


def _span(prefix: str) -> Maker:
    """``28 June–2 July 1951``; the first day has the second's year, or the year before if it would fall after it."""

    def make(m: re.Match[str], context: Context) -> tuple[DateValue, ...]:
        last_year = context.year(m[f"{prefix}_z"])
        first_month, last_month = _month(m[f"{prefix}_m"]), _month(m[f"{prefix}_n"])
        year = int(m[f"{prefix}_y"]) if m[f"{prefix}_y"] else last_year - (first_month > last_month)
        first, last = (
            _day_value(year, first_month, int(m[f"{prefix}_a"])),
            _day_value(last_year, last_month, int(m[f"{prefix}_b"])),
        )
        return (
            (DateValue(f"{first[0].edtf}/{last[0].edtf}"),) if first and last and first[0].edtf < last[0].edtf else ()
        )

    return make


def _new_style(prefix: str) -> Maker:
    """``25 October (7 November) 1917``: the second day is the New Style one, if the two are one day."""

    def make(m: re.Match[str], context: Context) -> tuple[DateValue, ...]:
        year, month, day = int(m[f"{prefix}_y"]), _month(m[f"{prefix}_m"]), int(m[f"{prefix}_a"])
        year -= month > _month(m[f"{prefix}_n"])  # "December 26 (January 7), 1874"
        if not is_day(year, month, day):
            return ()
        new = julian_to_gregorian(year, month, day)
        same = (new.month, new.day) == (_month(m[f"{prefix}_n"]), int(m[f"{prefix}_d"]))
        return (DateValue(new.isoformat(), calendar="julian"),) if same else ()

    return make


def _both_styles(prefix: str) -> Maker:
    """``17 (29) March 1867``: the New Style day, if the two are one day; else either, or all between."""

    def make(m: re.Match[str], context: Context) -> tuple[DateValue, ...]:
        year, month, first, second = int(m[f"{prefix}_y"]), m[f"{prefix}_m"], m[f"{prefix}_a"], m[f"{prefix}_d"]
        if not is_day(year, _month(month), int(first)):
            return ()
        new = julian_to_gregorian(year, _month(month), int(first))
        if (new.month, new.day) == (_month(month), int(second)) and new < NEW_CALENDAR:
            return (DateValue(new.isoformat(), calendar="julian"),)
        if int(second) < int(first):  # "March 29 (17), 1867": New Style first
            return _day_value(year, _month(month), int(first))
        if "/" in m[0]:
            return _between(year, _month(month), int(first), int(second))
        return _either_of(year, month, first, second)

    return make


def _either_of(year: int, month: str, first: str, second: str) -> tuple[DateValue, ...]:
    days = [*_day_value(year, _month(month), int(first)), *_day_value(year, _month(month), int(second))]
    return (DateValue(f"[{','.join(sorted(day.edtf for day in days))}]"),) if len(days) == 2 else ()


def _days(m: re.Match[str], context: Context) -> tuple[DateValue, ...]:
    month = int(m["days_m"]) if m["days_m"].isdigit() else ROMAN[m["days_m"].upper()]
    return _between(context.year(m["days_y"]), month, int(m["days_a"]), int(m["days_b"]))


def _two_years(m: re.Match[str], context: Context) -> tuple[DateValue, ...]:
    first = int(m["years2_a"])
    last = int(m["years2_b"]) if len(m["years2_b"]) == 4 else first - first % 100 + int(m["years2_b"])
    return (DateValue(f"{first}/{last}"),) if first < last else ()


def _nth(m: re.Match[str], context: Context) -> tuple[DateValue, ...]:
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


def _month_alone(m: re.Match[str], context: Context) -> tuple[DateValue, ...]:
    if context.day is None:
        return ()
    month = _month(m["month_m"])
    year = context.day.year if month <= context.day.month else context.day.year - 1
    return (DateValue(f"{year}-{month:02}", basis="inferred"),)


_MAKERS: dict[str, Maker] = {
    "iso": lambda m, c: _day_value(int(m["iso_y"]), int(m["iso_m"]), int(m["iso_d"])),
    "han": _han,
    "era": _era,
    "dots": lambda m, c: _day_value(int(m["dots_y"]), int(m["dots_m"]), int(m["dots_d"])),
    "dim": lambda m, c: (DateValue(f"{m['dim_y']}X"),),
    "years": _years,
    "half": _half,
    "quarter": _quarter,
    "alt": lambda m, c: _either_of(int(m["alt_y"]), m["alt_m"], m["alt_a"], m["alt_b"]),
    "range": lambda m, c: _between(c.year(m["range_y"]), _month(m["range_m"]), int(m["range_a"]), int(m["range_b"])),
    "mrange": lambda m, c: _between(int(m["mrange_y"]), _month(m["mrange_m"]), int(m["mrange_a"]), int(m["mrange_b"])),
    "dmy": _written_day("dmy"),
    "mdy": _written_day("mdy"),
    "num": _numeric,
    "roman": lambda m, c: _day_value(c.year(m["roman_y"]), ROMAN[m["roman_m"].upper()], int(m["roman_d"])),
    "season": lambda m, c: (DateValue(f"{m['season_y']}-{SEASONS[m['season_n'].lower()]}"),),
    "my": lambda m, c: (DateValue(f"{c.year(m['my_y'])}-{_month(m['my_m']):02}"),),
    "instant": _instant,
    "span": _span("span"),
    "mspan": _span("mspan"),
    "old": _new_style("old"),
    "mold": _new_style("mold"),
    "both": _both_styles("both"),
    "mboth": _both_styles("mboth"),
    "either": lambda m, c: _either_of(c.year(m["either_y"]), m["either_m"], m["either_a"], m["either_b"]),
    "months": lambda m, c: (
        DateValue(f"{m['months_y']}-{_month(m['months_a']):02}/{m['months_y']}-{_month(m['months_b']):02}"),
    ),
    "days": _days,
    "group": _written_day("group"),
    "hyphens": _written_day("hyphens"),
    "ymd": _written_day("ymd"),
    "years2": _two_years,
    "month1": lambda m, c: (DateValue(f"{m['month1_y']}-{m['month1_m']}"),),
    "han2": lambda m, c: (DateValue(m["han2_y"] + (f"-{int(m['han2_m']):02}" if m["han2_m"] else "")),),
    "dm": _open_day("dm"),
    "md": _open_day("md"),
    "nth": _nth,
    "month": _month_alone,
    "decade": lambda m, c: (DateValue(f"{m['decade_y']}X"),),
    "year": lambda m, c: (DateValue(str(c.year(m["year_y"]))),),
}


def values_of(match: re.Match[str], context: Context) -> tuple[DateValue, ...]:
    kind = match.lastgroup or ""  # the last group to end: the way of writing, or what stands behind it
    if kind not in _MAKERS:
        kind = next(name for name in _MAKERS if name in match.re.groupindex and match[name] is not None)
    values = _MAKERS[kind](match, context)
    return tuple(_qualified(value, match[0][: end_of(match) - match.start()], match) for value in values)


def end_of(match: re.Match[str]) -> int:
    """Where the date ends: a point behind a figure or a whole month is the sentence's, one behind "Oct" the word's."""
    words = match[0]
    if not words.endswith("."):
        return match.end()
    last = words[:-1].rpartition(" ")[2]
    short = last.isalpha() and len(last) <= 4 and last.lower() not in ("may", "june", "july", "juni", "juli", "mai")
    return match.end() if short or words.endswith("г.") else match.end() - 1


def _qualified(value: DateValue, written: str, match: re.Match[str]) -> DateValue:
    """Circa, doubt, and open ends, as EDTF writes them."""
    if match["julian"] and re.fullmatch(r"\d{4}-\d\d-\d\d", value.edtf):
        # Old Style words: the day is converted, the words say which calendar they are of (model section 5).
        converted = julian_to_gregorian(*(int(part) for part in value.edtf.split("-")))
        value = replace(value, edtf=converted.isoformat(), calendar="julian")
    edtf = value.edtf
    plain = not any(mark in edtf for mark in "/[X")
    doubt = bool(match["after"])
    if plain and (match["circa"] or doubt):
        edtf += "%" if match["circa"] and doubt else "~" if match["circa"] else "?"
    return replace(value, edtf=_opened(edtf, _end_set(match)), written=written)


def _end_set(match: re.Match[str]) -> str:
    """Which end of a time the words around a day set: ``latest`` of *not after*, ``earliest`` of *or later*."""
    before = _ARTICLE.sub("", " ".join((match["bound"] or "").lower().split()))
    behind = " ".join((match["open"] or "").lower().strip(" ,").split())
    return BOUNDS.get(before) or AFTERWARDS.get(behind, "")


_ARTICLE = compiled(r" (?:the|dem|den|am)$")


def _opened(edtf: str, end: str) -> str:
    """With the other end open; of several days the one that no reading of the words goes beyond."""
    if not end or edtf.startswith("XXXX"):
        return edtf
    days = re.split(r"[/,]", edtf.strip("[]"))
    return f"{days[0].replace('X', '0')}/.." if end == "earliest" else f"../{days[-1].replace('X', '9')}"

"""Dates as papers write them: ``24.VI.51``, ``June 21``, ``'52, '53 and the first half of '54`` (model section 5).

Common libraries read ``first half of 1954`` as 1954 and ``June 21`` as this year; a paper means neither.
"""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from cablegraph.dates.edtf import bounds, is_day
from cablegraph.dates.making import end_of, values_of
from cablegraph.dates.patterns import (
    ANNOUNCERS,
    BEFORE,
    BEHIND_MONTH,
    FIGURES,
    HAN_FINDER,
    LEAD,
    NEAR,
    NTH,
    SECONDS,
    SEPARATED,
    STARTERS,
    WORDS,
    day_finder,
    lone_month_finder,
    month_finder,
    nth_finder,
    reader,
    word_finder,
    year_finder,
    year_reader,
)
from cablegraph.dates.values import Context, DateValue, Found, Order
from cablegraph.dates.words import BOUND, MONTH, MONTHS
from cablegraph.patterns import compiled


def _context(context: date | DateValue | str | None, order: Order | None) -> Context:
    if isinstance(context, str):
        context = bounds(context).latest
    elif isinstance(context, DateValue):
        context = context.latest
    return Context(context, order)


def read(
    text: str, *, context: date | DateValue | str | None = None, order: Order | None = None
) -> tuple[DateValue, ...]:
    """The date that these words are, whole; several values are candidates, none is not a date we can read.

    ``context`` is the paper's own date (a day, a value or EDTF), ``order`` its order of figures.
    """
    if _EDTF_DAY.fullmatch(text) and is_day(int(text[:4]), int(text[5:7]), int(text[8:])):
        return (DateValue(text, text),)  # what a paper's day has become already
    words = _WRAPPING.sub("", text.strip())
    words = _HOUR_AFTER.sub("", words)
    words = _INNER_BRACKETS.sub(r"\1", words) if "[" in words else words
    words = _short_year(words)
    match = _reader_of(words).fullmatch(words)
    if match is None and words.startswith("[") and words.endswith("]"):
        words = _short_year(words[1:-1].strip())
        match = _reader_of(words).fullmatch(words)
    given = _context(context, order)
    values = values_of(match, given) if match else _within_bounds(words, given)
    return tuple(replace(value, written=text.strip()) for value in values)


def _short_year(words: str) -> str:
    """``7 July 57`` with the sign of what is left out: words that are a date as a whole end with its year."""
    return _SHORT_YEAR.sub(r"\g<0>’", words)


_SHORT_YEAR = compiled(
    rf"(?:(?<![\d./])\d{{1,2}}{NTH}\s?(?:of\s)?{MONTH},?\s|\b{MONTH}\s?\d{{1,2}}{NTH},?\s|^{MONTH}\s(?=[4-9]\d|3[2-9]))(?=\d\d(?:\s?(?:\(?\?\)?|г\.?))?$)",
    re.IGNORECASE,
)


def _within_bounds(words: str, given: Context) -> tuple[DateValue, ...]:
    """``not before 7 July and not after 9 July 1957``: a day before which it was not, and one after which it was not."""
    for joined in _TWO_BOUNDS.finditer(words):
        last = parse(words[joined.end() :], context=given.day, order=given.order)
        if last is None or not last.edtf.startswith("../"):
            continue
        first = parse(words[: joined.start()], context=last.latest, order=given.order)
        if first and first.edtf.endswith("/..") and first.earliest and last.latest and first.earliest <= last.latest:
            return (replace(first, edtf=first.edtf.removesuffix("..") + last.edtf.removeprefix("../")),)
    return ()


def _both_bounds(text: str, match: re.Match[str], stop: int, given: Context) -> Found | None:
    """The same where a day begins that it was not before, in a stretch that is there to say a date."""
    joined = _TWO_BOUNDS.match(text, match.end(), stop) if match["bound"] else None
    last = at(text, joined.end(), stop, context=given.day, order=given.order) if joined else None
    if last is None:
        return None
    values = _within_bounds(text[match.start() : last.end], given)
    written = text[match.start() : last.end]
    return (
        Found(match.start(), last.end, tuple(replace(value, written=written) for value in values)) if values else None
    )


_TWO_BOUNDS = compiled(
    rf"\s?(?:[,;–—-]|\b(?:and|but|und|et|и|y)\b)\s?(?:(?:and|but|but\sprobably)\s)?(?={BOUND}\b)", re.IGNORECASE
)


def _reader_of(words: str) -> re.Pattern[str]:
    """The ways in which these words as a whole can be a date, by what they begin with."""
    before = BEFORE.match(words)
    begins = _BEGINS.match(words, before.end() if before else 0)
    first = begins[0].lower() if begins else ""
    if first in MONTHS:
        return month_finder()
    if first.isdigit() and len(first) in (1, 2, 4):
        return year_reader() if len(first) == 4 else day_finder()
    return reader()


_BEGINS = compiled(r"\d+|[^\W\d_]+")
_EDTF_DAY = compiled(r"(?:1[5-9]|20)[0-9]{2}-[0-9]{2}-[0-9]{2}")

# What may stand around a date that is given whole: a weekday, an article, the hour, editors' brackets at the year.
_WRAPPING = compiled(
    r"^(?:(?:on(?!\sor\s)|dated|le|den|vom|el|am)\s)?(?:(?:the|le|den|el)\s(?=\d))?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)),?\s(?:the\s)?"
    r"|^(?:on(?!\sor\s)|dated|le|den|vom|el|am)\s(?:the\s)?|^(?:the|le|den|el)\s(?=\d{1,2}(?:st|nd|rd|th)?\s)|^\d{2}[:.]?\d{2}(?:\s?(?:hours|hrs|h))?,?\s(?=\d{1,2}[\s.])",
    re.IGNORECASE,
)
_HOUR_AFTER = compiled(
    r"\s?(?:[,—–-]|\bat\b)?\s?(?:\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?\s?m\.?|(?:12\s)?(?:noon|midnight)|(?:at\s)\d{1,2}[.:]\d\d(?:\s?(?:hours|hrs|h))?)$",
    re.IGNORECASE,
)
_INNER_BRACKETS = compiled(r"(?<=[\s,])\[(\d{1,4})\]")


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
    heads: bool = False,
) -> Iterator[Found]:
    """Dates in running text, in order; bare years are left out, since most are parts of something else.

    ``heads``: a stretch that is there to say a date, where ``7 July 57`` ends with its year.
    """
    stop = len(text) if end is None else end
    given = _context(context, order)
    at = start
    while figures := FIGURES.search(text, at, stop):
        before, after = max(start, figures.start() - LEAD), min(stop, figures.end() + LEAD)
        near = text[before:after]
        if NEAR.isdisjoint(WORDS.findall(near.lower())) and not SEPARATED.search(near):
            at = figures.end()
            continue
        match = HAN_FINDER.search(text, max(before, at), after) if _MONTH_SIGN.search(near) else None
        match = match or _first_match(text, max(before, at), figures.end(), stop)
        if match is None:
            at = figures.end()
            continue
        if heads and (both := _both_bounds(text, match, stop, given)):
            yield both
            at = both.end
            continue
        short = _SHORT_BEHIND.match(text, match.end(), stop) if heads and match.lastgroup in ("dm", "md") else None
        if short and (whole := read(text[match.start() : short.end("year")], context=given.day, order=order)):
            yield Found(match.start(), short.end("year"), whole)
        elif values := values_of(match, given):
            yield Found(match.start(), end_of(match), values)
        at = short.end("year") if short else match.end()


_MONTH_SIGN = compiled(r"[月월]")
_SHORT_BEHIND = compiled(
    r",?\s(?P<year>\d\d(?!\d)(?:\s?\(\?\)|\?)?)(?!\w|[:.’'/–—-]\d|,\d)"
    r"(?=\s*(?:$|[.;)\]—–\r\n]|,(?!\s?\d|\s(?:and|or|noon|midnight)\b)|,?\s(?:at\s)?\d{1,2}[.:]\d\d|,\s(?:at\s)?\d{1,2}\s?[ap]\.?\s?m\b"
    r"|г\.?(?!\w)|\s\(|\s(?:at|re[cg]|re[cg]['’]?d|received|sent)\b))",
    re.IGNORECASE,
)
"""A year of two figures behind a day and its month, which no word or figure makes an hour, a day or a count."""


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
    word = _STARTS.match(text, start, stop)
    if word is None or not (word[0][-1].isdigit() or _announces(word[0])):
        return None
    pattern = _by_figure(word[0]) if word[0][-1].isdigit() else _by_word(text, start, stop)
    match = pattern.match(text, start, stop) if pattern else None
    match = match or nth_finder().match(text, start, stop) or lone_month_finder().match(text, start, stop)
    if match is None:
        return None
    values = values_of(match, _context(context, order))
    return Found(match.start(), end_of(match), values) if values else None


@lru_cache(maxsize=4096)
def _announces(word: str) -> bool:
    """Whether a date can begin with this word, also one that only announced dates begin with (``twelfth``)."""
    lowered = word.lower()
    return lowered in STARTERS or lowered in ANNOUNCERS or lowered.startswith(("early", "late", "mid"))


def _first_match(text: str, first: int, last: int, stop: int) -> re.Match[str] | None:
    """The first date that begins at a word between these characters."""
    for word in _STARTS.finditer(text, first, last):
        pattern = _pattern_at(text, word, stop)
        if pattern is not None and (match := pattern.match(text, word.start(), stop)):
            return match
    return None


def _pattern_at(text: str, word: re.Match[str], stop: int) -> re.Pattern[str] | None:
    """The ways of writing that can begin with a word, by what it is and what stands behind it; None where none can."""
    lowered = word[0].lower()
    if lowered[-1].isdigit():
        return _by_figure(lowered)
    if lowered not in STARTERS:
        return None
    if lowered in MONTHS:
        return month_finder() if BEHIND_MONTH.match(text, word.end(), stop) else None
    second = _SECOND.match(text, word.end(), stop)
    if second is None or (second[1].isascii() and second[1].isalpha() and second[1].lower() not in SECONDS):
        return None
    return _by_word(text, word.start(), stop)


def _by_figure(figure: str) -> re.Pattern[str] | None:
    return year_finder() if len(figure) == 4 else day_finder() if len(figure) in (1, 2, 6) else None


def _by_word(text: str, start: int, stop: int) -> re.Pattern[str] | None:
    """The ways of writing that can begin with a word, by what stands there, or behind it: "from", "the night of"."""
    before = BEFORE.match(text, start, stop)
    begins = _BEGINS.match(text, before.end() if before else start, stop)
    if begins is None:
        return None
    first = begins[0].lower()
    if first.isdigit():
        return _by_figure(first)
    return month_finder() if first in MONTHS else word_finder()


_SECOND = compiled(r"\W{0,3}(\d|[^\W\d_]+)")


_STARTS = compiled(r"(?<![\w./-])(?:['’]?\d+|[^\W\d_]+)")


def order_of(text: str) -> Order | None:
    """The order of day and month a paper uses, by figures that can be read in one way only."""
    votes = {"dmy": 0, "mdy": 0}
    for match in _NUMERIC.finditer(text):
        if match.start() and _JOINED.match(text, match.start() - 1):
            continue
        first, second = int(match["a"]), int(match["b"])
        if first > 12 >= second:
            votes["dmy"] += 1
        elif second > 12 >= first:
            votes["mdy"] += 1
    if votes["dmy"] == votes["mdy"]:
        return None
    return "dmy" if votes["dmy"] > votes["mdy"] else "mdy"


# What stands before is looked at afterwards, so that the search skips to figures at once.
_NUMERIC = compiled(r"(?P<a>\d\d?)[./-](?P<b>\d{1,2})[./-](?:\d{4}|\d\d)(?![\w/])")
_JOINED = compiled(r"[\w./-]")


def file_number_date(number: str) -> DateValue | None:
    """The day that a file number of the State Department encodes after about 1944: ``611.61/9-2151`` is 21 September 1951.

    Older numbers count the papers of a file (``861.51/131``) and give None.
    """
    match = _FILE_NUMBER_DAY.search(number)
    if match is None:
        return None
    year, month, day = 1900 + int(match["year"]), int(match["month"]), int(match["day"])
    return DateValue(f"{year}-{month:02}-{day:02}", match[0]) if is_day(year, month, day) else None


# National Archives, Decimal File 1940-1963: month, dash, day and two figures of the year follow the stroke.
_FILE_NUMBER_DAY = compiled(r"(?<=/)(?P<month>\d{1,2})[-–](?P<day>\d{1,2})(?P<year>[4-7]\d)(?!\d)")

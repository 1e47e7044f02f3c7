"""Papers named by form and number alone: ``Complement to Tel. 917``, ``in despatch 1188 of 3 October``, ``Yours 402``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cablegraph import dates
from cablegraph.extraction.citing import Cited
from cablegraph.extraction.citing_tails import Tail

_FORM: Final = r"(?P<form>(?i:tel(?:s|egrams?)?\.?|cables?|d[ei]spatch(?:es)?|letters?|memorand(?:um|a)|memos?|notes?|circulars?|airgrams?|reports?))"
_FIGURE: Final = r"(?=(?:(?:No|Nr|N[º°])s?\.?\s?)?\d)"
_IN_ADDITION = re.compile(
    rf"(?:^|(?<=[\n.;:(]))\s*(?P<words>(?i:complement(?:ary)?|supplement(?:ary)?|additional|in\s(?:addition|continuation|reply|answer)|addition|addendum|continuation|continuing|further|reply|answer|reference)(?i:\s(?:to|of))\s(?:the\s)?{_FORM}\s{_FIGURE})"
)
"""``Complement to Tel. 917.`` at the head of a telegram's text."""
_LED = re.compile(
    rf"(?<![\w’'])(?:in|by|with|of|see|per|under|through)\s(?:the\s)?(?P<words>{_FORM}\s(?=(?:(?:No|Nr|N[º°])\.?\s?)?\d{{2,6}}(?:/\d+)?(?=\s(?:of|dated)\s|[.,;)]|$|\n)))"
)
"""``reported in Memorandum No. 41/81``, ``given in despatch 1188 of 3 October``"""
_REFTEL = re.compile(r"(?<!\w)(?P<words>(?P<form>)(?i:reftels?)\s(?=(?:Nos?\.?\s?)?\d))")
_YOURS = re.compile(
    r"(?<!\w)(?P<words>[Yy]ours\s)(?=(?:(?:No|Nr)s?\.?\s?)?\d{2,6}(?:[.,;)]|\s(?:and|of|to|in|dated|received|about|concerning|regarding|re|was|has)\b|$))"
)
_SLUGS: Final = (("tel", "telegram"), ("cable", "telegram"), ("d", "despatch"), ("letter", "letter"), ("mem", "memorandum"), ("note", "note"), ("circ", "circular"), ("rep", "report"))  # fmt: skip
_HINTS: Final = (
    "ours ",
    "omplement",
    "upplement",
    "ddition",
    "ontinu",
    "urther to",
    "eply",
    "nswer",
    "eference",
    "ddendum",
)


def find(text: str, start: int, end: int, *, context: str | None, order: dates.Order | None = None) -> Iterator[Cited]:
    """Such papers in ``text[start:end]``: whose they are is said only by "yours"."""
    words = text[start:end]
    if not any(char.isdigit() for char in words):
        return
    numbered = _has_numbered_form(words)
    hinted = numbered and any(hint in words for hint in _HINTS)
    for match in _IN_ADDITION.finditer(text, start, end) if hinted else ():
        yield from _each(text, match, end, context, order, theirs=False)
    for match in _LED.finditer(text, start, end) if numbered else ():
        yield from _each(text, match, end, context, order, theirs=False)
    if "eftel" in words or "EFTEL" in words:
        for match in _REFTEL.finditer(text, start, end):
            yield from _each(text, match, end, context, order, theirs=False)
    for match in _YOURS.finditer(text, start, end) if "ours " in words else ():
        yield from _each(text, match, end, context, order, theirs=True)


_FIGURE_BEHIND = re.compile(r"\s(?:N[or\u00ba\u00b0]s?\.?\s?)?\d")
_FORM_WORDS: Final = (
    "tel",
    "gram",
    "cable",
    "patch",
    "patche",
    "letter",
    "randum",
    "randa",
    "memo",
    "note",
    "circular",
    "report",
)


def _has_numbered_form(words: str) -> bool:
    """A quick look: a form with a figure behind it."""
    return any(
        words[max(0, found.start() - 10) : found.start()]
        .lower()
        .removesuffix(".")
        .removesuffix("s")
        .endswith(_FORM_WORDS)
        for found in _FIGURE_BEHIND.finditer(words)
    )


def _each(
    text: str, match: re.Match[str], end: int, context: str | None, order: dates.Order | None, *, theirs: bool
) -> Iterator[Cited]:
    tail = Tail(text, match.end(), end, context, order)
    first = match.start("words")
    for index, (number, own) in enumerate(tail.numbers):
        begin = first if index == 0 else own
        form = (
            ""
            if theirs
            else next((slug for begins, slug in _SLUGS if (match["form"] or "tel").lower().startswith(begins)), "")
        )
        whose, rule = ("theirs", "your-paper") if theirs else ("nobody", "number-referred-to")
        yield Cited(begin, (first, tail.end), whose, rule, form, number, tail.date(index))  # type: ignore[arg-type]

"""Papers that wires name by a post or a man and a number or a day alone: ``Embassy 10034, May 13``, ``Spencer’s September 18, 10 p.m.``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cablegraph import dates
from cablegraph.extraction import names
from cablegraph.extraction.cited import Cited, Whose
from cablegraph.extraction.citing_tails import Tail
from cablegraph.extraction.lexicon import MONTH
from cablegraph.sought import sought

_OFFICE: Final = r"(?P<department>Department)|(?P<post>Embassy|Legation|Consulate|Mission)"
_HOUR: Final = r"\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?\s?m\b|\d{1,2}\s(?:noon|midnight)|noon\b|midnight\b"
_BY_NUMBER = sought(
    rf"(?:(?<=[,;.:]\s)|(?<=\band\s)|(?<=\bto\s)|(?<=\bsee\s)|(?<=\n)|^)(?:{_OFFICE})\s(?P<number>\d{{1,5}}),?\s(?={MONTH}\s\d{{1,2}}\b(?!\s(?:men|tons)))"
)
"""``Your 575, Embassy 10034, May 13, 6 p.m.``"""
_BY_HOUR = sought(
    rf"(?<![\w’'.-])(?P<by>[A-Z][a-zà-ž]+)[’']s\s(?={MONTH}\s\d{{1,2}},\s(?:{_HOUR}))|(?:(?<=\band\s)|(?<=;\s)|(?<=\balso\s))(?P<he>[A-Z][a-zà-ž]+)[’']s\s(?={MONTH}\s\d{{1,2}}(?:[.;]|\sand\b|$))"
)
"""``Spencer’s September 18, 10 p.m.``: the hour says that a wire is meant."""
_DAY_AND_HOUR = sought(
    rf"(?:(?<=\balso\s)|(?<=\band\s)|(?<=\bsee\s)|(?<=\bto\s)|(?<=\bin\s))(?P<form>telegram|cable|message)\s(?={MONTH}\s\d{{1,2}},\s(?:{_HOUR}))"
)
"""``also telegram April 29, 4 p.m., from Harbin``"""
_IN_ITS = sought(
    rf"(?<![\w’'.-])(?P<by>(?:[Tt]he\s)?(?:(?:American|British)\s)?(?:Embassy|Legation|Consulate|Mission|Commission|Consul|Minister|Ambassador)(?:[\s-]General)?\s(?:at|in)\s[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)?|Department),?\s(?:[a-z]+\s){{0,2}}?(?P<words>(?:in|by)\s(?:its|his)\s(?:(?P<form>telegram|despatch|dispatch|cable|airgram)\s)?(?=(?:No\.\s?)?\d{{1,5}}(?:,|\sof\s|\s(?:{MONTH})\s)))"
)
"""``Mission at Paris in its 2011 of May 4 asks``"""
# Quick looks first.
_A_POST = sought(r"(?:Department|Embassy|Legation|Consulate|Mission)\s\d{1,5},?\s[A-Z]")
_HIS_DAY = sought(rf"[’']s\s{MONTH}\s\d{{1,2}}(?:[.;,]|\sand\b|$)")
_FORM_AND_DAY = sought(rf"(?:gram|cable|message)\s{MONTH}\s\d{{1,2}},\s")
_ITS_NUMBER = sought(r"(?:in|by)\s(?:its|his)\s(?:[a-z]+\s)?(?:No\.\s?)?\d")
_FORMS: Final = {"telegram": "telegram", "cable": "telegram", "despatch": "despatch", "dispatch": "despatch"}


def find(text: str, start: int, end: int, *, context: str | None, order: dates.Order | None = None) -> Iterator[Cited]:
    """Such papers in ``text[start:end]``."""
    for match in _BY_NUMBER.finditer(text, start, end) if _A_POST.search(text, start, end) else ():
        tail = Tail(text, match.end(), end, context, order, number_first=False)
        if tail.found:
            whose: Whose = "department" if match["department"] else "post"
            span = (match.start(), tail.end)
            yield Cited(span[0], span, whose, "office-paper", "", match["number"], tail.date(0))
    for match in _BY_HOUR.finditer(text, start, end) if _HIS_DAY.search(text, start, end) else ():
        by = match.span("by" if match["by"] else "he")
        party = names.parse(text, *by)
        tail = Tail(text, match.end(), end, context, order, number_first=False)
        if party is not None and party.entity == "person" and tail.found:
            span = (match.start(), tail.end)
            yield Cited(span[0], span, "named", "named-paper", "", "", tail.date(0), by=by)
    for match in _DAY_AND_HOUR.finditer(text, start, end) if _FORM_AND_DAY.search(text, start, end) else ():
        tail = Tail(text, match.end(), end, context, order, number_first=False)
        if tail.found:
            span, form = (match.start(), tail.end), _FORMS.get(match["form"], "")
            yield Cited(span[0], span, "nobody", "paper-of", form, "", tail.date(0))
    for match in _IN_ITS.finditer(text, start, end) if _ITS_NUMBER.search(text, start, end) else ():
        if (cited := _in_its(text, match, end, context, order)) is not None:
            yield cited


def _in_its(text: str, match: re.Match[str], end: int, context: str | None, order: dates.Order | None) -> Cited | None:
    tail = Tail(text, match.end(), end, context, order)
    if len(tail.numbers) != 1 or not tail.found:
        return None
    span = (match.start("words") + len("in "), tail.end)
    whose: Whose = "department" if match["by"] == "Department" else "named"
    by = match.span("by") if whose == "named" else None
    form = _FORMS.get(match["form"] or "", "")
    return Cited(span[0], span, whose, "named-paper", form, tail.numbers[0][0], tail.date(0), by=by)

"""Papers by the party to whom they went or who signs them: ``note handed to the Minister May 12``, ``the reply of the Minister, No. 102, of May 2``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from cablegraph import dates
from cablegraph.extraction.cited import Cited
from cablegraph.extraction.citing_tails import Dated, Tail
from cablegraph.extraction.citing_undated import NAMED, OFFICE
from cablegraph.extraction.citing_wired import is_one, is_to_come
from cablegraph.extraction.lexicon import MONTH
from cablegraph.patterns import compiled
from cablegraph.sought import sought

_PAPER: Final = r"(?P<form>note(?:\sverbale)?|letter|telegram|cable|memorandum|message|d[ei]spatch|communication|aide[- ]m[ée]moire|protest|petition|memorial)"
_GIVEN: Final = r"(?:delivered|handed|sent|given|addressed|presented|communicated|transmitted)"
_DAY: Final = rf"(?={MONTH}\s\d{{1,2}}\b|\d{{1,2}}\s{MONTH}|(?:the\s)?\d{{1,2}}(?:st|nd|rd|th|d)\b(?!\s(?!instant|ultimo|inst|ult|to\b|of\b|and\b|about\b|concerning\b|regarding\b|refusing\b|protesting\b|declining\b|asking\b|stating\b)\w))"
_SIGNED = sought(
    rf"(?<![\w’'])(?:[Tt]he|[Aa]n?|[Hh]is)\s(?:\w+\s)?(?P<form>note|letter|telegram|memorandum|d[ei]spatch|communication|reply|answer|instruction|circular|report)\s(?:of|from)\s(?P<by>(?:{NAMED}|{OFFICE}|(?:the\s)?(?:Department|Minister|Secretary|Consul|Ambassador|Embassy|Legation)(?:[-\s]General)?)(?:\s(?:for|of|at|in)\s(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+)?)?),?\s"
    rf"(?P<mark>(?:No\.|Nos\.|numbered|№)\s?)(?P<number>\d{{1,5}}),?\s(?:of|dated)\s(?:the\s)?(?=\d{{1,2}}(?:st|nd|rd|th|d)|\d{{1,2}}\s{MONTH}|{MONTH}\s\d)"
)
"""``the reply of the Minister for Foreign Affairs, No. 102, of August 2``"""
_WENT = sought(
    rf"(?<![\w’'.-])(?P<by>[A-Z][\w’-]+(?:\s[A-Z][\w’-]+){{0,3}})\s(?:has\s|had\s)?(?:sent|handed|addressed|delivered|presented|transmitted)\s(?:(?:to\s)?(?:me|us|Legation|Embassy|Department|the\s(?:Legation|Embassy|Department))\s)?(?P<words>(?:an?\s)?(?:\w+\s)?{_PAPER}\s{_DAY})"
)
"""``Chicherin sent communication 12th to Consulate General``: wires save article and "of"."""
_HANDED_TO = sought(
    rf"(?:\b(?i:text|copy|summary|substance|contents|paraphrase|translation)\sof|\b[Tt]he|\b[Aa]n?|\b[Ii]n|\b[Bb]y)\s(?P<words>(?:\w+\s)?{_PAPER}\s{_GIVEN}\s(?:to\s)?(?:the\s|Mr\.\s)?[A-Z][\w’.-]+(?:(?:,?\s|,?\sand\s|\sat\s|\sfor\s|\sof\s)(?!{MONTH}\s\d)[A-Z][\w’-]+){{0,5}},?\s(?:on\s)?(?={MONTH}\s\d{{1,2}}\b|(?:the\s)?\d{{1,2}}(?:st|nd|rd|th|d)\b))"
)
"""``summary of memorandum delivered to British Embassy, October 21``, ``telegram sent to London, Paris, and Rome September 13``"""
_ON_A_DAY = sought(
    rf"(?:(?<=\n)|(?<=[.;:]\s)|^)(?P<words>(?:On|Under\sdate\sof)\s(?:the\s)?(?P<day>\d{{1,2}}(?:st|nd|rd|th|d)?(?:\s(?:of\s)?{MONTH}|\s(?:instant|ultimo|inst\.|ult\.))?|{MONTH}\s\d{{1,2}})(?:,?\s\d{{4}})?,?\s(?:(?P<who>I|we|you)|(?P<by>{NAMED})|the\s(?:Embassy|Legation|Ministry|Ambassador|Minister|Consul|Chargé))\s(?:had\s|have\s|also\s)?(?:sent|addressed|wrote|handed|gave|delivered|transmitted|presented|despatched|dispatched)\s(?:an?|another)\s(?:\w+\s)?{_PAPER}\sto\s(?P<to>{NAMED}|{OFFICE}|(?:the\s|our\s|your\s)?[A-Z]\w+(?:\s[A-Z]\w+)?))"
)
"""``On 10 January we sent a letter to Washington and to Seoul``"""
_TO_DAY = sought(
    r"(?<![\w’'])(?P<words>(?P<who>I|[Ww]e)\s(?:(?:have\s|had\s)?(?:also\s)?(?:this\s(?:day|morning|afternoon)|to-?day)\s(?:also\s)?(?:telegraphed|cabled|wired|written(?:\sto)?)\s(?:you|the\sDepartment)|have\sdone\sso\s(?:by|in)\san?\s(?P<form>note|letter|telegram|despatch|dispatch|memorandum|cable)\sof\s(?:this\sdate|to-?day|even\sdate)))\b(?!\s(?:as\sfollows|the\sfollowing))"
)
"""``I have to-day telegraphed you that``, ``I have done so by a note of this date``"""
_I_WROTE = sought(
    rf"(?:(?:(?<=\n)|(?<=[.;:]\s)|^)(?P<words>On\s(?:the\s)?(?P<day>\d{{1,2}}(?:st|nd|rd|th|d)?(?:\s(?:of\s)?{MONTH}|\s(?:instant|ultimo|inst\.|ult\.))|{MONTH}\s\d{{1,2}})(?:,?\s\d{{4}})?,?\s(?:I|we)\s(?:had\s|have\s|also\s)?(?P<wire>telegraphed|cabled|wired|wrote)\s(?:to\s)?(?:you|the\sDepartment|[Yy]our\s[Ee]xcellency))"
    rf"|\bI\shad\sthe\shonou?r\son\s(?:the\s)?(?P<then>\d{{1,2}}(?:st|nd|rd|th|d)?(?:\s(?:of\s)?{MONTH}|\s(?:instant|ultimo|inst\.|ult\.))|{MONTH}\s\d{{1,2}})(?:,?\s\d{{4}})?,?\sto\s(?P<send>telegraph|cable|write\sto|address)\s(?:you|the\sDepartment|[Yy]our\s[Ee]xcellency))(?!,?\s(?:as\sfollows|the\sfollowing))\b"
)
"""``On the 3d instant I telegraphed you that``, ``I had the honor on the 3d instant to address you``"""
_SLUGS: Final = (("note", "note"), ("aide", "note"), ("letter", "letter"), ("memorial", "petition"), ("mem", "memorandum"), ("tele", "telegram"), ("cabl", "telegram"), ("desp", "despatch"), ("disp", "despatch"), ("report", "report"), ("petit", "petition"), ("circ", "circular"), ("instr", "instruction"))  # fmt: skip


# Quick looks first.
_A_NUMBER = compiled(r",?\s(?:No\.|Nos\.|numbered|№)\s?\d{1,5},?\s(?:of|dated)\s")
_SENDING = sought(
    r"(?:sent|handed|addressed|delivered|presented|transmitted)\s(?:\w+\s){0,5}?(?:\w*gram|cable|note|letter|randum|memorandum|message|patch|d[ei]spatch|communication|verbale|oire|aide\S+|protest|petition|memorial)\s(?:the\s)?(?:\d|[A-Z][a-z]{2,8}\.?\s\d)"
)
_SENT = sought(
    r"(?:gram|cable|ote|verbale|etter|randum|ssage|patch|cation|oire|rotest|tition|morial)\s(?:delivered|handed|sent|given|addressed|presented|communicated|transmitted)\s"
)


def find(text: str, start: int, end: int, *, context: str | None, order: dates.Order | None = None) -> Iterator[Cited]:
    """Such papers in ``text[start:end]``, with their day."""
    for match in _SIGNED.finditer(text, start, end) if _A_NUMBER.search(text, start, end) else ():
        tail = Tail(text, match.end(), end, context, order, number_first=False)
        words, form = (match.start(), tail.end), _slug(match["form"])
        if tail.found:
            yield Cited(words[0], words, "named", "paper-of", form, match["number"], tail.date(0), by=match.span("by"))
    for pattern, hint in ((_WENT, _SENDING), (_HANDED_TO, _SENT)):
        for match in pattern.finditer(text, start, end) if hint.search(text, start, end) else ():
            tail = Tail(text, match.end(), end, context, order, number_first=False)
            if not tail.found or is_to_come(text, start, match.start()):
                continue
            paper = Cited(match.start("words"), (match.start("words"), tail.end), "nobody", "paper-of", _slug(match["form"]), "", tail.date(0))  # fmt: skip
            named = pattern is _WENT and is_one(text, match.span("by"))
            yield replace(paper, whose="named", by=match.span("by")) if named else paper
    for match in _ON_A_DAY.finditer(text, start, end):
        tail = Tail(text, match.start("day"), end, context, order, number_first=False)
        if tail.found:
            yield _of_that_day(text, match, tail)
    for match in _I_WROTE.finditer(text, start, end):
        tail = Tail(text, match.start("day" if match["day"] else "then"), end, context, order, number_first=False)
        if tail.found:
            form = "telegram" if (match["wire"] or match["send"])[:4] in ("tele", "cabl", "wire") else ""
            yield Cited(match.start(), match.span(), "mine", "my-paper", form, "", tail.date(0))
    for match in _TO_DAY.finditer(text, start, end) if context and len(context) >= _DAY_LONG else ():
        today = Dated((context or "")[:_DAY_LONG], "inferred")
        if match["form"]:
            yield Cited(match.start(), match.span("words"), "nobody", "paper-of", _slug(match["form"]), "", today)
        else:
            form = "" if "written" in match[0] else "telegram"
            yield Cited(match.start(), match.span("words"), "mine", "my-paper", form, "", today)


_DAY_LONG: Final = len("1950-05-01")


def _of_that_day(text: str, match: re.Match[str], tail: Tail) -> Cited:
    """From whom to whom, as far as it is said: "to Washington" names nobody, and so it went not to the reader."""
    paper = Cited(
        match.start("words"), match.span("words"), "nobody", "paper-of", _slug(match["form"]), "", tail.date(0)
    )
    to = match.span("to") if is_one(text, match.span("to")) else None
    if match["by"]:
        return replace(paper, whose="named", by=match.span("by"), to=to)
    if to is None:
        return paper
    if not match["who"]:
        return paper
    yours = match["who"] == "you"
    return replace(paper, whose="theirs" if yours else "mine", rule="your-paper" if yours else "my-paper", to=to)


def _slug(word: str) -> str:
    return next((slug for begins, slug in _SLUGS if word.lower().startswith(begins)), "")

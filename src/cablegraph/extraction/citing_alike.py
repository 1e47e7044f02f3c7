"""Papers that are sent as another was, or named by a word in its place: ``Instructions in the same sense have been sent``, ``that of June 12``, ``Repeated to Lima as number 14``."""

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
from cablegraph.extraction.citing_wired import is_one
from cablegraph.extraction.lexicon import MONTH
from cablegraph.patterns import compiled
from cablegraph.sought import sought

_SAME: Final = r"(?:to\s(?:the\s(?:same|like)|that|this|like|similar)\seffect|in\s(?:the\ssame|this|that|a\slike|a\ssimilar|these|similar|identical)\s(?:sense|terms|strain)|of\s(?:the\ssame|like|similar)\s(?:tenor|import|purport|tenour))"
_PAPER: Final = (
    r"(?P<form>instruction|telegram|letter|note|d[ei]spatch|cable|message|circular|communication|memorandum)"
)
_LIKE: Final = r"(?:[Ss]imilar|[Ii]dentical|[Ii]dentic|[Ll]ike|[Cc]orresponding)"
_WAS: Final = r"(?:was|were|has\sbeen|have\sbeen|had\sbeen|is\sbeing|are\sbeing)"
_DAY: Final = rf"(?:on\s(?:the\s)?(?P<day>\d{{1,2}}(?:st|nd|rd|th|d)\b(?:\sof\s{MONTH}|\s(?:instant|ultimo))?|{MONTH}\s\d{{1,2}}|\d{{1,2}}\s{MONTH})|(?P<near>yesterday|to-?day|this\s(?:day|morning)))"
_ALIKE = sought(
    rf"(?<![\w’'])(?:(?:[Aa]n?\s)?{_LIKE}\s{_PAPER}s?(?:\s{_SAME})?|(?:[Aa]\s|[Ii]nstructions(?=\s)|[Tt]elegrams(?=\s)|[Ll]etters(?=\s)|[Nn]otes(?=\s))(?:(?<=[Aa]\s)(?P<one>instruction|telegram|letter|note|d[ei]spatch|cable|message|communication))?\s{_SAME})"
    rf",?\s{_WAS}\s(?:also\s|duly\s|already\s)?(?:sent|addressed|given|issued|despatched|dispatched|telegraphed|delivered|handed)(?:,?\s{_DAY},?)?(?=\s(?:to|by|from)\s|[.,;])"
)
"""``Instructions in the same sense have been sent``, ``Identical notes were addressed``, ``A telegram to the same effect was sent on the 22d``"""
_CAME = sought(
    rf"(?<![\w’'])(?P<words>[Aa]\s(?:(?:second|further|private|cipher|ciphered|press|long|short)\s)?(?P<form>telegram|cable|d[ei]spatch|letter|note|message)\s(?:was|has\s(?:just\s|also\s)?been|had\sbeen)\s(?:just\s|also\s)?(?:received|delivered|handed\sin)(?:\s(?:here|at\s(?:this|the)\s\w+|in\s[A-Z]\w+))?(?:,?\s(?:on\s(?:the\s)?(?:\d{{1,2}}(?:st|nd|rd|th|d)?\s?(?:instant|ultimo|of\s{MONTH}|{MONTH})?|{MONTH}\s\d{{1,2}})|yesterday|to-?day|this\smorning|last\s(?:night|evening)),?)?\sfrom\s(?P<by>{NAMED}|{OFFICE}|[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)?))"
)
"""``a telegram was received here on the 12th instant from Peking``: the day is that on which it came."""
_THAT_OF = sought(
    rf"(?<![\w’'])(?:that|those)\s(?:of|dated)\s(?=the\s\d{{1,2}}(?:st|nd|rd|th|d)\b(?!\s(?!of\b|ult|inst|and\b|was\b|were\b|which\b|in\b|to\b|is\b|from\b)\w)|{MONTH}\s\d{{1,2}}\b|\d{{1,2}}\s{MONTH}\b)"
)
"""``since that of June 12``: the word stands for a paper named just before by its own day."""
_BEFORE_IT = compiled(
    rf"\b(?:note|letter|telegram|cable|memorandum|memoranda|d[ei]spatch|despatche|dispatche|communication|message|reply|answer|instruction|report|circular|petition)s?\b[^.;\n]{{0,40}}?\b(?:of|dated|on)\s(?:the\s)?(?:\d{{1,2}}(?:st|nd|rd|th|d)?\b|{MONTH}\s\d)[^\n]{{0,110}}$"
)
_IF = compiled(r"(?i)\b(?:if|unless|until|when|before)\s$")
_REPEATED = compiled(r"\b(?:[Rr]epeated|being\srepeated)\b(?:\s(?:by\s\w+\s)?to\s(?=[A-Z]|the\s)|\sas\s)")
_AS_NUMBER = compiled(
    r"(?P<place>\b[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)?)?(?:,?\sas\s(?:(?:my|our)\s)?(?:telegram\s)?|,\s)(?P<words>(?:(?:[Nn]o\.|[Nn]umber|[Nn]os?\.)\s?)?(?P<number>\d{1,4}))\b(?!\w|[,.]\d|\s(?:hours|a\.|p\.))"
)
"""``Repeated to Peking, no. 31, and to Tokyo, no. 19``: the number that the paper bears there."""
_SLUGS: Final = (("note", "note"), ("letter", "letter"), ("mem", "memorandum"), ("tele", "telegram"), ("cabl", "telegram"), ("des", "despatch"), ("dis", "despatch"), ("circ", "circular"), ("instr", "instruction"))  # fmt: skip


def find(text: str, start: int, end: int, *, context: str | None, order: dates.Order | None = None) -> Iterator[Cited]:
    """Such papers in ``text[start:end]``."""
    words = text[start:end]
    for match in _ALIKE.finditer(text, start, end) if any(like in words for like in _LIKENESS) else ():
        form = match["form"] or match["one"] or match[0].split()[0]
        yield Cited(match.start(), match.span(), "nobody", "paper-of", _slug(form), "", _day(match, context, order))
    for match in _CAME.finditer(text, start, end) if " from " in words and any(came in words for came in _IN) else ():
        if not _IF.search(text, max(start, match.start() - 12), match.start()):
            by = match.span("by") if is_one(text, match.span("by")) else None
            paper = Cited(match.start(), match.span("words"), "nobody", "paper-of", _slug(match["form"]))
            yield replace(paper, whose="named", by=by) if by else paper
    for match in _THAT_OF.finditer(text, start, end) if any(one in words for one in _ONE) else ():
        if _BEFORE_IT.search(text, max(start, match.start() - 190), match.start()):
            tail = Tail(text, match.end(), end, context, order, number_first=False)
            for index, (day, place) in enumerate(tail.found):
                first = match.start() if index == 0 else place
                yield Cited(first, (match.start(), tail.end), "nobody", "paper-of", "", "", day)
    for match in _REPEATED.finditer(text, start, end) if "epeated " in words else ():
        yield from _repeated(text, match.end() - len(" as ") if match[0].endswith("as ") else match.end(), end)


_LIKENESS: Final = ("imilar ", "dentic", "ike ", "orresponding ", "effect", " sense", " terms", " strain", " tenor", " import", " purport")  # fmt: skip
_IN: Final = ("received", "delivered", "handed in")
_ONE: Final = ("that of ", "those of ", "that dated ", "those dated ")


def _repeated(text: str, place: int, end: int) -> Iterator[Cited]:
    stop = _STOP.search(text, place, end)
    for match in _AS_NUMBER.finditer(text, place, stop.start() if stop else end):
        if " as " in match[0] or not match["words"][0].isdigit():
            span = match.span("words")
            yield Cited(span[0], span, "nobody", "number-referred-to", "", match["number"])


_STOP = compiled(r"(?<!\b[Nn]o)[.;:\n]|$")


def _day(match: re.Match[str], context: str | None, order: dates.Order | None) -> Dated | None:
    said = "day" if match["day"] else "near"
    if not match[said]:
        return None
    return Tail(match.string, match.start(said), match.end(said), context, order, number_first=False).date(0)


def _slug(word: str) -> str:
    return next((slug for begins, slug in _SLUGS if word.lower().startswith(begins)), "")

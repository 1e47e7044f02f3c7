"""Papers known to both sides by their year or by the day on which they were made or given: ``the treaty of 1950``, ``a list handed over on 28 May``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cablegraph import dates
from cablegraph.extraction.cited import Cited
from cablegraph.extraction.citing_tails import Dated, Tail
from cablegraph.extraction.lexicon import COURTESY, MONTH
from cablegraph.extraction.names import is_place
from cablegraph.sought import sought

_DAY: Final = rf"(?:the\s)?(?=\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?:{MONTH})|(?:{MONTH})\s\d)"
_STEP: Final = r"(?!(?:of|on|in|by|to|and|is|was|were|has|have|had|will|shall|would|that|which|who|if|not|no|future|new)\b)[\w’'-]+"
_ITS: Final = r"(?:[Tt]he|[Aa]n?|[Oo]ur|[Tt]heir|[Ii]ts|[Hh]is|[Hh]er|[Yy]our)"
_WITH: Final = r"(?:\s(?:on|of|about|with|between|for|concerning|regarding)\s(?:(?!\b(?:was|were|is|are|be|had|has|have|will|shall|would|should|can|may|must|which|that|who|where|if)\b)[^.;:,\n]){2,70}?)?"
# "the trade agreement of 1947", "the treaties of 1684 and 1842", "the draft of 1969"
_OF_YEAR = sought(
    rf"(?<![\w’'])(?P<words>{_ITS}\s(?:{_STEP}\s){{0,3}}?(?:[Tt]reat(?:y|ies)|[Aa]greements?|[Cc]onventions?|[Pp]rotocols?|[Pp]acts?|[Aa]ccords?|[Dd]raft|[Cc]ontract)(?:\swith\s(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+)?)?\sof\s(?P<year>1[6-9]\d\d))(?:\sand\s(?P<second>1[6-9]\d\d))?(?![\w/-]|,\d|\sof\b)"
)
_SINCE: Final = "1945"
"""From when on papers are read so: for those before, a treaty of some year is law in force and no paper pointed to."""
# "the exchange of letters of 14 December"
_EXCHANGE = sought(rf"(?P<words>\bexchange\sof\s(?P<form>letters|notes|messages|telegrams))\s(?:of|dated|on)\s{_DAY}")
# "the decision had been taken by the Political Council on 3 June"; that a treaty was signed on some day tells an event
_MADE = sought(
    rf"(?<![\w’'])(?P<words>{_ITS}\s(?:{_STEP}\s){{0,2}}?(?P<decided>decision|resolution|decree){_WITH}\s(?:was|were|had\sbeen|has\sbeen)\s(?:taken|adopted|passed|issued|approved)(?:\s(?:in|at|by)\s(?:(?!\b(?:on|that|which|who)\b)[^.;:,\n]){{2,60}}?)?\son)\s{_DAY}"
)
# "the list handed over on 28 May", "the proposals which he gave us on 3 June"
_GIVEN = sought(
    rf"(?<![\w’'])(?P<words>{_ITS}\s(?:{_STEP}\s){{0,2}}?(?:lists?|non-papers?|schedules?|plans?|drafts?|texts?|maps?|applications?|questionnaires?|considerations|calculations|documents?|papers?|translations?){_WITH}(?:,?\s(?:which|that)\s(?:I|[Ww]e|he|she|they|you|{COURTESY}\s[A-Z]\w+|[A-Z]\w+)(?:\shad|\shave|\shas)?|\s(?:which|that)\s(?:was|were|had\sbeen))?\s(?:handed(?:\sover)?|presented|gave|given|submitted|delivered|transmitted|sent|forwarded|brought|left)(?:\s(?:to|with)\s(?:(?!\bon\b)[^.;:,\n]){{2,40}}?|\s(?:you|us|me|him|her|them))?(?:\s(?:in|by|at)\s(?:(?!\bon\b)[^.;:,\n]){{2,40}}?)?\son)\s{_DAY}"
)
# "we received on 20 November an invitation to the congress", "sent us on 20 May a list of goods"
_CAME = sought(
    rf"\b(?:received|got|sent|handed|gave|given|delivered|presented|addressed|submitted|forwarded|transmitted)(?:\s(?!on\b)[\w.’'-]+){{0,6}}?,?\s(?P<words>on\s)(?P<day>{_DAY})"
)
_PAPER_BEHIND = sought(
    r",?\s(?:an?|the|another|its|his|their|our)\s(?:(?!of\b|to\b)[\w-]+\s){0,2}?(?P<form>invitation|list|draft|plan|appeal|protest|statement|application|ultimatum|repl(?:y|ies)|answer|text|report|declaration|questionnaire|letter\sof\sinvitation)\b"
)
# "I wrote to Daoud on January 12"
_WROTE = sought(
    rf"(?P<words>\b(?:I|[Ww]e)\s(?:have\s|had\s|already\s|also\s)?(?:wrote|written|cabled|telegraphed)\s(?:again\s)?to\s(?P<to>(?:{COURTESY}\s)?[A-ZÀ-Ž][\w’'-]+(?:\s[A-ZÀ-Ž][\w’'-]+){{0,3}})(?:\sabout\s(?:(?!\bon\b)[^.;:,\n]){{2,40}}?)?\son)\s{_DAY}"
)
# "Ambassador Sneider warned in Seoul 0312 of January 15"
_POST_AND_NUMBER = sought(
    rf"(?:(?<=\bin\s)|(?<=\bsee\s)|(?<=\bSee\s)|(?<=\bby\s)|(?<=\bto\s)|(?<=\band\s)|(?<=[(,;]\s)|(?<=\())(?P<words>(?P<place>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s(?P<number>\d{{3,6}}))(?:,|\sof|\sdated)\s{_DAY}"
)
_SLUGS: Final = (
    ("letters", "letter"),
    ("notes", "note"),
    ("telegrams", "telegram"),
    ("report", "report"),
    ("letter", "letter"),
)
_BARE: Final = len("1950-05-01")


def find(text: str, start: int, end: int, *, context: str | None, order: dates.Order | None = None) -> Iterator[Cited]:
    """Such papers in ``text[start:end]``."""
    if (context or "") < _SINCE:
        return
    yield from _of_years(text, start, end, context or "")
    for pattern, rule in ((_EXCHANGE, "paper-of"), (_MADE, "paper-of"), (_GIVEN, "paper-of"), (_POST_AND_NUMBER, "numbered-paper"), (_WROTE, "paper-of")):  # fmt: skip
        for match in pattern.finditer(text, start, end):
            named = match.groupdict()
            if named.get("place") and not is_place(named["place"]):
                continue
            tail = Tail(text, match.end(), end, context, order, number_first=False)
            day = tail.date(0)
            if day is None or len(day.edtf) < _BARE:
                continue
            form = "decision" if named.get("decided") else _slug(named.get("form") or "")
            form = "telegram" if named.get("place") else form
            words = (match.start("words"), tail.end)
            to = match.span("to") if named.get("to") else None
            yield Cited(words[0], words, "nobody", rule, form, named.get("number") or "", day, to=to)
    yield from _came(text, start, end, context, order)


def _of_years(text: str, start: int, end: int, context: str) -> Iterator[Cited]:
    """A compact by its year, which is past."""
    for match in _OF_YEAR.finditer(text, start, end):
        for year in ("year", "second"):
            if match[year] and match[year] <= context[:4]:
                words = (match.start("words"), match.end())
                first = match.start("words") if year == "year" else match.start(year)
                yield Cited(first, words, "nobody", "paper-of", "", "", Dated(match[year], ""))


def _came(text: str, start: int, end: int, context: str | None, order: dates.Order | None) -> Iterator[Cited]:
    """The day stands before the paper that came or went."""
    for match in _CAME.finditer(text, start, end):
        tail = Tail(text, match.end(), end, context, order, number_first=False)
        paper = _PAPER_BEHIND.match(text, tail.end, end) if tail.found else None
        day = tail.date(0)
        if paper and day and not tail.numbers:
            words = (match.start("words"), paper.end())
            yield Cited(words[0], words, "nobody", "paper-of", _slug(paper["form"]), "", day)


def _slug(word: str) -> str:
    return next((slug for begins, slug in _SLUGS if word.startswith(begins)), "")

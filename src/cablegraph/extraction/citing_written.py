"""Papers that only a verb of writing names: ``you wrote me on the 4th of January``, ``as cabled by you in number 655``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cablegraph import dates
from cablegraph.extraction import names
from cablegraph.extraction.citing import Cited, Whose
from cablegraph.extraction.citing_tails import Tail

_DAY: Final = r"(?=(?:the\s)?\d{1,2}(?:st|nd|rd|th|d)\b|\d{1,2}\s[A-Z]|[A-Z][a-z]{2,8}\.?\s\d)"
_FORMS: Final = (("note", "note"), ("letter", "letter"), ("mem", "memorandum"), ("tele", "telegram"), ("aide", "note"), ("report", "report"), ("d", "despatch"))  # fmt: skip
_NUMBER: Final = r"(?=(?:[Nn]umbers?|Nos?\.?|[Tt]elegram|[Dd][ei]spatch)\s(?:Nos?\.?\s?)?\d)"
_BY_WIRE: Final = r"(?:wrote|written|writes?|telegraphed|telegraphs|cabled|cables|wired|wires|replied|answered)"
_TO: Final = (
    r"(?:\s(?:to\s)?(?:me|us|you|(?P<other>him|her|them|(?:the|our|my)\s[a-z]+(?:[\s-][a-z]+){0,2}(?:\s(?:at|in|of)\s[A-Z][\w’'-]+)?"
    r"|(?:Mr\.|Lord|Sir|Count|Baron|General|Consul|Minister|Ambassador)\s[A-Z][\w’'-]+)))?(?:\sfrom\s[A-Z][\w’'-]+)?"
)
_PERSON_WROTE = re.compile(
    rf"(?<![\w’'])(?P<who>you|You|I|we|We)\s(?:have\s|had\s|also\s|last\s|already\s)?{_BY_WIRE}{_TO},?\s(?P<date>(?:on|under\s(?:the\s)?date\sof)\s{_DAY})"
)
_HE_WROTE = re.compile(
    rf"(?<![\w’'])(?:(?:Mr\.|Dr\.|Lord|Sir|Count|Baron|General|Admiral|Colonel|Captain|Consul|Consul-General|Minister|Ambassador|Commissioner)\s(?P<by>[A-Z][\w’'-]+)(?:\sand\s(?:Mr\.|Dr\.)\s[A-Z][\w’'-]+)?|the\s(?:consul|minister|agent|governor|missionaries))\s(?:has\s|had\s)?{_BY_WIRE}{_TO},?\s(?P<date>(?:on|under\s(?:the\s)?date\sof)\s{_DAY})"
)
_AS_BY_YOU = re.compile(
    rf"(?<!\w)as\s(?:\w+\s)?(?P<what>suggested|reported|requested|stated|cabled|telegraphed|proposed|instructed|directed|communicated|set\sforth|explained|promised|asked|desired)\sby\s(?P<who>you|me|us)\s(?P<date>(?:on|in|under\s(?:the\s)?date\sof)\s(?:{_DAY}|{_NUMBER}))"
)
_RANKED: Final = r"Mr\.|Dr\.|Lord|Sir|General|Admiral|Colonel|Captain|Consul|Minister"
_UNDER_DATE = re.compile(rf"(?:under\sthe|under)\sdate\sof\s{_DAY}")
_OF_WHOM = re.compile(
    rf"(?:(?<!to )\b(?P<who>you|You|I)\b|(?:(?<=from )|(?<=by )|(?<=that )|(?<=and )|(?<=[.:;] )|(?<=\n)|^)(?:{_RANKED})\s(?P<by>[A-Z][\w’'-]+))(?:(?!(?<!to )\b(?:you|You|I)\b|\b(?:{_RANKED})\s[A-Z])[^.;:\n]){{0,50}}$"
)
"""Who the sentence last speaks of, if he can have written."""
_NOT_HIS = re.compile(r"\b(?:from|received?|had|heard|by|to (?!me\b|us\b|you\b))")
"""``I have received from him, under date of …``"""
_IN_NUMBER = re.compile(
    r"\b(?:I|we|We)\s(?:have\s|had\s|also\s)?(?:wrote|written|reported|spoke|spoken|stated|mentioned|described|transmitted|announced|treated)\s[^.;:\n]{0,50}?\bin\s(?P<words>(?=Nos?\.\s?\d))"
)

_PUT_INTO_HANDS = re.compile(
    r"(?<!\w)[Tt]he\s(?:two\s|three\s|four\s)?(?P<form>notes?|letters?|memorand(?:um|a)|telegrams?|aide[- ]m[ée]moire|messages?|reports?|dispatch(?:es)?|despatch(?:es)?)\s(?:which|that)\s(?P<by>(?:(?:Mr\.|Dr\.|Lord|Sir|Count|Baron|General|Señor|Prince|Ambassador|Minister|President|Comrade|the\s(?:Ambassador|Minister|President|Secretary))(?:\s[A-Z][\w’'-]+){0,2}))\s(?:has\s|had\s)?"
    r"(?:handed|gave|given|sent|left\swith|brought|delivered\sto|put\sinto|placed\sin)\s(?:me|us|you|my\shands|your\shands|our\shands)(?!\w)"
)
"""``the memoranda which Dr. Alfaro put into my hands``: papers that changed hands, though their day is not said."""
_LISTED = re.compile(
    r"(?m)^\s*(?:No\.\s?)?(?:\d{1,3}|[A-Z])[.—–-]+\s?(?P<words>(?P<by>[A-Z][^\n;:—–]{3,50}?)\sto\s(?P<to>(?:[A-Z]|the\s)[^\n;:—–]{2,50}?)[.,]?\s?[—–-]?\s?(?:[A-Z][\w ]{2,25},\s))(?=(?:[A-Z][a-z]{2,8}\.?\s\d|\d{1,2}\s[A-Z]))"
)
"""``No. 2. General Doblado to the minister of war.—Saltillo, May 20.``: a line of a list of papers."""


def find(text: str, start: int, end: int, *, context: str | None, order: dates.Order | None = None) -> Iterator[Cited]:
    """Such papers in ``text[start:end]``; the verb alone says that something was written, its day or number which."""
    words = text[start:end]
    if any(verb in words for verb in ("wr", "cable", "telegraph", "wired", "replied", "answered")):
        for match in (*_PERSON_WROTE.finditer(text, start, end), *_HE_WROTE.finditer(text, start, end)):
            groups = match.groupdict()
            yield from _dated(text, match, end, groups.get("who"), "by" if groups.get("by") else None, context, order)
    if " by you " in words or " by me " in words or " by us " in words:
        for match in _AS_BY_YOU.finditer(text, start, end):
            yield from _dated(text, match, end, match["who"], None, context, order)
    if " date of " in words:
        yield from _under_date(text, start, end, context, order)
    if " which " in words or " that " in words:
        for match in _PUT_INTO_HANDS.finditer(text, start, end):
            form = next((slug for begins, slug in _FORMS if match["form"].startswith(begins)), "")
            yield Cited(match.start(), match.span(), "named", "named-paper", form, by=match.span("by"))
    for match in _LISTED.finditer(text, start, end) if " to " in words else ():
        tail = Tail(text, match.end(), end, context, order, number_first=False)
        if tail.found:
            span = (match.start("words"), tail.end)
            by, to = match.span("by"), match.span("to")
            yield Cited(span[0], span, "named", "paper-of", "", "", tail.date(0), by=by, to=to)
    if "in No" in words:
        for match in _IN_NUMBER.finditer(text, start, end):
            tail = Tail(text, match.start("words"), end, context, order)
            for number, own in tail.numbers:
                yield Cited(own, (match.start("words"), tail.end), "mine", "my-paper", "", number, tail.date(0))


def _dated(
    text: str,
    match: re.Match[str],
    end: int,
    who: str | None,
    by: str | None,
    context: str | None,
    order: dates.Order | None,
) -> Iterator[Cited]:
    join = _JOIN.match(text, match.start("date"))
    at = join.end() if join else match.end()
    tail = Tail(text, at, end, context, order, number_first=_NUMBERED.match(text, at) is not None)
    number = tail.numbers[0][0] if tail.numbers else ""
    if not number and not tail.found:
        return
    whose = _whose(who) if who else ("named" if by else "nobody")
    to = match.span("other") if match.groupdict().get("other") else None
    if to and not _is_one(text, to):  # "I wrote to him": not to the reader, and to whom, other words say
        whose, to = ("named" if by else "nobody"), None
    rule = {"mine": "my-paper", "theirs": "your-paper"}.get(whose, "paper-of")
    form = "telegram" if re.search(r"\b(?:telegraph|cable|wire)", match[0]) else ""
    span = (match.start(), tail.end)
    yield Cited(span[0], span, whose, rule, form, number, tail.date(0), by=match.span(by) if by else None, to=to)


def _is_one(text: str, words: tuple[int, int]) -> bool:
    party = names.parse(text, *words)
    return party is not None and party.entity in ("person", "position")


_JOIN = re.compile(r"(?:on|in)\s(?:the\s)?|under\s(?:the\s)?date\sof\s(?:the\s)?")
_NUMBERED = re.compile(_NUMBER)


def _under_date(text: str, start: int, end: int, context: str | None, order: dates.Order | None) -> Iterator[Cited]:
    """``Mr. Adams, under date of the 30th``: whoever the sentence speaks of wrote on that day."""
    for match in _UNDER_DATE.finditer(text, start, end):
        tail = Tail(text, match.start(), end, context, order, number_first=False)
        if not tail.found or text.startswith(":", tail.end):
            continue  # a message that is given in full behind the colon is part of this paper
        whom = _OF_WHOM.search(text, max(start, match.start() - 90), match.start())
        if whom is not None and whom["who"] and _NOT_HIS.search(text, whom.end("who"), match.start()):
            whom = None
        whose: Whose = "nobody" if whom is None else "named" if whom["by"] else _whose(whom["who"])
        by = whom.span("by") if whom is not None and whom["by"] else None
        span = (match.start(), tail.end)
        yield Cited(span[0], span, whose, "paper-of", "", "", tail.date(0), by=by)


def _whose(who: str) -> Whose:
    return "theirs" if who.lower() == "you" else "mine"

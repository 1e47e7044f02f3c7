"""Papers that only a verb of writing names: ``you wrote me on the 4th of January``, ``as cabled by you in number 655``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cablegraph import dates
from cablegraph.extraction import names
from cablegraph.extraction.cited import Cited, Whose
from cablegraph.extraction.citing_tails import Dated, Tail
from cablegraph.patterns import compiled
from cablegraph.sought import sought

_DAY: Final = r"(?=(?:the\s)?\d{1,2}(?:st|nd|rd|th|d)\b|\d{1,2}\s[A-Z]|[A-Z][a-z]{2,8}\.?\s\d)"
_MONTHS: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_FORMS: Final = (("note", "note"), ("letter", "letter"), ("mem", "memorandum"), ("tele", "telegram"), ("aide", "note"), ("report", "report"), ("desp", "despatch"), ("disp", "despatch"), ("cable", "telegram"))  # fmt: skip
_NUMBER: Final = r"(?=(?:[Nn]umbers?|Nos?\.?|[Tt]elegram|[Dd][ei]spatch)\s(?:Nos?\.?\s?)?\d)"
_BY_WIRE: Final = (
    r"(?:did\swrite|wrote|written|writes?|telegraphed|telegraphs|cabled|cables|wired|wires|replied|answered)"
)
_TO: Final = (
    r"(?:\s(?:fully|again|briefly|privately|officially|confidentially|at\slength))?(?:\s(?:to\s)?(?:me|us|you|(?P<other>him|her|them|(?:the|our|my)\s[a-z]+(?:[\s-][a-z]+){0,2}(?:\s(?:at|in|of)\s[A-Z][\w’'-]+)?"
    r"|(?:Mr\.|Lord|Sir|Count|Baron|General|Consul|Minister|Ambassador|President|Premier|Chairman|Marshal|Comrade)\s[A-Z][\w’'-]+)))?(?:\sfrom\s[A-Z][\w’'-]+)?(?:\s(?:fully|again|briefly|privately|at\slength))?(?:\s(?:about|concerning|regarding|respecting)\s(?:(?!\bon\b)[^.;:,\n]){2,50}?)?"
)
_PERSON_WROTE = sought(
    rf"(?<![\w’'])(?P<who>you|You|I|we|We)\s(?:have\s|had\s)?(?:also\s|last\s|already\s|first\s|then\s|duly\s|again\s)?{_BY_WIRE}{_TO},?\s(?P<date>(?:on|under\s(?:the\s)?date\sof)\s{_DAY}|(?<=ed\s)(?:yesterday|this\s(?:morning|afternoon))\b|(?<=ou\s)(?:yesterday|to-?day|this\s(?:morning|afternoon))\b)"
)
_HE_WROTE = sought(
    rf"(?<![\w’'])(?:(?:Mr\.|Dr\.|Lord|Sir|Count|Baron|General|Admiral|Colonel|Captain|Consul|Consul-General|Minister|Ambassador|Commissioner)\s(?P<by>[A-Z][\w’'-]+)(?:\sand\s(?:Mr\.|Dr\.)\s[A-Z][\w’'-]+)?|the\s(?:consul|minister|agent|governor|missionaries)),?\s(?:has\s|had\s)?{_BY_WIRE}{_TO},?\s(?P<date>(?:on|under\s(?:the\s)?date\sof)\s{_DAY})"
)
# "they had already written on April 3", "Craxi had written to Gorbachev on 22 April": by a pronoun or a bare name
_ANYBODY_WROTE = sought(
    rf"(?<![\w’'])(?:(?P<pronoun>[Hh]e|[Ss]he|[Tt]hey|who|(?:[Hh]is|[Tt]he|[Yy]our|[Mm]y|[A-Z][\w-]*[’']s)\s(?:predecessor|successor)\d?)|(?P<by>[A-Z](?:\w|’[A-Z])[\w-]*[a-z](?:\s[A-Z][\w-]+){{0,2}}))\s(?:(?:has|had|have)\s)?(?:already\s|also\s|then\s)?"
    rf"(?:wrote|written|writes|telegraphed|telegraphs|cabled|cables|wired|wires|answered(?=\s(?:us|me|you|him|them)\b))(?:\s(?:to\s)?(?:me|us|you|(?P<other>him|her|them|(?:(?:Mr\.|Lord|Sir|Comrade|President|Premier|Marshal|General)\s)?(?!{_MONTHS})[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)))?(?:\sfrom\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)?,?\s(?P<date>(?:on|under\s(?:the\s)?date\sof)\s{_DAY})"
)
_NO_NAME: Final = frozenset({"The", "This", "That", "It", "We", "You", "I", "Then", "Later", "Nobody", "Yesterday", "Whoever", "Both", "All", "Some", "Many"})  # fmt: skip
# "I sent you a letter on 8 August through Chervonenko", "We handed the Minister a note on 3 May"
_SENT_A_PAPER = compiled(
    rf"(?<![\w’'])(?P<who>you|You|I|we|We|he|He|she|She|they|They|[Tt]he\s(?:[A-Z]\w+\s)?(?:Ambassador|Minister|Consul|Chargé|Envoy|ambassador|minister|consul|envoy)|(?:Mr\.|Dr\.|Lord|Sir|Count|Baron|General|Comrade|Minister|Ambassador|President|Chairman)\s(?P<by>[A-Z][\w’'-]+))\s(?:have\s|had\s|has\s|also\s|already\s)?(?:sent|wrote|written|handed|addressed|gave|given|delivered|presented|telegraphed|cabled|left)"
    rf"\s(?:to\s|with\s)?(?P<whom>(?:me|us|you|him|her|them|(?:(?:the|Mr\.|Lord|Sir|Comrade|President|Count|General|Ambassador|Minister)\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)\s)?(?:an?|the|another|our|my|his|their)\s(?!following\b)(?:\w+\s){{0,2}}?(?P<form>letter|note|telegram|cable|memorandum|message|despatch|dispatch|aide[- ]m[ée]moire|communication|report|protest|appeal|list)"
    rf"(?:(?P<date_now>(?=\s(?:yesterday|to-?day|this\s(?:morning|afternoon|evening))\b))|(?:\s(?:to|about|concerning|regarding|through|by|for|in|saying|stating|asking)\s(?:(?!\bon\b)[^.;:\n]){{2,60}}?)?,?\s(?P<date>(?:on|dated|under\s(?:the\s)?date\sof)\s{_DAY}))"
)
# "the list which Major Flavio Bravo left here in August"
_LEFT_HERE = sought(
    rf"(?<!\w)[Tt]he\s(?P<form>notes?|letters?|memorand(?:um|a)|telegrams?|aide[- ]m[ée]moire|messages?|reports?|drafts?(?:\s\w+)?|lists?|papers?|statement|maps?)\s(?:which|that)\s(?P<by>(?!he\b|she\b|it\b|they\b|we\b|I\b|you\b)(?:the\s)?(?:(?:Mr|Dr|Com)\.\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){{0,3}})\s(?:has\s|had\s)?"
    rf"(?:left|circulated|distributed|handed|gave|brought|sent|read)(?:\s(?:here|out|over|with\sus|with\sme|to\sus|to\sme|us|me|(?:to|at|with|in)\sthe\s\w+(?:\s\w+)?))?\s(?P<date>(?:on\s{_DAY}|in\s(?={_MONTHS}(?:\s\d{{4}})?(?:[\s.,;]|$))))"
)
# "the declaration whose draft was distributed on 28 February"
_WHOSE_TEXT = sought(
    rf"(?<!\w)[Tt]he\s(?:\w+\s)?(?P<form>notes?|letters?|memorand(?:um|a)|telegrams?|messages?|reports?|declarations?|resolutions?|communiqu[ée]s?|protocols?|agreements?|treaty|treaties|statements?|plans?|proposals?),?\s(?:whose|of\swhich\s(?:the|an?))\s(?:\w+\s)?(?:drafts?|texts?|cop(?:y|ies)|translations?)\s(?:was|were|has\sbeen|had\sbeen)\s"
    rf"(?:distributed|circulated|handed(?:\sover)?|sent|delivered|given|communicated|presented|submitted|transmitted)(?:\s(?:out|here|to\s(?:the\s)?\w+(?:\s\w+)?|us|me|you))?\s(?P<date>on\s{_DAY})"
)
# "the memorandum which the Embassy was so good as to leave on August 17", "the letter which Your Majesty was pleased to address to me on …"
_KINDLY = sought(
    rf"(?<!\w)[Tt]he\s(?P<form>notes?|letters?|memorand(?:um|a)|telegrams?|aide[- ]m[ée]moire|messages?|d[ei]spatch(?:es)?|communications?|reports?)\s(?:which|that)\s(?P<by>(?:the\s|[Yy]our\s)?[^.;:,\n]{{2,60}}?|[Yy]ou)\s(?:was|were|has\sbeen|have\sbeen)\s(?:so\s(?:good|kind|obliging)\sas|good\senough|kind\senough|pleased)\sto\s"
    rf"(?:leave|address|send|hand|write|communicate|transmit|deliver|present|direct)(?:\s(?:to|with)\s(?:me|us|the\s\w+))?\s(?P<date>(?:on|under\s(?:the\s)?date\sof)\s{_DAY})"
)
# "Since I had the honor to address you on the 4th instant, No. 26"
_ADDRESSED_YOU = sought(
    rf"(?<!\w)I\s(?:last\s)?had\sthe\shonou?r\s(?:to\s(?:address|write\sto)|of\s(?:addressing|writing\sto))\syou,?\s(?P<date>(?:on|under\s(?:the\s)?date\sof)\s{_DAY})"
)
# "in a note which went in this morning"
_WENT_IN = sought(
    r"(?<!\w)(?:an?|the|my|our)\s(?P<form>note|letter|telegram|memorandum|despatch|dispatch|message|cable)\s(?:which|that)\s(?:I\s|we\s|We\s)?(?:went(?:\s(?:in|off|out|forward))?|sent|handed\sin|despatched|dispatched|wrote)\s(?P<date>(?=this\smorning|this\safternoon|to-?day\b|yesterday\b))"
)
_AS_BY_YOU = sought(
    rf"(?<!\w)as\s(?:\w+\s)?(?P<what>suggested|reported|requested|stated|cabled|telegraphed|proposed|instructed|directed|communicated|set\sforth|explained|promised|asked|desired)\sby\s(?P<who>you|me|us)\s(?P<date>(?:on|in|under\s(?:the\s)?date\sof)\s(?:{_DAY}|{_NUMBER}))"
)
_AS_WIRED = sought(
    rf"(?<!\w)as\s(?:\w+\s)?(?:cabled|telegraphed|wired)\s(?:to\s)?(?P<to>(?:the\s)?[A-Z][\w’'-]+|you)(?P<who>)\s(?P<date>(?:on\s)?(?=(?:{_MONTHS})\s\d|\d{{1,2}}(?:st|nd|rd|th|d)\b|(?:the\s)\d|yesterday\b|to-?day\b))"
)
"""``as cabled Emerson January 15``"""
_RANKED: Final = r"Mr\.|Dr\.|Lord|Sir|General|Admiral|Colonel|Captain|Consul|Minister"
_UNDER_DATE = compiled(rf"(?:under\sthe|under)\sdate\sof\s{_DAY}")
_OF_WHOM = compiled(
    rf"(?:(?<!to )\b(?P<who>you|You|I)\b|(?:(?<=from )|(?<=by )|(?<=that )|(?<=and )|(?<=[.:;] )|(?<=\n)|^)(?:{_RANKED})\s(?P<by>[A-Z][\w’'-]+))(?:(?!(?<!to )\b(?:you|You|I)\b|\b(?:{_RANKED})\s[A-Z])[^.;:\n]){{0,50}}$"
)
"""Who the sentence last speaks of, if he can have written."""
_NOT_HIS = compiled(r"\b(?:from|received?|had|heard|by|to (?!me\b|us\b|you\b))")
"""``I have received from him, under date of …``"""
_IN_NUMBER = compiled(
    r"\b(?:I|we|We)\s(?:have\s|had\s|also\s)?(?:the\shonou?r\s(?:to|of)\s)?(?:wr[io]te|written|report(?:ed|ing)?|spoke|spoken|stated?|mention(?:ed)?|described?|transmit(?:ted)?|announced?|treated)\s(?:[^.;:\n]{0,50}?\s)?(?:in|under)\s(?P<words>(?=Nos?\.\s?\d))"
    r"|\b(?:was|were|been|is|are)\s(?:reported|described|mentioned|stated|announced|treated|set\sforth)\s(?:(?!by\b)[\w-]+\s){0,4}?(?:in|under)\s(?P<there>(?=Nos?\.\s?\d))|\b(?:telegraphed|cabled|reported|forwarded|transmitted)\sunder\s(?P<under>(?=Nos?\.\s?\d))|\b(?:[Yy]our|[Mm]y|[Hh]is)\spredecessor,?\s(?:in|by)\s(?:his\s)?(?P<before>(?=Nos?\.\s?\d))"
)

_PUT_INTO_HANDS = sought(
    r"(?<!\w)[Tt]he\s(?:two\s|three\s|four\s)?(?P<form>notes?|letters?|memorand(?:um|a)|telegrams?|aide[- ]m[ée]moire|messages?|reports?|dispatch(?:es)?|despatch(?:es)?|papers?|documents?|drafts?|lists?)\s(?:which|that)\s(?P<by>(?:(?:Mr\.|Dr\.|Lord|Sir|Count|Baron|General|Señor|Prince|Ambassador|Minister|President|Comrade|the\s(?:Ambassador|Minister|President|Secretary))(?:\s[A-Z][\w’'-]+){0,2}))\s(?:has\s|had\s)?"
    r"(?:handed|gave|given|sent|left\swith|brought|delivered\sto|put\sinto|placed\sin)\s(?:me|us|you|my\shands|your\shands|our\shands)(?!\w)"
)
"""``the memoranda which Dr. Alfaro put into my hands``: papers that changed hands, though their day is not said."""
_LISTED = compiled(
    r"(?m)^[ \t]*(?:No\.\s?)?(?:\d{1,3}|[A-Z])[.—–-]+ ?(?P<words>(?P<by>[A-Z][^\n;:—–]{3,50}?)\sto\s(?P<to>(?:[A-Z]|the\s)[^\n;:—–]{2,50}?)[.,]?\s?[—–-]?\s?(?:[A-Z][\w ]{2,25},\s))(?=(?:[A-Z][a-z]{2,8}\.?\s\d|\d{1,2}\s[A-Z]))"
)
"""``No. 2. General Doblado to the minister of war.—Saltillo, May 20.``: a line of a list of papers."""


def find(text: str, start: int, end: int, *, context: str | None, order: dates.Order | None = None) -> Iterator[Cited]:
    """Such papers in ``text[start:end]``; the verb alone says that something was written, its day or number which."""
    words = text[start:end]
    if any(verb in words for verb in ("wr", "cable", "telegraph", "wired", "replied", "answered")):
        for match in (*_PERSON_WROTE.finditer(text, start, end), *_HE_WROTE.finditer(text, start, end)):
            groups = match.groupdict()
            yield from _dated(text, match, end, groups.get("who"), "by" if groups.get("by") else None, context, order)
        told = any(verb in words for verb in _WROTE) and (" on " in words or " date of " in words)
        for match in _ANYBODY_WROTE.finditer(text, start, end) if told else ():
            if match["pronoun"] or match["by"].split()[0] not in _NO_NAME:
                at_place = _AT.search(text, max(start, match.start() - 5), match.start()) is not None
                yield from _dated(
                    text, match, end, None, "by" if match["by"] and not at_place else None, context, order
                )
    if any(verb in words for verb in _SENT) and _A_PAPER.search(words):
        for match in _SENT_A_PAPER.finditer(text, start, end):
            yield from _sent(text, match, end, context, order)
    if " by you " in words or " by me " in words or " by us " in words:
        for match in _AS_BY_YOU.finditer(text, start, end):
            yield from _dated(text, match, end, match["who"], None, context, order)
    for match in _AS_WIRED.finditer(text, start, end) if "ed " in words and "as " in words else ():
        tail = Tail(text, match.end(), end, context, order, number_first=False)
        if tail.found:
            span, you = (match.start(), tail.end), match["to"] == "you"
            whose: Whose = "mine" if you else "named"
            rule = "my-paper" if you else "paper-of"
            to = None if you else match.span("to")
            yield Cited(span[0], span, whose, rule, "telegram", "", tail.date(0), to=to)
    if " date of " in words:
        yield from _under_date(text, start, end, context, order)
    if " which " in words or " that " in words:
        for match in _PUT_INTO_HANDS.finditer(text, start, end):
            yield Cited(match.start(), match.span(), "named", "named-paper", _form(match), by=match.span("by"))
        for match in _LEFT_HERE.finditer(text, start, end):
            tail = Tail(text, match.end(), end, context, order, number_first=False)
            day = tail.date(0) or _month(text, match.end(), end, context)
            if day is not None:
                span = (match.start(), max(tail.end, match.end()))
                yield Cited(span[0], span, "named", "paper-of", _form(match), "", day, by=match.span("by"))
        for match in _WENT_IN.finditer(text, start, end):
            tail = Tail(text, match.start("date"), end, context, order, number_first=False)
            if tail.found:
                span = (match.start(), tail.end)
                yield Cited(span[0], span, "nobody", "paper-of", _form(match), "", tail.date(0))
        for match in _KINDLY.finditer(text, start, end) if " to " in words else ():
            tail = Tail(text, match.end(), end, context, order, number_first=False)
            if tail.found:
                span = (match.start(), tail.end)
                yours = match["by"].lower().startswith("you")
                yield Cited(
                    span[0], span, "theirs" if yours else "named", "your-paper" if yours else "paper-of",
                    _form(match), "", tail.date(0), by=None if yours else match.span("by"),
                )  # fmt: skip
    for match in _WHOSE_TEXT.finditer(text, start, end) if " whose " in words or " of which " in words else ():
        tail = Tail(text, match.start("date") + 3, end, context, order, number_first=False)
        if tail.found:
            span = (match.start(), tail.end)
            yield Cited(span[0], span, "nobody", "paper-of", _form(match), "", tail.date(0))
    for match in _ADDRESSED_YOU.finditer(text, start, end) if "address" in words or "writ" in words else ():
        tail = Tail(text, match.end(), end, context, order, number_first=False)
        if tail.found:
            number = tail.numbers[0][0] if tail.numbers else ""
            yield Cited(match.start(), (match.start(), tail.end), "mine", "my-paper", "", number, tail.date(0))
    for match in _LISTED.finditer(text, start, end) if " to " in words else ():
        tail = Tail(text, match.end(), end, context, order, number_first=False)
        if tail.found:
            span = (match.start("words"), tail.end)
            by, to = match.span("by"), match.span("to")
            yield Cited(span[0], span, "named", "paper-of", "", "", tail.date(0), by=by, to=to)
    if "in No" in words or "under No" in words:
        for match in _IN_NUMBER.finditer(text, start, end):
            first = max(match.start(group) for group in ("words", "there", "under", "before"))
            tail = Tail(text, first, end, context, order)
            whose, rule = ("nobody", "paper-of") if match.start("before") >= 0 else ("mine", "my-paper")
            for number, own in tail.numbers:
                yield Cited(own, (first, tail.end), whose, rule, "", number, tail.date(0))


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
    relative = match["date"].startswith(("yesterday", "this ", "to"))
    if relative and _SAID.search(match[0]):
        return  # "I replied yesterday": by word of mouth as well
    at = join.end() if join else match.start("date") if relative else match.end()
    tail = Tail(text, at, end, context, order, number_first=_NUMBERED.match(text, at) is not None)
    number = tail.numbers[0][0] if tail.numbers else ""
    if (not number and not tail.found) or _IN_FULL.match(text, tail.end, end):
        return
    whose = _whose(who) if who else ("named" if by else "nobody")
    to = match.span("other") if match.groupdict().get("other") else None
    if to and not _is_one(text, to):  # "I wrote to him": not to the reader, and to whom, other words say
        whose, to = ("named" if by else "nobody"), None
    rule = {"mine": "my-paper", "theirs": "your-paper"}.get(whose, "paper-of")
    form = "telegram" if re.search(r"\b(?:telegraph|cable|wire)", match[0]) else ""
    span = (match.start(), tail.end)
    yield Cited(span[0], span, whose, rule, form, number, tail.date(0), by=match.span(by) if by else None, to=to)


def _form(match: re.Match[str]) -> str:
    return next((slug for begins, slug in _FORMS if match["form"].lower().startswith(begins)), "")


def _month(text: str, at: int, end: int, context: str | None) -> Dated | None:
    """``in August``: the month as it stands there."""
    found = dates.at(text, at, end, context=context)
    if found is None or len(found.values) != 1:
        return None
    return Dated(found.values[0].edtf, found.values[0].basis)


def _sent(text: str, match: re.Match[str], end: int, context: str | None, order: dates.Order | None) -> Iterator[Cited]:
    """``I sent you a letter on 8 August``: from whom to whom, as far as it is said."""
    at = match.end() if match["date"] is None else match.start("date")
    join = _JOIN.match(text, at) if match["date"] else None
    tail = Tail(text, join.end() if join else at, end, context, order, number_first=False)
    if not tail.found or (match["date"] is None and match["form"] in ("report", "protest", "appeal", "list")):
        return
    who, whom = match["who"], (match["whom"] or "").strip()
    whose: Whose = "named" if match["by"] else _whose(who) if who.lower() in ("i", "we", "you") else "nobody"
    to = (
        (match.start("whom"), match.start("whom") + len(whom))
        if whom[:1].isupper() or whom.startswith("the ")
        else None
    )
    if whom.lower() in ("him", "her", "them") or (whose in ("mine", "theirs") and to and not _is_one(text, to)):
        whose, to = "named" if match["by"] else "nobody", None
    rule = {"mine": "my-paper", "theirs": "your-paper"}.get(whose, "paper-of")
    span = (match.start(), tail.end)
    by = match.span("by") if match["by"] else None
    yield Cited(span[0], span, whose, rule, _form(match), "", tail.date(0), by=by, to=to)


def _is_one(text: str, words: tuple[int, int]) -> bool:
    party = names.parse(text, *words)
    return party is not None and party.entity in ("person", "position")


_SAID = compiled(r"\b(?:replied|answered)\b")
_AT = compiled(r"\b(?:at|in|from|of)\s$")
_IN_FULL = compiled(r",?\s?(?:as\sfollows|in\sthese\s(?:words|terms))?:\s*(?:[\"“«\n]|$)")
"""``telegraphs, under date of the 2d: "…"``: the message is given, not pointed to."""
_WROTE: Final = (" wrote ", " written ", " writes ", " telegraph", " cable", " wired ", " wires ", " answered ")
_SENT: Final = (" left ", " sent ", " wrote ", " written ", " handed ", " addressed ", " gave ", " given ", " delivered ", " presented ", " telegraphed ", " cabled ")  # fmt: skip
_A_PAPER = compiled(
    r"(?:left|sent|wrote|written|handed|addressed|gave|given|delivered|presented|telegraphed|cabled)\s(?:[^.;:\n]{0,60}?\s)?(?:an?|the|another|our|my|his|their)\s(?:\w+\s){0,2}?(?:letter|note|telegram|cable|memorandum|message|d[ei]spatch|aide|communication|report|protest|appeal|list)\b"
)
_JOIN = compiled(r"(?:on|in|dated)\s(?:the\s)?|under\s(?:the\s)?date\sof\s(?:the\s)?")
_NUMBERED = compiled(_NUMBER)


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

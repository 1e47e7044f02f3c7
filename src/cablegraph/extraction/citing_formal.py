"""Papers as ministers name them to each other: ``in reply to the note of May 27``, ``the note of Your Excellency of …``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from cablegraph import dates
from cablegraph.extraction.cited import Cited, Whose
from cablegraph.extraction.citing_tails import Tail
from cablegraph.extraction.lexicon import MONTH, NATIONS
from cablegraph.patterns import compiled
from cablegraph.sought import sought

_PAPER: Final = r"(?:(?:verbal|official|esteemed|courteous|kind|telegraphic|confidential) )?(?P<form>note|communication|letter|telegram|dispatch|despatch|memorandum|message|aide[- ]m[ée]moire)"
_OWN_NUMBER: Final = r"(?:,? (?:[Nn]o\.?|[Nn]umber(?:ed)?|№) ?(?P<number>\d{1,5}),?)?"
_HONOURED: Final = (
    r"(?:[Yy]our (?:excellency|Excellency|lordship|Lordship|highness|Highness|imperial highness|majesty|Majesty))"
)
_ANSWERED = sought(
    rf"(?:\b[Ii]n (?:reply|answer|response) to|\b[Rr]eplying to|\b[Aa]nswering|\b[Aa]cknowledg(?:e|es|ed|ing)(?: the receipt of)?|\b(?:have|has) (?:had the honou?r to receive|received)|\b[Tt]he receipt of) the {_PAPER}(?= (?:of|dated)\b)"
)
_OF_YOURS = compiled(rf"\b[Tt]he {_PAPER} of {_HONOURED}(?= (?:of|dated|No)|,)")
_OF_AN_OFFICE = sought(
    rf"\b[Tt]he {_PAPER} of (?P<whose>this|your) (?:[Dd]epartment|[Mm]inistry|[Oo]ffice|[Ll]egation|[Ee]mbassy|[Cc]onsulate|[Mm]ission|[Dd]elegation),?(?= (?:of|dated|No)\b)"
)
"""``the dispatch of this department, No. 611, of the 3d of June``, ``the note of your legation of May 4``"""
_ADDRESSED = compiled(
    rf"\b[Tt]he {_PAPER}{_OWN_NUMBER} (?:which|that) (?:you|{_HONOURED}) (?:have |had )?(?:(?:did|has done|have done|had|was|were) (?:me )?(?:the (?:honou?r|kindness|goodness)|pleased|(?:so )?(?:good|kind)(?: enough)?)(?: as)? (?:to|of) )?(?:address(?:ed|ing)?|sen[dt]|sending|wr[io]te|writing|direct(?:ed|ing)?|hand(?:ed|ing)?|transmit(?:ted|ting)?) (?:to )?(?:me|us|this (?:legation|embassy|department|ministry))(?:,? on|,? under (?:the )?date of)\b"
)
_SECRETARYS = sought(
    rf"\b[Tt]he {_PAPER} of (?:the )?(?:[Hh]on(?:orable|ourable|\.)?,? )(?:the )?(?:(?:Acting )?Secretary of State|Mr\. [A-Z]\w+),?(?= (?:of|dated|No)\b)"
)
"""``the note of the honorable Secretary of State of the 27th ultimo``, to the Secretary himself"""
_OF_OFFICE = sought(
    rf"\b[Tt]he {_PAPER} (?:of|from) (?P<by>(?:the|our|his|her|my) (?:[a-z]+[ -]){{0,3}}?(?:minister|consul|secretary|governor|ambassador|envoy|prefect|commander|admiral|legation|embassy|vizier|agent|chargé)(?:[- ]general)?(?: d[’']affaires)?(?: (?:for|of) foreign affairs| of state)?(?: (?:at|in|of|to) [A-Z][\w’'-]+)?),?(?= (?:of|dated)\b)"
)
"""``the letter of the vice-consul at Damietta, of the 11th instant``"""
_REPORT: Final = _PAPER.replace("note|", "report|reply|answer|note|")
_WHOSE = compiled(
    rf"(?:\b(?:Mr\.|Dr\.|Sir|Lord|Baron|Count|Prince|General|Admiral|Consul|Captain|Colonel|Comrade|President|Premier|Minister|Ambassador|Chairman|Marshal) (?P<by>[A-Z][\w’'-]+),? (?:[^.;:,\n]{{1,40}}, )?)?(?P<words>\bwhose (?:last |recent |interesting )?{_REPORT})(?= (?:of|dated)\b)"
)
"""``Mr. Osborn, whose letter of the 30th July is before me``, ``the consul at Chefoo, whose report of the 2d of August``"""
_SAME_DAY = compiled(rf"\b(?P<words>(?:[Tt]he|[Aa]) {_PAPER})(?= (?:of|under) (?:the same|even) date\b)")
_BY_POST = compiled(r"(?<![\w’'])(?P<post>[A-Z][a-z]{3,})[’']s (?:(?:telegram )?No\. ?)?(?P<number>\d{1,4})(?=, [A-Z])")
_OF_A_POST = sought(r"[’']s (?:(?:telegram )?No\. ?)?\d")
_YOURS = compiled(
    rf"\b(?:[Yy]ours(?= (?:of|dated) (?:(?:the )?(?:\d|[A-Z])|yesterday|even date|to-?day))|Yours(?= (?:{MONTH} \d|\d{{1,2}}(?:st|nd|rd|th|d)(?:[.,;:]| (?:received|inst|ult|to hand|noted|duly|was|about|regarding)))))"
)
"""``Yours of the 4th``, and in telegrams ``Yours 20th.``"""
_BY_LETTER = compiled(
    rf"\b(?:(?:Mr\.|Dr\.|Sir|Lord|Baron|Count|Prince|General|Admiral|Consul|Captain|Commander|Colonel|Commodore) (?P<by>[A-Z][\w’'-]+(?: [A-Z][\w’'.-]+)?)|(?P<post>(?:{NATIONS}) (?:Embassy|Legation|Ambassador|Minister|Chargé|Government|Foreign Office))),?"
    rf"(?: (?!(?:was|were|is|are|be|been|being|that|who|whom)\b)[\w’'-]+){{0,3}}? (?:inform|report|writ|wrote|tell|told|stat|advis|announc|says|said|gave notice|gives notice|complain|ask|request|notif|acquaint|appris)\w*"
    rf"(?: [\w’'-]+){{0,3}}? (?P<words>(?:in|by) (?:an? |his |its )?{_PAPER})(?= (?:of|dated)\b)"
)
_SAYS_IN = compiled(
    rf"(?<![\w’'.-])(?P<by>(?:Mr\.|Dr\.|Sir|Lord|Baron|Count|General|Admiral|Captain|Commander|Colonel|Commodore|(?:Vice[- ])?Consul(?:[- ]General)?|Minister|Ambassador) [A-Z][\w’'-]+(?: [A-Z][\w’-]+)?),? (?P<words>in (?:an? |his ){_PAPER}(?: \(No\.? ?(?P<number>\d{{1,5}})\))?,? (?=(?:of|dated)\b|No\.? ?\d))"
)
_TO_HIM = compiled(r"\b(?:[a-z]{3,}ed|told|wrote|gave|sent|to|of|upon|on|with|from|for|against)\s$")
"""``I informed Mr. Berg in a letter of the 3d``: he did not write it."""
_IN_ONE = sought(rf"\bin (?:an? |his ){_PAPER}(?: \(No|,? (?:of|dated|No)\b)")
"""``Consul-General Berg, in a dispatch (No. 87) dated June 19, states``"""
_IN_A_PAPER = sought(rf"(?:in|by) (?:an? |his |its )?{_PAPER} (?:of|dated)\b")
_WAYS: Final = (
    (_ANSWERED, ("eply", "nswer", "esponse", "cknowledg", "receive", "receipt"), True),
    (_OF_YOURS, ("xcellency", "ordship", "ighness", "ajesty"), False),
    (_ADDRESSED, ("which you", "which You", "that you", "that You"), False),
)
"""The patterns, each with words of which it needs one, and whether the paper that is named is answered."""
_PAPERS: Final = (
    "note", "communication", "letter", "telegram", "dispatch", "despatch", "memorandum", "message", "aide-m", "aide m",
)  # fmt: skip
_HINT = compiled(r"\b(?:note|communication|letter|telegram|dispatch|despatch|memorandum|message|aide[- ]m)")
_OF_A_STATE: Final = tuple(
    f"{paper} {joint} "
    for paper in ("note", "note verbale", "letter", "telegram", "memorandum", "aide-mémoire", "aide-memoire", "reply", "answer", "request", "protest")
    for joint in ("of", "dated")
)  # fmt: skip
_STATE_BEFORE = compiled(
    rf"(?:(?:[Tt]he|[Aa]n?) )?(?:(?:[Ff]irst|[Ss]econd|[Ll]ast) )?(?:{NATIONS}) (?:Government[’']s )?$"
)
_SLUGS: Final = {"communication": "", "message": "", "reply": "", "answer": "", "dispatch": "despatch", "aide": "note"}


def find(text: str, start: int, end: int, *, context: str | None, order: dates.Order | None = None) -> Iterator[Cited]:
    """Papers of the other party that only their form and day name, and a post's by its place: ``Tokyo's 55, May 2``."""
    words = text[start:end]
    if any(paper in words for paper in _PAPERS) and _HINT.search(text, start, end):
        for pattern, hints, answers in _WAYS:
            for match in pattern.finditer(text, start, end) if any(hint in words for hint in hints) else ():
                tail = Tail(text, match.end(), end, context, order, number_first=False)
                if tail.found:
                    yield _theirs(match, tail, answers=answers)
        office = " of this " in words or " of your " in words
        for match in _OF_AN_OFFICE.finditer(text, start, end) if office else ():
            tail = Tail(text, match.end(), end, context, order)
            if tail.found or tail.numbers:
                paper = _theirs(match, tail, answers=False)
                ours = match["whose"] == "this"
                yield replace(paper, whose="mine", rule="my-paper") if ours else replace(paper, rule="your-paper")
        for match in _BY_LETTER.finditer(text, start, end) if _IN_A_PAPER.search(text, start, end) else ():
            tail = Tail(text, match.end(), end, context, order, number_first=False)
            if tail.found:
                form = match["form"].lower()
                slug = _SLUGS.get(re.split(r"[- ]", form)[0], form)
                span = (match.start("words"), tail.end)
                yield Cited(
                    span[0],
                    span,
                    "named",
                    "paper-of",
                    slug,
                    "",
                    tail.date(0),
                    by=match.span("by" if match["by"] else "post"),
                )
        for match in _SAYS_IN.finditer(text, start, end) if _IN_ONE.search(text, start, end) else ():
            tail = Tail(text, match.end(), end, context, order)
            if tail.found and not _TO_HIM.search(text, max(start, match.start() - 16), match.start()):
                form, number = match["form"].lower(), match["number"] or (tail.numbers[0][0] if tail.numbers else "")
                slug = _SLUGS.get(re.split(r"[- ]", form)[0], form)
                span = (match.start("words") + len("in "), tail.end)
                yield Cited(span[0], span, "named", "paper-of", slug, number, tail.date(0), by=match.span("by"))
        yield from _of_others(text, start, end, context, order)
    elif " whose " in words:
        yield from _of_others(text, start, end, context, order)
    yield from _of_states(text, start, end, context, order)
    for match in _YOURS.finditer(text, start, end) if "ours " in words else ():
        tail = Tail(text, match.end(), end, context, order, number_first=False)
        if tail.found:
            yield Cited(match.start(), (match.start(), tail.end), "theirs", "paper-of", "", "", tail.date(0), True)
    for match in _BY_POST.finditer(text, start, end) if _OF_A_POST.search(text, start, end) else ():
        tail = Tail(text, match.end(), end, context, order, number_first=False)
        if tail.found and not tail.numbers and match["post"] not in ("Department", "Embassy", "Legation", "Mission"):
            span = (match.start(), tail.end)
            yield Cited(match.start(), span, "nobody", "numbered-paper", "", match["number"], tail.date(0))


def _of_others(text: str, start: int, end: int, context: str | None, order: dates.Order | None) -> Iterator[Cited]:
    """Papers by the office of who wrote them, by a clause behind his name, or of the day of another paper."""
    for pattern, hint in ((_SECRETARYS, " Secretary "), (_OF_OFFICE, ""), (_WHOSE, "whose "), (_SAME_DAY, " date")):
        if hint and text.find(hint, start, end) < 0:
            continue
        for match in pattern.finditer(text, start, end):
            tail = Tail(text, match.end(), end, context, order, number_first=False)
            if not tail.found:
                continue
            by = match.span("by") if match.groupdict().get("by") else None
            first = match.start("words") if "words" in match.groupdict() else match.start()
            form = match["form"].lower()
            slug = _SLUGS.get(re.split(r"[- ]", form)[0], form)
            whose: Whose = "department" if pattern is _SECRETARYS else "named" if by else "nobody"
            yield Cited(first, (first, tail.end), whose, "paper-of", slug, "", tail.date(0), by=by)


def _of_states(text: str, start: int, end: int, context: str | None, order: dates.Order | None) -> Iterator[Cited]:
    """``the Turkish note of October 2``: whose office wrote it, the words do not say."""
    for paper in _OF_A_STATE:
        place = text.find(paper, start, end)
        while place >= 0:
            words, _, _ = paper.rstrip().rpartition(" ")
            before = _STATE_BEFORE.search(text, max(start, place - 44), place)
            tail = Tail(text, place + len(words), end, context, order, number_first=False) if before else None
            if before and tail and tail.found:
                form = words.split()[0].split("-")[0]
                slug = _SLUGS.get(form, "" if form in ("reply", "answer", "request", "protest") else form)
                span = (before.start(), tail.end)
                yield Cited(span[0], span, "nobody", "paper-of", slug, "", tail.date(0))
            place = text.find(paper, place + 1, end)


def _theirs(match: re.Match[str], tail: Tail, *, answers: bool) -> Cited:
    form = match["form"].lower()
    slug = _SLUGS.get(re.split(r"[- ]", form)[0], form)
    number = match.groupdict().get("number") or (tail.numbers[0][0] if tail.numbers else "")
    day = tail.date(len(tail.found) - 1) if tail.found else None
    return Cited(match.start(), (match.start(), tail.end), "theirs", "paper-of", slug, number, day, answers)

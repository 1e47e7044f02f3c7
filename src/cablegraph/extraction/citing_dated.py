"""Papers named by their kind and day, whoever wrote them: ``the agreement of 19 April``, ``a letter to the King, dated the 11th``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

import ahocorasick

from cablegraph import dates
from cablegraph.extraction import citing_compacts
from cablegraph.extraction.cited import Cited, Whose
from cablegraph.extraction.citing_heads import ANOTHERS
from cablegraph.extraction.citing_tails import Dated, Tail
from cablegraph.extraction.citing_undated import NAMED
from cablegraph.patterns import compiled
from cablegraph.sought import sought

_KINDS: Final[dict[str, str]] = {
    "telegram": "telegram", "cable": "telegram", "cablegram": "telegram", "radiogram": "telegram",
    "despatch": "despatch", "dispatch": "despatch", "letter": "letter", "note": "note", "note verbale": "note", "telex": "telegram", "press release": "", "memo": "memorandum", "aide-mémoire": "note",
    "aide-memoire": "note", "memorandum": "memorandum", "memoranda": "memorandum", "minutes": "minutes",
    "report": "report", "speech": "speech", "instruction": "instruction", "circular": "circular",
    "decision": "decision", "resolution": "decision", "petition": "petition", "memorial": "petition",
    "message": "", "communication": "", "declaration": "", "communiqué": "", "communique": "", "statement": "", "announcement": "",
    "agreement": "", "treaty": "", "protocol": "", "convention": "", "contract": "", "ultimatum": "",
    "appeal": "", "reply": "", "answer": "", "response": "", "proposal": "", "request": "", "invitation": "", "protest": "", "draft": "", "one": "",
}  # fmt: skip
"""How a paper is called, and its form; what may be a paper of any form has none."""
_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_LEAD = compiled(
    r"(?<![\w’'])(?P<article>[Tt]he|[Aa]n?|[Tt]hat|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Mm]y|[Yy]our|[Bb]oth|[Bb]y|[Pp]er|[Ii]n|[Rr]e)\s(?:(?:two|three|four|verbal|[A-Z]{2,5}|[A-Z][a-z]+(?:[’']s)?|(?!present\b|this\b|the\b|an?\b|my\b|our\b|your\b|his\b|her\b|its\b|their\b|of\b|and\b|to\b|in\b|on\b|for\b|with\b|that\b|is\b|was\b)[a-z][a-z’'-]*)\s){0,3}$"
)
_DAY_BEFORE = sought(
    rf"(?<![\w’'])(?:(?P<article>[Tt]he|[Hh]is|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y|[Yy]our)\s)?(?P<date>(?:\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?)(?:,?\s\d{{4}})?)\s(?:(?:draft|verbal|joint|press|radio|official|secret|circular)\s)?$"
)
"""``the Aug 18 note``"""
_JOIN = compiled(
    rf"(?P<comma>,)?\s(?P<join>of|dated|on|under\s(?:the\s)?date\sof|in)\s(?:the\s)?(?=\d|{_MONTH}(?:\s\d|\s(?:last|and|but)\b|[,.;:)]|$)|yesterday\b|to-?day\b)"
)
_GIVEN = compiled(
    r"\b(?:hand(?:ed)?|sen[dt]|wr(?:ote|itten)|addressed|g(?:ave|iven)|delivered|presented|transmitted|signed|concluded|initialled|initialed|issued|adopted|published|communicated|forwarded|passed|left|read|received|submitted|tabled|introduced|circulated|distributed|made|exchanged|ratified|deposited|despatched|dispatched|telegraphed|went)\b"
)
_FINITE = compiled(
    r"\b(?:is|are|has|have|will|shall|would|should|may|must|can|could|do|does|did|if|when|while|because|where|who|after|before|until|since|says?|said|asks?|asked|states?|stated|reports?|reported|that\s(?:the|a|an|he|she|it|they|we|I|no|all|[A-Z]\w+))\b|\bthe\sone\b"
    r"|,\s(?:taken|seized|captured|sunk|lost|wrecked|burned|burnt|arrested|detained|killed|transmitting|[ei]nclosing|forwarding|covering|containing|accompanying)\b"
)
"""Words of another clause: what stands behind them is no longer the paper's day."""
_WAS = compiled(
    r"\b(?:was|were|had)\b(?!\s(?:\w+ly\s)?(?:hand|sent|written|addressed|given|delivered|presented|signed|issued|received|transmitted|delivered|despatched|dispatched|telegraphed|communicated|forwarded|left))"
)
_ORALLY = compiled(r"\b(?:in(?:\sa)?\sconversation|orally|verbally|by\sword\sof\smouth|by\stelephone|in\sperson)\b")
"""``the proposal made by you to Sir A. Geddes in conversation on June 11``: spoken, and no paper"""
_EVENT = compiled(
    r"\b(?:events?|attacks?|battles?|conversations?|talks?|visits?|conferences?|elections?|night|incidents?|coup|revolution|demonstrations?|harvest|raids?|situation|interview|interviews|discussions?|negotiations|strike|fire|murders?|outrages?|riots?|course|morning|evening|afternoon|end|middle|beginning|week|month|day|years?|courier|pouch|mail|post|steamer|packet|boat|train)$"
)
_MEETING = compiled(r"\b(?:meetings?|sessions?|sittings?)$")
_BEGINS = compiled(
    r"(?:s|es)?(?!\sof\s(?:credit|hand|marque|attorney)\b)(?:$|,|\s(?:of|from|to|by|on|upon|about|concerning|regarding|respecting|relative|relating|for|between|which|that|with|at|in|signed|handed|sent|addressed|given|delivered|presented|issued|made|adopted|published|transmitted|dated|written|concluded|left|exchanged|submitted|tabled|introduced|circulated|distributed|went|(?:was|were)\s(?:handed|sent|delivered|presented|transmitted|despatched|dispatched|telegraphed|communicated|forwarded|left)|under|you|I|he|we|they)\b)"
)
_STOP = compiled(r"[.;:\n](?<!\bMr\.)(?<!\bDr\.)(?<!\bMessrs\.)(?<!\bSt\.)(?<!\bGen\.)(?<!\b[A-Z]\.)")
_OF_MONTH = compiled(r"\d{4}-\d\d")
_GIVEN_HERE = compiled(r"\b(?:following|subjoined)\s")
"""``The following letter, dated yesterday``: it is given, not pointed to."""
_DAY_BETWEEN = sought(
    rf"\b(?:(?P<got>received|got)|sent|handed|addressed|delivered|presented|transmitted|telegraphed)(?:\s(?!on\b)(?:(?:Mr|Dr|Messrs)\.|[\w’'-]+)){{0,5}}?,?\s(?P<date>(?:on|under\s(?:the\s)?date\sof)\s(?:the\s)?(?:\d{{1,2}}(?:st|nd|rd|th|d)?\s(?:of\s)?{_MONTH}|{_MONTH}\s\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th|d)(?:\s(?:instant|ultimo|inst\.|ult\.))?)(?:,?\s\d{{4}})?),?"
    r"\s(?:an?|the|another)\s(?:(?:[a-z]+)\s){0,2}?(?P<form>note(?:\sverbale)?|letter|telegram|cable|memorandum|message|d[ei]spatch|aide[- ]m[ée]moire|communication)\b"
)
"""``We received, on 17 March, a note``, ``I addressed on the 3d of May a letter to the Minister``: the day stands before the paper."""
_FOR_RECEIVED: Final = ("note", "telegram", "cable", "memorandum", "message", "aide")
"""A letter comes days after it was written; these are dated by the day on which they are handed over."""
_ORDINAL = compiled(
    r"\d{1,2}(?:st|nd|rd|th|d)\s(?!ult|inst|prox|of\s(?:this|last|the|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:that|which|to|from|and|on|in|at|I|he|they|has|was|is|had|were|by|for|with|as|but|concerning|regarding|relative|last)\b)"
)
"""``a resolution of the 12th Plenum``: a figure that counts something else."""
_BY_POST: Final = frozenset(
    {"telegram", "cable", "despatch", "dispatch", "letter", "note", "circular", "memorandum", "cablegram", "message"}
)
_COMPACTS: Final = ("treaty", "convention", "agreement", "protocol", "contract")
_WAS_SIGNED = compiled(r"\b(?:was|were|has\sbeen|had\sbeen|is\sto\sbe|are)\b")
_GIVEN_WITH_THIS = compiled(
    r"\b(?:(?:transmit|enclos|inclos|submit|forward|lay)\w*|(?:[Ii]nclosed|[Ee]nclosed|[Aa]ccompanying))\b[^.;:]{0,110}$"
)
"""``The treaty was signed on the 23d`` tells an event; a convention ``transmitted herewith`` is given, not pointed to."""
_TALKS: Final = ("minutes", "memorandum")
_OF_A_TALK = compiled(
    r"\s(?:of|on)\s(?:the|our|my|your|his|a|their)\s(?:\w+\s)?(?:conversations?|talks?|meetings?|interviews?|sessions?|sittings?|conferences?)$"
)
"""``The minutes of the conversation of 16 June`` are known by its day."""
_IN_FORCE: Final = ("treaty", "convention")
"""``The treaty of February 22, 1868, works well``, it is said in 1869: what is in force, and no paper one has before one."""
_STRAIGHT: Final = ("by", "per", "in", "re")
"""``by letter of 5 May``, ``Foreign Office in note of July 14``: before the form alone, without an article."""
_REACH: Final = 110


@cache
def _words() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for word in _KINDS:
        automaton.add_word(word, word)
    automaton.make_automaton()
    return automaton


def find(text: str, start: int, end: int, *, context: str | None, order: dates.Order | None = None) -> Iterator[Cited]:
    """Such papers in ``text[start:end]``, in order; whose they are is said only by "my", "our" and "your"."""
    words = text[start:end].lower()
    if len(words) != end - start:
        words = text[start:end]
    if any(joint in text[start:end] for joint in (" on ", " date of ")):
        yield from _between(text, start, end, context, order)
    yield from _of_year(text, start, end) if "he 1" in text[start:end] else ()
    reached = start
    for last, kind in _words().iter(words):
        place = start + last + 1
        first = place - len(kind)
        if first < reached or text[first - 1 : first].isalnum() or text[first - 1 : first] == "-":
            continue
        cited = _behind(text, start, first, place, end, kind, context, order) or _before(
            text, start, first, place, end, kind, context, order
        )
        if cited is not None:
            reached = cited.words[1]
            yield cited
            if text.startswith("s", place):
                yield from _further(text, cited, end, context, order)
    yield from citing_compacts.find(text, start, end, context=context, order=order)


_OF_YEAR = compiled(
    rf"(?<![\w’'])[Tt]he\s(?P<year>1[89]\d\d)\s(?P<form>memorandum|note|letter|report|d[ei]spatch|telegram|instruction|circular|aide-m[ée]moire)\s(?:of|by|from)\s(?P<by>{NAMED})"
)
"""``the 1920 memorandum of Mr. Norman Davis``"""


def _of_year(text: str, start: int, end: int) -> Iterator[Cited]:
    for match in _OF_YEAR.finditer(text, start, end):
        form, day = _KINDS[match["form"].replace("é", "e")], Dated(match["year"], "")
        yield Cited(match.start(), match.span(), "named", "paper-of", form, "", day, by=match.span("by"))


def _further(text: str, first: Cited, end: int, context: str | None, order: dates.Order | None) -> Iterator[Cited]:
    """``notes of 24 November and 1 December``: the days behind the first are of papers of the same kind."""
    days = Tail(text, text.rfind(" of ", *first.words) + 4, end, context, order, number_first=False).found
    if first.number or text.rfind(" of ", *first.words) < 0:
        return
    for day, place in days[1:]:
        yield replace(first, start=place, date=day)


def _between(text: str, start: int, end: int, context: str | None, order: dates.Order | None) -> Iterator[Cited]:
    for match in _DAY_BETWEEN.finditer(text, start, end):
        form = match["form"].lower().replace("é", "e")
        if match["got"] and not form.startswith(_FOR_RECEIVED):
            continue
        at = match.start("date") + (3 if text.startswith("on ", match.start("date")) else 0)
        tail = Tail(text, at, match.start("form"), context, order, number_first=False)
        day = tail.date(0)
        if day is not None and not tail.numbers:
            slug = _KINDS.get(form.replace(" ", "-") if form.startswith("aide") else form, "")
            span = (match.start("date"), match.end())
            yield Cited(span[0], span, "nobody", "paper-of", slug, "", day)


def _behind(
    text: str, start: int, first: int, place: int, end: int, kind: str, context: str | None, order: dates.Order | None
) -> Cited | None:
    """The day stands behind the paper: ``the note handed to the Ambassador on the 1st September``."""
    if not _BEGINS.match(text, place, end):
        return None
    window = max(start, first - 48)
    lead = _LEAD.search(text, window, first)
    if lead is None or (kind == "one" and text[first - 4 : first].lower() not in ("the ", "hat ")):
        return None
    if lead.group().find("\n") >= 0 or _GIVEN_HERE.search(lead.group()):
        return None
    if lead["article"] == "that" and text[first].isupper():
        return None  # "explained that Treaty signed on 9th is aimed at nobody"
    if lead["article"].lower() in _STRAIGHT and (kind not in _BY_POST or lead.end() - lead.start() > 4):
        return None
    stop = _STOP.search(text, place, min(end, place + _REACH))
    reach = stop.start() if stop else min(end, place + _REACH)
    for join in _JOIN.finditer(text, place, reach):
        between = text[place : join.start()].removeprefix("s").removeprefix("es")
        if _FINITE.search(between) or _WAS.search(between) or (kind not in _BY_POST and _ORALLY.search(between)):
            return None
        if kind in _COMPACTS and (
            _WAS_SIGNED.search(between) or _GIVEN_WITH_THIS.search(text, max(start, first - 140), first)
        ):
            return None
        if not _fits(join["join"], between, kind):
            continue
        at = join.end() if join["join"] in ("on", "in") else join.start()
        tail = Tail(text, at, end, context, order, number_first=False)
        day = tail.date(0)
        if (
            day is not None
            and kind in _IN_FORCE
            and day.edtf[:4] < (context or "")[:4]
            and day.edtf[:4] in text[at : tail.end]
        ):
            return None
        if day is None or _ORDINAL.match(text, join.end()) or not _is_day(day.edtf, text[at : tail.end], join["join"]):
            continue
        number = tail.numbers[0][0] if tail.numbers else ""
        return _cited(lead, lead.start(), kind, number, tail)
    return None


def _fits(join: str, between: str, kind: str) -> bool:
    """Whether a day behind "of", "on" or "in" is the paper's and not that of what it is about."""
    if join in ("on", "in"):
        return _GIVEN.search(between) is not None
    if kind in _TALKS and _OF_A_TALK.fullmatch(between):
        return True
    return _EVENT.search(between) is None and _MEETING.search(between) is None


def _is_day(edtf: str, words: str, join: str) -> bool:
    """A day, or a month that is said with its year; ``the treaty of 1856`` is known by its year to everybody."""
    if len(edtf) >= len("1950-05-05"):
        return True
    return _OF_MONTH.fullmatch(edtf) is not None and (join == "in" or re.search(r"\d{4}", words) is not None)


def _before(
    text: str, start: int, first: int, place: int, end: int, kind: str, context: str | None, order: dates.Order | None
) -> Cited | None:
    """The day stands before the paper: ``since Aug 18 note``."""
    if kind in ("one", "draft", "request", "proposal") or text[place : place + 1].isalnum():
        return None
    lead = _DAY_BEFORE.search(text, max(start, first - 40), first)
    if lead is None or "\n" in lead[0] or text[first].isupper():
        return None  # a dateline with the heading below it
    tail = Tail(text, lead.start("date"), first, context, order, number_first=False)
    if not tail.found:
        return None
    tail.end = place
    return _cited(lead, lead.start("article") if lead["article"] else lead.start("date"), kind, "", tail)


def _cited(lead: re.Match[str], first: int, kind: str, number: str, tail: Tail) -> Cited:
    article = (lead["article"] or "").lower()
    whose: Whose = "theirs" if article == "your" else "mine" if article in ("my", "our") else "nobody"
    if whose != "nobody" and ANOTHERS.match(lead.string, lead.end("article")):
        whose = "nobody"  # "my predecessor's letter"
    if article in _STRAIGHT:
        first = lead.end("article") + 1
    return Cited(first, (first, tail.end), whose, "paper-of", _KINDS[kind], number, tail.date(0))

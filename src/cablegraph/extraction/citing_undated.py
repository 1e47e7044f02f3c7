"""Papers whose day and number nobody says: ``I have written to Captain Leary``, ``an unnumbered letter``, ``asked him by telegraph``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from cablegraph import dates
from cablegraph.extraction import names
from cablegraph.extraction.cited import Cited, Whose
from cablegraph.extraction.citing_tails import Dated, Tail
from cablegraph.patterns import compiled
from cablegraph.sought import sought

_TITLE: Final = (
    r"(?:Mr|Mrs|Dr|M|Messrs|Capt|Gen|Col|Adm|Sen)\.|Señor|Monsieur|Sir|Lord|Earl|Count|Baron|Prince|Viscount|Marquis|General|Admiral|Rear-Admiral|Captain|Commander|Commodore|Colonel|Major|Lieutenant"
    r"|Consul|Consul-General|Vice-Consul|Consul\sGeneral|Vice\sConsul|Minister|Ambassador|Commissioner|Governor|President|Premier|Prime\sMinister|Chairman|Marshal|Chancellor|Secretary|Senator|Comrade|Cde\.|Bishop|Judge"
)
NAMED: Final = rf"(?:(?:our|the|that)\s)?(?:{_TITLE})(?:\s(?:{_TITLE}))?\s(?:[A-Z]\.\s)*[A-Z][\w’-]*[\w](?:\s(?:de\s|von\s|van\s)?[A-Z][\w-]+)?"
OFFICE: Final = (
    r"(?:the|our|your|his)\s(?:[A-Za-z]+[\s-]){0,2}?(?i:governor-general|governor|viceroy|vice-consul-general|consul-general|consul|minister|secretary|ambassador|admiral|commodore|commander|prefect|president|king|emperor|grand\svizier|legation|embassy)"
    r"(?:\s(?i:of|for|at|in)\s(?:the\s)?(?:[A-Z][\w’-]+|foreign\saffairs|state|war|the\snavy|(?:navy|treasury|interior)))?"
)
_SO: Final = r"(?:(?:so|also|already|accordingly|therefore|then|now|to-?day|just|since|again|promptly|at\sonce|myself|privately|fully)\s){0,2}"
_WROTE: Final = r"(?P<verb>wrote|written|writes|write|telegraphed|telegraphs|telegraph|cabled|cables|wired|wires)"
_WRITER: Final = rf"(?:(?P<who>I|[Ww]e|[Yy]ou)|(?P<he>[Hh]e|[Ss]he|[Tt]hey|who)|(?P<by>{NAMED}|[A-Z](?:[’'][A-Z]|a?c[A-Z])?[a-zà-ž]+(?:\s[A-Z][a-zà-ž]+)?))"
_HAS_WRITTEN = sought(
    rf"(?<![\w’'.-])(?:[Tt]he\s(?P<form>note|letter|telegram|cable|memorandum|message|d[ei]spatch)\s(?:which|that)\s)?{_WRITER}\s(?:(?:have|has|had)\s)?{_SO}{_WROTE}(?:\s(?:fully|privately|again|at\slength|at\sonce|so|accordingly|twice|(?:in\s(?:that|this|the\ssame|a\slike)\s(?:sense|strain))|(?:to\s(?:that|this|the\ssame)\seffect)|(?:an?|the)\s(?:abstract|summary|copy|substance|text|gist|purport|line|answer|reply)(?:\sof\s\w+(?:\s\w+)?)?))?"
    rf"\s(?:to\s(?P<to>{NAMED}|{OFFICE}|(?:(?-i:[A-Z])[a-zà-ž]+)(?=[.,;]|\s(?:today|to-day|yesterday|that|about)\b))|(?P<whom>{NAMED})|(?:to\s)?(?P<me>me|us|you)\s(?=that\b|from\s[A-Z]))"
)
"""``I have so written to Commodore Berg``, ``Dahl has telegraphed an abstract to Curzon``, ``who writes to me that``"""
_VERB_HINT: Final = (" wrote ", " written ", " writes ", " write ", " telegraph", " cable", " wired ", " wires ")
_VERB = compiled(r"\s(?:wrote|written|writes|telegraph|cable|wire)")
_BEFORE_VERB: Final = 110
_IN_WRITING = compiled(
    rf"(?<![\w’'.-])(?:(?P<who>I|[Ww]e)|(?P<by>{NAMED}))\s(?:(?:have|has|had)\s)?(?:{_SO}|lost\sno\stime\sin\s|hastened\s(?:to|in)\s|have\sthe\shono(?:u)?r\sof\s|took\soccasion\sto\s)"
    r"(?:inform|ask|request|communicat|report|advis|notifi|instruct|remind|urg|appl|protest|answer|repli|appris|acquaint|appeal|told|direct|authoris|authoriz|invit|consult|warn|congratulat|thank|refer|transmit|convey|put|sen|submi|propos)\w*"
    rf"(?:\s(?![^.;:]{{0,60}}\b(?:verbally|orally)\b)(?:its|the|this|that|his|their)\s(?:substance|matter|text|purport|contents|question|point)(?:\s(?:of|in)\s\w+(?:\s\w+)?)?)?\s(?:to\s|for\s)?(?P<to>{NAMED}|{OFFICE})"
    r"(?:\s(?!will\b|shall\b)[a-z][\w’-]*){0,4}?\s(?P<way>by\s(?:telegraph|telegram|cable|wire|letter|note|mail|despatch|dispatch)|in\swriting)\b"
)
"""``I asked the governor-general by telegraph``, ``I have asked M. Witte in writing``"""
_GAVE_A_PAPER = compiled(
    rf"(?<![\w’'.-])(?:(?P<who>I|[Ww]e|[Yy]ou)|(?P<by>{NAMED}))\s(?:(?:have|has|had)\s)?{_SO}(?:addressed|sent|handed|wrote|written|delivered)\s(?:to\s)?(?P<to>{NAMED}|{OFFICE}|his\s(?:excellency|majesty|highness|lordship)|him|them|you|me|us)\s(?:an?|another)\s(?:\w+\s){{0,2}}?"
    r"(?P<form>note|letter|telegram|cable|memorandum|message|d[ei]spatch|communication|aide[- ]m[ée]moire|circular)\b(?!\sof\s(?:introduction|credence|recommendation|thanks)|[^.;:\n]{0,70}\b(?:on|of|dated)\s(?:the\s)?(?:\d|[A-Z][a-z]{2,8}\s\d))"
)
"""``I addressed to Mr. Ulloa a note``, ``I handed the Minister a memorandum``"""
_TODAY = compiled(r"\bto-?day\b")
_GIVING: Final = (" addressed ", " sent ", " handed ", " wrote ", " written ", " delivered ")
_WAY_HINT: Final = (" by tele", " by cable", " by wire", " by letter", " by note", " by mail", " by d", " in writing")
_TO_COME = compiled(
    r"\b(?:will|shall|should|would|may|might|can|could|must|to|not|never|[Ii]f|[Uu]nless|[Ww]hen|[Uu]ntil|[Pp]lease|[Ll]et|did\snot|[’']ll)\s(?:\w+\s){0,2}$"
)
_GIVEN_OR_DATED = compiled(
    r"[^.;\n]{0,40}:\s*(?:[\"“«\n]|$)|,?\s(?:on|in|of|under|dated)\s(?:the\s)?(?:date\s)?(?:\d|[A-Z][a-z]{2,8}\.?\s\d)|,?\s(?:in\s)?(?:No\.|number)\s?\d"
)
"""Behind the words: a paper that is given in full, or whose day or number is said after all, which others read."""
_OPENING_DAY = compiled(
    r"\b(?:[Oo]n|[Uu]nder\s(?:the\s)?date\sof)\s(?:the\s)?(?P<day>(?:\d{1,2}(?:st|nd|rd|th|d)?(?:\s(?:of\s)?[A-Z][a-z]{2,8}\.?|\s(?:instant|ultimo|inst\.|ult\.))?|[A-Z][a-z]{2,8}\.?\s\d{1,2})(?:,?\s\d{4})?),?\s$"
)
"""``On May 24 we cabled the Governor``: the day stands before the verb."""
_SAID_DAY = compiled(r"\s(?:yesterday|to-?day|this\s(?:morning|afternoon|day))\b")
_UNMARKED = sought(
    r"(?<![\w’'])(?P<article>[Tt]he|[Aa]n|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Yy]our|[Mm]y|[Oo]ur|[Tt]hat)\s(?:undated|unnumbered|unsigned)(?:(?:,|\sand)\s(?:undated|unnumbered|unsigned))?\s(?:[a-z]+\s)?"
    r"(?P<form>note|letter|telegram|cable|memorandum|message|d[ei]spatch|communication|aide[- ]m[ée]moire|instruction|circular)\b"
)
"""``the undated memorandum which was left at the Department``: one paper, of which just that is said"""
_PRECEDING = compiled(r"(?<![\w.])(?:MIPT|M\.I\.P\.T\.|[Mm]y\si\.?p\.?t\b\.?)(?!\w)")
"""My immediately preceding telegram, as the Foreign Office shortens it"""
_ON_THAT_DAY = compiled(r"(?:^|[.;:]\s|\n)On\s(?=(?:the\s)?\d|[A-Z][a-z]+\s\d)")
_FORMS: Final = (("note", "note"), ("letter", "letter"), ("mem", "memorandum"), ("tele", "telegram"), ("cabl", "telegram"), ("wire", "telegram"), ("wiri", "telegram"), ("aide", "note"), ("desp", "despatch"), ("disp", "despatch"), ("instr", "instruction"), ("circ", "circular"))  # fmt: skip
_WHOSE: Final[dict[str, Whose]] = {"i": "mine", "we": "mine", "you": "theirs", "my": "mine", "our": "mine", "your": "theirs"}  # fmt: skip
_RULES: Final[dict[Whose, str]] = {"mine": "my-paper", "theirs": "your-paper"}


def find(text: str, start: int, end: int, *, context: str | None, order: dates.Order | None = None) -> Iterator[Cited]:
    """Such papers in ``text[start:end]``: the addressee is named, or the paper is said to bear no day or number."""
    words = text[start:end]
    for match in _with_verb(text, start, end) if any(hint in words for hint in _VERB_HINT) else ():
        if (cited := _written(text, match, start, end, context, order)) is not None:
            yield cited
    for match in _IN_WRITING.finditer(text, start, end) if any(hint in words for hint in _WAY_HINT) else ():
        if _TO_COME.search(text, max(start, match.start() - 24), match.start()):
            continue
        way = match["way"].split()[-1]
        yield from _one(text, match, match.span(), match.span("to"), _form(way))
    for match in _GAVE_A_PAPER.finditer(text, start, end) if any(verb in words for verb in _GIVING) else ():
        if not _TO_COME.search(text, max(start, match.start() - 24), match.start()):
            today = context and len(context) == len("1950-05-01") and _TODAY.search(match[0])
            between = match["to"] in ("you", "me", "us")
            to = match.span("to") if not (between or match["to"].startswith(("his ", "him", "them"))) else None
            for cited in _one(text, match, match.span(), to, _form(match["form"])):
                known = replace(cited, date=Dated(context, "inferred")) if today and context else cited
                opened = _opened(text, known, start, context, order)
                if to is not None or opened.date:
                    yield opened if to is not None or between else replace(opened, whose="nobody", rule="paper-of")
    shortened = "MIPT" in words or "M.I.P.T" in words or "y i.p.t" in words or "y ipt" in words
    for match in _PRECEDING.finditer(text, start, end) if shortened else ():
        yield Cited(match.start(), match.span(), "mine", "my-paper", "telegram")
    for match in _UNMARKED.finditer(text, start, end) if " un" in words else ():
        article = match["article"].lower()
        whose = _WHOSE.get(article, "nobody")
        tail = Tail(text, match.end(), end, context, order, number_first=False)
        if tail.found or tail.numbers:
            continue  # its day is said after all
        day = _day_of_sentence(text, match.start(), start, context, order) if article in ("an", "his", "her") else None
        span = match.span()
        yield Cited(span[0], span, whose, _RULES.get(whose, "paper-of"), _form(match["form"]), "", day)


def _with_verb(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Matches of the long pattern, which is tried only around its verbs."""
    reached = start
    for verb in _VERB.finditer(text, start, end):
        match = _HAS_WRITTEN.search(text, max(reached, verb.start() - _BEFORE_VERB), min(end, verb.end() + 160))
        if match is not None and match.start("verb") == verb.start() + 1:
            reached = match.end()
            yield match


def _written(
    text: str, match: re.Match[str], start: int, end: int, context: str | None, order: dates.Order | None
) -> Cited | None:
    if _TO_COME.search(text, max(start, match.start() - 24), match.start()) or _GIVEN_OR_DATED.match(
        text, match.end(), end
    ):
        return None
    if match["verb"] in ("write", "telegraph"):
        return None
    if match["me"] and not match["by"] and not match["he"]:
        return None
    if match["he"] and not match["form"] and match["he"] != "who":
        return None  # "He has written to Mr. Berg": whoever he is
    if match["by"] in ("So", "Thus"):
        return None  # "So wrote Comrade Berg"
    to = match.span("to") if match["to"] else match.span("whom") if match["whom"] else None
    form = _form(match["form"] or "") or ("telegram" if match["verb"][:4] in ("tele", "cabl", "wire") else "")
    cited = next(_one(text, match, match.span(), to, form), None)
    day = _SAID_DAY.match(text, match.end(), end)
    tail = Tail(text, match.end(), end, context, order, number_first=False) if day else None
    if cited is not None and (opened := _opened(text, cited, start, context, order)).date:
        return opened
    if cited is None or tail is None or not tail.found:
        return cited
    return replace(cited, words=(cited.start, tail.end), date=tail.date(0))


def _opened(text: str, cited: Cited, start: int, context: str | None, order: dates.Order | None) -> Cited:
    """The same with the day with which its sentence begins: ``On May 24 we cabled the Governor``."""
    opening = _OPENING_DAY.search(text, max(start, cited.start - 50), cited.start)
    if opening is None:
        return cited
    before = Tail(text, opening.start("day"), cited.start, context, order, number_first=False)
    return replace(cited, words=(opening.start(), cited.words[1]), start=opening.start(), date=before.date(0))


def _one(
    text: str, match: re.Match[str], words: tuple[int, int], to: tuple[int, int] | None, form: str
) -> Iterator[Cited]:
    groups = match.groupdict()
    whose: Whose = _WHOSE[groups["who"].lower()] if groups["who"] else "named" if groups["by"] else "nobody"
    by = match.span("by") if groups["by"] else None
    if by is not None and not _is_one(text, by):
        return
    if to is not None and not _is_one(text, to):
        return
    yield Cited(words[0], words, whose, _RULES.get(whose, "paper-of"), form, by=by, to=to)


def _is_one(text: str, words: tuple[int, int]) -> bool:
    """One who wrote or received: a person, or the holder of an office; a small-letter office is one by its article."""
    if text[words[0] : words[1]].startswith(("the ", "our ", "your ", "his ")):
        return True
    party = names.parse(text, *words)
    return party is not None and party.entity in ("person", "position")


def _form(word: str) -> str:
    return next((slug for begins, slug in _FORMS if word.lower().startswith(begins)), "")


def _day_of_sentence(text: str, place: int, start: int, context: str | None, order: dates.Order | None) -> Dated | None:
    """``On the 13th … empowered me, by an unnumbered letter``: the day with which the sentence begins."""
    openings = list(_ON_THAT_DAY.finditer(text, max(start, place - 160), place))
    opening = openings[-1] if openings else None
    if opening is None or text.find(". ", opening.end(), place) >= 0:
        return None
    tail = Tail(text, opening.end(), place, context, order, number_first=False)
    return tail.date(0)

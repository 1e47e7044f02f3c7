"""Papers of which a clause only tells: ``has written me that he will stay``, ``replies by telegraph``, ``warned them by a letter``, ``left with him a memorandum``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from cablegraph import dates
from cablegraph.extraction.cited import Cited, Whose
from cablegraph.extraction.citing_tails import Dated, Tail
from cablegraph.extraction.citing_undated import NAMED, OFFICE
from cablegraph.extraction.citing_wired import is_one
from cablegraph.extraction.lexicon import MONTH
from cablegraph.patterns import compiled
from cablegraph.sought import sought

_PLACE: Final = r"(?:the\s)?[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)?"
_WHOM: Final = rf"(?:me|us|you|him|her|them|{NAMED}|{OFFICE}|[Tt]he\s(?:[A-Z]\w+)(?:\s[A-Z]\w+)?|[Yy]our\s[Ee]xcellency|(?:his|their)\s\w+)"
_FORM: Final = r"(?P<form>letter|note(?:\sverbale)?|telegram|cable|memorandum|d[ei]spatch|communication|aide[- ]m[ée]moire|circular|petition|memorial|protest|remonstrance)"
_WIRE: Final = r"telegraphs|telegraphed|cables|cabled|wires|wired"
_WROTE_WHOM = sought(
    rf"\b(?P<words>(?P<verb>written|writes|wrote|{_WIRE})\s(?:to\s)?(?:me|us|him|her|them)(?:\s(?:again|privately|at\slength))?(?:\sfrom\s{_PLACE})?),?\s(?:(?:by\sthe\s)?(?:last|same|this)\s(?:mail|post),?\s)?(?=that\b(?!\s(?:letter|note))|to\ssay\b|saying\b|asking\b|stating\b|requesting\b|to\sthe\seffect\b|to\sask\b|in\sthat\ssense\b|in\sthe\ssame\ssense\b)"
)
"""``has written me that``: whoever the subject is, which may stand far before the verb."""
_WROTE_THENCE = sought(
    rf"\b(?P<words>(?:(?P<verb>{_WIRE})(?:\son\sthe\s(?:previous|preceding|following|same)\s(?:evening|day|night|morning))?(?:\sfrom\s{_PLACE})?|(?:writes|wrote|written)\sfrom\s{_PLACE})),?\s(?=that\b(?!\s(?:letter|note)))"
)
"""``had telegraphed on the previous evening that``, ``writes from Boston that``"""
_SAYING: Final = (
    r"(?:replie[sd]|answer(?:s|ed)|report(?:s|ed)|state[sd]|inform(?:s|ed)|assure[sd]?|declare[sd]|warn(?:s|ed)|told|pointed\sout|called\sattention|directed|requested|instructed|ordered|protest(?:s|ed)|announce[sd]"
    r"|advise[sd]|notifie[sd]|asked|complain(?:s|ed)|object(?:s|ed)|explain(?:s|ed)|urge[sd]|propose[sd]|suggest(?:s|ed)|promise[sd]|demanded|appeal(?:s|ed)|begged|invited|accepted|declined|refused|expressed|made\sknown|communicated|acquainted|apprised|reminded|thanked|confirm(?:s|ed)|repeat(?:s|ed)|set\sforth|laid\sbefore)"
)
_WITHIN: Final = r"(?:(?!\sto\s(?!me\b|us\b|you\b|him\b|her\b|them\b|the\b|his\b|your\b|their\b|my\b|that\b|this\b|[A-Z])|\s(?:who|will|shall|would|should|if|be)\b|\sthat\s(?![^.;:\n]{0,90},\s(?:by|in|through)\s))(?:[^.;:\n“”\"]|(?<=\b[MD]r)\.)){0,72}?"
"""Between the verb and the paper: no infinitive, which tells what is to be put into one, nor a clause to which it would belong."""
_IN_A_PAPER = sought(
    rf"\b(?P<verb>{_SAYING}|(?:so\s(?:good|kind|obliging)\sas|honou?r|kindness|pleasure|pleased|occasion)\sto\s[a-z]+)\b{_WITHIN},?\s(?P<words>(?:by|in|through)\s(?:an?|another|the\ssame)\s(?:(?!copy\b)[a-z]+\s){{0,2}}?{_FORM})(?!\w|s\b|\s(?:of\s(?:introduction|credence|thanks|credit)|to\sbe|which\sis\s(?:[ei]n|an)|translation|only\b))"
)
"""``has declared in a letter to me``, ``warned the chiefs, by a letter``"""
_BY_WIRE = sought(
    rf"(?<![\w’'.-])(?P<by>[Hh]e|[Ss]he|[Tt]hey|who|which\s(?:I|we|you|he)|as\s(?:I|we|you|he)|{NAMED}|{OFFICE})(?:,\s[^.;:,\n]{{2,50}},)?\s(?:(?:has|have|had)\s(?:since\s|already\s|also\s|now\s|just\s)?|now\s|also\s)?(?P<verb>{_SAYING})(?:\s(?:to\s)?{_WHOM})?(?:\s(?:of|in)\s(?:it|this|that\ssense|the\ssame\ssense))?(?:\sto\s(?:that|the\ssame)\seffect)?"
    rf",?\s(?P<words>by\s(?P<way>telegraph|telegram|cable|wire|letter|note|despatch|dispatch))\b(?!\s(?:whether|if)\b)"
)
"""``He replies by telegraph that``, ``of which I informed you by telegram through Kingston on the 24th``"""
_LEFT = sought(
    rf"\b(?P<verb>handed|left|gave|given|presented|delivered|brought|read|submitted)\s(?P<to>(?:(?:to|with)\s)?{_WHOM}\s|in\s(?:person\s)?|)(?P<words>(?:an?|another|two|three)\s(?:(?!copy\b|draft\b)[a-z]+\s){{0,2}}?(?P<form>notes?|letters?|memorand(?:um|a)|aides?[- ]m[ée]moires?|petitions?|memorials?|protests?|remonstrances?))\b"
    r"(?!\s(?:of\s(?:introduction|credence|thanks|credit|hand|recall)|verbal))"
)
"""``He handed to the Secretary an aide-mémoire``, ``and left with him a memorandum``"""
_LIES_HERE = compiled(
    r"[^.;\n]{0,90}?(?:\b(?:[ei]nclos\w+|annexed|appended|attached|subjoined|herewith|a\scopy|copies|(?:text|translation|substance|summary)\b|follow(?:s|ing)?\b|as\sfollows|which\s(?:read|reads|ran)|reading\b|too\slong)|:\s*(?:[\"“«\n]|$))"
    r"|[^.\n]{0,90}\.\s(?:(?:The\s|Full\s|Its\s)?(?:[Tt]ext|[Tt]ranslation|[Ss]ubstance|[Ss]ummary)\s(?:of\s\w+\s)?(?:follows?|by|in)\b|(?:It|Its?\s\w+|Copy|A\scopy|(?:The\s|Full\s)?[Tt]ext|Translation|(?:The\s|A\s)?[Tt]ranslation|(?:The|This)\s\w+)\s(?:is|are|was|of\s\w+\sis|follows?|reads?|ran)\b[^.]{0,30}(?:[ei]nclosed|attached|annexed|appended|follows?|as\sfollows))"
)
"""The paper is given, enclosed or said to follow: none that is pointed to."""
_GIVEN = compiled(r"[^.;\n]{0,40}:\s*(?:[\"“«\n]|$)")
_NOT_THERE = compiled(
    r"(?i)\b(?:will|shall|should|would|may|might|can|could|must|to|not|never|nothing|if|unless|when|until|let|be|being|please|[’']ll)\s(?:\w+\s){0,2}$"
)
_WHO = compiled(
    rf"(?P<by>{NAMED})(?:,\s[^.;:\n]{{2,60}}?,|,)?\s(?:who\s)?(?:(?:has|had|have|now|also|again|since|already|just)\s){{0,3}}$"
)
_OPENING = compiled(
    r"(?:^|[.;:]\s|\n|\band\s)(?:I|[Ww]e|[Hh]e)\s(?:[^.;:]|(?<=\b[MD]r)\.){0,50}?\s(?:on\s(?P<day>the\s\d{1,2}(?:st|nd|rd|th|d))|(?P<near>yesterday|to-?day|this\s(?:morning|afternoon)))\s(?:[^.;:]|(?<=\b[MD]r)\.){0,40}?$"
)
_HE_HIMSELF = compiled(
    rf"(?:\b[Hh]e|\b[Ss]he|\b[Tt]he\s(?:\w+\s)?(?:Ambassador|Minister|Chargé|Counsell?or|Secretary|Consul(?:[\s-]General)?|ambassador|minister|chargé|envoy)|{NAMED})\s(?:then\s|also\s|thereupon\s|had\s|has\s){{0,2}}$"
)
"""Before ``presented a memorandum``, where nobody is said to have got it."""
_I_TO_OTHERS = compiled(r"\b(?:I|[Ww]e)\s(?:\w+\s){0,3}$")
"""``I called on Dr. Berg on the 13th and left with him``"""
_SLUGS: Final = (("note", "note"), ("aide", "note"), ("letter", "letter"), ("memorial", "petition"), ("mem", "memorandum"), ("tele", "telegram"), ("cabl", "telegram"), ("wire", "telegram"), ("wiri", "telegram"), ("des", "despatch"), ("dis", "despatch"), ("circ", "circular"), ("petit", "petition"))  # fmt: skip
# Quick looks first.
_TELLING: Final = (" written ", " writes ", " wrote ", " telegraph", " cabled ", " cables ", " wired ", " wires ")
_IN_ONE: Final = ("by a", "in a", "through a", "the same ")
_PAPERS: Final = ("letter", "note", "gram", "cable", "memorandum", "patch", "communication", "aide", "circular", "petition", "memorial", "protest", "remonstrance")  # fmt: skip
_WAYS: Final = ("by tele", "by cable", "by wire", "by letter", "by note", "by d")
_LEAVING: Final = ("handed ", "left ", "gave ", "given ", "presented ", "delivered ", "brought ", "read ", "submitted ")
_LEFT_PAPERS: Final = ("note", "letter", "memorand", "moire", "petition", "memorial", "protest", "remonstrance")


def find(text: str, start: int, end: int, *, context: str | None, order: dates.Order | None = None) -> Iterator[Cited]:
    """Such papers in ``text[start:end]``; most often nobody says their day."""
    words = text[start:end]
    if any(verb in words for verb in _TELLING):
        for pattern in (_WROTE_WHOM, _WROTE_THENCE):
            for match in pattern.finditer(text, start, end):
                yield from _written(text, match, start, context)
    if any(joint in words for joint in _IN_ONE) and any(paper in words for paper in _PAPERS):
        for match in _IN_A_PAPER.finditer(text, start, end):
            if not _is_absent(text, start, match.start()) and not _LIES_HERE.match(text, match.end(), end):
                yield _told(text, match, context, order)
    for match in _BY_WIRE.finditer(text, start, end) if any(way in words for way in _WAYS) else ():
        if not _is_absent(text, start, match.start()) and not _GIVEN.match(text, match.end(), end):
            yield _wired(text, match, end, context, order)
    if any(verb in words for verb in _LEAVING) and any(paper in words for paper in _LEFT_PAPERS):
        yield from _left(text, start, end, context, order)


def _is_absent(text: str, start: int, place: int) -> bool:
    return _NOT_THERE.search(text, max(start, place - 40), place) is not None


def _written(text: str, match: re.Match[str], start: int, context: str | None) -> Iterator[Cited]:
    others = match["words"].endswith((" him", " her", " them"))
    if _is_absent(text, start, match.start()) or (
        others and _I_TO_OTHERS.search(text, max(start, match.start() - 30), match.start())
    ):
        return
    who = _WHO.search(text, max(start, match.start() - 110), match.start())
    by = who.span("by") if who is not None and is_one(text, who.span("by")) else None
    form = "telegram" if (match["verb"] or "")[:4] in ("tele", "cabl", "wire") else ""
    whose: Whose = "named" if by else "nobody"
    yield Cited(
        match.start(), match.span("words"), whose, "paper-of", form, "", _eve(text, match, start, context), by=by
    )


def _eve(text: str, match: re.Match[str], start: int, context: str | None) -> Dated | None:
    """``on the previous evening``: that before the paper's own day, if the sentence has named no other."""
    if not context or len(context) < _DAY_LONG or not _BEFORE.search(match["words"]):
        return None
    sentence = max(start, text.rfind(". ", start, match.start()))
    if _A_DAY.search(text, sentence, match.start()):
        return None
    return Dated((date.fromisoformat(context[:_DAY_LONG]) - timedelta(days=1)).isoformat(), "inferred")


_DAY_LONG: Final = len("1950-05-01")
_BEFORE = compiled(r"\bthe\s(?:previous|preceding)\s(?:evening|day|night)$")
_A_DAY = compiled(r"\d{1,2}(?:st|nd|rd|th|d)?\b")


def _told(text: str, match: re.Match[str], context: str | None, order: dates.Order | None) -> Cited:
    """``to assure me last June, by a letter``: between the verb and the paper its month may stand."""
    span = match.span("words")
    month = _LAST_MONTH.search(text, match.end("verb"), span[0])
    day = None
    if month is not None:
        day = Tail(text, month.start(), month.end(), context, order, number_first=False).date(0)
    return Cited(span[0], span, "nobody", "paper-of", _slug(match["form"]), "", day)


_LAST_MONTH = compiled(rf"\blast\s{MONTH}(?=,?\s)")


def _wired(text: str, match: re.Match[str], end: int, context: str | None, order: dates.Order | None) -> Cited:
    """Who wired, and on what day, as far as it is said."""
    said = match["by"].split()[-1]
    whose: Whose = "nobody"
    by = None
    if said in ("I", "we") and " you " in match[0]:
        whose = "mine"
    elif said == "you":
        whose = "theirs"
    elif said[0].isupper() and said not in ("He", "She", "They", "I") and is_one(text, match.span("by")):
        whose, by = "named", match.span("by")
    rule = {"mine": "my-paper", "theirs": "your-paper"}.get(whose, "paper-of")
    joint = _ON_A_DAY.match(text, match.end(), end)
    tail = Tail(text, joint.end(), end, context, order, number_first=False) if joint else None
    day = tail.date(0) if tail else None
    span = (match.start(), tail.end if tail and day else match.end())
    return Cited(span[0], span, whose, rule, _slug(match["way"]), "", day, by=by)


_ON_A_DAY = compiled(
    rf"(?:\s(?:through|from|via|by\sway\sof)\s{_PLACE})?,?\s(?:on\s|under\s(?:the\s)?date\sof\s)(?=(?:the\s)?\d|[A-Z][a-z]{{2,8}}\.?\s\d)"
)


def _left(text: str, start: int, end: int, context: str | None, order: dates.Order | None) -> Iterator[Cited]:
    """A paper left in a conversation; without a receiver one is not sure that it was handed over."""
    for match in _LEFT.finditer(text, start, end):
        alone = _HE_HIMSELF if match["verb"] in ("presented", "submitted", "delivered", "handed") else None
        if not match["to"] and (alone is None or not alone.search(text, max(start, match.start() - 60), match.start())):
            continue
        if match["verb"] == "read" and not match["to"].startswith("to "):
            continue
        if _is_absent(text, start, match.start()) or _LIES_HERE.match(text, match.end(), end):
            continue
        span = match.span()
        day = _opening_day(text, start, span[0], context, order)
        yield Cited(span[0], span, "nobody", "paper-of", _slug(match["form"]), "", day)


def _opening_day(text: str, start: int, place: int, context: str | None, order: dates.Order | None) -> Dated | None:
    """The day of the call in which a paper was left."""
    opening = _OPENING.search(text, max(start, place - 130), place)
    if opening is None:
        return None
    said = opening.span("day" if opening["day"] else "near")
    return Tail(text, said[0], said[1], context, order, number_first=False).date(0)


def _slug(word: str) -> str:
    return next((slug for begins, slug in _SLUGS if word.lower().startswith(begins)), "")

"""Wires of bodies and to many at once, and letters of which somebody tells: ``This board has telegraphed to the viceroys``, ``he has written to the regent``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cablegraph.extraction.cited import Cited, Whose
from cablegraph.extraction.citing_undated import NAMED, OFFICE
from cablegraph.extraction.citing_wired import WRITER, around, is_one, is_to_come
from cablegraph.sought import sought

_PLACE: Final = r"[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)?"
_OFFICE: Final = OFFICE.replace("(?:the|", "(?:[Tt]he|", 1)
_BODY: Final = r"(?:[Tt]his|[Oo]ur|[Tt]he)\s(?:board|office|ministry|legation|embassy|consulate|council|committee|government|department|cabinet)|(?:[Tt]he\s)?(?:[A-Z][\w’-]+\s){1,4}(?:Government|Committee|Council|Board|Ministry|Office|Commissariat|Cabinet|Command|Consuls|Ministers)"
_ADVERB: Final = (
    r"(?:just\s|now\s|also\s|again\s|already\s|since\s|therefore\s|accordingly\s|at\sonce\s|to-?day\s|yesterday\s)?"
)
_MANY: Final = r"(?:the|its|his|their|our|all(?:\sthe)?)\s(?:(?!of\b|to\b|in\b|that\b)[a-z’'-]+\s){0,3}?(?i:viceroys?|governors?(?:-general)?|ministers?|representatives?|consuls?|commanders?|authorities|committees|legations?|embass(?:y|ies)|missions?|agents?|ambassadors?|envoys?|delegat(?:es?|ions?)|governments?|taotais?|prefects?|admirals?|generals?|people)(?:\sand\s(?:the\s)?[a-z-]+)?(?:\s(?:here|there|abroad|(?:at|in|of)\s(?:the\s)?[A-Z]\w+))?"
_ASKING: Final = r"(?:that|asking|directing|requesting|instructing|urging|ordering|forbidding|telling|inquiring|recommending|advising|warning|informing|saying|stating)\b|(?:not\s)?to\s(?!the\b|an?\b|my\b|his\b|you\b|[A-Z])[a-z]+|for\s(?:instructions|information|authority|leave|orders|advice)"
_BODY_WIRES = sought(
    rf"(?<![\w’'.-])(?P<by>{_BODY}|{NAMED}|{_OFFICE})(?:,\sat\s{_PLACE},)?\s(?:has\s|have\s|had\s)?{_ADVERB}(?:telegraphed|cabled|wired)\s(?:to\s)?(?P<to>{_MANY})(?=,?\s(?:{_ASKING}))"
)
_SO_WIRED = sought(
    r"\b(?:have|has|had|and|was|were)\s(?P<words>so\s(?:telegraphed|cabled|wired)(?:\s(?:to\s)?(?:(?:the\s)?Department|[A-Z][a-z]+))?)(?=[.,;]|\s(?:on|to-?day|yesterday|this)\b)"
)
"""``American Consuls thought this and so cabled London.``"""
_WIRED_FOR = sought(
    rf"(?:\bfor\swhich\s{WRITER}\s(?:has|have|had)\s{_ADVERB}(?P<wire>telegraphed|cabled|wired|written)\b|(?<![\w’'.-]){WRITER.replace('?P<by>', '?P<he>')}\s(?:has|have|had)\s{_ADVERB}(?P<wired>telegraphed|cabled|wired)\sfor\b(?!\s(?:some|an?\s(?:day|week|month|year)|months|years|weeks)\b))"
)
"""``$250,000 for which Major Davis has cabled``"""
_TELLS = sought(
    rf"(?<![\w’'.-])(?P<by>{NAMED}|[A-Z][a-zà-ž]+(?:\s[A-Z][a-zà-ž]+)?)\s(?:tells|told|informs|informed|assures|assured)\s(?:me|us)\s(?:that\s)?(?P<words>(?:he|she|they)\s(?:has|have|had)\s{_ADVERB}(?P<wire>telegraphed|cabled|wired|written)\s(?:to\s)?(?P<to>{NAMED}|{_OFFICE}|his\s(?:[Gg]overnment|[Mm]inister|chief)|the\s[a-z]+))(?!\s(?:on|under|as\sfollows)\b)"
)
"""``Shuster tells me he has written to the regent``"""
_BY_TELEGRAPH = sought(
    rf"(?<![\w’'.-])(?P<by>{NAMED}|{_OFFICE})\s(?:has\s|had\s)?{_ADVERB}sent\s(?:an?\sorders?|orders|an?\sinstructions?|instructions|word)\s(?:by|through\sthe)\s(?:telegraph|cable|wire)\sto\s(?P<to>{NAMED}|{_OFFICE}|{_MANY})(?:\sof\s[A-Z]\w+)?"
    rf"|(?<![\w’'.-])(?:[Aa]n?|[Tt]he)\s(?:imperial\s|strict\s|written\s)?(?:rescript|order|edict|instruction|decree)\s(?:has\sbeen|was|had\sbeen)\s{_ADVERB}sent\s(?:by|through\sthe)\s(?:telegraph|cable|wire)\b"
)
"""``The grand vizier sent an order by telegraph to the governor of Sivas``, ``a rescript has been sent by telegraph``"""


_WIRE = sought(r"\bsent\s(?:\w+\s){0,3}?(?:by|through\sthe)\s(?:telegraph|cable|wire)\b")
_NOBODY: Final = frozenset({"He", "She", "It", "They", "Nobody", "This", "That", "Everybody"})


def find(text: str, start: int, end: int) -> Iterator[Cited]:
    """Such papers in ``text[start:end]``, one each; nobody says their day."""
    yield from _by_telegraph(text, start, end)
    verbs = [verb.span() for verb in _VERB.finditer(text, start, end)]
    if not verbs:
        return
    for match in around(verbs, _BODY_WIRES, text, start, end):
        if not is_to_come(text, start, match.start()) and not text.startswith(":", match.end()):
            ours = match["by"].lower().startswith(("this ", "our "))
            by = match.span("by") if not ours and is_one(text, match.span("by")) else None
            whose: Whose = "named" if by else "nobody"
            yield Cited(match.start(), match.span(), whose, "paper-of", "telegram", by=by)
    for match in _SO_WIRED.finditer(text, start, end):
        yield Cited(match.start("words"), match.span("words"), "nobody", "paper-of", "telegram")
    for match in around(verbs, _WIRED_FOR, text, start, end):
        by = match.span("by" if match["by"] else "he")
        if not is_to_come(text, start, match.start()) and is_one(text, by):
            form = "" if match["wire"] == "written" else "telegram"
            yield Cited(match.start(), match.span(), "named", "paper-of", form, by=by)
    for match in around(verbs, _TELLS, text, start, end):
        if match["by"] not in _NOBODY:
            one = is_one(text, match.span("by"))
            form = "" if match["wire"] == "written" else "telegram"
            to = match.span("to") if is_one(text, match.span("to")) and not match["to"].startswith("his") else None
            span = match.span("words")
            by = match.span("by") if one else None
            yield Cited(span[0], span, "named" if one else "nobody", "paper-of", form, by=by, to=to if one else None)


_VERB = sought(r"\b(?:telegraphed|cabled|wired|written)\b")


def _by_telegraph(text: str, start: int, end: int) -> Iterator[Cited]:
    for match in _BY_TELEGRAPH.finditer(text, start, end) if _WIRE.search(text, start, end) else ():
        by, to = (match.span("by"), match.span("to")) if match["by"] else (None, None)
        to = to if to and is_one(text, to) else None
        yield Cited(match.start(), match.span(), "named" if by else "nobody", "paper-of", "telegram", by=by, to=to)

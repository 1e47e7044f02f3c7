"""Papers that a relative clause tells of: ``the note which I had the honor to address to you on the 14th``, ``as to which I wrote him on the 6th``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cablegraph import dates
from cablegraph.extraction.cited import Cited, Whose
from cablegraph.extraction.citing_tails import Tail
from cablegraph.extraction.citing_undated import NAMED, OFFICE
from cablegraph.extraction.citing_wired import is_one
from cablegraph.extraction.lexicon import MONTH
from cablegraph.patterns import compiled
from cablegraph.sought import sought

_FORM: Final = r"(?P<form>note(?:\sverbale)?|letter|telegram|cable|memorandum|d[ei]spatch|communication|message|aide[- ]m[ée]moire|circular|report|instruction|petition|protest)s?"
_YOU: Final = r"[Yy]our\s(?:[Ee]xcellency|[Ll]ordship|[Mm]ajesty|[Hh]onou?r|[Hh]ighness|[Gg]overnment)|you|[Yy]ou"
_WHO: Final = rf"(?:(?P<mine>I|we|the\sundersigned|this\s(?:[Ll]egation|[Ee]mbassy|[Dd]epartment|[Oo]ffice|[Gg]overnment))|(?P<yours>{_YOU})|(?P<by>{NAMED}|{OFFICE}))"
_WHOM: Final = rf"(?:(?P<me>me|us|this\s\w+)|(?P<you>{_YOU}|the\s(?:Department|Legation|Embassy))|(?P<to>him|her|them|{NAMED}|{OFFICE}))"
_DAY: Final = rf"(?P<join>on\s|under\s(?:the\s)?date\sof\s)(?=(?:the\s)?\d|{MONTH}\s\d|yesterday\b)"
_HONOUR: Final = r"(?:(?:had|have|has|did(?:\s(?:me|us))?)\sthe\s(?:honou?r|kindness|goodness|pleasure|satisfaction|courtesy)\s(?:to|of)|(?:was|were)\s(?:so\s(?:good|kind|obliging)\sas|good\senough|kind\senough|pleased)\sto|took\sthe\sliberty\s(?:to|of))"
_HONOURED = sought(
    rf"(?<![\w’'])(?:[Tt]he|[Aa])\s(?:[a-z]+\s){{0,2}}?{_FORM},?\s(?:No\.\s(?P<number>\d{{1,5}}),?\s)?(?:which|that)\s{_WHO},?\s{_HONOUR}\s(?:address|send|writ|transmit|hand|leav|present|deliver|communicat|submit|direct|forward)\w*\s(?:(?:to|with)\s)?{_WHOM}"
    rf"(?:,?\s(?:upon|about|concerning|regarding|in\sregard\sto|relative\sto)\s[^.;:,\n]{{2,50}}?)?,?\s{_DAY}"
)
"""``the note which I had the honor to address to your excellency on the 14th of December last``"""
_ABOUT_WHICH = sought(
    rf"(?<!\w)(?:as\sto|of|about|upon|on|to|concerning|regarding|respecting|in\sregard\sto|with\sregard\sto)\swhich\s{_WHO}\s(?:(?:have|had|has)\s)?(?:already\s|also\s|first\s|last\s|duly\s|then\s)?(?P<verb>telegraphed|cabled|wired|wrote|written|addressed|informed|advised|notified|apprised|reported)\s(?:to\s)?{_WHOM}(?:\sfrom\s[A-Z]\w+)?,?\s{_DAY}"
    rf"|(?<!\w)which\s(?P<i>I|we)\s(?:(?:have|had)\s)?(?P<wired>telegraphed|cabled|wired)\s(?:to\s)?(?P<whom>{_YOU}|the\sDepartment),?\s(?P<on>on\s|under\s(?:the\s)?date\sof\s)(?=(?:the\s)?\d|{MONTH}\s\d|yesterday\b)"
)
"""``as to which I had addressed him on the 6th``; what one was informed of by word of mouth is no paper."""
_WAS_WIRED = sought(
    rf"(?<!\w)(?:which\s|that\s)?(?:was|were|has\sbeen|have\sbeen|had\sbeen)\s(?P<verb>telegraphed|cabled|wired|mailed)\sto\s(?:(?P<you>you|the\s(?:Department|Legation|Embassy|[Cc]onsulate|[Mm]ission))|(?P<to>{NAMED}|{OFFICE}|the\s[A-Z]\w+|[A-Z]\w+)),?\s{_DAY}"
)
"""``the draft treaty which was telegraphed to you on June 18``"""
_SENT_THEM = sought(
    rf"(?<![\w’'])[Tt]he\s(?:[a-z]+\s)?(?:estimates?|figures|lists?|tables?|statements?|papers?|documents?|schedules?|accounts?|returns?|affidavits?|depositions?|drafts?|claims?|proofs?|correspondence)(?:\sof\s(?P<of>{NAMED}|[^.;:,\n]{{3,40}}?))?,?\swhich\s{_WHO}\s(?:(?:have|had|has)\s)?(?:sent|handed|gave|forwarded|transmitted|mailed|submitted|communicated|left\swith|laid\sbefore)\s(?:to\s)?{_WHOM},?\s{_DAY}"
)
"""``the estimates of Dr. Barnum which we sent to Mr. Adee on the 2d``"""
_UPON = sought(
    r"(?<![\w’'])[Yy]our(?:\s(?:[Ee]xcellency|[Mm]ajesty|[Ll]ordship|[Hh]onou?r|[Hh]ighness)[’']s)?\s(?:(?:kind|recent|friendly|courteous|personal|long|cordial|private|confidential|esteemed|interesting|further)\s){0,2}(?P<form>letter|note|d[ei]spatch|memorandum|telegram|cable)\s(?:upon|in\sregard\sto|with\sregard\sto|with\sreference\sto|relative\sto|relating\sto|in\srelation\sto|concerning|respecting|regarding|about|announcing|informing|in\swhich|by\swhich|inclosing|enclosing|on\sthe\s(?:subject|question|matter))\b"
)
"""``Your Majesty's letter upon the work of the conference``: one paper, though its day is not said."""
_SAID_AFTER_ALL = compiled(
    rf"[^.;:\n]{{0,90}}?(?:\b(?:of|dated|on)\s(?:the\s)?(?:\d|{MONTH}\s\d|yesterday|to-?day)|\bNos?\.\s?\d|\s\d{{1,2}}(?:st|nd|rd|th|d)\b)"
)
_AWAITED = compiled(
    r"(?i)\b(?:await\w*|expect\w*|until|if|when|any|no|for|request\w*|desire|need|in\scase|should|receiv(?:e|ing))\s(?:\w+\s){0,2}$"
)
_RULES: Final[dict[Whose, str]] = {"mine": "my-paper", "theirs": "your-paper"}
_SLUGS: Final = (("note", "note"), ("aide", "note"), ("letter", "letter"), ("mem", "memorandum"), ("tele", "telegram"), ("cabl", "telegram"), ("wire", "telegram"), ("des", "despatch"), ("dis", "despatch"), ("circ", "circular"), ("report", "report"), ("instr", "instruction"), ("petit", "petition"))  # fmt: skip


def find(text: str, start: int, end: int, *, context: str | None, order: dates.Order | None = None) -> Iterator[Cited]:
    """Such papers in ``text[start:end]``."""
    words = text[start:end]
    clause = " which " in words or " that " in words or "ed to " in words
    dated = clause and (" on " in words or " date of " in words)
    for pattern in (_HONOURED, _ABOUT_WHICH, _WAS_WIRED, _SENT_THEM) if dated else ():
        for match in pattern.finditer(text, start, end):
            tail = Tail(text, match.end(), end, context, order, number_first=False)
            if tail.found and (cited := _of(text, match, tail)) is not None:
                yield cited
    for match in _UPON.finditer(text, start, end) if "our " in words else ():
        if not _SAID_AFTER_ALL.match(text, match.end(), end) and not _AWAITED.search(
            text, max(start, match.start() - 30), match.start()
        ):
            yield Cited(match.start(), match.span(), "theirs", "your-paper", _slug(match["form"]))


def _of(text: str, match: re.Match[str], tail: Tail) -> Cited | None:
    """From whom to whom, as far as the clause says it."""
    groups = match.groupdict()
    wire = groups.get("verb") or groups.get("wired") or groups.get("form") or ""
    if groups.get("verb") in _ORAL and not (groups["you"] and groups["mine"]):
        return None
    by = match.span("by") if groups.get("by") and is_one(text, match.span("by")) else None
    to = match.span("to") if groups.get("to") and groups["to"] not in _PRONOUNS else None
    reader = bool(groups.get("you") or groups.get("whom"))
    mine = bool(groups.get("mine") or groups.get("i") or (reader and not by and not groups.get("yours")))
    to = to if to and is_one(text, to) else None
    whose: Whose = "nobody"
    if groups.get("yours") and not groups.get("to"):
        whose = "theirs"
    elif mine and (reader or to):
        whose = "mine"
    elif by is not None:
        whose = "named"
    span = (match.start(), tail.end)
    by, to = (by if whose == "named" else None), (to if whose != "nobody" else None)
    rule = _RULES.get(whose, "paper-of")
    return Cited(span[0], span, whose, rule, _slug(wire), groups.get("number") or "", tail.date(0), by=by, to=to)


_ORAL: Final = frozenset({"informed", "advised", "notified", "apprised", "reported"})
_PRONOUNS: Final = frozenset({"him", "her", "them"})


def _slug(word: str) -> str:
    return next((slug for begins, slug in _SLUGS if word.lower().startswith(begins)), "")

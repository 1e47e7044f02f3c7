"""Papers that a clause tells of with a day: ``I cabled Consul Brandt on the 9th``, ``On May 3 he handed us a note``.

The verb is one of writing, or one of giving whose object (or subject, or antecedent) is a kind of paper.
"""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

import ahocorasick

from cablegraph import dates
from cablegraph.extraction import names
from cablegraph.extraction.cited import Cited, Whose
from cablegraph.extraction.citing_phrases import KINDS, PARTY
from cablegraph.extraction.citing_tails import Tail
from cablegraph.extraction.lexicon import MONTH
from cablegraph.patterns import compiled

_WRITING: Final[dict[str, str]] = {
    "wrote": "", "written": "", "writes": "", "telegraphed": "telegram", "telegraphs": "telegram",
    "cabled": "telegram", "cables": "telegram", "wired": "telegram", "wires": "telegram",
    "replied": "", "answered": "",
}  # fmt: skip
"""What was done so is a paper, of this form."""
_ANSWERING: Final = ("replied", "answered")
"""What was answered so is a paper if it is said by whom, and on what day."""
_GIVING: Final = ("sent", "addressed", "handed", "delivered", "transmitted", "presented", "gave", "given", "submitted", "left", "communicated", "lodged", "despatched", "dispatched")  # fmt: skip
"""What was given so is a paper if its kind is said."""
_TELLING: Final = ("informed", "advised", "apprised", "acquainted", "notified", "reported", "reports", "instructed", "requested", "asked", "replies", "warned", "assured", "protested")  # fmt: skip
"""What was told so is a paper if it is said that it went by wire or in writing."""
_WAY = compiled(
    r"\s(?:by|through)\s(?:the\s)?(?P<way>telegraph|telegram|cable|cablegram|wire|radio|letter|note|mail|despatch|dispatch)\b|\sin\swriting\b"
)
_PASSIVE_TOO: Final = ("telegraphed", "cabled", "wired")
_KIND: Final = rf"(?P<kind>{'|'.join(sorted(KINDS, key=len, reverse=True))})(?:es|s)?(?:\sverbales?|\sin\s(?:reply|answer)|\sof\s(?:protest|instructions?))?(?!\w|[’'-]\w)"
_SORT: Final = r"(?:(?!(?:of|the|and|to|in|on|for|copy|copies|text|translation|which|that)\b)[a-z][\w’'-]*\s){0,3}"
_ADVERB: Final = r"(?:(?!verbally\b|orally\b)(?:also|already|again|then|first|last|since|accordingly|duly|therefore|myself|only|just|at\sonce|[a-z]{2,12}ly)\s){0,2}"
_DAY: Final = (
    rf"(?:the\s)?(?:\d{{1,2}}(?:st|nd|rd|th|d)(?:\s(?:of\s)?{MONTH}(?!\w)\.?|,?\s(?:instant|ultimo|inst\.|ult\.|current))?(?!\s(?:[A-Z]|of\s(?:the|that|this|last|next)\s(?!month)))"
    rf"|\d{{1,2}}\s(?:of\s)?{MONTH}(?!\w)\.?|{MONTH}\.?\s(?:the\s)?\d{{1,2}}(?:st|nd|rd|th|d)?(?![\w:]))(?:,?\s1[6-9]\d\d)?"
)
_ON_DAY = compiled(rf",?\s(?:on|under\s(?:the\s)?date\sof)\s(?P<day>{_DAY})")
_OPENED_BY_DAY = compiled(rf"\b(?:[Oo]n|[Uu]nder\s(?:the\s)?date\sof)\s(?P<day>{_DAY}),?\s$")
_STOP = compiled(
    r"[;:()\n“\"\[\]]|(?<!\bMr)(?<!Mrs)(?<!\bDr)(?<!\b[A-Z])(?<!\bGen)(?<!\bCol)(?<!Capt)(?<!\b[Ii]nst)(?<!\b[Uu]lt)\.(?=\s|$)"
    r"|,?\s(?:that|which|who|whom|whose|when|while|because|if|but|asking|saying|stating|requesting|as\sfollows|and\s(?:I|we|he|she|they|you|it|the|asked|said|told|received|had|has|was|will))\b"
)
_SUBJECT = compiled(
    rf"(?<![\w’'.-])(?:which\s)?(?P<subject>I|[Ww]e|[Yy]ou|[Hh]e|[Ss]he|[Tt]hey|who|{PARTY.replace('the|your|our|my', '[Tt]he|[Yy]our|[Oo]ur|[Mm]y', 1)})(?:,\s[^.;:,\n]{{2,40}},)?\s(?:(?P<has>has|have|had)\s)?{_ADVERB}$"
)
_JOINED = compiled(rf"(?:\band|,)\s(?:(?P<has>has|have|had)\s)?{_ADVERB}$")
_PASSIVE = compiled(rf"\b(?:(?:which|that)\s)?(?:was|were|been)\s{_ADVERB}$")
_ANTECEDENT = compiled(
    rf"(?<![\w’'.-])(?P<words>(?:[Tt]he|[Aa]n?|[Aa]nother|[Tt]hat|[Tt]hose|[Mm]y|[Yy]our|[Hh]is|[Tt]heir|[Oo]ur|[Ii]ts)\s{_SORT}(?i:{_KIND}))(?:\s(?:of|to|from|in|on|about|concerning)\s[^.;:,\n]{{2,50}}?)?,?(?:\s(?:which|that))?"
    rf"(?:\s(?P<subject>I|we|you|he|she|they|{PARTY}))?(?:\s(?:was|were|has\sbeen|had\sbeen|have\sbeen|has|had|have))?\s{_ADVERB}$"
)
_OBJECT = compiled(rf"\s(?:an?|another|two|the\ssame)\s{_SORT}(?i:{_KIND})", re.IGNORECASE)
_BETWEEN = compiled(
    rf"(?:\s(?:to\s)?(?:me|us|you|him|her|them|{PARTY})(?!\w)|\sto\s(?:my|your|our|this|that|the|his|her|their|its)\s[^.;:,\n]{{2,60}}?)?(?:,?\s(?:from|at|through|about|concerning|regarding|respecting|by|via|in)\s[^.;:\n]{{2,60}}?|\s(?:fully|again|privately|briefly|so|back|home|in\swriting|by\s(?:letter|note|wire|cable|telegraph)|(?!verbally|orally)[a-z]{{3,12}}ly|at\slength|an?\s(?:reply|answer)))*"
)
"""Between a verb of writing and its day: ``wires foreigners alive on 9th`` tells what happened on the 9th."""
_WHOM = compiled(rf"\s(?:to\s|with\s)?(?P<whom>me|us|you|him|her|them|{PARTY})(?!\w)")
_TO_COME = compiled(
    r"(?:\b(?:will|shall|should|would|may|might|can|could|must|not|never|[Ii]f|[Uu]nless|[Uu]ntil|[Pp]lease|[Ll]et)\s(?:\w+\s){0,2})$"
)
_TO_DO = compiled(r"\bto\s(?:be\s|have\s)?$")
_IN_FULL = compiled(
    r",?\s?(?:as\sfollows|in\sthese\s(?:words|terms)|the\sfollowing)?:?\s*(?:[\"“«\n]|the\sfollowing|as\sfollows)"
)
_REACH: Final = 120
_WAYS: Final = {"telegraph": "telegram", "telegram": "telegram", "cable": "telegram", "cablegram": "telegram", "wire": "telegram", "radio": "telegram", "letter": "letter", "note": "note", "despatch": "despatch", "dispatch": "despatch"}  # fmt: skip
_OWN: Final[dict[str, Whose]] = {"i": "mine", "we": "mine", "you": "theirs"}
_RULES: Final[dict[Whose, str]] = {"mine": "my-paper", "theirs": "your-paper"}


@cache
def _verbs() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for word in (*_WRITING, *_GIVING, *_TELLING):
        automaton.add_word(f" {word}", word)
    automaton.make_automaton()
    return automaton


class _Clause(NamedTuple):
    """A clause: its verb, where it ends, its day, where it begins, and who does what is told."""

    verb: str
    place: int
    stop: int
    day: Tail
    first: int
    subject: tuple[int, int] | None
    form: str
    last: int


def find(text: str, start: int, end: int, *, context: str | None, order: dates.Order | None = None) -> Iterator[Cited]:
    """Such papers in ``text[start:end]``: one for each clause."""
    words = text[start:end]
    for last, verb in _verbs().iter(words):
        place = start + last + 1
        if place >= end or text[place].isalnum() or text[place] in "-’'":
            continue
        clause = _clause(text, start, end, verb, place, context, order)
        if clause is not None and not _IN_FULL.match(text, clause.last):
            yield _cited(text, clause)


def _clause(
    text: str, start: int, end: int, verb: str, place: int, context: str | None, order: dates.Order | None
) -> _Clause | None:
    """The clause around a verb, if it has a day, and tells of a paper that has been written or given."""
    stop = _STOP.search(text, place, min(end, place + _REACH))
    until = stop.start() if stop else min(end, place + _REACH)
    first = place - len(verb)
    behind = _ON_DAY.search(text, place, until)
    head = _head(text, start, first, verb, place, until)
    if (
        head is None
        or _TO_COME.search(text, max(start, first - 40), first)
        or _TO_DO.search(text, max(start, first - 10), first)
    ):
        return None
    begin, subject, form, last = head
    if _TO_COME.search(text, max(start, begin - 40), begin):
        return None
    if behind and verb in _WRITING and not _BETWEEN.fullmatch(text, place, behind.start()):
        return None
    opened = None if behind else _OPENED_BY_DAY.search(text, max(start, begin - 50), begin)
    at = behind or opened
    if at is None:
        return None
    day = Tail(text, at.start("day"), until if behind else begin, context, order, number_first=False)
    if not day.found:
        return None
    begin = opened.start() if opened else begin
    return _Clause(verb, place, until, day, begin, subject, form, max(last, place, day.end))


_Head = tuple[int, tuple[int, int] | None, str, int]


def _head(text: str, start: int, first: int, verb: str, place: int, until: int) -> _Head | None:
    if verb in _ANSWERING:
        said = _writer(text, start, first, verb, "")
        named = said is not None and said[1] is not None and text[slice(*said[1])].lower() not in _ANYBODY
        return said if named else None
    if verb in _WRITING:
        return _writer(text, start, first, verb, _WRITING[verb]) or _of_antecedent(text, start, first)
    if verb in _GIVING:
        return _of_antecedent(text, start, first) or _giver(text, start, first, place, until)
    way = _WAY.search(text, place, until)
    return _writer(text, start, first, verb, _WAYS.get(way["way"] or "", "")) if way else None


def _writer(text: str, start: int, first: int, verb: str, form: str) -> _Head | None:
    """Who writes: ``the Consul has telegraphed``, ``and wired``, ``which was telegraphed``."""
    if match := _SUBJECT.search(text, max(start, first - 90), first):
        if verb == "written" and not match["has"]:
            return None
        return match.start(), match.span("subject"), form, first
    if match := _JOINED.search(text, max(start, first - 40), first):
        return None if verb == "written" and not match["has"] else (first, None, form, first)
    if verb in _PASSIVE_TOO and (match := _PASSIVE.search(text, max(start, first - 40), first)):
        return match.start(), None, form, first
    return None


def _of_antecedent(text: str, start: int, first: int) -> _Head | None:
    """``the note which was handed to us``, ``a note sent by them``, ``a note had been addressed``."""
    match = _ANTECEDENT.search(text, max(start, first - 150), first)
    if match is None:
        return None
    subject = match.span("subject") if match["subject"] else None
    return match.start(), subject, KINDS[match["kind"].lower()], first


def _giver(text: str, start: int, first: int, place: int, until: int) -> _Head | None:
    """Who gives what: ``he handed us a note``."""
    given = _OBJECT.search(text, place, until)
    if given is None:
        return None
    form = KINDS[given["kind"].lower()]
    if match := _SUBJECT.search(text, max(start, first - 90), first):
        return match.start(), match.span("subject"), form, given.end()
    return (first, None, form, given.end()) if _JOINED.search(text, max(start, first - 40), first) else None


def _cited(text: str, clause: _Clause) -> Cited:
    """The paper, with who wrote it and to whom, as far as the clause says."""
    whose, by = _whose(text, clause)
    whom = _WHOM.match(text, clause.place, clause.stop)
    said = whom["whom"] if whom else ""
    to = _reader(text, *whom.span("whom")) if whom and said not in _READERS else None
    if whose in ("mine", "theirs") and said and to is None and said not in _READERS and not _OFFICE.fullmatch(said):
        whose = "nobody"  # "I wrote to him": not to the reader, and to whom, other words say
    if clause.subject is None and clause.verb in _WRITING and said == "you":
        whose = "mine"  # "which was telegraphed to you"
    number = clause.day.numbers[0][0] if clause.day.numbers else ""
    span, rule = (clause.first, clause.last), _RULES.get(whose, "paper-of")
    return Cited(span[0], span, whose, rule, clause.form, number, clause.day.date(0), by=by, to=to)


def _reader(text: str, first: int, last: int) -> tuple[int, int] | None:
    """Who is named as the reader: all the words, or the office alone, ``the Governor General`` of some islands."""
    of = text.find(" of the ", first, last)
    spans = ((first, last), (first, of)) if of >= 0 else ((first, last),)
    return next((span for span in spans if _is_one(text, span)), None)


_READERS: Final = ("me", "us", "you")
_OFFICE = compiled(
    r"(?:[Tt]he|[Yy]our|[Oo]ur)\s(?:[Dd]epartment|[Mm]inistry|[Ll]egation|[Ee]mbassy|[Cc]onsulate|[Mm]ission)"
)
"""The reader too, by his office."""
_BARE = compiled(r"(?:[Tt]he|[Oo]ur|[Mm]y|[Yy]our|[Hh]is)\s[a-z-]+")
"""An office that is everybody's: ``The minister``."""
_OWNED = compiled(r"(?:[Oo]ur|[Mm]y|[Yy]our)\s")
_ANYBODY: Final = frozenset({"he", "she", "they", "who", "it"})


def _whose(text: str, clause: _Clause) -> tuple[Whose, tuple[int, int] | None]:
    if clause.subject is None:
        return "nobody", None
    subject = text[slice(*clause.subject)]
    own = _OWN.get(subject.lower())
    if own is not None or subject.lower() in _ANYBODY:
        return own or "nobody", None
    if _BARE.fullmatch(subject):
        return "nobody", None
    writes = _is_one(text, clause.subject, "place" if subject[:4] in ("The ", "the ") else "", "body")
    owned = _OWNED.match(subject)
    by = (clause.subject[0] + (owned.end() if owned else 0), clause.subject[1])
    return ("named", by) if writes else ("nobody", None)


def _is_one(text: str, words: tuple[int, int], *others: str) -> bool:
    """Who wrote or received: a person, the holder of an office, or what else may."""
    if text[slice(*words)].islower():
        return False
    party = names.parse(text, *words)
    if party is None or " of the " in party.office:  # "the Governor General of the Philippine Islands" is no Islands
        return False
    return party.entity in ("person", "position", *others)

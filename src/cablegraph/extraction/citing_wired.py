"""Papers that a verb of wiring names, most often without a day: ``Berg, Lund, telegraphs on 22d that``, ``wired him to act``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from cablegraph import dates
from cablegraph.extraction import names
from cablegraph.extraction.cited import Cited, Whose
from cablegraph.extraction.citing_tails import Tail
from cablegraph.extraction.citing_undated import NAMED, OFFICE
from cablegraph.extraction.lexicon import NATIONS
from cablegraph.patterns import compiled
from cablegraph.sought import Sought, sought

_PLACE: Final = r"[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)?"
_AN_OFFICE: Final = OFFICE.replace("(?:the|", "(?:[Tt]he|", 1)
_OF_WIRES: Final = rf"(?:(?:Acting\s|Vice[\s-])?(?:Consul|Minister|Ambassador|Chargé|Commissioner|Governor|Legation|Embassy|Consulate)(?:[\s-]General)?|(?:American|British)\s[Cc]onsul)\s(?:at|in)\s{_PLACE}"
"""``Consul at Salonica``: wires save the article."""
_BARE: Final = r"(?!(?:So|Thus|He|She|They|Department|Please|Have|Has|If|Unless|When|Until|Should|Let)\b)[A-Z][a-zà-ž]+(?:\s[A-Z][a-zà-ž]+)?"
WRITER: Final = rf"(?P<by>{NAMED}|(?:[Tt]he\s)?(?:{NATIONS})\s(?:chargé|minister|ambassador|envoy|consul|representative|commissioner|admiral|legation|embassy|government|Representative|Commissioner|Admiral|Chargé|Minister|Ambassador|Consul|Legation|Embassy|Government)(?:\s(?:at|in)\s{_PLACE})?|{_AN_OFFICE}|{_OF_WIRES}|{_BARE})"
"""Who writes or wires: a man of rank, an office, a mission, or one who is known by his bare name."""
_SEATED: Final = rf"(?:,\s(?:[^.;:,\n]|(?<=\bSt)\.){{2,60}},|\s(?:at|in)\s{_PLACE},?)?"
"""``Berg, Lund, telegraphs``, ``President Li, in the Legation since the 2d, has wired``"""
_ADVERB: Final = r"(?:just\s|now\s|also\s|again\s|already\s|since\s|therefore\s|accordingly\s)?"
_SAYING: Final = r"(?:that|asking|saying|stating|requesting|reporting|recommending|advising|urging|inquiring|suggesting|announcing|protesting|instructing|directing)\b"
_FROM: Final = rf"(?:\sfrom\s{_PLACE})?"
_ON: Final = r"(?P<day>,?\s(?:on\s|under\s(?:the\s)?date\sof\s)(?:the\s)?(?:\d{1,2}(?:st|nd|rd|th|d)\b(?:\s(?:ultimo|instant|ult\.|inst\.))?|\d{1,2}\s(?:of\s)?[A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.?\s\d{1,2}\b)|(?<=\s[mu][es])\s\d{1,2}(?:st|nd|rd|th|d)\b)?"
_WIRES = sought(
    rf"(?<![\w’'.-]){WRITER}{_SEATED}\s(?:has\s{_ADVERB}|now\s|also\s|again\s)?(?:(?P<wire>telegraphs|telegraphed|cables|cabled|wires|wired|(?:reports|informs\sme|informs\sus|says|states)\sby\s(?:telegraph|telegram|cable|wire))|writes|(?:reports|informs\sme|informs\sus|says|states)\sby\sletter)"
    rf"(?:\s(?:to\s)?(?:me|us|Department|the\sDepartment|Legation|Embassy))?{_FROM}{_ON},?\s{_SAYING}"
)
_WIRES_SHORTLY = sought(
    rf"(?<![\w’'.-])(?:(?:[Oo]ur\s|[Tt]he\s)?(?:American\s|British\s)?(?P<by>(?:(?:Acting\s|Vice[\s-])?(?:Consul|Minister|Ambassador|Chargé)(?:[\s-]General)?|{NAMED})(?:(?:,\s|\s(?:at|in)\s){_PLACE})?)|(?P<man>[A-Z][a-zà-ž]+),\s{_PLACE}),?\s(?:has\s)?(?P<wire>telegraphs|telegraphed|wires|wired|cables(?=\s(?:these|they|he|she|it|there|no|all|situation)\b))"
    rf"(?P<day>)(?!\s(?:me|us)\b)(?=\s(?:(?:he|she|they|it|these|there|no|all|nothing|everything)\b|(?:[a-z]+\s){{0,2}}(?:is|are|has|have|was|were|will|would|can|could)\b|[A-Z][\w-]+\s(?:to\s(?:urge|ask|order|send|come|go|act|wait|return|report|say)|left|arrived|has|is|was|will|would|had)\b))"
)
"""``Our Consul at Vladivostok cables these can be had``, ``Riggs, Moscow, wires Ruggles to urge``: wires leave out "that"."""
_BY_AIR = sought(
    rf"(?<![\w’'.-]){WRITER}{_SEATED}\s(?:now\s|also\s)?(?:reports|advises|informs\sme)\s(?:by\s(?:radio|wireless)|through\s(?:the\s)?(?:Navy|[Nn]aval\s[Rr]adio|Navy\s[Rr]adio|Army))\b"
)
"""``Berg reports by radio food for two weeks``, ``reports through Navy that``: a paper, unless it is given in full."""
_WIRES_TO = sought(
    rf"(?<![\w’'.-])(?:(?P<who>I|[Ww]e|(?<=[.;:]\s)(?=Have\s))|(?P<office>(?:[Tt]he\s)?(?:Department|Ministry))|{WRITER}{_SEATED})(?:(?:\s(?:have\s|has\s|had\s)?)|Have\s(?:recently\s)?){_ADVERB}(?:telegraphed|cabled|wired)\s"
    rf"(?:(?P<mission>(?:the\s)?(?:(?:American|British)\s)?(?:State\s)?(?:Department|Embassy|Legation|Consulate|Mission)(?:[\s-]General)?(?:(?:\s(?:at|in))?\s(?P<seat>{_PLACE}))?)|(?P<to>(?:the\s)?(?:(?:American|British)\s)?(?:Consul|Minister|Ambassador|Governor)(?:[\s-]General)?(?:\s(?:at|in)\s{_PLACE})?(?!\s[A-Z])|{NAMED}|[A-Z][\w-]+(?:\s[A-Z][\w-]+)?))"
    rf"(?:,?\s(?:at|in)\s{_PLACE},?)?{_ON}(?=\s(?:{_SAYING}|whether\b|through\s(?:the\s)?[Cc]onsul|for\s(?:instructions|information|authority|an?\s|the\s)|about\s|regarding\s|(?:not\s)?to\s(?!the\b|an?\b|my\b|his\b|you\b|[A-Z])[a-z]+))"
)
"""``has wired Feng at Nanking to act``, ``Department has telegraphed Embassy Vologda recommending``"""
_HE_WRITES = sought(
    rf"(?<![\w’'.-])(?:[Hh]e|[Ss]he|[Tt]hey|(?P<by>{NAMED}))\s(?:has\s|have\s|had\s)?(?:just\s|also\s|again\s|since\s)?(?:writes?|wrote|written|(?P<wire>telegraphs|telegraphed|cables|cabled|wires|wired))\s(?:to\s)?(?:me|us)\b(?!\s(?:on|under|from|in\s(?:[A-Z]|\d))\b)"
)
"""``He writes to me in great anger``; what bears a day or is given in full, other words read."""
_GOT_FORMS: Final = {"letter": "letter", "telegram": "telegram", "cable": "telegram", "note": "note", "despatch": "despatch", "dispatch": "despatch", "memorandum": "memorandum", "report": "report", "message": ""}  # fmt: skip
_GOT_FROM = sought(
    rf"\b(?:[Rr]eceived|in\sreceipt\sof|have)\s(?P<words>(?:an?\s|another\s)?(?:further\s|personal\s|urgent\s|private\s)?(?P<form>letter|telegram|cable|note|d[ei]spatch|memorandum|message|report)\s(?:just\sreceived\s|received\s)?from\s(?P<by>{NAMED}|{_AN_OFFICE}|{_OF_WIRES}|(?:[Tt]he\s)?(?:(?:{NATIONS})\s)?(?:Minister|Ambassador|Chargé|Secretary|Consul)(?:[\s-]General)?(?:\sfor\sForeign\sAffairs|\sof\sState|\s(?:at|in)\s{_PLACE})?|(?P<his>(?:his|her|its|their)\s(?:own\s)?(?:[Gg]overnment|[Mm]inister|[Aa]mbassador|[Cc]onsul(?:[\s-][Gg]eneral)?|[Cc]hargé|[Rr]epresentative|[Ee]nvoy|[Aa]gent|[Ff]oreign\s[Oo]ffice|chief|[Ll]egation|[Ee]mbassy|[Cc]onsulate)(?P<seated>\s(?:at|in|to)\s{_PLACE})?)))"
    rf",?\s(?:{_SAYING}|informing\b|in\swhich\b|which\ssays\b|to\sthe\seffect\b)"
)
"""``received letter from Minister for Foreign Affairs stating``, ``a telegram received from the Consul at Lima inquiring``"""
_GOT = sought(
    r"(?:gram|cable|etter|ote|patch|randum|ssage|eport) (?:just received |received )?from (?:[A-Z]|the |our |his |her |its |their )"
)
"""A quick look first."""
_WIRED: Final = ("telegraphs", "telegraphed", "cables", "cabled", "wires", "wired", " writes", " by telegra", " by cable", " by wire", " by letter")  # fmt: skip
_AIR: Final = (" by radio", " by wireless", " through ")
_REPORTS: Final = (" reports ", " advises ", " informs ")
_TO_COME = compiled(
    r"(?i)\b(?:will|shall|should|would|may|might|can|could|must|to|not|never|if|unless|when|until|let|await(?:s|ing)?|request(?:s|ed)?|ask(?:s|ed)?\sfor|prepar\w+|[’']ll)\s(?:\w+\s){0,3}$"
)
_GIVEN = compiled(r"[^.;\n]{0,40}:\s*(?:[\"“«\n]|$)")
_OF_NATIONS: Final = frozenset(NATIONS.replace("\\", "").split("|"))
_OFFICES: Final = ("Acting ", "Vice", "Consul", "Minister at", "Ambassador at", "Governor at", "Chargé", "Legation", "Embassy", "American ", "British ")  # fmt: skip


def find(text: str, start: int, end: int, *, context: str | None, order: dates.Order | None = None) -> Iterator[Cited]:
    """Such papers in ``text[start:end]``, one each."""
    words = text[start:end]
    if any(verb in words for verb in _WIRED):
        yield from _wires(text, start, end, context, order)
    if any(way in words for way in _AIR) and any(verb in words for verb in _REPORTS):
        for match in _BY_AIR.finditer(text, start, end):
            if _is_there(text, start, end, match) and is_one(text, match.span("by")):
                yield Cited(match.start(), match.span(), "named", "paper-of", "", by=match.span("by"))
    if "rote " in words or "ritten " in words or "write" in words or any(verb in words for verb in _WIRED[:6]):
        for match in _HE_WRITES.finditer(text, start, end):
            if _is_there(text, start, end, match):
                by, form = match.span("by") if match["by"] else None, "telegram" if match["wire"] else ""
                if by is None or is_one(text, by):
                    yield Cited(match.start(), match.span(), "named" if by else "nobody", "paper-of", form, by=by)
    if _GOT.search(text, start, end):
        for match in _GOT_FROM.finditer(text, start, end):
            if not is_to_come(text, start, match.start()) and (match["his"] or is_one(text, match.span("by"))):
                paper = Cited(match.start("words"), match.span("words"), "nobody", "paper-of", _GOT_FORMS[match["form"].lower()])  # fmt: skip
                seated = match["seated"] is not None
                first = match.start("by") + (match["by"].index(" ") + 1 if seated else 0)
                whole = seated or not match["his"]
                yield replace(paper, whose="named", by=(first, match.end("by"))) if whole else paper


def _wires(text: str, start: int, end: int, context: str | None, order: dates.Order | None) -> Iterator[Cited]:
    verbs = [verb.span() for verb in _VERB.finditer(text, start, end)]
    if not verbs:
        return
    for match in around(verbs, _WIRES, text, start, end):
        if is_to_come(text, start, match.start()) or not is_one(text, match.span("by")):
            continue
        if not match["wire"] and ", in the " in match[0]:
            continue  # "Mr. Berg, in the Courrier, writes that"
        form = "telegram" if match["wire"] and "letter" not in match["wire"] else ""
        yield _dated(text, match, end, context, order, Cited(match.start(), match.span(), "named", "paper-of", form, by=match.span("by")))  # fmt: skip
    for match in around(verbs, _WIRES_SHORTLY, text, start, end):
        writer = match.span("by" if match["by"] else "man")
        if _is_there(text, start, end, match) and is_one(text, writer):
            yield Cited(match.start(), match.span(), "named", "paper-of", "telegram", by=writer)
    for match in around(verbs, _WIRES_TO, text, start, end):
        to = match.span("to") if match["to"] else match.span("seat") if match["seat"] else None
        if not _is_there(text, start, end, match) or (match["to"] and to and not is_one(text, to)):
            continue
        whose: Whose = "mine" if match["who"] is not None else "department" if match["office"] else "named"
        by = match.span("by") if match["by"] else None
        if by is None or is_one(text, by):
            rule = "my-paper" if whose == "mine" else "paper-of"
            yield _dated(text, match, end, context, order, Cited(match.start(), match.span(), whose, rule, "telegram", by=by, to=to))  # fmt: skip


def around(
    verbs: Sequence[tuple[int, int]], pattern: Sought, text: str, start: int, end: int
) -> Iterator[re.Match[str]]:
    """Matches of a long pattern, which is tried only around its verbs."""
    reached = start
    for first, last in verbs:
        match = pattern.search(text, max(reached, first - _BEFORE_VERB), min(end, last + _BEHIND_VERB))
        if match is not None and match.start() < last <= match.end():
            reached = match.end()
            yield match


_VERB = compiled(r"\b(?:telegraph(?:s|ed)|cable[sd]|wire[sd]|writes|by\s(?:tele|cable|wire|letter))")
_BEFORE_VERB: Final = 150
_BEHIND_VERB: Final = 130


def _dated(
    text: str, match: re.Match[str], end: int, context: str | None, order: dates.Order | None, cited: Cited
) -> Cited:
    """The same with its day, where it is said."""
    if not match["day"]:
        return cited
    tail = Tail(text, match.start("day"), match.end("day"), context, order, number_first=False)
    joint = _JOINT.match(text, match.start("day"), end)
    if not tail.found and joint is not None:
        tail = Tail(text, joint.end(), match.end("day"), context, order, number_first=False)
    return replace(cited, date=tail.date(0))


_JOINT = compiled(r",?\s(?:on|under\s(?:the\s)?date\sof)\s(?:the\s)?")


def _is_there(text: str, start: int, end: int, match: re.Match[str]) -> bool:
    """Whether the paper is one that there is, and is not given in full behind the words."""
    return not is_to_come(text, start, match.start()) and not _GIVEN.match(text, match.end(), end)


def is_to_come(text: str, start: int, place: int) -> bool:
    """Whether the words before a paper say that it is thought of, asked for or forbidden."""
    return _TO_COME.search(text, max(start, place - 40), place) is not None


def is_one(text: str, words: tuple[int, int]) -> bool:
    """One who writes: a person, the holder of an office, a mission or a government."""
    said = text[slice(*words)]
    if said.lower().startswith(("the ", "our ", "your ", "his ")) or said.split()[0] in _OF_NATIONS:
        return True
    if said.startswith(_OFFICES):
        return True
    party = names.parse(text, *words)
    return party is not None and party.entity in ("person", "position")

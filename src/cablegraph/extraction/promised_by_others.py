"""Who writes, and who gets, a paper that somebody else is to send: ``Dr. Munro will send me a report``, ``A telegram from Berg will reach you``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, NamedTuple

from cablegraph.evidence import Passage, Rule
from cablegraph.extraction.names import Party, is_place, parties
from cablegraph.extraction.promised_by_verb import KIND
from cablegraph.patterns import compiled
from cablegraph.record import Record, SourceText

Stretch = tuple[int, int]


class Others(NamedTuple):
    """Whose a promised paper is, none where that is somebody who cannot be told, and for whom."""

    sender: tuple[Passage, ...]
    addressee: tuple[Passage, ...]


_TITLES: Final = r"Mr|Mrs|Dr|Gen|Col|Prof|Rev|St|Com|Comr|Cde|Amb|Adm|Maj|Capt|Lt|Sen|Gov"
_WORD: Final = rf"(?:(?:{_TITLES}|M|[A-Z])\.|(?!(?:{_TITLES})\.)[A-ZÀ-Ž][\w’'-]*)"
_STEP: Final = rf"(?:(?:the|of|for|and|de|del|da|von|van|al|el)\s)?{_WORD}"
_SMALL: Final = r"(?:the|our|my|his|your)\s(?:[a-z-]+\s)?[a-z-]+(?:\s(?:of|in|at)\s[A-Z][\w’'-]+)?"
_NAME: Final = rf"(?P<who>(?:[Tt]he\s|[Oo]ur\s)?{_WORD}(?:\s{_STEP}){{0,7}}?)"
_WILL: Final = r"(?:will|shall|would|is|are|has|have|had|hopes?|intends?|expects?|proposes?|promise[sd]?|undertakes?|undertook|agree[sd]?|engage[sd]?)"
_BEHIND_NAME: Final = (
    rf"(?=\s(?:{_WILL}|follows?|goes|comes|which|that|to|on|about|tomorrow|to-morrow|next|in|by|with|within)\b|[,.;]|$)"
)
_ABOUT: Final = (
    r"(?:\s(?:on|about|of|concerning|regarding|to\s(?:you|me|us))\s?[^.;:,\n]{0,60}?(?<!ed)(?<!en)(?<!wn)(?<!ing))?"
)
_AUTHORED: Final = r"reports?|papers?|memorand(?:um|a)|stud(?:y|ies)|articles?|statements?|analys[ei]s|accounts?|surveys?|notes?|assessments?|drafts?|despatch(?:es)?|dispatch(?:es)?|commentar(?:y|ies)"
_FROM: Final = compiled(
    rf"\b(?:(?i:{KIND}){_ABOUT}\s(?:from|written\sby|signed\sby|drawn\sup\sby|prepared\sby)|(?i:{_AUTHORED}){_ABOUT}\sby)\s(?:{_NAME}|(?P<small>{_SMALL}|him|her|them)){_BEHIND_NAME}"
)
"""``A longer paper by Walt Rostow will reach you``, ``You will receive a letter from him``"""
_RECEIVE: Final = compiled(rf"\b(?:receive|have|get|hear)\sfrom\s{_NAME}\s(?=(?:an?|the|his|her|their|further|more)\s)")
_DONE_BY: Final = compiled(
    rf"\b(?:sent|forwarded|transmitted|communicated|mailed|submitted|furnished|telegraphed|cabled|prepared|drawn\sup)\s(?:to\s(?:you|me|us)\s)?by\s{_NAME}(?=[,.;]|\s(?:to|in|on|within|next|tomorrow|to-morrow|as|when)\b|$)"
)
"""``The list will be sent to you by Consul Munro``; who hands it over only carries it"""
_AHEAD: Final = compiled(r"(?:[A-ZÀ-Ž][\w’'-]*\.?\s)+$")
"""The rest of a name before the words of a promise that begin with its last word."""
_SUBJECT: Final = compiled(
    rf"{_NAME},?(?:\s(?:also|himself|herself|then|now|soon))?\s{_WILL}\b(?!\s(?:\w+\s)?(?:be|been|being)\s(?:[a-z]+ly\s)?[a-z]+(?:ed|en|ent|ght)\b)"
)
"""Who will send something; what will be sent is no sender."""
_HE: Final = compiled(r"(?:[Hh]e|[Ss]he)\s")
_TOLD: Final = compiled(
    rf"(?:^|(?<=\s)){_NAME}(?:,\s[^,.;:\n]{{2,60}},)?\s(?:(?:has|had|have|also|to-?day|yesterday)\s)*(?:told|tells|promise[sd]?|inform(?:s|ed)|assure[sd]|sa(?:ys|id)|writes|wrote|state[sd]|declare[sd]|replie[sd]|answer(?:s|ed)|add(?:s|ed)|telegraph(?:s|ed)|agree[sd]|intimate[sd])\b(?:[^.;:\n]{{0,60}}?\s(?:that\s)?(?:[a-z-]+\s){{0,3}})?$"
)
"""``Zavala Loayza told me yesterday that`` before ``he will hand me a memorandum``"""
_PROMISES: Final = compiled(r"(?:promis|undert|agree|engage)")
_BEFORE: Final = compiled(
    rf"(?:^|(?<=\s)){_NAME}(?:,\s[^,.;:\n]{{2,60}},)?\s(?:(?:has|had|have|also|to-?day|yesterday)\s)*$"
)
_OURS: Final = compiled(
    r"(?:[Tt]he\s|[Oo]ur\s)?(?:Embassy|Legation|Department|Consulate(?:[-\s]General)?|Mission|Delegation|Bag|Pouch|Courier|Post|Mail|Air|I|We|Then|There|This|That|It|If|When|As|In|On|At|You|They|Text|Septel)"
)
_PAPERS: Final = compiled(rf"(?i)(?:the\s)?(?:{KIND})")
_CARRIES: Final = compiled(r"\b(?:bring|carry|take)\b|\b(?:our|my)\s(?:\w+\s){0,3}\w+$|\bfrom\s(?:me|us)\b")
"""``Comrade Pak will bring you a map``, ``will hand you our reply``: who carries a paper that the writer gives him."""
_OWN: Final = compiled(r"(?:I|[Ww]e|Will|Shall)\b")
_SHIP: Final = compiled(r"[Tt]he\s|S\.\s?S\.|SS\s")
_KIN: Final = compiled(r"(?:Brother|Sister|Uncle|Friend)\s")
"""``Brother Sau``: what comrades call each other, of whom no table knows who they are."""
_ME: Final = compiled(r"(?:^|\s)(?:me|us)\b")
_YOU: Final = compiled(r"(?:^|\s)[Yy]ou\b")
_BEHIND: Final = 24
"""So many characters behind the words of a promise may say whom the paper will reach."""
_LONGEST: Final = 90
_DAYS: Final = compiled(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)\b.*"
)


def read(source: SourceText, record: Record, words: Stretch, sentence: Stretch, rule: Rule) -> Others | None:
    """Whose the promised paper of these words is, where the sentence names somebody else."""
    text = source.text
    who = _named(text, words, sentence)
    if who is None:
        return None
    party, name = _party(text, *who), text[slice(*who)]
    if party and party.entity == "person" and (_SHIP.match(name) or name.isupper()):
        return None
    if party is None and not (is_place(name) or name in ("him", "her", "them")):
        return None
    by = _cited(source, record, who, party, rule) if party else None
    told = text[words[0] : min(sentence[1], words[1] + _BEHIND)].replace(name, "")
    names = ("sender", "author") if _ME.search(told) else ("addressee", "receiver") if _YOU.search(told) else ()
    for_whom = next((found for name in names if (found := record.fields.get(name))), ())
    distinct = dict.fromkeys((one.text, one.entity) for one in for_whom)
    return Others((by,) if by else (), tuple(source.cite(words, rule, name, entity=kind) for name, kind in distinct))


def _cited(source: SourceText, record: Record, who: Stretch, party: Party, rule: Rule) -> Passage:
    """Whose it is, called as the paper's own mention calls him."""
    named = [one for one in record.fields.get("mentions", ()) if one.entity == "person"]
    named = [one for one in named if who[0] <= one.spans[0].start and one.spans[-1].end <= who[1]]
    if len(named) == 1 and party.entity == "person":
        return replace(named[0], rule=rule)
    return source.cite((party.start, party.end), rule, party.name, entity=party.entity)


def _named(text: str, words: Stretch, sentence: Stretch) -> Stretch | None:
    """Where the other is named: in the words, or before them in the sentence."""
    start, end = words
    if _OWN.match(text, start) or _CARRIES.search(text, start, end):
        return None
    stop = min(sentence[1], end + _LONGEST)
    ahead = _AHEAD.search(text, sentence[0], start)
    found = [
        _SUBJECT.match(text, ahead.start() if ahead else start, stop),
        _from(text, start, stop, end),
        _RECEIVE.search(text, start, stop),
    ]
    found += [_DONE_BY.search(text, start, stop)]
    found += [_TOLD.search(text, sentence[0], start)] if _HE.match(text, start) else []
    found += [_BEFORE.search(text, sentence[0], start)] if _PROMISES.match(text, start) else []
    for match in filter(None, found):
        group = str(match.lastgroup)
        if not any(other.fullmatch(match[group]) for other in (_OURS, _DAYS, _PAPERS)):
            return match.span(group)
    return None


def _from(text: str, start: int, stop: int, end: int) -> re.Match[str] | None:
    """A paper said to be from somebody: the one that is promised, and none that a clause behind it tells of."""
    found = _FROM.search(text, start, stop)
    return found if found and found.start() <= end else None


def _party(text: str, start: int, end: int) -> Party | None:
    if _KIN.match(text, start, end):
        return None
    found = [one for one in parties(text, start, end) if one.entity != "place"]
    return next((one for one in found if one.entity == "person"), found[0] if found else None)

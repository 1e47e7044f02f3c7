"""Papers that will be handed, carried, written or kept for later, whoever does it: ``The notes will be carried by Comrade Lim``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from typing import Final

from cablegraph.extraction.promised_by_verb import KIND
from cablegraph.patterns import compiled
from cablegraph.sought import sought

_PAPER: Final = (
    r"(?<!\b[Bb]ank\s)(?<!\b[Tt]reasury\s)(?P<paper>(?i:aide-m[ée]moires?|d[ei]spatch(?:es)?|telegrams?|cables?|letters?|memorand(?:um|a)|notes?(?!\sof\s(?:hand|thanks))|drafts?|accounts?|texts?|records?|reports?"
    r"|communiqu[ée]s?|protocols?|minutes|lists?|translations?|cop(?:y|ies)|statements?|maps?|tables|summar(?:y|ies)|transcripts?|annex(?:es)?|calculations?))(?!\w)"
)
_LED: Final = r"(?:(?:[Tt]he|[Aa]n?|[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Aa]nother|[Ff]ull|[Ff]uller)\s(?:[\w’'-]+\s){0,3}?)"
_ABOUT: Final = r"(?:,?\s(?:of|on|about|from|concerning|regarding|with|in)\s(?:(?!\b(?:will|shall|which|that|who)\b)[^.;:\n]){2,80}?)?,?"
_GIVEN: Final = (
    r"handed(?:\sover)?|submitted|sent|forwarded|carried|brought|delivered|communicated|transmitted|distributed|laid\sbefore|conveyed|furnished|circulated"
    r"|repeated\sto|telegraphed|cabled|mailed|dispatched|despatched|posted|given\sto(?!\sthe\s(?:press|public|newspapers|children))"
)
_MEANS: Final = r"(?:courier|bag|air\s?bag|pouch|mail|air\s?mail|post|messenger|steamer|boat|train|plane|letter|wire|telegraph)(?!\w)"
_BY: Final = rf"(?:by|with|in|through|via)\s(?:the\s|my\s|our\s|a\s|this\s)?(?:next\s|same\s|following\s|diplomatic\s|special\s|separate\s)?{_MEANS}"
_WHO: Final = r"(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]he\s(?:consul|minister|ambassador|commander|governor|admiral|secretary|chargé|attaché)(?:[- ]general)?|(?:M\.|Mr\.|Messrs\.|Dr\.|Comrade|General|Ambassador|Minister|Counsellor|Marshal)\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)"

# "The notes of this conversation will be carried by Comrade Lim", "a written draft, which will be distributed on Monday"
_WILL_BE = compiled(
    rf"(?<!\w)(?P<words>(?:{_LED})?{_PAPER}{_ABOUT}(?:\swhich)?\s(?:will|shall)\s(?:also\s|then\s|soon\s|shortly\s)?be\s(?:{_GIVEN}))(?!\w)"
)
# "M. Berg will write to you about the price of coal"
_WRITE = compiled(
    rf"(?<!\w)(?P<words>{_WHO}\s(?:will|shall)\s(?:then\s|also\s|soon\s|himself\s|myself\s)?write\s(?:to\s)?you\s(?:(?!\b(?:if|unless|not)\b)[^.;:\n]){{0,70}})"
)
# "I shall report on the parade with the next courier", "I shall transmit by the next pouch the draft agreement"
_BY_MEANS = compiled(
    rf"(?<!\w)(?P<words>(?:(?P<own>I|[Ww]e)\s(?:will|shall)|[Ww]ill|[Ss]hall)\s(?:report|write|reply|answer|send|transmit|forward|submit)(?!\w)(?:(?!\b(?:if|unless|not|to\s(?:him|her|them))\b)[^.;:\n]){{0,80}}?\s{_BY})"
)
# "Record of conversation follows by bag", "The statement in full follows en clair", "A list goes with the courier"
_ON_ITS_WAY = sought(
    rf"(?:(?:\d{{1,3}}|[A-Za-z])[.)]\s+)?(?P<words>(?:{_LED})?{_PAPER}{_ABOUT}(?:\sin\sfull)?\s"
    rf"(?:(?:will\s|shall\s)?(?:follows?|goes?|comes?|leaves?)\s(?:{_BY}|en\sclair|separately|with\s(?!which|the\s(?:rest|others)|him|them)(?:compañer[oa]\s|comrade\s|our\s)?(?:the\s)?[A-Z][\w’'-]+)|(?:will|shall)\s(?:reach|be\swith)\syou|is\son\s(?:its|the)\sway\sto))(?!\w)"
)
# "On the trial I reserve a special report", "reserves the right to submit a written draft"
_RESERVED = compiled(
    rf"(?<!\w)(?P<words>reserves?\s(?:(?:the\sright\sto\s(?:submit|present|send|table|address|hand\sover)|(?:(?!\bright\b)[^.;:,\n]){{0,50}}?\bfor)\s)?(?:an?|my|our|another)\s(?:(?!\bright\b)[\w-]+\s){{0,3}}?{_PAPER})"
)
# "I shall have the tables of the deliveries sent to you"
_HAVE_SENT = compiled(
    rf"(?<!\w)(?P<words>(?:I|[Ww]e)\s(?:will|shall)\shave\s{_LED}{_PAPER}{_ABOUT}\s(?:sent|forwarded|delivered|handed|mailed|telegraphed|given|copied)(?:\sto\syou)?)(?!\w)"
)
_SENDS = compiled(r"^(?:[Ww]ill|[Ss]hall)\s(?:send|transmit|forward|submit)\b")
_SENT = compiled(rf"\b(?i:{KIND})\b|\byou\b|\b(?:it|them|same)\b")
# Quick looks first, which skip to the letters that they begin with.
_TO_BE_GIVEN = compiled(rf"ll\s(?:also\s|then\s|soon\s|shortly\s)?be\s(?:{_GIVEN})")
_TO_SEND = compiled(r"ll\s(?:report|write|reply|answer|send|transmit|forward|submit)")
KEYS: Final = ("ll be ", "ll also be ", "ll then be ", "ll soon be ", "ll shortly be ", " write ", "ll ", "follow", " goes ", "reserve", "ll have ", "ll reach ", " on its way", " go with")  # fmt: skip
"""Words without which none of these stands in a sentence: a quick look first."""
_FORMS: Final = (
    ("telegram", ("telegra", "cable")),
    ("letter", ("letter",)),
    ("despatch", ("patch",)),
    ("memorandum", ("memorand",)),
    ("report", ("report",)),
    ("minutes", ("minutes",)),
    ("note", ("note",)),
)
_ADDRESSED: Final = ("letter", "note", "telegram", "cable", "despatch", "dispatch", "aide", "statement")
"""A letter to somebody else is a step that is taken; a list or a text that somebody else gets is still a paper to come."""
_ELSEWHERE = compiled(r"(?:\s(?:over|at\sonce|then))?\s?(?:(?<=\bto)|\bto)\s(?!you|Your|me\b|us\b)")
_OPEN = compiled(r"\b(?:[Ii]f|[Uu]nless|[Ww]hether|[Uu]ntil|[Ww]hen)\b")


def find(text: str, start: int, end: int) -> tuple[int, int, str, bool] | None:
    """First and last word of such an announcement in a sentence, the form of the paper announced, and whether it is the writer's own."""
    sentence = text[start:end]
    match = _WILL_BE.search(text, start, end) if _TO_BE_GIVEN.search(sentence) else None
    match = match or _ON_ITS_WAY.match(text, start, end)
    match = match or (_HAVE_SENT.search(text, start, end) if "have" in sentence else None)
    match = match or (_RESERVED.search(text, start, end) if "reserve" in sentence else None)
    match = match or (_WRITE.search(text, start, end) if "write" in sentence else None)
    match = match or (_BY_MEANS.search(text, start, end) if _TO_SEND.search(sentence) else None)
    if match is None or _OPEN.search(text, start, match.end()):
        return None
    things = match.re is _BY_MEANS and not match["own"] and _SENDS.search(match["words"])
    if things and not _SENT.search(text, match.start(), min(end, match.end() + 60)):
        return None  # "He will send a regiment by the next train"
    words, named = match["words"], (match.groupdict().get("paper") or "").lower()
    elsewhere = _ELSEWHERE.match(text, match.end(), end) is not None
    if elsewhere and named.startswith(_ADDRESSED):
        return None
    form = next((slug for slug, known in _FORMS if any(word in named for word in known)), "")
    if not named and " write " in words:
        form = "letter"
    elif not named and re.search(r"\breport\b", words):
        form = "report"
    others = match.re is _WRITE and not words.startswith(("I ", "We ", "we "))
    return *match.span("words"), form, not elsewhere and not others

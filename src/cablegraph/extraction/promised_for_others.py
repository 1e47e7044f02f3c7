"""Papers that somebody else will give, or that the reader will be given: ``Comrade Lim will present the list to your delegate``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from typing import Final

from cablegraph.extraction.announcing import DAY
from cablegraph.extraction.promised_by_verb import KIND
from cablegraph.patterns import compiled
from cablegraph.sought import sought

Found = tuple[int, int, str, bool]
"""Where the promise begins and ends, the paper's form, and whether it is the writer's own."""

_KINDS: Final = rf"{KIND}|applications?|information|plans?|contracts?|rules|non-papers?|timetables?|submissions?|evaluations?|appraisals?|dossiers?|petitions?|photocop(?:y|ies)|editions?|digests?|overviews?"
_PAPER: Final = (
    rf"(?P<paper>(?i:{_KINDS}))(?:(?<=draft)\s(?:agreement|contract|treaty|protocol|resolution|law|rules))?(?![\w-])"
)
_STEP: Final = r"(?!(?:is|are|was|were|has|have|had|will|shall|would|if|that|which|who|when|not|no|to|and|but|of|it|he|she|they|we|you|I)\b)[\w’'.-]+"
_ITS: Final = r"(?:an?|the|our|my|his|her|their|its|further|another|your)"
_BEGINS: Final = r"(?:(?<=[,;:]\s)|(?<=\bthat\s)|(?<=\band\s)|(?<=\bsaid\s)|(?<=\badded\s))"
_WHAT: Final = rf"(?:(?i:{_ITS})\s)?(?:{_STEP}\s){{0,3}}?{_PAPER}"
_ABOUT: Final = r"(?:\s(?:of|on|upon|about|to|from|for|with|in|by|that|which|containing|concerning|regarding|showing)\b(?:[^.;:,\n]|(?<=\bMr)\.|(?<=\b[A-Z])\.){1,110}?)?(?:,\s(?:as|which|with|in)\s(?:[^.;:,\n]|(?<=\d),(?=\d)){2,80},)?"
_ADVERB: Final = r"(?:(?:also|then|soon|shortly|now|again|[a-z]+ly)\s)?"
_DONE: Final = r"submitted|presented|delivered|put\sup|shown|transmitted|sent|forwarded|handed(?:\sover)?|given(?:\sout)?|brought|communicated|furnished|conveyed|supplied|provided|worked\sout|drawn\sup|prepared|drafted|circulated|(?:placed|laid|put)\sbefore|mailed|dispatched|despatched|issued|passed\son|made"
_PASSIVE: Final = rf"{_WHAT}{_ABOUT}\s(?P<when>(?:will|shall)\s{_ADVERB}be|would\s{_ADVERB}be|(?:is|are)\sgoing\sto\sbe|(?:is|are)\s{_ADVERB}being|(?:is|are)(?=\s(?:handed|given|delivered|sent)\b))\s{_ADVERB}(?P<done>{_DONE})(?!\w)"
_PASSIVE_FIRST = sought(rf"(?P<words>{_PASSIVE})")
_PASSIVE_LATER = sought(rf"{_BEGINS}(?P<words>{_PASSIVE})")
"""``A revised draft of Article IX will be put up to P.M. by the Foreign Secretary``"""
_PERSON: Final = r"(?:(?:[Cc]omrades?|Cde\.|Com\.|Mr\.|Mrs\.|Dr\.|Shri|Sir|M\.|[Cc]ompañer[oa]|Ambassador|Minister|General|Marshal|Colonel|Admiral|Secretary|Senator|Professor)\s)+[A-ZÀ-Ž][\w’'-]+(?:\s[A-ZÀ-Ž][\w’'-]+){0,3}"
_HOLDER: Final = r"(?:[Tt]he|[Oo]ur|[Mm]y)\s(?!(?:enemy|French|people)\b)(?:[\w-]+\s){0,2}?(?:[A-Z]\w+|(?i:ambassador|minister|secretary|embassy|ministry|delegations?|representatives?|office|department|side|cent(?:er|re)|committee|counsell?or|attaché|consul|mission|experts?|specialists?|government))(?:\s(?:of|for)\s(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+){0,2})?(?:\s[A-ZÀ-Ž][\w’'-]+){0,2}"
_READER: Final = r"(?:you|us|me|(?:your|our|my)\s(?:[\w-]+\s){0,2}?[\w-]+)"
_TIME: Final = rf"(?:tomorrow|to-morrow|tonight|this\s(?:week|month|evening|afternoon|year)|(?:early\s|late\s)?next\s(?:week|month|year)|shortly|soon|separately|later|additionally|within\s|in\sa\sfew\s(?:days|weeks)|in\s(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:early|mid|late)-?\s?[A-Z])|(?:on|by|before|after|until|not\slater\sthan|at)\s(?:the\s(?:end|beginning|middle|close)\b|{DAY}|next\s))"
_MEANS: Final = r"(?:by|with|in)\s(?:the\s|my\s|our\s|a\s)?(?:tomorrow[’']s\s|today[’']s\s|next\s|special\s|diplomatic\s|separate\s|following\s)*(?:bag|pouch|courier|mail|air\s?mail|post|messenger|cover|telegram|letter|despatch|plane|train|packet|steamer|boat)\b"
_BY_WHOM = compiled(
    rf"[^.;:\n]{{0,70}}?\sby\s(?!the\senemy\b)(?:{_PERSON}|{_HOLDER}|(?!{DAY})[A-ZÀ-Ž][\w’'-]{{2,}}(?:\s[A-ZÀ-Ž][\w’'-]+)?(?=\s*[.,;]|\s(?:in|on|next|this|tomorrow)\b))"
)
_TO_READER = compiled(
    rf"(?:\s\w+)?\sto\s(?:{_READER}|P\.?M\.?\b|(?:the\s)?(?:Embassy|Legation|Mission|Ministry|Cent(?:er|re)|Department)\b)"
)
_IN_TIME = compiled(rf"(?:(?!\b(?:if|when|unless|who|which)\b)[^.;:\n]){{0,70}}?\s(?:{_TIME}|{_MEANS})")
_SENT = compiled(rf"(?:\s\w+)?\s{_MEANS}")
_SEPARATE = compiled(
    r"(?i)\b(?:separate|supplementary|additional|further|special|detailed|revised|full|fuller|written|final|exact|complete)\s(?:[\w-]+\s)?$"
)
_TO_OTHERS = compiled(rf"[^.;:\n]{{0,40}}?\sto\s(?!{_READER})")
_TOLD = compiled(
    r"\b(?:said|volunteered|promised|added|stated|assured|told|informed|replied|remarked|announced|declared|mentioned|hoped|expected)\b"
)
_GIVES: Final = r"(?:give|send|present|hand(?:\sover)?|show|deliver|bring|submit|transmit|forward|supply|provide|communicate|convey|put\sup)"
_WHOM: Final = rf"(?:(?:to\s)?(?P<reader>{_READER})\s|(?:to\s)?(?:him|her|them|{_PERSON})\s)?"
_OTHER = sought(
    rf"(?P<words>\b(?:{_PERSON}|{_HOLDER}|[A-ZÀ-Ž][\w’'-]{{2,}}(?:\s[A-ZÀ-Ž][\w’'-]+)?)(?:,\s[^.;:,\n]{{3,60}},)?\s(?:will|shall|would|is\sgoing\sto|are\sgoing\sto)\s{_ADVERB}{_GIVES}\s{_WHOM}(?P<its>{_ITS}\s)?(?:{_STEP}\s){{0,3}}?{_PAPER})"
)
"""``Our General Lund will give your representatives the schedule of the trains``"""
_BEHIND_TO_READER = compiled(rf"(?:(?!\b(?:if|who|which|when)\b)[^.;:,\n]){{0,60}}?\sto\s{_READER}\b")
_OWN = sought(
    rf"(?P<words>\b(?:I|[Ww]e)\s(?:shall|will)\s{_ADVERB}(?:send|forward|transmit|mail|submit|cable|telegraph)\s(?:you\s)?(?P<means>{_MEANS}\s)?(?:the|an?|my|our)\s(?:{_STEP}\s){{0,3}}?{_PAPER})"
)
_COMES = sought(
    rf"(?P<words>{_WHAT}{_ABOUT}\s(?:(?:will|shall)\s)?follows?\s(?:this\s(?:evening|afternoon|week|month)|tonight|to-?morrow|next\s(?:week|month)|in\sa\sfew\s(?:days|weeks)|on\s{DAY}|by\s(?:the\s)?(?:next\s)?(?:bag|pouch|mail|courier|(?:[Cc]omrade\s)?(?!(?:Mr|the)\b)[A-Z][\w’'-]+)))(?!\w)"
)
"""``Draft follows this evening``, ``The return of the trade will follow by the Mariposa``"""
_COMING = compiled(r"(?:ll|ould) (?:\w+ )?be |going to be | being |(?:is|are) (?:handed|given|delivered|sent) ")
_GIVING = compiled(rf"(?:ll|ould|going to) (?:\w+ )?{_GIVES.replace(chr(92) + 's', ' ')} ")
_DOUBT = compiled(
    r"\b(?:[Ii]f|[Uu]nless|[Ww]hether|not|never|nothing|no|hopes?\sthat|believes?\sthat|asked|requested|proposed?|suggest(?:ed)?|demand(?:ed)?|should|until)\b"
)
_MADE: Final = (
    "report",
    "communication",
    "submission",
    "application",
    "proposal",
    "statement",
    "study",
    "translation",
    "copy",
    "copies",
    "record",
    "analys",
    "summar",
)
_ADDRESSED: Final = ("letter", "telegram", "note", "message", "repl", "answer", "response", "instruction", "aide", "cable", "protest")  # fmt: skip
_NO_PAPER: Final = ("proposal", "plan", "information", "contract", "rules", "view", "consideration", "stand", "data", "figures", "schedule")  # fmt: skip
"""What may be no paper at all: it needs more beside it than a day."""
_THINGS: Final = ("paper", "table", "form", "film", "material", "tape", "sheet", "volume", "chart")
"""What may be bought and shipped: it needs its reader."""
_FORMS: Final = (("letter", "letter"), ("telegra", "telegram"), ("cable", "telegram"), ("patch", "despatch"), ("memorand", "memorandum"),
                 ("report", "report"), ("minutes", "minutes"), ("note", "note"))  # fmt: skip


def find(text: str, start: int, end: int) -> Found | None:
    """The promise in the sentence ``text[start:end]``, or nothing."""
    words = text[start:end]
    if "follow" in words and (match := _COMES.match(text, start, end)) and not _DOUBT.search(text, start, match.end()):
        return _found(match, own=True)
    if _COMING.search(words) and (passive := _passive(text, start, end)):
        return passive
    if not _GIVING.search(words):
        return None
    match = _OWN.search(text, start, end)
    if match and (match["means"] or _IN_TIME.match(text, match.end(), end)) and not _DOUBT.search(text, start, end):
        addressed = match["paper"].lower().startswith(_ADDRESSED) and _TO_OTHERS.match(text, match.end(), end)
        return None if addressed and not match["means"] else _found(match, own=True)
    for match in _OTHER.finditer(text, start, end):
        would = " would " in match["words"]
        if _DOUBT.search(text, start, match.end()) or (would and not _TOLD.search(text, start, match.start())):
            continue
        ours = (match["its"] or "").lower() in ("my ", "our ")
        if match["reader"] or ours or _BEHIND_TO_READER.match(text, match.end(), end):
            return _found(match, own=False)
    return None


def _passive(text: str, start: int, end: int) -> Found | None:
    """The paper stands first, and behind the verb by whom, for the reader, or when it comes."""
    number = _NUMBER.match(text, start, end)
    first = _PASSIVE_FIRST.match(text, number.end() if number else start, end)
    for match in (first, *_PASSIVE_LATER.finditer(text, start, end)):
        if match is None or _DOUBT.search(text, start, match.end()):
            continue
        if match["when"].startswith("would") and not _TOLD.search(text, start, match.start()):
            continue
        if match["done"] == "made" and not match["paper"].lower().startswith(_MADE):
            continue
        if _comes(text, match, end):
            return _found(match, own=match["when"].startswith(("w", "s")) and not match["when"].startswith("would"))
    return None


_NUMBER = compiled(r"(?:\d{1,3}[.)]|\(?[a-z]\)|[A-ZÀ-Ž][\w .’'-]{1,40}:)\s+")
"""What stands before a sentence: its number, or who speaks."""


def _comes(text: str, match: re.Match[str], end: int) -> bool:
    """Whether what stands behind the verb, or before the paper, says that a paper is on its way."""
    paper, behind = match["paper"].lower(), match.end()
    if _TO_READER.match(text, behind, end):
        return True
    if paper.startswith(_THINGS):
        return False
    if _TO_OTHERS.match(text, behind, end) and paper.startswith(_ADDRESSED):
        return False
    if _BY_WHOM.match(text, behind, end):
        return not match["when"].startswith(("is", "are"))
    if _SEPARATE.search(text[match.start("words") : match.start("paper")]):
        return True
    if _SENT.match(text, behind, end):
        return True
    return not paper.startswith(_NO_PAPER) and _IN_TIME.match(text, behind, end) is not None


def _found(match: re.Match[str], *, own: bool) -> Found:
    named = (match["paper"] or "").lower()
    return *match.span("words"), next((form for stem, form in _FORMS if stem in named), ""), own

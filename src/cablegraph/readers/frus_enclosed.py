"""Where a paper begins that another encloses, in *Foreign Relations* as plain text: ``[Inclosure.]``, ``A``, ``The same to the same.``"""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Sequence

from cablegraph.patterns import compiled
from cablegraph.readers import third_person
from cablegraph.readers.sheet import Row

PARTY = (
    r"(?:The|Mr|Messrs|Mrs|Miss|Dr|President|General|Gen|Admiral|Captain|Count|Baron|Earl|Lord|Sir|Prince|Señora?|Senhor|M|MM|H\.? E|Minister|Ambassador|Chargé|Consul|Vice[ -]Consul|Consul[ -]General|Commissioner|Special|Colonel|Major|Commodore|Marshal|Marquis|Governor"
    r"|Viscount|Duke|Freiherr|Herr|Don|Monsieur|Chevalier|King|Queen|Emperor|Empress|Princess|Sultan|Acting|American|Assistant|Under ?[Ss]ecretary|Secretary|Same|Consular|Agent|Confidential|Deputy|Vice|Rear|Commander|Lieutenant|Judge|Senator|Professor|Rev|Reverend|Bishop|Father|Doctor|Attorney|Messieurs|Members|Representatives)\b"
)
MEDIUM = compiled(
    r"\[?\(?(?:Telegram|Circular telegram|Paraphrase|Extracts?|Translation)\b[^\[(\])]{0,60}[\])]\.?|Telegram"
)
ENCLOSURE = compiled(
    r"\[?(?P<sub>Sub)?-?(?:[EI]nclosures?|Annex(?:es)?|Appendix|Attachment|Tab)\b[^\]]{0,80}\]?\.?", re.IGNORECASE
)
DATE = compiled(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.? \d{1,2}(?:st|nd|rd|th)?,? (?:1[789]|20)\d\d"
)
LETTERHEAD = compiled(
    r"(?i)(?:No\. ?\d+\.\] ?)?(?:(?:united states|american|u\. s\.) )?(?:department of state|legation|embassy|consulate(?:[- ]general)?)(?: of the united states(?: of america)?(?: in \w+)?)?,?"
)
SENTENCE = compiled(
    r"\b(?:is|are|was|were|will|would|shall|should|must|may|can|could|has|have|had|we|I|you|it|did|do|does|told|said|asked|wrote|informed|stated|insists?|that|not|me|us|him|them)\b.*\.$"
)
BEGUN = compiled(
    r"(?:Sirs?|SIRS?|Gentlemen|GENTLEMEN|My (?:Lord|dear)|MY (?:LORD|DEAR)|Dear|DEAR|Excellency|EXCELLENCY|Your Excellency|YOUR EXCELLENCY|Monsieur|M[Rr]\. \w+)\b[^.]{0,40}[:,]|\d{1,5}\. \S"
)
LETTER = compiled(r"(?:[A-K]|\([A-Ka-k]\)|\[[A-K]\.?\]|No\. \d{1,2})\.?(?:[ —–-]+\[?Translation\]?)?\.?")
_ADDRESSED = compiled(
    r"To (?:(?:his|her|their|your) (?:\w+ )?(?:excellenc(?:y|ies)|majest(?:y|ies)|highness(?:es)?)|the (?:hon|right hon|minister|secretary|governor|consul)|all (?:to )?whom|hon\.|sir |lord |mr\. )"
    r"|(?:Sirs?|My Lord|Excellency|Your Excellency|Mr\. Minister|Dear Sir|Gentlemen|Monsieur[\w ]*): ?[A-Z]",
    re.IGNORECASE,
)
_ENCLOSED_PAPER = compiled(
    r"(?:Extract|Translation|Proclamation|Notification|Notice|Memorial|Petition|Circular|Memorandum|Protocol|Affidavit|Deposition|Placard|Handbill|Manifesto|Decree|Edict|Ordinance)\b.{0,60}$"
    r"|(?:CIRCULAR|TRANSLATION|EXTRACT|PROCLAMATION|NOTIFICATION|NOTICE|MEMORIAL|PETITION|MEMORANDUM|PROTOCOL|PLACARD|MANIFESTO|DECREE|EDICT|ORDINANCE)[.,]?$"
)
_OFFICE = r"the (?:minister|secretary|governor|viceroy|prefect|consul|president|commander|captain|collector|envoy|ambassador|chargé|under[- ]?secretary|emperor|king|queen|sultan|khedive|taotai|mayor|general|admiral)s?"
_ONE_TO_OTHER = compiled(
    rf"(?:{PARTY}[^;:]{{1,60}}? to (?:{PARTY}[^;:]{{1,60}}|(?i:{_OFFICE})\b[^;:]{{0,60}})|The same to (?:the same|{PARTY}[^;:]{{1,60}})|{PARTY}[^;:]{{1,60}}? to the same)\.?"
)
_SWORN = compiled(
    r"(?:Affidavit|Deposition|Declaration|Sworn statement|Statement|Testimony|Protest) of (?:[A-Z][\w.’'-]* ){0,3}[A-Z][\w’'-]+(?:, .{3,40})?\.?"
)
"""``Deposition of John Pringle.`` over what he swears."""
_SWEARS = compiled(
    r"I, [A-Z]|(?:On|Before me|Personally|Appeared|This day|In the)\b|.{2,80}(?:\bss\b|\bs\. s\.)|.{0,160}\b(?:sworn|oath|depos(?:e|es|eth)|declares?|affirms?|saith)\b"
)
_REPLY = compiled(r"\[(?:The )?(?:Reply|Answer|Response)\b[^\]]{0,40}\]\.?")
"""``[Reply.]`` over the answer to a paper, printed with it."""


def inserted(lines: Sequence[Row], index: int, end: int) -> str:
    """Whether a paper that another encloses begins here without that word: at a letter of the alphabet, or at its head."""

    def is_head(words: str) -> bool:
        said = SENTENCE.search(words) or DATE.search(words) or third_person.is_sentence(words)
        return bool(_ONE_TO_OTHER.fullmatch(words)) and not said

    words = lines[index].text
    if len(words) < 28 and index + 1 < end and LETTER.fullmatch(words):
        after = lines[index + 1].text
        begins = bool(MEDIUM.fullmatch(after) or _ADDRESSED.match(after) or _ENCLOSED_PAPER.match(after))
        if words[:2] != "No" and len(after) < 70 and DATE.search(after) and index + 2 < end:
            begins = begins or bool(_ADDRESSED.match(lines[index + 2].text))
        return "letter" if is_head(after) or (begins and not re.match(r"\d", words)) else ""
    below_it = lines[index + 1].text if index + 1 < end else ""
    if below_it and _SWORN.fullmatch(words) and _SWEARS.match(below_it):
        return "head"
    if " to " not in words or len(words) >= 110 or not is_head(words):
        return ""
    below = [row.text for row in lines[index + 1 : min(index + 5, end)]]
    return "head" if any(heads_paper(text) for text in below) else ""


_LIST_HEAD = compiled(r"\[?(?:[EI]nclosures|ENCLOSURES|INCLOSURES|Accompaniments)\.?\]?[.:]?")
_LIST_ENTRY = compiled(r"(?:No\. ?)?\d{1,2}\. ?\S.{3,140}")
EXTRACT = compiled(r"\[Extracts?\.?\]\.?")


def enclosure_lists(lines: Sequence[Row], end: int) -> tuple[frozenset[int], frozenset[int]]:
    """The lines of lists such as ``[Inclosures.]`` · ``1. Mr. A to Mr. B, June 27.``, and those behind them, where the first begins."""
    listed: set[int] = set()
    first: set[int] = set()
    for index in range(1, end):
        if not _LIST_HEAD.fullmatch(lines[index].text):
            continue
        last = index + 1
        while last < end and _LIST_ENTRY.fullmatch(lines[last].text):
            last += 1
        if last > index + 1:
            listed.update(range(index, last))
            if last < end and not ENCLOSURE.fullmatch(lines[last].text):
                first.add(last)
    return frozenset(listed), frozenset(first)


def answers(lines: Sequence[Row], index: int, end: int) -> bool:
    """Whether ``[Reply.]`` stands below a paper, over the head or the dateline of its answer."""
    if index < _SHORTEST or index + 1 >= end or not _REPLY.fullmatch(lines[index].text):
        return False
    after = lines[index + 1].text
    return bool(_ONE_TO_OTHER.fullmatch(after)) or heads_paper(after)


_SHORTEST = 4
"""Lines that a paper has at least: head, dateline, text and signature."""


def extracted(lines: Sequence[Row], index: int, end: int) -> bool:
    """Whether ``[Extract.]`` stands over the dateline of a paper that an enclosure encloses."""
    return index + 1 < end and bool(EXTRACT.fullmatch(lines[index].text)) and heads_paper(lines[index + 1].text)


def heads_paper(words: str) -> bool:
    """Whether a line stands between a paper's head and its text: dateline, letterhead, medium, salutation."""
    dated = len(words) < 120 and bool(DATE.search(words) or re.search(r"\b1[789]\d\d\b", words))
    marked = MEDIUM.fullmatch(words) or _ADDRESSED.match(words) or LETTERHEAD.fullmatch(words) or BEGUN.match(words)
    return dated or bool(marked)

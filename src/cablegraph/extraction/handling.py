"""Lines around a text that say who handled the paper: ``Drafted by Chen Jiakang``, ``[in the margin:] Agreed. Kirilenko.``"""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cablegraph.evidence import Passage
from cablegraph.extraction.lexicon import OFFICE
from cablegraph.extraction.messages import Message
from cablegraph.extraction.name_runs import CAP, FORM, familiar, is_title
from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled

Stretch = tuple[int, int]

_HANDLED: Final = compiled(
    r"(?i)\b(?:drafted|cleared|clearances?|concurrences?|approved|decoded|deciphered|enciphered|encoded|read by|seen by|initial+ed|interpret(?:er|ed)"
    r"|recorded|minuted|reported by|processed by|voted|vot(?:e|ing)(?=:)|executors?(?=:)|presenter(?=:)|rapporteur(?=:)|referent(?=:)|typist|reported to|handed (?:over )?(?:by|to)|copy to|copies to|margin|pencil(?:led)?|handwritten|countersigned|submitted by|prepared by|drawn up|compiled by|dictated by|typed by|written down|delivered by|agreed by|in the hand of)\b"
)
_ELSEWHERE: Final = compiled(r"(?i)\b(?:translated|obtained|transcribed|contributed|provided|copyright)\b")
"""Whoever translated or gave a paper to an edition had no part in it."""
_REMARK: Final = compiled(r"(?i)[\[(][^\])]{0,40}\b(?:margin|pencil|resolution|hand|handwritten|ink)\b")
_ALONE: Final = compiled(
    rf"(?:(?<=[.;,:\])]\s)|^)(?:[{CAP}]\. ?){{0,2}}(?P<name>[{CAP}][\w’'-]{{2,}})(?=[.;,](?:\s|$)|\s*$|\s[–—-]\s(?:for|against|abstain))"
)
_BY: Final = compiled(
    r"\b(?i:drawn up|compiled|composed|dictated|drafted|deciphered|decoded|decrypted|encoded|enciphered|typed|interpreted) (?i:by):?\s"
    rf"(?P<name>(?:[{CAP}]\. ?){{0,2}}[{CAP}][\w’'-]{{2,}}(?:[ -][{CAP}][\w’'-]+){{0,2}})"
)
"""``drawn up by: Behrens``, ``Deciphered by: Krupa 9 IX 1958``"""
_OFFICE_IN_CAPITALS: Final = compiled(OFFICE.pattern, re.IGNORECASE)


def stretches(message: Message) -> list[Stretch]:
    """The lines of heading and closing that name who drafted, cleared, deciphered or read the paper."""
    found: list[Stretch] = []
    remarks = False
    for row in _around(message):
        remarks = remarks or (row.text[0] in "[(" and bool(_REMARK.match(row.text)))
        if (remarks or _HANDLED.search(row.text)) and not _ELSEWHERE.search(row.text):
            found.append((row.start, row.end))
    return found


def alone(message: Message, lines: Sequence[Stretch]) -> Iterator[Passage]:
    """Names that stand alone between full stops of such a line, as those do who have read it: ``Agreed. Kirilenko.``"""
    for start, end in lines:
        for match in (*_ALONE.finditer(message.source.text[start:end]), *_BY.finditer(message.source.text[start:end])):
            if not familiar(match["name"]) and not is_title(match["name"]):
                first = match.start() if match.re is _ALONE else match.start("name")
                words = match[0] if match.re is _ALONE else match["name"]
                yield message.source.cite((start + first, start + match.end()), FORM, words, entity="person")


def offices(message: Message) -> list[Stretch]:
    """The lines below the text that name the signer's office: ``AMBASSADOR OF THE USSR IN THE DRV``."""
    last = message.rows[len(message.rows) - message.closing.rows :] if message.closing.rows else ()
    return [
        (row.start, row.end)
        for row in last
        if len(row.text) < 100 and not any(map(str.isdigit, row.text)) and _OFFICE_IN_CAPITALS.search(row.text)
    ]


def _around(message: Message) -> Iterator[Row]:
    yield from message.rows[: message.heading.rows]
    if message.closing.rows:
        yield from message.rows[len(message.rows) - message.closing.rows :]

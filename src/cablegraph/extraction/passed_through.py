"""Through whom a paper goes, as notes at its head and words before it say: ``[Telegram.—Sent through the Legation at Bern.]``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cablegraph.extraction.lexicon import BODY, OFFICE_IN_PROSE
from cablegraph.extraction.messages import Message, Stretch
from cablegraph.extraction.names import Party, parties
from cablegraph.patterns import compiled

_SENT: Final = (
    r"(?:sent|transmitted|forwarded|relayed|conveyed|passed on|retransmitted|retelegraphed|telegraphed on|sent on)"
)
_BY: Final = rf"(?:(?i:by way of|through|via)|(?i:{_SENT.replace('sent|', '', 1)}) by)(?: (?:the )?(?:courtesy|kindness|good offices|kind offices|intermediary|medium) of)?"
_STOP: Final = r"(?<!\bMr)(?<!\bDr)(?<!\bSt)(?<!\bMrs)(?<!\bGen)(?<!\bCol)(?<!\bRev)(?<!\bCapt)(?<!\b[A-Z])\."
_LETTER: Final = r"(?:[^\[\]():;.—–\n]|(?<=\b[A-Z])\.|(?<=\b(?:Mr|Dr|St)\b)\.|(?<=\b(?:Mrs|Gen|Col|Rev)\b)\.|(?<=\b(?:Capt|Lieu|Comm)\b)\.| \([A-ZÀ-Ž][^()\n]{1,30}\))"
_HEAD: Final = compiled(
    rf"\b{_BY} (?P<who>(?:the )?{_LETTER}{{2,90}}?)(?=[\]);:—–]|{_STOP}(?:\s|\]|\)|$)|,? (?i:dated|received|and received|on|at \d|from|under|to (?:the )?(?:Department|Secretary))\b|,? (?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember|October)\b|,? \d|\s*$)"
)
"""``Sent through the Minister in China (Reinsch).``, ``via Legation at Berne, May 4``"""
_NOTE: Final = compiled(
    rf"(?m)^\[?\d{{1,3}}\]? (?i:(?:Telegram |Message |Also )?(?:{_SENT}|received|delivered))(?: to [^.\n]{{3,50}})? {_BY} (?P<who>(?:the )?{_LETTER}{{2,90}}?)(?=[;,]|{_STOP}|$| \(No| (?:on|as)\b)"
)
"""A footnote: ``[1] Sent via the Consulate at Vladivostok (No. 34).``"""
_MEANS: Final = compiled(
    r"(?i)\b(?:radio|cables?|line|wireless|mail|pouch|channels?|bag|courier|telegraph|post|wire|steamer|messenger|route)\b"
)
"""``via Navy Radio``: a means, and nobody."""
_AHEAD: Final = compiled(
    r"(?:\bthence |, |\b)(?:through|via|by way of|by the hands? of|by (?:the )?(?:courtesy|kindness|good offices) of) (?P<who>(?:the |our |his |a )?(?:[^:;.\"“”\n,]|, (?!(?:and|dated|which|who|on|as|reading)\b)|(?<=\b[A-Z])\.|(?<=\b(?:Mr|Dr|St)\b)\.|(?<=\b(?:Mrs|Gen|Col|Rev)\b)\.){2,80}?)(?: there| here)?(?:,? (?:on|dated|under|as|reading|which|and|to-?day|yesterday|this)\b[^:.;\n]{0,60})?:\s*$"
)
"""``Following from Consul at Chungking, through Consul General at Hankow:``"""
_LIKE: Final = ("hrough", "ia ", "y way of", " by ", "HROUGH")


def noted(message: Message) -> list[Party]:
    """Those through whom a paper of the series was sent, by the lines between its title and its text, and by footnotes."""
    if message.family != "frus":
        return []
    text, senders = message.source.text, {one.name for one in (*message.title.senders, *message.heading.senders)}
    found = [one for span in _spans(message) for one in _who(text, *span)]
    return [one for one in dict.fromkeys(found) if one.name not in senders]


def before(text: str, first: int, words: str) -> list[Party]:
    """Those through whom a telegram came that a text gives, as the words before it say."""
    if not any(word in words for word in ("hrough ", "via ", "by way ", "by the ")):
        return []
    match = _AHEAD.search(words)
    return _who(text, first + match.start("who"), first + match.end("who")) if match else []


def _spans(message: Message) -> Iterator[Stretch]:
    text = message.source.text
    for start, end in _heads(message):
        if any(word in text[start:end] for word in _LIKE):
            yield from (match.span("who") for match in _HEAD.finditer(text, start, end))
    if message.complete is None and not message.quoted:
        for line in message.source.labelled("note"):
            if note := _NOTE.match(text, line.start, line.end):
                yield note.span("who")


def _heads(message: Message) -> Iterator[Stretch]:
    """What stands between the title of a paper and its text: notes in brackets, dateline, receipt."""
    body = next(iter(message.text_rows()), None)
    title = message.title_line
    if title is not None and body is not None and 0 < body.start - title.end < 600:
        yield title.end, body.start


def _who(text: str, start: int, end: int) -> list[Party]:
    """The parties of such words: men and offices, but no means and no mere place."""
    if _MEANS.search(text, start, end):
        return []
    found = [one for one in parties(text, start, end) if one.entity in ("person", "position", "body")]
    if found:
        return [one for one in found if one.entity == "person" or _holds_office(one.name)]
    words = re.sub(r"^(?:the|our|his) ", "", text[start:end])
    first = end - len(words)
    return [Party(words, "position", first, end)] if _OFFICER.fullmatch(words) else []


_OFFICER: Final = compiled(
    r"(?:[A-Z]\w+ )?(?:admiral|general|commander|senior naval officer|naval attach[ée]|military attach[ée]|bishop|governor|minister|ambassador|consul|vice[- ]consul|agent)(?: (?:at|in|of) (?:the )?[A-Z]\w+(?: [A-Z]\w+)?)?"
)
"""``the British admiral``"""


def _holds_office(name: str) -> bool:
    return bool(BODY.search(name) or OFFICE_IN_PROSE.search(name) or OFFICE_IN_PROSE.search(name.lower()))

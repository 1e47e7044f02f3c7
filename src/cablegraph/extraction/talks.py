"""Who talked with whom, and whose diary it is, by a title: ``Record of a Conversation between Stalin and Kim Il Sung``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from typing import Final, NamedTuple

from cablegraph.extraction.lexicon import COUNTRIES, DATE_LIKE
from cablegraph.extraction.names import Party, cased, is_place, parse, parties
from cablegraph.patterns import compiled


class Talk(NamedTuple):
    """Those who talked, and those who composed the record."""

    participants: list[Party]
    authors: list[Party]
    met: bool = False
    """Whether they met, which a note or a report may be about that is no record of what was said."""


_WITH = compiled(
    r"(?P<first>.*?)(?:[’']s\]?[’']?s?|[’'])?\s+(?:conversation|meeting|talks?|interview|discussion)s?\s+with\s+(?P<second>.+)",
    re.IGNORECASE,
)
_RECORDED = compiled(
    r"(?:Memorandum|Note|Report|Record) (?:by|of|from) (?P<who>[A-Zt].{3,120}?),? (?:of|on|regarding) (?:an? |his |the )?(?:[Tt]elephone )?(?:[Cc]onversations?|[Ii]nterviews?|[Tt]alks?|(?P<met>[Mm]eetings?|[Aa]udiences?|[Dd]iscussions?)) [Ww]ith (?P<other>.+)"
)
_DIARY = compiled(
    r"(?:Excerpts? |Extracts? )?(?:[Ff]rom )?(?:the )?(?:[Jj]ournal|[Dd]iary|[Dd]iaries) of (?P<who>[^,;:]+?)(?=[,;:]|\. (?:Memorandum|Record|Note|Report|Conversation|Entry)\b| (?:for|on|from|of) \d| (?:for|from) [A-Z][a-z]+ \d|$)",
    re.IGNORECASE,
)
_CIRCUMSTANCE = compiled(
    r",?\s+(?:on the sidelines|in the (?:rooms|presence|course)|at (?:the|a|his)\b|on\s+(?:\d|the|[A-Z][a-z]+ \d|board|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|during\b|in\s+(?:the\s+)?(?=(?-i:[A-Z])\w+(?:\s(?-i:[A-Z])\w+)?(?:,(?!\s(?:Comrade|Cde|Mr|Gen|Prof|(?-i:[A-Z])\.))|\s+on\b|$))"
    r"|concerning\b|regarding\b|respecting\b|relative\s+to\b|(?:in|with)\s+(?:regard|reference|relation|respect)\s+to\b|as\s+to\b|about\b|held\b|\(excerpts?\)|dated\b|from\s+\d)",
    re.IGNORECASE,
)


def is_talk(words: str) -> bool:
    """Whether a title speaks of a talk between people, though it calls itself something else or nothing."""
    return bool(_SPOKEN.search(words) or _PAIRED.match(words) or _JOINED.search(words))


_SPOKEN = compiled(r"(?i)\b(?:conversation|meeting|talks?|discussions?|interview|conference) (?:with|between)\b")
_PAIRED: Final = compiled(
    r"(?P<who>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3} and [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}) (?:Conversation|Talks?|Meeting)\b(?=,|$| (?:in|on|at)\b)"
)


_KIND_OF = compiled(
    r"(?i:memorandum|record|notes?|minutes|transcript|summary|report|account) (?:of|on|about) (?=[A-ZÀ-Ž])"
)
"""``Memorandum of A. I. Mikoyan's Conversation with …``: the paper, before whose talk it was."""
_MAN: Final = r"[A-Z][\w.’']*(?: [A-Z][\w.’']*){0,2}"
_JOINED: Final = compiled(
    rf"(?<!\w)(?:(?P<one>{_MAN} [A-Z][\w.’']*)-(?P<two>{_MAN} [A-Z][\w.’']*)|(?P<first>{_MAN})[–—](?P<second>{_MAN})) (?:Conversation|Talks?|Meeting|Discussions?)\b"
)
"""``Notes of Todor Zhivkov-Leonid Brezhnev Conversation``; ``Gheorghiu-Dej Conversation`` has one man."""


def is_joined(words: str) -> bool:
    """Whether a title joins two who talked by a stroke, whatever it calls itself: ``Notes of A. Bell–C. Dahl Meeting``."""
    return _JOINED.search(words) is not None


def read(text: str, start: int, end: int) -> Talk:
    """``between A and B``; ``A's conversation with B``."""
    words = text[start:end]
    title = Talk([], [])
    if pair := _PAIRED.match(words):
        title.participants.extend(parties(text, start + pair.start("who"), start + pair.end("who")))
        return title
    if joined := _JOINED.search(words):
        for name in ("one", "two", "first", "second"):
            if joined[name]:
                title.participants.extend(parties(text, start + joined.start(name), start + joined.end(name)))
        return title
    if between := re.search(r"\b(?:between|Between|BETWEEN|among|Among)\s+", words):
        first = start + between.end()
    elif (pair := _WITH.match(words)) and pair["first"]:
        lead = _KIND_OF.match(pair["first"])
        first = lead.end() if lead else 0
        second = start + pair.start("second")
        limit = circumstance(text, second, end)
        owner = re.sub(r"^(?:The|the)\s+", "", pair["first"][first:])
        if named := _owner(text, start, second):
            title.participants.append(named)
        elif owner and (party := parse(text, start + first, start + pair.end("first"))) and party.entity == "person":
            title.participants.append(party)
        title.participants.extend(parties(text, second, limit))
        return title
    elif by := re.search(r"(?i)(?:conversations?|talks?)(?: \([^)]*\))?,? (?:by|prepared by)\s+", words):
        title.authors.extend(parties(text, start + by.end(), circumstance(text, start + by.end(), end)))
        return title
    elif of := re.search(r"(?i)(?:conversations?|talks?|discussions?|meeting)(?:,| of| with)\s+", words):
        first = start + of.end()
        if " with " in words[of.end() :]:
            at = text.index(" with ", first)
            title.participants.extend(parties(text, first, at))
            first = at + 6
    else:
        return title
    stop = circumstance(text, first, end)
    title.participants.extend(party for party in parties(text, first, stop) if party.entity != "place")
    return title


_HELD_AT = compiled(
    rf"(?:,| in| at)\s+(?P<place>[A-ZÀ-Ž][\w’'-]+(?: [A-ZÀ-Ž][\w’'-]+)?)(?:,? (?:on )?{DATE_LIKE.pattern})?(?:,? \(?[Ee]xcerpts?\)?)?[.\s]*$"
)
"""``…, Cairo, 22 June 1967``: the town with which the title of a talk ends."""


def held_at(text: str, start: int, end: int) -> tuple[int, int, str] | None:
    """The town in which a talk was held, as its title ends: ``Conversation between A and B in Cairo``."""
    match = _HELD_AT.search(text, start, end)
    if match is None or not is_place(match["place"]) or cased(match["place"]) in COUNTRIES:
        return None
    return (*match.span("place"), cased(match["place"]))


def _owner(text: str, start: int, end: int) -> Party | None:
    """``The Chancellor's [Helmut Kohl's]``: the bracket names the holder."""
    match = re.search(r"\[(?P<name>[A-Z][^\[\]]+?)(?:[’']s?)\]", text[start:end])
    if not match:
        return None
    named = parse(text, start + match.start("name"), start + match.end("name"))
    return named.at(start, end) if named else None


def recorded(text: str, start: int, end: int) -> Talk | None:
    """``Memorandum by the Secretary of State of a Conversation With the French Ambassador (Claudel)``."""
    match = _RECORDED.match(text[start:end])
    if match is None:
        return None
    other = start + match.start("other")
    return Talk(
        parties(text, other, circumstance(text, other, end)),
        parties(text, start + match.start("who"), start + match.end("who")),
        bool(match["met"]),
    )


def diarist(text: str, start: int, end: int) -> list[Party]:
    """``From the Diary of A.M. Puzanov``, ``Entry from the Anatoly S. Chernyaev Diary``."""
    match = _DIARY.match(text[start:end]) or _DIARY_BEHIND.match(text[start:end])
    return parties(text, start + match.start("who"), start + match.end("who")) if match else []


_DIARY_BEHIND = compiled(
    r"(?:(?:Entr(?:y|ies)|Excerpts?|Extracts?|Selections?) from )?(?:the )?(?P<who>(?:[A-Z][\w.’'-]*\.? ?){1,4}?)(?:[’']s)? (?:Diary|Journal|Diaries)\b"
)


def circumstance(text: str, start: int, end: int) -> int:
    """Where those who talked end, and day, place or subject begin."""
    match = _CIRCUMSTANCE.search(text, start, end)
    stop = match.start() if match else end
    return undated(text, start, stop)


def undated(text: str, start: int, end: int) -> int:
    """The end of a phrase of parties without the day, number or form word behind it."""
    if _DIGIT.search(text, start, end):  # most phrases of parties have neither figures nor a comma
        if match := DATE_LIKE.search(text, start, end):
            end = match.start()
        if number := re.search(r",?\s*(?:telegram |cable |letter )?(?:No\.|#|№)\s?\d", text[start:end]):
            end = start + number.start()
    if text.find(",", start, end) >= 0:
        form = re.search(
            r",\s*(?:ciphered )?(?:telegram|cable|letter|note|report|despatch)\b", text[start:end], re.IGNORECASE
        )
        end = start + form.start() if form else end
    while end > start and text[end - 1] in " ,(":
        end -= 1
    return end


_DIGIT = compiled(r"\d")


_PARTNERS = compiled(
    r"(?:[Oo]f|[Oo]n|[Aa]bout|[Rr]egarding|[Ff]rom) (?:the |an? )?(?:[a-z]+ )?(?:talks?|conversations?|meetings?|discussions?|negotiations?|interview) (?:of|between|held by) (?P<ours>[^.;:\n]{3,90}?|.{3,90}?) (?:with|and) (?P<theirs>.{3,120})"
)


def partners(text: str, start: int, end: int) -> list[Party]:
    """``of the talks of Comrade Berg with Mr. Dahl, envoy of Chad``: the people on both sides."""
    match = _PARTNERS.fullmatch(text, start, end)
    if match is None:
        return []
    sides = [match.span("ours"), match.span("theirs")]
    return [
        one
        for first, last in sides
        for one in parties(text, first, undated(text, first, last))
        if one.entity == "person"
    ]

"""Letterheads, and offices under their place: ``Permanent Mission to the United Nations``, ``A. Rahimi to S. Akhtar``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from cablegraph import dates
from cablegraph.extraction import address_seats, relays
from cablegraph.extraction.datelines import PROSE
from cablegraph.extraction.grades import grades
from cablegraph.extraction.heading import Heading
from cablegraph.extraction.lexicon import COUNTRIES
from cablegraph.extraction.names import cased, is_place, parse, parties
from cablegraph.extraction.rows import Row
from cablegraph.extraction.title_splits import best_split
from cablegraph.patterns import compiled

LOCATED = compiled(r"(?i)\b(?:in|at)\s+(?:the\s+)?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)\W*$")
"""``… in Moscow`` at the end of a line: where an office is."""


_LED_BY_FROM = compiled(
    r"(?i:(?:(?:personal|private|strictly|most|top|very|highly|secret|confidential|urgent|and|message|letter|telegram|reply|for)[\s.,:;&–—-]+){0,8}from )(?=.{6,} (?:to|TO) )"
)
"""``PERSONAL AND SECRET MESSAGE FROM`` before the one who writes."""
_HEAD_ROWS = 4


_SPEAKER = compiled(
    r"(?:(?:Vice|Prime|Foreign|Deputy|General) )*(?:Premier|Chairman|President|Minister|Ambassador|Secretary|Chancellor|Marshal|Director)(?: [A-Z][\w’'-]+){1,3}: [A-Z]"
)
"""``Premier Zhou: Please convey …``: what a man says."""


def official(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """A letterhead, an office under its place, or ``A to B``."""
    if _SPEAKER.match(row.text):
        return False
    if lead := _LED_BY_FROM.match(row.text):
        heading.grades.extend(grades(text, row.start, row.start + lead.end()))
        row = Row(row.start + lead.end(), row.end, row.text[lead.end() :])
    words = row.text
    if words.startswith(("Dear ", "My dear ", "My Dear ")):
        return False
    if heading.saluted and words.isupper() and len(words.split()) > 3:
        return False  # a letter's subject, under its salutation
    if len(words) > 110 or words.endswith(("?", "!")) or (words.endswith(".") and len(words.split()) > 7):
        return False
    if PROSE.search(words) or len(words.split()) > 14 or _CLOCK.search(words):
        return False
    cut = best_split(text, row.start, row.end) if " to " in words or " TO " in words else None
    if cut and (_MISSION.match(words) or _ORDERS.match(words)):
        cut = None
    if cut and _between(heading, text, row, cut, titled):
        return True
    party = parse(text, row.start, row.end)
    if party is None:
        return False
    if party.entity == "position" or (party.entity == "person" and party.office):
        addressed_above = [one for one in heading.addressees if one.entity == "person"]
        _, spot = address_seats.seated(text, row.start, row.end) if addressed_above and "," in words else (0, None)
        if spot and party.entity == "position" and heading.destination is None:
            heading.destination = spot  # "To Comrade Petar Mladenov" and below it "Minister of Foreign Affairs, Sofia"
            return True
        if addressed_above and 0 < row.start - addressed_above[-1].end < 4:
            return True  # "TO COMRADE TODOR ZHIVKOV" and, below it, what he is
        own = heading.after_letterhead or (words.startswith("THE ") and heading.rows < _HEAD_ROWS and not heading.dates)
        if party.entity == "position" and own and not (heading.destination or heading.form or heading.addressees):
            return True  # "THE PRESIDENT" under the name of his commission writes himself
        begun = heading.destination or heading.dates or heading.form or heading.senders or heading.addressees
        if words.isupper() and party.entity == "position" and not begun and heading.rows < _HEAD_ROWS:
            return True  # "CHAIRMAN OF THE COUNCIL OF MINISTERS" over a letter writes it
        if (heading.destination and not heading.receivers) or (words.isupper() and heading.rows > 0):
            heading.receivers.append(party)
            return True
        return False
    if party.entity == "body":
        heading.letterhead.append(party)
        located = LOCATED.search(words)
        if located and is_place(located[1]) and cased(located[1]) not in COUNTRIES and heading.seat is None:
            at = row.start + located.start(1)
            heading.seat = (at, at + len(located[1]), cased(located[1]))
        return True
    return False


_CLOCK = compiled(r"(?<!\d)\d{1,2}[:.]\d\d(?!\d)")
"""``Came to the Department: 22.08, 21:30``"""
_ORDERS = compiled(
    r"(?:(?:Please|Immediately|Urgently|At once|Personally) )*(?i:convey|pass|transmit|deliver|give|hand|repeat|relay|say|communicate|report|tell|send|forward|reply|show|submit)\b"
)
"""``Convey to Comrade Mao Zedong:`` names nobody who writes."""
_MISSION = compiled(
    r"(?i)(?:the )?(?:permanent |[\w ]{0,30} )?(?:mission|delegation|representation|embassy|legation|observer|representative)"
    r"(?: of [\w ]{2,40})? to (?:the )?(?:united nations|u\.?n\.?\b|nato|unesco|european|league|north atlantic|holy see|court)"
)
"""``Permanent Mission to the United Nations`` is a letterhead."""


def _between(heading: Heading, text: str, row: Row, cut: tuple[int, int], titled: bool) -> bool:
    """``A. Rahimi to S. Akhtar`` or ``Moscow to Peking``."""
    end = relays.cut_via(heading, text, cut[1], row.end)
    senders, addressees = parties(text, row.start, cut[0]), parties(text, cut[1], end)
    if not senders or not addressees:
        return False
    if senders[0].entity == "person" and cased(addressees[0].name) in COUNTRIES:
        return False  # "URANIUM SUPPLY TO IRAN" is what a paper is about
    for found, into, role in ((senders, heading.senders, "origin"), (addressees, heading.addressees, "destination")):
        for party in found:
            if party.entity != "place":
                if not titled:
                    into.append(party)
            elif getattr(heading, role) is None:
                setattr(heading, role, (party.start, party.end, party.name))
    return True

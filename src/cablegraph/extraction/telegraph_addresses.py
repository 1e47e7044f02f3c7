"""Where a telegram or a letter of the series goes, in the line over its text: ``AMERICAN LEGATION, Berne:``, ``Etc., etc., London.``"""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from cablegraph.extraction.address_seats import BEHIND_TOWN, TOWN, may_be_place, town_of
from cablegraph.extraction.cable_addresses import ADDRESS
from cablegraph.extraction.heading import Heading, Spot
from cablegraph.extraction.lexicon import BODY, COUNTRIES, OFFICE
from cablegraph.extraction.names import Party, cased, is_place, parties
from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled

_LONGEST: Final = 110
_WIRED = compiled(
    rf"(?:T[Oo] (?:[Tt]he )?)?(?P<who>[A-ZÀ-Ž][^:;\d\"“”]{{2,70}}?), (?:at )?{TOWN}{BEHIND_TOWN}\s?(?:[:.;]{{1,2}}\s?[—–-]?|[—–-])?"
)
_SEATED_BELOW = compiled(rf"{TOWN}{BEHIND_TOWN}\s?[:.;]{{1,2}}")
"""``Washington:`` below ``SECRETARY OF STATE,``"""
_LOUD = compiled(r"[A-ZÀ-Ž]{3,}\b")
_MISSION = compiled(ADDRESS)
_JOINTS = frozenset(("of", "the", "and", "for", "de", "la", "du", "von", "van", "in", "at", "to"))
"""Small words of an address; any other belongs to a sentence: ``Ambassador asks coal for Malta, Alexandria.``"""
_SAYS = compiled(r"\b(?:is|was|has|have|had|will|are|were|that|which|who|from)\b")
_HONOURED = compiled(r"(?:H(?:is|IS|er|ER) E(?:xcellency|XCELLENCY)|H(?:on|ON)\b|The (?:[Rr]ight )?[Hh]on)")


def addressed(heading: Heading, text: str, rows: Sequence[Row], *, titled: bool) -> int:
    """How many of the lines over a text are an address with its town, which is put down; or none.

    Over a paper without a title, who is addressed is put down too: ``AMERICAN MINISTER, Constantinople:``.
    """
    first = rows[0]
    if heading.destination or len(first.text) > _LONGEST:
        return 0
    two = first.text[-1] == ","
    if not heading.dates and (titled or not any(row.text.endswith(":") for row in rows[two : two + 1])):
        return 0  # a telegram that is quoted may begin with its address, which ends with a colon
    if two:
        lines = _in_two_lines(heading, text, rows)
        return _put(heading, text, first, len(first.text) - 1, lines, titled)
    match = _WIRED.fullmatch(first.text)
    if match is None or _SAYS.search(first.text) or not _is_party(match["who"]):
        return 0
    heading.destination = _town(match, first)
    return _put(heading, text, first, match.end("who"), 1 if heading.destination else 0, titled)


def _put(heading: Heading, text: str, row: Row, length: int, lines: int, titled: bool) -> int:
    """The lines of an address, whose party is put down where no title names the addressee."""
    if lines and not titled and not heading.addressees and (to := party(text, row.start, row.start + length)):
        heading.addressees.append(to)
    return lines


def party(text: str, start: int, end: int) -> Party | None:
    """The party of a telegraph address: a man before his office, a mission by its cable address as a body."""
    start += 3 if text.startswith(("To ", "TO "), start) else 0
    if _MISSION.fullmatch(text, start, end):
        return Party(text[start:end], "body", start, end)
    found = [one for one in parties(text, start, end) if one.entity in ("person", "position", "body")]
    return next((one for one in found if one.entity == "person"), found[0] if found else None)


def _town(match: re.Match[str], row: Row) -> Spot | None:
    """The town of an address: ``Bar Harbor, Maine``, and of ``WELSH, Minister, London`` the last word."""
    office = OFFICE.search(match["town"]) or BODY.search(match["town"])
    group, land = ("land", "") if office else ("town", match["land"] or "")
    town = match[group] or ""
    known = is_place(town) or (is_place(land) and may_be_place(town))
    if not known or cased(town) in COUNTRIES:
        return None
    start, end = (row.start + at for at in match.span(group))
    return start, end, cased(town) if town.isupper() else town


def _is_party(who: str) -> bool:
    """Whether words are a man, an office or a mission as telegrams address them: ``AMLEGATION``, ``TOWER, Minister``."""
    small = [word for word in re.findall(r"[\w’'-]+", who) if word[0].islower() and word not in _JOINTS]
    return not small and bool(_LOUD.search(who) or OFFICE.search(who) or BODY.search(who) or _MISSION.match(who))


def _in_two_lines(heading: Heading, text: str, rows: Sequence[Row]) -> int:
    """``AMERICAN LEGATION,`` over ``Berne:``, ``His Excellency THOMAS F. BAYARD,`` over ``Etc., etc., etc., London.``"""
    if len(rows) < 2 or len(rows[1].text) > _LONGEST or _SAYS.search(rows[0].text):
        return 0
    alone = _SEATED_BELOW.fullmatch(rows[1].text)
    if alone and _is_party(rows[0].text):
        heading.destination = _town(alone, rows[1])
    if heading.destination is None and _HONOURED.match(rows[0].text):
        heading.destination = town_of(text, rows[1].start, rows[1].end)
        if heading.destination is None and alone and not OFFICE.search(alone["town"]):  # "Oyster Bay:"
            start, end = (rows[1].start + at for at in alone.span("town"))
            heading.destination = (start, end, text[start:end])
    return 2 if heading.destination else 0

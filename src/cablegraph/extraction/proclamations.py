"""Who proclaims, and to whom: ``Sebastian Lerdo, Constitutional President of …, to the inhabitants thereof:``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from typing import Final, NamedTuple

from cablegraph import dates
from cablegraph.extraction.heading import Heading
from cablegraph.extraction.lexicon import OFFICE, OFFICE_IN_PROSE, RANK
from cablegraph.extraction.names import Party, cased, parse
from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled

_PEOPLE: Final = (
    r"inhabitants|people|peoples|nation|citizens|fellow[- ]?citizens|compatriots|countrymen|fellow[- ]?countrymen|soldiers|troops|army|navy|subjects|population|public|natives|residents|merchants|chiefs|authorities"
    r"|foreigners|mexicans|peruvians|chilians|chileans|bolivians|cubans|haytians|haitians|dominicans|colombians|venezuelans|hawaiians|samoans|filipinos|nicaraguans|hondurans|salvadorians|guatemalans|spaniards|french|germans"
)
_ISSUES: Final = compiled(
    rf"(?P<by>[^:;]{{12,220}}?),? to (?P<to>(?:(?:all|the|his|its|my|our|those|both) )*(?:[a-z]+ )?(?i:{_PEOPLE})\b[^:;]{{0,90}}?)(?:,? (?:greeting|be it known|makes known|know ye|hereby)\b[^:]{{0,60}})?[.:,;—–-]*"
)
_SAYS: Final = compiled(r"\b(?:is|are|was|were|will|that|who|which|has|have|had|said|sent|wrote)\b")


class Issued(NamedTuple):
    """Who issues a proclamation, and to whom it speaks."""

    by: Party
    to: Party


def read(text: str, start: int, end: int) -> Issued | None:
    """Both parties of a line that is the head of a proclamation or a decree, if it is one."""
    words = text[start:end]
    at = words.find(" to ")
    if at < 0 or len(words) > 300 or "," not in words[:at] or _SAYS.search(words):
        return None
    match = _ISSUES.fullmatch(words)
    if match is None:
        return None
    name, _, office = match["by"].partition(",")
    office = office.strip(" ,")
    holds = OFFICE.search(office) or OFFICE_IN_PROSE.search(office) or _RANKED.search(office)
    man = parse(text, start, start + len(name)) if holds else None
    if man is None or man.entity != "person":
        return None
    low, high = (start + one for one in match.span("to"))
    to = text[low:high].strip(" ,.")
    to = to.removesuffix(" thereof")
    first = low + 4 if to.startswith("the ") else low
    named = Party(man.name, "person", man.start, man.end, office=cased(office))
    return Issued(named, Party(text[first : low + len(to)], "group", first, low + len(to)))


_RANKED: Final = compiled(rf"(?i)\b(?:{RANK}|chief|head|commander|viceroy|governor|prefect)\b")


_TO_PEOPLE: Final = compiled(
    rf"(?i:to (?:all )?(?:the )?)(?P<to>(?:(?:my|his|our|its|[A-Za-z]+) ){{0,2}}?(?i:{_PEOPLE})\b(?:,? (?i:of|in|residing in|at|on)\b[^.:;!?]{{2,70}})?)[.:!,;—–-]*"
)
"""``To all foreigners in Samoa.``, ``To the people of Cuba:``"""


def headed(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``To all foreigners in Samoa.``, or the line ``X, general of brigade and governor of Y, to the inhabitants of Z:`` over a proclamation."""
    if row.text.startswith(("To ", "TO ")) and (to := _TO_PEOPLE.fullmatch(row.text)):
        heading.addressees.append(Party(cased(to["to"]), "group", row.start + to.start("to"), row.start + to.end("to")))
        return True
    issued = read(text, row.start, row.end) if " to " in row.text and row.text[-1:] in ":.,;-—" else None
    if issued is None:
        return False
    heading.senders.append(issued.by)
    heading.addressees.append(issued.to)
    return True

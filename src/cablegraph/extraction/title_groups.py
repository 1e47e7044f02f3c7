"""Parties of a head that bear no name: ``The Municipality of Acireale to …``, ``… to the governors of the states``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from cablegraph.extraction.names import Party
from cablegraph.patterns import compiled

_BODIES: Final = (
    r"municipality|municipal council|city council|common council|lodge|society|association|club|college|university|academy|chamber of commerce|committee|congregation|church|synod|consistory"
    r"|commune|corporation|guild|junta|(?:diplomatic|consular) (?:corps|body)|legations|consulates|embassies|bar|faculty|court|union|league|company|board of [\w ]{3,40}|city|town"
)
_GROUPS: Final = (
    r"(?:free)?masons|students|citizens|inhabitants|residents|members|merchants|workmen|working[- ]?men|artisans|mechanics|ladies|women|deputies|senators|clergy|ministers|bishops|delegates|representatives|people"
    r"|natives|chiefs|ship-?masters|masters|captains|missionaries|subjects|electors|voters|democrats|republicans|liberals|journalists|editors|professors|teachers|pupils|governors|viceroys|consuls|plenipotentiaries"
    r"|commissioners|envoys|princes|owners|exiles|refugees|emigrants|colonists|settlers|planters|traders|americans|germans|italians|poles|frenchmen|irishmen|englishmen|hungarians|cubans|authorities|notables|jews|israelites"
)
_OFFICES: Final = (
    r"(?:prime |foreign |acting |vice[- ]|deputy |first |second |under[- ]|imperial |royal |tartar |provincial |military |civil |political |captain[- ]|consul[- ]|governor[- ]|lieutenant[- ])*"
    r"(?:minister|viceroy|governor|general|taotai|tao-t[’']ai|prefect|magistrate|intendant|dean|doyen|consul|secretary|mayor|burgomaster|alcalde|president|chairman|bishop|archbishop|patriarch|emperor|empress|king|queen"
    r"|sultan|khedive|bey|dey|regent|commander|commandant|admiral|commodore|captain|collector|commissioner|superintendent|envoy|charg[ée]|nuncio|vali|pasha|mutessarif|caimacam|administrator|master|director|agent)(?:[- ](?:general|in[- ]chief|resident|superior))*"
)
_PHRASE: Final = compiled(
    rf"(?:the |a |certain |several |sundry )?(?P<name>(?:[\w’'.-]+ ){{0,4}}?(?:(?P<body>{_BODIES})|(?P<group>{_GROUPS})|(?P<office>{_OFFICES}))(?= |$)(?:(?:,? (?:of|at|in|for|from|on|to|and|residing|resident) |(?= [\"“])).{{2,110}}?)?)[.,\s]*",
    re.IGNORECASE,
)
_LED: Final = compiled(
    r"(?:The )?(?:[Cc]ommunication|[Aa]ddress|[Mm]emorial|[Pp]etition|[Rr]eply|[Aa]nswer|[Aa]ppeal|[Pp]rotest|[Rr]emonstrance|[Ii]nvitation|[Oo]rder|[Ii]nstructions?) (?:from|of|by) (?:the )?"
)
"""``Communication from the prefect of Fu-ping``: what it is, and whose."""
_SAYS: Final = compiled(
    r"(?i)\b(?:is|are|was|were|has|have|had|will|that|who|which|his|her|their|by|letter|telegram|note|report|decision|protocol|resolution|extract|memorandum|aid)\b|\d|[;:]"
)


def read(text: str, start: int, end: int) -> Party | None:
    """The body, group or office that a phrase names by what it is, if that is all it says."""
    if led := _LED.match(text, start, end):
        start = led.end()
    words = text[start:end]
    if len(words) < 5 or _SAYS.search(words):
        return None
    match = _PHRASE.fullmatch(words.strip(" .,"))
    if match is None:
        return None
    first = start + words.index(match["name"])
    entity = "body" if match["body"] else "group" if match["group"] else "position"
    office = "" if match["group"] else match["name"]
    return Party(match["name"], entity, first, first + len(match["name"]), office=office)


_POST: Final = compiled(r"(?i)\b(?:mission|delegation|commission|legation|embassy|consulate|department|section)\b")


def of_officers(senders: Sequence[Party], signers: int) -> bool:
    """Whether a head names a society, or a house, as who writes: its officers sign for it, and a mission's men do not."""
    if [one.entity for one in senders] != ["body"] or not signers:
        return False
    return senders[0].office == senders[0].name or (signers > 1 and not _POST.search(senders[0].name))


def unnamed(party: Party) -> bool:
    """Whether a head names an office only by what it is; who signs alone holds it: ``The prefect to the consul.``"""
    return party.entity == "position" and party.office == party.name

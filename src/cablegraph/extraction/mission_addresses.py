"""Addresses of a mission and the man there, in English and other languages: ``Botschaft Washington, Botschafter Grewe``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from typing import Final, NamedTuple

from cablegraph.extraction.lexicon import COUNTRIES
from cablegraph.extraction.names import Party, cased, is_place, parties
from cablegraph.patterns import compiled

_MISSION = (
    r"(?:(?:[A-Z][a-z]+ )?(?:Embassy|Legation|Mission|Consulate(?:[- ]General)?)"
    r"|Botschaft|Gesandtschaft|(?:General)?[Kk]onsulat|Ständige Vertretung|Handelsvertretung|Ambassade|Légation|Consulat|Embajada|Legación|Consulado|Embaixada|Legação|Ambasciata|Legazione|Ambasada|Ambasadă|Poselstwo|Konsulat|Velvyslanectví|Vyslanectví|Nagykövetség|Követség)"
)
_MINISTRY = r"(?:Auswärtiges Amt|Bundeskanzleramt|Ministerium für [A-ZÄÖÜ][\wäöüß]+(?: [A-ZÄÖÜ][\wäöüß]+)?|Außenministerium|Ministère des [Aa]ffaires étrangères|Ministerio de Relaciones Exteriores|Cancillería|Ministero degli (?:Affari )?[Ee]steri|Ministerstwo Spraw Zagranicznych|Ministerstvo zahraničních věcí)"
_HOUSE: Final = compiled(
    rf"\s*(?P<house>(?:{_MISSION}(?: (?:of|de la|de l[’']|de|du|der|des|del) ?[A-ZÀ-Ž][\w’'-]+)?,?(?: (?:in|at|à|au|en|w|v|we|în|a))? (?P<place>[A-ZÀ-Ž][\w’'-]+(?: [A-ZÀ-Ž][\w’'-]+)?)|{_MINISTRY}))"
    r"(?:, (?:(?:for|to|für|pour|dla|pro) )?(?P<who>[^,;:()\n]{3,60}))?[\s.]*"
)


class AtMission(NamedTuple):
    """Whom an address names, and the town of the mission, where it has one."""

    party: Party
    place: tuple[int, int, str] | None


def at_mission(text: str, start: int, end: int) -> AtMission | None:
    """``Embassy Havana, Ambassador Jeleń``: the man there, or the mission where nobody is named, and its town."""
    match = _HOUSE.fullmatch(text, start, end)
    if match is None or (match["place"] and not is_place(match["place"])):
        return None
    town = match["place"] and cased(match["place"]) not in COUNTRIES
    place = (*match.span("place"), cased(match["place"])) if town else None
    if match["place"] and not town and not match["who"]:
        return None
    if not match["who"]:
        return AtMission(Party(match["house"], "body", *match.span("house")), place)
    found = parties(text, *match.span("who"))
    if len(found) != 1 or found[0].entity not in ("person", "position"):
        return None
    return AtMission(found[0].at(match.start("house"), found[0].end), place)

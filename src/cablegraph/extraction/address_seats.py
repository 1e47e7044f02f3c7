"""Where the party of an address sits, behind its name or anywhere in it: ``Envoy Dahl, Split``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from typing import Final

from cablegraph.extraction import name_lists
from cablegraph.extraction.heading import Heading, Spot
from cablegraph.extraction.lexicon import BODY, COUNTRIES, OFFICE, without_occupation
from cablegraph.extraction.name_words import untitled
from cablegraph.extraction.names import Party, cased, is_place, missions, parties
from cablegraph.patterns import compiled

_SEAT = compiled(r",\s*(?P<place>[^\W\d_a-z][\w’'.-]+(?: [^\W\d_a-z][\w’'-]+){0,2})(?:\s\d+)?\s*$")
_NO_SEAT = compiled(r"(?i)esq|esquire|bart|junior|senior|personal|urgent|secret|confidential|immediate|unknown|others")
_DISTRICT: Final = r"D\. ?C|N\. ?[YJ]|R\. ?I|Mass|Pa"
TOWN: Final = r"(?P<town>[A-ZÀ-Ž][\w’'-]+(?:[. ]{1,2}[A-ZÀ-Žd][\w’'-]+){0,3}?)"
BEHIND_TOWN: Final = rf"(?:,? (?:{_DISTRICT})|, (?P<land>[A-ZÀ-Ž][\w’'-]+(?: [A-Za-zÀ-Ž][\w’'-]+){{0,3}}))?"
"""The district or the country that an address may name behind its town: ``Washington, D. C.``, ``Alexandria, Egypt``."""
_END = compiled(rf",\s*(?:at |in )?{TOWN}{BEHIND_TOWN}\.?$")
_AND_SO_ON = compiled(rf"(?:(?:&c|[Ee]tc|ETC)\b[., ]*)+{TOWN}{BEHIND_TOWN}\.?")


def town_of(text: str, start: int, end: int) -> Spot | None:
    """The town with which an address ends: ``Secretary of State, Washington, D. C.``, ``&c., &c., &c., London.``"""
    match = _AND_SO_ON.fullmatch(text, start, end) or _END.search(text, start, end)
    for group in ("town", "land") if match else ():
        words = (match[group] or "") if match else ""
        if match and words and is_place(words) and cased(words) not in COUNTRIES:
            return (*match.span(group), cased(words) if words.isupper() else words)
    return None


def seated(text: str, start: int, end: int) -> tuple[int, Spot | None]:
    """``Envoy Dahl, Split``: where the party ends and where it sits; a place need not be known behind a full name."""
    tail = _SEAT.search(text[start:end]) or _SEAT.search(text[start:end].rstrip(" ."))
    if tail is None or missions(text, start, end):
        return end, None
    words = tail["place"].rstrip(" .")
    at = start + tail.start("place")
    spot = (at, at + len(words), cased(words))
    if is_place(words):
        return start + tail.start(), spot
    before = parties(text, start, start + tail.start())
    if len(before) != 1 or before[0].place or before[0].entity not in ("person", "position", "body"):
        return end, None
    if before[0].entity == "position" and " " in words:
        return end, None  # "Secretary of State for Foreign Relations, Hermes Lima": the man's name
    full = before[0].entity != "person" or before[0].office or len(before[0].name.split()) > 1
    return (start + tail.start(), spot) if full and may_be_place(words) else (end, None)


def may_be_place(words: str) -> bool:
    """Whether a word that no list knows can be a place: no office, no body, and no word of a name that we know."""
    first = words.split()[0]
    known = name_lists.words()
    if untitled(words) != words:
        return False  # "Comrade Mănescu, Comrade Macovescu": a second man
    if (
        without_occupation(words)[1]
        or OFFICE.search(words.title())
        or BODY.search(words)
        or first in known.given
        or first in known.first_surnames
    ):
        return False
    if any("person" in one.kinds for one in name_lists.known(cased(words), 0, len(words))):
        return False
    if words.isupper() and len(words) > 4 and " " not in words:
        return False  # "Raúl Roa, MINREX": letters that stand for a body
    return len(first) > 3 and not _NO_SEAT.fullmatch(first) and not any(char.isdigit() for char in words)


def located(text: str, party: Party, stop: int) -> Spot | None:
    """Where the words of a party name the place it sits in."""
    at = text.lower().find(party.place.lower(), party.start, stop)
    return (at, at + len(party.place), party.place) if at >= 0 else None


def put(heading: Heading, role: str, spot: Spot | None) -> None:
    """Put a place down as ``origin`` or ``destination``; what another line said before stays."""
    if spot and getattr(heading, role) is None:
        setattr(heading, role, spot)


_HEADS = compiled(
    r"(?i)(?:\w+ ){0,2}(?:ambassador|envoy|minister|consul(?:[- ]general)?|chargé(?: d[’']affaires)?|resident)"
)


def heads_mission(heading: Heading, office: Party) -> bool:
    """``Beijing, Soviet Ambassador`` below ``To: Roshchin, Beijing``: the one man whom it is for, again."""
    men = [one for one in heading.directed if one.entity == "person"]
    unnamed = office.entity == "position" and _HEADS.fullmatch(office.name) is not None
    return unnamed and len(men) == len(heading.directed) == 1 and heading.destination is not None

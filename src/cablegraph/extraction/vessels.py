"""Ships by the words beside their names: ``the steamer Medan``, ``the brig General Rusk``, ``Quincy embarked 98 persons``."""

# ruff: noqa: E501, SIM905  (a pattern, and a list of words, is read best on one line)

from __future__ import annotations

import re

from cablegraph.extraction.name_runs import CAP
from cablegraph.patterns import compiled

SHIPS = frozenset({
    "S.S.", "U.S.S.", "H.M.S.", "Steamship", "Steamer", "HMS", "USS", "HMAS", "HMCS", "HMNZS", "RFA", "USNS", "USAT", "INS",
})  # fmt: skip
"""What stands before a ship's name: ``HMS Whitesand Bay``."""

_KINDS = (
    r"S\. ?S\.|U\. ?S\. ?S\.|H\. ?M\. ?S\.|steam(?:ship|er)s?|vessels?|ships?|cruisers?|destroyers?|USS|HMS|HMAS|HMCS|HMNZS|RFA|USNS|"
    r"bar(?:k|que)|brig|schooners?|sloop|frigate|gunboats?|tug|trawler|tanker|freighter|liner|yacht|submarine|"
    r"corvette|whalers?|clipper|packet|man-of-war|flag-?ship|iron-?clad|monitor|privateer|collier|junk|launch|"
    r"(?:revenue |coast ?guard )?cutter|battleship|minesweeper|icebreaker|transport|motor vessel|lighters?|balloons?|dhow|lorcha|felucca|ketch|brigantine|"
    r"dredger|torpedo boat|airship|zeppelin|aircraft carrier|battle cruiser|motor ship|trawlers|tankers"
)
VESSEL = rf"\b(?:{_KINDS}|aboard|on board|aboard the|on board the)"
"""Words behind which a name is a ship's."""

VESSELS_BEFORE = compiled(
    rf"(?i:{VESSEL}),?[ \u00a0](?:(?:the )?[“\"]?[{CAP}][\w-]+(?:[ \u00a0][{CAP}][\w-]+)?[”\"]?(?:,? and|,)[ \u00a0]){{0,4}}(?:the )?$",
)
"""The same for a row of ships."""

VESSEL_BEFORE = compiled(VESSEL + r"[ \u00a0]\[?$", re.IGNORECASE)
_VESSEL_WORDS = """s. steamer steamers vessel vessels ship ships steamships cruiser cruisers destroyer destroyers uss
    hms hmas hmcs hmnzs rfa usns
    whaler whalers clipper packet man-of-war flagship flag-ship ironclad iron-clad monitor privateer collier junk launch
    cutter bark barque brig schooner schooners sloop frigate gunboat gunboats tug trawler tanker freighter liner yacht
    submarine corvette minesweeper icebreaker transport lighter lighters balloon balloons dhow lorcha felucca ketch
    brigantine dredger boat airship zeppelin carrier trawlers tankers aboard board the"""
VESSEL_ENDS = tuple(word + blank for word in _VESSEL_WORDS.split() for blank in " \u00a0")
"""A quick look first: how the words before a ship's name end, in small letters."""
ROW_ENDS = ("and ", "and\u00a0", ", ", ",\u00a0")


_CRAFT = compiled(rf"\b(?:{_KINDS})[ \u00a0]\[?$", re.IGNORECASE)


_ON_BOARD = (
    rf"of (?:the )?(?:(?:American|British|French|German|Japanese|Italian|Russian) )?(?i:{_KINDS})"
    rf"[ \u00a0][“\"]?[{CAP}][\w’'.-]+(?: (?:of |de |del )?[{CAP}][\w’'.-]+){{0,3}}[”\"]?"
)
OFFICER_OF = compiled(
    rf"(?i:commander|commanding officer|commandant|captain|master|officer commanding|senior officer|executive officer|paymaster|surgeon|purser|mate) {_ON_BOARD}"
)
"""``Commander of the U. S. S. Wheeling``, ``master of the bark Aquila``: an office."""
SERVES_ON = compiled(
    rf"(?:(?i:rear-admiral|vice-admiral|admiral|commodore|captain|commander|lieutenant(?:[- ]commander)?|ensign|capt\.|lieut\.|comdr\.)) (?P<name>(?:[{CAP}][\w’'.-]+ ){{1,3}}?){_ON_BOARD}"
)
"""``Captain Ennis of the U. S. S. Tacoma``: a man and where he serves."""
_OF_PORT = compiled(rf"Brig (?:[{CAP}][\w.]*[ ]?){{1,4}}, of [{CAP}]")
"""``Brig T. L. Sweat, of Salem``: no brigadier."""


def is_ship(tokens: tuple[tuple[int, int, str], ...]) -> bool:
    """Whether a row of words has a ship's mark in it."""
    return any(word in SHIPS for _, _, word in tokens)


def named_like_an_officer(text: str, place: int) -> bool:
    """``the brig General Rusk``: a row that begins with a title is a ship's name behind its kind."""
    before = text[max(0, place - 24) : place]
    if text.startswith("Brig ", place):
        return _OF_PORT.match(text, place) is not None
    return before.lower().endswith(VESSEL_ENDS) and _CRAFT.search(before) is not None


def vessel_before(text: str, floor: int, place: int) -> bool:
    """Whether the words before ``place``, none of them before ``floor``, make the name there a ship's."""
    before = text[max(floor, place - 24) : place].lower()
    if before.removesuffix("[").endswith(VESSEL_ENDS) and VESSEL_BEFORE.search(before):
        return True
    return before.endswith(ROW_ENDS) and bool(VESSELS_BEFORE.search(text[max(floor, place - 60) : place]))


_VERB = compiled(r"[ \u00a0]([a-z]+)")
_SAILS = compiled(
    r"(?: and [A-Z][\w-]+)? (?:(?:can|will|would|could|may|has|have|had|to|should|must) )?"
    r"(?:tak(?:e|es|ing)|took|taken) (?:off|on board|aboard|on (?:\d|coal|cargo|water|stores))|(?: and [A-Z][\w-]+)? (?:(?:will|has|have|had|to) )?"
    r"(?:steam(?:ed|s)|anchor(?:ed|s)|coal(?:ed|s)|dock(?:ed|s)|weighed anchor|ran aground|went aground|(?:is|are|lies?) (?:at anchor|in port|in dock|aground))\b"
    r"|(?: and [A-Z][\w-]+)? embarked (?:[a-z0-9 :.]+ )?\d+ (?:persons|people|passengers|men|refugees|Americans)\b"
)
_SAIL_HINTS = frozenset(
    "and can will would could may has have had to should must take takes taking took taken steamed steams anchored anchors coaled "
    "coals docked docks weighed ran went is are lie lies embarked".split()
)
"""The words with which what only ships do can begin."""


def sails(text: str, end: int) -> bool:
    """Whether behind a name stands what ships alone do: ``Quincy and Oklahoma can take off 130 persons``."""
    first = _VERB.match(text, end)
    return bool(first and first[1] in _SAIL_HINTS and _SAILS.match(text, end))

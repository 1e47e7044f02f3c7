"""The parties in the words of an address, and where they sit: ``Ambassador K. Brandsma, Jakarta``, ``SECEXTERN PRETORIA``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from cablegraph import dates
from cablegraph.extraction import cable_addresses, mission_addresses, name_lists, scripts
from cablegraph.extraction.address_seats import located, put, seated
from cablegraph.extraction.datelines import find
from cablegraph.extraction.heading import Heading
from cablegraph.extraction.lexicon import BODY, COURTESY, OFFICE, RANK
from cablegraph.extraction.names import Party, cased, is_place, parties
from cablegraph.extraction.title_roles import FIELD_OF_OFFICE
from cablegraph.patterns import compiled

THEN_FOR = compiled(
    rf",?\s+(?:for|For|FOR)\s+(?!{FIELD_OF_OFFICE})(?:(?:(?:immediate )?(?:onward )?(?:transmission|delivery|transmittal|forwarding)|handing over) to\s+)?(?=(?:the |Comrade |Cde)?\s*[A-Z])"
)
_WIRED = compiled(r"\s*(?P<who>[A-Z]{5,}) (?P<place>[A-Z]{4,}(?: [A-Z]+)?)\s*")


def meant_for(heading: Heading, text: str, start: int, end: int) -> list[Party]:
    """For whom a message is meant, put among the addressees; where they sit is its destination if no other is said."""
    if address := scripts.read(text, start, end):
        found, spot = address.parties, address.place
    else:
        stop, spot = seated(text, start, end)
        found = [party for party in parties(text, start, stop) if party.entity != "place"]
    heading.addressees.extend(found)
    put(heading, "destination", spot)
    return found


_MAN_IN_OFFICE = compiled(
    rf"(?:(?P<town>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?), )?(?P<house>[A-Z][^,;:()\n]{{1,70}}(?:, [A-Z][^,;:()\n]{{3,60}})?), (?:(?:to|for|attn\.?|att\.) )?(?P<who>(?:{COURTESY}) [^,;:()\n]{{3,40}}?)\.?\s*"
)
_OFFICES_AND_MAN = compiled(
    rf"(?P<house>(?i:the )?[^\W\d_a-z][^,;:()\n]{{3,60}} (?i:and) (?!(?i:the )|(?i:mr|comrade)\b)[^,;:()\n]{{3,50}}), (?P<who>(?:(?i:{COURTESY}|{RANK}|ambassador|professor|engineer)\.? )[^,;:()\n]{{3,50}}?)\.?\s*"
)
"""``MINISTER OF EXTERNAL RELATIONS AND WORSHIP, BRIGADIER CARLOS PASTOR``: one man, whatever he is minister of."""
_MAN_IN_BRACKETS = compiled(
    rf"(?P<house>[A-Z][^;:()\n]{{3,80}}) \((?:(?:for|to|attn\.?|att\.) )?(?P<who>(?:{COURTESY}) [^,;:()\n]{{3,40}}?)\)\.?\s*"
)
"""``Ministry of Foreign Affairs, Tirana (Comrade Nesti Nase)``"""
_LETTERS = compiled(r"(?:[A-Z]f?){2,6}|[A-Z]{2,6}")


def man_in_office(heading: Heading, text: str, start: int, end: int) -> Party | None:
    """``MfAA, Far Eastern Department, Comrade Schulz``: the man there, and his office beside him."""
    if match := _MAN_IN_BRACKETS.fullmatch(text, start, end):
        return _in_brackets(heading, text, match)
    if (offices := _OFFICES_AND_MAN.fullmatch(text, start, end)) and OFFICE.match(
        offices["house"].removeprefix("THE ").removeprefix("the ")
    ):
        found = parties(text, *offices.span("who"))
        if len(found) == 1 and found[0].entity == "person":
            return replace(found[0], start=offices.start("house"), office=offices["house"])
    match = _MAN_IN_OFFICE.fullmatch(text, start, end) if "," in text[start:end] else None
    if match is None or " and " in match["who"]:
        return None
    house = match["house"]
    named = _LETTERS.fullmatch(house.split(",")[0]) or BODY.search(house)
    found = parties(text, *match.span("who"))
    if not named or len(found) != 1 or found[0].entity != "person":
        return None
    if match["town"] and is_place(match["town"]):
        put(heading, "destination", (*match.span("town"), cased(match["town"])))
    for office in parties(text, *match.span("house")):
        put(heading, "destination", located(text, office, match.end("house")) if office.place else None)
    return replace(found[0], start=match.start("house"), office=house)


def _in_brackets(heading: Heading, text: str, match: re.Match[str]) -> Party | None:
    stop, spot = seated(text, *match.span("house"))
    house, found = parties(text, match.start("house"), stop), parties(text, *match.span("who"))
    if [one.entity for one in (*house, *found)] != ["body", "person"]:
        return None
    put(heading, "destination", spot or (located(text, house[0], stop) if house[0].place else None))
    return replace(found[0], start=match.start("house"), office=house[0].name)


_PLACE_FIRST = compiled(r"\s*(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)\s*[,:.–—-]\s+(?=\S)")
_CABLE = compiled(rf"(?:{cable_addresses.ADDRESS}|(?i:foreign|external|extaff))(?=,)")
_DISTRICT = compiled(r",\s*(?:D\. ?[CF]|N\. ?Y)\.?\s*$")
"""``México, D.F.``: the town is Mexico, wherever its district."""


def party_and_place(
    heading: Heading, text: str, start: int, end: int, order: dates.Order | None, into: list[Party], role: str
) -> None:
    """``Ambassador K. Brandsma, Jakarta`` or ``Moscow, Vyshinsky``: the party, and where it sits."""
    if post := mission_addresses.at_mission(text, start, end):
        into.append(post.party)
        put(heading, role, post.place)
        return
    if role == "destination" and (man := man_in_office(heading, text, start, end)):
        into.append(man)
        return
    if wire := cable_addresses.man_at(text, start, end) or cable_addresses.seated(text, start, end):
        into.append(wire.party)
        put(heading, role, wire.place)
        return
    beside = _TOWN_AND_MAN.fullmatch(text, start, end)
    if beside and is_place(beside["place"]) and not is_place(beside["who"]):
        put(heading, role, (*beside.span("place"), cased(beside["place"])))
        into.extend(one for one in parties(text, *beside.span("who")) if one.entity == "person")
        return
    if mission := _POST_OF.fullmatch(text, start, end):
        low, high = mission.span(mission.lastgroup or 0)
        if is_place(text[low:high]):
            put(heading, role, (low, high, cased(text[low:high])))
            into.extend(parties(text, start, end))
            return
    if (short := _SHORT.fullmatch(text, start, end)) and (BODY.search(short["body"]) or _ABROAD.match(short["body"])):
        into.append(Party(short["body"], "body", *short.span("body")))
        if (town := _IN_TOWN.search(short["body"])) and is_place(town["place"]):
            at = short.start("body") + town.start("place")
            put(heading, role, (at, at + len(town["place"]), cased(town["place"])))
        return
    heading.dates.extend(find(text, start, end, order, "sent"))
    date = next((found for found in dates.find(text, start, end, order=order, heads=True)), None)
    stop = date.start if date else end
    if district := _DISTRICT.search(text[start:stop]):
        stop = start + district.start()
    first = _PLACE_FIRST.match(text, start, stop)
    if first and is_place(first["place"]):
        put(heading, role, (*first.span("place"), cased(first["place"])))
        start = first.end()
    if address := scripts.read(text, start, stop):
        into.extend(address.parties)
        put(heading, role, address.place)
        return
    if (alone := _CABLE.match(text, start, stop)) and "," in text[start:stop]:  # "Embamex, Habana"
        into.append(Party(alone[0], "body", *alone.span()))
        put(heading, role, seated(text, start, stop)[1])
        return
    wired = _WIRED.fullmatch(text, start, stop)
    if wired and is_place(wired["place"]) and not name_lists.known(cased(wired["who"]), 0, len(wired["who"])):
        into.append(Party(wired["who"], "body", *wired.span("who")))  # "SECEXTERN PRETORIA"
        put(heading, role, (*wired.span("place"), cased(wired["place"])))
        return
    last, spot = seated(text, start, stop)
    for party in parties(text, start, last):
        if party.entity == "place":
            put(heading, role, (party.start, party.end, re.sub(r"\s+\d+$", "", party.name)))
        else:
            into.append(party)
            if party.place:
                put(heading, role, located(text, party, stop))
    put(heading, role, spot)


_IN_TOWN = compiled(r" (?i:en|em|in|at|à) (?P<place>[A-ZÀ-Ž][\w’' -]{2,30})$")
_ABROAD = compiled(
    r"(?i:(?:embajada|embaixada|ambassade|ambasciata|ministerio|minist[èe]re|minist[ée]rio|ministero|direcci[oó]n|direc[cç][aã]o|direction|direzione|secretar[ií]a|subsecretar[ií]a|secretaria|comisi[oó]n|comiss[aã]o|departamento|d[ée]partement|consulado|misi[oó]n|miss[aã]o|delegaci[oó]n|delega[cç][aã]o|presidencia|estado mayor))\b"
)
"""``EMBAJADA EN BRASILIA (EBRAS)``: a body in another language."""
_TOWN_AND_MAN = compiled(
    r"\s*(?P<place>[A-ZÀ-Ž][\w’'-]+(?: [A-ZÀ-Ž][\w’'-]+){0,2}) \((?P<who>[^\W\d_a-z][\w.’' -]{2,40})\)\.?\s*"
)
"""``Warsaw (Rapacki)``"""
_POST_OF = compiled(
    r"(?i:(?:am|us|brit|ind)(?:embassy|emb|consul|congen|legation|mission))\s(?P<behind>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
    r"|(?P<before>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)\s(?:MISSION|Mission|EMBASSY|Embassy|LEGATION|Legation|CONSULATE|Consulate|RESIDENCY|Residency)"
)
"""``Amembassy BELGRADE``, ``VIENNA MISSION``: a post by its town."""
_SHORT = compiled(r"(?P<body>[A-Z][^(),;:\n]{8,90}) \([A-Z][A-Z.]{1,9}\)\.?")
"""``General Directorate of Nuclear Affairs (DIGAN)``: a body and the letters that stand for it."""


def copies(text: str, start: int, end: int) -> list[Party]:
    """The names of a list of copies; counts in brackets and courtesy words are left out."""
    found = parties(text, start, end, listing=True)
    named = [one for one in found if one.entity != "place" and not _SYMBOL.fullmatch(text[one.start : one.end])]
    return [
        replace(one, entity="body") if cable_addresses.is_address(text[one.start : one.end]) else one for one in named
    ]


_COPY_INSIDE = compiled(
    r"(?:(?:[.;,]|\s[–—-]|(?=\s\())\s*\(?(?:(?:with )?(?:an? )?(?:(?i:cop(?:y|ies)(?: sent)?(?: to)?|copied to|info(?:rmation)?|c\.?\s?c\.?)\s*[:–—]"
    r"|(?i:cop(?:y|ies)(?: sent)? to|copied to)\s|(?:cc|c\. ?c\.|C\. ?C\.|info|INFO)\s))|\s(?i:with (?:a cop(?:y|ies)|copies) to)\s)\s*(?=(?i:(?:the|comrades?|cdes?\.?) )?[A-Z])"
)


def cut_copies(text: str, start: int, end: int) -> tuple[int, list[Party]]:
    """``Molotov. Copy to Malenkov, Khrushchev.``: where those end to whom it goes, and who has a copy."""
    also = _COPY_INSIDE.search(text, start + 3, end)
    found = copies(text, also.end(), end - text.endswith(")", start, end)) if also else []
    return (also.start(), found) if also and found else (end, [])


_SYMBOL = compiled(r"[A-Z]{1,4}(?:/[A-Z]{1,4})*")
"""``SS``, ``EUR``, ``H``: an office's symbol, which names no person."""


_POINTS = compiled(
    r"\s*(?:\((?:all|everything|in full|points? |p\.|pt\.|\d)[^()]{0,24}\)|[–—-]\s*(?:all|everything|in full|(?:points?|pts?\.|pp?\.|items?)\s?\d|\d)[\d, and]{0,16})\.?$"
)


def with_points(text: str, start: int, end: int) -> list[Party] | None:
    """``To Comrades Gromyko, Patolichev – 1, 2; Serbin – all.``: each has the points of a decision that concern him."""
    pieces = list(compiled(r"[^;]+").finditer(text, start, end))
    cuts = [_POINTS.search(piece[0]) for piece in pieces]
    if len(pieces) < 2 or not any(cuts):
        return None
    found: list[Party] = []
    for piece, cut in zip(pieces, cuts, strict=True):
        stop = piece.start() + cut.start() if cut else piece.end()
        found.extend(party for party in parties(text, piece.start(), stop) if party.entity != "place")
    return found or None


_ON_THE_PART = compiled(
    r"\s*(?:and )?(?:[Oo]n the part of|[Oo]n behalf of|[Ff]or|[Rr]epresenting)(?: the)? [A-Z][^,;:]{2,50}[,:] ?(?:the )?"
)
"""``on the part of Great Britain, Sir Julian Pauncefote, Her Majesty's minister``"""


def participants(text: str, start: int, end: int) -> list[Party]:
    """The people of a list of participants."""
    found: list[Party] = []
    for piece in re.finditer(r"[^;\n]+", text[start:end]):
        side = _ON_THE_PART.match(text, start + piece.start(), start + piece.end())
        inside = parties(text, side.end() if side else start + piece.start(), start + piece.end())
        people = [party for party in inside if party.entity == "person"]
        found.extend(people if len(people) < 2 else _in_their_row(text, people))
    return found


_SURNAME_BETWEEN = compiled(r"\s*(?P<name>[A-ZÀ-Ž][\w’'-]+)\s*,\s*")


def _in_their_row(text: str, people: list[Party]) -> list[Party]:
    """``Bulganin, Voroshilov, Molotov``: between surnames the name of a town is a man's."""
    found = people[:1]
    for before, after in pairwise(people):
        between = _SURNAME_BETWEEN.fullmatch(text, before.end + 1, after.start) if text[before.end] == "," else None
        bare = between and " " not in before.name and " " not in after.name
        found.extend([Party(between["name"], "person", *between.span("name"))] if between and bare else [])
        found.append(after)
    return found


def chain(heading: Heading, text: str, start: int, end: int) -> None:
    """``for Vyshinsky, for Comrade STALIN``: the last is meant, those before pass it on."""
    while then := THEN_FOR.search(text, start, end):
        heading.relays.extend(parties(text, start, seated(text, start, then.start())[0]))
        start = then.end()
    meant_for(heading, text, start, end)
    heading.meant = True

"""Lines that say to whom and for whom a message is: ``BEIJING - Comrade KRASOVSKY``, ``For Comrade MAO``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Sequence

from cablegraph import dates
from cablegraph.extraction import scripts, titles
from cablegraph.extraction.address_parties import THEN_FOR, chain, cut_copies, man_in_office, with_points
from cablegraph.extraction.address_seats import located, put
from cablegraph.extraction.grades import grades
from cablegraph.extraction.heading import Heading
from cablegraph.extraction.lexicon import BODY, COUNTRIES, COURTESY, OFFICE, RANK
from cablegraph.extraction.names import Party, cased, is_place, parties
from cablegraph.extraction.relays import cut_via
from cablegraph.extraction.rows import Row
from cablegraph.extraction.title_roles import FIELD_OF_OFFICE
from cablegraph.patterns import compiled

_ADDRESS = compiled(
    r"(?P<word>To be (?:delivered|transmitted|passed|handed)(?: on)?(?: at once| immediately)? to|(?:Deliver|Transmit|Pass(?: on)?|Hand(?: over)?|Give)(?: at once| immediately)? to"
    r"|(?:Personally|PERSONALLY|Personal|Only|Exclusively)[,:]? (?:to|for|TO|FOR)|(?:For|FOR|for) (?:the|THE) (?:[Aa]ttention|ATTENTION|[Ii]nformation|INFORMATION) (?:of|OF)|For (?:immediate )?(?:transmission|delivery) to|To|TO|to|For|FOR|for|Attention(?: of)?|ATTN:?)\s+(?P<who>.{2,130})"
)
_ASKED = compiled(
    r"(?:Please |I ask you to |You (?:should|must|are to) |[Oo]rally |[Ii]mmediately |Urgently )*"
    r"(?:[Tt]ell|[Ii]nform|[Vv]isit|Передайте(?: (?:немедленно|срочно|лично))*|(?:[Cc]onvey|[Pp]ass|[Tt]ransmit|[Dd]eliver|[Gg]ive|[Hh]and|[Rr]epeat|[Rr]elay|[Ss]ay|[Cc]ommunicate|[Rr]eport)(?: (?:on|over|orally|urgently|immediately"
    r"|at once|personally))*(?: (?:the following|this)(?: \w+){0,2})?(?: (?:immediately|at once))? to)\s+"
    r"(?:(?:товарищ(?:у|ам)|тов\.|тт?\.|господину)\s)?(?P<who>(?:(?:Cde|Com|Comr)\. )?[A-ZА-Я][^:.,\n]{2,60}?)(?=(?: (?:immediately|at once|orally|personally|urgently|without delay|in person))*(?: the following(?: \w+){0,2}| this(?: \w+)?| that we| следующее| нижеследующее)?\s*[:.,]|$)"
)
_PLACED = compiled(
    r"(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}?)\s*(?P<sign>[-–—.,:]+|$)\s*(?P<rest>.*)", re.DOTALL
)
_DISTRICT = compiled(r"^D\. ?[CF]\.?$|^N\. ?Y\.?$")
"""``Washington, D.C.``, ``México, D.F.``"""
_CITY_OF = compiled(r"(?i:city|town|mountain) of (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)")
_STATE = compiled(r"(?i)\b(?:republic|kingdom|federation|empire|confederation|commonwealth)\b")
"""``UNITED ARAB REPUBLIC`` over a letterhead."""
_FROM_INSIDE = compiled(r"\s(?:FROM|from)\s(?=[A-Z])")
_ONLY = compiled(r"\s+(?:EYES )?ONLY\W*$|\s+(?:eyes )?only\W*$|\s+(?:PERSONALLY|personally)\W*$")
_ONLY_THEN = compiled(r"\s(?:only|personally)\.\s+[A-Z]")
_WRITES = compiled(r"(?i)white house|department of state|\bembassy\b|\blegation\b|\bconsulate\b")
_WRITES_LETTERS = compiled(
    r"(?i)permanent (?:mission|representative|delegation)|high commission|(?:department|ministry) of (?:foreign|external) (?:affairs|relations)|office of the (?:president|prime minister)|prime minister[’']s office"
)
"""``DEPARTMENT OF FOREIGN AFFAIRS`` over ``PRETORIA``: at the head of a letter the office's own town."""
_NOT_ADDRESS = compiled(
    r"(?i)\b(?:is|was|the fact|that|adopt|approve|grant|instruct|entrust|accept|inform you|reply|this|deliver within|refuse|be)\b"
)


def _by_address(place: str, sign: str, rest: str) -> bool:
    """A word in capitals before an address is its place, known or not: ``KAPSAN - Comrade LEE``."""
    addressed_to = re.match(
        r"(?:(?:To|to|TO)\s+)?(?:Comrade|COMRADE|Cde|Tov|(?:THE )?SOVIET (?:AMBASSADOR|CONSUL)|Soviet (?:Ambassador|Consul))\b",
        rest,
    )
    return (
        bool(addressed_to)
        and bool(sign)
        and place.isupper()
        and len(place) > 3
        and not OFFICE.search(place)
        and not BODY.search(place)
    )


def placed(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``BEIJING - Comrade KRASOVSKY``: where the message goes, and to whom there."""
    if city := _CITY_OF.fullmatch(row.text):
        put(heading, "origin", (row.start + city.start("place"), row.end, cased(city["place"])))
        return True
    if (counted := _AND_NUMBER.fullmatch(row.text)) and is_place(counted["place"]):  # "Moscow, No. 831"
        at = row.start + counted.start("place")
        put(heading, "origin", (at, at + len(counted["place"]), cased(counted["place"])))
        return True
    if quarter := _IN_QUARTER.fullmatch(row.text):  # "Moscow, the Kremlin"
        role = "destination" if heading.addressees else "origin"
        at = row.start + quarter.start("place")
        put(heading, role, (at, at + len(quarter["place"]), cased(quarter["place"])))
        return is_place(quarter["place"])
    if (towns := _SEVERAL_TOWNS.fullmatch(row.text)) and is_place(towns["place"]):
        put(heading, "destination", (row.start, row.start + towns.end("place"), cased(towns["place"])))
        heading.addressees.extend(parties(text, row.start + towns.start("who"), row.end))
        return True
    if toward := _TOWARD.fullmatch(row.text):
        return _toward(heading, text, row.start + toward.start("who"), row, toward["place"])
    match = _PLACED.fullmatch(row.text) if len(row.text) < 130 else None
    place = match["place"] if match else ""
    if not match or not (is_place(place) or _by_address(place, match["sign"], match["rest"])):
        return False
    rest = _DISTRICT.sub("", match["rest"].strip())
    start = row.start + match.start("place")
    spot = (start, start + len(place), cased(place))
    if not rest:
        if cased(place) in COUNTRIES or _STATE.search(place):
            return True  # "USSR" at the head of a letterhead
        right_below = bool(heading.addressees) and 0 <= row.start - heading.addressees[-1].end < 4
        if right_below and heading.destination is None:
            put(heading, "destination", spot)  # "To the Secretary, Comrade Berg" and his town below him
            return True
        if heading.addressees and heading.origin and not heading.destination:
            put(heading, "destination", spot)  # "To Minister Siroky" and "Prague" below it
            return True
        headed = heading.after_letterhead or (heading.letterhead and heading.dates)
        own = any(_WRITES.search(one.name) for one in heading.letterhead)
        letters = heading.after_letterhead and any(_WRITES_LETTERS.search(one.name) for one in heading.letterhead)
        if headed and (match["sign"] or not place.isupper() or (own and heading.after_letterhead)):
            put(heading, "seat", spot)  # "British Embassy," and "Moscow." below it
        elif letters and not (heading.form and "telegram" in heading.form.slug):
            put(heading, "seat", spot)  # "DEPARTMENT OF FOREIGN AFFAIRS" and "PRETORIA" below it
        else:
            put(heading, "destination", spot)
        return True
    word = re.match(r"(?:(?:to|To|TO|for|For|FOR)\s+)?", rest)
    first = row.start + match.start("rest") + (word.end() if word else 0)
    end, also = cut_copies(text, first, row.end)
    meant = THEN_FOR.search(text[first:end])
    stop = first + meant.start() if meant else end
    found = [party for party in parties(text, first, stop) if party.entity != "place"]
    if not found:
        return False
    put(heading, "destination", spot)
    heading.copies.extend(also)
    heading.receivers.extend(party.at(row.start, party.end) for party in found)
    if meant:
        chain(heading, text, first + meant.end(), end)
    return True


_AND_NUMBER = compiled(r"(?P<place>[A-ZÀ-Ž][\w’'-]{2,}(?: [A-ZÀ-Ž][\w’'-]+)?),? (?:No|NO|Nr|N[º°])\.? ?\d[\d/.-]*")
_IN_QUARTER = compiled(
    r"(?P<place>[A-ZÀ-Ž][\w’'-]{2,}), (?:(?i:the) )?(?:(?i:Kremlin|White House|Élysée|Elysée|Elysee|Quirinale|Quai d[’']Orsay|Whitehall|Downing Street|Staraya Ploshchad)(?: (?i:palace))?)\.?"
)
_SEVERAL_TOWNS = compiled(
    r"(?P<place>[A-ZÀ-Ž][\w’'-]{2,}(?: [A-ZÀ-Ž][\w’'-]+)?)(?:, (?:(?i:and) )?[A-ZÀ-Ž][\w’'-]{2,}(?: [A-ZÀ-Ž][\w’'-]+)?)+\s?[–—:-]\s?(?:(?i:to) )?(?P<who>(?i:(?:the )?(?:soviet )?(?:ambassadors?|charg[ée]s? d[’']affaires|representatives?|consuls?(?:[- ]general)?))\b.{0,30})"
)
"""``PARIS, LONDON, ROME – TO THE SOVIET AMBASSADORS``: one telegram to several posts."""
_TOWARD = compiled(r"(?P<place>[A-Z]{3,}(?: [A-Z]{3,})?) to (?P<who>[^\W\d_a-z]{3,}(?: [^\W\d_a-z]{3,}){0,2})")


def _toward(heading: Heading, text: str, start: int, row: Row, place: str) -> bool:
    """``BEIJING to KRASOVSKY``: where the message goes, and the man there."""
    found = parties(text, start, row.end)
    if not is_place(place) or [one.entity for one in found] != ["person"]:
        return False
    put(heading, "destination", (row.start, row.start + len(place), cased(place)))
    heading.receivers.append(found[0].at(row.start, row.end))
    return True


_LOUD_NAME = compiled(r"[^\W\d_a-z]{4,}(?:[ -][^\W\d_a-z]{2,}){0,2}\.?")


def over_man(heading: Heading, text: str, rows: Sequence[Row]) -> int:
    """``PYONGYANG`` and, below it, ``RAZUVAEV`` alone: where a ciphered telegram goes, and the man there; how many lines."""
    ciphered = heading.form is not None and heading.form.slug == "ciphered-telegram"
    if not ciphered or heading.destination or heading.addressees or heading.receivers or len(rows) < 3:
        return 0
    place, name = rows[0].text.rstrip(" .:,–-"), rows[1].text
    if not (place.isupper() and is_place(place) and _LOUD_NAME.fullmatch(name)) or cased(place) in COUNTRIES:
        return 0
    found = parties(text, rows[1].start, rows[1].end)
    if [one.entity for one in found] != ["person"] or grades(text, rows[1].start, rows[1].end):
        return 0
    put(heading, "destination", (rows[0].start, rows[0].start + len(place), cased(place)))
    heading.receivers.extend(found)
    return 2


_TITLED = compiled(rf"(?i:{COURTESY}|{RANK})\s+[A-Z]")
_RANKED = compiled(rf"(?P<rank>(?i:{RANK})(?: (?i:of) [A-Z][\w ]{{2,30}})?, )(?:{COURTESY}) [A-Z]")
"""``MARSHAL OF POLAND, Comrade M. SPYCHALSKI``"""
_INITIALLED = compiled(r"(?:[A-Z]\. ?){1,3}[A-Z][\w’'-]+")


def named_below(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``To the Deputy Minister`` and, below it, ``Comrade Schwab``: one man."""
    waiting = heading.addressees or heading.receivers
    office = waiting[-1] if waiting else None
    if office is not None and office.entity == "body":
        return _man_of_body(waiting, office, heading, text, row)
    if office is None or office.entity != "position" or len(row.text) > 60 or row.start - office.end > 3:
        return False
    ranked = _RANKED.match(row.text)
    led = _LED_BY_TO.match(row.text) if heading.receivers and not heading.addressees else None
    if heading.receivers and not heading.addressees and not led and _PASSES_ON.search(office.name):
        return False  # "SOVIET AMBASSADOR" and, below it, for whom: two men
    first = ranked.end("rank") if ranked else led.end() if led else 0
    found = parties(text, row.start + first, row.end)
    if len(found) != 1 or found[0].entity != "person":
        return False
    if not (_TITLED.match(row.text) or ranked or led or _INITIALLED.fullmatch(row.text)):
        return False
    man = Party(found[0].name, "person", office.start, found[0].end, found[0].cover, office.name)
    waiting[-1] = man
    heading.directed = [man if one is office else one for one in heading.directed]
    return True


_OF_BODY = compiled(
    rf"(?:(?:[Tt]o|[Ff]or|[Aa]ttention:?|[Aa]ttn\.?:?) )?(?P<who>(?:(?:[A-ZÀ-Ž][\w-]+ ){{0,3}}{OFFICE.pattern},? )?(?:{COURTESY}|{RANK}) (?:[^\W\d_a-z]\. ?)*[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'.-]+){{0,3}})(?:, (?:[A-Z][\w’'-]+ ){{0,3}}?{OFFICE.pattern}[^.:;\n]{{0,60}})?"
)
"""``Comrade R. A. Ulyanovsky``, ``Deputy Minister Comrade Frigyes Puja`` below the body where he sits"""


def _man_of_body(waiting: list[Party], body: Party, heading: Heading, text: str, row: Row) -> bool:
    """``To the International Department`` and, below it, ``Comrade R. A. Ulyanovsky``: the man there."""
    match = _OF_BODY.fullmatch(row.text) if len(row.text) < 80 and row.start - body.end < 4 else None
    found = parties(text, row.start + match.start("who"), row.end) if match else []
    if len(found) != 1 or found[0].entity != "person" or len(waiting) > 1:
        return False
    man = Party(found[0].name, "person", body.start, found[0].end, found[0].cover, found[0].office or body.name)
    waiting[-1] = man
    heading.directed = [man if one is body else one for one in heading.directed]
    return True


_PASSES_ON = compiled(r"(?i)ambassador|consul|envoy|chargé|attaché|resident|representative|adviser|military")
_LED_BY_TO = compiled(r"to (?=[^\W\d_a-z]{3})")
"""``SOVIET AMBASSADOR`` and, below it, ``to KISELEV``."""
_ESQUIRE = compiled(
    rf"(?:(?:{COURTESY}) )?(?P<who>(?:[^\W\d_a-z]\.\s?)*[^\W\d_a-z][\w’'.-]*(?: [^\W\d_a-z][\w’'.-]*){{0,3}})(?P<esquire>, (?:Esq(?:uire)?\.?|[A-Z]{{2,4}}|C\.M\.G\.|K\.C\.M\.G\.))*,"
)


def block(heading: Heading, text: str, rows: Sequence[Row]) -> int:
    """``C. Smith, Esq.,`` with his office and, last, his town below it: how many lines the address has, or nothing."""
    first = rows[0].text if rows else ""
    match = _ESQUIRE.fullmatch(first) if first.endswith(",") and len(first) < 70 else None
    if match is None or not (
        match["esquire"] or first.startswith(("Shri ", "Mr. ", "Dr. ", "Sir ", "Monsieur ", "Herr "))
    ):
        return 0
    for index, row in enumerate(rows[1:], 2):
        words = row.text.strip(" .,")
        if is_place(words) and not row.text.endswith(","):
            found = [
                one for one in parties(text, rows[0].start, rows[0].start + match.end("who")) if one.entity == "person"
            ]
            if found:
                heading.addressees.extend(found)
                put(heading, "destination", (row.start, row.start + len(words), cased(words)))
            return index if found else 0
        if not row.text.endswith(",") or len(row.text) > 70:
            return 0
    return 0


_TOWN_BEHIND = compiled(r"(?<=[a-z]{3}|[A-Z]{3})\. (?P<place>[A-Z][\w-]+)\.?$")
"""``To Comrade SHTYKOV. Pyongyang.``"""
_RUN_INTO = compiled(r"(?<=[Cc]omrade )(?P<name>(?:[A-Z][\w’'-]+ ){2,3})(?P<place>[A-Z][\w-]+)$")
"""``… Comrade Leonid Ilyich Brezhnev Moscow``: lines run together."""


def addressed(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``To Comrade FILIPPOV``, ``For ZHOU ENLAI or MAO ZEDONG``, ``To KRASOVSKY, for transmission to Comrade MAO``."""
    match = _ADDRESS.fullmatch(row.text)
    if not match or titles.NUMBER.match(match["who"]) or _NOT_ADDRESS.search(match["who"]):
        return False
    if re.fullmatch(FIELD_OF_OFFICE, match["who"]):
        return False  # "THE FEDERAL MINISTER" and, below it, "FOR FOREIGN AFFAIRS"
    if _ONLY_THEN.search(match["who"]):
        return False  # "For Secretary and Minister only. Your B14 and my B22."
    if re.match(r"(?:my|your|the|our)\s+(?:No|telegram|letter)", match["who"]):
        return False
    start = row.start + match.start("who")
    if (shares := with_points(text, start, row.end)) is not None:
        heading.addressees.extend(_led(row, shares))
        return True
    end, also = cut_copies(text, start, row.end)
    heading.copies.extend(also)
    row = row._replace(end=end, text=row.text[: end - row.start])
    if man := man_in_office(heading, text, start, row.end):
        heading.addressees.extend(_led(row, [man]))
        return True
    end = cut_via(heading, text, start, end)
    if (town := _TOWN_BEHIND.search(text, start, end) or _RUN_INTO.search(text, start, end)) and is_place(
        town["place"]
    ):
        put(heading, "destination", (*town.span("place"), cased(town["place"])))
        end = town.start("place") - 1
    if by := _FROM_INSIDE.search(text, start, end):  # "FOR AMBASSADOR BURGER FROM SECRETARY FOURIE"
        writers = [party for party in parties(text, by.end(), end) if party.entity != "place"]
        heading.senders.extend(writers)
        end = by.start() if writers else end
    if only := _ONLY.search(text[start:end]):
        end = start + only.start()
    then = THEN_FOR.search(text, start, end)
    found = parties(text, start, then.start() if then else end)
    if then and found:
        heading.receivers.extend(_led(row, found))
        chain(heading, text, then.end(), end)
        return True
    if not found:
        return False
    if found[0].entity == "place":
        put(heading, "destination", (found[0].start, found[0].end, found[0].name))
        return True
    if found[0].place:
        put(heading, "destination", located(text, found[0], row.end))
    word = match["word"].lower()
    if word != "to":  # "Personally to Comrade ALYOSHIN" too
        heading.meant = True
    if word == "to" and heading.destination and not heading.receivers and found[0].entity == "position":
        heading.receivers.extend(_led(row, found))
        return True
    heading.addressees.extend(_led(row, found))
    if word == "to":
        heading.directed.extend(heading.addressees[-len(found) :])
        heading.listing = "several" if row.text.endswith(",") and len(found) > 1 else heading.listing
    return True


def _led(row: Row, found: list[Party]) -> list[Party]:
    """The first of several parties has the line's first word among its own."""
    return [party.at(row.start, party.end) if index == 0 else party for index, party in enumerate(found)]


def abroad(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``ПЕКИН — Тов. КРАСОВСКОМУ`` and, below it, ``Для тов. МАО ЦЗЭДУНА``."""
    line = scripts.ADDRESS.fullmatch(row.text) if len(row.text) < 110 else None
    if line is None:
        return False
    address = scripts.read(text, row.start + line.start("who"), row.end)
    found = address.parties if address else []
    if not found or (line["place"] and not scripts.is_place(line["place"])):
        return False
    found[0] = found[0].at(row.start, found[0].end)
    if line["place"]:
        at = row.start + line.start("place")
        put(heading, "destination", (at, at + len(line["place"]), cased(line["place"])))
        heading.receivers.extend(found)
        return True
    put(heading, "destination", address.place if address else None)
    heading.addressees.extend(found)
    heading.meant = heading.meant or bool(line["meant"])
    if not line["meant"]:
        heading.directed.extend(found)
    return True


def asked(heading: Heading, text: str, row: Row) -> bool:
    """``Tell Tsedenbal: …`` says for whom a message is; whether the line says no more than that."""
    match = _ASKED.match(row.text)
    if not match or re.search(r"\b(?:that|about)\b", match["who"]):
        return False
    found = parties(text, row.start + match.start("who"), row.start + match.end("who"))
    if not found or found[0].entity not in ("person", "group"):
        return False
    heading.addressees.extend(found)
    heading.meant = True
    return len(row.text) - match.end() < 40 and not row.text.endswith(_ORDERS)


_ORDERS = ("without delay.", "in person.")
"""``Deliver to Comrade Dahl without delay.``: an order, and no mere address."""

"""Lines below a text that say to whom it goes: ``J. Stephen Wall Esq LVO``, ``His Excellency`` and, below it, name and town."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from cablegraph.extraction import address_blocks, signatures
from cablegraph.extraction.address_seats import may_be_place, town_of
from cablegraph.extraction.closing import CLOSING, MAYBE, TEXT, Closing, Foot, Kind
from cablegraph.extraction.lexicon import BODY, COUNTRIES, COURTESY, OFFICE
from cablegraph.extraction.names import Party, cased, is_place, parties
from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled

MAX_ADDRESS = 6
"""Lines that an address below the signature may have."""
ADDRESSEE = compiled(
    rf"(?:(?:The |His Excellency,? ?(?:the )?|Hon(?:orable|ourable)?\.? )|(?:{COURTESY})\s).{{3,90}}|[A-Z][\w., ]+,? Esqs?\b.{{0,60}}|The Secretary of State.{{0,30}}"
)
"""``The Secretary of State``, ``Comrade Berg``: a line that can begin an address."""
_ESQUIRE = compiled(
    r"(?P<who>(?:[A-Z]\. ?){0,3}[A-Z][\w’'. -]{2,40}?),? Esq(?:uire)?\b\.?(?:,? [A-Z][A-Z ,.]{1,20})?,?"
)
_ORDERS = r"(?:[KG]\. ?)?C\. ?(?:B|M\. ?G|V\. ?O|S\. ?I|I\. ?E|H)\.|[OCKM]\. ?B\. ?E\.|[DM]\. ?S\. ?O\.|I\. ?C\. ?S\.|[PQK]\. ?C\.|M\. ?P\."
_DECORATED = compiled(rf"(?P<who>(?:[A-Z]\. ?){{0,3}}[A-Z][\w’'. -]{{2,40}}?)(?:, (?:{_ORDERS}))+,?")
"""``J. Stephen Wall Esq LVO``, ``A. R. Dale, C.M.G.,`` below a signature: to whom the letter goes."""
_AND_SO_ON = compiled(r"(?:&c|[Ee]tc)\b[.,]* ")
"""``&c., &c., &c., Washington.`` below the man whom the letter addresses."""
_HONOURED = compiled(
    r"(?:[Tt]o:? (?:the )?(?:Comrade|Cde\.?|Com\.|Genosse|Mr\.?|Monsieur):?|(?:[Tt]o:? )?(?:His|Her) Excellency|(?:The )?(?:Right )?Honou?rable|The Hon\.|The Rt\.? Hon\.?),?"
)
_TOWN = compiled(r"[A-ZÀ-Ž][\w’'-]{2,}(?: [A-ZÀ-Ž][\w’'-]+)?\.?")
TELLS = compiled(r"(?i)\b(?:is|was|will|has|had|are|made|said|told)\b")
"""A verb: the line is a sentence."""
_ASKS = compiled(r"(?i)\b(?:please|reply|asks?|confirm)\b")
_SAYS_OF = compiled(r"\b(?:the|this|that) \w+ (?:is|was)\b")


def esquire(closing: Closing, foot: Foot) -> Kind | None:
    """``J. Stephen Wall Esq LVO`` below a signature."""
    written = None if foot.signed else _ESQUIRE.fullmatch(foot.row.text) or _DECORATED.fullmatch(foot.row.text)
    if written is None:
        return None
    found = signatures.people(foot.text, foot.row.start, foot.row.start + written.end("who"))
    closing.addressees.extend(found)
    if found and closing.spot:
        closing.destinations.append(closing.spot)
    return MAYBE if found else TEXT


def town(closing: Closing, foot: Foot) -> Kind | None:
    """``LONDON SW1A 2AA``, ``London, S.W.1``"""
    coded = address_blocks.TOWN_AND_CODE.fullmatch(foot.row.text)
    if coded is None or not is_place(coded["town"]):
        return None
    start = foot.row.start
    closing.seat = True
    closing.spot = closing.spot or (start, start + coded.end("town"), cased(coded["town"]))
    return MAYBE


_QUARTER = compiled(r"(?P<town>[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+)?), [^\W\d_a-z][\w’'-]{3,}\.?")
_ATTENTION = compiled(r"(?i)(?:for the )?att(?:n|ention)?\.?(?: of)?:? (?P<who>\S.{3,80})")


def quarter(closing: Closing, foot: Foot) -> Kind | None:
    """``Pyongyang, Moranbong``, ``MOSCOW, Kremlin``: a town and a part of it, alone on a line."""
    match = None if foot.signed else _QUARTER.fullmatch(foot.row.text)
    if match is None or not is_place(match["town"]) or OFFICE.search(foot.row.text) or BODY.search(match["town"]):
        return None
    start = foot.row.start
    closing.seat = True
    closing.spot = closing.spot or (start, start + match.end("town"), cased(match["town"]))
    return MAYBE


def attention(closing: Closing, foot: Foot) -> Kind | None:
    """``att. of Comrade Deputy Minister Dvořák`` in an address below the signature: who of the office is meant."""
    match = None if foot.signed else _ATTENTION.fullmatch(foot.row.text)
    if match is None:
        return None
    at = foot.row.start + match.start("who")
    found = [one for one in parties(foot.text, at, foot.row.end) if one.entity == "person"]
    closing.addressees.extend(found)
    if found and closing.spot:
        closing.destinations.append(closing.spot)
    return MAYBE if found else None


def led_by_to(closing: Closing, foot: Foot) -> Kind | None:
    """``To Comrade Berg``"""
    row, words = foot.row, foot.row.text
    if not words.startswith("To ") or len(words) >= 90 or words.endswith((".", ":")) or _SAYS_OF.search(words):
        return None
    people = [party for party in parties(foot.text, row.start + 3, row.end) if party.entity == "person"]
    closing.addressees.extend(people)
    closing.destinations.extend([closing.spot] if people and closing.spot else [])
    return MAYBE if people else None


def addressee(closing: Closing, foot: Foot) -> Kind | None:
    """``Hon. William H. Seward,`` and ``Secretary of State, Washington, D. C.`` below it."""
    row, words = foot.row, foot.row.text
    if words.startswith(("Cdes", "Comrades ", "CDES")):
        return None  # "Cdes. Lund, Dahl" below a resolution: who voted
    if not ADDRESSEE.fullmatch(words) or len(words) >= 100 or TELLS.search(words):
        return None
    found = [party for party in parties(foot.text, row.start, row.end) if party.entity in ("person", "position")]
    closing.addressees.extend(party for party in found if party.entity == "person")
    if seat := town_of(foot.text, row.start, row.end):
        closing.destinations.append(seat)
    elif closing.spot and found:
        closing.destinations.append(closing.spot)
    return MAYBE


_LEAVE = compiled(r"(?i:yours (?:ever|sincerely|truly|faithfully|fraternally)|with best wishes),?")
_HOUSE = compiled(r"(?i:[\w&’' -]{4,50}\b(?:department|chancery|section|division|secretariat|office)|chancery)\.?")


def signed_by_office(closing: Closing, foot: Foot) -> Kind | None:
    """``Yours ever,`` over ``FAR EASTERN DEPARTMENT``: an office signs, and below it may stand to which mission it writes."""
    house = closing.lines[-1] if closing.lines and not foot.signed and closing.below else None
    if house is None or not _LEAVE.fullmatch(foot.row.text) or not _HOUSE.fullmatch(house.text):
        return None
    name = cased(house.text.rstrip(" ."))
    closing.signatures.append(Party(name, "body", house.start, house.start + len(house.text.rstrip(" ."))))
    below = closing.lines[:-1]
    mission = next((row for row in reversed(below) if _MISSION.fullmatch(row.text)), None)
    if mission is not None:
        words = mission.text.rstrip(" ,.")
        closing.addressees.append(Party(words, "body", mission.start, mission.start + len(words)))
        closing.destinations.extend([closing.spot] if closing.spot else [])
    return CLOSING


_MISSION = compiled(
    r"(?i:[\w’' -]{3,40}\b(?:embassy|high commission|legation|mission|delegation|consulate(?:-general)?)|(?:foreign|commonwealth relations) office)[,.]?"
)
_OFFICE_FIRST = compiled(
    rf"(?:(?:First|General|Deputy|Prime|Foreign|Acting|Vice|Permanent|Under|Assistant|Chief)[ -])*{OFFICE.pattern}"
)


def office(closing: Closing, foot: Foot) -> Kind | None:
    """``Secretary of State, Washington, D. C.``: an office, a body or a place, with the seat it names."""
    words, row = foot.row.text, foot.row
    and_so_on = _AND_SO_ON.match(words)
    if len(words) >= (120 if _OFFICE_FIRST.match(words) else 60) or not (
        OFFICE.search(words) or OFFICE.search(words.title()) or is_place(words) or BODY.search(words) or and_so_on
    ):
        return None
    if TELLS.search(words) or _ASKS.search(words):
        return None
    seat = town_of(foot.text, row.start, row.end)
    if seat and (and_so_on or OFFICE.search(words[: seat[0] - row.start])):
        closing.spot = closing.spot or seat
    return MAYBE


def honoured_below(closing: Closing, text: str, tail: list[Row]) -> list[Row]:
    """``His Excellency`` alone below the signature, and under it name, office and town: to whom the letter goes."""
    if len(tail) > 2 and (man := _honoured_at(closing, text, tail[-2], tail[-1])):
        closing.rows += 2
        closing.addressees.append(man)
        return tail[:-2]
    place = next((at for at in range(len(tail) - 2, 0, -1) if _HONOURED.fullmatch(tail[at].text)), 0)
    below = tail[place + 1 :]
    if not place or len(below) > MAX_ADDRESS or any(len(row.text) > 70 or row.text.endswith(":") for row in below):
        return tail
    found = [one for one in parties(text, below[0].start, below[0].end) if one.entity in ("person", "position")]
    if len(found) != 1:
        return tail
    closing.addressees.extend(one for one in found if one.entity == "person")
    coded = address_blocks.TOWN_AND_CODE.fullmatch(below[-1].text)
    last = coded["town"] if coded else below[-1].text.rstrip(" .")
    if len(below) > 1 and is_place(last):
        closing.destinations.append((below[-1].start, below[-1].start + len(last), cased(last)))
    elif seat := town_of(text, below[-1].start, below[-1].end):
        closing.destinations.append(seat)
    closing.rows += len(tail) - place
    return tail[:place]


def named_below(closing: Closing, text: str, tail: list[Row]) -> list[Row]:
    """A man, what he is and his town, right below the signature: ``A. N. Kosygin``, ``Chairman of …``, ``Moscow``."""
    for at in range(1, len(tail) - 2):
        name, what, town_row = tail[at : at + 3]
        town_alone = town_row.text.rstrip(" .")
        rest = tail[at + 3 :]
        if not (is_place(town_alone) and town_alone not in COUNTRIES) or any(row.text[:1] not in "([" for row in rest):
            continue
        office = OFFICE.match(what.text) and not TELLS.search(what.text) and len(what.text) < _LONGEST
        signs = signatures.signature(text, tail[at - 1], 0, frozenset())
        if not office or len(signs) != 1 or not _FULL_NAME.fullmatch(name.text):
            continue
        found = signatures.people(text, name.start, name.end)
        if len(found) == 1 and found[0].surname != signs[0].surname:
            closing.addressees.extend(found)
            closing.destinations.append((town_row.start, town_row.start + len(town_alone), cased(town_alone)))
            closing.rows += len(tail) - at
            return tail[:at]
    return tail


_LONGEST = 90
_FULL_NAME = compiled(r"(?:(?:Mr|Dr|Mrs)\.? )?(?:[A-ZÀ-Ž]\. ?|[A-ZÀ-Ž][\w’'-]+ ){1,3}[A-ZÀ-Ž][\w’'-]+,?")


def _honoured_at(closing: Closing, text: str, row: Row, below: Row) -> Party | None:
    """``His Excellency President Dahl`` and, last of all, ``Brioni``: to whom a letter goes, and where he is."""
    match = _HONOURED.match(row.text)
    town = below.text.rstrip(" .")
    if match is None or len(row.text) > 100 or row.text[-1] in ".:" or not _TOWN.fullmatch(below.text):
        return None
    found = signatures.people(text, row.start + match.end(), row.end)
    if len(found) != 1 or any(one.name.split()[-1] == town for one in found):
        return None
    if not is_place(town) and not may_be_place(town):
        return None
    closing.destinations.append((below.start, below.start + len(town), cased(town)))
    return found[0]

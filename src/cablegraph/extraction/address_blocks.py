"""Addresses that fill a line, or lines: ``Mr. Pak Hen Yen, Minister of Foreign Affairs, Pyongyang``, a letterhead's street and town."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from cablegraph.extraction.datelines import PROSE
from cablegraph.extraction.lexicon import COUNTRIES, COURTESY, DATE_LIKE, OFFICE, RANK
from cablegraph.extraction.names import Party, cased, is_place, parties
from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled

if TYPE_CHECKING:
    from cablegraph import dates
    from cablegraph.extraction.heading import Heading

_POLITE: Final = compiled(rf"(?i:{COURTESY}|{RANK}|H\.? ?E\.?)\.?,? (?=[^\W\d_])")
STREET: Final = compiled(
    r"(?i)\b(?:street|avenue|boulevard|square|plaza|\w+platz|\w*stra(?:ss|ß)e|\w+gasse|rue|quai|viale|calle|avenida|rua|ulitsa|utca|p\. ?o\. ?box|postfach|palais des nations)\b"
)
"""A word of a street's name, or a box at the post office."""
_POSTCODE: Final = compiled(r"\b(?:[A-Z]{1,2}-)?\d{4,5}\s(?=[A-Z])")
TOWN_AND_CODE: Final = compiled(
    r"(?P<town>[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+)?),? (?:[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}|(?:[SNEW]\.?){1,2}(?:C\.?)?\s?\d{1,2}|D\. ?[CF]\.?|(?:D\.? ?C\.?|N\. ?Y\.?),? \d{5})\.?"
)
"""``LONDON SW1A 2AA``, ``London, S.W.1``"""
_HOUSE: Final = compiled(r"\d{1,4}[A-Za-z]?,? [A-Z][\w’'. -]{3,50}")
"""``10 DOWNING STREET`` at the head of a letter."""
_ADDRESS_LINES: Final = 3
"""Lines between a name and its town."""


def whole(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``MR PAK HEN YEN, MINISTER OF FOREIGN AFFAIRS, PYONGYANG``: name, office and town of the addressee in one line."""
    words = row.text
    if words.count(",") < 1 or len(words) > 200 or words.endswith((",", ":", "!", "?")) or not _POLITE.match(words):
        return False
    if PROSE.search(words) or any(char.isdigit() for char in words):
        return False
    found = parties(text, row.start, row.end)
    if len(found) != 1 or found[0].entity != "person" or not found[0].office:
        return False
    town = words.rpartition(",")[2].strip(" .")
    if not is_place(town) or cased(town) in COUNTRIES:
        return False
    at = row.start + words.rindex(town)
    put_address(heading, found[0], (at, at + len(town), cased(town)))
    return True


_RUN_ON: Final = compiled(
    rf"(?:To )?(?:(?i:{COURTESY}|{RANK}) )+(?P<name>(?:[^\W\d_a-z][\w’'.-]+ ){{1,4}}?)(?={OFFICE.pattern})[^,;:!?]{{4,120}}? (?P<town>[^\W\d_a-z][\w-]+(?: [^\W\d_a-z][\w-]+)?)"
)


def run_on(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``Comrade Berg Premier of the Council of Norway Oslo``: an address whose lines were run together without a comma."""
    match = _RUN_ON.fullmatch(row.text) if len(row.text) < 180 and not heading.addressees else None
    if match is None or not heading.dates or PROSE.search(row.text):
        return False
    words = match["town"] if is_place(match["town"]) else match["town"].split()[-1]
    if not is_place(words) or cased(words) in COUNTRIES:
        return False
    name, at = match["name"].strip(), row.start + match.start("name")
    town = row.end - len(words)
    put_address(heading, Party(cased(name), "person", at, at + len(name)), (town, row.end, cased(words)))
    return True


def put_address(heading: Heading, man: Party, spot: tuple[int, int, str]) -> None:
    """The place that stood alone under the letterhead is where it was written, once an address says where it goes."""
    if heading.destination and not (heading.addressees or heading.receivers):
        heading.origin = heading.origin or heading.destination
        heading.destination = None
    heading.addressees.append(man)
    heading.destination = heading.destination or spot


_COMRADE: Final = compiled(
    r"(?:Comrade|COMRADE|Cde\.?|CDE\.?|Com\.|Comr\.?|COMR\.?|Tov\.|Tow\.|Soudruh|Genosse|Drug) [^\W\d_a-z][\w’'. -]{2,45}[\w’']"
)


def man_and_office(heading: Heading, text: str, rows: Sequence[Row]) -> int:
    """``Comrade Corneliu Mănescu`` and, below it, what he is, in a telegram's head: how many lines, or nothing."""
    telegram = heading.form is not None and heading.form.slug in ("telegram", "ciphered-telegram")
    if (
        not telegram
        or heading.addressees
        or heading.receivers
        or heading.listing not in ("", "beside")
        or len(rows) < 3
    ):
        return 0
    office = rows[1].text
    if _COMRADE.fullmatch(rows[0].text) and heading.dates:
        return _comrades(heading, text, rows)
    if not _COMRADE.fullmatch(rows[0].text) or len(office) > 90 or office[-1] in ".:!?" or PROSE.search(office):
        return 0
    man = [one for one in parties(text, rows[0].start, rows[0].end) if one.entity == "person"]
    if len(man) != 1 or not OFFICE.match(office):
        return 0
    heading.addressees.extend(man)
    return 2


def _comrades(heading: Heading, text: str, rows: Sequence[Row]) -> int:
    """``Comrade Petar Mladenov`` and, below him, ``Comrade Dimitar Stanishev``, each with or without what he is."""
    count = 0
    for row in rows:
        man = [one for one in parties(text, row.start, row.end) if one.entity == "person"]
        if _COMRADE.fullmatch(row.text) and len(man) == 1:
            heading.addressees.extend(man)
        elif not (OFFICE.match(row.text) and len(row.text) < 90 and row.text[-1] not in ".:!?"):
            break
        count += 1
    return count


def letterhead(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``WAGRAMERSTRASSE 5, P.O. BOX 100, A-1400 VIENNA`` under a body's name: where the body sits."""
    words = row.text
    if len(words) > 120:
        return False
    if coded := TOWN_AND_CODE.fullmatch(words):
        if heading.rows < _ADDRESS_LINES + 2 and is_place(coded["town"]) and heading.seat is None:
            heading.seat = (row.start, row.start + coded.end("town"), cased(coded["town"]))
            return True
        return False
    if not STREET.search(words):
        return False
    if not heading.letterhead:
        return bool(_HOUSE.fullmatch(words)) and not heading.dates
    if PROSE.search(words) or DATE_LIKE.search(words):
        return False
    for piece in reversed(list(re.finditer(r"[^,;|]+", words))):
        code = _POSTCODE.search(piece[0])
        town = (piece[0][code.end() :] if code else piece[0]).strip(" .")
        town = re.sub(r"\s\d{1,2}$", "", town)
        if is_place(town) and cased(town) not in COUNTRIES:
            at = row.start + piece.start() + piece[0].index(town)
            heading.seat = heading.seat or (at, at + len(town), cased(town))
            return True
    return False


CENTRE: Final = compiled(
    r"(?:CC (?:OF THE )?[A-Z]{2,5}|[A-Z]{2,5} CC|CENTRAL COMMITTEE(?: OF THE [A-Z ]{3,60})?|COUNCIL OF MINISTERS OF THE [A-Z ]{3,40}|ЦК [А-Я]{2,5})"
)


def to_centre(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``CC CPSU`` alone below the letterhead of another body, its day and its number: to whom that body reports."""
    if heading.addressees or not heading.letterhead or heading.after_letterhead or not CENTRE.fullmatch(row.text):
        return False
    if not (heading.dates or heading.grades):
        return False
    heading.addressees.append(Party(row.text, "body", row.start, row.end))
    return True


_TO_FROM: Final = compiled(
    r"(?P<meant>(?:For|FOR) (?:the |THE )?)?(?P<to>[^\W\d_a-z][\w’'.,\[\] -]{2,80}?)(?:,?\s?\[?\d{1,2}\]?)?(?:,? (?:from|FROM)|\. From) (?P<by>[^\W\d_a-z][\w’'. -]{2,40}?)(?:\s?\[?\d{1,2}\]?)?\.?"
)


_FOR_HIS_EYES: Final = compiled(
    r"(?P<to>[^\W\d_a-z][\w’'. -]{2,40}?)(?:\s?\[?\d{1,2}\]?)?\s?[-–—,]\s?(?i:eyes only|for (?:his|your|her) eyes only|personal(?:ly)?|only to (?:his|her) own hands|to (?:his|her) own hands)\.?"
)


def for_his_eyes(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``MORSKI - EYES ONLY`` in the head of a telegram: for whom it is."""
    telegram = heading.form is not None and heading.form.slug in ("telegram", "ciphered-telegram")
    match = _FOR_HIS_EYES.fullmatch(row.text) if telegram and len(row.text) < 80 else None
    if match is None or heading.addressees or heading.receivers:
        return False
    found = [one for one in parties(text, row.start, row.start + match.end("to")) if one.entity == "person"]
    heading.addressees.extend(found)
    return bool(found)


def to_from(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``SPASOWSKI,1 from MANELI`` in the head of a telegram: for whom it is, and who sent it."""
    telegram = heading.form is not None and heading.form.slug in ("telegram", "ciphered-telegram")
    telegram = telegram or (heading.origin is not None and heading.destination is not None)
    match = _TO_FROM.fullmatch(row.text) if telegram and len(row.text) < 120 else None
    named = [one for one in (*heading.addressees, *heading.receivers) if one.entity != "body"]
    if match is None or named or PROSE.search(row.text):
        return False
    to, by = ([(row.start + match.start(role)), (row.start + match.end(role))] for role in ("to", "by"))
    found, senders = parties(text, *to), parties(text, *by)
    if len(senders) != 1 or any(one.entity in ("place", "group") for one in (*found, *senders)):
        return False
    if len(found) != 1 and not all(one.entity == "person" for one in found):
        return False
    heading.addressees[:] = found  # the cable address before them is where it goes
    heading.meant = heading.meant or match["meant"] is not None
    heading.senders.extend([] if heading.senders and senders[0].entity == "position" else senders)
    return bool(found)


_OPENS_FROM: Final = compiled(
    r"(?:(?:TOP |MOST )?[A-Z]{4,14}\. )?(?:FOR )?(?P<to>[^\W\d_a-z]{3,}(?: [^\W\d_a-z.]+)?) FROM (?P<by>[^\W\d_a-z]{3,}(?: [^\W\d_a-z.]+)?)\.(?:\s|$)"
)


def opens_from(heading: Heading, text: str, row: Row) -> bool:
    """``KAUL FROM KEWAL SINGH. Your 311 …``: the first words of a telegram's text, in capitals, say whose it is."""
    match = _OPENS_FROM.match(row.text) if heading.origin or heading.destination or heading.form else None
    if match is None or any(one.entity == "person" for one in heading.addressees):
        return False
    to, by = (parties(text, row.start + match.start(role), row.start + match.end(role)) for role in ("to", "by"))
    if [one.entity for one in (*to, *by)] != ["person", "person"]:
        return False
    heading.receivers.extend(one for one in heading.addressees if one.entity == "body")
    heading.addressees[:] = to
    heading.senders[:] = by
    return True


_FOR_ANOTHER: Final = compiled(r"(?P<to>[^\W\d_a-z]{4,}) (?:for|FOR) (?P<whom>[^\W\d_a-z]{4,})\.?")


def for_another(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``MICHAŁOWSKI for RAPACKI`` in a telegram's head: who gets it, and for whom it is."""
    telegram = heading.form is not None and heading.form.slug in ("telegram", "ciphered-telegram")
    match = _FOR_ANOTHER.fullmatch(row.text) if telegram and len(row.text) < 60 else None
    if match is None or heading.addressees or heading.receivers:
        return False
    to, whom = (parties(text, row.start + match.start(role), row.start + match.end(role)) for role in ("to", "whom"))
    if [one.entity for one in (*to, *whom)] != ["person", "person"]:
        return False
    heading.receivers.extend(to)
    heading.addressees.extend(whom)
    heading.meant = True
    return True


_NOTED: Final = compiled(
    r"(?P<name>[^\W\d_a-z]{4,}(?:[- ][^\W\d_a-z]{3,})?),?\[?(?P<mark>\d{1,2})\]?(?:[,.;]? (?:EYES ONLY|URGENT|VERY URGENT|IMMEDIATE|FLASH|PERSONAL|SECRET))?\.?"
)


def noted(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``SPASOWSKI1`` alone in a telegram's head, and below it ``1 Romuald Spasowski, Deputy Minister``: the addressee."""
    match = _NOTED.fullmatch(row.text) if len(row.text) < 40 else None
    telegram = heading.form is not None and heading.form.slug in ("telegram", "ciphered-telegram")
    if match is None or not telegram or not heading.origin or heading.addressees or heading.receivers:
        return False
    note = compiled(rf"(?m)^\[?{match['mark']}\]?\.?\s+(?P<who>[^\W\d_][^\n,.;:()]{{3,50}})").search(text, row.end)
    found = parties(text, *note.span("who")) if note else []
    if len(found) != 1 or found[0].entity != "person" or found[0].surname != match["name"].split()[-1].lower():
        return False
    end = row.start + match.end("name")
    heading.addressees.append(Party(found[0].name, "person", row.start, end))
    return True

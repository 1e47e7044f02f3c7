"""Whom a letter greets, and what the first line of a text says of its reader: ``Dear Bertoldo, …``, ``Tell Tsedenbal: …``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re

from cablegraph import dates
from cablegraph.extraction import addresses
from cablegraph.extraction.datelines import PROSE, find
from cablegraph.extraction.heading import Heading
from cablegraph.extraction.lexicon import DATE_LIKE
from cablegraph.extraction.names import Party, cased, is_place, parties
from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled

_SALUTATION = compiled(
    r"(?:(?:(?:My )?[Dd]ear|(?P<abroad>(?:Sehr )?[Gg]eehrter?|Lieber?|Werter?|Verehrter?|Chers?|Ch[eè]re|Monsieur|Querid[oa]s?|Estimad[oa]s?|Drogi|Szanowny|Vážený|Milý|Stimate|Уважаемый|Дорогой|Многоуважаемый)|Comrades?|Esteemed|Respected|Honou?red|Highly esteemed|Your Excellency|Mr\.?|Sirs?|SIRS?|Gentlemen|Madam|Friends?)\b|(?:Comr?|Mr)\.(?= ))(?P<who>(?:[^.!?:]|(?<=\bMr)\.|(?<=\bDr)\.){0,80})[!:,;—–-]+"
    r"|[A-Z][a-z]+ [A-Z][a-z]+(?:[eo]vich|ich|[eo]vna|ichna)[,!]|(?:Dear )?Comrades? (?:[A-ZÀ-Ž]{2,}[ -]?){1,3}\."
    r"|(?P<regard>(?i:(?:deeply|highly|most) (?:respected|esteemed)(?: comrade)?)) (?:[A-ZÀ-Ž][\w’'.-]+ ?){1,4}[.!:,]"
)
_GREETING = compiled(
    r"[\"“«]?(?:(?:My )?[Dd]ear(?: Comrades?| friend)?|Comrades?|Cde\.?|Comr?\.|Esteemed(?: Comrade)?|Respected(?: Comrade)?|Honou?red(?: Comrade)?)\s+"
    r"(?P<who>[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,4})\s?[!:,;—–-]+\s"
)
_GREETED_BY_STOP = compiled(
    r"[\"“«]?(?:(?:My )?[Dd]ear|Esteemed|Respected|Honou?red) (?:Comrade|General|President|Chairman|Mr\.?|Minister|Friend) (?P<who>[A-Z][\w’'-]*(?:\.? [A-Z][\w’'-]*){0,3})\. (?=[A-Z])"
)
"""``Dear Comrade Novotný. The Directorate …``"""
_HAN_GREETING = compiled(
    r"(?P<who>[一-鿿·]{2,8}?)(?P<honour>同志|主席|总理|大使|部长|先生|閣下|同志们)?(?:并.{2,20})?[：:]"
)
_TO_PLACE = compiled(
    r"(?:To|For) (?P<who>(?:Comrade |Cde\.? )?[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,2}), (?P<place>[A-Z][\w-]+)\. (?=[A-Z])"
)
_TO_HOLDER = compiled(r"[\"“«]?To (?P<who>[A-Z][^.:;,\n]{3,60})\. (?=[A-Z])")


_INFORMED = compiled(
    r"[;,] (?:and |also |and also )?(?:info(?:rm(?:ing)?)?|inform:|cc|copied to|copy to|copies to) (?:the )?(?=[A-Z])"
)
_REPORTED_TO = compiled(r",? and (?:to )?(?:also )?(?:report|reported|submit|forward|pass on) to (?=the |[A-Z])")


def collective(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``Chairman [Mao Zedong], Comrade [Liu] Shaoqi and the Central Committee:``"""
    if not row.text.endswith(":") or len(row.text) > 150 or PROSE.search(row.text):
        return False
    if not re.search(r",|;| and | or ", row.text):
        return False
    also = _INFORMED.search(row.text)
    if also:  # "Peng [Dehuai] and Deng [Hua]; info Gao [Gang]:"
        heading.copies.extend(one for one in parties(text, row.start + also.end(), row.end) if one.entity != "place")
        row = Row(row.start, row.start + also.start(), row.text[: also.start()])
    onward = _REPORTED_TO.search(row.text)  # "Chairman, Comrade Liu Shaoqi and report to the Central Committee:"
    found = parties(text, row.start, row.start + onward.start() if onward else row.end)
    if onward and found:
        found += parties(text, row.start + onward.end(), row.end)
    covered = sum(party.end - party.start for party in found)
    if also and [one.entity for one in found] == ["body"]:
        heading.addressees.extend(found)  # "Ministry of Foreign Affairs; copied to the Ministry of Trade:"
        return True
    if len(found) < 2 or not any(party.entity == "person" for party in found) or covered < len(row.text) * 0.6:
        return False
    heading.addressees.extend(found)
    return True


def saluted(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``Dear Comrade Berg!`` on a line of its own: whom the letter greets, and where its salutation stands."""
    if (han := _HAN_GREETING.match(row.text)) and (han["honour"] or han.end() == len(row.text)):
        at = row.start + han.start("who")
        heading.greeted.append(Party(han["who"], "person", at, at + len(han["who"])))
        heading.saluted = (row.start, row.start + han.end())
        return len(row.text) - han.end() < 2
    greeting = _SALUTATION.fullmatch(row.text) if len(row.text) < 90 else None
    if greeting is None:
        return False
    lead = next((name for name in ("abroad", "regard") if greeting[name]), None)
    at = row.start + (greeting.end(lead) if lead else 0)  # "Lieber Genosse Schneidewind!"
    found = [party for party in parties(text, at, row.end) if party.entity == "person"]
    heading.greeted.extend(party for party in found if party.name not in _OFFICES)
    heading.saluted = (row.start, row.end)
    return True


_OFFICES = frozenset({"Chancery", "Department", "Registry", "Secretariat", "Mission", "Embassy"})
"""``Dear Chancery,``: offices greet each other as men do."""
_INLINE_DATELINE = compiled(
    rf"(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?), (?:the )?{DATE_LIKE.pattern}(?=[.:,—–-]|\s)"
)


def opening(heading: Heading, text: str, row: Row, order: dates.Order | None) -> bool:
    """``Tell Tsedenbal: …`` or ``Dear Bertoldo, …`` at the head of the text says for whom it is; the line is text."""
    if greeting := _GREETING.match(row.text) or _GREETED_BY_STOP.match(row.text):
        found = parties(text, row.start + greeting.start("who"), row.start + greeting.end("who"))
        heading.greeted.extend(party for party in found if party.entity == "person")
        heading.saluted = (row.start + greeting.start(), row.start + greeting.end())
    if (dateline := _INLINE_DATELINE.match(row.text)) and heading.origin is None and is_place(dateline["place"]):
        at = row.start + dateline.start("place")
        heading.origin = (at, at + len(dateline["place"]), cased(dateline["place"]))
        heading.dates.extend(find(text, row.start + dateline.end("place"), row.start + dateline.end(), order, "sent"))
    if (address := _TO_PLACE.match(row.text)) and is_place(address["place"]):
        heading.addressees.extend(parties(text, row.start + address.start("who"), row.start + address.end("who")))
        at = row.start + address.start("place")
        heading.destination = heading.destination or (at, at + len(address["place"]), cased(address["place"]))
    elif holder := _TO_HOLDER.match(row.text):  # "To Deputy Minister Dahl. Of the three tugs …"
        found = parties(text, row.start + holder.start("who"), row.start + holder.end("who"))
        titled = len(found) == 1 and found[0].entity == "person" and found[0].name != holder["who"]
        heading.addressees.extend(found if titled else ())
    return addresses.asked(heading, text, row)

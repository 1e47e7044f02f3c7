"""Posts by their cable address: ``FROM INDEMBASSY PEKING``, ``TO SECRETARY FOR FOREIGN AFFAIRS PRETORIA``, ``Italdiplo Bonn``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from cablegraph.extraction import name_lists
from cablegraph.extraction.lexicon import BODY, COUNTRIES, OFFICE
from cablegraph.extraction.names import Party, cased, is_place, parties
from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled

if TYPE_CHECKING:
    from cablegraph import dates
    from cablegraph.extraction.heading import Heading

_NATION: Final = r"am|us|brit|ind|swed|norw?|dan|fin|ital|aust|can|pak|arg|ecuad|legat|czech|pol|rom|hung?|bulg|jugo|turk|greek?|belgo|holl|neth|amba|emba|diplo|fran|iran|cuba|brasil|mex|suisse|indo|phil|thai|egypt|tunis|irish|sov|alb|yug|mong|viet|lao|burm|ceyl|nep|isr|syr|alg|ghan|nig|eth|port|colom|venez|chil|peru|pan|rsa|rou"
_MISSION: Final = r"emb(?:assy)?|nations?|diplo|rap(?:pr)?|mission|consul(?:ate)?|congen|legation|del(?:egation)?|emba|france|ger|bel|suisse"
ADDRESS: Final = rf"(?:(?i:(?:{_NATION})(?:{_MISSION}))|(?i:(?:bras|mex|chil|cuba|peru|embra)emb|emba(?:mex|arg|bras|chile|cuba|peru|ven|col|espa|ecu|uru|bol|pan|por))|UKDEL|UKMIS|UKREP|HICOMIND|PERMREP|ONUC|ONUCA|ONUSAL|ONUMOZ|UNEF|UNFICYP|UNTSO|UNOGIL|UNMOGIP|UNIFIL|UNDOF|UNYOM|UNTEA|UNAVEM|UNTAG|UNTAC|UNPROFOR|UNOSOM|UNAMIR|UNIKOM|USUN|UNATIONS|SECSTATE|AMEMB|EXTERIORES|SECEXTERN)(?!\w)"
"""A mission's name in one word, as telegraph offices knew it."""
_WITH_TOWN: Final = compiled(rf"{ADDRESS}(?: [A-Z][\w’'-]+){{0,2}}")
_OFFICE_AND_TOWN: Final = tuple(
    compiled(rf"(?P<who>[A-Z][A-Z .'()-]{{3,60}}?),? (?P<place>{town})\s*")
    for town in (r"[A-Z][A-Z.'-]+ [A-Z][A-Z.'-]+", r"[A-Z][A-Z.'-]+")
)
_HEAD: Final = compiled(r"(?P<role>FROM|TO) (?P<who>[A-Z][A-Z .,'()-]{4,70}?)\.?")


class Seated(NamedTuple):
    """Who sits at a post, and where: a body or an office, and the span and name of its town."""

    party: Party
    place: tuple[int, int, str]


@lru_cache(maxsize=16384)
def is_address(words: str) -> bool:
    """Whether words are a mission by its cable address, with or without its town: ``Swedembassy Moscow``."""
    return _WITH_TOWN.fullmatch(words) is not None


_OF_STATE: Final = compiled(
    r"(?:the )?(?:(?:US |U\.S\. )?Secretary of State|(?:US |U\.S\. )?(?:State Department|Department of State))",
    re.IGNORECASE,
)


def in_full(body: Party, named: Party) -> bool:
    """Whether a title names a body in full: of ``SECSTATE WASHDC`` the Secretary of State, of ``AMEMBASSY ROME`` the Embassy."""
    if body.name.startswith("SECSTATE"):
        return _OF_STATE.fullmatch(named.name) is not None
    if named.entity != "body" or named.name == body.name:
        return False
    if body.name.isupper() and body.name.replace(".", "") == "".join(re.findall(r"\b[A-Z]", named.name)):
        return len(body.name) > 2  # "FCO" of the Foreign and Commonwealth Office
    if abbreviates(body, named):
        return True
    _, _, town = body.name.partition(" ")
    by_town = bool(town) and is_address(body.name) and named.name.endswith(f" {cased(town)}")
    return by_town or named.name.endswith(f" {body.name}")


def abbreviates(short: Party, named: Party) -> bool:
    """``CC of the CPSU`` of the Central Committee of the Communist Party of the Soviet Union."""
    words = [word for word in short.name.split() if word.lower() not in ("of", "the")]
    if short.entity != "body" or not all(_ACRONYM.fullmatch(word) for word in words):
        return False
    return len(words) > 1 and "".join(words) == "".join(re.findall(r"(?<![\w’'])[A-ZÀ-Ž]", named.name))


_ACRONYM = compiled(r"[A-ZÀ-Ž]{2,7}")


def seated(text: str, start: int, end: int) -> Seated | None:
    """``SECRETARY FOR FOREIGN AFFAIRS PRETORIA`` in capitals: the office, and its town behind it without a comma."""
    for pattern in _OFFICE_AND_TOWN:
        match = pattern.fullmatch(text, start, end)
        if match is None or not is_place(match["place"]) or cased(match["place"]) in COUNTRIES:
            continue
        who = match["who"].strip(" ,").removeprefix("THE ").removesuffix(" IN").removesuffix(" AT")
        one_word = re.fullmatch(r"[A-Z]{5,}", who) is not None
        if one_word and "," in match[0] and not is_address(who) and who.lower() not in name_lists.words().common:
            continue  # "HAMMARSKJOLD, NEW DELHI": a man
        office = bool(OFFICE.search(who.title()))
        if not (one_word or office or BODY.search(who)) or is_place(who):
            continue
        first = text.index(who, match.start("who"))
        last = first + len(who)
        name = cased(who) if office else who
        party = Party(name, "position" if office else "body", first, last)
        return Seated(party, (*match.span("place"), cased(match["place"])))
    return None


_MAN_AT_POST: Final = compiled(
    rf"(?P<man>[A-Z][\w’'. -]{{2,40}}), {ADDRESS},? (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)\s*"
)


def man_at(text: str, start: int, end: int) -> Seated | None:
    """``CORDIER, UNATIONS NEW YORK``: a man, or who holds an office, at a mission, and its town."""
    match = _MAN_AT_POST.fullmatch(text, start, end)
    found = parties(text, *match.span("man")) if match and is_place(match["place"]) else []
    if match is None or len(found) != 1 or found[0].entity not in ("person", "position"):
        return None
    return Seated(found[0], (*match.span("place"), cased(match["place"])))


def headed(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``FROM INDEMBASSY PEKING`` and, below it, ``TO FOREIGN NEW DELHI``."""
    match = _HEAD.fullmatch(row.text) if row.text.startswith(("FROM ", "TO ")) else None
    found = seated(text, row.start + match.start("who"), row.start + match.end("who")) if match else None
    if match is None or found is None or " TO " in match["who"]:
        return False
    role, into = ("origin", heading.senders) if match["role"] == "FROM" else ("destination", heading.addressees)
    into.append(found.party)
    if getattr(heading, role) is None:
        setattr(heading, role, found.place)
    return True

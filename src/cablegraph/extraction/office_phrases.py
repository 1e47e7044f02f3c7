"""Phrases that name an office or a body, and its holder behind it: ``Soviet Ambassador to Cuba A.I. Alekseev``."""

from __future__ import annotations

import re
from typing import Final

from cablegraph.extraction import name_lists
from cablegraph.extraction.casing import cased
from cablegraph.extraction.lexicon import BODY, COUNTRIES, NAMES_TOO, OFFICE, PLACES
from cablegraph.extraction.name_words import NATION, WORD, is_name, is_place, untitled
from cablegraph.patterns import compiled

Named = tuple[str, str, str, str, str]
"""Name, entity, cover name, office and place of a phrase."""
_OBJECT = frozenset({
    "state", "war", "navy", "treasury", "affairs", "finance", "trade", "defense", "defence", "interior",
    "staff", "security", "commerce", "agriculture", "justice", "republic", "relations", "culture", "industry",
    "deputies", "soviet", "ministers", "foreign", "special", "mission", "general", "acting", "first", "second",
    "third", "vice", "deputy", "party", "people's", "peoples", "council", "railway", "experts", "central",
    "committee", "union", "temporarily", "in", "charge", "resident", "plenipotentiary", "extraordinary", "designate",
    "force", "fleet", "corps", "squadron", "brigade", "garrison", "constabulary", "militia", "logistics", "personnel",
    "pro", "tempore", "states", "provinces", "empire", "kingdom", "confederation",
})  # fmt: skip
_SUBJECTS = frozenset({
    "intelligence", "operations", "research", "control", "planning", "plans", "policy", "studies", "protocol", "press",
    "information", "propaganda", "education", "health", "labor", "labour", "energy", "aviation", "posts", "telegraphs",
    "railways", "economy", "development", "cooperation", "co-operation", "purpose", "services", "machinery", "forces",
    "engineering", "shipping", "fisheries", "forestry", "worship", "police", "archives", "reconstruction", "supply",
    "supplies", "procurement", "armaments", "production", "construction", "communications", "transport", "works",
    "transportation", "farms", "marine", "colonies", "group", "project", "programme", "program", "aid", "liaison",
    "rehabilitation",
})  # fmt: skip


def is_subject(word: str) -> bool:
    """Whether a word is what an office is for, and no name: ``Director of Central Intelligence``."""
    return word.lower().strip(".") in _SUBJECTS


_JOINTS = frozenset({"OF", "THE", "IN", "AT", "TO", "FOR", "AND", "ON"})
"""Words that belong to an office in capitals: ``LEGATION OF THE UNITED STATES``."""
_ACRONYM = compiled(r"[A-Z]{2,5}[a-z]?")
"""``CPCz``, ``VKP``: behind ``Presidium of the CC`` a party, and no man."""


_UNDER = compiled(r"^(?:Vice|Deputy|Under|Sub|Ex|VICE|DEPUTY)-(?=[A-Z])")
"""``Vice-Minister``"""
_COURTEOUS = compiled(
    r"^(?:(?i:comrades?|cde\.?|tov\.|mr\.?|mrs\.?|messrs\.?|monsieur|m\.|herr|genosse|towarzysz\w*|tow\.|esteemed"
    r"|respected|honou?rable|dear|the),? )+(?=\S)"
)
"""``Comrade`` before an office: ``Comrade Foreign Minister Berg``."""
_TELLS = compiled(
    r"\b(?:IS|ARE|WAS|WERE|HAS|HAVE|is|are|was|were|has|have|had|will|would|shall|cannot|that|which|asks?|asked|says|said|expects?|believes?|meets|informs?|informed|received|stated|replied|requests|desires|thinks|wishes|came|went|saw|called|told|visited|left|arrived|sent|gave|spoke|wrote|[Tt]oday|[Yy]esterday)\b"
    r"|(?<![\w’'-])(?!dept|asst|govt)[a-z][\w’'-]{3,}\.\s|\s\.\s"
)
"""``Party line is reflected below. KENNAN``: a sentence, which names no office."""


_CALLED = frozenset({"Comrade", "Cde.", "Com.", "Comr."})


def office_or_holder(words: str) -> Named | None:
    """``Soviet Ambassador to Cuba A.I. Alekseev`` gives the man; ``Secretary of State`` only the office."""
    if _TELLS.search(words):
        return None
    if BODY.fullmatch(words):
        return cased(words), "body", "", "", ""  # "White House"
    if holder := _at_post(words):
        return holder
    tokens = words.split()
    cut = len(tokens)
    while cut > 0:
        token = tokens[cut - 1].strip(",")
        if (
            token in _JOINTS
            or not WORD.fullmatch(token)
            or (OFFICE.fullmatch(_UNDER.sub("", token)) and not _is_khan(tokens, cut))
            or BODY.fullmatch(token)
            or NATION.fullmatch(token)
        ):
            break
        if token.lower().strip(".") in _OBJECT or is_subject(token):
            break
        cut -= 1
    tail = tokens[cut:]
    called = next((at for at, token in enumerate(tail) if token in _CALLED), 0)
    if called:  # "Chairman of the State Council of the PRB Comrade Todor Zhivkov"
        cut, tail = cut + called, tail[called:]
    if cut and tail and tokens[cut - 1].lower() in ("to", "in", "of", "for", "at", "on", "near", "the", "with"):
        tail = _after_place(tail)
    elif cut > 2 and tokens[cut - 1].lower() == "and":
        tail = tail[1:]  # "Minister of Foreign Relations and Worship"
    tail_text = untitled(" ".join(tail))
    office = _COURTEOUS.sub("", " ".join(tokens[: len(tokens) - len(tail)]).strip(" ,"))
    of_party = office.endswith((" CC", "Committee")) and len(tail_text) < 5  # "First Secretary of the CC APL"
    acronym = len(tail) == 1 and bool(_ACRONYM.fullmatch(tail_text)) and BODY.search(office)
    party = acronym and (of_party or not OFFICE.search(office))
    named = (is_name(tail_text) or tail_text.lower() in NAMES_TOO) and tail_text not in ("SSR", "ASSR")
    if tail and not party and named and not is_place(tail_text):
        return cased(tail_text), "person", "", cased(office), ""
    entity = (
        "position"
        if OFFICE.search(words) and not re.match(r"(?:\w+ )?(?:Embassy|Ministry|Department)", words)
        else "body"
    )
    if entity == "position" and BODY.search(words) and BODY.search(words).start() < OFFICE.search(words).start():  # type: ignore[union-attr]
        entity = "body"
    return cased(words), entity, "", "", ""


_POST: Final = compiled(r"\s(?:in|at|to|of|IN|AT)\s(?:the\s|THE\s)?(?=[A-Z])")


def _at_post(words: str) -> Named | None:
    """``Ambassador Baudet in Moscow``, ``Counsellor Vukić of the Yugoslav Embassy``: the man, and where he is."""
    post = _POST.search(words)
    left = words[: post.start()] if post else ""
    if post is None or not OFFICE.search(left) or BODY.search(left) or len(left.split()) < 2:
        return None
    found = office_or_holder(left)
    if found is None or found[1] != "person" or found[0].split()[-1].lower() in name_lists.words().common:
        return None
    where = words[post.end() :]
    return found[0], "person", "", found[3], cased(where) if is_place(where) else ""


def _is_khan(tokens: list[str], cut: int) -> bool:
    """``President Ayub Khan``: behind a name it is one; ``the Khan of Khiva`` is an office."""
    return (
        tokens[cut - 1] in ("Khan", "Shah")
        and cut > 1
        and is_name(tokens[cut - 2])
        and not OFFICE.fullmatch(tokens[cut - 2])
    )


def _after_place(tail: list[str]) -> list[str]:
    """What follows a place, or initials: ``Cuba A.I. Alekseev`` to ``A.I. Alekseev``."""
    for size in range(min(3, len(tail)), 0, -1):
        place = " ".join(tail[:size]).strip(",")
        if place in COUNTRIES or place in PLACES:
            return tail[size:]
    for index, token in enumerate(tail):
        if index and re.fullmatch(r"(?:[A-Z]\.)+", token):
            return tail[index:]
    return []

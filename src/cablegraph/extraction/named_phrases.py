"""What a phrase without enumeration names: ``Filippov [Stalin]``, ``the Earl of Clarendon``, ``Mr. King``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from cablegraph.extraction import name_lists
from cablegraph.extraction.casing import cased
from cablegraph.extraction.lexicon import (
    BODY,
    DATE_LIKE,
    GROUP,
    NAMES_TOO,
    NATIONS,
    OFFICE,
    OFFICE_IN_PROSE,
    RANK,
    without_occupation,
)
from cablegraph.extraction.name_words import NATION, TOKEN, UPPER, is_name, is_place, untitled
from cablegraph.extraction.office_phrases import Named, is_subject, office_or_holder
from cablegraph.extraction.vessels import OFFICER_OF, SERVES_ON
from cablegraph.patterns import compiled

_ARTICLE = compiled(r"(?:the|The|THE|a|an|our|his|her|their)\s+")
_BELONGING = compiled(rf"(?:Mr|Mrs|Dr|Messrs|Comrade|Cde)\.? (?P<name>(?:{TOKEN} ?){{1,3}}?) of (?:the )?(?=[A-Z])")
_LOCATED = compiled(r"(.*[\w.)])\s+(?:in|at|from|—|–|-)\s+(?:the\s+)?([A-Z].*)$")
_BRACKET = compiled(r"\s*[\[(]([^\[\]()]*)[\])]")
_SURNAME_FIRST = compiled(
    rf"(?<![{UPPER}]\. )(?!Washington, D)(?P<surname>[{UPPER}][\w’'-]+)(?:, (?P<initials>(?:[{UPPER}]\. ?){{1,3}})| (?P<two>(?:[{UPPER}]\. ?){{2,3}}))$"
)
"""``MOLOTOV, V. M.``, ``STALIN I. V.``; what stands behind ``Y. D. Gundevia, C.S.`` is his office or honour."""


_LED_TO = compiled(r"^(?:to|in)\s+\w+(?:\s\w+)?\s+(?=[A-Z])")


@lru_cache(maxsize=8192)
def read(words: str) -> Named | None:
    """Name, entity, cover name, office and place of a phrase."""
    words = re.sub(r"(?<=[A-Za-z\])])(?:\d{1,2}|[¹²³⁰-⁹]+)$", "", words.strip())  # a footnote's digit
    if not words or DATE_LIKE.fullmatch(words):
        return None
    if GROUP.search(words):
        return _ARTICLE.sub("", words, count=1) if words.lower().startswith("the ") else words, "group", "", "", ""
    words = words.replace("VKP(b)", "VKP")
    if (called := _CALLED_SO.fullmatch(words)) and (not called["given"] or _is_given(called["given"])):
        whole = called["given"] or called["initials"]
        return cased(_COMRADE.sub("", words) if whole else called["name"]), "person", "", "", ""
    if officer := _OFFICER_CALLED.fullmatch(words):
        return officer["name"], "person", "", officer["office"], ""
    if (led := _NATIONS_OFFICER.match(words)) and (man := read(words[led.end() :])) and man[1] == "person":
        return man  # "Argentine Vice Admiral Carlos Castro Madero"
    if prince := _PRINCE.fullmatch(words):
        return cased(prince["name"]), "person", "", "", ""
    if "," in words or words.endswith("."):
        words = _SURNAME_FIRST.sub(lambda name: f"{(name['initials'] or name['two']).strip()} {name['surname']}", words)
    bracket = _BRACKET.search(words)
    if bracket and (inner := bracket[1].strip()):
        with_bracket = _bracketed(words, bracket, inner)
        if with_bracket:
            return with_bracket
        words = (words[: bracket.start()] + words[bracket.end() :]).strip()
    return _plain(words)


_NATIONS_OFFICER: Final = compiled(rf"(?:{NATIONS}) (?=(?:{RANK}) [^\W\d_a-z])")
_COMRADE: Final = compiled(r"^(?:Comrade|Cde\.?|Com\.) ")
_CALLED_SO: Final = compiled(
    r"(?:(?:Comrade |Cde\.? |Com\. )?(?:M(?:r|rs|iss)|M[Rr][Ss]?|D[Rr])\.? |(?:Comrade |Cde\.? |Com\. )?(?P<given>[A-Z][\w’'-]+) (?:[A-Z]\. ?)*|(?P<initials>(?:[A-Z]\. ?){1,3})(?=(?i:khan|shah|king|duke|bishop)\b))(?P<name>(?i:khan|shah|king|duke|bishop|earl|prince|marshal|major|baron|knight|duma|branch|court))\.?"
)
"""``Mr. King``, ``HAMILTON KING``, ``Aurel Duma``: a surname that is also a title, or a body."""
_OFFICER_CALLED: Final = compiled(
    r"(?:the |American )?(?P<office>Minister|Ambassador|Chargé|(?:Vice[- ])?Consul(?:[- ]General)?) (?P<name>Lyon|Canada|Holland|England|Ireland|Poland|Jordan|Houston|Denver|Lincoln|Jackson|Lansing|Dallas|Wellington|Durham|Richmond|Trenton|Troy|Norfolk|Hamilton|Kingston|Madison|Monroe)\.?"
)
"""``Minister Lyon``, ``Consul Canada``: a family name that is also a place's."""
_PRINCE: Final = compiled(r"(?:[Tt]he )?(?P<name>(?:Prince|Grand Duke) of (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)")
"""``The Prince of Kung``"""


_SEATED_MAN: Final = compiled(
    r"(?i:ambassador|minister|envoy|chargé|consul|consul[- ]general|consul-in-charge|agent|commissioner|diplomatic agent) (?:in|at) (?:the )?[A-Z][\w’'. -]+$"
)
"""Of an office whose seat is named a bracket holds the name, be it a town's: ``the Minister in Liberia (Lyon)``."""
_ONE_WORD: Final = compiled(r"[A-Z][a-z][\w’'-]+")


def _is_given(word: str) -> bool:
    return cased(word) in name_lists.words().given


_DESK = compiled(
    r"\b(?:Dept|Dep|Department|Abt|Abteilung|Section|Sector|Division|CC|Committee|Institute|Ministry|Bank)\b"
)
_ACRONYM = compiled(r"[A-Z]{2,5}|[A-Z][a-z][A-Z]{2,3}")
"""Where a man in small letters belongs: ``Walters (CIA)``, ``Comrade Trautzsch (CC Dept. IU)``."""


def _bracketed(words: str, bracket: re.Match[str], inner: str) -> Named | None:
    before, after = words[: bracket.start()].strip(), words[bracket.end() :].strip(" ,.")
    if re.match(
        r"(?i:excerpts?|extracts?|fragments?|drafts?|summary|abridged|undated|no date|translation|copy|part)\b", inner
    ):
        return None
    if re.match(r"(?:sic|illegible|\?|\.\.\.|…|signed|for|to be|via)\b|^\W*$", inner) and not re.match(r"for ", inner):
        return None
    front = _plain(before) if before else None
    if front and front[1] == "position" and _SEATED_MAN.search(before) and not after and _ONE_WORD.fullmatch(inner):
        return cased(inner), "person", "", front[0], front[4]  # "the Consul at Vera Cruz (Canada)"
    if front and is_place(inner) and not after:
        return front[0], front[1], front[2], front[3], front[4] or cased(inner)
    if front and front[1] == "person" and not after and before.isupper() and OFFICE.search(inner):
        bearer = _plain(inner)  # "TROSTNIK (Soviet Defense Minister Rodion Malinovsky)"
        if bearer and bearer[1] == "person":
            return bearer[0], "person", front[0], bearer[3], ""
    desk = _DESK.search(inner) or (not before.isupper() and _ACRONYM.fullmatch(inner))
    if front and front[1] == "person" and (OFFICE.search(inner) or desk):
        return front[0], "person", "", inner, front[4]
    if before and not after:
        if front and front[0] in name_lists.words().first_surnames and _ONE_WORD.fullmatch(inner):
            return f"{front[0]} {inner}", "person", "", front[3], ""  # "Premier Zhou [Enlai]"
        if front and front[1] == "person" and is_name(untitled(inner)):
            name = cased(untitled(inner))
            if name.split()[-1].lower() == front[0].split()[-1].lower() or inner.isdigit():
                return name, "person", "", front[3], ""
            return name, "person", front[0], "", ""
        if front and front[1] == "body" and re.fullmatch(r"[A-Z]{2,6}", inner):
            return front  # "COMMITTEE FOR STATE SECURITY [KGB]"
        if (
            front
            and front[1] in ("position", "body")
            and is_name(inner, strict=False)
            and not is_place(inner)
            and not OFFICE.fullmatch(inner)
        ):
            return cased(untitled(inner)), "person", "", front[0], front[4]
        if front and front[1] in ("position", "body"):
            named = _plain(_LED_TO.sub("", inner))
            if named and named[1] == "person":
                return named[0], "person", "", front[0], front[4]
        return None
    joined = _plain(f"{before} {inner} {after}".strip())
    return joined


_SEAT: Final = compiled(
    r" (?:at|in) (?P<place>[A-Z][\w’'-]+ (?:au|aux|sur|la|le|du|de|el|am|on|upon) (?:the )?[A-Z][\w’'-]+)$"
)
"""``the Chargé at Port au Prince``: a town whose last word may be a man's name."""


def _plain(words: str) -> Named | None:
    """A phrase without brackets."""
    words = re.sub(r"\s+", " ", words).strip(" ,;:")
    bare = _ARTICLE.sub("", words, count=1) if _ARTICLE.match(words) else words
    if _HONOUR_ALONE.fullmatch(words):
        return None  # "Your Excellency" is no name
    if honoured := _HONOURED.match(bare):  # "their excellencies the ministers for foreign affairs"
        bare = re.sub(rf"^{_ARTICLE.pattern}", "", bare[honoured.end() :])
    if not bare:
        return None
    if " of " in bare:
        if OFFICER_OF.fullmatch(bare):
            return bare, "position", "", "", ""
        if serving := SERVES_ON.fullmatch(bare):
            return cased(serving["name"].strip()), "person", "", "", ""
    if words.lower().startswith("the ") and is_place(words):
        return cased(words), "place", "", "", ""
    if peer := _PEER.fullmatch(bare):  # "the Earl of Clarendon", who signs CLARENDON
        return cased(peer["name"]), "person", "", "", ""
    name, occupation = without_occupation(untitled(bare))
    if described := _DESCRIBED.match(name):
        rest = untitled(name[described.end() :])
        if is_name(rest) and not is_place(rest) and not is_place(" ".join(name.split()[-2:])):
            return cased(rest), "person", "", described[0].strip(), ""
    where = ""
    belonging = _BELONGING.match(bare)  # "Mr. Miles of the Division of Near Eastern Affairs"
    if belonging and not OFFICE.search(belonging["name"]):
        return cased(belonging["name"]), "person", "", "", ""
    located = _LOCATED.match(name)
    bare_name = bool(located and is_name(located[1]) and not (OFFICE.search(located[1]) or BODY.search(located[1])))
    if located and bare_name and is_place(located[2]):
        name, where = located[1], located[2]
    if is_place(name) and name == bare:
        return cased(name), "place", "", "", ""
    known_name = is_name(name) or (name != bare and name.lower() in NAMES_TOO)  # "Mr. Page"
    known_name = (
        known_name and not _of_common_words(name) and not (name == bare and not name.isupper() and is_subject(name))
    )
    if known_name and not OFFICE.search(name) and not BODY.search(name) and not NATION.match(name):
        return cased(name), "person", "", cased(occupation), cased(where) if where else ""
    if (seat := _SEAT.search(bare)) and is_place(seat["place"]) and OFFICE.search(bare, 0, seat.start()):
        return bare, "position", "", "", ""
    if OFFICE.search(name) or OFFICE.search(bare) or BODY.search(name):
        return office_or_holder(bare)
    if OFFICE_IN_PROSE.fullmatch(bare):
        return bare, "position", "", "", ""
    return None


def _of_common_words(name: str) -> bool:
    """``Nuclear Cooperation``, ``Third Day`` behind a title: what it is about, and nobody."""
    words, tokens = name_lists.words(), name.split()
    known = tokens[0] in words.given or tokens[0] in words.first_surnames
    return len(tokens) > 1 and not name.isupper() and not known and all(one.lower() in words.common for one in tokens)


_PEER = compiled(
    rf"(?:Right Hon(?:orable|ourable|\.)? the )?(?:Marqu[ie]s{{1,2}}|Earl|Duke|Viscount|Count) of (?P<name>[{UPPER}][\w’'-]+(?: (?:(?:del|de|de la|da|di) )?[{UPPER}][\w’'-]+)?)"
)
_HONOUR_ALONE = compiled(
    r"(?i)(?:his|her|their|your) (?:\w+ )?(?:excellenc(?:y|ies)|majest(?:y|ies)|highness(?:es)?|lordships?)"
)
_HONOURED = compiled(
    r"(?i)(?:(?:his|her|their|your) )?(?:(?:imperial|royal|serene|britannic|most faithful|catholic) )?(?:excellenc(?:y|ies)|majest(?:y|ies)|highness(?:es)?|graces?|lordships?|honou?rs?),?(?= (?:the|[A-Z]))\s+"
)
_DESCRIBED = compiled(
    r"(?:(?:[A-Z][\w.’'-]*|former|acting|deputy|first|prime|foreign|military|the) ){0,4}(?:leader|ambassador|minister|premier|president|envoy|representative|secretary"
    r"|chairman|chief|head|consul|attaché|counsell?or|delegate|adviser|general|marshal|chancellor|director)(?: (?:at|to|in|of) (?:the )?[A-Z][\w.]*)?\s+(?=[A-Z])"
)

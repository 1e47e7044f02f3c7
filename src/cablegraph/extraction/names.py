"""Who a phrase names: ``Filippov [Stalin]``, ``the Ambassador in Russia (Francis)``, ``Comrade KIM IL SUNG``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from cablegraph.extraction import name_lists
from cablegraph.extraction.casing import cased as cased
from cablegraph.extraction.lexicon import (
    BODY,
    COUNTRIES,
    COURTESY,
    DATE_LIKE,
    GROUP,
    NAMES_TOO,
    NATIONS,
    NOT_NAMES,
    OFFICE,
    OFFICE_IN_PROSE,
    PLACES,
    RANK,
    without_occupation,
)
from cablegraph.frozen import dataclass

COVER_NAMES: Final = frozenset({
    "filippov", "filipov", "fillipov", "feng xi", "fyn si", "fyn-si", "fin si", "fynsi", "terebin", "karsky",
    "karski", "druzhkov", "semyonov [stalin]", "gordov", "ivanovich",
})  # fmt: skip
"""Cover names of the ciphered correspondence; a paper's bracket says whose they are, this list does not."""

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚА-ЯЁ"
TOKEN: Final = rf"(?:(?:[{_UPPER}]\.-?)+|(?:[DLOdl]['’](?!Affaires)|Mc|Mac)?[{_UPPER}][\w’'-]*\.?|de|von|van|der|den|la|le|du|da|di|del|dos|al|el|bin|ibn|ter|ten|zu|y|af)"
_TOKEN = re.compile(TOKEN)
_PARTICLES = frozenset({
    "de", "von", "van", "der", "den", "la", "le", "du", "da", "di", "del", "dos", "al", "el", "bin", "ibn",
    "ter", "ten", "zu", "y", "af",
})  # fmt: skip
_COURTESY = re.compile(rf"(?:(?:{COURTESY})(?![\w])\s*)", re.IGNORECASE)
_RANK = re.compile(rf"(?:{RANK})(?![\w])\s*", re.IGNORECASE)
_NATION = re.compile(rf"(?:{NATIONS})(?![\w])", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|The|THE|a|an|our|his|her|their)\s+")
_OBJECT = frozenset({
    "state", "war", "navy", "treasury", "affairs", "finance", "trade", "defense", "defence", "interior",
    "staff", "security", "commerce", "agriculture", "justice", "republic", "relations", "culture", "industry",
    "deputies", "soviet", "ministers", "foreign", "special", "mission", "general", "acting", "first", "second",
    "third", "vice", "deputy", "party", "people's", "peoples", "council", "railway", "experts", "central",
    "committee", "union", "temporarily", "in", "charge", "resident", "plenipotentiary", "extraordinary", "designate",
})  # fmt: skip
_BELONGING = re.compile(rf"(?:Mr|Mrs|Dr|Messrs|Comrade|Cde)\.? (?P<name>(?:{TOKEN} ?){{1,3}}?) of (?:the )?(?=[A-Z])")
_LOCATED = re.compile(r"(.*[\w.)])\s+(?:in|at|from|—|–|-)\s+(?:the\s+)?([A-Z].*)$")
_BRACKET = re.compile(r"\s*[\[(]([^\[\]()]*)[\])]")
_SPLIT = re.compile(r"\s*(?:;|,?\s+(?:and|or|AND|OR|und|et|и)\s+(?:to\s+(?=the\b|[A-Z]))?|\s+&\s+(?!c\.)|,)\s*")


@dataclass(frozen=True, slots=True)
class Party:
    """One party of a paper: its name without titles, what sort of thing it is, and the words it was read from.

    ``cover`` is a cover name that a bracket explains, ``office`` the office named beside the holder.
    """

    name: str
    entity: str
    start: int
    end: int
    cover: str = ""
    office: str = ""
    place: str = ""

    @property
    def surname(self) -> str:
        """The last word of a name, folded; what two readings of one party have in common."""
        words = self.name.replace("’", "'").split()
        return words[-1].lower().rstrip(".") if words else ""

    def at(self, start: int, end: int) -> Party:
        """The same party, with other words as its evidence."""
        return Party(self.name, self.entity, start, end, self.cover, self.office, self.place)


def parties(text: str, start: int, end: int, *, listing: bool = False) -> list[Party]:
    """All parties of a phrase such as ``Zhou Enlai or Mao Zedong``; with ``listing`` each piece is one of its own."""
    if not listing and GROUP.search(text[start:end].strip(" .:")) and (party := parse(text, start, end)):
        return [party]
    if "&" in text[start:end] and (firm := _FIRM.fullmatch(text, start, end)):
        return [Party((firm["house"] or firm["partners"]).rstrip("."), "body", start, end)]
    found: list[Party] = []
    for first, last, after in _pieces(text, start, end):
        party = None if text.startswith("Temporarily ", first) else parse(text, first, last)
        if party is None:
            party = _next_holder(text, first, last, found[-1] if found else None)
        if party is None:
            continue
        before = found[-1] if found else None
        if party.entity == "place" or (party.entity == "person" and party.place):
            party = _next_holder(text, first, last, before) or party
        if listing or after != "," or before is None:
            found.append(party)
        elif (
            before.entity in ("position", "body")
            and party.entity == "person"
            and not before.place
            and before.office == ""
        ):
            # "the President of Ukraine, Leonid Kuchma": the office and its holder.
            found[-1] = Party(party.name, "person", before.start, party.end, party.cover, before.name)
        elif party.entity == "place":
            found[-1] = Party(
                before.name, before.entity, before.start, before.end, before.cover, before.office, party.name
            )
        elif party.entity in ("position", "body") and before.entity == "person":
            found[-1] = Party(
                before.name, "person", before.start, party.end, before.cover, before.office or party.name, before.place
            )
        elif before.entity == "person" == party.entity and _letters_of_body(text, first, last, before):
            found[-1] = Party(
                before.name,
                "person",
                before.start,
                party.end,
                before.cover,
                before.office or text[first:last].strip(),
                before.place,
            )
        else:
            found.append(party)
    named = [party for party in found if party.name.lower() not in ("others", "other comrades", "other leaders")]
    return [party for party in named if party.entity != "place" or len(named) == 1]


def _letters_of_body(text: str, first: int, last: int, before: Party) -> bool:
    """``Raúl Roa, MINREX``: capitals behind a man in small letters are the body he belongs to."""
    words = text[first:last].strip(" .")
    full = len(before.name.split()) > 1
    return (
        full
        and words.isupper()
        and words.isalpha()
        and len(words) < 8
        and not text[before.start : before.end].isupper()
    )


_PLACE_AND_HOLDER = re.compile(
    r"\s*(?:the )?(?P<place>[A-Z][\w’'. -]{2,30}) \((?P<holder>[A-Z][\w’'. -]{1,30})\)[\s.]*"
)


def _next_holder(text: str, first: int, last: int, before: Party | None) -> Party | None:
    """``Italy (Garrett)`` behind ``the Ambassadors in France (Edge) and``: the next of several who hold one office."""
    match = _PLACE_AND_HOLDER.fullmatch(text, first, last) if before and before.office else None
    if match is None or before is None or not is_place(match["place"]) or OFFICE.search(match["holder"]):
        return None
    return Party(match["holder"], "person", *match.span("holder")) if _is_name(match["holder"], strict=False) else None


_FIRM = re.compile(
    r"\s*(?:(?:Messrs\.? )?(?P<house>[A-Z][\w’'.-]+(?:,? [A-Z&][\w’'.-]*)*,? & (?:Co|Company|Sons|Bros|Brothers)\.?)"
    r"|Messrs\.? (?P<partners>[A-Z][\w’'.-]+(?:,? [A-Z&][\w’'.-]*)*,? & [A-Z][\w’'-]+)\.?)(?:,? and others)?\s*"
)
"""``Messrs. Kuhn, Loeb & Co.``, ``Messrs. Sullivan & Cromwell``: one house."""


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Pieces of an enumeration and the sign before each; brackets and ``Trade and Industry`` are not cut."""
    pieces: list[tuple[int, int, str]] = []
    depth_end = start
    first, sign = start, ""
    for match in _SPLIT.finditer(text, start, end):
        inside = text.count("[", depth_end, match.start()) + text.count("(", depth_end, match.start())
        inside -= text.count("]", depth_end, match.start()) + text.count(")", depth_end, match.start())
        if inside > 0 or match.start() <= first:
            continue
        left, right = text[first : match.start()], text[match.end() : end]
        joint = match[0].strip(" ,").removesuffix(" to")
        if joint.lower() in ("and", "or", "und", "et", "и", "&") and _one_office(left, right):
            continue
        if match[0].strip() == "," and _INITIALS_BEHIND.match(right):
            continue
        if match[0].strip() == "," and re.match(r"(?:Jr|Sr|Esq|Bart|&c|K\.? ?C|Ph\.? ?D|D\.?C)\b", right):
            continue
        pieces.append((first, match.start(), sign))
        first, sign, depth_end = match.end(), "," if match[0].strip() == "," else joint, match.end()
    pieces.append((first, end, sign))
    return [(low, high, sign) for low, high, sign in pieces if text[low:high].strip()]


def _one_office(left: str, right: str) -> bool:
    """``Minister of Trade`` and ``Industry`` belong together; ``the Ambassador`` and ``Mr. Page`` do not."""
    head = left.rsplit(",", 1)[-1]
    if not (OFFICE.search(head) or BODY.search(head)):
        return False
    follows = right.split(",")[0].strip()
    if (
        OFFICE.search(head)
        and OFFICE.match(follows)
        and "(" not in head
        and "(" in right
        and not re.search(r"\band\b", head)
    ):
        return True  # "Diplomatic Agent and Consul General at Tangier (Blake)"
    if re.match(r"(?:the|to|Comrade|Cde|Mr|General|Ambassador|Minister)\b", follows) or OFFICE.match(follows):
        return False
    return (
        bool(re.search(r"\b(?:of|for|on)\s+[\w\s]*$", head))
        and len(follows.split()) <= 3
        and not re.search(r"\)$", head.strip())
    )


_INITIALS_BEHIND = re.compile(rf"(?:[{_UPPER}]\. ?){{1,3}}(?=$|[,;)]| (?:and|or)\b)")
_SURNAME_FIRST = re.compile(rf"(?P<surname>[{_UPPER}][\w’'-]+), (?P<initials>(?:[{_UPPER}]\. ?){{1,3}})$")
"""``MOLOTOV, V. M.``"""
_JUNIORS: Final = (", Jr.", ", Jr", ", Sr.", ", Sr", ", jr.", ", jun.")


def parse(text: str, start: int, end: int) -> Party | None:
    """The party that a phrase without enumeration names, or None where it names nobody."""
    while start < end and (text[start] in " \t\n\xa0,;:.–—-*\"“”'‘«" and not text.startswith("'", start, start + 1)):
        start += 1
    while end > start and text[end - 1] in ' \t\n\xa0,;:–—-!"”“»*':
        end -= 1
    if end > start + 1 and text[end - 1] == "'" and text[end - 2] != "s":
        end -= 1  # a quotation's end
    if (
        end > start
        and text[end - 1] == "."
        and not re.search(r"(?:\b[A-Z]|Jr|Sr|Geo|Wm|Chas|Esq|etc)\.$", text[start:end])
    ):
        end -= 1
    if end <= start:
        return None
    words = text[start:end]
    found = _read(words if not words.endswith(_JUNIORS) else words[: words.rindex(",")])  # "Samuel T. Hubbard, Jr."
    if found is None:
        return None
    name, entity, cover, office, place = found
    return Party(name, entity, start, end, cover, office, place)


@lru_cache(maxsize=8192)
def _read(words: str) -> tuple[str, str, str, str, str] | None:
    """Name, entity, cover name, office and place of a phrase."""
    words = re.sub(r"(?<=[A-Za-z\])])(?:\d{1,2}|[¹²³⁰-⁹]+)$", "", words.strip())  # a footnote's digit
    if not words or DATE_LIKE.fullmatch(words):
        return None
    if GROUP.search(words):
        return _ARTICLE.sub("", words, count=1) if words.lower().startswith("the ") else words, "group", "", "", ""
    words = words.replace("VKP(b)", "VKP")
    if (called := _CALLED_SO.fullmatch(words)) and (not called["given"] or _is_given(called["given"])):
        return cased(words if called["given"] else called["name"]), "person", "", "", ""
    if prince := _PRINCE.fullmatch(words):
        return cased(prince["name"]), "person", "", "", ""
    if "," in words:
        words = _SURNAME_FIRST.sub(lambda name: f"{name['initials'].strip()} {name['surname']}", words)
    bracket = _BRACKET.search(words)
    if bracket and (inner := bracket[1].strip()):
        with_bracket = _bracketed(words, bracket, inner)
        if with_bracket:
            return with_bracket
        words = (words[: bracket.start()] + words[bracket.end() :]).strip()
    return _plain(words)


_CALLED_SO: Final = re.compile(
    r"(?:(?:M(?:r|rs|iss)|M[Rr][Ss]?|D[Rr])\.? |(?P<given>[A-Z][\w’'-]+) (?:[A-Z]\. ?)*)(?P<name>(?i:king|duke|bishop|earl|prince|marshal|major|baron|knight))\.?"
)
"""``Mr. King``, ``HAMILTON KING``: a surname that is also a title."""
_PRINCE: Final = re.compile(r"(?:[Tt]he )?(?P<name>(?:Prince|Grand Duke) of (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)")
"""``The Prince of Kung``"""


_ONE_WORD: Final = re.compile(r"[A-Z][a-z][\w’'-]+")


def _is_given(word: str) -> bool:
    return cased(word) in name_lists.words().given


def _bracketed(words: str, bracket: re.Match[str], inner: str) -> tuple[str, str, str, str, str] | None:
    before, after = words[: bracket.start()].strip(), words[bracket.end() :].strip(" ,.")
    if re.match(r"(?:sic|illegible|\?|\.\.\.|…|signed|for|to be|via)\b|^\W*$", inner) and not re.match(r"for ", inner):
        return None
    front = _plain(before) if before else None
    if front and is_place(inner) and not after:
        return front[0], front[1], front[2], front[3], front[4] or cased(inner)
    if front and front[1] == "person" and not after and before.isupper() and OFFICE.search(inner):
        bearer = _plain(inner)  # "TROSTNIK (Soviet Defense Minister Rodion Malinovsky)"
        if bearer and bearer[1] == "person":
            return bearer[0], "person", front[0], bearer[3], ""
    if front and front[1] == "person" and OFFICE.search(inner):
        return front[0], "person", "", inner, front[4]
    if before and not after:
        if front and front[0] in name_lists.words().first_surnames and _ONE_WORD.fullmatch(inner):
            return f"{front[0]} {inner}", "person", "", front[3], ""  # "Premier Zhou [Enlai]"
        if front and front[1] == "person" and _is_name(_untitled(inner)):
            name = cased(_untitled(inner))
            if name.split()[-1].lower() == front[0].split()[-1].lower() or inner.isdigit():
                return name, "person", "", front[3], ""
            return name, "person", front[0], "", ""
        if (
            front
            and front[1] in ("position", "body")
            and _is_name(inner, strict=False)
            and not is_place(inner)
            and not OFFICE.fullmatch(inner)
        ):
            return cased(inner), "person", "", front[0], front[4]
        if front and front[1] in ("position", "body"):
            named = _plain(re.sub(r"^(?:to|in)\s+\w+(?:\s\w+)?\s+(?=[A-Z])", "", inner))
            if named and named[1] == "person":
                return named[0], "person", "", front[0], front[4]
        return None
    joined = _plain(f"{before} {inner} {after}".strip())
    return joined


def _plain(words: str) -> tuple[str, str, str, str, str] | None:
    """A phrase without brackets."""
    words = re.sub(r"\s+", " ", words).strip(" ,;:")
    bare = _ARTICLE.sub("", words, count=1) if _ARTICLE.match(words) else words
    if _HONOUR_ALONE.fullmatch(words):
        return None  # "Your Excellency" is no name
    if honoured := _HONOURED.match(bare):  # "their excellencies the ministers for foreign affairs"
        bare = re.sub(rf"^{_ARTICLE.pattern}", "", bare[honoured.end() :])
    if not bare:
        return None
    if words.lower().startswith("the ") and is_place(words):
        return cased(words), "place", "", "", ""
    if peer := _PEER.fullmatch(bare):  # "the Earl of Clarendon", who signs CLARENDON
        return cased(peer["name"]), "person", "", "", ""
    name, occupation = without_occupation(_untitled(bare))
    if described := _DESCRIBED.match(name):
        rest = _untitled(name[described.end() :])
        if _is_name(rest) and not is_place(rest):
            return cased(rest), "person", "", described[0].strip(), ""
    where = ""
    if belonging := _BELONGING.match(bare):  # "Mr. Miles of the Division of Near Eastern Affairs"
        return cased(belonging["name"]), "person", "", "", ""
    located = _LOCATED.match(name)
    bare_name = bool(located and _is_name(located[1]) and not (OFFICE.search(located[1]) or BODY.search(located[1])))
    if located and bare_name and is_place(located[2]):
        name, where = located[1], located[2]
    if is_place(name) and name == bare:
        return cased(name), "place", "", "", ""
    known_name = _is_name(name) or (name != bare and name.lower() in NAMES_TOO)  # "Mr. Page"
    known_name = known_name and not _of_common_words(name)
    if known_name and not OFFICE.search(name) and not BODY.search(name) and not _NATION.match(name):
        return cased(name), "person", "", cased(occupation), cased(where) if where else ""
    if OFFICE.search(name) or OFFICE.search(bare) or BODY.search(name):
        return _office(bare)
    if OFFICE_IN_PROSE.fullmatch(bare):
        return bare, "position", "", "", ""
    return None


def _of_common_words(name: str) -> bool:
    """``Nuclear Cooperation``, ``Third Day`` behind a title: what it is about, and nobody."""
    words, tokens = name_lists.words(), name.split()
    known = tokens[0] in words.given or tokens[0] in words.first_surnames
    return len(tokens) > 1 and not name.isupper() and not known and all(one.lower() in words.common for one in tokens)


_PEER = re.compile(
    rf"(?:Right Hon(?:orable|ourable|\.)? the )?(?:Marqu[ie]s{{1,2}}|Earl|Duke|Viscount|Count) of (?P<name>[{_UPPER}][\w’'-]+(?: (?:(?:del|de|de la|da|di) )?[{_UPPER}][\w’'-]+)?)"
)
_HONOUR_ALONE = re.compile(
    r"(?i)(?:his|her|their|your) (?:\w+ )?(?:excellenc(?:y|ies)|majest(?:y|ies)|highness(?:es)?|lordships?)"
)
_HONOURED = re.compile(
    r"(?i)(?:(?:his|her|their|your) )?(?:(?:imperial|royal|serene|britannic|most faithful|catholic) )?(?:excellenc(?:y|ies)|majest(?:y|ies)|highness(?:es)?|graces?|lordships?|honou?rs?),?(?= (?:the|[A-Z]))\s+"
)
_DESCRIBED = re.compile(
    r"(?:(?:[A-Z][\w.’'-]*|former|acting|deputy|first|prime|foreign|military|the) ){0,4}(?:leader|ambassador|minister|premier|president|envoy|representative|secretary"
    r"|chairman|chief|head|consul|attaché|counsell?or|delegate|adviser|general|marshal|chancellor|director)(?: (?:at|to|in|of) (?:the )?[A-Z][\w.]*)?\s+(?=[A-Z])"
)


_JOINTS = frozenset({"OF", "THE", "IN", "AT", "TO", "FOR", "AND", "ON"})
"""Words that belong to an office in capitals: ``LEGATION OF THE UNITED STATES``."""
_ACRONYM = re.compile(r"[A-Z]{2,5}[a-z]?")
"""``CPCz``, ``VKP``: behind ``Presidium of the CC`` a party, and no man."""


def _office(words: str) -> tuple[str, str, str, str, str] | None:
    """``Soviet Ambassador to Cuba A.I. Alekseev`` gives the man; ``Secretary of State`` only the office."""
    if BODY.fullmatch(words):
        return cased(words), "body", "", "", ""  # "White House"
    tokens = words.split()
    cut = len(tokens)
    while cut > 0:
        token = tokens[cut - 1].strip(",")
        if (
            token in _JOINTS
            or not _TOKEN.fullmatch(token)
            or OFFICE.fullmatch(token)
            or BODY.fullmatch(token)
            or _NATION.fullmatch(token)
        ):
            break
        if token.lower().strip(".") in _OBJECT:
            break
        cut -= 1
    tail = tokens[cut:]
    if cut and tail and tokens[cut - 1].lower() in ("to", "in", "of", "for", "at", "on", "near", "the", "with"):
        tail = _after_place(tail)
    elif cut > 2 and tokens[cut - 1].lower() == "and":
        tail = tail[1:]  # "Minister of Foreign Relations and Worship"
    tail_text = _untitled(" ".join(tail))
    office = " ".join(tokens[: len(tokens) - len(tail)]).strip(" ,")
    of_party = office.endswith((" CC", "Committee")) and len(tail_text) < 5  # "First Secretary of the CC APL"
    acronym = len(tail) == 1 and bool(_ACRONYM.fullmatch(tail_text)) and BODY.search(office)
    party = acronym and (of_party or not OFFICE.search(office))
    named = _is_name(tail_text) or tail_text.lower() in NAMES_TOO
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


def _untitled(words: str) -> str:
    """A phrase without words of courtesy and ranks before it, and without ``Esq.`` after it."""
    words = re.sub(r",?\s*(?:Esq(?:uire|\.)?|&c\.?|Bart\.?|K\.C\.B\.?|P\.C\.?)(?:,?\s*&c\.?)*$", "", words.strip())
    while True:
        match = _COURTESY.match(words) or _RANK.match(words)
        if not match or match.end() == 0 or match.end() >= len(words):
            return words.strip()
        words = words[match.end() :].lstrip(" ,")


def _is_name(words: str, *, strict: bool = True) -> bool:
    tokens = words.split()
    if not 1 <= len(tokens) <= 6 or all(token.lower() in _PARTICLES for token in tokens):
        return False
    if len(tokens) == 1 and len(tokens[0].strip(".")) < 2:
        return False
    if strict and (tokens[0].lower() in NOT_NAMES or words.lower() in NOT_NAMES):
        return False
    return all(_TOKEN.fullmatch(token) for token in tokens)


@lru_cache(maxsize=16384)
def is_place(words: str) -> bool:
    """Whether a phrase is a place of headings, in any case: ``BEIJING``, ``Ulan Bator``, ``Havana 88``."""
    words = re.sub(r"\s+\d+$", "", words.strip(" .,;:"))
    name = cased(words)
    if words in PLACES or words in COUNTRIES or name in PLACES or (words.isupper() and name in COUNTRIES):
        return True
    if not 3 < len(name) < 30 or not name[0].isupper():
        return False
    found = name_lists.known(name, 0, len(name))
    return len(found) == 1 and (found[0].start, found[0].end, found[0].kinds) == (0, len(name), _PLACE_ONLY)


_PLACE_ONLY = frozenset({"place"})

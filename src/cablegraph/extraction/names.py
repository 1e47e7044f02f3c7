"""Who a phrase names: ``Filippov [Stalin]``, ``the Ambassador in Russia (Francis)``, ``Comrade KIM IL SUNG``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from cablegraph.extraction.casing import cased as cased
from cablegraph.extraction.lexicon import BODY, GROUP, NATIONS, OFFICE
from cablegraph.extraction.name_words import UPPER, is_name
from cablegraph.extraction.name_words import is_place as is_place
from cablegraph.extraction.named_phrases import read
from cablegraph.frozen import dataclass
from cablegraph.patterns import compiled

COVER_NAMES: Final = frozenset({
    "filippov", "filipov", "fillipov", "feng xi", "fyn si", "fyn-si", "fin si", "fynsi", "terebin", "karsky",
    "karski", "druzhkov", "semyonov [stalin]", "gordov", "ivanovich",
})  # fmt: skip
"""Cover names of the ciphered correspondence; a paper's bracket says whose they are, this list does not."""
_SPLIT = compiled(r"\s*(?:;|,?\s+(?:and|or|AND|OR|und|et|и)\s+(?:to\s+(?=the\b|[A-Z]))?|\s+&\s+(?!c\.)|,)\s*")


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
    if several_follow := _SEVERAL.match(text, start, end):
        start = several_follow.end()
    if not listing and GROUP.search(text[start:end].strip(" .:")) and (party := parse(text, start, end)):
        return [party]
    if several := missions(text, start, end):
        return [several]
    if "&" in text[start:end] and (firm := _FIRM.fullmatch(text, start, end)):
        return [Party((firm["house"] or firm["partners"]).rstrip("."), "body", start, end)]
    found: list[Party] = []
    holder: Party | None = None
    for first, last, after in _pieces(text, start, end):
        party = None if text.startswith("Temporarily ", first) else parse(text, first, last)
        holder = found[-1] if found and found[-1].office else holder
        if party is None:
            party = _next_holder(text, first, last, holder)
        before = found[-1] if found else None
        if party is None and before and not before.place and (seat := _SEATED_AT.fullmatch(text, first, last)):
            found[-1] = replace(before, place=cased(seat["place"])) if is_place(seat["place"]) else before
        if party is None or (before and " " in before.name and _ALL_INITIALS.fullmatch(party.name)):
            continue
        if party.entity == "place" or (party.entity == "person" and party.place):
            party = _next_holder(text, first, last, holder) or party
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
        elif before.entity == "person" == party.entity and _SERVES.search(party.office):
            office = text[first : party.end].strip()  # "Ashraf Ghorbal, Press Adviser to President Sadat": one man
            found[-1] = replace(before, end=party.end, office=before.office or office)
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


_SEATED_AT = compiled(r"\s*(?:temporarily |now |then )?(?:at|in) (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)[\s.]*")
"""``the Commission, at Paris``: where the party before the comma is."""
_SEVERAL = compiled(
    r"\s*(?:the )?(?i:comrades|cdes\.?|coms\.|comr\.|messrs\.?|gentlemen|members|tovarishchi|tov\.|genossen|towarzysze|companions)"
    r"(?:\s*:\s*|\s+[–—-]\s+)(?=[^\W\d_a-z])"
)
"""``Comrades: Bulganin, Vyshinsky``: what the names behind a colon are called together."""
_MISSIONS = compiled(
    rf"\s*(?:[Tt]he |THE )?(?P<who>(?:(?:{NATIONS}|[Dd]iplomatic|[Cc]onsular|our|[Aa]ll) )?(?i:(?:am)?embassies|legations|missions|consulates(?:[- ]general)?|ambassadors|ministers|envoys|consuls(?:[- ]general)?|representatives|residencies)"
    r" (?:(?:in|at|to|IN|AT) (?:the )?)?(?P<places>[A-Z][\w’'. -]{2,30}(?:(?:, (?:and )?| and | AND )(?:in |at )?(?:the )?[A-Z][\w’'. -]{2,30})+?))[\s.]*"
)


def missions(text: str, start: int, end: int) -> Party | None:
    """``the Embassies in Prague, Budapest and Sofia``: several of one kind by their towns, together."""
    plural = text.find("s ", start, end) > 0 or text.find("ES ", start, end) > 0
    match = _MISSIONS.fullmatch(text, start, end) if plural else None
    if match is None or not all(is_place(_JOINT.sub("", place)) for place in _SPLIT.split(match["places"])):
        return None
    return Party(match["who"], "group", *match.span("who"))


_JOINT = compiled(r"^(?:in |at )?(?:the )?")


def _letters_of_body(text: str, first: int, last: int, before: Party) -> bool:
    """``Raúl Roa, MINREX``: capitals behind a man in small letters are the body he belongs to."""
    words = text[first:last].strip(" .")
    if _OF_UN.fullmatch(words):
        return True
    full = len(before.name.split()) > 1
    return (
        full
        and words.isupper()
        and words.isalpha()
        and len(words) < 8
        and not text[before.start : before.end].isupper()
    )


_SERVES = compiled(
    r"\b(?:to|of)(?: (?:(?:Vice|Prime|Deputy|Foreign|Defen[cs]e|First|Under)[ -])*(?:President|Premier|Minister|Chairman|Chancellor|Secretary|General|Marshal|Ambassador|Senator|Governor|King|Sheikh|Shaikh))?$"
)
"""``Press Adviser to President``, behind a man and before another's name."""
_OF_UN = compiled(r"UN[A-Z]{3,6}|ONU[A-Z]{1,4}|MINURSO|UNATIONS")
"""``ANSTEE, UNAVEM, LUANDA``: a mission of the United Nations, behind a family name alone."""
_PLACE_AND_HOLDER = compiled(r"\s*(?:the )?(?P<place>[A-Z][\w’'. -]{2,30}) \((?P<holder>[A-Z][\w’'. -]{1,30})\)[\s.]*")


def _next_holder(text: str, first: int, last: int, before: Party | None) -> Party | None:
    """``Italy (Garrett)`` behind ``the Ambassadors in France (Edge) and``: the next of several who hold one office."""
    match = _PLACE_AND_HOLDER.fullmatch(text, first, last) if before and before.office else None
    if match is None or before is None or not is_place(match["place"]) or OFFICE.search(match["holder"]):
        return None
    return Party(match["holder"], "person", *match.span("holder")) if is_name(match["holder"], strict=False) else None


_FIRM = compiled(
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
        if match[0].strip() == "," and _INITIALS_BEHIND.match(right) and not _INITIALS_FIRST.search(left):
            continue
        if match[0].strip() == "," and re.match(r"(?:Jr|JR|Sr|SR|Esq|ESQ|Bart|&c|K\.? ?C|Ph\.? ?D|D\.?C)\b", right):
            continue
        pieces.append((first, match.start(), sign))
        first, sign, depth_end = match.end(), "," if match[0].strip() == "," else joint, match.end()
    pieces.append((first, end, sign))
    return [(low, high, sign) for low, high, sign in pieces if text[low:high].strip()]


def _one_office(left: str, right: str) -> bool:
    """``Minister of Trade`` and ``Industry`` belong together; ``the Ambassador`` and ``Mr. Page`` do not."""
    head = left.rsplit(",", 1)[-1]
    if _OF_FIRM.fullmatch(head.strip()) and _FIRM_ENDS.fullmatch(right.strip(" .")):
        return not OFFICE.search(head)  # "Continental and Commercial Trust and Savings Bank of Chicago"
    if _LANDS.fullmatch(head.strip()) and _DESK_BEHIND.match(right):
        return True  # "West Asian and African Department"
    if _FIELD.fullmatch(head.strip()) and _HOUSE.fullmatch(right.split(",")[0].strip(" .")):
        return True
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


_OF_FIRM = compiled(
    r"(?:[Tt]he )?(?!(?:Mr|Mrs|Dr|Sir|Messrs|General|Admiral|Captain|Bank|Ministry)\b)[A-Z][\w’'-]+(?: (?:and )?[A-Z][\w’'-]+){0,4}"
)
_FIRM_ENDS = compiled(
    r"[A-Z][\w’'-]+(?: (?:and )?[A-Z][\w’'-]+){0,4} (?:Bank|Banking Corporation|Corporation|Company|Trust|Society|Railroad|Railway|Syndicate|Works|Mills|Line|Institute|Foundation)(?:,? (?:of|for) [A-Z][\w’'. ]{2,30}| Limited|, Ltd)?"
)
_LANDS = compiled(
    r"(?:[Tt]he )?(?:(?:West|East|North|South|Central|Far|Near|Middle|Latin)(?:ern)? )?[A-Z][a-z]+(?:an|ish|ese|ern|ic)"
)
_DESK_BEHIND = compiled(
    r"(?:[A-Z][a-z]+ ){1,2}(?:Department|Division|Section|Bureau|Office|Desk|Affairs|Committee|Directorate)\b"
)
_FIELD = compiled(
    r"(?:[Tt]he )?(?:(?:[A-Z][\w’'-]+ ){0,2}(?i:foreign|economic|social|cultural|commercial|political|legal|military|naval|trade|health|science|scientific|technical|industrial|industry|agriculture|agricultural|financial|finance|administrative|planning|control|research|intelligence|press|information|protocol|consular|passport|security|atlantic|nuclear|transport|food|labou?r|education|customs))"
)
"""``Foreign`` and ``Commonwealth Office``, ``Economic`` and ``Social Council``: what one body is for."""
_HOUSE = compiled(
    r"(?:[A-Z][\w’'-]+ ){1,2}(?i:office|council|department|division|section|committee|commission|ministry|bureau|agency|service|bank|institute|board)(?: (?:of|for) .{3,60})?"
)
_INITIALS_BEHIND = compiled(rf"(?:[{UPPER}]\. ?){{1,3}}(?=$|[,;)]| (?:and|or)\b)")
_INITIALS_FIRST = compiled(rf"[{UPPER}]\. ?[{UPPER}][\w’'-]+$")
"""``Y. D. Gundevia``: the letters behind him, ``C.S.``, are none of his name."""
_ALL_INITIALS = compiled(rf"(?:[{UPPER}]\. ?){{2,4}}")
_ABBREVIATED = compiled(r"(?:\b[A-Z]|Jr|Sr|Geo|Wm|Chas|Esq|etc)\.$")
_JUNIORS: Final = (", Jr.", ", Jr", ", Sr.", ", Sr", ", jr.", ", jun.", ", JR.", ", JR", ", SR.")


_LED_BY = compiled(r"(?:(?:of|Of|OF|to|To|TO|from|From|FROM|by|By|BY) (?:the |The |THE )?)(?=[A-Z])")


def parse(text: str, start: int, end: int) -> Party | None:
    """The party that a phrase without enumeration names, or None where it names nobody."""
    while start < end and (text[start] in " \t\n\xa0,;:.–—-*\"“”'‘«" and not text.startswith("'", start, start + 1)):
        start += 1
    while end > start and text[end - 1] in ' \t\n\xa0,;:–—-!"”“»*':
        end -= 1
    if end > start + 1 and text[end - 1] == "'" and text[end - 2] != "s":
        end -= 1  # a quotation's end
    if end > start and text[end - 1] == "." and not _ABBREVIATED.search(text, start, end):
        end -= 1
    if end <= start:
        return None
    led = _LED_BY.match(text, start, end)
    if led and (BODY.search(text, led.end(), end) or OFFICE.search(text, led.end(), end)):
        start = led.end()  # "DECISION OF THE POLITBURO", "To the Ministry of War"
    words = text[start:end]
    found = read(words if not words.endswith(_JUNIORS) else words[: words.rindex(",")])  # "Samuel T. Hubbard, Jr."
    if found is None:
        return None
    name, entity, cover, office, place = found
    return Party(name, entity, start, end, cover, office, place)

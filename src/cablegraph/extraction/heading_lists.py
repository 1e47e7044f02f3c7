"""Lists in a heading, and lines whose meaning the next line gives: ``PARTICIPANTS``, ``From the Journal of`` and a name."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cablegraph import dates
from cablegraph.extraction import forms
from cablegraph.extraction.address_parties import participants
from cablegraph.extraction.datelines import PROSE, find
from cablegraph.extraction.heading import Heading
from cablegraph.extraction.lexicon import COUNTRIES, OFFICE
from cablegraph.extraction.names import Party, is_place, parse, parties
from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled

_LIST_HEAD = compiled(
    r"(?P<present>PARTICIPANTS?|Participants?|PRESENT|Present|ATTENDEES)\s*:?|(?P<subject>SUBJECTS?|Subjects?|RE)\s*:?"
)
_NEXT_LABEL = compiled(r"[A-Z][\w &,/]{2,28}:")
_COUNTRY = compiled(r"(?P<name>[A-Z][A-Za-z. ]{1,30}?)(?: (?:side|delegation))?:\s+(?=\S)")
_FOR_SIDE = compiled(
    r"(?:For|From|On behalf of|For the side of) (?:the )?(?P<name>[A-Z][A-Za-z’' ]{1,40}?)(?: (?:side|delegation))?:\s+(?=[A-ZÀ-Ž])"
)
"""``For Cuba: C. R. Rodríguez; S. Aguirre, ambassador``: who spoke for a country."""
_LETTERS = frozenset({"USSR", "GDR", "FRG", "PRC", "DPRK", "DRV", "USA", "UK", "SFRY", "FPRY"})
_SIDE = compiled(r"(?:[A-Z][\w.]* ?){1,4}|.{0,30}\bside\b:?")


def listed(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """A list under its own heading: ``PARTICIPANTS`` and below it a name a line; the line under ``SUBJECT`` is left."""
    if (side := _FOR_SIDE.match(row.text)) and (side["name"] in COUNTRIES | _LETTERS or is_place(side["name"])):
        found = participants(text, row.start + side.end(), row.end)
        heading.participants.extend(found)
        return bool(found)
    if len(row.text) < 60 and row.text[-1] not in ",;" and _SHARED_OUT.fullmatch(row.text):
        return True
    if _MULTIPLIED.fullmatch(row.text):
        heading.listing = "copies"
        return True
    if heading.listing == "copies":
        return _copied(heading, text, row)
    head = _LIST_HEAD.fullmatch(row.text)
    if head:
        heading.listing = "participants" if head["present"] else "subject"
        return True
    if heading.listing == "beside" and _right_below(heading, text, row):
        found = parties(text, row.start, row.end) or [Party(row.text, "position", row.start, row.end)]
        if _his_office(heading, row, found):
            return True
    if heading.listing == "beside":
        if _indented(text, row) and not _NEXT_LABEL.match(row.text):
            _his_office(heading, row, [one for one in parties(text, row.start, row.end) if one.entity == "position"])
            return True
        heading.listing = ""
    if heading.listing == "subject":
        heading.listing = ""
        return len(row.text) < 160
    if heading.listing == "participants" and (country := _COUNTRY.match(row.text)) and is_place(country["name"]):
        found = participants(text, row.start + country.end(), row.end)  # "Germany: Chancellor Brandt, …"
        heading.participants.extend(found)
        return bool(found)
    if heading.listing == "diary":
        return False  # what stands beside "From the journal of" ends no list
    if (
        heading.listing != "participants"
        or len(row.text) > 140
        or _NEXT_LABEL.match(row.text)
        or (row.text.endswith(".") and len(row.text.split()) > 2)
        or PROSE.search(row.text)
    ):
        heading.listing = ""
        return False
    found = [
        party
        for first, last in _across(text, row)
        if not _DESK_ALONE.fullmatch(text, first, last)
        for party in parties(text, first, last)
        if party.entity in ("person", "position")
    ]
    people = [party for party in found if party.entity == "person"]
    heading.participants.extend(people or found)  # "Dr. Kissinger, Secretary of State and Assistant to the President"
    if found or _SIDE.fullmatch(row.text):
        return True
    heading.listing = ""
    return False


_GAP = compiled(r"[ \u00a0]{3,}|[ \u00a0]*\t[ \t\u00a0]*")


_DESK_ALONE = compiled(r"[A-Z]{1,5}(?:/[A-Z]{1,5})*")
"""``ARA`` in a column beside the names: where a man sits."""


def _across(text: str, row: Row) -> Iterator[tuple[int, int]]:
    """``Sir Frederick Hoyer Millar          Dr. Carstens``: who stands beside each other in two columns."""
    first = row.start
    for gap in _GAP.finditer(text, row.start, row.end):
        yield first, gap.start()
        first = gap.end()
    yield first, row.end


_DEEP = 10
"""Blanks before a line that goes on with what stands beside a label above it."""


def _right_below(heading: Heading, text: str, row: Row) -> bool:
    """Whether a line stands right below the last addressee, as what he is does."""
    man = heading.addressees[-1] if heading.addressees else None
    between = text[man.end : row.start] if man is not None and man.end < row.start else "-"
    return not between.strip(" ,\n\u00a0") and between.count("\n") == 1


def _indented(text: str, row: Row) -> bool:
    """Whether a line is set in so far that it stands under what a label says, as the hour does under the day."""
    return row.start >= _DEEP and not text[row.start - _DEEP : row.start].strip(" \t\u00a0")


_SHARED_OUT = compiled(
    r"(?:(?i:to|for)(?: the)? )?[A-Z][\w’'-]*(?: [\w’'-]+){0,3}: ?(?:one|two|three|four|five|six|\d{1,2}) ?(?:cop(?:y|ies))?\.?|(?:Written|Prepared|Made|Typed|Executed):? ?(?:in )?(?:\d{1,2}|[a-z]{3,5}) copies(?:[.;:,] ?(?:(?:\d{1,2}|[A-Za-z]{3,5})(?: cop(?:y|ies))? (?:to|for|in|at) (?:the )?[A-Z][\w’'-]*(?:,? and |[,;] |\.|$))+)?\.?"
)
"""``Written: in four copies``, ``To the Center: three``, ``For the Embassy: one``: how many an office made, and where they are."""
_MULTIPLIED = compiled(
    r"(?i)(?:(?:multiplied|reproduced|duplicated|printed|made|typed|copied|distributed) in|(?:multiplied|duplicated):?) \d{1,3} (?:numbered )?cop(?:ies|\.)[.:]?"
)
"""``Multiplied in 8 copies`` at the head: below it stand those who get them, a line each."""
_RECEIVES = compiled(
    r"(?:(?:Com|Comr|Cde|Min|Amb|Dir|Gen)\.|Comrade|Minister|Ambassador|Director|Mr\.?) (?P<man>[A-ZÀ-Ž][\w.’' -]{2,30})"
    r"|(?P<desk>(?:Dep|Dept|Dptm?)\.? [IVX\d]{1,4}|Department [IVX\d]{1,4}|[A-Z]{2,6})"
)


def _copied(heading: Heading, text: str, row: Row) -> bool:
    """``Com. Rapacki``, ``Dep. V``: one of those who get a copy; anything else ends the list."""
    one = _RECEIVES.fullmatch(row.text)
    if one is None:
        heading.listing = ""
        return False
    if one["desk"]:
        heading.copies.append(Party(row.text, "body", row.start, row.end))
    else:
        heading.copies.extend(parties(text, row.start + one.start("man"), row.end)[:1])
    return True


_MOTTO = compiled(r"(?i)(?:proletarians|workers) of (?:all|the) (?:countries|lands|world|nations)\b.{0,20}")
_EXTRACT = compiled(
    r"(?i)(?:(?:extract|excerpt)s? from|from(?= (?:the )?(?:protocol|minutes) no\b)) (?:the )?(?:protocol|minutes)\b.{0,200}"
)
_SAT = compiled(
    r"(?i:(?:extract|excerpt)s? from (?:the )?(?P<what>protocol|minutes)\b.{0,40}?\b(?:of|by) (?:the |a )?(?:session|meeting|sitting)(?: (?:no\.?|nr\.?|№) ?\d+)? of (?:the )?)(?P<body>[A-Z].{4,80}?)(?= (?:of|on|held) (?:\d|[A-Z][a-z]+ \d)|,|$)"
)
"""``Extract from protocol No. 181 of the session of the CC CPSU Politburo of 28 January``: the body that decided."""
_OF_NUMBER = compiled(r"(?i)\bminutes,? (?:(?:of|from) (?:the )?(?:session|meeting|sitting) )?(?:no\b|nr\b|№|\d)")
"""Minutes that a body counts are its protocols; an extract from them is what it decided."""


_OF_ITS_BODY = compiled(
    r"(?i:(?:extract|excerpt)s? from (?:the )?(?P<what>protocol|minutes),? (?:no|nr|№)\.? ?\d[^ ]*(?: (?:item|point|§)? ?[\w§.-]+,?)? of (?:the )?)(?P<body>[A-Z].{4,80}?)(?:,? (?:of|on|dated|from) (?:\d|[A-Z][a-z]+ \d).*)?"
)
"""``Extract from protocol No. 216, §13gs of the Secretariat of the CC``"""


def _sat(heading: Heading, text: str, row: Row) -> None:
    match = _SAT.match(row.text)
    party = parse(text, row.start + match.start("body"), row.start + match.end("body")) if match else None
    if match and heading.form is None:
        slug = "minutes" if match["what"].lower() == "minutes" and not _OF_NUMBER.search(row.text) else "decision"
        heading.form = forms.Form(slug, row.start, row.start + match.end("what"))
    elif heading.form is None and (of := _OF_ITS_BODY.fullmatch(row.text)):
        heading.form = forms.Form("decision", row.start, row.start + of.end("what"))
        party = parse(text, row.start + of.start("body"), row.start + of.end("body"))
    if party and party.entity == "body":
        heading.recorders.append(party)


def goes_out(heading: Heading) -> None:
    """``To: Dahl, Lund, Berg`` over an extract from a protocol: each whom it concerns has a copy of it, besides being addressed."""
    if heading.extract:
        heading.copies.extend(one for one in heading.addressees if one not in heading.copies)


_DESK = compiled(r"(?:INDICATE|Indicate|ORIGIN|Origin)\s*:.{0,80}|EYES ONLY\b.{1,60}")
"""``INDICATE: COLLECT / CHARGE TO``, ``Origin: EA``: printed heads of the Department's forms."""
_MARKED = compiled(r"(?i)(?:(?:top|strictly) )?(?:secret|confidential)\W*|copy no\b.{0,12}")
"""What stands beside ``From the journal of``, in another column."""
_DIARY_OF = compiled(r"(?i)(?:from the )?(?:journal|diary|diaries) of:?\s*(?P<who>.{0,110})")


_CHAIR = compiled(r"(?i:(?:chaired|presided over) by:?) (?P<who>[^\W\d_a-z].{3,60}?)\.?")
"""``Chaired by Comrade L. I. BREZHNEV.``"""


_COMRADES = compiled(
    r"(?:Comrades|COMRADES|Cdes\.?|Coms\.|Comrs\.|Tow\.|Soudruzi)\s?[:–—-]?\s(?P<who>(?:[A-ZÀ-Ž][\w’'.-]*\s?){1,3}(?:,\s?(?:[A-ZÀ-Ž][\w’'.-]*\s?){1,3})+(?:,? and (?:[A-ZÀ-Ž][\w’'.-]*\s?){1,3})?)\.?"
)
"""``Comrades: Lund, Dahl, Berg`` in a telegram's head: for whom it is."""
_TO_SEVERAL = compiled(r"(?i:to|for):? (?i:the )?(?i:comrades|cdes?\.?|coms\.|comr\.|messrs\.?)\s*[:–—-]")
"""``To Comrades:`` and below it their names."""


_HELD = compiled(
    rf"(?:[Tt]he )?(?:(?:Deputy|First|General|Acting|Prime|Foreign|Vice|Under|Supreme|Permanent|Chief|Commander)[ -])*{OFFICE.pattern}"
)


def _his_office(heading: Heading, row: Row, found: list[Party]) -> bool:
    """``General Secretary of the Central Committee,`` below ``To: Comrade L. I. Brezhnev,``: what the addressee is."""
    man = heading.addressees[-1] if heading.addressees else None
    if man is None or man.entity != "person" or len(row.text) > 140:
        return False
    if not found or not _HELD.match(row.text) or any(one.entity == "person" for one in found):
        return False
    heading.addressees[-1] = replace(man, office=man.office or found[0].name)
    return True


def formula(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``Proletarians of all countries, unite!``, ``EXTRACT from protocol No. 181``, ``From the Journal of`` and a name."""
    if row.text in ("to", "To", "TO", "To all", "à", "À"):
        heading.listing = "to"  # "The Ambassador of France", "to", "His Excellency …"
        return True
    if (named := _COMRADES.fullmatch(row.text)) and not heading.addressees:
        heading.addressees.extend(parties(text, row.start + named.start("who"), row.end))
        return True
    if _TO_SEVERAL.fullmatch(row.text):
        heading.listing = "several"
        return True
    if heading.listing in ("to", "several"):
        several = heading.listing == "several"
        heading.listing = "several" if several and row.text.endswith(",") else ""
        if _NEXT_LABEL.match(row.text) or PROSE.search(row.text):
            return False
        found = [party for party in parties(text, row.start, row.end) if party.entity != "place"]
        if found and not several and _his_office(heading, row, found):
            heading.listing = "to" if row.text.endswith((",", " and")) else ""
            return True
        heading.addressees.extend(found if several else found[:1] if len(row.text) < 110 else [])
        return bool(found) and len(row.text) < 110
    if heading.listing == "diary" and not _MARKED.fullmatch(row.text):
        heading.listing = ""
        found = [party for party in parties(text, row.start, row.end) if party.entity == "person"]
        heading.recorders.extend(found[:1])
        return bool(found) and len(row.text) < 80
    if row.text[0] not in "PpWwEeFfIiOoJjDdCc":
        return False
    if chair := _CHAIR.fullmatch(row.text):
        heading.participants.extend(parties(text, row.start + chair.start("who"), row.start + chair.end("who")))
        return True
    if _DESK.fullmatch(row.text):
        return True
    if _MOTTO.fullmatch(row.text):
        return True
    if _EXTRACT.fullmatch(row.text):
        heading.dates.extend(find(text, row.start, row.end, order, "sent"))
        _sat(heading, text, row)
        heading.extract = True
        return True
    if diary := _DIARY_OF.fullmatch(row.text):
        if diary["who"]:
            at = row.start + diary.start("who")
            heading.recorders.extend(one for one in parties(text, at, row.end)[:1] if one.entity == "person")
        else:
            heading.listing = "diary"
        return True
    return False

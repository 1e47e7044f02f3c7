"""Addresses over a salutation, on lines of their own: ``The Honourable I D Smith``, ``Prime Minister of Rhodesia``, ``Salisbury``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cablegraph.extraction import name_lists
from cablegraph.extraction.address_blocks import STREET, TOWN_AND_CODE, put_address
from cablegraph.extraction.address_seats import may_be_place, town_of
from cablegraph.extraction.datelines import PROSE
from cablegraph.extraction.heading import Heading, Spot
from cablegraph.extraction.lexicon import BODY, COUNTRIES, COURTESY, DATE_LIKE, OFFICE, RANK
from cablegraph.extraction.name_words import NATION
from cablegraph.extraction.names import Party, cased, is_place, parties
from cablegraph.extraction.relays import via_line
from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled

_POLITE: Final = compiled(rf"(?i:{COURTESY}|{RANK}|H\.? ?E\.?)\.?,? (?=[^\W\d_])")
_HONOURED: Final = compiled(
    r"(?i:(?:his|her|your) excellency|(?:the )?(?:right |rt\.? )?hon(?:ou?rable|\.)?|h\.? ?e\.?),?"
)
"""``His Excellency`` on a line of its own over the name."""
_GREETS: Final = compiled(
    r"(?:(?:[Mm]y )?(?:[Vv]ery )?[Dd]ear|Esteemed|Respected|Highly [Ee]steemed|Deeply [Rr]espected|Honou?red|Your (?:Excellency|Majesty|Highness|Holiness)|Excellency|Sirs?|Madam|Mr\.? |Comrade|Compañer[oa]|Camarada|Monsieur|Cher|Ch[eè]re|Estimad[oa]|Querid[oa]|Caro|Egregio|Gentile|Sehr|Lieber?|Werter?|Verehrter?|Szanown[ya]|Drogi|Vážený|Stimate|Tisztelt|Kedves)\b[^.]{0,80}?(?:[,:!.]|(?<=\w)$)(?: |$)"
)
_ABROAD: Final = compiled(
    r"(?:Vice-?)?(?:President[ea]|Primer Ministro|Ministr[oae]|Canciller|Chanceler|Secret[aá]rio|Embajador|Embaixador|Président|Ministre|Ambassadeur|Bundes\w+|Präsident|Staatssekretär|Botschafter|Vorsitzende\w?|Prezydent|Prezes|Prezident|Předsed\w+|Președinte\w*|Elnök)\b"
)
"""``Presidente de la República``: an office in another language."""
_CODE_AND_TOWN: Final = compiled(
    r"(?:[A-Z]{1,3}-)?\d{3,6} (?P<town>[A-ZÀ-Ž][\w’'-]+(?: [A-ZÀ-Ž][\w’'-]+)?)(?: \d{1,2})?"
)
"""``102 Berlin``, ``A-1010 Wien``"""
_LINES: Final = 4
"""Lines that an address may have below its name."""
_LONGEST: Final = 100


def greeted(heading: Heading, text: str, rows: Sequence[Row], *, honoured: bool = False) -> int:
    """Name, office and town on lines of their own above a salutation: how many lines the address has, or nothing."""
    if rows and _HONOURED.fullmatch(rows[0].text) and len(rows) > 1 and not _HONOURED.fullmatch(rows[1].text):
        below = greeted(heading, text, rows[1:], honoured=True)
        return below + 1 if below else 0
    man = _man(heading, text, rows, honoured=honoured)
    if man is None:
        return 0
    for index, row in enumerate(rows[1 : _LINES + 2], 1):
        carried = via_line(row) and any(_salutes(one) for one in rows[index + 1 : index + 3])
        if _salutes(row) or carried:
            if index == 1 and not carried:
                return 0
            heading.addressees.append(man)
            return index
        last = any(_salutes(one) for one in rows[index + 1 : index + 2])
        if spot := _town(text, row, last=last and index > 1):
            known = index > 1 and is_place(spot[2]) and bool(heading.letterhead and heading.dates)
            if not known and not any(_salutes(one) for one in rows[index + 1 : index + 4]):
                return 0
            put_address(heading, man, spot)
            return index + 1
        if not _belongs(text, row) and not (index > 1 and _quarter(text, rows, index)):
            return 0
    return 0


_FEW_WORDS = compiled(r"(?:[Tt]he )?[A-ZÀ-Ž][\w’'-]+(?: [A-ZÀ-Ž][\w’'-]+)?,?")


def _quarter(text: str, rows: Sequence[Row], index: int) -> bool:
    """``The Kirya`` between an office and its town."""
    below = rows[index + 1 : index + 3]
    town = bool(below) and _town(text, below[0], last=False) is not None
    return town and _FEW_WORDS.fullmatch(rows[index].text) is not None and any(_salutes(row) for row in below)


def _man(heading: Heading, text: str, rows: Sequence[Row], *, honoured: bool) -> Party | None:
    """The man whom a line names with a word of courtesy, a rank or an office before his name, if it names one alone."""
    if len(rows) < 3 or len(rows[0].text) > 70 or rows[0].text[-1:] in ":.!?;":
        return None
    above = heading.addressees[-1] if heading.addressees else None
    if above is not None and rows[0].start - above.end < 4:
        return None  # "To the Deputy Minister" and, below it, "Comrade Schwab"
    found = parties(text, rows[0].start, rows[0].end)
    if len(found) != 1 or found[0].entity != "person":
        return None
    led = honoured or _POLITE.match(rows[0].text) or (found[0].office and OFFICE.match(rows[0].text))
    return found[0] if led and not NATION.match(rows[0].text) else None


def _salutes(row: Row) -> bool:
    """Whether a line is a salutation, or begins with one."""
    greeting = _GREETS.match(row.text)
    return greeting is not None and not PROSE.search(greeting[0])


def _belongs(text: str, row: Row) -> bool:
    """Whether a line can stand in an address: an office, a body or a street, in some language."""
    words = row.text
    if len(words) > _LONGEST or PROSE.search(words) or DATE_LIKE.search(words):
        return False
    if OFFICE.search(words) or OFFICE.search(words.title()) or BODY.search(words) or _ABROAD.match(words):
        return True
    known = name_lists.known(words, 0, len(words))
    return STREET.search(words) is not None or any("body" in one.kinds for one in known)


def _town(text: str, row: Row, *, last: bool) -> Spot | None:
    """The town of an address; the last line over the salutation and below an office may be one that nobody knows."""
    coded = TOWN_AND_CODE.fullmatch(row.text) or _CODE_AND_TOWN.fullmatch(row.text)
    town = coded["town"] if coded else row.text.rstrip(" .,")
    if is_place(town) and cased(town) not in COUNTRIES:
        at = row.start + (coded.start("town") if coded else 0)
        return at, at + len(town), cased(town)
    if town.count(",") == 1:
        spot = town_of(text, row.start, row.end)
        first = town.partition(",")[0]
        if spot is None and is_place(first) and cased(first) not in COUNTRIES:  # "New York, N.Y."
            spot = (row.start, row.start + len(first), cased(first))
        return spot
    alone = last and cased(town) not in COUNTRIES and not _belongs(text, row) and len(town.split()) < 4
    alone = alone and town[:1].isupper() and may_be_place(cased(town))
    return (row.start, row.start + len(town), cased(town)) if alone else None

"""The lines after a paper's text: ``FILIPPOV [Stalin]``, ``24 June 1951``, ``Copies: Stalin, Molotov``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from cablegraph import dates
from cablegraph.extraction import (
    address_blocks,
    address_seats,
    compliments,
    copylists,
    remarks,
    seals,
    signatures,
    stamps,
)
from cablegraph.extraction.datelines import dated_line
from cablegraph.extraction.heading import Heading
from cablegraph.extraction.lexicon import BODY, COURTESY, DATE_LIKE, MONTH, OFFICE
from cablegraph.extraction.names import COVER_NAMES, Party, cased, is_place, parse, parties
from cablegraph.extraction.rows import Row

MAX_ROWS: Final = 24
MAX_ADDRESS: Final = 4
"""Lines that an address below the signature may have."""

_END_MARK = re.compile(r"\[\s*(?:\.{2,5}|…)\s*\]|#{2,4}|\*{3}|…|\.{3,5}|-{3,}")
_GRADE = re.compile(r"(?:(?:TOP |STRICTLY )?SECRET|CONFIDENTIAL|UNCLASSIFIED|LIMITED OFFICIAL USE|NNNN|BT)\W*")
_NUMBER = re.compile(
    r"(?:[A-Za-z]{0,12}\.?\s?){0,2}(?:No|Nr|N[º°]|№|#)\s?\.?:?\s*\d[\w/.()-]*[.\]]*|\d[\w/.-]{2,}[/-]\w+", re.IGNORECASE
)
_REGARDS = re.compile(
    r"(?i)(?:with(?!\s(?:reference|regard\sto|respect\sto|the\sexception|him|them|me|us|her|it|whom|which|this|that|\d))|yours(?!\s(?:of|dated|received|\d))"
    r"|your(?=\s(?:[\w’'-]+,?\s){0,4}?(?:servants?|friends?|brothers?|comrades?|colleague|well-wisher|ally|son|daughter|pupil|admirer)\b)"
    r"|(?:very|most)(?=\s(?:\w+ly|obedient|humble|best|warm|sincere|high|kind|true|cordial|esteemed|deep)\b)|sincerely|respectfully|fraternally|faithfully|truly|(?:i|we) (?:am|are|have|remain)"
    r"(?=,|\.?$|\s*\[|\s*&|\s*etc|\s+(?:the honou?r,? (?:to|sir|$)|sir\b|my\b|yours?\b|very\b|most\b|with (?:great|much|high|sincere|"
    r"respect|the |best|profound)|dear\b|gentlemen|madam|always|ever\b|sincerely|respectfully|faithfully))|"
    r"accept|greetings|regards|best|long live|(?:home|father|mother)land or death|i shake|be assured|please accept|hoping|в ожидании|с приветом).{0,120}"
)
_TELLS = re.compile(r"\b(?:will|shall|would|should|must|can|cannot|was|were|is|has|had)\b")
"""``With the next driver you will have …`` tells something, and is no word of regard."""
_SIGNED = re.compile(
    r"(?:\[?\(?(?:Signed|SIGNED|signed|Sgd|[Ss]?s/|/s/|ss?(?=\))|Signature|[Ff]irmado)\]?\)?\s*:?\s*(?:by\s+)?|/s/\s*|sgd\.?\s*|(?:[Ss]ign?\.|[Gg]ez\.|[Pp]odp\.|[Ff]do\.)\s*|/[-–—]/\s*|\([-–—]\)\s*)(?P<who>[^\n]+)"
)
_ENCLOSED = re.compile(
    r"(?:Enclosures?|Encl\.?|Inclosures?|Attachments?|Annex(?:es)?|Appendix)\s*\d{0,2}\s*[:.]\s?.{2,90}"
    r"|(?:\d{1,2}|[Oo]ne|[Tt]wo|[Tt]hree) (?:[Ee]nclosures?|[Ii]nclosures?|[Aa]nnex(?:es)?|[Aa]ttachments?)\.?"
)
_RECORDER = re.compile(
    r"(?:(?:Noted|Minuted|Drawn up|Protocolled)(?= by)|Recorded|Taken down|Written down|Noted down|Notes? taken|Minutes taken|Record made|Recording made|Note made|Translated and recorded|Interpreted and recorded)(?: and (?:\w+ )?by| by)?\s*:?\s+(?P<who>[A-Z].{2,60})"
)
"""``Recorded by I. Kan`` below the minutes of a conversation: they are his."""
_OFFICE_AND_NAME = re.compile(
    r"(?P<office>[A-Z][^:.]{5,90}):\s+(?:\((?:ss?|signed|sgd\.?|-)\)\s*)?(?P<who>(?:(?:Col|Gen|Maj|Lt|Capt|Adm|Dr|Prof|Ing)\.\s)*(?:[A-Z]\.\s?){0,2}[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})"
)
"""``FIRST SECRETARY OF THE CC: T. LUKIN``"""
_INITIALS = re.compile(r"(?P<initials>(?:[A-Z]\. ?)+)(?P<first>[A-Z])\[(?P<rest>[a-zà-ž]+)(?:, ?Jr\.?)?\]\.?")
_COMPLETED = re.compile(
    r"(?P<name>[A-Z](?:\[[a-zà-ž.]+\]|\.)(?: ?[A-Z](?:\[[a-zà-ž.]+\]|\.)){0,3} (?:Mc|Mac|De|Van )?[A-Z]\[[a-zà-ž]+,?\]),?(?: (?:Jr|Sr)\.?)?\.?"
)
_DATED = re.compile(
    rf"(?P<date>{DATE_LIKE.pattern}|\d{{1,2}}[ ./](?:[IVX]+|\d{{1,2}})[ ./]\d{{2,4}}(?:\s?г\.?)?|\d{{1,2}} [а-я]{{3,8}} \d{{4}}(?:\s?г(?:ода|\.)?)?)(?:\s?г(?:ода?)?(?!\w)\.?)?[\s.,;:–—-]*"
)
_TYPED = re.compile(
    r"(?:(?:drafted|cleared|clearances?|concurrences?|approved)(?: by)?\s?:|(?:deciphered|decoded|decrypted|encoded|enciphered|encrypted) (?:on|by|at)|typed|printed|copied|\d+ cop(?:y|ies)|executed|dispatched|taken down|archive|true copy|translated|transl\.|checked|authenticated)(?<=[\w:]).{0,80}"
    r"|(?:executors?|executed by|typist|исп(?:олнитель)?\.?|отп\.?)\s?:?\s?[A-ZА-Я№\d].{2,60}(?<!\.)",
    re.IGNORECASE,
)
_FOOT_DATELINE = re.compile(
    rf"(?P<place>(?:(?:St|Ste|San|Santa|Port|Fort|New|La|Le|El|The|Cape) ?\.? ?)?[A-Z][^\W\d_][\w’'-]+), {MONTH} \d{{1,2}}, \d{{4}}\.?"
)
"""``Kanagawa, June 13, 1864.`` below a signature; a man's name has no comma between itself and the day."""
_ADDRESSEE = re.compile(
    rf"(?:(?:The |His Excellency,? ?(?:the )?|Hon(?:orable|ourable)?\.? )|(?:{COURTESY})\s).{{3,90}}|[A-Z][\w., ]+,? Esqs?\b.{{0,60}}|The Secretary of State.{{0,30}}"
)
_ESQUIRE = re.compile(
    r"(?P<who>(?:[A-Z]\. ?){0,3}[A-Z][\w’'. -]{2,40}?),? Esq(?:uire)?\b\.?(?:,? [A-Z][A-Z ,.]{1,20})?,?"
)
"""``J. Stephen Wall Esq LVO`` below a signature: to whom the letter goes."""
_SEAT = re.compile(r",\s*(?:at )?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?:,? D\. ?C)?\.?$")
"""The town with which an address ends: ``Washington, D. C.``"""
_PAREN_NOTE = re.compile(r"[\[(].{1,200}[\])]\.?")
_ARCHIVE = re.compile(
    r"[A-ZА-Я][\w ./()«»’'-]{1,40},\s.{0,60}\b(?:f|F|fond|Fond|k|Bl|d|op|bd|RG|Box|sygn|file|File|p|vol|URM|MfAA|DFA)\b\.?.{0,80}\d[\w. –-]*"
)


@dataclass(slots=True)
class Closing:
    """What the lines after the text say. ``rows`` is how many of the last lines they are."""

    rows: int = 0
    signatures: list[Party] = field(default_factory=list)
    copies: list[Party] = field(default_factory=list)
    addressees: list[Party] = field(default_factory=list)
    dates: list[tuple[str, int, int, str]] = field(default_factory=list)
    places: list[tuple[int, int, str]] = field(default_factory=list)
    destinations: list[tuple[int, int, str]] = field(default_factory=list)
    below: int = 0
    """How many lines below the one that is read may belong to a signature, being offices or addresses."""
    spot: tuple[int, int, str] | None = None
    """The place that stands alone as the last line of an address."""
    seat: bool = False
    """Whether a line below is a place alone, as the last of an address is."""
    bodies: list[Party] = field(default_factory=list)
    """Bodies to which a note in the third person is addressed."""
    beside: tuple[int, int] | None = None
    """Where those are named who countersign."""
    inline: tuple[int, int] | None = None
    """Where a signature stands inside the last line of text, and that line's new end."""


def read(
    text: str,
    rows: Sequence[Row],
    order: dates.Order | None,
    known: frozenset[str],
    context: dates.DateValue | None,
    *,
    quoted: bool = False,
) -> Closing:
    """Read the lines at the end of a paper. ``known`` are surnames of its senders, as title or heading give them.

    ``quoted``: the paper is a quotation, whose last words may be its signature whatever their letters.
    """
    closing = Closing()
    tail = list(rows[-MAX_ROWS:])
    tail = _copies(closing, text, _remarks(closing, _copies(closing, text, tail)))
    if (seal := seals.countersigned(tail)) is not None:
        closing.rows += len(tail) - seal
        closing.beside = (tail[seal].end, tail[-1].end)
        tail = tail[:seal]
    tail = _third_person(closing, text, tail, order)
    tail = _addressed_below(closing, text, tail)
    day, place = seals.done(text, tail)
    closing.dates.extend([("signed", *day)] if day else [])
    closing.places.extend([place] if place else [])
    pending = 0
    signed = False
    taken = (len(closing.addressees), len(closing.destinations))
    for row in reversed(tail):
        closing.below = pending
        kind = _kind(closing, text, row, order, known, context, signed)
        if kind == "":
            break
        if kind == "maybe":
            if is_place(row.text):
                closing.seat = True
                closing.spot = closing.spot or (
                    row.start,
                    row.start + len(row.text.rstrip(" .")),
                    cased(row.text.rstrip(" .")),
                )
            pending += 1
            if pending > MAX_ADDRESS:
                break
            continue
        signed = signed or bool(closing.signatures)
        closing.rows += 1 + pending
        pending = 0
        taken = (len(closing.addressees), len(closing.destinations))
    if pending:  # lines that only looked like an address are text
        del closing.addressees[taken[0] :], closing.destinations[taken[1] :]
    closing.signatures.reverse()
    closing.addressees.reverse()
    if closing.spot and closing.signatures and closing.dates and not (closing.places or closing.addressees):
        closing.places.extend([closing.spot] if closing.spot[0] > closing.signatures[-1].end else [])
    if not closing.signatures and closing.rows < len(rows):
        _inline(closing, text, rows[len(rows) - closing.rows - 1], known, order, context, quoted)
    rest = rows[: len(rows) - closing.rows]
    bare = not (closing.signatures or closing.dates) and (bool(closing.copies) or not closing.rows)
    if bare and (below := remarks.below(text, rest, order, known)):
        above = read(text, rest[:-below], order, known, context, quoted=quoted)
        above.rows += below + closing.rows
        above.copies.extend(closing.copies)
        return above
    return closing


def _remarks(closing: Closing, tail: list[Row]) -> list[Row]:
    """The lines without the remarks of those who read the paper."""
    put = stamps.remarks(tail)
    closing.rows += len(tail) - put if put is not None else 0
    return tail[:put]


def _copies(closing: Closing, text: str, tail: list[Row]) -> list[Row]:
    """The lines without the list of copies, which is put down."""
    cut = copylists.begins(tail)
    if cut is not None:
        closing.copies.extend(copylists.read(text, tail[cut:], _beside_copies))
        closing.rows += len(tail) - cut
    return tail[:cut]


_HONOURED = re.compile(r"(?:(?:His|Her) Excellency|(?:The )?(?:Right )?Honou?rable|The Hon\.|The Rt\.? Hon\.?),?")


def _addressed_below(closing: Closing, text: str, tail: list[Row]) -> list[Row]:
    """``His Excellency`` alone below the signature, and under it name, office and town: to whom the letter goes."""
    if len(tail) > 2 and (man := _honoured(closing, text, tail[-2], tail[-1])):
        closing.rows += 2
        closing.addressees.append(man)
        return tail[:-2]
    place = next((at for at in range(len(tail) - 2, 0, -1) if _HONOURED.fullmatch(tail[at].text)), 0)
    below = tail[place + 1 :]
    if not place or len(below) > MAX_ADDRESS or any(len(row.text) > 70 or row.text.endswith(":") for row in below):
        return tail
    found = [one for one in parties(text, below[0].start, below[0].end) if one.entity == "person"]
    if len(found) != 1:
        return tail
    closing.addressees.extend(found)
    last = below[-1].text.rstrip(" .")
    if len(below) > 1 and is_place(last):
        closing.destinations.append((below[-1].start, below[-1].start + len(last), cased(last)))
    closing.rows += len(tail) - place
    return tail[:place]


_TOWN = re.compile(r"[A-ZÀ-Ž][\w’'-]{2,}(?: [A-ZÀ-Ž][\w’'-]+)?\.?")


def _honoured(closing: Closing, text: str, row: Row, below: Row) -> Party | None:
    """``His Excellency President Dahl`` and, last of all, ``Brioni``: to whom a letter goes, and where he is."""
    match = _HONOURED.match(row.text)
    town = below.text.rstrip(" .")
    if match is None or len(row.text) > 100 or row.text[-1] in ".:" or not _TOWN.fullmatch(below.text):
        return None
    found = signatures.people(text, row.start + match.end(), row.end)
    if len(found) != 1 or any(one.name.split()[-1] == town for one in found):
        return None
    if not is_place(town) and not address_seats.may_be_place(town):
        return None
    closing.destinations.append((below.start, below.start + len(town), cased(town)))
    return found[0]


def _third_person(closing: Closing, text: str, tail: list[Row], order: dates.Order | None) -> list[Row]:
    """A note in the third person has no signature: below its assurances stand the day and the address."""
    below = compliments.below(text, tail, order)
    if below is None:
        return tail
    closing.dates.extend(below.dates)
    closing.places.extend([below.origin] if below.origin else [])
    closing.bodies.extend([below.addressee] if below.addressee else [])
    closing.destinations.extend([below.destination] if below.destination else [])
    closing.rows += below.rows
    return tail[: len(tail) - below.rows]


def _beside_copies(words: str) -> bool:
    """Whether a line among the copies is none of them."""
    return bool(
        _END_MARK.fullmatch(words)
        or _PAREN_NOTE.fullmatch(words)
        or _NUMBER.fullmatch(words)
        or _DATED.match(words)
        or _ARCHIVE.fullmatch(words)
    )


def _kind(
    closing: Closing,
    text: str,
    row: Row,
    order: dates.Order | None,
    known: frozenset[str],
    context: dates.DateValue | None,
    signed: bool,
) -> str:
    """``closing`` for a line that is one, ``maybe`` for a line that is one only if a signature stands above, or nothing."""
    words = row.text
    if re.fullmatch(r"\d{1,2}[./](?:\d{1,2}|[IVX]{1,4})\.?", words) or re.fullmatch(
        r"[\[(]?(?:signature|signed|(?:the )?(?:great )?seal|l\. ?s|stamp)\.?[\])]?\.?", words, re.IGNORECASE
    ):
        return "closing"
    if not signed and re.fullmatch(r"\d{2,4}|\d{1,2}/\d{4,5}", words):
        return "maybe"  # the cipher clerk's number below the name
    if _END_MARK.fullmatch(words) or _GRADE.fullmatch(words) or (_NUMBER.fullmatch(words) and len(words) < 50):
        return "closing"
    if _ENCLOSED.fullmatch(words):
        return "closing"
    if came := stamps.received(text, row):
        closing.dates.append(("received", *came))
        return "closing"
    if words[-1:] in ").]" and (day := seals.foreign_day(text, row)):
        closing.dates.append(("signed", *day))
        return "closing"
    if not signed and (written := _ESQUIRE.fullmatch(words)):
        found = signatures.people(text, row.start, row.start + written.end("who"))
        closing.addressees.extend(found)
        return "maybe" if found else ""
    if not signed and (house := signatures.house(text, row)):
        closing.signatures.append(house)
        return "closing"
    if not signed and (recorder := _RECORDER.fullmatch(words)):
        people = signatures.people(text, row.start + recorder.start("who"), row.end)
        closing.signatures.extend(reversed(people))
        return "closing" if people else ""
    if not signed and (led := _OFFICE_AND_NAME.fullmatch(words)) and OFFICE.search(led["office"].title()):
        people = signatures.people(text, row.start + led.start("who"), row.end)
        closing.signatures.extend(reversed(people))
        return "closing" if people else ""
    if bracketed := _COMPLETED.fullmatch(words):  # "C[ordell] H[ull]"
        name = re.sub(r"[\[\]]", "", bracketed["name"]).strip(" ,.")
        closing.signatures.append(Party(name, "person", row.start, row.start + bracketed.end("name")))
        return "closing"
    if heir := _INITIALS.fullmatch(words):  # "W. R. C[astle, Jr.]"
        span = (row.start, row.start + heir.end())
        name = f"{heir['initials']}{heir['first']}{heir['rest']}".strip(" ,")
        closing.signatures.append(Party(name, "person", *span))
        return "closing"
    if len(words) > 130:
        return ""
    if match := _SIGNED.fullmatch(words):
        for signer in reversed(list(re.finditer(r"[^/\n]+", match["who"]))):  # "A. Bell / C. Dahl"
            at = row.start + match.start("who") + signer.start()
            closing.signatures.extend(reversed(signatures.people(text, at, at + len(signer[0]))))
        return "closing"
    if re.fullmatch(rf"(?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}})\.?", words):
        _date(closing, text, row.start, row.end, order, context)
        return "closing"
    dated = _DATED.match(words)
    if dated and dated.end() >= len(words.rstrip(" .")):
        _date(closing, text, row.start, row.end, order, context)
        return "closing"
    if _whole_date(text, row, order, context):
        _date(closing, text, row.start, row.end, order, context)
        return "closing"
    if not signed and words.endswith(",") and len(words) < 60 and (closing.below or words.isupper()):
        bare = Row(row.start, row.end - 1, words[:-1])  # "JOHN HAY," and "Secretary of State." below
        greets = words.startswith(("Dear ", "Sir", "My ")) or _ADDRESSEE.fullmatch(words)
        if not greets and (people := signatures.signature(text, bare, 0, known)):
            closing.signatures.extend(reversed(people))
            return "closing"
    if signatures.RANKS.fullmatch(words):
        return "maybe"
    if (coded := address_blocks.TOWN_AND_CODE.fullmatch(words)) and is_place(coded["town"]):
        closing.seat = True
        closing.spot = closing.spot or (row.start, row.start + coded.end("town"), cased(coded["town"]))
        return "maybe"
    last = closing.rows == 0 and not closing.below and words.endswith(".") and " " not in words
    if last and (people := signatures.last_word(text, row)):
        closing.signatures.extend(people)
        return "closing"
    written_to = closing.seat and closing.below and _ADDRESSEE.fullmatch(words)
    if (
        not signed
        and not written_to
        and (people := signatures.signature(text, row, dated.end() if dated else 0, known))
    ):
        if dated:
            _date(closing, text, row.start, row.start + dated.end(), order, context)
        closing.signatures.extend(reversed(people))
        return "closing"
    if signed:
        return _above(closing, text, row, known)
    if len(words) < 110 and not words.endswith("!") and re.search(DATE_LIKE.pattern, words):
        trailing = re.search(DATE_LIKE.pattern + r"\W*$", words)
        before = words[: trailing.start()].strip(" ,.") if trailing else ""
        if (spot := _FOOT_DATELINE.fullmatch(words)) and spot["place"].split()[-1].lower() not in known:
            _date(closing, text, row.start, row.end, order, context)
            low, high = (row.start + at for at in spot.span("place"))
            closing.places.append((low, high, cased(spot["place"])))
            return "closing"
        party = parse(text, row.start, row.start + trailing.start()) if trailing and before else None
        if party and party.entity == "person" and not is_place(before) and len(words) < 60:
            _date(closing, text, row.start + (trailing.start() if trailing else 0), row.end, order, context)
            closing.signatures.append(party)
            return "closing"
        dateline = Heading()
        if dated_line(dateline, text, row, order, True) and dateline.dates:
            closing.dates.extend(
                ("signed" if kind == "sent" else kind, start, end, edtf) for kind, start, end, edtf in dateline.dates
            )
            closing.places.extend([dateline.origin] if dateline.origin else [])
            return "closing"
    if words.startswith(("[Received", "(Received", "Received ")) and len(words) < 80:
        for when in dates.find(text, row.start, row.end, order=order):
            closing.dates.append(("received", when.start, when.end, ""))
        return "closing"
    if (
        words.startswith("To ")
        and len(words) < 90
        and not words.endswith((".", ":"))
        and not re.search(r"\b(?:the|this|that) \w+ (?:is|was)\b", words)
    ):
        found = parties(text, row.start + 3, row.end)
        if any(party.entity == "person" for party in found):
            closing.addressees.extend(party for party in found if party.entity == "person")
            return "maybe"
    if _TYPED.fullmatch(words) or (_PAREN_NOTE.fullmatch(words) and len(words) < 120) or _ARCHIVE.fullmatch(words):
        return "closing"
    if (
        _ADDRESSEE.fullmatch(words)
        and len(words) < 100
        and not re.search(r"(?i)\b(?:is|was|will|has|had|are|made|said|told)\b", words)
    ):
        found = [party for party in parties(text, row.start, row.end) if party.entity in ("person", "position")]
        closing.addressees.extend(party for party in found if party.entity == "person")
        if (seat := _SEAT.search(words)) and is_place(seat[1]):
            closing.destinations.append((row.start + seat.start(1), row.start + seat.end(1), seat[1]))
        elif closing.spot and found:
            closing.destinations.append(closing.spot)
        return "maybe"
    if (
        len(words) < 60
        and (OFFICE.search(words) or OFFICE.search(words.title()) or is_place(words) or BODY.search(words))
        and not re.search(r"(?i)\b(?:is|was|will|has|had|are|made|said|told|please|reply|asks?|confirm)\b", words)
    ):
        if (seat := _SEAT.search(words)) and is_place(seat[1]) and OFFICE.search(words[: seat.start()]):
            # "Hon. William H. Seward," and "Secretary of State, Washington, D. C." below it
            closing.spot = closing.spot or (row.start + seat.start(1), row.start + seat.end(1), seat[1])
        return "maybe"
    return ""


_HOUR_ABROAD = re.compile(
    r"\b(?:г|года?|\d{1,2}\s?час\w*|\d{1,2}\s?мин\w*)\b|[\d〇零一二三四五六七八九十]{1,3}(?:时|時|点|點)(?:[\d〇零一二三四五六七八九十]{1,3}分|半)?|[\W_]"
)


def _whole_date(text: str, row: Row, order: dates.Order | None, context: dates.DateValue | None) -> bool:
    """``24 июня 1951 г.``, ``1951年6月24日``: a line that is a day and no more, in any language the date grammar reads."""
    if len(row.text) > 40 or row.text.isascii():
        return False
    found = list(dates.find(text, row.start, row.end, context=context, order=order))
    if len(found) != 1:
        return False
    left = text[row.start : found[0].start] + text[found[0].end : row.end]
    return not _HOUR_ABROAD.sub("", left)


def _above(closing: Closing, text: str, row: Row, known: frozenset[str]) -> str:
    """Lines over a signature: a second signature, an office, words of regard."""
    words = row.text
    if _REGARDS.fullmatch(words) and len(words) < 110 and not _TELLS.search(words):
        return "closing"
    if words.endswith(":") and len(words) < 40 and OFFICE.fullmatch(words[:-1].title()):
        return "closing"  # "AMBASSADOR:" over the name
    dateline = Heading()
    if not closing.dates and len(words) < 60 and dated_line(dateline, text, row, None, True) and dateline.origin:
        closing.dates.extend(("signed", *day[1:]) for day in dateline.dates)
        closing.places.append(dateline.origin)  # "Prague, 14 June 1948" over the name
        return "closing"
    people = signatures.signature(text, row, 0, known)
    if not people and (house := signatures.house(text, row)):
        people = [house]
    stopped = (
        words.endswith((".", ":", "?", "!"))
        and not words.endswith(("Jr.", "Sr.", "Co.", "Bros."))
        and not (words.isupper() and words.endswith("."))
    )
    if people and len(closing.signatures) < 6 and not stopped:
        closing.signatures.extend(reversed(people))
        return "closing"
    if (
        len(words) < 90
        and (OFFICE.search(words) or BODY.search(words))
        and not words.endswith((".", ":", "!"))
        and not re.search(r"(?i)\b(?:is|was|will|has|had|are|made|said|told)\b", words)
    ):
        return "closing"
    return ""


def _date(
    closing: Closing, text: str, start: int, end: int, order: dates.Order | None, context: dates.DateValue | None
) -> None:
    for found in dates.find(text, start, end, context=context, order=order):
        if len(found.values) == 1:
            closing.dates.append(("signed", found.start, found.end, found.values[0].edtf))


_INLINE = re.compile(
    r"(?:^|[.!?”\"’)\]](?:\s+|\s?[—–]\s?))(?P<who>(?:[A-Z][\w.’'-]*\s+){0,3}[A-Z][\w’'-]+(?:\s*\[[^\]]+\])?)[,.]?"
    r"(?:\s+\(?(?P<date>\d[\w ./-]{3,18}|[A-Z][a-z]+ \d{1,2}(?:, \d{4})?)\)?)?[.”\"’']*$"
)


def _inline(
    closing: Closing,
    text: str,
    row: Row,
    known: frozenset[str],
    order: dates.Order | None,
    context: dates.DateValue | None,
    quoted: bool,
) -> None:
    """``I am well. DAHL``: a signature at the end of the last line of text."""
    match = _INLINE.search(row.text)
    if not match:
        return
    who = match["who"]
    party = parse(text, row.start + match.start("who"), row.start + match.end("who"))
    if party is None or party.entity != "person":
        return
    words = re.findall(r"[^\W\d_]{2,}", who.split("[")[0])
    if quoted or all(word.isupper() for word in words) or party.surname in known or who.lower() in COVER_NAMES:
        closing.signatures.append(party)
        closing.inline = (row.start + match.start("who"), row.start + match.start("who"))
        if match["date"]:
            _date(closing, text, row.start + match.start("date"), row.start + match.end("date"), order, context)

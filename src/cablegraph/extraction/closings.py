"""The lines after a paper's text: ``FILIPPOV [Stalin]``, ``24 June 1951``, ``Copies: Stalin, Molotov``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from cablegraph import dates
from cablegraph.extraction import closing_passes, compliments, copylists, remarks, seals, stamps
from cablegraph.extraction.closing import MAYBE, TEXT, Closing, Foot
from cablegraph.extraction.closing_addresses import MAX_ADDRESS, honoured_below, named_below
from cablegraph.extraction.closing_days import signed_on
from cablegraph.extraction.closing_kinds import beside_copies, kind_of
from cablegraph.extraction.datelines import find
from cablegraph.extraction.names import COVER_NAMES, cased, is_place, parse
from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled

MAX_ROWS: Final = 24
Spot = tuple[int, int, str]


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
    tail = closing_passes.read(closing, text, _behind_quotation(list(rows[-MAX_ROWS:])))
    tail = _copies(closing, text, _remarks(closing, _copies(closing, text, tail)))
    oath: tuple[Spot | None, Spot | None] = (None, None)
    if (seal := seals.countersigned(tail)) is not None:
        oath = seals.sworn(text, tail[seal])
        closing.rows += len(tail) - seal
        closing.beside = (tail[seal].end, tail[-1].end)
        tail = tail[:seal]
    tail = _third_person(closing, text, tail, order)
    addressed = honoured_below(closing, text, tail)
    tail = named_below(closing, text, _remarks(closing, addressed) if len(addressed) < len(tail) else tail)
    day, place = seals.done(text, tail)
    closing.dates.extend([("signed", *day)] if day else [])
    closing.places.extend([place] if place else [])
    pending = 0
    signed = False
    taken = (len(closing.addressees), len(closing.destinations))
    for row in reversed(tail):
        closing.below = pending
        kind = kind_of(closing, Foot(text, row, order, known, context, signed))
        if kind == TEXT:
            break
        if kind == MAYBE:
            if is_place(row.text):
                closing.seat = True
                closing.spot = closing.spot or (
                    row.start,
                    row.start + len(row.text.rstrip(" .")),
                    cased(row.text.rstrip(" .")),
                )
            closing.lines.append(row)
            pending += 1
            if pending > MAX_ADDRESS:
                break
            continue
        signed = signed or bool(closing.signatures)
        closing.rows += 1 + pending
        closing.lines.clear()
        pending = 0
        taken = (len(closing.addressees), len(closing.destinations))
    if pending:  # lines that only looked like an address are text
        del closing.addressees[taken[0] :], closing.destinations[taken[1] :]
    if not closing.dates:
        closing.dates.extend([("signed", *oath[0])] if oath[0] else [])
        closing.places.extend([oath[1]] if oath[1] and not closing.places else [])
    closing.signatures.reverse()
    closing.addressees.reverse()
    if closing.spot and closing.signatures and closing.dates and not (closing.places or closing.addressees):
        closing.places.extend([closing.spot] if closing.spot[0] > closing.signatures[-1].end else [])
    last = rows[len(rows) - closing.rows - 1 : len(rows) - closing.rows]
    if not closing.signatures and last and _behind_quotation(list(last)):
        _inline(closing, text, last[0], known, order, context, quoted)
    if closing.signatures and closing.rows < len(rows):
        last_lines = rows[max(0, len(rows) - closing.rows - 3) : len(rows) - closing.rows]
        closing_passes.read(closing, text, list(last_lines))  # "FO please pass to Nicosia", over the signature
    rest = rows[: len(rows) - closing.rows]
    bare = not (closing.signatures or closing.dates) and (bool(closing.copies) or not closing.rows)
    if bare and (below := remarks.below(text, rest, order, known)):
        above = read(text, rest[:-below], order, known, context, quoted=quoted)
        above.rows += below + closing.rows
        above.copies.extend(closing.copies)
        return above
    return closing


def _behind_quotation(tail: list[Row]) -> list[Row]:
    """The lines behind the last that closes a quotation opened above it: those before are another's."""
    for index in range(len(tail) - 1, -1, -1):
        row = tail[index].text
        closes = _CLOSES.search(row)
        if closes and not any(mark in row[: closes.start()] for mark in '“«"'):
            return tail[index + 1 :]
    return tail


_CLOSES = compiled(r"[\w.!?)][”»\"][.,;]?$")


def _remarks(closing: Closing, tail: list[Row]) -> list[Row]:
    """The lines without the remarks of those who read the paper."""
    put = stamps.remarks(tail)
    closing.rows += len(tail) - put if put is not None else 0
    return tail[:put]


def _copies(closing: Closing, text: str, tail: list[Row]) -> list[Row]:
    """The lines without the list of copies, which is put down."""
    cut = copylists.begins(tail)
    if cut is not None:
        stop = copylists.ends(tail, cut)
        listed = [row for row in tail[cut:stop] if not _came_in(closing, text, row)]
        closing.copies.extend(copylists.read(text, listed, beside_copies))
        closing.rows += stop - cut
        return [*tail[:cut], *tail[stop:]]
    return tail


_CAME_IN = compiled(
    r"(?i)[\[(]?(?:received|rec[’']?d|registered|deciphered|decoded|typed|dispatched|despatched|sent|printed)"
    r"(?: (?:by|at|in|on|from|out)\b[^:;\d]{0,60})?[ :,]*(?=\d|(?:[A-Z][a-z]+ \d))[^;]{4,90}"
)
"""``Received by the Confidential Office 16 July, 03:40`` among the copies: when, not to whom."""


def _came_in(closing: Closing, text: str, row: Row) -> bool:
    """Whether a line among the copies tells when the paper was handled; the day of receiving is put down."""
    if len(row.text) > 110 or not _CAME_IN.fullmatch(row.text):
        return False
    days = find(text, row.start, row.end, None, "signed")
    closing.dates.extend(day for day in days if day[0] == "received")
    return bool(days)


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


_INLINE = compiled(
    r"(?:^|[.!?”\"’)\]](?:\s+|\s?[—–]\s?))(?<!\bM[rs]\. )(?<!\bMrs\. )(?<!\b[DS][rt]\. )"
    r"(?P<who>(?:[A-Z](?:[\w’'-]*|[\w.’'-]{0,5}\.)\s+){0,3}[A-Z][\w’'-]+(?:\s*\[[^\]]+\])?)"
    r"(?P<office>,\s(?:[A-Z][\w-]+\s){0,2}(?:Minister|Consul|Ambassador|Secretary|Governor|President|Commander|Chargé|Agent|Commissioner)\b[^.;:\n]{0,50})?[,.]?"
    r"(?:\s+\(?(?P<date>\d[\w ./-]{3,18}|[A-Z][a-z]+ \d{1,2}(?:, \d{4})?)\)?)?[.”\"’']*$"
)


_LEAVE: Final = (
    "With|Yours?|Accept|Please accept|Best|Warm|Kind|Sincerely|Cordially|Respectfully|Fraternally|Very|I remain|As ever"
)
_REGARDS: Final = (
    "greetings?|regards?|wishes|respects?|esteem|salutations?|yours|[Ss]incerely|truly|faithfully|[Cc]ordially"
    "|[Ff]raternally|[Rr]espectfully|consideration|friend(?:ship)?|ever"
)
_TAKES_LEAVE = compiled(
    rf"(?:^|[.!?”\"’)\]]\s+)(?=(?:{_LEAVE})\b)[^.!?\n]{{0,70}}\b(?:{_REGARDS})[,—–-]\s?"
    r"(?P<who>(?:[A-Z][\w.’'-]*\s+){0,3}[A-Z][\w’'-]+)(?P<office>)(?P<date>)[.”\"’']*$"
)
"""``… With revolutionary greetings, Blas Roca.`` at the end of a letter that is quoted"""


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
    match = (_TAKES_LEAVE.search(row.text) if quoted else None) or _INLINE.search(row.text)
    if not match or (match["office"] and not match.start()):
        return  # "THOS. H. DUDLEY, Consul." on a line of its own may attest what another swears
    who = match["who"]
    party = parse(text, row.start + match.start("who"), row.start + match.end("who"))
    if party is None or party.entity != "person":
        return
    words = re.findall(r"[^\W\d_]{2,}", who.split("[")[0])
    if quoted or all(word.isupper() for word in words) or party.surname in known or who.lower() in COVER_NAMES:
        closing.signatures.append(party)
        closing.inline = (row.start + match.start("who"), row.start + match.start("who"))
        if match["date"]:
            signed_on(closing, text, row.start + match.start("date"), row.start + match.end("date"), order, context)

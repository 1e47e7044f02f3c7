"""Lines by which a message is passed on: ``Comrade Dahl, for transmission to Comrade Lund:``, ``To be handed over to Comrade Lund``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cablegraph.extraction.address_seats import put, seated
from cablegraph.extraction.datelines import PROSE
from cablegraph.extraction.heading import Heading
from cablegraph.extraction.names import Party, cased, is_place, parties
from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled
from cablegraph.sought import sought

_THIS: Final = (
    r"(?: (?:this|the following|it|the (?:attached|enclosed))(?: (?:letter|message|text|telegram|note|reply))?)?"
)
_HOW: Final = r"(?: (?:at once|immediately|personally|in person|orally|urgently|without delay))*"
_ASKS: Final = r"(?:please |kindly |urgently |immediately |we ask you to |i ask you to |you (?:are (?:asked|requested) to|should|must) )*"
_ONWARD: Final = (
    rf"(?i:for (?:immediate |onward |further |personal |urgent )?(?:transmission|delivery|transmittal|forwarding|communication|presentation|handing(?: over| on)?|passing(?: on)?){_HOW} to"
    rf"|(?:which |this |message |letter |text )?(?:(?:is |are )?to be |please )?(?:transmitted|handed|passed|delivered|conveyed|forwarded|given|communicated|presented)(?: over| on)?{_HOW} to"
    rf"|{_ASKS}(?:pass|convey|deliver|transmit|forward|hand|give|relay|communicate|present){_THIS}(?: over| on)?{_THIS}{_HOW} to)"
)
_WHOM: Final = (
    r"(?P<whom>(?i:the )?[^\W\d_a-z](?:(?! (?i:by|through|via) )[^:;!?\n\"“”\d]){1,60}?)(?:\s?\[?\d{1,2}\]?)?\s*[:.]?"
)
_LINE: Final = compiled(rf"[(\[]?{_ONWARD} {_WHOM}[)\]]?:?")
_INLINE: Final = compiled(rf"(?P<to>[^\W\d_a-z][^:;!?\n\"“”]{{2,60}}?)(?:,| [–—-]|;)? {_ONWARD} {_WHOM}")
_TOWN_AHEAD: Final = compiled(r"(?P<town>[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+)?)(?:\.|:|,| [–—-]) ")
_TOWN_BEHIND: Final = compiled(r"(?<=[^\W\d_]{3})\. (?P<town>[^\W\d_a-z][\w’'-]+)\.?$")
"""``Comrade Dahl. Hanoi.``"""
_LED: Final = compiled(r"(?i:to|for|attn\.?|attention)\b|[^:]{1,20}:")
"""An address that other rules read; what stands below it is looked at in its turn."""
_LONGEST: Final = 140


def passed_on(heading: Heading, text: str, rows: Sequence[Row]) -> int:
    """How many of these lines say who gets a message and for whom it is; or none. Both are put down."""
    first = rows[0]
    if len(first.text) > _LONGEST or heading.meant or " to " not in " ".join(row.text for row in rows[:3]).lower():
        return 0
    if alone := _LINE.fullmatch(first.text):
        return _below(heading, text, first, alone.start("whom"), alone.end("whom"))
    if heading.addressees or heading.receivers:
        return 0
    ahead = _TOWN_AHEAD.match(first.text)
    led = ahead.end() if ahead and is_place(ahead["town"]) else 0
    below = rows if led or not _LED.match(first.text) else ()
    taken = _in_one(heading, text, first, led) or (_in_two(heading, text, below, led) if below else 0)
    if taken and ahead and led:
        put(heading, "destination", (first.start, first.start + ahead.end("town"), cased(ahead["town"])))
    return taken


def _in_one(heading: Heading, text: str, row: Row, led: int) -> int:
    """``Comrade Dahl, for transmission to Comrade Lund``, behind a town that takes ``led`` characters: whether it stands so."""
    inline = _INLINE.fullmatch(row.text, led)
    if not inline:
        return 0
    span = row.start + inline.start("to"), row.start + inline.end("to")
    return 1 if _put(heading, text, span, row, *inline.span("whom")) else 0


def _in_two(heading: Heading, text: str, rows: Sequence[Row], led: int) -> int:
    """The same with whom it is for in a line below: how many lines that takes."""
    first = rows[0]
    for last in (1, 2):
        line = _LINE.fullmatch(rows[last].text) if len(rows) > last else None
        if line and all(is_place(row.text.strip(" .,")) for row in rows[1:last]):
            found = _put(heading, text, (first.start + led, first.end), rows[last], *line.span("whom"))
            if found and last == 2:
                put(heading, "destination", (rows[1].start, rows[1].end, cased(rows[1].text.strip(" .,"))))
            return last + 1 if found else 0
    return 0


def _below(heading: Heading, text: str, row: Row, first: int, last: int) -> int:
    """A line below the address of who gets the message."""
    whom = _whom(text, row.start + first, row.start + last)
    if not whom or heading.receivers or not heading.addressees or heading.addressees[-1].entity == "body":
        return 0
    heading.receivers[:], heading.addressees[:], heading.meant = heading.addressees, whom, True
    heading.directed.clear()
    return 1


def _put(heading: Heading, text: str, to: tuple[int, int], row: Row, first: int, last: int) -> bool:
    """Whether the words before are who gets a message, and those behind for whom it is; both are put down."""
    behind = _TOWN_BEHIND.search(text, *to)
    stop, spot = seated(text, *to)
    if behind and is_place(behind["town"]):
        stop, spot = behind.start(), (*behind.span("town"), cased(behind["town"]))
    found, whom = parties(text, to[0], stop), _whom(text, row.start + first, row.start + last)
    if not found or not whom or found[0].entity not in ("person", "position") or PROSE.search(text, *to):
        return False
    heading.receivers.extend(found)
    heading.addressees.extend(whom)
    heading.meant = True
    put(heading, "destination", spot)
    return True


def _whom(text: str, start: int, end: int) -> list[Party]:
    return [one for one in parties(text, start, end) if one.entity in ("person", "position", "group")]


_MASK: Final = r"(?:pseudonym|alias|cover[ -]?name|code[ -]?name|nom de guerre|assumed name|party name|conspiratorial name|cipher name)"
_NAME: Final = r"[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){0,3}?"
_NOTES: Final = tuple(
    sought(pattern)
    for pattern in (
        rf"(?P<mask>{_NAME})(?: (?:was|is)|[:,=]| [–—-]) (?:(?:a|an|the|one of the) )?(?:\w+ )?{_MASK}s? (?:of|for|used (?:by|for)) (?:Comrade |Chairman |President |Marshal )?(?P<who>{_NAME})(?=[.,;:)\]]|$|\s(?:in|during|at|here))",
        rf"(?P<mask>{_NAME})(?: (?:was|is)|[:,=]| [–—-]) (?P<who>{_NAME})[’']s? {_MASK}",
        rf"(?i:{_MASK}) (?:of|for) (?:Comrade |Chairman |President |Marshal )?(?P<who>{_NAME}) (?:was|is) (?P<mask>{_NAME})(?=[.,;:)\]]|$)",
    )
)
"""``1 Ding was a pseudonym of Ho Chi Minh.``"""
_MASK_WORDS: Final = (
    "seudonym",
    "lias",
    "over name",
    "over-name",
    "overname",
    "ode name",
    "ode-name",
    "odename",
    "de guerre",
    "ssumed name",
    "arty name",
    "orial name",
    "ipher name",
)
"""A quick look: one of these stands in every such note."""


def unmask(heading: Heading, text: str) -> None:
    """Parties under a name that a note of the editors explains bear their own, and that one as their cover."""
    if not any(word in text for word in _MASK_WORDS):
        return
    known = {found["mask"].lower(): found["who"] for note in _NOTES for found in note.finditer(text)}
    for group in (heading.senders, heading.addressees, heading.receivers, heading.relays) if known else ():
        for index, one in enumerate(group):
            if one.entity in ("person", "name") and not one.cover and (who := known.get(one.name.lower())):
                group[index] = replace(one, name=who, cover=one.name)

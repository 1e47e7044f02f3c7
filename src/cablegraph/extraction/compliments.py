"""Notes in the third person: ``The Embassy of … presents its compliments to the Ministry …``, its day and address below the assurances."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from cablegraph import dates
from cablegraph.extraction import stamps
from cablegraph.extraction.datelines import dated_line
from cablegraph.extraction.heading import Heading, Spot
from cablegraph.extraction.lexicon import BODY
from cablegraph.extraction.names import Party, cased, is_place
from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled

_OPENS: Final = compiled(
    r"[Tt]he\s+(?P<by>[A-Z][^.;:]{5,170}?)\s+(?:"
    r"(?:presents?\s+(?:its|their)\s+(?:best |high )?compliments|expresses\s+(?:its|their)\s+(?:high |deep )?(?:esteem|respects?|regards?))\s+to\s+(?:the\s+)?(?P<to>[A-Z][^.;:]{5,170}?)(?=,?\s+(?:and|in connection|with reference)[\s,]|,\s)"
    r"|(?:has\s+the\s+honou?r|begs(?:\s+leave)?)\s+to\s+(?:inform|notify|advise|acquaint|remind|request|ask)\s+(?:the\s+)?(?P<told>[A-Z][^.;:,]{5,110}?)(?=\s+(?:that|whether|as\s+follows|of\s+the\s+following|of\s+(?:its|their)|to\s+(?!the\b)[a-z]+)\b|,\s))"
)
_OPENING_WORDS: Final = ("compliments", " presents ", " expresses ", " has the hono", " begs ")
_ASSURES: Final = compiled(
    r"(?i)\b(?:its|their)\s+(?:very )?(?:high|highest|most distinguished)\s+(?:esteem|consideration)\b.{0,40}"
)
_WIDE: Final = compiled(r"(?:[^\W\d_] ){2,}[^\W\d_]")
"""``P y o n g y a n g``"""
_BEFORE_ADDRESS: Final = compiled(r"(?i)l\. ?s\.?|(?:to )?the|to")
_LED: Final = compiled(r"(?i)(?:to )?(?:the )?(?=\S)")
_BELOW: Final = 8
"""Lines that the day, the seal and the address below the assurances may have."""


@dataclass(slots=True)
class Opening:
    """Who presents compliments, to whom, and the words that say so."""

    sender: Party
    addressee: Party
    words: tuple[int, int]


@dataclass(slots=True)
class Below:
    """What stands below the assurances: days by kind, where it was written, to whom and where it goes."""

    rows: int
    dates: list[tuple[str, int, int, str]] = field(default_factory=list)
    origin: Spot | None = None
    addressee: Party | None = None
    destination: Spot | None = None


def opening(text: str, rows: Sequence[Row]) -> Opening | None:
    """The opening of such a note among the first lines of a paper's text."""
    first = next((row for row in rows[:3] if any(words in row.text for words in _OPENING_WORDS)), None)
    starts = (rows[0].start, first.start) if first else ()
    match = next((found for start in starts if first and (found := _OPENS.match(text, start, first.end + 300))), None)
    told = "to" if match and match["to"] else "told"
    if match is None or not _is_body(match["by"]) or not _is_body(match[told]):
        return None
    by, to = (Party(" ".join(match[name].split()), "body", *match.span(name)) for name in ("by", told))
    return Opening(by, to, match.span())


def _is_body(words: str) -> bool:
    return " that " not in words and bool(BODY.search(words) or words.startswith("Secretary-General"))


def below(text: str, tail: Sequence[Row], order: dates.Order | None) -> Below | None:
    """What the lines below ``the assurances of its highest consideration`` say, if these lines end so."""
    for index in range(len(tail) - 1, max(len(tail) - _BELOW - 2, 0), -1):
        if "onsideration" in tail[index].text and _ASSURES.search(f"{tail[index - 1].text} {tail[index].text}"):
            return _below(text, tail[index + 1 :], order) if index + 1 < len(tail) else None
    return None


def _below(text: str, rows: Sequence[Row], order: dates.Order | None) -> Below | None:
    if len(rows) > _BELOW or any(len(row.text) > 110 for row in rows):
        return None
    found = Below(len(rows))
    address: list[Row] = []
    for row in rows:
        line = Heading()
        if came := stamps.received(text, row):
            found.dates.append(("received", *came))
        elif not address and not found.dates and dated_line(line, text, row, order, True) and line.dates:
            found.dates.extend(("signed" if kind == "sent" else kind, *rest) for kind, *rest in line.dates)  # type: ignore[misc]
            found.origin = line.origin
        elif row.text[0] not in "[(" and not _BEFORE_ADDRESS.fullmatch(row.text):
            address.append(row)
    if not found.dates and not address:
        return None
    _address(text, address, found)
    return found


def _address(text: str, rows: Sequence[Row], found: Below) -> None:
    """``MINISTRY OF FOREIGN AFFAIRS``, ``of the Mongolian People's Republic`` and ``Ulan Bator``: a body and its town."""
    if not rows or not BODY.search(rows[0].text):
        return
    lines = [rows[0], *(row for row in rows[1:2] if row.text.startswith(("of ", "in ", "at ")))]
    words = " ".join(cased(row.text.rstrip(" ,.")) for row in lines)
    led = _LED.match(words)
    begins = led.end() if led else 0
    found.addressee = Party(
        words[begins:], "body", lines[0].start + begins, lines[-1].start + len(lines[-1].text.rstrip(" ,."))
    )
    last = rows[-1]
    town = last.text.rstrip(" .")
    if _WIDE.fullmatch(town):
        town = town.replace(" ", "")
    if last not in lines and is_place(town):
        found.destination = (last.start, last.start + len(last.text.rstrip(" .")), cased(town))

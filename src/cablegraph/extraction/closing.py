"""What the lines after a paper's text say, by role; filled line by line, from the last upwards."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from cablegraph import dates
from cablegraph.extraction.names import Party
from cablegraph.extraction.rows import Row

Kind = Literal["closing", "maybe", "text"]
CLOSING: Final = "closing"
"""A line that belongs to the closing."""
MAYBE: Final = "maybe"
"""A line that belongs to it only if a signature stands above."""
TEXT: Final = "text"
"""A line of the paper's text, with which the closing ends."""


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
    lines: list[Row] = field(default_factory=list)
    """Those lines, from the last upwards."""
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


class Foot(NamedTuple):
    """A line after a text, and what is known when it is read: the paper's day, and surnames of its senders."""

    text: str
    row: Row
    order: dates.Order | None
    known: frozenset[str]
    context: dates.DateValue | None
    signed: bool
    """Whether a line below it is a signature."""

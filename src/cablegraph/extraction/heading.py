"""What the lines before a paper's text say, by role; filled line by line: ``BEIJING - Comrade KRASOVSKY``."""

from __future__ import annotations

from dataclasses import dataclass, field

from cablegraph.extraction import forms
from cablegraph.extraction.grades import Grade
from cablegraph.extraction.names import Party
from cablegraph.extraction.title import Title

Span = tuple[int, int]
Spot = tuple[int, int, str]
"""A place: its span and its name."""


@dataclass(slots=True)
class Heading:
    """What the lines before the text say, by role; spans are offsets in the text. ``rows`` is how many they are."""

    rows: int = 0
    form: forms.Form | None = None
    latest: forms.Form | None = None
    """The form of the last line that names one, be it the first or not."""
    number: str = ""
    number_span: Span = (0, 0)
    senders: list[Party] = field(default_factory=list)
    addressees: list[Party] = field(default_factory=list)
    directed: list[Party] = field(default_factory=list)
    """Those among the addressees to whom a line says ``To``; another line may say for whom it is."""
    receivers: list[Party] = field(default_factory=list)
    relays: list[Party] = field(default_factory=list)
    copies: list[Party] = field(default_factory=list)
    participants: list[Party] = field(default_factory=list)
    present: list[Span] = field(default_factory=list)
    """The words behind "Present:", which may name people in ways that no list is read by."""
    recorders: list[Party] = field(default_factory=list)
    greeted: list[Party] = field(default_factory=list)
    saluted: Span | None = None
    """The words of the salutation."""
    after_letterhead: bool = False
    listing: str = ""
    """What a list that is being read holds."""
    repeated_to: int = 0
    """Where the last line ends that lists posts; it may go on: ``Repeated to: Singapore, Hong Kong,``."""
    extract: bool = False
    """Whether a line says that this is an extract from the protocol of a body."""
    posts: bool = False
    """Whether a line says ``FROM PEKING TO FOREIGN OFFICE``; who signs for the post may stand below it."""
    letterhead: list[Party] = field(default_factory=list)
    for_whom: list[Party] = field(default_factory=list)
    """Those whom a line ``For: …`` names together."""
    meant: bool = False
    """Whether a line says for whom the paper is meant, besides to whom it is addressed."""
    seat: Spot | None = None
    """Where the letterhead says the office is; the origin where the dateline names no place."""
    origin: Spot | None = None
    destination: Spot | None = None
    dates: list[tuple[str, int, int, str]] = field(default_factory=list)
    """Kind (sent, received, deciphered, registered), span and EDTF."""
    grades: list[Grade] = field(default_factory=list)
    title: Title | None = None

"""What a title says, by role; filled as it is read: ``Ciphered Telegram No. 3777, Filippov [Stalin] to Krasovsky``."""

from __future__ import annotations

from dataclasses import dataclass, field

from cablegraph.extraction import forms
from cablegraph.extraction.names import Party


@dataclass(slots=True)
class Title:
    """What a title says: form and number with their words, and the parties by role, all with offsets in the text."""

    form: forms.Form | None = None
    number: str = ""
    bare_number: bool = False
    """Whether the number stands without ``No.``: ``TELEGRAM 066.793``."""
    number_span: tuple[int, int] = (0, 0)
    senders: list[Party] = field(default_factory=list)
    addressees: list[Party] = field(default_factory=list)
    relays: list[Party] = field(default_factory=list)
    authors: list[Party] = field(default_factory=list)
    participants: list[Party] = field(default_factory=list)
    origin: tuple[int, int, str] | None = None
    destination: tuple[int, int, str] | None = None

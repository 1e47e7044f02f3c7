"""One message, held or enclosed: its lines divided into heading, text and closing, and its fields read from them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from cablegraph import dates
from cablegraph.evidence import Passage
from cablegraph.extraction import closings, forms, headings, titles
from cablegraph.extraction.names import Party
from cablegraph.extraction.rows import Row
from cablegraph.record import Line, SourceText

Stretch = tuple[int, int]
_FRUS_NUMBER = re.compile(r"(?:No|Telegram No|Despatch No|Tel)\.?\s?(?P<number>\d+[A-Za-z½]?)\s?[.,]?\]?\.?")
_FIRST_NUMBER = re.compile(r"(?P<number>\d{1,5}[A-Za-z]?)\. (?=\S)")
_PASSED_ON = re.compile(
    r"(?:(?P<number>\d{1,5})\. )?(?P<lead>(?:No\. ?\d+\. ?)?\[?(?:Also )?(?:For|To|From|from)\s)(?P<rest>[^.:]{2,140}?)\s?[:.]?\]?:?$"
)


@dataclass(slots=True)
class Message:
    """A message in the making. ``rows`` are its own lines only; lines of enclosures are theirs."""

    source: SourceText
    id: str
    rows: Sequence[Row]
    title_line: Line | None = None
    context: dates.DateValue | None = None
    title: titles.Title = field(default_factory=titles.Title)
    heading: headings.Heading = field(default_factory=headings.Heading)
    closing: closings.Closing = field(default_factory=closings.Closing)
    order: dates.Order | None = None
    number: tuple[str, int, int] | None = None
    warnings: list[str] = field(default_factory=list)

    @property
    def family(self) -> str:
        return self.source.family

    def text_rows(self) -> Sequence[Row]:
        """The lines between heading and closing."""
        last = len(self.rows) - self.closing.rows
        return self.rows[self.heading.rows : max(last, self.heading.rows)]

    def text(self) -> tuple[Stretch, ...]:
        """The stretch of the text proper, without address lines and signature; empty for a heading alone."""
        rows = self.text_rows()
        if not rows:
            return ()
        end = rows[-1].end if self.closing.inline is None else self.closing.inline[0]
        return ((rows[0].start, end),) if rows[0].start < end else ()

    def whole(self) -> tuple[Stretch, ...]:
        """The stretch of all its lines."""
        return ((self.rows[0].start, self.rows[-1].end),) if self.rows else ()


def divide(message: Message) -> None:
    """Fill in what title, heading and closing say."""
    text = message.source.text
    if message.title_line:
        message.title = titles.read(text, message.title_line.start, message.title_line.end)
    titled = message.title_line is not None
    message.heading = headings.read(text, message.rows, message.order, titled=titled)
    if message.heading.title and not titled:
        message.title = message.heading.title
    if message.family == "frus":
        _frus_number(message)
    known = frozenset(
        party.surname
        for party in (*message.title.senders, *message.title.authors, *message.heading.senders, *message.heading.recorders, *message.title.participants)
        if party.entity == "person"
    )
    rest = message.rows[message.heading.rows :]
    message.closing = closings.read(text, rest, message.order, known, message.context)


def _frus_number(message: Message) -> None:
    """``No. 416.]`` on a line of the heading, or ``1295.`` before the first words of the text."""
    for row in message.rows[: message.heading.rows + 2]:
        if len(row.text) < 40 and (match := _FRUS_NUMBER.fullmatch(row.text)):
            message.number = (match["number"], row.start, row.start + match.end("number"))
            if message.heading.rows < len(message.rows) and message.rows[message.heading.rows] is row:
                message.heading.rows += 1
            return
    if message.heading.rows < len(message.rows):
        row = message.rows[message.heading.rows]
        match = _FIRST_NUMBER.match(row.text)
        if match and not re.match(r"\d+\. (?:\d+\. )*$", row.text):
            message.number = (match["number"], row.start, row.start + match.end("number"))


def form_of(message: Message) -> list[tuple[str, int, int]]:
    """The forms that title and heading name, with their words."""
    found: list[tuple[str, int, int]] = []
    candidates: list[forms.Form | None] = [message.title.form, message.heading.form]
    for form in candidates:
        if form and (form.slug, form.start, form.end) not in found:
            found.append((form.slug, form.start, form.end))
    slugs = {slug for slug, _, _ in found}
    if slugs == {"telegram", "ciphered-telegram"}:  # "Telegram" in the title is no other form than "CIPHERED TELEGRAM" below
        return [item for item in found if item[0] == "ciphered-telegram"]
    return found


Fields = dict[str, list[Passage]]
EMPTY: Final[tuple[Party, ...]] = ()

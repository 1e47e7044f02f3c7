"""One message, held or enclosed: its lines divided into heading, text and closing, and its fields read from them."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from cablegraph import dates
from cablegraph.extraction import closings, compliments, councils, forms, headings, signatures, stamps, titles
from cablegraph.extraction.address_blocks import CENTRE
from cablegraph.extraction.closing import Closing
from cablegraph.extraction.heading import Heading
from cablegraph.extraction.names import Party, parse, parties
from cablegraph.extraction.rows import Row
from cablegraph.extraction.title import Title
from cablegraph.patterns import compiled
from cablegraph.record import Line, Record, SourceText

Stretch = tuple[int, int]


@dataclass(slots=True)
class Message:
    """A message in the making. ``rows`` are its own lines only; lines of enclosures are theirs."""

    source: SourceText
    id: str
    rows: Sequence[Row]
    title_line: Line | None = None
    context: dates.DateValue | None = None
    title: Title = field(default_factory=Title)
    heading: Heading = field(default_factory=Heading)
    closing: Closing = field(default_factory=Closing)
    order: dates.Order | None = None
    quoted: bool = False
    head_rows: int | None = None
    """How many lines the heading may have at most, where a message follows that is not the carrier's."""
    introduced: forms.Form | None = None
    """What the carrier calls a message that it quotes."""
    complete: Callable[[Record], Record] | None = None
    """What else is known of it by the words that introduce it: fields that its own lines do not give."""
    others: Sequence[Stretch] = ()
    """Stretches between its lines that are papers of their own."""
    warnings: list[str] = field(default_factory=list)

    @property
    def family(self) -> str:
        return self.source.family

    def text_rows(self) -> Sequence[Row]:
        """The lines between heading and closing."""
        last = len(self.rows) - self.closing.rows
        return self.rows[self.heading.rows : max(last, self.heading.rows)]

    def stamps(self) -> Sequence[Row]:
        """The stamps of a registry that stand as lines among the text."""
        return [row for row in self.text_rows() if stamps.is_stamp(self.source.text, row.start, row.end)]

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
        line = message.title_line
        met = councils.titled(text, line.start, line.end) if message.family == "frus" else None
        message.title = met or titles.read(text, line.start, line.end)
    titled = message.title_line is not None
    message.heading = headings.read(
        text, message.rows[: message.head_rows], message.order, titled=titled, family=message.family
    )
    form = message.title.form or message.heading.form
    if form and form.slug in ("memorandum-of-conversation", "minutes"):
        message.heading.greeted.clear()  # "Comrade Zhou Enlai: …" is who speaks
    if message.family == "frus" and form and form.slug == "minutes":
        councils.attended(message.heading, text, message.rows)
    if message.heading.title and not titled:
        message.title = message.heading.title
    if message.family == "frus":
        _by_markup(message)
    known = frozenset(
        party.surname
        for party in (
            *message.title.senders,
            *message.title.authors,
            *message.heading.senders,
            *message.heading.recorders,
            *message.title.participants,
        )
        if party.entity == "person"
    )
    if not message.id.count("/enclosed/"):
        _card(message)
    rest = message.rows[message.heading.rows :]
    message.closing = closings.read(text, rest, message.order, known, message.context, quoted=message.quoted)
    if message.family != "frus":
        _to_the_centre(message)
    if message.family != "frus" or not (message.title.senders or message.title.addressees):
        _in_third_person(message)
    if message.family != "frus":
        _stamped(message)
    message.heading.present.extend([message.closing.beside] if message.closing.beside else [])
    message.closing.signatures[:] = [
        one for party in message.closing.signatures for one in signatures.apart(text, party, known)
    ]


def _stamped(message: Message) -> None:
    """Stamps of what came in may stand anywhere on the sheet: their days are of receiving and no others."""
    for row in message.rows:
        came = stamps.received(message.source.text, row) if row.text[0] in "[(" else None
        if came:
            for days in (message.heading.dates, message.closing.dates):
                days[:] = [day for day in days if not row.start <= day[1] < row.end]
            message.heading.dates.append(("received", *came))


def _to_the_centre(message: Message) -> None:
    """``CC CPSU`` alone over a note that men sign: they report to it."""
    heading, title = message.heading, message.title
    form = heading.form or title.form
    if len(heading.letterhead) != 1 or heading.rows > 3 or not message.closing.signatures:
        return
    if heading.addressees or title.addressees or title.authors or (form is not None and form.slug not in _REPORTED):
        return
    if CENTRE.fullmatch(message.source.text, heading.letterhead[0].start, heading.letterhead[0].end):
        heading.addressees.append(heading.letterhead.pop())


_REPORTED = ("note", "memorandum", "report", "letter")


def _in_third_person(message: Message) -> None:
    """``The Embassy … presents its compliments to the Ministry …``: a note, its sender and its addressee."""
    heading, rows = message.heading, message.text_rows()
    opening = compliments.opening(message.source.text, rows) if rows else None
    if opening is None:
        return
    if heading.form is None and message.title.form is None:
        heading.form = forms.Form("note", *opening.words)
    if not (heading.senders or message.title.senders or message.closing.signatures):
        heading.senders.append(opening.sender)
    if not (heading.addressees or heading.receivers or message.title.addressees):
        heading.addressees.extend(message.closing.bodies or [opening.addressee])


def _card(message: Message) -> None:
    """What the fields of a catalogue's row say of the parties; the paper's own heading and title go before."""
    source, heading = message.source, message.heading
    for line in source.labelled("card.author", "card.from", "card.to", "card.form", "card.origin", "card.destination"):
        span = (line.start, line.end)
        found = parties(source.text, *span)
        if line.label == "card.author" and not message.title.authors:
            heading.recorders.extend(party for party in found if party.entity != "place")
        elif line.label == "card.from" and not (message.title.senders or heading.senders):
            heading.senders.extend(party for party in found if party.entity != "place")
        elif line.label == "card.to" and not (message.title.addressees or heading.addressees):
            heading.addressees.extend(party for party in found if party.entity != "place")
        elif line.label == "card.form" and (form := forms.at_head(source.text[line.start : line.end])):
            if message.title.form is None:
                message.title.form = forms.Form(form.slug, line.start + form.start, line.start + form.end)
        elif line.label in ("card.origin", "card.destination"):
            role = line.label.removeprefix("card.")
            if getattr(heading, role) is None and "," not in source.text[line.start : line.end]:
                setattr(heading, role, (*span, source.text[line.start : line.end]))


def _by_markup(message: Message) -> None:
    """Where the edition marks sender and recipient in the head, its word goes before our grammar's."""
    head, source = message.title_line, message.source
    if head is None:
        return
    for role, ours in (("from", message.title.senders), ("to", message.title.addressees)):
        marked = [line for line in source.labelled(role) if head.start <= line.start < head.end]
        names = {source.text[line.start : line.end] for line in marked}
        if not marked or names == {party.name for party in ours}:
            continue
        by_words = [next((one for one in ours if one.start <= line.start < one.end), None) for line in marked]
        ours[:] = [_marked(source.text, line, old) for line, old in zip(marked, by_words, strict=True)]


def _marked(text: str, line: Line, old: Party | None) -> Party:
    words = text[line.start : line.end]
    if line.value == "#gloss":
        kind = parse(words, 0, len(words))
        return Party(words, kind.entity if kind and kind.entity != "person" else "position", line.start, line.end)
    named = parse(words, 0, len(words))
    if line.value == "#orgName":
        return Party(words, "body", line.start, line.end)
    name = named.name if named and named.entity == "person" else words
    span = (old.start, old.end) if old and old.name == name else (line.start, line.end)
    return Party(name, "person", *span, office=old.office if old and old.name == name else "")


def form_of(message: Message) -> list[tuple[str, int, int]]:
    """The forms that title and heading name, with their words."""
    found: list[tuple[str, int, int]] = []
    candidates: list[forms.Form | None] = [message.title.form, message.heading.form, message.introduced]
    for form in candidates:
        if form and (form.slug, form.start, form.end) not in found:
            found.append((form.slug, form.start, form.end))
    slugs = {slug for slug, _, _ in found}
    if not found and message.heading.saluted and message.closing.signatures and message.family != "frus":
        return [("letter", *message.heading.saluted)]  # greeted and signed, and nothing else
    if not found and (came := _wired(message)):
        return [("telegram", *came)]
    if slugs == {
        "telegram",
        "ciphered-telegram",
    }:  # "Telegram" in the title is no other form than "CIPHERED TELEGRAM" below
        return [item for item in found if item[0] == "ciphered-telegram"]
    if _note_to_somebody(message):
        return [item for item in found if item[0] == "note"]
    titled = message.title.form.slug if message.title.form else ""
    if (titled == "speech" and slugs == {"speech", "minutes"}) or (
        titled == "minutes" and slugs == {"minutes", "memorandum-of-conversation"}
    ):  # "Stenographic record, first day" over one man's words
        return [item for item in found if item[0] == titled]
    if "memorandum-of-conversation" in slugs and slugs <= _RECORDS:
        return [item for item in found if item[0] == "memorandum-of-conversation"]  # "NOTE for the record" below
    if len(slugs) > 1 and message.heading.form and message.title_line:
        return [item for item in found if item[0] == message.heading.form.slug]  # the paper's own word
    return found


_FOR_SOMEBODY = compiled(
    r"\s+(?:FOR|For|for|TO|To|to) (?!(?i:the )?(?i:files?|records?)\b)(?=(?:THE |The |the )?[A-Z])"
)


def _note_to_somebody(message: Message) -> bool:
    """Whether the paper calls itself a note for a superior, ``NOTE FOR THE PRESIDENT OF THE COUNCIL``, whatever it tells of."""
    form = message.heading.form
    return bool(form and form.slug == "note" and _FOR_SOMEBODY.match(message.source.text, form.end))


def _wired(message: Message) -> Stretch | None:
    """``From: Havana``, ``No.: 9.201``, ``Received: …``, ``To: …``: what is labelled so, and comes within days, is a telegram."""
    heading = message.heading
    received = next(((start, end) for kind, start, end, _ in heading.dates if kind == "received"), None)
    if heading.saluted or not (heading.origin and heading.addressees and received):
        return None
    labels = sum(bool(_FROM_OR_TO.match(row.text)) for row in message.rows[: heading.rows])
    return received if labels > 1 else None


_FROM_OR_TO = compiled(r"(?:From|FROM|To|TO|No|NO|Nr)\.?\s?:\s")
_RECORDS = {"memorandum-of-conversation", "note", "memorandum", "minutes", "report"}

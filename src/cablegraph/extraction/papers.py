"""A paper from its laid-out text to its record: outer message, the messages inside it, and what each says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from cablegraph import dates
from cablegraph.evidence import Passage
from cablegraph.extraction import (
    bearers,
    enclosures,
    forms,
    gaps,
    messages,
    messages_carried,
    papers_inside,
    passed_through,
    quoted_words,
    roles,
    said,
    signatures,
    telegrams_inside,
    when,
)
from cablegraph.extraction import rows as lines
from cablegraph.extraction.catalogue_fields import catalogue
from cablegraph.extraction.forms_and_numbers import forms_and_numbers
from cablegraph.extraction.introduced import by_post, headed, passed_on_by, signs, with_introduction
from cablegraph.extraction.messages import Message
from cablegraph.extraction.overlaps import Overlaps
from cablegraph.extraction.rules import rule
from cablegraph.patterns import compiled
from cablegraph.record import Line, Record, SourceText

Stretch = tuple[int, int]
LONG = 1 << 20
"""Texts above this many characters are read at head and tail only for parties."""


def extract(source: SourceText, *, repository: str = "") -> Record:
    """The record of a document: fields, parts and warnings, nothing linked yet.

    ``repository`` is the corpus's default holder for references that name none.
    """
    text = source.text
    bodies = [(line.start, line.end) for line in source.labelled("body")]
    nested = [line for line in source.labelled("enclosure") if line.value != "sub"]
    own = lines.rows(text, _without(bodies, nested))
    title = next(source.labelled("title"), None)
    own, following = enclosures.split_rows(own) if not nested else (own, [])
    message = Message(source, source.key, own, title, order=dates.order_of(text[:20000]))
    message.context, message.others = _page_date(source), [(line.start, line.end) for line in nested]
    record = _read(message, outer=True, depth=0, repository=repository)
    to_points = bool(following) and enclosures.of_point(following[0][0])
    decided = to_points or any(one.text == "decision" for one in record.fields.get("form", ()))
    approved = enclosures.approved(text, own) if decided and len(following) == 1 else None
    inner = [
        *_as_before(_labelled_enclosures(source, message, nested, bodies)),
        *(_enclosed(source, message, head.start, part, None, 1, introduced=approved) for head, part in following),
    ]
    if to_points or not record.fields.get("topics"):  # a decision, or a mere cover, is about what goes with it
        said_of = {one.text: one for part in (*inner, record) for one in part.fields.get("topics", ())}
        record = record.with_fields(topics=list(said_of.values()))
    if to_points:
        record = _of_protocol(record, enclosures.protocol_of(text, following[0][0]))
    if inner:
        inner += record.parts.get("enclosed", ())
        inner = sorted(inner, key=lambda part: part.fields["start"][0].spans[0].start)
        record = record.with_parts(enclosed=_exchanged(inner) if message.family == "frus" else inner)
    return _agreed(record) if record.parts.get("enclosed") else record


def _of_protocol(record: Record, number: Stretch | None) -> Record:
    """A decision with the protocol that stands over the papers of its points, where its own head names none."""
    known = record.fields.get("protocol_number", ())
    if number is None or any(one.text == record.source.text[slice(*number)] for one in known):
        return record
    own = [one for one in known if "/" in one.text]
    if len(own) < len(known):
        return record
    cited = record.source.cite(number, rule(record.source.family, "protocol-number"))
    return record.with_fields(protocol_number=[*known, cited])


def _exchanged(inner: list[Record]) -> list[Record]:
    """A letter between two of whom one answers with a note is a note too: so governments write to each other."""

    def named(part: Record, field: str) -> set[str]:
        return {word for one in part.fields.get(field, ()) for word in one.text.split() if len(word) > 3}

    def answered(part: Record, note: Record) -> bool:
        back = named(part, "sender") & named(note, "addressee")
        return bool(back and named(part, "addressee") & named(note, "sender"))

    def form(part: Record) -> set[str]:
        return {one.text for one in part.fields.get("form", ())}

    notes = [part for part in inner if form(part) == {"note"}]
    done = []
    for part in inner:
        if form(part) == {"letter"} and any(answered(part, note) for note in notes):
            part = replace(
                part, fields={**part.fields, "form": tuple(replace(one, text="note") for one in part.fields["form"])}
            )
        done.append(part)
    return done


def _agreed(record: Record) -> Record:
    """A word that one message of a paper gives as a place is none's surname in the message that quotes it."""
    named = [one for part in record.walk() for one in part.fields.get("mentions", ())]
    places = {one.text for one in named if one.entity == "place"}

    def change(_: str, one: Passage) -> Passage:
        lone = one.entity == "person" and one.rule.name == "mentions.lone" and one.text in places
        return replace(one, entity="place") if lone else one

    return record.map_passages(change, {"mentions"})


def _without(bodies: Sequence[Stretch], nested: Sequence[Line]) -> list[Stretch]:
    """The body's stretches that lie in no enclosure."""
    if not nested:
        return list(bodies)
    kept = []
    first = min(line.start for line in nested)
    for start, end in bodies:
        if start < first:
            kept.append((start, min(end, first)))
    last = max(line.end for line in nested)
    kept.extend((max(start, last), end) for start, end in bodies if end > last)
    return [(start, end) for start, end in kept if start < end]


def _page_date(source: SourceText) -> dates.DateValue | None:
    for line in source.labelled("page-date", "date"):
        if value := dates.parse(line.value[:10] or source.text[line.start : line.end]):
            return value
    return None


def _labelled_enclosures(
    source: SourceText, outer: Message, nested: Sequence[Line], bodies: Sequence[Stretch]
) -> Iterable[Record]:
    for line in nested:
        subs = [one for one in source.labelled("enclosure") if one.value == "sub" and line.start < one.start < line.end]
        parts = _parts(line, bodies, subs)
        title = next((one for one in source.labelled("title") if line.start <= one.start < line.end), None)
        part = lines.rows(source.text, parts)
        if part:
            called = enclosures.called(
                source.text, line.start, min(part[0].start, title.start if title else part[0].start)
            )
            if called is None and title and bodies[0][0] < nested[0].start:
                words = source.text[title.start : title.end]
                called = enclosures.described(source.text, bodies[0][0], nested[0].start, words)
            record = _enclosed(source, outer, line.start, part, title, 1, introduced=called)
            if not subs:
                yield record
                continue
            within = Message(source, record.id, part, title, order=outer.order, context=outer.context)
            inner = [*record.parts.get("enclosed", ()), *_sub_enclosures(source, within, subs, bodies)]
            yield record.with_parts(enclosed=inner)


_SAME_TO_SAME = compiled(r"(?:\[?\d{1,3}\.?\]? )?The same to the same\.?")


def _as_before(enclosed: Iterable[Record]) -> Iterable[Record]:
    """``The same to the same.`` over an enclosure: who is not named under it is who wrote, or got, the one before."""
    before: Record | None = None
    for record in enclosed:
        start = record.fields["start"][0].spans[0].start
        match = _SAME_TO_SAME.match(record.source.text, start)
        if match and before is not None:
            source = record.source
            for field in ("sender", "addressee"):
                if not record.fields.get(field):
                    by = rule(source.family, field)
                    same = dict.fromkeys((one.text, one.entity) for one in before.fields.get(field, ()))
                    said = [source.cite(match.span(), by, name, entity=entity) for name, entity in same]
                    record = record.with_fields(**{field: said})
        before = record
        yield record


def _sub_enclosures(
    source: SourceText, within: Message, subs: Sequence[Line], bodies: Sequence[Stretch]
) -> Iterable[Record]:
    """``[Subenclosure.]``: a paper that an enclosure encloses."""
    for line in subs:
        part = lines.rows(source.text, _parts(line, bodies))
        title = next((one for one in source.labelled("title") if line.start <= one.start < line.end), None)
        if part:
            yield _enclosed(source, within, line.start, part, title, 2)


def _parts(line: Line, bodies: Sequence[Stretch], without: Sequence[Line] = ()) -> list[Stretch]:
    """The body's stretches in an enclosure, up to the first enclosure of its own."""
    end = min((one.start for one in without), default=line.end)
    return [(max(start, line.start), min(last, end)) for start, last in bodies if start < end and last > line.start]


def _enclosed(
    source: SourceText,
    outer: Message,
    start: int,
    part: Sequence[lines.Row],
    title: Line | None,
    depth: int,
    *,
    quoted: bool = False,
    introduced: forms.Form | None = None,
    complete: Callable[[Record], Record] | None = None,
) -> Record:
    message = Message(
        source,
        f"{outer.id}/enclosed/{start}",
        part,
        title,
        order=outer.order,
        context=outer.context,
        quoted=quoted,
        introduced=introduced,
        complete=complete,
    )
    record = _read(message, outer=False, depth=depth)
    words = (min(title.start if title else part[0].start, part[0].start), part[-1].end)
    started = source.cite(words, rule(source.family, "enclosed"), str(start))
    return replace(record, fields={**record.fields, "start": (started,)})


def _read(message: Message, *, outer: bool, depth: int, repository: str = "") -> Record:
    """One message: divided, its parties and dates settled, the messages quoted in it read, then what its text says."""
    carried = _carried(message) if depth < enclosures.MAX_DEPTH else []
    given = _given(message) if depth < enclosures.MAX_DEPTH else []
    if message.head_rows is None and message.family != "frus":
        message.head_rows = enclosures.quotation_begins(message.rows)
    messages.divide(message)
    fields: dict[str, list[Passage]] = {}
    if outer:
        catalogue(message, fields)
    forms_and_numbers(message, fields)
    message.heading.relays.extend(bearers.carried(message.source.text, message.text()))
    message.heading.relays.extend(passed_through.noted(message))
    message.closing.copies.extend(bearers.copied(message.source.text, message.text()))
    settled = roles.settle(message, message.id)
    fields.update(settled.fields)
    fields.update(when.settle(message, outer=outer))
    record = Record(message.id, message.source, {}, {}, tuple(message.warnings)).with_fields(**fields)
    record = record.with_parts(personas=settled.personas, positions=settled.positions)
    record = message.complete(record) if message.complete else record
    quotations = _quotations(message) if depth < enclosures.MAX_DEPTH else []
    passed = None
    if outer and message.family == "frus":
        passed = enclosures.passed_on(message.source.text, message.text_rows())
    if passed:
        quotations = []  # what is quoted in a message passed on is quoted by its own writer
    taken = Overlaps((part[0].start, part[-1].end) for part, _ in given)
    quotations = [one for one in quotations if not taken.touch(one.outer_start, one.outer_end)]
    inner = [_quoted(message, quotation, depth + 1, record) for quotation in quotations]
    inner.extend(
        _enclosed(message.source, message, part[0].start, part, None, depth + 1, quoted=True, introduced=called)
        for part, called in carried
    )
    inner.extend(_inside(message, part, said_of, depth + 1, record) for part, said_of in given)
    carried_on = _passed(message, passed, record) if passed and not inner else None
    if carried_on:
        inner = [carried_on]
    if inner:
        record = record.with_parts(enclosed=inner)
    inside = [(quotation.outer_start, quotation.outer_end) for quotation in quotations]
    inside.extend((part[0].start, part[-1].end) for part, *_ in (*carried, *given))
    inside.extend(message.others)
    record = said.read(message, record, inside, outer=outer, repository=repository, carried=carried_on)
    return replace(record, warnings=tuple(message.warnings) + (gaps.empty_labels(message.source) if outer else ()))


def _carried(message: Message) -> list[tuple[Sequence[lines.Row], forms.Form | None]]:
    """A message given without quotation marks; its lines are taken out of the carrier's."""
    source, rows = message.source, message.rows
    if len(rows) < 4 or message.family == "frus":
        return []
    title = message.title_line
    named = source.text[title.start : title.end].split(" to ")[0] if title else ""
    known = frozenset(word.lower() for word in named.split())
    found = enclosures.unquoted(rows, lambda row: signatures.is_signature(source.text, row), known)
    if found is None:
        return []
    part = rows[found[0] : found[1]]
    message.rows = [*rows[: found[0]], *rows[found[1] :]]
    message.head_rows = found[0] - 1  # the line that announces it is text
    return [(part, enclosures.introduction(source.text, rows[0].start, part[0].start))]


def _quotations(message: Message) -> list[enclosures.Quoted]:
    found: list[enclosures.Quoted] = []
    for start, end in message.text():
        if end - start < LONG:
            found.extend(enclosures.quoted(message.source.text, start, end))
    return found


def _given(message: Message) -> list[tuple[Sequence[lines.Row], telegrams_inside.Inside]]:
    """Papers that a despatch gives without quotation marks; their lines are taken out of the despatch's."""
    source, rows = message.source, message.rows
    given: list[tuple[Sequence[lines.Row], telegrams_inside.Inside]] = []
    kept: list[lines.Row] = []
    place = 0

    def is_signature(row: lines.Row) -> bool:
        return signatures.is_signature(source.text, row)

    find = papers_inside.rows_of if message.family == "frus" else messages_carried.rows_of
    while found := find(source.text, rows, is_signature, max(place, 1)):
        first, last, said_of = found
        if any(enclosures.passed_on(source.text, rows[at:first]) for at in range(max(place, 1), first)):
            break  # it is given in a message that is itself passed on, and is read with that
        given.append((rows[first:last], said_of))
        kept.extend(rows[place:first])
        place = last
    if given:
        message.rows = [*kept, *rows[place:]]
    return given


def _quoted(message: Message, quotation: enclosures.Quoted, depth: int, carrier: Record) -> Record:
    text = message.source.text
    part = lines.rows(text, [(quotation.start, quotation.end)])
    if said_of := papers_inside.read(text, message.rows[0].start, quotation.outer_start):
        return _inside(message, part, said_of, depth, carrier)
    if parties := quoted_words.named(text, message.rows[0].start, quotation.outer_start):
        return _inside(message, part, telegrams_inside.Inside(*parties), depth, carrier)
    introduced = enclosures.introduction(text, message.rows[0].start, quotation.outer_start)
    record = _enclosed(message.source, message, part[0].start, part, None, depth, quoted=True, introduced=introduced)
    transmitted = enclosures.transmitted(message.source.text, message.rows[0].start, quotation.outer_start)
    if transmitted is None:
        return record
    return passed_on_by(message, record, carrier.fields.get("sender", ()), *transmitted)


def _inside(
    message: Message, part: Sequence[lines.Row], said_of: telegrams_inside.Inside, depth: int, carrier: Record
) -> Record:
    """A telegram given in the text: what its own lines do not say, the words before it do."""

    def complete(record: Record) -> Record:
        if len(part) == 1:  # a paragraph has no address nor, where its writer is named, a signature of its own
            known = said_of.sender is not None or (said_of.own and not _signed_for(record, carrier))
            if said_of.sender and said_of.sender.entity != "person" and signs(record):
                known = False  # "Following from Consul General at Shanghai: “… Cunningham.”"
            greeted = any(
                one.rule.name.endswith("addressee-by-salutation") for one in record.fields.get("addressee", ())
            )
            unknown = {*(("sender", "signature") if known else ()), *(() if greeted else ("addressee",))}
            own = {name: one for name, one in record.fields.items() if name not in unknown}
            record = replace(record, fields=own)
        return with_introduction(message, record, said_of, carrier)

    return _enclosed(
        message.source,
        message,
        part[0].start,
        part,
        None,
        depth,
        quoted=True,
        introduced=said_of.form,
        complete=complete,
    )


def _signed_for(record: Record, carrier: Record) -> bool:
    """Whether another than who writes the paper signs it, or a man signs for the holder of an office."""
    named = {one.text.split()[-1] for one in carrier.fields.get("sender", ()) if one.entity == "person"}
    return signs(record) and not any(one.text.split()[-1] in named for one in record.fields.get("sender", ()))


def _passed(message: Message, passed: enclosures.Passed, carrier: Record) -> Record:
    """A message that the telegram carries for others: its parties stand in the line that introduces it."""
    source = message.source
    record = _enclosed(source, message, passed.rows[0].start, passed.rows, None, 1, quoted=True)
    fields: dict[str, list[Passage]] = {name: list(passages) for name, passages in record.fields.items()}
    cited = record.parts.get("citations", ())  # the carrier's own reading knows whose paper is meant
    record = record.with_parts(
        citations=[one for one in cited if one.fields.get("sender") and one.fields.get("addressee")]
    )
    for name, found in (("addressee", passed.addressees), ("sender", passed.senders)):
        if found:
            by = rule(source.family, name)
            fields[name] = [source.cite((one.start, one.end), by, one.name, entity=one.entity) for one in found]
    said_of = headed(source.text, passed.rows[0].start)
    return by_post(with_introduction(message, record.with_fields(**fields), said_of, carrier), carrier)


__all__ = ["extract"]

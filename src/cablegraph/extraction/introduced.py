"""What a message inside another has from the words that introduce it: ``I transmit the message of Director Dahl:``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cablegraph import dates
from cablegraph.evidence import Passage
from cablegraph.extraction import telegrams_inside
from cablegraph.extraction.messages import Message, Stretch
from cablegraph.extraction.names import Party
from cablegraph.extraction.rules import rule
from cablegraph.patterns import compiled
from cablegraph.record import Record


def _writers(carrier: Record) -> Sequence[Passage]:
    """Who writes a paper: the man who holds the office that its head names, where a signature tells him."""
    senders = carrier.fields.get("sender", ())
    if any(one.entity == "person" for one in senders):
        return senders
    offices = {one.text for one in senders}
    held = [part for part in carrier.parts.get("positions", ()) if part.text_of("position") in offices]
    return [one for part in held for one in part.fields.get("holder", ())] or senders


def signs(record: Record) -> bool:
    """Whether a man's name stands under a telegram that is given inside another paper."""
    return any(one.entity == "person" for one in record.fields.get("sender", ()))


_DEPARTMENT = compiled(r"\b(?:Secretary of State|Department of State|State Department)\b")


def _post(carrier: Record, addressed: bool) -> Sequence[Passage]:
    """Who of two that write to each other passes on what is another's: not the Department, but its man abroad."""
    if any(_DEPARTMENT.search(one.text) for one in carrier.fields.get("sender", ())):
        return carrier.fields.get("addressee", ()) if addressed else ()
    return _writers(carrier)


def by_post(record: Record, carrier: Record) -> Record:
    """A message that the Department sends through a post, or a post home, for another: the post's man passes it on.

    ``For Stevens: …`` that names no writer is by who sends the telegram, and passed on by whom it is sent to.
    """
    family = record.source.family
    if record.fields.get("relay") or not record.fields.get("addressee"):
        return record
    post = _post(carrier, addressed=True)
    if "sender" not in record.fields:
        post = carrier.fields.get("addressee", ())
        ours = [replace(one, rule=rule(family, "sender")) for one in carrier.fields.get("sender", ())]
        record = record.with_fields(sender=ours)
    theirs = {one.text.split()[-1] for name in ("sender", "addressee") for one in record.fields.get(name, ())}
    post = [one for one in post if one.text.split()[-1] not in theirs]
    people = [one for one in post if one.entity == "person"] or post
    return record.with_fields(relay=[replace(one, rule=rule(family, "relay")) for one in people])


def headed(text: str, start: int) -> telegrams_inside.Inside:
    """What the first words of a message passed on say of itself: ``No. 41, October 12.``"""
    return telegrams_inside.with_head(text, telegrams_inside.Inside(), start)


def with_introduction(message: Message, record: Record, said_of: telegrams_inside.Inside, carrier: Record) -> Record:
    """The record with sender, addressee, number, place and day that its introduction or its first words give."""
    source, family = message.source, message.family
    fields: dict[str, Sequence[Passage]] = {}
    for name, party, ours in (
        ("sender", said_of.sender, said_of.own),
        ("addressee", said_of.addressee, False),
    ):
        if name == "sender" and party is not None and party.entity != "person" and signs(record):
            continue  # who signs holds the office
        if party is not None:
            fields[name] = [source.cite((party.start, party.end), rule(family, name), party.name, entity=party.entity)]
        elif ours and not (name == "sender" and signs(record)):
            fields[name] = carrier.fields.get(name, ())
    to_you = said_of.own or said_of.to_you
    if said_of.addressee is None and (to_you or said_of.to_us) and "addressee" not in record.fields:
        theirs = carrier.fields.get("addressee", ()) if to_you else _writers(carrier)
        fields["addressee"] = [replace(one, rule=rule(family, "addressee")) for one in theirs]
    if said_of.through and "relay" not in record.fields:
        by = rule(family, "relay")
        fields["relay"] = [
            source.cite((one.start, one.end), by, one.name, entity=one.entity) for one in said_of.through
        ]
    elif said_of.passed and "relay" not in record.fields:
        fields["relay"] = _between(family, said_of, carrier, fields.get("sender", record.fields.get("sender", ())))
    if said_of.number and "number" not in record.fields:
        fields["number"] = [source.cite(said_of.number, rule(family, "number"))]
    if said_of.origin and "origin" not in record.fields:
        span, name = said_of.origin[:2], said_of.origin[2]
        fields["origin"] = [source.cite(span, rule(family, "origin"), name, entity="place")]
    if said_of.destination and "destination" not in record.fields:
        span, name = said_of.destination[:2], said_of.destination[2]
        fields["destination"] = [source.cite(span, rule(family, "destination"), name, entity="place")]
    if said_of.dated and "date" not in record.fields:
        around = dates.parse(carrier.text_of("date")) or message.context
        day = telegrams_inside.date_of(source.text, said_of.dated, around)
        fields["date"] = [source.cite(day[0], rule(family, "date"), day[1], basis=day[2])] if day else []
    return record.with_fields(**fields)


def _between(
    family: str, said_of: telegrams_inside.Inside, carrier: Record, senders: Sequence[Passage]
) -> Sequence[Passage]:
    """Who passes a message on: the men, where any are named, but never who sent it."""
    if said_of.passed == "by-post":
        found = _post(carrier, said_of.addressee is not None)
    else:
        asked = carrier.fields.get("receiver") or carrier.fields.get("addressee", ())
        found = _writers(carrier) if said_of.passed == "by-us" else asked
    found = [one for one in found if one.text not in {sent.text for sent in senders}]
    people = [one for one in found if one.entity == "person"]
    return [replace(one, rule=rule(family, "relay")) for one in people or found]


def passed_on_by(
    message: Message, record: Record, carriers: Sequence[Passage], words: Stretch, author: Party | None
) -> Record:
    """``I transmit the message of Director Dahl:``: who writes passes it on; its author is named in full."""
    source = message.source
    fields: dict[str, Sequence[Passage]] = {}
    written = record.fields.get("sender", ())
    if author is not None and author.entity == "person":
        words_of = set(author.name.split())
        if all(words_of.issuperset(passage.text.split()) for passage in written):
            named = source.cite((author.start, author.end), rule(source.family, "sender"), author.name, entity="person")
            fields["sender"] = [named, *(replace(passage, text=author.name) for passage in written)]
    senders = {passage.text for passage in (*written, *fields.get("sender", ()))}
    people = {one.text for one in carriers if one.entity == "person"} - senders
    if people and not record.fields.get("relay"):
        by = rule(source.family, "relay")
        fields["relay"] = [source.cite(words, by, name, entity="person") for name in sorted(people)]
    return record.with_fields(**fields)

"""Where a paper was sent from, and where to: what title, heading, closing and the offices of its parties say of it."""

from __future__ import annotations

from cablegraph.evidence import Passage
from cablegraph.extraction import likeness
from cablegraph.extraction.lexicon import COUNTRIES
from cablegraph.extraction.messages import Message
from cablegraph.extraction.names import Party, cased, is_place
from cablegraph.extraction.rules import rule
from cablegraph.extraction.seats import seat
from cablegraph.patterns import compiled

Fields = dict[str, list[Passage]]


def places(message: Message, fields: Fields, senders: list[Party]) -> None:
    """Put down where a paper comes from and goes to; a sender's seat is a guess, and so a candidate."""
    title, heading = message.title, message.heading
    for name in ("origin", "destination"):
        for spot in (getattr(heading, name), getattr(title, name)):
            if spot:
                passage = message.source.cite((spot[0], spot[1]), rule(message.family, name), spot[2], entity="place")
                known = fields.setdefault(name, [])
                if all(old.text == passage.text and old.layer != passage.layer for old in known):
                    known.append(passage)
    _seats_of_offices(message, fields)
    for start, end, place in message.closing.destinations:
        if "destination" not in fields:
            by = rule(message.family, "destination")
            fields["destination"] = [message.source.cite((start, end), by, place, entity="place")]
    for start, end, place in message.closing.places:
        if "origin" not in fields:
            fields["origin"] = [
                message.source.cite((start, end), rule(message.family, "origin"), place, entity="place")
            ]
    if "origin" not in fields and len(senders) == 1 and message.family != "frus":
        _seat(message, fields, senders[0])


_SEATED = compiled(r"\b(?:in|at) (?:the )?(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)\W*$")


def _seats_of_offices(message: Message, fields: Fields) -> None:
    """``the Soviet Ambassador in Beijing`` is written to in Beijing."""
    heading, text = message.heading, message.source.text
    for name, found in (("origin", heading.senders), ("destination", [*heading.receivers, *heading.addressees])):
        for party in found:
            located = _SEATED.search(text[party.start : party.end])
            if name in fields or message.family == "frus" or not located:
                continue
            if is_place(located["place"]) and cased(located["place"]) not in COUNTRIES:
                start = party.start + located.start("place")
                span = (start, start + len(located["place"]))
                by = rule(message.family, name)
                fields[name] = [message.source.cite(span, by, cased(located["place"]), entity="place")]


def _seat(message: Message, fields: Fields, sender: Party) -> None:
    """No word says where it was sent from: the sender's seat is a guess, and so a candidate."""
    guess = seat(sender.name)
    if not guess:
        return
    words = next((one for one in message.closing.signatures if likeness.same(one, sender)), sender)
    by = rule(message.family, "origin-from-senders-seat")
    fields["origin"] = [message.source.cite((words.start, words.end), by, guess, entity="place")]

"""Who holds which office, by title, heading and signature: ``The Ambassador in Russia (Francis)``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from cablegraph.extraction import likeness
from cablegraph.extraction.messages import Message
from cablegraph.extraction.names import Party
from cablegraph.extraction.rules import rule
from cablegraph.patterns import compiled
from cablegraph.record import Record


def held(message: Message, document: str) -> list[Record]:
    """Who holds an office: ``The Ambassador in Russia (Francis)``, or the office's signature."""
    title, heading, closing = message.title, message.heading, message.closing
    by = rule(message.family, "position")
    seen: set[tuple[str, str]] = set()
    found: list[Record] = []
    everyone = [*title.senders, *title.addressees, *heading.senders, *heading.addressees, *closing.signatures]
    for party in (
        *title.senders,
        *title.addressees,
        *title.relays,
        *title.participants,
        *heading.senders,
        *heading.addressees,
        *heading.receivers,
        *closing.signatures,
    ):
        if (
            party.entity == "person"
            and len(party.office) > 5
            and (party.name, party.office) not in seen
            and " " in party.office
        ):
            seen.add((party.name, party.office))
            span = (party.start, party.end)
            fields = {
                "holder": (message.source.cite(span, by, likeness.fullest(party, everyone), entity="person"),),
                "position": (message.source.cite(span, by, party.office, entity="position"),),
            }
            found.append(Record(document, message.source, fields))
    addressed = [party for party in title.addressees if party.entity == "position"]
    holders = [party for party in closing.addressees if party.entity == "person"]
    if (
        len(addressed) == len(title.addressees) == len(holders) == 1
    ):  # "Hon. Hamilton Fish," below a letter to the Secretary
        found.append(_held(message, document, addressed[0], holders[0]))
    senders = title.senders or heading.senders or title.authors
    posts = [party for party in senders if party.entity == "position"]
    signers = [party for party in closing.signatures if party.entity == "person"]
    signers = signers or [party for party in heading.recorders if party.entity == "person"]
    left = [
        one for one in signers if not any(likeness.same(one, other) for other in senders if other.entity == "person")
    ]
    if len(posts) == len(senders) == 1 and not signers and (writer := _paraphrased(message)):
        found.append(_held(message, document, posts[0], writer))
    if len(posts) == len(left) == 1 and len(senders) == len(signers) and not _signs_for(message, left[0]):
        found.append(_held(message, document, posts[0], left[0]))
    return found


_TOLD_OF = compiled(
    r"\(?Mr\. (?P<who>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) (?:reports|states|says|refers|informs|instructs|directs|acknowledges|requests|asks|advises|calls|quotes|tells|expresses|desires|transmits|replies|suggests|inquires|announces|repeats|adds|is (?:informed|advised|of opinion))\b"
)


def _paraphrased(message: Message) -> Party | None:
    """``Mr. Knox refers to Mr. Russell's telegram``: so the series' paraphrases begin, which nobody signs."""
    first = next(iter(message.text_rows()), None)
    match = _TOLD_OF.match(first.text) if first and message.family == "frus" else None
    notes = message.source.labelled("note.source") if match else ()
    if (
        first is None
        or match is None
        or not any("araphrase" in message.source.text[one.start : one.end] for one in notes)
    ):
        return None
    start, end = (first.start + at for at in match.span("who"))
    return Party(match["who"], "person", start, end)


def _signs_for(message: Message, signer: Party) -> bool:
    """``For the Secretary of State: J. Reuben Clark``: who signs for an office does not hold it."""
    return _FOR.search(message.source.text, max(0, signer.start - 120), signer.start) is not None


_FOR = compiled(
    r"(?:^|\n)\s*(?i:for|by (?:order|direction|command|authority) of|in the absence of)\s[^\n]{3,80}[:,]?\s*\Z"
)


def _held(message: Message, document: str, office: Party, holder: Party) -> Record:
    """An office that one line names and its holder, whom another names."""
    by = rule(message.family, "position")
    spans = [(office.start, office.end), (holder.start, holder.end)]
    fields = {
        "holder": (message.source.cite(spans, by, holder.name, entity="person"),),
        "position": (message.source.cite(spans, by, office.name, entity="position"),),
    }
    return Record(document, message.source, fields)

"""Citations resolved over the whole corpus: ``my 24, February 21`` is the held paper of that sender, number and day.

Ties go to review, never to a coin; a resolved citation keeps its IRI (model section 5).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from pyoxigraph import NamedNode

from cablegraph import dates
from cablegraph.evidence import Layer, Passage, Reading, Rule, Span
from cablegraph.iri import CG, DOC
from cablegraph.record import Record

RULE = Rule("linking.resolved-citation", version="1", certainty="0.9")
ACCEPT = 0.75
"""A held paper that scores at least this, and alone, is the cited one."""
PROPOSE = 0.5
CLOSE = 0.1
SLACK = timedelta(days=1)
"""A telegram is often cited by the day it came in, one after its own."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A paper that another cites or promises: its IRI, the citing words, and what they say of it."""

    iri: str
    numbers: tuple[str, ...] = ()
    senders: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    earliest: str = ""
    latest: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    layer: Layer = "transcript"
    promised: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """What resolution needs of one held document, or of a message enclosed in one."""

    iri: str
    outer: str
    text: str
    numbers: tuple[str, ...] = ()
    senders: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    earliest: str = ""
    latest: str = ""
    cited: tuple[Cited, ...] = ()
    enclosed: tuple[Card, ...] = ()


def card(record: Record) -> Card:
    """The card of a linked record, enclosed messages included."""
    outer = DOC + record.source.key
    earliest, latest = _bounds(record.fields.get("date", ()))
    cited = [_cited(part, f"{DOC}{record.id}/cited/") for part in record.parts.get("citations", ())]
    cited += [_cited(part, f"{DOC}{record.id}/promised/", True) for part in record.parts.get("promises", ())]
    return Card(
        DOC + record.id,
        outer,
        f"{outer}/text/{record.source.sha256[:8]}",
        _texts(record, "number"),
        _iris(record, "sender", "author"),
        _iris(record, "addressee", "receiver"),
        earliest,
        latest,
        tuple(cited),
        tuple(card(part) for part in record.parts.get("enclosed", ())),
    )


def _cited(part: Record, base: str, promised: bool = False) -> Cited:
    [start, *_] = part.fields["start"]
    earliest, latest = _bounds(part.fields.get("date", ()))
    spans = tuple((span.start, span.end) for span in start.spans)
    return Cited(
        base + start.text,
        _texts(part, "number"),
        _iris(part, "sender", "author"),
        _iris(part, "addressee"),
        earliest,
        latest,
        spans,
        start.layer,
        promised,
    )


def _texts(record: Record, name: str) -> tuple[str, ...]:
    return tuple(sorted({passage.text for passage in record.fields.get(name, ())}))


def _iris(record: Record, *names: str) -> tuple[str, ...]:
    return tuple(sorted({passage.iri for name in names for passage in record.fields.get(name, ()) if passage.iri}))


def _bounds(passages: Iterable[Passage]) -> tuple[str, str]:
    found = [dates.bounds(passage.text) for passage in passages]
    days = [(bound.earliest, bound.latest) for bound in found if bound.earliest and bound.latest]
    if not days:
        return "", ""
    return min(str(first) for first, _ in days), max(str(last) for _, last in days)


def card_to_json(value: Card) -> dict[str, Any]:
    """A card as plain JSON."""
    return asdict(value)


def card_from_json(form: dict[str, Any]) -> Card:
    """The card that `card_to_json` wrote."""
    cited = tuple(
        Cited(**{**item, **{name: tuple(item[name]) for name in ("numbers", "senders", "addressees")},
                 "spans": tuple((start, end) for start, end in item["spans"])})
        for item in form["cited"]
    )  # fmt: skip
    lists = {name: tuple(form[name]) for name in ("numbers", "senders", "addressees")}
    return Card(**{**form, **lists, "cited": cited, "enclosed": tuple(map(card_from_json, form["enclosed"]))})


def resolve(cards: Iterable[Card]) -> Iterator[Reading]:
    """Readings of ``cg:resolvedTo``: one held paper above the line stands, several are candidates, none is nothing."""
    every = [inner for outer in cards for inner in _all(outer)]
    by_number: dict[str, list[Card]] = defaultdict(list)
    by_sender: dict[str, list[Card]] = defaultdict(list)
    for held in every:
        for number in held.numbers:
            by_number[_plain(number)].append(held)
        for sender in held.senders:
            by_sender[sender].append(held)
    for citing in every:
        for cited in citing.cited:
            yield from _resolve(citing, cited, by_number, by_sender)


def _all(outer: Card) -> Iterator[Card]:
    yield outer
    for inner in outer.enclosed:
        yield from _all(inner)


def _plain(number: str) -> str:
    return number.replace(".", "").replace(" ", "").lstrip("0").casefold()


def _resolve(
    citing: Card, cited: Cited, by_number: dict[str, list[Card]], by_sender: dict[str, list[Card]]
) -> Iterator[Reading]:
    near: dict[str, Card] = {}
    for number in cited.numbers:
        near.update((held.iri, held) for held in by_number.get(_plain(number), ()))
    if not cited.numbers:
        for sender in cited.senders:
            near.update((held.iri, held) for held in by_sender.get(sender, ()))
    near.pop(citing.iri, None)
    scored = sorted(((_score(citing, cited, held), held.iri) for held in near.values()), reverse=True)
    scored = [(score, iri) for score, iri in scored if score >= PROPOSE]
    if not scored:
        return
    alone = len(scored) == 1 or scored[0][0] - scored[1][0] >= CLOSE
    if scored[0][0] >= ACCEPT and alone:
        yield _reading(citing, cited, scored[0][1], scored[0][0], stands=True)
        return
    for score, iri in scored:
        yield _reading(citing, cited, iri, score, stands=False)


def _score(citing: Card, cited: Cited, held: Card) -> float:
    """Number, sender, addressee and day, as far as both sides know them; a contradiction of the first two ends it."""
    numbers = {_plain(number) for number in cited.numbers} & {_plain(number) for number in held.numbers}
    if cited.numbers and held.numbers and not numbers:
        return 0.0
    senders = _agree(cited.senders, held.senders)
    addressees = _agree(cited.addressees, held.addressees)
    day = _same_day(cited, held)
    if senders is False or day is False:
        return 0.0
    if addressees is False and not numbers:
        return 0.0
    if not cited.earliest and held.earliest and citing.latest and held.earliest > citing.latest and not cited.promised:
        return 0.0
    score = 0.45 if numbers else 0.0
    score += 0.25 if senders else 0.0
    score += 0.1 if addressees else 0.0
    score += 0.35 if day else 0.0
    if cited.promised and not numbers and not day:
        return 0.0
    return round(min(score, 1.0), 2)


def _agree(said: tuple[str, ...], known: tuple[str, ...]) -> bool | None:
    if not said or not known:
        return None
    return bool(set(said) & set(known))


def _same_day(cited: Cited, held: Card) -> bool | None:
    if not cited.earliest or not held.earliest:
        return None
    first, last = date.fromisoformat(cited.earliest), date.fromisoformat(cited.latest)
    own_first, own_last = date.fromisoformat(held.earliest), date.fromisoformat(held.latest)
    return first <= own_last + SLACK and last >= own_first - SLACK


def _reading(citing: Card, cited: Cited, held: str, score: float, *, stands: bool) -> Reading:
    return Reading(
        NamedNode(cited.iri),
        NamedNode(CG + "resolvedTo"),
        NamedNode(held),
        tuple(Span(*span) for span in cited.spans),
        cited.layer,
        RULE,
        str(score),
        citing.outer,
        citing.text,
        None if stands else "candidate",
        reason="" if stands else "several held papers fit, or too little is known to tell",
    )

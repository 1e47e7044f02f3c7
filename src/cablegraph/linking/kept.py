"""Promises kept: ``As promised in my No. 24`` makes the paper that says so the one which No. 24 promised.

The promised paper resolves to it where one held paper fits and one promise; what ties goes to review (model section 5).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pyoxigraph import NamedNode

from cablegraph.evidence import Reading, Rule, Span
from cablegraph.iri import CG, DOC
from cablegraph.linking import citations
from cablegraph.linking.citations import ACCEPT, CLOSE, PROPOSE, SHOWN, Card, Cited, Index, leaves, plain
from cablegraph.linking.fulfilled import fulfilled
from cablegraph.linking.posts import full_post

RULE = Rule("linking.kept-promise", version="1", certainty="0.85")
LATEST = timedelta(days=200)
"""A paper that comes later than this is another one."""
CITED, SENDER, ADDRESSEE, FORM, TOPIC = 0.3, 0.2, 0.1, 0.1, 0.1
WORDS = {"promised": 0.25, "continued": 0.1}
"""What each agreement gives; words that only continue need the form or a topic of what was promised besides."""
_EPSILON = 1e-9


@dataclass(frozen=True, slots=True)
class Keeping:
    """A held paper that calls itself what it was promised to be, and the citation by which it says where."""

    held: Card
    cited: Cited


@dataclass(frozen=True, slots=True)
class _Offer:
    score: float
    why: str
    held: str
    sure: bool


def resolve(cards: Iterable[Card], near: Iterable[Card] = ()) -> Iterator[Reading]:
    """Readings for the papers that these cards cite and promise, and for their claims that a promise was fulfilled."""
    own, around = list(cards), list(near)
    resolved = list(citations.resolve(own, around))
    yield from resolved
    every = [inner for outer in (*own, *around) for inner in leaves(outer)]
    held = {one.iri: one for one in every}
    for outer in own:
        for one in leaves(outer):
            yield from fulfilled(one, resolved, held)
    keeping = [Keeping(held, cited) for held in every for cited in held.cited if cited.keeps]
    if not keeping:
        return
    index, promising = Index(every), [one for one in every if promises(one)]
    for outer in own:
        for one in leaves(outer):
            yield from _kept(one, keeping, promising, index)


def promises(card: Card) -> tuple[Cited, ...]:
    """The papers that a card promises and does not name by number or day."""
    return tuple(one for one in card.cited if one.promised and one.senders and not (one.numbers or one.earliest))


def _kept(own: Card, keeping: Sequence[Keeping], promising: Sequence[Card], index: Index) -> Iterator[Reading]:
    offers: dict[str, list[_Offer]] = {}
    for one in keeping:
        like, fitting = _likeness(one, own, index), _fitting(one, own, index)
        if not like or not fitting:
            continue
        others = (
            _likeness(one, other, index) for other in promising if other is not own and _fitting(one, other, index)
        )
        rival = max(others, default=0.0)
        if rival >= like + CLOSE - _EPSILON:
            continue
        sure = like >= ACCEPT and rival <= like - CLOSE + _EPSILON and len(fitting) == 1
        for score, why, promise in fitting:
            offers.setdefault(promise.iri, []).append(_Offer(score, why, one.held.iri, sure))
    for promise in promises(own):
        yield from _chosen(own, promise, offers.get(promise.iri, ()))


def _chosen(own: Card, promise: Cited, offers: Iterable[_Offer]) -> Iterator[Reading]:
    best: dict[str, _Offer] = {}
    for offer in sorted(offers, key=lambda one: (-one.score, not one.sure, one.held)):
        best.setdefault(offer.held, offer)
    ranked = list(best.values())
    if not ranked:
        return
    alone = len(ranked) == 1 or ranked[0].score - ranked[1].score >= CLOSE - _EPSILON
    if alone and ranked[0].sure and ranked[0].score >= ACCEPT:
        yield _reading(own, promise, ranked[0], stands=True)
        return
    for offer in ranked[:SHOWN]:
        yield _reading(own, promise, offer, stands=False)


def _likeness(one: Keeping, own: Card, index: Index) -> float:
    """How well a card is the paper that was cited; nothing below what is proposed, or where the days forbid it."""
    cited, held = one.cited, one.held
    if held.iri == own.iri or not _in_time(own, held):
        return 0.0
    if cited.numbers and {plain(number) for number in cited.numbers}.isdisjoint(map(plain, own.numbers)):
        return 0.0
    if not cited.numbers and (not cited.earliest or cited.earliest != cited.latest or own.earliest != own.latest):
        return 0.0
    value, _ = citations.likeness(held, cited, own, index)
    return value if value >= PROPOSE else 0.0


def _in_time(own: Card, held: Card) -> bool:
    if not own.earliest or not held.earliest:
        return False
    first, later = date.fromisoformat(own.earliest), date.fromisoformat(held.earliest)
    return timedelta(0) <= later - first <= LATEST


def _fitting(one: Keeping, own: Card, index: Index) -> list[tuple[float, str, Cited]]:
    """The promises of a card that a paper may keep: the best, and those within a hair of it."""
    scored = [(*_score(one, promise, index), promise) for promise in promises(own) if _same_hand(one.held, promise)]
    best = max((score for score, _, _ in scored), default=0.0)
    return [item for item in scored if item[0] >= PROPOSE and item[0] > best - CLOSE + _EPSILON]


def _same_hand(held: Card, promise: Cited) -> bool:
    """Whether all who promised send the paper, under their names or posts."""
    hands = {full_post(party) for party in held.senders}
    for holder, post in held.posts:
        if full_post(holder) in hands or full_post(post) in hands:
            hands |= {full_post(holder), full_post(post)}
    return {full_post(party) for party in promise.senders} <= hands


def _score(one: Keeping, promise: Cited, index: Index) -> tuple[float, str]:
    addressees = index.agree(promise.addressees, one.held.addressees)
    form = bool(promise.form) and any(_alike(promise.form, form) for form in one.held.forms)
    topics = set(promise.topics) & set(one.held.topics)
    parts = (
        ("sender", SENDER),
        ("addressee", ADDRESSEE if addressees else 0.0),
        ("form", FORM if form else 0.0),
        ("topic", TOPIC if topics else 0.0),
    )
    total = CITED + WORDS[one.cited.keeps] + sum(value for _, value in parts)
    agree = f"agree: {', '.join(name for name, value in parts if value)}"
    if addressees is False:
        total, agree = total - ADDRESSEE, f"{agree}; addressee differs"
    key = one.held.iri.removeprefix(DOC)
    return round(min(total, 1.0), 2), f"{key} says “{one.cited.said}”; {agree}"


def _alike(one: str, other: str) -> bool:
    """A ciphered telegram is a telegram too."""
    return one == other or one.endswith(f"-{other}") or other.endswith(f"-{one}")


def _reading(own: Card, promise: Cited, offer: _Offer, *, stands: bool) -> Reading:
    return Reading(
        NamedNode(promise.iri),
        NamedNode(CG + "resolvedTo"),
        NamedNode(offer.held),
        tuple(Span(*span) for span in promise.spans),
        promise.layer,
        RULE,
        str(offer.score),
        own.outer,
        own.text,
        None if stands else "candidate",
        reason=offer.why,
    )

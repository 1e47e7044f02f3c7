"""By what a citation and the held paper it means find each other: ``my 24, February 21`` asks for number 24 of a month.

Only papers that share a number and one thing more, a sender and a month, or, where nothing else is said, an addressee
and a month, can score enough to be the cited one or to be proposed (`linking.citations`); over 300,000 papers those few
are looked up instead of all being compared.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from cablegraph.cache import number_of
from cablegraph.linking.citations import SLACK, Card, Cited, leaves, plain
from cablegraph.linking.kept import promises
from cablegraph.linking.posts import full_post

__all__ = ["held_by", "held_keys", "leaves", "wanted_by", "wanted_keys"]

LONGEST = 36
"""A stretch of more months than this is looked for by its other keys alone."""
_ALWAYS = "*"


def held_by(card: Card) -> set[int]:
    """Keys under which a document is found by others: as a paper that is cited, that keeps a promise, that promises."""
    found: set[int] = set()
    for inner in leaves(card):
        found |= held_keys(inner) | _promising(inner, (0,))
        found.update(*(map(_keeper, wanted_keys(cited)) for cited in inner.cited if cited.keeps))
    return found


def wanted_by(card: Card) -> set[int]:
    """Keys under which what a document cites is found, what keeps its promises, and who else may have made them."""
    found: set[int] = set()
    for inner in leaves(card):
        found.update(*(wanted_keys(cited) for cited in inner.cited))
        if promises(inner):
            found |= set(map(_keeper, held_keys(inner))) | _promising(inner, range(-2, 3))
    return found


def _keeper(key: int) -> int:
    """The key of a paper that says it was promised in the one that has this key."""
    return number_of(f"keeps what {key} promised")


def _promising(card: Card, days: Iterable[int]) -> set[int]:
    """Keys of a paper that promises: by its number, and by its sender and day and those about it.

    Two whom one citation may mean have the same number or stand within two days of each other.
    """
    if not promises(card):
        return set()
    keys = {f"promises in {plain(number)}" for number in card.numbers}
    if card.earliest and card.earliest == card.latest:
        own = date.fromisoformat(card.earliest)
        keys.update(f"promises {full_post(who)} {own + timedelta(step)}" for who in card.senders for step in days)
    return set(map(number_of, keys))


def held_keys(card: Card) -> set[int]:
    """Keys under which a held paper can be found, its enclosed messages left out."""
    months = _months(card.earliest, card.latest, SLACK)
    keys: set[str] = set()
    for number in map(plain, card.numbers):
        keys.update(f"number {number} sender {full_post(sender)}" for sender in card.senders)
        keys.update(f"number {number} addressee {full_post(addressee)}" for addressee in card.addressees)
        keys.update(f"number {number} month {month}" for month in (*months, "any"))
    for name, parties in (("sender", card.senders), ("addressee", card.addressees)):
        for party in (*parties, *(post for holder, post in card.posts if holder in parties)):
            keys.update(f"{name} {full_post(party)} month {month}" for month in (*months, "any"))
    return set(map(number_of, keys))


def wanted_keys(cited: Cited) -> set[int]:
    """Keys under which the paper that is cited would be found."""
    months = _months(cited.earliest, cited.latest, timedelta(0))
    if cited.earliest:
        months = ("any",) if months == (_ALWAYS,) else (*months, _ALWAYS)
    keys: set[str] = set()
    for number in map(plain, cited.numbers):
        keys.update(f"number {number} sender {full_post(sender)}" for sender in cited.senders)
        keys.update(f"number {number} addressee {full_post(addressee)}" for addressee in cited.addressees)
        keys.update(f"number {number} month {month}" for month in months)
    if not cited.numbers:
        name, parties = ("sender", cited.senders) if cited.senders else ("addressee", cited.addressees)
        keys.update(f"{name} {full_post(party)} month {month}" for party in parties for month in months)
    return set(map(number_of, keys))


def _months(earliest: str, latest: str, slack: timedelta) -> tuple[str, ...]:
    """The months a stretch of days touches; the one sign that stands for too many; nothing without days."""
    if not earliest:
        return ()
    first, last = date.fromisoformat(earliest) - slack, date.fromisoformat(latest) + slack
    begin, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    if end - begin >= LONGEST:
        return (_ALWAYS,)
    return tuple(f"{month // 12:04}-{month % 12 + 1:02}" for month in range(begin, end + 1))

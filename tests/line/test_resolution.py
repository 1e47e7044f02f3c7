"""Citations looked up by a few keys find what comparing every citation with every held paper finds."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from cablegraph import linking
from cablegraph.linking import Card
from cablegraph.linking.citations import Cited
from cablegraph.meeting import held_by, wanted_by

NUMBERS = ("24", "024", "1.295", "1295", "3777")
PEOPLE = tuple(f"https://w3id.org/cablegraph/id/agent/{name}" for name in ("stalin", "mao", "roshchin"))


def some(chance: random.Random, of: tuple[str, ...], most: int) -> tuple[str, ...]:
    return tuple(sorted(chance.sample(of, chance.randrange(most + 1))))


def days(chance: random.Random) -> tuple[str, str]:
    """Nothing, a day, a month, or six years."""
    if chance.random() < 0.2:
        return "", ""
    first = date(1951, 1, 28) + timedelta(days=chance.randrange(40))
    length = chance.choice((0, 0, 0, 28, 2200))
    return first.isoformat(), (first + timedelta(days=length)).isoformat()


def citations(chance: random.Random, iri: str) -> Iterator[Cited]:
    for number in range(chance.randrange(4)):
        parties = (some(chance, PEOPLE, 2), some(chance, PEOPLE, 1))
        promised = chance.random() < 0.2
        yield Cited(f"{iri}/cited/{number}", some(chance, NUMBERS, 1), *parties, *days(chance), promised=promised)


def promising_or_keeping(chance: random.Random, iri: str, sender: str) -> tuple[Cited, ...]:
    """A paper promised, or one of the same sender cited as the one that promised this."""
    if chance.random() < 0.5:
        form = chance.choice(("telegram", "letter", ""))
        return (Cited(f"{iri}/promised/7", (), (sender,), some(chance, PEOPLE, 1), promised=True, form=form),)
    day = date(1951, 1, 28) + timedelta(days=chance.randrange(20))
    when = (day.isoformat(),) * 2 if chance.random() < 0.6 else ("", "")
    keeps = chance.choice(("promised", "continued"))
    cited = Cited(
        f"{iri}/cited/7", some(chance, NUMBERS[:2], 1), (sender,), some(chance, PEOPLE, 1), *when, keeps=keeps
    )
    return (cited,)


def correspondent(chance: random.Random, iri: str) -> Card:
    """A paper of one sender and one day that promises or keeps."""
    day = (date(1951, 1, 28) + timedelta(days=chance.randrange(30))).isoformat()
    sender = chance.choice(PEOPLE)
    parties = (some(chance, NUMBERS[:2], 1), (sender,), some(chance, PEOPLE, 1))
    parts = promising_or_keeping(chance, iri, sender)
    return Card(iri, iri, f"{iri}/text/0", *parties, day, day, cited=parts, forms=("telegram",))


def card(chance: random.Random, iri: str, *, outer: str = "") -> Card:
    parties = (some(chance, NUMBERS, 2), some(chance, PEOPLE, 2), some(chance, PEOPLE, 2))
    held = Card(iri, outer or iri, f"{iri}/text/0", *parties, *days(chance), cited=tuple(citations(chance, iri)))
    inner = () if outer or chance.random() < 0.7 else (card(chance, f"{iri}/enclosed/5", outer=iri),)
    return replace(held, enclosed=inner)


def asked(cards: list[Card], *, by_keys: bool) -> set[tuple[str, str | None]]:
    """What each card's citations and promises resolve to, with all other cards or with those that its keys find."""
    found = set()
    for own in cards:
        wanted = wanted_by(own)
        near = [held for held in cards if held is not own and (not by_keys or wanted & held_by(held))]
        found |= {(reading.iri, reading.status) for reading in linking.resolve([own], near)}
    return found


@pytest.mark.parametrize("seed", range(8))
def test_keys_bring_together_all_that_can_score(seed: int) -> None:
    chance = random.Random(seed)
    cards = [card(chance, f"https://w3id.org/cablegraph/id/doc/paper-{number}") for number in range(60)]
    every = {(reading.iri, reading.status) for reading in linking.resolve(cards)}
    assert asked(cards, by_keys=True) == asked(cards, by_keys=False) == every
    assert len(every) > 50


@pytest.mark.parametrize("seed", range(8))
def test_keys_bring_together_promises_and_what_keeps_them(seed: int) -> None:
    chance = random.Random(seed)
    cards = [correspondent(chance, f"https://w3id.org/cablegraph/id/doc/paper-{number}") for number in range(90)]
    every = {(reading.iri, reading.status) for reading in linking.resolve(cards)}
    assert asked(cards, by_keys=True) == every
    assert len([iri for iri, _ in every if "/paper-" in iri]) > 10

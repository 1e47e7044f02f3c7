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
from cablegraph.meeting import held_keys, leaves, wanted_keys

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


def card(chance: random.Random, iri: str, *, outer: str = "") -> Card:
    parties = (some(chance, NUMBERS, 2), some(chance, PEOPLE, 2), some(chance, PEOPLE, 2))
    held = Card(iri, outer or iri, f"{iri}/text/0", *parties, *days(chance), cited=tuple(citations(chance, iri)))
    inner = () if outer or chance.random() < 0.7 else (card(chance, f"{iri}/enclosed/5", outer=iri),)
    return replace(held, enclosed=inner)


def silent(held: Card) -> Card:
    return replace(held, cited=(), enclosed=tuple(map(silent, held.enclosed)))


@pytest.mark.parametrize("seed", range(8))
def test_keys_bring_together_all_that_can_score(seed: int) -> None:
    chance = random.Random(seed)
    cards = [card(chance, f"https://w3id.org/cablegraph/id/doc/paper-{number}") for number in range(60)]
    found = set()
    for citing in cards:
        wanted = {key for inner in leaves(citing) for cited in inner.cited for key in wanted_keys(cited)}
        near = [
            silent(held)
            for held in cards
            if held is not citing and wanted & {key for inner in leaves(held) for key in held_keys(inner)}
        ]
        found |= {(reading.iri, reading.status) for reading in linking.resolve([citing, *near])}
    every = {(reading.iri, reading.status) for reading in linking.resolve(cards)}
    assert found == every
    assert len(every) > 50

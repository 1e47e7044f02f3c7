"""A graph of any size through the real mapping: papers between forty correspondents, answering one another.

python -m tests.bench.synthetic 5000 STORE
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from cablegraph import mapping
from cablegraph.evidence import Passage, Rule
from cablegraph.iri import AGENT, PLACE, RDFS, SKOS, TOPIC
from cablegraph.record import Record, SourceText

PEOPLE = [f"Person {number}" for number in range(40)]
PLACES = [f"Town {number}" for number in range(12)]
TOPICS = ("arms-supply", "armistice", "trade", "visits", "borders", "credits", "press", "refugees")


def records(count: int) -> Iterator[Record]:
    """That many made-up telegrams, the same for the same count."""
    chance = random.Random(1951)
    for number in range(count):
        yield _record(number, chance)


def _record(number: int, chance: random.Random) -> Record:
    sender, addressee = chance.sample(PEOPLE, 2)
    origin, destination = chance.sample(PLACES, 2)
    day = date(1945, 1, 1) + timedelta(days=chance.randrange(4000))
    topic, amount = chance.choice(TOPICS), chance.randrange(1, 90)
    lines = [
        f"Telegram No. {number}, {sender} to {addressee}",
        f"{origin}, {day:%d %B %Y}, to {destination}",
        f"We received your telegram of {day - timedelta(days=3):%d %B}."
        f" The question of {topic} with {amount} divisions.",
        sender,
    ]
    text = "\n".join(lines)
    body = len(lines[0]) + len(lines[1]) + 2
    layers = ((0, len(lines[0]), "catalogue"),)
    key = f"made-{number:06}"
    source = SourceText(text, f"{key}.txt", key, "made", layers, language="en")  # type: ignore[arg-type]

    def words(quote: str, value: str, rule: str, after: int = 0, **more: str) -> Passage:
        start = text.index(quote, after)
        return replace(source.cite((start, start + len(quote)), Rule(f"made.{rule}"), value), **more)  # type: ignore[arg-type]

    fields = {
        "form": (words("Telegram", "telegram", "form"),),
        "number": (words(f"No. {number}", str(number), "number"),),
        "title": (words(lines[0], lines[0], "title"),),
        "sender": (words(sender, sender, "sender"), words(sender, sender, "signature", body)),
        "addressee": (words(addressee, addressee, "addressee"),),
        "origin": (words(origin, origin, "origin"),),
        "destination": (words(destination, destination, "destination", len(lines[0])),),
        "date": (words(f"{day:%d %B %Y}", day.isoformat(), "date"),),
        "topics": (words(f"The question of {topic}", topic, "topic"),),
    }
    start = text.index("We received")
    cited = {
        "start": (words("We received your telegram", str(start), "citation"),),
        "sender": (words("your", addressee, "citation"),),
        "addressee": (words("We", sender, "citation"),),
        "answers": (words("We received", "reply", "citation"),),
    }
    parts = {"citations": (Record(key, source, cited),)}
    if number % 5 == 0:
        quote = f"{amount} divisions"
        claim = {
            "start": (words(quote, str(text.index(quote)), "claim"),),
            "kind": (words(quote, "request", "claim"),),
            "claimant": (words(quote, sender, "claim"),),
            "topic": (words(quote, "arms-supply", "claim"),),
            "quantity": (words(quote, str(amount), "claim"),),
        }
        parts["claims"] = (Record(key, source, claim),)
    return Record(key, source, fields, parts)


def shared_lines() -> Iterator[str]:
    """Labels of people, places and topics."""
    for namespace, names in ((AGENT, PEOPLE), (PLACE, PLACES)):
        for name in names:
            yield f'<{namespace}{name.lower().replace(" ", "-")}> <{RDFS}label> "{name}" .'
    for topic in TOPICS:
        yield f'<{TOPIC}{topic}> <{SKOS}prefLabel> "{topic}"@en .'
        yield f"<{TOPIC}{topic}> <{SKOS}broader> <{TOPIC}everything> ."
    yield f'<{TOPIC}everything> <{SKOS}prefLabel> "everything"@en .'


def fill(store: Store, count: int) -> int:
    """Load that many papers; gives the number of triples."""
    rules = mapping.load_all().common
    batch = list(shared_lines())
    for record in records(count):
        batch.extend(mapping.lines(mapping.run(rules, record), record))
        if len(batch) > 400_000:
            _load(store, batch)
            batch = []
    _load(store, batch)
    return len(store)


def _load(store: Store, lines: list[str]) -> None:
    store.bulk_load("\n".join(lines).encode(), format=RdfFormat.N_TRIPLES)


def main() -> None:
    """Make a store of that many papers on disk."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("store", type=Path)
    options = parser.parse_args()
    start = time.monotonic()
    store = Store(str(options.store))
    triples = fill(store, options.count)
    print(f"{options.count:,} papers, {triples:,} triples in {time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    main()

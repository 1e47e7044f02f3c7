"""A made-up corpus of any size in real layouts, with what each paper says written beside it: ``truth.jsonl``.

    python -m tests.bench.corpus_generator 10000 FOLDER [--seed 1951]

Every paper is made from the seed and its own number, so that any of them can be made alone, and a paper can cite an
earlier one without the corpus being held in memory. Layouts, dialects and faults come in the shares given below.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from pathlib import Path

LAYOUTS = {"wilson-a": 0.35, "wilson-c": 0.15, "frus-text": 0.35, "plain": 0.15}
FAULTS = {"undated": 0.01, "misspelt-month": 0.02, "second-copy": 0.005, "empty": 0.001}
"""No date at all; ``Janaury`` in the only date; a file with the text of the one before; a file with nothing in it."""
CITING = 0.6
"""This share of the papers cite an earlier one by number and day."""
MEAN = 1500
"""Aimed-at mean length, in characters."""
BLOCK = 1000
"""Papers in one folder."""

KNOWN = ("Stalin", "Mao Zedong", "Zhou Enlai", "Gromyko", "Roshchin", "Shtykov")
_HEADS = (
    "Bar",
    "Vel",
    "Dor",
    "Kor",
    "Lem",
    "Mir",
    "Nov",
    "Pol",
    "Rad",
    "Sem",
    "Tar",
    "Zel",
    "Gal",
    "Hor",
    "Jan",
    "Ost",
)
_TAILS = ("anov", "enko", "insky", "arov", "etsky", "ilov", "unin", "achev", "ovich", "isky", "entov", "agin")
PLACES = ("Moscow", "Beijing", "Pyongyang", "Warsaw", "Prague", "Budapest", "Washington", "Berlin", "Belgrade", "Sofia")
COUNTRIES = {"Russia": "Moscow", "China": "Beijing", "Poland": "Warsaw", "Hungary": "Budapest", "Bulgaria": "Sofia"}
TOPICS = {
    "armistice": "the question of an armistice",
    "arms-supply": "the supply of arms",
    "trade": "the trade agreement",
}
UNITS = ("divisions", "aircraft", "tons of grain", "tanks", "trucks")
ASKING = (
    "We ask for {quantity} {unit} before the autumn.",
    "I request that you send {quantity} {unit} before the autumn.",
    "We request {quantity} {unit}.",
)
FILLER = (
    "The matter was laid before the leadership and will be examined again when the reports of the commission come in.",
    "He remarked that the railway could not carry more before the spring and that the stocks at the port were low.",
    "Nothing was said about the visit, and the other side did not return to it during the conversation.",
    "Our specialists have studied the lists and find that most of the items are not made in these works any longer.",
    "The newspapers here print the statement in full, without comment, on the second page.",
    "It would be well to wait for the answer before anything is promised, since the position may change within days.",
    "The crews have been trained for three months, but the instructors think that they need more time in the air.",
    "I shall inform you as soon as the minister has returned from the south and has received me.",
)
LABELS = """Author(s):
Associated People & Organizations
Associated Places
Document Information
Source
Original Archive
Rights
The History and Public Policy Program welcomes reuse of Digital Archive materials for research and educational purposes. Some documents may be subject to copyright, which is retained by the rights holders in accordance with US and international copyright laws. When possible, rights holders have been contacted for permission to reproduce their materials.
To enquire about this document's rights status or request permission for commercial use, please contact the History and Public Policy Program at [email protected]."""  # noqa: E501
MONTHS = tuple(date(1951, month, 1).strftime("%B") for month in range(1, 13))
SHORT = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@dataclass(frozen=True, slots=True)
class Head:
    """What the heading of a paper says: number, parties, places, day."""

    number: int
    sender: str
    addressee: str
    origin: str
    destination: str
    day: str


@dataclass(frozen=True, slots=True)
class Truth:
    """What a paper says and how it was spoilt; ``cites`` is the path of the paper it cites by number and day."""

    path: str
    layout: str
    head: Head
    topics: tuple[str, ...] = ()
    quantity: int = 0
    unit: str = ""
    cites: str = ""
    faults: tuple[str, ...] = field(default=())


def paper(seed: int, number: int, count: int) -> tuple[Truth, str]:
    """The truth about a paper and its text. ``count`` decides how many people there are: one for 40 papers."""
    chance = random.Random(f"{seed} {number}")
    head, layout, path = _head(seed, number, count), _layout(seed, number), _path(seed, number)
    faults = tuple(name for name, share in FAULTS.items() if chance.random() < share)[:1]
    if faults == ("empty",):
        return Truth(path, layout, head, faults=faults), ""
    if faults == ("second-copy",) and number:
        _, text = paper(seed, number - 1, count)
        return Truth(path, layout, head, faults=faults), text
    topic = chance.choice(sorted(TOPICS))
    quantity, unit = chance.randrange(3, 900), chance.choice(UNITS)
    asked = chance.choice(ASKING).format(quantity=quantity, unit=unit)
    sentences = [f"I have to report on {TOPICS[topic]}.", asked]
    cites = ""
    if number and chance.random() < CITING:
        earlier = chance.randrange(max(0, number - 500), number)
        other, cites = _head(seed, earlier, count), _path(seed, earlier)
        words = f"I refer to telegram No. {other.number} of {_written(other.day, 0)} from {other.sender}."
        sentences.insert(0, words)
    length = (
        chance.randrange(MEAN // 2, MEAN + MEAN // 2) - 900 * layout.startswith("wilson") - sum(map(len, sentences))
    )
    while length > 0:
        sentence = chance.choice(FILLER)
        sentences.append(sentence)
        length -= len(sentence)
    text = _laid_out(layout, head, sentences, chance, faults)
    return Truth(path, layout, head, (topic,), quantity, unit, cites, faults), text


def _layout(seed: int, number: int) -> str:
    chance = random.Random(f"{seed} layout {number}")
    return chance.choices(list(LAYOUTS), list(LAYOUTS.values()))[0]


def _path(seed: int, number: int) -> str:
    return f"{number // BLOCK:04}/{_layout(seed, number)}-{number:07}.txt"


def _head(seed: int, number: int, count: int) -> Head:
    chance = random.Random(f"{seed} head {number}")
    sender, addressee = chance.sample(range(len(KNOWN) + max(20, count // 40)), 2)
    origin, destination = chance.sample(PLACES, 2)
    if _layout(seed, number) == "frus-text":
        origin = COUNTRIES[chance.choice(sorted(COUNTRIES))]
    day = date(1945, 5, 9) + timedelta(days=6000 * number // count)
    return Head(100 + number % 9000, _person(sender), _person(addressee), origin, destination, day.isoformat())


def _person(number: int) -> str:
    if number < len(KNOWN):
        return KNOWN[number]
    number -= len(KNOWN)
    tail, head = divmod(number, len(_HEADS))
    more, tail = divmod(tail, len(_TAILS))
    extra = (
        ""
        if not more
        else "aeiou"[more % 5] + "bdgklmnprstvz"[more // 5 % 13] + ("" if more < 65 else _extra(more // 65))
    )
    return f"{_HEADS[head]}{extra}{_TAILS[tail]}"


def _extra(number: int) -> str:
    return "aeiou"[number % 5] + "bdgklmnprstvz"[number // 5 % 13]


def _written(day: str, dialect: int) -> str:
    year, month, number = map(int, day.split("-"))
    name = MONTHS[month - 1]
    return (f"{name} {number}, {year}", f"{number} {name} {year}", f"{number}.{SHORT[month - 1]}.{year % 100}")[dialect]


def _spoilt(text: str, faults: tuple[str, ...]) -> str:
    if "undated" in faults:
        return ""
    if "misspelt-month" in faults:
        for month in MONTHS:
            if month in text and len(month) > 4:
                return text.replace(month, month[:2] + month[3] + month[2] + month[4:])
    return text


def _laid_out(layout: str, head: Head, body: list[str], chance: random.Random, faults: tuple[str, ...]) -> str:
    day = _spoilt(_written(head.day, 0), faults)
    own = _spoilt(_written(head.day, chance.randrange(3)), faults) if "misspelt-month" not in faults else ""
    title = f"Ciphered Telegram No. {head.number}, {head.sender} to {head.addressee}"
    summary = f"{head.sender} reports to {head.addressee}."
    words = [" ".join(body[start : start + 4]) for start in range(0, len(body), 4)]
    if layout == "wilson-a":
        rows = [
            day,
            title,
            title.partition(",")[0].upper(),
            f"{head.destination.upper()} - Comrade {head.addressee.upper()}",
        ]
        rows += [*words, head.sender.upper(), own, "[....]", summary, LABELS]
    elif layout == "wilson-c":
        rows = ["Skip to content", day, title, "", "\n\n".join(words), "", summary, LABELS.partition("Rights\n")[0]]
        rows += ["Rights", LABELS.partition("Rights\n")[2]]
    elif layout == "frus-text":
        country = next(name for name, place in COUNTRIES.items() if place == head.origin)
        rows = [
            f"File No. 861.51/{head.number}",
            f"The Ambassador in {country} ({head.sender}) to the Secretary of State",
        ]
        rows += [
            "[Telegram]",
            ", ".join(filter(None, (head.origin, day, "6 p.m."))),
            f"{head.number}. {words[0]}",
            *words[1:],
        ]
        rows += [head.sender]
    else:
        rows = [
            f"TELEGRAM No. {head.number}",
            "",
            *([f"Date: {day}"] if day else []),
            f"From: {head.sender}, {head.origin}",
        ]
        rows += [f"To: {head.addressee}, {head.destination}", "", "\n\n".join(words), "", head.sender.upper()]
    return "\n".join(row for row in rows if row or layout in ("wilson-c", "plain")) + "\n"


def generate(folder: Path, count: int, seed: int = 1951) -> Iterator[Truth]:
    """Write the papers below ``folder`` and ``truth.jsonl`` beside it; gives each paper's truth."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder.parent / "truth.jsonl").open("w", encoding="utf-8") as stream:
        for number in range(count):
            truth, text = paper(seed, number, count)
            path = folder / truth.path
            if number % BLOCK == 0:
                path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
            stream.write(json.dumps(asdict(truth), ensure_ascii=False) + "\n")
            yield truth


def main() -> None:
    """Write a corpus of that many papers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1951)
    options = parser.parse_args()
    made = sum(1 for _ in generate(options.folder, options.documents, options.seed))
    print(f"{made:,} papers below {options.folder}, what they say in {options.folder.parent / 'truth.jsonl'}")


if __name__ == "__main__":
    main()

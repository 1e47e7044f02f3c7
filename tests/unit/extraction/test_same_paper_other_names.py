"""The same paper with other names says the same: who sends, asks and is spoken of."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import Record, normalise

WIRE = """793.94/1889: Telegram

The Minister in China ({a}) to the Secretary of State

PEIPING, September 22, 1931—6 p. m.
[Received September 22—1:26 p. m.]

614. Your 390, September 20, noon. {b} requested the Foreign Office to release 600 tons of coal. {c} refused.
I have asked {b} to send a list. On September 19 I received a letter from {c}. Yesterday {b} telegraphed {c} that
he will send 20 doctors. {c} promised 12 trucks.

{A}
"""
MINUTES = """Conversation between Comrade {a} and Comrade {b}

Prague, 12 March 1951

{a}: We ask you for 40 engineers.
{b}: We can take thirty students. Comrade {c} proposes to supply 300 tons of grain. Ask {c} to answer.

Ambassador {C}
"""
PLAIN = {"a": "Tolliver", "b": "Hathersage", "c": "Penhallow"}
OTHERS = [
    {"a": "Śliwiński", "b": "Çağlar", "c": "Ørbæk"},
    {"a": "Édelin", "b": "Þórsson", "c": "Šiškov"},
    {"a": "Łapicki", "b": "Ürgüplü", "c": "Ágoston"},
]


def facts(record: Record, names: dict[str, str], at: str = "") -> Iterator[tuple[str, str]]:
    for field, passages in record.fields.items():
        if field not in ("start", "title", "responds_to"):
            for passage in passages:
                text = passage.text
                for letter, name in names.items():
                    text = text.replace(name, letter).replace(name.upper(), letter)
                yield at + field, text
    for part, records in record.parts.items():
        for one in records:
            yield from facts(one, names, f"{at}{part}.")


def read(paper: str, names: dict[str, str]) -> list[tuple[str, str]]:
    text = paper.format(**names, **{letter.upper(): name.upper() for letter, name in names.items()})
    [source] = plain_text.read(normalise(text), "paper.txt")
    return sorted(facts(extract(source), names))


@pytest.mark.parametrize("names", OTHERS, ids=lambda names: names["a"])
@pytest.mark.parametrize("paper", [WIRE, MINUTES], ids=["wire", "minutes"])
def test_other_names_say_the_same(paper: str, names: dict[str, str]) -> None:
    assert read(paper, names) == read(paper, PLAIN)


def test_the_papers_say_something() -> None:
    wire, minutes = dict(read(WIRE, PLAIN)), dict(read(MINUTES, PLAIN))
    assert (wire["sender"], wire["signature"]) == ("a", "a")
    assert ("claims.claimant", "b") in read(WIRE, PLAIN)
    assert ("citations.sender", "c") in read(WIRE, PLAIN)
    assert minutes["participant"] in ("a", "b")

"""Topics that a few words of a paper show: a visit spoken of, trains, mines at sea, the world price."""

from __future__ import annotations

import pytest

from cablegraph.extraction import topics
from cablegraph.record import SourceText


def found(text: str) -> set[str]:
    source = SourceText(text)
    return {passage.text for passage in topics.extract(source, [(0, len(text))])}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("As to the visit of Comrade Maurer, we consider it right.", "visits"),
        ("The visit which President Figueiredo will make to Buenos Aires is in May.", "visits"),
        ("No word about a visit to Washington should be given to the press.", "visits"),
        ("We invite you to Bucharest in the autumn.", "visits"),
        ("Regarding Marshal Zhukov's visit he requested that the ship sail directly.", "visits"),
        ("We ask for 12 hospital trains.", "military-transport"),
        ("The schedule of the trains will be handed to you.", "military-transport"),
        ("Enemy aircraft made 47 raids on the railway.", "military-transport"),
        ("They promised to withdraw all of their 9,000 soldiers.", "troop-withdrawal"),
        ("We do not oppose the departure of the motorized brigade.", "troop-withdrawal"),
        ("He asked them to evacuate at least 2,000 men.", "troop-withdrawal"),
        ("The two minesweepers will be repaired.", "naval-war"),
        ("The Koreans have laid 38 mines.", "naval-war"),
        ("The sea mines were unloaded at Chongjin.", "naval-war"),
        ("I accept the mortars with gratitude.", "arms-supply"),
        ("We lack 3,200 light machineguns.", "arms-supply"),
        ("He had asked in Moscow for weapons.", "arms-supply"),
        ("The world price of sugar has risen.", "trade"),
        ("Cuba could sell it on the free market.", "trade"),
        ("The treaty is for the reciprocal reduction of duties.", "trade"),
    ],
)
def test_few_words_show_a_topic(text: str, topic: str) -> None:
    assert topic in found(text)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("He left before the visit of Comrade Maurer.", "visits"),
        ("The inspector paid for his coal mines.", "naval-war"),
        ("The ship lay in quarantine.", "naval-war"),
        ("The train was late.", "military-transport"),
        ("He does his duties.", "trade"),
    ],
)
def test_other_words_show_none(text: str, topic: str) -> None:
    assert topic not in found(text)

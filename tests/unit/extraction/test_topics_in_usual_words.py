"""Topics in the words usual papers have for them, and cues in passing that show none."""

from __future__ import annotations

import pytest

from cablegraph.extraction import topics
from cablegraph.record import SourceText


def topics_of(text: str) -> set[str]:
    source = SourceText(text)
    return {passage.text for passage in topics.extract(source, [(0, len(text))])}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("If he proposes mutual withdrawal, reject it.", "troop-withdrawal"),
        ("After the withdrawal of all American and satellite troops it can be settled.", "vietnam-war"),
        ("He would not touch the question of the prisoners.", "prisoners-of-war"),
        ("Supply no list of prisoners.", "prisoners-of-war"),
        ("All these governments should deliver protests in Ruritania.", "protest"),
        ("The envoy presented two notes of protest.", "protest"),
        ("They declared a blockade upon that day.", "naval-war"),
        ("The blockade of the coast goes on.", "naval-war"),
        ("Ruritania has placed under arms 70 thousand.", "mobilisation"),
        ("Two classes have been called to the colors.", "mobilisation"),
        ("They would pay that for the ton of copper.", "raw-materials"),
        ("The tin restriction is to be renewed.", "raw-materials"),
        ("He proposed to pay in sulphur.", "raw-materials"),
        ("As to the lithium concentrate we agree.", "raw-materials"),
        ("We suggest repayment over six years.", "credits"),
        ("Ruritania owes our works 31 million dollars.", "credits"),
        ("One part is for debt relief.", "credits"),
        ("They agree to three inspections a year.", "nuclear-weapons"),
        ("On trade, they complain of everything.", "trade"),
        ("He asked whether a treaty could be concluded.", "treaties"),
        ("I told him what had been said upon the boundary of Ruritania.", "borders"),
        ("He wants more advisers to the security organs.", "military-advisers"),
        ("Open a course for 20 sappers.", "military-training"),
        ("He invited Comrade Dobrev to Chile for the spring.", "visits"),
        ("Comrade Nam Il reports from Panmunjom that the other side does not yield.", "armistice-talks"),
        ("We do not intend to recognize anybody.", "recognition"),
        ("The conference on European security could begin.", "conferences"),
        ("They will have to ask in Moscow for food.", "food-aid"),
        ("Varna need not be attacked first.", "offensive"),
        ("He remains for Resolution 242.", "united-nations-questions"),
    ],
)
def test_usual_words_show_a_topic(text: str, topic: str) -> None:
    assert topic in topics_of(text)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("They have taken from us 9,000 railway wagons on paper.", "military-transport"),
        ("He asked for boats, medicines and railway wagons.", "military-transport"),
        ("The request for a transport aircraft is refused.", "military-transport"),
        ("The export licence was held up.", "trade"),
        ("I have your letter of January 9 (868.51 War Credits/604).", "military-credit"),
        ("Borrow it from the stores of the Volunteers.", "troop-dispatch"),
        ("The frontier officers deny it.", "borders"),
        ("Before the formation of the government nothing is done.", "leadership"),
        ("He is to look into the Russian military supply service.", "arms-supply"),
        ("We must enter in the open market after that.", "trade"),
        ("The men are quartered in the Red Cross offices there.", "red-cross"),
        ("He asked for leave to take part in the inter-island rice trade.", "food-aid"),
        ("The Cadets and the Octobrists voted for it.", "military-training"),
    ],
)
def test_cues_in_passing_show_none(text: str, topic: str) -> None:
    assert topic not in topics_of(text)

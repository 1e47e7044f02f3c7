"""What usual papers say of a matter without a word of the vocabulary, and where such words mean nothing of the kind."""

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
        ("Chile would withdraw her troops from Tacna upon that day.", "troop-withdrawal"),
        ("Five brigades of the Legion leave Ruritania by May.", "troop-withdrawal"),
        ("They want to send a military delegation.", "visits"),
        ("About your coming to Prague I shall write.", "visits"),
        ("The meat will be paid for in goods.", "trade"),
        ("They agreed to buy another 9,000 tons of oranges.", "trade"),
        ("Let us wait until the conference at Geneva is over.", "conferences"),
        ("The states of the Plate were to meet in conference.", "conferences"),
        ("The junta asks recognition.", "recognition"),
        ("It was all furnished upon credit.", "credits"),
        ("All are alive. Send flour.", "food-aid"),
        ("Some 2,000 refugees have crossed.", "refugees"),
        ("He decreed the unification of the three republics.", "unification"),
        ("The line can pass 7 trains a day.", "military-transport"),
        ("We ask you to send 200 field telephones.", "military-aid"),
        ("The hold was full of cases of Minié rifles.", "arms-supply"),
        ("He was afraid of a nuclear attack.", "nuclear-weapons"),
        ("He does not agree with the supply of a complete cement factory.", "industry"),
        ("Let all foreign bases be shut.", "bases"),
        ("We have twice protested.", "protest"),
        ("Half of the miners have been called up.", "mobilisation"),
        ("Thirty bombs have fallen on our bank of the river.", "air-war"),
        ("He spoke against the sending of a second brigade to Angola.", "troop-dispatch"),
        ("Both sides would stop the fighting.", "ceasefire"),
        ("The treaty is still before the Senate.", "treaties"),
        ("Explained that Treaty signed on 9th is aimed at nobody.", "treaties"),
        ("They would ratify the treaty in May.", "treaties"),
        ("Ruritania asked for 24 anti-aircraft missile batteries.", "arms-supply"),
        ("He named 700 million dollars in convertible currency.", "credits"),
        ("He wishes to borrow half a million dollars.", "credits"),
        ("The comrades should write about the matter in their newspapers.", "press-and-propaganda"),
        (
            "Talks between the delegation of the CPSU and the delegation of the Italian Communist Party.",
            "party-relations",
        ),
        ("Fourth session held.", "conferences"),
        ("He holds about eight thousand Spanish prisoners.", "prisoners-of-war"),
    ],
)
def test_topic_without_a_word_of_the_vocabulary(text: str, topic: str) -> None:
    assert topics_of(text) == {topic}


@pytest.mark.parametrize(
    "text",
    [
        "You should visit President Lund and read him this.",
        "He withdrew his proposal and left.",
        "State the terms of credit on which merchants buy.",
        "There is coal for nine days at the power stations.",
        "He did it to the credit of the legation, and on the credit side.",
        "Send it by the morning train.",
        "The treaty of 1961 was spoken of.",
        "Some 6,000 men have crossed our frontier, and nobody crosses any frontier by day.",
        "The Frontier Force came back on Tuesday.",
        "Send an aircraft for his delegates, and another aircraft for the evacuation.",
        "We take apprentices and trainees into our plants.",
    ],
)
def test_such_words_that_say_nothing_of_the_kind(text: str) -> None:
    assert topics_of(text) == set()

"""Topics in the words of papers that use no word of the vocabulary: ``recall her army``, ``called out all men``."""

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
        ("We accept the engagement of France to recall her army in three parts.", "troop-withdrawal"),
        ("All Dominican troops should be drawn back behind the road.", "troop-withdrawal"),
        ("Two battalions had been ordered back from the line.", "troop-withdrawal"),
        ("The Emperor has ordered the evacuation of Mexico.", "troop-withdrawal"),
        ("They demanded, as the first condition of peace, the province.", "peace-settlement"),
        ("The preliminaries of peace were laid before the chamber.", "peace-settlement"),
        ("The dictator has called out all men between sixteen and sixty.", "mobilisation"),
        ("He has called up the reserves.", "mobilisation"),
        ("It provides for a conference of the five Republics.", "conferences"),
        ("The conferences on board the Lackawanna came to an end.", "conferences"),
        ("The question of boundary was raised in this form.", "borders"),
        ("The boundary map goes forward by pouch.", "borders"),
        ("He refuses to place them under General Duncan.", "command"),
        ("They ask that the restoration be recognized.", "recognition"),
        ("The treaty signed at Tananarive on the 13th of May will be kept.", "treaties"),
        ("As to the convention which was signed in January, the senate refused it.", "treaties"),
        ("The Soviet Consul protests and demands passage.", "protest"),
        ("Nepal will ban the export of mules.", "sanctions"),
        ("As concerns the defense of the coast, the guns are old.", "defence"),
        ("The defence of the straits is left to too few.", "defence"),
        ("The enemy has destroyed 174 locomotives.", "military-transport"),
        ("We think of a gift of medicines.", "humanitarian"),
        ("Nepal is willing to enlarge trade.", "trade"),
        ("The representation of China in the UN was touched upon.", "united-nations-questions"),
        ("We shall supply 4,000 tons of pork.", "food-aid"),
        ("Bankers offer to lend Castro 4,000,000 francs.", "credits"),
    ],
)
def test_other_words_show_a_topic(text: str, topic: str) -> None:
    assert topic in topics_of(text)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("I invite you once again to come to us.", "visits"),
        ("They made a raid on the sugar mill.", "industry"),
        ("He wants the men kept in the sugar mills.", "industry"),
        ("The money is for repatriation of destitute seamen.", "prisoners-of-war"),
        ("We thank you for the twenty bags of rice-seed.", "food-aid"),
        ("The rifles are for the cadet school.", "military-training"),
        ("Nepal will ban the export of mules.", "trade"),
        ("The Minister of National Defense of the Republic wrote.", "defence"),
        ("A treaty of peace and friendship is old.", "peace-settlement"),
    ],
)
def test_words_near_a_topic_do_not_show_it(text: str, topic: str) -> None:
    assert topic not in topics_of(text)

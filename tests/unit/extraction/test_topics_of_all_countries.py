"""Topics of papers from all countries, by cues in other words."""

from __future__ import annotations

import pytest

from cablegraph.extraction import topics
from cablegraph.record import SourceText


def read(text: str) -> set[str]:
    return {passage.text for passage in topics.extract(SourceText(text), [(0, len(text))])}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("He offered three tons of heavy water for the reactor.", "nuclear-weapons"),
        ("The hall has not been put under safeguards.", "nuclear-weapons"),
        ("They would open trade agencies at both towns.", "trade"),
        ("The metallurgical combine waits for its engineers.", "industry"),
        ("He did not want the visit to be announced before May.", "visits"),
        ("Our delegation to the Afro-Asian Conference has nine members.", "conferences"),
        ("The delegate of the International Committee of the Red Cross has gone.", "red-cross"),
        ("The Durand Line divides the tribes.", "borders"),
        ("They have asked for the deferral of payments until June.", "credits"),
        ("He asks you to think over what we put before you: 14 coastal guns.", "arms-supply"),
        ("Of the 30 Mirages they now speak of delivering nine.", "aircraft-supply"),
        ("Eleven light bombers have been placed at our disposal.", "aircraft-supply"),
        ("The mine offers 9 thousand tons of coking coal.", "raw-materials"),
        ("They must lower the deliveries of oil next year.", "raw-materials"),
        ("The school at Riga can train 70 naval officers.", "military-training"),
        ("We could offer six years with an interest of 4 percent.", "credits"),
        ("We ask for a sawmill and its saws.", "industry"),
        ("He spoke in passing of the timber trade.", "trade"),
        ("They would pay for it with tobacco.", "trade"),
        ("Advance the delivery of 900 tons of rye.", "food-aid"),
        ("Lima lets us know that it will exchange ambassadors.", "recognition"),
        ("A pact with Hungary would not please the Diet.", "treaties"),
    ],
)
def test_a_cue_shows_its_topic(text: str, topic: str) -> None:
    assert read(text) == {topic}


def test_serum_against_an_illness_is_no_trade() -> None:
    assert read("We have 12 tons of vaccine against cholera.") == set()
    assert read("They gave 40 tons of nails against dates.") == {"trade"}


def test_a_ship_of_the_red_cross_is_no_topic() -> None:
    assert read("He came on a lorry of the Red Cross.") == set()


def test_a_reconnaissance_plane_is_no_intelligence() -> None:
    assert "intelligence" not in read("Four reconnaissance planes flew over the bay.")
    assert read("The reconnaissance has been sent out.") == {"intelligence"}


def test_maize_that_is_owed_is_no_food_asked_for() -> None:
    assert read("The neighbours still owed 80 tons of maize.") == set()


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("The three Governments will extend recognition to General Mora.", "recognition"),
        ("I hand you the draft of a treaty of extradition.", "treaties"),
        ("The bondholders ask for a cut in the rate of interest.", "credits"),
        ("The blockade of Callao was declared on Monday.", "naval-war"),
        ("This Government solemnly protests against the seizure.", "protest"),
        ("The question of the boundary has taken a turn for the worse.", "borders"),
        ("Eight Powers have agreed to a conference.", "conferences"),
        ("Both sides are asked to cease hostilities by noon.", "ceasefire"),
        ("The deportation of Armenians goes on.", "refugees"),
        ("They let pass 40,000 tons of cereals a month.", "food-aid"),
        ("The port is thrown open to the commerce of all nations.", "trade"),
        ("Their share of the oil concession is small.", "raw-materials"),
        ("The sale of munitions to either side is forbidden.", "arms-supply"),
        ("In all 600 officers have been captured at Hanau.", "prisoners-of-war"),
    ],
)
def test_papers_of_legations_show_their_topics(text: str, topic: str) -> None:
    assert read(text) == {topic}


def test_a_recognised_government_is_no_recognition() -> None:
    assert read("There is no recognized government in the town.") == set()

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
    ],
)
def test_a_cue_shows_its_topic(text: str, topic: str) -> None:
    assert read(text) == {topic}


def test_serum_against_an_illness_is_no_trade() -> None:
    assert read("We have 12 tons of vaccine against cholera.") == set()
    assert read("They gave 40 tons of nails against dates.") == {"trade"}


def test_a_ship_of_the_red_cross_is_no_topic() -> None:
    assert read("He came on a lorry of the Red Cross.") == set()

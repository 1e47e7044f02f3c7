"""What was heard in a hall, between the words of a speech: ``(Prolonged applause.)``."""

from __future__ import annotations

import pytest

from cablegraph.readers import plain_text
from cablegraph.record import normalise

SPEECH = "Speech of Comrade Dahl\nMoscow, 28 October 1955\n\nComrades! The harvest was good. {aside} We thank you.\n"


def editorial(aside: str) -> list[str]:
    [source] = plain_text.read(normalise(SPEECH.format(aside=aside)), "paper.txt")
    return [source.text[start:end] for start, end, layer in source.layers if layer == "editorial"]


@pytest.mark.parametrize(
    "aside",
    [
        "(Applause.)",
        "(Animation in the hall.)",
        "(Stormy, prolonged applause. All rise.)",
        "(Laughter in the hall, applause)",
        "(Voices from the hall: Right!)",
        "(Commotion among the delegates.)",
        "(General laughter)",
    ],
)
def test_what_was_heard_in_the_hall_is_not_the_speakers(aside: str) -> None:
    assert editorial(aside) == [aside]


@pytest.mark.parametrize(
    "aside", ["(we heard applause)", "(The movement of 1921 had no arms)", "(Noise of this kind is common)"]
)
def test_a_speakers_own_bracket_stays_his(aside: str) -> None:
    assert editorial(aside) == []

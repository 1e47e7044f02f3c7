"""Paragraphs that are handed over in these words are messages of their own: ``hand him the following message:``."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import normalise

MESSAGE = "The Nepalese side has read the paper. It agrees to talks in May. It requests the house at Varna."


def messages(lead: str, words: str = MESSAGE) -> int:
    text = f'Letter, Pavel Horak to Sandor Veres\n5 May 1958\n\nDear Mr. Veres,\n\n{lead}\n\n"{words}"\n\nPavel Horak\n'
    [source] = plain_text.read(normalise(text), "paper.txt")
    return len(extract(source).parts.get("enclosed", ()))


@pytest.mark.parametrize(
    "lead",
    [
        "Please call on the minister and hand him the following message in writing:",
        "I am to deliver the following note to you:",
        "You will communicate the following reply to Comrade Lind:",
        "Lind gave me the reply of the Nepalese side to our proposal. It has no heading. The text is as follows:",
        "He handed me a note yesterday. Its text reads as follows:",
    ],
)
def test_what_is_handed_over_in_these_words_is_a_message(lead: str) -> None:
    assert messages(lead) == 1


@pytest.mark.parametrize(
    ("lead", "words"),
    [
        ("He then said the following:", MESSAGE),
        ("The resolution is as follows:", MESSAGE),
        ("He shouted to the crowd:", "We agree with this and thank you for it."),
    ],
)
def test_words_that_are_only_said_are_none(lead: str, words: str) -> None:
    assert messages(lead, words) == 0

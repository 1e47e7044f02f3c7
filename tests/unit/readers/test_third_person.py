"""Notes in the third person: their opening sentence is no title, and says who writes to whom."""

# ruff: noqa: E501  (an opening is read best on one line)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import choose, frus_text, plain_text
from cablegraph.record import normalise

OPENINGS = [
    (
        "The Soviet Embassy presents its compliments to the Royal Afghan Ministry of Foreign Affairs and has the honour to state the following:",
        "Soviet Embassy",
        "Royal Afghan Ministry of Foreign Affairs",
    ),
    (
        "The Legation of Norway begs to inform the Department of the Interior as follows:",
        "Legation of Norway",
        "Department of the Interior",
    ),
    (
        "The Royal Norwegian Embassy expresses its esteem to the Ministry of Foreign Affairs and wishes to state:",
        "Royal Norwegian Embassy",
        "Ministry of Foreign Affairs",
    ),
    (
        "The Permanent Mission of Poland to the United Nations presents its compliments to the Secretary-General and has the honour to communicate this:",
        "Permanent Mission of Poland to the United Nations",
        "Secretary-General",
    ),
    (
        "The Embassy of Japan has the honor to inform the Department of State of the following:",
        "Embassy of Japan",
        "Department of State",
    ),
    (
        "The Ministry of Foreign Affairs of the People's Republic of China presents its compliments to the Embassy of India in China\nand has the honour to state the following:",
        "Ministry of Foreign Affairs of the People's Republic of China",
        "Embassy of India in China",
    ),
]


@pytest.mark.parametrize(("opening", "sender", "addressee"), OPENINGS)
def test_the_opening_of_a_note_is_no_title(opening: str, sender: str, addressee: str) -> None:
    refusal = f"The {'Embassy' if 'Embassy' in sender else 'Mission'} regrets that it is unable to agree to the request for steel."
    text = normalise(f"NOTE VERBALE\n\n{opening}\n\n{refusal}\n\nKabul, October 11, 1956\n")
    assert choose(text, "note.txt") == "plain_text"
    [source] = plain_text.read(text, "note.txt")
    record = extract(source)
    assert "title" not in record.fields
    assert (record.text_of("sender"), record.text_of("addressee")) == (sender, addressee)
    assert [claim.text_of("kind") for claim in record.parts["claims"]] == ["refusal"]


def test_the_head_over_such_a_note_is_its_title() -> None:
    text = "701.6111/25\nThe Soviet Embassy to the Department of State\n\nThe Soviet Embassy presents its compliments to the Department of State and has the honor to state:\n"
    [source] = frus_text.read(normalise(text), "frus1936v02-d7.txt")
    record = extract(source)
    assert record.text_of("title") == "The Soviet Embassy to the Department of State"
    assert record.text_of("sender") == "Soviet Embassy"

"""Names before the number of a paper: ``the telegram of Comrade Roshchin No. 1518`` names Roshchin."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import normalise


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("an answer to the telegram of Comrade Roshchin No. 1518", "Roshchin"),
        ("an answer to the telegram of Ambassador Shtykov Nr. 37", "Shtykov"),
        ("an answer to the cables of Comrade Zakharov Nos 12 and 13", "Zakharov"),
        ("an answer to General Vasilyev Telegram No. 9", "Vasilyev"),
        ("an answer to Mr. Panikkar Tel. 44", "Panikkar"),
        ("an answer to the letter of Comrade No Kum Sok", "No Kum Sok"),
    ],
)
def test_the_word_before_a_figure_is_no_part_of_a_name(words: str, name: str) -> None:
    [source] = plain_text.read(normalise(f"To approve the draft of {words}.\n\nThe harbour is open.\n"), "paper.txt")
    people = [one.text for one in extract(source).fields["mentions"] if one.entity == "person"]
    assert people == [name]

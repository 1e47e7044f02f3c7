"""Where a conversation was held: the line that says so, not the letterhead of the paper."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import normalise


@pytest.mark.parametrize(
    ("head", "label", "place"),
    [
        ("THE WHITE HOUSE\nWASHINGTON", "PLACE:          Great Hall of the People, Peking", "Peking"),
        ("THE WHITE HOUSE\nWASHINGTON", "PLACE: Hotel Moskva, Moscow, USSR", "Moscow"),
        ("DEPARTMENT OF STATE\nWASHINGTON", "LOCATION: Paris", "Paris"),
        ("MINISTRY OF FOREIGN AFFAIRS\nBUDAPEST", "Place of conversation: Vienna", "Vienna"),
        ("EMBASSY OF THE UNITED STATES\nLONDON", "Date and place: June 21, 1972, Geneva", "Geneva"),
        ("THE WHITE HOUSE\nWASHINGTON", "MEETING PLACE: The Kremlin, Moscow", "Moscow"),
        ("THE WHITE HOUSE\nWASHINGTON", "PLACE: The Oval Office", "Washington"),
    ],
)
def test_the_line_that_says_where_a_talk_was_held_goes_before_the_letterhead(head: str, label: str, place: str) -> None:
    text = (
        f"{head}\n\nMEMORANDUM OF CONVERSATION\n\nPARTICIPANTS: Prime Minister Chou En-lai\n              Mr. Lind\n\n"
        f"DATE: June 21, 1972\n\n{label}\n\nMr. Lind asked for trams.\n"
    )
    [source] = plain_text.read(normalise(text), "paper.txt")
    assert extract(source).text_of("origin") == place

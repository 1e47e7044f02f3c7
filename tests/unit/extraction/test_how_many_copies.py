"""How many copies an office made, and where they are: ``To the Center: three``."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text

PAPER = (
    "Embassy of the Hungarian People's Republic\nTop Secret\nNumber: 0041/3/1976.\n{lines}\nSubject: Foreign debts\n"
    "To Comrade Frigyes Dahl, Minister of Foreign Affairs\nBudapest\nPyongyang, 9 August 1976\n\n"
    "In the course of July I spoke with several of my colleagues about the payment of the debts.\n\nFerenc Lund\n"
)


@pytest.mark.parametrize(
    "lines",
    [
        "Written: in four copies\nTo the Center: three\nFor the Embassy: one",
        "Prepared: in 3 copies\nTo Center: two\nTo the Embassy: one",
        "Written: in two copies.\nCenter: 1 copy\nEmbassy: 1 copy",
        "Typed: in 4 copies\nTo the Foreign Ministry: 3\nFor the file: 1",
        "Made: in five copies\nFor the Ministry: four copies\nFor the Consulate: one copy",
    ],
)
def test_where_the_copies_of_a_report_are_is_no_address(lines: str) -> None:
    record = extract(next(iter(plain_text.read(PAPER.format(lines=lines), "paper.txt"))))
    assert {one.text for one in record.fields["addressee"]} == {"Frigyes Dahl"}
    assert not {"receiver", "relay"} & set(record.fields)

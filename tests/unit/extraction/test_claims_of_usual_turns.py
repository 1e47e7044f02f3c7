"""Turns that usual papers take, five wordings of each: what is counted, what only looks like a claim, what is meant."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import normalise


def read(text: str) -> list[tuple[str, str]]:
    paper = f"Letter, Pavel Horak to Sandor Veres\n5 May 1958\n\nDear Comrade Veres,\n\n{text}\n\nPavel Horak\n"
    [source] = plain_text.read(normalise(paper), "paper.txt")
    claims = extract(source).parts.get("claims", ())
    return [(one.text_of("kind"), one.text_of("quantity")) for one in claims]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Aircraft could break the blockade, and I ask you to sell us 40 of them.", "40"),
        ("The guns which you saw are good, and we request 12 of them.", "12"),
        ("As for the hospitals, Comrade Dobrev asks you to return to him three of the five.", "3"),
        ("As to the field kitchens, I ask you to leave us six of the nine.", "6"),
        ("We need shells for 122 mm howitzers, 15,000 of them.", "15000"),
        ("I ask you to send us nine 76 mm guns.", "9"),
        ("Nepal requests that the number of advisers be raised from 14 to 30.", "30"),
        ("Dobrev asked that the number of trainees be reduced from 1,400 to 900.", "900"),
        ("Nepal has promised that it will increase its aid for 1970 to 280 million rubles.", "280000000"),
        ("I ask you to permit that the women and 19 children be put on the ship.", "19"),
        ("We ask you to arrange that the sick and 40 prisoners be sent home.", "40"),
        ("Nepal, so one hears, would pay 1,300 dollars for the ton of copper.", "1300"),
    ],
)
def test_an_amount_is_what_is_asked_or_given(text: str, amount: str) -> None:
    [(_, found)] = read(text)
    assert found == amount


@pytest.mark.parametrize(
    "text",
    [
        "Printed in 4 copies: one to Comrade Dobrev.",
        "Typed in 6 copies by Comrade Kolev.",
        "The lagoon would cost, it is thought, not more than $250,000 to open.",
        "The whole line would cost not more than $90,000.",
        "The new statute of the zone will be handed over to you by Comrade Dobrev.",
        "The draft protocol will be transmitted to you by our embassy.",
        "You will receive with this the persons of whom we spoke, and 280 crowns for their passage.",
        "You will see that it grants a part of what was asked.",
        "I have not thought it right to comment upon it.",
        "As long as Nepal wants a finger on the trigger, nothing can be done.",
    ],
)
def test_what_only_looks_like_a_claim_is_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dobrev invited Comrade Kolev to Sofia for the spring.", ("offer", "")),
        ("Nepal invites you to name an observer.", ("offer", "")),
        ("I invite you to hand over the town.", ("request", "")),
        ("The President is willing that this should be done.", ("acceptance", "")),
        ("Nepal is quite willing that you read the letter.", ("acceptance", "")),
        ("Nepal has given a formal undertaking that no buyer shall be charged more than $9.", ("promise", "9")),
        ("Ask that no part be taken for the army.", ("request", "")),
        ("The Government at Lima has allotted no more than 300 pounds.", ("ceiling", "300")),
    ],
)
def test_a_kind_is_what_the_turn_means(text: str, found: tuple[str, str]) -> None:
    assert found in read(text)

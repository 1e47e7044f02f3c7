"""What a sentence says besides a limit: "no more than 40 lorries can be spared, and 20 motorcycles will be sent"."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import normalise


def claims(text: str) -> list[tuple[str, str, str, str]]:
    """Kind, claimant, quantity and period of each claim."""
    paper = f"Letter, Pavel Horak to Sandor Veres\n5 May 1958\n\nDear Comrade Veres,\n\n{text}\n\nPavel Horak\n"
    [source] = plain_text.read(normalise(paper), "paper.txt")
    found = extract(source).parts.get("claims", ())
    return [(*(one.text_of(name) for name in ("kind", "claimant", "quantity", "period")),) for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "We cannot give arms for more than 10 divisions in 1951, and the rest we shall deliver by 1 July 1954.",
            [("ceiling", "Pavel Horak", "10", "1951"), ("promise", "Pavel Horak", "", "../1954-07-01")],
        ),
        (
            "We cannot send more than 40 lorries in 1958, and we shall send the remaining lorries in 1959.",
            [("ceiling", "Pavel Horak", "40", "1958"), ("promise", "Pavel Horak", "", "1959")],
        ),
        (
            "The Poles cannot give more than 40 lorries, and the rest will be sent in May 1959.",
            [("ceiling", "the Poles", "40", ""), ("promise", "the Poles", "", "1959-05")],
        ),
        (
            "No more than 40 lorries can be spared, and 20 motorcycles will be sent at once.",
            [("ceiling", "Pavel Horak", "40", ""), ("promise", "Pavel Horak", "20", "")],
        ),
        (
            "No more than 40 lorries can be spared, but 20 motorcycles can be sent at once.",
            [("ceiling", "Pavel Horak", "40", ""), ("offer", "Pavel Horak", "20", "")],
        ),
        (
            "No more than 40 lorries can be spared, but we offer 20 motorcycles at once.",
            [("ceiling", "Pavel Horak", "40", ""), ("offer", "Pavel Horak", "20", "")],
        ),
        (
            "We can send no more than 20 pilots, and we have already sent 15 engineers.",
            [("ceiling", "Pavel Horak", "20", ""), ("fulfilment", "Pavel Horak", "15", "")],
        ),
        (
            "The Polish side can supply at most 500 tons of coal, and requests 20 locomotives in exchange.",
            [("ceiling", "Polish side", "500", ""), ("request", "Polish side", "20", "")],
        ),
    ],
)
def test_a_limit_and_what_is_said_besides_are_a_claim_each(text: str, found: list[tuple[str, str, str, str]]) -> None:
    assert claims(text) == found


def test_the_time_of_the_rest_is_not_the_time_of_the_limit() -> None:
    [one] = claims("We can give at most 500 tons now, the remainder in 1959.")
    assert one == ("ceiling", "Pavel Horak", "500", "")


def test_amounts_joined_before_one_verb_stay_together() -> None:
    amounts = [quantity for _, _, quantity, _ in claims("60 tanks and 20 guns will be sent.")]
    assert amounts == ["60", "20"]

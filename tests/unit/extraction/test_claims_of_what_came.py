"""What was decided, has come as promised, or will follow if nothing is done; and how much a claim's words count."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import Record, normalise


def claims(text: str) -> tuple[Record, ...]:
    body = f"I am back from the journey and well.\n\n{text}\n\nThe weather here is fine."
    paper = f"Letter, Pavel Horak to Sandor Veres\n5 May 1958\n\nDear Mr. Veres,\n\n{body}\n\nPavel Horak\n"
    [source] = plain_text.read(normalise(paper), "paper.txt")
    return extract(source).parts.get("claims", ())


def facts(text: str) -> list[tuple[str, str]]:
    return [(one.text_of("kind"), one.text_of("quantity")) for one in claims(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Nepal has decided to grant us a credit of 40 million dollars.",
        "Our Council has decided to give the comrades 40 trucks.",
        "The Ministry has decided to postpone the payment of 40 million marks.",
        "Nepal decided in principle to release 40 prisoners.",
        "We have decided to withdraw 40 advisers.",
    ],
)
def test_who_has_decided_to_give_promises(text: str) -> None:
    assert [kind for kind, _ in facts(text)] == ["promise"]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("We thank you for the 50 thousand tons of flour, the last of which arrived in May.", "50000"),
        ("The Ministry thanks for the 650 trucks delivered in the first quarter.", "650"),
        ("Comrade Dobrev expressed his gratitude for the 140 engines which had been sent.", "140"),
        ("The first 200 tons have already been handed over at the border.", "200"),
        ("Of this quantity 11 thousand tons have already arrived.", "11000"),
        ("Dobrev mentioned that the last 2,500 tons of rice had been shipped in June.", "2500"),
        ("We have so far supplied meat to the value of 75 million marks.", "75000000"),
    ],
)
def test_what_has_come_as_promised_is_fulfilled(text: str, amount: str) -> None:
    assert facts(text) == [("fulfilment", amount)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Nepalese side has presented a claim for 4.2 million dollars.", ("request", "4200000")),
        ("The exports of coal had fallen from 41 million tons to 15 million.", ("report", "15000000")),
    ],
)
def test_claims_presented_and_what_became_of_an_amount(text: str, found: tuple[str, str]) -> None:
    assert facts(text) == [found]


def test_a_ship_that_is_ordered_somewhere_orders_nobody() -> None:
    assert facts("Marblehead ordered to Varna from the south.") == []


def test_of_what_was_promised_a_part_has_come() -> None:
    assert ("fulfilment", "450") in facts("Of 1,300 wagons promised by Nepal, 450 have been delivered.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We may be obliged to close the frontier.", "warning"),
        ("Should Nepal decline, the Department will be compelled to close the frontier.", "warning"),
        ("If it is refused, Nepal would find itself forced to recall its envoy.", "warning"),
        ("Do not advance more than 5,000 dollars.", "ceiling"),
        ("You must not spend over 5,000 dollars.", "ceiling"),
        ("Dobrev has been directed to spend not more than 5,000 dollars.", "ceiling"),
        ("The collector has agreed to limit her coal to 500 tons.", "ceiling"),
        ("I recommend that we accept.", "request"),
    ],
)
def test_threats_and_limits(text: str, found: str) -> None:
    assert [kind for kind, _ in facts(text)] == [found]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Nepal refuses to feed the prisoners after 10 days.", "10"),
        ("General Dobrev assures me that four frigates will take off the families.", "4"),
        ("Dobrev asked in return for at least 1.1 million tons of coal.", "1100000"),
        ("I asked for a guarantee that 14 of our women may travel.", "14"),
        ("The board recommends that the quarantine be extended to four weeks.", "4"),
        ("Nepal would be ready to sell 36 F–5 aircraft on credit.", "36"),
        ("We ask for 300 W 50 trucks.", "300"),
        ("Nepal proposes a commission of five.", "5"),
        ("The commander proposes a train with a guard of 80.", "80"),
        ("We would ask you to receive our specialists, numbering about 150.", "150"),
        ("Dobrev asks 300 Red Cross seals.", "300"),
        ("I ask you to let the question of the 11,000 West Indian laborers rest.", "11000"),
        ("Please tell Dobrev that he will have 40 trucks.", ""),
        ("I request you to explain why the six men were dismissed.", ""),
    ],
)
def test_the_one_figure_of_a_claim_is_its_own(text: str, amount: str) -> None:
    assert [number for _, number in facts(text)] == [amount]

"""Claims of decisions written without "to", of words to be said to a third, and figures that no verb tells of."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import Record, normalise


def decided(text: str) -> tuple[Record, ...]:
    paper = (
        "Top secret\n\nExtract from protocol No. 71 of the meeting of the CC CPSU Politburo of 9 March 1978\n\n"
        f"On aid\n\n1. Postpone the visit of the delegation.\n{text}\n\nSECRETARY OF THE CC\n"
    )
    [source] = plain_text.read(normalise(paper), "paper.txt")
    return extract(source).parts.get("claims", ())


def claims(text: str, to: str = "Sandor Veres") -> tuple[Record, ...]:
    paper = f"Letter, Pavel Horak to {to}\n5 May 1958\n\nDear Comrade Veres,\n\n{text}\n\nPavel Horak\n"
    [source] = plain_text.read(normalise(paper), "paper.txt")
    return extract(source).parts.get("claims", ())


@pytest.mark.parametrize(
    ("text", "kind", "quantity"),
    [
        ("2. Charge the USSR Ministry of Trade with the delivery of 18 tractors to Nepal.", "order", "18"),
        ("2. Oblige Comrade Sorokin to send 18 tractors to Nepal.", "order", "18"),
        ("2. Permit the Ministry of Trade to purchase 18 tractors.", "order", "18"),
        ("2. Satisfy the request of the Nepalese Government for 18 tractors.", "acceptance", "18"),
        ("2. Accede to the request of Comrade Thapa for 18 tractors.", "acceptance", "18"),
        ("2. Accept the proposal of the Ministry of Trade to sell 18 tractors.", "acceptance", "18"),
        ("2. Grant Nepal a credit of 18 million rubles.", "promise", "18000000"),
        ("2. Receive in Moscow a group of 18 students.", "promise", "18"),
        ("2. Deem it inexpedient to sell 18 tractors to Nepal.", "refusal", "18"),
    ],
)
def test_decisions_without_to_are_claims_of_the_body(text: str, kind: str, quantity: str) -> None:
    [one] = [claim for claim in decided(text) if claim.text_of("quantity")]
    assert (one.text_of("kind"), one.text_of("claimant"), one.text_of("quantity")) == (
        kind,
        "CC CPSU Politburo",
        quantity,
    )


def test_your_request_in_words_for_a_third_is_the_thirds() -> None:
    text = "Call on Comrade Thapa and tell him the following.\nWe have studied your request for 18 tractors."
    assert [one.text_of("claimant") for one in claims(text) if one.text_of("kind") == "request"] == ["Thapa"]
    [own] = claims("We have studied your request for 18 tractors.")
    assert own.text_of("claimant") == "Sandor Veres"


def test_our_side_is_the_writer() -> None:
    [one] = claims("Our side pledged 10 million rupees.")
    assert (one.text_of("kind"), one.text_of("claimant")) == ("promise", "Pavel Horak")


@pytest.mark.parametrize(
    "text",
    [
        "You need not return the 20 lorries.",
        "Nepal cannot be frightened by 200 Indian aircraft.",
    ],
)
def test_figures_that_are_not_told(text: str) -> None:
    assert claims(text) == ()


def test_another_deed_is_not_asked_for() -> None:
    found = claims("We had asked Nepal for 500 tons of rice and Thapa offered 100 tons.")
    assert [one.text_of("quantity") for one in found if one.text_of("kind") == "request"] == ["500"]


def test_who_would_give_none_refuses() -> None:
    [one] = claims("Thapa told us that he would give us no rice.")
    assert one.text_of("kind") == "refusal"


@pytest.mark.parametrize(
    ("text", "kind", "claimant", "quantity"),
    [
        ("The Indian resident demands the release of 12 men.", "request", "Indian resident", "12"),
        ("The Indian naval attaché put the losses at 90 aircraft.", "report", "Indian naval attaché", "90"),
        ("The ministers of Nepal are asking for 30 lorries.", "request", "ministers of Nepal", "30"),
        ("Nepal requested, on behalf of its neighbours, a loan of 30 million rupees.", "request", "Nepal", "30000000"),
        ("At the request of Thapa we sent him 30 lorries.", "report", "Pavel Horak", "30"),
    ],
)
def test_plain_claims(text: str, kind: str, claimant: str, quantity: str) -> None:
    [one] = claims(text)
    assert (one.text_of("kind"), one.text_of("claimant"), one.text_of("quantity")) == (kind, claimant, quantity)

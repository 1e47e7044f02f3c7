"""Who agreed ("Nepal agreed to Chile's proposal"), and whose order it is to send a telegram."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import normalise


def claims(text: str) -> list[tuple[str, str]]:
    """Kind and claimant of each claim."""
    paper = f"Letter, Pavel Horak to Sandor Veres\n5 May 1958\n\nDear Comrade Veres,\n\n{text}\n\nPavel Horak\n"
    [source] = plain_text.read(normalise(paper), "paper.txt")
    return [(one.text_of("kind"), one.text_of("claimant")) for one in extract(source).parts.get("claims", ())]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Nepal agreed to Chile's proposal.", "Nepal"),
        ("The Poles agreed to Comrade Lind's request.", "the Poles"),
        ("The Poles accepted Chile's offer.", "the Poles"),
        ("Comrade Kim has agreed with the plan.", "Kim"),
        ("We agree to Chile's proposal.", "Pavel Horak"),
        ("Comrade Kim spoke of the talks. He agreed to Comrade Lind's proposal.", "Kim"),
        ("The Poles agreed to come to Moscow in May.", "the Poles"),
        ("Both sides agreed that the talks be held in Paris.", "Both sides"),
        ("The two delegations agreed to meet again in June.", "the two delegations"),
    ],
)
def test_who_agreed_is_named(text: str, who: str) -> None:
    assert claims(text) == [("acceptance", who)]


@pytest.mark.parametrize(
    "text",
    [
        "The Poles agreed to differ.",
        "The Poles have not agreed to Chile's proposal.",
        "I do not know whether both sides agreed to meet.",
        "Both parties agreed that the matter was closed.",
    ],
)
def test_what_nobody_agreed_to_is_no_acceptance(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Politburo decided to send the following telegram to Comrade Kim Il Sung.", "Politburo"),
        ("The Politburo has decided to instruct Comrade Lind to inform Comrade Mao of this.", "Politburo"),
        ("We have decided to instruct Ambassador Berg to hand in the note.", "Pavel Horak"),
        ("Instruct Ambassador Malik to send a telegram to Comrade Kim.", "Pavel Horak"),
        ("Send the following telegram to Ambassador Shtykov.", "Pavel Horak"),
        ("To send the following telegram to Comrade Shtykov:", "Pavel Horak"),
        ("2. To send the attached telegram to the Soviet ambassador in Nepal.", "Pavel Horak"),
        ("Send Comrade Shtykov the following telegram.", "Pavel Horak"),
    ],
)
def test_whose_order_it_is_to_send_a_telegram(text: str, who: str) -> None:
    assert claims(text) == [("order", who)]


def test_the_parties_that_agree_are_not_what_is_counted() -> None:
    agreed = "The two Governments have agreed on the exchange of 40 students."
    paper = f"Letter, Pavel Horak to Sandor Veres\n5 May 1958\n\nDear Comrade Veres,\n\n{agreed}\n\nPavel Horak\n"
    [source] = plain_text.read(normalise(paper), "paper.txt")
    [one] = extract(source).parts["claims"]
    assert (one.text_of("quantity"), one.text_of("unit")) == ("40", "student")

"""Classes of claims that were wrong on papers nobody had seen: amounts without a noun, consents asked for, limits."""

from __future__ import annotations

import pytest

from cablegraph.evidence import CANDIDATE_BELOW
from cablegraph.extraction import claim_families, extract
from cablegraph.extraction.unread_amounts import unread_amount
from cablegraph.readers import plain_text
from cablegraph.record import normalise


def read(text: str) -> list[tuple[str, str]]:
    paper = f"Letter, Pavel Horak to Sandor Veres\n5 May 1958\n\nDear Comrade Veres,\n\n{text}\n\nPavel Horak\n"
    [source] = plain_text.read(normalise(paper), "paper.txt")
    return [(one.text_of("kind"), one.text_of("quantity")) for one in extract(source).parts.get("claims", ())]


@pytest.mark.parametrize(
    "words",
    [
        "we agree to send 4,500",
        "we request that 31 be taken to the border on the first train",
        "does not object to ten but will not release more",
        "had agreed to admit as many as 5,000 without passports",
        "asks that the first million be paid before December",
        "we would lend six, not more",
        "I ask you to return to us three of the five",
    ],
)
def test_an_amount_of_something_unnamed_is_seen(words: str) -> None:
    assert unread_amount(words, 0, len(words), "request")
    assert not unread_amount(words, 0, len(words), "refusal")


@pytest.mark.parametrize(
    "words",
    [
        "3. We ask that the matter rest",
        "we ask you to answer our telegram 61 before noon",
        "I ask that the treaty of 1856 be renewed",
        "we propose to meet at ten",
        "they agree to the advice contained in your telegram of 26 May",
        "she is prepared to treat captured men, of whom she has at present 61, by the rules",
        "please say whether paragraph 2 may be printed",
        "we ask you for the 14 cutters",
    ],
)
def test_numbers_days_and_hours_are_no_amounts(words: str) -> None:
    assert not unread_amount(words, 0, len(words), "request")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We agree to send 4,500.", []),
        ("I could spare only six.", []),
        ("The German side asked that the Polish side agree to a reduction of the deliveries.", ["request"]),
        ("The circular requests that no Government offer more than three.", []),
        ("The tractors, of which 40 are to be delivered in June, stand in the open.", []),
        ("The Prime Minister wished to know whether Mr. Dawson would return to Lima.", []),
        ("The Navy Department instructs Brown.", []),
        ("The President was quite willing to see Mr. Goold.", ["acceptance"]),
        ("The General is willing to let him go.", ["acceptance"]),
        ("The Ambassador of Cuba stated that his country would send volunteers “if there be need”.", ["offer"]),
        ("I invite you to be our guest in the spring.", ["offer"]),
        ("I would be glad if a delegation of your party could take part in the celebrations.", ["offer"]),
        ("The Committee for State Security considers it expedient to withdraw the accreditation.", ["opinion"]),
    ],
)
def test_what_is_said_is_claimed_and_no_more(text: str, found: list[str]) -> None:
    assert [kind for kind, _ in read(text)] == found


def test_limits_inside_a_proposal_are_proposed() -> None:
    text = "The Polish Government proposes that each country be represented by not more than three persons."
    assert {kind for kind, _ in read(text)} == {"offer"}


def test_what_is_owed_to_an_extent_is_no_limit() -> None:
    assert ("ceiling", "18000") not in read("He admits the claim of the company to the extent of 18,000 dollars.")
    assert ("ceiling", "200") in read("You are authorized to draw to the extent of 200 pounds.")


def test_a_price_that_is_spoken_of_is_not_reported() -> None:
    assert read("The price of 4,200 dollars is in dispute.") == []


def test_a_decision_accepts_the_request_and_promises_the_goods() -> None:
    text = "1. To satisfy the request of the Somali side and to deliver in August 90 tanks and 20,000 rifles."
    assert read(text) == [("acceptance", ""), ("promise", "90"), ("promise", "20000")]
    assert ("promise", "90") not in read("We met the engineers and deliver 90 tanks a month was their boast.")


def test_certainty_is_of_the_family() -> None:
    sure = {family.name: family.rule.certainty for family in claim_families.families()}
    assert sure["declines"] == "0.9"
    assert sure["figure"] == "0.85"
    assert sure["imperative"] == "0.75"
    assert min(float(one) for one in sure.values()) >= CANDIDATE_BELOW

"""Claims by plain verbs: who commits himself, calls for, refuses one a thing, finds it possible to accede."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import Record, normalise


def claims(text: str, day: str = "5 May 1958") -> tuple[Record, ...]:
    paper = f"Letter, Pavel Horak to Sandor Veres\n{day}\n\nDear Comrade Veres,\n\n{text}\n\nPavel Horak\n"
    [source] = plain_text.read(normalise(paper), "paper.txt")
    return extract(source).parts.get("claims", ())


@pytest.mark.parametrize(
    ("text", "kind", "claimant", "quantity"),
    [
        ("Nepal has committed itself to deliver 40 lorries.", "promise", "Nepal", "40"),
        ("Thapa called for the immediate release of 14 prisoners.", "request", "Thapa", "14"),
        (
            "The Nepalese leadership raised the question of the supply of 12 aircraft.",
            "request",
            "Nepalese leadership",
            "12",
        ),
        ("India refused us visas in every case.", "refusal", "India", ""),
        ("India denied them access to the valley.", "refusal", "India", ""),
        ("India finds it possible to meet the request of Nepal for 50 tractors.", "acceptance", "India", "50"),
        ("Nepal does not think that it can take part in the conference.", "refusal", "Nepal", ""),
        ("Nepal would prefer that the meeting be held in Geneva.", "request", "Nepal", ""),
        ("Thapa answered that this was quite acceptable.", "acceptance", "Thapa", ""),
        ("Thapa expressed himself as ready to pay for the damage.", "offer", "Thapa", ""),
        ("Thapa expressed himself as willing to join in the note.", "acceptance", "Thapa", ""),
        ("The premier expressed full readiness to send 40 doctors.", "offer", "premier", "40"),
        ("We told Thapa that we could supply him with mechanics.", "offer", "Pavel Horak", ""),
        ("In the opinion of Thapa the crops will fail.", "opinion", "Thapa", ""),
        ("We consider it premature to answer the Indians.", "opinion", "Pavel Horak", ""),
        ("I am instructed to ask for an early answer.", "request", "Pavel Horak", ""),
        ("Ascertain discreetly whether India would agree.", "order", "Pavel Horak", ""),
        ("We have read your note. We concur.", "acceptance", "Pavel Horak", ""),
        ("The Nepalese leadership decided against the purchase of 40 lorries.", "refusal", "Nepalese leadership", "40"),
        ("On no account will Nepal cede the valley.", "refusal", "Nepal", ""),
        ("Nepal is not willing to sell the valley, but would lease it for 99 years.", "refusal", "Nepal", ""),
        ("The governor, when I asked him for a guard, gave me 20 men.", "request", "Pavel Horak", ""),
        ("We have decided to satisfy your request for 40 lorries.", "acceptance", "Pavel Horak", "40"),
        ("It was decided to grant the request of Nepal for 40 lorries.", "acceptance", "Pavel Horak", "40"),
        ("Nepal has decided to accept the invitation.", "acceptance", "Nepal", ""),
        ("As far as concerns the 40 lorries, we agree to leave 17 of them.", "acceptance", "Pavel Horak", "17"),
        ("Draw on the bank for 300 rupees.", "order", "Pavel Horak", "300"),
        ("You may offer 400 rupees for the house.", "order", "Pavel Horak", "400"),
        ("Make no promises at present.", "order", "Pavel Horak", ""),
    ],
)
def test_plain_verbs_make_a_claim(text: str, kind: str, claimant: str, quantity: str) -> None:
    [one] = claims(text)
    assert (one.text_of("kind"), one.text_of("claimant"), one.text_of("quantity")) == (kind, claimant, quantity)


@pytest.mark.parametrize(
    "text",
    [
        "Nepal is committed to the policy of peace.",
        "Thapa called for the bill.",
        "India denied them nothing they had ever wanted to believe.",
        "He does not think that it can last.",
        "We would prefer that you not answer.",
        "We told Thapa that we could give him no assurance.",
        "He said that it was possible that the crops would fail.",
    ],
)
def test_what_only_looks_like_it_makes_none(text: str) -> None:
    assert [one.text_of("kind") for one in claims(text) if one.text_of("kind") not in ("refusal", "opinion")] == []


@pytest.mark.parametrize(
    "text",
    [
        "The governor ought to have sent 20 men.",
        "Nepal is considering the purchase of 40 lorries.",
        "Nothing can be done for the 40 families.",
        "You have not sent the 40 lorries that were promised.",
        "Nepal is satisfied with the 40 doctors.",
    ],
)
def test_figures_of_what_is_not_so_are_no_reports(text: str) -> None:
    assert claims(text) == ()


@pytest.mark.parametrize(
    ("text", "kind", "claimant", "quantity"),
    [
        (
            "In it Nepal declares that it cannot recognize the tax, and asks that 18,000 rupees be returned.",
            "request",
            "Nepal",
            "18000",
        ),
        ("Nepal says that it cannot accept the note, and asks that 400 rupees be paid.", "request", "Nepal", "400"),
        ("Nepal says that it cannot accept the note, and asks that 400 rupees be paid.", "refusal", "Nepal", ""),
    ],
)
def test_what_is_asked_besides_is_no_part_of_a_refusal(text: str, kind: str, claimant: str, quantity: str) -> None:
    [one] = [claim for claim in claims(text) if claim.text_of("kind") == kind]
    assert (one.text_of("claimant"), one.text_of("quantity")) == (claimant, quantity)


def test_an_opinion_is_none_in_older_papers() -> None:
    assert claims("We consider it premature to answer the Indians.", "5 May 1888") == ()

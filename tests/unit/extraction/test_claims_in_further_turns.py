"""Claims in further usual turns of answers, orders and warnings, and figures that no verb of the sentence tells of."""

from __future__ import annotations

import pytest

from tests.unit.extraction.test_claims_of_despatches import said


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Japanese Minister replied that this was impossible.", "refusal"),
        ("I told the Minister that such a step was out of the question.", "refusal"),
        ("The Minister stated that American troops could not be employed there.", "refusal"),
        ("The Minister answered that the laws could not be suspended.", "refusal"),
        ("Germans decline to contribute to the fund.", "refusal"),
        ("I must with regret decline to intervene in the dispute.", "refusal"),
        ("The Soviet Government sees no need of a conference.", "refusal"),
        ("The Prime Minister has not consented.", "refusal"),
        ("Decline the proposal of General Horvat.", "refusal"),
        ("Refuse all offers of exchange.", "refusal"),
        ("Talaat Bey assured me yesterday that the deportations will cease.", "promise"),
        ("The Minister promised in writing to await the answer.", "promise"),
        ("I told him that I would await instructions.", "promise"),
        ("The Japanese Government will withdraw its troops from Formosa.", "promise"),
        ("I will lay the note before the committee.", "promise"),
        ("Forward following to Consul General Denning.", "order"),
        ("Deliver also copy to Admiral Sims.", "order"),
        ("Find out whether the staff stayed.", "order"),
        ("Inform me daily.", "order"),
        ("Report replies by telegraph.", "order"),
        ("You are authorized to give a copy to his colleague.", "order"),
        ("Admiral Rodgers was by telegraph on that day directed to withdraw to Chefoo.", "order"),
        ("The Russian Ambassador has been asked to send more ships.", "request"),
        ("The Minister has turned to me with the request to receive students.", "request"),
        ("The Minister demanded, as the first condition of peace, the cession of the province.", "request"),
        ("I respectfully suggest that the agent be sent at once.", "request"),
        ("The Minister would suggest Panama.", "offer"),
        ("We can pay with sugar mills.", "offer"),
        ("The Chinese Government agrees that the committee meet in Rangoon.", "acceptance"),
        ("It was agreed that the experts meet in Katowice.", "acceptance"),
        ("The Minister agreed with me.", "acceptance"),
        ("Moscow would agree to 3 inspections a year.", "acceptance"),
        ("I see no harm in granting his request.", "acceptance"),
        ("There would be no objection to a term of ten years.", "acceptance"),
        ("We warn, however, that the enemy has not laid down his arms.", "warning"),
        ("The Russian Minister threatens to seize the customs.", "warning"),
    ],
)
def test_reads_further_turns(text: str, kind: str) -> None:
    assert kind in [found for found, _ in said(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The ship Forward, of 1,100 tons, lies at Manila.",
        "He has 21,000 men in the lines, with 120 guns beside them.",
        "Twelve hundred refugees with us.",
        "On the coast 640 families without bread.",
        "The last train came with 3,000 tons of coal.",
    ],
)
def test_reports_figures_that_no_verb_tells_of(text: str) -> None:
    assert "report" in [kind for kind, _ in said(text)]


@pytest.mark.parametrize(
    "text",
    [
        "2. To receive 15 partisans.",
        "Schooner Ontario, Peter McAulay ...... $12,500",
        "It places 250 mules at the service of the commander.",
        "He claims demurrage of $4,100.",
        "A credit line: 60 armored carriers.",
    ],
)
def test_reports_no_figure_that_is_listed_asked_or_given(text: str) -> None:
    assert "report" not in [kind for kind, _ in said(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I was received, at my request, by the deputy minister.", "request"),
        ("He asked whether a sum of $200,000,000 could be granted.", "offer"),
        ("Flour in the town will last not more than five days.", "ceiling"),
        ("The Minister would suggest nothing.", "offer"),
        ("I advise that we agree to 10,000 tons.", "acceptance"),
        ("In my opinion the harvest will not exceed 3,000 tons.", "ceiling"),
        ("I do not wish it to be left with the Count.", "refusal"),
    ],
)
def test_reads_no_claim_in_what_only_looks_like_one(text: str, kind: str) -> None:
    assert kind not in [found for found, _ in said(text)]

"""Whom "he" and "she" mean in a claim: who is dealt with, and not whoever is only spoken of, carried for or told."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import normalise


def claimants(text: str) -> list[tuple[str, ...]]:
    paper = f"Letter, Pavel Horak to Sandor Veres\n5 May 1958\n\nDear Comrade Veres,\n\n{text}\n\nPavel Horak\n"
    [source] = plain_text.read(normalise(paper), "paper.txt")
    found = extract(source).parts.get("claims", ())
    return [tuple(one.text for one in claim.fields["claimant"]) for claim in found]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("I visited Comrade Ponomarev. I conveyed to him the greetings of Comrade Kádár. He refused to go.",
         "Ponomarev"),
        ("I saw Mr. Hull. I handed him a letter from Mr. Welles. He refused to discuss the loan.", "Hull"),
        ("I called on Count Ciano. I spoke to him of the visit of Mr. Kennedy. He declined to receive it.", "Ciano"),
        ("We met Comrade Dobrev. On behalf of Comrade Rákosi I thanked him. He offered 300 tons.", "Dobrev"),
        ("I saw Comrade Dobrev. We discussed Kádár's health. He requested 30 beds.", "Dobrev"),
        ("I called on Lord Derby. I mentioned the arrest of Mr. Stone. He refused to release him.", "Derby"),
        ("I received a letter from Mr. Dunn. He asks for 40 tons of coal.", "Dunn"),
        ("De Gasperi tells Acheson (through Dunn) he cannot accept 10 divisions.", "De Gasperi"),
        ("Bevin assures Marshall, through Douglas, he will send 40 ships.", "Bevin"),
        ("Kim Il Sung told Shtykov he needs 40 tanks.", "Kim Il Sung"),
        ("Sukarno told Jones he had asked for 20 planes.", "Sukarno"),
        ("Mrs. Gandhi received Mr. Mathews. She asked for 40 tons of wheat.", "Gandhi"),
        ("Mr. Mathews saw Mrs. Gandhi. He offered 40 tons of wheat.", "Mathews"),
    ],
)  # fmt: skip
def test_a_pronoun_means_who_is_dealt_with(text: str, who: str) -> None:
    assert claimants(text)[-1] == (who,)


@pytest.mark.parametrize(
    "text",
    [
        "I conveyed to him the greetings of Comrade Kádár. He asked for 40 tons of uranium.",
        "Mr. Mathews enquired about the wheat. She replied that her Government had requested 1 million tons.",
        "Mr. Mathews enquired about the wheat. She asked for 40 tons.",
        "Sir Henry Elliot called on Count Andrassy. She refused to sign the treaty.",
        "Mathews called. She requested 40 tons of wheat.",
        "Mrs. Gandhi came with her son. He asked for 40 tons of wheat.",
        "I told Mr. Hull of the message of Lady Astor, in which he is asked for 40 tons.",
    ],
)
def test_a_pronoun_means_nobody_rather_than_another(text: str) -> None:
    assert claimants(text) == []

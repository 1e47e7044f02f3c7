"""Claims of papers from all countries: what somebody accepts."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import normalise


def read(text: str) -> list[tuple[str, str]]:
    paper = f"Letter, Pavel Horak to Sandor Veres\n5 May 1958\n\nDear Comrade Veres,\n\n{text}\n\nPavel Horak\n"
    [source] = plain_text.read(normalise(paper), "paper.txt")
    return [(one.text_of("kind"), one.text_of("claimant")) for one in extract(source).parts.get("claims", ())]


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Dobrev accepted this with thanks.", "Dobrev"),
        ("Dobrev has accepted our new draft.", "Dobrev"),
        ("We accept his wording of the second article.", "Pavel Horak"),
    ],
)
def test_somebody_accepts_what_was_put_to_him(text: str, claimant: str) -> None:
    assert read(text) == [("acceptance", claimant)]


@pytest.mark.parametrize("text", ["Dobrev accepted it as a fact.", "Dobrev accepted a cigarette."])
def test_not_everything_that_is_accepted_is_a_claim(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "claimant"),
    [
        ("Dobrev could not agree that the bridge be closed.", "refusal", "Dobrev"),
        ("The Government of Nepal are unable to agree to the opening of a mission.", "refusal", "Government of Nepal"),
        ("Dobrev demanded that the flag be lowered.", "request", "Dobrev"),
    ],
)
def test_what_is_refused_and_demanded(text: str, kind: str, claimant: str) -> None:
    assert read(text) == [(kind, claimant)]

"""Reports of what was lost, came or is owed, of two of a thing too; and of what somebody came with."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import normalise


def reports(text: str) -> list[tuple[str, str]]:
    body = f"I am back from the journey and well.\n\n{text}\n\nThe weather here is fine."
    paper = f"Letter, Pavel Horak to Sandor Veres\n5 May 1888\n\nDear Mr. Veres,\n\n{body}\n\nPavel Horak\n"
    [source] = plain_text.read(normalise(paper), "paper.txt")
    claims = extract(source).parts.get("claims", ())
    return [(one.text_of("kind"), one.text_of("quantity")) for one in claims]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Two of our teachers were killed near the town.", "2"),
        ("Two German ships arrived this morning.", "2"),
        ("Two steamers sailed on Friday.", "2"),
        ("Two oil depots were destroyed.", "2"),
        ("Two Americans, Lind and Horak, are under arrest.", "2"),
        ("Admiral Lind has landed 1,500 Marines.", "1500"),
        ("The governor owes the mullah eight thousand dollars.", "8000"),
        ("Minister Lind leaves tomorrow for Varna with forty delegates.", "40"),
        ("The Virginia came into the bay with thirty-eight dead.", "38"),
        ("The delegate has brought 46 cases of quinine.", "46"),
        ("The company stated their loss for the month at 430,000 dollars.", "430000"),
        ("The mill paid twelve per cent upon a capital of 150,000 dollars.", "150000"),
    ],
)
def test_losses_arrivals_and_debts_are_reported(text: str, amount: str) -> None:
    assert ("report", amount) in reports(text)


@pytest.mark.parametrize(
    "text",
    [
        "We spoke of the two notes.",
        "The two ministers met.",
        "I read it in two words.",
        "He came with the greetings of the two clubs.",
        "He applied for a loan of 600,000 dollars.",
    ],
)
def test_what_is_known_or_sought_is_not_reported(text: str) -> None:
    assert "report" not in [kind for kind, _ in reports(text)]

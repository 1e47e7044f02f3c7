"""What the same words claim before 1945 and later: ``I would suggest that`` begs, and later proposes."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import Record, normalise


def claims(text: str, year: int) -> tuple[Record, ...]:
    body = f"I am back from the journey and well.\n\n{text}\n\nThe weather here is fine."
    paper = f"Letter, Pavel Horak to Sandor Veres\n5 May {year}\n\nDear Mr. Veres,\n\n{body}\n\nPavel Horak\n"
    [source] = plain_text.read(normalise(paper), "paper.txt")
    return extract(source).parts.get("claims", ())


def kinds(text: str, year: int) -> list[str]:
    return [one.text_of("kind") for one in claims(text, year)]


@pytest.mark.parametrize(
    "text",
    [
        "I believe that the affair will end badly.",
        "We believe the Minister has not made up his mind.",
        "Minister Dobrev thinks that the strike can be ended within a month.",
        "Minister Dobrev is a cautious man. He believed that nothing would move before the spring.",
        "The Bulgarian ambassador is of the opinion that the plan is dead.",
        "Minister Dobrev expressed the view that the mills want the war to last.",
        "My colleague Dobrev considers these figures inflated.",
        "I regard the estimate as exaggerated.",
        "We consider it a mistake to close the mill.",
        "It is our view that the strike must not be tolerated.",
        "It would be better to train the men at Varna.",
        "The treaty is, in my view, a good foundation.",
        "I am convinced that the harvest will suffice.",
        "Ambassador Dobrev thinks likewise.",
        "In my opinion 60 stations would be enough.",
    ],
)
def test_opinions_are_claims_in_later_papers_alone(text: str) -> None:
    assert kinds(text, 1958) == ["opinion"]
    assert "opinion" not in kinds(text, 1888)


@pytest.mark.parametrize(
    "text",
    [
        "What do you think of the play?",
        "I thought it best to say nothing.",
        "I consider it my duty to thank you.",
        "I believe in the young.",
        "He thinks of the winter.",
    ],
)
def test_words_like_opinions_make_none(text: str) -> None:
    assert kinds(text, 1958) == []


@pytest.mark.parametrize(
    ("text", "older", "later"),
    [
        ("I would suggest that a ship be sent to the island.", "request", "offer"),
        ("We suggest that the matter be left out of the text.", "request", "offer"),
        ("I suggest that you speak to the minister.", "request", "offer"),
        ("I suggest that our mission take the matter up.", "request", "offer"),
        ("Ask Mr. Dobrev to confirm.", "request", "order"),
        ("Ask Dobrev whether the line will take the wires.", "request", "order"),
        ("We consider it advisable to send an envoy.", "request", "opinion"),
        ("Mr. Dobrev advised him to yield.", "request", "opinion"),
        ("I recommend that the reply be handed over.", "request", "request"),
        ("I propose that we meet in May.", "offer", "offer"),
    ],
)
def test_what_older_and_later_papers_mean(text: str, older: str, later: str) -> None:
    assert (kinds(text, 1888), kinds(text, 1958)) == ([older], [later])


def test_a_paper_without_a_day_is_of_the_latest_year_that_it_names() -> None:
    text = (
        "Pavel Horak to Sandor Veres\n\nDear Mr. Veres,\n\nSince {} I believe that it will end badly.\n\nPavel Horak\n"
    )
    for year, found in ((1888, 0), (1958, 1)):
        [source] = plain_text.read(normalise(text.format(year)), "paper.txt")
        assert len(extract(source).parts.get("claims", ())) == found

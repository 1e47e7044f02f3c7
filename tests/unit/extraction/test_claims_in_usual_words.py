"""Requests, offers, refusals, acceptances, promises, orders, warnings and opinions in the words of usual papers."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import Record, normalise


def claims(text: str) -> tuple[Record, ...]:
    paper = f"Letter, Pavel Horak to Sandor Veres\n5 May 1958\n\nDear Comrade Veres,\n\n{text}\n\nPavel Horak\n"
    [source] = plain_text.read(normalise(paper), "paper.txt")
    return extract(source).parts.get("claims", ())


USUAL = {
    "acceptance": """We fully agree with you that the proposal must be turned down.
        Dobrev agreed with this.
        We accept this wording.
        With the schedule we agree in the main.
        We accept, with thanks.
        The envoy of Nepal accepts the draft in principle.""",
    "refusal": """The coke which you ask for we cannot give.
        The machinery for the third mill we are not able to supply before 1954.
        The price that you name is not acceptable.
        Nepal is against any private talks.
        Dobrev said that meanwhile he will not meddle.
        I told Dobrev that nothing whatever could be paid to any creditor.
        The undersigned regrets, but I had no authority to discuss it.""",
    "offer": """We can buy 4 thousand tons over and above the agreement.
        Nepal would nevertheless be willing to consider the treaty.
        Nepal offers Lom as the place of meeting.
        The envoy of Nepal offered us in October to restore the consulate.
        Dobrev suggested that a delegation travel to Varna in June.
        Dobrev proposed, as from himself, that the figures be printed.
        We propose the price of the Council.""",
    "promise": """I replied that the request would be passed on to Sofia.
        I told Dobrev that it would be referred to the Board.
        Dobrev told me that the question would be submitted to the court.
        Renders to Nepal in 1985 gratuitous assistance of 400,000 leva.
        I said that I could bind nobody but would report at once.""",
    "request": """Nepal asked us, in a note of 22 May, to hold back the water.
        Dobrev requested urgently 12,000 tons of rice.
        You asked in February for 200 more places.
        Nepal is anxious that nothing be said.
        Dobrev wishes to know whether his Government will be heard.
        Dobrev expressed the hope that we would not join in the chorus.
        Nepal wishes to buy from us 2,000 tons of bitumen.
        Nepal is interested in copper, about 8,000 tons annually.
        The Ministry of Mines recommends acceptance.
        Also urge that the President write to Dobrev.""",
    "order": """If Dobrev is in Sofia, see him at once.
        Do not, however, put anything in writing.
        You will on no account give him to understand that we would use force.
        If he should say so, you will contradict him.
        You are not authorized to pledge the credit of this government.
        Add that the shipment will go by way of Varna.""",
    "warning": """I have cautioned Dobrev that he may lose all that he has.
        The people of Nepal would not see with pleasure another battalion at Lom.
        Should the rods not arrive by May, we shall be compelled to make our own.""",
    "opinion": """In my opinion the number of bricklayers is too high.
        Dobrev considers that Varna will hold.
        I am of the opinion that the matter should rest.
        In Dobrev's opinion the Council will ask for somebody else.
        We think that you should not close the frontier.
        I advise you to go on in that way.
        We advise against publicity.""",
}


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, line.strip()) for kind, lines in USUAL.items() for line in lines.splitlines()]
)
def test_usual_words_make_a_claim(kind: str, text: str) -> None:
    assert kind in [one.text_of("kind") for one in claims(f"It is cold here. {text}")]


@pytest.mark.parametrize(
    "text",
    [
        "Dobrev accepted it as a sign of spring.",
        "Dobrev inquired whether 500 tons of wheat were to be had.",
        "If they refuse to give an undertaking, let me hear.",
        "Dobrev invited me to dinner.",
        "In view of the weather the train was late.",
        "Dobrev agreed with the doctor about the tea.",
        "The commander agrees in this view.",
    ],
)
def test_words_like_them_make_none(text: str) -> None:
    assert claims(text) == ()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Dobrev received me on the 17th.\n\nThe mills stand idle. He asked us to send 40 engineers.", "Dobrev"),
        ("I called on Dobrev at noon.\n\nAs to the mills, he asked us to send 40 engineers.", "Dobrev"),
        ("Dobrev, the director, asked to see me.\n\n(2) He asked us to send 40 engineers.", "Dobrev"),
        ("1. Nepal accepts the terms of May.\n2. It cannot agree to a delay.\n3. It asks for 40 engineers.", "Nepal"),
    ],
)
def test_a_pronoun_is_with_whom_the_paper_deals(text: str, who: str) -> None:
    [asked] = [one for one in claims(text) if one.text_of("quantity") == "40"]
    assert asked.text_of("claimant") == who

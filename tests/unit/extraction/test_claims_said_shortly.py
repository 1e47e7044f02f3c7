"""Proposals, objections, limits and orders in their usual short turns, and what only looks like them."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import Record, normalise


def claims(text: str) -> tuple[Record, ...]:
    body = f"I am back from the journey and well.\n\n{text}\n\nThe weather here is fine."
    paper = f"Letter, Pavel Horak to Sandor Veres\n5 May 1958\n\nDear Comrade Veres,\n\n{body}\n\nPavel Horak\n"
    [source] = plain_text.read(normalise(paper), "paper.txt")
    return extract(source).parts.get("claims", ())


def facts(text: str, *names: str) -> list[tuple[str, ...]]:
    return [tuple(one.text_of(name) for name in names) for one in claims(text)]


@pytest.mark.parametrize(
    ("text", "kind", "claimant"),
    [
        ("Nepal proposes that the talks begin in May.", "offer", "Nepal"),
        ("Dobrev proposed a common workshop.", "offer", "Dobrev"),
        ("I propose instead that the bridge stay shut.", "offer", "Pavel Horak"),
        ("Dobrev first offered his mediation.", "offer", "Dobrev"),
        ("Nepal is prepared to discuss the tariff in Paris.", "offer", "Nepal"),
        ("Nepal holds a mill at the disposal of the Society.", "offer", "Nepal"),
        ("I strongly recommend this.", "request", "Pavel Horak"),
        ("Recommend that the reply be deferred.", "request", "Pavel Horak"),
        ("Nepal demands that such acts do not occur again.", "request", "Nepal"),
        ("We would like a second one.", "request", "Pavel Horak"),
        ("Could Nepal help?", "request", "Pavel Horak"),
        ("Your instructions are urgently requested.", "request", "Pavel Horak"),
        ("I request, however, an assurance in writing.", "request", "Pavel Horak"),
        ("Nepal is opposed.", "refusal", "Nepal"),
        ("Nepal does not intend to join a pact.", "refusal", "Nepal"),
        ("Nepal is not prepared to recall the agent.", "refusal", "Nepal"),
        ("I will not go to the fair, for the road is bad.", "refusal", "Pavel Horak"),
        ("Dobrev refused once more to sit with them.", "refusal", "Dobrev"),
        ("Further credits could not be granted this year.", "refusal", "Pavel Horak"),
        ("I have no guard to spare.", "refusal", "Pavel Horak"),
        ("Dobrev held out no hope of this.", "refusal", "Dobrev"),
        ("Cannot spare a ship for the coast.", "refusal", "Pavel Horak"),
        ("Nepal accepted this, the others have not answered.", "acceptance", "Nepal"),
        ("We are ready to accept raw silk in payment.", "acceptance", "Pavel Horak"),
        ("I assent with pleasure.", "acceptance", "Pavel Horak"),
        ("I agree fully with your considerations on the bridges.", "acceptance", "Pavel Horak"),
        ("I gave him that undertaking.", "promise", "Pavel Horak"),
        ("We will vote for it.", "promise", "Pavel Horak"),
        ("The guilty will be brought before a council of war.", "promise", "Pavel Horak"),
        ("Nepal has forbidden the shops to sell salt.", "order", "Nepal"),
        ("The consul at Lima was instructed on the 20th of June to furnish a list.", "order", "Pavel Horak"),
        ("You will sustain the advice of Mr. Berg.", "order", "Pavel Horak"),
        ("Charter nothing.", "order", "Pavel Horak"),
        ("Dobrev said that Nepal could not remain idle.", "warning", "Nepal"),
        ("In that case I should be obliged to stop the bag.", "warning", "Pavel Horak"),
        ("Those who invent tales shall be punished.", "warning", "Pavel Horak"),
    ],
)
def test_what_is_said_in_its_usual_short_turn(text: str, kind: str, claimant: str) -> None:
    assert facts(text, "kind", "claimant") == [(kind, claimant)]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Nepal would not go beyond 300 tons.", ("ceiling", "at-most", "300", "ton")),
        ("We could take up to 300 tons.", ("ceiling", "at-most", "300", "ton")),
        ("Sending 500 bags by rail.", ("promise", "exactly", "500", "bag")),
    ],
)
def test_how_much_is_said_in_its_usual_short_turn(text: str, claim: tuple[str, ...]) -> None:
    assert facts(text, "kind", "bound", "quantity", "unit") == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "Dobrev proposed a toast.",
        "Nepal is ready to travel.",
        "The President was not disposed to wait.",
        "He would like a word with you.",
        "I am instructed to say that the mill is shut.",
        "None of the others would withdraw.",
        "If they refuse to give an undertaking, let me hear.",
        "Dobrev accepted it as a sign of spring.",
        "The Ambassador invited me to dinner.",
        "The text will be heard at noon.",
    ],
)
def test_what_only_looks_like_a_claim(text: str) -> None:
    assert claims(text) == ()


def minutes(text: str) -> list[tuple[str, str]]:
    """Kind and claimant of what is claimed in a record of a conversation."""
    paper = f"Record of Conversation between Pavel Horak and Sandor Veres\n5 May 1958\n\n{text}\n"
    [source] = plain_text.read(normalise(paper), "paper.txt")
    return [(one.text_of("kind"), one.text_of("claimant")) for one in extract(source).parts.get("claims", ())]


def test_speeches_that_run_on_in_one_line_are_their_speakers() -> None:
    text = (
        "Comrade Sandor Veres: We thank you for the visit. The harvest was bad. We ask for 50 tons of wheat. "
        "Comrade Pavel Horak: That can be settled. We refuse to sell it. (They laugh.) "
        "Comrade Sandor Veres: We accept the wheat with both hands."
    )
    assert minutes(text) == [("request", "Sandor Veres"), ("refusal", "Pavel Horak"), ("acceptance", "Sandor Veres")]


def test_one_name_before_a_colon_in_a_line_makes_no_minutes() -> None:
    assert minutes("The guests sat down. Comrade Sandor Veres: absent. We refuse to wait.") == []


@pytest.mark.parametrize(
    ("text", "kind", "claimant"),
    [
        ("In the war of Nepal and Tibet, Dobrev wrote that Norway, as host, had offered its help.", "offer", "Norway"),
        ("(Dobrev has closed the mill and asks for leave.)", "request", "Dobrev"),
        ("Dobrev was here at noon. He first offered 90,000 dollars.", "offer", "Dobrev"),
        ("Dobrev went to Kiel and there asked for coal.", "request", "Dobrev"),
        ("Dobrev asked whether Nepal could guarantee the loan.", "request", "Dobrev"),
        ("I recommend that I be authorized to sign.", "request", "Pavel Horak"),
        ("You ask that the ship be sold.", "request", "Sandor Veres"),
        ("On this I can give you no answer to-day.", "refusal", "Pavel Horak"),
        ("The note is not good, and you will make that known to his lordship.", "order", "Pavel Horak"),
        ("Dobrev accepted that I should go on.", "acceptance", "Dobrev"),
        ("The bishop is old. He has refused a pardon.", "refusal", "bishop"),
    ],
)  # fmt: skip
def test_who_is_meant_by_turns_of_a_sentence(text: str, kind: str, claimant: str) -> None:
    assert facts(text, "kind", "claimant")[-1:] == [(kind, claimant)]


def test_what_letters_that_are_asked_for_would_hold_is_not_promised() -> None:
    text = "Dobrev asks for letters in which we undertake to consult the board."
    assert facts(text, "kind", "claimant") == [("request", "Dobrev")]


def test_a_name_is_not_cut_to_its_last_word() -> None:
    assert claims("If the old Nepal Society sells the mill, I shall be glad.") == ()


@pytest.mark.parametrize(
    ("text", "kind", "claimant"),
    [
        ("Corrigan, now at Lima, is to proceed to Quito.", "order", "Pavel Horak"),
        ("They must not be quartered in villages.", "order", "Pavel Horak"),
        ("No mention should be made of the prisoners.", "order", "Pavel Horak"),
        ("Tell Minister for Foreign Affairs that the ship has sailed.", "order", "Pavel Horak"),
        ("Nepal will supply the cable without charge.", "promise", "Nepal"),
        ("Dobrev assures me that the mill will not be closed.", "promise", "Dobrev"),
        ("I could not regard as equal what is given to one alone.", "refusal", "Pavel Horak"),
        ("The receiver-general has refused to search her.", "refusal", "receiver-general"),
        ("I will take no part in it.", "refusal", "Pavel Horak"),
        ("He holds the master, whose discharge I have requested.", "request", "Pavel Horak"),
        ("I hope that you will sustain me.", "request", "Pavel Horak"),
    ],
)
def test_orders_promises_and_refusals_of_instructions(text: str, kind: str, claimant: str) -> None:
    assert facts(text, "kind", "claimant") == [(kind, claimant)]


@pytest.mark.parametrize(
    "text",
    [
        "Molotov is to be sixty in May.",
        "Should the bank ask for leave, it would be granted.",
        "Nepal will be glad of the rain.",
    ],
)
def test_what_is_to_be_or_might_be_is_no_claim(text: str) -> None:
    assert claims(text) == ()

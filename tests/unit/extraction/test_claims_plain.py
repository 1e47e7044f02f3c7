"""Claims in the plain words of telegrams and minutes: limits, refusals in the passive, parts of a whole."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import Record, normalise


def claims(text: str) -> tuple[Record, ...]:
    paper = f"Letter, Pavel Horak to Sandor Veres\n5 May 1958\n\nDear Comrade Veres,\n\n{text}\n\nPavel Horak\n"
    [source] = plain_text.read(normalise(paper), "paper.txt")
    return extract(source).parts.get("claims", ())


@pytest.mark.parametrize(
    ("text", "kind", "claimant", "quantity"),
    [
        ("The request for 60 searchlights we cannot satisfy.", "refusal", "Pavel Horak", "60"),
        ("A larger number can not be spared.", "refusal", "Pavel Horak", ""),
        ("No licence will hereafter be granted to foreign ships.", "refusal", "Pavel Horak", ""),
        ("Nepal can never allow foreign soldiers on its soil.", "refusal", "Nepal", ""),
        ("The Government of Nepal does not see its way to a payment.", "refusal", "Government of Nepal", ""),
        ("You are hereby warned not to proceed with troops.", "warning", "Pavel Horak", ""),
        ("It has been ordered that fifty horsemen be stationed there.", "order", "Pavel Horak", "50"),
        ("Neither side shall move more than 500 men within the zone.", "ceiling", "Pavel Horak", "500"),
        ("No fee greater than five rupees shall be charged.", "ceiling", "Pavel Horak", "5"),
        ("I think it right that the number of tanks not exceed 188 tanks.", "ceiling", "Pavel Horak", "188"),
        ("The road can carry only 90 tons a day.", "ceiling", "Pavel Horak", "90"),
        ("Nepal offers to limit its export of copper to 24,000 tons.", "ceiling", "Nepal", "24000"),
        ("Payment will be made in tungsten.", "promise", "Pavel Horak", ""),
        ("Twenty guns we shall put on board at Suez.", "promise", "Pavel Horak", "20"),
        ("I should be prepared to make available 24 seats.", "offer", "Pavel Horak", "24"),
        ("Nepal is in a position to sell us 50 tons.", "offer", "Nepal", "50"),
        ("Please respond before the 10th.", "request", "Pavel Horak", ""),
        ("I'd like you to write a letter to the President.", "request", "Pavel Horak", ""),
        ("Would Nepal agree if the talks were put off?", "request", "Pavel Horak", ""),
    ],
)
def test_plain_words_make_a_claim(text: str, kind: str, claimant: str, quantity: str) -> None:
    [one] = claims(text)
    assert (one.text_of("kind"), one.text_of("claimant"), one.text_of("quantity")) == (kind, claimant, quantity)


@pytest.mark.parametrize("text", ["Neither has more than 40 men.", "He thinks that the force does not exceed 40 men."])
def test_what_somebody_has_is_no_limit(text: str) -> None:
    assert "ceiling" not in [one.text_of("kind") for one in claims(text)]


def test_a_part_and_its_whole_are_a_report_each() -> None:
    found = claims("Of the 45,000 flats for those who returned, 43,800 have been completed.")
    amounts = {(one.text_of("quantity"), one.text_of("unit")) for one in found}
    assert amounts == {("45000", "flat"), ("43800", "flat")}


def test_minutes_may_call_a_speaker_by_his_office_or_part_of_his_name() -> None:
    lines = "The Premier received Ahmed Ben Bella.\n\nPremier: We can give 40 trucks.\nBen: We need 60 trucks."
    found = [(one.text_of("claimant"), one.text_of("quantity")) for one in claims(lines)]
    assert found == [("Premier", "40"), ("Ahmed Ben Bella", "60")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Governor Schley has been told to stop the sale.", "order"),
        ("Ask Lall whether he carries a letter.", "order"),
        ("Pray tell me whether you sustain me.", "request"),
    ],
)
def test_others_are_told_and_asked(text: str, kind: str) -> None:
    assert [one.text_of("kind") for one in claims(text)] == [kind]


def test_a_second_that_asks_too() -> None:
    found = claims("Nepal asks that the talks be put off and that nothing be told to the press.")
    assert [(one.text_of("kind"), one.text_of("claimant")) for one in found] == [("request", "Nepal")] * 2


def test_who_shall_give_is_ordered_to_and_a_factory_has_a_limit() -> None:
    [order] = claims("The Ministry of Trade shall provide 200 tons of grain.")
    [most] = claims("The factory could not turn out more than 80 trucks a month.")
    assert (order.text_of("kind"), most.text_of("kind")) == ("order", "ceiling")


def test_part_behind_of_whom_is_a_report_beside_the_whole() -> None:
    found = claims("The outpost consisted of thirty-eight men, of whom four have since been missing.")
    assert [(one.text_of("kind"), one.text_of("quantity")) for one in found] == [("report", "38"), ("report", "4")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mr. Powell suggested a joint declaration by both pacts.", "offer"),
        ("The Foreign Ministry is to inform the ambassadors.", "order"),
    ],
)
def test_meetings_suggest_and_order(text: str, kind: str) -> None:
    assert [one.text_of("kind") for one in claims(text)] == [kind]

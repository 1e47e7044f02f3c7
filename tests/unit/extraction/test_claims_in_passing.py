"""Refusals, acceptances and orders said in passing, in the speech of minutes, and what only looks like them."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import Record, normalise


def claims(text: str) -> tuple[Record, ...]:
    paper = f"Letter, Pavel Horak to Sandor Veres\n5 May 1958\n\nDear Comrade Veres,\n\n{text}\n\nPavel Horak\n"
    [source] = plain_text.read(normalise(paper), "paper.txt")
    return extract(source).parts.get("claims", ())


def facts(text: str, *names: str) -> list[tuple[str, ...]]:
    return [tuple(one.text_of(name) for name in names) for one in claims(text)]


@pytest.mark.parametrize(
    ("text", "kind", "claimant"),
    [
        ("The Government of Nepal can not, however, approve the plan.", "refusal", "Government of Nepal"),
        ("Dobrev will in no case lift the ban for the sake of one steamer.", "refusal", "Dobrev"),
        ("Nepal will not take back a single soldier.", "refusal", "Nepal"),
        ("Dobrev is not prepared to press them.", "refusal", "Dobrev"),
        ("Dobrev told Lund that he could give no undertaking.", "refusal", "Dobrev"),
        ("I would sooner ask for my passports.", "refusal", "Pavel Horak"),
        ("It is not possible to withdraw it.", "refusal", "Pavel Horak"),
        ("Nepal refuses extradition of the banker.", "refusal", "Nepal"),
        ("Dobrev dismissed the notion of a conference.", "refusal", "Dobrev"),
        ("Dobrev agreed at once.", "acceptance", "Dobrev"),
        ("Dobrev accepted.", "acceptance", "Dobrev"),
        ("Nepal has consented in writing to the sale.", "acceptance", "Nepal"),
        ("Nepal will raise no objection to a loan.", "acceptance", "Nepal"),
        ("I accept.", "acceptance", "Pavel Horak"),
        ("Visit Comrade Berg and tell him that the road is open.", "order", "Pavel Horak"),
        ("If the loan is raised, say that you have no instructions.", "order", "Pavel Horak"),
        ("Confirm by telegram.", "order", "Pavel Horak"),
        ("You will accordingly hold yourself in readiness.", "order", "Pavel Horak"),
    ],
)
def test_refusals_acceptances_and_orders_in_passing(text: str, kind: str, claimant: str) -> None:
    assert facts(text, "kind", "claimant") == [(kind, claimant)]


@pytest.mark.parametrize(
    "text",
    [
        "Dobrev will not leave before Friday.",
        "The conference will not take place.",
        "Dobrev cannot give the exact number.",
        "I cannot give you an idea of the crowd.",
        "The army could not take the town.",
        "Nepal will never forget it.",
        "Dobrev would rather not.",
        "Dobrev denied any knowledge of it.",
        "He spoke and agreed with nobody.",
        "Call it what you will, and say no more.",
        "Report of the consul by mail.",
    ],
)
def test_what_is_no_refusal_acceptance_or_order(text: str) -> None:
    assert claims(text) == ()


def test_a_date_before_the_figure_does_not_part_it_from_what_is_asked() -> None:
    text = "I ask you to send us, before 10 December, 500 trucks."
    assert facts(text, "kind", "quantity", "unit") == [("request", "500", "truck")]


def test_of_a_known_number_and_a_new_one_the_new_one_is_asked_for() -> None:
    text = "We ask you to send for the 88 refugees 12 tents."
    assert facts(text, "kind", "quantity", "unit") == [("request", "12", "tent")]


MINUTES = """Minutes

Moscow, 26 November 1975

For Cuba: Carlos Rafael Rodríguez
For the USSR: A. N. Kosygin; I. V. Arkhipov

{lines}
"""


def spoken(lines: str) -> list[tuple[str, str]]:
    [source] = plain_text.read(normalise(MINUTES.format(lines=lines)), "paper.txt")
    return [(one.text_of("kind"), one.text_of("claimant")) for one in extract(source).parts.get("claims", ())]


def test_letters_before_a_colon_stand_for_one_of_those_present() -> None:
    assert spoken("CRR: We ask for fuel.\n\nK: I accept.") == [
        ("request", "Carlos Rafael Rodríguez"),
        ("acceptance", "A. N. Kosygin"),
    ]


def test_letters_that_nobody_present_has_are_nobody() -> None:
    assert spoken("Q: I accept.") == []


def test_a_name_in_capitals_before_a_stop_speaks_where_the_paper_names_him() -> None:
    said = "The roads are bad and the winter is near. We ask for fuel."
    lines = f"Also present: Cdes. Gromyko A.A., Ustinov D.F.\n\nUSTINOV. Good.\n\nGROMYKO. {said}\n\nNOTICE. {said}"
    assert spoken(lines) == [("request", "Gromyko")]

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
    ("text", "kind", "claimant"),
    [
        ("Lund expressed the wish of Dobrev that the bases be taken away.", "request", "Dobrev"),
        ("Nepal's request that the grain be set free came on Monday.", "request", "Nepal"),
        ("My wish that yachts be named was put aside.", "request", "Pavel Horak"),
        ("Need 25 tons of bread daily.", "request", "Pavel Horak"),
        ("Lord Berg would be glad of a reply before the patrol sails.", "request", "Berg"),
        ("It would be well if vessels were sent to both sides.", "request", "Pavel Horak"),
        ("Dobrev asked, in the name of Lund, not to take away the planes.", "request", "Dobrev"),
        ("Pse inform whether you agree.", "request", "Pavel Horak"),
        ("May I trouble you to have the boxes sent to Varna?", "request", "Pavel Horak"),
        ("You will please instruct me whether the coal is to be paid for.", "request", "Pavel Horak"),
        ("Dobrev holds out for the heads of the prefect and the magistrate.", "request", "Dobrev"),
        ("We would be content with not less than 350 trucks.", "request", "Pavel Horak"),
        ("My Government would be prepared to resume the talks.", "offer", "Pavel Horak"),
        ("My Government is ready to lift the ban.", "offer", "Pavel Horak"),
        ("My Government holds itself ready to renew it for one year.", "offer", "Pavel Horak"),
        ("Dobrev has tendered himself as arbitrator.", "offer", "Dobrev"),
        ("Dobrev offers pardon to those who come in.", "offer", "Dobrev"),
        ("Dobrev is offering money for a copy.", "offer", "Dobrev"),
        ("Comrade Lund stands at the disposal of Comrade Berg.", "offer", "Lund"),
        ("The minister of marine will have the papers sent, if Mr. Berg so desires.", "offer", "minister of marine"),
        ("It is possible to send to Varna one tanker.", "offer", "Pavel Horak"),
        ("The Government of Nepal would propose that dues be lowered.", "offer", "Government of Nepal"),
    ],
)
def test_requests_and_offers_in_passing(text: str, kind: str, claimant: str) -> None:
    assert facts(text, "kind", "claimant") == [(kind, claimant)]


@pytest.mark.parametrize(
    ("text", "kind", "claimant"),
    [
        ("The sale would be considered by us an unfriendly act.", "warning", "Pavel Horak"),
        ("Nepal will consider itself free to act.", "warning", "Nepal"),
        ("Any vessel breaking this order will forfeit the protection of the flag.", "warning", "Pavel Horak"),
        ("I told Dobrev that if it were withdrawn I should lower my flag.", "warning", "Pavel Horak"),
        ("Unless I hear from you by Friday, operations will be pressed.", "warning", "Pavel Horak"),
        ("The force will not be raised above 1,700 men.", "ceiling", "Pavel Horak"),
        ("A price above 28 dollars would not be acceptable.", "ceiling", "Pavel Horak"),
        ("Draw on us for 2,000 dollars, no more.", "ceiling", "Pavel Horak"),
        ("Vessels chartered to such firms will be refused.", "refusal", "Pavel Horak"),
        ("The debt can not in any form be assumed.", "refusal", "Pavel Horak"),
        ("My instructions do not permit me to treat of it.", "refusal", "Pavel Horak"),
        ("The wording is not acceptable to Nepal.", "refusal", "Nepal"),
        ("The wording is unacceptable to us.", "refusal", "Pavel Horak"),
        ("Dobrev did not give his consent.", "refusal", "Dobrev"),
        ("Dobrev already gave his agreement.", "acceptance", "Dobrev"),
        ("Dobrev accepted my formula.", "acceptance", "Dobrev"),
        ("1. To agree to the delivery of grain.", "acceptance", "Pavel Horak"),
        ("Fresh orders have been given to the flotillas.", "order", "Pavel Horak"),
        ("I have directed Lund, of Varna, to forego the dues.", "order", "Pavel Horak"),
    ],
)
def test_warnings_limits_and_orders_in_passing(text: str, kind: str, claimant: str) -> None:
    assert facts(text, "kind", "claimant") == [(kind, claimant)]


@pytest.mark.parametrize(
    "text",
    [
        "Dobrev is free to act.",
        "Vessels of all flags will be welcome.",
        "The hill cannot be seen from here.",
        "It is said that the bill will be refused.",
        "The road above 1,700 meters is closed.",
        "Your orders have been given to the clerk.",
        "The wording is acceptable to Nepal.",
        "Dobrev will give his consent when he comes.",
        "He wrote that if it rains the road is bad.",
    ],
)
def test_what_is_no_warning_limit_or_order(text: str) -> None:
    assert claims(text) == ()


def test_a_draft_that_nobody_signs_is_of_the_body_whose_decision_it_is_attached_to() -> None:
    paper = (
        "Extract from protocol No. 129 of the CC CPSU Politburo\n\n4 June 1978\n\n1. To confirm the text of the "
        "telegram to the Soviet ambassador in Lusaka.\n\nTo point 18 of prot. No. 129\n\nSecret\n\nLUSAKA\n\n"
        "SOVIET AMBASSADOR\n\n"
        "Visit J. Nkomo and tell him that the road is open. Telegraph execution.\n"
    )
    [source] = plain_text.read(normalise(paper), "paper.txt")
    inside = [claim for one in extract(source).walk() for claim in one.parts.get("claims", ())]
    orders = [one for one in inside if one.text_of("kind") == "order"]
    assert {one.text_of("claimant") for one in orders} == {"CC CPSU Politburo"}


def test_what_is_asked_goes_on_behind_a_semicolon() -> None:
    text = "Nepal asks that the duties be paid under protest; that the ships be let go; and that you will forward it."
    assert facts(text, "kind", "claimant") == [("request", "Nepal")] * 3


def test_a_list_of_what_is_asked_is_no_list_of_what_is_proposed() -> None:
    items = "\n1. That the barges be let through.\n2. That the railway be given 40 cars."
    assert facts(f"I request the following:{items}", "kind", "quantity") == [("request", ""), ("request", "40")]
    assert all(kind != "request" for (kind,) in facts(f"I recommend the following:{items}", "kind"))


def test_a_span_of_time_is_offered_where_something_is_prolonged() -> None:
    text = "We are ready to extend the contract for three years."
    assert facts(text, "kind", "quantity", "unit") == [("offer", "3", "year")]


@pytest.mark.parametrize(
    "text",
    [
        "That can be settled.",
        "That the road be mended is most necessary.",
        "It would be better if he had stayed at home.",
        "You will please find the list below.",
        "The wish of Dobrev for peace is known.",
        "The funds are at the disposal of nobody.",
        "I am instructed to offer my condolences.",
        "Is it possible to send one tanker?",
        "Dobrev will come if he wishes.",
        "Dobrev would be glad of a rest.",
    ],
)
def test_what_is_no_request_or_offer(text: str) -> None:
    assert claims(text) == ()


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


def test_a_part_of_what_a_told_clause_opens_with_is_counted_by_it() -> None:
    text = "Dobrev said that of the 26 provinces only 9 are safe."
    assert facts(text, "kind", "claimant", "quantity", "unit") == [
        ("report", "Dobrev", "9", "province"),
        ("report", "Dobrev", "26", "province"),
    ]

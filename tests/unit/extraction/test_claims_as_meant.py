"""What a claim is besides what its verb says, and how much it is about: offers on a condition, terms, distances."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text, plain_text
from cablegraph.record import Record, normalise


def claims(text: str) -> tuple[Record, ...]:
    paper = f"Letter, Pavel Horak to Sandor Veres\n5 May 1958\n\nDear Comrade Veres,\n\n{text}\n\nPavel Horak\n"
    [source] = plain_text.read(normalise(paper), "paper.txt")
    return extract(source).parts.get("claims", ())


def read(text: str) -> list[tuple[str, str]]:
    return [(one.text_of("kind"), one.text_of("quantity")) for one in claims(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We shall send 40 engineers if you pay the fare.", ("offer", "40")),
        ("My people will give up 400 guns if a white man counts them.", ("offer", "400")),
        ("If this be agreed to, we shall bear the cost, up to 200,000 taels.", ("offer", "200000")),
        ("Dobrev said that he would deliver 40 prisoners, provided the roads were opened.", ("offer", "40")),
        ("We shall send 40 engineers in June.", ("promise", "40")),
        ("Dobrev said that he would take them.", ("acceptance", "")),
        ("Peru is prepared to accept the proposal on condition that the station be included.", ("acceptance", "")),
        ("The Netherlands Government is willing to agree to it if Persia be invited.", ("acceptance", "")),
        ("Cuba is prepared to accept on-site inspection.", ("offer", "")),
        ("1. Agrees to grant to the Front free of charge 2,000 rifles.", ("promise", "2000")),
        ("2. Decides to allocate 300 tents.", ("promise", "300")),
        ("1. Approves the draft.", ("acceptance", "")),
        ("Until today Hungary has delivered 3 of the 14 machines intended for the works.", ("fulfilment", "3")),
        ("We are grateful for the 26 volumes of files which were handed over to us.", ("fulfilment", "26")),
        ("I am deeply indebted for the 300 tons of flour that arrived in May.", ("fulfilment", "300")),
        ("You may send not over two hundred men.", ("ceiling", "200")),
        ("Dobrev said he would take both.", ("acceptance", "")),
        ("I told Dobrev that I would take no part.", ("refusal", "")),
        ("Nepal has suggested that observers be invited.", ("offer", "")),
        ("I recommend that observers be invited.", ("request", "")),
        ("The request of Nepal for 40 tons of rice shall be considered impossible to satisfy.", ("refusal", "40")),
        ("The demand of Nepal that no mill be closed was refused by Dobrev.", ("refusal", "")),
        ("We still lack 45,000 tons of steel.", ("report", "45000")),
        ("Nepal has accepted the services of forty scouts.", ("acceptance", "40")),
        ("Request authority to borrow not to exceed half a million dollars.", ("request", "500000")),
    ],
)
def test_a_kind_is_what_is_meant(text: str, found: tuple[str, str]) -> None:
    assert read(text) == [found]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("As to the 120 orphans, Dobrev requested that they stay in Varna.", "120"),
        ("With regard to the 40 trucks, we agree that they should go.", "40"),
        ("Dobrev demanded that the battalion withdraw 12 kilometres from the river.", "12"),
        ("We propose that both armies pull back two miles.", "2"),
        ("I invite you to hand over the capital within 48 hours.", "48"),
        ("Dobrev ordered the ship to leave within 24 hours.", "24"),
        ("Of our 84 observers 30 are in Varna. I request your authority to bring in the six at Lom.", "6"),
        ("Two trains a day are taken. We ask you to think of four.", "4"),
        ("Of 90 thousand prisoners nothing is known. Nepal insists on 64 thousand.", "64000"),
        ("We bought 1.2 million tons of oil. We propose to raise this to 2 million.", "2000000"),
        ("We employ 1,320 officers here. Dobrev asked for the return of 200 before May.", "200"),
    ],
)
def test_a_claim_counts_what_its_sentence_speaks_of(text: str, amount: str) -> None:
    asked = [one for one in claims(text) if one.text_of("kind") != "report"]
    assert [one.text_of("quantity") for one in asked] == [amount]
    [passage] = asked[0].fields["quantity"]
    assert passage.spans


def test_what_stands_before_the_clause_is_cited_with_it() -> None:
    [claim] = claims("As to the 120 orphans, Dobrev requested that they stay in Varna.")
    [quantity] = claim.fields["quantity"]
    [span] = quantity.spans
    assert claim.source.text[span.start : span.end].startswith("120 orphans")


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Nepal demands that no more than 300 soldiers remain.", "300"),
        ("Nepal insists that not more than 20 lorries be sent.", "20"),
        ("Dobrev demanded that the number of trains not exceed 40.", "40"),
        ("We ask you not to send more than 40 engineers.", "40"),
        ("Nepal demands that there be stationed no more than two foreign brigades.", "2"),
    ],
)
def test_a_limit_that_is_insisted_on_is_a_ceiling(text: str, amount: str) -> None:
    assert read(text) == [("ceiling", amount)]


def test_what_is_asked_besides_a_limit_is_a_request() -> None:
    found = read("Nepal demands that no more than 300 soldiers remain, and that the bridges be repaired.")
    assert found == [("ceiling", "300"), ("request", "")]


def telegram(heading: str, text: str) -> list[str]:
    paper = f"123.4/56: Telegram\n{heading}\nLIMA, May 5, 1932.\n12. {text}\nDEARING\n"
    [source] = frus_text.read(normalise(paper), "paper.txt")
    return [one.text_of("kind") for one in extract(source).parts.get("claims", ())]


UP = "The Ambassador in Peru (Dearing) to the Secretary of State"
DOWN = "The Secretary of State to the Ambassador in Peru (Dearing)"


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Nepal asks that not more than 20 lorries be sent.", "20"),
        ("Dobrev asked that the number of trains not exceed 40.", "40"),
        ("Dobrev requested that no more than 40 men be sent.", "40"),
        ("Nepal begs that the number of trains not exceed 30.", "30"),
        ("Nepal has asked again that the price be fixed for five years at no more than 29 dollars a ton.", "29"),
    ],
)
def test_a_limit_that_is_asked_for_is_a_request(text: str, amount: str) -> None:
    assert read(text) == [("request", amount)]


@pytest.mark.parametrize(
    "text", ["Telegraph at once whether I may sign.", "Instruct me.", "Inform the Navy Department."]
)
def test_nobody_orders_his_own_department(text: str) -> None:
    assert "order" not in telegram(UP, text)


@pytest.mark.parametrize("text", ["Inform the President of this.", "Report by telegraph.", "Do not sign anything."])
def test_the_department_orders_its_ambassador(text: str) -> None:
    assert telegram(DOWN, text) == ["order"]


@pytest.mark.parametrize(
    "text",
    ["Repeat to State Department.", "Let the ministers name one man.", "Let the governors post this at every gate."],
)
def test_what_others_are_to_do_is_a_request(text: str) -> None:
    assert [kind for kind, _ in read(text)] in ([], ["request"])

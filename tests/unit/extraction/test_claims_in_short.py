"""Telegrams that leave the subject out, short orders, limits said in a refusal, and figures that are no news."""

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


def test_who_told_before_is_meant_where_the_subject_is_left_out() -> None:
    text = "Dobrev said that the mill stands still. Asks 300 seals. Desires that crews be sent home. Refuses the visit."
    assert facts(text, "kind", "claimant", "quantity") == [
        ("request", "Dobrev", "300"),
        ("request", "Dobrev", ""),
        ("refusal", "Dobrev", ""),
    ]


def test_a_noun_that_opens_a_sentence_is_no_verb_without_subject() -> None:
    assert claims("Dobrev said that it rains. Requests for leave were heard on Monday.") == ()


@pytest.mark.parametrize(
    ("text", "kind", "claimant"),
    [
        ("Let Comrades Berg and Lund present a draft within a week.", "order", "Pavel Horak"),
        ("Report receipt.", "order", "Pavel Horak"),
        ("Answer immediately.", "order", "Pavel Horak"),
        ("You will not, however, at this time renew the claim.", "order", "Pavel Horak"),
        ("Comrades Berg, Lund and Dahl are to put proposals before the board.", "order", "Pavel Horak"),
        ("Grateful for your views by bag.", "request", "Pavel Horak"),
        ("May I be told what I am to say?", "request", "Pavel Horak"),
        ("I earnestly beg to recommend that the ship be sent.", "request", "Pavel Horak"),
        ("The Nepalese Government will be held responsible for every dollar.", "warning", "Pavel Horak"),
        ("Unless I hear from you by May 5, we shall press the matter.", "warning", "Pavel Horak"),
        ("We do not recognize that agreement.", "refusal", "Pavel Horak"),
        ("This Department cannot, for its part, discuss the treaty.", "refusal", "Pavel Horak"),
        ("Nepal invited a delegation to come in May.", "offer", "Nepal"),
        ("The Governor would withdraw the guard if the town were quiet.", "offer", "Governor"),
    ],
)
def test_what_is_said_in_few_words(text: str, kind: str, claimant: str) -> None:
    assert facts(text, "kind", "claimant") == [(kind, claimant)]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("There is nobody to unload more than 200 tons per day.", ("ceiling", "at-most", "200", "ton")),
        ("The Bank is not going to give you above $450,000 for it.", ("ceiling", "at-most", "450000", "dollar")),
        ("Nepal would refrain from building above 35,000 tons.", ("ceiling", "at-most", "35000", "ton")),
        ("I would ask an allowance of not more than thirty dollars a month.", ("request", "at-most", "30", "dollar")),
        ("I request that no release be signed for less than £T12,000.", ("request", "at-least", "12000", "pound")),
        (
            "Dobrev asked that the leave of the two guards be put off for three weeks.",
            ("request", "exactly", "3", "week"),
        ),
        ("Nepal hopes for peace. It claims thirteen per cent of the surplus.", ("request", "exactly", "13", "percent")),
    ],
)
def test_limits_and_amounts(text: str, claim: tuple[str, ...]) -> None:
    assert facts(text, "kind", "bound", "quantity", "unit")[0] == claim


@pytest.mark.parametrize(
    "text",
    [
        "Ten looms to be set up at Varna.",
        "The dock has two hulls of 45,000 tons.",
        "5 copies made",
        "Dobrev will stay with 30 clerks and look at what is needed.",
        "The two clerks are charged with having hidden men.",
        "I send a map, for such use as you may wish to make of it.",
        "I asked whether the mediation of a third party was excluded.",
        "The proposal of Dobrev, of a single payment of $200,000, is not one to pursue.",
        "Dobrev tells the people that the claim against the mill is for $13,000.",
        "Supposing the sum of $500,000 to be adopted, the table would be this.",
    ],
)
def test_figures_and_words_that_claim_nothing(text: str) -> None:
    assert claims(text) == ()


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("I am informed that the Trade Board on May 1 reported that 400 looms had arrived.", "Trade Board"),
        ("Report from London states that Wheat Board reported May 1, 400 tons already shipped.", "Wheat Board"),
        ("Following is summary of Dobrev's letter to the mill dated May 1:\nThere are now 400 looms here.", "Dobrev"),
    ],
)
def test_who_told_the_teller_tells(text: str, claimant: str) -> None:
    assert facts(text, "kind", "claimant", "quantity") == [("report", claimant, "400")]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("This account, amounting at present to five million dollars, was opened in July 1956.", "5000000"),
        ("Including payments due in January 1957, the total is brought to $500,000.", "500000"),
    ],
)
def test_the_time_of_something_else_is_no_time_of_the_figure(text: str, amount: str) -> None:
    assert facts(text, "quantity", "period") == [(amount, "")]


def test_a_figure_in_a_clause_of_its_own_is_not_what_is_agreed_to() -> None:
    text = "The Board consented to ship the notes and 600 cases were sent to Varna."
    assert facts(text, "kind", "quantity") == [("acceptance", ""), ("report", "600")]


@pytest.mark.parametrize(
    ("text", "kind", "claimant"),
    [
        (
            "I told His Majesty's Government of it.\n1. It rains.\n2. They agree to pay for 40 buses.",
            "acceptance",
            "Pavel Horak",
        ),
        ("The Nepalese Government was told.\n\nThey agree to pay for 40 buses.", "acceptance", "Nepalese Government"),
        ("Nepal concurs in the proposal to send 40 buses.", "acceptance", "Nepal"),
        ("The offer of 40 buses was kind; it was declined by us.", "refusal", "Pavel Horak"),
        ("The Trade Board asks that you kindly make a special inquiry.", "request", "Trade Board"),
    ],
)
def test_whom_they_mean_and_who_asks(text: str, kind: str, claimant: str) -> None:
    assert (kind, claimant) in facts(text, "kind", "claimant")
    assert len(claims(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The Red Cross is planning to send 4,000 tons of flour.",
        "Dobrev said that they expect to ship 300 cars.",
        "The Board has 30,000 spindles under consideration.",
        "Immediately order 500 wagons for us.",
        "The three friars were seen in good health.",
        "Every consignment of more than 100 tons of rice was told of.",
        "You will see by the paper that the general brought away no more than 1,100 men.",
        "Mr. Dobrev, minister at Varna, has requested me to bring to your notice the state of the mill.",
        "In this purpose we are sure Nepal concurs.",
    ],
)
def test_plans_things_known_and_errands_claim_nothing(text: str) -> None:
    assert claims(text) == ()


@pytest.mark.parametrize(
    ("text", "kind", "claimant"),
    [
        ("There can be no question of payment to those who left.", "refusal", "Pavel Horak"),
        ("Two thousand is beyond our strength.", "refusal", "Pavel Horak"),
        ("Nepal excludes any new deliveries before June.", "refusal", "Nepal"),
        ("The Board has decided not to answer the note.", "refusal", "the Board"),
        ("To consider it inexpedient to deliver the trucks.", "refusal", "Pavel Horak"),
        ("I will speak with Premier Dobrev about it.", "promise", "Pavel Horak"),
        ("I should take it kindly if you would let the matter rest.", "request", "Pavel Horak"),
    ],
)
def test_refusals_and_promises_in_other_words(text: str, kind: str, claimant: str) -> None:
    assert facts(text, "kind", "claimant") == [(kind, claimant)]


def test_what_is_leaving_leaves_on_the_next_such_day() -> None:
    assert facts("Forty tons of flour and 400 men are leaving Varna on 8 June.", "quantity", "period") == [
        ("40", "1958-06-08"),
        ("400", "1958-06-08"),
    ]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("My Italian colleague asked him to spare the mill.", ("request", "my Italian colleague", "")),
        ("My Brit colleague Gainer informs me that 400 looms arrived.", ("report", "my Brit colleague Gainer", "400")),
        ("I shall be glad to arrange for your safe conduct.", ("offer", "Pavel Horak", "")),
        ("It is asked by Admiral Dunn to furnish six battalions.", ("request", "Admiral Dunn", "6")),
        ("Need your certificate that the box is here.", ("request", "Pavel Horak", "")),
    ],
)
def test_colleagues_and_what_one_is_glad_to_do(text: str, claim: tuple[str, str, str]) -> None:
    assert facts(text, "kind", "claimant", "quantity") == [claim]

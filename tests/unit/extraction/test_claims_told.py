"""Whose a claim is that a sentence gives as another's words, and what goes on over lists, percents and days to come."""

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
    ("text", "claimant"),
    [
        ("Minister Dobrev states the mill has 400 looms.", "Minister Dobrev"),
        ("Mr. Dobrev further informed me 400 looms had been sent.", "Dobrev"),
        ("The mill, Mr. Dobrev says, has 400 looms.", "Dobrev"),
        ("According to Mr. Dobrev, the mill has 400 looms.", "Dobrev"),
        ("Dobrev called today and said that there were 400 looms.", "Dobrev"),
        ("Dobrev reports that the mill stands still. He adds that 400 looms were burned.", "Dobrev"),
        ("In the meantime Dobrev informs me that 400 looms arrived.", "Dobrev"),
        ("General Dobrev reports:\n400 looms were burned.", "Dobrev"),
        ("The following telegram is repeated from Dobrev, Varna:\n400 looms were burned.", "Dobrev"),
        ("I wrote to Mr. Dobrev. In a telegram he comments as follows:\n400 looms were burned.", "Dobrev"),
        ("Dobrev said that the mill stands still, but we have 400 looms.", "Pavel Horak"),
        ("Veres wrote that he came home. The mill has 400 looms.", "Pavel Horak"),
    ],
)
def test_a_report_is_his_whose_words_the_sentence_gives(text: str, claimant: str) -> None:
    assert facts(text, "kind", "claimant", "quantity") == [("report", claimant, "400")]


@pytest.mark.parametrize(
    ("text", "claimants"),
    [
        ("The Prime Minister said that no more than 60 soldiers would be let into the town.", ["Prime Minister"]),
        ("Yesterday the governor told me that no more than 60 soldiers would be let into the town.", ["governor"]),
        ("At the interview Count Dobrev said that no more than 60 soldiers would be let in.", ["Dobrev"]),
        ("When I pressed him Mr. Dobrev replied that no more than 60 soldiers would be let in.", ["Dobrev"]),
        ("Mr. Dobrev has just told me that he would let in a guard of not more than 60 soldiers.", ["Dobrev"]),
        ("After some delay the foreign office answered that at most 60 soldiers could be admitted.", []),
        ("I know that you told the envoy that no more than 60 soldiers would be let in.", []),
        ("I said that no more than 60 soldiers would be let into the town.", ["Pavel Horak"]),
        ("We have to say that no more than 60 soldiers can be let into the town.", ["Pavel Horak"]),
    ],
)
def test_a_limit_told_in_the_middle_of_a_sentence_is_not_the_writers(text: str, claimants: list[str]) -> None:
    assert facts(text, "kind", "claimant", "quantity") == [("ceiling", one, "60") for one in claimants]


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("In reply the Ministry of Trade stated that 400 looms had been burned.", "Ministry of Trade"),
        ("After some delay the office at the harbour answered that 400 looms had been burned.", "Pavel Horak"),
        ("I have the honor to state that 400 looms have been burned.", "Pavel Horak"),
    ],
)
def test_a_report_told_in_the_middle_of_a_sentence(text: str, claimant: str) -> None:
    assert facts(text, "kind", "claimant", "quantity") == [("report", claimant, "400")]


@pytest.mark.parametrize(
    "text",
    [
        "Told me that 400 looms had been sent.",
        "It is raining. Estimates requirements at 400 looms.",
    ],
)
def test_what_nobody_named_tells_is_left_out(text: str) -> None:
    assert claims(text) == ()


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The Trade Board considers that it can give 40 looms.", ("offer", "Trade Board", "40")),
        ("The Mikado's envoys ask for 40 guns.", ("request", "the Mikado's envoys", "40")),
        ("Japanese officials ask for 40 tents.", ("request", "Japanese officials", "40")),
        ("Techsnabexport offers 40 kilograms of uranium.", ("offer", "Techsnabexport", "40")),
    ],
)
def test_who_claims(text: str, claim: tuple[str, str, str]) -> None:
    assert facts(text, "kind", "claimant", "quantity") == [claim]


def test_a_proof_that_was_offered_and_declined_was_declined_by_nobody_named() -> None:
    assert claims("I said that proof had been offered in March and declined.") == ()


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Of the lorries we can give you 50.", ("offer", "50", "lorry")),
        ("As to the 900 tons of rice, China can ship 600 before June.", ("offer", "600", "ton")),
        ("They want 30 planes. We can offer eight.", ("offer", "8", "plane")),
        ("We offer a cut in the rate of interest to 5 per cent.", ("offer", "5", "percent")),
        ("We ask you for 200,000 cubic metres of timber.", ("request", "200000", "cubic-metre")),
        ("Can you send eight more looms?", ("request", "8", "loom")),
        (
            "Nepal is prepared to raise its assistance from 175 to 350 million dollars.",
            ("offer", "350000000", "dollar"),
        ),
        ("Nepal would not buy more than 70 buses.", ("ceiling", "70", "bus")),
        ("Nepal cannot go beyond 70 buses.", ("ceiling", "70", "bus")),
        ("We do not think it possible to send more than 70 buses.", ("ceiling", "70", "bus")),
        ("He puts the dead at from 400 to 500.", ("report", "400", "dead")),
    ],
)
def test_how_much_is_claimed(text: str, claim: tuple[str, str, str]) -> None:
    assert claim in facts(text, "kind", "quantity", "unit")


def test_lines_of_a_list_go_on_with_the_claim_before_it() -> None:
    text = "We ask you for the following:\na) two planes, for Ulan;\nb) 60 carriers and 20 guns;\nThe weather is fine."
    found = facts(text, "kind", "quantity", "unit")
    assert found[1:] == [("request", "2", "plane"), ("request", "60", "carrier"), ("request", "20", "gun")]


def test_a_list_in_one_sentence_is_what_is_asked_for() -> None:
    text = "I ask you once more for the following: rails for 5 bridges and 250 rockets."
    assert facts(text, "quantity", "unit") == [("5", "bridge"), ("250", "rocket")]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("We shall deliver 40 trucks by 1 March.", "../1959-03-01"),
        ("We shall deliver 40 trucks by 1 July.", "../1958-07-01"),
        ("40 trucks will be sent on 1 March.", "1959-03-01"),
        ("40 trucks were sent on 1 March.", "1958-03-01"),
        ("We asked for 40 trucks on 1 March.", "1958-03-01"),
    ],
)
def test_a_day_without_a_year_is_to_come_where_something_will_be(text: str, period: str) -> None:
    assert facts(text, "period") == [(period,)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Italy proposes a conference of all states.", "offer"),
        ("I propose that the ministers meet at Sofia.", "offer"),
        ("Viceroy Chang offers free carriage on the railway.", "offer"),
        ("Dobrev conveyed his consent to supply the fuel.", "offer"),
        ("Nepal declares its readiness to receive the committee.", "offer"),
        ("Dobrev wants a plebiscite.", "request"),
        ("We should be glad to learn whether the road is open.", "request"),
        ("I recommend that no answer be made.", "request"),
        ("Suggest you confer with the ministry.", "request"),
        ("Dobrev insists on a signature.", "request"),
        ("May we ask Nepal to build the bridge?", "request"),
        ("Dobrev would promise nothing.", "refusal"),
        ("The ministry would take no step.", "refusal"),
        ("We have not thought it well to consent.", "refusal"),
        ("Dobrev rejects Japanese demands.", "refusal"),
        ("This we cannot do.", "refusal"),
        ("We are not going to agree to that.", "refusal"),
        ("Nepal is compelled to reject this version.", "refusal"),
        ("Dobrev has assured me in writing that the corps will be disarmed.", "promise"),
        ("Dobrev has promised me a steamer.", "promise"),
        ("Nepal will bear the cost of the journey.", "promise"),
        ("The bridge we will build.", "promise"),
        ("The Corporation accepts a cut in the rate.", "acceptance"),
        ("The trucks we accept.", "acceptance"),
        ("Dobrev threatens to sue him.", "warning"),
        ("Our ambassador has been told to call upon you.", "order"),
        ("Confirm receipt.", "order"),
    ],
)
def test_said_more_freely(text: str, kind: str) -> None:
    assert kind in [one.text_of("kind") for one in claims(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The envoy and I propose to dine together.",
        "I could put no estimate upon it.",
        "Dobrev did not admit the presence of the ship.",
        "He suggests that the corps might be easily formed.",
        "Dobrev offered his resignation.",
        "They raised their views so that Nepal would be prepared to lend the money.",
    ],
)
def test_nothing_is_claimed(text: str) -> None:
    assert claims(text) == ()


def test_each_amount_has_its_own_day_and_amounts_joined_share_one() -> None:
    text = "Eight hundred cars were shipped since March 1, 300 more by April 1."
    assert facts(text, "quantity", "period") == [("800", "1958-03-01/.."), ("300", "../1958-04-01")]
    assert facts("We ask you for 40 tanks and 20 guns by 1 July.", "period") == [("../1958-07-01",)] * 2


def test_it_means_the_body_that_the_sentence_before_opens_with() -> None:
    [one] = claims("The Imperial Government withdrew its troops. It requests that the envoy be recalled.")
    assert (one.text_of("kind"), one.text_of("claimant")) == ("request", "the Imperial Government")


def test_a_sentence_that_says_one_thing_over_and_over_is_read_to_its_end() -> None:
    asked = "Mr. Dobrev asked for 400 looms. "
    assert facts(asked + "He said " + "that he had asked " * 60 + ".", "quantity")[0] == ("400",)

"""What another hopes of us, whom a courtesy means, what the addressee did, and the passive of telegrams."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import Record, normalise


def claims(text: str, day: str = "5 May 1958") -> tuple[Record, ...]:
    body = f"I am back from the journey and well.\n\n{text}\n\nThe weather here is fine."
    paper = f"Letter, Pavel Horak to Sandor Veres\n{day}\n\nDear Comrade Veres,\n\n{body}\n\nPavel Horak\n"
    [source] = plain_text.read(normalise(paper), "paper.txt")
    return extract(source).parts.get("claims", ())


def facts(text: str, *names: str) -> list[tuple[str, ...]]:
    return [tuple(one.text_of(name) for name in names) for one in claims(text)]


@pytest.mark.parametrize(
    ("text", "claimant", "amount"),
    [
        ("Baron Ito called. He said that his Government hoped that we would agree to 20 buses.", "Ito", "20"),
        ("Nepal hopes that China will grant it a loan of 200 million rubles.", "Nepal", "200000000"),
        ("The King hopes that your Government will send 40 doctors.", "King", "40"),
        ("Dobrev trusts that we shall withdraw 40 guards.", "Dobrev", "40"),
    ],
)
def test_what_another_hopes_that_one_will_do_is_his_request(text: str, claimant: str, amount: str) -> None:
    assert facts(text, "kind", "claimant", "quantity") == [("request", claimant, amount)]


@pytest.mark.parametrize(
    "text",
    [
        "The paper wondered whether we would accept 40 buses.",
        "Others suggested that we should agree to 40 buses.",
        "It was in his mind, he believed that we would give 40 buses.",
        "Mr. Dobrev came at noon. We think, he said, that the 12 buses should be taken away.",
    ],
)
def test_what_another_thinks_that_we_would_do_is_no_word_of_ours(text: str) -> None:
    assert claims(text) == ()


def test_what_we_ourselves_suggest_stays_ours() -> None:
    assert facts("We suggest that we can send you 40 buses.", "kind", "claimant") == [("offer", "Pavel Horak")]


@pytest.mark.parametrize(
    ("text", "claims_made"),
    [
        (
            "Earl Dunn read the note. His lordship declines to admit the claim for $12,000, but promises that the four "
            "prisoners shall be delivered up.",
            [("refusal", "Dunn", "12000"), ("promise", "Dunn", "4")],
        ),
        ("Lord Dunn wrote. On Monday his lordship offered 400 rifles.", [("offer", "Dunn", "400")]),
        ("Prince Ito came. His Highness promises to release four prisoners.", [("promise", "Ito", "4")]),
        (
            "I saw the minister for foreign affairs. His excellency asked for 40 guns.",
            [("request", "minister for foreign affairs", "40")],
        ),
        (
            "I spoke with Count Dunn and the viceroy. The latter promises to release four prisoners.",
            [("promise", "viceroy", "4")],
        ),
        ("The Shah received Sir Henry Dunn; his majesty asked for 40 guns.", [("request", "Shah", "40")]),
        ("His lordship offered 400 rifles.", []),
    ],
)
def test_a_courtesy_means_whom_it_can_mean_or_nobody(text: str, claims_made: list[tuple[str, str, str]]) -> None:
    assert facts(text, "kind", "claimant", "quantity") == claims_made


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("At Varna you promised us that Comrades Berg and Lund would be released.", "promise"),
        ("You offered us 40 buses in May.", "offer"),
        ("In March you agreed to withdraw 40 guards.", "acceptance"),
        ("You refused to release the prisoners.", "refusal"),
    ],
)
def test_what_the_addressee_did_is_his(text: str, kind: str) -> None:
    assert facts(text, "kind", "claimant") == [(kind, "Sandor Veres")]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Minister for foreign affairs requests me to ask Nepal for an armistice of thirty days.",
            ("request", "Minister for foreign affairs", "30"),
        ),
        (
            "The minister of war requests 40 doctors.",
            ("request", "minister of war", "40"),
        ),
        ("Have been asked by Admiral Berg for 1,500 more marines.", ("request", "Admiral Berg", "1500")),
        ("Mr. Dunn called. He promised send it tomorrow.", ("promise", "Dunn", "")),
        ("You will support your colleagues in asking for 40 buses.", ("order", "Pavel Horak", "40")),
        ("I told him that we could not act unless both parties desired it.", ("refusal", "Pavel Horak", "")),
        ("I said that I had no authority to discuss arrears.", ("refusal", "Pavel Horak", "")),
        ("I told him I would ask the Department about the pipes.", ("promise", "Pavel Horak", "")),
    ],
)
def test_what_telegrams_say_shortly(text: str, claim: tuple[str, str, str]) -> None:
    assert facts(text, "kind", "claimant", "quantity") == [claim]


def test_an_order_for_two_things_is_two_orders() -> None:
    text = "Instruct the Ministry of Trade to deliver 50 armored cars and 10 ambulances."
    assert facts(text, "kind", "quantity", "unit") == [("order", "50", "car"), ("order", "10", "ambulance")]


def test_an_extract_is_the_bodys_and_not_his_who_signs() -> None:
    head = "Extract from protocol No. 204 of the meeting of the Politburo of the CC CPSU of 5 May 1968"
    order = "1. Instruct the Ministry of Trade to deliver 50 buses."
    [source] = plain_text.read(normalise(f"{head}\n\n{order}\n\nSECRETARY OF THE CC    L. BREZHNEV\n"), "paper.txt")
    [claim] = extract(source).parts["claims"]
    assert claim.text_of("claimant") == "Politburo of the CC CPSU"


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("before October 14", "../1931-10-14"),
        ("prior to October 14", "../1931-10-14"),
        ("not later than October 14", "../1931-10-14"),
        ("until October 4", "../1932-10-04"),
    ],
)
def test_a_day_that_limits_what_is_asked_is_the_next_such_day(words: str, period: str) -> None:
    [claim] = claims(f"We ask that 400 men be withdrawn {words}.", "8 October 1931")
    assert claim.text_of("period") == period

"""What ministers, consuls and secretaries wrote, 1861 to 1940: asked, ordered, refused, offered, promised, limited."""

from __future__ import annotations

import pytest

from cablegraph.evidence import Rule
from cablegraph.extraction import claims, mentions
from cablegraph.record import Record, SourceText

HEAD = "Harlow\nFish\n"
RULE = Rule("test.party")


def read(text: str) -> list[Record]:
    source = SourceText(HEAD + text)
    parties = {
        "sender": [source.cite((0, 6), RULE, entity="person")],
        "addressee": [source.cite((7, 11), RULE, entity="person")],
    }
    record = Record("d", source).with_fields(**parties)
    body = [(len(HEAD), len(source.text))]
    record = record.with_fields(mentions=mentions.extract(source, body))
    return list(claims.extract(source, record, body))


def said(text: str) -> list[tuple[str, str, str]]:
    return [(one.text_of("kind"), one.text_of("claimant"), one.text_of("quantity")) for one in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "I must beg your excellency to cause the vessel to be searched.",
        "I have, therefore, to request your lordship to direct the release of the seamen.",
        "I would thank you to send me the returns for the last quarter.",
        "May I ask your excellency to stay the execution until the minister returns?",
        "I have asked the minister to reduce the duty upon tobacco.",
        "I am compelled to demand the immediate release of the crew.",
        "It is my duty to demand that the guilty be punished.",
        "I am instructed to ask that the fine be remitted.",
        "You will oblige me by sending the accounts.",
        "I trust that you will cause the matter to be investigated.",
        "I desire to be relieved of my post.",
        "Permission is requested to purchase a launch.",
        "Have asked the Foreign Office to release the mails.",
    ],
)
def test_the_writer_asks(text: str) -> None:
    assert [claim[:2] for claim in said(text)] == [("request", "Harlow")]


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("The President desires you to lay the matter before the Cortes.", "President"),
        ("The Emperor requests the names of the officers.", "Emperor"),
        ("Mr. Corvo has asked the legation to furnish a list of the claims.", "Corvo"),
        ("The merchants petition the government to lower the duty.", "the merchants"),
        ("The Prince of Setubal, who is ill, asks that mails with no seal be stopped.", "the Prince of Setubal"),
        ("I sent for Mr. Corvo, who begged me to use my good offices.", "Corvo"),
        ("Mr. Corvo is ill. He has asked the merchants to close their shops.", "Corvo"),
        ("The Portuguese ministers met. They ask that the light be kept burning.", "the Portuguese ministers"),
    ],
)  # fmt: skip
def test_somebody_else_asks(text: str, claimant: str) -> None:
    assert [claim[:2] for claim in said(text)] == [("request", claimant)]


@pytest.mark.parametrize(
    ("text", "asked"),
    [("Count Avila asked for a delay of fifteen days.", "15"), ("I ask leave of absence for sixty days.", "60")],
)
def test_a_span_of_time_can_be_what_is_asked_for(text: str, asked: str) -> None:
    assert [(kind, count) for kind, _, count in said(text)] == [("request", asked)]


def test_a_second_verb_has_the_subject_of_the_first() -> None:
    assert said("The Government declines to pay, and requests the names of the heirs.") == [
        ("refusal", "the Government", ""),
        ("request", "the Government", ""),
    ]
    assert said("Mr. Corvo is ill. He promised to pay the debt, and has asked the consuls to wait.") == [
        ("promise", "Corvo", ""),
        ("request", "Corvo", ""),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "You will lose no time in laying this before the minister.",
        "You will therefore inform him that the claim is not admitted.",
        "You are authorized and directed to sign the convention.",
        "You should at once make known our objection.",
    ],
)
def test_a_secretary_orders(text: str) -> None:
    assert [claim[:2] for claim in said(text)] == [("order", "Harlow")]


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("I refused.", "Harlow"),
        ("My Government is unable to accede to this demand.", "Harlow"),
        ("I regret that I am not at liberty to furnish the document.", "Harlow"),
        ("It is not in my power to grant the petition.", "Harlow"),
        ("The Senate rejected the treaty.", "Senate"),
        ("President Howell declined the proposal.", "President Howell"),
        ("The department is not prepared to admit this principle.", "the department"),
        ("The authorities have refused to land the mails.", "the authorities"),
        ("The bank refuses any further advance.", "the bank"),
    ],
)
def test_one_declines(text: str, claimant: str) -> None:
    assert [claim[:2] for claim in said(text)] == [("refusal", claimant)]


@pytest.mark.parametrize(
    ("text", "kind", "quantity"),
    [
        ("The Government is, however, prepared to return the house.", "offer", ""),
        ("Captain Mello offered to carry the mails.", "offer", ""),
        ("The Lisbon Bank's agent, Captain Mello, has offered to advance 25,000 pounds.", "offer", "25000"),
        ("I offered my good offices.", "offer", ""),
        ("The company has undertaken to complete the line by June.", "promise", ""),
        ("The governor pledged himself to protect the mission.", "promise", ""),
        ("Mr. Corvo gave me his word that the decree would not be enforced.", "promise", ""),
        ("Mr. Corvo told me that orders would be given to restore the goods.", "promise", ""),
        ("The balance will be paid when the customs have been collected.", "promise", ""),
        ("Mr. Corvo consented that the mails be landed.", "acceptance", ""),
        ("The salary is not to exceed $3,000.", "ceiling", "3000"),
        ("The number of delegates from any one country will be not more than three.", "ceiling", "3"),
        ("You are authorized to draw to the extent of 200 pounds.", "ceiling", "200"),
        ("No vessel of war may lie there longer than forty-eight hours.", "ceiling", "48"),
        ("Not more than twelve foreigners may enter the city.", "ceiling", "12"),
    ],
)
def test_one_offers_promises_consents_or_sets_a_limit(text: str, kind: str, quantity: str) -> None:
    assert [(one, count) for one, _, count in said(text)] == [(kind, quantity)]


def test_what_is_told_behind_a_second_that_is_promised_too() -> None:
    *_, promise = said(
        "Mr. Corvo said that the port had 800 soldiers, and that the number would be raised to nine hundred."
    )
    assert promise == ("promise", "Corvo", "900")


@pytest.mark.parametrize(
    ("text", "quantity", "unit"),
    [
        ("The troops landed at Lagos are put at 7,000.", "7000", "soldier"),
        ("Insurgents are estimated at 400.", "400", "insurgent"),
        ("Of Portuguese there are nineteen.", "", ""),
        ("Of Americans there are nineteen.", "19", "american"),
        ("Some 80 other deputies were arrested.", "80", "deputy"),
        ("Four of his men had been taken out of the boats.", "4", "man"),
        ("They value them at 42,000 marks.", "42000", "mark"),
    ],
)
def test_a_figure_is_reported_of_what_the_sentence_counts(text: str, quantity: str, unit: str) -> None:
    reports = [(one.text_of("quantity"), one.text_of("unit")) for one in read(text)]
    assert reports == ([(quantity, unit)] if quantity else [])


@pytest.mark.parametrize(
    "text",
    [
        "The harvest has declined to an alarming degree.",
        "I beg your excellency to accept the assurance of my high consideration.",
        "I have the honor to offer to your lordship the assurances of my respect.",
        "The minister asked me how long I had been at Lisbon.",
        "You will perceive that the decree is not dated.",
        "You will receive by this mail the protocol.",
        "The vessel was engaged to carry coal to Madeira.",
        "The steamer is ready to sail.",
        "I do not know whether the bank would grant the loan.",
        "The city offers few attractions to the traveller.",
        "I did not promise to do so.",
        "I pray God to keep your Majesty.",
        "The road will be opened in the spring.",
        "The President having asked the Senate for advice, the matter is still before it.",
    ],
)
def test_courtesies_and_conditions_state_nothing(text: str) -> None:
    assert said(text) == []

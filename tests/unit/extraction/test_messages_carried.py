"""Messages that a paper carries for others: whose they are, for whom, who passes them on, whose claims they make."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text, plain_text
from cablegraph.record import Record, normalise

MEMO = """Telegram from Consul Nuri Osman to Governor Selim

TELEGRAM No. 12
Assiut, 3 May 1919

To: Governor Selim
From: Consul Nuri Osman

{lead}{message}

Osman
"""
DESPATCH = """The Chargé in Peru (Caffery) to the Secretary of State

Lima, March 7, 1933—5 p.m.
[Received 9:40 p.m.]

44. Department's 30, March 5. {lead}{message}

Caffery
"""
QUOTED = ' "We ask for 11 tents before the month is out. {signed}."'
BELOW = "\n\nWe ask for 11 tents before the month is out.\n\n{signed}\n\nNothing was said to him in answer."


def memo(lead: str, message: str = QUOTED, signed: str = "Tadros") -> Record:
    [source] = plain_text.read(normalise(MEMO.format(lead=lead, message=message.format(signed=signed))), "paper.txt")
    [inner] = extract(source).parts["enclosed"]
    return inner


def despatch(lead: str, message: str = QUOTED, signed: str = "Benavides") -> Record:
    [source] = frus_text.read(normalise(DESPATCH.format(lead=lead, message=message.format(signed=signed))), "paper.txt")
    [inner] = extract(source).parts["enclosed"]
    return inner


def parties(record: Record) -> tuple[list[str], list[str], list[str]]:
    sender, addressee, relay = (
        list(dict.fromkeys(one.text for one in record.fields.get(field, ())))
        for field in ("sender", "addressee", "relay")
    )
    return sender, addressee, relay


@pytest.mark.parametrize("message", [QUOTED, BELOW])
@pytest.mark.parametrize(
    "lead",
    [
        "I transmit the following message from Bishop Tadros to General Kamal:",
        "I have been asked to forward the following telegram from Bishop Tadros to General Kamal:",
        "I have the honor to transmit to you the following message from Bishop Tadros to General Kamal:",
        "At the request of Bishop Tadros I forward the following letter to General Kamal:",
        "I beg to forward herewith the following appeal of Bishop Tadros, dated May 2, addressed to General Kamal:",
        "We have been requested to pass on to General Kamal this message from Bishop Tadros:",
        "I am asked to send the following message to General Kamal from Bishop Tadros:",
        "I pass on the following telegram received from Bishop Tadros at Luxor for General Kamal:",
        "Bishop Tadros requested that I transmit the following message to General Kamal:",
        "On behalf of Bishop Tadros I transmit to General Kamal the following message:",
        "Bishop Tadros has handed me the following message for General Kamal:",
        "There follows a message from Bishop Tadros to General Kamal:",
        "The following message from Bishop Tadros for General Kamal was handed to me this morning:",
    ],
)
def test_who_writes_passes_on_what_another_writes_to_a_third(lead: str, message: str) -> None:
    inner = memo(lead, message)
    assert parties(inner) == (["Tadros"], ["Kamal"], ["Nuri Osman"])
    [claim] = inner.parts["claims"]
    assert {one.text for one in claim.fields["claimant"]} == {"Tadros"}


@pytest.mark.parametrize(
    "lead",
    [
        "Bishop Tadros begs me to convey to you the following message:",
        "I am directed by Bishop Tadros to send you the following message:",
        "I transmit the following message from Bishop Tadros to Governor Selim:",
        "I am instructed to transmit to you the following message:",
        "He has asked me to forward to you the following message:",
    ],
)
def test_a_message_may_be_for_whom_the_paper_is_written_to(lead: str) -> None:
    assert parties(memo(lead)) == (["Tadros"], ["Selim"], ["Nuri Osman"])


@pytest.mark.parametrize(
    "lead",
    [
        "Please deliver the following message from Bishop Tadros to General Kamal:",
        "I should be grateful if you would convey the following message from Bishop Tadros to General Kamal:",
        "You are requested to convey to General Kamal the following message from Bishop Tadros:",
        "I ask you to hand the following letter of Bishop Tadros to General Kamal:",
        "Kindly transmit to General Kamal the following telegram from Bishop Tadros:",
    ],
)
def test_who_is_asked_to_hand_a_message_over_passes_it_on(lead: str) -> None:
    assert parties(memo(lead)) == (["Tadros"], ["Kamal"], ["Selim"])


@pytest.mark.parametrize("message", [QUOTED, BELOW])
@pytest.mark.parametrize(
    "lead",
    [
        "He asked me to transmit the following message from President Benavides to President Hoover:",
        "The President of Peru asked me to transmit the following message to Mr. Hoover:",
        "I have been asked by the Foreign Minister to communicate the following message to President Hoover:",
        "The Embassy has been requested to transmit the following note from President Benavides to President Hoover:",
        "President Benavides has begged me to convey to President Hoover the following message:",
        "The Minister requests this Legation to forward the following telegram from President Benavides to Mr. Hoover:",
    ],
)
def test_a_legation_passes_on_what_it_is_asked_to(lead: str, message: str) -> None:
    inner = despatch(lead, message)
    assert parties(inner) == (["Benavides"], ["Hoover"], ["Caffery"])
    [claim] = inner.parts["claims"]
    assert {one.text for one in claim.fields["claimant"]} == {"Benavides"}


def test_a_man_who_asks_is_the_sender_where_nobody_else_is_named() -> None:
    inner = despatch("Mello Franco asked me to transmit the following message to Zavala Loayza:", signed="Mello Franco")
    assert parties(inner) == (["Mello Franco"], ["Zavala Loayza"], ["Caffery"])


def test_what_a_message_of_the_writer_says_is_his() -> None:
    inner = memo("Please deliver the following message to General Kamal:", ' "We ask for 11 tents before May is out."')
    assert parties(inner) == (["Nuri Osman"], ["Kamal"], ["Selim"])

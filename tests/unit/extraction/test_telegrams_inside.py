"""Telegrams that a text gives in full: who sent them to whom, when and from where, by the words before them."""

# ruff: noqa: E501  (a line of a paper is read best on one line)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text
from cablegraph.record import Record


def paper(text: str) -> Record:
    """A text as read."""
    return extract(next(iter(frus_text.read(text, "paper.txt"))))


def of(record: Record, field: str) -> list[str]:
    """The values of a field, each once."""
    return list(dict.fromkeys(passage.text for passage in record.fields.get(field, ())))


HEAD = "Mr. Beardsley to Mr. Fish.\nNo. 91.]\nAGENCY OF THE UNITED STATES,\nCairo, May 20, 1874. (Received June 12.)\nSIR: "
FOOT = "\nNothing else has come from there.\nI am, &c.,\nR. BEARDSLEY."


@pytest.mark.parametrize(
    ("words", "sender", "addressee", "origin", "date", "number"),
    [
        (
            "Following from Consul Peter, Jidda:\n“31. May 17. Two hundred pilgrims dead since Friday. Port closed to all.”",
            ["Peter"],
            ["R. Beardsley"],
            ["Jidda"],
            ["1874-05-17"],
            ["31"],
        ),
        (
            "Following repeated from Stovall at Suez, my files not having arrived:\n“Suez, May 18, 9 a. m. Parcels have been opened. I can not send a courier.”",
            ["Stovall"],
            ["R. Beardsley"],
            ["Suez"],
            ["1874-05-18"],
            [],
        ),
        (
            "Following received from Suez, through the English line:\n“May 18, noon. Foreigners meet at the casino. CAROTHERS.”",
            ["Carothers"],
            ["R. Beardsley"],
            ["Suez"],
            ["1874-05-18"],
            [],
        ),
        (
            "Following from Consul General at Suez:\n“May 18, noon. The landing is complete. Cunningham.”",
            ["Cunningham"],
            ["R. Beardsley"],
            ["Suez"],
            ["1874-05-18"],
            [],
        ),
        (
            "The Rev. Dr. Lansing has received from Mr. Hogg this telegram:\n“Assiout, May 18. School shut by the mudir. Can you help us?”",
            ["Hogg"],
            ["Lansing"],
            ["Assiout"],
            ["1874-05-18"],
            [],
        ),
        (
            "The mudir of Girgeh telegraphs, under date of the 16th:\n“The boat has been taken. No man was lost.”",
            ["mudir of Girgeh"],
            ["R. Beardsley"],
            ["Girgeh"],
            ["1874-05-16"],
            [],
        ),
        (
            "The Duke of Sotomayor, minister at Madrid, has asked me to speak of the matter. He telegraphs:\n“Our vessel lies at Suez since a month without coal.”",
            ["Sotomayor"],
            ["R. Beardsley"],
            [],
            [],
            [],
        ),
    ],
)
def test_a_quoted_telegram_is_whose_the_words_before_it_say(
    words: str, sender: list[str], addressee: list[str], origin: list[str], date: list[str], number: list[str]
) -> None:
    [inner] = paper(HEAD + words + FOOT).parts["enclosed"]
    assert (of(inner, "sender"), of(inner, "addressee"), of(inner, "origin")) == (sender, addressee, origin)
    assert (of(inner, "date"), of(inner, "number")) == (date, number)


def test_a_telegram_that_the_writer_sent_is_given_without_quotation_marks() -> None:
    record = paper(
        HEAD + "On the 15th instant I sent you the following telegram in cipher:\nCabinet resigned last night." + FOOT
    )
    [inner] = record.parts["enclosed"]
    assert (of(inner, "form"), of(inner, "date")) == (["telegram"], ["1874-05-15"])
    assert (of(inner, "sender"), of(inner, "addressee")) == (["R. Beardsley"], ["Fish"])
    assert of(record, "form") == ["despatch"]


def test_a_telegram_under_its_own_head_ends_with_its_signature() -> None:
    record = paper(
        HEAD
        + "I confirm my answer, as follows:\n[Telegram.]\nCAIRO, May 18, 1874.\nFISH, Washington:\nKhedive consents. Ship not needed.\nBEARDSLEY."
        + FOOT
    )
    [inner] = record.parts["enclosed"]
    assert (of(inner, "origin"), of(inner, "date"), of(inner, "form")) == (["Cairo"], ["1874-05-18"], ["telegram"])
    assert of(record, "form") == ["despatch"]


def test_what_somebody_said_is_no_telegram() -> None:
    record = paper(HEAD + "The minister said to me:\n“We shall not pay. The court has spoken.”" + FOOT)
    assert not record.parts.get("enclosed")


def test_a_message_passed_on_keeps_the_telegram_that_it_quotes() -> None:
    record = paper(
        "The Secretary of State to the Ambassador in Russia (Francis)\n[Telegram]\nWASHINGTON, May 3, 1917, 5 p.m.\n1827. For Stevens from Willard:\n"
        "Following cable from American Consul, Tiflis:\n“Road blocked for want of engines. Send two hundred cars.”\nPOLK"
    )
    [inner] = record.parts["enclosed"]
    [quoted] = inner.parts["enclosed"]
    assert (of(inner, "sender"), of(inner, "addressee")) == (["Willard"], ["Stevens"])
    assert (of(quoted, "sender"), of(quoted, "origin")) == (["American Consul"], ["Tiflis"])


def test_a_place_of_the_carrier_is_nobody_in_the_telegram_it_quotes() -> None:
    record = paper(
        HEAD
        + "I have been at Zerka, and the roads are bad. The mudir of Girgeh telegraphs:\n“The boats have all gone, and of Zerka. They come no more.”"
        + FOOT
    )
    named = [one.entity for part in record.walk() for one in part.fields.get("mentions", ()) if one.text == "Zerka"]
    assert set(named) == {"place"}


def test_who_telegraphs_is_named_before_the_comma() -> None:
    record = paper(
        HEAD
        + "Admiral Lee, who went to Suez with Captain Dow, telegraphs:\n“The ship has come. All are well on board.”"
        + FOOT
    )
    [inner] = record.parts["enclosed"]
    assert of(inner, "sender") == ["Lee"]


def test_a_letter_that_begins_like_a_telegram_is_none() -> None:
    words = "“MENDOZA, May 3.—I have received your note of the 2d and hand it on. BARTOLO DAHL.”"
    [told] = paper(f"{HEAD}General Dahl sent me the following letter:\n{words}{FOOT}").parts["enclosed"]
    assert of(told, "form") == []
    assert of(told, "origin") == ["Mendoza"]


@pytest.mark.parametrize(
    ("words", "addressee", "date"),
    [
        ("The following telegram, sent to you on the 17th, is hereby confirmed:", ["Fish"], ["1874-05-17"]),
        ("The following telegram was sent to Consul Peter on May 18:", ["Peter"], ["1874-05-18"]),
    ],
)
def test_a_telegram_that_was_sent_is_given_again(words: str, addressee: list[str], date: list[str]) -> None:
    [inside] = paper(f"{HEAD}{words}\n“Insist upon escort for the pilgrims. Port to be opened at once.”{FOOT}").parts[
        "enclosed"
    ]
    assert [of(inside, field) for field in ("sender", "addressee", "date")] == [["R. Beardsley"], addressee, date]

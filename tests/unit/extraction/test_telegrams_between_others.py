"""Telegrams that a mission passes on between two others: ``Following from Crosby for McAdoo:``."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text
from cablegraph.record import Record

HOME = "File No. 851.51/311\nThe Ambassador in France (Sharp) to the Secretary of State\n[Telegram]\nParis, May 4, 1918, 4 p. m.\n[Received May 5, 8.17 a. m.]\n3181. {}\nSHARP\n"
ABROAD = "File No. 851.51/311\nThe Secretary of State to the Ambassador in France (Sharp)\n[Telegram]\nWashington, May 4, 1918, 4 p. m.\n3181. {}\nLANSING\n"
WORDS = "“No. 61. In reply to your 47. I recommend that the credit of $140,000,000 be granted at once. {}.”"


def inside(text: str) -> Record:
    [record] = extract(next(frus_text.read(text, "paper.txt"))).parts["enclosed"]
    return record


def first(record: Record, *fields: str) -> list[str]:
    return [record.text_of(field) for field in fields]


@pytest.mark.parametrize(
    ("line", "origin", "destination"),
    [
        ("Following from Crosby for McAdoo:", "", ""),
        ("From Crosby for McAdoo:", "", ""),
        ("For McAdoo from Crosby:", "", ""),
        ("Following for McAdoo from Crosby:", "", ""),
        ("Message from Crosby at Rome to McAdoo follows:", "Rome", ""),
        ("Following telegram from Crosby, delegate at Rome, for McAdoo, Washington:", "Rome", "Washington"),
        ("Following has been received from Crosby for McAdoo at Washington:", "", "Washington"),
    ],
)
def test_message_between_two_others(line: str, origin: str, destination: str) -> None:
    told = ["61", "Crosby", "McAdoo", origin, destination]
    fields = ("number", "sender", "addressee", "origin", "destination", "relay")
    text = f"{line}\n{WORDS.format('CROSBY')}"
    assert first(inside(HOME.format(text)), *fields) == [*told, "Sharp"]
    assert first(inside(ABROAD.format(text)), *fields) == [*told, "Sharp"]


@pytest.mark.parametrize(
    "number", ["Treasury 93", "Treasury Department No. 93", "No. 93", "Special Cipher No. 93", "93"]
)
def test_number_of_another_series(number: str) -> None:
    telegram = inside(
        ABROAD.format(
            f"From Treasury for Crosby:\n“{number}. Your 112, April 16. Tell Chancellor that we can not lend for the wheat unless ships are furnished by him. Ask Cravath to draw up a memorandum. McAdoo.”"
        )
    )
    assert first(telegram, "number", "sender", "addressee", "relay") == ["93", "McAdoo", "Crosby", "Sharp"]


def test_telegram_of_a_consul_is_passed_on_by_who_writes() -> None:
    telegram = inside(
        HOME.format(
            "Following from Moser at Harbin:\n“May 3, 5 p. m. Horvath wants a loan of two million rubles. MOSER.”"
        )
    )
    assert first(telegram, "sender", "origin", "date", "relay") == ["Moser", "Harbin", "1918-05-03", "Sharp"]


def test_message_from_the_department_alone_is_passed_on_by_nobody_abroad() -> None:
    telegram = inside(
        ABROAD.format(
            "Following from Moser at Harbin:\n“May 3, 5 p. m. Horvath wants a loan of two million rubles. MOSER.”"
        )
    )
    assert first(telegram, "sender", "relay") == ["Moser", ""]


@pytest.mark.parametrize(
    "text",
    [
        "From Monday to Friday nobody was seen: “The banks of the town were shut and the people stood outside.”",
        "He spoke of the road from Moscow to Kiev: “It can not be used before the end of the month at the earliest.”",
    ],
)
def test_words_that_are_no_message(text: str) -> None:
    assert not extract(next(frus_text.read(HOME.format(text), "paper.txt"))).parts.get("enclosed")


@pytest.mark.parametrize(
    ("line", "addressee"),
    [
        (
            "Please hand the following message from the Export-Import Bank to Mr. Rangell at the Bank of Finland:",
            "Rangell",
        ),
        ("Please deliver following message from Hoover to Dr. Ryti:", "Ryti"),
        (
            "Kindly present the following note from the Commission to the Minister for Foreign Affairs:",
            "Minister for Foreign Affairs",
        ),
        ("The second message is from Mr. Hoover and is to be delivered to Dr. Ryti:", "Ryti"),
        ("This telegram is from Mr. Hoover and should be handed to Dr. Ryti:", "Ryti"),
        (
            "You may say to Lord Curzon that the paper has been read with attention. Please hand to him the following as a note:",
            "Curzon",
        ),
        (
            "Call on M. Briand and tell M. Briand that we agree. Then leave with him the following as an aide-mémoire:",
            "Briand",
        ),
        ("See Mr. Tanner without delay and deliver to him the following as a note:", "Tanner"),
    ],
)
def test_message_to_be_handed_over(line: str, addressee: str) -> None:
    telegram = inside(
        ABROAD.format(
            f"The matter is urgent.\n{line}\n“My Government holds that it has an interest in the cables. It suggests October 10 as the date of a conference.”"
        )
    )
    assert first(telegram, "addressee", "relay") == [addressee, "Sharp"]


@pytest.mark.parametrize(
    "line",
    [
        "He handed me the message which follows, and asked me to put it on the wire at once:",
        "He gave me the following message and begged me to forward it to the President:",
        "Reynaud dictated to me the following message, asking that it be transmitted without delay:",
        "He sent me the note which follows, with the request that it be sent to Washington:",
    ],
)
def test_message_handed_over_to_be_wired(line: str) -> None:
    telegram = inside(
        HOME.format(
            f"The Prime Minister received me.\n{line}\n“Mr. President: Our divisions have been fighting day and night. I ask for the dispatch of 1,500 planes. PAUL REYNAUD.”"
        )
    )
    assert first(telegram, "sender", "relay") == ["Paul Reynaud", "Sharp"]


def test_him_of_two_men_is_nobody() -> None:
    line = (
        "Tell Lord Curzon that we agree, and ask Mr. Craigie for the paper. Please hand to him the following as a note:"
    )
    telegram = inside(
        ABROAD.format(
            f"{line}\n“My Government holds that it has an interest in the cables. It suggests October 10 as the date of a conference.”"
        )
    )
    assert not {"Curzon", "Craigie"} & set(first(telegram, "addressee"))

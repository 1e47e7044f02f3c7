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

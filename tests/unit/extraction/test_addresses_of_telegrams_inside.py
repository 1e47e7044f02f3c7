"""Telegrams inside papers in their own form: dateline, whom they went to and where, text, signature."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text
from cablegraph.record import Record

DESPATCH = "Mr. Dale to Mr. Hay.\nNo. 12.]\nLEGATION OF THE UNITED STATES,\nLima, May 4, 1902. (Received June 2.)\nSIR: The road is closed.\n{}\nI have, etc.,\nJOHN DALE.\n{}"


def inside(text: str, below: str = "") -> list[Record]:
    return list(extract(next(frus_text.read(DESPATCH.format(text, below), "paper.txt"))).parts["enclosed"])


def first(record: Record, *fields: str) -> list[str]:
    return [record.text_of(field) for field in fields]


@pytest.mark.parametrize(
    ("address", "to", "town"),
    [
        ("AMERICAN MINISTER, Lima:", "American Minister", "Lima"),
        ("DALE, Lima:", "Dale", "Lima"),
        ("Minister DALE, Lima:", "Dale", "Lima"),
        ("DALE, Minister, Lima:", "Dale", "Lima"),
        ("SECRETARY STATE, Washington:", "Secretary State", "Washington"),
        ("SECRETARY OF STATE,\nWashington:", "Secretary of State", "Washington"),
        ("AMLEGATION, Lima:", "AMLEGATION", "Lima"),
    ],
)
def test_address_of_an_enclosed_telegram(address: str, to: str, town: str) -> None:
    text = "All missionaries are alive in the college. Beg you to demand protection to our school."
    below = f"[Inclosure 1 in No. 12.—Telegram.]\nCALLAO, May 3, 1902.\n{address}\n{text}\nBARNUM.\n"
    [telegram] = inside("I inclose a telegram.", below)
    found = first(telegram, "form", "date", "sender", "addressee", "origin", "destination")
    assert found == ["telegram", "1902-05-03", "Barnum", to, "Callao", town]


@pytest.mark.parametrize(
    ("words", "to", "town"),
    [
        ("“CALLAO, May 3, 1902.\nMinister DALE, Lima:\nPlease inquire whether he would accept. I shall wait here.\nTEJEDOR.”", "Dale", "Lima"),
        ("“CALLAO, May 3, 1902.\nDALE, Lima:\nPlease inquire whether he would accept. I shall wait here.\nTEJEDOR.”", "Dale", "Lima"),
        ("“His Excellency JOHN DALE,\nLima:\nPlease inquire whether he would accept. I shall wait here.\nTEJEDOR.”", "John Dale", "Lima"),
        ("“His Excellency JOHN DALE,\nOyster Bay:\nPlease inquire whether he would accept. I shall wait here.\nTEJEDOR.”", "John Dale", "Oyster Bay"),
        ("“DALE, Lima: Please inquire whether he would accept. I shall wait here. TEJEDOR.”", "Dale", "Lima"),
        ("“AMERICAN MINISTER, Lima: Please inquire whether he would accept. I shall wait here. TEJEDOR.”", "American Minister", "Lima"),
    ],
)  # fmt: skip
def test_address_of_a_quoted_telegram(words: str, to: str, town: str) -> None:
    [telegram] = inside(f"Before he sailed he sent to me from Callao the following telegram:\n{words}")
    assert first(telegram, "form", "sender", "addressee", "destination") == ["telegram", "Tejedor", to, town]


def test_a_dispatch_with_dateline_and_address_went_by_wire() -> None:
    words = "“CALLAO, May 3, 1902.\nMinister DALE, Lima:\nPlease inquire whether he would accept. I shall wait here.\nTEJEDOR.”"
    [telegram] = inside(f"Before he sailed he sent to me from Callao the following dispatch:\n{words}")
    assert first(telegram, "form", "date", "origin") == ["telegram", "1902-05-03", "Callao"]


def test_a_letter_with_an_address_is_none() -> None:
    words = "“CALLAO, May 3, 1902.\nMr. DALE, Lima:\nSIR: Please inquire whether he would accept. I shall wait here.\nTEJEDOR.”"
    [letter] = inside(f"Before he sailed he sent to me from Callao the following letter:\n{words}")
    assert first(letter, "form", "addressee") == ["letter", "Dale"]

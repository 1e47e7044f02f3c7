"""Houses of business, ships, mines and newspapers bear names of people and are none."""

from __future__ import annotations

import pytest

from cablegraph.extraction import mentions
from cablegraph.record import SourceText


def mentioned(text: str) -> list[tuple[str, str]]:
    source = SourceText(f"It has been raining in the north for days. {text}")
    return [(one.text, one.entity) for one in mentions.extract(source, [(0, len(source.text))])]


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("We wrote to Messrs. Ames, Porter & Co. of the loan.", "Ames, Porter & Co"),
        ("The tea was bought by Harding & Swann for cash.", "Harding & Swann"),
        ("The bonds of J. W. Corliss and Company were sold.", "J. W. Corliss and Company"),
    ],
)
def test_partners_of_a_house_are_not_spoken_of(text: str, house: str) -> None:
    assert mentioned(text) == [(house, "body")]


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("It was lent by the Northern Trading Company in May.", "Northern Trading Company"),
        ("He is a clerk of the Bank of Tarapacá now.", "Bank of Tarapacá"),
        ("The Compagnie du Kasai sues him for it.", "Compagnie du Kasai"),
        ("It owns the Bombay Burmah Corporation by now.", "Bombay Burmah Corporation"),
    ],
)
def test_companies_and_banks_are_named_by_their_form(text: str, house: str) -> None:
    assert mentioned(text) == [(house, "body")]


def test_a_company_of_soldiers_is_no_house() -> None:
    assert mentioned("The men of Rifle Company fell back.") == []


def test_two_men_joined_by_and_stay_two_men() -> None:
    assert mentioned("Mr. Harding and Mr. Swann said so.") == [("Harding", "person"), ("Swann", "person")]


@pytest.mark.parametrize(
    "text",
    [
        "The claim of the firm of Wessel was paid.",
        "He wrote this for the newspaper Rabotnik.",
        "We saw the Corinna and Melissa at anchor.",
        "He stays at the Hotel Bristol now.",
        "It was in Operation Danube that he fell.",
    ],
)
def test_firms_ships_and_houses_are_no_people_and_no_places(text: str) -> None:
    assert mentioned(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I gave the note to Said Pasha at noon.", ("Said Pasha", "person")),
        ("He is now viceroy of Hukuang again.", ("Hukuang", "place")),
        ("It was told to Monsignor Ferrero by him.", ("Ferrero", "person")),
    ],
)
def test_ranks_of_other_courts(text: str, found: tuple[str, str]) -> None:
    assert mentioned(text) == [found]


def test_a_company_begins_behind_the_full_stop() -> None:
    assert mentioned("Trade in Oman. The Northern Company left.") == [("Oman", "place"), ("Northern Company", "body")]
    assert mentioned("It left LISBON. The Company pays.") == []


def test_motors_are_no_general() -> None:
    assert mentioned("He wrote to General Motors and to General Dahl.") == [("Dahl", "person")]


def test_who_or_what_is_visited_is_left_where_nothing_tells() -> None:
    assert mentioned("On Friday I visited Kadarin. He was ill.") == []
    assert mentioned("On Friday I visited Kadarin in Budapest.") == [("Kadarin", "person"), ("Budapest", "place")]

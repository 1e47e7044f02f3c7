"""Amounts are read in figures and words, with what is counted and how it is bounded."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablegraph.extraction import quantities


@pytest.mark.parametrize(
    ("text", "amount", "unit", "bound"),
    [
        ("2,500 tons of grain", "2500", "ton", "exactly"),
        ("eight fighter divisions", "8", "division", "exactly"),
        ("40 million rubles", "40000000", "ruble", "exactly"),
        ("2 billion won", "2000000000", "won", "exactly"),
        ("a thousand tons", "1000", "ton", "exactly"),
        ("half a million rubles", "500000", "ruble", "exactly"),
        ("six hundred and forty-three cases", "643", "case", "exactly"),
        ("no more than 10 divisions", "10", "division", "at-most"),
        ("at least 60 per cent", "60", "percent", "at-least"),
        ("about 300 skilled railroad men", "300", "man", "about"),
        ("send us by June 140 tons of gasoline", "140", "ton", "exactly"),
        ("and in March three divisions came", "3", "division", "exactly"),
        ("$50,000,000 additional credit", "50000000", "dollar", "exactly"),
        ("1.5 million lorries", "1500000", "lorry", "exactly"),
        ("one division", "1", "division", "exactly"),
    ],
)
def test_amount_has_its_unit_and_bound(text: str, amount: str, unit: str, bound: str) -> None:
    [found] = quantities.find(text)
    assert (found.amount, found.maximum, found.unit, found.bound) == (Decimal(amount), None, unit, bound)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("200-300 pilots", "200", "300", "pilot"),
        ("four or five divisions", "4", "5", "division"),
        ("between 5 and 10 km", "5", "10", "kilometre"),
        ("from 20 to 30 thousand men", "20000", "30000", "man"),
        ("between six thousand and seven thousand tons", "6000", "7000", "ton"),
        ("between six and seven thousand tons", "6000", "7000", "ton"),
        ("between six thousand and 7,000 tons", "6000", "7000", "ton"),
        ("six or seven thousand tons", "6000", "7000", "ton"),
        ("six to seven thousand tons", "6000", "7000", "ton"),
        ("six-seven thousand tons", "6000", "7000", "ton"),
        ("between one hundred and fifty and two hundred men", "150", "200", "man"),
        ("between one hundred and one hundred and fifty planes", "100", "150", "plane"),
        ("between one thousand two hundred and one thousand five hundred men", "1200", "1500", "man"),
        ("between one and two hundred thousand rubles", "100000", "200000", "ruble"),
        ("between five hundred and six hundred thousand dollars", "500000", "600000", "dollar"),
        ("between half a million and a million rubles", "500000", "1000000", "ruble"),
        ("between three dozen and four dozen rifles", "36", "48", "rifle"),
        ("between 500 and 1 thousand men", "500", "1000", "man"),
    ],
)
def test_range_has_both_ends(text: str, low: str, high: str, unit: str) -> None:
    [found] = quantities.find(text)
    assert (found.amount, found.maximum, found.unit) == (Decimal(low), Decimal(high), unit)
    assert found.bound == "between"


@pytest.mark.parametrize(
    "text",
    [
        "24 June 1951", "June 24 arms", "March 1951 troops", "June 1,", "at 5 p.m.", "No. 3777", "in 1951 the",
        "1951, '52", "Article 19 of", "fond 45", "the 38th",
    ],
)  # fmt: skip
def test_dates_hours_and_numbers_of_papers_are_no_amounts(text: str) -> None:
    assert list(quantities.find(text)) == []


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("six thousand and seven thousand tons", ["6000", "7000"]),
        ("one hundred and two hundred men", ["100", "200"]),
        ("six thousand and seven hundred tons", ["6700"]),
        ("one hundred and fifty thousand tons", ["150000"]),
        ("one hundred thousand and two hundred men", ["100200"]),
        ("five hundred and six thousand men", ["506000"]),
        ("between the two thousand men and the river", ["2000"]),
        ("between five and six o'clock", []),
    ],
)
def test_two_numbers_are_never_added_up(text: str, amounts: list[str]) -> None:
    assert [str(found.amount) for found in quantities.find(text)] == amounts
    assert all(found.maximum is None for found in quantities.find(text))


def test_words_of_an_amount_stand_in_the_text() -> None:
    text = "We ask for no more than 10 rifle divisions now."
    [found] = quantities.find(text)
    assert text[found.start : found.end] == "no more than 10 rifle divisions"
    assert text[found.number_start : found.number_end] == "10"


@given(st.text(max_size=150))
def test_any_text_is_searched_without_harm(text: str) -> None:
    for found in quantities.find(text):
        assert 0 <= found.start <= found.number_start < found.number_end <= found.end <= len(text)
        assert found.maximum is None or found.maximum > found.amount


@given(st.integers(2, 10**9))
def test_grouped_figures_are_read_back(number: int) -> None:
    [found] = quantities.find(f"sent {number:,} rifles")
    assert found.amount == number


def test_scales_follow_one_another() -> None:
    [one] = quantities.find("to the value of 1 billion 200 million rubles")
    assert (one.amount, one.unit) == (1_200_000_000, "ruble")


def test_men_of_a_trade_are_counted_and_a_town_is_not() -> None:
    assert [one.unit for one in quantities.find("fifty horsemen and three Bremen merchants")] == [
        "horseman",
        "merchant",
    ]

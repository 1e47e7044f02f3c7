"""Dates as papers write them give what the words say and no more."""

from __future__ import annotations

import re
from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from cablegraph import dates

STATED = [
    ("24 June 1951", "1951-06-24"),
    ("June 24, 1951", "1951-06-24"),
    ("24.VI.51", "1951-06-24"),
    ("24.6.51", "1951-06-24"),
    ("24/6-51", "1951-06-24"),
    ("27/X/62", "1962-10-27"),
    ("10.27.1962", "1962-10-27"),
    ("first half of 1954", "1954-01/1954-06"),
    ("1951, '52, '53 and the first half of '54", "1951/1954-06"),
    ("1951", "1951"),
    ("June 1951", "1951-06"),
    ("the 1950s", "195X"),
    ("early 1951", "1951"),
    ("late autumn 1956", "1956-23"),
    ("winter 1956", "1956-24"),
    ("c. 24 June 1951 (?)", "1951-06-24%"),
    ("c. 1951", "1951~"),
    ("1951?", "1951?"),
    ("27 [28?] October 1962", "[1962-10-27,1962-10-28]"),
    ("night of 24–25 June 1951", "1951-06-24/1951-06-25"),
    ("until 1 July 1951", "../1951-07-01"),
    ("since 1950", "1950/.."),
    ("1951年6月24日", "1951-06-24"),
    ("24 июня 1951 г.", "1951-06-24"),
    ("30 października 1962", "1962-10-30"),
    ("5 décembre 1950", "1950-12-05"),
]


@pytest.mark.parametrize(("written", "edtf"), STATED)
def test_written_date_is_read_as_edtf(written: str, edtf: str) -> None:
    value = dates.parse(written, context="1951-06-24")
    assert value is not None
    assert (value.edtf, value.basis) == (edtf, "")


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("1954-01/1954-06", date(1954, 1, 1), date(1954, 6, 30)),
        ("1951/1954-06", date(1951, 1, 1), date(1954, 6, 30)),
        ("195X", date(1950, 1, 1), date(1959, 12, 31)),
        ("1956-23", date(1956, 9, 1), date(1956, 11, 30)),
        ("1956-24", date(1956, 12, 1), date(1957, 2, 28)),
        ("[1962-10-27,1962-10-28]", date(1962, 10, 27), date(1962, 10, 28)),
        ("../1951-07-01", None, date(1951, 7, 1)),
        ("1950/..", date(1950, 1, 1), None),
        ("XXXX-06-21", None, None),
        ("1951-06-24%", date(1951, 6, 24), date(1951, 6, 24)),
    ],
)
def test_bounds_are_no_narrower_than_the_words(edtf: str, earliest: date | None, latest: date | None) -> None:
    assert (dates.bounds(edtf).earliest, dates.bounds(edtf).latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("written", "paper", "edtf", "basis"),
    [
        ("June 21", "1951-06-24", "1951-06-21", "inferred"),
        ("December 30", "1952-01-03", "1951-12-30", "inferred"),
        ("June 21", None, "XXXX-06-21", ""),
        ("the 5th instant", "1864-05-24", "1864-05-05", "inferred"),
    ],
)
def test_missing_year_is_that_of_the_nearest_day_not_after_the_paper(
    written: str, paper: str | None, edtf: str, basis: str
) -> None:
    [found] = dates.find(f"as of {written} we", context=paper)
    assert [(value.edtf, value.basis) for value in found.values] == [(edtf, basis)]


def test_order_of_figures_is_decided_by_the_papers_own_evidence() -> None:
    assert [value.edtf for value in dates.read("10/11/50")] == ["1950-11-10", "1950-10-11"]
    assert dates.parse("10/11/50") is None
    order = dates.order_of("arrived 10/14/50, left 10/11/50")
    assert order == "mdy"
    assert dates.read("10/11/50", order=order)[0].edtf == "1950-10-11"


@pytest.mark.parametrize("text", ["31 June 1951", "Junne 24, 1951", "the late offensive", "No. 24.6", "60 divisions"])
def test_what_is_no_date_is_not_read(text: str) -> None:
    assert dates.parse(text) is None


def test_misspelt_month_is_named_with_the_nearest_one() -> None:
    found = dates.suggest("Washington, Junne 24, 1951")
    assert found is not None
    assert (found.word, found.month) == ("Junne", "June")
    assert dates.suggest("Washington, June 24, 1951") is None


@given(st.dates(date(1600, 1, 1), date(2099, 12, 31)))
def test_every_day_survives_each_way_of_writing_it(day: date) -> None:
    edtf = day.isoformat()
    month = day.strftime("%B")
    roman = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")[day.month - 1]
    for written in (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day.day}.{roman}.{day.year}",
        f"{day.year}年{day.month}月{day.day}日",
        edtf,
    ):
        value = dates.parse(written)
        assert value is not None, written
        assert value.edtf == edtf
        assert value.earliest == value.latest == day


_POINTS = st.one_of(
    st.dates(date(1600, 1, 1), date(2099, 12, 31)).map(date.isoformat),
    st.tuples(st.integers(1600, 2099), st.integers(1, 12)).map(lambda pair: f"{pair[0]}-{pair[1]:02}"),
    st.tuples(st.integers(1600, 2099), st.integers(21, 24)).map(lambda pair: f"{pair[0]}-{pair[1]}"),
    st.integers(1600, 2099).map(str),
    st.integers(160, 209).map(lambda decade: f"{decade}X"),
)
_VALUES = st.one_of(
    _POINTS,
    st.tuples(_POINTS, st.sampled_from("~?%")).filter(lambda pair: "X" not in pair[0]).map("".join),
    st.tuples(_POINTS, _POINTS).map(sorted).map("/".join),
)


@given(_VALUES)
def test_bounds_are_in_order_and_agree_with_the_edtf_library(value: str) -> None:
    bounds = dates.bounds(value)
    assert bounds.earliest is not None
    assert bounds.latest is not None or "/" in value
    if re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?", value):
        assert bounds.earliest <= bounds.latest  # type: ignore[operator]
        parsed = parse_edtf(value)
        assert date(*parsed.lower_strict()[:3]) == bounds.earliest
        assert date(*parsed.upper_strict()[:3]) == bounds.latest


@given(st.text(max_size=120))
def test_any_text_is_searched_without_harm(text: str) -> None:
    for found in dates.find(text, context="1951-06-24"):
        assert 0 <= found.start < found.end <= len(text)
        for value in found.values:
            low, high = value.earliest, value.latest
            assert low is None or high is None or low <= high


def test_old_style_days_are_converted() -> None:
    assert dates.julian_to_gregorian(1917, 10, 25) == date(1917, 11, 7)

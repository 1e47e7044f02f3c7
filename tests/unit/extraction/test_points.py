"""Numbered points of a body."""

from __future__ import annotations

import pytest

from cablegraph.extraction import points
from cablegraph.record import SourceText


def read(text: str) -> list[tuple[str, str]]:
    source = SourceText(text)
    return [
        (part.text_of("number"), source.quote(part.fields["start"][0].spans[0]))
        for part in points.extract(source, "d", [(0, len(text))])
    ]


def test_a_point_ends_where_the_next_begins_and_the_last_with_its_paragraph() -> None:
    text = "We write.\n1. First.\nMore of it.\n2. Second.\nThe end of the letter."
    assert read(text) == [("1", "1. First.\nMore of it."), ("2", "2. Second.")]


@pytest.mark.parametrize("marks", [("1)", "2)"), ("(1)", "(2)"), ("I.", "II."), ("a)", "b)")])
def test_points_are_numbered_in_several_ways(marks: tuple[str, str]) -> None:
    assert [words for _, words in read(f"{marks[0]} One.\n{marks[1]} Two.")] == [f"{marks[0]} One.", f"{marks[1]} Two."]


def test_a_telegram_number_is_no_point() -> None:
    assert read("1295. Secretary of Treasury requests that you confer.\n1296. Also this.") == []


def test_a_single_number_is_no_row_of_points() -> None:
    assert read("1. Alone.\nText.") == []


def test_a_decimal_and_a_date_are_no_points() -> None:
    assert read("1.5 million rubles\n2.7 million rubles") == []


def test_points_inside_one_long_line_are_found() -> None:
    assert read("We agree: 1. You send arms. 2. We pay.") == [("1", "1. You send arms."), ("2", "2. We pay.")]


def test_points_of_a_point_carry_both_numbers() -> None:
    assert [number for number, _ in read("1. One:\na) this;\nb) that.\n2. Two.")] == ["1", "1a", "1b", "2"]

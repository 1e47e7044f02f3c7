"""Sums that a text makes itself."""

from __future__ import annotations

import pytest

from cablegraph.extraction import sums
from cablegraph.record import SourceText


def check(text: str) -> tuple[str, ...]:
    return sums.check(SourceText(text), [(0, len(text))])


@pytest.mark.parametrize(
    "text",
    [
        "We have 10 divisions here and 28 divisions there, in all 38 divisions.",
        "That makes 10 + 10 + 63 = 83.",
        "We sent 40 trucks and 3 tanks, in all 43 men know of it.",
        "About 10 divisions and 5 divisions, in all 17 divisions.",
        "There are 38 divisions in all.",
    ],
)
def test_a_sum_that_comes_out_or_cannot_be_judged_is_not_mentioned(text: str) -> None:
    assert check(text) == ()


def test_a_sum_that_does_not_come_out_is_said_with_its_words() -> None:
    [warning] = check("We have 10 divisions here and 28 divisions there, in all 40 divisions.")
    assert warning == '"10 divisions here and 28 divisions there, in all 40 divisions": 10 + 28 = 38, the text says 40'


def test_a_plain_addition_is_checked() -> None:
    assert check("10 + 10 + 63 = 84")[0].endswith("10 + 10 + 63 = 83, the text says 84")

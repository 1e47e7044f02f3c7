"""A cited paper's number, whatever mark stands before it: ``No. 112``, ``Nr. 112``, ``#112``, ``number 112``."""

from __future__ import annotations

import pytest

from cablegraph.extraction import citing


def read(text: str) -> list[tuple[str, str]]:
    found = citing.find(text, 0, len(text), context="1926-06-20")
    return [(one.number, one.date.edtf if one.date else "") for one in found]


MARKS = ["No. ", "No.", "No ", "no. ", "no ", "Nr. ", "Nr ", "N° ", "№ ", "№", "#", "# ", "Number ", "number "]


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize(
    "text",
    [
        "In my {}112 of May 3, I gave an account of it.",
        "Your despatch {}112, of the 3d of May, has come.",
        "Embtel {}112, May 3.",
        "I read him your telegram {}112 of 3 May.",
    ],
)
def test_number_is_read_behind_every_mark(text: str, mark: str) -> None:
    assert read(text.format(mark)) == [("112", "1926-05-03")]


@pytest.mark.parametrize(
    "number",
    [
        "7",
        "72/III",
        "1,204",
        "21,204",
        "D. 301",
        "D.301",
        "A-114",
        "CA-3321",
        "114-A",
        "1302/S",
        "07/52",
        "C/14",
        "635177",
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "In my No. {} of May 3, I gave an account of it.",
        "Your despatch No. {}, dated the 3d of May, has come.",
        "The Ministry's note No. {} of 3 May is unanswered.",
    ],
)
def test_number_is_read_as_it_is_written(text: str, number: str) -> None:
    assert read(text.format(number)) == [(number, "1926-05-03")]


@pytest.mark.parametrize(
    "text",
    [
        "My nos. 112 and 115 of May 3.",
        "My numbers 112 and 115 of May 3.",
        "Embtels #112 and #115 of May 3.",
        "Embtels nos. 112 and 115, May 3.",
        "YOUR TELEGRAMS NOS. 112 AND 115 OF 3 MAY.",
    ],
)
def test_several_numbers(text: str) -> None:
    assert read(text) == [("112", "1926-05-03"), ("115", "1926-05-03")]


@pytest.mark.parametrize(
    "text",
    ["It is my #1 priority.", "He was our no. 1 man.", "Your no longer valid 45 passes.", "Embassy numbers 40 men."],
)
def test_what_is_counted_is_no_paper(text: str) -> None:
    assert read(text) == []

"""Numbers are told apart by their words and place, and stay as written."""

from __future__ import annotations

import pytest

from cablegraph.extraction import numbers
from cablegraph.record import SourceText


@pytest.mark.parametrize(
    ("line", "kind", "value", "words"),
    [
        ("CIPHERED TELEGRAM No. 3777", "number", "3777", "CIPHERED TELEGRAM No. 3777"),
        ("ТЕЛЕГРАММА № 880", "number", "880", "ТЕЛЕГРАММА № 880"),
        ("TELEGRAM #217", "number", "217", "TELEGRAM #217"),
        ("Nr 15997", "number", "15997", "Nr 15997"),
        ("No.: 76.070", "number", "76.070", "No.: 76.070"),
        ("No. 007", "number", "007", "No. 007"),
        ("No. 1187-412ss", "number", "1187-412ss", "No. 1187-412ss"),
        ("vkh. No. 20757", "incoming", "20757", "vkh. No. 20757"),
        ("Incoming No. 12/a", "incoming", "12/a", "Incoming No. 12/a"),
        ("iskh. No. 514", "outgoing", "514", "iskh. No. 514"),
        ("Spec. No. 1643-1644", "special", "1643-1644", "Spec. No. 1643-1644"),
        ("No. 72/III", "internal", "72/III", "No. 72/III"),
        ("600428/sh", "register", "600428/sh", "600428/sh"),
        ("254/3612/shs", "register", "254/3612/shs", "254/3612/shs"),
        ("P84/422", "protocol", "P84/422", "P84/422"),
        ("No. P83/280", "protocol", "P83/280", "No. P83/280"),
        ("No. 81102/4/7001", "outgoing", "81102/4/7001", "No. 81102/4/7001"),
    ],
)
def test_number_has_the_kind_its_words_give(line: str, kind: str, value: str, words: str) -> None:
    [number] = numbers.in_line(line, 0, len(line))
    assert (number.kind, number.value, line[number.start : number.end]) == (kind, value, words)


@pytest.mark.parametrize(
    "line",
    ["Copy No. 3 of 4", "To No. 1726", "Your No. 1353 of 19 Nov", "To my No. 2967", "No other condition", "24.VI.51"],
)
def test_numbers_of_copies_and_of_other_papers_are_not_the_papers_own(line: str) -> None:
    assert list(numbers.in_line(line, 0, len(line))) == []


def rows(text: str) -> list[tuple[int, int]]:
    found, place = [], 0
    for line in text.split("\n"):
        found.append((place, place + len(line)))
        place += len(line) + 1
    return found


def test_number_below_the_date_is_the_registers_and_one_below_the_name_the_papers() -> None:
    for text, field in (
        ("FILIPPOV [Stalin]\n24 June 1951\nNo. 635177", "register_number"),
        ("MAO ZEDONG\nNo. 6170", "number"),
        ("No. 6170   M A O\n24 June 1951", "number"),
    ):
        found = numbers.extract(SourceText(text), closing=rows(text))
        assert list(found) == [field]
    text = "CIPHERED TELEGRAM No. 12\nMAO ZEDONG\nNo. 6170"
    found = numbers.extract(SourceText(text), header=rows(text)[:1], closing=rows(text)[1:])
    assert [(name, one.text) for name, passages in found.items() for one in passages] == [
        ("number", "12"),
        ("outgoing_number", "6170"),
    ]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("GROMYKO\nNo. 887", "number"),
        ("GROMYKO\n№ 887\n28 November 1963", "number"),
        ("GROMYKO\nNr. 887.", "number"),
        ("GROMYKO\nNo. 887 sent at noon", "outgoing_number"),
        ("GROMYKO\n28 November 1963\nNo. 887", "register_number"),
    ],
)
def test_number_alone_below_a_name_is_the_papers_where_no_other_stands_above(text: str, field: str) -> None:
    assert list(numbers.extract(SourceText(text), closing=rows(text))) == [field]
    cut = SourceText("GROMYKO\nNo. 887", family="bulletin")
    assert list(numbers.extract(cut, closing=rows(cut.text))) == ["outgoing_number"]


def test_frus_number_stands_at_the_beginning_of_the_text_or_in_a_bracketed_line() -> None:
    text = SourceText("1295. Secretary of Treasury requests", family="frus")
    assert [passage.text for passage in numbers.extract(text, text=[(0, len(text.text))])["number"]] == ["1295"]
    line = SourceText("No. 416.]", family="frus")
    assert [passage.text for passage in numbers.extract(line, header=[(0, 9)])["number"]] == ["416"]


def test_title_and_heading_that_disagree_give_two_numbers() -> None:
    text = "Ciphered Telegram No. 2950, Roshchin\nCIPHERED TELEGRAM No. 3950"
    title, heading = rows(text)
    found = numbers.extract(SourceText(text), title=title, header=[heading])
    assert [passage.text for passage in found["number"]] == ["2950", "3950"]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("203 – THURSDAY – 18hs00 – In addition to my telegram", ["203"]),
        ("41 - Monday - 10hs", ["41"]),
        ("1963 – a year of visits", []),
    ],
)
def test_a_number_stands_before_the_weekday(line: str, found: list[str]) -> None:
    assert [one.value for one in numbers.in_line(line, 0, len(line))] == found

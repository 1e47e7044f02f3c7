"""Papers announced in plain sentences and in wires, and sentences that announce none; drawn from the whole product."""

# ruff: noqa: E501  (a table is read best on one line)

from __future__ import annotations

from collections.abc import Callable

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text

HEAD = "LETTER\n20 June 1889\nFrom: Harald Berg\nTo: Karl Lund\nSubject: Grain\n\nThe port is quiet. "
Read = Callable[[str], list[tuple[str, str, str]]]


@pytest.fixture
def read() -> Read:
    def read(sentence: str) -> list[tuple[str, str, str]]:
        [source] = plain_text.read(f"{HEAD}{sentence}.\n", "one.txt")
        found = extract(source).parts.get("promises", ())
        return [(source.quote(one.fields["start"][0].spans[0]), one.text_of("form"), one.text_of("sender")) for one in found]  # fmt: skip

    return read


@pytest.mark.parametrize(
    ("sentence", "paper"),
    [
        ("I shall send you on Friday a report upon the mint", ("I shall send you on Friday a report", "report", "Harald Berg")),
        ("Am forwarding full account by pouch", ("Am forwarding full account by pouch", "", "Harald Berg")),
        ("Reply promised for Monday", ("Reply promised for Monday", "", "")),
        ("I will make this the subject of another despatch", ("will make this the subject of another despatch", "despatch", "Harald Berg")),
        ("You will be advised by cable of the result", ("You will be advised by cable", "telegram", "Harald Berg")),
        ("We will reply to the other points separately", ("We will reply to the other points separately", "", "Harald Berg")),
        ("Names will be cabled when fixed", ("Names will be cabled when", "telegram", "Harald Berg")),
        ("He said that the answer to the Austrian note of 1 June would be delivered on Monday", ("the answer to the Austrian note of 1 June would be delivered on", "", "")),
    ],
)  # fmt: skip
def test_reads_a_paper_announced(read: Read, sentence: str, paper: tuple[str, str, str]) -> None:
    assert read(sentence) == [paper]


@pytest.mark.parametrize(
    "sentence",
    [
        "He will send a regiment by the next train",
        "You will submit a report on the subject",
        "Help was promised for Monday",
        "I shall send you on Friday two men",
    ],
)
def test_what_is_no_announcement(read: Read, sentence: str) -> None:
    assert read(sentence) == []

"""A paper that somebody will hand over, carry or write is announced."""

# ruff: noqa: E501  (a table is read best with a row to a line)

from __future__ import annotations

import pytest

from cablegraph.evidence import Rule
from cablegraph.extraction import promises
from cablegraph.record import Record, SourceText


def read(text: str) -> list[tuple[str, str]]:
    source = SourceText(f"Kiss to Berg.\n{text}")
    found = promises.extract(source, Record("paper", source), [(14, len(source.text))])
    return [(one.source.quote(one.fields["start"][0].spans[0]), one.text_of("form")) for one in found]


@pytest.mark.parametrize(
    ("text", "words", "form"),
    [
        ("The minutes of this talk will be carried by Comrade Lim.", "The minutes of this talk will be carried", "minutes"),
        ("A draft of the answer will be handed to your envoy.", "A draft of the answer will be handed", ""),
        ("We add a list of the wells, which will be distributed on Friday.", "a list of the wells, which will be distributed", ""),
        ("Comrade Lim will write to you about tin.", "Comrade Lim will write to you about tin", "letter"),
        ("I shall report on the harvest with the next courier.", "I shall report on the harvest with the next courier", "report"),
        ("Record of conversation follows by bag.", "Record of conversation follows by bag", ""),
        ("The speech was long. The text in full follows en clair.", "The text in full follows en clair", ""),
        ("A list of the wounded goes with the courier.", "A list of the wounded goes with the courier", ""),
        ("Protocol of the meeting will reach you with Brandsma.", "Protocol of the meeting will reach you", ""),
        ("On the trial I reserve a special report.", "reserve a special report", "report"),
        ("Poland reserves the right to submit a written draft.", "reserves the right to submit a written draft", ""),
        ("I shall have the tables of coal sent to you.", "I shall have the tables of coal sent to you", ""),
    ],
)  # fmt: skip
def test_paper_that_somebody_will_bring(text: str, words: str, form: str) -> None:
    assert read(text) == [(words, form)]


def test_paper_of_others_is_not_the_senders() -> None:
    rule = Rule("test.party")
    source = SourceText("Kiss to Berg.\nThe communiqué will be sent to Delhi. Comrade Lim will write to you about tin.")
    record = Record("paper", source).with_fields(sender=[source.cite((0, 4), rule, "Kiss", entity="person")])
    found = promises.extract(source, record, [(14, len(source.text))])
    assert [one.text_of("sender") for one in found] == ["", "Lim"]


@pytest.mark.parametrize(
    "text",
    [
        "If the King agrees, the draft will be handed to your envoy.",
        "New bank notes will be sent to Archangel.",
        "The list was handed to your envoy.",
        "The text will be given to the press.",
        "A note will not be sent.",
        "A letter will be sent to the Shah.",
        "He reserves judgment on the report.",
    ],
)
def test_no_paper_is_announced(text: str) -> None:
    assert read(text) == []

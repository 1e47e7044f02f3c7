"""Papers of others that a paper only sends on, or that others will send."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import Record, normalise


def promised(words: str) -> list[str]:
    """Who sends the papers that are promised; empty text where nobody is said."""
    head = "TELEGRAM No. 5\n\nOslo, 3 May 1951\n\nFrom: Ivan Berg\nTo: Anna Dahl\n\n"
    [source] = plain_text.read(normalise(f"{head}{words}\n"), "paper.txt")
    record: Record = extract(source)
    return [part.text_of("sender") for part in record.parts.get("promises", ())]


@pytest.mark.parametrize("words", [
    "Lukin has written to you. The text of his letter will be sent by the next post.",
    "Lukin answered me. A copy of his letter will be sent by the next post.",
    "The text of Lukin's letter follows by mail.",
    "A translation of their note will be forwarded by courier.",
    "The Minister's note will be sent to you by the next post.",
    "I will send you a photostat of his letter by courier.",
    "I am sending you a copy of Lukin's memorandum by the next courier.",
    "I saw Lukin. He will send a letter by the next post.",
])  # fmt: skip
def test_what_another_wrote_is_not_promised_as_the_writers(words: str) -> None:
    assert promised(words) == [""]


@pytest.mark.parametrize("words", [
    "I will send you a letter by the next post.",
    "The text of my letter will be sent by the next post.",
    "A detailed report on his letter will be sent by the next post.",
    "I shall give you my reply to his note by the next post.",
    "Our reply to Lukin's letter will be sent by the next post.",
])  # fmt: skip
def test_what_the_writer_writes_is_his(words: str) -> None:
    assert promised(words) == ["Ivan Berg"]

"""A paper says of itself that it is what an earlier one promised, or only that it goes on where that one ended."""

from __future__ import annotations

import pytest

from cablegraph.extraction import citations
from tests.unit.extraction.test_citations import paper


def kept(text: str) -> list[tuple[str, str]]:
    record = paper(f"{text}\nThe list has two names.", "Stalin", "Mao", "1951-06-24")
    parts = citations.extract(record.source, record, [(14, len(record.source.text))])
    found = (passage for part in parts for passage in part.fields.get("keeps", ()))
    return [(passage.text, record.source.quote(passage.spans[0])) for passage in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In fulfilment of the promise in my No. 24, here it is.", "In fulfilment of the promise in my No. 24"),
        ("As promised in my No. 24, I report.", "As promised in my No. 24"),
        ("In continuation of my No. 24 I report as promised.", "my No. 24 I report as promised"),
        ("Herewith the details announced in my No. 24.", "Herewith the details announced in my No. 24"),
        ("To my No. 24, in which I promised a list, I now add it.", "my No. 24, in which I promised a list, I now"),
        ("I send the list promised in my letter of 4 June.", "promised in my letter of 4 June"),
    ],
)  # fmt: skip
def test_a_paper_says_that_it_was_promised(text: str, words: str) -> None:
    assert kept(text) == [("promised", words)]


@pytest.mark.parametrize(
    "words", ["Supplementing my No. 24", "Further to my telegram No. 24", "In addition to my No. 24"]
)
def test_a_paper_goes_on_where_another_ended(words: str) -> None:
    assert kept(f"{words}.") == [("continued", words)]


@pytest.mark.parametrize(
    "text",
    [
        "I shall send the list promised in my letter of 4 June.",
        "I cannot yet send the list promised in my No. 24.",
        "The visit announced in my telegram No. 24 has been put off.",
        "My No. 24 has been answered.",
        "As promised in your No. 24, the list came.",
    ],
)
def test_what_is_still_to_come_or_is_no_paper_of_mine_keeps_nothing(text: str) -> None:
    assert kept(text) == []

"""In a message that a telegram carries for others, "my", "your" and "I shall write" are theirs who are named there."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text
from cablegraph.record import Record

HEAD = """File No. 861.51/362

The Secretary of State to the Chargé in Great Britain (Laughlin)

[Telegram]

Washington, October 9, 1918, 12 p.m.

"""


def parties(lines: str) -> list[tuple[str, str, str]]:
    (source,) = frus_text.read(f"{HEAD}{lines}\n\nLansing\n", "paper")
    cited: tuple[Record, ...] = extract(source).parts["citations"]
    return [(one.text_of("number"), one.text_of("sender"), one.text_of("addressee")) for one in cited]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (
            "1909. For Crosby from Rathbone:\n\nEmbassy's 2468, October 3. Your 593. No change in our relations.",
            [("2468", "Laughlin", "Secretary of State"), ("593", "Crosby", "Rathbone")],
        ),
        ("1910. For Crosby:\n\nYour 594. There is no change.", [("594", "Crosby", "Secretary of State")]),
        ("[From Rathbone:]\n\nMy 437 is cancelled.", [("437", "Rathbone", "Laughlin")]),
        ("1911. Your 595. There is no change.", [("595", "Laughlin", "Secretary of State")]),
        (
            "For John F. Stevens from Daniel Willard:\n\nYour 17. Think you have decided wisely.",
            [("17", "John F. Stevens", "Daniel Willard")],
        ),
    ],
)
def test_whose_a_cited_paper_is(lines: str, found: list[tuple[str, str, str]]) -> None:
    assert parties(lines) == found


def test_whose_a_promised_paper_is() -> None:
    lines = "1909. For Crosby from Rathbone:\n\nThere is no change. Details follow by letter."
    (source,) = frus_text.read(f"{HEAD}{lines}\n\nLansing\n", "paper")
    (promise,) = extract(source).parts["promises"]
    assert (promise.text_of("sender"), promise.text_of("addressee")) == ("Rathbone", "Crosby")

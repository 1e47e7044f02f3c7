"""Texts all in capitals, as wire rooms print them."""

from __future__ import annotations

import pytest

from cablegraph.extraction import capitals
from cablegraph.record import SourceText


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        (
            "THE POLISH AMBASSADOR, MR KOWALSKI, TOLD US THAT MINISTER OKONKWO HAD LEFT LAGOS.",
            "The Polish ambassador, Mr Kowalski, told us that Minister Okonkwo had left Lagos.",
        ),
        (
            "HE ASKED GENERAL GOWON FOR 20 HELICOPTERS IN MARCH.",
            "He asked General Gowon for 20 helicopters in March.",
        ),
        (
            "THE US AND THE SOVIET UNION WILL MEET IN GENEVA. I SAID SO.",
            "The US and the Soviet Union will meet in Geneva. I said so.",
        ),
    ],
)
def test_small_letters_are_given_back_but_to_names(words: str, plain: str) -> None:
    source = SourceText(words)
    recased = capitals.plain(source, [(0, len(words))])
    assert recased.text == plain
    assert recased.sha256 == source.sha256


def test_a_heading_is_no_text_in_capitals_and_a_mixed_text_is_none() -> None:
    assert not capitals.in_capitals("TOP SECRET", [(0, 10)])
    words = "THE MINISTER LEFT. He will be back in a week, his secretary says."
    assert not capitals.in_capitals(words, [(0, len(words))])

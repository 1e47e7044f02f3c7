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


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("Today ZHOU ENLAI told me that MAO had left SEOUL.", "Today Zhou Enlai told me that Mao had left Seoul."),
        ("STALIN's letter was shown to XU XIANGQIAN.", "Stalin's letter was shown to Xu Xiangqian."),
        ("It was NOT shown to the GDR, nor was the TOP SECRET plan.", ""),
        ("ZHOU ENLAI", ""),
    ],
)
def test_names_in_capitals_among_other_words_are_read_as_names(words: str, plain: str) -> None:
    source = SourceText(words)
    assert capitals.names_alone(source, [(0, len(words))]).text == (plain or words)

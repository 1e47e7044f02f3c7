"""A paper is answered where the words say so, in many words; one not come, or not yet answered, is cited."""

from __future__ import annotations

import pytest

from tests.unit.extraction.test_citations import cited


def answered(text: str) -> list[bool]:
    return ["answers" in one for one in cited(f"{text}\nWe agree.")]


@pytest.mark.parametrize(
    "text",
    [
        "Reply to your telegram of 4 March.",
        "REPLY TO YOUR TELEGRAM OF 4 MARCH.",
        "ANSWER TO YOUR 24.",
        "Replying your 24.",
        "Reply to No. 24.",
        "To your No. 24.",
        "I reply to your telegram No. 24 as follows.",
        "I have the honour to answer your letter of 4 March.",
        "In response to the request contained in your telegram No. 24, we agree.",
        "Here is our answer to your telegram No. 24.",
        "This answers your No. 24.",
        "Having studied your telegram of 4 March, we agree.",
        "After receiving your telegram No. 24 I went to the Minister.",
        "Your telegram No. 24 reached me yesterday.",
        "On the question put in your telegram No. 24 I reply: yes.",
        "I am grateful to you for your telegram of 4 March.",
    ],
)
def test_answers_in_many_words_are_replies(text: str) -> None:
    assert answered(text) == [True]


@pytest.mark.parametrize(
    "text",
    [
        "I have not received your telegram No. 24.",
        "No reply to your telegram No. 24 has been received.",
        "Before replying to your telegram No. 24 I must see the Minister.",
        "I shall reply to your No. 24 tomorrow.",
        "Unable to reply to your No. 24 before Monday.",
        "I should be grateful for your telegram of 4 March.",
        "In reply to my No. 24 the Minister said no.",
        "With regard to your telegram No. 24, we wait.",
    ],
)
def test_what_has_not_come_or_waits_for_its_answer_is_only_cited(text: str) -> None:
    assert answered(text) == [False]


def test_the_words_of_a_reply_begin_with_those_that_say_so() -> None:
    assert cited("To your No. 24.\nWe agree.") == [
        {"sender": "Mao", "addressee": "Stalin", "number": "24", "answers": "true"}
    ]

"""Papers that any verb of sending announces, in the passive, by whom it may be, and by writing alone."""

# ruff: noqa: E501  (a table is read best with a row to a line)

from __future__ import annotations

import pytest

from cablegraph.extraction import promise_cues, promise_words


def promised(text: str) -> list[str]:
    return [
        text[found[0] : found[1]]
        for start, end in promise_cues.likely_sentences(text, 0, len(text))
        if (found := promise_words.find(text, start, end))
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Copies of the gazette go to you by way of Aden.", "Copies of the gazette go to you"),
        ("He is to send me a copy of the cable.", "He is to send me a copy"),
        ("He promised that a note on it will be sent to the legation.", "a note on it will be sent"),
        ("We await the statement which the Department proposes to send me.", "the statement which the Department proposes to send me"),
        ("Text of the draft in MIFT.", "Text of the draft in MIFT"),
        ("Full record by bag of Monday.", "Full record by bag of Monday"),
        ("Its gist will be telegraphed tomorrow.", "Its gist will be telegraphed"),
        ("The record of A. I. Lund's talk is being sent.", "The record of A. I. Lund's talk is being sent"),
        ("We agree. Will mail copy of contract.", "Will mail copy"),
        ("Translations of the laws are to be forwarded by sea.", "Translations of the laws are to be forwarded"),
        ("I shall revert to the claim of the miners in my next.", "I shall revert to the claim of the miners in my next"),
        ("I hope to furnish you with an exact chart soon.", "I hope to furnish you with an exact chart"),
        ("A table, by provinces, will accompany my next despatch.", "A table, by provinces, will accompany"),
        ("The vouchers will be delivered by Mr. Lund.", "The vouchers will be delivered"),
        ("He will himself send me the statistics.", "He will himself send me the statistics"),
        ("Sealed charts follow by courier Dahl.", "Sealed charts follow by"),
        ("Legation will cable should Dahl be recalled.", "will cable should Dahl be recalled"),
        ("I forward by mail the ministry's tables.", "I forward by mail the ministry's tables"),
        ("Complete text goes in my next cable.", "Complete text goes in my next cable"),
        ("Sir Per Lund will be circulating a separate note.", "Sir Per Lund will be circulating a separate"),
        ("I have asked Mr. Lund to send you the seating plan and the draft rules.", "I have asked Mr. Lund to send you the seating plan and the draft"),
        ("Ms Dahl: The list of guests will be sent to your hotel.", "The list of guests will be sent"),
        ("Mr. Price will be writing to you separately.", "Mr. Price will be writing to you separately"),
        ("A revised draft will be on your table by noon.", "A revised draft will be on your"),
        ("I am sending my notes of the talk via the diplomatic bag.", "I am sending my notes of the talk via the diplomatic bag"),
        ("We will come back with details.", "We will come back with details"),
        ("Full report by despatch. Sent Oslo.", "Full report by despatch"),
        ("The text is being translated and will be sent soon.", "The text is being translated and will be sent"),
        ("A memorandum on tin is under preparation.", "A memorandum on tin is under preparation"),
        ("The details will be reported by letter.", "The details will be reported by letter"),
        ("Embassy will submit comments soonest.", "Embassy will submit comments"),
        ("Details in septel.", "Details in septel"),
        ("We are preparing a reply which he will see.", "We are preparing a reply"),
        ("The minister promised me a written answer.", "promised me a written answer"),
        ("He undertook to let me have the figures.", "undertook to let me have the figures"),
        ("I have the text in hand and will send it on.", "will send it on"),
        ("My number 98 will deal with fishing.", "My number 98 will deal with"),
    ],
)  # fmt: skip
def test_a_paper_is_announced(text: str, words: str) -> None:
    assert promised(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The Chancellor said that a note will be sent to the German Government.",
        "He said that if they agree a note will be sent to us.",
        "The film from Varna was sent by courier.",
        "The statement which he sent me is long.",
        "He is to send me his son.",
        "A letter will be sent to the Shah.",
        "The report will not be sent.",
        "If you agree, a draft will be prepared.",
        "The troops will be sent by rail.",
        "We shall send men for the map room.",
        "He will hand the note to the King.",
        "I transmit herewith the tables by letter.",
        "No answer will be given.",
        "Your note of yesterday shall go by the bag.",
        "He promised us his support.",
        "In your next letter our view will be clear.",
    ],
)
def test_other_things_that_will_be_sent(text: str) -> None:
    assert promised(text) == []


def test_a_doubt_behind_the_promise_leaves_it() -> None:
    assert promised("I hope to furnish you with an exact chart if it comes.") == [
        "I hope to furnish you with an exact chart"
    ]
    assert promised("If it comes I hope to furnish you with an exact chart.") == []

"""Papers that go, are carried by somebody, or will be answered, and several in one sentence."""

# ruff: noqa: E501  (a sentence and its words are read best on one line)

from __future__ import annotations

import pytest

from cablegraph.extraction import promises
from cablegraph.record import Record, SourceText


def read(text: str) -> list[str]:
    source = SourceText(text)
    found = promises.extract(source, Record("paper", source), [(0, len(text))])
    return [source.quote(one.fields["start"][0].spans[0]) for one in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A letter with the names goes to you by the St. Olaf.", "A letter with the names goes to you by the St"),
        ("The draft, with my notes, is coming to you by Lund on Monday.", "The draft, with my notes, is coming to you by Lund"),
        ("Reftel 3; memo on coal going forward by air pouch.", "memo on coal going forward by air pouch"),
        ("Full German text forwarded by courier on the 25th.", "Full German text forwarded by courier"),
        ("Mailing text.", "Mailing text"),
        ("The letter I am sending back to the Center by courier.", "The letter I am sending back to the Center by courier"),
        ("Vice President Berg will carry a letter from me.", "Vice President Berg will carry a letter from me"),
        ("They will bring with them the draft agreement.", "They will bring with them the draft"),
        ("Dr. Lund will visit you in May and bring with him the contract.", "bring with him the contract"),
        ("Your despatch came today and will be answered by the next steamer.", "will be answered by the next steamer"),
        ("The cargoes will be reported in detail so soon as I see them.", "The cargoes will be reported in detail so soon as"),
        ("I shall keep the Department informed by cable.", "I shall keep the Department informed by cable"),
        ("He would send us a note on this.", "He would send us a note"),
        ("He said that the report on Laos would be circulated today.", "the report on Laos would be circulated"),
        ("He is to draw up a scheme of it, which we shall forward.", "which we shall forward"),
        ("Lund will write you fully.", "Lund will write you fully"),
        ("Xuan will cable you the full text.", "Xuan will cable you the full text"),
        ("My draft of ten points will be before you on Monday.", "My draft of ten points will be before you"),
        ("The delegation will hand over its map.", "The delegation will hand over its map"),
        ("As regards coal, an account is being prepared.", "an account is being prepared"),
        ("A paper on oil is in the press, and shall be sent to you.", "A paper on oil is in the press, and shall be sent"),
        ("A transcript of the talk with Com. Berg will be sent.", "A transcript of the talk with Com. Berg will be sent"),
        ("I propose to send you in a day or two a memorandum.", "I propose to send you in a day or two a memorandum"),
    ],
)  # fmt: skip
def test_a_paper_under_way_is_announced(text: str, words: str) -> None:
    assert read(text) == [words]


def test_each_clause_of_a_sentence_may_announce_one() -> None:
    assert read("I shall keep the Department informed by cable, and will forward the maps when I have them.") == [
        "I shall keep the Department informed by cable",
        "will forward the maps",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The troops will go forward by train.",
        "The Minister goes to Paris by air on Monday.",
        "They would give us no answer.",
        "I asked whether he would send us a note.",
        "He will carry out the instruction.",
        "The ship will carry a cargo of wheat from us.",
        "Copies mailed to London by bag.",
        "The report which I sent you by courier has been stolen.",
        "Captain Lund will bring with him forty men.",
        "I shall keep the boy informed.",
        "He delivered the memorandum which was promised us in his note.",
        "He is coming to you by way of Suez.",
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert read(text) == []

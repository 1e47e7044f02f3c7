"""Papers of a named party whose day nobody says; days in pairs with numbers; whose the Minister's reply is."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from tests.unit.extraction.test_citations_by_owner import read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A telegram from the Consul at Callao reports a riot.", ("named", "telegram", "", "")),
        ("According to a despatch from the Consul General at Guayaquil, the port is shut.", ("named", "despatch", "", "")),
        ("You will see from the report of Captain Sulivan that none leaves.", ("named", "report", "", "")),
        ("There is a letter of Kohl to Reagan on this.", ("named", "letter", "", "")),
        ("The text of a telegram from President Leguia was printed.", ("named", "telegram", "", "")),
        ("In a letter to Mr. Hoover the President asked for seed.", ("named", "letter", "", "")),
        ("A note from Señor Olaya was handed to me.", ("named", "note", "", "")),
        ("I have addressed a note to the Minister for Foreign Affairs.", ("mine", "note", "", "")),
        ("I addressed to Mr. Ulloa a note on the subject.", ("mine", "note", "", "")),
        ("Mr. Stoph has today sent Mr. Berg a letter on herring.", ("named", "letter", "", "1911-06-20")),
        ("In the note of Mr. Olaya (No. 64/4410 of May 1) the terms stand.", ("named", "note", "64/4410", "1911-05-01")),
        ("The previous case was reported under No. 512-s of 20 February.", ("mine", "", "512-s", "1911-02-20")),
        ("He confirmed that Berg, in message of June 2, agreed.", ("nobody", "", "", "1911-06-02")),
        ("Recommend that reply to Deptel 921 be deferred.", ("department", "telegram", "921", "")),
    ],
)  # fmt: skip
def test_a_paper_that_was_there(text: str, found: tuple[str, str, str, str]) -> None:
    assert read(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "I await a telegram from the Consul at Callao.",
        "No letter from Mr. Berg has come.",
        "If a telegram from General Wood comes I shall report.",
        "A letter from Mr. Berg will follow.",
        "I shall send a note to the Minister for Foreign Affairs.",
        "Pending a telegram from Mr. Hioki nothing can be done.",
        "He wanted a letter to the President from me.",
        "He bore a letter of introduction to Mr. Berg.",
        "Inclosure No. 2 is a letter of Malietoa.",
        "I send herewith a letter from Mr. Berg.",
        "I am copying this letter to Simon Gass.",
        "He swears that it was in the letter of August.",
        "I shall have addressed to Mr. Ulloa a note.",
    ],
)
def test_a_paper_that_is_only_wished_for_or_lies_here(text: str) -> None:
    assert read(text) == []


def test_as_many_days_as_numbers_are_pairs() -> None:
    found = read("See my despatches Nos. 210 and 211 of May 1 and 3, 1911.")
    assert [(number, day) for _, _, number, day in found] == [("210", "1911-05-01"), ("211", "1911-05-03")]


PAPER = """The Minister in Peru (Dawson) to the Secretary of State

No. 214
Lima, June 14, 1931.

Sir: {}

Fred Morris Dawson
"""


@pytest.mark.parametrize(
    ("text", "sender", "addressee"),
    [
        ("The Minister's reply, dated May 4, is poor.", "", ""),
        ("The Legation's reply, dated May 4, was long.", "Fred Morris Dawson", "Secretary of State"),
        ("The Department's telegram of May 3 to Bogotá came here.", "Secretary of State", ""),
    ],
)
def test_nobody_speaks_of_himself_as_the_minister_nor_receives_what_went_elsewhere(
    text: str, sender: str, addressee: str
) -> None:
    (source,) = plain_text.read(PAPER.format(text), "paper")
    (cited,) = extract(source).parts["citations"]
    assert (cited.text_of("sender"), cited.text_of("addressee")) == (sender, addressee)

"""Papers of which a clause only tells: a verb of writing, a paper by which something was said, one left in a call."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from tests.unit.extraction.test_citations_by_owner import read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Rev. Mr. Berg, of Fenchow, will not move, and has written me that he stays.", ("nobody", "", "", "")),
        ("Mr. Berg, the agent at Cavalla, writes to me that there is rice.", ("named", "", "", "")),
        ("Captain Dahl, of the Albany, wires me from La Union that he has coal.", ("named", "telegram", "", "")),
        ("Baron Berg had written to him from Tokyo that there was much feeling.", ("named", "", "", "")),
        ("The missionary at Bitlis has twice written us asking for an escort.", ("nobody", "", "", "")),
        ("Dahl, at Berlin, had telegraphed on the previous evening that it would be paid.", ("nobody", "telegram", "", "1911-06-19")),
        ("The bishop writes from Boston that he sails on the 24th.", ("nobody", "", "", "")),
        ("He replies by telegraph that the Franklin can be at the port.", ("nobody", "telegram", "", "")),
        ("The fire, of which I informed you by telegram through Kingston on the 4th, is out.", ("mine", "telegram", "", "1911-06-04")),
        ("The consul, who reported by letter to the legation, is well.", ("nobody", "letter", "", "")),
        ("They informed the Minister by note that the port was shut.", ("nobody", "note", "", "")),
        ("Mr. Berg, to whom I put the question, answers by cable that he has none.", ("named", "telegram", "", "")),
    ],
)  # fmt: skip
def test_a_verb_of_writing(text: str, found: tuple[str, str, str, str]) -> None:
    assert read(text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Baron Berg has declared in a letter to me that food is safe.", ("nobody", "letter", "", "")),
        ("Judge Dahl has warned the chiefs, by a letter which was read in Falefa, that they must pay.", ("nobody", "letter", "", "")),
        ("The precedent, which I pointed out to him in a second note, was not thought to apply.", ("nobody", "note", "", "")),
        ("The Porte complained in another memorandum of the delay.", ("nobody", "memorandum", "", "")),
        ("The Ambassador informed the Secretary through a personal letter that he would wait.", ("nobody", "letter", "", "")),
        ("You were so good as to assure me last May, by a letter which I prize, that you would.", ("nobody", "letter", "", "1911-05")),
        ("He took occasion to remind us, in a private letter, of the debt.", ("nobody", "letter", "", "")),
    ],
)  # fmt: skip
def test_a_paper_by_which_something_was_said(text: str, found: tuple[str, str, str, str]) -> None:
    assert read(text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He handed to the Secretary an aide-mémoire, and asked for an opinion.", ("nobody", "note", "", "")),
        ("I called on Dr. Berg on the 13th and left with him a memorandum in your sense.", ("nobody", "memorandum", "", "1911-06-13")),
        ("He presented a memorandum of seven pages upon the expulsions.", ("nobody", "memorandum", "", "")),
        ("The Minister then gave me a note upon the bark.", ("nobody", "note", "", "")),
        ("The envoy read to us a letter about the bark and went.", ("nobody", "letter", "", "")),
        ("I saw him yesterday and handed him a note on the bark.", ("nobody", "note", "", "1911-06-19")),
    ],
)  # fmt: skip
def test_a_paper_left_in_a_call(text: str, found: tuple[str, str, str, str]) -> None:
    assert read(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "The Ambassador handed me an aide-mémoire, of which a copy is attached.",
        "He left with me a note. Text follows by mail.",
        "He asked me to put the names in a note.",
        "I shall inform you by telegram that all is well.",
        "You are directed to report by telegraph every landing.",
        "The governor would have written me that it was so.",
        "I have written to him that the levy is to cease.",
        "He will present a memorandum of seven pages.",
        "They proposed that the legations unite in an identic note.",
        "He is willing to join in a second note.",
        "Mr. Berg, in the Courrier, writes that there are none.",
        "He gave him a letter of introduction.",
        'Captain Dahl telegraphs me as follows: "All well."',
        'The consul replied by telegraph: "All well."',
        "He was ready to state it in a letter.",
    ],
)
def test_a_paper_to_come_or_given_here(text: str) -> None:
    assert read(text) == []

"""Papers announced by what they will tell, what they wait for or who will draw them up."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import promises
from cablegraph.extraction.promise_cues import likely_sentences


def announced(text: str) -> list[str]:
    sentences = likely_sentences(text, 0, len(text))
    return [text[first:last] for start, end in sentences for first, last, *_ in promises._each(text, start, end)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I shall not fail to report the result.", "not fail to report"),
        ("We shall lose no time in communicating his answer to you.", "no time in communicating"),
        ("The Department will not omit to inform you of the outcome.", "will not omit to inform"),
        ("The guano account, with a table of shipments, will be the subject of my next.", "the subject of my next"),
        ("The strike will be the subject of another report.", "another report"),
        ("A further communication will be made to you when the commission has finished.", "A further communication will be made"),
        ("A fuller statement upon the debt will be made later.", "A fuller statement"),
        ("The return of the trade of the islands, which shows 9,800 tons, will follow by the Mariposa.", "will follow by the Mariposa"),
        ("My report on the mines will go by the Alameda on Friday.", "will go by the Alameda"),
        ("I shall send by the next packet the message of the President to the legislature.", "by the next packet the message"),
        ("I am to prepare an aide-mémoire for the British Embassy.", "to prepare an aide-mémoire"),
        ("Mr. Klots will draft a telegram to Ambassador Forbes giving the sense of it.", "will draft a telegram"),
        ("The Secretary is to draw up a memorandum for the Cabinet.", "is to draw up a memorandum"),
        ("The memorandum of Mr. Davis may be useful, and he will send it to us with his comments.", "he will send it to us"),
        ("As soon as his opinion shall have been received it will be communicated to you.", "it will be communicated to you"),
        ("Upon receipt of his answer it will be telegraphed to the Legation.", "it will be telegraphed"),
        ("Full powers will be sent to you upon receipt of a telegram.", "Full powers will be sent to you"),
        ("A printed edition of the correspondence will be supplied to each mission later.", "supplied to each mission"),
        ("I spoke to Berg on the 3d and he promised one this week.", "he promised one this week"),
        ("We agree, and the full text of their paper goes to Mr. Day in a separate cable.", "goes to Mr. Day in a separate cable"),
        ("Their reports came on the 10th, and I shall send you both.", "I shall send you both"),
        ("An application for trucks will be presented.", "An application for trucks will be presented"),
        ("A supplement will be given out after the 13th.", "A supplement will be given out"),
        ("Comrade Berg will present the list of medicaments.", "will present the list"),
        ("Our General Lund will give your representatives the schedule of the trains.", "the schedule"),
        ("Captain Dahl will hand you the map of the river.", "will hand you the map"),
        ("Berg will bring him my letter.", "will bring him my letter"),
        ("The plan for the repair of the lines will be presented to you by Comrade Lu.", "will be presented"),
        ("The Ministry of Foreign Trade will send you a draft contract next week.", "a draft contract"),
        ("The Center will send guidelines on the communiqué.", "will send guidelines"),
        ("He said that a memorandum on trade would be delivered to Embassy.", "a memorandum on trade would be delivered"),
        ("He added that the President's letter would be delivered in Kiev this week.", "letter would be delivered in Kiev"),
        ("He said that he would mail me a list of names.", "would mail me a list"),
        ("In our next we shall give the opinions of the Pole.", "In our next we shall give"),
        ("I send the text of the communiqué by the same courier.", "by the same courier"),
        ("The agenda you shall have by telegram no later than the fifth.", "The agenda you shall have by"),
        ("A draft follows this evening.", "A draft follows this evening"),
        ("He promised the Portuguese text for Monday.", "promised the Portuguese text for Monday"),
        ("Draft rules of procedure, as prepared by the Secretariat, are being sent by bag.", "are being sent by bag"),
        ("The non-paper that Berg gave me will be sent by tomorrow's pouch.", "will be sent"),
    ],
)  # fmt: skip
def test_papers_to_come(text: str, words: str) -> None:
    [found] = announced(text)
    assert words in found


@pytest.mark.parametrize(
    "text",
    [
        "I shall not fail to observe your instructions.",
        "The debt will be the subject of a conference.",
        "No further reply will be made to him.",
        "The troops will follow by the Mariposa.",
        "He will draft a telegram if you wish.",
        "He did not promise one this week.",
        "A further statement was made to the press.",
        "Unless full powers will be sent to you he will not sign.",
        "He asked whether a further communication will be made.",
        "The minister will take pleasure to receive you.",
        "I shall send you both men.",
        "I promised an answer by the 8th.",
        "Comrade Berg will present the list to the Prefect.",
        "The Ministry of War will send troops.",
        "A note would be delivered to Berlin if the attacks went on.",
    ],
)
def test_nothing_announced(text: str) -> None:
    assert announced(text) == []

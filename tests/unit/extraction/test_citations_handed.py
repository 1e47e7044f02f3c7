"""Papers cited by the party to whom they went, by who signs them, and with days and numbers in the manner of wires and notes."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text
from cablegraph.record import Record

DESPATCH = "Mr. Dale to Mr. Hay.\nNo. 12.]\nLEGATION OF THE UNITED STATES,\nLima, May 14, 1902. (Received June 2.)\nSIR: The road is closed. {}\nI have, etc.,\nJOHN DALE.\n"
WIRE = "File No. 893.00/123\nThe Minister in China (Reinsch) to the Secretary of State\n[Telegram]\nPeking, May 14, 1902, 4 p.m.\n[Received May 14, 11.20 a.m.]\n{}\nReinsch\n"


def cited(paper: str, text: str) -> list[tuple[str, str]]:
    """Number and day of each paper cited, the day without its year."""
    [source] = frus_text.read(paper.format(text), "paper.txt")
    papers: tuple[Record, ...] = extract(source).parts.get("citations", ())
    return [(one.text_of("number"), one.text_of("date").removeprefix("1902-")) for one in papers]


@pytest.mark.parametrize(
    ("text", "papers"),
    [
        ("I have received the note No. 44 which you were so good as to address to me on the 2d of this month.", [("44", "05-02")]),
        ("I have received the note, No. 44, which your excellency did me the honor to address to me on the 2d instant.", [("44", "05-02")]),
        ("I have read the letter, No. 44, which you were pleased to send to this legation under date of the 2d instant.", [("44", "05-02")]),
        ("I refer to the reply of the Minister for Foreign Affairs, No. 102, of May 2, on the petroleum monopoly.", [("102", "05-02")]),
        ("I inclose the note of the minister of state, No. 102, dated the 2d instant.", [("102", "05-02")]),
        ("It is answered in the despatch of Consul Berg, No. 102, of May 2.", [("102", "05-02")]),
        ("See the letter of Mr. Berg, No. 102, of the 2d instant.", [("102", "05-02")]),
        ("I refer to the instruction of the Department, No. 102, of May 2.", [("102", "05-02")]),
        ("My last dispatch upon the war was No. 33, of the 2d instant.", [("33", "05-02")]),
        ("My last despatch on this subject was No. 33.", [("33", "")]),
        ("My last was numbered 33 and dated the 2d instant.", [("33", "05-02")]),
        ("The last dispatch which I had the honor to address to you was No. 33, dated May 2.", [("33", "05-02")]),
        ("My latest upon the claims was my No. 33 of May 2.", [("33", "05-02")]),
        ("It was proposed in the memorial which they handed to the Ministry of Commerce on May 2.", [("", "05-02")]),
        ("I have to-day telegraphed you that the port is closed.", [("", "05-14")]),
        ("He asked me to put the names in writing, and I have done so by a note of this date.", [("", "05-14")]),
        ("I have written you to-day upon the claim of Mr. Berg.", [("", "05-14")]),
        ("All is lost. On the 10th we sent a letter to Washington and to Seoul in which talks are proposed.", [("", "05-10")]),
        ("All is lost. On May 10 I sent a note to the minister in which I asked for an answer.", [("", "05-10")]),
        ("The proposal, made by you to Sir Auckland Geddes in conversation on May 2, is not acceptable.", []),
        ("The statement which he made to me orally on May 2 was not repeated.", []),
        ("A note of 500 rubles was shown to him.", []),
        ("A letter will be sent to London and Paris on the 20th.", []),
    ],
)  # fmt: skip
def test_papers_of_despatches(text: str, papers: list[tuple[str, str]]) -> None:
    assert cited(DESPATCH, text) == papers


@pytest.mark.parametrize(
    ("text", "papers"),
    [
        ("Replying to your cable 1624 dated Petrograd May 3. Specifications follow.", [("1624", "05-03")]),
        ("Your telegram 1624 dated Vladivostok, May 3, received.", [("1624", "05-03")]),
        ("Your letter dated London, May 3, received.", [("", "05-03")]),
        ("Consul’s telegram No. 12 from Harbin dated May 3 received.", [("12", "05-03")]),
        ("I have cabled you to-day of the changes in the Ministry.", [("", "05-14")]),
        ("I telegraphed you today that the bank is closed.", [("", "05-14")]),
        ("Chicherin sent communication 12th to Consulate General concerning our ships.", [("", "05-12")]),
        ("Minister sent note May 12 to all legations refusing.", [("", "05-12")]),
        ("Foreign Office handed note 12th to Legation declining.", [("", "05-12")]),
        ("Following is summary of memorandum delivered to British Embassy, May 12, in regard to the ruble.", [("", "05-12")]),
        ("Following is text of telegram sent to London, Paris, and Rome May 12 and handed to the Minister here.", [("", "05-12")]),
        ("Substance of telegram sent London May 12 has been given to press.", [("", "05-12")]),
        ("Copy of letter sent Mr. Berg May 12 was mailed.", [("", "05-12")]),
        ("Delighted to learn by letter just received from Miller, Vladivostok, May 11, that our Commission made progress.", [("", "05-11")]),
        ("Letter from Miller dated May 11 states that all is well.", [("", "05-11")]),
        ("He acted notwithstanding communication from his department of May 11, mentioned in my No. 1524.", [("", "05-11"), ("1524", "")]),
        ("Re Department’s telegram 621, May 2.1 He told me in strict confidence that all was well.", [("621", "05-02")]),
        ("See Legation’s telegram 621 of May 2.2 The text was received.", [("621", "05-02")]),
        ("Reference Department’s circular telegram 12 of May 2.", [("12", "05-02")]),
        ("Reference Department’s telegram 12 May 2.", [("12", "05-02")]),
        ("Ref London tel 12 May 2.", [("12", "05-02")]),
        ("Your telegram of 12 May 2 p.m. received.", [("", "05-12")]),
        ("He spoke of his letter of 2 May.\n4. Nothing more.", [("", "05-02")]),
    ],
)  # fmt: skip
def test_papers_of_wires(text: str, papers: list[tuple[str, str]]) -> None:
    assert cited(WIRE, text) == papers


@pytest.mark.parametrize(
    "line",
    [
        "Comrade Ulbricht's speech",
        "Comrade Kardelj's Speech",
        "President Tito's address",
        "Marshal Voroshilov's radio address",
        "Comrade Suslov's speech.",
    ],
)
def test_a_speech_is_not_cited_by_its_own_headline(line: str) -> None:
    text = f"August 4, 1961\nSpeech at the Meeting in Moscow\nTop secret\n{line}\nDear comrades!\nThe situation has grown worse.\n"
    [source] = frus_text.read(text, "paper.txt")
    assert extract(source).parts.get("citations", ()) == ()

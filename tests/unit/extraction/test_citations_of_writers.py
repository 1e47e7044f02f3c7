"""Who wrote and who read a cited paper, as the clause around its words says; drawn from the whole product."""

# ruff: noqa: E501  (a table is read best on one line)

from __future__ import annotations

from collections.abc import Callable

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text

HEAD = "LETTER\n20 June 1889\nFrom: Harald Berg\nTo: Karl Lund\nSubject: Grain\n\nThe port is quiet. "
CONSUL = "The Consul at Lima (Hale) to the Minister in Peru (Dahl)\nNo. 12\nLima, June 20, 1889.\nSir: "
Read = Callable[[str], list[tuple[str, str, str]]]


def _cited(text: str) -> list[tuple[str, str, str]]:
    [source] = plain_text.read(text, "one.txt")
    found = extract(source).parts.get("citations", ())
    return [(one.text_of("date"), one.text_of("sender"), one.text_of("addressee")) for one in found]


@pytest.fixture
def read() -> Read:
    return lambda sentence: _cited(f"{HEAD}{sentence}.\n")


@pytest.mark.parametrize(
    ("sentence", "paper"),
    [
        ("The Consul at Callao, in a despatch of the 3d, reports that the port is open", ("1889-06-03", "Consul at Callao", "")),
        ("The Secretary of War, by letter of June 4, requested the papers", ("1889-06-04", "Secretary of War", "")),
        ("General Hale stated in a report of 7 June that the bridge was down", ("1889-06-07", "Hale", "")),
        ("The figures given by the Chargé at Rome in his No. 77 of May 9 do not agree", ("1889-05-09", "Chargé at Rome", "")),
        ("In a note of June 3 the Austrian Minister, Mr. Novak, declined the offer", ("1889-06-03", "Novak", "")),
        ("In a private letter, dated Lima, June 4, Dr. Ward states that all is quiet", ("1889-06-04", "Ward", "")),
        ("On 9 June a cipher cable (No. 77) was received from Comrade Novak", ("1889-06-09", "Novak", "")),
        ("The papers show that on 3 June Marshal Novak had sent a letter to General Ward", ("1889-06-03", "Novak", "Ward")),
        ("The Austrian Minister called and left with me an aide-mémoire", ("", "Austrian Minister", "Harald Berg")),
        ("Dr. Ward wrote me on the 4th that the road was closed", ("1889-06-04", "Ward", "Harald Berg")),
        ("We have received a telegram from our consul at Smyrna, dated the 9th", ("1889-06-09", "consul at Smyrna", "Harald Berg")),
        ("A letter from the Governor of Lima, Juan Soto, dated June 8, is at hand", ("1889-06-08", "Juan Soto", "")),
        ("The Senior Consul replied on the 9th that the rules forbid it", ("1889-06-09", "Senior Consul", "")),
        ("The Consul at Callao (telegram No. 31 of 4 June) reports that the port is open", ("1889-06-04", "Consul at Callao", "")),
        ("The Chargé in Vienna, Comrade Novak, reported on 8 June (spec. No. 21) about the strike", ("1889-06-08", "Novak", "")),
        ("By decree of the Council of Ministers No. 52 of 3 May the sum was granted", ("1889-05-03", "Council of Ministers", "")),
        ("I received from the Minister of War a note, dated the 9th", ("1889-06-09", "Minister of War", "")),
        ("Dr. Ward told me that he had received your letter of June 3", ("1889-06-03", "Karl Lund", "")),
        ("Your telegram of instruction of the 12th is before me", ("1889-06-12", "Karl Lund", "Harald Berg")),
        ("I acknowledged your telegram the same day", ("", "Karl Lund", "Harald Berg")),
        ("The Ministry had received a report from its consul in Lima that the port was open", ("", "consul in Lima", "")),
        ("Dr. Ward confirmed that General Novak, in a message of June 7, agreed", ("1889-06-07", "Novak", "")),
        ("Mr. Ward, whom I left in charge, has given you in his No. 8 of June 7 the story", ("1889-06-07", "", "")),
        ("I have seen the note of the Ministry of War of June 4", ("1889-06-04", "Ministry of War", "")),
        ("My predecessor's letter of the 9th is not before me", ("1889-06-09", "", "")),
        ("He handed the text of a note to the Secretary-General of the League", ("", "", "Secretary-General of the League")),
    ],
)  # fmt: skip
def test_reads_who_wrote_and_who_read_it(read: Read, sentence: str, paper: tuple[str, str, str]) -> None:
    assert read(sentence) == [paper]


@pytest.mark.parametrize(
    "sentence",
    [
        "I informed Mr. Grant in a letter of the 5th that nothing could be done",
        "Mr. Grant was informed by a note of the 5th that nothing could be done",
        "The attack upon Mr. Grant, in a letter of the 5th, is unjust",
    ],
)
def test_who_is_told_or_spoken_of_did_not_write_it(read: Read, sentence: str) -> None:
    [(date, sender, addressee)] = read(sentence)
    assert (date, addressee) == ("1889-06-05", "")
    assert sender in ("", "Harald Berg")


def test_a_reply_goes_to_who_wrote_the_paper_before_it(read: Read) -> None:
    assert read("I inclose a letter of the Hon. A. B. Ward, minister of war, of the 7th ultimo, and my reply of the same date") == [
        ("1889-05-07", "A. B. Ward", ""), ("1889-05-07", "Harald Berg", "A. B. Ward"),
    ]  # fmt: skip


def test_in_a_consuls_paper_the_legation_is_the_ministers() -> None:
    assert _cited(f"{CONSUL}I have the Legation's instruction No. 4 of May 3.\nHale\n") == [
        ("1889-05-03", "Dahl", "Hale")
    ]


@pytest.mark.parametrize(
    "sentence", ["I enclose a copy of a letter from the President of the Chamber of Commerce in regard to the duties", "The ambassador replied verbally on the 9th that he would inquire", "The batteries answered on the 9th with forty shells"]
)  # fmt: skip
def test_what_is_enclosed_or_was_not_answered_in_writing_is_none(read: Read, sentence: str) -> None:
    assert read(sentence) == []

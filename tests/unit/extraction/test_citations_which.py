"""Papers that a relative clause tells of, papers like another one, and the days and numbers of such."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from tests.unit.extraction.test_citations_by_owner import read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In the note which I had the honor to address to your excellency on the 14th of May last I said so.", ("mine", "note", "", "1911-05-14")),
        ("The dispatch which I had the honor of addressing to your lordship on the 2d instant has it.", ("mine", "despatch", "", "1911-06-02")),
        ("The memorandum that I had the honor to leave with your excellency on June 5 names them.", ("mine", "memorandum", "", "1911-06-05")),
        ("The letter which you did me the honor to write to me on the 3d of June is here.", ("theirs", "letter", "", "1911-06-03")),
        ("A note which Mr. Berg had the kindness to send to us on June 2 says so.", ("named", "note", "", "1911-06-02")),
        ("The outbreak, as to which I had addressed him on the 6th, is over.", ("nobody", "", "", "1911-06-06")),
        ("The affair, of which I informed you on the 6th, is over.", ("mine", "", "", "1911-06-06")),
        ("The riot, about which you wrote to the Department on June 6, is over.", ("theirs", "", "", "1911-06-06")),
        ("The draft treaty which was telegraphed to you on June 8 is final.", ("mine", "telegram", "", "1911-06-08")),
        ("The list which was mailed to you on the 3d is wrong.", ("mine", "", "", "1911-06-03")),
        ("The estimates of Dr. Berg which we sent to Mr. Dahl on the 2d are right.", ("mine", "", "", "1911-06-02")),
        ("Baron Berg handed to me Your Majesty's letter upon the work of the conference.", ("theirs", "letter", "", "")),
        ("Your dispatch upon the teak concession has not come.", ("theirs", "despatch", "", "")),
        ("I have your excellency's note in regard to the bark.", ("theirs", "note", "", "")),
        ("Your letter announcing the death of the Queen has come.", ("theirs", "letter", "", "")),
        ("Your kind letter in which you speak of him is here.", ("theirs", "letter", "", "")),
        ("He read the paper which Mr. Craigie left with you.", ("named", "", "", "")),
        ("I have it from the consul at Chefoo, whose report of the 2d of May is not yet printed.", ("nobody", "report", "", "1911-05-02")),
        ("He read the 1904 memorandum of Mr. Norman Davis on the pool.", ("named", "memorandum", "", "1904")),
    ],
)  # fmt: skip
def test_a_clause_says_which_paper(text: str, found: tuple[str, str, str, str]) -> None:
    assert read(text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Instructions in the same sense have been sent to the ministers at Berlin and Rome.", ("nobody", "instruction", "", "")),
        ("Identical notes were addressed to the Ministers of Chile and Peru.", ("nobody", "note", "", "")),
        ("A similar letter has been sent to Mr. Berg.", ("nobody", "letter", "", "")),
        ("A telegram to the same effect was sent on the 12th to the consul-general at Madrid.", ("nobody", "telegram", "", "1911-06-12")),
        ("Like instructions were issued to the consuls.", ("nobody", "instruction", "", "")),
        ("I beg to inform you that a telegram was received here on the 12th from Peking.", ("nobody", "telegram", "", "")),
        ("A note was handed in this morning from Mr. Berg.", ("named", "note", "", "")),
        ("I have written so to Mr. Berg.", ("mine", "", "", "")),
        ("I have written in that sense to Mr. Berg.", ("mine", "", "", "")),
        ("Repeated to Lima as number 14 and to Arica.", ("nobody", "", "14", "")),
        ("Repeated to Tokyo as my 39, to Shanghai, and by mail to Harbin.", ("nobody", "", "39", "")),
        ("The Ambassador at Lima, to whom this is being repeated as No. 29, will do likewise.", ("nobody", "", "29", "")),
        ("I have your acknowledgment of the 3d.", ("theirs", "", "", "1911-06-03")),
    ],
)  # fmt: skip
def test_a_paper_like_another(text: str, found: tuple[str, str, str, str]) -> None:
    assert read(text) == [found]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("As to his note of May 4, no reply has been made since that of June 12.", ["1911-05-04", "1911-06-12"]),
        ("I refer to your note of May 4 and to that of the 9th.", ["1911-05-04", "1911-06-09"]),
        ("My despatches of May 4 were lost; those of June 2 and June 5 came.", ["1911-05-04", "1911-06-02", "1911-06-05"]),
        ("See my despatches Nos. 4 and 8, both of the 3d instant.", ["1911-06-03", "1911-06-03"]),
        ("See the Department's telegrams Nos. 41 and 18, respectively, both of May 29.", ["1911-05-29", "1911-05-29"]),
    ],
)  # fmt: skip
def test_days_of_several(text: str, days: list[str]) -> None:
    assert [day for *_, day in read(text)] == days


@pytest.mark.parametrize(
    "text",
    [
        "The matter, of which he informed him on the 6th, is over.",
        "The check which was sent you on the 6th did not please you.",
        "I await your letter upon the concession.",
        "He said that of the 65,000 places few were used.",
        "A copy of this note has been sent to Mr. Berg.",
        "Fresh orders have been given to the flotillas.",
        "Repeat to Berg at Vienna as my No. 1561.",
        "Repeated to Lima, 4 p.m.",
        "If a telegram was received here from Peking, it was lost.",
    ],
)
def test_no_paper_of_which_a_clause_tells(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In our letter of April 9 we asked for a consul. Your reply of the 12th gave us hope.", "1911-04-12"),
        ("Our note went on April 9. His answer of the 10th is short.", "1911-04-10"),
        ("He wrote on the 3d of May. I replied to him on the 5th that I could not.", "1911-05-05"),
        ("In our letter of June 9 we asked for a consul. Your reply of the 12th gave us hope.", "1911-06-12"),
        ("In our letter of April 19 we asked for a consul. Your reply of the 12th gave us hope.", "1911-06-12"),
        ("In our letter of April 9 we asked for a consul. Your reply of the 12th instant came.", "1911-06-12"),
    ],
)
def test_a_reply_is_of_the_month_of_what_it_answers(text: str, day: str) -> None:
    [source] = plain_text.read(f"Mr. Berg to Mr. Dahl.\nBOSTON, June 20, 1911.\nSIR: {text}\nBERG.\n", "t.txt")
    days = [one.text_of("date") for one in extract(source).parts["citations"]]
    assert days[-1] == day

"""Papers as ministers and legations name them to each other, by form and day."""

# ruff: noqa: E501  (a line of a paper is read best on one line)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text


@pytest.mark.parametrize(
    ("words", "cited"),
    [
        ("In my Nos. 360 and 362, of the 8th and 19th ultimo, I gave you an account.", [("360", "1921-04-08", "Crane"), ("362", "1921-04-19", "Crane")]),
        ("I acknowledge the receipt of your dispatches Nos. 416 and 417, of the 2d and 3d instant.", [("416", "1921-05-02", "Koo"), ("417", "1921-05-03", "Koo")]),
        ("In answer to the note of Your Excellency of the 29th of March/11th of April, No. 143, I hasten to reply.", [("143", "1921-04-11", "Koo")]),
        ("In reply to the note of April 27, I am directed to say this.", [("", "1921-04-27", "Koo")]),
        ("The undersigned has had the honor to receive the communication of the 3d instant.", [("", "1921-05-03", "Koo")]),
        ("I have the note which you did me the honor to address to me on the 21st ultimo.", [("", "1921-04-21", "Koo")]),
        ("Tokyo's 55, May 2, 9 p.m. The Department approves.", [("55", "1921-05-02", "")]),
        ("Yours of the 3d instant has come to hand.", [("", "1921-05-03", "Koo")]),
        ("General Hale informs me in a note of the 2d instant that it is sold.", [("", "1921-05-02", "Hale")]),
        ("Our consul, Mr. Dale, gave notice of it in a letter of the 4th ultimo.", [("", "1921-04-04", "Dale")]),
        ("My telegram of even date, No. 170, tells the rest.", [("170", "1921-05-05", "Crane")]),
        ("I sent my dispatch of even date, numbered 31.", [("31", "1921-05-05", "Crane")]),
        ("I speak of this in my unnumbered letter to Mr. Hughes of April 3.", [("", "1921-04-03", "Crane")]),
        ("You have my note to the minister for foreign affairs of the 2d instant.", [("", "1921-05-02", "Crane")]),
        ("Yours of yesterday received.", [("", "1921-05-04", "Koo")]),
        ("I have the letter of the vice-consul at Amoy, of the 2d instant.", [("", "1921-05-02", "vice-consul at Amoy")]),
        ("Mr. Hale, whose letter of the 2d instant is before me, says no.", [("", "1921-05-02", "Hale")]),
        ("The note which Earl Curzon addressed to you on the 21st ultimo is clear.", [("", "1921-04-21", "Curzon")]),
        ("I have read the note which you addressed to Sir Dale.", [("", "", "Koo")]),
        ("It is stated in the note of April 27 that he paid.", [("", "1921-04-27", "")]),
        ("British Legation states in memorandum of May 2 that he paid.", [("", "1921-05-02", "British Legation")]),
        ("He spoke of his Government's note of April 3 on the Straits.", [("", "1921-04-03", "")]),
        ("I saw his letter to the Minister of War of April 3, 1921.", [("", "1921-04-03", "")]),
        ("Dutch reply of the 2d was refused.", [("", "1921-05-02", "")]),
        ("I had the honor to receive your excellency's note dated the 8th–20th of April last.", [("", "1921-04-20", "Koo")]),
        ("He showed me on Monday the telegrams of Mustapha Pasha.", [("", "", "Mustapha Pasha")]),
        ("Our 52, which follows tomorrow, tells the rest.", []),
        ("I inclose a letter of Mr. Hale.", []),
        ("That house of yours of which I spoke is let.", []),
        ("The note of the bank was paid on April 3.", []),
        ("He handed me the letter of the Governor.", []),
    ],
)  # fmt: skip
def test_a_paper_is_named_by_form_and_day(words: str, cited: list[tuple[str, str, str]]) -> None:
    text = (
        f"The Minister in China (Crane) to Mr. Koo\nNo. 1003\nPeking, May 5, 1921.\nSir: {words}\nI am [etc.]\nCrane\n"
    )
    record = extract(next(iter(frus_text.read(text, "paper.txt"))))
    found = [
        (one.text_of("number"), one.text_of("date"), one.text_of("sender")) for one in record.parts.get("citations", ())
    ]
    assert found == cited

"""Messages that somebody is to hand over, that were received on a day, or that bear a heading of their own."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text
from cablegraph.record import Record

WIRE = "File No. 860d.48/17\nThe Minister in Sweden (Morris) to the Secretary of State\n[Telegram]\nStockholm, December 6, 1918, 8 p. m.\n[Received December 8, 5.30 a. m.]\n3292. {}\nMorris\n"


def inside(text: str) -> tuple[Record, ...]:
    [source] = frus_text.read(WIRE.format(text), "paper.txt")
    return extract(source).parts.get("enclosed", ())


@pytest.mark.parametrize(
    "lead",
    [
        "You will hand the following to the Minister for Foreign Affairs without delay:",
        "You will hand the following to the Minister for Foreign Affairs without delay, and the Ambassador at Lima, to whom this is being repeated, will do likewise:",
        "Present the following to the Minister for Foreign Affairs as an aide-mémoire:",
        "Please hand the following note to the Minister for Foreign Affairs at once:",
        "Read the following to the Minister for Foreign Affairs:",
    ],
)
def test_a_message_to_be_handed_over(lead: str) -> None:
    [message] = inside(
        f"{lead}\n“The Secretary of State has the honor to propose that the proceedings at Arica be suspended.”\nDo not discuss this."
    )
    assert message.text_of("addressee") == "Minister for Foreign Affairs"


@pytest.mark.parametrize(
    "lead",
    [
        "Following received today from Haynes at Helsingfors:",
        "The following received from Haynes at Helsingfors:",
        "Following telegram received this morning from Haynes at Helsingfors:",
        "Following just received from Haynes at Helsingfors:",
        "Following has been received from Haynes at Helsingfors:",
    ],
)
def test_a_message_received_on_a_day(lead: str) -> None:
    [message] = inside(
        f"{lead}\n31, December 4. General Mannerheim’s secretary called last evening. Ration in towns is 160 grams.\nI agree."
    )
    assert (message.text_of("sender"), message.text_of("number")) == ("Haynes", "31")
    assert (message.text_of("addressee"), message.text_of("relay")) == ("Morris", "")


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Note of German Foreign Office dated April 20.", "1918-04-20"),
        ("Note from the German Foreign Office of April 20:", "1918-04-20"),
        ("Text of the note of the German Foreign Office dated April 20.", "1918-04-20"),
        ("The note of the German Foreign Office dated 20th April.", "1918-04-20"),
        ("Memorandum from the German Foreign Office.", ""),
    ],
)
def test_a_message_below_its_own_heading(head: str, day: str) -> None:
    [message] = inside(
        f"Following for transmission to London in reply to inquiry of British Government:\n{head} “The members of the Embassy are at liberty to visit all camps in which prisoners are interned.”\nI have asked for more."
    )
    assert (message.text_of("sender"), message.text_of("date")) == ("German Foreign Office", day)


@pytest.mark.parametrize(
    "text",
    [
        "He read the following to the Minister for Foreign Affairs: “war” and “peace”.",
        "The note of the German Foreign Office of April 20. “Liberty” was its word.",
    ],
)
def test_words_in_quotation_marks_are_no_message(text: str) -> None:
    assert inside(text) == ()

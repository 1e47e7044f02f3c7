"""Papers cited by their kind and day, or by a verb of writing, whoever wrote them."""

from __future__ import annotations

import pytest

from cablegraph import dates
from cablegraph.extraction import citations, citing, citing_named, extract
from cablegraph.readers import plain_text
from cablegraph.record import Record, SourceText, normalise


def read(text: str, context: str = "1927-06-20") -> list[tuple[str, str, str]]:
    direct = list(citing.find(text, 0, len(text), context=context))
    named = citing_named.find(text, 0, len(text), context=context)
    apart = [one for one in named if not any(one.words[0] < o.words[1] and o.words[0] < one.words[1] for o in direct)]
    return [(one.form, one.number, one.date.edtf if one.date else "") for one in (*direct, *apart)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The tax falls under the agreement of 4 May 1925.", [("", "", "1925-05-04")]),
        ("He repeated it in a letter of May 3 which I saw.", [("letter", "", "1927-05-03")]),
        ("The chief had a telegram from her to the Regent, dated the 9th of June.", [("telegram", "", "1927-06-09")]),
        ("We recall the note handed to the Envoy by Mr. Dahl on the 2nd June.", [("note", "", "1927-06-02")]),
        ("It stands in the protocol which Dr. Lund signed on 12 March 1926.", [("", "", "1926-03-12")]),
        ("I asked it of him, by note of 11th.", [("note", "", "1927-06-11")]),
        ("Since the June 3 note nothing has moved.", [("note", "", "1927-06-03")]),
        ("This updates the one of 10 May (no. 17/31).", [("", "17/31", "1927-05-10")]),
        ("The minutes of the meeting of 31 March 1926 were confirmed.", [("minutes", "", "1926-03-31")]),
        ("Consul Berg, in a dispatch of the 28th ultimo, numbered 51, asks it.", [("despatch", "51", "1927-05-28")]),
        ("It lies under the Protocol of 5 May 1926.", [("", "", "1926-05-05")]),
        ("Your favor of the 3d came to hand.", [("letter", "", "1927-06-03")]),
        ("You wrote me on the 4th of May of the school.", [("", "", "1927-05-04")]),
        ("His plan, as cabled by you in number 355, failed.", [("telegram", "355", "")]),
        ("Mr. Dahl writes me from Bergen on the 3d that all is well.", [("", "", "1927-06-03")]),
        ("I have heard from Mr. Dahl, under date of the 12th, of the loss.", [("", "", "1927-06-12")]),
        ("The trade, of which I wrote at length in No. 109, is over.", [("", "109", "")]),
        ("I keep the notes which Minister Lund handed me.", [("note", "", "")]),
        ("1. General Dahl to the minister of war.—Narvik, May 20.\n", [("", "", "1927-05-20")]),
        ("He spoke of his notes of March 3 and June 7.", [("note", "", "1927-03-03"), ("note", "", "1927-06-07")]),
        ("my wires of the 2d and the 4th", [("telegram", "", "1927-06-02"), ("telegram", "", "1927-06-04")]),
        ("I have your note of the 25th.", [("note", "", "1927-05-25")]),
        ("I closed my No. 257 on Friday.", [("", "257", "1927-06-17")]),
        ("Deptel 497, June 3,1 and no more.", [("telegram", "497", "1927-06-03")]),
    ],
)  # fmt: skip
def test_paper_by_kind_and_day(text: str, found: list[tuple[str, str, str]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "A resolution of the 12th Plenum is being drafted.",
        "The report of the events of 5 June is false.",
        "The treaty of 1858 is still in force.",
        "Oslo, 5 May 1927\nNOTE\nfor the Minister",
        "By proclamation of May 9 the port was closed.",
        "The note was read and on 5 May he left.",
        "My number 98 will deal with the navies.",
        "I shall send the Secretariat's letter when it is out.",
    ],
)
def test_days_of_other_things(text: str) -> None:
    assert read(text) == []


def test_a_message_without_a_date_takes_the_year_of_its_page() -> None:
    source = SourceText("Your note of 3 May is here.")
    stretch = [(0, len(source.text))]
    [found] = citations.extract(source, Record("paper", source), stretch, around=dates.parse("5 June 1927"))
    assert found.text_of("date") == "1927-05-03"


def test_that_the_begins_no_paper() -> None:
    text = "It is said that the treaty of the 4th of April holds."
    [cited] = citing_named.find(text, 0, len(text), context="1927-06-20")
    assert text[slice(*cited.words)] == "the treaty of the 4th of April"


@pytest.mark.parametrize(
    ("text", "sender", "addressee"),
    [
        ("I wrote to Mr. Webb on the 4th of May.", "Karl Lund", "Webb"),
        ("I wrote to him on the 4th of May.", "", ""),
        ("You wrote me on the 4th of May.", "Per Dahl", "Karl Lund"),
        ("I have heard from Mr. Webb, under date of the 4th, of it.", "Webb", ""),
        ("I have had from him, under date of the 4th, a list.", "", ""),
        ("I told it to you under date of the 4th.", "Karl Lund", "Per Dahl"),
    ],
)
def test_who_wrote_to_whom_is_what_the_words_say(text: str, sender: str, addressee: str) -> None:
    paper = f"Bergen, May 20, 1890.\n\nSir: {text}\n\nYours,\nKarl Lund.\n\nHon. Per Dahl,\nSecretary of State.\n"
    [source] = plain_text.read(normalise(paper), "paper.txt")
    [cited] = extract(source).parts["citations"]
    assert (cited.text_of("sender"), cited.text_of("addressee")) == (sender, addressee)

"""Papers cited without a day or number of their own, and those that short forms and footnotes name."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import citing, citing_named, citing_numbered, extract
from cablegraph.readers import plain_text


def read(text: str) -> list[tuple[str, str, str]]:
    direct = list(citing.find(text, 0, len(text), context="1932-10-17"))
    named = citing_named.find(text, 0, len(text), context="1932-10-17")
    spans = [one.words for one in direct]
    further = [one for one in named if not any(one.words[0] < last and first < one.words[1] for first, last in spans)]
    return [(one.form, one.number, one.date.edtf if one.date else "") for one in [*direct, *further]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I have so written to Commodore Berg.", [("", "", "")]),
        ("D’Alby has telegraphed an abstract to Curzon.", [("telegram", "", "")]),
        ('Admiral Dale writes to the Secretary of the Navy that "all is well".', [("", "", "")]),
        ("Dr. Lund writes to me that he has lost his house.", [("", "", "")]),
        ("He gave me a copy of the cable which he wrote to Lord Robert Berg.", [("telegram", "", "")]),
        ("Dahl wrote to Lindqvist today.", [("", "", "1932-10-17")]),
        ("I have asked M. Berg in writing.", [("", "", "")]),
        ("I lost no time in asking the governor-general by telegraph for the facts.", [("telegram", "", "")]),
        ("We considered the undated memorandum which was left here.", [("memorandum", "", "")]),
        ("On the 13th the President empowered me, by an unnumbered letter, to treat.", [("letter", "", "1932-10-13")]),
        ("We informed President Berg about them. We did write to President Berg about them on 5 June.", [("", "", "1932-06-05")]),
        ("We received by the embassy, on 17 March, a note that they would go.", [("note", "", "1932-03-17")]),
        ("I left the aide-mémoire this morning with Mr. Berg.", [("note", "", "1932-10-17")]),
        ("A reply to Mr. Berg's message will be drafted.", [("", "", "")]),
        ("He says that the British answer went to Mr. Berg on May 30.", [("", "", "1932-05-30")]),
        ("6. Letter from Berg to Prime Minister, dated May 11, goes by today's bag.", [("letter", "", "1932-05-11")]),
    ],
)  # fmt: skip
def test_paper_that_a_verb_or_its_want_of_a_day_names(text: str, found: list[tuple[str, str, str]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "I shall have written to Captain Berg by then.",
        "I will write to Mr. Berg.",
        "If Mr. Dahl writes to Lord Berg, all is lost.",
        "I have not written to Mr. Berg.",
        "They wrote to the newspapers. He wrote a poem to Lady Berg.",
        "So wrote Comrade Berg himself.",
        "I shall ask the governor-general by telegraph.",
        "I asked Mr. Berg orally.",
        "I left the house this morning. He gave a report yesterday.",
        "Unnumbered letters are filed apart.",
        "He explained that Treaty signed on 9th is aimed at nobody.",
        "The report on his talks goes by the courier of the 19th.",
        "Text of Berg’s letter follows.",
        "I received on 4 May a delegation. He received, on May 4, a wound.",
        "We received on 4 May a letter from our son.",
    ],
)
def test_words_that_name_no_paper(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("To Your Spec. No. 924.", [("", "924", "")]),
        ("It was decided according to your tel. no. 64: 5,000 tents.", [("telegram", "64", "")]),
        ("By instruction (tel. No. 18804) I called on him.", [("telegram", "18804", "")]),
        ("Your circ. tel. 33 of May 4, and my desp. No. 12.", [("telegram", "33", "1932-05-04"), ("despatch", "12", "")]),
        ("Your ltr. of May 4.", [("letter", "", "1932-05-04")]),
        ("For the Minister only. Your B14 and my B22.", [("", "B14", ""), ("", "B22", "")]),
        ("Your No. 402, of the 6th instant, and No. 405, undated, are here.", [("", "402", "1932-10-06"), ("", "405", "")]),
        ("Your Nos. 39, of August 4, and 42, of the 21st of the same month, are here.", [("", "39", "1932-08-04"), ("", "42", "1932-08-21")]),
        ("Department’s 71, August 21, 8 p.m., to Lima and 162 of same date to Quito.", [("", "71", "1932-08-21"), ("", "162", "1932-08-21")]),
        ("See our report of 2 May 1932, Journal No. 311/60.", [("report", "311/60", "1932-05-02")]),
        ("He answers the dispatch of this department, No. 611, of the 3d of June.", [("despatch", "611", "1932-06-03")]),
        ("Yours 20th. He entered port.", [("", "", "1932-09-20")]),
        ("See telegram 1603 from New Delhi, May 17, not printed.", [("telegram", "1603", "1932-05-17")]),
    ],
)  # fmt: skip
def test_short_forms_and_rows_of_numbers(text: str, found: list[tuple[str, str, str]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Your F-16 is here. Our T34 tanks and your B52 bombers left.",
        "He walked to my C47, past our U-2 hangar.",
        "The tel. rang. I took your let. and left.",
        "In report 12 from the front, 5 men were named.",
        "Yours 20 men left with.",
        "The office of this department, 4 High Street.",
    ],
)
def test_figures_and_abbreviations_of_other_things(text: str) -> None:
    assert read(text) == []


def test_footnote_begins_with_the_paper_it_is_about() -> None:
    text = "2 Telegram 1581, May 15, reported a talk."
    [one] = citing_numbered.of_footnote(text, 0, len(text), context="1932-10-17")
    assert (one.form, one.number, one.date and one.date.edtf) == ("telegram", "1581", "1932-05-15")
    assert not list(citing_numbered.of_footnote("3 Document 262.", 0, 15, context="1932-10-17"))
    assert not list(citing_numbered.of_footnote("Telegram 262 is not printed.", 0, 28, context="1932-10-17"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I am in receipt of your despatch numbered 12 and dated May 4.", [("despatch", "12", "1932-05-04")]),
        ("See your memo no. 12 dd. 4 May.", [("memorandum", "12", "1932-05-04")]),
        ("Since my last of the 4th I have heard nothing.", [("", "", "1932-10-04")]),
        ("I wrote you fully on the 3d.", [("", "", "1932-10-03")]),
        ("I telegraphed yesterday that all was well.", [("telegram", "", "1932-10-16")]),
        ("On May 24 we cabled the Governor General.", [("telegram", "", "1932-05-24")]),
        ("As I had the honour to report in No. 45 of the 4th, he left.", [("", "45", "1932-10-04")]),
        ("He read a dispatch, No. 12, of the 4th, from Consul Berg.", [("despatch", "12", "1932-10-04")]),
        ("See Bonn's 456 to Dept and Paris tel 34 of May 3.", [("", "456", ""), ("telegram", "34", "1932-05-03")]),
        ("MIPT contains the text.", [("telegram", "", "")]),
        ("It was settled by CC CPSU decision No. P45/12 of 4 May.", [("decision", "P45/12", "1932-05-04")]),
        ("The telegram of Comrade Dahl, No. 45, of 4 May is here.", [("telegram", "45", "1932-05-04")]),
        ("The Foreign Office in note of July 14 states its view.", [("note", "", "1932-07-14")]),
    ],
)
def test_more_ways_to_say_when_and_which(text: str, found: list[tuple[str, str, str]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "London's 12 districts and Paris's 20 are closed.",
        "The King cable 34 was cut. Paris cable 34 metres long.",
        "I replied yesterday that I would come. I answered this morning.",
        "At my last of three visits he slept.",
        "I wrote you by the last mail.",
    ],
)
def test_days_and_figures_that_are_no_papers(text: str) -> None:
    assert read(text) == []


def test_bare_number_is_the_paper_named_in_full_below() -> None:
    text = "Telegram No. 12\nFrom: Berg, Oslo\nTo: Dahl\nDate: 4 May 1961\nReply to No. 2209\nI received your No. 2209 and asked for an audience. It was given at once.\nBerg\n"
    [paper] = extract(next(plain_text.read(text, "paper.txt"))).parts["citations"]
    assert paper.text_of("number") == "2209"
    assert len(paper.fields["number"]) == 2

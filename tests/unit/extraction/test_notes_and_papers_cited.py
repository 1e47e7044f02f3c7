"""Notes by what they answer, and papers cited by lists of days, by courtesies, by last night and last December."""

# ruff: noqa: E501  (papers keep the lines they have)

from __future__ import annotations

import pytest

from cablegraph.extraction import citing as possessive
from cablegraph.extraction import citing_named, extract
from cablegraph.readers import frus_text
from cablegraph.record import Record, normalise


def frus(text: str) -> Record:
    return extract(next(frus_text.read(normalise(text), "paper.txt")))


@pytest.mark.parametrize(("greeting", "body", "form"), [
    ("SIR:", "Referring to my notes of the 11th of August, I inclose an affidavit.", "note"),
    ("Mr. SECRETARY OF STATE:", "I have laid it before my Government.", "note"),
    ("SIR:", "Referring to my letters of the 11th of August, I inclose an affidavit.", "letter"),
])  # fmt: skip
def test_governments_write_notes_to_each_other(greeting: str, body: str, form: str) -> None:
    record = frus(
        f"Mr. Dale to Sir A. Lund.\nDEPARTMENT OF STATE,\nWashington, October 19, 1887.\n{greeting} {body}\nI have, etc.,\nA. DALE.\n"
    )
    assert [one.text for one in record.fields["form"]] == [form]


def test_a_committee_writes_letters_even_to_a_minister() -> None:
    record = frus(
        "Mr. Dale to Mr. Lund.\nCOMMITTEE OF THE BLUE STAR,\nGeneva, April 9, 1898.\nMr. MINISTER: The sum has come.\nReceive, etc.,\nA. DALE.\n"
    )
    assert [one.text for one in record.fields["form"]] == ["letter"]


@pytest.mark.parametrize(("text", "found"), [
    ("in notes of 24 November and 1 December to the Ministry.", [("", "1956-11-24"), ("", "1956-12-01")]),
    ("The letter which Your Majesty was pleased to address to me on the 12th of September last.", [("", "1956-09-12")]),
    ("The memorandum which the Embassy was so good as to leave on August 17, 1956, is clear.", [("", "1956-08-17")]),
    ("Since I had the honor to address you on the 4th instant, No. 26, all is quiet.", [("26", "1956-12-04")]),
    ("He welcomed the statement made in Oslo on the 7th and thanked us.", [("", "1956-12-07")]),
])  # fmt: skip
def test_papers_by_their_days(text: str, found: list[tuple[str, str]]) -> None:
    cited = citing_named.find(text, 0, len(text), context="1956-12-20")
    assert [(one.number, one.date.edtf if one.date else "") for one in cited] == found


@pytest.mark.parametrize(("text", "found"), [
    ("my notes of the 11th of August and the 3d of September last", [("", "1956-08-11"), ("", "1956-09-03")]),
    ("My reports Nos. 004/21 and 004/23 deal with it.", [("004/21", ""), ("004/23", "")]),
    ("Your cable of last night has come.", [("", "1956-12-19")]),
    ("my annual report of last December", [("", "1955-12")]),
    ("my cipher message to the Department, No. 4, is clear", [("4", "")]),
    ("Our information of 9 February (Az. 4/08-254/68) is to be corrected.", [("4/08-254/68", "1956-02-09")]),
    ("Referring to DESPTEL 611 we wait.", [("611", "")]),
])  # fmt: skip
def test_papers_of_the_writer_and_the_reader(text: str, found: list[tuple[str, str]]) -> None:
    cited = possessive.find(text, 0, len(text), context="1956-12-20")
    assert [(one.number, one.date.edtf if one.date else "") for one in cited] == found


def test_instructions_that_are_asked_for_are_no_paper_yet() -> None:
    record = frus(
        "The Minister in Norway (Dale) to the Secretary of State\n[Telegram]\nOSLO, May 3, 1921.\n12. I request your instructions until May 10. All is quiet.\nDALE\n"
    )
    assert "citations" not in record.parts or not record.parts["citations"]

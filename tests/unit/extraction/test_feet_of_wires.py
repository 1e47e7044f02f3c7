"""Feet and heads of wires: stamps of release, typists' marks, remarks on margins, men in offices, addresses in full."""

# ruff: noqa: E501  (papers keep the lines they have)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract, titles
from cablegraph.readers import frus_text, plain_text, wilson_center
from cablegraph.record import Record, normalise


def read(text: str) -> Record:
    [source] = plain_text.read(normalise(text), "paper.txt")
    return extract(source)


def page(title: str, text: str) -> Record:
    rights = "The History and Public Policy Program welcomes reuse of Digital Archive materials for research and educational purposes."
    [source] = wilson_center.read(normalise(f"May 3, 1977\n{title}\n{text}\nRights\n{rights}\n"), "page.txt")
    return extract(source)


def names(record: Record, field: str) -> list[str]:
    return list(dict.fromkeys(passage.text for passage in record.fields.get(field, ())))


@pytest.mark.parametrize("below", [
    "SECRET\n\nNNN\n\nDeclassified/Released US Department of State EO Systematic Review 05 JUL 2006",
    "mb/", "KMP:rs", "ENDS", "Notes on the margin: To be reported to Comrade Hora. Lom. 3.V",
])  # fmt: skip
def test_what_offices_put_below_a_name_hides_no_signer(below: str) -> None:
    record = read(
        f"CIPHERED TELEGRAM No. 88\n\nFrom Oslo\n\nThe trams have been running again since Monday.\n\nDALBERG\n\n{below}\n"
    )
    assert names(record, "sender") == ["Dalberg"]


def test_a_korean_mission_says_in_brackets_who_reports() -> None:
    record = page(
        "Telegram from the Ambassador to Kenya to the Minister of Foreign Affairs",
        "To: Minister\nFrom: Ambassador to Kenya\n\n1. I met the Director today.\n\n(Ambassador Ahn Sin-ho - Director-General)",
    )
    [held] = record.parts["positions"]
    assert held.text_of("holder") == "Ahn Sin-ho"


def test_a_cable_address_is_the_office_that_the_title_names() -> None:
    record = page(
        "Cable, American Embassy in Oslo to Secretary of State, 'Trams'",
        "R 190845Z SEP 75\n\nFM AMEMBASSY OSLO\n\nTO SECSTATE WASHDC PRIORITY 3346\n\nS E C R E T OSLO 7288\n\n1. TRAMS ARE RUNNING.\n\nDALBERG",
    )
    assert (names(record, "sender"), names(record, "addressee")) == (["Dalberg"], ["Secretary of State"])


@pytest.mark.parametrize("line", [
    "To Ulaanbaatar, Ministry of Foreign Affairs, to Comrade G. Bat",
    "to: MfAA, Far Eastern Department, Comrade G. Bat",
])  # fmt: skip
def test_an_address_ends_with_the_man_in_the_office(line: str) -> None:
    record = read(f"TELEGRAM No. 41\n\n{line}\n\nThe trams have been running again since Monday.\n\nDALBERG\n")
    assert names(record, "addressee") == ["G. Bat"]


def test_an_address_below_a_letter_gives_name_orders_and_town() -> None:
    record = page(
        "Letter from A. R. Dale to G. S. Bose",
        "My dear Sir Gopal,\n\nThe jute has come.\n\nYours sincerely,\n\nA. R. DALE\n\nSir Gopal Sen Bose, K.C.S.I.,\n\nSecretary General,\n\nNew Delhi.",
    )
    assert (names(record, "addressee"), names(record, "destination")) == (["Gopal Sen Bose"], ["New Delhi"])


def test_who_made_a_note_on_a_meeting_wrote_it() -> None:
    title = titles.read("Note by Anton Dahl on a Meeting with Carl Berg", 0, 46)
    assert [one.name for one in title.senders] == ["Anton Dahl"]
    assert title.form is not None
    assert title.form.slug == "note"


@pytest.mark.parametrize(("head", "number"), [
    ("612 - 14:20 hours - Referring to the ships.", "612"),
    ("REF: 39/12/1\nNO. 184\n\nThe ships have come.", "184"),
    ("004/25/1962.\n\nThe ships have come.", "004/25/1962"),
])  # fmt: skip
def test_numbers_of_many_services(head: str, number: str) -> None:
    record = read(f"TELEGRAM\nTO: SECEXTERN PRETORIA\nFROM: SALEG MONTEVIDEO\n{head}\n\nDAHL\n")
    assert names(record, "number") == [number]


@pytest.mark.parametrize(("head", "form"), [("TELEX", "telegram"), ("Cipher No. 047", "ciphered-telegram")])
def test_a_telex_is_a_telegram_and_a_cipher_a_ciphered_one(head: str, form: str) -> None:
    assert names(read(f"{head}\n\nFrom Oslo\n\nThe trams are running.\n\nDALBERG\n"), "form") == [form]


def test_a_circular_may_name_its_readers_in_the_line_below() -> None:
    text = (
        "Circular.\nTo the consular officers of the United States in Europe.\nDEPARTMENT OF STATE,\n"
        "Washington, May 17, 1878.\nGENTLEMEN: The volume has been printed.\nI am, gentlemen, your obedient servant,\nA. DALE.\n"
    )
    assert frus_text.sniff(text, "paper.txt")
    [source] = frus_text.read(normalise(text), "paper.txt")
    record = extract(source)
    assert names(record, "form") == ["circular"]
    assert names(record, "addressee") == ["consular officers of the United States in Europe"]

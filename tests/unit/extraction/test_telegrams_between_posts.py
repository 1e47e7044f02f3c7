"""Heads and feet of British telegrams: who sent them, to whom they were repeated and passed on, and what "our note" is."""

# ruff: noqa: E501  (a case is read best on one line)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import Record, normalise


def read(text: str) -> Record:
    [source] = plain_text.read(normalise(text), "paper.txt")
    return extract(source)


def names(record: Record, field: str) -> list[str]:
    return list(dict.fromkeys(passage.text for passage in record.fields.get(field, ())))


TEXT = "I cannot agree to the publication of the note."


@pytest.mark.parametrize(
    ("head", "sender", "received"),
    [
        ("Mr. Hutchison                D. 8.40 a.m. 15th August, 1950\nNo. 1163\n15th August, 1950            R. 12.05 p.m. 15th August, 1950", "Hutchison", "1950-08-15"),
        ("Sir R. Stevenson             Desp. 10.15 a.m. 4th May, 1951\nNo. 401\n4th May, 1951                Recd. 1.20 p.m. 4th May, 1951", "R. Stevenson", "1951-05-04"),
        ("Sir F. Shepherd D. 7.05 p.m. 9th June, 1951\nNo. 622 R. 8.30 p.m. 9th June, 1951\n9th June, 1951", "F. Shepherd", "1951-06-09"),
        ("Sir J. Troutbeck\tD: 13.40 9th June 1952\nNo. 318\tR: 14.55 9th June 1952\n9th June 1952", "J. Troutbeck", "1952-06-09"),
        ("Ambassador Clutterbuck                 R. 12.05 hrs. 15th August, 1953\nNo. 1163", "Clutterbuck", "1953-08-15"),
    ],
)  # fmt: skip
def test_the_hours_beside_the_senders_name_do_not_hide_it(head: str, sender: str, received: str) -> None:
    record = read(f"FROM PEKING TO FOREIGN OFFICE\n\n{head}\n\n{TEXT}\n")
    assert names(record, "sender") == [sender]
    assert record.text_of("date_received") == received


@pytest.mark.parametrize(
    ("foot", "copies"),
    [
        ("Foreign Office please pass to Washington and UKDEL New York as my telegrams Nos. 212 and 98.", ["Washington", "UKDEL New York"]),
        ("[Foreign Office please repeat to Washington, Paris and Khartoum as my telegrams Nos. 40, 41 and 12.]", ["Washington", "Paris", "Khartoum"]),
        ("Please pass to Washington as my telegram No. 31.", ["Washington"]),
        ("Foreign Office pass to Amman, Tel Aviv and\nBMEO as my telegrams 12, 13 and 14.", ["Amman", "Tel Aviv", "BMEO"]),
        ("Department of State please relay to Moscow.", ["Moscow"]),
    ],
)  # fmt: skip
def test_to_whom_a_telegram_is_passed_on_stands_below_its_signature(foot: str, copies: list[str]) -> None:
    record = read(f"FROM ROME TO FOREIGN OFFICE\n\nNo. 7\n4 May 1951\n\n{TEXT}\n\nHUTCHISON\n\n{foot}\n")
    assert names(record, "signature") == names(record, "sender") == ["Hutchison"]
    assert names(record, "copied_to") == copies
    assert not record.parts.get("citations")
    assert "outgoing_number" not in record.fields


def test_what_is_asked_for_below_is_not_passed_on() -> None:
    record = read(
        f"FROM ROME TO FOREIGN OFFICE\n\nNo. 7\n4 May 1951\n\n{TEXT}\n\nPlease forward to Tirana 40 tons of wheat.\n"
    )
    assert names(record, "copied_to") == []


@pytest.mark.parametrize(
    ("line", "copies"),
    [
        ("Addressed to Paris telegram No. 77 of 6th December repeated for information to Tokyo and Peking.", ["Tokyo", "Peking"]),
        ("Addressed to Paris telegram No. 77 of 6th December, repeated for information to Tokyo, Rome\nand UKDEL New York.", ["Tokyo", "Rome", "UKDEL New York"]),
        ("Addressed to Paris telegram No. 77. Repeated to Rome and Amman.", ["Rome", "Amman"]),
        ("Addressed to Paris telegram No. 77 of 6th December, repeated saving to Moscow, Rome, and to\nTokyo.", ["Moscow", "Rome", "Tokyo"]),
        ("Repeated for information to: Singapore, Hong Kong, Rome,\n                     United Kingdom Delegation New York", ["Singapore", "Hong Kong", "Rome", "United Kingdom Delegation New York"]),
        ("Repeated for information to Singapore,\nHong Kong\nand Colombo", ["Singapore", "Hong Kong", "Colombo"]),
    ],
)  # fmt: skip
def test_posts_that_have_a_telegram_besides_are_read_wherever_the_line_names_them(line: str, copies: list[str]) -> None:
    record = read(
        f"FROM FOREIGN OFFICE TO PARIS\n\nNo. 77\n6th December 1950\n\n{line}\n\nWe cannot agree to the bombing.\n"
    )
    assert names(record, "copied_to") == copies
    assert names(record, "sender") == ["Foreign Office"]


@pytest.mark.parametrize(
    ("form", "addressee"),
    [("TELEGRAM", []), ("CIPHERED TELEGRAM", []), ("DESPATCH", []), ("LETTER", ["Foreign Office"])],
)
def test_our_note_in_a_telegram_home_went_to_another_government(form: str, addressee: list[str]) -> None:
    text = f"{form} No. 7\n\nTo: Foreign Office\nFrom: Hutchison\n15 August 1950\n\nI asked again for a reply to our note of 17th June.\n"
    [cited] = read(text).parts["citations"]
    assert [one.text for one in cited.fields.get("addressee", ())] == addressee
    assert cited.text_of("date") == "1950-06-17"

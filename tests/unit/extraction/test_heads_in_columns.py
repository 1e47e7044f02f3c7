"""Heads that say several things in one line, copies with their counts, stamps of receipt and remarks in margins."""

# ruff: noqa: E501  (a case is read best on one line)

from __future__ import annotations

import pytest

from cablegraph.extraction import columns, extract
from cablegraph.extraction.rows import Row
from cablegraph.readers import plain_text
from cablegraph.record import Record, normalise

TEXT = "The dredger works again, and nine days are lost. The harbour master asks for two pumps before the winter.\n"


def read(text: str) -> Record:
    [source] = plain_text.read(normalise(text), "paper.txt")
    return extract(source)


def names(record: Record, field: str) -> list[str]:
    return list(dict.fromkeys(passage.text for passage in record.fields.get(field, ())))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("FROM: Amembassy LAGOS          DATE: May 4, 1966", ["FROM: Amembassy LAGOS", "DATE: May 4, 1966"]),
        ("A-31          CONFIDENTIAL", ["A-31", "CONFIDENTIAL"]),
        ("From: Consul Dahl, Split Date: 5 May 1961 No.: 14", ["From: Consul Dahl, Split", "Date: 5 May 1961", "No.: 14"]),
        ("A. Grechko      S. Skachkov", ["A. Grechko      S. Skachkov"]),
        ("Received: 4 May 1961, deciphered: 5 May 1961", ["Received: 4 May 1961, deciphered: 5 May 1961"]),
    ],
)  # fmt: skip
def test_a_line_is_read_by_its_columns(line: str, found: list[str]) -> None:
    assert [part.text for part in columns.parts(Row(0, len(line), line))] == found


def test_an_airgram_is_of_its_post_and_has_the_letter_in_its_number() -> None:
    record = read(
        "DEPARTMENT OF STATE\nAIRGRAM\nA-31          SECRET\nTO: Department of State\nFROM: Amembassy LAGOS          DATE: May 4, 1966\n"
        f"\n{TEXT}\nFor the Ambassador:\nClyde Harrow\nMinister-Counselor\n\nDrafted by: ECON: Lionel Fitch 5/3/66\nCleared: POL - Mr. Tate\n"
    )
    assert (record.text_of("number"), record.text_of("origin"), record.text_of("date")) == (
        "A-31",
        "Lagos",
        "1966-05-04",
    )
    assert names(record, "sender") == ["Clyde Harrow"]
    assert names(record, "register_number") == []


def test_a_post_is_named_by_its_town_and_a_directorate_by_its_letters() -> None:
    record = read(
        f"SECRET\nFROM: LISBON MISSION DATE: 07/06/84 TIME: 18.40\nTO: General Directorate of Ports and Canals (DIGEP)\n{TEXT}"
    )
    assert (names(record, "origin"), names(record, "addressee")) == (
        ["Lisbon"],
        ["General Directorate of Ports and Canals"],
    )


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Distribution: 1x Comrade Axen, 1x Comrade Norden, 2x Department for Ports", ["Axen", "Norden", "Department for Ports"]),
        ("Forwarded to: Novák, Dvořák, Hájek", ["Novák", "Dvořák", "Hájek"]),
    ],
)  # fmt: skip
def test_copies_may_be_counted_within_the_line(line: str, found: list[str]) -> None:
    assert names(read(f"TELEGRAM No. 9\nPrague, 4 May 1961\n\n{TEXT}\nKovář\n\n{line}\n"), "copied_to") == found


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("[Stamp: Secretariat of the CC, incoming No. 1884, 17 X 1972]", "1972-10-17"),
        ("[Receipt stamp: entered 19.10.1972]", "1972-10-19"),
        ("[Stamp of the archive, 4 May 1989]", ""),
    ],
)
def test_a_stamp_says_when_a_paper_came_in(line: str, day: str) -> None:
    assert read(f"LETTER\nUlan Bator, 16 October 1972\n\n{TEXT}\nBat Orgil\n\n{line}\n").text_of("date_received") == day


def test_a_day_of_receipt_without_a_year_follows_the_day_of_sending() -> None:
    head = "Ciphergram No. 907\nFrom Rabat, sent 30.12.1965 at 14:20, received 2.01 at 7:05"
    assert read(f"{head}\nTo: Comrade RAPACKI\n{TEXT}\n/-/ NOWAK\n").text_of("date_received") == "1966-01-02"


def test_remarks_in_the_margin_are_not_the_signature() -> None:
    record = read(
        f"To the CC CPSU\n{TEXT}\nDeputy Head of the Department of Ports\n(V. Lapin)\n\n4 May 1971\nNo. 25-P-44\n\n"
        "[in the margin:] Agreed. Demichev. 6.V.71\nReported to Cde. Orlov 7.V.71, R. Belova\n"
    )
    assert (names(record, "sender"), record.text_of("number"), record.text_of("date")) == (
        ["V. Lapin"],
        "25-P-44",
        "1971-05-04",
    )


def test_the_number_of_a_protocol_may_be_roman() -> None:
    assert read(f"Strictly secret\nP201/XIV\nTo Comrade Gromyko\n{TEXT}").text_of("protocol_number") == "P201/XIV"

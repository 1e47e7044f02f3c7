"""Heads of cables as wire rooms print them."""

# ruff: noqa: E501  (a line of a paper is read best on one line)

from __future__ import annotations

from cablegraph.extraction import rows, wires
from cablegraph.extraction.heading import Heading

CABLE = (
    "PAGE 01 SEOUL 05428 160919Z\nACTION EA-12\nINFO OCT-01 ISO-00 /033 W\nR 160830Z JUL 75\nFM AMEMBASSY SEOUL\nTO SECSTATE WASHDC 2543\n"
    "INFO AMEMBASSY TOKYO\nCINCPAC\nC O N F I D E N T I A L SEOUL 5428\nE.O. 11652: GDS\nTAGS: PFOR, KS\nREF: (A) SEOUL 5400; (B) STATE 164871\n"
    "1. THE MINISTER LEFT THIS MORNING.\n"
)


def test_the_head_of_a_cable_says_who_writes_to_whom_when_and_under_which_number() -> None:
    lines = rows.rows(CABLE, [(0, len(CABLE))])
    heading = Heading()
    assert wires.is_wire(lines)
    assert wires.read(heading, CABLE, lines) == len(lines) - 1
    assert [party.name for party in heading.senders] == ["AMEMBASSY SEOUL"]
    assert [party.name for party in heading.addressees] == ["SECSTATE WASHDC"]
    assert [party.name for party in heading.copies] == ["AMEMBASSY TOKYO", "CINCPAC"]
    assert heading.origin is not None
    assert heading.origin[2] == "Seoul"
    assert heading.destination is not None
    assert heading.destination[2] == "Washington"
    assert heading.number == "5428"
    assert [edtf for _, _, _, edtf in heading.dates] == ["1975-07-16"]


def test_the_cables_that_it_refers_to_are_found_with_their_numbers() -> None:
    assert [number for _, _, number in wires.references(CABLE, 0, len(CABLE))] == ["5400", "164871"]


def test_a_heading_with_labels_is_no_wire() -> None:
    words = "FROM: AMBASSADOR\nTO: MINISTER\nTEXT"
    assert not wires.is_wire(rows.rows(words, [(0, len(words))]))


BRITISH = (
    "SECRET\nDESKBY 041200Z\nFM LUSAKA 041015Z MAR 78\nTO IMMEDIATE FCO\nTELEGRAM NUMBER 231 OF 4 MARCH\n"
    "AND TO PRIORITY GABORONE INFO IMMEDIATE PRETORIA, WASHINGTON, ROUTINE UKMIS NEW YORK\n\n"
    "YOUR TELNO 118 : BORDER\n\n1. THE MINISTER ASKED AMBASSADOR OKONKWO TO WAIT. OKONKWO REFUSED.\n"
)


def test_a_british_telegram_names_the_place_it_is_from_its_number_and_who_has_it_besides() -> None:
    lines = rows.rows(BRITISH, [(0, len(BRITISH))])
    heading = Heading()
    assert wires.is_wire(lines)
    assert wires.read(heading, BRITISH, lines) == 6
    assert heading.senders == []
    assert heading.origin is not None
    assert heading.origin[2] == "Lusaka"
    assert [party.name for party in heading.addressees] == ["FCO"]
    assert heading.number == "231"
    assert [party.name for party in heading.copies] == ["GABORONE", "PRETORIA", "WASHINGTON", "UKMIS NEW YORK"]
    assert [edtf for _, _, _, edtf in heading.dates] == ["1978-03-04"]


def test_blanks_between_the_words_of_a_head_may_be_wider() -> None:
    wide = "PAGE 01        KABUL  07281   021142Z\nINFO  OCT-01  ADS-00\nFM  AMEMBASSY  KABUL\nTO  SECSTATE  WASHDC\n"
    assert wires.is_wire(rows.rows(wide, [(0, len(wide))]))

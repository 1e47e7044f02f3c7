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

"""Lines that are an office's number, and stamps with a count of what came in."""

# ruff: noqa: E501  (a line of a paper is read best on one line)

from __future__ import annotations

import pytest

from cablegraph import readers
from cablegraph.extraction import extract, number_rows, stamps
from cablegraph.extraction.rows import Row
from cablegraph.record import SourceText, normalise

PAPER = "EMBASSY OF ITALY\n{head}\nOslo, 4 May 1961\nNOTE VERBALE\nThe Embassy asks for two visas.\nOslo, 4 May 1961\n{foot}\n"


def fields(text: str) -> dict[str, list[str]]:
    source = next(readers.TEXT_READERS["plain_text"](normalise(text), "a.txt"))
    return {name: [one.text for one in found] for name, found in extract(source).fields.items()}


@pytest.mark.parametrize(
    ("row", "kind", "value"),
    [
        ("Incoming 24190/sh", "incoming", "24190/sh"),
        ("Entry 4418", "incoming", "4418"),
        ("Entered in the secretariat of the Court under 2208/M on 15/5/1977.", "incoming", "2208/M"),
        ("Our ref.: 714/taj/52            Peking, 6 May 1952", "number", "714/taj/52"),
        ("Ref.: 33-1/4071", "number", "33-1/4071"),
        ("Prot. no. 3902        Pos. DGAP II", "number", "3902"),
        ("Str. pov. 93188         Belgrade, 2.VIII.1961", "number", "93188"),
        ("GOV/INF/683/Add.1", "number", "GOV/INF/683/Add.1"),
        ("File No. WII/103/11/74-AMS", "file", "WII/103/11/74-AMS"),
        ("Az.: 210-331.00               Tel. 2746", "file", "210-331.00"),
        ("DISTR: MINISTER (1), FILE 137/11/19 VOL 4", "file", "137/11/19"),
    ],
)
def test_row_says_its_kind(row: str, kind: str, value: str) -> None:
    found = number_rows.read(row, 0, len(row))
    assert found is not None
    assert (found[0], row[found[1] : found[2]]) == (kind, value)


@pytest.mark.parametrize(
    "row",
    [
        "REF: Embtel 2011; CA-7733",
        "Ref.: your telegram 33-1/40 of 4 May",
        "Reference: your aerogram No. 96.",
        "Entry into force on 4 May",
        "Incoming 24 aircraft were seen",
        "Entered in the register of marriages.",
        "A/4 was the format of the paper",
        "Prot. no. 102 of the Politburo",
        "File the copy of 4/5 with the others",
        "DISTR: MINISTER (1)",
    ],
)
def test_other_rows(row: str) -> None:
    assert number_rows.read(row, 0, len(row)) is None


@pytest.mark.parametrize(
    ("stamp", "received", "incoming"),
    [
        ("[stamp: CC CPSU, General Department, 6 MAY 1961, 04711]", ["1961-05-06"], ["04711"]),
        ("[stamp:] 06 MAY 1961  11026", ["1961-05-06"], ["11026"]),
        ("[stamp: DSIP, Pov. 424118, 6.V.61]", ["1961-05-06"], ["424118"]),
        ("[Stamp: MFA, Cipher Dept., entered 6.V.61 under No. 4471]", ["1961-05-06"], ["4471"]),
        ("[stamp: Protocol Department, received 6 MAY]", ["1961-05-06"], []),
        ("[stamp: Transmitted 6 MAY 1961]", [], []),
        ("[stamp: Declassified 14.II.1994]", [], []),
        ("[stamp: Burn after reading]", [], []),
    ],
)
def test_stamps_of_what_came_in(stamp: str, received: list[str], incoming: list[str]) -> None:
    found = fields(PAPER.format(head="No. 58/61", foot=stamp))
    assert found["number"] == ["58/61"]
    assert found.get("date_received", []) == received
    assert found.get("incoming_number", []) == incoming


def test_a_stamps_other_numbers_are_no_count() -> None:
    stamp = "[stamp: CC CPSU, 6 MAY 1961, 11:20, 04711, 3303]"
    assert stamps.count(stamp, 0, len(stamp)) is None
    assert stamps.received(stamp, Row(0, len(stamp), stamp)) is not None


def test_days_in_roman_months_and_a_number_from_a_post() -> None:
    head = "Ciphergram No. 3319\nFrom Oslo, sent 9.XII. at 20:15, received 10.XII. at 06:40\nTo: Berg\n"
    text = f"December 9, 1966\nCiphergram from Oslo, No. 3319, to Warsaw\n{head}The wheat is sold.\nDahl\nAuthor(s):\nSource\n"
    source: SourceText = next(readers.TEXT_READERS["wilson_center"](normalise(text), "a.txt"))
    assert [one.text for one in extract(source).fields["date_received"]] == ["1966-12-10"]

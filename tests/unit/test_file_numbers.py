"""File numbers of the State Department: what is one, and what only has a stroke in it."""

from __future__ import annotations

import pytest

from cablegraph.file_numbers import stated


@pytest.mark.parametrize(
    ("note", "numbers"),
    [
        ("File No. 861.51/131", ["861.51/131"]),
        ("File No. 812.00/1134½.", ["812.00/1134½"]),
        ("765.84/123½ : Telegram (part air)", ["765.84/123½"]),
        ("550.S1/691a : Circular telegram", ["550.S1/691a"]),
        ("500.A15A4 General/123", ["500.A15A4 General/123"]),
        ("462.00 R 29/1234", ["462.00 R 29/1234"]),
        ("800.51 W 89 France/123", ["800.51 W 89 France/123"]),
        ("711.5112 France/204", ["711.5112 France/204"]),
        ("123 Kelsey, Ambrose/14", ["123 Kelsey, Ambrose/14"]),
        ("123 Im 1/108", ["123 Im 1/108"]),
        ("710 Peace/12: Telegram", ["710 Peace/12"]),
        ("893.00 P. R. Yunnan/12", ["893.00 P. R. Yunnan/12"]),
        ("860i.01/39", ["860i.01/39"]),
        ("File Nos. 819.00/1, 819.00/2.", ["819.00/1", "819.00/2"]),
        ("Paris, May 3/15, 1877", []),
        ("12 May 1915/13", []),
        ("100 men of the 23/4", []),
        ("22/3 April", []),
        ("No. 12/34", []),
    ],
)
def test_a_note_of_file_numbers_gives_each(note: str, numbers: list[str]) -> None:
    assert [note[start:end].rstrip(".") for start, end in stated(note)] == numbers

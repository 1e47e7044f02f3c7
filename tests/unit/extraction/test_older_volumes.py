"""Heads, feet and enclosures of despatches and notes of the nineteenth century."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text
from cablegraph.record import Record

DESPATCH = """Mr. Dale to Mr. Hay.
{note}
No. 12.] Legation of the United States,
Lima, May 4, 1902.
Sir: The road is closed.
I have, etc., John Dale.
"""


def read(text: str) -> Record:
    return extract(next(frus_text.read(text, "paper.txt")))


def names(record: Record, field: str) -> list[str]:
    return list(dict.fromkeys(one.text for one in record.fields.get(field, ())))


@pytest.mark.parametrize(
    ("note", "grade"),
    [
        ("[Confidential.]", ["confidential"]),
        ("[Telegram.—Strictly confidential.]", ["strictly-confidential"]),
        ("[Undated.]", []),
        ("[Cards of ministers inclosed.]", []),
    ],
)
def test_note_of_the_edition_is_no_shelfmark(note: str, grade: list[str]) -> None:
    record = read(DESPATCH.format(note=note))
    assert names(record, "classification") == grade
    assert not record.parts.get("copies")


def test_bracketed_file_stays_a_copy() -> None:
    record = read(DESPATCH.format(note="[Lansing Papers, vol. 3]"))
    assert record.parts.get("copies") or record.fields.get("bibliographic")


def test_telegram_in_the_despatch_is_no_form_of_its_enclosure() -> None:
    record = read(
        "Mr. Dale to Mr. Hay.\nNo. 12.]\nLegation of the United States,\nLima, May 4, 1902.\n"
        "Sir: Confirming my telegram of to-day:\n[Telegram.]\nMay 4, 1902.\nAll quiet.\nDale.\n"
        "I inclose the decree.\nI have, etc.,\nJohn Dale.\n[Inclosure.—Translation.]\nDecree of May 3, 1902.\n"
        "The port of Piura is closed.\n"
    )
    assert names(record.parts["enclosed"][-1], "form") != ["telegram"]

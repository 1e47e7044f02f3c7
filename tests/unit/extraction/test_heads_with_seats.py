"""Where an office of letters sits, by the town below its letterhead; forms of telegrams in French."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import Record, normalise


def read(text: str) -> Record:
    [source] = plain_text.read(normalise(text), "paper.txt")
    return extract(source)


@pytest.mark.parametrize(
    ("letterhead", "town"),
    [
        ("PERMANENT MISSION OF IRELAND TO THE UNITED NATIONS", "NEW YORK"),
        ("DEPARTMENT OF FOREIGN AFFAIRS", "PRETORIA"),
        ("MINISTRY OF EXTERNAL AFFAIRS", "NEW DELHI"),
        ("HIGH COMMISSION OF INDIA", "LONDON"),
        ("OFFICE OF THE PRIME MINISTER", "BUDAPEST"),
        ("EMBASSY OF THE UNITED STATES", "LIMA"),
    ],
)
def test_the_town_below_a_letterhead_is_where_a_letter_was_written(letterhead: str, town: str) -> None:
    text = (
        f"{letterhead}\n\n{town}\n\nCONFIDENTIAL\n\n29 July 1960\n\nDear Berg,\n\nI thank you for yours.\n\nA. Lund\n"
    )
    record = read(text)
    assert record.text_of("origin") == town.title()
    assert not record.fields.get("destination")


def test_a_ministry_that_receives_a_telegram_did_not_write_it() -> None:
    text = (
        "MINISTRY OF EXTERNAL AFFAIRS\nNEW DELHI\nINCOMING TELEGRAM\nFROM: INDEMBASSY PEKING\nTO: FOREIGN NEW DELHI\n"
        "NO. 334\n\nTrams are short.\n\nLund\n"
    )
    assert read(text).text_of("origin") == "Peking"


@pytest.mark.parametrize(
    "words", ["TELEGRAMME A L'ARRIVEE", "TÉLÉGRAMME AU DÉPART", "Telegramm", "TELEGRAMA DE SALIDA"]
)
def test_telegrams_in_other_tongues(words: str) -> None:
    record = read(f"AMBASSADE EN CHINE\nPékin, le 4 mai 1964\n\n{words}\nNo 1223\n\nThe trams are gone.\n\nCHAYET\n")
    assert record.text_of("form") == "telegram"

"""Addresses in a line or in lines, letterheads with street and town, and references by number alone."""

# ruff: noqa: E501  (a case is read best on one line)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import Record, normalise

TEXT = "The dredger works again, and nine days are lost. The harbour master asks for two pumps before the winter.\n"


def read(text: str) -> Record:
    [source] = plain_text.read(normalise(text), "paper.txt")
    return extract(source)


def said(record: Record, *fields: str) -> list[str]:
    return [", ".join(dict.fromkeys(passage.text for passage in record.fields.get(field, ()))) for field in fields]


PLACES = ("addressee", "origin", "destination")


def test_an_address_in_one_line_has_a_town_and_the_letterheads_town_is_where_it_was_written() -> None:
    record = read(f"LEAGUE OF RED CROSS SOCIETIES\nGENEVA\n\nTELEGRAM No. 12\n4 May 1956\n\nMR IMRE HORVATH, MINISTER OF FOREIGN AFFAIRS, BUDAPEST\n\n{TEXT.upper()}")  # fmt: skip
    assert said(record, *PLACES) == ["Imre Horvath", "Geneva", "Budapest"]


def test_name_office_and_town_above_a_salutation_are_an_address() -> None:
    record = read(
        f"Ministry of Ports\n\nHavana, 4 May 1964\n\nComrade Todor Lukov\nMinister of Foreign Trade\nSofia\n\nDear Comrade Lukov:\n\n{TEXT}\nRaúl León\n"
    )
    assert said(record, *PLACES) == ["Todor Lukov", "Havana", "Sofia"]


def test_an_office_over_its_holder_stays_one_man() -> None:
    record = read(
        f"Havana, 4 May 1964\nTo the Deputy Minister\nComrade Lukov\nMinistry of Ports\nSofia\nDear Comrade Lukov!\n{TEXT}\nRaúl León\n"
    )
    assert said(record, *PLACES) == ["Lukov", "Havana", "Sofia"]


@pytest.mark.parametrize(
    ("line", "town"),
    [
        ("GRAZER STRASSE 5, P.O. BOX 100, A-1400 VIENNA", "Vienna"),
        ("Palais des Nations, 1211 Geneva 10", "Geneva"),
        ("12, rue de Sfax, Paris", "Paris"),
    ],
)
def test_a_body_sits_in_the_town_of_its_street(line: str, town: str) -> None:
    assert said(
        read(f"INTERNATIONAL PORTS AGENCY\n{line}\n4 May 1992\nSir,\n{TEXT}\nJan Nowak\nDirector\n"), "origin"
    ) == [town]


def test_a_footnote_names_the_addressee_in_full() -> None:
    head = "Ciphergram No. 907\nFrom Rabat, sent 30.12.1965 at 14:20, received 31.12 at 7:05"
    record = read(
        f"{head}\n\nWINIEWICZ1\n\n{TEXT}\n/-/ NOWAK\n\n1 Józef Winiewicz, Deputy Minister of Foreign Affairs.\n"
    )
    assert said(record, "addressee", "sender") == ["Józef Winiewicz", "Nowak"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Reference: telegram 318\nThe dredger works again.", [("318", "")]),
        ("Ref.: despatch No. 44 of 3 May 1961\nThe dredger works again.", [("44", "1961-05-03")]),
        ("He asked through the Ambassador (special No. 77 of 9 May 1973) for two pumps.", [("77", "1973-05-09")]),
        ("Our army requests 320 pumps.", []),
        ("Our army requests 320.", []),
        ("He showed me the room (special No. 4).", []),
    ],
)
def test_a_paper_may_be_cited_by_its_number_alone(text: str, found: list[tuple[str, str]]) -> None:
    record = read(f"TELEGRAM No. 9\nSofia, 4 June 1973\n\n{text}\n")
    assert [(one.text_of("number"), one.text_of("date")) for one in record.parts.get("citations", ())] == found

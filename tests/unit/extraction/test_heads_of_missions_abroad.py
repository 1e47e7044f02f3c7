"""Heads of telegrams of many services: cable addresses, who else gets them, offices with two fields."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.extraction.names import parties
from cablegraph.extraction.references import find
from cablegraph.readers import plain_text
from cablegraph.record import Record, normalise


def read(text: str) -> Record:
    [source] = plain_text.read(normalise(text), "paper.txt")
    return extract(source)


def names(record: Record, field: str) -> list[str]:
    return list(dict.fromkeys(passage.text for passage in record.fields.get(field, ())))


BODY = "\n\nThe Minister received me this morning and spoke of the ferry for an hour.\n"


def test_posts_by_their_cable_address_have_a_town() -> None:
    record = read(f"FROM INDEMBASSY CAIRO\nTO FOREIGN NEW DELHI\n(RPTD ADEN, KHARTOUM)\nNo. 77 Immediate Secret{BODY}")
    assert (names(record, "origin"), names(record, "destination")) == (["Cairo"], ["New Delhi"])
    assert names(record, "copied_to") == ["ADEN", "KHARTOUM"]


@pytest.mark.parametrize(
    "line",
    [
        "Repeated to Lagos, Accra and Paris",
        "RPTD: Lagos, Accra, Paris",
        "And for information to: Lagos, Accra, Paris",
        "Saving to Lagos, Accra and Paris",
    ],
)
def test_who_else_gets_a_telegram(line: str) -> None:
    record = read(f"FROM LONDON TO ROME\nNo. 12\n{line}\nSECRET{BODY}")
    assert names(record, "copied_to") == ["Lagos", "Accra", "Paris"]


def test_an_office_in_capitals_sits_where_it_says_without_a_comma() -> None:
    head = "FROM: AMBASSADOR BRUSSELS\nTO: SECRETARY FOR FOREIGN AFFAIRS PRETORIA\nNO. 9 OF 3.4.71 SECRET"
    record = read(f"{head}\nFOR KLAAS VOS ONLY FROM BERG{BODY}")
    assert (names(record, "origin"), names(record, "destination")) == (["Brussels"], ["Pretoria"])
    assert (names(record, "sender"), names(record, "addressee")) == (["Berg"], ["Klaas Vos"])


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("Comrade VERTOV, A. B.", [("A. B. Vertov", "person")]),
        ("Lukin, A. P., Orlov, S. and Berg", [("A. P. Lukin", "person"), ("S. Orlov", "person"), ("Berg", "person")]),
        ("the Office of Fisheries and Lighthouses", [("Office of Fisheries and Lighthouses", "body")]),
        ("the Minister of Foreign Trade and Tourism, Dr. Ana Ruiz", [("Ana Ruiz", "person")]),
        ("Pedro Ruiz, MINCEX", [("Pedro Ruiz", "person")]),
    ],
)
def test_initials_behind_a_name_and_two_fields_of_an_office(phrase: str, found: list[tuple[str, str]]) -> None:
    assert [(one.name, one.entity) for one in parties(phrase, 0, len(phrase))] == found


@pytest.mark.parametrize(
    ("statement", "repository"),
    [("ISA, A-1212/3.", "ISA"), ("HIA, Box 12, folder 3.", "HIA"), ("CADN, 20PO/1", "CADN")],
)
def test_archives_of_more_countries(statement: str, repository: str) -> None:
    [mark] = find(statement, 0, len(statement))
    assert mark.repository == repository

"""Pages run together into one line: where head, address, subject and signature stand in it."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import docslib
from cablegraph.record import Record

HEAD = (
    "May 03, 1961 {kind} from the Embassy in Oslo to the Foreign Ministry Total Page:2 File Type:pdf, Size:1020Kb "
    "Citation: “{kind} from the Embassy in Oslo to the Foreign Ministry,” May 03, 1961, History and Public Policy "
    "Program Digital Archive, AMAE, Fond Telegrams, Oslo 1961, vol. I, p. 3. Summary: Talks. Original Language: "
    "Romanian Contents: English Translation "
)
BODY = "Today I met the deputy minister for an hour. He thanked us for the boats."


def read(words: str, kind: str = "Telegram") -> Record:
    return extract(docslib.lay_out(HEAD.format(kind=kind) + words, "page.txt", "wilson-center"))


def names(record: Record, field: str) -> list[str]:
    return list(dict.fromkeys(passage.text for passage in record.fields.get(field, ())))


def test_marks_of_a_head_one_behind_another() -> None:
    record = read(f"Telegram no. 75.112 Urgent SECRET OSLO, 03.05.1961, 23:00 To Comrade Minister Ion MANEA {BODY}")
    assert [names(record, field) for field in ("number", "precedence", "classification", "addressee")] == [
        ["75.112"], ["urgent"], ["secret"], ["Ion Manea"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("address", "town"),
    [
        ("To Comrade Foreign Minister Imre Balog Budapest Subject: Visit of Comrade Lund ", ["Budapest"]),
        ("To Comrade Foreign Minister Imre Balog ", []),
    ],
)
def test_an_address_below_a_letterhead(address: str, town: list[str]) -> None:
    record = read(f"Embassy of the People's Republic Oslo, 3 May 1961 {address}{BODY} Ivan Holm ambassador", "Report")
    assert names(record, "addressee") == ["Imre Balog"]
    assert names(record, "destination") == town
    assert names(record, "sender") == ["Ivan Holm"]


def test_who_signs_before_the_copies() -> None:
    record = read(f"Oslo, 3 May 1961 {BODY} P. Dahl cc: E. Lund, H. Holm")
    assert names(record, "sender") == ["P. Dahl"]
    assert names(record, "copied_to") == ["E. Lund", "H. Holm"]


@pytest.mark.parametrize("end", ["They left for Oslo.", "He spoke of the Red Cross.", "Signed. The ferry sails."])
def test_a_sentence_signs_nothing(end: str) -> None:
    assert "signature" not in read(f"Oslo, 3 May 1961 {BODY} {end}").fields

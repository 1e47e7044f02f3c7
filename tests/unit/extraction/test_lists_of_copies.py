"""Who has a copy of a paper: lists in other words, men beside their bodies, offices of bodies, extracts from protocols."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import Record

PAPER = "To Comrade Dahl\nWe ask for twenty boats before the winter.\nA. Berg\n5 May 1961\n"


def read(text: str) -> Record:
    return extract(next(iter(plain_text.read(text, "paper.txt"))))


def names(record: Record, field: str) -> list[str]:
    return list(dict.fromkeys(passage.text for passage in record.fields.get(field, ())))


@pytest.mark.parametrize(
    ("lines", "copies"),
    [
        ("Also sent to: Embassy in Utopia, Ivan Lund", ["Embassy in Utopia", "Ivan Lund"]),
        ("Simultaneously sent to: Comrade Lund, Comrade Holm", ["Lund", "Holm"]),
        ("Copied also to: Embassy in Delhi; Embassy in Rangoon", ["Embassy in Delhi", "Embassy in Rangoon"]),
        ("Copies also sent to: Embassy in Delhi, Comrade Holm", ["Embassy in Delhi", "Holm"]),
        ("Also for: Comrade Lund", ["Lund"]),
        ("2 copies made: Comrade Lund, Comrade Holm", ["Lund", "Holm"]),
        ("Three copies typed: Lund, Holm, file", ["Lund", "Holm"]),
        ("4 copies were made: 1 – Com. Lund, 2 – Com. Holm, 3-4 – file", ["Lund", "Holm"]),
        ("Five copies printed: 1. Lund 2. Holm 3. Secretariat", ["Lund", "Holm", "Secretariat"]),
        ("2 copies issued: to Comrade Lund, to the file", ["Lund"]),
        ("(4 copies)\nLund (2), Holm, Hansen, file", ["Lund", "Holm", "Hansen"]),
    ],
)
def test_list_of_copies_is_known_by_its_words(lines: str, copies: list[str]) -> None:
    assert names(read(f"{PAPER}{lines}\n"), "copied_to") == copies


@pytest.mark.parametrize(
    ("lines", "copies"),
    [
        ("3 copies issued:\n1 - to Com. Lund\n2 - to the Foreign Ministry, Com. Holm\n3 - to file", ["Lund", "Holm"]),
        ("3 copies: 1 – Com. Lund, 2 – MFA, Com. Holm, 3 – file", ["Lund", "Holm"]),
        ("Copies to: P.M.; Secretary, Department of Fisheries", ["P.M.", "Secretary, Department of Fisheries"]),
        ("cc: Director, Asia Division; Joint Secretary, Ministry of Defence", ["Director, Asia Division", "Joint Secretary, Ministry of Defence"]),
        ("cc: Mr Lund\nDefence Department, FCO", ["Lund", "Defence Department, FCO"]),
        ("cc: Mr Lund\nSecond Section, Ministry of Defence", ["Lund", "Second Section, Ministry of Defence"]),
        ("Copies: International Department, Ministry of Defence", ["International Department", "Ministry of Defence"]),
    ],
)  # fmt: skip
def test_man_or_office_of_a_body_has_one_copy(lines: str, copies: list[str]) -> None:
    assert names(read(f"{PAPER}{lines}\n"), "copied_to") == copies


@pytest.mark.parametrize(
    "head",
    [
        "No. P5/XIV\nTo Comrades Lund, Holm\nExtract from minutes No. 5 of the session of the Politburo of 3 June 1971",
        "No. P5/XIV\nTo: Lund, Holm\nExtract from protocol No. 5 of the session of the CC Politburo of 3 June 1971",
        "Extract from protocol No. 9 of the meeting of the Secretariat of 3 June 1971\nTo: Comrades Lund, Holm",
        "To: Comrades Lund, Holm\nExcerpt from protocol No. 5 of the sitting of the Presidium of 3 June 1971",
        "To Comrades Lund – 1, 2; Holm – all.\nExtract from minutes no. 5 of the meeting of the Politburo of 3 June 1971",
    ],
)
def test_extract_from_a_protocol_goes_out_in_copies_and_is_a_decision(head: str) -> None:
    record = read(f"TOP SECRET\n{head}\nOn assistance to Utopia\n1. To agree to the request of the government.\n")
    assert names(record, "copied_to") == ["Lund", "Holm"]
    assert names(record, "form") == ["decision"]

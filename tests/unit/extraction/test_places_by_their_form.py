"""Places that their form or the words before them show; and grades before a town, and books of secret papers."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text, plain_text
from cablegraph.record import normalise

LETTER = "Letter from Berg to Holm\n\nOslo, 4 May 1961\n\nDear Comrade Holm,\n\nI have nothing new. {words}\n\nBerg\n"


def mentions(words: str, entity: str) -> list[str]:
    [source] = plain_text.read(normalise(LETTER.format(words=words)), "paper.txt")
    return [one.text for one in extract(source).fields.get("mentions", ()) if one.entity == entity]


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("The road to Majon-ni must be repaired.", ["Majon-ni"]),
        ("Boats from Sach'on-ri and Kosong-dong were seized.", ["Sach'on-ri", "Kosong-dong"]),
        ("Two shipments have arrived Tanjung Priok.", ["Tanjung Priok"]),
        ("The tankers at Pulau Bukom and Kuala Belait wait.", ["Pulau Bukom", "Kuala Belait"]),
        ("Three ships arrived Belawan, two arrive Tegal tomorrow.", ["Belawan", "Tegal"]),
        ("Thanks for the words about the fields of Lushnja.", ["Lushnja"]),
        ("The orchards of Vlasina and the vineyards of Tikvo suffered.", ["Vlasina", "Tikvo"]),
    ],
)
def test_a_place_is_shown_by_its_form_or_by_what_stands_before_it(words: str, places: list[str]) -> None:
    assert (mentions(words, "place"), mentions(words, "person")) == (places, [])


@pytest.mark.parametrize(
    "words",
    [
        "It depends upon the Department of Agriculture; Agriculture says that it depends upon him.",
        "They spoke of the Treaty. Treaty tells us nothing.",
        "Visit says little of it.",
        "Fisheries says that it has no boats.",
        "Aviation wants six pilots.",
    ],
)
def test_departments_and_treaties_are_nobody(words: str) -> None:
    assert mentions(words, "person") == []


WIRE = """The Ambassador in Indonesia (Berg) to the Secretary of State

{line}
[Received March 22—9:14 a. m.]

1299. Deptel 1012, March 15. Saw Foreign Minister Holm last evening.

BERG
"""


@pytest.mark.parametrize(
    ("line", "town"),
    [
        ("secret priority Djakarta, March 22, 1951—4 p. m.", "Djakarta"),
        ("secret Djakarta, March 22, 1951—4 p. m.", "Djakarta"),
        ("top secret niact Moscow, March 22, 1951—midnight.", "Moscow"),
        ("CONFIDENTIAL Rome, March 22, 1951—4 p. m.", "Rome"),
        ("restricted us urgent The Hague, March 22, 1951—4 p. m.", "The Hague"),
        ("plain Warsaw, March 22, 1951.", "Warsaw"),
    ],
)
def test_grades_stand_before_the_town_of_a_dateline(line: str, town: str) -> None:
    [source] = frus_text.read(normalise(WIRE.format(line=line)), "paper.txt")
    record = extract(source)
    assert (record.text_of("origin"), record.text_of("date")) == (town, "1951-03-22")


@pytest.mark.parametrize(
    "booked",
    ["Strictly confidential No. 388", "Strictly confidential, No. 388", "Secret No. 388", "Str. pov. No. 388"],
)
def test_a_book_of_secret_papers_counts_beside_the_telegrams(booked: str) -> None:
    words = f"Telegram from Berg to the State Secretariat\n\nEMBASSY MOSCOW\n{booked}\nTelegram No. 1042\nSent 5 October 1957\n\nFor Holm\n\nI was there.\n\nBerg\n"  # noqa: E501
    [source] = plain_text.read(normalise(words), "paper.txt")
    record = extract(source)
    assert [one.text for one in record.fields["number"]] == ["1042"]
    assert [one.text for one in record.fields["register_number"]] == ["388"]

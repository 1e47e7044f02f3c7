"""People and places of papers from all countries, and those who handled a paper."""

from __future__ import annotations

import pytest

from cablegraph.extraction import capitals, extract, mentions
from cablegraph.readers import plain_text
from cablegraph.record import Record, SourceText, normalise

TEXT = "The dredger works again, and nine days are lost. The harbour master asks for two pumps before the winter.\n"


def read(text: str) -> dict[str, str]:
    found = mentions.extract(SourceText(text), [(0, len(text))])
    return {passage.text: passage.entity for passage in found}


def paper(text: str) -> Record:
    [source] = plain_text.read(normalise(text), "paper.txt")
    return extract(source)


def named(record: Record, entity: str) -> set[str]:
    return {passage.text for passage in record.fields.get("mentions", ()) if passage.entity == entity}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The list was given to MDg Reinecke at noon.", "Reinecke"),
        ("We were received by Wing Commander Oyelaran.", "Oyelaran"),
        ("We spoke with Staff Major Bouzidi about it.", "Bouzidi"),
        ("It was said that U Nu would not come.", "U Nu"),
        ("To Gerhardsen's question he gave no answer.", "Gerhardsen"),
        ("The loan was promised by Roger Kwabena12 in the spring.", "Roger Kwabena"),
        ("We saw Dr. Bern of the institute.", "Bern"),
    ],
)
def test_a_person_is_named(text: str, name: str) -> None:
    assert read(text) == {name: "person"}


def test_a_common_word_beside_a_man_is_a_family_name() -> None:
    assert read("He spoke with bitterness of Nasser and Eden.")["Eden"] == "person"
    assert "Begin" not in read("The talks are to Begin in May.")


@pytest.mark.parametrize(
    "text", ["At Tab C. The report is old.", "ten Arab states had gone", "a note marked Variant B. The rest"]
)
def test_nobody_is_named(text: str) -> None:
    assert "person" not in read(text).values()


def test_a_row_of_names_ends_at_the_gap_of_a_column() -> None:
    assert read("he wrote from Aswan          File of the office") == {"Aswan": "place"}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("(Drafted by Wu Zhenlin; read by Vice Premier Duan)", {"Wu Zhenlin", "Duan"}),
        ("[in the margin:] I agree. Voronin. Tikhomirov. 4.V.71", {"Voronin", "Tikhomirov"}),
        ("Deciphered by: L. Ferrari", {"L. Ferrari"}),
    ],
)
def test_who_handled_a_paper_is_named(line: str, names: set[str]) -> None:
    assert named(paper(f"To the Ministry\n\n{TEXT}\nOkoye\n\n{line}\n"), "person") >= names


def test_an_edition_s_translator_is_not() -> None:
    assert "Lindqvist" not in " ".join(named(paper(f"{TEXT}\nOkoye\n\nTranslated by Sara Lindqvist.\n"), "person"))


def test_a_heading_in_capitals_names_posts() -> None:
    text = "FM LUSAKA 041200Z MAY 78\nTO PRIORITY F C O\nINFO ROUTINE LUANDA DAR ES SALAAM KINSHASA\n\n" + TEXT
    assert named(paper(text), "place") >= {"Luanda", "Dar Es Salaam", "Kinshasa"}


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        (
            "WE OFFER 12 TENTS STOP DR ANDRE DE MEYER WILL COME STOP",
            "We offer 12 tents.     Dr Andre de Meyer will come.    ",
        ),
        ("THE ITALIAN CHARGE (BERTOLDI) SAID SO.", "The Italian charge (Bertoldi) said so."),
    ],
)
def test_small_letters_are_given_back(words: str, plain: str) -> None:
    assert capitals.plain(SourceText(words), [(0, len(words))]).text == plain


def test_only_long_lines_in_capitals_are_taken_for_a_wire_s() -> None:
    text = f"ROUTINE MATTERS\n{TEXT.upper()}and a word behind"
    assert capitals.lines(text, [(0, len(text))]) == [(16, 16 + len(TEXT) - 1)]

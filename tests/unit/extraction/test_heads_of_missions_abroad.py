"""Heads of telegrams of many services: cable addresses, who else gets them, offices with two fields."""

# ruff: noqa: E501  (papers are read best as they are written)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.extraction.names import parties
from cablegraph.extraction.references import find
from cablegraph.readers import docslib, plain_text
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


SERVICE = """USSR
COMMITTEE FOR STATE SECURITY
of the Council of Ministers of the USSR
3 June 1972
No. 2044-A
TOP SECRET
CC CPSU
On the talks of the miners
The residency reports that the miners will meet again.
CHAIRMAN OF THE COMMITTEE FOR STATE SECURITY
LUKIN
Executor: Petrov, tel. 224-11-22
[Handwritten: Agreed. A. Orlov]
"""


def test_a_service_reports_to_the_centre_named_alone_and_its_executor_does_not_sign() -> None:
    record = read(SERVICE)
    assert names(record, "addressee") == ["CC CPSU"]
    assert names(record, "signature") == ["Lukin"]


def test_a_signature_behind_sig_and_above_the_count_of_enclosures() -> None:
    record = read(
        "Berne, 3 May 1957\n\nPolitical Report No. 4\n\nI saw the Minister of Mines.\n\nsig. Brandsma\n\n2 enclosures\n"
    )
    assert names(record, "signature") == ["Brandsma"]
    assert (record.text_of("form"), record.text_of("number")) == ("report", "4")


def test_an_office_and_below_it_initials_and_surname_are_one_man() -> None:
    record = read("Kyiv, 6 May 1993\nTo the President of Ukraine\nA. B. Kravets\n\nI report on the talks.\n\nB. Lys\n")
    assert names(record, "addressee") == ["A. B. Kravets"]


@pytest.mark.parametrize(
    ("line", "kind", "value"),
    [
        ("From RANGOON No. 1893 Received 22 hours 9.III.1949", "incoming_number", "1893"),
        ("00145/Biz.-1961", "number", "00145/Biz.-1961"),
        ("No. D.1204-FM/66", "number", "D.1204-FM/66"),
    ],
)
def test_numbers_of_other_services(line: str, kind: str, value: str) -> None:
    assert names(read(f"CIPHERED TELEGRAM\n{line}{BODY}"), kind) == [value]


def test_what_a_translator_says_of_numbers_is_no_number_of_the_paper() -> None:
    record = read(
        f"From: Lagos\nNo.: 714\nTo: Berg, Oslo\n[Translator's note: a second number, No. 2209, is crossed out]{BODY}"
    )
    assert names(record, "number") == ["714"]


def test_an_extract_from_a_protocol_is_a_decision_and_minutes_go_on_in_the_line_below() -> None:
    assert read(f"Extract from CC CPSU Politburo Protocol No. 12{BODY}").text_of("form") == "decision"
    record = read(
        "MINUTES\nof the talks of Comrade Petar Ilić with Mr. Jan Vos, envoy of the President of the Republic of Chad\n"
        "Bugojno, 3 August 1972\n\nVos: We have wood.\n\nIlić: And no saws.\n"
    )
    assert names(record, "origin") == ["Bugojno"]


LIBRARY = (
    "May 6, 1969 Letter, Jan Berg to Ivo Dahl Total Page:16 File Type:pdf, Size:1020Kb Citation: “Letter, Jan Berg to Ivo Dahl,” May 6, "
    "1969, History and Public Policy Program Digital Archive, ACS, b. 3. Summary: Berg asks for boats. Original Language: Albanian "
    "Contents: English Translation In the name of God {head} Dear Comrade Dahl, I confirm your message of 19 April. Send us "
    "six boats. I embrace you, Jan Berg"
)


@pytest.mark.parametrize(
    "head",
    [
        "Tirana, 6 May 1969 Comrade Ivo Dahl Premier of the State Council of Norway Oslo",
        "Tirana, 6 May 1969 Comrade Ivo Dahl, Premier of Norway, Oslo.",
    ],
)
def test_a_letter_in_one_line_has_dateline_address_and_greeting(head: str) -> None:
    text = normalise(LIBRARY.format(head=head))
    record = extract(docslib.lay_out(text, "letter.txt", "wilson-center"))
    assert (names(record, "origin"), names(record, "destination")) == (["Tirana"], ["Oslo"])
    assert "Ivo Dahl" in names(record, "addressee")


def test_what_stands_over_a_paper_belongs_to_a_point_of_the_protocol() -> None:
    record = read(
        "DECISION\nof the Politburo\nProtocol No. 12 of 7 June 1977\n1. Approve the draft (attached).\nSECRETARY L. LUKIN\n"
        "Re point 8 of Prot. No. 12\nSecret\nACCRA\nTO THE SOVIET AMBASSADOR\nVisit Vos and say that we agree.\nA. ORLOV\n"
    )
    [inner] = record.parts["enclosed"]
    assert (names(inner, "sender"), names(inner, "destination")) == (["A. Orlov"], ["Accra"])


def test_words_between_quote_and_unquote_are_a_message_of_their_writer() -> None:
    record = read(
        "FROM: AMBASSADOR ROME\nTO: FOREIGN SECRETARY LONDON\nNO. 9 OF 3.4.71\n1. HE READ OUT THE FOLLOWING FROM BERG TO PRIME "
        "MINISTER DAHL. QUOTE: I ASK THAT YOUR GOVERNMENT SEND THREE EXPERTS. UNQUOTE.\n2. NOBODY ANSWERED HIM AT ALL.\n"
    )
    [inner] = record.parts["enclosed"]
    assert (names(inner, "sender"), names(inner, "addressee")) == (["Berg"], ["Dahl"])


def test_who_signs_the_decision_of_a_body_is_named_by_it() -> None:
    record = read(
        "DECISION No. 7 OF THE POLITBURO OF THE CC OF THE BCP\nof 20 May 1966\n\n1. Approves the granting of 300 tents to Chad.\n\n"
        "FIRST SECRETARY OF THE CC OF THE BCP: T. LUKIN\n"
    )
    assert names(record, "signature") == ["T. Lukin"]
    assert "T. Lukin" in names(record, "mentions")


def test_both_sides_of_talks_stand_below_the_word_record() -> None:
    record = read(
        "NOTE\non the talks of Comrade Petar Ilić with Mr. Jan Vos, envoy of Chad\nBugojno, 3 August 1972\n\nVos spoke first.\n"
    )
    assert names(record, "participant") == ["Petar Ilić", "Jan Vos"]

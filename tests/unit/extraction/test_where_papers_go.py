"""Where papers go: the address over a telegram, below a despatch, and over a letter's salutation."""

# ruff: noqa: E501  (a line of a paper is read best on one line)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.extraction.names import parties
from cablegraph.readers import frus_text, wilson_center
from cablegraph.record import Record

TELEGRAM = "Mr. Adams to Mr. Brown.\n[Telegram.]\nLEGATION OF THE UNITED STATES,\nVienna, March 7, 1889.\n{}\nYour dispatch of the 2d was received.\nADAMS.\n"
DESPATCH = "Mr. Adams to Mr. Brown.\nNo. 12.]\nLEGATION OF THE UNITED STATES,\nVienna, March 7, 1889.\nSIR: Your dispatch of the 2d was received.\nI am, etc.,\nJOHN ADAMS.\n{}\n"
PAGE = (
    "April 18, 1978\nLetter from R. Berg to his colleague\nOSLO\n18 April 1978\nSECRET\n{}\nThank you for your letter of 6 April, which Mr. Dahl delivered to me in person.\n"
    "Yours sincerely\nR BERG\nDocument Information\nSource\nRights\nThe History and Public Policy Program welcomes reuse of Digital Archive materials.\n"
)


def series(text: str) -> Record:
    return extract(next(iter(frus_text.read(text, "paper.txt"))))


def page(text: str) -> Record:
    return extract(next(wilson_center.read(text, "page.txt")))


def names(record: Record, field: str) -> list[str]:
    return list(dict.fromkeys(passage.text for passage in record.fields.get(field, ())))


@pytest.mark.parametrize(
    ("address", "town"),
    [
        ("AMERICAN EMBASSY, Paris.", "Paris"),
        ("AMLEGATION, Bern.", "Bern"),
        ("To the AMERICAN MINISTER, Lisbon:", "Lisbon"),
        ("McKINLEY, President, Washington:", "Washington"),
        ("BROWN, Berlin:", "Berlin"),
        ("SECRETARY OF STATE, Washington, D. C.:", "Washington"),
        ("Mr. EGAN, Santiago, Chile:", "Santiago"),
        ("CONSUL-GENERAL, Shanghai.—", "Shanghai"),
        ("AMERICAN LEGATION,\nThe Hague:", "The Hague"),
        ("His Excellency THOMAS F. BROWN,\nEtc., etc., etc., London.", "London"),
        ("BROWN, St. Petersburg.", "St. Petersburg"),
    ],
)
def test_a_telegrams_address_says_where_it_goes(address: str, town: str) -> None:
    record = series(TELEGRAM.format(address))
    assert (names(record, "destination"), names(record, "addressee"), names(record, "origin")) == (
        [town], ["Brown"], ["Vienna"],
    )  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "The Legation in Bern has been told.",
        "For Brown, Paris, from the Treasury:",
        "Mr. Brown is at Paris.",
        "British Ambassador asks coal for Malta, Alexandria.",
        "Minister of War requests flour by Lisbon, Paris.",
    ],
)
def test_a_sentence_over_a_telegrams_text_is_no_address(words: str) -> None:
    assert names(series(TELEGRAM.format(words)), "destination") == []


@pytest.mark.parametrize(
    ("address", "town"),
    [
        ("WILLIAM W. BROWN, Esq., etc., etc., etc., Berlin.", "Berlin"),
        ("HENRY BROWN, Esq., etc., etc., etc.,\nLondon.", "London"),
        ("Hon. HAMILTON BROWN,\n&c., &c., &c., Washington.", "Washington"),
        ("CHARLES BROWN, Esq.,\nUnited States Consul General, Alexandria, Egypt.", "Alexandria"),
        ("JOSEPH C. BROWN, Esquire,\nAmerican Ambassador, Tokyo, Japan.", "Tokyo"),
        ("The Honorable\nCHARLES E. BROWN,\nSecretary of State, Washington.", "Washington"),
        ("To his excellency WILLIAM H. BROWN,\nSecretary of State of the United States, Washington.", "Washington"),
    ],
)
def test_the_address_below_a_despatch_says_where_it_goes(address: str, town: str) -> None:
    record = series(DESPATCH.format(address))
    assert (names(record, "destination"), names(record, "sender")) == ([town], ["John Adams"])


@pytest.mark.parametrize(
    ("address", "man", "towns"),
    [
        ("The Honourable I D Lund\nPrime Minister of Norway\nSALISBURY\nMy dear Prime Minister", "I D Lund", ["Salisbury"]),
        ("Compañero Juan Rafael Ruiz\nVice President of the Council of Ministers\nHavana\nCompañero Juan Rafael:", "Juan Rafael Ruiz", ["Havana"]),
        ("Mr. N. S. Lund\nChairman of the Council of Ministers of the USSR\nKremlin, Moscow\nEsteemed Mr. Chairman,", "N. S. Lund", ["Moscow"]),
        ("His Excellency Mr. Kurt Lund\nSecretary-General of the United Nations\nNew York, N.Y.\nExcellency,", "Kurt Lund", ["New York"]),
        ("Mr. Kurt Lund\nSecretary-General\nUnited Nations\nDear Mr. Secretary-General,", "Kurt Lund", []),
        ("His Excellency\nPresident Anwar el-Lundi\nPresident of the Arab Republic of Egypt\nCairo\nDear Mr. President:", "Anwar el-Lundi", ["Cairo"]),
        ("Excmo. Señor Salvador Ruiz\nPresidente de la República\nSantiago de Chile\nEstimado compañero Presidente:", "Salvador Ruiz", ["Santiago de Chile"]),
        ("General Lund\nPresident of the Republic of Zaire\nGbadolite\nMr. President,", "Lund", ["Gbadolite"]),
    ],
)  # fmt: skip
def test_an_address_over_a_salutation_names_reader_and_town(address: str, man: str, towns: list[str]) -> None:
    record = page(PAGE.format(address))
    assert (names(record, "addressee"), names(record, "destination"), names(record, "relay")) == ([man], towns, [])


@pytest.mark.parametrize(
    "line",
    ["(through Ambassador Ivan Spasov)", "By hand of Ambassador Ivan Spasov", "via Ambassador Ivan Spasov"],
)
def test_who_carries_a_letter_stands_in_its_address_and_is_read(line: str) -> None:
    lines = ["Comrade NILS LUND", "General Secretary of the Central Committee of the Ruritanian Communist Party", line]
    record = page(PAGE.format("\n".join([*lines, "Dear Comrade Lund,"])))
    assert (names(record, "addressee")[0], names(record, "relay")) == ("Nils Lund", ["Ivan Spasov"])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Foreign and Commonwealth Office", [("Foreign and Commonwealth Office", "body")]),
        ("Economic and Social Council", [("Economic and Social Council", "body")]),
        ("the Foreign Ministry and the Trade Office", [("Foreign Ministry", "body"), ("Trade Office", "body")]),
        ("Aurel Duma", [("Aurel Duma", "person")]),
        ("State Duma", [("State Duma", "body")]),
        ("The Honourable I D Lund", [("I D Lund", "person")]),
        ("President Anwar el-Lundi", [("Anwar el-Lundi", "person")]),
    ],
)  # fmt: skip
def test_a_body_of_two_fields_is_one_and_a_surname_no_body(words: str, found: list[tuple[str, str]]) -> None:
    assert [(one.name, one.entity) for one in parties(words, 0, len(words))] == found


@pytest.mark.parametrize(
    ("head", "town"),
    [
        ("The Acting Secretary of State to the American Commission to Negotiate Peace, at Paris", ["Paris"]),
        ("The Secretary of State to the Consul at Geneva (Gilbert)", ["Geneva"]),
        ("The Secretary of State to the Ambassador in Chile (Collier), temporarily at Arica", ["Arica"]),
        ("The Secretary of State to the Ambassador in France (Sharp)", []),
    ],
)
def test_a_head_names_the_town_of_a_post_and_no_country(head: str, town: list[str]) -> None:
    record = series(
        f"File No. 763.72/1\n{head}\n[Telegram]\nWASHINGTON, April 24, 1917, 5 p. m.\n12. Your No. 3 received.\nLANSING\n"
    )
    assert names(record, "destination") == town

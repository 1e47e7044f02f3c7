"""Heads and feet as offices of many countries write them: lists of consuls, printed lines, rows of signers."""

# ruff: noqa: E501  (a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.extraction.names import parties
from cablegraph.readers import bulletin, frus_text, plain_text
from cablegraph.record import Record, normalise

BODY = (
    "The dredger has been at work since Monday, and the harbour master wishes to know who pays for the coal.\n"
    "It would be well if the pumps were sent before the winter, since the quay is under water at every spring tide."
)


def paper(text: str) -> Record:
    [source] = plain_text.read(normalise(text), "paper.txt")
    return extract(source)


def values(record: Record, name: str) -> list[str]:
    return [passage.text for passage in record.fields.get(name, ())]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "the Ambassadors in Belgium (Gibson), Italy (Garrett), and Germany (Sackett)",
            ["Gibson", "Garrett", "Sackett"],
        ),
        (
            "the Consuls at Barcelona (Franklin), Bilbao (Chapman), Seville (Bay), and Vigo (Graves)",
            ["Franklin", "Chapman", "Bay", "Graves"],
        ),
        (
            "the Ministers in Sweden (Morris), Norway (Schmedeman), Denmark (Egan), and the Netherlands (Garrett)",
            ["Morris", "Schmedeman", "Egan", "Garrett"],
        ),
        ("West Asian and African Department", ["West Asian and African Department"]),
        ("Chief of the South African Defence Force", ["Chief of the South African Defence Force"]),
        ("Chief of Staff Logistics", ["Chief of Staff Logistics"]),
        ("ANSTEE, UNAVEM", ["Anstee"]),
    ],
)
def test_holders_of_one_office_in_many_places_and_offices_of_two_words(words: str, names: list[str]) -> None:
    assert [one.name for one in parties(words, 0, len(words))] == names


def test_a_list_of_copies_stands_under_what_counts_them_at_the_head() -> None:
    record = paper(
        "Secret\nMultiplied in 8 copies\nCom. Nowicki\nCom. Wilczek\nDep. IV\nUrgent Note no. 61/66\n"
        f"Vientiane, 4 May 1966\n\n{BODY}\n\nPrepared by:\nJan Berg\n"
    )
    assert values(record, "copied_to") == ["Nowicki", "Wilczek", "Dep. IV"]
    assert (values(record, "number"), values(record, "origin")) == (["61/66"], ["Vientiane"])


@pytest.mark.parametrize(
    "printed",
    [
        "UITERS GEHEIM / TOP SECRET\nCopy 2 of 3\nTelephone: 2-4111 ext 307\nH LEER 3/1/4",
        "Secret\nTel.: 71 44 02\nTelex: 22541",
        "Confidential\nP.O. Box 114\nTelegraphic address: DREDGE",
    ],
)
def test_printed_lines_of_an_office_end_no_head(printed: str) -> None:
    record = paper(
        f"{printed}\n\nHarbour Headquarters\nPretoria\n9 May 1975\n\nMEMORANDUM TO: Chief of the Harbour Office\n\n{BODY}\n\n(R. DAHL)\n"
    )
    assert (values(record, "date"), values(record, "form"), values(record, "origin")) == (
        ["1975-05-09"],
        ["memorandum"],
        ["Pretoria"],
    )


def test_signers_with_initials_in_one_row_are_several() -> None:
    record = paper(
        f"CC CPSU\nOn the dredging of the port\n\n{BODY}\n\nA. Gromov D. Belov B. Petrenko\n3 March 1978\nNo. 0418/gs\n"
    )
    assert values(record, "sender") == ["A. Gromov", "D. Belov", "B. Petrenko"]


@pytest.mark.parametrize(
    ("line", "addressees", "copies"),
    [
        ("To: Comrade Corneliu Dahl, Comrade Gheorghe Lund", ["Corneliu Dahl", "Gheorghe Lund"], []),
        ("To: Comrade V. M. Dahl\nCopy: to Comrade Lund", ["V. M. Dahl"], ["Lund"]),
        (
            "To: Comrade V. M. Dahl\nCopied to: West Asian and African Department (4)",
            ["V. M. Dahl"],
            ["West Asian and African Department"],
        ),
    ],
)
def test_a_second_comrade_is_no_town_and_a_desk_of_two_lands_is_one(
    line: str, addressees: list[str], copies: list[str]
) -> None:
    record = paper(f"Ciphered Telegram\nFrom Berlin, 7 July 1953\nNo. 2241\n{line}\n\n{BODY}\n\nSEMENOV\n")
    assert (values(record, "addressee"), values(record, "copied_to")) == (addressees, copies)
    assert values(record, "destination") == []


def test_who_brings_a_letter_stands_in_brackets_below_the_address() -> None:
    record = paper(
        f"Hanoi, 11 April 1967\nComrade Premier Zhou Enlai\nBeijing\n(through Ambassador Zhu Qiwen)\nEsteemed Comrade,\n{BODY}\nWith greetings,\nPham Van Dong\n"
    )
    assert (values(record, "relay"), values(record, "addressee")) == (["Zhu Qiwen"], ["Zhou Enlai"])


@pytest.mark.parametrize("last", ["COMMENT FOLLOWS BY SEPTEL.", "DETAILS WILL FOLLOW.", "PLEASE ADVISE."])
def test_a_wires_last_sentence_in_capitals_signs_nothing(last: str) -> None:
    record = paper(
        "O 201615Z SEP 74\nFM AMEMBASSY BELGRADE\nTO SECSTATE WASHDC IMMEDIATE 1840\n53\nINFO AMEMBASSY ROME\nS E C R E T BELGRADE 4211\n"
        f"SUBJ: DREDGERS\n\nTHE DREDGER HAS BEEN AT WORK SINCE MONDAY AND THE HARBOR MASTER WISHES TO KNOW WHO PAYS.\n\n{last}\n\nTOON\nSECRET\n"
    )
    assert values(record, "sender") == ["Toon"]


def test_the_first_of_several_points_is_no_telegrams_number() -> None:
    head = "852.00/2250c : Telegram\nThe Secretary of State to the Consul at Vigo (Graves)\nWASHINGTON, August 7, 1936—8 p.m.\n"
    [source] = frus_text.read(
        normalise(f"{head}1. Ask all Americans who remain to leave.\n2. Report daily their number.\nHULL\n"),
        "paper.txt",
    )
    assert values(extract(source), "number") == []
    [source] = frus_text.read(normalise(f"{head}1. Ask all Americans who remain to leave.\nHULL\n"), "paper.txt")
    assert values(extract(source), "number") == ["1"]


def test_what_editors_say_of_the_sheet_is_theirs_and_no_summary() -> None:
    text = normalise(
        "Cold War International History Project Bulletin, Issue 17/18\n\nDocument No. 3\nLetter from Raúl Dahl to Otto Lund, Havana, 4 March 1963\n"
        f"[Original in Spanish. The letter bears a stamp of 11 March.]\n\nEsteemed Comrade Minister:\n\n{BODY}\n\nRaúl Dahl\n\n"
        "[Source: PA AA, MfAA, A 3.302, Bl. 27. Translated by A. Berg.]\n"
    )
    [source] = bulletin.read(text, "paper.txt")
    assert values(extract(source), "summary") == []
    assert source.layer_of(source.text.index("Original in"), source.text.index("Original in") + 8) == "editorial"

"""Heads and feet of papers as ministries of many countries print them."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text, wilson_center
from cablegraph.record import Record

TEXT = "The Minister told me yesterday that he would come in July. He asked that the question of the carts be examined before that date."


def read(text: str) -> Record:
    return extract(next(iter(plain_text.read(text, "paper.txt"))))


def names(record: Record, field: str) -> list[str]:
    return list(dict.fromkeys(passage.text for passage in record.fields.get(field, ())))


@pytest.mark.parametrize(
    ("paper", "field", "values"),
    [
        ("TELEGRAM 076.311\nSender: Embassy in Oslo\nTo: Comrade Ion Dahl\n\n{}\n\nSigned: Jan Popa", "number", ["076.311"]),
        ("Secret\nCiphergram No. 52\nFrom Oslo, on 3 April 1963\nMORSKI - EYES ONLY\n\n{}\n\n/-/ Kowal\n\nDeciphered on 4 IV at 10:15, deciphered by Nowak", "addressee", ["Morski"]),
        ("Secret\nCiphergram No. 52\nFrom Oslo, on 3 April 1963\nMORSKI - EYES ONLY\n\n{}\n\n/-/ Kowal\n\nDeciphered on 4 IV at 10:15, deciphered by Nowak", "sender", ["Kowal"]),
        ("MINISTRY OF FOREIGN AFFAIRS\nCODED TELEGRAM RECEIVED\nFROM THE EMBASSY IN WASHINGTON\nON 3/XI/62\n\n{}\n\nJUAN ORTIZ", "sender", ["Juan Ortiz"]),
        ("TO COMRADE TODOR PETROV\nFIRST SECRETARY OF THE CC OF THE BCP\n\nREPORT\n\n{}\n\nSofia, 12 May 1976\nMINISTER: (signed) P. Ivanov", "receiver", []),
        ("TO COMRADE TODOR PETROV\nFIRST SECRETARY OF THE CC OF THE BCP\n\nREPORT\n\n{}\n\nSofia, 12 May 1976\nMINISTER: (signed) P. Ivanov", "addressee", ["Todor Petrov"]),
        ("NOTE FOR THE FILE\n\nSubject: Visit\n\n{}\n\nA. Bell", "addressee", []),
        ("EMBASSY OF FRANCE\nOslo, 12 May 1966\n\nThe Ambassador of France in Norway\nto\nHis Excellency Mr. Marchand\n\n{}\n\nPierre Dahl", "addressee", ["Marchand"]),
        ("MINISTRY OF FOREIGN AFFAIRS\n15 May 1958\nTo Comrade M. BERG\n\n{}\n\n[signed] N. DAHL\n\n3 copies: 1 - CC CPSU, 2 - Secretariat, 3 - file", "copied_to", ["CC CPSU", "Secretariat"]),
    ],
)  # fmt: skip
def test_head_and_foot_say_who_and_to_whom(paper: str, field: str, values: list[str]) -> None:
    assert names(read(paper.format(TEXT)), field) == values


def test_canadian_telegrams_head_gives_post_number_and_day_in_one_line() -> None:
    record = read(
        f"CONFIDENTIAL\nFM WSHDC 1234 12MAR64\nTO EXTERNAL OTT\nINFO LDN PARIS\nREF YRTEL K-45 OF MAR 10\n\n{TEXT.upper()}\n\nRITCHIE"
    )
    assert (names(record, "origin"), names(record, "destination")) == (["Washington"], ["Ottawa"])
    assert (names(record, "number"), names(record, "date"), names(record, "form")) == (
        ["1234"],
        ["1964-03-12"],
        ["telegram"],
    )
    assert names(record, "sender") == ["Ritchie"]


PAGE = "Skip to content\nMay 4, 1961\n{title}\n{paper}\nDocument Information\nSource\n{source}\nRights\nThe History and Public Policy Program welcomes reuse of Digital Archive materials.\n"


def page(title: str, paper: str, source: str = "APRF, f. 3, op. 1, d. 2, l. 3.") -> Record:
    return extract(next(wilson_center.read(PAGE.format(title=title, paper=paper, source=source), "page.txt")))


def test_names_that_editors_complete_are_whole_and_a_line_is_nobody() -> None:
    record = page(
        "Cable, Chinese Foreign Ministry to the Embassy in India",
        f"By VCh\nTo the Embassy in India:\n{TEXT}\nForeign Ministry\n4 May 1961\nCopies sent to: Chairman [Mao], Liu [Shaoqi], Premier Zhou [Enlai], filed (2)",
    )
    assert names(record, "copied_to") == ["Mao", "Liu Shaoqi", "Zhou Enlai"]
    assert names(record, "relay") == []


def test_who_speaks_in_minutes_is_not_written_to() -> None:
    record = page(
        "Minutes of Conversation between A. Berg and B. Dahl",
        "MINUTES OF THE CONVERSATION\nbetween Comrade A. Berg and Comrade B. Dahl\nOslo, 4 May 1961\nComrade Berg: We thank you for the reception and shall send carts.\nComrade Dahl: We are grateful.",
    )
    assert names(record, "addressee") == []


def test_mission_to_an_agency_writes_to_a_ministry() -> None:
    record = page(
        "Report, Permanent Mission of Hungary to the Agency of Peace to the Hungarian Foreign Ministry",
        f"Vienna, 4 May 1961\n{TEXT}\nDelivered to: Berg, Dahl",
    )
    assert names(record, "addressee") == ["Hungarian Foreign Ministry"]
    assert names(record, "copied_to") == ["Berg", "Dahl"]


def test_letters_may_stand_behind_the_archives_town() -> None:
    record = page(
        "Note",
        TEXT,
        "Political Archive of the Federal Foreign Office, Berlin (PA AA), MfAA, C 1363/74. Translated by X.",
    )
    assert record.parts["copies"][0].text_of("identifier") == "PA AA, MfAA, C 1363/74"


@pytest.mark.parametrize(
    ("paper", "field", "values"),
    [
        ("MINUTES\nof the meeting of the Permanent Presidium of the CC of the RCP, 21 August 1968\n\nPresent: Comrades A. Berg, B. Dahl\n\n{}", "date", ["1968-08-21"]),
        ("MEMORANDUM OF CONVERSATION\nwith A. Berg\n4 May 1951\n\n{}\n\nN. DAHL\n\nDistributed to Comrades: Molotov, Mikoyan\n5 copies printed", "copied_to", ["Molotov", "Mikoyan"]),
        ("BRITISH EMBASSY\nOSLO\n\n4 May 1951\n\nDear Howard,\n\n{}\n\nYours ever,\n\nAnn Bell\n\nSir Howard Dale, KCMG,\nNorthern Department,\nForeign Office,\nLondon, S.W.1.", "sender", ["Ann Bell"]),
    ],
)  # fmt: skip
def test_foot_and_head_in_other_orders(paper: str, field: str, values: list[str]) -> None:
    assert names(read(paper.format(TEXT)), field) == values

"""Heads and feet of papers as ministries of many countries print them."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
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

"""What offices count: registers in foreign words, copies that are no numbers, cipher offices, hours without a day."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph import readers
from cablegraph.extraction import extract
from cablegraph.record import normalise

PAPER = (
    "BEIJING\nTo Comrade DAHL\nWe agree that the works be built before the winter.\nFILIPPOV\n11 June 1952\n{foot}\n"
)
CARD = "Title: Telegram from Oskar Berg to Lund\nDate: May 17, 1966\nType: Telegram\nSource: National Archives of India\nRecord ID: 3\nSummary: Berg reports.\nBody:\nIncoming Telegram\n{hours}\nFrom: INDIADEL GENEVA\nTo: FOREIGN NEW DELHI\n\nLUND from BERG\n\nYour telegram 12 of May 3.\nI agree.\nBERG\n"
LINE = "May 6, 1969 Letter from Fidel Castro to Mehmet Lund Total Page:3 File Type:pdf Citation: “Letter from Fidel Castro to Mehmet Lund,” May 6, 1969, Digital Archive, AQPPSH, V. 1969. Summary: Castro writes. Contents: English Translation Havana, May 6, 1969 Comrade Mehmet Lund Tirana Dear Comrade: The sugar has left. {end}"


def fields(text: str, kind: str = "plain_text") -> dict[str, list[str]]:
    source = next(readers.TEXT_READERS[kind](normalise(text), "a.txt"))
    return {name: [one.text for one in found] for name, found in extract(source).fields.items()}


@pytest.mark.parametrize(
    ("foot", "name", "value"),
    [
        ("vkh. 4462", "incoming_number", "4462"),
        ("Vkh. No. 4462/s", "incoming_number", "4462/s"),
        ("вх. 4462", "incoming_number", "4462"),
        ("Inc. 4462", "incoming_number", "4462"),
        ("iskh. 118/s", "outgoing_number", "118/s"),
        ("исх. № 118", "outgoing_number", "118"),
        ("Outg. 118", "outgoing_number", "118"),
    ],
)
def test_register_of_what_comes_and_goes_needs_no_mark(foot: str, name: str, value: str) -> None:
    assert fields(PAPER.format(foot=foot))[name] == [value]


def test_two_registers_on_one_line_are_both_read() -> None:
    found = fields("vkh. No. 4462    iskh. No. 118\n" + PAPER.format(foot=""))
    assert (found["incoming_number"], found["outgoing_number"]) == (["4462"], ["118"])


@pytest.mark.parametrize(
    "foot",
    [
        "Typed in two copies. No. 1 to the addressee, No. 2 to the file.",
        "No. 1 to Comrade Lund",
        "No. 1-2 – Comrade Lund",
        "No. 3 for the file",
        "Printed in 3 copies: No. 1 to the Minister",
    ],
)
def test_number_of_a_copy_is_no_number_of_the_paper(foot: str) -> None:
    assert not {"register_number", "number", "outgoing_number"} & set(fields(PAPER.format(foot=foot)))


@pytest.mark.parametrize(
    "hours",
    [
        "No. 218 Desp. 171430 Recd. 181910",
        "No. 218\nSent 171430Z Received 181910Z",
        "No. 218\nCipher Office No. 17762\nD.T.O. 17/1430 D.T.R. 18/1910",
        "No. 218 T.O.O. 171430 T.O.R. 181910",
        "No. 218\nTelegraph Branch No. 17762\nDespatched 171430, Received 181910",
    ],
)
def test_hours_of_receipt_take_their_month_from_the_card(hours: str) -> None:
    found = fields(CARD.format(hours=hours), "labelled")
    assert found["number"] == ["218"]
    assert found["date_received"] == ["1966-05-18"]


def test_hours_of_receipt_may_be_those_of_the_next_month() -> None:
    paper = CARD.replace("May 17", "May 31").format(hours="No. 218 Desp. 312330 Recd. 010910")
    assert fields(paper, "labelled")["date_received"] == ["1966-06-01"]


@pytest.mark.parametrize(
    "end",
    [
        "Accept a fraternal embrace, Fidel Castro [Stamp: Consejo de Estado, Salida No. 0713]",
        "I embrace you, Fidel Castro [Stamp: Salida No. 0713]",
        "With greetings, Fidel Castro [Round stamp: Council of State, Outgoing No. 0713]",
        "Receive my embrace, Fidel Castro [stamp of the Council: Outgoing No. 0713]",
        "I shake your hand, Fidel Castro [Registry stamp: Ausgang No. 0713]",
    ],
)
def test_stamp_at_the_end_of_a_paper_in_one_line_is_apart_from_who_signed(end: str) -> None:
    found = fields(LINE.format(end=end), "wilson_center")
    assert found["outgoing_number"] == ["0713"]
    assert set(found["sender"]) == {"Fidel Castro"}

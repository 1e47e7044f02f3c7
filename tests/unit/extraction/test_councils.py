"""Minutes of the Peace Conference: the body that met, the town, and who was present by country."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text
from cablegraph.record import Record


def read(text: str) -> Record:
    return extract(next(frus_text.read(text, "paper.txt")))


def names(record: Record, field: str) -> list[str]:
    return list(dict.fromkeys(one.text for one in record.fields.get(field, ())))


MET = "Paris Peace Conf. 180.03401/60\nFM–60\n{title}\nPresent\n{present}\n1. M. Berg read a report upon the carts. It was agreed to send them.\n"
BY_COUNTRY = "America, United States of\nHon. A. Lund.\nSecretary\nMr. C. Dow.\nBritish Empire\nThe Rt. Hon. B. D. Vane, O. M., M. P.\nLt. Col. Sir P. Q. Wyke, K. C. B.\nFrance\nM. Berg.\nJoint Secretariat\nFrance—Captain E. Marsh.\nInterpreter: Prof. J. Orne."


@pytest.mark.parametrize(
    ("title", "sender"),
    [
        ("Secretary’s Notes of a Meeting of the Foreign Ministers Held in M. Berg’s Room at the Quai d’Orsay, Paris, on Friday, 13th June, 1919, at 3 p.m.", ["Foreign Ministers"]),
        ("Notes of a Meeting Held at Mr. Lund’s House in the Place des Etats-Unis, Paris, on Friday, June 13, 1919, at 11 a.m.", []),
        ("Minutes of the Third Meeting of the Supreme Economic Council Held at the Ministry of Commerce, Paris, on Friday, June 13, 1919", ["Supreme Economic Council"]),
    ],
)  # fmt: skip
def test_minutes_have_the_body_that_met_and_those_present_by_country(title: str, sender: list[str]) -> None:
    record = read(MET.format(title=title, present=BY_COUNTRY))
    assert (names(record, "form"), names(record, "sender"), names(record, "origin")) == (["minutes"], sender, ["Paris"])
    assert names(record, "participant") == ["A. Lund", "C. Dow", "B. D. Vane", "P. Q. Wyke", "Berg", "E. Marsh", "J. Orne"]  # fmt: skip
    assert (names(record, "addressee"), names(record, "number")) == ([], [])


def test_a_weekday_is_no_town_and_delegations_in_lines_are_nobodys_address() -> None:
    record = read(
        "Paris Peace Conf. 184.00101/19\nMinutes of the Daily Meetings of the Commissioners Plenipotentiary, Tuesday, February 11, 1919\n"
        "Associated Governments were represented as follows:\nGreat Britain: Lord Vane, Sir P. Wyke.\nFrance: M. Berg.\n"
        "71. The minutes of the eighth meeting were approved. Mr. Lund reported that 900 tons of flour had come.\n"
    )
    assert (names(record, "origin"), names(record, "destination"), names(record, "addressee")) == ([], [], [])
    assert (names(record, "sender"), names(record, "number")) == (["Commissioners Plenipotentiary"], [])
    assert names(record, "participant") == ["Vane", "P. Wyke", "Berg"]


def test_a_conversation_between_two_stays_one() -> None:
    record = read(
        "500.A15/12\nNotes of a Conversation Between Mr. Lund and Mr. Vane, Held at Geneva on May 3, 1932\nMr. Lund said that he would come.\n"
    )
    assert names(record, "form") == ["memorandum-of-conversation"]
    assert names(record, "participant") == ["Lund", "Vane"]


def test_a_head_that_the_editors_supply_in_brackets_names_both_parties() -> None:
    record = read(
        MET.format(
            title="Notes of a Meeting of the Foreign Ministers Held at Paris, on Friday, June 13, 1919",
            present="M. Berg",
        )
        + "Annex A\n[The Head of the Norwegian Delegation (Dahl) to the President of the Peace Conference (Marsh)]\nParis, 8 June, 1919.\n"
        "Mr. President: I have the honour to request that we be heard.\nAccept, [etc.]\nJean Dahl\n"
    )
    [annex] = record.parts["enclosed"]
    assert (names(annex, "sender"), names(annex, "addressee")) == (["Jean Dahl"], ["Marsh"])


def test_a_plenary_session_and_an_interview_name_who_took_part() -> None:
    record = read(
        "Paris Peace Conf. 180.0201/9\nPreliminary Peace Conference, Protocol No. 9, Plenary Session of May 14, 1919\nPresent\nFor the United States of America:\n"
        "The President of the United States.\nHonorable Adam Lund.\nFor the British Empire:\nDominions and India:\nThe Rt. Hon. B. D. Vane.\nThe President of the United States reads a draft.\n"
    )
    assert (names(record, "form"), names(record, "date"), names(record, "addressee")) == (
        ["minutes"],
        ["1919-05-14"],
        [],
    )
    assert (names(record, "participant"), names(record, "sender")) == (["Adam Lund", "B. D. Vane"], [])
    talk = read(
        "763.72119 P 43/920\nMemorandum of Interview Between the Under Secretary of State and the Norwegian Minister (Dahl), December 1, 1927\nThe Minister called to take leave.\n"
    )
    assert (names(talk, "form"), names(talk, "sender")) == (["memorandum-of-conversation"], [])
    assert names(talk, "participant") == ["Under Secretary of State", "Dahl"]

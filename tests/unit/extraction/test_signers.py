"""Who signs and for whom: several writers, houses, names between strokes, offices shared out; what heads say too."""

from __future__ import annotations

from pathlib import Path

import pytest

from cablegraph import readers
from cablegraph.extraction import extract
from cablegraph.record import Record


def read(text: str, tmp_path: Path) -> Record:
    paper = tmp_path / "a.txt"
    paper.write_text(text, encoding="utf-8")
    [source] = readers.read(paper, "a.txt")
    return extract(source)


def names(record: Record, field: str) -> list[str]:
    return list(dict.fromkeys(passage.text for passage in record.fields.get(field, ())))


SIGNED = "Pleven, 2 May 1952\nTo the Council of Ministers\n\n{}\n\nIvan Dochev\nDirector\n\nRada Ilieva\nSecretary\n"


def test_all_who_say_we_are_writers(tmp_path: Path) -> None:
    record = read(SIGNED.format("We ask that our forty carts be given back."), tmp_path)
    assert names(record, "sender") == ["Ivan Dochev", "Rada Ilieva"]


def test_who_says_i_writes_alone(tmp_path: Path) -> None:
    record = read(SIGNED.format("I ask that our forty carts be given back."), tmp_path)
    assert names(record, "sender") == ["Ivan Dochev"]


LETTER = "Pleven, 2 May 1952\nTo Minister Lukov\n\nWe lack forty carts for the harvest.\n\n{}\n"


@pytest.mark.parametrize(
    ("signature", "sender"),
    [
        ("AMBASSADOR:\n/Ivan Dochev/", "Ivan Dochev"),
        ("Dochev\nLieutenant General", "Dochev"),
        ("Dochkov.", "Dochkov"),
    ],
)
def test_a_signature_in_other_dress(signature: str, sender: str, tmp_path: Path) -> None:
    record = read(LETTER.format(signature), tmp_path)
    assert (names(record, "sender"), names(record, "signature")) == ([sender], [sender])


@pytest.mark.parametrize("last", ["Agreed.", "Sofia.", "Tomorrow."])
def test_a_last_word_that_is_known_is_no_signature(last: str, tmp_path: Path) -> None:
    assert names(read(LETTER.format(last), tmp_path), "signature") == []


JOINT = """The Special Agent (Rowe) and the Consul at Tampico to the Secretary of State
[Telegram]
Tampico, March 18, 1916, 6 p. m.
[Received 9.15 p. m.]
The bridge was blown up.
Rowe
Dawes
"""


def test_who_signs_beside_a_named_man_holds_the_office_that_has_no_name(tmp_path: Path) -> None:
    positions = read(JOINT, tmp_path).parts["positions"]
    assert {(one.text_of("holder"), one.text_of("position")) for one in positions} == {
        ("Rowe", "Special Agent"),
        ("Dawes", "Consul at Tampico"),
    }


def test_received_at_an_hour_is_received_on_the_same_day(tmp_path: Path) -> None:
    [received] = read(JOINT, tmp_path).fields["date_received"]
    assert (received.text, received.basis) == ("1916-03-18", "inferred")


def test_houses_and_men_sign_together(tmp_path: Path) -> None:
    head = "Messrs. Ames, Lord & Co. and others to the Secretary of State\nNew York, May 2, 1898.\n"
    text = "Sir: We beg you to look into the seizure of our coffee.\nWe have the honor to be, etc.,\n"
    record = read(f"{head}{text}Ames, Lord & Co.\nPeter T. Hobart, Jr.\nWilliam Ashe & Sons\n", tmp_path)
    assert names(record, "sender") == ["Ames, Lord & Co", "Peter T. Hobart", "William Ashe & Sons"]


def test_participants_by_country(tmp_path: Path) -> None:
    text = "DATE: March 4, 1971\nPLACE: Bonn\n\nPARTICIPANTS:\nGermany: Chancellor Brandt, State Secretary Bahr\n"
    record = read(
        f"MEMORANDUM OF CONVERSATION\n\n{text}United States: Ambassador Rush\n\nHe said no to all.\n", tmp_path
    )
    assert names(record, "participant") == ["Brandt", "Bahr", "Rush"]
    assert names(record, "addressee") == names(record, "destination") == []


def test_a_talk_named_by_those_who_hold_it(tmp_path: Path) -> None:
    record = read(
        "Conversation between Premier Zhou Enlai and Ambassador Ratnam (Excerpt)\nTime: 18 August 1956\n\nZhou: Yes.\n",
        tmp_path,
    )
    assert names(record, "participant") == ["Zhou Enlai", "Ratnam"]
    assert names(record, "form") == ["memorandum-of-conversation"]


def test_heads_that_say_more_than_their_form(tmp_path: Path) -> None:
    record = read("MEMORANDUM FOR: THE PRESIDENT\nFROM: ADAM LINDGREN\n\nI doubt that they will come.\n", tmp_path)
    assert names(record, "addressee") == ["President"]
    wired = read("FM BRASILIA\nTO FCO\nTELNO 114\nOF 231400Z APRIL 82\n\nI SAW HIM.\n\nHARDING\n", tmp_path)
    assert names(wired, "date") == ["1982-04-23"]


def test_a_place_with_a_small_word_is_where_a_legation_sits(tmp_path: Path) -> None:
    record = read(
        "Mr. Ames to Mr. Seward\nNo. 43.]\nLegation of the United States, Port au Prince, May 4, 1866.\n"
        "Sir: The brig has gone.\nI am, sir, your obedient servant,\nPAUL AMES.\n",
        tmp_path,
    )
    assert names(record, "origin") == ["Port au Prince"]


def test_an_address_under_his_excellency_is_to_whom_it_goes(tmp_path: Path) -> None:
    text = "Oslo, 8 January 1994\n\nDear Mr. President:\n\nThe ships are ready.\n\nSincerely,\n\nPer Lindgren\n\n"
    record = read(f"{text}His Excellency\nTomas Valentin\nPresident of Freedonia\nVienna\n", tmp_path)
    assert (names(record, "sender"), names(record, "addressee")) == (["Per Lindgren"], ["Tomas Valentin"])
    assert names(record, "destination") == ["Vienna"]


def test_a_signature_takes_its_fuller_form_from_the_head_and_not_from_who_signs_beside_it(tmp_path: Path) -> None:
    record = read("From the journal of\nA. M. Lindgren\n3 March 1960\n\nThe mill is shut.\n\n/A. Lindgren/\n", tmp_path)
    assert names(record, "sender") == ["A. M. Lindgren"]


def test_a_distribution_list_is_a_list_of_copies(tmp_path: Path) -> None:
    record = read(LETTER.format("Ivan Dochev\n\nDistribution list: Comrade Ilieva, Comrade Stanev"), tmp_path)
    assert (names(record, "copied_to"), names(record, "sender")) == (["Ilieva", "Stanev"], ["Ivan Dochev"])


def test_the_initials_of_a_party_are_no_man(tmp_path: Path) -> None:
    record = read(
        "RECORD OF A CONVERSATION\nwith the First Secretary of the CC APL, Enver HOXHA\n4 June 1957\n\nHe was ill.\n",
        tmp_path,
    )
    assert names(record, "participant") == ["Enver Hoxha"]


@pytest.mark.parametrize(
    ("signed", "senders"),
    [("Dochev, Ilieva", ["Dochev", "Ilieva"]), ("Dochev and Ilieva", ["Dochev", "Ilieva"]), ("Dochev", ["Dochev"])],
)
def test_who_signs_a_cable_side_by_side_sends_it(signed: str, senders: list[str], tmp_path: Path) -> None:
    head = "Telegram from the Bulgarian Legation in Tirana, 2 May 1952\n\nTo Comrade V. Lukov\n"
    record = read(f"{head}We report that the harvest in the north is in.\n{signed}\n", tmp_path)
    assert names(record, "sender") == senders


def test_a_telephonogram_has_senders_as_other_wires_have(tmp_path: Path) -> None:
    record = read(
        "Telephonogram from Dochev and Lukov to I. P. Vasilev, 2 May 1952\n\n"
        "I report that the post is quiet.\nDOCHEV\nLUKOV\n",
        tmp_path,
    )
    assert names(record, "sender") == ["Dochev", "Lukov"]
    assert names(record, "addressee") == ["I. P. Vasilev"]
    assert [record.text_of("form"), record.text_of("date")] == ["telegram", "1952-05-02"]


def test_a_report_of_two_that_both_sign_is_of_both(tmp_path: Path) -> None:
    record = read(
        "Report of Dochev and Lukov, 2 May 1952\n\nTO THE COUNCIL OF MINISTERS\n"
        "The harvest is not in. We intend to leave tomorrow.\nI. DOCHEV\nP. LUKOV\n2.V.52\n",
        tmp_path,
    )
    assert names(record, "sender") == ["I. Dochev", "P. Lukov"]


def test_a_town_in_a_row_of_surnames_took_part(tmp_path: Path) -> None:
    record = read(
        "Working Notes from the Session of the CPSU CC Presidium, 3 May 1956\n\n"
        "Those Taking Part: Bulganin, Kirov, Molotov, Suslov\nOn the harvest\nCde. Suslov speaks of the north.\n",
        tmp_path,
    )
    assert names(record, "participant") == ["Bulganin", "Kirov", "Molotov", "Suslov"]
    assert record.text_of("form") == "minutes"
    assert "sender" not in record.fields


@pytest.mark.parametrize(
    ("signed", "sender"),
    [("W. R. DAHL, JR.", "W. R. Dahl"), ("A. LUND, Jr.", "A. Lund")],
)
def test_a_junior_is_nobody_else(signed: str, sender: str, tmp_path: Path) -> None:
    head = "861.77/402\n\nMemorandum by the Assistant Secretary of State\n\n[WASHINGTON,] October 14, 1929.\n\n"
    record = read(f"{head}The Ambassador called upon me and spoke of the railway.\n\n{signed}\n", tmp_path)
    assert names(record, "signature") == [sender]


@pytest.mark.parametrize("number", ["No. E 9421/2/44", "No. 9421/2/44"])
def test_a_note_with_an_office_letter_before_its_number_has_place_and_day(number: str, tmp_path: Path) -> None:
    head = "The British Secretary of State for Foreign Affairs (Berg) to the American Ambassador (Lund)\n\n"
    record = read(
        f"{head}{number}    LONDON, August 9, 1920.\n\nYOUR EXCELLENCY: I have considered your note.\n\nBERG\n",
        tmp_path,
    )
    assert (record.text_of("origin"), record.text_of("date")) == ("London", "1920-08-09")

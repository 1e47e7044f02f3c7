"""Heads, feet, participants and points of papers of foreign services around the world, 1948 to 1997."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

from pathlib import Path

import pytest

from cablegraph import readers
from cablegraph.extraction import extract, titles
from cablegraph.extraction.names import parties
from cablegraph.readers import plain_text
from cablegraph.record import Record

TEXT = "The Minister told me yesterday that he would come in July. He asked that the question of the carts be examined before that date."


def read(text: str) -> Record:
    return extract(next(iter(plain_text.read(text, "paper.txt"))))


def names(record: Record, field: str) -> list[str]:
    return list(dict.fromkeys(passage.text for passage in record.fields.get(field, ())))


def named(text: str) -> list[tuple[str, str]]:
    return [(one.name, one.office) for one in parties(text, 0, len(text))]


def test_a_first_point_that_tells_of_a_receipt_is_text() -> None:
    record = read(
        "Telegram from the Foreign Ministry to the Embassy in Norway\n\nTo the Embassy in Norway:\n(1) Your cable of the 9th has been received. Ambassador Dahl may go to Tromsø.\n"
        "(2) Tell Minister Lange that we agree.\nForeign Ministry\n4 May 1966"
    )
    assert [part.text_of("number") for part in record.parts["points"]] == ["1", "2"]
    assert "Dahl" in names(record, "mentions")


def test_points_are_counted_in_words() -> None:
    record = read(
        f"TO: BERG, NEW YORK\nFROM: DAHL, UNEF GAZA\nNO:     U-31\n\nONE. {TEXT.upper()}\nTWO. {TEXT.upper()}"
    )
    assert [part.text_of("number") for part in record.parts["points"]] == ["1", "2"]
    assert (names(record, "number"), names(record, "sender")) == (["U-31"], ["Dahl"])
    assert names(record, "origin") == ["Gaza"]


def test_what_an_addressee_is_stands_below_him() -> None:
    record = read(
        f"Oslo, 3 May 1977\n\nTo: Comrade Lars Berg,\nGeneral Secretary of the Central Committee of the Party,\nPresident of the Council of State\n\nDear Comrade Berg,\n\n{TEXT}\n\nOlav Dahl"
    )
    assert names(record, "addressee") == ["Lars Berg"]


def test_set_in_lines_go_on_with_the_label_above() -> None:
    record = read(
        "MEMORANDUM OF CONVERSATION\n\nPARTICIPANTS:   Lars Berg, Minister of Trade\n                Olav Dahl, Adviser to President Lund\n\nDATE AND TIME:  May 3, 1974\n"
        f"                3:15 - 4:40 p.m.\n\nPLACE:          The Minister's Office\n                Department of Trade\n\nSUBJECT:        Carts\n\nBerg: {TEXT}"
    )
    assert names(record, "participant") == ["Lars Berg", "Olav Dahl"]
    assert (names(record, "date"), names(record, "sender")) == (["1974-05-03"], [])


def test_who_interprets_takes_part_and_a_family_name_alone_is_his_who_has_it() -> None:
    record = read(
        "Record of Conversation between Chairman Mao Zedong and Minister Olav Dahl\nTime: 3 May 1957\nParticipants:\nChinese side: Chairman Mao, Ambassador Wang Youping\nInterpreter: Chen Hui\n\n"
        f"Dahl: {TEXT}"
    )
    assert names(record, "participant") == ["Mao Zedong", "Olav Dahl", "Wang Youping", "Chen Hui"]


BRITISH = "FROM OSLO 031230Z MAY 66\nTO IMMEDIATE FOREIGN OFFICE\nTELEGRAM NUMBER 31 OF 3 MAY\nINFO PRIORITY PARIS BONN AND SAVING TO LIMA\nSECRET\n\nMY TELEGRAM NO. 28: CARTS\n\n{}\n\nFO PLEASE PASS TO PARIS AND BONN\n\nBERG\n\nADVANCE COPIES:\nSIR H DAHL\nRESIDENT CLERK"


def test_british_telegrams_begin_with_from_and_end_with_advance_copies() -> None:
    record = read(BRITISH.format(TEXT.upper()))
    assert (names(record, "sender"), names(record, "origin")) == (["Berg"], ["Oslo"])
    assert (names(record, "number"), names(record, "date")) == (["31"], ["1966-05-03"])
    assert names(record, "classification") == ["secret"]
    assert names(record, "copied_to")[:3] == ["PARIS", "BONN", "LIMA"]
    assert names(record, "copied_to")[3:] == ["H Dahl", "RESIDENT CLERK"]


def test_the_letterheads_town_gives_way_to_the_datelines() -> None:
    record = read(
        "DEPARTMENT OF EXTERNAL AFFAIRS\nOttawa\nTELEGRAM\nFROM: THE HIGH COMMISSIONER FOR CANADA IN PAKISTAN\nTO: THE SECRETARY OF STATE FOR EXTERNAL AFFAIRS, CANADA\nKARACHI, May 3, 1956\nNo. 31\n"
        f"Repeat London No. 12; Geneva No. 4 (for Mr. Berg).\n\n1. {TEXT}\n2. {TEXT}\n\nDAHL"
    )
    assert (names(record, "origin"), names(record, "destination")) == (["Karachi"], ["Ottawa"])
    assert (names(record, "copied_to"), names(record, "number")) == (["London", "Geneva"], ["31"])


def test_a_line_of_receipt_among_the_copies_is_a_day() -> None:
    record = read(
        f"Cable from the Chinese Embassy in Norway\n\nTo the Foreign Ministry:\n\n{TEXT}\n\n3 May 1961\n\nDistribution: Liu, Zhou, Chen Yi\nReceived by the Confidential Office 4 May, 03:40"
    )
    assert (names(record, "copied_to"), names(record, "date_received")) == (["Liu", "Zhou", "Chen Yi"], ["1961-05-04"])


def test_what_a_telegram_tells_of_is_not_what_it_is() -> None:
    record = read(
        f"From: Cairo\nTo: Foreign Ministry, Jerusalem\nNo. 31          Sent: 3 May 1981, 16:30\n                Received: 3 May 1981, 18:02\n\nMeeting with Osama al-Baz\n\n1. {TEXT}\n2. {TEXT}\n\nDahl"
    )
    assert (names(record, "form"), names(record, "participant"), names(record, "number")) == (["telegram"], [], ["31"])


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Shri Y. D. Gundevia, C.S.", [("Y. D. Gundevia", "")]),
        ("Berg, Y. D.", [("Y. D. Berg", "")]),
        ("Mr. Olav Dahl, Aide to General Lund", [("Olav Dahl", "Aide to General Lund")]),
        ("Foreign Minister Berg, Ambassador to Moscow Olav Dahl", [("Berg", "Foreign Minister"), ("Olav Dahl", "Ambassador to Moscow")]),
    ],
)  # fmt: skip
def test_what_stands_behind_a_man_is_his(words: str, who: list[tuple[str, str]]) -> None:
    assert named(words) == who


def test_a_party_takes_no_writer_into_its_name() -> None:
    assert "Communist Party of Norway" in names(
        read(f"On behalf of the Communist Party of Norway I thank you. {TEXT}"), "mentions"
    )


def test_a_subject_in_quotation_marks_takes_no_sender_from_a_title() -> None:
    record = read(
        f"Cable from the Chinese Embassy in Norway, 'Meeting between Ambassador Wang Youping and Lange'\n\nTo the Foreign Ministry:\n\n(I) {TEXT}\n(II) {TEXT}\n\nChinese Embassy in Norway\n4 May 1966"
    )
    assert names(record, "sender") == ["Chinese Embassy in Norway"]
    assert names(record, "participant") == []


def test_family_names_below_a_cable_are_those_of_its_title() -> None:
    record = read(
        f"Cable from Zhou Enlai and Chen Yi to Mao Zedong\n\nChairman, Shaoqi, and the Center:\n\n(1) We arrived in Tromsø at noon on the 2nd. Lange and Berg met us.\n(2) {TEXT}\n\nZhou, Chen\nJune 3, 1965, 2200 hours"
    )
    assert names(record, "sender") == ["Zhou Enlai", "Chen Yi"]
    assert [part.text_of("number") for part in record.parts["points"]] == ["1", "2"]


def test_a_letter_of_an_embassy_has_its_address_above_and_its_copies_below() -> None:
    record = read(
        "EMBASSY OF THE UNITED STATES OF AMERICA\nCONFIDENTIAL\nOslo, May 3, 1979\n\nThe Honorable\nHarold Berg\nAssistant Secretary for European Affairs\nDepartment of State\nWashington, D.C. 20520\n\nDear Hal:\n\n"
        f"{TEXT}\n\nSincerely,\n\nOlav Dahl, Jr.\nAmbassador\n\ncc: EUR/NE - Ms. Coon\n    OES/NET - Mr. Lund"
    )
    assert (names(record, "addressee"), names(record, "destination")) == (["Harold Berg"], ["Washington"])
    assert (names(record, "copied_to"), names(record, "form")) == (["Coon", "Lund"], ["letter"])


def test_departments_sign_to_chanceries() -> None:
    record = read(
        f"FOREIGN OFFICE, S.W.1.\n3rd May, 1966.\nCONFIDENTIAL\n\nDear Chancery,\n\n{TEXT}\n\nYours ever,\nNORTHERN DEPARTMENT\n\nChancery,\nBritish Embassy,\nOslo."
    )
    assert (names(record, "sender"), names(record, "addressee")) == (["Northern Department"], ["British Embassy"])
    assert names(record, "destination") == ["Oslo"]


def test_a_signers_long_office_stands_between_his_name_and_the_day() -> None:
    record = read(
        f"Letter from Lars Berg to Olav Dahl\n\nDear Comrade Dahl,\n\n{TEXT}\n\nWith comradely greetings\nLARS BERG\nGeneral Secretary of the Central Committee of the Workers' Party of Norway\nOslo, 3 May 1984"
    )
    assert names(record, "signature") == ["Lars Berg"]


def test_participants_stand_in_two_columns_and_a_houses_number_is_no_papers() -> None:
    record = read(
        "RECORD OF A CONVERSATION BETWEEN THE PRIME MINISTER AND CHANCELLOR BERG HELD AT NO. 10 DOWNING STREET ON 3 MAY, 1959\n\nPresent:\nThe Foreign Secretary (Mr. Lund)          Dr. von Dahl\n"
        f"Sir Harold Vane                           Herr Weber\n\n{TEXT}"
    )
    assert names(record, "participant")[-4:] == ["Lund", "von Dahl", "Harold Vane", "Weber"]
    assert names(record, "number") == []


def test_a_spanish_cables_labels_stand_below_lines_that_nobody_knows() -> None:
    record = read(
        f"MINISTERIO DE RELACIONES EXTERIORES Y CULTO\nREPUBLICA ARGENTINA\nCABLE ORDINARIO SECRETO\nDE: EMBAJADA EN BRASILIA (EBRAS)\nA: DIRECCION GENERAL DE ASUNTOS NUCLEARES (DIGAN)\nNo. 14/85\nFECHA: 3 DE MAYO DE 1985\n\n1. {TEXT}\n\nBERG"
    )
    assert (names(record, "number"), names(record, "origin")) == (["14/85"], ["Brasilia"])
    assert names(record, "addressee") == ["DIRECCION GENERAL DE ASUNTOS NUCLEARES"]
    assert record.parts.get("personas", ()) == ()


def test_who_holds_what_stands_below_whom_a_memorandum_is_for() -> None:
    record = read(
        f"CENTRAL INTELLIGENCE AGENCY\nWASHINGTON, D.C. 20505\n\n3 May 1975\n\nMEMORANDUM FOR:  The Honorable Harold Berg\n                 Assistant to the President for National Security Affairs\n\nSUBJECT:         Carts\n\n1. {TEXT}\n\n2. {TEXT}\n\nO. Dahl\nDirector"
    )
    assert (names(record, "addressee"), names(record, "sender")) == (["Harold Berg"], ["O. Dahl"])
    assert names(record, "receiver") == []


def test_a_bodys_paper_about_a_talk_is_the_bodys() -> None:
    words = "Norwegian Ministry of Foreign Affairs, 'Report on Meeting with Ambassador of Chile Juan Ortiz'"
    title = titles.read(words, 0, len(words))
    assert [one.name for one in title.authors] == ["Norwegian Ministry of Foreign Affairs"]
    assert [one.name for one in title.participants] == ["Juan Ortiz"]


def test_a_first_name_written_over_the_typed_name_is_no_second_signer() -> None:
    record = read(f"MEMORANDUM FOR: Mr. Harold Berg\n\nSUBJECT: Carts\n\n{TEXT}\n\n/s/ Ole\nO. Dahl\nDirector")
    assert names(record, "sender") == ["O. Dahl"]


def test_all_whom_one_line_means_are_addressed() -> None:
    record = read(
        f"SECRET\nFrom: Hanoi\nTo: R\nFor: Comrade Pham Hung and the Standing Committee\nNo. 31/TK\n\n1/ {TEXT}\n2/ {TEXT}\n\nBa [Le Duan]"
    )
    assert (names(record, "addressee"), names(record, "receiver")) == (["Pham Hung", "Standing Committee"], [])


def test_a_circular_to_several_posts_has_its_own_number() -> None:
    record = read(
        "CIRCULAR TELEGRAM\nFrom: Commonwealth Relations Office\nTo: U.K. High Commissioners in Canada (No. 1142), India (No. 988) and Ceylon (No. 510)\n(Sent 17.40 hours, 3rd May 1953)\nW. No. 212\n\n"
        f"{TEXT}\n\nCopy to:\nD.II   Mr. Crombie\n       Mr. Costar\nF.O.   Mr. C. T. Crowe"
    )
    assert (names(record, "number"), names(record, "addressee")) == (["212"], ["U.K. High Commissioners"])
    assert (names(record, "destination"), names(record, "copied_to")) == ([], ["Crombie", "Costar", "C. T. Crowe"])


def test_minutes_of_chinese_talks_name_who_came_along_and_who_recorded() -> None:
    record = read(
        "Record of Conversation between Premier Zhou Enlai and Minister Olav Dahl\n\nTime: 7:30 p.m., 3 May 1957\nLocation: Zhongnanhai, Xihua Hall\nAccompanied by: Vice Premier Chen Yi\nInterpreted and recorded by: Pu Shouchang\n\n"
        f"Premier Zhou: Please convey to Prime Minister Lange my regards.\nDahl: {TEXT}\n\nDistribution list: Chairman Mao; First Asian Department (3 copies)\nPrinted on May 6, 1957, by the General Office of the Ministry of Foreign Affairs"
    )
    assert (names(record, "author"), names(record, "participant")) == (
        ["Pu Shouchang"],
        ["Zhou Enlai", "Olav Dahl", "Chen Yi"],
    )
    assert names(record, "copied_to") == ["Mao", "First Asian Department"]
    assert "Lange" in names(record, "mentions")


@pytest.mark.parametrize(
    ("words", "sender", "relays"),
    [
        ("Zhou Enlai Telephone Message to Lars Berg, conveyed via Ambassador Wang Youping", "Zhou Enlai", ["Wang Youping"]),
        ("Mao Zedong Cable to Zhou Enlai", "Mao Zedong", []),
        ("Khrushchev Oral Message to Kennedy", "Khrushchev", []),
        ("Zhou Enlai's Oral Message to Nehru", "Zhou Enlai", []),
    ],
)  # fmt: skip
def test_a_mans_message_in_a_title_is_his(words: str, sender: str, relays: list[str]) -> None:
    title = titles.read(words, 0, len(words))
    assert [one.name for one in title.senders] == [sender]
    assert [one.name for one in title.relays] == relays


def test_officers_of_a_nation_are_men() -> None:
    assert [name for name, _ in named("Argentine Vice Admiral Juan Ortiz and Polish General Kowal")] == [
        "Juan Ortiz",
        "Kowal",
    ]
    assert [name for name, _ in named("the Polish General Staff")] == ["Polish General Staff"]


def test_a_presidents_letter_has_its_town_above_and_its_address_below() -> None:
    record = read(
        f"THE PRESIDENT OF PAKISTAN\n\nPRESIDENT'S HOUSE,\nRAWALPINDI.\n\nNo. 14/PS/71\n\n3 May 1971\n\nMy dear Mr. Prime Minister,\n\n{TEXT}\n\nWith warm personal regards,\n\nYours sincerely,\nSd/- A.M. Khan\nGeneral\n\n"
        "His Excellency Mr. Chou En-lai,\nPrime Minister of the People's Republic of China,\nPEKING."
    )
    assert (names(record, "sender"), names(record, "addressee")) == (["A.M. Khan"], ["Chou En-lai"])
    assert (names(record, "origin"), names(record, "destination")) == (["Rawalpindi"], ["Peking"])


def test_a_quarter_stands_between_an_office_and_its_town() -> None:
    record = read(
        f"Tel Aviv\n3rd May 1975\n\nMr. S. Berg\nMinister of Defence\nThe Kirya\nTEL AVIV\n\nDear Minister Berg,\n\n{TEXT}\n\nYours sincerely\nOlav Dahl\nAMBASSADOR"
    )
    assert (names(record, "addressee"), names(record, "destination")) == (["S. Berg"], ["Tel Aviv"])


def test_what_a_signer_is_signs_nothing() -> None:
    record = read(
        f"Conversation between Olav Dahl and Lars Berg\n\nOslo, 3 May 1980\n\n{TEXT}\n\n(signed) Jorge A. Coll\nCNEA, Director of International Affairs"
    )
    assert names(record, "signature") == ["Jorge A. Coll"]


def test_desks_among_the_copies_of_a_cable_in_capitals_are_named_once() -> None:
    record = read(
        f"FLASH\nTO: FOREIGN MINISTER BERG\nFROM: DAHL, WASHINGTON\nNO. 217\nSENT 3 MAY 1968 18:45\n\n1. {TEXT.upper()}\n\nDAHL\n\nDISTRIBUTION: PRIME MINISTER, FOREIGN MINISTER, BITAN, TEKOAH"
    )
    assert names(record, "copied_to") == ["Prime Minister", "Foreign Minister", "Bitan", "Tekoah"]


def test_the_last_of_a_row_of_places_is_a_place() -> None:
    record = read(
        f"Oslo, 3 May 1957\n\n{TEXT} Ismailia, Port Said and Fayid were bombed. Nasser has seen Berg.\n\nOlav Dahl"
    )
    assert [one.entity for one in record.fields["mentions"] if one.text == "Fayid"] == ["place"]
    assert [one.entity for one in record.fields["mentions"] if one.text == "Nasser"] == ["person"]


def test_a_telegrams_own_labels_are_no_card(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_text(
        f"Report on Carts\n\nNumber: JAW-0412\nDate: 3 May 1972\nTo: Minister\nReference: Director of the Asia Bureau\nFrom: Ambassador to Japan\nTitle: Carts\n\n1. {TEXT}\n2. {TEXT}",
        "utf-8",
    )
    [source] = readers.read(path, path.name)
    record = extract(source)
    assert (names(record, "sender"), names(record, "number")) == (["Ambassador to Japan"], ["JAW-0412"])
    assert len(record.parts["points"]) == 2
    assert record.parts.get("copies", ()) == ()


def test_posts_that_semicolons_part_have_their_towns() -> None:
    record = read(
        f"CYPHER TELEGRAM\n\nFROM: FOREIGN, NEW DELHI\nTO: INDEMBASSY, WASHINGTON\nREPEATED: INDIADEL, NEW YORK; INDATOM, BOMBAY\nNO. 31\n\n{TEXT}"
    )
    assert names(record, "copied_to") == ["INDIADEL, NEW YORK", "INDATOM, BOMBAY"]


def test_a_command_to_repeat_at_the_head_of_a_text_lists_no_posts() -> None:
    record = read(f"Oslo, 3 May 1960\n\nRepeat State Department. All well. {TEXT}\n\nDAHL")
    assert names(record, "copied_to") == []


def test_a_form_before_a_subject_is_no_body() -> None:
    words = "Information from the Norwegian Embassy in Lima, 'On a Meeting with Comrade Ortiz'"
    assert [one.name for one in titles.read(words, 0, len(words)).authors] == []

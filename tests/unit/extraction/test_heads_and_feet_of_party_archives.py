"""Heads and feet of papers of eastern archives: marks of notes, days of receipt, signers in a line, addresses below letters."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

from pathlib import Path

import pytest

from cablegraph import readers
from cablegraph.extraction import extract, shelfmarks
from cablegraph.record import Record, SourceText

TEXT = "The minister told me yesterday that the carts would come in July. He asked that the question be examined."


def read(tmp_path: Path, text: str) -> Record:
    file = tmp_path / "paper.txt"
    file.write_text(text, "utf-8")
    return extract(next(iter(readers.read(file, file.name))))


def names(record: Record, field: str) -> list[str]:
    return list(dict.fromkeys(passage.text for passage in record.fields.get(field, ())))


@pytest.mark.parametrize(
    ("written", "identifier"),
    [
        ("RTsKhIDNI, f. 17, op. 128, d. 44, ll. 5-6", "RTsKhIDNI, f. 17, op. 128, d. 44, ll. 5-6"),
        ("Russian Center for the Preservation and Study of Documents of Recent History (RTsKhIDNI), f. 82, op. 2, d. 9, l. 3", "RTsKhIDNI, f. 82, op. 2, d. 9, l. 3"),
        ("Stiftung Archiv der Parteien und Massenorganisationen der DDR im Bundesarchiv (SAPMO-BArch), DY 30/401, Bl. 7", "SAPMO-BArch, DY 30/401, 7"),
        ("SAPMO-BArch Berlin, DY 30, IV 2/20/31", "SAPMO-BArch, DY 30, IV 2/20/31"),
        ("TsDAHOU, f. 1, op. 24, spr. 77, ark. 12-18", "TsDAHOU, f. 1, op. 24, spr. 77, ll. 12-18"),
        ("AMSZ, Warsaw, zesp. 11, w. 22, t. 320", "AMSZ, 11 w-22 t-320"),
        ("AQSH (Tirana), F. 14/AP, Str, V. 1960, D. 23, f. 1-4", "AQSH, F. 14/AP, Str, V. 1960, D. 23, f. 1-4"),
        ("Latvian State Archive, f. 101, op. 60, d. 12, l. 4", "LVA, f. 101, op. 60, d. 12, l. 4"),
        ("MPR MFA Archive, fond 4, dans 28, kh/n 173b, 12-17", "MPR MFA Archive, f. 4, op. 28, d. 173b, ll. 12-17"),
    ],
)  # fmt: skip
def test_archives_and_notations_of_eastern_europe(written: str, identifier: str) -> None:
    source = SourceText(written, layers=((0, len(written), "catalogue"),))
    [copy] = shelfmarks.extract(source, "paper", [(0, len(written))]).copies
    assert copy.text_of("identifier") == identifier


@pytest.mark.parametrize("label", ["Archival signature", "Sygnatura archiwalna", "Archival reference", "Call number"])
def test_the_archive_stands_behind_any_label_below_the_signature(tmp_path: Path, label: str) -> None:
    paper = read(
        tmp_path, f"Cipher telegram No. 81\nFrom: Oslo\n{TEXT}\n/-/ P. LIPKA\n{label}: AMSZ, z. 12, w. 4, t. 30\n"
    )
    assert names(paper, "sender") == ["P. Lipka"]
    assert [copy.text_of("identifier") for copy in paper.parts["copies"]] == ["AMSZ, 12 w-4 t-30"]


def test_a_note_s_mark_is_no_part_of_the_addressee_and_leads_the_copies(tmp_path: Path) -> None:
    paper = read(
        tmp_path,
        f"Pilne\nSzyfrogram Nr 90\nFrom Oslo, 3.V.62, 10:00\nCame to the Cipher Office 4.V.62, 02:10\nComr. MORAWA**/\n{TEXT}\nLIPKA\n"
        "**/ Copies: Ostoja, Zawada, Dept. III\nDeciphered: Nowicka 4.V., 05:00\n",
    )
    assert names(paper, "addressee") == ["Morawa"]
    assert names(paper, "sender") == ["Lipka"]
    assert names(paper, "copied_to")[:2] == ["Ostoja", "Zawada"]
    assert (names(paper, "date"), names(paper, "date_received")) == (["1962-05-03"], ["1962-05-04"])


def test_received_by_an_office_over_the_day(tmp_path: Path) -> None:
    paper = read(
        tmp_path,
        f"12 June 1957\nNo. 31/s\nFROM THE JOURNAL OF\nP. K. ZUBOV\nRECEIVED BY THE FIRST EUROPEAN DEPARTMENT\n25 June 1957\n\nRECORD OF CONVERSATION\n{TEXT}\n",
    )
    assert (names(paper, "date"), names(paper, "date_received")) == (["1957-06-12"], ["1957-06-25"])


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("Extract from the minutes of session No. 87 of the CC CPSU Politburo of 7 March 1981", "decision"),
        ("Excerpt from minutes of the meeting of the CC CPSU Politburo of 7 March 1981", "minutes"),
    ],
)
def test_an_extract_from_numbered_minutes_is_a_decision(tmp_path: Path, line: str, form: str) -> None:
    paper = read(tmp_path, f"TOP SECRET\nNo. P87/3\n{line}\nOn the carts\nApprove the draft of the letter.\n")
    assert names(paper, "form") == [form]
    assert "number" not in paper.fields


def test_those_who_sign_in_one_line_all_send(tmp_path: Path) -> None:
    paper = read(
        tmp_path,
        f"Sofia, 5 May 1957\nTo the Central Committee of the CPSU\nWe report on the carts. {TEXT}\nA. LUNIN, M. ZUBOV\n",
    )
    assert names(paper, "sender") == ["A. Lunin", "M. Zubov"]


def test_an_address_below_the_signature_may_begin_with_to_comrade(tmp_path: Path) -> None:
    paper = read(
        tmp_path,
        f"Moscow, 4 May 1982\nEsteemed Comrade Berg!\n{TEXT}\nWith communist greetings\nA. LUNIN\n[Handwritten:] Circulate. O. B. 7.5.82\n"
        "To Comrade\nOtto BERG\nGeneral Secretary of the Central Committee of the SED\nBerlin\n",
    )
    assert names(paper, "sender") == ["A. Lunin"]
    assert names(paper, "addressee") == ["Otto Berg"]
    assert names(paper, "destination") == ["Berlin"]


def test_labels_of_sending_receipt_and_class(tmp_path: Path) -> None:
    paper = read(
        tmp_path,
        "Coded Telegram No. 12\nSent from: Belgrade\nTo: Anton Lunin\nTime of dispatch: 27 May 1974, 15.30\nTime of receipt: 28 May 1974, 02.15\n"
        f"Class: Extremely Urgent\n{TEXT}\n(Signed) Petr Zubov\nDistributed to: Comrade Lund, Comrade Dahl. Total 24 copies\n",
    )
    assert names(paper, "origin") == ["Belgrade"]
    assert (names(paper, "date"), names(paper, "date_received")) == (["1974-05-27"], ["1974-05-28"])
    assert names(paper, "precedence") == ["most-urgent"]
    assert names(paper, "copied_to") == ["Lund", "Dahl"]


def test_a_diary_number_is_a_register_s_and_a_reference_the_paper_s(tmp_path: Path) -> None:
    paper = read(tmp_path, f"Ministry for State Security\nBerlin, 4 May 1982\nDiary No. Mi/112/82\n{TEXT}\nLunin\n")
    assert names(paper, "register_number") == ["Mi/112/82"]
    paper = read(tmp_path, f"Embassy in Peking\nRef. No. 043/55\nPeking, 4 May 1955\n{TEXT}\nLunin\n")
    assert names(paper, "number") == ["043/55"]


def test_whom_to_ask_first_is_no_receiver(tmp_path: Path) -> None:
    paper = read(
        tmp_path,
        f"LIMA\nSOVIET AMBASSADOR\nTO BE AGREED WITH THE REPRESENTATIVES OF THE CENTER\nVisit the minister. {TEXT}\n",
    )
    assert names(paper, "receiver") == []


def test_countries_of_the_present_are_no_part_of_the_names(tmp_path: Path) -> None:
    paper = read(
        tmp_path,
        f"Minutes of a Meeting\nSofia, 7 May 1966\nPresent:\nFrom the Hungarian People's Republic: A. Lunin, P. Zubov\nFrom the German Democratic Republic: O. Berg\n{TEXT}\n",
    )
    assert names(paper, "participant") == ["A. Lunin", "P. Zubov", "O. Berg"]


def test_an_attaché_named_beside_a_secretary_holds_no_secretary_s_office(tmp_path: Path) -> None:
    paper = read(
        tmp_path,
        f"Oslo, 4 May 1958\n{TEXT} First Secretary of the Embassy V. K. Lund and Attaché E. L. Dahl were present.\nA. Lunin\n",
    )
    held = {(one.text_of("holder"), one.text_of("position")) for one in paper.parts.get("positions", ())}
    assert held == {("V. K. Lund", "First Secretary of the Embassy")}


def test_signers_in_columns_of_two_lines_all_send(tmp_path: Path) -> None:
    paper = read(
        tmp_path,
        f"To Comrade Berg O. I.\nCC CPSU\nOn the carts\nThe ministries consider it expedient to hold a meeting. {TEXT}\nM. Lunin        A. Zubov        Yu. Lapin\n"
        "D. Usov        K. Chalov\n28 August 1980\nNo. 68-op\n",
    )
    assert names(paper, "sender") == ["M. Lunin", "A. Zubov", "Yu. Lapin", "D. Usov", "K. Chalov"]


def test_an_extract_of_the_secretariat_and_its_foot(tmp_path: Path) -> None:
    paper = read(
        tmp_path,
        "SECRET\nNo. St-16/13gs\nExtract from protocol No. 16, §13gs of the Secretariat of the CC\n1. Agree with the request and receive 15 workers.\n2. Charge the expenses to the budget.\n"
        "CC Secretary\nA. Lunin\nResults of the voting: Zubov - for, Lapin - for\nSent to: Comrades Usov, Chalov - (to be carried out)\n",
    )
    assert (names(paper, "form"), names(paper, "sender")) == (["decision"], ["Secretariat of the CC"])
    assert names(paper, "signature") == ["A. Lunin"]
    assert names(paper, "copied_to")[-2:] == ["Usov", "Chalov"]
    assert {"Zubov", "Lapin"} <= {passage.text for passage in paper.fields["mentions"]}


def test_an_address_that_a_line_cut_in_two_is_one_body_s_and_the_man_s_there(tmp_path: Path) -> None:
    paper = read(
        tmp_path,
        f"Sofia, 3 July 1968\nTo the Central Committee of the\nCommunist Party of the Soviet Union\nComrade L. I. Lunin, General Secretary\nMOSCOW\n\nDear Comrades!\n{TEXT}\nOtto Berg\n",
    )
    assert names(paper, "addressee") == ["L. I. Lunin"]
    assert names(paper, "destination") == ["Moscow"]


def test_the_town_right_below_the_addressee_is_where_it_goes(tmp_path: Path) -> None:
    paper = read(
        tmp_path,
        f"Ministry of Internal Affairs of the Georgian SSR\n12 March 1949\nNo. 1/38\nTo the Secretary of the CC\nComrade K. N. Lunin\nTbilisi\n\nSpecial Report\n{TEXT}\n"
        "Minister of Internal Affairs of the Georgian SSR\nMajor General Zubov\nArchive of the Ministry of Internal Affairs of Georgia, Section II, f. 14, op. 20, d. 271, ll. 40–41\n",
    )
    assert names(paper, "destination") == ["Tbilisi"]
    assert names(paper, "signature") == ["Zubov"]


@pytest.mark.parametrize("verb", ["Declaring Neutrality", "Announcing the Visit of Anton Lunin"])
def test_what_a_title_tells_is_no_part_of_the_addressee(tmp_path: Path, verb: str) -> None:
    paper = read(
        tmp_path,
        f"November 1, 1956\nTelegram from Otto Berg to Diplomatic Missions in Sofia {verb}\n{TEXT}\nOtto Berg\n",
    )
    assert names(paper, "addressee") == ["Diplomatic Missions in Sofia"]


def test_a_body_by_its_letters_and_in_full_is_one(tmp_path: Path) -> None:
    paper = read(
        tmp_path,
        f"May 3, 1961\nLetter, Otto Berg to the CC of the CPSU\nBerlin, 3 May 1961\nTo the Central Committee of the Communist Party of the Soviet Union\nDear Comrades!\n{TEXT}\nO. Berg\n",
    )
    assert names(paper, "addressee") == ["Central Committee of the Communist Party of the Soviet Union"]


def test_a_man_whose_name_is_a_body_s_is_addressed_by_it(tmp_path: Path) -> None:
    paper = read(
        tmp_path,
        f"Telegram No. 10/24\nSofia, 11 May 1986\nTo: Comrade Aurel Duma, Deputy Minister of Foreign Affairs\n{TEXT}\nSigned: Stefan Lunin\n"
        "[AMFA, Folder 72/1986, ff. 3-5; translated by E. T.]\n",
    )
    assert names(paper, "addressee") == ["Aurel Duma"]
    assert [copy.text_of("identifier") for copy in paper.parts["copies"]] == ["AMFA, Folder 72/1986, ff. 3-5"]


@pytest.mark.parametrize(
    ("line", "number"),
    [("No. DZ-P 48/53", "DZ-P 48/53"), ('DECISION "A" No. 28', "28"), ("Telegram No. 12", "12")],
)
def test_numbers_with_letters_of_a_desk_or_a_series(tmp_path: Path, line: str, number: str) -> None:
    paper = read(
        tmp_path,
        f"ENCLOSURE No. 1 to protocol No. 4\n{line}\nof the Politburo of the CC of the BCP\nof 20 April 1973\n1. Approves the report. {TEXT}\n",
    )
    assert names(paper, "number") == [number]
    assert names(paper, "protocol_number") == ["4"]


def test_a_decision_of_a_series_is_its_body_s(tmp_path: Path) -> None:
    paper = read(
        tmp_path,
        f'Strictly secret\nDECISION "B" No. 28\nof the Politburo of the CC of the BCP\nof 20 April 1973\n1. Approves the report. {TEXT}\n',
    )
    assert names(paper, "form") == ["decision"]
    assert names(paper, "sender") == ["Politburo of the CC of the BCP"]


def test_of_two_readings_of_a_day_of_receipt_the_one_soon_after_sending_counts(tmp_path: Path) -> None:
    head = "Cipher Telegram No. 5\nFrom: Oslo\nTo: Sofia\nSent: 11/11/56, 22.30\nReceived: {}\nComrades: Lund, Dahl, Berg\n"
    paper = read(tmp_path, head.format("12/11/56, 04.15") + TEXT + "\nLunin\n")
    assert names(paper, "date_received") == ["1956-11-12"]
    assert names(paper, "addressee") == ["Lund", "Dahl", "Berg"]
    paper = read(tmp_path, head.format("05/07/56, 04.15") + TEXT + "\nLunin\n")
    assert names(paper, "date_received") == []


def test_a_day_without_year_below_is_the_last_before_receipt(tmp_path: Path) -> None:
    paper = read(
        tmp_path,
        f"Cable\nDate received: 3 January 1964, 17:30\nSerial No. 0477\nMinistry of Foreign Affairs; copied to the Ministry of Foreign Trade:\n{TEXT}\nEmbassy in Albania\n30 December\n",
    )
    assert names(paper, "date") == ["1963-12-30"]
    assert names(paper, "addressee") == ["Ministry of Foreign Affairs"]
    assert names(paper, "copied_to") == ["Ministry of Foreign Trade"]


def test_one_telegram_to_the_ambassadors_in_several_towns(tmp_path: Path) -> None:
    paper = read(
        tmp_path, f"Top Secret\nPARIS, LONDON, ROME – TO THE SOVIET AMBASSADORS\nVisit the minister. {TEXT}\nA. LUNIN\n"
    )
    assert names(paper, "addressee") == ["Soviet Ambassadors"]
    assert names(paper, "destination") == ["Paris"]


def test_a_long_list_of_those_present_and_an_archive_behind_its_shelfmark(tmp_path: Path) -> None:
    people = [
        f"{first} {last}"
        for first in ("Otto", "Anton", "Petr", "Karl", "Emil")
        for last in ("Lunin", "Zubov", "Lapin", "Usov", "Berg")
    ]
    paper = read(
        tmp_path,
        f"STENOGRAPHIC RECORD\nof the meeting of the Secretariat of the CC\nof 2 May 1968\nParticipants: comrades {', '.join(people)}.\n{TEXT}\n"
        "Source: Szyfrogramy from Oslo 1962, 6/77 w-8 t-64, Polish Foreign Ministry Archive (AMSZ), Warsaw\n",
    )
    assert names(paper, "participant") == people
    assert [copy.text_of("identifier") for copy in paper.parts["copies"]] == ["AMSZ, 6/77 w-8 t-64"]


def test_a_department_s_number_alone_below_the_day(tmp_path: Path) -> None:
    paper = read(
        tmp_path,
        f"Secret\nCC CPSU\nTo Comrade A. Lunin\n{TEXT}\nDeputy Head of the Department of the CC CPSU\nI. Zubov\n14 June 1962\n25-S-187\n",
    )
    assert names(paper, "number") == ["25-S-187"]


def test_two_behind_minutes_of_conversation_met(tmp_path: Path) -> None:
    paper = read(
        tmp_path, f"Minutes of Conversation, A. V. Lunin and Otto Berg\n19 May 1952\n{TEXT}\nRecorded by P. Zubov\n"
    )
    assert names(paper, "participant") == ["A. V. Lunin", "Otto Berg"]
    assert "Otto Berg" not in names(paper, "author")


def test_a_bulletin_s_source_right_below_a_title_is_that_paper_s(tmp_path: Path) -> None:
    file = tmp_path / "bulletin.txt"
    source = (
        "[Source: Central State Archive, Sofia, Fond 1-B, Opis 60, a.e. {}. Obtained by J. B. and translated by A. D.]"
    )
    file.write_text(
        f"DOCUMENT No. 5\nRecord of a Conversation between Anton Lunin and Otto Berg, Sofia, 11 March 1976\n{source.format(194)}\nANTON LUNIN: I welcome you.\nOTTO BERG: Thank you.\n\n"
        f"DOCUMENT No. 6\nLetter from Anton Lunin to Petr Zubov, 19 March 1976\nDear Comrade Zubov,\n{TEXT}\nWith communist greetings,\nA. Lunin\n{source.format(199)}\n",
        "utf-8",
    )
    first, second = (extract(one) for one in readers.read(file, file.name))
    assert [one.text_of("file") for record in (first, second) for one in record.parts["copies"]] == ["194", "199"]


def test_a_sentence_of_what_was_received_is_text(tmp_path: Path) -> None:
    paper = read(
        tmp_path,
        "Committee for State Security\n12 May 1984\nNo. 117-Ch\nto: CC CPSU\nIn the second quarter of 1983 the Committee received 200 reports from the comrades.\n"
        "Chairman of the Committee\n[signature]\nV. Lunin\nExecuted in two copies: 1 - CC CPSU, 2 - KGB Secretariat\n",
    )
    assert names(paper, "sender") == ["V. Lunin"]
    assert names(paper, "copied_to") == ["CC CPSU", "KGB Secretariat"]


def test_those_who_voted_neither_sign_nor_are_addressed(tmp_path: Path) -> None:
    paper = read(
        tmp_path,
        "Strictly secret\nRESOLUTION\nof the Secretariat of the CC CPSU\nOn the carts\n1. Grant the request for five carts.\nResult of the vote:\nCdes. Lunin, Zubov, Lapin\n"
        "Excerpts to: Comrades Usov, Berg\n31.VII.1974\n",
    )
    assert (names(paper, "signature"), names(paper, "addressee")) == ([], [])


def test_a_copy_for_the_ambassador_in_another_town(tmp_path: Path) -> None:
    paper = read(
        tmp_path,
        f"Top Secret\nHANOI\nSOVIET AMBASSADOR\nCopy: BEIJING - SOVIET AMBASSADOR\nMeet the minister. {TEXT}\n",
    )
    assert names(paper, "copied_to") == ["Soviet Ambassador"]


def test_a_comrade_behind_two_offices_holds_them(tmp_path: Path) -> None:
    paper = read(
        tmp_path,
        f"Record of Conversation of Comrade A. V. Lunin with the General Secretary of the CC of the BCP, Chairman of the State Council of the PRB Comrade Otto Berg\nMoscow, 16 October 1987\n{TEXT}\n",
    )
    assert names(paper, "participant") == ["A. V. Lunin", "Otto Berg"]


def test_a_russian_office_over_the_name_is_no_signer(tmp_path: Path) -> None:
    paper = read(
        tmp_path,
        "ЦК КПСС\nО визите\nТоварищ Берг просит принять его 14 сентября.\nЗав. Отделом ЦК КПСС\nК. Лунин\n11 сентября 1973 г.\n",
    )
    assert names(paper, "signature") == ["К. Лунин"]


def test_a_hungarian_number_with_the_words_of_its_desk(tmp_path: Path) -> None:
    paper = read(
        tmp_path,
        f"Legation in Pyongyang\nTop Secret\n26/szig.biz./1954\nPyongyang, 2 February 1954\n{TEXT}\nPál Lunin\n",
    )
    assert names(paper, "number") == ["26/szig.biz./1954"]

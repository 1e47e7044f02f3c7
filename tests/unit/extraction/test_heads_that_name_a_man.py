"""Heads that name a man and where he sits, days of sending and of receipt, numbers of registries, feet in one line."""

# ruff: noqa: E501  (a line of a paper is read best on one line)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract, signatures
from cablegraph.extraction.names import parties
from cablegraph.extraction.rows import Row
from cablegraph.readers import frus_text, wilson_center
from cablegraph.record import Record

TEXT = "The Minister told me yesterday that he would come in July. He asked that the question of the carts be examined before that date."
PAGE = "Skip to content\n{day}\n{title}\n{paper}\nDocument Information\nSource\n{source}\nRights\nThe History and Public Policy Program welcomes reuse of Digital Archive materials.\n"


def page(title: str, paper: str, day: str = "May 4, 1961", source: str = "APRF, f. 3, op. 1, d. 2, l. 3.") -> Record:
    text = PAGE.format(title=title, paper=paper.replace("{}", TEXT), day=day, source=source)
    return extract(next(wilson_center.read(text, "page.txt")))


def names(record: Record, field: str) -> list[str]:
    return list(
        dict.fromkeys(passage.text for passage in record.fields.get(field, ()) if float(passage.certainty) > 0.7)
    )


@pytest.mark.parametrize(
    ("title", "paper", "field", "values"),
    [
        ("Cable from Secretary-General to Dahl", "OUTGOING CODE CABLE\nTO: DAHL, UNATIONS, NEW YORK\nFROM: HAMMAR, NEW DELHI\nNUMBER: 12\n{}", "sender", ["Hammar"]),
        ("Telegram from A. Berg in Moscow", "From: Moscow\nTo: DSIP, Belgrade; personally for Comrade Dahl\nNo.: 12\n{}\nBerg", "addressee", ["Dahl"]),
        ("Ciphergram from Hanoi", "Ciphergram No. 12\nFrom: Hanoi\nDAHL,1 URGENT\n{}\n/-/ BERG\n1 Adam Dahl, Minister of Foreign Affairs.", "addressee", ["Adam Dahl"]),
        ("Ciphered Telegram No. 12", "CIPHERED TELEGRAM No. 12\nPYONGYANG\nRAZUVAEV\nDeliver to Comrade LUND without delay.\n{}\nBERG", "receiver", ["Razuvaev"]),
        ("Ciphered Telegram No. 12", "CIPHERED TELEGRAM No. 12\nPYONGYANG\nRAZUVAEV\nDeliver to Comrade LUND without delay.\n{}\nBERG", "addressee", ["Lund"]),
        ("Ciphered Telegram No. 12", "CIPHERED TELEGRAM No. 12\nPYONGYANG\nRAZUVAEV\nDeliver to Comrade LUND without delay.\n{}\nBERG", "destination", ["Pyongyang"]),
        ("Information from the Embassy in Hanoi", "To: Ministry of Foreign Affairs, Tirana (Comrade Nesti Dahl)\n{}\nBerg", "addressee", ["Nesti Dahl"]),
        ("Information from the Embassy in Hanoi", "To: Ministry of Foreign Affairs, Tirana (Comrade Nesti Dahl)\n{}\nBerg", "destination", ["Tirana"]),
        ("Telegram from Phnom Penh", "To the Ministry of Foreign Affairs\nBucharest\nComrade Director Ion Dahl\nTELEGRAM No. 66.112\n{}\n(ss) Berg", "addressee", ["Ion Dahl"]),
        ("British Embassy Oslo, Telegram Number 412 to Foreign and Commonwealth Office", "CONFIDENTIAL\nFM OSLO 231215Z JUN 81\nTO PRIORITY FCO\nTELEGRAM NUMBER 412 OF 23 JUNE\n{}\nBerg", "addressee", ["Foreign and Commonwealth Office"]),
        ("Cable from Ambassador in Moscow A. Berg to Foreign Secretary", "From: Indembassy, Moscow.\nTo: Foreign, New Delhi.\nNo. 208\nForeign Secretary from Berg.\n{}", "addressee", ["Foreign Secretary"]),
        ("Cable from Ambassador in Moscow A. Berg to Foreign Secretary", "From: Indembassy, Moscow.\nTo: Foreign, New Delhi.\nNo. 208\nForeign Secretary from Berg.\n{}", "destination", ["New Delhi"]),
        ("Cable from the Mission in Oslo", "Incoming Cable\nTo: Jerusalem\nFrom: Oslo\nDirector General [Arieh] Dahl. From Berg.\n{}", "addressee", ["Arieh Dahl"]),
        ("Telegram from Embassy in Oslo", "FROM : EMBASSY, OSLO\nTO : SECRETARY FOR FOREIGN AFFAIRS, CAPE TOWN\nNO. : 214\n{}", "number", ["214"]),
        ("Telegram from Ambassador Berg in Oslo to the Ministry", "Oslo, 4 May 1961\nReceived on the 5th at 9:55 p.m.\nNo. 2081/86\n{}\nBERG", "date_received", ["1961-05-05"]),
        ("Telegram from Ambassador Berg in Oslo to the Ministry", "Oslo, 4 May 1961\nReceived on the 5th at 9:55 p.m.\nNo. 2081/86\n{}\nBERG", "number", ["2081/86"]),
        ("Telegram from Ambassador Berg in Oslo to the Ministry", "Oslo, 4 May 1961\nReceived on the 5th at 9:55 p.m.\nNo. 2081/86\n{}\nBERG", "sender", ["Berg"]),
        ("Letter from Boris Berg to Lech Dahl", "Moscow, the Kremlin\n4 May 1961\nEsteemed Mr. President,\n{}\nB. Berg", "origin", ["Moscow"]),
        ("Letter from Boris Berg to Lech Dahl", "Moscow, the Kremlin\n4 May 1961\nEsteemed Mr. President,\n{}\nB. Berg", "receiver", []),
        ("Report, Embassy in Pyongyang", "Top Secret\nWritten by: István Berg\nPyongyang, 4 May 1961\n{}\nJózsef Dahl\nambassador", "sender", ["József Dahl"]),
        ("Ciphered Telegram No. 12, Filippov to Dahl", "CIPHERED TELEGRAM No. 12\nTo Comrade DAHL\n{}\nFILIPPOV\n4 May 1961\nNo. 4480/sh\nPrinted in 2 copies: No. 1 – Com. Stalin, No. 2 – 8th Directorate", "register_number", ["4480/sh"]),
    ],
)  # fmt: skip
def test_a_head_says_who_gets_a_paper_and_when(title: str, paper: str, field: str, values: list[str]) -> None:
    assert names(page(title, paper), field) == values


@pytest.mark.parametrize(
    ("head", "foot", "day"),
    [
        ("From Beijing. Received 4 hours 35 minutes 14.9.51", "13 September 1951", "1951-09-13"),
        ("Sent from Paris on 12 September at 18:00 and received on 14 September at 9:40", "", "1951-09-12"),
        ("From Beijing. Received 4 hours 35 minutes 14.9.51", "14 September 1951", "1951-09-14"),
        ("From Beijing. Received 4 hours 35 minutes 14.9.51", "3 August 1951", "1951-09-14"),
    ],
)
def test_a_page_dated_by_the_day_of_receipt_yields_to_the_papers_own_day(head: str, foot: str, day: str) -> None:
    record = page(
        "Telegram, Berg to Dahl",
        f"CIPHERED TELEGRAM No. 12\n{head}\nTo Comrade DAHL\n{{}}\nBERG\n{foot}",
        "September 14, 1951",
    )
    assert names(record, "date") == [day]


@pytest.mark.parametrize(
    ("source", "field"),
    [("MOL, XIX-J-1-j, 88. doboz", "number"), ("MOL, XIX-J-1-j, 88. doboz, 00214/1968", "register_number")],
)
def test_a_registrys_number_alone_is_the_papers_unless_the_archive_repeats_it(source: str, field: str) -> None:
    record = page(
        "Report, Embassy in Hanoi",
        "TOP SECRET\n00214/1968\nHanoi, 12 September 1968\n{}\nImre Berg",
        "September 12, 1968",
        source,
    )
    assert names(record, field) == ["00214/1968"]


@pytest.mark.parametrize(
    ("words", "name", "office", "place"),
    [
        ("Ambassador Berg in Moscow", "Berg", "Ambassador", "Moscow"),
        ("Counsellor Vukić of the Yugoslav Embassy in Paris", "Vukić", "Counsellor", ""),
        ("Prime Minister Sato of Japan", "Sato", "Prime Minister", "Japan"),
        ("Consul General Blake at Tangier", "Blake", "Consul General", "Tangier"),
    ],
)
def test_an_office_before_a_name_and_a_post_behind_it(words: str, name: str, office: str, place: str) -> None:
    [party] = parties(words, 0, len(words))
    assert (party.name, party.entity, party.office, party.place) == (name, "person", office, place)


@pytest.mark.parametrize(
    "words",
    [
        "Chairman Presidium of the Supreme Soviet",
        "Minister Resident in Bolivia",
        "President Pro Tempore of the Senate",
        "Commander Soviet Forces in Germany",
        "Vice Consul in Charge at Tabriz",
    ],
)
def test_an_office_and_its_post_alone_name_no_man(words: str) -> None:
    assert [one.entity for one in parties(words, 0, len(words))] == ["position"]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("(Ambassador Lee Chang-choon)", ["Lee Chang-choon"]),
        ("(Representative Roh Jae-won - Director-General)", ["Roh Jae-won"]),
        ("(Minister Foreign Affairs)", []),
        ("(Consul General)", []),
    ],
)
def test_a_signature_in_brackets_may_say_what_the_signer_is(words: str, who: list[str]) -> None:
    assert [one.name for one in signatures.signature(words, Row(0, len(words), words), 0, frozenset())] == who


@pytest.mark.parametrize(
    ("foot", "who", "copies"),
    [
        (
            "With socialist greetings Klaus Berg Ambassador Copies: Comrade Weiss, Comrade Lund",
            ["Klaus Berg"],
            ["Weiss", "Lund"],
        ),
        ("Revolutionary greetings, Jorge Berg", ["Jorge Berg"], []),
        ("Yours sincerely, K. Berg Minister of Foreign Affairs", ["K. Berg"], []),
        ("He sent the best wishes of Comrade Berg.", [], []),
    ],
)
def test_a_letter_in_one_line_ends_with_its_writer(foot: str, who: list[str], copies: list[str]) -> None:
    line = (
        "May 20, 1974 Report on a Letter Total Page:16 File Type:pdf, Size:1020Kb Citation: “Report on a Letter,” May 20, 1974, Digital Archive, PA AA, C 1083/78. "
        "Summary: Trucks. Original Language: German Contents: English Translation (Scan of Original Document) Embassy of the German Democratic Republic Hanoi, 20 May 1974 "
        f"TOP SECRET To Comrade Jan Dahl Premier of the State Council of Norway Beijing Dear Comrade Dahl! {TEXT} {foot}"
    )  # fmt: skip
    record = extract(next(wilson_center.read(line, "page.txt")))
    assert [names(record, field) for field in ("signature", "copied_to", "origin", "addressee", "destination")] == [
        who, copies, ["Hanoi"], ["Jan Dahl"], ["Beijing"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("Mr. Berg refers to Mr. Dahl's telegram of August 3.", ["Berg"]),
        (
            "(Mr. Berg reports that the boycott has been extended to goods of any origin which arrive in such bottoms, and that the lightermen refuse the mails.)",
            ["Berg"],
        ),
        ("Mr. Berg was received yesterday. He says nothing.", []),
    ],
)
def test_a_paraphrase_that_nobody_signs_names_its_writer(text: str, holders: list[str]) -> None:
    paper = f"File No. 738.3915/184a.\nThe Secretary of State to the American Minister (Dahl).\n[Telegram—Paraphrase.]\nDEPARTMENT OF STATE,\nWashington, August 6, 1912.\n{text}\n"
    record = extract(next(iter(frus_text.read(paper, "paper.txt"))))
    held = [
        part.text_of("holder")
        for part in record.parts.get("positions", ())
        if part.text_of("position") == "Secretary of State"
    ]
    assert held == holders


@pytest.mark.parametrize(
    ("title", "paper", "field", "values"),
    [
        ("Note from the Embassy in Beijing", "Embassy of the Polish People's Republic in Beijing\nBeijing, 4 May 1961\nComrade S. Dahl\nMinister of Foreign Affairs\nWarsaw\n{}\n/-/ F. Berg", "destination", ["Warsaw"]),
        ("Letter from Ambassador Berg", "Embassy of the GDR in Norway\nOslo, May 4, 1961\nMinistry of Foreign Affairs\nDeputy Minister\nComrade Dahl\n102 Berlin\nMarx-Engels-Platz 2\nDear Comrade Dahl!\n{}\nBerg", "destination", ["Berlin"]),
        ("Report from Berg to Dahl", "USSR PEOPLE'S COMMISSARIAT OF INTERNAL AFFAIRS\n4 May 1961\nNo. 1123/b\nMoscow\nComrade A. I. DAHL\n{}\nBERG", "origin", ["Moscow"]),
        ("Memorandum from Ivan Berg to Todor Dahl", "MEMORANDUM\nBy IVAN BERG, Minister of Foreign Affairs\n{}\nIv. Berg", "relay", []),
        ("Telegram from Ambassador Berg to Paris", "LONDON, 4 May 1961, 8:15 p.m.\nT. No. 4711. Very urgent. Reserved.\n{}\nBERG", "number", ["4711"]),
        ("Letter from Ayub Khan to Chou En-lai", "RAWALPINDI,\n4th May, 1961.\nMy dear Prime Minister,\n{}\nYours sincerely,\nM. A. KHAN\nHis Excellency Mr. Chou En-lai,\nPrime Minister of the People's Republic of China,\nPeking.", "sender", ["Ayub Khan"]),
        ("Letter from Ayub Khan to Chou En-lai", "RAWALPINDI,\n4th May, 1961.\nMy dear Prime Minister,\n{}\nYours sincerely,\nM. A. KHAN\nHis Excellency Mr. Chou En-lai,\nPrime Minister of the People's Republic of China,\nPeking.", "destination", ["Peking"]),
        ("Letter from Ayub Khan to Chou En-lai", "RAWALPINDI,\n4th May, 1961.\nMy dear Prime Minister,\n{}\nYours sincerely,\nM. A. KHAN\nHis Excellency Mr. Chou En-lai,\nPrime Minister of the People's Republic of China,\nPeking.", "origin", ["Rawalpindi"]),
        ("Cable from the Embassy in Oslo", "From the Embassy in Oslo\nNo. 402\n{}\n(a) Fernando Ramos de Dahl", "sender", ["Fernando Ramos de Dahl"]),
    ],
)  # fmt: skip
def test_addresses_and_feet_of_letters_and_notes(title: str, paper: str, field: str, values: list[str]) -> None:
    assert names(page(title, paper), field) == values


@pytest.mark.parametrize(
    ("foot", "sender", "reader", "town"),
    [
        ("With respect,\nUrho Berg\nA. N. Dahl\nChairman of the Council of Ministers of the USSR\nMoscow\n(taken along by Lund, 6.9.)", ["Urho Berg"], ["A. N. Dahl"], ["Moscow"]),
        ("With communist greeting\n(signed) W. Berg\nFirst Secretary\nof the Central Committee of the SED\nTo the\nFirst Secretary of the CC of the CPSU\nComrade N. S. Dahl\nMOSCOW, Kremlin", ["W. Berg"], ["N. S. Dahl"], ["Moscow"]),
        ("With respect,\nUrho Berg\nA. N. Dahl", ["Urho Berg"], [], []),
    ],
)  # fmt: skip
def test_a_letters_foot_may_end_with_the_reader_and_his_town(
    foot: str, sender: list[str], reader: list[str], town: list[str]
) -> None:
    record = page("Letter on Fish", f"Oslo, 4 May 1961\nMr. Chairman,\n{{}}\n{foot}")
    assert names(record, "sender")[:1] == sender
    assert (names(record, "addressee"), names(record, "destination")) == (reader, town)


def test_a_day_of_sending_has_the_year_of_deciphering() -> None:
    record = page(
        "Ciphergram No. 3319",
        "Ciphergram no. 3319\nFrom Hanoi, sent 20.III. at 17.10, received 21.III. at 02.35\nTo: Dahl\n{}\n/-/ Berg\nDeciph. 21.III.65 Lund",
        "Undated",
    )
    assert (names(record, "date"), names(record, "date_received")) == (["1965-03-20"], ["1965-03-21"])

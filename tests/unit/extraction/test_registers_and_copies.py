"""What offices put on a paper: register numbers, stamps, lists of copies, forms in print, who signs below an office."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract, numbers
from cablegraph.readers import plain_text, wilson_center
from cablegraph.record import Record, SourceText


def read(text: str) -> Record:
    return extract(next(iter(plain_text.read(text, "paper.txt"))))


def names(record: Record, field: str) -> list[str]:
    return list(dict.fromkeys(passage.text for passage in record.fields.get(field, ())))


def in_head(line: str) -> dict[str, list[str]]:
    source = SourceText(line, layers=((0, len(line), "transcript"),))
    found = numbers.extract(source, header=[(0, len(line))])
    return {name: [one.text for one in passages] for name, passages in found.items()}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("[Stamp: Cabinet of the Minister. Received 4 May 1961. No. 00312]", {"incoming_number": ["00312"]}),
        ("[stamp] Embassy in Utopia, 5.XI.61, outg. No. 77", {"outgoing_number": ["77"]}),
        ("No.: 12 (sent), 40.117 (received at the Secretariat)", {"number": ["12"], "incoming_number": ["40.117"]}),
        ("004/Bn/1981 Confidential! Bonn, 3 May 1981", {"number": ["004/Bn/1981"]}),
        ("No. D/77/60", {"number": ["D/77/60"]}),
        ("No. P91/XIV", {"protocol_number": ["P91/XIV"]}),
        ("From BONN   No. 4410   Received 6 hrs", {"incoming_number": ["4410"]}),
        ("Reference: your assignment No. 41 of 3.II.1970", {}),
        ("[Handwritten:] To Comrade Dahl. 12/IX", {}),
    ],
)
def test_number_in_a_head_has_the_kind_its_line_says(line: str, found: dict[str, list[str]]) -> None:
    assert in_head(line) == found


def test_remark_of_a_reader_below_a_paper_gives_no_number() -> None:
    text = "To Comrade Dahl\nWe ask for twenty boats before the winter.\nA. Berg\n[Handwritten, across the page:] To Lund. 15/XII\n"
    assert names(read(text), "internal_number") == []


@pytest.mark.parametrize(
    ("line", "copies"),
    [
        ("Typed in 3 copies. Sent to: Molotov – 2, Mikoyan", ["Molotov", "Mikoyan"]),
        ("Three copies. 1 – Cde. A. A. Gromyko, 2 – Cde. V. Kuznetsov, 3 – file", ["A. A. Gromyko", "V. Kuznetsov"]),
        ("Distribution: 1. Comrade Lamberz 2. Comrade Markowski 3. Comrade Axen", ["Lamberz", "Markowski", "Axen"]),
        ("Distribution: 1x Comrade Beil, MAH; 1x Comrade Axen, CC; 1x Embassy", ["Beil", "Axen"]),
        ("Copies: to Comrades Malenkov, Bulganin", ["Malenkov", "Bulganin"]),
        ("INFO: Bunche (Geneva), Pelt", ["Bunche", "Pelt"]),
        ("Printed in 4 copies: 1-2 - to Comrade Malenkov, 3 - to Comrade Bulganin, 4 - to file", ["Malenkov", "Bulganin"]),
        ("Sent out: 4 copies. 1 - Com. Gromyko, 2 - Com. Ponomarev, 3-4 - to file", ["Gromyko", "Ponomarev"]),
        ("Sent out in 3 copies: 1 - to Cde. Gromyko, 2-3 - to file", ["Gromyko"]),
        ("Issued in 3 copies. 1-2 – Cde. Gromyko, 3 – Cde. Kuznetsov", ["Gromyko", "Kuznetsov"]),
        ("Typed in 5 copies: 1–3 — to Comrade Malenkov, 4–5 — to file", ["Malenkov"]),
    ],
)  # fmt: skip
def test_list_of_copies_names_who_has_one(line: str, copies: list[str]) -> None:
    text = f"TELEGRAM No. 4\nTo Comrade Dahl\nThe ships have arrived in the harbour and are being unloaded.\nBERG\n4 May 1951\n{line}\n"
    assert names(read(text), "copied_to") == copies


def test_who_signs_below_a_sentence_about_a_copy_has_none() -> None:
    text = "TELEGRAM No. 4\nTo Comrade Dahl\nThe ships have come in and are being unloaded.\nCopy to Davis, London.\nPOLK\nAMERICAN MISSION\n"
    assert names(read(text), "copied_to") == ["Davis"]


@pytest.mark.parametrize(
    "line",
    [
        "Printed in 4 copies: 1-2 - to Comrade Malenkov, 3 - to Comrade Bulganin, 4 - to the file of the office",
        "Sent out: 4 copies. 1 - Com. Gromyko, 2 - Com. Ponomarev, 3-4 - to the file of the department",
        "Copies: Comrade Malenkov, Comrade Bulganin, Comrade Khrushchev, Comrade Mikoyan, and the file",
    ],
)
def test_cataloguers_sentence_below_a_list_of_copies_is_the_summary(line: str) -> None:
    page = (
        f"May 4, 1951\nCiphered Telegram, Berg to Dahl\nCIPHERED TELEGRAM\nDAHL\nThe ships have arrived in the harbour.\nBERG\n4 May 1951\n{line}\n"
        "The port answers the Minister about ships and coal.\nAuthor(s):\nAssociated Places\nRights\n"
    )
    [source] = wilson_center.read(page, "page.txt")
    assert [passage.text for passage in extract(source).fields["summary"]] == [
        "The port answers the Minister about ships and coal."
    ]


def test_letter_that_says_to_whom_it_is_copied_names_offices_in_brackets() -> None:
    text = (
        "4 May 1981\n\nDear John,\n\nThe Minister spoke of fish.\n\nI am copying this letter to Peter Webb (Ministry of Defence) "
        "and Mary Lane (Cabinet Office), and to Sir Brian Fall in Ottawa.\n\nYours sincerely,\n\nAnn Bell\n"
    )
    assert names(read(text), "copied_to") == ["Peter Webb", "Mary Lane", "Brian Fall"]


def test_letter_of_a_private_office_says_where_and_when_and_to_whom() -> None:
    text = (
        "SECRET AND PERSONAL\n\n12 CHAPEL STREET\nLONDON SW1A 4XX\n\nFrom the Private Secretary          4 May 1981\n\nDear John,\n\n"
        "MINISTER'S MEETING WITH THE FRENCH AMBASSADOR\n\nThe Minister spoke of fish for two hours and agreed to nothing.\n\n"
        "Yours sincerely,\n\nAnn Bell\n\nJohn Dale Esq CMG\nForeign and Commonwealth Office\n"
    )
    record = read(text)
    assert (names(record, "form"), names(record, "date"), names(record, "origin")) == (
        ["letter"], ["1981-05-04"], ["London"],
    )  # fmt: skip
    assert (names(record, "sender"), names(record, "addressee")) == (["Ann Bell"], ["John Dale"])


def test_printed_form_of_a_cable_runs_on_to_its_text() -> None:
    text = (
        "RECEIVED CABLE\nNo. 12\nDATE: 4.5.81\nHOUR OF ARRIVAL: 09.40\nSIGNATURE: ANN BELL\nINITIALED BY: DGX\n"
        "CHARACTER: VERY URGENT\n\nTO MINISTER DALE.\n\nTHE SHIPS HAVE ARRIVED IN THE HARBOUR AND ARE BEING UNLOADED TODAY.\n"
    )
    record = read(text)
    assert (names(record, "sender"), names(record, "addressee")) == (["Ann Bell"], ["Dale"])


@pytest.mark.parametrize(
    ("foot", "signers"),
    [
        ("(ss) Ion Popa", ["Ion Popa"]),
        ("[signed] Ann Bell / Marc Dahl", ["Ann Bell", "Marc Dahl"]),
        ("HEAD OF DEPARTMENT 9: (s) Col. I. Petkov", ["I. Petkov"]),
        ("MARSHAL OF THE SOVIET UNION   A. GRECHKO", ["A. Grechko"]),
        ("A. GRECHKO\n22.IX", ["A. Grechko"]),
    ],
)
def test_signature_below_an_office_or_behind_a_mark(foot: str, signers: list[str]) -> None:
    text = f"Bonn, 4 May 1961\nNOTE\nThe ships have arrived in the harbour and are being unloaded.\n\n{foot}\n"
    assert names(read(text), "sender") == signers


def test_unknown_lines_of_a_letterhead_stand_over_its_day_and_place() -> None:
    text = "Federal Chancellery\nDirector General 2\nMDg Krause\nBonn, 6 May 1981\nN o t e\n\nThe Chancellor spoke of fish with his guest for an hour.\n"
    record = read(text)
    assert (names(record, "origin"), names(record, "date"), names(record, "form")) == (
        ["Bonn"],
        ["1981-05-06"],
        ["note"],
    )


def test_ciphergram_names_for_whom_and_from_whom_in_one_line() -> None:
    text = "Ciphergram No. 12\nSent from Hanoi on 4 May 1961\nBERGMAN,1 from KOWALSKI\nThe ships have arrived in the harbour and are being unloaded.\n"
    record = read(text)
    assert (names(record, "sender"), names(record, "addressee")) == (["Kowalski"], ["Bergman"])


def page(text: str) -> Record:
    return extract(next(wilson_center.read(text, "page.txt")))


SITE = "Skip to content\nMay 4, 1961\n{title}\n{paper}\nDocument Information\nSource\nAPRF, f. 3, op. 1, d. 2, l. 3.\nRights\nThe History and Public Policy Program welcomes reuse of Digital Archive materials.\n"


def test_number_below_a_letters_signature_is_its_own_and_the_town_there_its_place() -> None:
    paper = (
        "TO THE MINISTER OF DEFENSE\nMARSHAL OF POLAND, Comrade J. ZYMIERSKI\nWarsaw\nRespected Comrade Minister!\n"
        "I ask you to allot the staffs of two armies to the exercise that will be held in the summer.\n"
        "MARSHAL OF THE SOVIET UNION   A. PETROV\n4 May 1961\nNo. 2/0071\nMoscow"
    )
    record = page(SITE.format(title="Letter from Marshal A. Petrov to Marshal J. Zymierski", paper=paper))
    assert (names(record, "number"), names(record, "origin"), names(record, "destination")) == (
        ["2/0071"], ["Moscow"], ["Warsaw"],
    )  # fmt: skip
    assert names(record, "addressee") == ["J. Zymierski"]


def test_stamp_among_the_text_says_when_and_under_what_number_it_came_in() -> None:
    paper = (
        "To the Minister, Comrade A. DAHL\nDear Comrade,\nWe have mended the road to the south during the whole of the spring and the summer.\n"
        "[Incoming 7th sector. 14 May 1961. No. 41877. Subject to return]\nWe ask for forty carts before the first snow falls in the mountains.\n"
        "I. BERG\nOslo, 4 May 1961\n[Handwritten, across the first page:] To c. Lund. Report. 15/XII"
    )
    record = page(SITE.format(title="Letter, I. Berg to A. Dahl", paper=paper))
    assert (names(record, "incoming_number"), names(record, "date_received")) == (["41877"], ["1961-05-14"])
    remark = record.source.text.index("Report.")
    assert record.source.layer_of(remark, remark + 6) == "editorial"


def test_address_below_a_letter_ends_in_its_town() -> None:
    paper = (
        "UNITED ARAB REPUBLIC\nThe President\n4 May 1961\nMy dear friend,\nIt gave me pleasure to receive your message about the conference.\n"
        "With my best wishes,\nAli Sabri\nHis Excellency President Jan Berg\nBrdo"
    )
    record = page(SITE.format(title="Letter from Ali Sabri to Jan Berg", paper=paper))
    assert (names(record, "destination"), names(record, "addressee")) == (["Brdo"], ["Jan Berg"])


def test_telegram_that_a_decision_approves_is_a_message_of_its_own() -> None:
    paper = (
        "No. P91/12\n4 May 1961\nTo Comrades Malenkov, Gromyko.\nExtract from Protocol No. 91 of the meeting of the Politburo of the CC\n"
        "To approve the attached draft telegram to Comrade Berg.\nSECRETARY OF THE CC\nPYONGYANG. To Comrade Berg\n"
        "Communicate to the Minister that the carts will be delivered in January.\nA. GROMYKO"
    )
    record = page(SITE.format(title="CC Politburo Decision on Carts", paper=paper))
    [inside] = record.parts["enclosed"]
    assert (names(inside, "form"), names(inside, "addressee"), names(inside, "destination"), names(inside, "sender")) == (
        ["telegram"], ["Berg"], ["Pyongyang"], ["A. Gromyko"],
    )  # fmt: skip


def test_message_between_quote_and_unquote_is_introduced_by_what_stands_before_its_colon() -> None:
    paper = (
        "CODE CABLE\nFROM: SECRETARY-GENERAL, GENEVA\nTO: CORDIER, UNATIONS NEW YORK\nPlease have the following handed to the Minister, with the request that "
        "it be kept:\nQUOTE Mr. Minister, I renew my proposal that the men be permitted to travel home in May. Ann Bell UNQUOTE\nMy plans will follow.\nBELL"
    )
    record = page(SITE.format(title="Cable from Ann Bell to Andrew Cordier", paper=paper))
    assert (names(record, "destination"), names(record, "addressee")) == (["New York"], ["Andrew Cordier"])
    [inside] = record.parts["enclosed"]
    assert names(inside, "sender") == ["Ann Bell"]


def test_journal_of_an_ambassador_is_his_and_written_to_nobody() -> None:
    paper = (
        "EMBASSY IN THE DPRK\nTOP SECRET\nOutgoing No. 18\nJOURNAL OF THE AMBASSADOR OF THE USSR, A. M. BERG\nfor the period from 1 to 4 May 1961\nCity of Pyongyang\n"
        "1 May\nI attended the opening of the exhibition of machine tools at the institute.\nAMBASSADOR OF THE USSR\n/A. BERG/"
    )
    record = page(SITE.format(title="Journal of Soviet Ambassador A.M. Berg", paper=paper))
    assert (names(record, "sender"), names(record, "addressee"), names(record, "origin")) == (
        ["A. M. Berg"], [], ["Pyongyang"],
    )  # fmt: skip


def test_memorandum_by_one_for_another_has_both() -> None:
    record = page(
        SITE.format(
            title="Memorandum by Ann Bell for John Dale, 'Fish'",
            paper="MEMORANDUM\nI saw the delegates in turn and they agreed.\nA. B.\nc.c. Dr. Lane",
        )
    )
    assert (names(record, "sender"), names(record, "addressee"), names(record, "copied_to")) == (
        ["Ann Bell"], ["John Dale"], ["Lane"],
    )  # fmt: skip


def test_one_line_of_a_document_library_is_cut_at_its_letterhead_and_its_list_of_copies() -> None:
    text = (
        "May 4, 1961 Ministry for State Security, Information on Carts Total Page:16 File Type:pdf, Size:1020Kb Summary: The ministry tells of carts. Original Language: "
        "German Contents: English Translation Ministry for State Security Berlin, 4 May 1961 Strictly Confidential! No. 77/61 7 copies INFORMATION on some questions of carts. "
        "The ministry has learned that the carts are broken. Distribution: 1. Comrade Axen 2. Comrade Lamberz"
    )  # fmt: skip
    record = page(text)
    assert (names(record, "number"), names(record, "origin"), names(record, "form")) == (
        ["77/61"],
        ["Berlin"],
        ["report"],
    )
    assert names(record, "copied_to") == ["Axen", "Lamberz"]


def test_number_below_a_foreign_original_is_not_the_translations() -> None:
    paper = "ШИФРТЕЛЕГРАММА № 31\nтов. БЕРГУ\nТелегу получили.\nФИЛИППОВ\n№ 4/2011\n4 мая 1961 года\nCIPHERED TELEGRAM No. 31\nto Com. BERG\nWe have received the cart.\nFILIPPOV\nNo. 4/2011\n4 May 1961"
    record = page(SITE.format(title="Cable, Filippov [Stalin] to Berg", paper=paper))
    assert (names(record, "number"), names(record, "register_number")) == (["31"], ["4/2011"])

"""Heads, feet and references of the papers that archives' pages print: committees, commissions, registries, missions."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract, shelfmarks
from cablegraph.readers import wilson_center
from cablegraph.record import Record

TEXT = "The Minister told me yesterday that he would come in July. He asked that the question of the carts be examined before that date."
PAGE = "Skip to content\nMay 4, 1961\n{title}\n{paper}\nDocument Information\nSource\nAPRF, f. 3, op. 1, d. 2, l. 3.\nRights\nThe History and Public Policy Program welcomes reuse of Digital Archive materials.\n"


def page(title: str, paper: str) -> Record:
    return extract(next(wilson_center.read(PAGE.format(title=title, paper=paper), "page.txt")))


def names(record: Record, field: str) -> list[str]:
    return list(dict.fromkeys(passage.text for passage in record.fields.get(field, ())))


@pytest.mark.parametrize(
    ("title", "paper", "field", "values"),
    [
        ("Letter, Berg to Dahl", "Nr. 31/2 Conf.\nOslo, 4 May 1961\nDear Comrade Dahl,\n{}\nBERG", "number", ["31/2 Conf."]),
        ("Telegram, Embassy in Oslo to the Secretariat", "No.: 88/str. pov.\nDate: 4/V/61\nRe. Yours No. 12.\n{}\nBerg", "number", ["88/str. pov."]),
        ("Letter from A. Berg to C. Dahl", "A. BERG\nAmbassador\nSECRET / BY BAG\nD.O. No. OSL/AMB/S/12\nEMBASSY OF INDIA\nOSLO\nMay 4, 1961\nMy dear Dahl,\n{}\nA. Berg", "number", ["OSL/AMB/S/12"]),
        ("Letter from A. Berg to C. Dahl", "A. BERG\nAmbassador\nSECRET / BY BAG\nD.O. No. OSL/AMB/S/12\nEMBASSY OF INDIA\nOSLO\nMay 4, 1961\nMy dear Dahl,\n{}\nA. Berg", "origin", ["Oslo"]),
        ("Code Cable from Dahl to Hammar", "CODE CABLE\nTO: SECRETARY-GENERAL, UNATIONS, NEW YORK\nFROM: DAHL, CYPRUS\nNUMBER: DAH 12\n{}", "number", ["DAH 12"]),
        ("Code Cable from Dahl to Hammar", "CODE CABLE\nTO: SECRETARY-GENERAL, UNATIONS, NEW YORK\nFROM: DAHL, CYPRUS\nNUMBER: DAH 12\n{}", "addressee", ["Hammar"]),
        ("Report, Commission for Salt", "NATIONAL COMMISSION FOR SALT\nTHE PRESIDENT\nBUENOS AIRES, May 4, 1961\nNOTE P. 12/61 \"S\"\nTo the Minister of War\nDr. Juan Ruiz\n{}\nJosé Pérez", "addressee", ["Juan Ruiz"]),
        ("Letter from Akbar Berg, Director of the Salt Organization of Iran, to P. Dahl", "SALT ORGANIZATION OF IRAN\nP.O. Box 12, Tehran\n4 May 1961\nDear Dr. Dahl,\n{}\nAkbar Berg\nc.c. H.E. Hushang Ruiz, Minister of War", "origin", ["Tehran"]),
        ("Letter from Akbar Berg, Director of the Salt Organization of Iran, to P. Dahl", "SALT ORGANIZATION OF IRAN\nP.O. Box 12, Tehran\n4 May 1961\nDear Dr. Dahl,\n{}\nAkbar Berg\nc.c. H.E. Hushang Ruiz, Minister of War", "copied_to", ["Hushang Ruiz"]),
        ("Letter, A. Berg to C. Dahl", "Oslo, 4 May 1961\nDear Comrade Dahl,\n{}\nWith comradely greetings\nA. Berg\nComrade C. Dahl\nPrime Minister of the Revolutionary Government of the Republic of Cuba\nHavana", "destination", ["Havana"]),
        ("Ciphered Telegram No. 12, Filippov to Mao Zedong", "CIPHERED TELEGRAM No. 12\nTo Comrade MAO ZEDONG\n{}\nFILIPPOV\n4.V.61\n5 copies made\n1 Stalin\n2 Molotov\n3 file", "copied_to", ["Stalin", "Molotov"]),
        ("Ciphered Telegram, Berg to Dahl", "CIPHERED TELEGRAM\nMOSCOW, to DAHL\n{}\n4.V.61.   No. 531   B E R G", "number", ["531"]),
        ("Directive, Berg to Dahl", "To Com. DAHL\n{}\nBERG\nNo. 80412\n4 May 1961\n16 hrs 30 min", "number", ["80412"]),
        ("Telegram from Jan Popa to Ion Dahl Concerning the Invitation to Karl Berg", "TELEGRAM\nNo.: 051.204\n{}\nss. Jan Popa", "addressee", ["Ion Dahl"]),
        ("Telegram from Jan Popa to Ion Dahl Concerning the Invitation to Karl Berg", "TELEGRAM\nNo.: 051.204\n{}\nss. Jan Popa", "signature", ["Jan Popa"]),
        ("Minutes of the Conversation between A. Berg and C. Dahl", "MINUTES\nOslo, 4 May 1961\nFor Cuba: A. Berg; Juan Ruiz, ambassador\nFor the USSR: C. Dahl\nBerg: {}", "addressee", []),
        ("Minutes of the Conversation between A. Berg and C. Dahl", "MINUTES\nOslo, 4 May 1961\nFor Cuba: A. Berg; Juan Ruiz, ambassador\nFor the USSR: C. Dahl\nBerg: {}", "form", ["minutes"]),
        ("Session of the CC CPSU Politburo (Excerpt) on the Letter of the Chancellor", "SESSION OF THE CC CPSU POLITBURO\n4 May 1961\nBERG. {}", "form", ["minutes"]),
        ("Note on the Conversation of Minister Berg with Minister Dahl", "NOTE FOR THE PRESIDENT OF THE COUNCIL\nRome, 4 May 1961\n{}\nRuiz", "form", ["note"]),
        ("Speech by Karl Berg at the Meeting of the Committee in Warsaw", "Stenographic record, first day\n{}\nReturned with corrections 21.1.65", "form", ["speech"]),
        ("Speech by Karl Berg at the Meeting of the Committee in Warsaw", "Stenographic record, first day\n{}\nReturned with corrections 21.1.65", "origin", ["Warsaw"]),
        ("Record of Conversation between A. Berg and C. Dahl, Cairo, 4 May 1961", "{}", "origin", ["Cairo"]),
        ("Meeting of A. Berg and C. Dahl", "SUMMARY MINUTES: SECOND SESSION, CAIRO, SATURDAY 4 MAY 1961, 09h00\nPresent: A. Berg\n1. {}", "origin", ["Cairo"]),
        ("Telegram from Berg to the Ministry", "OFFICE OF CIPHERS\nINCOMING TELEGRAM\nNo. 7642     SECRET\nOslo, 4 May 1961\nAddressed to: Ministry of War, Rome\nTel. 388. Your 2011.\n{}\nBERG", "number", ["388"]),
        ("Telegram from Berg to the Ministry", "OFFICE OF CIPHERS\nINCOMING TELEGRAM\nNo. 7642     SECRET\nOslo, 4 May 1961\nAddressed to: Ministry of War, Rome\nTel. 388. Your 2011.\n{}\nBERG", "incoming_number", ["7642"]),
    ],
)  # fmt: skip
def test_head_or_foot_of_an_archives_page_says(title: str, paper: str, field: str, values: list[str]) -> None:
    assert names(page(title, paper.format(TEXT)), field) == values


def test_secretariats_resolution_has_its_number_and_the_protocol_of_its_points() -> None:
    record = page(
        "CC CPSU Secretariat Resolution",
        f"St-12/4gs of 4.V.1961\nRESOLUTION\nof the Secretariat of the CC of the Communist Party\n1. To satisfy the request.\nSent to: Cdes. Berg, Dahl\nSecret\nTo point 4gs of prot. No. 12\nLUSAKA\nSOVIET AMBASSADOR\n{TEXT}",
    )
    assert sorted(names(record, "protocol_number")) == ["12", "St-12/4gs"]
    [instruction] = record.parts["enclosed"]
    assert names(instruction, "destination") == ["Lusaka"]


@pytest.mark.parametrize(
    "summary",
    [
        "The Italian minister and a colleague talk about gas and a visit.",
        "The Secretariat consents to train fighters but not to deliver weapons.",
    ],
)
def test_last_paragraph_that_tells_of_the_paper_is_its_summary(summary: str) -> None:
    record = page(
        "Note, Berg to Dahl",
        f"{TEXT}\nBerg\n[seal: Ministry of Foreign Affairs, Private Secretariat, 18 NOV 1983]\n{summary}",
    )
    assert names(record, "summary") == [summary]
    assert names(record, "signature") == ["Berg"]


@pytest.mark.parametrize(
    ("statement", "identifier"),
    [
        ("AVP RF, f. referentura po SShA, op. 48, p. 331, d. 1, ll. 210-212", "AVPRF, f. referentura po SShA, op. 48, papka 331, d. 1, ll. 210-212"),
        ("Ministère des Affaires étrangères, La Courneuve, 119QO/532", "Ministère des Affaires étrangères, 119QO/532"),
        ("South African National Archives (SANA), BTS 137/21/2, Vol. 9", "South African National Archives, BTS 137/21/2, Vol. 9"),
        ("George Bush Library, 2015-0776-M, pp. 21-24. Declassified in part 2018.", "George Bush Library, 2015-0776-M, pp. 21-24"),
    ],
)  # fmt: skip
def test_reference_has_its_named_fond_and_no_town_nor_credit(statement: str, identifier: str) -> None:
    assert [mark.identifier for mark in shelfmarks.find(statement, 0, len(statement))] == [identifier]


@pytest.mark.parametrize(
    ("title", "paper", "field", "values"),
    [
        ("Mao Zedong to Peng Dehuai", "Peng [Dehuai] and Deng [Hua]; info Gao [Gang]:\n{}\nMao Zedong", "copied_to", ["Gao Gang"]),
        ("Note about a Conversation with the Soviet Ambassador", "Note\nabout a conversation with the Soviet Ambassador, Comrade Moskovsky, on 4 May 1961\n{}\nBerg\nCC:\n1x Foreign Ministry/Far East\n1x Embassy", "participant", ["Moskovsky"]),
        ("Note about a Conversation with the Soviet Ambassador", "Note\nabout a conversation with the Soviet Ambassador, Comrade Moskovsky, on 4 May 1961\n{}\nBerg\nCC:\n1x Foreign Ministry/Far East\n1x Embassy", "copied_to", ["Foreign Ministry/Far East"]),
        ("Telegram from the Embassy in Prague", "TELEGRAM\nfrom Prague\nTop secret\nComrade Corneliu Berg\nMinister of Foreign Affairs\n{}\n(ss) Teodor Dahl", "addressee", ["Corneliu Berg"]),
        ("Bulgarian Communist Party Politburo Decision “B” No. 3", "DECISION “B” No. 3\n1. To grant 20 tractors.", "author", ["Bulgarian Communist Party Politburo"]),
        ("Ciphered Telegram from the Embassy in Oslo (Dahl)", "Telegram received: 5.5.61  20:15\nUrgent!\n{}\nDahl", "date_received", ["1961-05-05"]),
        ("Letter from Juan Ruiz to Erich Berg", "REPUBLIC OF CUBA\nTHE PRESIDENT OF THE COUNCIL OF STATE\nHavana, May 4, 1961\n“Year 29 of the Revolution”\nTo Comrade Erich Berg\nGeneral Secretary of the CC of the SED\nBerlin\nDear Comrade Berg:\n{}\nJuan Ruiz", "receiver", []),
        ("Letter from Juan Ruiz to Erich Berg", "REPUBLIC OF CUBA\nTHE PRESIDENT OF THE COUNCIL OF STATE\nHavana, May 4, 1961\n“Year 29 of the Revolution”\nTo Comrade Erich Berg\nGeneral Secretary of the CC of the SED\nBerlin\nDear Comrade Berg:\n{}\nJuan Ruiz", "destination", ["Berlin"]),
        ("Letter, Berg to Dahl", "Dear Mr. President,\n{}\nYours sincerely,\nKarl Berg\nThe Honourable Mr. John F. Dahl,\nPresident of the United States of America,\nThe White House,\nWashington, D.C.", "signature", ["Karl Berg"]),
        ("Memorandum, Department of Foreign Affairs", "PRETORIA\n4 May 1961\nMEMORANDUM FOR THE MINISTER\nURANIUM SUPPLY TO IRAN\n{}\nB.G. DAHL\nSECRETARY FOR FOREIGN AFFAIRS", "destination", []),
        ("Memorandum, Department of Foreign Affairs", "PRETORIA\n4 May 1961\nMEMORANDUM FOR THE MINISTER\nURANIUM SUPPLY TO IRAN\n{}\nB.G. DAHL\nSECRETARY FOR FOREIGN AFFAIRS", "addressee", ["Minister"]),
        ("From the Journal of Ambassador N. V. Berg. Memorandum of Conversation with Zhou Enlai", "{}", "author", ["N. V. Berg"]),
        ("Telegram, Berg to Stalin", "Cipher telegram No. 33/sh\n{}\nBERG\nCorrect: Senior assistant, Captain [signature] /Petrov/\n2 copies printed\nNo. 1 – Comrade STALIN\nNo. 2 – Comrade MOLOTOV", "copied_to", ["Stalin", "Molotov"]),
        ("Telegram, Berg to Stalin", "Cipher telegram No. 33/sh\n{}\nBERG\nCorrect: Senior assistant, Captain [signature] /Petrov/\n2 copies printed\nNo. 1 – Comrade STALIN\nNo. 2 – Comrade MOLOTOV", "register_number", []),
        ("Memorandum to the Central Committee from V. Berg", "COMMITTEE FOR STATE SECURITY [KGB]\n4 May 1961\nto Comrade L. I. DAHL\n{}\nCommittee Chairman   V. BERG", "addressee", ["L. I. Dahl"]),
        ("Memorandum to the Central Committee from V. Berg", "COMMITTEE FOR STATE SECURITY [KGB]\n4 May 1961\nto Comrade L. I. DAHL\n{}\nCommittee Chairman   V. BERG", "signature", ["V. Berg"]),
    ],
)  # fmt: skip
def test_heads_and_feet_of_many_offices_are_read(title: str, paper: str, field: str, values: list[str]) -> None:
    assert names(page(title, paper.format(TEXT)), field) == values

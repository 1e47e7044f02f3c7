"""What offices put on a paper: register numbers, stamps, lists of copies, forms in print, who signs below an office."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract, numbers
from cablegraph.readers import plain_text
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
    ],
)  # fmt: skip
def test_list_of_copies_names_who_has_one(line: str, copies: list[str]) -> None:
    text = f"TELEGRAM No. 4\nTo Comrade Dahl\nThe ships have arrived in the harbour and are being unloaded.\nBERG\n4 May 1951\n{line}\n"
    assert names(read(text), "copied_to") == copies


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

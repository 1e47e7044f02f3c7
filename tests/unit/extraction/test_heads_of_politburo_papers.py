"""Heads and feet found misread by hand: extracts of protocols, records of talks, Hungarian telegrams, columns of FRUS."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

from pathlib import Path

import pytest

from cablegraph import readers
from cablegraph.extraction import extract
from cablegraph.record import Record

TEXT = "The Minister told me yesterday that he would come in July. He asked that the question of the carts be examined before that date."


def read(tmp_path: Path, text: str) -> Record:
    file = tmp_path / "paper.txt"
    file.write_text(text, "utf-8")
    return extract(next(iter(readers.read(file, file.name))))


def names(record: Record, field: str) -> list[str]:
    return list(dict.fromkeys(passage.text for passage in record.fields.get(field, ())))


EXTRACT = """January 9, 1980
Excerpt from Minutes of Meeting of the CPSU CC Politburo
CONFIDENTIAL No. P 12/2
To Comrades Berg, Dahlin, Lundin, Ruizov
Extract from protocol No. 12 of the session of the CC CPSU Politburo of 28 January 1980
Re: Further measures
1. Agree with the note of comrades Berg Yu. V., Dahlin A. A. of 27 January 1980 (attached).
SECRETARY OF THE CC
L. Lundin
To point 2 of prot. No. 12
CC CPSU
Our measures have been carried out since 27 December.
Berg Dahlin Lundin Ruizov
27 January 1980
No. 0192/gs
"""


def test_page_without_labels_has_title_decision_body_and_four_signers(tmp_path: Path) -> None:
    record = read(tmp_path, EXTRACT)
    assert names(record, "title") == ["Excerpt from Minutes of Meeting of the CPSU CC Politburo"]
    assert names(record, "form") == ["decision"]
    assert names(record, "author") == ["CPSU CC Politburo"]
    assert names(record, "protocol_number") == ["P 12/2", "12"]
    assert "page and paper give different days: 1980-01-09, 1980-01-28" in record.warnings
    assert {"Berg Yu. V.", "Dahlin A. A."} <= set(names(record, "mentions"))
    [note] = record.parts["enclosed"]
    assert names(note, "sender") == ["Berg", "Dahlin", "Lundin", "Ruizov"]
    assert names(note, "addressee") == ["CC CPSU"]


HUNGARIAN = f"""TELEGRAM
From: Hungarian Embassy in Oslo
To: Ministry of Foreign Affairs, Budapest
XIX-J-1-j Norway, 1975, 83. doboz, 81-10, 002835/8/1975.

Top Secret!
Oslo, 30 July 1975
Typed in four copies
Sent to: 3 Center, 1 Embassy
Written by: Etre, Sandor
Subject: Visit of a delegation

{TEXT}

Ferenc Berg
Ambassador
"""


def test_copies_that_an_office_counts_are_nobodys_and_end_at_the_next_label(tmp_path: Path) -> None:
    record = read(tmp_path, HUNGARIAN)
    assert names(record, "copied_to") == []
    assert (names(record, "signature"), names(record, "sender")) == (["Ferenc Berg"], ["Ferenc Berg"])
    assert names(record, "classification") == ["top-secret"]
    [copy] = record.parts["copies"]
    assert copy.text_of("identifier") == "MOL, XIX-J-1-j Norway, 1975, 83. doboz, 81-10, 002835/8/1975"


@pytest.mark.parametrize(
    ("head", "field", "values"),
    [
        ("CONVERSATION OF COMRADE L. I. BERG\nWITH COMRADE A. S. DAHL\n12 August 1968", "relay", []),
        ("CONVERSATION OF COMRADE L. I. BERG\nWITH COMRADE A. S. DAHL\n12 August 1968", "participant", ["L. I. Berg", "A. S. Dahl"]),
        ("RECORD OF CONVERSATION\nof A. I. Berg with Juan Ruiz, Osvaldo Lund and Karl Dahl\n12 August 1968", "participant", ["A. I. Berg", "Juan Ruiz", "Osvaldo Lund", "Karl Dahl"]),
        ("TELEGRAM No. 12\nTo: The Ministry of Foreign Affairs,\nComrade Stefan Berg, Minister\nFrom: The Romanian Embassy in Oslo\n17.05.1978", "addressee", ["Stefan Berg"]),
    ],
)  # fmt: skip
def test_lines_below_each_other_say_who_talked_and_to_whom_it_goes(
    tmp_path: Path, head: str, field: str, values: list[str]
) -> None:
    assert names(read(tmp_path, f"{head}\n\n{TEXT}\n"), field) == values


def test_signature_over_a_long_office_is_read(tmp_path: Path) -> None:
    office = "Premier of the State Council and Minister of Foreign Affairs of the People's Republic of China"
    record = read(
        tmp_path,
        f"Oslo, July 21, 1955\n\nYour Excellency Mr. Prime Minister,\n\n{TEXT}\n\n(Signed) Karl Berg\n{office}\n",
    )
    assert names(record, "signature") == ["Karl Berg"]


FRUS = "611.93B/12-1150: Telegram\nThe Ambassador in India (MacBerg) to the Secretary of State\nSECRET\tPRIORITY\tNEW DELHI, December 11, 1950—7 p. m.\n1462. Bajpai told me this noon that a message had come.\nMACBERG\n"


def test_columns_of_a_telegrams_head_are_read_apart(tmp_path: Path) -> None:
    record = read(tmp_path, FRUS)
    assert (names(record, "classification"), names(record, "precedence")) == (["secret"], ["priority"])
    assert names(record, "origin") == ["New Delhi"]
    assert (names(record, "sender"), names(record, "signature")) == (["MacBerg"], ["MacBerg"])


def test_number_may_stand_before_the_salutation_and_an_hour_makes_a_telegram(tmp_path: Path) -> None:
    despatch = read(
        tmp_path,
        "Mr. Adams to Mr. Seward\nLegation of the United States, London, February 9, 1865.\nNo. 880.] Sir: Despatches from the department have been received at this legation.\nI am, sir, your obedient servant,\nCHARLES FRANCIS ADAMS.\nHon. William H. Seward, Secretary of State, Washington, D. C.\n",
    )
    assert (names(despatch, "number"), names(despatch, "form")) == (["880"], ["despatch"])
    wired = read(
        tmp_path,
        "The Acting Secretary of State to the Commission to Negotiate Peace\nWashington, January 24, 1919, 4 p.m.\n390. For Hoover from Polk. The Board has agreed that flour be shipped.\nPolk\n",
    )
    assert (names(wired, "number"), names(wired, "form")) == (["390"], ["telegram"])


MINUTES = """Paris Peace Conf. 180.03501/47
HD–47
Notes of a Meeting of the Heads of Delegations Held in M. Berg’s Room, Paris, on Tuesday, September 2, 1919, at 10:30 a.m.
Present
FRANCE
M. Berg
1. M. Berg read a telegram¹ and said that the cart would be sent.
HOTEL DE CRILLON, PARIS, September 2, 1919.

¹ Telegram in two sections.
"""


def test_conference_minutes_have_form_place_and_raised_footnotes(tmp_path: Path) -> None:
    record = read(tmp_path, MINUTES)
    assert (names(record, "form"), names(record, "origin")) == (["minutes"], ["Paris"])
    note = record.source.text.index("¹ Telegram")
    assert record.source.layer_of(note, note + 10) == "editorial"


INCLOSURES = """Mr. Bigelow to Mr. Seward.
No. 341.]
LEGATION OF THE UNITED STATES,
Paris, June 29, 1866.
SIR: I have the honor to send you a note and an article, with the captain’s letter.
JOHN BIGELOW.
Hon. WILLIAM H. SEWARD, Secretary of State, &c., &c., &c.
[Inclosures.]
1. M. Drouyn de Lhuys to Mr. Bigelow, June 27, 1866.
2. Extract from the Moniteur of June 28.
[Translation.]
M. Drouyn de Lhuys to Mr. Bigelow.
MINISTRY OF FOREIGN AFFAIRS,
Paris, June 27, 1866.
SIR: You did me the honor to ask whether a battalion had gone out.
DROUYN DE LHUYS.
[Inclosure 3.]
General A. C. Berg to Captain D. F. Dahl
EL CHIPOTE, June 20, 1866.
Yours of the 2d was brought to me yesterday. I promise to go home.
A. C. BERG
"""


def test_list_of_inclosures_is_none_and_a_signed_paper_between_two_men_is_a_letter(tmp_path: Path) -> None:
    note, letter = read(tmp_path, INCLOSURES).parts["enclosed"]
    assert (names(note, "form"), names(note, "date"), names(note, "number")) == (["note"], ["1866-06-27"], [])
    assert (names(letter, "form"), names(letter, "origin")) == (["letter"], ["El Chipote"])

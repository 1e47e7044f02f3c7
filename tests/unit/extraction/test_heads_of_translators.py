"""Heads that a translator set over a telegram, and numbers that a paper bears or names beside its own."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text, wilson_center
from cablegraph.record import Record, normalise


def read(text: str) -> Record:
    [source] = plain_text.read(normalise(text), "paper.txt")
    return extract(source)


@pytest.mark.parametrize(
    "note",
    [
        "[Source: AVPRF; copy at the National Security Archive; translation by A. Lind; header by B. Ek]",
        "[translated from Polish by A. Lind, header by translatinghistory.org]",
        "[Obtained by A. Lind. Archive of the Ministry of Foreign Affairs, Belgrade, PA 1962, f. 67; folder 11.]",
        '[Source: "ANEXO Secreto – 600.(24h)." Ministry of External Relations Archives, Brasilia; transl. by A. Lind.]',
    ],
)
@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("From: New York (Dahl)\nTo: Moscow, Foreign Ministry\nNo.: 1892", ("New York", "Moscow", "1892")),
        ("From: Havana (Dahl)\nTo: Warsaw (Rapacki)\nNo.: 16213", ("Havana", "Warsaw", "16213")),
        ("From: Peking (Dahl)\nTo: Bucharest\nNo. 412 – Time sent 6.30 p.m.", ("Peking", "Bucharest", "412")),
    ],
)
def test_a_translators_note_does_not_end_the_head(note: str, lines: str, found: tuple[str, str, str]) -> None:
    text = f"Telegram from Envoy Dahl, 5 November 1962\n{note}\n\n{lines}\nDate: 5/XI/62\n\nTrams are short.\n\nDahl\n"
    record = read(text)
    assert (record.text_of("origin"), record.text_of("destination"), record.text_of("number")) == found
    assert {one.text for one in record.fields["sender"]} == {"Dahl"}


def test_a_man_in_brackets_behind_his_town_is_the_addressee() -> None:
    record = read("TELEGRAM\n\nFrom: Havana (Jeleń)\nTo: Warsaw (Rapacki)\nDate: 30/X/62\n\nTrams are short.\n")
    assert (record.text_of("sender"), record.text_of("addressee")) == ("Jeleń", "Rapacki")


@pytest.mark.parametrize(
    "cited",
    ["To your CT No. 97.", "Re our CT No. 97.", "On your tel. No. 97", "With my telegram No. 97.", "To No. 97."],
)
def test_a_number_that_is_answered_is_not_the_papers(cited: str) -> None:
    record = read(f"Warsaw, 30 March 1981\nCT No. 318\nComrade Lind\n\n{cited}\n\nTrams are short.\n\nDahl\n")
    assert [one.text for one in record.fields["number"]] == ["318"]


@pytest.mark.parametrize(
    ("head", "foot", "kind"),
    [
        ("From BEIJING Received 13 hours 50 minutes 13.8.1951", "MAO ZEDONG\n13 August 1951\nNo. 5017", "outgoing"),
        ("From PYONGYANG. Rec'd 16.XI.51 at 22:10", "SHTYKOV\n16 November 1951\nNo. 88", "outgoing"),
        ("BEIJING - Comrade ROSHCHIN", "FILIPPOV\n24 June 1951\nNo. 635177", "register"),
        ("From BEIJING Received 13 hours 13.8.1951", "MAO ZEDONG\n13 August 1951\nNo. 4/6401", "register"),
    ],
)
def test_a_number_below_the_day_is_the_senders_where_the_telegram_came_in(head: str, foot: str, kind: str) -> None:
    record = read(f"CIPHERED TELEGRAM No. 24206\n{head}\nComrade FILIPPOV.\nWe ask for trams.\n{foot}\n")
    assert [name for name in ("outgoing", "register") if record.fields.get(f"{name}_number")] == [kind]


@pytest.mark.parametrize(
    ("stamp", "kind"),
    [
        ("[Stamp: Consejo de Estado, Salida No. 0713]", "outgoing"),
        ("[Stamp: Secretaría, Entrada No. 0713]", "incoming"),
    ],
)
def test_a_stamp_says_in_spanish_which_way_a_paper_went(stamp: str, kind: str) -> None:
    record = read(f"Havana, July 20, 1975\nComrade Dahl\nDear Comrade:\nWe have no trams.\nFidel Lund\n{stamp}\n")
    assert record.text_of(f"{kind}_number") == "0713"


def test_the_head_of_a_telegram_on_a_page_of_one_line() -> None:
    text = (
        "November 6, 1956 Telegram from Karel Lund in Moscow to the State Secretariat Total Page:4 File Type:pdf "
        "Contents: English Translation STATE SECRETARIAT FOR FOREIGN AFFAIRS Telegram Moscow, No. 831 6 November 1956 "
        "Strictly confidential Very urgent For Comrade Berg Re your No. 1417. I was there tonight. Lund"
    )
    [source] = wilson_center.read(normalise(text), "paper.txt")
    record = extract(source)
    assert (record.text_of("number"), record.text_of("origin")) == ("831", "Moscow")
    assert record.text_of("classification") == "strictly-confidential"
    assert not record.fields.get("destination")


def test_a_number_at_the_head_is_no_place() -> None:
    record = read("EMBASSY IN THE DPRK\nNr. 8/1/1962.\nPyongyang, 5 April 1962\nTopic: Trams\nThey are short.\nDahl\n")
    assert record.text_of("origin") == "Pyongyang"

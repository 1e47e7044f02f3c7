"""Heads that name a body and, below it, the man there; offices with an "and"; stamps and hours of receipt; whom copies go to."""

# ruff: noqa: E501  (a head is read best on one line)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import wilson_center
from cablegraph.record import Record, normalise

PAGE = """Skip to content

May 17, 1966

{title}

{head}

We agree with the plan and have nothing to add to it.

{foot}

Document Information

Source

RGANI, f. 5, op. 30, d. 488. Contributed by Ivan Berg.

Original Uploaded Date

2016-05-10

Rights

The History and Public Policy Program welcomes reuse of Digital Archive materials for research and educational purposes.
"""


def read(title: str, head: str, foot: str = "Director of the Institute\nB. Lund") -> Record:
    [source] = wilson_center.read(normalise(PAGE.format(title=title, head=head, foot=foot)), "page.txt")
    return extract(source)


def names(record: Record, field: str) -> list[str]:
    return list(dict.fromkeys(one.text for one in record.fields.get(field, ())))


LETTER = "Letter from the Institute of Oriental Studies to the CC CPSU International Department"


@pytest.mark.parametrize(
    "head",
    [
        "17 May 1966\nTo the International Department of the CC CPSU\n\nComrade R. A. Dahl",
        "Institute of Oriental Studies\n17 May 1966\nCC CPSU\nComrade R. A. Dahl",
        "17 May 1966\nTo the Foreign Ministry\nDeputy Minister Comrade R. A. Dahl",
        "17 May 1966\nTo: Department of the CC\nattn. Comrade R. A. Dahl",
        "17 May 1966\nTo the General Staff\nto Colonel R. A. Dahl",
        "17 May 1966\nTo the Ministry of Trade\nMr. R. A. Dahl",
    ],
)
def test_the_man_below_a_body_is_who_gets_a_paper(head: str) -> None:
    assert names(read(LETTER, head), "addressee") == ["R. A. Dahl"]


@pytest.mark.parametrize(
    "head",
    [
        "TO: MINISTER OF EXTERNAL RELATIONS AND WORSHIP, BRIGADIER CARLOS DAHL",
        "TO: SECRETARY OF STATE AND ACTING PRESIDENT, MR. CARLOS DAHL",
        "To the Minister of Justice and Public Security, Dr. Carlos Dahl",
        "To: Minister of Trade and Industry, Engineer Carlos Dahl",
        "TO: THE MINISTER OF EDUCATION AND CULTURE, AMBASSADOR CARLOS DAHL",
    ],
)
def test_an_office_with_an_and_is_held_by_the_man_behind_it(head: str) -> None:
    record = read(
        "Cable from the Embassy in Rome to the Ministry", f"CABLE\n\n{head}\n\nROME, MAY 17, 1966", "OSKAR BERG"
    )
    assert names(record, "addressee") == ["Carlos Dahl"]


WIRE = "From: Indembassy, Cairo.\nTo: Foreign, New Delhi.\nNo. 38 May 17, 1966\n{hours}\n\nFor Foreign Secretary from Berg.\n\nYour telegram 12."


@pytest.mark.parametrize(
    ("hours", "day"),
    [
        ("DTG. 171015 Recd. 171730", "1966-05-17"),
        ("DTG 171015Z\nRecd. 180930Z", "1966-05-18"),
        ("D.T.O. 17/1015 D.T.R. 18/1730", "1966-05-18"),
        ("T.O.O. 171015; T.O.R. 171730 hrs", "1966-05-17"),
        ("DTG: 311015 Received: 011730", "1966-06-01"),
        ("Time of despatch 171015. Time of receipt 172230", "1966-05-17"),
    ],
)
def test_hours_say_on_which_day_a_telegram_came_in(hours: str, day: str) -> None:
    record = read(
        "Telegram from the Indian Ambassador to the Ministry of External Affairs", WIRE.format(hours=hours), "BERG"
    )
    assert names(record, "date_received") == [day]
    assert names(record, "addressee") == ["Foreign Secretary"]


@pytest.mark.parametrize(
    "stamp", ["07382 22 MAY 1966", "22 MAY 1966  07382", "07382  22-MAY-66", "22.MAY.1966 07382", "07382 22 JUNE 1966"]
)
def test_a_bare_stamp_has_the_count_of_what_came_in(stamp: str) -> None:
    record = read(
        LETTER, f"17 May 1966\nNo. 641-A\nCC CPSU\n{stamp}\nsubject to return to the General Department of the CC CPSU"
    )
    assert names(record, "incoming_number") == ["07382"]
    assert names(record, "number") == ["641-A"]


@pytest.mark.parametrize("number", ["14/3/52", "7/12/1966", "112/4/66", "3/1/48", "31/7/89"])
def test_a_number_may_end_with_its_year(number: str) -> None:
    assert names(read(LETTER, f"No. {number}\nBONN, 17th May, 1966"), "number") == [number]


@pytest.mark.parametrize(
    ("foot", "copied"),
    [
        ("B. Lund\n\nc.c. Mr. A. H. Berg, London\n\nc.c. Mr. Denis Dahl, Rome", ["A. H. Berg", "Denis Dahl"]),
        ("B. Lund\n\ncc Mr. A. H. Berg\ncc Mr. Denis Dahl", ["A. H. Berg", "Denis Dahl"]),
        (
            "B. Lund\n\ncc: Ministry of Foreign Affairs, Third Department; State Committee for Trade",
            ["Ministry of Foreign Affairs, Third Department", "State Committee for Trade"],
        ),
        ("B. Lund\n\nCopies: Comrades Berg, Dahl\nAuthentic: [signature illegible]", ["Berg", "Dahl"]),
        ("B. Lund\n\nCopies: Comrades Berg, Dahl\nTrue copy: Ivanova", ["Berg", "Dahl"]),
        ("B. Lund\n\nCopies: Comrades Berg, Dahl\nCertified", ["Berg", "Dahl"]),
    ],
)  # fmt: skip
def test_copies_go_to_each_of_a_list_and_to_nobody_who_vouches_for_them(foot: str, copied: list[str]) -> None:
    record = read(LETTER, "17 May 1966\nTo the CC CPSU", foot)
    assert names(record, "copied_to") == copied
    assert names(record, "sender") == ["B. Lund"]


@pytest.mark.parametrize(
    "summary",
    [
        "An institute of the Academy of Sciences describes the government's policy and makes proposals.",
        "A member of the Politburo warns against a hasty answer.",
        "A group of officers of the General Staff proposes new bases.",
        "An East German official recounts what he heard in Warsaw.",
        "A Romanian student in Leningrad complains about his grant.",
    ],
)
def test_a_cataloguers_sentence_may_speak_of_somebody_unnamed(summary: str) -> None:
    record = read(
        LETTER,
        "17 May 1966",
        f"Director of the Institute\nB. Lund\n\ncc: Ministry of Foreign Affairs of the USSR, Third Department; State Committee for Cultural Relations\n\n{summary}",
    )
    assert record.text_of("summary") == summary
    assert names(record, "sender") == ["B. Lund"]


@pytest.mark.parametrize(
    "title",
    [
        "Telegram from Berg to Dahl, with Kim Lund's Letter and Peng Holm's Telegram",
        "Telegram from Berg to Dahl with Lund's Message",
        "Telegram from Berg to Dahl, with Prime Minister Lund's Reply",
        "Telegram from Berg to Dahl, with Lund’s Draft Statement",
        "Telegram from Berg to Dahl, with Comrade Lund's Remarks and a Note",
    ],
)
def test_what_goes_with_a_telegram_is_no_addressee(title: str) -> None:
    assert names(read(title, "17 May 1966", "BERG"), "addressee") == ["Dahl"]

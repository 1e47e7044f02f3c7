"""Messages that somebody is to pass on: who gets them, for whom they are, and under which name."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import Record, normalise

CABLE = """Telegram from the Foreign Ministry to the Embassy in Hanoi

Ministry of Foreign Affairs
TELEGRAM No. 614
Berlin, 15 May 1972

{address}

We agree with your plan. Please inform us of his opinion.

Werner Berg
{note}
"""


def read(text: str) -> Record:
    [source] = plain_text.read(normalise(text), "paper.txt")
    return extract(source)


def names(record: Record, field: str) -> list[str]:
    return list(dict.fromkeys(one.text for one in record.fields.get(field, ())))


@pytest.mark.parametrize(
    "address",
    [
        "Comrade Karl Dahl, for transmission to Comrade Lars Lund:",
        "Karl Dahl, please pass on to Comrade Lars Lund:",
        "Comrade Karl Dahl, convey at once to Comrade Lars Lund:",
        "Comrade Karl Dahl, please deliver this letter to Comrade Lars Lund:",
        "Comrade Karl Dahl – to be forwarded to Comrade Lars Lund:",
        "Comrade Karl Dahl, which is to be handed over personally to Comrade Lars Lund:",
        "Ambassador Karl Dahl, Hanoi\n\nfor transmission to Comrade Lars Lund",
        "Comrade Ambassador Karl Dahl, Hanoi\nTo be handed over to Comrade Lars Lund",
        "Comrade Karl Dahl. Hanoi.\nPlease hand over to Comrade Lars Lund",
        "Ambassador Karl Dahl\nHanoi\nPlease hand over to Comrade Lars Lund",
        "To Ambassador Karl Dahl, Hanoi\nFor delivery to Comrade Lars Lund",
        "To: Ambassador Karl Dahl, Hanoi\n(for onward transmission to Comrade Lars Lund)",
    ],
)
def test_a_message_is_passed_on_by_whom_its_address_names_first(address: str) -> None:
    record = read(CABLE.format(address=address, note=""))
    assert names(record, "addressee") == ["Lars Lund"]
    assert names(record, "receiver") == ["Karl Dahl"]
    assert names(record, "relay") == ["Karl Dahl"]
    if "Hanoi" in address:
        assert names(record, "destination") == ["Hanoi"]


@pytest.mark.parametrize("line", ["HANOI. SOVIET AMBASSADOR", "Hanoi: Soviet Ambassador", "Hanoi – Comrade Karl Dahl"])
def test_a_town_before_who_passes_on_stays_where_the_message_goes(line: str) -> None:
    untitled = CABLE.partition("\n\n")[2].format(address=f"{line}\nPass on to Comrade Lars Lund:", note="")
    record = read(untitled)
    assert names(record, "destination") == ["Hanoi"]
    assert names(record, "receiver") == ["Karl Dahl" if "Dahl" in line else "Soviet Ambassador"]
    assert names(record, "addressee") == ["Lars Lund"]


@pytest.mark.parametrize(
    "note",
    [
        "1 Ding was a pseudonym of Lars Lund.",
        "1 Ding: pseudonym of Lars Lund",
        "[1] Ding is Lars Lund's alias.",
        "1. Ding – cover name for Comrade Lars Lund",
        "1 Ding was one of the code names used by Lars Lund in these years.",
        "1 The pseudonym of Lars Lund was Ding.",
    ],
)
def test_a_note_of_the_editors_says_who_bears_a_pseudonym(note: str) -> None:
    record = read(CABLE.format(address="Comrade Karl Dahl, for transmission to Comrade Ding1:", note=f"\n{note}"))
    assert (names(record, "addressee"), names(record, "addressed_as")) == (["Lars Lund"], ["Ding"])


def test_a_sentence_that_hands_something_over_addresses_nobody() -> None:
    record = read(CABLE.format(address="To Ambassador Karl Dahl", note="").replace("We agree", "Convey to him that we"))
    assert names(record, "addressee") == ["Karl Dahl"]


WIRED = """Telegram from Foreign Minister Lund to the Mission to the United Nations

MINISTRY OF FOREIGN RELATIONS
HAVANA
{grade}
No. 1477
Havana, November 3, 1962
TO: {to}
VIA: EMBACUBA MEXICO
For Dahl

Your 206 of yesterday received.

LUND
"""


@pytest.mark.parametrize(
    ("to", "receiver", "town"),
    [
        ("CUBANATIONS, NEW YORK", "CUBANATIONS", "New York"),
        ("ALBEMBASSY, BEIJING", "ALBEMBASSY", "Beijing"),
        ("BRASEMB ROME", "BRASEMB", "Rome"),
        ("MEXEMB, PARIS", "MEXEMB", "Paris"),
        ("YUGEMBASSY MOSCOW", "YUGEMBASSY", "Moscow"),
    ],
)
def test_a_telegram_goes_by_way_of_another_mission(to: str, receiver: str, town: str) -> None:
    record = read(WIRED.format(to=to, grade="URGENT"))
    assert names(record, "addressee") == ["Dahl"]
    assert names(record, "receiver") == [receiver]
    assert names(record, "relay") == ["EMBACUBA MEXICO"]
    assert (names(record, "origin"), names(record, "destination")) == (["Havana"], [town])


@pytest.mark.parametrize(
    "grade",
    [
        "CIPHERED – VERY URGENT",
        "Encrypted. Urgent",
        "In cipher",
        "CODED / SECRET",
        "By cipher. Very urgent",
        "Enciphered telegram",
    ],
)
def test_a_line_of_its_head_says_that_a_telegram_went_in_cipher(grade: str) -> None:
    record = read(WIRED.format(to="CUBANATIONS, NEW YORK", grade=grade))
    assert record.text_of("form") == "ciphered-telegram"


def test_letters_set_wide_may_have_a_number_behind_them() -> None:
    record = read(WIRED.format(to="ROME", grade="C i p h e r  t e l e g r a m  No. 614/72").replace("No. 1477\n", ""))
    assert (record.text_of("form"), record.text_of("number")) == ("ciphered-telegram", "614/72")

"""Notes that present compliments: who writes to whom, the day and the address below the assurances; lists of points."""

# ruff: noqa: E501  (a case is read best on one line)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import Record, normalise

TEXT = "The dredger works again, and nine days are lost. The harbour master asks for two pumps before the winter.\n"


def read(text: str) -> Record:
    [source] = plain_text.read(normalise(text), "paper.txt")
    return extract(source)


def names(record: Record, field: str) -> list[str]:
    return list(dict.fromkeys(passage.text for passage in record.fields.get(field, ())))


NOTE = """EMBASSY OF THE POLISH PEOPLE'S REPUBLIC
No. 44/61

The Embassy of the Polish People's Republic in Accra presents its compliments to the Ministry of External Affairs of the Republic of Ghana and has the honour to ask for a berth at Tema.

The Embassy avails itself of this opportunity to renew to the Ministry the assurances of
its highest consideration.

Accra, 4 May 1961

[round seal]

MINISTRY OF EXTERNAL AFFAIRS
of the Republic of Ghana
Accra

[Stamp: Incoming No. 18, 5 V 1961]
"""


def test_a_note_in_the_third_person_is_its_embassys_and_goes_to_the_address_below_the_assurances() -> None:
    record = read(NOTE)
    assert names(record, "form") == ["note"]
    assert names(record, "sender") == ["Embassy of the Polish People's Republic in Accra"]
    assert names(record, "addressee") == ["Ministry of External Affairs of the Republic of Ghana"]
    assert [record.text_of(field) for field in ("origin", "destination", "date", "date_received")] == ["Accra", "Accra", "1961-05-04", "1961-05-05"]  # fmt: skip


def test_a_letter_with_assurances_keeps_its_signature() -> None:
    record = read(
        f"Sir,\n{TEXT}Accept, Sir, the assurances of my highest consideration.\nJan Nowak\nAmbassador\nAccra, 4 May 1961\n"
    )
    assert names(record, "sender") == ["Jan Nowak"]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("To Comrades Gromyko (all); Zorin, Pushkin – 1, 2; Serov – 2; Kirpich – all.", ["Gromyko", "Zorin", "Pushkin", "Serov", "Kirpich"]),
        ("To Comrades Gromyko, Zorin – pt. 1; Serov – everything", ["Gromyko", "Zorin", "Serov"]),
    ],
)  # fmt: skip
def test_a_decision_goes_to_those_whom_its_points_concern(line: str, found: list[str]) -> None:
    assert (
        names(
            read(f"Strictly secret\nP201/14\n{line}\nExtract from protocol No. 201 of 4 May 1961\n{TEXT}"), "addressee"
        )
        == found
    )


@pytest.mark.parametrize(
    ("lines", "form"),
    [
        ("RECORD\nof the conversation of Comrade Axen with Minister Riad, Cairo, 4 May 1961", ["memorandum-of-conversation"]),
        ("ZAPISNIK\nof the talks between K. Popović and Minister Riad, Cairo, 4 May 1961", ["memorandum-of-conversation"]),
        ("MINUTES\nof the meeting of the Politburo, 4 May 1961", ["minutes"]),
    ],
)  # fmt: skip
def test_a_record_over_the_word_of_a_talk_is_a_record_of_a_conversation(lines: str, form: list[str]) -> None:
    assert names(read(f"{lines}\n\n{TEXT}"), "form") == form


def test_a_name_in_capitals_may_have_its_office_behind_it() -> None:
    assert names(read(f"TELEGRAM No. 9\n4 May 1951\n\n{TEXT.upper()}\nMAX HUBER PRESIDENT\n"), "sender") == [
        "Max Huber"
    ]

"""What stands below a text and is neither its writer nor its number."""

from __future__ import annotations

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import Record, normalise


def read(text: str) -> Record:
    [source] = plain_text.read(normalise(text), "paper.txt")
    return extract(source)


def names(record: Record, field: str) -> list[str]:
    return list(dict.fromkeys(passage.text for passage in record.fields.get(field, ())))


def test_the_day_a_letter_was_sent_is_no_number_and_no_name() -> None:
    record = read(
        "Letter from Berg to Dahl\nDear Comrade Dahl!\nThe boats are ready.\nJ. Berg\nNo. 4712\nSent 19/VIII-49\n"
    )
    assert names(record, "signature") == ["J. Berg"]
    assert names(record, "internal_number") == []
    assert names(record, "date") == ["1949-08-19"]


def test_applause_signs_no_speech() -> None:
    record = read("Speech of Comrade Dahl\nMoscow, 28 October 1955\nComrades! The harvest was good.\n(Applause.)\n")
    assert names(record, "signature") == []
    assert names(record, "author") == ["Dahl"]

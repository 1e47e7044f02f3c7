"""Papers cited by writer and reader, by what they are and by the day before yesterday; and what is no day of theirs."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import normalise

PAPER = (
    "Letter from A. Dahl to B. Lund\nOslo, 4 May 1963\n\nDear Comrade Lund,\n\nThe dredger works again, and nine days "
    "are lost.\n{}\nThe harbour master asks for two pumps before the winter.\n\nA. Dahl\n"
)


def cited(sentence: str) -> list[dict[str, str]]:
    [source] = plain_text.read(normalise(PAPER.format(sentence)), "paper.txt")
    names = ("form", "number", "date", "sender", "addressee")
    return [
        {name: part.text_of(name) for name in names if part.text_of(name)}
        for part in extract(source).parts.get("citations", ())
    ]


@pytest.mark.parametrize(
    ("sentence", "paper"),
    [
        (
            "He spoke with warmth of the telegram of the President to the Emperor upon the loss of the ship.",
            {"form": "telegram", "sender": "President", "addressee": "Emperor"},
        ),
        ("We know of a letter of Kohl to Reagan on this.", {"form": "letter", "sender": "Kohl", "addressee": "Reagan"}),
        (
            "I have read the memorandum from Ambassador Berg to Minister Ruiz.",
            {"form": "memorandum", "sender": "Berg", "addressee": "Ruiz"},
        ),
        (
            "The note of Comrade Petrenko (No. 02-6/4410 of 1 April) is right.",
            {"form": "note", "number": "02-6/4410", "date": "1963-04-01", "sender": "Petrenko"},
        ),
        ("I received the invitation of the 1st of April.", {"date": "1963-04-01"}),
        ("We await the reply to the protest of 3 March.", {"date": "1963-03-03"}),
        (
            "I have received your kind invitation of 12 February.",
            {"date": "1963-02-12", "sender": "B. Lund", "addressee": "A. Dahl"},
        ),
        (
            "I received your note verbal of the 8th of last month.",
            {"form": "note", "date": "1963-04-08", "sender": "B. Lund", "addressee": "A. Dahl"},
        ),
        (
            "Your letter of the day before yesterday reached me.",
            {"form": "letter", "date": "1963-05-02", "sender": "B. Lund", "addressee": "A. Dahl"},
        ),
        (
            "I said neither yes nor no, as you wrote in radiogram no. 9.",
            {"form": "telegram", "number": "9", "sender": "B. Lund"},
        ),
        ("In relation to UNW-1902.", {"number": "UNW-1902"}),
    ],
)
def test_a_paper_is_cited_by_writer_and_reader_or_by_its_kind(sentence: str, paper: dict[str, str]) -> None:
    assert cited(sentence) == [paper]


@pytest.mark.parametrize(
    "sentence",
    [
        "I shall prepare a letter of Berg to Ruiz on this.",
        "He asked for a note of the Minister to the Consul.",
        "The notes exchanged upon the case of the brig, taken into Havana in September, are here.",
        "I have a communication of the Yamên, transmitting the edict which was issued on the 13th of April.",
    ],
)
def test_papers_to_come_and_days_of_other_things_cite_nothing(sentence: str) -> None:
    assert cited(sentence) == []

"""Offices beside names."""

from __future__ import annotations

import pytest

from cablegraph.extraction import mentions, positions
from cablegraph.record import SourceText


@pytest.mark.parametrize(
    ("text", "holder", "office"),
    [
        ("from [Soviet ambassador to the UN Jacob] Malik's speech", "Jacob Malik", "Soviet ambassador to the UN"),
        ("Foreign Minister Gromyko replied.", "Gromyko", "Foreign Minister"),
        ("the British Minister, Sir Julian Pauncefote, writes", "Julian Pauncefote", "British Minister"),
        ("the Ambassador in Russia (Francis) reports", "Francis", "Ambassador in Russia"),
        ("on our side A. I. Alekseev, Soviet ambassador to Cuba. V. I. Popov interpreted", "A. I. Alekseev",
         "Soviet ambassador to Cuba"),
        ("with Klyuchnikov, Minister for Foreign Affairs, who", "Klyuchnikov", "Minister for Foreign Affairs"),
    ],
)  # fmt: skip
def test_office_and_holder_are_read_together(text: str, holder: str, office: str) -> None:
    source = SourceText(text)
    people = mentions.extract(source, [(0, len(text))])
    [part] = positions.extract(source, "d", [(0, len(text))], people)
    assert (part.text_of("holder"), part.text_of("position")) == (holder, office)


def test_a_bare_title_says_no_post() -> None:
    source = SourceText("Ambassador Francis reports.")
    assert positions.extract(source, "d", [(0, 27)], mentions.extract(source, [(0, 27)])) == ()


@pytest.mark.parametrize("text", [
    "had asked the Chinese Ambassador, Panikkar's counterpart, to counsel restraint.",
    "I saw the Foreign Minister, Dulles' guest, yesterday.",
    "I saw the Soviet Ambassador, Kennan’s successor, at dinner.",
    "The Turkish Ambassador to Cairo, Berg's old rival, was there.",
    "I spoke with the Chinese Ambassador, Panikkar with the Indian.",
    "We met the Chinese Ambassador, Panikkar and Nehru.",
])  # fmt: skip
def test_a_comma_does_not_make_another_the_holder(text: str) -> None:
    source = SourceText(text)
    assert positions.extract(source, "d", [(0, len(text))], mentions.extract(source, [(0, len(text))])) == ()


def test_evidence_spans_bracket_and_name() -> None:
    source = SourceText("from [Soviet ambassador to the UN Jacob] Malik's speech")
    [part] = positions.extract(source, "d", [(0, len(source.text))])
    assert source.quote(part.fields["holder"][0].spans[0]) == "[Soviet ambassador to the UN Jacob] Malik"

"""Names of bodies without the preposition before them, and shelfmarks with the bracket they end with."""

# ruff: noqa: E501  (a note is read best on one line)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.extraction.names import parse
from cablegraph.readers import plain_text
from cablegraph.record import Record, normalise


def read(text: str) -> Record:
    [source] = plain_text.read(normalise(text), "paper.txt")
    return extract(source)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("OF THE POLITBURO OF THE CC VKP(b)", "Politburo of the CC VKP"),
        ("of the Council of Ministers of the USSR", "Council of Ministers of the USSR"),
        ("To the Ministry of War", "Ministry of War"),
        ("From the Embassy of India", "Embassy of India"),
        ("BY THE CENTRAL COMMITTEE OF THE PARTY", "Central Committee of the Party"),
        ("To the Minister of War", "Minister of War"),
        ("Politburo of the Central Committee", "Politburo of the Central Committee"),
    ],
)
def test_a_body_is_named_without_the_preposition_before_it(words: str, name: str) -> None:
    party = parse(words, 0, len(words))
    assert party is not None
    assert party.name == name


def test_the_head_of_a_decision_names_its_body() -> None:
    record = read("DECISION OF THE POLITBURO OF THE CC VKP(b)\n\nDecision of 20 July 1950\n\nTo approve the draft.\n")
    assert record.text_of("author") == "Politburo of the CC VKP"


def test_the_address_below_a_note_names_its_body() -> None:
    record = read(
        "No. 48/56\n\nThe Embassy of Norway presents its compliments to the Ministry and has the honour to ask for coal.\n\n"
        "The Embassy avails itself of this opportunity to renew the assurances of its highest consideration.\n\n"
        "Kabul, October 11, 1956\n\n[seal]\n\n"
        "To the Ministry of Foreign Affairs\nof the Royal Government of Afghanistan\nKabul\n"
    )
    [addressee] = record.fields["addressee"]
    assert addressee.text == "Ministry of Foreign Affairs of the Royal Government of Afghanistan"
    assert record.source.quote(addressee.spans[0]).startswith("Ministry of")


@pytest.mark.parametrize(
    "mark", ["FO 371/83293   [photo 0114-0115]", "FO 371/84105, FK 1022/612 [copy]", "CAB 128/18 [microfilm 12]"]
)
def test_a_shelfmark_keeps_the_bracket_that_it_ends_with(mark: str) -> None:
    record = read(f"{mark}\n\nTELEGRAM No. 7\n\n4 May 1951\n\nWe cannot agree to the bombing.\n\nHUTCHISON\n")
    [copy] = record.parts["copies"]
    assert copy.text_of("identifier") == " ".join(mark.split())

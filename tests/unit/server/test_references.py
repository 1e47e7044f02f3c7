"""A reference says where a paper is published and kept, who translated it, in which version, if it is invented."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import cast

import pytest

from cablegraph.iri import CG, DOC
from cablegraph.server.pages_graph import Row, Term
from cablegraph.server.reading_room import Card, Catalogue, When
from cablegraph.server.references import INVENTED, published, reference, translated_by

CATALOGUE = cast(
    Catalogue,
    SimpleNamespace(generation="3f2a9c1b04de", by_iri={}, label=lambda iri: iri.rpartition("/")[2].title()),
)


def fact(card: Card, predicate: str, value: str, status: str = "") -> Row:
    row = {"subject": Term(card.iri, True), "predicate": Term(predicate, True), "object": Term(value),
           "start": Term("3")}  # fmt: skip
    return row | ({"status": Term(f"x/kind/{status}", True)} if status else {})


@pytest.mark.parametrize(
    ("key", "book", "document", "address"),
    [
        ("frus1918Russiav03-d1", "Foreign Relations of the United States, 1918, Russia, Volume III", "document 1",
         "https://history.state.gov/historicaldocuments/frus1918Russiav03/d1"),
        ("frus1958-60v10p1-d42", "Foreign Relations of the United States, 1958-60, Volume X, Part 1", "document 42",
         "https://history.state.gov/historicaldocuments/frus1958-60v10p1/d42"),
        ("frus1946v06-d475", "Foreign Relations of the United States, 1946, Volume VI", "document 475",
         "https://history.state.gov/historicaldocuments/frus1946v06/d475"),
        ("telegram-12", "", "", ""),
    ],
)  # fmt: skip
def test_volume_and_document_of_foreign_relations_are_in_the_key(
    key: str, book: str, document: str, address: str
) -> None:
    assert published(Card(DOC + key, source="frus")) == (book, document, address)


def test_a_page_of_the_wilson_center_says_what_it_does_not_name() -> None:
    day = When("1951-06-24", "1951-06-24", "1951-06-24")
    stalin, mao = ("agent/stalin",), ("agent/mao",)
    card = Card(
        DOC + "wilson-ct3777", "Telegram No. 3777", "3777", day, sender=stalin, addressee=mao, source="wilson-center"
    )
    made = reference(CATALOGUE, card, [], "We received your telegram.", None)
    assert made["txt"].startswith("Stalin to Mao: Telegram No. 3777. 1951-06-24. Wilson Center Digital Archive.")
    assert "Not named by the source: original archive and translator" in made["txt"]
    assert "version 3f2a9c1b04de" in made["txt"]
    [csl] = json.loads(made["csl.json"])
    assert csl["container-title"] == "Wilson Center Digital Archive"
    assert csl["issued"] == {"date-parts": [[1951, 6, 24]]}


def test_the_translator_and_the_file_number_are_named_where_the_source_does() -> None:
    card = Card(DOC + "w1", title="Telegram", source="wilson-center")
    rows = [fact(card, CG + "fileNumber", "861.51/131"), fact(card, CG + "fileNumber", "999", "candidate")]
    made = reference(CATALOGUE, card, rows, "Translated for CWIHP by Anna Q. Example.\nMore", None)
    assert "Translated by Anna Q" in made["txt"]
    assert ". File number 861.51/131." in made["txt"]
    assert "file number 861.51/131" in made["bib"]
    assert "999" not in made["txt"] + made["bib"] + made["csl.json"]
    assert translated_by("This was translated by us") == ""


def test_a_composed_paper_says_so_in_every_form() -> None:
    card = Card(DOC + "frus1956v01-d1", source="frus", composed=True, number="101", sender=("agent/velikov",))
    made = reference(CATALOGUE, card, [], "", None)
    assert all(INVENTED in made[form] for form in ("txt", "bib", "csl.json"))
    assert "Foreign Relations" not in made["txt"]
    assert json.loads(made["csl.json"])[0]["genre"] == "paper, composed for teaching, invented"


def test_ends_that_the_title_names_are_not_said_twice_and_the_number_stands() -> None:
    card = Card(
        DOC + "frus1918Russiav03-d91",
        "The Ambassador in Russia (Francis) to the Secretary of State",
        "423",
        When("1918-09-24", "1918-09-24", "1918-09-24"),
        sender=("agent/francis",),
        addressee=("agent/secretary of state",),
        source="frus",
    )
    made = reference(CATALOGUE, card, [], "", None)
    assert made["txt"].startswith("The Ambassador in Russia (Francis) to the Secretary of State. No. 423. 1918-09-24. ")
    assert "  year = {1918},\n" in made["bib"]

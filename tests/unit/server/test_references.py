"""A reference says where a paper is published and kept, who translated it, in which version, if it is invented."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import cast

import pytest

from cablegraph.iri import CG, DOC, RICO
from cablegraph.server import references
from cablegraph.server.pages_graph import Row, Term
from cablegraph.server.reading_room import Card, Catalogue, When
from cablegraph.server.references import INVENTED, published, reference, translated_by
from cablegraph.store.generations import Generation

CATALOGUE = cast(
    Catalogue,
    SimpleNamespace(
        generation="3f2a9c1b04de",
        by_iri={},
        label=lambda iri: iri.rpartition("/")[2].replace("-", " ").title(),
        kind=lambda iri: "position" if iri.endswith("secretary-of-state") else "person",
    ),
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
    assert made["txt"].startswith("Stalin to Mao: Telegram No. 3777. 24 June 1951. Wilson Center Digital Archive.")
    assert "Not named by the source: original archive, translator and address of its page" in made["txt"]
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
    assert made["txt"].startswith(
        "The Ambassador in Russia (Francis) to the Secretary of State. No. 423. 24 September 1918. "
    )
    assert "  year = {1918},\n" in made["bib"]


def test_no_address_is_printed_that_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    card = Card(DOC + "letter-bruck", title="Letter", source="frus")
    made = reference(CATALOGUE, card, [], "", None)
    assert made["txt"].endswith("cablegraph, version 3f2a9c1b04de. cablegraph id letter-bruck.\n")
    assert "http" not in made["txt"] + made["bib"] + made["csl.json"]
    assert json.loads(made["csl.json"])[0]["note"].endswith("cablegraph id letter-bruck.")
    monkeypatch.setattr(references, "HOME", "https://archive.example.org/telegrams/")
    assert card.iri in reference(CATALOGUE, card, [], "", None)["txt"]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Translated by Anna Example. https://digitalarchive.example.org/document/991506 Summary: Shehu asks",
         "https://digitalarchive.example.org/document/991506"),
        ("see https://digitalarchive.example.org/document/1 and https://digitalarchive.example.org/document/2", ""),
        ("see https://www.example.org/document/1", ""),
    ],
)  # fmt: skip
def test_the_address_of_a_page_is_the_one_that_the_page_gives(text: str, address: str) -> None:
    card = Card(DOC + "w1", title="Letter", source="wilson-center")
    assert published(card, text)[2] == address
    made = reference(CATALOGUE, card, [], text, None)
    assert json.loads(made["csl.json"])[0].get("URL", "") == address
    assert ("address of its page" in made["txt"]) is (address == "")


@pytest.mark.parametrize(
    ("senders", "receivers", "begins"),
    [
        (("agent/consul at trieste",), ("agent/minister", "agent/otto lehrfeld"), "The Consul at Trieste to"),
        (("agent/friedrich halban",), ("agent/minister",), "Friedrich Halban: The Consul at Trieste to"),
        ((), ("agent/emil stancu",), "Sender unknown to Emil Stancu: The Consul"),
    ],
)
def test_a_reference_says_of_the_ends_what_the_title_does_not(
    senders: tuple[str, ...], receivers: tuple[str, ...], begins: str
) -> None:
    card = Card(DOC + "b1", title="The Consul at Trieste to the Minister", sender=senders, addressee=receivers)
    assert reference(CATALOGUE, card, [], "", None)["txt"].startswith(begins)


def test_a_shelfmark_names_its_archive_once_and_rights_are_whole() -> None:
    card = Card(DOC + "c1", title="Letter", repository=("agent/AMP", "agent/GAC"))
    marks = [
        {**fact(card, RICO + "identifier", mark), "subject": Term(f"{card.iri}/copy/{number}", True)}
        for number, mark in enumerate(("Amp, f. 12, l. 7", "Gac, f. 2, l. 9"))
    ]
    rights = "Readers may use it. " * 20 + "The end."
    made = reference(CATALOGUE, card, [*marks, fact(card, RICO + "conditionsOfUse", rights)], "", None)
    assert ". Amp, f. 12, l. 7; Gac, f. 2, l. 9. " in made["txt"]
    assert "Not named by the source" not in made["txt"]
    assert "The end. cablegraph id c1.}" in made["bib"]
    assert "…" not in made["bib"] + made["csl.json"]


def test_a_volume_has_place_and_publisher_and_an_office_the_name_that_signs() -> None:
    day = When("1917-04-03", "1917-04-03", "1917-04-03")
    card = Card(
        DOC + "frus1918Russiav03-d1", "The Secretary of State to the Ambassador in Russia (Francis)", "1295", day,
        sender=("agent/secretary-of-state",), addressee=("agent/francis",), signed=("name/lansing",), source="frus",
    )  # fmt: skip
    made = reference(CATALOGUE, card, [], "", None)
    assert "document 1 (Washington: Office of the Historian, United States Department of State)" in made["txt"]
    assert made["bib"].startswith("@incollection{frus1918Russiav03-d1,")
    for field in ("author = {{Lansing (Secretary Of State)}}", "address = {Washington}",
                  "publisher = {Office of the Historian, United States Department of State}",
                  "booktitle = {Foreign Relations of the United States, 1918, Russia, Volume III}"):  # fmt: skip
        assert field in made["bib"]
    assert "No. 1295" in made["bib"].partition("note = ")[2]
    [csl] = json.loads(made["csl.json"])
    assert csl["author"] == [{"literal": "Lansing (Secretary Of State)"}]
    assert (csl["publisher-place"], csl["publisher"].split(",")[0]) == ("Washington", "Office of the Historian")


def test_what_stands_on_a_site_names_the_site_where_a_style_prints_it() -> None:
    card = Card(DOC + "w1", title="Telegram", sender=("agent/stalin",), source="wilson-center")
    made = reference(CATALOGUE, card, [], "", None)
    assert made["bib"].startswith("@misc{w1,")
    assert "howpublished = {Wilson Center Digital Archive. cablegraph, version 3f2a9c1b04de}" in made["bib"]
    assert "booktitle" not in made["bib"]


def test_rights_of_a_collection_stand_where_the_paper_states_none() -> None:
    card = Card(DOC + "w1", title="Telegram")
    generation = cast(Generation, SimpleNamespace(manifest={"rights": "CC0 1.0: no rights reserved", "title": "ours"}))
    made = reference(CATALOGUE, card, [], "", generation)
    assert "Rights as the collection states them: CC0 1.0: no rights reserved" in made["bib"]
    own = [fact(card, RICO + "conditionsOfUse", "Ask us.")]
    stated = reference(CATALOGUE, card, own, "", generation)
    assert "Rights as the source states them: Ask us." in stated["bib"]
    assert "CC0" not in stated["bib"]

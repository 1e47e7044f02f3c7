"""Who wrote to whom: which nodes stand in the drawing by composed papers alone, in the page and in its file alike."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from cablegraph.catalogue import Card, Catalogue, When, Writer
from cablegraph.iri import AGENT, DOC
from cablegraph.server import create_app, pages_network
from cablegraph.server.pages_network import network
from cablegraph.server.pages_words import sort_of
from cablegraph.settings import Settings


@pytest.fixture(scope="module")
def client(sample: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(data=sample, folder=sample.parent))) as made:
        yield made


def letter(name: str, sender: str, addressee: str, *, composed: bool = False) -> Card:
    when = When("1951", "1951-01-01", "1951-12-31")
    return Card(DOC + name, when=when, sender=(AGENT + sender,), addressee=(AGENT + addressee,), composed=composed)


def test_a_node_is_composed_where_all_its_papers_are() -> None:
    cards = [letter("a", "stalin", "mao"), letter("b", "novak", "stalin", composed=True),
             letter("c", "novak", "petrov", composed=True)]  # fmt: skip

    def write(writer: Writer) -> None:
        for card in cards:
            writer.card(card)

    catalogue = Catalogue.made("g", write)
    nodes, _, _, _ = network(catalogue, catalogue.cards, "agent", ["letter"])
    made_up = {node["id"].removeprefix(AGENT) for node in nodes if node["composed"]}
    assert made_up == {"novak", "petrov"}


@pytest.mark.parametrize("by", ["agent", "place", "document"])
def test_the_drawing_marks_the_nodes_that_the_file_marks(client: TestClient, by: str) -> None:
    file = client.get(f"/api/network.json?by={by}").json()
    composed = {node["id"] for node in file["nodes"] if node["composed"]}
    page = client.get(f"/network?by={by}", headers={"accept": "text/html"}).text
    [block] = re.findall(r'"network-data">(.+?)</script>', page, re.DOTALL)
    drawn = {node["id"] for node in json.loads(block)["nodes"] if node["composed"]}
    assert composed
    assert drawn == composed
    assert page.count("composed for teaching</span>") >= len(composed)


def test_of_more_links_than_are_drawn_the_heaviest_are_given_and_all_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages_network, "DRAWN", 2)
    pairs = [("a", "b"), ("a", "b"), ("b", "c"), ("b", "c"), ("b", "c"), ("c", "d")]

    def write(writer: Writer) -> None:
        for number, (sender, addressee) in enumerate(pairs):
            writer.card(letter(str(number), sender, addressee))

    catalogue = Catalogue.made("g", write)
    _, links, left, count = network(catalogue, catalogue.cards, "agent", ["letter"])
    assert [link["weight"] for link in links] == [3, 2]
    assert (left, count) == (0, 3)


def test_papers_have_the_same_names_in_the_page_and_in_its_file(client: TestClient) -> None:
    file = client.get("/api/network.json?by=document").json()
    named = {node["id"]: node["label"] for node in file["nodes"]}
    page = client.get("/network?by=document", headers={"accept": "text/html"}).text
    [block] = re.findall(r'<script type="application/json" id="network-data">(.*?)</script>', page, re.S)
    told = {node["id"]: node["told"] for node in json.loads(block)["nodes"]}
    assert told.keys() == named.keys()
    assert {iri for iri in told if "/cited/" in iri}
    assert {iri: name for iri, name in named.items() if len(name) < 80} == {
        iri: name for iri, name in told.items() if len(named[iri]) < 80
    }


def test_a_group_that_one_paper_names_is_a_body_and_no_paper_not_held() -> None:
    group = DOC + "a/party/prince-and-ministers"
    card = Card(DOC + "a", when=When("1885", "1885-01-01", "1885-12-31"), sender=(group,), addressee=(AGENT + "young",))

    def write(writer: Writer) -> None:
        writer.label(group, "Prince and Ministers")
        writer.card(card)

    catalogue = Catalogue.made("g", write)
    nodes, *_ = network(catalogue, catalogue.cards, "agent", ["letter"])
    [node] = [node for node in nodes if node["id"] == group]
    assert (node["label"], node["type"], node["held"]) == ("Prince and Ministers", "body", True)
    assert sort_of(group, catalogue.kind(group)) == "group that one paper names"

"""Arrows of the map, rows of the network and captions: each leads to its papers and counts those that were chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from cablegraph.server import create_app
from cablegraph.settings import Settings


@pytest.fixture(scope="module")
def client(sample: Path) -> Iterator[TestClient]:
    settings = Settings(data=sample, folder=sample.parent)
    with TestClient(create_app(settings), headers={"Accept": "text/html"}) as made:
        yield made


def told(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", unescape(html)).split())


def test_every_arrow_of_the_map_and_every_count_below_leads_to_as_many_papers(client: TestClient) -> None:
    page = client.get("/map").text
    arrows = {unescape(address): int(count) for address, count in re.findall(
        r'<a class="way" href="([^"]+)" aria-label="[^"]*: (\d+) papers?', page)}  # fmt: skip
    rows = {unescape(address): int(count) for address, count in re.findall(
        r'<td class="number"><a href="([^"]*origin=[^"]+)"[^>]*>(\d+)</a>', page)}  # fmt: skip
    assert len(arrows) > 5
    assert set(arrows) <= set(rows)
    for address, count in rows.items():
        asked = address.replace("/documents?", "/documents.json?_size=1000&")
        assert client.get(asked).json()["total"] == count, address
    assert arrows.items() <= rows.items()


@pytest.mark.parametrize("by", ["place", "topic", "agent"])
def test_counts_of_the_network_lead_to_as_many_papers(client: TestClient, by: str) -> None:
    page = client.get(f"/network?by={by}").text
    counts = re.findall(r'data-label="papers"><a href="([^"]+)">(\d+)</a>', page)
    assert len(counts) > 5
    for address, count in counts[:30]:
        asked = unescape(address).replace("/documents?", "/documents.json?_size=1000&")
        assert client.get(asked).json()["total"] == int(count), address


def test_rows_of_papers_that_cite_papers_can_be_told_apart(client: TestClient) -> None:
    page = client.get("/network?by=document").text
    rows = [told(row.partition('data-label="kind"')[0]) for row in page.split('data-label="from"')[1:]]
    assert len(rows) > 20
    assert len(set(rows)) == len(rows)
    assert any("telegram of 21 June 1951 from Mao Zedong to Joseph Stalin, cited" in row for row in rows)
    assert "a paper cited" not in " ".join(rows)


@pytest.mark.parametrize("path", ["/timeline", "/map", "/network?by=document"])
def test_captions_count_what_was_chosen(client: TestClient, path: str) -> None:
    held = client.get("/documents.json?_size=1").json()["total"]
    narrowed = client.get(path + ("&" if "?" in path else "?") + "from=1951-06&to=1951-06").text
    [caption] = re.findall(r"<figcaption>(.*?)</figcaption>", narrowed, re.DOTALL)
    number = re.search(r"Of the (\d+) papers held here this shows 1;", told(caption))
    assert number
    assert int(number[1]) < held
    assert "1 of the " + number[1] + " papers held" in re.findall(r'data-caption="([^"]+)"', narrowed)[0]
    assert "In the whole collection:" in told(narrowed)
    [whole] = re.findall(r"<figcaption>(.*?)</figcaption>", client.get(path).text, re.DOTALL)
    assert f"{number[1]} papers held here," in told(whole)


def test_the_timeline_counts_messages_inside_papers_apart(client: TestClient) -> None:
    assert told(client.get("/timeline?from=1951-06&to=1951-06").text).count("1 dated paper. A dot is a day") == 1
    whole = told(client.get("/timeline").text)
    assert re.search(r"\d+ dated papers(?: and \d+ dated messages? inside papers)?[.;]", whole)

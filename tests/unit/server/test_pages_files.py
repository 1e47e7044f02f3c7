"""The files below a drawing, whatever it was narrowed by; parameters that an address does not have."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterator
from html import unescape
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from cablegraph.iri import AGENT, DOC
from cablegraph.server import api_rows, api_sheet, create_app
from cablegraph.server.pages_choice import Choice
from cablegraph.server.pages_document import paper_title
from cablegraph.server.reading_room import Card, Catalogue
from cablegraph.settings import Settings


@pytest.fixture(scope="module")
def client(sample: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(data=sample, folder=sample.parent))) as made:
        yield made


FILTERED = (
    "", "q=armistice", "relay=krasovsky", "repository=amp", "gaps=1", "gaps=0", "undated=0", "undated=1", "composed=1",
    "composed=0", "surely=1&from=1951&to=1951", "from=1917-06&to=1918-02", "sender=francis", "agent=stalin",
    "addressee=secretary-of-state", "place=beijing", "topic=economy", "topic=arms-supply&sort=title", "form=telegram",
    "source=wilson-center", "source=frus&q=telegram&gaps=0&undated=0",
    "origin=varna&destination=prague", "destination=beijing&sort=-date",
)  # fmt: skip
NETWORKS = ("", "by=place", "by=document", "by=topic", "kind=letter,relay", "by=agent&min_weight=2")


def file_of(client: TestClient, page: str) -> Any:
    """The first file that a page links to."""
    [link, *_] = [unescape(link) for link in re.findall(r'href="(/api/[^"]+)"', page)]
    answer = client.get(link)
    assert answer.status_code == 200, (link, answer.text)
    return answer.json()


@pytest.mark.parametrize(
    "asked", [*NETWORKS, *(f"{f}&{options}" for f, options in zip(FILTERED[1:], cycle(NETWORKS), strict=False))]
)
def test_the_files_of_a_network_hold_what_is_drawn(client: TestClient, asked: str) -> None:
    page = client.get(f"/network?{asked}", headers={"Accept": "text/html"}).text
    [block] = re.findall(r'"network-data">(.+?)</script>', page, re.DOTALL)
    drawn, file = json.loads(block), file_of(client, page)
    ends = ("source", "target", "kind", "weight", "first", "last")
    links = [sorted([link[end] or "" for end in ends] for link in form["links"]) for form in (drawn, file)]
    assert links[0] == links[1]
    assert {node["id"] for node in drawn["nodes"]} == {node["id"] for node in file["nodes"]}


@pytest.mark.parametrize("filters", FILTERED)
def test_the_file_of_a_timeline_and_the_list_hold_the_same_papers(client: TestClient, filters: str) -> None:
    page = client.get(f"/timeline?{filters}", headers={"Accept": "text/html"}).text
    listed = client.get(f"/documents.json?_size=1000&{filters}").json()["rows"]
    items = file_of(client, page)["items"]
    assert sorted(item["id"] for item in items) == sorted(row["id"] for row in listed)
    dated = re.search(r"<p>(?:(\d+) dated papers?)?(?: and )?(?:(\d+) dated messages? inside papers)?", page)
    assert dated is not None
    assert sum(map(int, filter(None, dated.groups()))) == sum(
        bool(item["earliest"] and item["latest"]) for item in items
    )


@pytest.mark.parametrize("filters", FILTERED)
def test_the_file_of_a_map_holds_the_places_and_ways_drawn(client: TestClient, filters: str) -> None:
    page = client.get(f"/map?{filters}", headers={"Accept": "text/html"}).text
    features = file_of(client, page)["features"]
    titles = [
        unescape(title)
        for title in re.findall(r"<title>([^<]+): (?:\d+) papers?(?:, composed for teaching)?</title>", page)
    ]
    points = [item["properties"] for item in features if item["geometry"]["type"] == "Point"]
    assert sorted(point["label"] for point in points) == sorted(title for title in titles if " → " not in title)
    assert len(features) - len(points) == sum(" → " in title for title in titles)


def test_a_file_says_by_what_its_papers_were_chosen(client: TestClient) -> None:
    meta = client.get("/api/timeline.json?q=armistice&gaps=1&held=1").json()["meta"]
    assert meta["filter"] == {"q": "armistice", "gaps": "1", "held": True}
    asked = client.get("/api/network.json?topic=economy").json()["meta"]["filter"]
    assert asked == {"topic": "https://w3id.org/cablegraph/vocab/topic/economy"}


def test_files_keep_the_filters_that_they_know() -> None:
    choice = Choice(sender="stalin", from_="1951", q="arms", sort="title", composed="0")
    assert choice.files(by="agent", kind="") == "?q=arms&sender=stalin&from=1951&composed=0&view=1&by=agent"
    assert Choice().files(held=1) == "?held=1"


@pytest.mark.parametrize("wrong", ["topic=no:such", "agent=a%20b", "topic=weapons", "from=abc", "from=1960&to=1950"])
@pytest.mark.parametrize("path", ["/api/network.json", "/api/places.geojson?view=1", "/documents.csv"])
def test_a_program_is_told_of_a_name_that_nobody_has_and_of_a_date_that_is_none(
    client: TestClient, path: str, wrong: str
) -> None:
    answer = client.get(path + ("&" if "?" in path else "?") + wrong)
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert answer.json()["parameter"] in ("topic", "agent", "from", "to")


def test_dates_of_a_file_may_be_written_as_people_write_them(client: TestClient) -> None:
    june, day = (
        client.get("/api/timeline.json", params={"from": text, "to": text}).json()["meta"]["filter"]
        for text in ("June 1951", "24.6.1951")
    )
    assert june == {"from": "1951-06", "to": "1951-06"}
    assert day == {"from": "1951-06-24", "to": "1951-06-24"}


@pytest.mark.parametrize(
    "path",
    ["/suggest.json?q=st&kinds=place", "/why.json?s=a:b&p=a:b&o=a:b&q=1", "/why?subject=x",
     "/dumps/cablegraph.nq?agent=stalin", "/dumps/cablegraph.ttl.sha256?from=1951"],
)  # fmt: skip
def test_a_parameter_that_an_address_does_not_have_is_refused_by_name(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 422
    assert "is no parameter here" in answer.json()["detail"]


@pytest.mark.parametrize("path", ["/documents.csv", "/documents.csv?excel=1", "/documents.json?_size=1000"])
def test_rows_of_all_papers_are_made_while_others_are_answered(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    made: list[bool] = []

    def seen(card: Card, catalogue: Catalogue) -> str:
        try:
            made.append(bool(asyncio.get_running_loop()))
        except RuntimeError:
            made.append(False)
        return paper_title(card, catalogue)

    for module in (api_rows, api_sheet):
        monkeypatch.setattr(module, "paper_title", seen)
    assert client.get(path).status_code == 200
    assert len(made) > 70
    assert not any(made), "rows that are made by the loop stop the answers of all other requests"


def test_what_many_papers_name_is_looked_up_once_for_all_of_them() -> None:
    class Counting(Catalogue):
        def label(self, iri: str) -> str:
            asked.append(iri)
            return iri

    asked: list[str] = []
    catalogue, office = Counting.made("none", lambda writer: None), f"{AGENT}secretary-of-state"
    cards = [Card(f"{DOC}{n}", title="Telegram", addressee=(office,)) for n in range(20)]
    assert [row["addressee"] for row in api_rows.document_rows(catalogue, cards)] == [[office]] * 20
    assert asked == [office]

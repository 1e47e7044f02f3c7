"""Questions asked with a name in place of a key: a whole name is understood, for others the key is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.unit.server.test_pages_said import serving

ASKED = "/q/requests-and-offers.csv"


@pytest.fixture(scope="module")
def client(sample: Path) -> Iterator[TestClient]:
    with serving(sample) as made:
        made.headers["accept"] = "*/*"
        yield made


@pytest.mark.parametrize(
    ("path", "name", "key"),
    [
        (ASKED, {"who": "Joseph Stalin"}, {"who": "stalin"}), (ASKED, {"who": " joseph stalin"}, {"who": "stalin"}),
        (ASKED, {"who": "Jan Dolezal"}, {"who": "agent:jan-dolezal"}),
        (ASKED, {"topic": "arms supply"}, {"topic": "arms-supply"}),
        ("/q/letters.csv", {"sender": "Joseph Stalin", "addressee": "MAO ZEDONG"}, {"sender": "stalin"}),
    ],
)  # fmt: skip
def test_a_whole_name_is_as_good_as_a_key(
    client: TestClient, path: str, name: dict[str, str], key: dict[str, str]
) -> None:
    by_name, by_key = client.get(path, params=name), client.get(path, params=key)
    assert by_name.status_code == by_key.status_code == 200, by_name.text
    assert by_name.text == by_key.text
    assert len(by_name.text.splitlines()) > 1


@pytest.mark.parametrize("name", ["Stalin", "stalinn", "Joseph Stallin", "joseph s"])
def test_what_is_no_whole_name_is_told_the_key(client: TestClient, name: str) -> None:
    refused = client.get(ASKED, params={"who": name})
    assert refused.status_code == 422
    assert "agent:stalin (Joseph Stalin)" in refused.json()["hint"][0]
    assert "topic:" not in refused.text


def test_where_nothing_is_called_so_the_pick_list_is_named(client: TestClient) -> None:
    [hint] = client.get(ASKED, params={"who": "qqqqq"}).json()["hint"]
    assert hint == "names of people, places and topics: /suggest.json?q= and how they begin"


def test_the_page_understands_a_name_and_shows_words_as_they_were_typed(client: TestClient) -> None:
    page = client.get("/questions/requests-and-offers", params={"who": "Joseph Stalin"}).text
    assert "Joseph%20Stalin" not in page
    assert "The graph knows nothing called" not in page
    unknown = client.get("/questions/requests-and-offers", params={"who": "Josip Stalinow"}).text
    assert "The graph knows nothing called" in unknown
    assert "Josip%20Stalinow" not in unknown.partition("<form")[2].partition("</form>")[0]


def test_a_list_is_told_of_a_misspelt_sender(client: TestClient) -> None:
    refused = client.get("/api/timeline.json", params={"sender": "stalinn"})
    assert "did you mean stalin (Joseph Stalin)?" in refused.json()["hint"]

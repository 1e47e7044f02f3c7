"""What a measure measures, on the pages: "2,500 tons of grain"."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from cablegraph.server import create_app
from cablegraph.settings import Settings


@pytest.fixture(scope="module")
def client(sample: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(data=sample, folder=sample.parent))) as made:
        yield made


def test_an_answer_has_what_is_measured_beside_its_unit(client: TestClient) -> None:
    rows = client.get("/q/requests-and-offers.json").json()["rows"]
    [row] = [row for row in rows if row.get("quantity") == 2500]
    assert (row["kind"], row["unit"], row["measure_of"]) == ("request", "ton", "grain")
    assert "measure_of" in client.get("/q/requests-and-offers.csv").text.partition("\n")[0]


def test_the_page_of_a_question_heads_the_column_in_plain_words(client: TestClient) -> None:
    html = client.get("/questions/requests-and-offers", headers={"accept": "text/html"}).text
    assert "of what" in html
    assert "measure of" not in html


def test_the_page_of_a_paper_says_of_what(client: TestClient) -> None:
    html = unescape(client.get("/page/doc/1956-harbour-101", headers={"accept": "text/html"}).text)
    assert "2,500 tons of grain" in html


def test_why_cites_the_words_that_name_it(client: TestClient) -> None:
    rows = client.get("/q/requests-and-offers.json").json()["rows"]
    [claim] = [row["claim"] for row in rows if row.get("quantity") == 2500]
    why = client.get("/why.json", params={"s": claim, "p": "cg:measureOf", "o": '"grain"'}).json()
    assert [span["quote"] for reading in why["readings"] for span in reading["spans"]] == ["grain"]

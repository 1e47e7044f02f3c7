"""Addresses as programs ask them: ``Accept`` leads to the form, a wrong word is refused, ``next`` goes on alike."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from cablegraph.server import create_app
from cablegraph.settings import Settings

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"


@pytest.fixture(scope="module")
def client(sample: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(data=sample, folder=sample.parent)), follow_redirects=False) as made:
        yield made


@pytest.mark.parametrize(
    ("address", "accept", "leads_to"),
    [
        ("/documents?topic=armistice&_size=5", "text/csv", "/documents.csv?topic=armistice"),
        ("/documents?_size=5", "application/json", "/documents.json?_size=5"),
        ("/search?q=arms", "application/json", "/search.json?q=arms"),
        ("/why?s=doc%3Ax&p=rico%3AhasSender&o=agent%3Ay", "application/json",
         "/why.json?s=doc%3Ax&p=rico%3AhasSender&o=agent%3Ay"),
        ("/q/", BROWSER, "/questions"),
    ],
)  # fmt: skip
def test_accept_leads_to_the_form_that_is_liked_best(
    client: TestClient, address: str, accept: str, leads_to: str
) -> None:
    answer = client.get(address, headers={"accept": accept})
    assert (answer.status_code, answer.headers["location"]) == (303, leads_to)
    assert answer.headers["vary"] == "Accept"


@pytest.mark.parametrize(
    ("address", "accept", "media"),
    [("/documents", BROWSER, "text/html"), ("/documents", "*/*", "text/html"), ("/q/", "*/*", "application/json"),
     ("/q.json", BROWSER, "application/json")],
)  # fmt: skip
def test_an_address_answers_in_its_own_form_where_that_will_do(
    client: TestClient, address: str, accept: str, media: str
) -> None:
    answer = client.get(address, headers={"accept": accept})
    assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (200, media)


@pytest.mark.parametrize(
    ("address", "parameter"),
    [("/q/letters.json?_shape=rows", "_shape"), ("/q/letters.json?_evidence=please", "_evidence"),
     ("/q/letters.csv?_excel=2", "_excel"), ("/suggest.json?q=s&kind=people", "kind"),
     ("/suggest.json?q=s&limit=-1", "limit"), ("/search.json?q=arms&kind=people", "kind")],
)  # fmt: skip
def test_a_word_that_a_parameter_does_not_know_is_refused(client: TestClient, address: str, parameter: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.json()["parameter"]) == (422, parameter)


def test_an_agent_is_a_person_a_body_an_office_or_a_name(client: TestClient) -> None:
    found = client.get("/suggest.json?q=s&kind=agent&limit=100").json()
    assert {"person", "position", "name"} <= {item["kind"] for item in found} <= {"person", "body", "position", "name"}


@pytest.mark.parametrize("address", ["/documents.json?_shape=arrays&_size=2", "/q/letters.json?_shape=arrays&_size=2"])
def test_the_next_page_has_the_shape_of_the_first(client: TestClient, address: str) -> None:
    further = client.get(address).json()["next"]
    assert isinstance(client.get(further).json()["rows"][0], list)


def test_papers_without_a_date_come_last(client: TestClient) -> None:
    dates = [row["date"] for row in client.get("/q/letters.json?_size=1000").json()["rows"]]
    assert dates[0] is not None
    assert dates[-1] is None
    assert dates == sorted(dates, key=lambda date: (date is None, date or ""))


@pytest.mark.parametrize(
    "address",
    ["/", "/documents.json", "/q/letters.csv", "/id/agent/stalin.ttl", "/.well-known/void", "/dumps/",
     "/dumps/cablegraph.nq", "/static/style.css", "/sparql", "/sparql?query=ASK%20%7B%7D", "/store?default"],
)  # fmt: skip
def test_what_a_client_has_already_is_not_sent_again(client: TestClient, address: str) -> None:
    first = client.get(address)
    again = client.get(address, headers={"if-none-match": f'"older", {first.headers["etag"]}'})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    assert again.headers["etag"].strip('"') == first.headers["etag"].strip('"').removesuffix("-zstd").removesuffix(
        "-gzip"
    )
    assert "cablegraph-generation" in again.headers


@pytest.mark.parametrize(
    ("method", "address", "allowed"),
    [("POST", "/documents.json", "GET, HEAD, OPTIONS"), ("DELETE", "/", "GET, HEAD, OPTIONS"),
     ("DELETE", "/why.json", "GET, HEAD, POST, OPTIONS"), ("OPTIONS", "/why.json", "GET, HEAD, POST, OPTIONS"),
     ("OPTIONS", "/documents.json", "GET, HEAD, OPTIONS"), ("GET", "/update", "POST, OPTIONS"),
     ("OPTIONS", "/update", "POST, OPTIONS"), ("OPTIONS", "/store", "GET, HEAD, PUT, POST, DELETE, OPTIONS")],
)  # fmt: skip
def test_an_address_names_the_methods_that_it_answers(
    client: TestClient, method: str, address: str, allowed: str
) -> None:
    assert client.request(method, address).headers["allow"] == allowed

"""The files below a drawing, whatever it was narrowed by; parameters that an address does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from cablegraph.server import create_app
from cablegraph.server.pages_choice import Choice
from cablegraph.settings import Settings


@pytest.fixture(scope="module")
def client(sample: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(data=sample, folder=sample.parent))) as made:
        yield made


@pytest.mark.parametrize(
    ("path", "left_out"),
    [
        ("/network?q=armistice&relay=krasovsky&repository=aprf&min_weight=1", "q, relay, repository"),
        ("/timeline?gaps=1&undated=0&surely=1&from=1951&sort=title", "surely, gaps, undated"),
        ("/map?composed=1&topic=armistice", "composed"),
        ("/map?composed=0&place=beijing&source=wilson-center", ""),
    ],
)
def test_files_below_a_drawing_are_there_and_say_what_they_cannot_be_narrowed_by(
    client: TestClient, path: str, left_out: str
) -> None:
    page = client.get(path, headers={"Accept": "text/html"})
    assert page.status_code == 200
    [file, *_] = [unescape(link) for link in re.findall(r'href="(/api/[^"]+)"', page.text)]
    assert client.get(file).status_code == 200, file
    said = re.search("they cannot be narrowed by ([^.]+)", page.text)
    assert (said[1] if said else "") == left_out


def test_files_keep_the_filters_that_they_know() -> None:
    choice = Choice(sender="stalin", from_="1951", q="arms", sort="title", composed="0")
    assert choice.files(by="agent", kind="") == "?sender=stalin&from=1951&composed=0&by=agent"


@pytest.mark.parametrize(
    "path", ["/suggest.json?q=st&kinds=place", "/why.json?s=a:b&p=a:b&o=a:b&q=1", "/why?subject=x"]
)
def test_a_parameter_that_an_address_does_not_have_is_refused_by_name(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 422
    assert "is no parameter here" in answer.json()["detail"]

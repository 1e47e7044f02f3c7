"""Dates as people type them: read as papers write them, and told beside their field where they are none."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from cablegraph.dates.typed import NoDateError, typed
from cablegraph.server import create_app
from cablegraph.settings import Settings

HTML = {"accept": "text/html"}


@pytest.fixture(scope="module")
def client(sample: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(data=sample, folder=sample.parent))) as made:
        yield made


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("24 June 1951", "1951-06-24", "1951-06-24"),
        (" June  1951 ", "1951-06", "1951-06"),
        ("1951-6-4", "1951-06-04", "1951-06-04"),
        ("24 июня 1951", "1951-06-24", "1951-06-24"),
        ("1951", "1951", "1951"),
        ("1400-02", "1400-02", "1400-02"),
        ("spring 1951", "1951-03-01", "1951-05-31"),
        ("1951-1953", "1951-01-01", "1953-12-31"),
    ],
)
def test_a_date_is_read_as_papers_write_it(words: str, first: str, last: str) -> None:
    assert (typed(words), typed(words, end=True)) == (first, last)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("30 February 1951", "is no date"),
        ("1951-02-30", "is no date"),
        ("1951-13", "is no date"),
        ("soon", "is no date"),
        ("June 24", "names no year"),
        ("3/4/1951", "may be 1951-04-03 or 1951-03-04"),
    ],
)
def test_what_is_no_date_is_told_and_never_guessed(words: str, said: str) -> None:
    with pytest.raises(NoDateError, match=said):
        typed(words)


@pytest.mark.parametrize("path", ["/documents", "/timeline", "/map", "/network", "/questions/letters"])
def test_a_form_understands_dates_in_words(client: TestClient, path: str) -> None:
    words, figures = (
        client.get(path, params={"from": first, "to": last}, headers=HTML)
        for first, last in (("June 1951", "24 June 1951"), ("1951-06", "1951-06-24"))
    )
    assert words.status_code == figures.status_code == 200
    assert 'name="from" value="1951-06"' in words.text
    assert (
        words.text.partition("<main")[2].partition("</main>")[0]
        == figures.text.partition("<main")[2].partition("</main>")[0]
    )


@pytest.mark.parametrize("path", ["/documents", "/timeline", "/map", "/network", "/questions/letters"])
@pytest.mark.parametrize(
    ("given", "field", "said"),
    [
        ({"from": "30 February 1951", "to": "1953"}, "from", "“30 February 1951” is no date that we can read"),
        ({"from": "1953", "to": "1951"}, "to", "the time ends before it begins: from 1953 to 1951"),
    ],
)
def test_a_wrong_date_is_told_beside_its_field_and_the_form_kept(
    client: TestClient, path: str, given: dict[str, str], field: str, said: str
) -> None:
    answer = client.get(path, params=given, headers=HTML)
    assert answer.status_code == 422
    page = unescape(answer.text)
    for name, value in given.items():
        assert f'name="{name}" value="{value}"' in page
    assert page.count('aria-invalid="true"') == 1
    assert f'<span class="wrong" id="wrong-{field}">{said}</span>' in page
    assert "take a filter away" not in page
    problem = client.get(path, params=given)
    assert problem.status_code == 422
    assert problem.json()["parameter"] == field
    assert problem.json()["detail"] == f"{field}: {said}."


def test_a_number_that_is_none_is_told_beside_its_field(client: TestClient) -> None:
    answer = client.get("/questions/candidates", params={"least": "many"}, headers=HTML)
    assert answer.status_code == 422
    assert 'name="least" value="many"' in answer.text
    assert '<span class="wrong" id="wrong-least">' in answer.text
    assert client.get("/questions/letters", params={"fom": "1951"}, headers=HTML).status_code == 422


def test_programs_may_write_dates_in_words_too(client: TestClient) -> None:
    words = client.get("/documents.json", params={"from": "24 June 1951", "to": "24 June 1951"}).json()
    assert words["total"] == client.get("/documents.json?from=1951-06-24&to=1951-06-24").json()["total"] > 0


@pytest.mark.parametrize("path", ["/documents", "/network", "/map"])
def test_a_page_with_a_date_that_is_none_counts_no_papers(client: TestClient, path: str) -> None:
    page = unescape(client.get(f"{path}?from=foo", headers=HTML).text)
    assert "Not looked for yet: mend the date that is marked." in page
    assert "0 papers name neither" not in page

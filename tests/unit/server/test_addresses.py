"""An identifier opens as a download names it, as the pages link it, and as a reader types it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from fastapi.testclient import TestClient

from cablegraph.iri import encoded
from cablegraph.server import create_app
from cablegraph.settings import Settings

NAMED = "%D0%BF-%D0%BB-%D0%B7%D0%B0%D0%B2%D1%8C%D1%8F%D0%BB%D0%BE%D0%B2"
"""П. Л. Завьялов, as his IRI spells him."""


@pytest.fixture(scope="module")
def client(sample: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(data=sample, folder=sample.parent))) as made:
        yield made


@pytest.mark.parametrize("spelled", [NAMED, quote(NAMED)])
@pytest.mark.parametrize("suffix", ["", ".ttl", ".json", ".jsonld", ".nt", ".rdf", ".csv", ".html"])
def test_a_cyrillic_name_opens_as_downloads_and_as_pages_spell_it(
    client: TestClient, spelled: str, suffix: str
) -> None:
    answer = client.get(f"/id/agent/{spelled}{suffix}", headers={"accept": "text/html, */*;q=0.1"})
    assert answer.status_code == 200
    assert NAMED in answer.text or "П. Л. ЗАВЬЯЛОВ" in answer.text.upper()


@pytest.mark.parametrize("spelled", [NAMED, quote(NAMED)])
def test_a_page_and_a_choice_of_papers_know_both_spellings(client: TestClient, spelled: str) -> None:
    page = client.get(f"/page/agent/{spelled}", headers={"accept": "text/html"})
    assert page.status_code == 200
    assert f'href="/id/agent/{quote(NAMED)}.ttl"' in page.text
    assert client.get(f"/id/agent/{quote(NAMED)}.ttl").status_code == 200
    papers = client.get(f"/documents.json?agent={spelled}").json()
    assert papers["total"] == 1
    assert "knows nothing called" not in client.get(f"/questions/requests-and-offers?who={spelled}").text


@pytest.mark.parametrize("key", [NAMED, unquote(NAMED)])
def test_encoding_a_key_keeps_what_is_encoded(key: str) -> None:
    assert encoded(key) == NAMED


def test_a_point_whose_key_is_a_chinese_numeral_leads_to_its_words(client: TestClient) -> None:
    part = "/id/doc/1956-chinese-language/point/" + quote("一")
    answer = client.get(part, headers={"accept": "text/html"}, follow_redirects=False)
    assert answer.headers["location"].startswith("/page/doc/1956-chinese-language?char=")


def test_a_name_that_nobody_has_is_still_not_found(client: TestClient) -> None:
    nobody = quote("никто")
    assert client.get(f"/id/agent/{nobody}.ttl").status_code == 404
    assert client.get(f"/page/agent/{nobody}").status_code == 404

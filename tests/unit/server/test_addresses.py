"""An identifier opens as a download names it, as the pages link it, and as a reader types it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from fastapi.testclient import TestClient

from cablegraph import pipeline
from cablegraph.corpus import Corpus
from cablegraph.iri import encoded
from cablegraph.linking import decisions
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


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A paper whose file was renamed, and whose sender was merged with somebody."""
    folder = tmp_path_factory.mktemp("moved")
    paper = folder / "documents" / "old.txt"
    paper.parent.mkdir()
    paper.write_text("TELEGRAM No. 5\n\nMoscow, 3 May 1951\n\nFrom: Ivan Petrov\nTo: Anna Sokolova\n\nWe agree.\n")
    pipeline.build(Corpus(folder), [paper.parent], folder / "data", jobs=1)
    paper.rename(paper.with_name("new.txt"))
    paper.with_name("the same.txt").write_bytes(paper.with_name("new.txt").read_bytes())
    on = {"entity": "agent:ivan-petrov"}
    decisions.append(folder / "curation", "merge", on, "agent:vyacheslav-molotov", "A", "2026-01-02T03:04:05Z", "")
    pipeline.build(Corpus(folder), [paper.parent], folder / "data", jobs=1)
    with TestClient(create_app(Settings(data=folder / "data", folder=folder)), follow_redirects=False) as made:
        yield made


def test_the_address_of_a_renamed_paper_says_where_its_text_is_now(moved: TestClient) -> None:
    answer = moved.get("/page/doc/old", headers={"accept": "text/html"})
    assert answer.status_code == 404
    assert "its text is now “new”" in answer.text
    assert 'href="/page/doc/new"' in answer.text


def test_the_address_of_somebody_merged_leads_to_who_he_is(moved: TestClient) -> None:
    answer = moved.get("/page/agent/ivan-petrov", headers={"accept": "text/html"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/page/agent/vyacheslav-molotov")
    for suffix in (".json", ".ttl"):
        assert "vyacheslav-molotov" in moved.get(f"/id/agent/ivan-petrov{suffix}").text
    assert moved.get("/page/agent/nobody", headers={"accept": "text/html"}).status_code == 404


def test_a_page_lists_every_file_that_holds_the_text(moved: TestClient) -> None:
    page = moved.get("/page/doc/new", headers={"accept": "text/html"}).text
    assert "<dt>File</dt><dd>new.txt, and the same text in the same.txt</dd>" in page

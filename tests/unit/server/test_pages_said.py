"""What pages say of the collection: where it is from, what its files mean, which rights hold, what answers what."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from cablegraph.corpus import Corpus
from cablegraph.server import create_app
from cablegraph.server.api_queries import EXPORTS
from cablegraph.settings import Settings
from cablegraph.shipped import shipped
from tests.conftest import build_into


def told(html: str) -> str:
    return re.sub(r"\s+([,.;:])", r"\1", " ".join(re.sub(r"<[^>]+>", " ", html).split()))


def serving(data: Path) -> TestClient:
    return TestClient(create_app(Settings(data=data, folder=data.parent)), headers={"Accept": "text/html"})


@pytest.fixture(scope="module")
def client(sample: Path) -> Iterator[TestClient]:
    with serving(sample) as made:
        yield made


def test_the_first_screen_says_where_the_papers_are_from_and_of_which_years(client: TestClient) -> None:
    home = client.get("/").text
    assert (
        "Here: 60 papers from Foreign Relations of the United States, or in its manner, 1917–1919; 1 paper from Wilson "
        "Center Digital Archive, or in its manner, 1951; 12 invented, composed for teaching, 1956." in told(home)
    )
    years = told(home[home.index("Papers per year") : home.index("What is missing")])
    assert re.search(r"1919 \d+ 1920–1950 no paper 1951 \d+ 1952–1955 no paper 1956 \d+", years)


def test_the_data_page_offers_every_file_for_drawings_and_says_what_its_fields_mean(client: TestClient) -> None:
    page = client.get("/data").text
    linked = set(re.findall(r'href="/api/([^"]+)"', page))
    assert linked == set(EXPORTS) - {"letters.cmif.xml"}
    assert "names no editor, or no licence" in told(page)
    text = told(page)
    for said in (r"full12: the same as the whole graph in RDF 1\.2", "flat: facts alone",
                 r"candidates \d+ readings that are possible", "weight how many papers go from source"):  # fmt: skip
        assert re.search(said, text)
    report = re.findall(r'<th scope="row">\w+</th><td class="number">[\d,]+</td><td class="note">([^<]*)</td>', page)
    assert len(report) > 5
    assert all(report)


def test_letters_are_offered_where_an_editor_is_named(tmp_path: Path) -> None:
    data = _built(tmp_path, editor="A. Archivist", licence="https://creativecommons.org/licenses/by/4.0/")
    with serving(data) as client:
        assert 'href="/api/letters.cmif.xml"' in client.get("/data").text
        answer = client.get("/api/letters.cmif.xml")
    assert answer.headers["content-type"].startswith("application/tei+xml")
    assert "<editor>A. Archivist</editor>" in answer.text


def test_rights_of_the_collection_are_said_where_a_paper_states_none(tmp_path: Path) -> None:
    with serving(_built(tmp_path, rights="Free for study")) as client:
        page = client.get("/page/doc/frus1918Russiav03-d1").text
        data = told(client.get("/data").text)
    rights = told(page[page.index("<dt>Rights</dt>") :].partition("</div>")[0])
    assert rights == "Rights Free for study (said of the collection; the paper itself states none)"
    assert "where a paper states none, this holds for the collection: Free for study" in data


def test_without_rights_of_the_collection_none_are_made_up(tmp_path: Path) -> None:
    with serving(_built(tmp_path)) as client:
        page = client.get("/page/doc/frus1918Russiav03-d1").text
    assert told(page[page.index("<dt>Rights</dt>") :].partition("</div>")[0]) == "Rights the paper states none"


def _built(folder: Path, **facts: str) -> Path:
    (folder / "documents").mkdir()
    shutil.copy(shipped("examples", "frus", "frus1918Russiav03-d1.txt"), folder / "documents")
    build_into(folder / "cablegraph-data", folder / "documents", corpus=Corpus(folder, **facts))  # type: ignore[arg-type]
    return folder / "cablegraph-data"


def test_the_answer_to_a_paper_is_named_as_its_answer(client: TestClient) -> None:
    page = client.get("/page/doc/1956-harbour-101").text
    answered = page[page.index('id="answered"') :].partition("</section>")[0]
    assert "Telegram No. 57" in told(answered)
    [why] = re.findall(r'class="why" href="([^"]+)"', answered)
    reason = told(client.get(why.replace("&amp;", "&")).text)
    assert "Why: “Telegram No. 57" in reason
    assert "replies to a paper cited" in reason
    citing = page[page.index('id="citing"') :].partition("</section>")[0]
    assert "Telegram No. 57" not in told(citing)


def test_the_list_says_what_its_two_tables_are_for(client: TestClient) -> None:
    page = told(client.get("/documents").text)
    assert "CSV for Excel is for reading" in page
    assert "name what the paper is called here, which is its title where it has one" in page


def test_the_measured_fields_are_explained(client: TestClient) -> None:
    page = client.get("/about").text
    rows = {head.partition("<br>")[0]: head for head in re.findall(r'<th scope="row">(.*?)</th>', page)}
    assert {"citations", "claims", "gaps", "other numbers", "receiver", "how many papers a file holds"} <= set(rows)
    for name in ("citations", "claims", "gaps", "other numbers", "receiver"):
        assert "note" in rows[name]


def test_pages_of_a_promise_and_of_what_keeps_it_say_so(client: TestClient) -> None:
    promising = told(client.get("/page/doc/1956-harbour-101").text)
    assert re.search(r"promises a telegram [^–]*– held here: 7 March 1956 Telegram No. 102", promising)
    keeping = client.get("/page/doc/1956-harbour-102").text
    assert "Fulfils the promise of 5 March 1956 Telegram No. 101" in told(keeping)
    assert "Cited by" not in keeping.partition("Fulfils the promise of")[2]
    [why] = re.findall(r'href="(/why[^"]*promised[^"]*resolvedTo[^"]*)"', keeping)
    said = "1956-harbour-102 says “This is the separate telegram which I announced in my No. 101"
    assert said in told(client.get(unescape(why)).text)

"""Pages of people and offices: cover names, holders and signatures, why a paper is listed, what gave way."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from cablegraph.corpus import Corpus
from cablegraph.linking import decisions
from cablegraph.server import create_app
from cablegraph.settings import Settings
from cablegraph.shipped import shipped
from tests.conftest import build_into

SEED = "doc:wilson-ct3777"


def told(html: str) -> str:
    return re.sub(r"\s+([,.;])", r"\1", " ".join(re.sub(r"<[^>]+>", " ", html).split()))


def serving(data: Path) -> TestClient:
    return TestClient(create_app(Settings(data=data, folder=data.parent)), headers={"Accept": "text/html"})


@pytest.fixture(scope="module")
def client(sample: Path) -> Iterator[TestClient]:
    with serving(sample) as made:
        yield made


def test_a_cover_name_is_called_so_on_the_page_of_who_bears_it(client: TestClient) -> None:
    assert "also named Filippov, a cover name" in told(client.get("/page/agent/stalin").text)


def test_statements_of_a_person_are_told_with_a_verb(client: TestClient) -> None:
    page = told(client.get("/page/agent/stalin").text)
    assert "says it was done: “our promise about raising the question of an armistice" in page
    assert "sets a limit: “Our production and military specialists" in page


@pytest.mark.parametrize(
    ("office", "expected"),
    [
        ("soviet-ambassador-to-the-un", "Held by Jacob Malik"),
        ("secretary-of-state", "Held by Lansing"),
        ("secretary-of-state", "Papers it sends are signed Lansing (22)."),
    ],
)
def test_an_office_names_who_held_it_and_who_signs(client: TestClient, office: str, expected: str) -> None:
    assert expected in told(client.get(f"/page/agent/{office}").text)


def test_each_paper_of_a_person_says_why_it_is_listed(client: TestClient) -> None:
    page = client.get("/page/agent/francis").text
    cards = [told(card) for card in page.split('<li class="card')[1:]]
    assert len(cards) > 20
    assert all(re.search(r"sent (?:by|to) Francis|Francis is spoken of|passed on by Francis", card) for card in cards)


def test_a_proposal_counts_papers_and_not_their_parts(client: TestClient) -> None:
    page = client.get("/page/agent/francis").text
    proposed = re.search(r"proposed in (\d+) papers", told(page))
    listed = re.search(r"<b>(\d+)</b> papers", page)
    assert proposed
    assert listed
    assert int(proposed[1]) <= int(listed[1])


def test_a_day_that_is_stated_as_one_thing_and_inferred_as_another_says_which(client: TestClient) -> None:
    page = told(client.get("/page/doc/frus1918Russiav03-d262").text)
    assert "dated and received on 31 March 1917 (received on: year inferred from the date of the paper)" in page


def test_a_name_that_gave_way_to_who_is_meant_was_rejected_by_nobody(tmp_path: Path) -> None:
    papers = tmp_path / "documents"
    papers.mkdir()
    shutil.copy(shipped("examples", "wilson", "wilson-ct3777.txt"), papers)
    accepted = "agent:stepan-krasovsky"
    on = {"document": SEED, "subject": SEED, "predicate": "cg:relayedBy", "object": accepted}
    decisions.append(tmp_path / "curation", "accept", on, "", "A. Archivist", "2026-01-02T03:04:05Z", "diary")
    build_into(tmp_path / "cablegraph-data", papers, corpus=Corpus(tmp_path))
    with serving(tmp_path / "cablegraph-data") as client:
        page = told(client.get("/page/doc/wilson-ct3777").text)
    assert "passed on by Stepan Krasovsky confirmed by a person" in page
    assert "passed on by Krasovsky the name as it was read; who is meant was confirmed" in page
    assert "rejected by a person" not in page


def test_people_are_called_by_the_fullest_form_of_their_papers(client: TestClient) -> None:
    for key, name in (
        ("jan-dolezal", "Jan Dolezal"),
        ("milan-jurisic", "Milan Jurisic"),
        ("august-heid", "August Heid"),
    ):
        assert f"<h1>{name}</h1>" in client.get(f"/page/agent/{key}").text
    heading = client.get("/page/doc/1956-harbour-101").text.partition('<h1 class="correspondence">')[2]
    assert told(heading.partition("</h1>")[0]) == "Radan Velikov → Jan Dolezal ( Prague )"


def test_a_name_is_the_same_whichever_paper_was_built_first(tmp_path: Path) -> None:
    ids = []
    for order in (("1956-harbour-101", "1956-enclosed-message"), ("1956-enclosed-message", "1956-harbour-101")):
        folder = tmp_path / order[0]
        papers = folder / "documents"
        papers.mkdir(parents=True)
        for name in order:
            shutil.copy(shipped("examples", "composed", f"{name}.txt"), papers)
            ids.append(build_into(folder / "cablegraph-data", papers, corpus=Corpus(folder)).generation)
        with serving(folder / "cablegraph-data") as client:
            assert "<h1>Jan Dolezal</h1>" in client.get("/page/agent/jan-dolezal").text
    assert ids[1] == ids[3]
    fresh = tmp_path / "fresh"
    shutil.copytree(tmp_path / "1956-harbour-101" / "documents", fresh / "documents")
    assert build_into(fresh / "cablegraph-data", fresh / "documents", corpus=Corpus(fresh)).generation == ids[1]

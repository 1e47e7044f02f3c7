"""Who is called alike is offered as perhaps the same, with why, and never where somebody said that he is not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from cablegraph.catalogue import Catalogue, Writer
from cablegraph.corpus import Corpus
from cablegraph.iri import AGENT
from cablegraph.linking import decisions
from cablegraph.server import create_app
from cablegraph.server.pages_alike import surnames
from cablegraph.settings import Settings
from tests.conftest import build_into

PAPER = """COMPOSED FOR TEACHING. Not a historical document.

TELEGRAM No. {number}

Date: {number} May 1953
From: Envoy Bruno Castel, Lisbon
To: Minister Aldo Ferri, Rome

{text}

CASTEL
"""
SAID = (
    "Today I was received by General Gustav Holmberg.",
    "Holmberg told me that the army will be reduced. Comrade Holmberg agreed.",
    "I spoke with Comrade Gustaf Holmberg about trade.",
    "I spoke with Comrade Anton Holmberg about trade.",
    "General Peng Dehuai was there.",
    "Peng said that the talks go on. Comrade Peng agreed.",
)


Get = Callable[[str], str]


def written(folder: Path) -> None:
    (folder / "documents").mkdir()
    for number, text in enumerate(SAID, 1):
        (folder / "documents" / f"{number}.txt").write_text(PAPER.format(number=number, text=text), "utf-8")


@contextmanager
def built(folder: Path) -> Iterator[Get]:
    build_into(folder / "cablegraph-data", folder / "documents", corpus=Corpus(folder))
    settings = Settings(data=folder / "cablegraph-data", folder=folder)
    with TestClient(create_app(settings), headers={"Accept": "text/html"}) as client:
        yield lambda address: " ".join(re.sub(r"<[^>]+>", "", client.get(address).text).split())


@pytest.fixture(scope="module")
def get(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Get]:
    folder = tmp_path_factory.mktemp("alike")
    written(folder)
    with built(folder) as page:
        yield page


def test_pages_of_people_name_those_who_are_called_alike(get: Get) -> None:
    gustav = get("/page/agent/gustav-holmberg")
    assert (
        "Gustaf Holmberg (the same surname, and forenames spelt alike; 1 paper), Holmberg (only the surname" in gustav
    )
    assert "Anton" not in gustav
    bare = get("/page/agent/holmberg")
    assert all(f"{name} Holmberg (only the surname is the same; 1 paper)" in bare for name in ("Anton", "Gustav"))
    assert "decide merge agent:holmberg agent:gustav-holmberg" not in bare
    assert "decide merge agent:peng agent:peng-dehuai" in get("/page/agent/peng-dehuai")


def test_whom_the_table_proposes_is_not_named_twice(get: Get) -> None:
    page = get("/page/agent/peng")
    assert "It may be Peng Dehuai" in page
    assert "Perhaps the same" not in page


def test_a_search_names_those_who_are_called_alike(get: Get) -> None:
    assert "Called alike: Gustav Holmberg (the same surname" in get("/search?q=gustaf+holmberg")
    found = get("/search?q=Peng+Teh-huai")  # one of his own listed names
    assert "Peng Dehuai" in found
    assert "Called alike: Peng Dehuai" not in found
    assert "Called alike" not in get("/search?q=army+reduced")


def test_who_was_said_not_to_be_meant_is_not_offered_again(tmp_path: Path) -> None:
    written(tmp_path)
    on = {"document": "doc:6", "subject": "doc:6", "predicate": "schema:mentions", "object": "agent:peng-dehuai"}
    decisions.append(tmp_path / "curation", "reject", on, "", "A. Archivist", "2026-01-02T03:04:05Z", "another Peng")
    with built(tmp_path) as get:
        assert "Perhaps the same" not in get("/page/agent/peng") + get("/page/agent/peng-dehuai")
        assert "Perhaps the same" in get("/page/agent/holmberg")


def test_bodies_have_no_surname() -> None:
    def write(writer: Writer) -> None:
        for key, label in (("a", "Ministry of Trade"), ("b", "Rui Mendes"), ("c", "Mendes"), ("d", "our side")):
            writer.label(AGENT + key, label)
            writer.thing(AGENT + key, "name")

    assert surnames(Catalogue.made("g", write)) == {"mendes": [AGENT + "b", AGENT + "c"]}

"""Pages from the catalogue of the generation, and from one made of answers where an older program made none."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from cablegraph.catalogue import FILE
from cablegraph.server import create_app
from cablegraph.settings import Settings
from cablegraph.store.generations import Generations

PATHS = (
    "/",
    "/documents",
    "/documents?topic=armistice",
    "/documents?sort=title",
    "/documents?sort=-date&_page=2",
    "/documents?sort=sender",
    "/documents?from=1918&to=1918",
    "/documents?from=1918-01&to=1918-02&surely=1",
    "/documents?composed=0&gaps=0",
    "/documents?undated=1",
    "/documents?q=armistice",
    "/search?q=arms",
    "/documents.json?agent=stalin",
    "/documents.csv",
    "/suggest.json?q=st",
    "/suggest.json?q=mo&kind=place",
    "/page/doc/wilson-ct3777",
    "/page/agent/stalin",
    "/page/place/beijing",
    "/page/topic/armistice",
    "/page/form/telegram",
    "/network",
    "/network?by=place",
    "/network?by=document",
    "/network?by=topic&min_weight=2",
    "/network?kind=letter,relay&from=1918",
    "/timeline",
    "/timeline?topic=armistice",
    "/map",
    "/map?from=1951",
    "/id/agent/stalin.json",
    "/id/doc/wilson-ct3777/cite.txt",
)


def without_catalogue(data: Path, target: Path) -> Path:
    """A data folder with the same generation as an older program would have left it."""
    current = Generations(data).current()
    assert current is not None
    generations = Generations(target)
    with generations.lock():
        stage = generations.stage()
        for path in current.path.rglob("*"):
            if path.is_file() and path.name not in (FILE, "manifest.json"):
                copy = stage / path.relative_to(current.path)
                copy.parent.mkdir(exist_ok=True)
                os.link(path, copy)
        generations.finish(stage, {name: current.manifest[name] for name in ("id", "cablegraph", "quads", "title")})
    generations.make_current(current.id)
    return target


@pytest.fixture(scope="module")
def clients(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, TestClient]]:
    older = without_catalogue(sample, tmp_path_factory.mktemp("older") / "cablegraph-data")
    with ExitStack() as stack:
        made = [TestClient(create_app(Settings(data=data, folder=data.parent))) for data in (sample, older)]
        yield stack.enter_context(made[0]), stack.enter_context(made[1])


@pytest.mark.parametrize("path", PATHS)
def test_a_generation_gives_the_same_bytes_with_its_catalogue_and_without(
    clients: tuple[TestClient, TestClient], path: str
) -> None:
    with_it, without = (client.get(path, headers={"Accept": "text/html"}) for client in clients)
    assert with_it.status_code == without.status_code == 200
    assert with_it.content == without.content


def test_a_name_that_is_nearly_one_leads_to_it(clients: tuple[TestClient, TestClient]) -> None:
    for client in clients:
        answer = client.get("/page/doc/wilson-ct3776", headers={"Accept": "text/html"})
        assert answer.status_code == 404
        assert "/page/doc/wilson-ct3777" in answer.text


def test_papers_and_messages_inside_them_are_counted_apart_everywhere(clients: tuple[TestClient, TestClient]) -> None:
    client = clients[0]
    pages = {path: client.get(path, headers={"Accept": "text/html"}).text for path in ("/", "/documents", "/network")}
    total = client.get("/documents.json").json()["total"]
    found = re.search(r"<b>(\d+)</b> papers and (\d+) messages inside them", pages["/documents"])
    assert found is not None
    papers, inside = int(found[1]), int(found[2])
    assert inside > 0
    assert papers + inside == total
    assert f"<b>{papers}</b> papers</a> and {inside} messages inside them" in pages["/"]
    assert f"{papers} held</a> and {inside} messages inside them" in pages["/network"]
    years = [int(count) for count in re.findall(r'<span class="count">(\d+)</span>', pages["/"])]
    undated = re.search(r">(\d+) without a date", pages["/"])
    assert sum(years) + (int(undated[1]) if undated else 0) == papers


def test_a_page_asked_again_is_the_same_and_a_reader_who_has_it_gets_304(sample: Path) -> None:
    with TestClient(create_app(Settings(data=sample, folder=sample.parent))) as client:
        for path in (
            "/network?topic=armistice",
            "/timeline",
            "/map",
            "/documents?topic=armistice",
            "/page/agent/stalin",
        ):
            first, again = (client.get(path, headers={"Accept": "text/html"}) for _ in range(2))
            assert first.content == again.content
            assert first.headers["etag"] == again.headers["etag"]
            assert client.get(path, headers={"If-None-Match": first.headers["etag"]}).status_code == 304
            other = client.get(path + ("&" if "?" in path else "?") + "x=1")
            assert other.status_code == (200 if path.startswith("/page") else 422)

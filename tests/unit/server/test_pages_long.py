"""The page of a long paper: passages are found as they come, and a heading lists its first facts."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from cablegraph import pipeline
from cablegraph.corpus import Corpus
from cablegraph.server import create_app
from cablegraph.server.pages import MOST_FACTS
from cablegraph.server.pages_text import Passage, blocks_of
from cablegraph.settings import Settings

HTML = {"accept": "text/html"}


@pytest.mark.parametrize("seed", range(5))
def test_each_piece_has_the_passages_that_lie_over_it_the_shortest_first(seed: int) -> None:
    rng = random.Random(seed)
    text = "".join(rng.choice("ab \n") for _ in range(200))
    spans = [sorted(rng.sample(range(len(text)), 2)) for _ in range(40)]
    passages = [Passage(start, end, "transcript", text[start:end], ()) for start, end in spans]
    for block in blocks_of(text, (), passages):
        for piece in block.pieces:
            over = [n for n, (start, end) in enumerate(spans) if start < piece.end and end > piece.start]
            assert list(piece.passages) == sorted(over, key=lambda n: (spans[n][1] - spans[n][0], n))


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("long")
    paper = folder / "documents" / "long.txt"
    paper.parent.mkdir()
    asked = "\n\n".join(f"We ask you to deliver {number} trucks." for number in range(2, MOST_FACTS + 42))
    paper.write_text(f"TELEGRAM No. 5\n\nMoscow, 3 May 1951\n\nFrom: Ivan Petrov\nTo: Anna Sokolova\n\n{asked}\n")
    pipeline.build(Corpus(folder), [paper.parent], folder / "data", jobs=1)
    with TestClient(create_app(Settings(data=folder / "data", folder=folder))) as made:
        yield made


def test_of_many_facts_the_first_are_listed_and_all_are_one_link_away(client: TestClient) -> None:
    short, whole = (client.get(f"/page/doc/long{query}", headers=HTML).text for query in ("", "?facts=all"))
    assert f"<b>{MOST_FACTS} of {MOST_FACTS + 40} are listed here</b>" in short
    assert "are listed here" not in whole
    assert len(short) < len(whole)
    assert "of 190 are listed here" not in client.get("/page/doc/long?char=20,26", headers=HTML).text

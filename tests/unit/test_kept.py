"""Kept answers are the answers: the same rows from the file as from the graph, and never those of another text."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pyoxigraph import QueryResultsFormat, QuerySolutions, Store

from cablegraph import queries
from cablegraph.queries import kept
from cablegraph.server import create_app
from cablegraph.settings import Settings
from cablegraph.shipped import shipped
from tests.waiting import until

LIBRARY = queries.load_all([shipped("queries")])


@pytest.fixture(scope="module")
def made(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose generation has its answers beside it, with a question of the corpus's own."""
    data = tmp_path_factory.mktemp("kept") / "data"
    shutil.copytree(sample, data)
    own = data.parent / "queries"
    own.mkdir()
    (own / "papers.rq").write_text("#+ summary: Which papers?\nSELECT ?paper WHERE { ?paper a rico:Record }\n", "utf-8")
    (own / "mine.rq").write_text("#+ summary: Which?\nSELECT ?s WHERE { GRAPH ?g { ?s a ?c } }\n", "utf-8")
    (generation,) = (data / "generations").iterdir()
    assert kept.make(generation / "store", generation / kept.NAME, (own,), worth=0) > 20
    return data


def _file(data: Path) -> Path:
    (generation,) = (data / "generations").iterdir()
    return generation / kept.NAME


def test_a_kept_answer_has_the_rows_of_the_question(made: Path, sample_store: Store) -> None:
    checked = 0
    begun = [query for query in LIBRARY.queries.values() if all(p.optional or p.default for p in query.parameters)]
    assert len(begun) >= 22
    for query in begun:
        text = queries.bind(query)
        answer = kept.find(_file(made), text)
        assert answer is not None, query.name
        found = sample_store.query(text)
        assert isinstance(found, QuerySolutions)
        form = json.loads(found.serialize(format=QueryResultsFormat.JSON) or b"")
        assert answer.columns == tuple(form["head"]["vars"])
        assert list(answer.rows()) == form["results"]["bindings"], query.name
        assert list(answer.rows(60, 130)) == form["results"]["bindings"][60:130]
        assert list(answer.rows(10**6)) == []
        checked += answer.count
    assert checked > 500


def test_another_text_a_named_graph_and_a_missing_file_have_no_kept_answer(made: Path, tmp_path: Path) -> None:
    library = queries.load_all([made.parent / "queries"])
    text = queries.bind(library.get("papers"))
    assert kept.find(_file(made), text) is not None
    assert kept.find(_file(made), text + " ") is None
    assert kept.find(_file(made), queries.bind(library.get("mine"))) is None
    assert kept.find(tmp_path / kept.NAME, text) is None


@pytest.mark.parametrize("address", ["letters.json?_size=30&_page=3", "letters.csv", "topics-by-year.vl.json", "gaps"])
def test_the_server_says_the_same_from_the_file(made: Path, sample: Path, address: str) -> None:
    said = []
    for data in (made, sample):
        with TestClient(create_app(Settings(data=data, folder=data.parent))) as client:
            answer = client.get(f"/q/{address}", headers={"accept": "application/json"})
            assert answer.status_code == 200
            said.append(answer.content)
    assert said[0] == said[1]


SLOW = """#+ summary: How many pairs of readings are there?
#+ params:
#+   form: {type: iri, label: form of the paper, values: forms, optional: true}
SELECT (COUNT(*) AS ?pairs) WHERE {
  ?one rdf:predicate schema:mentions . ?other a cg:Reading . FILTER(?one != ?other || BOUND(?__form)) }
"""


def test_a_question_that_is_late_says_so_and_is_worked_out_in_the_background(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "queries").mkdir()
    (tmp_path / "queries" / "pairs.rq").write_text(SLOW, "utf-8")
    with TestClient(create_app(Settings(data=sample, folder=tmp_path, timeout=0.04))) as client:

        def told(path: str) -> Any:  # 429: no process had time for it
            return until(lambda: (answer := client.get(path)).status_code != 429 and answer)

        narrower = told("/q/pairs.json?form=telegram")
        assert narrower.status_code == 503
        assert "being worked out" not in narrower.json()["detail"]
        assert told("/q/pairs.json?form=ciphered-telegram").json()["hint"][0] == "choose: form of the paper"
        late = told("/q/pairs.json")
        assert late.status_code == 503
        assert "being worked out" in late.json()["detail"]
        found = until(lambda: (answer := told("/q/pairs.json")).status_code != 503 and answer, "the answer", 600)
        assert found.json()["rows"][0]["pairs"] > 10**6

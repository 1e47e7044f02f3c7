"""The sample corpus built, served, written to and built again: what users wrote stays, and no literal changes."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from cablegraph.cache import Cache, unpack
from tests.conformance.served import JSON, TOKEN, serving
from tests.conformance.test_start import command
from tests.waiting import until

SAMPLE = Path(__file__).parents[2] / "examples"
NOTE = 'INSERT DATA { GRAPH <http://g/notes> { <http://g/note> rdfs:comment "читано 007"@ru ; <http://g/no> "0042" } }'
NOTES = "SELECT ?c ?n { GRAPH <http://g/notes> { <http://g/note> rdfs:comment ?c ; <http://g/no> ?n } }"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder with the papers of the sample, built."""
    for place in ("wilson", "frus"):
        shutil.copytree(SAMPLE / place, tmp_path / "documents" / place)
    done = command(tmp_path, "build", "documents", "-j", "1")
    assert done.returncode == 0, done.stderr
    return tmp_path


def test_written_graphs_outlive_a_build(corpus: Path) -> None:
    data = corpus / "cablegraph-data"
    with serving(data, token=TOKEN, log="warning") as server:
        assert server.update(NOTE).status == 204
        assert server.graph("PUT", "/store?graph=http://g/put", "<a:s> <a:p> '007', 'а' .").status == 201
        first = server.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
        gone = sorted((corpus / "documents" / "frus").glob("*.txt"))[:2]
        for paper in gone:
            paper.unlink()
        done = command(corpus, "build", "documents", "-j", "1")
        assert done.returncode == 0, done.stderr
        before = first.headers["cablegraph-generation"]
        until(lambda: server.query(NOTES).headers["cablegraph-generation"] != before, "the new generation")
        row = server.query(NOTES).json["results"]["bindings"][0]
        assert row["c"] == {"type": "literal", "xml:lang": "ru", "value": "читано 007"}
        assert row["n"] == {"type": "literal", "value": "0042"}
        put = server.ask("/store?graph=http://g/put", headers={"Accept": "application/n-triples"})
        assert sorted(put.text.splitlines()) == ['<a:s> <a:p> "007" .', '<a:s> <a:p> "а" .']
        again = server.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", JSON)
        assert int(again.values("n")[0]) < int(first.values("n")[0]), "the build was a real one"


def test_no_literal_of_the_sample_changes_on_its_way_through_the_store(corpus: Path) -> None:
    cache = Cache(corpus / "cablegraph-data" / "cache" / "papers.sqlite")
    made: set[str] = set()
    for document in cache.packed():
        made.update((unpack(document.body) + unpack(document.extra)).decode().splitlines())
    cache.close()
    with serving(corpus / "cablegraph-data", log="warning") as server:
        dump = server.ask("/dumps/cablegraph.nt")
    assert dump.status == 200
    went_in, came_out = _literals(made), _literals(dump.text.splitlines())
    assert len(went_in) > 2000
    assert went_in.keys() - came_out.keys() == set()
    assert {text for text, number in went_in.items() if came_out[text] < number} == set()


_LITERAL = re.compile(r'"(?:[^"\\]|\\.)*"(?:@[\w-]+|\^\^<[^>]*>)?(?= \.$)')
_UNICODE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def _literals(lines: Iterable[str]) -> Counter[str]:
    """The literals of N-Triples lines, each as often as a line ends in it; escapes of letters undone."""
    found = (_LITERAL.search(line) for line in set(lines))
    return Counter(
        _UNICODE.sub(lambda escape: chr(int(escape[1] or escape[2], 16)), match[0]) for match in found if match
    )

"""Programs that people use, against a real server: curl, SPARQLWrapper, rdflib; and our front before another."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore, SPARQLUpdateStore
from SPARQLWrapper import CSV, JSON, JSONLD, POST, TURTLE, XML, SPARQLWrapper

from cablegraph.errors import QueryError, StoreError
from cablegraph.store import remote
from cablegraph.store.generations import Generations
from cablegraph.store.run import run
from tests.conformance.served import BASE, RICO, Served, make_generation, serving, telegrams
from tests.waiting import paced

SELECT = "SELECT ?n WHERE { doc:t-7 cg:telegramNumber ?n }"
CONSTRUCT = "CONSTRUCT { ?s rico:hasSender ?o } WHERE { VALUES ?s { doc:t-7 } ?s rico:hasSender ?o }"


@pytest.fixture(scope="module")
def open_scratch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A scratch store that asks for no token, as other services do on loopback."""
    with serving(tmp_path_factory.mktemp("open"), scratch=True, log="warning") as server:
        yield server


def test_curl(built: Served) -> None:
    curl = shutil.which("curl")
    assert curl, "curl is needed for this test"
    command = [curl, "-sS", f"{built.url}/sparql", "--compressed", "-H", "Accept: text/csv"]
    done = subprocess.run([*command, "--data-urlencode", f"query={SELECT}"], capture_output=True, check=True)
    assert list(csv.DictReader(io.StringIO(done.stdout.decode()))) == [{"n": "0007"}]


@pytest.mark.parametrize("method", ["GET", POST])
@pytest.mark.parametrize("form", [JSON, XML, CSV])
def test_sparqlwrapper_select(built: Served, method: str, form: str) -> None:
    client = SPARQLWrapper(f"{built.url}/sparql")
    client.setMethod(method)
    client.setReturnFormat(form)
    client.setQuery(SELECT)
    answer: Any = client.query().convert()
    if form == JSON:
        assert answer["results"]["bindings"][0]["n"]["value"] == "0007"
    elif form == XML:
        assert "0007" in answer.toxml()
    else:
        assert answer.split() == [b"n", b"0007"]


@pytest.mark.parametrize("form", [TURTLE, XML, JSONLD])
def test_sparqlwrapper_construct(built: Served, form: str) -> None:
    client = SPARQLWrapper(f"{built.url}/sparql")
    client.setReturnFormat(form)
    client.setQuery(CONSTRUCT)
    answer: Any = client.query().convert()
    graph = answer if isinstance(answer, Graph) else Graph().parse(data=answer, format="turtle")
    assert list(graph) == [(URIRef(f"{BASE}id/doc/t-7"), URIRef(f"{RICO}hasSender"), URIRef(f"{BASE}id/agent/a7"))]


def test_rdflib_reads_through_its_sparql_store(built: Served) -> None:
    graph = Graph(SPARQLStore(f"{built.url}/sparql"))
    assert [str(row[0]) for row in graph.query(SELECT)] == ["0007"]  # type: ignore[index]
    sender = graph.value(URIRef(f"{BASE}id/doc/t-7"), URIRef(f"{RICO}hasSender"))
    assert sender == URIRef(f"{BASE}id/agent/a7")


def test_rdflib_writes_through_its_update_store(open_scratch: Served) -> None:
    store = SPARQLUpdateStore(f"{open_scratch.url}/sparql", f"{open_scratch.url}/update", context_aware=False)
    graph = Graph(store)
    graph.add((URIRef("a:s"), URIRef("a:p"), Literal("x", lang="ru")))
    assert list(graph) == [(URIRef("a:s"), URIRef("a:p"), Literal("x", lang="ru"))]


def test_front_before_another_service_passes_queries_on(open_scratch: Served, tmp_path: Path) -> None:
    part = tmp_path / "part.nt"
    part.write_text(telegrams(20), "utf-8")
    remote.put_default(f"{open_scratch.url}/store", part)
    with serving(tmp_path, store=f"{open_scratch.url}/sparql", timeout="1", log="warning") as front:
        assert front.query(SELECT).values("n") == ["0007"]
        assert "hasSender" in front.query(CONSTRUCT, "text/turtle").text
        assert front.query("SELECT * { ?s ?p }").status == 400
        assert front.query("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }").status == 403
        with paced() as pace:
            late = front.query("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?o ?q }")
        assert (late.status, late.json["type"].rpartition("#")[2]) == (503, "query-timeout")
        assert late.seconds < 1 + pace.slowness
        assert front.query("ASK {}").json["boolean"]


def test_commands_ask_another_service(open_scratch: Served) -> None:
    assert b"true" in remote.query(f"{open_scratch.url}/sparql", "ASK {}").body
    with pytest.raises(QueryError, match="answered 400"):
        remote.query(f"{open_scratch.url}/sparql", "ASK")
    with pytest.raises(StoreError, match="cannot be asked"):
        remote.query("http://127.0.0.1:9/sparql", "ASK {}")


def test_literals_come_out_as_they_went_in(tmp_path: Path) -> None:
    said = ["007", "3777", "861.51/131", 'a\\nb\\t\\"c\\"', "Москва", "停战", "👍🏽", "e\\u0301", " spaced ", ""]
    lines = "".join(f'<a:s{i}> <a:p> "{text}" .\n' for i, text in enumerate(said))
    lines += '<a:d> <a:p> "2"^^<http://www.w3.org/2001/XMLSchema#integer> .\n'
    lines += '<a:l> <a:p> "text"@en-gb .\n<a:c> <a:p> "0.97"^^<http://www.w3.org/2001/XMLSchema#decimal> .\n'
    make_generation(tmp_path, lines, "000000000001")
    current = Generations(tmp_path).current()
    assert current is not None
    answer = run("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", current.store_path, form="nt")
    expected = lines.replace("e\\u0301", "e\u0301")
    assert sorted(answer.body.decode().splitlines()) == sorted(expected.splitlines())

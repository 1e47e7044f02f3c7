"""SPARQL 1.1 Protocol, query operation (section 2.1), and what endpoint.md asks of /sparql beyond it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
import zstandard

from tests.conformance.served import BASE, JSON, Served, make_generation, serving
from tests.waiting import until

ASK = "ASK {}"
SELECT = "SELECT ?n WHERE { doc:t-7 cg:telegramNumber ?n }"
CONSTRUCT = "CONSTRUCT { ?s rico:hasSender ?o } WHERE { ?s rico:hasSender ?o . FILTER(?s = doc:t-7) }"
FORM = "application/x-www-form-urlencoded"


def test_query_by_get(built: Served) -> None:
    answer = built.query(SELECT)
    assert (answer.status, answer.values("n")) == (200, ["0007"])


def test_query_by_post_form(built: Served) -> None:
    body = urlencode({"query": SELECT})
    answer = built.ask("/sparql", method="POST", body=body, headers={"Content-Type": FORM, "Accept": JSON})
    assert answer.values("n") == ["0007"]


def test_query_by_post_of_itself(built: Served) -> None:
    assert built.post(SELECT).values("n") == ["0007"]


def test_form_is_decoded_once(built: Served) -> None:
    body = urlencode({"query": 'SELECT ("a%20b+c" AS ?x) {}'})
    answer = built.ask("/sparql", method="POST", body=body, headers={"Content-Type": FORM, "Accept": JSON})
    assert answer.values("x") == ["a%20b+c"]


def test_media_type_may_carry_a_charset(built: Served) -> None:
    headers = {"Content-Type": "application/sparql-query; charset=UTF-8", "Accept": JSON}
    assert built.ask("/sparql", method="POST", body='ASK { FILTER("é" = "é") }', headers=headers).json["boolean"]


@pytest.mark.parametrize(
    ("method", "path", "headers", "body", "status"),
    [
        ("GET", "/sparql?query=" + quote("SELECT * WHERE"), {}, None, 400),
        ("GET", "/sparql?query=" + quote(ASK) + "&query=" + quote(ASK), {}, None, 400),
        ("GET", "/sparql?query=%FF%FE", {}, None, 400),
        ("GET", "/sparql?update=" + quote("CLEAR ALL"), {}, None, 400),
        ("GET", "/sparql?query=" + quote("INSERT DATA { <a:a> <a:b> 1 }"), {}, None, 400),
        ("POST", "/sparql", {"Content-Type": FORM}, "nothing=here", 400),
        ("POST", "/sparql", {"Content-Type": "text/plain"}, ASK, 415),
        ("POST", "/sparql", {"Content-Type": "application/sparql-query; charset=utf-16"}, ASK.encode("utf-16"), 415),
        ("POST", "/sparql", {"Content-Type": "application/sparql-query"}, b"ASK { FILTER('\xff' = 'x') }", 400),
        ("PUT", "/sparql", {"Content-Type": "application/sparql-query"}, ASK, 405),
        ("DELETE", "/sparql?query=" + quote(ASK), {}, None, 405),
        ("GET", "/sparql?query=" + quote(SELECT), {"Accept": "image/png"}, None, 406),
        ("GET", "/sparql?query=" + quote(SELECT), {"Accept": "text/turtle"}, None, 406),
        ("GET", "/sparql?format=exe&query=" + quote(SELECT), {}, None, 406),
    ],
)  # fmt: skip
def test_status_of_what_is_wrong(
    built: Served, method: str, path: str, headers: dict[str, str], body: str | bytes | None, status: int
) -> None:
    answer = built.ask(path, method=method, headers=headers, body=body)
    assert answer.status == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json["status"] == status
    assert answer.headers["access-control-allow-origin"] == "*", "CORS also on errors"


def test_method_not_allowed_names_those_that_are(built: Served) -> None:
    assert "GET" in built.ask("/sparql", method="PUT", body=b"").headers["allow"]


def test_syntax_error_says_line_column_and_the_line(built: Served) -> None:
    said = built.query("SELECT ?n WHERE {\n  ?s ?p\n}").json
    assert (said["line"], said["column"], said["source"]) == (3, 1, "}")


def test_unknown_prefix_is_named_at_its_place(built: Served) -> None:
    said = built.query("SELECT ?who WHERE {\n  ?t foo:sender ?who .\n}").json
    assert (said["detail"], said["line"], said["column"]) == ('prefix "foo:" is not declared', 2, 6)
    assert any("PREFIX foo:" in hint for hint in said["hint"])


@pytest.mark.parametrize(
    ("where", "place"),
    [
        pytest.param("?s x:y ?a", 22, id="predicate"),
        pytest.param("x:s ?y ?a", 19, id="subject"),
        pytest.param("?a a x:Thing", 24, id="object"),
        pytest.param("?a cg:cites/x:y ?b", 31, id="in a path"),
        pytest.param("?s ?p ?a FILTER(?a = x:y)", 40, id="in a filter"),
        pytest.param("GRAPH x:g { ?s ?p ?a }", 25, id="graph"),
        pytest.param('?s ?p "1"^^x:y . ?s ?q ?a', 30, id="datatype"),
    ],
)
def test_an_undeclared_prefix_is_named_wherever_it_stands(built: Served, where: str, place: int) -> None:
    said = built.query(f"SELECT ?a WHERE {{ {where} }}").json
    assert (said["detail"], said["line"], said["column"]) == ('prefix "x:" is not declared', 1, place)


def test_a_mistake_before_an_undeclared_prefix_is_told_first(built: Served) -> None:
    assert built.query("SELEC ?a WHERE { ?s x:y ?a }").json["detail"] == '"SELEC" is no word of SPARQL.'


@pytest.mark.parametrize(
    ("accept", "media", "begins"),
    [
        (JSON, JSON, b'{"head"'),
        ("application/json", JSON, b'{"head"'),
        ("application/sparql-results+xml", "application/sparql-results+xml", b"<?xml"),
        ("text/csv", "text/csv; charset=utf-8", b"n\r\n0007"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8", b'?n\n"0007"'),
        ("*/*", JSON, b'{"head"'),
        ("text/csv;q=0.5, application/sparql-results+xml;q=0.9", "application/sparql-results+xml", b"<?xml"),
        ("application/sparql-results+json;q=0, */*", "application/sparql-results+xml", b"<?xml"),
        ("text/*", "text/csv; charset=utf-8", b"n\r\n"),
        ("image/png, text/csv;q=0.1", "text/csv; charset=utf-8", b"n\r\n"),
    ],
)
def test_results_by_accept(built: Served, accept: str, media: str, begins: bytes) -> None:
    answer = built.query(SELECT, accept)
    assert (answer.status, answer.headers["content-type"]) == (200, media)
    assert answer.body.startswith(begins)


@pytest.mark.parametrize(
    ("accept", "holds"),
    [
        ("text/turtle", b"rico:hasSender"),
        ("application/n-triples", b"hasSender>"),
        ("application/rdf+xml", b"<rdf:RDF"),
        ("application/ld+json", b'"@id"'),
        ("application/trig", b"hasSender"),
        ("application/n-quads", b"hasSender>"),
    ],
)
def test_graphs_by_accept(built: Served, accept: str, holds: bytes) -> None:
    answer = built.query(CONSTRUCT, accept)
    assert answer.headers["content-type"].split(";")[0] == accept
    assert holds in answer.body


@pytest.mark.parametrize("accept", [JSON, "application/sparql-results+xml", "text/csv", "text/tab-separated-values"])
def test_ask_in_each_form(built: Served, accept: str) -> None:
    assert b"true" in built.query(ASK, accept).body


@pytest.mark.parametrize(
    ("short", "media"),
    [("csv", "text/csv"), ("tsv", "text/tab-separated-values"), ("xml", "application/sparql-results+xml")],
)
def test_short_names_of_forms(built: Served, short: str, media: str) -> None:
    path = "/sparql?" + urlencode({"query": SELECT, "format": short})
    assert built.ask(path, headers={"Accept": "image/png"}).headers["content-type"].startswith(media)


def test_head_has_the_headers_of_get_and_no_body(built: Served) -> None:
    path = "/sparql?" + urlencode({"query": SELECT})
    got, head = built.ask(path), built.ask(path, method="HEAD")
    assert (head.status, head.body) == (200, b"")
    for name in ("content-type", "content-length", "etag", "cablegraph-rows"):
        assert head.headers[name] == got.headers[name]


def test_preflight_is_answered_for_a_day(built: Served) -> None:
    headers = {"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "POST"}
    answer = built.ask("/sparql", method="OPTIONS", headers=headers)
    assert answer.status == 204
    assert answer.headers["access-control-max-age"] == "86400"
    assert "POST" in answer.headers["access-control-allow-methods"]


def test_our_headers_are_exposed(built: Served) -> None:
    assert "Cablegraph-Generation" in built.query(ASK).headers["access-control-expose-headers"]


@pytest.mark.parametrize(("coding", "undo"), [("gzip", gzip.decompress), ("zstd", zstandard.decompress)])
def test_large_answers_are_compressed(built: Served, coding: str, undo: object) -> None:
    text = "SELECT ?n WHERE { ?t cg:telegramNumber ?n } ORDER BY ?n LIMIT 500"
    plain, coded = built.query(text), built.query(text, headers={"Accept-Encoding": coding})
    assert coded.headers["content-encoding"] == coding
    assert undo(coded.body) == plain.body  # type: ignore[operator]
    assert coded.headers["etag"] != plain.headers["etag"]
    assert "Accept-Encoding" in coded.headers["vary"]


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_rows_are_counted_in_the_header(built: Served, form: str) -> None:
    text = 'SELECT ?n ?x WHERE { ?t cg:telegramNumber ?n . BIND("a\\n}},{\\"b" AS ?x) } LIMIT 321'
    path = "/sparql?" + urlencode({"query": text, "format": form})
    assert built.ask(path).headers["cablegraph-rows"] == "321"


def test_dataset_of_the_request_is_used_and_wins_over_the_query(scratch: Served) -> None:
    scratch.graph("PUT", "/store?graph=http://g/1", "<a:s> <a:p> 1 .")
    scratch.graph("PUT", "/store?graph=http://g/2", "<a:s> <a:p> 2 .")
    text = urlencode({"query": "SELECT ?o FROM <http://g/1> { ?s ?p ?o }"})
    both = scratch.ask(
        f"/sparql?{text}&default-graph-uri=http://g/1&default-graph-uri=http://g/2", headers={"Accept": JSON}
    )
    assert sorted(both.values("o")) == ["1", "2"]
    other = scratch.ask(f"/sparql?{text}&default-graph-uri=http://g/2", headers={"Accept": JSON})
    assert other.values("o") == ["2"]


def test_named_graph_of_the_request_is_the_only_one(scratch: Served) -> None:
    scratch.graph("PUT", "/store?graph=http://g/1", "<a:s> <a:p> 1 .")
    scratch.graph("PUT", "/store?graph=http://g/2", "<a:s> <a:p> 2 .")
    text = urlencode({"query": "SELECT ?g { GRAPH ?g { ?s ?p ?o } }"})
    answer = scratch.ask(f"/sparql?{text}&named-graph-uri=http://g/2", headers={"Accept": JSON})
    assert answer.values("g") == ["http://g/2"]


def test_browsers_get_the_editor(built: Served) -> None:
    answer = built.ask("/sparql", headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert answer.status == 303
    assert answer.headers["location"].startswith("/")


def test_prefixes_of_the_project_are_declared(built: Served) -> None:
    assert built.query("ASK { doc:t-1 rico:hasSender agent:a1 }").json["boolean"]


def test_unknown_host_on_loopback_is_refused(built: Served) -> None:
    path = "/sparql?" + urlencode({"query": ASK})
    assert built.ask(path, headers={"Host": "rebound.example"}).status == 400
    assert built.ask(path, headers={"Host": f"localhost:{built.port}"}).status == 200


def test_every_answer_carries_safety_headers_and_a_request_id(built: Served) -> None:
    answer = built.query(ASK, headers={"X-Request-Id": "mine"})
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-request-id"] == "mine"


def test_log_holds_one_json_line_a_request_and_no_query(tmp_path: Path) -> None:
    make_generation(tmp_path, f"<{BASE}id/doc/x> <{BASE}p> <{BASE}o> .\n", "00000000000a")
    with serving(tmp_path) as server:
        server.query("ASK { ?secret ?p ?o }")
    lines = [json.loads(line) for line in server.log.read_text().splitlines()]
    [asked] = [line for line in lines if line.get("route") == "/sparql"]
    assert (asked["status"], asked["generation"]) == (200, "00000000000a")
    assert "secret" not in server.log.read_text()


def test_log_lines_are_written_while_the_server_runs_and_each_once(tmp_path: Path) -> None:
    make_generation(tmp_path, f"<{BASE}id/doc/x> <{BASE}p> <{BASE}o> .\n", "00000000000a")
    with serving(tmp_path) as server:
        for number in range(50):
            server.query(ASK, headers={"X-Request-Id": f"n{number}"})
        until(lambda: "n49" in server.log.read_text(), "the last line")
        told = [json.loads(line)["request"] for line in server.log.read_text().splitlines() if "sparql" in line]
    assert told == [f"n{number}" for number in range(50)]

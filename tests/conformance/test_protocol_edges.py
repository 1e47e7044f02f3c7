"""Corners of the SPARQL 1.1 Protocol, of result formats and of the Graph Store Protocol, from the texts themselves."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ElementTree
from urllib.parse import quote, urlencode

import pytest
from pyoxigraph import QueryBoolean, QueryResultsFormat, RdfFormat, parse, parse_query_results

from tests.conformance.served import JSON, TOKEN, Served

FORM, QUERY, XML = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-results+xml"
GRAPHS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/trig": RdfFormat.TRIG,
    "application/n-quads": RdfFormat.N_QUADS,
}


def path(**parameters: str) -> str:
    return "/sparql?" + urlencode(parameters)


# ------------------------------------------------------------------ base of relative IRIs (SPARQL 1.1 Query, 4.1.1)


def test_relative_iris_begin_at_the_address_that_was_asked(scratch: Served) -> None:
    assert scratch.update("INSERT DATA { <s> <p> <#o>, <> }").status == 204
    said = scratch.query("SELECT ?s ?o { ?s <p> ?o } ORDER BY ?o")
    assert set(said.values("s")) == {f"{scratch.url}/s"}
    assert said.values("o") == [f"{scratch.url}/update", f"{scratch.url}/update#o"]


def test_base_of_the_text_wins(scratch: Served) -> None:
    assert scratch.update("BASE <http://b/> INSERT DATA { <s> <p> <o> }").status == 204
    assert scratch.query("BASE <http://b/x> ASK { <s> <p> <http://b/o> }").json["boolean"]


def test_relative_iris_are_not_mixed_up_between_addresses(scratch: Served) -> None:
    one, other = (f"<http://{host}:{scratch.port}/s>" for host in ("127.0.0.1", "localhost"))
    scratch.update(f"INSERT DATA {{ {one} <a:p> 1 . {other} <a:p> 2 }}")
    again = [("127.0.0.1", "1")] * 3  # an answer asked for twice is kept as it was sent
    for host, expected in (*again, ("localhost", "2"), ("127.0.0.1", "1")):
        headers = {"Host": f"{host}:{scratch.port}", "Accept": JSON}
        assert scratch.ask(path(query="SELECT ?o { <s> <a:p> ?o }"), headers=headers).values("o") == [expected]


# ------------------------------------------------------------------ requests


@pytest.mark.parametrize("charset", ["", "; charset=utf-8", ';charset="UTF-8"', "; Charset=utf8"])
def test_query_by_post_of_itself_with_a_charset(built: Served, charset: str) -> None:
    headers = {"Content-Type": QUERY + charset, "Accept": JSON}
    assert built.ask("/sparql", method="POST", body='ASK { FILTER("ё" = "ё") }', headers=headers).json["boolean"]


@pytest.mark.parametrize(
    ("where", "body", "media"),
    [
        ("/sparql", "query=ASK%7B%7D&query=ASK%7B%7D", FORM),
        ("/sparql?query=ASK%7B%7D", "query=ASK%7B%7D", FORM),
        ("/sparql?query=ASK%7B%7D&query=ASK%7B%7D", "", FORM),
    ],
)
def test_two_queries_are_one_too_many(built: Served, where: str, body: str, media: str) -> None:
    answer = built.ask(where, method="POST", body=body, headers={"Content-Type": media})
    assert (answer.status, answer.json["type"].rpartition("#")[2]) == (400, "query-twice")


def test_several_graphs_of_each_kind_make_the_dataset(scratch: Served) -> None:
    for number in (1, 2, 3, 4):
        scratch.graph("PUT", f"/store?graph=http://g/{number}", f"<a:s> <a:p> {number} .")
    pairs = [("query", "SELECT ?o ?x { ?s ?p ?o OPTIONAL { GRAPH ?g { ?s ?p ?x } } }"),
             ("default-graph-uri", "http://g/1"), ("default-graph-uri", "http://g/2"),
             ("named-graph-uri", "http://g/3"), ("named-graph-uri", "http://g/4")]  # fmt: skip
    by_get = scratch.ask("/sparql?" + urlencode(pairs), headers={"Accept": JSON})
    by_form = scratch.ask(
        "/sparql", method="POST", body=urlencode(pairs), headers={"Accept": JSON, "Content-Type": FORM}
    )
    by_itself = scratch.ask("/sparql?" + urlencode(pairs[1:]), method="POST", body=pairs[0][1],
                            headers={"Accept": JSON, "Content-Type": QUERY})  # fmt: skip
    for answer in (by_get, by_form, by_itself):
        assert sorted(zip(answer.values("o"), answer.values("x"), strict=True)) == [
            ("1", "3"), ("1", "4"), ("2", "3"), ("2", "4")]  # fmt: skip


@pytest.mark.parametrize("iri", ["not an iri", "relative", "a:b> } #"])
def test_name_of_a_graph_that_is_no_iri_is_said(built: Served, iri: str) -> None:
    answer = built.ask(path(**{"query": "ASK {}", "default-graph-uri": iri}))
    assert (answer.status, answer.json["type"].rpartition("#")[2]) == (400, "graph-iri")


def test_several_using_graphs_are_merged_for_the_where(scratch: Served) -> None:
    for number in (1, 2):
        scratch.graph("PUT", f"/store?graph=http://g/{number}", f"<a:s> <a:p> {number} .")
    using = urlencode([("using-graph-uri", "http://g/1"), ("using-graph-uri", "http://g/2")])
    update = "INSERT { GRAPH <http://g/3> { ?s ?p ?o } } WHERE { ?s ?p ?o }"
    headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": FORM}
    body = urlencode({"update": update}) + "&" + using
    assert scratch.ask("/update", method="POST", body=body, headers=headers).status == 204
    assert sorted(scratch.query("SELECT ?o { GRAPH <http://g/3> { ?s ?p ?o } }").values("o")) == ["1", "2"]


@pytest.mark.parametrize("place", ["/sparql", "/update", "/store"])
def test_options_names_the_methods(built: Served, place: str) -> None:
    answer = built.ask(place, method="OPTIONS")
    assert answer.status == 204
    assert "POST" in answer.headers["allow"]
    assert answer.headers["access-control-allow-origin"] == "*"


def test_slash_at_the_end_of_the_endpoint_makes_no_difference(built: Served) -> None:
    assert built.ask("/sparql/?" + urlencode({"query": "ASK {}"}), headers={"Accept": JSON}).json["boolean"]


# ------------------------------------------------------------------ service description


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", "text/turtle"),
        ("*/*", "text/turtle"),
        ("application/rdf+xml", "application/rdf+xml"),
        ("application/ld+json;q=0.9, text/turtle;q=0.1", "application/ld+json"),
        ("text/html;q=0.5, text/turtle", "text/turtle"),
        ("application/n-triples, text/html;q=0.9", "application/n-triples"),
    ],
)
def test_service_description_is_negotiated(built: Served, accept: str, media: str) -> None:
    answer = built.ask("/sparql", headers={"Accept": accept} if accept else {})
    assert (answer.status, answer.headers["content-type"].partition(";")[0]) == (200, media)
    triples = {str(quad.triple) for quad in parse(answer.body, GRAPHS[media], base_iri=f"{built.url}/sparql")}
    sd = "http://www.w3.org/ns/sparql-service-description#"
    assert any(f"<{sd}endpoint> <{built.url}/sparql>" in triple for triple in triples)
    assert any(f"<{sd}Service>" in triple for triple in triples)


def test_nothing_but_pictures_gets_no_service_description(built: Served) -> None:
    assert built.ask("/sparql", headers={"Accept": "image/png"}).status == 406


# ------------------------------------------------------------------ forms of results


@pytest.mark.parametrize("truth", [True, False])
@pytest.mark.parametrize("short", ["json", "xml", "csv", "tsv"])
def test_ask_in_each_form_is_read_back(built: Served, short: str, truth: bool) -> None:
    answer = built.ask(path(query=f"ASK {{ FILTER({str(truth).lower()}) }}", format=short))
    if short in ("json", "xml"):
        form = QueryResultsFormat.from_extension({"json": "srj", "xml": "srx"}[short])
        assert form is not None
        found = parse_query_results(answer.body, form)
        assert isinstance(found, QueryBoolean)
        assert bool(found) is truth
    else:
        assert answer.text.strip() == str(truth).lower()


@pytest.mark.parametrize("media", list(GRAPHS))
def test_construct_in_each_form_is_read_back(built: Served, media: str) -> None:
    text = (
        'CONSTRUCT { <a:s> <http://p/p> ?o, _:b . _:b <http://p/q> "x" } WHERE '
        '{ VALUES ?o { "7" 7 "a\\"b\\\\c\\nd\\te" "é停👍"@zh-hans <http://o/?a=b&c=d> "<&>\'" true 1.50 } }'
    )
    answer = built.query(text, media)
    found = {str(quad.object) for quad in parse(answer.body, GRAPHS[media]) if str(quad.object)[:2] != "_:"}
    whole = "http://www.w3.org/2001/XMLSchema#"
    assert found == {
        '"7"', f'"7"^^<{whole}integer>', '"a\\"b\\\\c\\nd\\te"', '"é停👍"@zh-hans', "<http://o/?a=b&c=d>", '"<&>\'"',
        f'"true"^^<{whole}boolean>', f'"1.5"^^<{whole}decimal>', '"x"'}  # fmt: skip


HARD = (
    'SELECT ?x ?y { VALUES (?x ?y) { ("a,b;c" 1) ("say \\"no\\"" "x"@en) ("line\\nfeed\\rreturn\\ttab" UNDEF) '
    '("" "") (" lead " true) ("<&>]]>" <http://o/o>) ("back\\\\slash" 1.5e3) ("停战👍" "0042") } }'
)
SAID = ["a,b;c", 'say "no"', "line\nfeed\rreturn\ttab", "", " lead ", "<&>]]>", "back\\slash", "停战👍"]


def test_hard_values_in_csv(built: Served) -> None:
    answer = built.query(HARD, "text/csv")
    header, *rows = list(csv.reader(io.StringIO(answer.text, newline=""), strict=True))
    assert header == ["x", "y"]
    assert [row[0] for row in rows] == SAID
    assert [row[1] for row in rows] == ["1", "x", "", "", "true", "http://o/o", "1500", "0042"]
    assert answer.body.startswith(b"x,y\r\n")


def test_hard_values_in_tsv(built: Served) -> None:
    answer = built.query(HARD, "text/tab-separated-values")
    header, *rows = [line.split("\t") for line in answer.text.removesuffix("\n").split("\n")]
    assert header == ["?x", "?y"]
    assert [row[0] for row in rows] == [
        '"a,b;c"', '"say \\"no\\""', '"line\\nfeed\\rreturn\\ttab"', '""', '" lead "', '"<&>]]>"', '"back\\\\slash"',
        '"停战👍"']  # fmt: skip
    assert [row[1] for row in rows][:6] == ["1", '"x"@en', "", '""', "true", "<http://o/o>"]


def test_hard_values_in_json_and_xml(built: Served) -> None:
    assert built.query(HARD).values("x") == SAID
    root = ElementTree.fromstring(built.query(HARD, XML).body)
    space = "{http://www.w3.org/2005/sparql-results#}"
    found = [
        binding.findtext(f"{space}literal") or ""
        for binding in root.iter(f"{space}binding")
        if binding.get("name") == "x"
    ]
    assert found == SAID


@pytest.mark.parametrize("code", ["\\u0000", "\\u0001", "\\u000B", "\\u001F", "\\uFFFF"])
def test_character_that_xml_cannot_carry_is_said_and_other_forms_carry_it(built: Served, code: str) -> None:
    text = f'SELECT ?x {{ VALUES ?x {{ "a{code}b" }} }}'
    char = json.loads(f'"{code}"')
    refused = built.query(text, XML)
    assert refused.status == 406
    assert f"U+{ord(char):04X}" in refused.json["detail"]
    assert built.query(text).values("x") == [f"a{char}b"]
    assert f"a{char}b" in built.query(text, "text/csv").text
    made = f'CONSTRUCT {{ <a:s> <http://p/p> "a{code}b" }} WHERE {{}}'
    assert built.query(made, "application/rdf+xml").status == 406
    [quad] = parse(built.query(made, "application/n-triples").body, RdfFormat.N_TRIPLES)
    assert quad.object.value == f"a{char}b"


@pytest.mark.parametrize("media", ["application/rdf+xml"])
def test_carriage_return_outlives_rdf_xml(built: Served, media: str) -> None:
    answer = built.query('CONSTRUCT { <a:s> <http://p/p> "a\\r\\nb\\rc" } WHERE {}', media)
    [quad] = parse(answer.body, GRAPHS[media])
    assert quad.object.value == "a\r\nb\rc"


# ------------------------------------------------------------------ Graph Store Protocol


def test_default_graph_is_always_there(scratch: Served) -> None:
    whole = "/store?default"
    assert scratch.ask(whole).status == 200
    for method, body in (("PUT", "<a:s> <a:p> 1 ."), ("POST", "<a:s> <a:p> 2 ."), ("DELETE", None), ("DELETE", None)):
        assert scratch.graph(method, whole, body).status == 204
    answer = scratch.ask(whole, headers={"Accept": "application/n-triples"})
    assert (answer.status, answer.body) == (200, b"")


def test_delete_of_the_default_graph_leaves_named_ones(scratch: Served) -> None:
    scratch.graph("PUT", "/store?graph=http://g/1", "<a:s> <a:p> 1 .")
    scratch.graph("PUT", "/store?default", "<a:s> <a:p> 2 .")
    assert scratch.graph("DELETE", "/store?default").status == 204
    assert scratch.ask("/store?graph=http://g/1").status == 200


@pytest.mark.parametrize(
    ("part", "status"),
    [
        ('name="a"; filename="a.ttl"\r\nContent-Type: text/turtle; charset=utf-8', 201),
        ('name="a"; filename="a.nt"', 201),
        ('name="a"; filename="a.exe"', 415),
        ('name="a"', 415),
    ],
)
@pytest.mark.parametrize("where", ["/store?graph=http://g/new", "/store"])
def test_part_of_a_form_says_its_type_or_has_a_suffix(scratch: Served, where: str, part: str, status: int) -> None:
    body = f'--b\r\nContent-Disposition: form-data; {part}\r\n\r\n<a:s> <a:p> "é" .\r\n--b--\r\n'
    answer = scratch.graph("POST", where, body, "multipart/form-data; boundary=b")
    assert answer.status == status
    if status == 201:
        place = answer.headers.get("location", "").removeprefix(scratch.url) or where
        assert scratch.ask(place, headers={"Accept": "application/n-triples"}).text == '<a:s> <a:p> "é" .\n'


@pytest.mark.parametrize(("short", "media"), [("nt", "application/n-triples"), ("jsonld", "application/ld+json")])
def test_graph_by_short_name_of_its_form(scratch: Served, short: str, media: str) -> None:
    scratch.graph("PUT", "/store?graph=http://g/1", "<a:s> <a:p> 1 .")
    answer = scratch.ask(f"/store?graph={quote('http://g/1')}&format={short}", headers={"Accept": "text/html"})
    assert (answer.status, answer.headers["content-type"]) == (200, media)


@pytest.mark.parametrize("method", ["GET", "HEAD", "DELETE"])
def test_graph_that_is_not_there_is_404(scratch: Served, method: str) -> None:
    assert scratch.graph(method, "/store?graph=http://g/none").status == 404

"""SPARQL 1.1 Graph Store HTTP Protocol, direct and indirect, and that a failed write leaves what was there."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from tests.conformance.served import TOKEN, Served

ONE = "/store?graph=" + quote("http://g/1", safe="")


def test_put_then_get(scratch: Served) -> None:
    assert scratch.graph("PUT", ONE, "<a:s> <a:p> 'x' .").status == 201
    assert scratch.graph("PUT", ONE, "<a:s> <a:p> 'y' .").status == 204
    answer = scratch.ask(ONE, headers={"Accept": "application/n-triples"})
    assert (answer.status, answer.text) == (200, '<a:s> <a:p> "y" .\n')


def test_post_merges(scratch: Served) -> None:
    scratch.graph("PUT", ONE, "<a:s> <a:p> 1 .")
    assert scratch.graph("POST", ONE, "<a:s> <a:p> 2 .").status == 204
    assert scratch.ask(ONE, headers={"Accept": "application/n-triples"}).text.count("\n") == 2


def test_delete_removes_the_graph(scratch: Served) -> None:
    scratch.graph("PUT", ONE, "<a:s> <a:p> 1 .")
    assert scratch.graph("DELETE", ONE).status == 204
    assert scratch.ask(ONE).status == 404
    assert scratch.graph("DELETE", ONE).status == 404


def test_head_of_a_graph(scratch: Served) -> None:
    scratch.graph("PUT", ONE, "<a:s> <a:p> 1 .")
    assert (scratch.ask(ONE, method="HEAD").status, scratch.ask(ONE, method="HEAD").body) == (200, b"")
    assert scratch.ask("/store?graph=http://g/none", method="HEAD").status == 404


def test_default_graph(scratch: Served) -> None:
    assert scratch.graph("PUT", "/store?default", "<a:s> <a:p> 1 .").status in (201, 204)
    assert scratch.query("ASK { <a:s> <a:p> 1 }").json["boolean"]
    assert scratch.graph("DELETE", "/store?default").status == 204
    assert not scratch.query("ASK { ?s ?p ?o }").json["boolean"]


def test_direct_identification(scratch: Served) -> None:
    assert scratch.graph("PUT", "/store/mine", "<a:s> <a:p> 1 .").status == 201
    indirect = "/store?graph=" + quote(f"{scratch.url}/store/mine", safe="")
    assert scratch.ask(indirect).status == 200
    assert scratch.ask("/store/mine").status == 200


def test_relative_graph_is_resolved_against_the_request(scratch: Served) -> None:
    assert scratch.graph("PUT", "/store?graph=rel", "<a:s> <a:p> 1 .").status == 201
    assert scratch.query(f"ASK {{ GRAPH <{scratch.url}/rel> {{ ?s ?p ?o }} }}").json["boolean"]


def test_post_to_the_store_makes_a_new_graph(scratch: Served) -> None:
    answer = scratch.graph("POST", "/store", "<a:s> <a:p> 1 .")
    assert answer.status == 201
    place = answer.headers["location"]
    assert scratch.ask(place.removeprefix(scratch.url)).status == 200


def test_relative_iris_of_an_upload_are_resolved_against_its_graph(scratch: Served) -> None:
    scratch.graph("PUT", ONE, "<#me> <a:p> 1 .")
    assert b"<http://g/1#me>" in scratch.ask(ONE, headers={"Accept": "application/n-triples"}).body


def test_relative_iris_of_an_upload_to_the_default_graph_begin_at_the_address(scratch: Served) -> None:
    assert scratch.graph("PUT", "/store?default", "<s> <a:p> <> .").status == 204
    assert scratch.query("SELECT ?s ?o { ?s ?p ?o }").json["results"]["bindings"] == [
        {"s": {"type": "uri", "value": f"{scratch.url}/s"}, "o": {"type": "uri", "value": f"{scratch.url}/store"}}
    ]


def test_empty_put_makes_an_empty_graph(scratch: Served) -> None:
    assert scratch.graph("PUT", ONE, "").status == 201
    answer = scratch.ask(ONE, headers={"Accept": "application/n-triples"})
    assert (answer.status, answer.body) == (200, b"")


def test_multipart_upload_is_merged_whole(scratch: Served) -> None:
    body = (
        '--b\r\nContent-Disposition: form-data; name="a"; filename="a.ttl"\r\nContent-Type: text/turtle\r\n\r\n'
        "<a:s> <a:p> 1 .\r\n"
        '--b\r\nContent-Disposition: form-data; name="b"\r\nContent-Type: application/n-triples\r\n\r\n'
        '<a:s> <a:p> "2" .\r\n--b--\r\n'
    )
    assert scratch.graph("POST", ONE, body, "multipart/form-data; boundary=b").status == 201
    assert scratch.ask(ONE, headers={"Accept": "application/n-triples"}).text.count("\n") == 2


@pytest.mark.parametrize("method", ["PUT", "POST"])
@pytest.mark.parametrize(
    ("body", "media", "status"),
    [
        ("<a:s> <a:p> 1 . <a:s> <a:p", "text/turtle", 400),
        ("<a:s> <a:p> 1 .", "text/html", 415),
        ("<rdf:RDF", "application/rdf+xml", 400),
        ("{", "application/ld+json", 400),
        (b"\xff\xfe<a:s>", "text/turtle", 400),
    ],
)
def test_failed_upload_leaves_the_graph_as_it_was(
    scratch: Served, method: str, body: str | bytes, media: str, status: int
) -> None:
    scratch.graph("PUT", ONE, "<a:s> <a:p> 'kept' .")
    assert scratch.graph(method, ONE, body, media).status == status
    assert scratch.ask(ONE, headers={"Accept": "application/n-triples"}).text == '<a:s> <a:p> "kept" .\n'


def test_upload_error_names_the_line(scratch: Served) -> None:
    said = scratch.graph("PUT", ONE, "<a:s> <a:p> 1 .\n<a:s> <a:p .\n").json
    assert (said["line"], said["source"]) == (2, "<a:s> <a:p .")


@pytest.mark.parametrize(
    "path", ["/store", "/store?graph=http://g/1&default", "/store?graph=http://g/1&graph=http://g/2"]
)
def test_graph_must_be_named_once(scratch: Served, path: str) -> None:
    assert scratch.graph("PUT", path, "<a:s> <a:p> 1 .").status == 400


def test_unsupported_method_names_those_that_are(scratch: Served) -> None:
    answer = scratch.graph("PATCH", ONE, "")
    assert answer.status == 405
    assert "PUT" in answer.headers["allow"]


def test_graph_is_not_modified(writable: Served) -> None:
    writable.graph("PUT", ONE, "<a:s> <a:p> 1 .")
    first = writable.ask(ONE)
    assert writable.ask(ONE, headers={"If-None-Match": first.headers["etag"]}).status == 304


def test_default_graph_of_a_built_store_is_readable_and_not_writable(writable: Served) -> None:
    assert writable.ask("/store?default", headers={"Accept": "application/n-triples"}).text.count("hasSender") == 200
    for method in ("PUT", "POST", "DELETE"):
        assert writable.graph(method, "/store?default", "<a:s> <a:p> 1 .").status == 403


@pytest.mark.parametrize(
    ("media", "body"),
    [
        ("text/turtle", "<a:s> <a:p> " + "[" * 100_000),
        ("application/trig", "<a:s> <a:p> " + "(" * 100_000),
        ("application/ld+json", '{"a:b":[' * 100_000),
    ],
    ids=["turtle", "trig", "json-ld"],
)
def test_deep_upload_ends_no_more_than_its_process(scratch: Served, media: str, body: str) -> None:
    assert scratch.graph("PUT", ONE, body, media).status in (400, 503)
    assert scratch.query("ASK {}").status == 200


def test_upload_over_the_limit_is_refused(scratch: Served) -> None:
    headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "text/turtle"}
    answer = scratch.ask(ONE, method="PUT", body=b"#" * (65 << 20), headers=headers)
    assert answer.status == 413

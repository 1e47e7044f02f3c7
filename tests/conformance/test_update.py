"""SPARQL 1.1 Update over the protocol (section 2.2), and what a token may and may not change."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote, urlencode

import pytest

from cablegraph.store.generations import Generations
from tests.conformance.served import BASE, JSON, TOKEN, Served, make_generation, serving, telegrams

FORM = "application/x-www-form-urlencoded"


def test_update_by_post_of_itself_and_by_form(scratch: Served) -> None:
    assert scratch.update("INSERT DATA { <a:s> <a:p> 1 }").status == 204
    headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": FORM}
    body = urlencode({"update": "INSERT DATA { <a:s> <a:p> 2 }"})
    assert scratch.ask("/update", method="POST", body=body, headers=headers).status == 204
    assert scratch.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").values("n") == ["2"]


@pytest.mark.parametrize(
    ("method", "headers", "body", "status"),
    [
        ("GET", {}, None, 405),
        ("POST", {"Content-Type": FORM}, "nothing=here", 400),
        ("POST", {"Content-Type": FORM}, "update=CLEAR+ALL&update=CLEAR+ALL", 400),
        ("POST", {"Content-Type": FORM}, "update=CLEAR+ALL&query=ASK%7B%7D", 400),
        ("POST", {"Content-Type": "text/plain"}, "CLEAR ALL", 415),
        ("POST", {"Content-Type": "application/sparql-update; charset=latin-1"}, "CLEAR ALL", 415),
        ("POST", {"Content-Type": "application/sparql-update"}, "CLEAR NOTHING", 400),
        ("POST", {"Content-Type": "application/sparql-update"}, b"\xff\xfe", 400),
    ],
)
def test_status_of_a_wrong_update(
    scratch: Served, method: str, headers: dict[str, str], body: str | bytes | None, status: int
) -> None:
    headers = {"Authorization": f"Bearer {TOKEN}", **headers}
    assert scratch.ask("/update", method=method, headers=headers, body=body).status == status


def test_using_graph_uri_is_the_dataset_of_the_where(scratch: Served) -> None:
    scratch.graph("PUT", "/store?graph=http://g/1", "<a:s> <a:p> 1 .")
    path = "/update?using-graph-uri=" + quote("http://g/1")
    update = "INSERT { GRAPH <http://g/2> { ?s ?p ?o } } WHERE { ?s ?p ?o }"
    assert scratch.update(update, path=path).status == 204
    assert scratch.query("ASK { GRAPH <http://g/2> { <a:s> <a:p> 1 } }").json["boolean"]


def test_using_named_graph_uri_is_the_named_graph_of_the_where(scratch: Served) -> None:
    for number in (1, 2):
        scratch.graph("PUT", f"/store?graph=http://g/{number}", f"<a:s> <a:p> {number} .")
    path = "/update?using-named-graph-uri=" + quote("http://g/2")
    assert scratch.update("DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }", path=path).status == 204
    assert scratch.query("SELECT ?o { GRAPH ?g { ?s ?p ?o } }").values("o") == ["1"]


@pytest.mark.parametrize("clause", ["USING <http://g/1>", "USING NAMED <http://g/1>"])
def test_using_in_both_places_is_an_error(scratch: Served, clause: str) -> None:
    path = "/update?using-graph-uri=" + quote("http://g/1")
    answer = scratch.update(f"INSERT {{ ?s ?p ?o }} {clause} WHERE {{ ?s ?p ?o }}", path=path)
    assert answer.status == 400


def test_broken_update_changes_nothing(scratch: Served) -> None:
    assert scratch.update("INSERT DATA { <a:s> <a:p> 1 } ; INSERT DATA { <a:s> }").status == 400
    assert not scratch.query("ASK { ?s ?p ?o }").json["boolean"]


@pytest.mark.parametrize("token", ["", "wrong", TOKEN + "x"])
def test_update_needs_the_token(scratch: Served, token: str) -> None:
    answer = scratch.update("CLEAR ALL", token)
    assert answer.status == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")


def test_without_a_token_writing_is_off(built: Served) -> None:
    assert built.update("CLEAR ALL").status == 403
    assert built.graph("PUT", "/store?graph=http://g/1", "<a:s> <a:p> 1 .").status == 403


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <a:s> <a:p> 1 }",
        "DELETE WHERE { ?s ?p ?o }",
        "DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }",
        "INSERT DATA { GRAPH <http://g/1> { <a:s> <a:p> 1 } <a:s> <a:p> 1 }",
        "INSERT DATA { GRAPH <http://g/1> { <a:s> <a:p> 1 } } ; INSERT DATA { <a:s> <a:p> 1 }",
        "CLEAR ALL",
        "drop silent default",
        "MOVE DEFAULT TO <http://g/1>",
        "COPY <http://g/1> TO DEFAULT",
        "# WITH\nDELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "PREFIX with: <a:> DELETE { ?s with:p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_built_graph_cannot_be_changed_by_an_update(writable: Served, text: str) -> None:
    answer = writable.update(text)
    assert answer.status == 403
    assert answer.json["line"] >= 1


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { GRAPH <http://g/u> { <a:s> <a:p> 1 . <a:s> <a:p> 2 } }",
        "INSERT { GRAPH <http://g/u> { ?s a <a:Seen> } } WHERE { ?s rico:hasSender agent:a1 }",
        "WITH <http://g/u> INSERT { ?s <a:p> 1 } WHERE { GRAPH <http://g/u> { ?s ?p ?o } }",
        "DELETE WHERE { GRAPH <http://g/u> { ?s ?p ?o } }",
        "CLEAR SILENT GRAPH <http://g/u> ; CREATE SILENT GRAPH <http://g/v>",
        "COPY DEFAULT TO <http://g/u>",
        "DROP NAMED",
    ],
)
def test_named_graphs_can_be_changed_by_an_update(writable: Served, text: str) -> None:
    before = writable.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").values("n")
    assert (writable.update(text).status in (204, 400) and "CREATE" in text) or writable.update(text).status == 204
    assert writable.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").values("n") == before


def test_written_graphs_lie_in_the_data_folder_for_the_next_build(tmp_path: Path) -> None:
    make_generation(tmp_path, telegrams(10), "000000000001")
    with serving(tmp_path, token=TOKEN, log="warning") as server:
        assert server.update('INSERT DATA { GRAPH <http://g/1> { doc:t-1 rdfs:comment "seen" } }').status == 204
        answer = server.query("SELECT ?c { GRAPH <http://g/1> { doc:t-1 rdfs:comment ?c } }")
        assert answer.values("c") == ["seen"]
        assert answer.headers["cablegraph-generation"].startswith("000000000001-")
    kept = Generations(tmp_path).named_graphs_path.read_text()
    assert kept.startswith(f"<{BASE}id/doc/t-1>")
    assert kept.rstrip().endswith("<http://g/1> .")


def test_a_running_build_is_said_and_nothing_is_written(tmp_path: Path) -> None:
    make_generation(tmp_path, telegrams(10), "000000000001")
    with serving(tmp_path, token=TOKEN, log="warning") as server, Generations(tmp_path).lock():
        answer = server.update("INSERT DATA { GRAPH <http://g/1> { <a:s> <a:p> 1 } }")
        assert (answer.status, answer.headers["retry-after"]) == (503, "30")
        assert "another build" in answer.json["detail"]


def test_update_against_an_old_generation_is_a_conflict(writable: Served) -> None:
    headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "text/turtle", "Cablegraph-Generation": "gone"}
    answer = writable.ask("/store?graph=http://g/1", method="PUT", body="<a:s> <a:p> 1 .", headers=headers)
    assert answer.status == 409


def test_writes_carry_no_cors(scratch: Served) -> None:
    answer = scratch.update("CLEAR ALL")
    assert "access-control-allow-origin" not in answer.headers


def test_scratch_answers_are_never_stale(scratch: Served) -> None:
    first = scratch.query("ASK { ?s ?p ?o }")
    scratch.update("INSERT DATA { <a:s> <a:p> 1 }")
    again = scratch.query("ASK { ?s ?p ?o }", JSON, {"If-None-Match": first.headers["etag"]})
    assert (first.json["boolean"], again.status, again.json["boolean"]) == (False, 200, True)

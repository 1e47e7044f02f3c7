"""The look at a query before any process sees it: refused by name, innocent by context, linear in its length."""

from __future__ import annotations

import time

import pytest

from cablegraph.server import negotiation, rewrite
from cablegraph.server.scan import scan, volatile
from cablegraph.sparql_tokens import tokens

LIMIT = 64 << 10


def code(text: str, *, update: bool = False) -> str:
    refusal = scan(text, max_size=LIMIT, update=update)
    return refusal.code if refusal else ""


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?service { ?service ?load ?insert }",
        "PREFIX service: <x:> ASK { ?s service:x service:SERVICE }",
        'ASK { ?s ?p "SERVICE <http://x/>" , """\nLOAD "" <x>""" , \'SERVICE\' }',
        "ASK { ?s <http://x/SERVICE> <http://x/#LOAD> } # SERVICE <http://x/>",
        "ASK { ?s a:LOAD _:SERVICE }",
        "SELECT * { ?s ?p ?o } # INSERT DATA { }",
        "SELECT (1 AS ?from) { ?s ?p $SERVICE }",
        'ASK { ?s ?p "x"@service-load }',
    ],
)
def test_innocent_words(text: str) -> None:
    assert code(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <x:> { ?s ?p ?o } }",
        "SELECT * { service silent ?x { ?s ?p ?o } }",
        "SELECT * { SERVICE#c\n<x:> {} }",
        "SELECT * {SeRvIcE<x:>{}}",
        'SELECT * { ?s ?p "a"SERVICE <x:> {} }',
        "SELECT * { ?s ?p 1SERVICE <x:> {} }",
        "SELECT * { ?s ?p '\\'' . SERVICE <x:> {} }",
        'SELECT * { ?s ?p """a\\"""" . SERVICE <x:> {} }',
        "SELECT * { FILTER(?a < 3) SERVICE <x:> {} FILTER(?b > 2) }",
        "SELECT * { \\u0053ERVICE <x:> {} }",
        "SELECT * { ?s a:b\\#SERVICE ?o . SERVICE <x:> {} }",
        "SELECT * { ?s ?p true.SERVICE <x:> {} }",
    ],
)
def test_service_is_found(text: str) -> None:
    assert code(text) == "service-refused"


@pytest.mark.parametrize("text", ["LOAD <x:>", "load silent <x:> INTO GRAPH <x:g>", "CLEAR ALL ; LoAd#\n<x:>"])
def test_load_is_found_in_updates(text: str) -> None:
    assert code(text, update=True) == "load-refused"


@pytest.mark.parametrize(
    "text", ["INSERT DATA { }", "PREFIX a: <x:> DELETE WHERE { ?s ?p ?o }", "BASE <x:> clear all", "DROP GRAPH <x:>"]
)
def test_updates_are_found_in_queries(text: str) -> None:
    assert code(text) == "update-refused"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ASK " + "{" * 201 + "}" * 201, "query-nesting"),
        ("ASK { FILTER(" + "(" * 201 + "1" + ")" * 201 + ") }", "query-nesting"),
        ("ASK { FILTER(1" + " || 1" * 1001 + ") }", "query-chain"),
        ("ASK { FILTER(" + "!" * 1001 + "1) }", "query-chain"),
        ("ASK { ?s " + "/".join(f"<x:{i}>" for i in range(1002)) + " ?o }", "query-chain"),
        ("ASK { " + " . ".join(f"?s <x:{i}> ?o" for i in range(62)) + " }", "query-patterns"),
        ("ASK " + " ".join(f"FROM <x:{i}>" for i in range(21)) + " {}", "query-from"),
        ("ASK {} #" + "x" * LIMIT, "query-too-large"),
    ],
)
def test_too_much_is_named(text: str, said: str) -> None:
    refusal = scan(text, max_size=LIMIT)
    assert refusal is not None
    assert refusal.code == said
    assert any(figure in refusal.detail for figure in ("200", "1000", "60", "20", str(LIMIT)))


@pytest.mark.parametrize(
    "text",
    [
        "ASK { " + " . ".join(f"?s <x:{i}> ?o" for i in range(59)) + " }",
        "CONSTRUCT { " + " . ".join(f"?s <x:{i}> ?o" for i in range(80)) + " } WHERE { ?s ?p ?o }",
        "SELECT * { VALUES (?a ?b) { " + "(1 'x') " * 2000 + "} }",
        "ASK { FILTER(?x IN (" + ", ".join("1" for _ in range(3000)) + ")) }",
    ],
)
def test_what_is_long_and_cheap_is_let_through(text: str) -> None:
    assert code(text) == ""


@pytest.mark.parametrize(
    "piece", ['\\"', "a.", "a-", '"""', '"', "'", "<a", "a:", "a:%", '"a\n', "_", "{", "\\u0053", "@a-", "1e"]
)
def test_scan_is_linear(piece: str) -> None:
    def seconds(times: int) -> float:
        text = piece * times
        begun = time.thread_time()
        scan(text, max_size=1 << 30)
        sum(1 for _ in tokens(text))
        return time.thread_time() - begun

    small = min(seconds(2000) for _ in range(3))
    large = min(seconds(16000) for _ in range(2))
    assert large < 8 * 4 * small + 0.05  # processor time: work beside it does not count


@pytest.mark.parametrize(
    ("text", "rewritten"),
    [
        ("DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "DELETE { ?s ?p ?o } USING <x:g> WHERE { ?s ?p ?o }"),
        ("INSERT DATA { <a:a> <a:b> 'WHERE' }", "INSERT DATA { <a:a> <a:b> 'WHERE' }"),
        ("DELETE WHERE { ?s ?p ?o }", "DELETE  { ?s ?p ?o } USING <x:g> WHERE { ?s ?p ?o }"),
        (
            "INSERT { ?s ?p 1 } WHERE { SELECT ?s WHERE { ?s ?p ?o } }",
            "INSERT { ?s ?p 1 } USING <x:g> WHERE { SELECT ?s WHERE { ?s ?p ?o } }",
        ),
    ],
)
def test_using_of_the_request_goes_before_the_where_of_each_change(text: str, rewritten: str) -> None:
    assert rewrite.with_using(text, ["USING <x:g>"]) == rewritten


@pytest.mark.parametrize(
    ("accept", "short", "solutions"),
    [
        ("", "", "application/sparql-results+json"),
        ("text/csv;q=0.9,application/json;q=0.8", "", "text/csv"),
        ("text/html,application/xml;q=0.9,*/*;q=0.8", "", "application/sparql-results+xml"),
        ("text/csv;q=0", "", None),
        ("text/csv; q=bad, text/tab-separated-values", "", "text/tab-separated-values"),
        ("image/png", "json", "application/sparql-results+json"),
        ("text/csv", "nonsense", None),
    ],
)
def test_form_is_chosen_by_accept_and_short_name(accept: str, short: str, solutions: str | None) -> None:
    assert negotiation.result_formats(accept, short).get("solutions") == solutions


@pytest.mark.parametrize(
    ("header", "chosen"),
    [("", ""), ("gzip", "gzip"), ("gzip;q=0", ""), ("gzip;q=0.5, zstd", "zstd"), ("*;q=0.1", "zstd"), ("br", "")],
)
def test_coding_is_chosen_by_accept_encoding(header: str, chosen: str) -> None:
    assert negotiation.encoding(header) == chosen


@pytest.mark.parametrize(
    "text", ["SELECT (now() AS ?x) {}", "ASK { FILTER(RAND() > 0.5) }", "SELECT (struuid() AS ?u) {}"]
)
def test_calls_that_answer_anew_are_seen(text: str) -> None:
    assert volatile(text)


@pytest.mark.parametrize("text", ["ASK {}", "SELECT ?known ?brand { ?known ?p ?brand }", "ASK { ?s cg:nowhere ?o }"])
def test_words_that_only_contain_them_are_not(text: str) -> None:
    assert not volatile(text)

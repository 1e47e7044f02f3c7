"""The runner of the W3C suites tells right answers from wrong ones; the suites themselves are run by ``make w3c``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conformance.served import Served
from tests.conformance.w3c import results, runner, suite
from tests.conformance.w3c.__main__ import known
from tests.conformance.w3c.protocol import transcription
from tests.conformance.w3c.targets import Engine, Server

HEAD = "?a\t?b\n"
MANIFEST = """@prefix : <#> .
@prefix mf: <http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#> .
@prefix qt: <http://www.w3.org/2001/sw/DataAccess/tests/test-query#> .
@prefix ut: <http://www.w3.org/2009/sparql/tests/test-update#> .
<> a mf:Manifest ; mf:entries ( :right :wrong :good :bad :change :gone ) .
:right a mf:QueryEvaluationTest ; mf:action [ qt:query <q.rq> ; qt:data <d.ttl> ] ; mf:result <right.csv> .
:wrong a mf:QueryEvaluationTest ; mf:action [ qt:query <q.rq> ; qt:data <d.ttl> ] ; mf:result <wrong.csv> .
:good a mf:PositiveSyntaxTest11 ; mf:action <q.rq> .
:bad a mf:NegativeSyntaxTest11 ; mf:action <q.rq> .
:change a mf:UpdateEvaluationTest ; mf:action [ ut:request <u.ru> ; ut:data <d.ttl> ] ; mf:result [ ut:data <d.ttl> ] .
:gone a mf:QueryEvaluationTest ; mf:action [ qt:query <no.rq> ] .
"""
FILES = {
    "manifest.ttl": MANIFEST,
    "d.ttl": "<s> <p> <o> .",
    "q.rq": "SELECT ?o { <s> <p> ?o }",
    "right.csv": f"o\n{suite.SUITES['data-sparql11']}made-up/o\n",
    "wrong.csv": "o\nhttp://elsewhere/o\n",
    "u.ru": "INSERT DATA { <s> <q> 1 }",
}


@pytest.fixture
def made_up(tmp_path: Path) -> dict[str, suite.Test]:
    """A suite of six tests, three of which must fail, and one of which has no file."""
    group = tmp_path / "data-sparql11" / "made-up"
    group.mkdir(parents=True)
    for name, text in FILES.items():
        (group / name).write_text(text, "utf-8")
    return {test.name: test for test in suite.tests(tmp_path)}


@pytest.mark.parametrize("way", ["get", "post", "form"])
def test_right_answers_pass_and_wrong_ones_fail(made_up: dict[str, suite.Test], scratch: Served, way: str) -> None:
    passed = {name for name in made_up if name != "gone" and runner.run(Server(scratch, way), made_up[name]).passed}
    assert passed == {"right", "good"}


def test_the_engine_alone_is_asked_in_the_same_way(made_up: dict[str, suite.Test]) -> None:
    passed = {name for name in made_up if name != "gone" and runner.run(Engine(), made_up[name]).passed}
    assert passed == {"right", "good"}


def test_a_test_without_its_files_is_skipped(made_up: dict[str, suite.Test]) -> None:
    assert runner.reason_to_skip(made_up["gone"]) == "the distribution has no no.rq"


@pytest.mark.parametrize(
    ("expected", "found", "ordered", "differs"),
    [
        ('"1"\t<a:b>\n2\t\n', '2\t\n"1"\t<a:b>\n', False, ""),
        ('"1"\t<a:b>\n2\t\n', '2\t\n"1"\t<a:b>\n', True, "the rows come in another order"),
        ("1.0\t\n", "1.00\t\n", False, "by value"),
        ("1\t\n", "1.0\t\n", False, "missing 1"),
        ("1\t\n1\t\n", "1\t\n", False, "missing 1"),
        ("_:a\t_:a\n", "_:x\t_:x\n", False, ""),
        ("_:a\t_:a\n", "_:x\t_:y\n", False, "missing 1"),
        ("_:a\t_:b\n_:b\t_:a\n", "_:x\t_:y\n_:y\t_:x\n", False, ""),
        ('"x"@en\t\n', '"x"@EN\t\n', False, ""),
        ('"x"@en\t\n', '"x"\t\n', False, "missing 1"),
    ],
)
def test_rows_are_compared_as_a_bag_with_blank_nodes_mapped(
    expected: str, found: str, ordered: bool, differs: str
) -> None:
    told, came = (results.read((HEAD + rows).encode(), "tsv") for rows in (expected, found))
    said = results.differ(told, came, ordered=ordered)
    assert said.startswith(differs) if differs else said == ""


def test_another_variable_and_another_kind_of_answer_are_told() -> None:
    one, other = results.read(b"?a\n1\n", "tsv"), results.read(b"?b\n1\n", "tsv")
    assert "variables" in results.differ(one, other)
    assert "a truth value came" in results.differ(one, True)


def test_another_archive_than_the_pinned_one_is_refused(tmp_path: Path) -> None:
    (tmp_path / "rdflib-5.0.0.tar.gz").write_bytes(b"something else")
    with pytest.raises(ValueError, match="sha256"):
        suite.fetch(tmp_path)


def test_every_known_failure_says_what_it_comes_from() -> None:
    assert {entry["from"] for entry in known().values()} == {"engine", "endpoint", "suite"}
    assert all(entry["why"] for entry in known().values())


def test_the_protocol_suite_is_transcribed_whole() -> None:
    assert len({item["name"] for item in transcription()["test"]}) == 34

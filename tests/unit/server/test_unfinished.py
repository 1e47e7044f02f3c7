"""A query that lacks something is told what, and where."""

from __future__ import annotations

import pytest

from cablegraph.server.unfinished import unfinished


@pytest.mark.parametrize(
    ("text", "said", "hint", "place"),
    [
        ("SELECT ?s WHERE { ?s ?p ?o ", "Nothing closes the {", "write }", (1, 17)),
        ("SELECT ?s\nWHERE { FILTER(?s > 1 }", "Nothing closes the (", "write )", (2, 15)),
        ("SELECT ?s { ?s ?p ?o } }", "Nothing opens what this }", "take it away", (1, 24)),
        ("SELECT ?s (COUNT(?o) AS ?n) { ?s ?p ?o }", "?s is not grouped", "GROUP BY ?s", (1, 8)),
        (
            "SELECT ?a ?b (MAX(?o) AS ?n) { ?a ?p ?o ; ?q ?b } GROUP BY ?a",
            "?b is not grouped",
            "add at the end: GROUP BY ?b",
            (1, 11),
        ),
    ],
)
def test_what_a_query_lacks_is_named_with_its_place(text: str, said: str, hint: str, place: tuple[int, int]) -> None:
    problem = unfinished(text, "The SELECT contains a variable that is unbound")
    assert problem is not None
    assert said in problem.detail
    assert hint in problem.hint[0]
    assert (problem.extra["line"], problem.extra["column"]) == place


@pytest.mark.parametrize("text", ["", "  # nothing"])
def test_an_empty_query_is_told_how_one_begins(text: str) -> None:
    problem = unfinished(text, "not expected here")
    assert problem is not None
    assert problem.detail == "The query is empty."


@pytest.mark.parametrize("text", ["SELECT ?s { ?s ?p '}' }", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } ORDER BY ?n"])
def test_of_other_mistakes_nothing_is_said(text: str) -> None:
    assert unfinished(text, "unbound") is None

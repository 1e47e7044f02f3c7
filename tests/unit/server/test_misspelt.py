"""A word that SPARQL does not have is named, with the word that was meant; what stands behind a mistake is not."""

from __future__ import annotations

import pytest

from cablegraph.server.misspelt import misspelt


@pytest.mark.parametrize(
    ("text", "word", "meant", "place"),
    [
        ("SELEC ?s WHERE { ?s ?p ?o }", "SELEC", "SELECT", (1, 1)),
        ("PREFIX cg: <x:y>\nselct * where { ?s ?p ?o }", "selct", "SELECT", (2, 1)),
        ("# SELEC\nSELECT * WHER { ?s ?p ?o }", "WHER", "WHERE", (2, 10)),
        ("SELECT * { ?s ?p 'FILTR' . FILTR(?s) }", "FILTR", "FILTER", (1, 28)),
        ("PREFX a: <b:> SELECT * {}", "PREFX", "PREFIX", (1, 1)),
    ],
)
def test_a_misspelt_word_is_named_with_the_one_meant(text: str, word: str, meant: str, place: tuple[int, int]) -> None:
    problem = misspelt(text, 99, 1)
    assert problem is not None
    assert problem.detail == f'"{word}" is no word of SPARQL.'
    assert problem.hint[0] == f"did you mean {meant}?"
    assert (problem.extra["line"], problem.extra["column"]) == place


def test_a_sentence_is_told_how_a_query_begins() -> None:
    problem = misspelt("who asked for arms?", 1, 5)
    assert problem is not None
    assert problem.hint == ("a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE",)


def test_a_mistake_before_the_word_is_left_to_the_message_of_its_own() -> None:
    assert misspelt("SELECT ?s ?s } WHERE { ?s ?p armistice }", 1, 14) is None
    assert misspelt("SELECT ?s WHERE { ?s a ?o ", 1, 27) is None

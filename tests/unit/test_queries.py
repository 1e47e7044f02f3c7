"""Canned queries: what a file may say, what is refused, and how parameters get in without ever becoming text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import QuerySolutions, RdfFormat, Store

from cablegraph import queries
from cablegraph.errors import QueryError
from cablegraph.iri import expand
from cablegraph.queries import ParameterError, Query

TRIPLES = """
<https://w3id.org/cablegraph/id/doc/a> <https://w3id.org/cablegraph/ontology#telegramNumber> "1" .
<https://w3id.org/cablegraph/id/doc/b> <https://w3id.org/cablegraph/ontology#telegramNumber> "2" .
<https://w3id.org/cablegraph/id/doc/a> <https://w3id.org/cablegraph/ontology#sentOn> <https://w3id.org/cablegraph/id/date/1951-06-24> .
<https://w3id.org/cablegraph/id/date/1951-06-24> <https://w3id.org/cablegraph/ontology#earliest> "1951-06-24"^^<http://www.w3.org/2001/XMLSchema#date> .
<https://w3id.org/cablegraph/id/date/1951-06-24> <https://w3id.org/cablegraph/ontology#latest> "1951-06-24"^^<http://www.w3.org/2001/XMLSchema#date> .
"""  # noqa: E501


@pytest.fixture(scope="module")
def store() -> Store:
    loaded = Store()
    loaded.load(TRIPLES.encode(), format=RdfFormat.N_TRIPLES)
    return loaded


def query(body: str, head: str = "") -> Query:
    return queries.parse(f"#+ summary: A question\n{head}{body}", Path("queries/test.rq"))


def rows(store: Store, text: str) -> list[list[str | None]]:
    found = store.query(text)
    assert isinstance(found, QuerySolutions)
    return sorted([[value.value if value is not None else None for value in row] for row in found], key=str)  # type: ignore[union-attr]


def error_of(body: str, head: str = "") -> str:
    with pytest.raises(QueryError) as caught:
        query(body, head)
    return str(caught.value)


def test_the_golden_message_of_an_unknown_key(tmp_path: Path) -> None:
    folder = tmp_path / "queries"
    folder.mkdir()
    for number in range(22):
        (folder / f"good-{number}.rq").write_text("#+ summary: Good\nSELECT ?s WHERE { ?s ?p ?o }")
    (folder / "letters.rq").write_text("#+ sumary: Letters between two people\nSELECT ?s WHERE { ?s ?p ?o }")
    library = queries.load_all([folder])
    assert len(library.queries) == 22
    [broken] = library.broken
    assert str(broken) == (
        'error: unknown key "sumary" (did you mean "summary"?)\n'
        "  --> queries/letters.rq:1\n"
        "   |  #+ sumary: Letters between two people\n"
        "   |     ^^^^^^\n"
        "   = this query is not served; the other 22 are"
    )
    with pytest.raises(QueryError, match="sumary"):
        library.get("letters")


@pytest.mark.parametrize(
    ("head", "body", "what"),
    [
        ("", "SELECT ?who WHERE { ?t foo:sender ?who }", 'prefix "foo:" is not declared'),
        ("", "SELECT ?s WHERE { SERVICE <http://x.org/> { ?s ?p ?o } }", "SERVICE is refused"),
        ("", "SELECT ?s WHERE { ?s ?p }", "not SPARQL"),
        ("", "LOAD <http://x.org/>", "LOAD is refused"),
        ("", "SELECT ?s WHERE " + "{" * 100 + "}" * 100, "nested deeper than"),
        ("#+ params: {frm: {type: date}}\n", "SELECT ?s WHERE { ?s ?p ?_from }", 'parameter "frm" is named nowhere'),
        ("#+ params: {from: {type: dat}}\n", "SELECT ?s WHERE { ?s ?p ?_from }", 'no type "dat" (did you mean'),
        ("#+ params: {_x: {type: date}}\n", "SELECT ?s WHERE { ?s ?p ?__x }", "kept for us"),
        ("#+ chart: {type: bar, x: dte}\n", "SELECT ?date WHERE { ?s ?p ?date }", 'no column (did you mean "date"?)'),
        ("#+ chart: {type: pie}\n", "SELECT ?s WHERE { ?s ?p ?o }", 'no chart "pie"'),
        ('#+ evidence: "?s cg:cites ?x"\n', "SELECT ?s WHERE { ?s ?p ?o }", "?x, which is no column"),
        ("#+ behind: {from: s}\n", "SELECT ?s WHERE { ?s ?p ?o }", "behind names a question"),
        ("#+ behind: {question: letters, from: x}\n", "SELECT ?s WHERE { ?s ?p ?o }", '"x", which is no column'),
        ("#+ expect: {rowz: 1}\n", "SELECT ?s WHERE { ?s ?p ?o }", 'unknown key "rowz" (did you mean "rows"?)'),
        ("#+ tags: [a\n", "SELECT ?s WHERE { ?s ?p ?o }", "not well-formed YAML"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_file_is_named(head: str, body: str, what: str) -> None:
    message = error_of(body, head)
    assert what in message
    assert "--> queries/test.rq:" in message


def test_innocent_words_are_not_refused() -> None:
    found = query(
        'PREFIX service: <http://x.org/> SELECT ?service WHERE { ?service service:load "SERVICE <x>" } # LOAD'
    )
    assert found.columns == ("service",)


def test_grlcs_keys_that_mean_nothing_here_are_a_notice() -> None:
    assert query("SELECT ?s WHERE { ?s ?p ?o }", "#+ endpoint: http://x.org/sparql\n").notices


@pytest.mark.parametrize(
    ("variable", "kind", "name"),
    [
        ("?_who_iri", "iri", "who"), ("?_year_integer", "integer", "year"), ("?_day_xsd_date", "date", "day"),
        ("?_title_en", "text", "title"), ("?_title", "string", "title"),
    ],
)  # fmt: skip
def test_suffixes_type_a_parameter_as_in_grlc(variable: str, kind: str, name: str) -> None:
    [parameter] = query(f"SELECT ?s WHERE {{ ?s ?p {variable} }}").parameters
    assert (parameter.type, parameter.name, parameter.optional) == (kind, name, False)


def test_a_parameter_is_bound_in_every_group_that_names_it(store: Store) -> None:
    asked = query(
        "SELECT ?t ?n WHERE { ?t cg:telegramNumber ?n OPTIONAL { ?t cg:sentOn/cg:earliest ?d FILTER(?d >= ?_from) }"
        " FILTER(BOUND(?d)) FILTER NOT EXISTS { ?t cg:telegramNumber ?_number } }",
        "#+ params: {from: {type: date}, number: {default: '2'}}\n",
    )
    assert rows(store, queries.bind(asked, {"from": ["1951"]})) == [[expand("doc:a"), "1"]]
    assert rows(store, queries.bind(asked, {"from": ["1952"]})) == []
    assert rows(store, queries.bind(asked, {"from": ["1951"], "number": ["1"]})) == []


def test_a_subquery_a_template_and_values_are_no_groups(store: Store) -> None:
    asked = query(
        "SELECT ?n ?t WHERE { VALUES ?x { 1 } VALUES (?y) { (2) } { SELECT ?t ?n WHERE { ?t cg:telegramNumber ?n"
        " FILTER(?n = ?_number) } } }"
    )
    assert rows(store, queries.bind(asked, {"number": ["1"]})) == [["1", expand("doc:a")]]
    made = query("CONSTRUCT { ?t cg:telegramNumber ?_number } WHERE { ?t cg:telegramNumber ?_number }")
    assert len(list(store.query(queries.bind(made, {"number": ["1"]})))) == 1


def test_an_absent_optional_parameter_is_left_open(store: Store) -> None:
    asked = query("SELECT ?t WHERE { ?t cg:telegramNumber ?__number }")
    assert len(rows(store, queries.bind(asked))) == 2
    assert len(rows(store, queries.bind(asked, {"number": [""]}))) == 2
    assert len(rows(store, queries.bind(asked, {"number": ["2"]}))) == 1


@pytest.mark.parametrize(
    ("head", "values", "what"),
    [
        ("{type: date}", [], "a value is needed"),
        ("{type: date}", ["1951-13"], "no year, month or day"),
        ("{type: date}", ["24 June 1951"], "no year, month or day"),
        ("{type: integer}", ["7.5"], "no whole number"),
        ("{type: iri}", ["nowhere:x"], "no IRI"),
        ("{type: iri}", ["doc:a> ?s ?p <b"], "no IRI"),
        ("{type: boolean}", ["yes"], "neither true nor false"),
        ("{type: decimal}", ["NaN"], "no number"),
        ("{values: [a, b]}", ["c"], "not one of a, b"),
        ("{type: string}", ["a", "b"], "one value only"),
        ("{type: string, many: true}", ["x"] * 2001, "at most 2,000"),
        ("{type: search}", ["arms"], "no text index"),
    ],
)
def test_a_value_that_does_not_fit_names_its_parameter(head: str, values: list[str], what: str) -> None:
    asked = query("SELECT ?s WHERE { ?s ?p ?_x }", f"#+ params: {{x: {head}}}\n")
    with pytest.raises(ParameterError, match='parameter "x"') as caught:
        queries.bind(asked, {"x": values})
    assert what in str(caught.value)
    assert caught.value.parameter == "x"


def test_an_unknown_parameter_is_an_error_and_ours_are_not() -> None:
    asked = query("SELECT ?s WHERE { ?s ?p ?_from }", "#+ params: {from: {type: date}}\n")
    with pytest.raises(ParameterError, match='did you mean "from"'):
        queries.bind(asked, {"fron": ["1951"]})
    assert queries.bind(asked, {"from": ["1951"], "_size": ["10"]})


@pytest.mark.parametrize(
    ("text", "end", "day"),
    [("1951", False, "1951-01-01"), ("1951", True, "1951-12-31"), ("1952-02", True, "1952-02-29")],
)
def test_a_year_or_month_becomes_its_first_or_last_day(text: str, end: bool, day: str) -> None:
    asked = query("SELECT ?s WHERE { ?s ?p ?_x }", f"#+ params: {{x: {{type: date, end: {str(end).lower()}}}}}\n")
    assert f'VALUES ?_x {{ "{day}"^^' in queries.bind(asked, {"x": [text]})


def test_a_search_binds_the_papers_it_finds_and_refuses_too_many() -> None:
    asked = query("SELECT ?_paper WHERE { ?_paper a rico:Record }", "#+ params: {paper: {type: search}}\n")
    bound = queries.bind(asked, {"paper": ["arms"]}, lambda text, limit: [expand("doc:a")])
    assert f"VALUES ?_paper {{ <{expand('doc:a')}> }}" in bound
    with pytest.raises(ParameterError, match="more than 2,000 papers"):
        queries.bind(asked, {"paper": ["the"]}, lambda text, limit: [expand("doc:a")] * limit)


@given(st.text(max_size=60))
def test_no_value_ever_becomes_syntax(value: str) -> None:
    asked = query("SELECT ?t ?x WHERE { BIND(?_x AS ?x) ?t cg:telegramNumber '1' }")
    loaded = Store()
    loaded.load(TRIPLES.encode(), format=RdfFormat.N_TRIPLES)
    if value == "" or any("\ud800" <= char <= "\udfff" for char in value):
        return
    assert rows(loaded, queries.bind(asked, {"x": [value]})) == [[expand("doc:a"), value]]


def test_the_words_behind_rows_are_asked_for_edge_by_edge() -> None:
    asked = query("SELECT ?t ?n WHERE { ?t cg:telegramNumber ?n }", '#+ evidence: "?t cg:telegramNumber ?n"\n')
    text = queries.evidence_query(asked, [{"t": f"<{expand('doc:a')}>", "n": '"1"'}, {"t": f"<{expand('doc:a')}>"}])
    assert text is not None
    assert f"(0 <{expand('doc:a')}>" in text
    assert queries.evidence_query(asked, [{}]) is None


def test_a_row_that_counts_papers_has_the_words_of_each_up_to_a_number() -> None:
    named = [expand(f"doc:paper-{number}") for number in range(queries.PAPERS + 1)]
    asked = query("SELECT ?papers ?a WHERE { ?papers rico:hasSender ?a }", '#+ evidence: "?papers rico:hasSender ?a"\n')
    text = queries.evidence_query(asked, [{"papers": f'"{" ".join(named)}"', "a": f"<{expand('agent:stalin')}>"}])
    assert text is not None
    assert [f"(0 <{iri}> " in text for iri in named] == [True] * queries.PAPERS + [False]
    assert queries.several("see https://w3id.org/cablegraph/id/doc/a") == []

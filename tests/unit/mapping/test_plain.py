"""Plain YARRRML over its own CSV and JSON gives the triples that the YARRRML specification asks for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cablegraph import mapping
from cablegraph.errors import MappingError
from cablegraph.mapping import columns
from cablegraph.mapping.plain import select

PREFIXES = """prefixes:
  ex: "http://example.org/"
  foaf: "http://xmlns.com/foaf/0.1/"
  xsd: "http://www.w3.org/2001/XMLSchema#"
  idlab-fn: "http://example.com/idlab/function/"
"""


TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
YEAR = "<http://www.w3.org/2001/XMLSchema#gYear>"


def triples(folder: Path, body: str, **files: str) -> list[str]:
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_text(content, "utf-8")
    path = folder / "own.yarrrml.yml"
    path.write_text(PREFIXES + body, "utf-8")
    return sorted("".join(mapping.run_sources(path)).split("\n")[:-1])


def test_a_table_gives_one_subject_a_row(tmp_path: Path) -> None:
    body = """mappings:
  person:
    sources: [[people.csv~csv]]
    s: ex:person/$(id)
    po:
      - [a, foaf:Person]
      - [foaf:name, $(name), en~lang]
      - [ex:born, $(born), xsd:gYear]
      - [ex:page, "http://example.org/p?n=$(name)~iri"]
      - p: ex:kind
        o: ex:Diplomat~iri
        condition:
          function: idlab-fn:equal
          parameters: [[idlab-fn:valueParameter, $(post)], [idlab-fn:valueParameter2, envoy]]
"""
    table = 'id,name,born,post\nm1,Jacob Malik,1906,envoy\n"m 2",Łódź,,\n'
    assert triples(tmp_path, body, people_csv=table) == sorted(
        [
            f"<http://example.org/person/m1> {TYPE} <http://xmlns.com/foaf/0.1/Person> .",
            '<http://example.org/person/m1> <http://xmlns.com/foaf/0.1/name> "Jacob Malik"@en .',
            f'<http://example.org/person/m1> <http://example.org/born> "1906"^^{YEAR} .',
            "<http://example.org/person/m1> <http://example.org/page> <http://example.org/p?n=Jacob%20Malik> .",
            "<http://example.org/person/m1> <http://example.org/kind> <http://example.org/Diplomat> .",
            f"<http://example.org/person/m%202> {TYPE} <http://xmlns.com/foaf/0.1/Person> .",
            '<http://example.org/person/m%202> <http://xmlns.com/foaf/0.1/name> "Łódź"@en .',
            "<http://example.org/person/m%202> <http://example.org/page> <http://example.org/p?n=Łódź> .",
        ]
    )  # fmt: skip


def test_json_lists_give_one_triple_an_item(tmp_path: Path) -> None:
    body = """sources:
  letters: {access: letters.json, referenceFormulation: jsonpath, iterator: "$.letters[*]"}
mappings:
  letter:
    sources: letters
    subjects: ex:letter/$(no)
    predicateobjects:
      - predicates: [ex:to, ex:knows]
        objects:
          - value: ex:person/$(to[*])~iri
      - [ex:about, "$(about.topic)"]
"""
    data = '{"letters": [{"no": 7, "to": ["a", "b"], "about": {"topic": "arms"}}, {"no": 8, "to": [], "about": {}}]}'
    assert triples(tmp_path, body, letters_json=data) == [
        '<http://example.org/letter/7> <http://example.org/about> "arms" .',
        "<http://example.org/letter/7> <http://example.org/knows> <http://example.org/person/a> .",
        "<http://example.org/letter/7> <http://example.org/knows> <http://example.org/person/b> .",
        "<http://example.org/letter/7> <http://example.org/to> <http://example.org/person/a> .",
        "<http://example.org/letter/7> <http://example.org/to> <http://example.org/person/b> .",
    ]


def test_a_file_that_is_not_there_is_named_with_its_line(tmp_path: Path) -> None:
    body = "mappings:\n  x:\n    sources: [[gone.csv~csv]]\n    s: ex:$(id)\n    po: [[a, ex:X]]\n"
    with pytest.raises(MappingError, match=r"there is no file gone\.csv") as caught:
        triples(tmp_path, body)
    assert caught.value.diagnostic.line == 8


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("$", [{"a": [1, {"b c": 2}], "d": {"a": 3}}]),
        ("$.a[*]", [1, {"b c": 2}]),
        ("$.a[1]['b c']", [2]),
        ("$..a", [[1, {"b c": 2}], 3]),
        ("$.x", []),
    ],
)
def test_json_paths_find(path: str, found: list[object]) -> None:
    assert select({"a": [1, {"b c": 2}], "d": {"a": 3}}, path) == found


VALUES = st.text(alphabet='ab1-_~./:% "\\\n\r\t\0é会', max_size=5)
ROWS = st.lists(st.dictionaries(st.sampled_from(["id", "a", "b"]), VALUES | st.none() | st.integers(0, 9)), max_size=6)
RULES = """mappings:
  thing:
    sources: [[rows.json~jsonpath, '$[*]']]
    s: SUBJECT
    po:
      - [a, ex:Thing]
      - [[ex:a, ex:b], $(a), en~lang]
      - [ex:c, "<$(b)>", xsd:token]
      - [ex:d, ex:d/$(b)/x~iri]
"""


@pytest.mark.parametrize(
    "subject", ["ex:$(id)", "ex:x-$(id).html", "urn:$(id)", "http://$(id)/", "$(id):x", "ex:%$(id)"]
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(rows=ROWS)
def test_by_column_and_row_by_row_are_the_same(
    tmp_path: Path, subject: str, rows: list[dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    body, table = RULES.replace("SUBJECT", subject), json.dumps(rows)
    done: list[list[str] | str] = []
    for way in (columns.writer, lambda rules, term: None):
        with monkeypatch.context() as patch:
            patch.setattr(columns, "writer", way)
            patch.setattr(columns, "BLOCK", 2)
            try:
                done.append(triples(tmp_path, body, rows_json=table))
            except MappingError as error:
                done.append(str(error))
    assert done[0] == done[1]


def test_a_table_with_short_and_long_lines_and_a_name_twice(tmp_path: Path) -> None:
    body = """mappings:
  person:
    sources: [[people.csv~csv]]
    s: ex:$(id)
    po: [[foaf:name, $(name)], [ex:born, $(born)]]
"""
    table = "id,name,born,name\nm1,Jacob,1906,Malik,and more\n\nm2,Ivan\n"
    assert triples(tmp_path, body, people_csv=table) == [
        '<http://example.org/m1> <http://example.org/born> "1906" .',
        '<http://example.org/m1> <http://xmlns.com/foaf/0.1/name> "Malik" .',
    ]

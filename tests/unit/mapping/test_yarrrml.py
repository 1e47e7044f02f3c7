"""A mapping file is read strictly: what is wrong is said with its line, and nothing is built."""

from __future__ import annotations

from pathlib import Path

import pytest

from cablegraph import mapping
from cablegraph.errors import MappingError
from cablegraph.mapping.fields import DOCUMENT
from cablegraph.mapping.rules import Edge
from cablegraph.record import Record

from .papers import source, words

HEAD = """prefixes:
  cg: "https://w3id.org/cablegraph/ontology#"
  cgf: "https://w3id.org/cablegraph/function#"
  rico: "https://www.ica.org/standards/RiC/ontology#"
  xsd: "http://www.w3.org/2001/XMLSchema#"
  doc: "https://w3id.org/cablegraph/id/doc/"
mappings:
  telegram:
    sources: [[record.json~jsonpath, "$"]]
    s: doc:$(id)
    po:
"""


def written(folder: Path, edges: str, head: str = HEAD) -> Path:
    path = folder / "mappings" / "frus.yarrrml.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(head + edges, "utf-8")
    return path


def error_of(path: Path) -> str:
    with pytest.raises(MappingError) as caught:
        mapping.load(path)
    return str(caught.value)


def test_the_golden_message_of_a_field_that_is_not_there(tmp_path: Path) -> None:
    path = written(
        tmp_path, "      - [a, rico:Record]\n      - [cg:telegramNumber, $(number)]\n      - [rico:title, $(tittle)]\n"
    )
    lines = error_of(path).splitlines()
    assert lines[:3] == [
        "error: the mapping asks for a field that the reader does not give",
        "  --> mappings/frus.yarrrml.yml:14",
        "   |  - [rico:title, $(tittle)]",
    ]
    mark, _, fields = lines[3].partition(' fields of "frus": ')
    assert mark == "   |                   ^^^^^^"
    assert fields.endswith(" …")
    assert "title" in fields.split(" …")[0].split(", ")
    assert set(fields.removesuffix(" …").split(", ")) <= DOCUMENT
    assert lines[4] == "   = nothing was built; to see a record: cablegraph show --json FILE"


@pytest.mark.parametrize(
    ("edge", "what", "line"),
    [
        ("- [cg:telegramNumber]", "an edge in short form is [predicate, object]", 12),
        ("- [cgg:telegramNumber, $(number)]", 'prefix "cgg:" is not declared (did you mean "cg"?)', 12),
        ("- {p: cg:x, obj: $(number)}", 'unknown key "obj" (did you mean "object"?)', 12),
        ("- {p: cg:x, o: {function: cgf:agnet, parameters: []}}", '"cgf:agnet" (did you mean "cgf:agent"?)', 12),
        ("- {p: cg:x, o: {function: cgf:agent, parameters: [[cgf:nam, x]]}}", 'cgf:nam" (did you mean "name"?)', 12),
        ("- {p: cg:x, o: {function: cgf:agent, parameters: []}}", 'needs the parameter "name"', 12),
        ("- {p: cg:x, o: {value: $(sender), type: uri}}", 'of type "iri" or "literal", not "uri"', 12),
        ("- [cg:status, cg:telegram~iri]", "an edge without words", 12),
        ("- [cg:self, doc:$(id)~iri]", "an edge without words", 12),
        ("- [cg:x, doc:$(id)/$(number~iri]", "a reference is written $(name)", 12),
        ("- [cg:x, $(number), xsdd:integer]", 'prefix "xsdd:" is not declared (did you mean "xsd"?)', 12),
        ("- {p: cg:x, o: {function: cgf:present, parameters: [[cgf:value, $(sender)]]}}", "yes or no", 12),
        ("- {p: cg:x, o: $(form), condition: {function: cgf:slug, parameters: [[cgf:text, x]]}}", "gives a value", 12),
        ("- {p: cg:x, o: $(number), graph: cg:g}", '"graph" is a part of YARRRML that is not supported', 12),
        ("- [a, rico:Record\n", "not well-formed YAML", 14),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_line(tmp_path: Path, edge: str, what: str, line: int) -> None:
    message = error_of(written(tmp_path, f"      {edge}\n"))
    assert what in message
    assert f"mappings/frus.yarrrml.yml:{line}" in message


@pytest.mark.parametrize(
    ("iterator", "what"),
    [
        ("$.citation[*]", 'no part or field "citation" (did you mean "citations"?)'),
        ("$.citations", 'a record is read by "$", "$.name[*]" or "$..name[*]"'),
    ],
)
def test_an_iterator_that_finds_nothing_in_any_record_is_an_error(tmp_path: Path, iterator: str, what: str) -> None:
    head = HEAD.replace('"$"', f'"{iterator}"')
    assert what in error_of(written(tmp_path, "      - [a, rico:Record]\n", head))


def test_long_and_short_forms_say_the_same(tmp_path: Path) -> None:
    short = written(tmp_path, "      - [[cg:a, cg:b], [$(number), $(form)]]\n      - [cg:q, $(number), xsd:integer]\n")
    first = mapping.load(short).files[0].rules[0].edges
    long = written(
        tmp_path,
        "      - {predicates: [cg:a, cg:b], objects: [{value: $(number)}, {value: $(form)}]}\n"
        "      - {predicate: cg:q, object: {value: $(number), datatype: xsd:integer}}\n",
    )
    second = mapping.load(long).files[0].rules[0].edges

    def bare(edges: tuple[Edge, ...]) -> list[object]:
        return [(edge.predicates, [(o.value.references, o.kind, o.datatype) for o in edge.objects]) for edge in edges]

    assert bare(first) == bare(second)


def test_a_wrong_datatype_is_an_error_of_that_document_alone(tmp_path: Path) -> None:
    rules = mapping.load(written(tmp_path, "      - [cg:quantity, $(number), xsd:integer]\n"))
    text = source("sixty or 60")
    with pytest.raises(MappingError, match='paper: a value does not fit: "sixty" is no integer'):
        mapping.run(rules, Record("paper", text, {"number": (words(text, "sixty"),)}))
    assert len(mapping.run(rules, Record("paper", text, {"number": (words(text, "60"),)})).readings) == 1


def test_a_constant_rests_on_the_words_of_its_condition(tmp_path: Path) -> None:
    edge = (
        "- {p: cg:flag, o: cg:Urgent~iri, condition: {function: cgf:present, parameters: [[cgf:value, $(precedence)]]}}"
    )
    rules = mapping.load(written(tmp_path, f"      {edge}\n"))
    text = source("VERY URGENT. Peace.")
    [reading] = mapping.run(rules, Record("paper", text, {"precedence": (words(text, "URGENT", "urgent"),)})).readings
    assert text.quote(reading.spans[0]) == "URGENT"
    assert not mapping.run(rules, Record("paper", text)).readings


def test_an_own_file_of_the_same_name_takes_the_shipped_ones_place(tmp_path: Path) -> None:
    path = written(tmp_path, "      - [cg:telegramNumber, $(number)]\n")
    path.rename(path.with_name("record.yarrrml.yml"))
    loaded = mapping.load_all((tmp_path / "mappings",))
    assert len(loaded.of("frus").entries) == 1
    [said] = loaded.replaced
    assert said.startswith(f"record.yarrrml.yml: {tmp_path / 'mappings'} in place of ")


def test_a_familys_own_file_is_added_to_the_common_one(tmp_path: Path) -> None:
    written(tmp_path, "      - [cg:telegramNumber, $(number)]\n")
    loaded = mapping.load_all((tmp_path / "mappings",))
    assert len(loaded.of("frus").entries) == len(loaded.of("wilson-center").entries) + 1
    assert loaded.of("frus").digest != loaded.of("wilson-center").digest

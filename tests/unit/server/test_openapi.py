"""The description of the interface says every question, every file and every parameter that the server reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from cablegraph.queries import load_all
from cablegraph.server.api_queries import BY, EXPORTS, FILTERS
from cablegraph.server.app import make_api
from cablegraph.server.door import Door
from cablegraph.server.pages_choice import PARAMETERS
from cablegraph.settings import Settings
from cablegraph.shipped import shipped


@pytest.fixture(scope="module")
def described() -> dict[str, Any]:
    api = make_api(Door(Settings(scratch=True)))
    found: dict[str, Any] = api.openapi()
    return found


def operations(described: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def names(operation: dict[str, Any]) -> set[str]:
    return {item["name"] for item in operation["parameters"]}


def test_each_shipped_question_is_an_operation_with_its_parameters(described: dict[str, Any]) -> None:
    library = load_all([shipped("queries")])
    assert len(library.queries) > 20
    for query in library.queries.values():
        operation = described["paths"][f"/q/{query.name}.{{format}}"]["get"]
        assert operation["summary"] == query.summary
        assert {item.name for item in query.parameters} <= names(operation)


def test_each_file_of_a_drawing_is_an_operation_with_its_parameters(described: dict[str, Any]) -> None:
    for name in EXPORTS:
        assert set(FILTERS) <= names(described["paths"][f"/api/{name}"]["get"])
    network = described["paths"]["/api/network.json"]["get"]
    assert {"by", "kind", "min_weight", "words"} <= names(network)
    [by] = [item for item in network["parameters"] if item["name"] == "by"]
    assert by["schema"]["enum"] == list(BY)


def test_lists_of_papers_say_what_chooses_them(described: dict[str, Any]) -> None:
    chosen = set(PARAMETERS)
    for path in ("/documents.json", "/documents.csv"):
        assert chosen <= names(described["paths"][path]["get"])


def test_sparql_is_asked_by_get_and_by_post(described: dict[str, Any]) -> None:
    assert set(described["paths"]["/sparql"]) == {"get", "post"}
    assert "query" in names(described["paths"]["/sparql"]["get"])
    assert "application/sparql-query" in described["paths"]["/sparql"]["post"]["requestBody"]["content"]


def test_the_description_is_sound(described: dict[str, Any]) -> None:
    """What OpenAPI 3.1 asks of paths, operations and parameters, as far as generators of clients stumble over it."""
    seen = set()
    for path, _, operation in operations(described):
        assert operation["summary"], path
        assert operation["operationId"] not in seen, path
        seen.add(operation["operationId"])
        given = operation.get("parameters", [])
        assert len({(item["name"], item["in"]) for item in given}) == len(given), path
        in_path = {item["name"] for item in given if item["in"] == "path"}
        assert in_path == set(re.findall(r"{(\w+)}", path)), path
        for item in given:
            assert item["schema"], (path, item["name"])
            assert item["in"] == "query" or item["required"], (path, item["name"])
            assert item["description"], (path, item["name"])

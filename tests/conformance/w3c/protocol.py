"""The suites whose manifests hold names alone, as requests (`protocol.toml`): the protocol, the service description."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from rdflib import RDF, Graph, Namespace, URIRef

from tests.conformance.served import TOKEN, Answer, Served
from tests.conformance.w3c.runner import Failure
from tests.conformance.w3c.suite import Test
from tests.conformance.w3c.targets import Server

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
FORM = "application/x-www-form-urlencoded"


@lru_cache(maxsize=1)
def transcription() -> Mapping[str, Any]:
    """What `protocol.toml` says."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def check(server: Server, test: Test) -> None:
    """Run a protocol or service description test. Raises Failure."""
    if test.kind == "ServiceDescriptionTest":
        _DESCRIPTIONS[test.name](server.served, _description(server.served))
        return
    said = {item["name"]: item for item in transcription()["test"]}
    if test.name not in said:
        raise Failure("nobody transcribed it")
    for graph, triples in transcription()["graphs"].items():
        server.add(graph, triples.encode(), "text/turtle")
    _request(server.served, said[test.name])


def _request(served: Served, said: Mapping[str, Any]) -> None:
    answer = _sent(served, said)
    if answer.status // 100 != said.get("status", 2):
        raise Failure(f"{answer.status} {answer.text[:300]}")
    media = answer.headers.get("content-type", "").partition(";")[0]
    if "answers" in said and media not in said["answers"]:
        raise Failure(f"came as {media}")
    if "truth" in said and json.loads(answer.body)["boolean"] != said["truth"]:
        raise Failure(f"answered {answer.text[:100]}")
    if "then" in said and not served.post(said["then"]).json["boolean"]:
        raise Failure(f"afterwards this is false: {said['then']}")


def _sent(served: Served, said: Mapping[str, Any]) -> Answer:
    path, body, media = said["path"], said.get("body"), said.get("media")
    if "address" in said:
        path += "?" + urlencode([*map(tuple, said["address"])])
    if "form" in said:
        body, media = urlencode([*map(tuple, said["form"])]), FORM
    headers = {"Accept": "application/sparql-results+json"} if "truth" in said else {}
    headers |= {"Content-Type": media} if media else {}
    headers |= {"Authorization": f"Bearer {TOKEN}"} if path.startswith("/update") else {}
    data = None if body is None else body.encode(said.get("encoding", "utf-8"))
    return served.ask(path, method=said.get("method", "GET" if data is None else "POST"), body=data, headers=headers)


def _description(served: Served) -> Graph:
    answer = served.ask("/sparql", headers={"Accept": "text/turtle"})
    if answer.status != 200:
        raise Failure(f"{answer.status} {answer.text[:300]}")
    return Graph().parse(data=answer.body, format="turtle")


def _has_endpoint(served: Served, graph: Graph) -> None:
    if (None, SD.endpoint, URIRef(f"{served.url}/sparql")) not in graph:
        raise Failure("no sd:endpoint with the address that was asked")


def _returns_rdf(served: Served, graph: Graph) -> None:
    if not len(graph):
        raise Failure("the description is empty")


def _conforms(served: Served, graph: Graph) -> None:
    """Each property of the vocabulary is one of it, between nodes of its classes."""
    schema = transcription()["schema"]
    for subject, predicate, value in graph:
        if not str(predicate).startswith(str(SD)):
            continue
        name = str(predicate).removeprefix(str(SD))
        if name not in schema:
            raise Failure(f"sd:{name} is no property of the vocabulary")
        of, to = schema[name]
        if (subject, RDF.type, SD[of]) not in graph or (to and (value, RDF.type, SD[to]) not in graph):
            raise Failure(f"sd:{name} does not go from sd:{of}" + (f" to sd:{to}" if to else ""))
    if not list(graph.subjects(RDF.type, SD.Service)):
        raise Failure("no sd:Service")


_DESCRIPTIONS = {"has-endpoint-triple": _has_endpoint, "returns-rdf": _returns_rdf, "conforms-to-schema": _conforms}

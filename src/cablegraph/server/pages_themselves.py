"""Pages about the graph itself: data and licences, the method, the editor for SPARQL, the interface, its errors."""

from __future__ import annotations

import json
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse, RedirectResponse, Response

from cablegraph.errors import CablegraphError
from cablegraph.iri import PREFIXES
from cablegraph.queries import Query, bind
from cablegraph.server import dumps, pages_words
from cablegraph.server.operation import door_of
from cablegraph.server.pages_ask import library_of, solutions
from cablegraph.server.pages_base import EDITOR_CSP, compressed, render
from cablegraph.server.pages_choice import PARAMETERS
from cablegraph.server.pages_drawings import block
from cablegraph.server.problems import KINDS
from cablegraph.server.references import collection_rights
from cablegraph.server.refusals import Refused
from cablegraph.shipped import shipped
from cablegraph.sparql_tokens import tokens

router = APIRouter(include_in_schema=False)
EXAMPLES = ("sender", "arms-requests", "not-held", "who-wrote-to-whom", "cover-names", "topics-by-year", "gaps")
FILES = (
    ("nq", "rdf11", "N-Quads, with readings and their words"),
    ("ttl", "rdf11", "Turtle, the same"),
    ("jsonld", "rdf11", "JSON-LD, the same"),
    ("rdf", "rdf11", "RDF/XML, the same"),
    ("nt", "flat", "N-Triples, the facts alone"),
    ("ttl", "full12", "Turtle of RDF 1.2, readings on their edges"),
)
"""Files of the whole graph: form, profile, what it is."""
FIRST = """PREFIX cg: <https://w3id.org/cablegraph/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX rico: <https://www.ica.org/standards/RiC/ontology#>

# Who sent what, in whose words?
SELECT ?paper ?sender ?words WHERE {
  ?paper a rico:Record ; rico:hasSender ?who .
  ?who rdfs:label ?sender .
  ?reading rdf:subject ?paper ; rdf:predicate rico:hasSender ; rdf:object ?who ; cg:evidence/oa:exact ?words .
} LIMIT 50
"""


MESSAGES = 200
"""Messages of the build that the page shows; all stand in report.json."""


def _report(folder: Path) -> dict[str, Any]:
    """The build report with its first messages, or nothing where there is none; read again when it changes."""
    path = folder / "report.json"
    try:
        return _read(path, path.stat().st_mtime_ns)
    except (OSError, ValueError):
        return {}


@lru_cache(maxsize=1)
def _read(path: Path, _changed: int) -> dict[str, Any]:
    """What stands before the messages, and the first of them; of as many messages as papers the others are counted.

    A build writes a line for each message (`report.write`); what is written otherwise is read whole.
    """
    before, first, count = [], [], 0
    with path.open("rb") as lines:
        for line in lines:
            before.append(line)
            if line.lstrip().startswith(b'"diagnostics": ['):
                break
        for line in lines:
            if line.startswith(b"{"):
                count += 1
                if count <= MESSAGES:
                    first.append(json.loads(line.rstrip().rstrip(b",")))
    if count:
        report: dict[str, Any] = json.loads(b"".join(before) + b"]}")
    else:
        report = json.loads(path.read_bytes())
        first, count = report.get("diagnostics", [])[:MESSAGES], len(report.get("diagnostics", []))
    return report | {"diagnostics": first, "messages": count}


@cache
def _words_of_files() -> dict[str, Any]:
    """The tables of ``pages_files.toml``."""
    return tomllib.loads((Path(__file__).parent / "pages_files.toml").read_text("utf-8"))


def _taken(manifest: dict[str, Any]) -> list[dict[str, Any]]:
    """Files for drawings and for correspSearch, with what their fields mean; CMIF where somebody is named as editor."""
    ready = bool(manifest.get("editor") and manifest.get("licence"))
    return [group | {"ready": ready or group["name"] != "Letters for correspSearch"}
            for group in _words_of_files()["group"]]  # fmt: skip


@router.api_route("/data", methods=["GET", "HEAD"])
async def data(request: Request) -> Response:
    """What can be taken away: files, vocabularies, the build report, generations, licences."""
    door = door_of(request)
    current = door.current
    report = _report(door.settings.data)
    files = [(form, profile, name, dumps.made(door, form, profile)) for form, profile, name in FILES]
    authorities = sorted(shipped("ontology", "authorities").glob("*.csv"))
    return await render(
        request,
        "data.html",
        manifest=current.manifest if current else {},
        generations=[item.manifest for item in door.generations.list()][::-1],
        report=report,
        said=report.get("diagnostics", []),
        files=files,
        taken=_taken(current.manifest if current else {}),
        terms=_words_of_files(),
        rights=collection_rights(current),
        beside=str([held for *_, held in files]),
        authorities=[(path.name, sum(1 for _ in path.open("rb")) - 1) for path in authorities],
    )


@router.api_route("/about", methods=["GET", "HEAD"])
async def about(request: Request) -> Response:
    """Method, limits with measured figures (written by ``tests/quality.py --pin``), how to cite."""
    door = door_of(request)
    figures = json.loads((Path(__file__).parent / "quality.json").read_text("utf-8"))
    current = door.current
    fields = pages_words.words()["measured"]
    return await render(
        request, "about.html", fields=fields, figures=figures, manifest=current.manifest if current else {}
    )


@router.api_route("/sparql-editor", methods=["GET", "HEAD"])
async def editor(request: Request) -> Response:
    """The vendored editor in a thin wrapper; without JavaScript a plain form."""
    queries = library_of(request).queries
    text = request.query_params.get("query", FIRST)
    examples = [_example(queries[name]) for name in EXAMPLES if name in queries]
    return await render(
        request,
        "editor.html",
        csp=EDITOR_CSP,
        text=text,
        answer=await _first_rows(request, text) if request.query_params.get("run") else None,
        examples=[item for item in examples if item["text"]],
        data=block(
            {
                "prefixes": PREFIXES,
                "terms": _terms(tuple(query.source for query in queries.values())),
                "examples": {item["name"]: item["text"] for item in examples},
            }
        ),
        prefixes=sorted(PREFIXES.items()),
    )


@lru_cache(maxsize=1)
def _terms(asked: tuple[str, ...]) -> list[str]:
    """Names that are right to ask for, also where no paper has them: the ontology's and those of the questions."""
    written = [path.read_text("utf-8") for path in sorted(shipped("ontology").glob("*.ttl"))]
    found = {token.text for text in (*written, *asked) for token in tokens(text) if token.kind == "prefixed"}
    parts = (name.partition(":") for name in found)
    return sorted(PREFIXES[prefix] + local for prefix, _, local in parts if local and prefix in PREFIXES)


ROWS = 50
"""Rows of an answer that the editor's page shows where no script runs."""


async def _first_rows(request: Request, text: str) -> dict[str, Any]:
    """The answer to a query in the address: columns and the first rows, or what went wrong."""
    try:
        answer = await solutions(door_of(request), text)
    except Refused as refused:
        problem = refused.problem
        if problem.code == "not-acceptable":
            return {"said": "This query makes a graph, not a table.", "hints": ("take it as a file, in Turtle",)}
        return {"said": problem.detail, "hints": problem.hint, **problem.extra}
    if "boolean" in answer:
        return {"columns": ["answer"], "rows": [["yes" if answer["boolean"] else "no"]], "total": 1}
    columns = answer["head"]["vars"]
    found = answer["results"]["bindings"]
    rows = [[row.get(name, {}).get("value", "") for name in columns] for row in found[:ROWS]]
    return {"columns": columns, "rows": rows, "total": len(found)}


def _example(query: Query) -> dict[str, str]:
    """A canned query with its default parameters, without its head; no text where one has no default."""
    try:
        text = bind(query, {})
    except CablegraphError:
        text = ""
    lines = [line for line in text.splitlines() if not line.startswith("#+")]
    return {"name": query.name, "summary": query.summary, "text": "\n".join(lines).strip() + "\n" if text else ""}


_CHOSEN = frozenset(PARAMETERS)
_PAGED = frozenset({"format", "_size", "_page", "_shape", "_evidence"})
GROUPS = (
    ("/q/", "Questions"), ("/api/", "Files for drawings"), ("/documents", "Papers"), ("/search", "Papers"),
    ("/suggest", "Papers"), ("/why", "Why"), ("/id/", "One thing"), ("/vocab/", "One thing"), ("/sparql", "SPARQL"),
    ("/dumps", "The whole graph"), ("/.well-known", "The whole graph"), ("/ontology", "The whole graph"),
)  # fmt: skip
"""Headings of the page for programs by the begin of an address."""
SHARED = {title: frozenset[str]() for _, title in GROUPS} | {
    "Questions": _PAGED,
    "Files for drawings": _CHOSEN,
    "Papers": _CHOSEN - {"q", "kind"},
    "More": frozenset[str](),
}
"""Parameters that the page says once for a whole group."""


@router.api_route("/docs", methods=["GET", "HEAD"])
async def docs(request: Request) -> Response:
    """The interface for programs, from our own description of it."""
    described = request.app.openapi()
    groups: dict[str, list[dict[str, Any]]] = {}
    for path, methods in described["paths"].items():
        group = next((title for begin, title in GROUPS if path.startswith(begin)), "More")
        for method, operation in methods.items():
            if method != "head":
                given = [item for item in operation.get("parameters", []) if item["name"] not in SHARED[group]]
                groups.setdefault(group, []).append({"path": path, "method": method.upper(), "parameters": given,
                                                     "summary": operation.get("summary", "")})  # fmt: skip
    chosen = [item for item in described["paths"]["/documents.json"]["get"]["parameters"] if item["name"][0] != "_"]
    return await render(
        request,
        "docs.html",
        groups=groups,
        chosen=chosen,
        host=str(request.base_url).rstrip("/"),
        beside=str(request.base_url),
    )


@router.api_route("/docs/errors", methods=["GET", "HEAD"])
async def errors(request: Request) -> Response:
    """Every kind of error and what to do about it."""
    return await render(request, "errors.html", kinds=KINDS)


@router.api_route("/sparql/", methods=["GET", "HEAD"])
async def with_slash(request: Request) -> Response:
    """A slash too many."""
    return RedirectResponse(request.scope.get("root_path", "") + "/sparql", 308)


@router.api_route("/robots.txt", methods=["GET", "HEAD"])
async def robots() -> Response:
    """Pages may be read by anyone; questions that cost much are not for crawlers."""
    return PlainTextResponse("User-agent: *\nDisallow: /sparql\nDisallow: /api/\nDisallow: /q/\nDisallow: /why\n")


@router.api_route("/vocabulary/{name}", methods=["GET", "HEAD"])
async def vocabulary(request: Request, name: str) -> Response:
    """A shipped vocabulary, the shapes, or an authority table, as a file."""
    places = {"shapes.ttl": ("ontology", "shapes.ttl"), "cablegraph.ttl": ("ontology", "cablegraph.ttl")}
    parts = places.get(name) or (
        ("ontology", "vocab", name) if name.endswith(".ttl") else ("ontology", "authorities", name)
    )
    path = shipped(*parts)
    if "/" in name or not path.is_file():
        return PlainTextResponse("no such file\n", 404)
    media = "text/turtle; charset=utf-8" if name.endswith(".ttl") else "text/csv; charset=utf-8"
    return compressed(request, path.read_bytes(), media)

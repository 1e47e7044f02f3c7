"""Linked Data: every IRI we mint answers with 303 to its page or to RDF by ``Accept`` (Cool URIs, section 4.2)."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from cablegraph.iri import BASE, ID
from cablegraph.server import negotiation
from cablegraph.server.addresses import iri_of, meant, merged_into
from cablegraph.server.description import described
from cablegraph.server.operation import door_of
from cablegraph.server.problems import Problem
from cablegraph.server.refusals import Refused
from cablegraph.shipped import shipped

router = APIRouter(tags=["linked data"])
SUFFIXES = {".ttl": "text/turtle", ".jsonld": "application/ld+json", ".nt": "application/n-triples",
            ".rdf": "application/rdf+xml", ".csv": "text/csv"}  # fmt: skip
PARTS = ("cited", "promised", "gap", "claim", "point", "copy", "party", "r", "date", "text", "enclosed")


@router.get("/id/{kind}/{key:path}", summary="A thing: its page or its data.")
async def thing(request: Request, kind: str, key: str) -> Response:
    """303 to the page or the data of a thing; with a suffix, the data itself."""
    for suffix, media in SUFFIXES.items():
        if key.endswith(suffix):
            iri = await meant(door_of(request), kind, key.removesuffix(suffix))
            return await _described(request, iri, media)
    key = (await meant(door_of(request), kind, key)).removeprefix(iri_of(kind, ""))
    if "." in key.rpartition("/")[2] and not await _known(request, f"{ID}{kind}/{key}"):
        hint = (f"forms: {' '.join(sorted({*SUFFIXES, '.json', '.html'}))}",)
        raise Refused(Problem(404, "not-found", f"There is no {kind} “{key}”, and no such form of one.", hint))
    return _elsewhere(request, f"/id/{kind}/{key}", await _page(request, kind, key))


async def _known(request: Request, iri: str) -> bool:
    if any(char in iri for char in _NOT_IN_IRIS):
        return False
    text = f"SELECT ?p WHERE {{ VALUES ?s {{ <{iri}> }} ?s ?p ?o }} LIMIT 1"
    result = await door_of(request).query(text, {"solutions": "text/csv"}, trusted=True)
    return len(result.data.split()) > 1


@router.get("/vocab/{scheme}/{key}", summary="A concept: its page or its data.")
async def concept(request: Request, scheme: str, key: str) -> Response:
    """303 to the page or the data of a concept; with a suffix, the data itself."""
    for suffix, media in SUFFIXES.items():
        if key.endswith(suffix):
            return await _described(request, f"{BASE}vocab/{scheme}/{key.removesuffix(suffix)}", media)
    return _elsewhere(request, f"/vocab/{scheme}/{key}", f"/page/{scheme}/{quote(key)}")


@router.get("/ontology", summary="The ontology, in any RDF form.")
async def ontology(request: Request) -> Response:
    """The terms of our own, by ``Accept``; browsers get Turtle as text."""
    media = negotiation.choose(request.headers.get("accept", ""), _ONTOLOGY) or "text/turtle"
    form = "text/turtle" if media == "text/html" else media
    shown = "text/plain" if media == "text/html" else form
    data = described(shipped("ontology", "cablegraph.ttl").read_text("utf-8"), form, BASE)
    return Response(data, media_type=shown, headers={"vary": "Accept"})


@router.get("/.well-known/void", summary="What the graph holds (VoID).")
async def void(request: Request) -> Response:
    """The description made with the generation."""
    door = door_of(request)
    media = negotiation.choose(request.headers.get("accept", ""), tuple(SUFFIXES.values())) or "text/turtle"
    path = door.path / "void.ttl"
    if not path.is_file():
        raise Refused(Problem(404, "not-found", "This store has no description."))
    data = described(path.read_text("utf-8"), media, str(request.base_url))
    return Response(data, media_type=media, headers={"etag": door.etag("void", media), "vary": "Accept"})


async def _page(request: Request, kind: str, key: str) -> str:
    """The page of a thing; a part of a paper goes to its paper's page, at the words it rests on."""
    first, *rest = key.split("/")
    if kind != "doc" or not rest or rest[0] not in PARTS:
        return f"/page/{kind}/{quote(key)}"
    iri = f"{ID}{kind}/{key}"
    if any(char in iri for char in _NOT_IN_IRIS):
        return f"/page/doc/{quote(first)}"
    text = _WORDS.replace("$part", f"<{iri}>")
    result = await door_of(request).query(text, {"solutions": "text/csv"}, trusted=True)
    rows = result.data.decode().split()[1:]
    return f"/page/doc/{quote(first)}" + (f"?char={rows[0]}" if rows else "")


_NOT_IN_IRIS = ' <>"{}|\\^`'
_ONTOLOGY = ("text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json", "text/html")
_WORDS = """SELECT ?start ?end {
  { VALUES ?r { $part } ?r cg:evidence ?e } UNION { VALUES ?o { $part } ?r rdf:object ?o ; cg:evidence ?e }
  ?e oa:start ?start ; oa:end ?end
} ORDER BY ?start LIMIT 1"""


def _elsewhere(request: Request, data: str, page: str) -> Response:
    chosen = negotiation.choose(request.headers.get("accept", ""), ("text/html", *SUFFIXES.values()))
    suffix = next((name for name, media in SUFFIXES.items() if media == chosen), None)
    target = quote(data) + suffix if suffix else page
    root = request.scope.get("root_path", "")
    return RedirectResponse(root + target, 303, {"vary": "Accept"})


async def _described(request: Request, iri: str, media: str) -> Response:
    door = door_of(request)
    if any(char in iri for char in _NOT_IN_IRIS):
        raise Refused(Problem(404, "not-found", f"{iri!r} is not an IRI."))
    text = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ VALUES ?s {{ <{iri}> }} ?s ?p ?o }}"
    if media == "text/csv":
        facts = f"VALUES ?s {{ <{iri}> }} ?s ?predicate ?value"
        text = f"SELECT ?predicate ?value WHERE {{ {facts} }} ORDER BY ?predicate ?value"
    result = await door.query(text, {"graph": media, "solutions": media}, trusted=True)
    if not _holds(result.data, media) and (target := merged_into(door, iri)):
        return await _described(request, target, media)
    if not _holds(result.data, media):
        raise Refused(Problem(404, "not-found", f"The graph says nothing of <{iri}>."))
    headers: dict[str, Any] = {"etag": door.etag(iri, media), "cablegraph-generation": door.generation}
    return Response(result.data, media_type=media, headers=headers)


def _holds(data: bytes, media: str) -> bool:
    if media == "text/turtle":
        return any(line and not line.startswith(b"@prefix") for line in data.splitlines())
    if media == "application/rdf+xml":
        return b"rdf:about" in data or b"rdf:Description" in data
    return data.strip() not in (b"", b"[]", b"predicate,value")

"""Linked Data: every IRI we mint answers with 303 to its page or to RDF by ``Accept`` (Cool URIs, section 4.2)."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from cablegraph.iri import BASE
from cablegraph.server import negotiation
from cablegraph.server.description import described
from cablegraph.server.door import Refused
from cablegraph.server.operation import door_of
from cablegraph.server.problems import Problem
from cablegraph.shipped import shipped

router = APIRouter(tags=["linked data"])
SUFFIXES = {".ttl": "text/turtle", ".jsonld": "application/ld+json", ".nt": "application/n-triples",
            ".rdf": "application/rdf+xml"}  # fmt: skip
PARTS = ("cited", "promised", "gap", "claim", "point", "copy", "party", "r", "date", "text", "enclosed")


@router.api_route("/id/{kind}/{key:path}", methods=["GET", "HEAD"], summary="A thing: its page or its data.")
async def thing(request: Request, kind: str, key: str) -> Response:
    """303 to the page or the data of a thing; with a suffix, the data itself."""
    for suffix, media in SUFFIXES.items():
        if key.endswith(suffix):
            return await _described(request, f"{BASE}id/{kind}/{key.removesuffix(suffix)}", media)
    return _elsewhere(request, f"/id/{kind}/{key}", _page(kind, key))


@router.api_route("/vocab/{scheme}/{key}", methods=["GET", "HEAD"], summary="A concept: its page or its data.")
async def concept(request: Request, scheme: str, key: str) -> Response:
    """303 to the page or the data of a concept; with a suffix, the data itself."""
    for suffix, media in SUFFIXES.items():
        if key.endswith(suffix):
            return await _described(request, f"{BASE}vocab/{scheme}/{key.removesuffix(suffix)}", media)
    return _elsewhere(request, f"/vocab/{scheme}/{key}", f"/page/{scheme}/{quote(key)}")


@router.api_route("/ontology", methods=["GET", "HEAD"], summary="The ontology, in Turtle.")
async def ontology() -> Response:
    """The terms of our own."""
    return Response(shipped("ontology", "cablegraph.ttl").read_bytes(), media_type="text/turtle; charset=utf-8")


@router.api_route("/.well-known/void", methods=["GET", "HEAD"], summary="What the graph holds (VoID).")
async def void(request: Request) -> Response:
    """The description made with the generation."""
    door = door_of(request)
    media = negotiation.choose(request.headers.get("accept", ""), tuple(SUFFIXES.values())) or "text/turtle"
    path = door.path / "void.ttl"
    if not path.is_file():
        raise Refused(Problem(404, "not-found", "This store has no description."))
    data = described(path.read_text("utf-8"), media, str(request.base_url))
    return Response(data, media_type=media, headers={"etag": door.etag("void", media), "vary": "Accept"})


def _page(kind: str, key: str) -> str:
    """The page of a thing; a part of a document goes to its document's."""
    first, *rest = key.split("/")
    if kind == "doc" and rest and rest[0] in PARTS:
        return f"/page/doc/{quote(first)}"
    return f"/page/{kind}/{quote(key)}"


def _elsewhere(request: Request, data: str, page: str) -> Response:
    chosen = negotiation.choose(request.headers.get("accept", ""), ("text/html", *SUFFIXES.values()))
    suffix = next((name for name, media in SUFFIXES.items() if media == chosen), None)
    target = quote(data) + suffix if suffix else page
    root = request.scope.get("root_path", "")
    return RedirectResponse(root + target, 303, {"vary": "Accept"})


async def _described(request: Request, iri: str, media: str) -> Response:
    door = door_of(request)
    if any(char in iri for char in ' <>"{}|\\^`'):
        raise Refused(Problem(404, "not-found", f"{iri!r} is not an IRI."))
    text = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ VALUES ?s {{ <{iri}> }} ?s ?p ?o }}"
    result = await door.query(text, {"graph": media}, trusted=True)
    if not _holds(result.data, media):
        raise Refused(Problem(404, "not-found", f"The graph says nothing of <{iri}>."))
    headers: dict[str, Any] = {"etag": door.etag(iri, media), "cablegraph-generation": door.generation}
    return Response(result.data, media_type=media, headers=headers)


def _holds(data: bytes, media: str) -> bool:
    if media == "text/turtle":
        return any(line and not line.startswith(b"@prefix") for line in data.splitlines())
    if media == "application/rdf+xml":
        return b"rdf:about" in data or b"rdf:Description" in data
    return data.strip() not in (b"", b"[]")

"""The whole graph as a file: ``/dumps/cablegraph.nq``, made once for a generation, with ``Range``; DCAT lists all."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pyoxigraph as ox
from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, Response

from cablegraph.iri import DCAT, DCTERMS, HOME, RDF
from cablegraph.server import whole_graph
from cablegraph.server.door import Door
from cablegraph.server.negotiation import GRAPHS
from cablegraph.server.operation import door_of
from cablegraph.server.pages_choice import only
from cablegraph.server.problems import Problem
from cablegraph.server.refusals import Refused

router = APIRouter(tags=["dumps"])
PROFILES = ("rdf11", "flat", "full12")
_making: dict[str, asyncio.Lock] = {}


@router.get("/dumps/", summary="The dumps there are (DCAT, Turtle).")
async def catalogue(request: Request) -> Response:
    """One dataset, a distribution for each form."""
    door, here = door_of(request), str(request.base_url).rstrip("/")
    dataset = ox.NamedNode(f"{HOME}dataset")
    facts: list[tuple[ox.NamedNode, str, ox.NamedNode | ox.Literal]] = [
        (dataset, RDF + "type", ox.NamedNode(DCAT + "Dataset")),
        (dataset, DCTERMS + "identifier", ox.Literal(door.generation)),
    ]
    for form, media in GRAPHS.items():
        file = ox.NamedNode(f"{here}/dumps/cablegraph.{form}")
        facts += [
            (dataset, DCAT + "distribution", file),
            (file, RDF + "type", ox.NamedNode(DCAT + "Distribution")),
            (file, DCAT + "downloadURL", file),
            (file, DCAT + "mediaType", ox.NamedNode(f"https://www.iana.org/assignments/media-types/{media}")),
        ]
    triples = [ox.Triple(subject, ox.NamedNode(predicate), value) for subject, predicate, value in facts]
    data = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes={"dcat": DCAT, "dcterms": DCTERMS})
    return Response(data, media_type="text/turtle; charset=utf-8", headers={"etag": door.etag("dumps", here)})


def made(door: Door, form: str, profile: str) -> tuple[int, str] | None:
    """Size and SHA-256 of a dump that was made already."""
    path = _path(door, form, profile)
    return (path.stat().st_size, _sum(path)) if path.is_file() else None


def _sum(path: Path) -> str:
    return Path(f"{path}.sha256").read_text("ascii")


def _path(door: Door, form: str, profile: str) -> Path:
    return door.folder / f"dump-{door.generation}-{profile}.{form}"


@router.get("/dumps/cablegraph.{form}", summary="The whole graph: nq nt ttl trig jsonld rdf; with .sha256, its sum.")
async def dump(request: Request, form: str, profile: str = "rdf11") -> Response:
    """The file, whole or in ranges (RFC 9110, section 14)."""
    only(request.query_params, ("profile",))  # a filter that is not heeded would give the whole graph for a part of it
    door = door_of(request)
    form, _, summed = form.partition(".")
    if (
        summed not in ("", "sha256")
        or form not in GRAPHS
        or profile not in PROFILES
        or door.elsewhere is not None
        or door.settings.scratch
    ):
        hint = (f"forms: {' '.join(GRAPHS)}", f"profiles: {' '.join(PROFILES)}")
        raise Refused(Problem(404, "not-found", f"There is no dump {form!r} of profile {profile!r}.", hint))
    generation = door.generation
    path = _path(door, form, profile)
    async with _making.setdefault(str(path), asyncio.Lock()):
        if not path.exists():
            await _make(door, form, profile, path)
    headers = {"etag": door.etag("dump", form, profile, summed), "cablegraph-generation": generation}
    if summed:
        line = f"{_sum(path)}  cablegraph-{generation}.{form}\n"
        return Response(line, media_type="text/plain; charset=utf-8", headers=headers)
    return FileResponse(path, media_type=GRAPHS[form], filename=f"cablegraph-{generation}.{form}", headers=headers)


async def _make(door: Door, form: str, profile: str, path: Path) -> None:
    what = (str(door.store_path), form, profile, str(path))
    ended, _, said = await whole_graph.run(door.dumps, "cablegraph.server.dump_process", *what)
    if ended:
        reason = said.decode("utf-8", "replace").strip().splitlines()[-1:]
        raise Refused(Problem(422, "dump-failed", f"This dump cannot be made: {''.join(reason)}"))
    kept = (f"dump-{door.generation}-", f"dump-{door.latest.generation}-")
    for old in door.folder.glob("dump-*"):
        if not old.name.startswith(kept):
            old.unlink(missing_ok=True)

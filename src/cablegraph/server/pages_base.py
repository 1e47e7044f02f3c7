"""What every page shares: the template engine, headers, ETag and 304, compression, pages of errors."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import RedirectResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from cablegraph import __version__
from cablegraph.called import spoken
from cablegraph.iri import shorten
from cablegraph.server import negotiation, pages_words
from cablegraph.server.operation import door_of
from cablegraph.server.pages_document import paper_title
from cablegraph.server.pages_rows import cut, ends_told, title_names
from cablegraph.server.pages_text import is_typed, shown
from cablegraph.server.problems import TITLES, Problem
from cablegraph.server.reading_room import page_of, room_of
from cablegraph.server.results import Result

HERE = Path(__file__).parent
STATIC = HERE / "static"
EDITOR_CSP = (
    "default-src 'self'; img-src 'self' data:; font-src 'self' data:; style-src 'self' 'unsafe-inline'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)


CONTROL = '<span class="ctl" data-char="{}" title="a control character that turns the direction of text">{}</span>'


def quoted(text: str) -> Markup:
    """Words of a paper: escaped, directional controls shown as marks (they are kept in ``data-char``)."""
    made = Markup()
    for run, control in shown(text):
        made += Markup(CONTROL).format(f"{ord(run):x}", control) if control else escape(run)
    return made


@cache
def static_version(name: str) -> str:
    """Eight digits of a static file's hash, so that an address changes with its content."""
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:8]


@cache
def environment() -> Environment:
    """The templates; everything is escaped, and an unknown name is an error."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        short=shorten,
        cut=cut,
        words=quoted,
        layer=pages_words.layer,
        status=pages_words.status,
        page=page_of,
        query=urlencode,
        spoken=spoken,
    )
    made.globals.update(
        sort_of=pages_words.sort_of,
        version=__version__,
        is_typed=is_typed,
        paper_title=paper_title,
        title_names=title_names,
        ends_told=ends_told,
        layers=pages_words.words()["layers"],
    )
    return made


async def render(
    request: Request, template: str, *, status: int = 200, csp: str = "", beside: str = "", **values: Any
) -> Response:
    """A page of the current generation; 304 when the reader has it. ``beside`` is what else the page changes with.

    A page whose form was filled in with a date that is none says so in the form, with status 422.
    """
    wrong = getattr(values.get("choice"), "wrong", None)
    status = 422 if wrong and status == 200 else status
    door, etag = door_of(request), _etag(request, template, beside)
    if status == 200 and request.headers.get("if-none-match", "").removeprefix("W/") == etag:
        return Response(status_code=304, headers={"etag": etag})
    begun = time.monotonic()
    catalogue = await room_of(request).catalogue()
    html = page(request, template, catalogue=catalogue, generation=door.generation, **values).encode()
    if status == 200 and not (csp or beside) and catalogue.generation == door.generation and door.elsewhere is None:
        door.pages.put(etag, Result("page", "text/html", html))
    headers = {"vary": "Accept, Accept-Encoding", "cablegraph-elapsed": f"{time.monotonic() - begun:.4f}"}
    headers |= {"etag": etag} if status == 200 else {"cache-control": "no-store"}
    headers |= {"content-security-policy": csp} if csp else {}
    headers["link"] = '</.well-known/void>; rel="describedby"'
    return compressed(request, html, "text/html; charset=utf-8", headers, status)


def elsewhere(request: Request, forms: Mapping[str, str], here: str = "text/html") -> Response | None:
    """The way to the form that ``Accept`` likes better than the one of this address, of the same parameters."""
    liked = negotiation.choose(request.headers.get("accept", ""), (here, *forms))
    if liked is None or liked == here:
        return None
    of_page = {"_facet", "_size", "_page"} if liked == "text/csv" else {"_facet"}
    given = [(name, value) for name, value in request.query_params.multi_items() if name not in of_page]
    address = request.scope.get("root_path", "") + forms[liked] + (f"?{urlencode(given)}" if given else "")
    return RedirectResponse(address, 303, {"vary": "Accept"})


def kept(request: Request, template: str) -> Response | None:
    """A page that was made before of this generation, or 304; None where it is to be made."""
    etag = _etag(request, template, "")
    found = door_of(request).pages.get(etag)
    if found is None:
        return None
    if request.headers.get("if-none-match", "").removeprefix("W/") == etag:
        return Response(status_code=304, headers={"etag": etag})
    headers = {"vary": "Accept, Accept-Encoding", "etag": etag, "link": '</.well-known/void>; rel="describedby"'}
    return compressed(request, found.data, "text/html; charset=utf-8", headers)


def _etag(request: Request, template: str, beside: str) -> str:
    """A page is made of the generation, its own address and the code that makes it."""
    address = (str(request.url.path), str(request.url.query))
    return door_of(request).etag("page", *address, __version__, _code(template), beside)


def page(request: Request, template: str, **values: Any) -> str:
    """The HTML of a template."""
    root = request.scope.get("root_path", "")

    def static(name: str) -> str:
        return f"{root}/static/{name}?v={static_version(name)}"

    return environment().get_template(template).render(root=root, path=request.url.path, static=static, **values)


@cache
def _code(template: str) -> str:
    digest = hashlib.sha256()
    for path in (*sorted((HERE / "templates").rglob("*")), *sorted(HERE.glob("pages*"))):
        if path.is_file():
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def compressed(
    request: Request, body: bytes, media_type: str, headers: dict[str, str] | None = None, status: int = 200
) -> Response:
    """A whole answer in the encoding the client likes best."""
    sent = dict(headers or {})
    encoding = negotiation.encoding(request.headers.get("accept-encoding", ""))
    if encoding and len(body) >= negotiation.SMALL:
        body = negotiation.compress(body, encoding)
        sent["content-encoding"] = encoding
        sent.setdefault("vary", "Accept, Accept-Encoding")
    return Response(body, status, sent, media_type=media_type)


def wants_html(request: Request) -> bool:
    """Whether a person's browser asks, rather than a program."""
    accept = request.headers.get("accept", "")
    return "text/html" in accept and not request.url.path.endswith((".json", ".csv", ".tsv", ".ttl", ".nt", ".jsonld"))


def _sought(request: Request) -> str:
    """What somebody may have looked for, from an address that leads nowhere: its last part, in words."""
    return request.url.path.rstrip("/").rpartition("/")[2].replace("-", " ")[:80]


def error_page(request: Request, problem: Problem) -> Response:
    """What went wrong, in words, with what to do about it."""
    html = page(
        request,
        "error.html",
        title=TITLES.get(problem.code, problem.code.replace("-", " ").capitalize()),
        problem=problem,
        closest=problem.extra.get("closest", ()),
        sought=_sought(request) if problem.status == 404 else "",
        back=request.url.path if problem.code == "parameter" and request.url.query else "",
        generation=door_of(request).generation,
    )
    headers = {"cache-control": "no-store", "vary": "Accept", **dict(problem.headers)}
    return Response(html, problem.status, headers, media_type="text/html; charset=utf-8")

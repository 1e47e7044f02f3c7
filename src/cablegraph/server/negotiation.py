"""Which form an answer takes: ``Accept`` with q-values (RFC 9110, section 12.5.1), or a short name in ``?format=``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

SOLUTIONS: Mapping[str, str] = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
}
GRAPHS: Mapping[str, str] = {
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
    "jsonld": "application/ld+json",
    "trig": "application/trig",
    "nq": "application/n-quads",
}
ALIASES: Mapping[str, str] = {
    "application/json": SOLUTIONS["json"],
    "application/xml": SOLUTIONS["xml"],
    "text/xml": SOLUTIONS["xml"],
    "text/plain": "text/csv",
    "text/turtle": GRAPHS["ttl"],
    "application/x-turtle": GRAPHS["ttl"],
    "text/n3": GRAPHS["ttl"],
}
GRAPH_ALIASES: Mapping[str, str] = {
    "application/json": GRAPHS["jsonld"],
    "application/xml": GRAPHS["rdf"],
    "text/xml": GRAPHS["rdf"],
    "text/plain": GRAPHS["nt"],
    "application/x-turtle": GRAPHS["ttl"],
    "text/n3": GRAPHS["ttl"],
}
NAMES: Mapping[str, str] = {
    **SOLUTIONS, **GRAPHS, "turtle": GRAPHS["ttl"], "ntriples": GRAPHS["nt"], "rdfxml": GRAPHS["rdf"],
    "json-ld": GRAPHS["jsonld"], "nquads": GRAPHS["nq"], "srj": SOLUTIONS["json"], "srx": SOLUTIONS["xml"],
}  # fmt: skip


def ranges(accept: str) -> Iterator[tuple[str, float]]:
    """Media ranges of an Accept header with their q-values; what cannot be read counts as absent."""
    for part in accept.split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        quality = 1.0
        for parameter in parameters:
            key, _, value = parameter.partition("=")
            if key.strip().lower() == "q":
                try:
                    quality = min(1.0, max(0.0, float(value)))
                except ValueError:
                    quality = 0.0
        if "/" in name:
            yield name.lower(), quality


def choose(accept: str, offered: Sequence[str], aliases: Mapping[str, str] | None = None) -> str | None:
    """The best of the offered media types for this header, or None. The most specific range decides (RFC 9110)."""
    given = list(ranges(accept)) or [("*/*", 1.0)]
    named = [((aliases or {}).get(name, name), quality) for name, quality in given]
    best: tuple[float, int] | None = None
    chosen = None
    for place, media in enumerate(offered):
        quality = _quality(media, named)
        if quality > 0 and (best is None or quality > best[0]):
            best, chosen = (quality, place), media
    return chosen


def _quality(media: str, given: list[tuple[str, float]]) -> float:
    for wanted in (media, media.partition("/")[0] + "/*", "*/*"):
        found = [quality for name, quality in given if name == wanted]
        if found:
            return max(found)
    return 0.0


@lru_cache(maxsize=512)
def wants_page(accept: str) -> bool:
    """Whether a page is liked better than every form of an answer: so browsers ask, and no program."""
    return choose(accept, (*SOLUTIONS.values(), *GRAPHS.values(), "text/html")) == "text/html"


_GRAPH_NAMES: Mapping[str, str] = {"xml": GRAPHS["rdf"], "json": GRAPHS["jsonld"]}
"""What clients that know one name for both mean when a graph comes back."""


@lru_cache(maxsize=512)
def result_formats(accept: str, short: str) -> Mapping[str, str]:
    """Media type for each kind of result (solutions, boolean, graph); a kind that nothing fits is absent."""
    of_graph = accept
    if short:
        accept = NAMES.get(short.lower(), short if "/" in short else "") or "application/x-unknown"
        of_graph = _GRAPH_NAMES.get(short.lower(), accept)
    solutions = choose(accept, tuple(SOLUTIONS.values()), ALIASES)
    graph = choose(of_graph, tuple(GRAPHS.values()), GRAPH_ALIASES)
    chosen = {"solutions": solutions, "boolean": solutions, "graph": graph}
    return {kind: media for kind, media in chosen.items() if media}


@lru_cache(maxsize=512)
def encoding(accept_encoding: str) -> str:
    """``zstd``, ``gzip`` or empty, by q-value; zstd only where the optional library is there."""
    accepted = {}
    for part in accept_encoding.split(","):
        name, _, parameter = part.strip().partition(";")
        key, _, value = parameter.partition("=")
        try:
            accepted[name.strip().lower()] = float(value) if key.strip() == "q" else 1.0
        except ValueError:
            accepted[name.strip().lower()] = 0.0
    rest = accepted.get("*", 0.0)
    offered = [(accepted.get(name, rest), name) for name in ENCODINGS]
    quality, name = max(offered, key=lambda pair: pair[0])
    return name if quality > 0 else ""


def _encodings() -> tuple[str, ...]:
    try:
        import zstandard  # noqa: F401
    except ImportError:
        return ("gzip",)
    return ("zstd", "gzip")


ENCODINGS = _encodings()
SMALL = 1024
"""A body below this size is not worth compressing."""


def compress(body: bytes, name: str) -> bytes:
    """The body in this encoding."""
    if name == "zstd":
        import zstandard

        return bytes(zstandard.ZstdCompressor(level=3).compress(body))
    import gzip

    return gzip.compress(body, 5, mtime=0)

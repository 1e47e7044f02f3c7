"""The graph as RDF in three profiles: ``rdf11`` as it is, ``flat`` without readings, ``full12`` with triple terms.

Everything goes through sorted N-Quads, the canonical file: sorted on disk, so that size does not matter.
"""

from __future__ import annotations

import gzip
import heapq
import io
import re
import tempfile
from collections.abc import Collection, Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby
from typing import IO, Final, cast

from pyoxigraph import DefaultGraph, Quad, RdfFormat, Store, parse, serialize

from cablegraph.errors import SettingsError
from cablegraph.exports import some_papers
from cablegraph.iri import CG, ID, PREFIXES, RDF

PROFILES: Final = ("rdf11", "flat", "full12")
FORMATS: Final = {
    "nq": RdfFormat.N_QUADS, "nt": RdfFormat.N_TRIPLES, "ttl": RdfFormat.TURTLE, "trig": RdfFormat.TRIG,
    "jsonld": RdfFormat.JSON_LD, "rdf": RdfFormat.RDF_XML,
}  # fmt: skip
LINES_AT_ONCE: Final = 200_000

# Readings, spans, texts, rules and decisions: what says how an edge is known.
_HOW = re.compile(
    rf"<{ID}(?:(?:doc/[^>]*|decision/[0-9a-f]+)/r/[0-9a-f]{{16}}|doc/[^>]*/text/[^>]*|rule/[^>]*|decision/[^>]*)> "
)
_SOURCE_TEXT = f" <{CG}sourceText> "
_REIFIED = {name: f" <{RDF}{name}> " for name in ("subject", "predicate", "object")}
_REIFIES = f" <{RDF}reifies> "


def write(
    store: Store, form: str = "nq", profile: str = "rdf11", papers: Collection[str] | None = None
) -> Iterator[bytes]:
    """The graph in a format (nq, nt, ttl, trig, jsonld, rdf) and profile, as bytes; the same for the same graph.

    With ``papers`` (IRIs) what is said of these and of what they name. Raises SettingsError for a format that cannot
    hold the profile: JSON-LD and RDF/XML have no RDF 1.2 yet.
    """
    if profile not in PROFILES:
        raise SettingsError(f'there is no profile "{profile}"', notes=f"profiles: {', '.join(PROFILES)}")
    if form not in FORMATS:
        raise SettingsError(f'there is no RDF format "{form}"', notes=f"formats: {', '.join(FORMATS)}")
    if profile == "full12" and form in ("jsonld", "rdf"):
        raise SettingsError(f"{form} cannot hold RDF 1.2", notes="use nq, nt, ttl or trig")
    named = form in ("nq", "trig", "jsonld")
    quads = _all(store, named=named) if papers is None else some_papers.quads(store, papers, named=named)
    lines = shaped(sorted_lines(quads), profile)
    return _bytes(lines) if form in ("nq", "nt") else _serialised(lines, FORMATS[form])


def shaped(lines: Iterable[str], profile: str) -> Iterator[str]:
    """Sorted lines in a profile."""
    if profile == "flat":
        return (line for line in lines if not _HOW.match(line) and _SOURCE_TEXT not in line)
    return to_rdf12(lines) if profile == "full12" else iter(lines)


def _all(store: Store, *, named: bool) -> Iterable[Quad]:
    return store if named else store.quads_for_pattern(None, None, None, DefaultGraph())


def sorted_lines(quads: Iterable[Quad]) -> Iterator[str]:
    """Quads as sorted N-Quads lines with line ends, merged from sorted runs on disk."""
    with ExitStack() as stack:
        runs: list[IO[str]] = []
        batch: list[str] = []
        for quad in quads:
            batch.append(f"{quad} .\n")
            if len(batch) >= LINES_AT_ONCE:
                runs.append(_run(stack, batch))
                batch = []
        batch.sort()
        yield from heapq.merge(*runs, batch) if runs else batch


def _run(stack: ExitStack, batch: list[str]) -> IO[str]:
    batch.sort()
    file = stack.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n"))  # noqa: SIM115
    file.writelines(batch)
    file.seek(0)
    return file


def to_rdf12(lines: Iterable[str]) -> Iterator[str]:
    """``rdf:subject``, ``rdf:predicate`` and ``rdf:object`` of a reading as one ``rdf:reifies <<( s p o )>>``."""
    for subject, group in groupby(lines, key=lambda line: line.partition(" ")[0]):
        held = list(group)
        parts = {name: [line for line in held if line.startswith(subject + mark)] for name, mark in _REIFIED.items()}
        if all(len(found) == 1 for found in parts.values()):
            rest = [line for line in held if not any(line in found for found in parts.values())]
            terms = [parts[name][0][len(subject + mark) : -3] for name, mark in _REIFIED.items()]
            held = sorted([*rest, f"{subject}{_REIFIES}<<( {' '.join(terms)} )>> .\n"])
        yield from held


_TRIPLE_TERM = re.compile(r"<<\( (<[^>]*>|_:\S+) (<[^>]*>) (.*) \)>> \.\n")


def to_rdf11(lines: Iterable[str]) -> Iterator[str]:
    """The way back, line by line; groups of one subject are sorted again."""
    for subject, group in groupby(lines, key=lambda line: line.partition(" ")[0]):
        held: list[str] = []
        for line in group:
            match = (
                _TRIPLE_TERM.fullmatch(line[len(subject + _REIFIES) :]) if line.startswith(subject + _REIFIES) else None
            )
            if match:
                held += [
                    f"{subject}{mark}{term} .\n" for mark, term in zip(_REIFIED.values(), match.groups(), strict=True)
                ]
            else:
                held.append(line)
        yield from sorted(held)


def _bytes(lines: Iterable[str]) -> Iterator[bytes]:
    batch: list[str] = []
    for line in lines:
        batch.append(line)
        if len(batch) >= 1000:
            yield "".join(batch).encode()
            batch = []
    yield "".join(batch).encode()


def _serialised(lines: Iterable[str], form: RdfFormat) -> Iterator[bytes]:
    """Through the RDF library, which groups by subject what comes sorted."""
    prefixes = {name: iri for name, iri in PREFIXES.items() if name != "cgf"}
    with tempfile.TemporaryFile() as file:
        quads = parse(cast(IO[bytes], _Lines(lines)), RdfFormat.N_QUADS)
        triples = (quad.triple for quad in quads) if form in (RdfFormat.TURTLE, RdfFormat.RDF_XML) else quads
        serialize(triples, file, form, prefixes=prefixes)
        file.seek(0)
        while block := file.read(65536):
            yield block


class _Lines(io.RawIOBase):
    """Lines as a file that can be read from."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._blocks = _bytes(lines)
        self._rest = b""

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        """At most ``size`` bytes; nothing at the end."""
        while not self._rest:
            block = next(self._blocks, None)
            if block is None:
                return b""
            self._rest = block
        size = len(self._rest) if size is None or size < 0 else size
        block, self._rest = self._rest[:size], self._rest[size:]
        return block


def compressed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same, gzipped without a clock, so that equal graphs give equal files."""
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0, filename="") as packed:
        for piece in pieces:
            packed.write(piece)
            if buffer.tell() > 65536:
                yield buffer.getvalue()
                buffer.seek(0)
                buffer.truncate()
    yield buffer.getvalue()

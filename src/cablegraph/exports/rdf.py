"""The graph as RDF in three profiles: ``rdf11`` as it is, ``flat`` without readings, ``full12`` with triple terms.

Everything goes through sorted N-Quads, the canonical file: sorted on disk, so that size does not matter.
"""

from __future__ import annotations

import gzip
import heapq
import io
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby, islice
from typing import IO, Final, cast

from pyoxigraph import DefaultGraph, RdfFormat, Store, parse, serialize

from cablegraph.errors import SettingsError
from cablegraph.iri import CG, ID, PREFIXES, RDF

PROFILES: Final = ("rdf11", "flat", "full12")
FORMATS: Final = {
    "nq": RdfFormat.N_QUADS, "nt": RdfFormat.N_TRIPLES, "ttl": RdfFormat.TURTLE, "trig": RdfFormat.TRIG,
    "jsonld": RdfFormat.JSON_LD, "rdf": RdfFormat.RDF_XML,
}  # fmt: skip
RUN: Final = 32 << 20
"""Bytes that are sorted at once; as lines they take half as much again."""

# Readings, spans, texts, rules and decisions: what says how an edge is known.
_HOW = re.compile(
    b"<%s" % ID.encode()
    + rb"(?:(?:doc/[^>]*|decision/[0-9a-f]+)/r/[0-9a-f]{16}|doc/[^>]*/text/[^>]*|rule/[^>]*|decision/[^>]*)> "
)
_SOURCE_TEXT = f" <{CG}sourceText> ".encode()
_REIFIED = {name: f" <{RDF}{name}> ".encode() for name in ("subject", "predicate", "object")}
_REIFIES = f" <{RDF}reifies> ".encode()


def write(store: Store, form: str = "nq", profile: str = "rdf11") -> Iterator[bytes]:
    """The graph in a format (nq, nt, ttl, trig, jsonld, rdf) and profile, as bytes; the same for the same graph.

    Raises SettingsError for a format that cannot hold the profile: JSON-LD and RDF/XML have no RDF 1.2 yet.
    """
    if profile not in PROFILES:
        raise SettingsError(f'there is no profile "{profile}"', notes=f"profiles: {', '.join(PROFILES)}")
    if form not in FORMATS:
        raise SettingsError(f'there is no RDF format "{form}"', notes=f"formats: {', '.join(FORMATS)}")
    if profile == "full12" and form in ("jsonld", "rdf"):
        raise SettingsError(f"{form} cannot hold RDF 1.2", notes="use nq, nt, ttl or trig")
    lines = shaped(sorted_lines(store, named=form in ("nq", "trig", "jsonld")), profile)
    return _blocks(lines) if form in ("nq", "nt") else _serialised(lines, FORMATS[form])


def shaped(lines: Iterable[bytes], profile: str) -> Iterable[bytes]:
    """Sorted lines in a profile."""
    if profile == "flat":
        return (line for line in lines if not _HOW.match(line) and _SOURCE_TEXT not in line)
    return to_rdf12(lines) if profile == "full12" else lines


def sorted_lines(store: Store, *, named: bool = True) -> Iterator[bytes]:
    """The graph as sorted N-Quads lines with line ends, merged from sorted runs on disk."""
    with ExitStack() as stack:
        runs = _Runs(stack)
        if named:
            store.dump(cast(IO[bytes], runs), RdfFormat.N_QUADS)
        else:
            store.dump(cast(IO[bytes], runs), RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
        yield from runs.merged()


class _Runs:
    """Takes what a store writes of itself, and gives its lines in order: sorted as far as memory goes, then merged."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self._files: list[IO[bytes]] = []
        self._held: list[bytes] = []
        self._size = 0

    def write(self, data: bytes) -> int:
        self._held.append(data)
        self._size += len(data)
        if self._size > RUN:
            self._spill()
        return len(data)

    def flush(self) -> None:
        """Nothing: what is held is sorted when it is enough."""

    def _lines(self) -> list[bytes]:
        """Lines held, sorted; UTF-8 sorts by its bytes as by its characters. What begins a line yet to end is kept."""
        whole, end, rest = b"".join(self._held).rpartition(b"\n")
        self._held, self._size = [rest], len(rest)
        return sorted((whole + end).splitlines(keepends=True))

    def _spill(self) -> None:
        file = self._stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115
        file.writelines(self._lines())
        file.seek(0)
        self._files.append(file)

    def merged(self) -> Iterable[bytes]:
        """All lines in order."""
        rest = self._lines()
        return heapq.merge(*self._files, rest) if self._files else rest


def to_rdf12(lines: Iterable[bytes]) -> Iterator[bytes]:
    """``rdf:subject``, ``rdf:predicate`` and ``rdf:object`` of a reading as one ``rdf:reifies <<( s p o )>>``."""
    for subject, group in groupby(lines, key=lambda line: line.partition(b" ")[0]):
        held = list(group)
        parts = {name: [line for line in held if line.startswith(subject + mark)] for name, mark in _REIFIED.items()}
        if all(len(found) == 1 for found in parts.values()):
            rest = [line for line in held if not any(line in found for found in parts.values())]
            terms = [parts[name][0][len(subject + mark) : -3] for name, mark in _REIFIED.items()]
            held = sorted([*rest, subject + _REIFIES + b"<<( " + b" ".join(terms) + b" )>> .\n"])
        yield from held


_TRIPLE_TERM = re.compile(rb"<<\( (<[^>]*>|_:\S+) (<[^>]*>) (.*) \)>> \.\n")


def to_rdf11(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The way back, line by line; groups of one subject are sorted again."""
    for subject, group in groupby(lines, key=lambda line: line.partition(b" ")[0]):
        held: list[bytes] = []
        for line in group:
            match = (
                _TRIPLE_TERM.fullmatch(line[len(subject + _REIFIES) :]) if line.startswith(subject + _REIFIES) else None
            )
            if match:
                terms = zip(_REIFIED.values(), match.groups(), strict=True)
                held += [subject + mark + term + b" .\n" for mark, term in terms]
            else:
                held.append(line)
        yield from sorted(held)


def _blocks(lines: Iterable[bytes]) -> Iterator[bytes]:
    rest = iter(lines)
    while block := b"".join(islice(rest, 1000)):
        yield block


def _serialised(lines: Iterable[bytes], form: RdfFormat) -> Iterator[bytes]:
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

    def __init__(self, lines: Iterable[bytes]) -> None:
        self._blocks = _blocks(lines)
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

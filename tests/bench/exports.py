"""Every export of a generation, each in a process of its own: bytes, CPU seconds, rate, peak memory, and whether whole.

    python -m tests.bench.exports GENERATION [--only gexf --only nq]

CPU seconds, for other work on the machine makes no export slower in them.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO
from xml.etree import ElementTree

from pyoxigraph import RdfFormat, Store, parse

from cablegraph import exports
from cablegraph.server.api_export import export
from cablegraph.store.generations import Generation

LEFT_OUT = ("annotations", "record")
"""Of one paper each."""


def main() -> None:
    """One line for each format."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("generation", type=Path)
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--write", metavar="FORMAT", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.write:
        _write(options.generation, options.write)
        return
    for name in options.only or [name for name in exports.FORMATS if name not in LEFT_OUT]:
        command = [sys.executable, "-m", "tests.bench.exports", str(options.generation), "--write", name]
        print(subprocess.run(command, capture_output=True, text=True, check=True).stdout, end="", flush=True)


def _write(generation: Path, name: str) -> None:
    """Write one export into a file that is gone with the process, measure, and only then read it again."""
    import tempfile

    with tempfile.TemporaryFile() as out:
        for piece in _pieces(generation, name):
            out.write(piece)
        used = resource.getrusage(resource.RUSAGE_SELF)
        size, seconds = out.tell(), used.ru_utime + used.ru_stime
        out.seek(0)
        whole = _CHECKS.get(name, _lines)(out)
    mebibytes, memory = size / 2**20, used.ru_maxrss >> 10
    print(f"{name:14} {mebibytes:10,.1f} MiB {seconds:8,.1f} s {mebibytes / seconds:6.1f} MiB/s", end=" ")
    print(f"{memory:6,} MiB memory   {whole:,} read again")


def _pieces(generation: Path, name: str) -> Iterable[bytes]:
    if name != "cmif":
        return export(generation, name, {})
    source = exports.of_store(
        Store.read_only(str(generation / "store")), generation=Generation(generation).id, title="Bench",
        editor="Bench", licence="https://creativecommons.org/publicdomain/zero/1.0/",
    )  # fmt: skip
    return exports.write(name, source)


def _lines(stream: IO[bytes]) -> int:
    return sum(1 for _ in stream)


def _elements(stream: IO[bytes]) -> int:
    count = 0
    for _, element in ElementTree.iterparse(stream):
        count += 1
        element.clear()
    return count


def _statements(form: RdfFormat) -> Callable[[IO[bytes]], int]:
    return lambda stream: sum(1 for _ in parse(stream, form))


def _items(stream: IO[bytes]) -> int:
    return sum(len(value) for value in json.load(stream).values() if isinstance(value, list))


_CHECKS: dict[str, Callable[[IO[bytes]], int]] = {
    "network.json": _items, "timeline": _items, "geojson": _items,
    "gexf": _elements, "graphml": _elements, "cmif": _elements,
    "nq": _statements(RdfFormat.N_QUADS), "nt": _statements(RdfFormat.N_TRIPLES), "ttl": _statements(RdfFormat.TURTLE),
    "trig": _statements(RdfFormat.TRIG), "jsonld": _statements(RdfFormat.JSON_LD),
    "rdf": _statements(RdfFormat.RDF_XML),
}  # fmt: skip


if __name__ == "__main__":
    main()

"""The line for Python: ``cg.read("telegram.txt")``, ``cg.build(["documents"])``, ``cg.why(store, s, p, o)``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from cablegraph import corpus as corpora
from cablegraph import line, pipeline
from cablegraph.errors import StoreError
from cablegraph.evidence import Reading
from cablegraph.iri import PREFIXES, expand
from cablegraph.record import Record, SourceText
from cablegraph.store import readings
from cablegraph.store.generations import Generations
from cablegraph.store.readings import FoundReading


@lru_cache(maxsize=8)
def _line(folder: Path) -> line.Line:
    return line.load(corpora.load(folder))


def _here(folder: str | Path | None) -> line.Line:
    return _line(corpora.find(Path(folder) if folder is not None else Path.cwd()))


def texts(path: str | Path, *, folder: str | Path | None = None) -> tuple[SourceText, ...]:
    """The documents of a file, laid out as text with layers. Raises ReadError, SettingsError for what is no paper."""
    return tuple(line.read(_here(folder), corpora.one_paper(Path(path))))


def extract(source: SourceText, *, folder: str | Path | None = None) -> Record:
    """What a text says, each value with its words; names not yet linked."""
    return line.extract(_here(folder), source)


def link(record: Record, *, folder: str | Path | None = None) -> Record:
    """The record with authority IRIs and candidates on its names."""
    return line.link(_here(folder), record)


def read(path: str | Path, *, folder: str | Path | None = None) -> tuple[Record, ...]:
    """The papers of a file, read, extracted and linked. ``folder`` is the corpus (default: the one around here)."""
    return tuple(link(extract(source, folder=folder), folder=folder) for source in texts(path, folder=folder))


def readings_of(record: Record, *, folder: str | Path | None = None) -> tuple[Reading, ...]:
    """The edges a linked record gives, each with its words."""
    return line.map_record(_here(folder), record).mapped.readings


def build(sources: Sequence[str | Path], data: str | Path = "cablegraph-data", *, jobs: int = 1) -> pipeline.Report:
    """Build papers into a generation below ``data`` and make it current.

    ``jobs`` over 1 starts processes, which needs the usual ``if __name__ == "__main__"`` guard in scripts.
    """
    found = corpora.load(corpora.find(Path.cwd()))
    return pipeline.build(found, [Path(source) for source in sources], Path(data), jobs=jobs)


def open_store(data: str | Path = "cablegraph-data") -> Store:
    """The current generation of a data folder, read-only. Raises StoreError when nothing is built."""
    current = Generations(Path(data)).current()
    if current is None:
        raise StoreError(f"there is no graph in {data}", notes="build one: cablegraph build FOLDER")
    current.check_base()
    return Store.read_only(str(current.store_path))


def select(store: Store, query: str) -> Iterator[dict[str, Any]]:
    """Rows of a SELECT as dictionaries of Python strings; our prefixes need no declaration.

    Runs in this process, without limits: for your own queries on your own machine.
    """
    results = store.query(query, prefixes=PREFIXES)
    if not isinstance(results, QuerySolutions):
        raise ValueError("select() takes a SELECT query")
    names = [variable.value for variable in results.variables]
    for solution in results:
        yield {name: None if solution[name] is None else solution[name].value for name in names}


def why(store: Store, subject: str, predicate: str, value: str) -> tuple[FoundReading, ...]:
    """The readings behind an edge, such as ``why(store, "doc:wilson-ct3777", "rico:hasSender", "agent:stalin")``.

    Names may use our prefixes; a value in double quotes is a string.
    """
    quoted = value.startswith('"') and value.endswith('"')
    term = Literal(value[1:-1]) if quoted else NamedNode(expand(value))
    return readings.why(store, NamedNode(expand(subject)), NamedNode(expand(predicate)), term)

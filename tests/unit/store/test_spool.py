"""A serialised result is whole, wherever it lies, and its rows are counted or honestly not."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pyoxigraph as ox
import pytest

from cablegraph.store.spool import INLINE, SHARED, Spool, SpoolFullError, shared_memory

JSON = "application/sparql-results+json"
MANY = "SELECT ?s ?o { ?s <x:p> ?o }"


@pytest.fixture(scope="module")
def store() -> ox.Store:
    store = ox.Store()
    store.extend(
        ox.Quad(ox.NamedNode(f"x:{i}"), ox.NamedNode("x:p"), ox.Literal(f"number {i}, }}}}, {{}}")) for i in range(2000)
    )
    store.add(ox.Quad(ox.NamedNode("x:7"), ox.NamedNode("x:q"), ox.Literal("seven")))
    return store


def spooled(store: ox.Store, text: str, folder: Path, shared: int = -1) -> tuple[Spool, bytes, bytes, str]:
    """The spool of a query; its result in the body, in shared memory, and the path of its file."""
    spool = Spool(1 << 30, str(folder), JSON, text, shared)
    results = store.query(text)
    assert isinstance(results, ox.QuerySolutions)
    results.serialize(spool, ox.QueryResultsFormat.JSON)  # type: ignore[arg-type]
    done = spool.finish()
    return spool, done.body, os.pread(shared, done.shared, 0) if done.shared else b"", done.path


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (MANY, 2000),
        ("SELECT ?s { ?s <x:p> ?o } LIMIT 3", 3),
        ("SELECT ?s { ?s <x:none> ?o }", 0),
        ("SELECT ?nothing { ?s <x:p> ?o }", None),
        ("SELECT ?z { ?s <x:p> ?o OPTIONAL { ?s <x:q> ?z } }", None),
        ("SELECT ?z { ?s <x:p> ?o optional { ?s <x:q> ?z } } LIMIT 3", None),
    ],
)
def test_rows_are_counted_where_the_form_shows_them(
    store: ox.Store, text: str, rows: int | None, tmp_path: Path
) -> None:
    spool, *_ = spooled(store, text, tmp_path)
    assert spool.rows == rows


def test_a_large_result_counts_its_rows_too(store: ox.Store, tmp_path: Path) -> None:
    text = "SELECT * { ?s <x:p> ?o . ?t <x:p> ?u } LIMIT 70000"
    spool, body, _, path = spooled(store, text, tmp_path)
    data = Path(path).read_bytes()
    assert (len(data) > SHARED, body, spool.rows) == (True, b"", 70000)
    assert len(json.loads(data)["results"]["bindings"]) == 70000


def test_a_result_in_shared_memory_is_whole_and_the_next_one_replaces_it(store: ox.Store, tmp_path: Path) -> None:
    shared = shared_memory(str(tmp_path))
    for limit in (2000, 1500):
        _, body, data, path = spooled(store, f"{MANY} LIMIT {limit}", tmp_path, shared)
        assert (len(data) > INLINE, body, path) == (True, b"", "")
        assert len(json.loads(data)["results"]["bindings"]) == limit
    os.close(shared)


def test_without_shared_memory_it_is_a_file(store: ox.Store, tmp_path: Path) -> None:
    _, body, data, path = spooled(store, MANY, tmp_path)
    assert (body, data) == (b"", b"")
    assert len(json.loads(Path(path).read_bytes())["results"]["bindings"]) == 2000


def test_memory_that_is_a_file_without_a_name_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "memfd_create", raising=False)
    handle = shared_memory(str(tmp_path))
    assert not list(tmp_path.iterdir())
    assert (os.write(handle, b"abc"), os.pread(handle, 3, 0)) == (3, b"abc")
    os.close(handle)


def test_over_the_limit_nothing_is_kept(store: ox.Store, tmp_path: Path) -> None:
    spool = Spool(1000, str(tmp_path), JSON, MANY)
    results = store.query(MANY)
    assert isinstance(results, ox.QuerySolutions)
    with pytest.raises((SpoolFullError, OSError)):
        results.serialize(spool, ox.QueryResultsFormat.JSON)  # type: ignore[arg-type]
    spool.drop()
    assert not list(tmp_path.iterdir())

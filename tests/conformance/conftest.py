"""Servers that the conformance tests share: one over a made-up generation, one scratch."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.conformance.served import TOKEN, Served, make_generation, serving, telegrams


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server over 2,000 telegrams, time limit 2 s, read-only to the tests that share it."""
    data = tmp_path_factory.mktemp("built")
    make_generation(data, telegrams(2000), "000000000001")
    with serving(data, timeout="2", log="warning") as server:
        yield server


@pytest.fixture(scope="session")
def _scratch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("scratch"), scratch=True, token=TOKEN, log="warning") as server:
        yield server


@pytest.fixture
def scratch(_scratch: Served) -> Served:
    """An empty, writable store."""
    assert _scratch.update("DROP ALL").status == 204
    return _scratch


@pytest.fixture(scope="session")
def writable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server over a built graph of 200 telegrams, with a token."""
    data = tmp_path_factory.mktemp("writable")
    make_generation(data, telegrams(200), "000000000001")
    with serving(data, token=TOKEN, log="warning") as server:
        yield server

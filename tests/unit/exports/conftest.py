"""The sample corpus and the seed as sources of exports."""

from __future__ import annotations

import pytest
from pyoxigraph import Store

from cablegraph import exports
from cablegraph.exports import Source

ABOUT = {
    "generation": "3f2a9c1b04de",
    "title": "Sample",
    "editor": "The editor",
    "licence": "https://creativecommons.org/publicdomain/zero/1.0/",
}


@pytest.fixture
def sample_source(sample_store: Store) -> Source:
    return exports.of_store(sample_store, **ABOUT)


@pytest.fixture
def seed_source(seed_store: Store) -> Source:
    return exports.of_store(seed_store, **ABOUT)

"""What many tests share: the sample corpus, built once, and a corpus folder to build in."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest
from pyoxigraph import Store

from cablegraph.corpus import Corpus
from cablegraph.shipped import shipped

if TYPE_CHECKING:
    from cablegraph.pipeline import Report

# A machine that is busy makes no test wrong: how long an example takes is for benches.
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")

SAMPLE = ("wilson", "frus", "composed")
DATA = Path(__file__).parent / "data"


def build_into(data: Path, *sources: Path, corpus: Corpus | None = None, jobs: int = 1) -> Report:
    """Build these sources into a data folder, in this process."""
    from cablegraph import pipeline

    return pipeline.build(corpus or Corpus(data.parent), list(sources), data, jobs=jobs)


def store_of(data: Path) -> Store:
    """The current generation of a data folder, read-only."""
    from cablegraph.store.generations import Generations

    current = Generations(data).current()
    assert current is not None
    return Store.read_only(str(current.store_path))


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Data folder of the sample corpus."""
    data = tmp_path_factory.mktemp("sample") / "cablegraph-data"
    report = build_into(data, *(shipped("examples", name) for name in SAMPLE))
    assert report.unread == 0, report.diagnostics
    return data


@pytest.fixture(scope="session")
def sample_store(sample: Path) -> Store:
    """Store of the sample corpus, read-only."""
    return store_of(sample)


@pytest.fixture(scope="session")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Data folder of the seed telegram alone."""
    data = tmp_path_factory.mktemp("seed") / "cablegraph-data"
    build_into(data, shipped("examples", "wilson"))
    return data


@pytest.fixture(scope="session")
def seed_store(seed: Path) -> Store:
    """Store of the seed telegram alone, read-only."""
    return store_of(seed)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """An empty folder for papers."""
    folder = tmp_path / "documents"
    folder.mkdir()
    return folder


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """A skipped test is a failure where everything must be there; what `make clients` and extras bring need not be."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", ()) if reporter is not None else ()
    if os.environ.get("CI") and any("extra" not in report.keywords for report in skipped):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED

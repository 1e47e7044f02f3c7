"""A corpus under identifiers of its own: ``base`` of corpus.toml."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cablegraph import corpus, pipeline
from cablegraph.errors import SettingsError
from cablegraph.shipped import shipped
from tests.waiting import LONG

BASE = "https://archive.example.org/telegrams/"


def command(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command of its own process, as somebody types it."""
    given = [sys.executable, "-m", "cablegraph", "-C", str(home), *arguments]
    return subprocess.run(given, capture_output=True, text=True, timeout=LONG, check=False, env=dict(os.environ))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seed, built under a base of its own."""
    home = tmp_path_factory.mktemp("own")
    (home / "documents").mkdir()
    (home / "corpus.toml").write_text(f'title = "ours"\nbase = "{BASE}"\n', "utf-8")
    (seed,) = shipped("examples", "wilson").glob("*3777*.txt")
    (home / "documents" / seed.name).write_bytes(seed.read_bytes())
    built = command(home, "build")
    assert built.returncode == 0, built.stderr
    return home


def test_papers_people_and_places_have_the_base_of_the_corpus_and_terms_keep_theirs(home: Path) -> None:
    lines = command(home, "export", "nt").stdout
    assert f"<{BASE}id/doc/wilson-ct3777>" in lines
    assert f"<{BASE}id/agent/stalin> <https://schema.org/sameAs> <http://www.wikidata.org/entity/Q855>" in lines
    assert "https://w3id.org/cablegraph/id/" not in lines
    assert "<https://w3id.org/cablegraph/ontology#sentOn>" in lines


def test_questions_and_words_are_asked_by_the_same_short_names(home: Path) -> None:
    asked = command(home, "query", "requests-and-offers", "topic=topic:arms-supply", "-f", "json")
    assert any(row["quantity"] == 60 for row in json.loads(asked.stdout)), asked.stdout + asked.stderr
    why = command(home, "--json", "why", "doc:wilson-ct3777", "rico:hasSender", "agent:stalin")
    assert "FILIPPOV [Stalin]" in why.stdout
    listed = command(home, "query", "holdings-of-a-fond", "fond=archive:aprf/45", "-f", "json")
    assert "fond: nothing here is called “archive:aprf/45”" in listed.stderr


def test_the_checks_find_nothing(home: Path) -> None:
    checked = command(home, "check")
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_another_base_refuses_the_generation_until_it_is_built_again(home: Path) -> None:
    given = (home / "corpus.toml").read_text("utf-8")
    try:
        (home / "corpus.toml").write_text('title = "ours"\n', "utf-8")
        asked = command(home, "query", "letters")
    finally:
        (home / "corpus.toml").write_text(given, "utf-8")
    assert asked.returncode == 1
    assert f"has its identifiers under {BASE}" in asked.stderr


def test_a_process_that_began_under_another_base_says_how_to_begin(home: Path) -> None:
    with pytest.raises(SettingsError, match=f"CABLEGRAPH_BASE={BASE}"):
        pipeline.build(corpus.load(home), [home / "documents"], home / "elsewhere")


@pytest.mark.parametrize("base", ["telegrams/", "https://archive.example.org/telegrams", "urn:x:", "https://a b/"])
def test_a_base_that_is_no_address_ending_in_a_slash_is_refused(tmp_path: Path, base: str) -> None:
    (tmp_path / "corpus.toml").write_text(f'base = "{base}"\n', "utf-8")
    with pytest.raises(SettingsError, match="base"):
        corpus.load(tmp_path)

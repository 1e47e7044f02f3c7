"""Which files are papers, and what corpus.toml says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from cablegraph import corpus
from cablegraph.errors import SettingsError


def test_papers_are_named_by_their_path_inside_the_source(tmp_path: Path) -> None:
    for name in ("b.txt", "box 1/a.txt", "README.md", ".hidden/x.txt", "LICENSE", "cablegraph-data/current"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    assert [paper.name for paper in corpus.papers([tmp_path])] == ["b.txt", "box 1/a.txt"]
    assert [paper.name for paper in corpus.papers([tmp_path], only="box*")] == ["box 1/a.txt"]
    assert [paper.name for paper in corpus.papers([tmp_path / "b.txt", tmp_path])] == ["b.txt", "box 1/a.txt"]


def test_missing_source_is_named_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"there is no file or folder .*nowhere") as caught:
        list(corpus.papers([tmp_path / "nowhere"]))
    assert "cablegraph build FOLDER" in str(caught.value)


def test_corpus_file_declares_readers_and_encodings_by_pattern(tmp_path: Path) -> None:
    (tmp_path / "corpus.toml").write_text(
        'title = "Ours"\n[readers]\n"list*.html" = "plain_text"\n[encodings]\n"old/*" = "koi8-r"\n'
    )
    facts = corpus.load(corpus.find(tmp_path))
    assert facts.title == "Ours"
    assert facts.reader_of("list-1.html") == "plain_text"
    assert facts.reader_of("a.txt") is None
    assert facts.encoding_of("old/a.txt") == "koi8-r"


@pytest.mark.parametrize(
    ("text", "what"),
    [("titel = 'x'", 'unknown entry "titel"'), ("title = 3", '"title" must be a str'), ("title = ", "not well-formed")],
)
def test_wrong_corpus_file_is_an_error_that_names_the_entry(tmp_path: Path, text: str, what: str) -> None:
    (tmp_path / "corpus.toml").write_text(text)
    with pytest.raises(SettingsError, match=what):
        corpus.load(tmp_path)

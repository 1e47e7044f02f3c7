"""Which files are papers, and what corpus.toml says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from cablegraph import corpus
from cablegraph.errors import SettingsError
from tests.conftest import build_into


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
    ("text", "line", "says"),
    [
        ("titel = 'x'", 1, ('unknown entry "titel"', '(did you mean "title"?)')),
        ("title = 'x'\n[reader]\n'a.txt' = 'plain_text'", 2, ('unknown entry "reader"', '(did you mean "readers"?)')),
        ("title = 3", 1, ('"title" must be text, between quotation marks', 'title = "Our telegrams"')),
        ("publish_text = 'no'", 1, ('"publish_text" must be true or false, without quotation marks',)),
        ("languages = [1]", 1, ('"languages" must be a list of words',)),
        ("\ntitle = ", 2, ("is not well-formed TOML", "text stands between quotation marks")),
        ('title = "Ours', 1, ("is not well-formed TOML", "a quotation mark is missing in this line")),
        ('rights = "a"\ntitle = Ours"\n', 2, ("is not well-formed TOML", "a quotation mark is missing in this line")),
    ],
)
def test_wrong_corpus_file_is_an_error_that_shows_the_line_and_what_is_right(
    tmp_path: Path, text: str, line: int, says: tuple[str, ...]
) -> None:
    (tmp_path / "corpus.toml").write_text(text)
    with pytest.raises(SettingsError) as caught:
        corpus.load(tmp_path)
    told = str(caught.value)
    assert f"corpus.toml:{line}" in told
    assert f"   |  {text.splitlines()[line - 1]}\n" in told
    assert all(said in told for said in says), told


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[readers]\n"*.txt" = "plaintext"', ('no reader "plaintext" for "*.txt"', '(did you mean "plain_text"?)')),
        ('[encodings]\n"*.txt" = "koi-8r"', ('no encoding "koi-8r" for "*.txt"', '(did you mean "koi8-r"?)')),
    ],
)
def test_a_reader_or_an_encoding_that_is_not_there_stops_the_build_before_anything_changes(
    tmp_path: Path, papers: Path, text: str, says: tuple[str, ...]
) -> None:
    (papers / "a.txt").write_text("Telegram No. 3\n24 June 1951\nAlpha to Beta\nWe agree.\n")
    data = tmp_path / "cablegraph-data"
    build_into(data, papers, corpus=corpus.load(tmp_path))
    before = {path: path.stat().st_mtime_ns for path in data.rglob("*") if path.is_file()}
    (tmp_path / "corpus.toml").write_text(text)
    with pytest.raises(SettingsError) as caught:
        build_into(data, papers, corpus=corpus.load(tmp_path))
    assert all(said in str(caught.value) for said in says), str(caught.value)
    assert "corpus.toml:2" in str(caught.value)
    assert {path: path.stat().st_mtime_ns for path in data.rglob("*") if path.is_file()} == before

"""Where the text of a paper ends: words of regard are closing, what is told is text."""

from __future__ import annotations

from pathlib import Path

import pytest

from cablegraph import readers
from cablegraph.extraction import extract


@pytest.mark.parametrize("words", ["I have to report this. We request 300 trucks.", "I am glad. We need 300 trucks."])
def test_a_line_that_begins_like_a_regard_and_tells_something_is_text(words: str, tmp_path: Path) -> None:
    paper = tmp_path / "a.txt"
    paper.write_text(f"To Comrade STOIKOV\nSofia, 25 October 1956\n{words}\nKOSTADINOV\n", encoding="utf-8")
    [source] = readers.read(paper, "a.txt")
    record = extract(source)
    assert record.text_of("sender") == "Kostadinov"
    assert [claim.text_of("quantity") for claim in record.parts["claims"]] == ["300"]


@pytest.mark.parametrize("words", ["I am, sir, &c.,", "I have the honor to be, Sir,", "I remain, with great respect,"])
def test_words_of_regard_are_no_text(words: str, tmp_path: Path) -> None:
    paper = tmp_path / "a.txt"
    paper.write_text(f"Sofia, 25 October 1956\nWe request 300 trucks.\n{words}\nKOSTADINOV\n", encoding="utf-8")
    [source] = readers.read(paper, "a.txt")
    assert [claim.text_of("quantity") for claim in extract(source).parts["claims"]] == ["300"]

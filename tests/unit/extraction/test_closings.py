"""Where the text of a paper ends: words of regard are closing, what is told is text."""

from __future__ import annotations

from pathlib import Path

import pytest

from cablegraph import readers
from cablegraph.extraction import extract


@pytest.mark.parametrize(
    "words",
    [
        "I have to report this. We request 300 trucks.",
        "I am glad. We need 300 trucks.",
        "Your telegram of the 17th received. We request 300 trucks.",
        "With reference to the roads we request 300 trucks.",
        "Most bridges are down. We request 300 trucks.",
    ],
)
def test_a_line_that_begins_like_a_regard_and_tells_something_is_text(words: str, tmp_path: Path) -> None:
    paper = tmp_path / "a.txt"
    paper.write_text(f"To Comrade STOIKOV\nSofia, 25 October 1956\n{words}\nKOSTADINOV\n", encoding="utf-8")
    [source] = readers.read(paper, "a.txt")
    record = extract(source)
    assert record.text_of("sender") == "Kostadinov"
    assert [claim.text_of("quantity") for claim in record.parts["claims"]] == ["300"]


@pytest.mark.parametrize(
    "words",
    [
        "I am, sir, &c.,",
        "I have the honor to be, Sir,",
        "I remain, with great respect,",
        "Your obedient servant,",
        "Yours, very truly,",
        "With respect and esteem,",
    ],
)
def test_words_of_regard_are_no_text(words: str, tmp_path: Path) -> None:
    paper = tmp_path / "a.txt"
    paper.write_text(f"Sofia, 25 October 1956\nWe request 300 trucks.\n{words}\nKOSTADINOV\n", encoding="utf-8")
    [source] = readers.read(paper, "a.txt")
    assert [claim.text_of("quantity") for claim in extract(source).parts["claims"]] == ["300"]


HEAD = "Mr. Harlow to Mr. Fish.\nNo. 7.]\nLEGATION OF THE UNITED STATES,\nLisbon, October 2, 1861.\n"


@pytest.mark.parametrize(
    ("below", "town"),
    [
        ("Hon. Hamilton Fish,\nSecretary of State, Washington, D. C.", "Washington"),
        ("John B. Hale, Henry F. Stone, William Grove, Esqs.,\nCommissioners, &c., Peking.", "Peking"),
    ],
)
def test_an_address_ends_with_the_town_the_paper_goes_to(below: str, town: str, tmp_path: Path) -> None:
    paper = tmp_path / "a.txt"
    text = f"{HEAD}Sir: The baron sent me his answer.\nI am, sir, your obedient servant,\nJAMES HARLOW.\n{below}\n"
    paper.write_text(text, encoding="utf-8")
    [source] = readers.read(paper, "a.txt")
    assert extract(source).text_of("destination") == town


def test_a_starred_line_below_the_paper_is_its_footnote(tmp_path: Path) -> None:
    paper = tmp_path / "a.txt"
    note = "* For this paper see p. 351."
    body = "Sir: I sent it with my No. 6.* It is long.\nI am, sir, &c.,\nJAMES HARLOW.\nHon. Hamilton Fish,"
    text = f"{HEAD}{body}\n{note}\n"
    paper.write_text(text, encoding="utf-8")
    [source] = readers.read(paper, "a.txt")
    start = source.text.index(note)
    assert source.layer_of(start + 2, start + 20) == "editorial"
    assert extract(source).text_of("sender") == "James Harlow"

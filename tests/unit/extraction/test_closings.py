"""Where the text of a paper ends: words of regard are closing, what is told is text."""

from __future__ import annotations

from pathlib import Path

import pytest

from cablegraph import readers
from cablegraph.extraction import extract, remarks
from cablegraph.extraction.rows import rows


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


TELEGRAM = (
    "CIPHERED TELEGRAM No. 612\n\nTo Comrade Bulganin\n\nThe harbour asks for 300 trucks. "
    "I have promised an answer by Friday.\n\n"
)


@pytest.mark.parametrize(
    "below",
    [
        "The first page of the typescript is torn.",
        "Note: the seal cannot be read.",
        "Bulganin saw this on Monday.\nHe made no mark on it.",
        "Read by the members of the board.\n\nCopies: Zorin",
        "Archive of the President of the Russian Federation (APRF), f. 45, op. 1, d. 77, ll. 2-3",
        "APRF, f. 45, op. 1, d. 77, ll. 2-3\n\nThe first page of the typescript is torn.",
        "Прочитано в отделе секретарём.",
    ],
)
@pytest.mark.parametrize("signed", ["VASILEV\n5 March 1951", "VASILEV"])
def test_a_short_remark_apart_below_signature_and_day_leaves_both_what_they_are(
    signed: str, below: str, tmp_path: Path
) -> None:
    paper = tmp_path / "a.txt"
    paper.write_text(f"{TELEGRAM}{signed}\n\n{below}\n", encoding="utf-8")
    [source] = readers.read(paper, "a.txt")
    record = extract(source)
    assert record.text_of("sender") == "Vasilev"
    assert record.text_of("date") == ("1951-03-05" if "1951" in signed else "")
    assert [copy.text_of("identifier") for copy in record.parts.get("copies", ())] == (
        ["APRF, f. 45, op. 1, d. 77, ll. 2-3"] if "APRF" in below else []
    )


@pytest.mark.parametrize(
    "words", ["P.S. The list is here.", "We request 40 cranes.", "Please send 40 cranes.", "Send cranes"]
)
def test_what_the_writer_says_below_a_name_is_no_remark(words: str, tmp_path: Path) -> None:
    text = f"{TELEGRAM}VASILEV\n5 March 1951\n\n{words}"
    assert remarks.below(text, rows(text, [(0, len(text))]), None, frozenset()) == 0


def test_a_remark_needs_a_blank_line_and_a_signature_above_it() -> None:
    for above in ("VASILEV\n5 March 1951\n", "The cranes arrived.\n\n", "5 March 1951\n\n"):
        text = f"{TELEGRAM}{above}The first page of the typescript is torn."
        assert remarks.below(text, rows(text, [(0, len(text))]), None, frozenset()) == 0


@pytest.mark.parametrize("place", ["foot", "head"])
def test_shelfmarks_behind_copies_are_no_people_who_get_one(place: str, tmp_path: Path) -> None:
    line = "Copies: RGASPI, f. 558, op. 11, d. 3, l. 5; PQS, f. 7, op. 2, d. 18\n"
    paper = tmp_path / "a.txt"
    head = "TELEGRAM No. 612\nFrom: Vasilev, Odessa\nTo: Bulganin, Moscow\nDate: 5 March 1951\n"
    text = "\nThe harbour asks for 300 trucks.\n\nVASILEV\n\n"
    paper.write_text(head + text + line if place == "foot" else head + line + text, encoding="utf-8")
    [source] = readers.read(paper, "a.txt")
    record = extract(source)
    assert record.fields.get("copied_to", ()) == ()
    assert record.text_of("sender") == "Vasilev"
    assert [copy.text_of("holder") for copy in record.parts.get("copies", ())] == (
        ["RGASPI", "PQS"] if place == "foot" else []
    )


def test_who_speaks_last_and_whom_he_names_is_no_addressee(tmp_path: Path) -> None:
    paper = tmp_path / "a.txt"
    paper.write_text(
        "Sofia, 25 October 1956\nThe talk was short.\nComrade Berg: I greet Chairman Dahl.\n", encoding="utf-8"
    )
    [source] = readers.read(paper, "a.txt")
    assert "addressee" not in extract(source).fields


def test_the_count_of_a_cipher_office_below_a_name_leaves_the_name(tmp_path: Path) -> None:
    paper = tmp_path / "a.txt"
    paper.write_text("TELEGRAM No. 3\nSofia, 25 October 1956\nAll is well.\nKOSTADINOV\n4/2077\n", encoding="utf-8")
    [source] = readers.read(paper, "a.txt")
    assert extract(source).text_of("sender") == "Kostadinov"

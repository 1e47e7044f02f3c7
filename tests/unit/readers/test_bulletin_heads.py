"""Files of several papers: the ways in which a bulletin begins each, and what only looks like such a beginning."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from cablegraph import readers
from cablegraph.errors import ReadError
from cablegraph.extraction import extract
from cablegraph.readers import bulletin_heads

TITLES = (
    "Telegram from Ambassador Petrov to the Soviet Foreign Ministry, 3 July 1968",
    "Telegram from Gromyko to Petrov, 9 July 1968",
    "Record of Conversation of Todorov with the Hungarian Envoy, 12 July 1968",
)
BODIES = (
    "The Minister asked for 40 tanks and 12 field guns, to be delivered before the end of September.\n\n"
    "He said that the General Staff had no reserves of shells left.\n\nPETROV",
    "To Comrade Petrov. Your telegram of 3 July was received. We cannot deliver the tanks before October.\n\nGROMYKO",
    "Comrade Todorov received the Hungarian envoy at his request.\n\nThe envoy handed over an aide-memoire on coal.",
)
SOURCE = "[Source: AVPRF, fond 0144, opis 30, papka 118, delo 15. Translated by N. N.]"


def paged(heads: Sequence[str], *, sources: bool = True, bodies: Sequence[str] = BODIES) -> str:
    """A file of papers with these heads."""
    papers = [
        f"{head}\n\n{body}" + (f"\n\n{SOURCE}" if sources else "") for head, body in zip(heads, bodies, strict=True)
    ]
    return "New Evidence on Deliveries of Arms\n\n" + "\n\n".join(papers) + "\n"


def titles(text: str, tmp_path: Path) -> list[str]:
    """The titles of the papers that are read from a file."""
    path = tmp_path / "page.txt"
    path.write_text(text, "utf-8")
    found = []
    for source in readers.read(path, path.name):
        found += [source.text[line.start : line.end] for line in source.lines if line.label == "title"]
    return found


@pytest.mark.parametrize("sources", [True, False])
@pytest.mark.parametrize(
    "lead",
    [
        ("Document One\n", "Document Two\n", "Document Three\n"),
        ("DOCUMENT ONE: ", "DOCUMENT TWO: ", "DOCUMENT THREE: "),
        ("[Document 1] ", "[Document 2] ", "[Document 3] "),
        ("**Document 1.** ", "**Document 2.** ", "**Document 3.** "),
        ("Doc. No. 11 – ", "Doc. No. 12 – ", "Doc. No. 13 – "),
        ("No. 1\n", "No. 2\n", "No. 3\n"),
        ("1. ", "2. ", "3. "),
        ("I. ", "II. ", "III. "),
    ],
)
def test_papers_of_a_page_are_told_apart(lead: Sequence[str], sources: bool, tmp_path: Path) -> None:
    text = paged([first + title for first, title in zip(lead, TITLES, strict=True)], sources=sources)
    assert titles(text, tmp_path) == list(TITLES)


def test_heads_of_several_kinds_in_one_file(tmp_path: Path) -> None:
    heads = [f"Document 1: {TITLES[0]}", "2. 9 July 1968, telegram from Gromyko to Petrov", f"Doc. 3. {TITLES[2]}"]
    assert len(titles(paged(heads), tmp_path)) == 3


def test_head_alone_in_its_line_may_follow_other_words(tmp_path: Path) -> None:
    text = paged([f"Document No. {number}\n{title}" for number, title in enumerate(TITLES, 11)])
    assert titles(text.replace("Arms\n\n", "Arms\n"), tmp_path) == list(TITLES)


def test_heads_that_begin_with_the_day_in_short(tmp_path: Path) -> None:
    days = ["1. 3 Jul. 1968, telegram, Petrov to Gromyko", "2. 9 Jul. 1968, telegram", "3. 12 Jul. 1968, record"]
    assert len(titles(paged(days), tmp_path)) == 3


@pytest.mark.parametrize("lead", ["", "1968-07-03: "])
def test_titles_without_number_behind_each_source(lead: str, tmp_path: Path) -> None:
    heads = [lead + title for title in TITLES]
    assert titles(paged(heads), tmp_path) == heads
    assert titles(paged([head.upper() for head in heads]), tmp_path) == [head.upper() for head in heads]


@pytest.mark.parametrize(
    "words",
    [
        "Document 2 shows that the answer came soon.",
        "On this see the\nDocument 3 that the envoys were given.",
        "His points were:\n\n1. Tanks are to come in 1968.\n\n2. Guns are to come by rail.",
        "No. 7",
    ],
)
def test_running_text_begins_no_paper(words: str, tmp_path: Path) -> None:
    bodies = [BODIES[0].replace("He said", f"{words}\n\nHe said"), *BODIES[1:]]
    heads = [f"Document {number}: {title}" for number, title in enumerate(TITLES, 1)]
    assert titles(paged(heads, bodies=bodies), tmp_path) == list(TITLES)


def test_list_of_papers_is_no_bulletin(tmp_path: Path) -> None:
    rows = "\n\n".join(f"{number}. {title}\nPetrov tells of tanks." for number, title in enumerate(TITLES, 1))
    with pytest.raises(ReadError) as caught:
        titles("Documents in this collection: 3\n\n" + rows, tmp_path)
    assert caught.value.diagnostic.code == "listing"


def test_one_telegram_with_numbered_points_is_one_paper() -> None:
    points = [
        "CIPHERED TELEGRAM No. 15",
        "",
        "1. Letter of 3 July 1968 has been handed over.",
        "2. Telegram of 9 July 1968 has not come.",
    ]
    assert bulletin_heads.find(points) == []


@pytest.mark.parametrize(
    ("number", "value"), [("4", 4), ("IV", 4), ("XIX", 19), ("Four", 4), ("TWENTY", 20), ("XL", 40)]
)
def test_number_of_a_head(number: str, value: int) -> None:
    assert bulletin_heads.value(number) == value


NOTED = """DOCUMENT No. 1
Letter from Hans Lund to Ivan Holm

Dear Comrade Holm!
I met Comrade Dahl on 17 August.1 We spoke for an hour.
H. Lund
Budapest, 18 August 1968

1. Lund wrote 15 by mistake.

[Source: MOL, M-KS 288. f. 5/467. őe.]

DOCUMENT No. 2
Telegram from Ivan Holm to Hans Lund, 19 August 1968

I thank you for your letter.
HOLM
[Source: AAN, KC PZPR, sygn. 193, k. 24.]
"""


def test_a_footnote_above_the_source_is_no_part_of_the_paper(tmp_path: Path) -> None:
    paper = tmp_path / "a.txt"
    paper.write_text(NOTED, "utf-8")
    first, second = (extract(source) for source in readers.read(paper, "a.txt"))
    assert [first.text_of("signature"), first.text_of("date")] == ["H. Lund", "1968-08-18"]
    assert second.text_of("signature") == "Holm"
    [note] = first.source.labelled("note")
    assert first.source.text[note.start : note.end] == "1. Lund wrote 15 by mistake."

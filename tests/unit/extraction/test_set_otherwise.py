"""A paper set otherwise reads the same: lines broken at a margin, blanks doubled, hyphens of another font."""

# ruff: noqa: E501  (a paper's paragraph is a line)

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from cablegraph import readers
from cablegraph.extraction import extract

TELEGRAM = """\
July 12, 1952

Ciphered Telegram No. 4407, Filippov [Stalin] to Comrade Mao Zedong via Ambassador Panyushkin in Beijing

BEIJING, PANYUSHKIN

For Comrade MAO ZEDONG.

We have received your telegram No. 2216 of July 9. The Soviet Government agrees to deliver 240 field guns and 1,500 trucks before the end of October. We cannot satisfy the request for further ammunition.

Comrade Semenov will send you the list of the spare parts in a separate telegram. We ask you to inform us how many pilots have completed their training, and whether the air-defence of Mukden has been strengthened.

FILIPPOV

12 July 1952

The History and Public Policy Program welcomes reuse of Digital Archive materials for research and educational purposes. Some documents may be subject to copyright, which is retained by the rights holders in accordance with US and international copyright laws.
"""
DESPATCH = """\
File No. 861.77/512

The Consul General at Harbin (Moser) to the Acting Secretary of State

[Telegram]

Harbin, August 14, 1918, 6 p.m. [Received August 15, 4.20 a.m.]

212. Your No. 114, August 9, noon. General Horvat stated that he would not permit the withdrawal of the troops from Pogranichnaya. He asked for a loan of 3,000,000 rubles, and promised to repay it in six months.

I recommend that the Department refuse the loan. The railway has 420 locomotives, of which not more than 90 are in repair. Full report by mail.

Moser
"""
BREAKS = {
    "at 72 with blank lines": lambda text: wrapped(text, 72),
    "at 60 with blank lines": lambda text: wrapped(text, 60),
    "at 72 without": lambda text: wrapped(text, 72).replace("\n\n", "\n"),
    "at 66, paragraphs indented": lambda text: wrapped(text, 66, "     ").replace("\n\n", "\n"),
    "at 64, the page indented": lambda text: textwrap.indent(wrapped(text, 64), "      "),
    "at 64, and each line apart": lambda text: wrapped(text, 64).replace("\n\n", "\n").replace("\n", "\n\n"),
    "at 70, and no feed": lambda text: wrapped(text, 70).replace("\n", "\r"),
}
MARKS = {
    "no-break blanks": (" ", "\u00a0"),
    "blanks that are doubled": (" ", "  "),
    "two blanks behind a stop": (". ", ".  "),
    "blanks behind lines": ("\n", "  \n"),
    "tabs before lines": ("\n", "\n\t"),
    "thin blanks": (". ", ".\u2009"),
    "blanks without width": (" ", " \u200b"),
    "form feeds": ("\n\n", "\n\x0c\n"),
    "line separators": ("\n", "\u2028"),
    "hyphens that do not break": ("-", "\u2011"),
    "soft hyphens": ("ra", "ra\u00ad"),
    "a mark at the end": ("laws.\n", "laws.\n\x1a"),
}


def wrapped(text: str, width: int, indent: str = "") -> str:
    lines = text.split("\n")
    return "\n".join(
        textwrap.fill(line, width, initial_indent=indent, break_long_words=False, break_on_hyphens=False)
        for line in lines
    )


def facts(folder: Path, text: str) -> Counter[tuple[str, str]]:
    """What is read, without where it stands."""
    (folder / "paper.txt").write_bytes(text.encode())
    found: Counter[tuple[str, str]] = Counter()
    for source in readers.read(folder / "paper.txt", "paper.txt"):
        for part in extract(source).walk():
            assert all(
                source.text[start:end].strip()
                for field in part.fields.values()
                for one in field
                for start, end in one.spans
            )
            found.update((name, one.text) for name, field in part.fields.items() if name != "start" for one in field)
    return found


@pytest.mark.parametrize("paper", [TELEGRAM, DESPATCH], ids=["telegram", "despatch"])
@pytest.mark.parametrize("broken", BREAKS.values(), ids=BREAKS)
def test_lines_that_are_broken_at_a_margin_read_as_paragraphs(
    tmp_path: Path, paper: str, broken: Callable[[str], str]
) -> None:
    whole = facts(tmp_path, paper)
    assert len(whole) > 25
    assert facts(tmp_path, broken(paper)) == whole


@pytest.mark.parametrize("paper", [TELEGRAM, DESPATCH], ids=["telegram", "despatch"])
@pytest.mark.parametrize(("mark", "other"), MARKS.values(), ids=MARKS)
def test_marks_of_another_font_read_as_plain_ones(tmp_path: Path, paper: str, mark: str, other: str) -> None:
    assert facts(tmp_path, paper.replace(mark, other)) == facts(tmp_path, paper)

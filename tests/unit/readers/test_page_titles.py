"""Titles that a copied page begins with, told from a paper's own first lines."""

# ruff: noqa: E501  (a line of a paper is read best on one line)

from __future__ import annotations

import pytest

from cablegraph import readers
from cablegraph.readers import page_titles, wilson_center
from cablegraph.record import SourceText, normalise


def laid_out(text: str) -> SourceText:
    text = normalise(text)
    return next(readers.TEXT_READERS[readers.choose(text, "a.txt")](text, "a.txt"))


def words(source: SourceText, label: str) -> list[str]:
    return [source.text[line.start : line.end] for line in source.labelled(label)]


@pytest.mark.parametrize(
    "title",
    [
        "Cable, Zhou Enlai to Wu Xiuquan and for Kim Il Sung",
        "Coded Message, V. Chervenkov to A. A. Zhdanov",
        "Presidium Decision on the Sale of Rails to Albania",
        "Gromyko, Andropov, Ustinov Memorandum on Herat",
        "Ministry of the Interior, 'Report on the Mood in Halle'",
        "Foreign Ministry of Canada, Telegram E-310, Disarmament",
        "Telegram from the Embassy of Finland in Peking, No. 12",
        "Extract from Protocol No. 7 of the Politburo, 'On the Ambassador. His Report'",
    ],
)
def test_catalogue_titles(title: str) -> None:
    assert page_titles.is_title(title)


@pytest.mark.parametrize(
    "line",
    [
        "TELEGRAM FROM THE AMBASSADOR IN ROME TO THE MINISTER",
        "Your letter to the Minister was handed over.",
        "The Minister sent a letter to the Embassy",
        "To Comrade Molotov",
        "Note from the Embassy of Italy: the consulates",
        "I have your letter of 6 May from Rome",
        "Dear Comrade Zhivkov, dear guests",
        "Report   from the district",
    ],
)
def test_other_lines(line: str) -> None:
    assert not page_titles.is_title(line)


def test_title_before_the_date_and_without_one() -> None:
    dated = laid_out(
        "Skip to content\n\nLetter, Ana Diaz to Li Bo, on Rice\n\nApril 17th, 1979\n\nDear Li,\n\nRice has come.\n\nAna\n"
    )
    assert words(dated, "title") == ["Letter, Ana Diaz to Li Bo, on Rice"]
    assert words(dated, "page-date") == ["April 17th, 1979"]
    undated = laid_out(
        "Report of the Trade Delegation of Norway in Peking\n\nTRADE DELEGATION\nPeking, 6 May 1952\nTin is dear.\nAll sold.\nOla Berg\n"
    )
    assert words(undated, "title") == ["Report of the Trade Delegation of Norway in Peking"]
    assert not words(undated, "page-date")


def test_a_papers_own_head_is_left_in_its_text() -> None:
    source = laid_out(
        "Letter to Deputy Chairman Rossi\nRome, 5 May 1950\nDear Comrade,\nThe rails have come.\nAll of them.\nBruno\n"
    )
    assert not words(source, "title")


def test_a_citation_on_the_first_line() -> None:
    source = laid_out(
        "“Statement by Mrs. Berg (Norway) in the Committee,” May 2, 1965, Wilson Center Digital Archive, Contributed by A. B.\n\n"
        "COMMITTEE\nENDC/PV.1\n2 May 1965\nENGLISH\n\nMrs. BERG: We agree.\n"
    )
    assert words(source, "title") == ["Statement by Mrs. Berg (Norway) in the Committee"]


PAGE = "May 7, 1950\nCable, Mao to Stalin\nTo Stalin\nThe rice has come.\nMao\n{last}\nAuthor(s):\nAssociated Places\nSource\n"


@pytest.mark.parametrize(
    ("last", "summary"),
    [
        ("Missions are told how to treat letters.", True),
        ("Mao thanks Stalin for rice.", True),
        ("Visit Choibalsan and tell him that the rice arrives.", False),
        ("Ask Rossi what he offers and report on it.", False),
    ],
)
def test_orders_are_no_summary(last: str, summary: bool) -> None:
    source = wilson_center.lay_out(PAGE.format(last=last), "a.txt")
    assert words(source, "summary") == ([last] if summary else [])

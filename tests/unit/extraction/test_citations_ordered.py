"""Papers of bodies and of those of whom somebody tells, by series, by the day that stands before, and in Russian."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from tests.unit.extraction.test_citations_handed import DESPATCH, WIRE, cited

LETTER = "Telegram\n\nWarsaw, 14 May 1902\nNo. 318\nComrade Honecker\n\n{}\n\nNeubauer\n"


@pytest.mark.parametrize(
    "text",
    [
        "Petrograd General Committee telegraphed all the workmen’s committees to disregard orders.",
        "Minister of Ways of Communication cabled Schulenburg to buy the engines.",
        "British Government has cabled its Minister here to refuse.",
        "Japanese Government telegraphed its representatives not to sign.",
        "American Consuls thought this and so cabled London.",
        "This board has telegraphed to the viceroys and governors, directing them to exhort the people.",
        "The grand vizier sent an order by telegraph to the governor of Sivas to protect the missionaries.",
        "An imperial rescript has been sent by telegraph.",
        "Mr. Shuster tells me he has written to the regent offering to go.",
        "Shuster tells me he has written to the regent offering to go.",
        "The funds for which Major Davis has cabled should be granted.",
        "The minister said that he had received a telegram from his Government to the effect that all was lost.",
        "The Argentine Ambassador had let me see a telegram from Dr. Cantilo, at Lima, in which he warned against it.",
    ],
)
def test_one_paper_whose_day_nobody_says(text: str) -> None:
    assert cited(WIRE, text) == [("", "")]


@pytest.mark.parametrize(
    ("text", "papers"),
    [
        ("Mr. Rublee had been instructed on May 2, by our telegram No. 782, to hold himself ready.", [("782", "05-02")]),
        ("I reported on the 4th instant, in my No. 33, that the port is closed.", [("33", "05-04")]),
        ("To your CT No. 97. Kania received me.", [("97", "")]),
        ("I refer to your CT No. 97 of May 2.", [("97", "05-02")]),
        ("In reply to your VVS No. 97 I report that all is well.", [("97", "")]),
        ("Your dispatch (No. 33) of the 1st instant reached me.", [("33", "05-01")]),
        ("Under the Department's instruction, numbered 33, of the 14th of March, I was directed to act.", [("33", "03-14")]),
        ("I addressed to Mr. Berg on the 3d instant a note asking for time.", [("", "05-03")]),
        ("All is well. On the 3d instant I telegraphed you that the revolt is over.", [("", "05-03")]),
        ("I had the honor on the 3d instant to telegraph you that the revolt is over.", [("", "05-03")]),
        ("The commissioner mentioned in mine of the [11th] entered a protest.", [("", "05-11")]),
        ("The viceroy refuses, as may be seen from Mr. Lay's telegram, also inclosed.", []),
        ("For your information there is appended a paraphrase of a telegram from the Minister at Peking.", []),
        ("It is told in Mr. Lay's letter, herewith inclosed.", []),
        ("I attach a translation of a note from Mr. Lay.", []),
        ("He will be asked whether the Government has cabled its ministers to sign.", []),
    ],
)  # fmt: skip
def test_papers_of_despatches(text: str, papers: list[tuple[str, str]]) -> None:
    assert cited(DESPATCH, text) == papers


@pytest.mark.parametrize(
    ("text", "papers"),
    [
        ("Your ciphertelegram No. 172 of 5 May has been received.", [("172", "05-05")]),
        ("Reference your cryptogram 172.", [("172", "")]),
        ("Re your szyfrogram No. 172.", [("172", "")]),
        ("UKMIS New York telno 172: South Africa.", [("172", "")]),
        ("Paris telegram No. 172 (not to all).", [("172", "")]),
        ("On 5 May the Embassy addressed a note to the Ministry.", [("", "05-05")]),
    ],
)
def test_papers_of_archives(text: str, papers: list[tuple[str, str]]) -> None:
    assert cited(LETTER, text) == papers


@pytest.mark.parametrize(
    ("text", "papers"),
    [
        ("См. наш № 172. Переговоры закончены.", [("172", "", "")]),
        ("На ваш № 172 от 5 мая сообщаем следующее.", [("172", "1950-05-05", "")]),
        ("В ответ на вашу телеграмму № 172 от 5 мая сообщаем следующее.", [("172", "1950-05-05", "telegram")]),
        ("Ваши №№ 172 и 173 получили.", [("172", "", ""), ("173", "", "")]),
        ("Получил Ваше письмо от 5 мая.", [("", "1950-05-05", "letter")]),
        ("Наше мнение известно, мой друг.", []),
    ],
)
def test_papers_cited_in_russian(text: str, papers: list[tuple[str, str, str]]) -> None:
    [source] = plain_text.read(
        f"Пекин, 14 мая 1950 г.\n\nТоварищу Филиппову\n\n{text} Больше сообщить нечего.\n\nРощин\n", "a.txt"
    )
    found = extract(source).parts.get("citations", ())
    assert [(one.text_of("number"), one.text_of("date"), one.text_of("form")) for one in found] == papers

"""Forms and grades that a head states, in more languages, and words that look like them and are none."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import Record, normalise

BODY = "\n12 October 1965\n\nThe trams are running again.\n\nBerg\n"


def read(text: str) -> Record:
    [source] = plain_text.read(normalise(text), "paper.txt")
    return extract(source)


def names(record: Record, field: str) -> list[str]:
    return list(dict.fromkeys(passage.text for passage in record.fields.get(field, ())))


@pytest.mark.parametrize("title", [
    "Special communication of L. P. Berg to I. V. Dahl on the dispatch of specialists",
    "Dispatch of troops to Korea",
    "Berg to Dahl regarding the note of the Allies",
    "Despatch of volunteers",
    "Berg to Dahl concerning the letter of the King",
    "Berg to Dahl on the decision of the Politburo",
])  # fmt: skip
def test_what_a_title_is_about_is_not_its_form(title: str) -> None:
    assert names(read(f"{title}{BODY}"), "form") == []


def test_a_despatch_is_one() -> None:
    assert names(read(f"Despatch of the Minister in Oslo{BODY}"), "form") == ["despatch"]


@pytest.mark.parametrize(("line", "classification", "precedence"), [
    ("“SECRET — EYES ONLY”", ["secret"], ["personal"]),
    ("TOP SECRET/EYES ONLY", ["top-secret"], ["personal"]),
    ("Restricted", ["restricted"], []),
    ("EYES ONLY", [], ["personal"]),
])  # fmt: skip
def test_eyes_only_is_no_grade_of_secrecy(line: str, classification: list[str], precedence: list[str]) -> None:
    record = read(f"MEMORANDUM\n\n{line}\n\nTO:      The President\nFROM:    W. W. Rostow{BODY}")
    assert (names(record, "classification"), names(record, "precedence")) == (classification, precedence)
    assert names(record, "addressee") == ["President"]


@pytest.mark.parametrize(("title", "form", "sender", "addressee"), [
    ("毛泽东致斯大林电", "telegram", "毛泽东", "斯大林"),
    ("周恩来致柯西金函", "letter", "周恩来", "柯西金"),
    ("外交部给驻苏联使馆的电报", "telegram", "外交部", "驻苏联使馆"),
    ("周恩来总理致尼赫鲁总理信", "letter", "周恩来", "尼赫鲁"),
    ("毛泽东给菲利波夫的密电", "ciphered-telegram", "毛泽东", "菲利波夫"),
    ("毛泽东关于朝鲜问题致周恩来的电报", "telegram", "毛泽东", "周恩来"),
])  # fmt: skip
def test_chinese_titles_say_who_wrote_what_to_whom(title: str, form: str, sender: str, addressee: str) -> None:
    record = read(f"{title}\n1950年10月2日\n\n我们决定派一部分军队至朝鲜境内。\n")
    assert (names(record, "form"), names(record, "sender")) == ([form], [sender])
    assert names(record, "addressee") == [addressee]

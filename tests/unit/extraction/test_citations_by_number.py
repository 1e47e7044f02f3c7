"""Papers cited by form and number alone, whoever wrote them."""

from __future__ import annotations

import pytest

from cablegraph.extraction import citing, citing_named


def read(text: str) -> list[tuple[str, str, str]]:
    found = [
        *citing.find(text, 0, len(text), context="1968-08-30"),
        *citing_named.find(text, 0, len(text), context="1968-08-30"),
    ]
    return [(one.form, one.number, one.date.edtf if one.date else "") for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Complement to Tel. 312.", [("telegram", "312", "")]),
        ("In addition to letter 45.", [("letter", "45", "")]),
        ("It was reported in Memorandum No. 12/66.", [("memorandum", "12/66", "")]),
        ("I gave the answer in despatch 1188 of 3 May.", [("despatch", "1188", "1968-05-03")]),
        ("Yours 402, 403, and my talk with Berg.", [("", "402", ""), ("", "403", "")]),
        ("Re your 07.733 and my 09.411.", [("", "07.733", ""), ("", "09.411", "")]),
        ("Reference Deptel 491 and Embtel 511.2\n", [("telegram", "491", ""), ("telegram", "511", "")]),
        ("I read the letter of Qasim al-Rubai of 2 May.", [("letter", "", "1968-05-02")]),
        ("I have the letter which you sent me through Envoy Dahl on 8 May.", [("letter", "", "1968-05-08")]),
        ("He began with the note of 30 April.", [("note", "", "1968-04-30")]),
    ],
)
def test_paper_by_form_and_number(text: str, found: list[tuple[str, str, str]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    "text", ["He sent us cables of 40 metres.", "The report 12 people signed is long.", "It weighs 11.2 tons."]
)
def test_figures_that_count_other_things(text: str) -> None:
    assert read(text) == []

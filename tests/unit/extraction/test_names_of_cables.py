"""People and places of cables: articles inside Arab names, colleagues, lettered paragraphs, rows of posts."""

# ruff: noqa: E501  (a table is read best with a row to a line)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract, mentions
from cablegraph.extraction.names import parties
from cablegraph.extraction.titles import read as read_title
from cablegraph.readers import plain_text
from cablegraph.record import SourceText, normalise


def read(text: str) -> dict[str, str]:
    return {one.text: one.entity for one in mentions.extract(SourceText(text), [(0, len(text))])}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The letter of Qasim al-Rubai came at noon.", {"Qasim al-Rubai": "person"}),
        ("He sent M. Martin d'Orval to the mill.", {"Martin d'Orval": "person"}),
        ("The Polish colleague Wrzosek avoided me.", {"Wrzosek": "person"}),
        ("Quevedo (of Peru) is said to be ill.", {"Quevedo": "person", "Peru": "place"}),
        ("They were flown to Dharwal at night.", {"Dharwal": "place"}),
        ("We waited on the road between Burg el-Tayr and Alexandria.", {"Burg el-Tayr": "place", "Alexandria": "place"}),
        ("He has 14 vessels between Malta and Corfu now.", {"Malta": "place", "Corfu": "place"}),
        ("In Warsaw, Bielak and Jaruzelski have others.", {"Warsaw": "place", "Bielak": "person", "Jaruzelski": "person"}),
        ("The paper was repeated to London 174, Paris 88, Moscow 12.", {"London": "place", "Paris": "place", "Moscow": "place"}),
        ("He has it from a Pole and from a Dane.", {}),
        ("It was sent to Swedembassy Moscow and to Italdiplo Bonn.", {"Moscow": "place", "Bonn": "place"}),
        ("The two Franciscans of the mission asked Techmashexport.", {}),
        ("It came from Zaire by train.", {"Zaire": "place"}),
    ],
)  # fmt: skip
def test_names_where_they_stand(text: str, found: dict[str, str]) -> None:
    assert read(text) == found


def test_letters_of_paragraphs_are_no_initials() -> None:
    text = (
        "A. Thanks for your note.\nB. Of the 50 tractors they speak of nine.\nC. Protocol of the meeting is with you.\n"
    )
    assert read(text) == {}
    assert read("We spoke.\nL. Kotova had not come.\n") == {"L. Kotova": "person"}


def test_a_list_of_ships_is_still_no_list_of_towns() -> None:
    assert "place" not in read("The cruisers Odessa, Vologda and Toula waited.").values()


def test_common_words_behind_a_title_name_nobody() -> None:
    assert parties("Nuclear Cooperation", 0, 19) == []
    assert [one.name for one in parties("Mark Clark", 0, 10)] == ["Mark Clark"]


def test_who_speaks_by_an_initial_is_the_one_the_heading_names_in_full() -> None:
    text = "RECORD\nof the talks of Comrade Niels Berg with Mr. Ivo Dahl in Oslo\n\nN. Berg: We have wood.\nI. Dahl: And no saws, said N. Berg.\n"
    [source] = plain_text.read(normalise(text), "paper.txt")
    found = {one.text for one in extract(source).fields["mentions"] if one.entity == "person"}
    assert not found & {"N. Berg", "I. Dahl"}


def test_a_title_in_capitals_has_two_parties() -> None:
    words = "TELEGRAM FROM N. BERG TO R. K. DAHL ON THE FERRY"
    title = read_title(words, 0, len(words))
    assert [one.name for one in (*title.senders, *title.addressees)] == ["N. Berg", "R. K. Dahl"]

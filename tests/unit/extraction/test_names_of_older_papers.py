"""People, ships, newspapers and places as despatches of 1861 to 1940 name them."""

from __future__ import annotations

import pytest

from cablegraph.extraction import mentions, names
from cablegraph.record import SourceText


def named(text: str, kind: str) -> list[str]:
    found = mentions.extract(SourceText(text), [(0, len(text))])
    return [one.text for one in found if one.entity == kind]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I am told that Ex-President Varela spoke for it at great length.", "Varela"),
        ("The Minister of Marine Olavarria has promised to send the papers.", "Olavarria"),
        ("Lieutenant Commander Thorne and the others are said to be with him.", "Thorne"),
        ("The train which was to bring Prince Kazan has not come to this place.", "Kazan"),
        ("They were brought here under the escort of Sheng Kung by the road.", "Sheng Kung"),
        ("The Baron von der Holm has been received by the King and the Queen.", "von der Holm"),
    ],
)
def test_who_bears_the_title(text: str, name: str) -> None:
    assert named(text, "person") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Messrs. Tate Brothers complain that their lighters were carried off by the guard.",
        "The captain of the whaler Mary Lothrop came on board and made a complaint.",
        "I read it in the newspaper El Faro de la Costa and in no other place.",
        "Twenty hold passports and the rest of them do not.",
    ],
)
def test_houses_ships_newspapers_and_numbers_are_nobody(text: str) -> None:
    assert named(text, "person") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A troop of horse rode in from Tolvanka the following morning and is here.", "Tolvanka"),
        ("The enemy has retired upon Wexmore and the railroad is in our hands.", "Wexmore"),
        ("The general has taken Wexmore, with all the guns that were in it.", "Wexmore"),
        ("The buoys which were laid without notice at St. Amand are still there.", "St. Amand"),
        ("There were many crossings between San Telmo and the sea in that year.", "San Telmo"),
        ("The water in the Tang-ho is too low for the vessel that was to come.", "Tang-ho"),
    ],
)
def test_where_it_was(text: str, place: str) -> None:
    assert named(text, "place") == [place]


@pytest.mark.parametrize(
    ("line", "country"),
    [("LEGATION OF THE UNITED STATES,", "United States"), ("EMBASSY OF JAPAN", "Japan"), ("AMERICAN LEGATION,", "")],
)
def test_a_headings_line_names_the_country_of_the_mission(line: str, country: str) -> None:
    text = f"{line}\nLisbon, May 4, 1874."
    found = mentions.extract(SourceText(text), [], titles=[(0, len(line))])
    assert [one.text for one in found] == ([country] if country else [])


@pytest.mark.parametrize(
    ("words", "name"),
    [("The American Minister Resident", "American Minister Resident"), ("Minister Resident Hale", "Hale")],
)
def test_a_minister_resident_holds_an_office(words: str, name: str) -> None:
    party = names.parse(words, 0, len(words))
    assert party is not None
    assert party.name == name

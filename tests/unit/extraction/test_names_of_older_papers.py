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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was said in the club last night and in the street. Arbelaez released.", "Arbelaez"),
        ("He was with us for a day. Noulet sails on the steamer with the others.", "Noulet"),
        ("They say that Ayerza lets the press know of it and of all the rest.", "Ayerza"),
        ("I was to demand of Tamayo the release of the men who are with him.", "Tamayo"),
        ("The papers of the board were given to Mr. White and the other two.", "White"),
        ("The papers of the board were given to Dr. Baron and the other two.", "Baron"),
        ("The owner of it, Ebenezer Coffin, is still in the hands of the port.", "Ebenezer Coffin"),
        ("The commissioner, Koo Tai-ling, has told me of it in the last few days.", "Koo Tai-ling"),
    ],
)
def test_who_is_spoken_of(text: str, name: str) -> None:
    assert named(text, "person") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The consul goes home on the yacht of the Tsar. He says that he is ill and must be in the north.",
        "Cholera has not come to the town, and the doctors are of good hope for it.",
        "I would name no Englishman, and no other man of that part of the world.",
    ],
)
def test_sentences_after_a_title_sicknesses_and_nationals_are_nobody(text: str) -> None:
    assert named(text, "person") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The mountains of Vrondissi will be cleared of them within the month.", "Vrondissi"),
        ("A band from Zinapa crossed the river and drove off the mules of the man.", "Zinapa"),
        ("Captain Hale reports from Shelexna that forty of them have come in.", "Shelexna"),
        ("We ask leave to send Mr. Hale to Tokuyama with the gifts for the sick.", "Tokuyama"),
        ("He said nothing of the Anapuu peninsula and of what was asked of him.", "Anapuu"),
        ("The people of Gurgan have nothing left, and they are on the road to us.", "Gurgan"),
    ],
)
def test_where_it_was_in_other_words(text: str, place: str) -> None:
    assert named(text, "place") == [place]


@pytest.mark.parametrize(
    "text",
    [
        "They spoke of the claims that grew out of the Alabama, and of no other matter.",
        "The letter goes by the Siberia. There is no other ship for it in this month.",
        "The sick lie in the church of San Marcial and have no bread and no water.",
        "The Compagnie du Congo has all of the shares in it and will not sell them.",
    ],
)
def test_ships_churches_and_companies_are_no_places(text: str) -> None:
    assert named(text, "place") == []


def test_the_united_states_stand_before_their_legation_too() -> None:
    line = "UNITED STATES CONSULATE-GENERAL,"
    assert [one.text for one in mentions.extract(SourceText(line), [], titles=[(0, len(line))])] == ["United States"]

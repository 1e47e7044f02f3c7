"""People, places, bodies and events that a text names."""

from __future__ import annotations

import pytest

from cablegraph.extraction import mentions
from cablegraph.record import SourceText


def read(text: str, *parties: str) -> dict[str, str]:
    found = mentions.extract(SourceText(text), [(0, len(text))], parties)
    return {passage.text: passage.entity for passage in found}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("from [Soviet ambassador to the UN Jacob] Malik's speech", "Malik"),
        ("Comrade Kim Il Sung asked for it.", "Kim Il Sung"),
        ("I spoke with General Poole to-day.", "Poole"),
        ("a note of Mr. Page of the embassy", "Page"),
        ("Foreign Minister Gromyko replied.", "Gromyko"),
        ("Premier Zhou Enlai received me.", "Zhou Enlai"),
        ("the Earl of Kimberley directs me", "Kimberley"),
        ("We met Roger S. Greene there.", "Roger S. Greene"),
        ("he was met by Pak Hon-yong", "Pak Hon-yong"),
        ("he saw Nguyen Co Thach again", "Nguyen Co Thach"),
        ("Tell Willard that the men are here.", "Willard"),
        ("it was reported that Ustrugov requested a meeting", "Ustrugov"),
    ],
)
def test_a_person_is_named_without_the_title(text: str, name: str) -> None:
    assert read(text) == {name: "person"}


@pytest.mark.parametrize(
    "text",
    [
        "Comrade, we thank you. History will judge.",
        "The Chairman and the Secretary of State agree.",
        "Unfortunately nothing has changed. Therefore we wait.",
        "The Russian Government and the Central Committee wait.",
        "Comrade Chairman, the Ambassador Extraordinary waits.",
        "The Remington contract for rifles is signed.",
        "Deptel asks Emb for Fol data.",
        "I inclose a note marked A. Referring to it, I wait.",
    ],
)
def test_a_title_an_office_or_a_common_word_names_nobody(text: str) -> None:
    assert not {name for name, entity in read(text).items() if entity == "person"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("the talks at Kaesong go on", "Kaesong"),
        ("They arrived in Vladivostok.", "Vladivostok"),
        ("wagons at Naushki station", "Naushki"),
        ("the road to Guanajay", "Guanajay"),
        ("the towns of Rzhev, Moscow and Tver are quiet", "Tver"),
        ("the Republic of Guinea asks", "Guinea"),
        ("beyond the Strait of Belzan", "Strait of Belzan"),
        ("the railway Pertan–Moscow", "Pertan"),
        ("south of the Velka, where", "Velka"),
        ("the consul at San Pedro del Mar wrote", "San Pedro del Mar"),
        ("nickel from Tarcoa, where", "Tarcoa"),
        ("near Ortovo and Besk, where", "Besk"),
        ("near Wuchan. They went as far as Wuchan.", "Wuchan"),
    ],
)
def test_a_place_is_known_by_table_or_by_form(text: str, place: str) -> None:
    assert read(text)[place] == "place"


@pytest.mark.parametrize(
    "text", ["the Moscow Supply Committee", "the Bank of England", "PRC offers came", "the steamer Omsk waits"]
)
def test_a_place_inside_another_name_is_no_place(text: str) -> None:
    assert "place" not in read(text).values()


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("He told Mr. Drake that all is well.", "Drake"),
        ("Mrs. Graves has left.", "Graves"),
        ("Messrs. Whittall and La Fontaine called.", "La Fontaine"),
        ("Generals Hodes and Craigie insisted.", "Craigie"),
        ("men were arrested in Pula. Commander Sir Lambton Loraine came.", "Lambton Loraine"),
        ("the stationmaster Gy. Kovács was dismissed", "Gy. Kovács"),
        ("Comrade Pak Il-u is here.", "Pak Il-u"),
        ("He saw U Thi Han there.", "U Thi Han"),
        ("Saw FonSec Ikram today.", "Ikram"),
    ],
)
def test_a_title_an_initial_or_a_list_shows_a_person(text: str, person: str) -> None:
    assert read(text)[person] == "person"


@pytest.mark.parametrize(
    "text",
    [
        "the officers of the bark Augusta, of the gunboat Callao",
        "the steamers Omsk and Tobolsk are held",
        "the steamers, Omsk, Tobolsk, seized",
        "accounts of T[ovaro-Obmien] are closed",
        "tons: Voronej 5,616, Vologda 4,784, Claudius Brand 3,967.",
        "Callers told me so.",
        "Thirty thousand Buriats wait.",
        "the local Commissar for Finance waits",
    ],
)
def test_ships_companies_and_kinds_of_people_are_no_people(text: str) -> None:
    assert read(text) == {}


def test_an_office_before_a_province_is_not_part_of_the_place() -> None:
    assert read("he asked the Civil Governor of Belin Province to act")["Belin Province"] == "place"


def test_a_row_of_names_behind_one_title_are_all_people() -> None:
    assert set(read("Comrades Molotov, Malenkov and Gromyko know it.")) == {"Molotov", "Malenkov", "Gromyko"}


def test_a_salutation_names_no_third_person() -> None:
    assert read("Comrade Mao Zedong!\nWe agree.") == {}


def test_a_party_of_the_heading_named_in_the_text_is_a_mention() -> None:
    assert read("Answer should be received by Francis if possible.", "Francis") == {"Francis": "person"}


def test_a_name_given_in_full_is_known_again_by_its_last_word() -> None:
    source = SourceText("Mr. Henry Miller came. Miller left.")
    assert [p.text for p in mentions.extract(source, [(0, len(source.text))])] == ["Henry Miller", "Miller"]


def test_bodies_are_found_by_table() -> None:
    assert read("The matter goes to the Security Council.") == {"Security Council": "body"}


def test_titles_of_papers_give_places_alone() -> None:
    text = "The Ambassador in Russia (Francis)"
    [place] = mentions.extract(SourceText(text), [], titles=[(0, len(text))])
    assert (place.text, place.entity) == ("Russia", "place")


@pytest.mark.parametrize(
    "text",
    [
        'We protest against the seizure of the "Pueblo" by the navy.',
        'They gave out leaflets of "Solidarity" in the port.',
        "The crew of the “Zawiercie” told us so.",
    ],
)
def test_what_alone_stands_in_quotation_marks_is_no_person(text: str) -> None:
    assert "person" not in read(text).values()


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("On 30 August Mengistu Haile Mariam told the ambassador so.", ["Mengistu Haile Mariam"]),
        ("Surgeon-General Wyman proposes it to Attorney-General Olney.", ["Wyman", "Olney"]),
        ("It was signed by Wm. Baynard and Edwd. Thornton.", ["Wm. Baynard", "Edwd. Thornton"]),
        ("I had four conversations with Mr. Wu. My British colleague agreed.", ["Wu"]),
        ("He asked whether we would speak to Yahya a second time.", ["Yahya"]),
        ("They came for the funeral of Deng in spring.", ["Deng"]),
        ("Xu Xiangqian will leave in May.", ["Xu Xiangqian"]),
    ],
)
def test_names_beside_days_titles_and_little_words(words: str, names: list[str]) -> None:
    found = mentions.extract(SourceText(words), [(0, len(words))])
    assert [one.text for one in found if one.entity == "person"] == names


@pytest.mark.parametrize(
    ("words", "people", "places"),
    [
        ("It is from Soviet Ambassador to the USA Dobrynin.", ["Dobrynin"], ["USA"]),
        ("At Guadalajara Magill reports all quiet.", ["Magill"], ["Guadalajara"]),
        ("He desires that no reply be returned to Bakhmeteff for the present.", ["Bakhmeteff"], []),
        ("The Moscow Supply Committee met at London Docks.", [], []),
    ],
)
def test_a_post_or_a_beginning_parts_a_place_from_the_name_behind_it(
    words: str, people: list[str], places: list[str]
) -> None:
    found = mentions.extract(SourceText(words), [(0, len(words))])
    assert [one.text for one in found if one.entity == "person"] == people
    assert [one.text for one in found if one.entity == "place"] == places


def test_khan_and_shah_are_names_behind_names_and_offices_alone() -> None:
    words = "I saw President Ayub Khan. The Shah agreed; Zahir Shah did not. Yahya Khan came with the Khan of Khiva."
    found = mentions.extract(SourceText(words), [(0, len(words))])
    assert [one.text for one in found if one.entity == "person"] == ["Ayub Khan", "Zahir Shah", "Yahya Khan"]

"""Heads of the series: names in brackets that are towns too, datelines with a country, circulars, notes and houses."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text
from cablegraph.record import Record


def read(text: str) -> Record:
    (source,) = frus_text.read(text, "paper")
    return extract(source)


@pytest.mark.parametrize(
    ("head", "name", "country"),
    [
        ("The Consul at Vera Cruz (Canada)", "Canada", "Vera Cruz"),
        ("The Minister in Liberia (Lyon)", "Lyon", "Liberia"),
        ("The Chargé in Mexico (London)", "London", "Mexico"),
        ("The Consul General at Berlin (Houston)", "Houston", "Berlin"),
    ],
)
def test_a_bracket_behind_a_seated_office_is_its_holder(head: str, name: str, country: str) -> None:
    text = f"{head} to the Secretary of State\n[Telegram]\nParis, April 20, 1914, 5 p. m.\n44. All is well.\n{name}\n"
    record = read(text)
    assert {(one.text, one.entity) for one in record.fields["sender"]} == {(name, "person")}
    places = {one.text for one in record.fields.get("mentions", ()) if one.entity == "place"}
    assert name not in places


@pytest.mark.parametrize(
    ("officer", "name"), [("Minister Lyon", "Lyon"), ("Consul Canada", "Canada"), ("Vice-Consul Holland", "Holland")]
)
def test_an_officer_may_be_called_like_a_place(officer: str, name: str) -> None:
    head = f"The Acting Secretary of State to {officer}.\n[Telegram.]\nWashington, April 23, 1909."
    text = f"{head}\nAll is well.\nA. LUND.\n"
    record = read(text)
    assert [(one.text, one.entity) for one in record.fields["addressee"]] == [(name, "person")]
    assert name not in {one.text for one in record.fields.get("mentions", ()) if one.entity == "place"}


def test_the_town_of_a_bracket_stays_the_offices_where_none_is_named() -> None:
    record = read("The British Embassy (Washington) to the Secretary of State\nMay 4, 1922.\nSir: All is well.\n")
    assert [one.text for one in record.fields["sender"]] == ["British Embassy"]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("San Jose, Costa Rica, July 24, 1906.", "San Jose"),
        ("Mazagan, Morocco, July 24, 1906.", "Mazagan"),
        ("Bluefields, Nicaragua, July 24, 1894.", "Bluefields"),
        ("Panama, July 24, 1906.", "Panama"),
    ],
)
def test_a_dateline_may_name_the_country_behind_the_town(line: str, place: str) -> None:
    text = f"Mr. Lund to Mr. Berg.\nNo. 34.]\nAMERICAN LEGATION,\n{line}\nSir: All is well.\nI have, etc.,\nA. LUND.\n"
    assert read(text).text_of("origin") == place


@pytest.mark.parametrize(
    ("end", "form"),
    [
        ("Accept, sir, the renewed assurances of my highest consideration.", "note"),
        ("Accept, etc.,", "note"),
        ("I avail myself of this occasion to offer you, sir, a renewed assurance of my high consideration.", "note"),
        ("I am, sir, your obedient servant,", "instruction"),
        ("I am, etc.,", "instruction"),
    ],
)
def test_the_department_ends_its_notes_otherwise_than_instructions(end: str, form: str) -> None:
    text = (
        "Mr. Lund to Mr. Berg.\nNo. 57.] DEPARTMENT OF STATE,\nWashington, October 19, 1894.\n"
        f"SIR: I have received what you say of trams.\n{end}\nA. LUND.\n"
    )
    assert read(text).text_of("form") == form


@pytest.mark.parametrize(
    ("to", "form"),
    [
        ("Certain American Consular Officers", "circular"),
        ("All Diplomatic and Consular Officers", "circular"),
        ("the Diplomatic Representatives of the United States in Europe", "circular"),
        ("the Consular Officer at Hull (Dahl)", "letter"),
    ],
)
def test_a_letter_to_many_officers_is_a_circular(to: str, form: str) -> None:
    text = f"The Acting Secretary of State to {to}\nWASHINGTON, February 14, 1930.\nSIRS: Reports are asked.\nA. LUND\n"
    assert read(text).text_of("form") == form


@pytest.mark.parametrize(
    ("to", "names"),
    [
        (
            "the Continental and Commercial Trust and Savings Bank of Chicago",
            ["Continental and Commercial Trust and Savings Bank of Chicago"],
        ),
        ("the American and Foreign Power Company", ["American and Foreign Power Company"]),
        ("Mr. Lamont and the Guaranty Trust Company", ["Lamont", "Guaranty Trust Company"]),
        ("the Minister of Finance and the Standard Oil Company", ["Minister of Finance", "Standard Oil Company"]),
    ],
)
def test_a_house_of_two_words_and_more_is_one(to: str, names: list[str]) -> None:
    text = f"The Secretary of State to {to}\nWASHINGTON, November 16, 1916.\nGENTLEMEN: Yours is here.\nA. LUND\n"
    assert [one.text for one in read(text).fields["addressee"]] == names


@pytest.mark.parametrize("words", ["Buriats are few there", "Tatars were promised land", "Kumyks have no trams"])
def test_a_people_that_no_list_knows_is_nobody(words: str) -> None:
    record = read(f"Mr. Lund to Mr. Berg.\nParis, May 4, 1871.\nSir: {words}. I heard so.\nA. LUND.\n")
    assert not [one.text for one in record.fields.get("mentions", ()) if one.entity == "person"]

"""Words that no list knows, by what stands beside them; lists of copies in brackets; preambles of decisions."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text, plain_text
from cablegraph.record import normalise

LETTER = "Mr. Lund to Mr. Berg.\nParis, May 4, 1911.\nSir: I have nothing new. {}\nA. LUND.\n"


def mentioned(words: str) -> dict[str, str]:
    (source,) = frus_text.read(LETTER.format(words), "paper")
    found = extract(source).fields.get("mentions", ())
    return {one.text: one.entity for one in found if one.spans[0].start > LETTER.index("{")}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("I was asked by Mr. Joseph Clark, of Ikoko, for carbolic.", "Ikoko"),
        ("Franz Xaver Hollub, of Budwar, came home.", "Budwar"),
        ("Mrs. Lindt, late of Kalash; and others.", "Kalash"),
        ("In one village, Lotoko, the houses have fallen.", "Lotoko"),
        ("He was at the port, Tulma, for days.", "Tulma"),
        ("The industrial centers such as Sestrova (rifle factory), Okhta (powder works) are idle.", "Okhta"),
        ("The whalers which resort to Tumbar are few.", "Tumbar"),
        ("It consents to the extension of the survey to Brita.", "Brita"),
        ("The crime of Kassinda will not be forgotten.", "Kassinda"),
        ("The trenches on Wolmida are half ready.", "Wolmida"),
    ],
)
def test_an_unknown_word_is_a_place_by_its_neighbours(words: str, name: str) -> None:
    assert mentioned(words)[name] == "place"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("I have set up a committee with Anderlin of Hongkong Bank.", "Anderlin"),
        ("I ask that Hoovar be informed through the Embassy.", "Hoovar"),
        ("Should Mathieux ask whether Bolivia was consulted, say no.", "Mathieux"),
        ("The recall of Shostar was asked.", "Shostar"),
        ("Vice-Governor-General Ghislain assured me of it.", "Ghislain"),
        ("There are 65 specialists headed by Engineer-Colonel Golovko.", "Golovko"),
        ("It is necessary that Captain 1st Rank Mazurin remain here.", "Mazurin"),
        ("He complains of General Gaida’s1 order.", "Gaida"),
    ],
)
def test_an_unknown_word_is_a_person_by_its_neighbours(words: str, name: str) -> None:
    assert mentioned(words)[name] == "person"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The following telegram from Caldwin was received this morning.", "Caldwin"),
        ("It was boarded by the coastguard cutter Tampa off the coast.", "Tampa"),
        ("The surplus held by the General Receiver can not be paid.", "Receiver"),
        ("Bazaars closed since Thursday.", "Bazaars"),
        ("He spoke of Warsaw [Finland] and of nothing else.", "Warsaw Finland"),
        ("I asked the Foreign Office and Congress for it.", "Foreign Office"),
    ],
)
def test_what_may_be_a_man_or_a_town_is_neither(words: str, name: str) -> None:
    assert name not in mentioned(words)


@pytest.mark.parametrize(
    "words", ["The FRG government wants it.", "He says the DRV values it.", "The GDR embassy wrote."]
)
def test_letters_of_a_country_behind_the_article_are_the_country(words: str) -> None:
    assert "place" in mentioned(words).values()


@pytest.mark.parametrize(
    "line", ["[Distribution: Gomułka, Cyrankiewicz, Ochab]", "(Copies: Comrades Gomułka, Cyrankiewicz, Ochab)"]
)
def test_a_list_of_copies_may_stand_in_brackets(line: str) -> None:
    text = f"TELEGRAM\n\nFrom: Havana (Jeleń)\nTo: Warsaw (Rapacki)\n\nThe trams are gone.\n\nJeleń\n\n{line}\n"
    [source] = plain_text.read(normalise(text), "paper.txt")
    assert [one.text for one in extract(source).fields["copied_to"]] == ["Gomułka", "Cyrankiewicz", "Ochab"]


@pytest.mark.parametrize(
    "words",
    [
        "Having considered the proposal of Comrade Konstantin Tellalov, the Politburo decides:",
        "On the basis of the report of Comrade Konstantin Tellalov the Politburo decides:",
        "Taking into account the request conveyed by Comrade Konstantin Tellalov, to decide:",
    ],
)
def test_the_preamble_of_a_decision_is_its_text(words: str) -> None:
    head = "TOP SECRET\nDECISION\nNo. 421\nof the Politburo of the CC of the BCP\nof 6 July 1972"
    text = f"{head}\n{words}\n1. To buy 500 trams.\n"
    [source] = plain_text.read(normalise(text), "paper.txt")
    assert "Konstantin Tellalov" in {one.text for one in extract(source).fields["mentions"]}


def test_who_took_part_on_whose_part() -> None:
    text = (
        "Stenographic record\nMeeting of Erich Lund with Karel Berg\nBerlin, 30 May 1984\n"
        "On the part of the SED: Hermann Axen, Günter Mittag\nOn the part of the WPK: Kang Song San\n"
        "Comrade Lund: We have trams.\n"
    )
    [source] = plain_text.read(normalise(text), "paper.txt")
    assert {"Hermann Axen", "Günter Mittag", "Kang Song San"} <= {
        one.text for one in extract(source).fields["participant"]
    }

"""Heads of decisions, letters and ciphergrams as translators give them: annexed telegrams, lists, districts, counts."""

# ruff: noqa: E501  (papers keep the lines they have)

from __future__ import annotations

import pytest

from cablegraph import dates
from cablegraph.extraction import extract, forms, titles
from cablegraph.readers import frus_text, plain_text
from cablegraph.record import Record, normalise


def read(text: str) -> Record:
    [source] = plain_text.read(normalise(text), "paper.txt")
    return extract(source)


def names(record: Record, field: str) -> list[str]:
    return list(dict.fromkeys(passage.text for passage in record.fields.get(field, ())))


DECISION = """VKP(b) Central Committee Politburo decision with an approved message from Lukin (Sever) to the Soviet Ambassador in Sofia (Bobrov) with a message for Kolev

VKP(b) CC POLITBURO DECISION No. P71/12

5 July 1950

To Comrades Molotov, Vyshinsky

12. Telegram to Soviet Ambassador in Bulgaria (Bobrov)

Approve the attached telegram.

SECRETARY OF THE CC

To point 12 (OP) of Minutes No. 71

SOFIA
SOVIET AMBASSADOR

Transmit to Kolev.

We will provide the 40 tractors asked for.

LUKIN

RGASPI, F. 558, Op. 11, D. 334, L. 79-80. [copy in the file of Poskrebyshev]
"""


def test_a_telegram_annexed_to_a_point_of_minutes_is_a_message_of_its_own() -> None:
    assert not frus_text.sniff(DECISION, "paper.txt")
    record = read(DECISION)
    assert record.text_of("form") == "decision"
    assert names(record, "number") == ["P71/12"]
    assert names(record, "date") == ["1950-07-05"]
    assert names(record, "addressee") == ["Molotov", "Vyshinsky"]
    [annexed] = record.parts["enclosed"]
    assert (names(annexed, "sender"), names(annexed, "addressee")) == (["Lukin"], ["Kolev"])
    assert names(annexed, "destination") == ["Sofia"]
    [copy] = record.parts["copies"]
    assert copy.text_of("identifier") == "RGASPI, f. 558, op. 11, d. 334, ll. 79-80"


CIPHERGRAM = """PEOPLE'S REPUBLIC OF BULGARIA
MINISTRY OF FOREIGN AFFAIRS
CIPHER DEPARTMENT
STRICTLY CONFIDENTIAL! To be returned within 24 hours.
Ciphergram No. 812
Belgrade, 3.IV.1979, 11.20
Comrade Petko Draganov
Comrade Iliya Stamatov
Reply to No. 2209
I was received today by the minister.

– 96 – Rusev [handwritten: To the file]
"""


def test_comrades_one_below_the_other_are_whom_a_ciphergram_is_for() -> None:
    record = read(CIPHERGRAM)
    assert names(record, "addressee") == ["Petko Draganov", "Iliya Stamatov"]
    assert names(record, "sender") == ["Rusev"]
    assert names(record, "origin") == ["Belgrade"]
    assert record.text_of("form") == "ciphered-telegram"


LETTER = """[Translator's note: the original of this letter has not been found; the text follows a carbon copy that bears no signature and was sent by air.]

CHAIRMAN OF THE COUNCIL OF MINISTERS
OF THE POLISH PEOPLE'S REPUBLIC
Pr. 1-22/66

Warsaw, 18 May 1966

The Honourable Walter R Dunn
Secretary of State
Washington, D.C.

Dear Mr Secretary,

We shall send the list.

J. ZARZYCKI
"""


def test_a_letterheads_office_writes_and_the_address_says_where_it_goes() -> None:
    record = read(LETTER)
    assert names(record, "addressee") == ["Walter R Dunn"]
    assert (names(record, "receiver"), names(record, "relay")) == ([], [])
    assert (names(record, "origin"), names(record, "destination")) == (["Warsaw"], ["Washington"])
    assert names(record, "date") == ["1966-05-18"]
    assert names(record, "sender") == ["J. Zarzycki"]


@pytest.mark.parametrize(("line", "who", "where"), [
    ("To Comrade BOBROV. Pyongyang.", ["Bobrov"], ["Pyongyang"]),
    ("To Comrade Anton Pavlovich Bobrov Moscow", ["Anton Pavlovich Bobrov"], ["Moscow"]),
    ("To: Cdes. Bobrov, Lukin – everything; Sever – pp. 1, 2", ["Bobrov", "Lukin", "Sever"], []),
    ("Personally to Comrade BOBROV", ["Bobrov"], []),
    ("To: Relaciones, México, D.F.", ["Relaciones"], ["México"]),
    ("For Secretary and Minister only. Your B14 and my B22 refer.", [], []),
])  # fmt: skip
def test_addresses_in_one_line(line: str, who: list[str], where: list[str]) -> None:
    record = read(f"TELEGRAM No. 318\n\n{line}\n\n3 April 1951\n\nWe ask you to send 40 trucks.\n\nDAHL\n")
    assert names(record, "addressee") == who
    assert names(record, "destination") == where


def test_a_cable_address_before_named_readers_is_where_it_goes() -> None:
    record = read(
        "TELEGRAM No. 4021\nFROM: HICOMIND LONDON\nTO: FOREIGN NEW DELHI\n12 August 1971\n"
        "Prime Minister Rao and Foreign Secretary Iyer from High Commissioner.\n\nSaw him today.\n\nMENON\n"
    )
    assert names(record, "addressee") == ["Rao", "Iyer"]
    assert names(record, "destination") == ["New Delhi"]


def test_those_present_may_have_an_initial_that_looks_like_a_pronoun() -> None:
    record = read(
        "Protocol No. 61\nSession of the Presidium of the CC CPSU, 25 October 1962\n\n"
        "Present: N. S. Lukin (chair), L. I. Bobrov, A. I. Sever\nTaken by: V. Zimin\n\n1. On flour.\nLukin: We ask for it.\n"
    )
    assert names(record, "participant") == ["N. S. Lukin", "L. I. Bobrov", "A. I. Sever"]
    assert names(record, "author") == ["Presidium of the CC CPSU"]


def test_a_letters_subject_in_quotation_marks_may_have_an_apostrophe() -> None:
    words = "Letter from C. D. Pryor to J. S. Ward, 'Prime Minister's Meeting with President Aho'"
    title = titles.read(words, 0, len(words))
    assert [one.name for one in title.senders] == ["C. D. Pryor"]
    assert [one.name for one in title.addressees] == ["J. S. Ward"]
    assert title.participants == []


def test_a_first_name_in_a_salutation_is_nobody_else() -> None:
    record = read("10 May 1990\n\nTo J. S. Ward\n\nDear Stephen,\n\nI saw him today.\n\nC. D. PRYOR\n")
    assert names(record, "addressee") == ["J. S. Ward"]
    other = read("10 May 1990\n\nDear Stephen,\n\nI saw him today.\n\nC. D. PRYOR\n")
    assert names(other, "addressee") == ["Stephen"]


def test_a_desk_in_a_bracket_is_no_mans_real_name() -> None:
    record = read(
        "TELEGRAM No. 5\n\nfor: Comrade Trapp (CC Dept. IU), Comrade Walz (MfAA)\n\n3 April 1979\n\nAll is quiet.\n\nDAHL\n"
    )
    assert names(record, "addressee") == ["Trapp", "Walz"]
    assert names(record, "addressed_as") == []


def test_letter_spaced_forms_of_two_words_and_party_bureaus() -> None:
    assert (
        read("I n c o m i n g   c i p h e r\nFrom: Léopoldville, 27.8.60\n\nAll is quiet.\n\nDAHL\n").text_of("form")
        == "ciphered-telegram"
    )
    form = forms.at_head("CC CPSU Politburo Decision")
    assert form is not None
    assert form.slug == "decision"


@pytest.mark.parametrize("number", ["Pr. 1-22/66", "No. 2-11/1968"])
def test_a_number_with_a_dash_and_then_a_stroke_is_no_day(number: str) -> None:
    assert list(dates.find(number, 0, len(number))) == []
    assert [found.values[0].edtf for found in dates.find("2/11-1968", 0, 9, order="dmy")] == ["1968-11-02"]


def test_for_whom_a_repeated_telegram_is_at_another_post() -> None:
    record = read(
        "TELEGRAM No. 318\nFROM: HICOMIND LONDON\nTO: FOREIGN NEW DELHI\nRepeated INDEMBASSY WASHINGTON for Ambassador Rao only.\n"
        "12 August 1971\n\nSaw him today. Warships will approach the coast.\n\nMENON\n"
    )
    assert names(record, "copied_to") == ["Rao"]
    assert "Warships" not in names(record, "mentions")


def test_who_drew_up_or_deciphered_a_paper_is_mentioned() -> None:
    record = read(
        "TELEGRAM No. 318\n\nTo Comrade Bobrov\n\n3 April 1951\n\nSaw Douglas-Home today.\n\nDAHL\n\n"
        "drawn up by: Behrens\nDeciphered by: Krupa 9 IX 1958, 15:10\n"
    )
    assert {"Behrens", "Krupa", "Douglas-Home"} <= set(names(record, "mentions"))

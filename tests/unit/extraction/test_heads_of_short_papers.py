"""Heads and feet of short papers: who is meant in the first words, signers in columns, addresses below a signature."""

# ruff: noqa: E501  (papers keep the lines they have)

from __future__ import annotations

import pytest

from cablegraph import dates
from cablegraph.extraction import extract, titles
from cablegraph.readers import plain_text
from cablegraph.record import Record, normalise


def read(text: str) -> Record:
    [source] = plain_text.read(normalise(text), "paper.txt")
    return extract(source)


def names(record: Record, field: str) -> list[str]:
    return list(dict.fromkeys(passage.text for passage in record.fields.get(field, ())))


@pytest.mark.parametrize(("words", "senders", "addressees", "authors"), [
    ("Handwritten Note, Adam Gorski to Jan Cyran on the Talks with Dolezal", ["Adam Gorski"], ["Jan Cyran"], []),
    ("Speech by Anton Dahl at a Meeting with Norwegian Guests", [], [], ["Anton Dahl"]),
    ("Cable from V. P. Lukin, Conveying Kim Aho's Letter to N. S. Berg", ["V. P. Lukin"], ["N. S. Berg"], []),
    ("Letter, Le Dahl to Nguyen Berg [Excerpt]", ["Le Dahl"], ["Nguyen Berg"], []),
])  # fmt: skip
def test_titles_say_who_sent_what_to_whom(
    words: str, senders: list[str], addressees: list[str], authors: list[str]
) -> None:
    title = titles.read(words, 0, len(words))
    assert [one.name for one in title.senders] == senders
    assert [one.name for one in title.addressees] == addressees
    assert [one.name for one in title.authors] == authors


def test_the_first_words_of_a_cipher_say_for_whom_and_from_whom_it_is() -> None:
    record = read(
        "CYPHER TELEGRAM\nFROM: FOREIGN, NEW DELHI\nTO: INDEMBASSY, WASHINGTON\n22 May 1974\n\n"
        "RAO FROM IYER SINGH. Your 311 of May 20. Nothing more should be said.\n"
    )
    assert (names(record, "addressee"), names(record, "sender")) == (["Rao"], ["Iyer Singh"])
    assert names(record, "destination") == ["Washington"]
    told = read("LETTER\n\nTo Anton Dahl\n22 May 1974\n\nNEWS FROM HOME. All is well.\n\nBerg\n")
    assert names(told, "sender") == ["Berg"]


def test_one_man_for_another_in_a_ciphergram() -> None:
    record = read(
        "Ciphergram No. 3807\nfrom New York, dispatched 9.XII.66\n\nMICHNIK for ROSTOK\n\nAll is quiet.\n\nTOMAR\n"
    )
    assert (names(record, "receiver"), names(record, "addressee")) == (["Michnik"], ["Rostok"])


def test_those_who_sign_beside_each_other_sign_together() -> None:
    record = read(
        "To Comrade V. M. LUKIN\n\n24 June 1953\n\nThe trams are running.\n\nV. SEVER            V. BOBROV            P. ZIMIN\n"
    )
    assert names(record, "sender") == ["V. Sever", "V. Bobrov", "P. Zimin"]


def test_offices_beside_names_and_a_quarter_below() -> None:
    record = read(
        "To Comrade ANTON BERG\n\nWe thank you for the horses.\n\nPrime Minister of the Republic            KARL DAHL\n\n"
        "Minister of Foreign Affairs            OLAF HOLM\n\nPyongyang, Moranbong\n2 April 1951\n"
    )
    assert names(record, "sender") == ["Karl Dahl", "Olaf Holm"]
    assert names(record, "origin") == ["Pyongyang"]


def test_a_verbal_note_with_its_address_below_in_wide_letters() -> None:
    record = read(
        "EMBASSY OF THE GERMAN DEMOCRATIC REPUBLIC\n\nV e r b a l   N o t e\n\n"
        "The Embassy of the German Democratic Republic presents its compliments to the Ministry of Foreign Affairs of the Korean People's "
        "Democratic Republic and, with reference to its note, has the honor to say that the brigade will leave.\n\n"
        "It avails itself of this opportunity to renew the assurances of its high consideration.\n\nPyongyang, 18.VIII.1960\n\nL.S.\n\n"
        "To the\nMinistry of Foreign Affairs\nof the Korean People's Democratic Republic\nP y o n g y a n g\n"
    )
    assert names(record, "sender") == ["Embassy of the German Democratic Republic"]
    assert names(record, "addressee") == ["Ministry of Foreign Affairs of the Korean People's Democratic Republic"]
    assert (names(record, "destination"), names(record, "form")) == (["Pyongyang"], ["note"])


def test_an_office_and_below_it_the_man_who_holds_it() -> None:
    record = read(
        "Telegram\n\nCHAIRMAN OF THE PEOPLE'S REPUBLIC OF CHINA\nCOMRADE ANTON BERG\n\nBEIJING\n\nI express our sympathy.\n\nDAHL\n\nUlaanbaatar, 21 August 1954\n"
    )
    assert names(record, "addressee") == ["Anton Berg"]
    relayed = read(
        "TELEGRAM No. 5\n\nPRAGUE\nSOVIET AMBASSADOR\nCOMRADE ANTON BERG\n\n21 August 1954\n\nAll is quiet.\n\nDAHL\n"
    )
    assert "Soviet Ambassador" in [*names(relayed, "receiver"), *names(relayed, "addressee")]


def test_a_journal_whose_grade_stands_in_another_column() -> None:
    record = read(
        "From the journal of                    TOP SECRET\nS. V. LUKIN                    Copy No. __\n\nOutgoing No. 902\n22 September 1960\n\n"
        "RECORD OF CONVERSATION\nwith General Secretary ANTON BERG\n\nI visited Berg at his request.\n"
    )
    assert [*names(record, "sender"), *names(record, "author")] == ["S. V. Lukin"]


@pytest.mark.parametrize(
    ("words", "day"), [("9 of VII, 1963", "1963-07-09"), ("5/9-68", "1968-09-05"), ("12 IX 1957", "1957-09-12")]
)
def test_days_with_roman_months_behind_of_and_the_nordic_way(words: str, day: str) -> None:
    [found] = dates.find(words, 0, len(words))
    assert [value.edtf for value in found.values] == [day]


def test_an_address_with_a_street_above_a_greeting() -> None:
    record = read(
        "BUENOS AIRES, 4 June 1981\n\nDr. ANTON BERG\nPresident of the National Commission\nRua General Severiano 90\nRIO DE JANEIRO\n\n"
        "Dear Mr. President:\n\nThe tubes will be sent by sea.\n\nCARLOS DAHL\n"
    )
    assert names(record, "addressee") == ["Anton Berg"]
    assert (names(record, "origin"), names(record, "destination")) == (["Buenos Aires"], ["Rio de Janeiro"])
    assert names(record, "receiver") == []


def test_what_is_only_received_is_not_answered_and_others_announce_papers_too() -> None:
    record = read(
        "TELEGRAM No. 101\n\nTo Director Berg\n\n3 April 1956\n\nI have received your No. 57 and shall answer when the master returns. "
        "On the question of cover Comrade Anton Holm will report separately. An identical telegram, in which I could not join, was sent.\n\nDAHL\n"
    )
    [cited] = record.parts["citations"]
    assert (cited.text_of("number"), cited.text_of("answers")) == ("57", "")
    [announced] = record.parts["promises"]
    [words] = announced.fields["start"]
    assert "Holm will report separately" in record.source.quote(words.spans[0])
    assert not record.parts.get("claims")
    answered = read(
        "TELEGRAM No. 102\n\nTo Director Berg\n\n3 April 1956\n\nI have received your No. 57 and agree.\n\nDAHL\n"
    )
    assert answered.parts["citations"][0].text_of("answers") == "true"

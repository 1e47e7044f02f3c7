"""Titles as the series of 1861 to 1936 and the digital archive write them: who writes to whom, and through whom."""

# ruff: noqa: E501  (a line of a paper is read best on one line)

from __future__ import annotations

import pytest

from cablegraph.extraction import titles


def named(title: titles.Title) -> tuple[list[str], list[str], list[str], list[str]]:
    """Senders, addressees, relays and authors by name."""
    return (
        [party.name for party in title.senders],
        [party.name for party in title.addressees],
        [party.name for party in title.relays],
        [party.name for party in title.authors],
    )


@pytest.mark.parametrize(
    ("words", "senders", "addressees"),
    [
        ("Mr. Romero to Mr. Seward.—[Translation.]", ["Romero"], ["Seward"]),
        ("Mr. Seward to the Marquis de Montholon", ["Seward"], ["de Montholon"]),
        ("President Grant to the Khedive of Egypt", ["Grant"], ["Khedive of Egypt"]),
        ("The Tycoon of Japan to the President of the United States", ["Tycoon of Japan"], ["President of the United States"]),
        (
            "The Consul General at Shanghai (Cunningham), Temporarily at Nanking, to the Secretary of State",
            ["Cunningham"],
            ["Secretary of State"],
        ),
        ("The Counselor for the Department of State (Polk) to the Ambassador in Russia (Francis)", ["Polk"], ["Francis"]),
        ("The Soviet Commissar for Foreign Affairs (Litvinov) to President Roosevelt", ["Litvinov"], ["Roosevelt"]),
        ("Messrs. Kuhn, Loeb & Co. to the Secretary of State", ["Kuhn, Loeb & Co"], ["Secretary of State"]),
        ("Messrs. Sullivan & Cromwell to the Secretary of State", ["Sullivan & Cromwell"], ["Secretary of State"]),
        ("Messrs. Day, Davis, and Frye to Mr. Hay.", ["Day", "Davis", "Frye"], ["Hay"]),
        ("M. Drouyn de l'Huys to M. Mercier.", ["Drouyn de l'Huys"], ["Mercier"]),
        ("The Marquis of Salisbury to Mr. White.", ["Salisbury"], ["White"]),
        ("The Prince and ministers to Mr. Denby.", ["Prince and ministers"], ["Denby"]),
        ("Freiherr von Richthofen to Mr. Tower.", ["von Richthofen"], ["Tower"]),
        ("The National City Bank of New York to the Secretary of State", ["National City Bank of New York"], ["Secretary of State"]),
        ("The Mexican Chargé d'Affaires to the Secretary of State.", ["Mexican Chargé d'Affaires"], ["Secretary of State"]),
        (
            "Mr. Hay to certain diplomatic officers of the United States.",
            ["Hay"],
            ["certain diplomatic officers of the United States"],
        ),
        ("KGB Report to the CC CPSU, 'On the Delivery'", ["KGB"], ["CC CPSU"]),
        ("Telegram to the Foreign Ministry from Ambassador Pavlov", ["Pavlov"], ["Foreign Ministry"]),
        ("Gromyko to Roshchin, Relaying a Message from Stalin to Mao", ["Gromyko"], ["Roshchin"]),
    ],
)  # fmt: skip
def test_a_title_names_who_writes_to_whom_and_nobody_passes_it_on(
    words: str, senders: list[str], addressees: list[str]
) -> None:
    found = named(titles.read(words, 0, len(words)))
    assert found[:3] == (senders, addressees, [])


@pytest.mark.parametrize(
    ("words", "authors"),
    [
        ("Soviet Politburo Decision with Approved Message from Gromyko to Razuvaev", ["Soviet Politburo"]),
        ("Resolution of the Presidium of the CC CPCz, 'Report on the Visit to Kiev'", ["Presidium of the CC CPCz"]),
        ("Stenographic Record of the Meeting of the Romanian Politburo", ["Romanian Politburo"]),
        ("Entry from the Anatoly S. Chernyaev Diary", ["Anatoly S. Chernyaev"]),
        ("Supplementary Speech by Premier Zhou Enlai at the Plenary Session", ["Zhou Enlai"]),
    ],
)
def test_what_nobody_sent_has_an_author(words: str, authors: list[str]) -> None:
    found = titles.read(words, 0, len(words))
    assert named(found)[3] == authors
    assert not found.senders


def test_a_memorandum_of_a_conversation_tells_who_talked_and_who_wrote_it_down() -> None:
    words = "Memorandum by the Secretary of State of a Conversation With the French Ambassador (Claudel), March 1, 1928"
    found = titles.read(words, 0, len(words))
    assert [party.name for party in found.participants] == ["Claudel"]
    assert [party.name for party in found.senders] == ["Secretary of State"]
    assert found.form is not None
    assert found.form.slug == "memorandum-of-conversation"


def test_words_that_only_say_of_what_kind_people_are_name_no_person() -> None:
    words = "Excerpts from Talks between Leading Comrades and Foreign Guests"
    found = titles.read(words, 0, len(words))
    assert {party.entity for party in found.participants} == {"group"}


@pytest.mark.parametrize(
    ("words", "senders", "addressees", "relays", "participants"),
    [
        ("Ciphered telegram from Feng Xi [Stalin] to Soviet ambassador in Beijing [N.V. Roshchin] with message for Zhou Enlai",
         ["Stalin"], ["Zhou Enlai"], ["N.V. Roshchin"], []),
        ("Mao Zedong's Cable to Stalin Concerning the Cotton Mills", ["Mao Zedong"], ["Stalin"], [], []),
        ("Notes of Todor Zhivkov-Leonid Brezhnev Conversation in Sofia", [], [], [], ["Todor Zhivkov", "Leonid Brezhnev"]),
        ("Zhou Enlai's Presentation of the Delegation to Stalin", ["Zhou Enlai"], ["Stalin"], [], []),
    ],
)  # fmt: skip
def test_titles_whose_parties_are_owners_bracketed_or_joined(
    words: str, senders: list[str], addressees: list[str], relays: list[str], participants: list[str]
) -> None:
    title = titles.read(words, 0, len(words))
    assert [one.name for one in title.senders] == senders
    assert [one.name for one in title.addressees] == addressees
    assert [one.name for one in title.relays] == relays
    assert [one.name for one in title.participants] == participants


def test_a_via_in_brackets_and_what_stands_before_a_reports_name() -> None:
    for words, expected in (
        ("Terebin to Stalin [via Kuznetsov]", (["Terebin"], ["Stalin"], ["Kuznetsov"], [])),
        ("Message from the PRC Government to President Johnson via Pakistani President Ayub Khan",
         (["PRC Government"], ["Johnson"], ["Ayub Khan"], [])),
        ("Anastas Mikoyan to the CC CPSU, Report on the Talks with Mao Zedong", (["Anastas Mikoyan"], ["CC CPSU"], [], [])),
        ("Letter from Ambassador P. F. Yudin to I. Stalin with Mao's Draft", (["P. F. Yudin"], ["I. Stalin"], [], [])),
    ):  # fmt: skip
        assert named(titles.read(words, 0, len(words))) == expected


def test_whose_talk_a_memorandum_is_of() -> None:
    words = "Memorandum of A. I. Mikoyan's Conversation with Fidel Castro"
    assert [one.name for one in titles.read(words, 0, len(words)).participants] == ["A. I. Mikoyan", "Fidel Castro"]

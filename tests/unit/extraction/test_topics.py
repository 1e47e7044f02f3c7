"""Topics by the cues of the vocabulary, with the noun phrase around each cue."""

from __future__ import annotations

import pytest

from cablegraph.extraction import topics
from cablegraph.record import SourceText


def read(text: str, *leave_out: tuple[int, int]) -> list[tuple[str, str]]:
    source = SourceText(text)
    found = topics.extract(source, [(0, len(text))], leave_out=leave_out)
    return [(passage.text, source.quote(passage.spans[0])) for passage in found]


@pytest.mark.parametrize(
    ("text", "concept", "words"),
    [
        ("our promise about raising the question of an armistice", "armistice", "the question of an armistice"),
        ("As concerns arms for 60 divisions then I must say", "arms-supply", "arms for 60 divisions"),
        ("turning down his request for further arms and", "arms-supply", "request for further arms"),
        ("and discussing the possibility of armistice.", "armistice", "discussing the possibility of armistice"),
        (
            "about the staff-organizational structure of the present Chinese divisions.",
            "staff-organisation",
            "the staff-organizational structure of the present Chinese divisions",
        ),
    ],
)
def test_evidence_is_the_noun_phrase_around_the_cue(text: str, concept: str, words: str) -> None:
    assert read(text) == [(concept, words)]


@pytest.mark.parametrize(
    "text",
    [
        "No question of an armistice has been raised here.",
        "He said nothing to us about an armistice.",
        "The talk was not about an armistice.",
        "The question of an armistice was not discussed.",
    ],
)
def test_what_was_not_raised_is_no_topic(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The steamers of the Volunteer Fleet are held.",
        "The Department can not sanction any activities.",
        "The state credit notes are exchanged.",
        "This does him credit.",
        "The full import of their wording is not seen.",
        "Israel asked for 100 Hawk missiles.",
        "The weapons are offensive weapons.",
        "The cholera has reached the port.",
        "Marshal Peng, commander-in-chief, General Deng and others came.",
    ],
)
def test_a_cue_in_another_sense_is_no_topic(text: str) -> None:
    assert read(text) == []


def test_other_senses_leave_the_sense_meant() -> None:
    assert {concept for concept, _ in read("A credit is asked. Sanctions against Italy. An offensive began.")} == {
        "credits",
        "sanctions",
        "offensive",
    }


def test_a_denial_ends_with_its_sentence() -> None:
    assert read("I do not agree. An armistice is near.") == [("armistice", "An armistice")]


def test_cue_is_inflected_by_its_last_word_and_stands_on_word_boundaries() -> None:
    assert [concept for concept, _ in read("two counterattacks were beaten off")] == ["offensive"]
    assert read("the armisticelike mood") == []


def test_only_the_most_specific_topic_stands() -> None:
    assert {concept for concept, _ in read("the armistice talks at Kaesong may bring an armistice")} == {
        "armistice-talks"
    }


def test_words_of_a_promise_are_left_out() -> None:
    text = "We want an armistice. I will write about the organizational structure in a letter."
    assert [concept for concept, _ in read(text, (22, len(text)))] == ["armistice"]


@pytest.mark.parametrize("text", ["Вопрос о перемирии решён.", "关于停战问题"])
def test_russian_and_chinese_cues_are_found(text: str) -> None:
    assert "armistice" in {concept for concept, _ in read(text)}


def test_rights_and_furniture_give_no_topic() -> None:
    text = "An armistice. An armistice."
    source = SourceText(text, layers=((14, 27, "boilerplate"),))
    [passage] = topics.extract(source, [(0, 27)])
    assert passage.spans[0].end <= 13


def test_an_office_for_trade_is_no_paper_about_trade() -> None:
    assert read("The Minister of Foreign Trade agrees.") == []


@pytest.mark.parametrize("text", ["İİ armistice", "ẞ armistice", "😀 armistice", "é armistice"])
def test_folding_never_moves_an_offset(text: str) -> None:
    assert len(topics.fold(text)) == len(text)
    assert read(text) == [("armistice", "armistice")]


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("We ask you to send us 6,000 rifles and twelve mountain guns.", "arms-supply"),
        ("He approves the free delivery of 20,000 submachine guns.", "arms-supply"),
        ("The President asked again for anti-tank weapons.", "arms-supply"),
        ("I repeat my request for the long-range bomber.", "aircraft-supply"),
        ("Since July we have lost 61 aircraft.", "air-war"),
        ("As regards nickel, Cuba can deliver 3,500 tons in 1975.", "raw-materials"),
        ("The building of the wool-washing plant has been delayed.", "industry"),
        ("They ask for 10,000 tons of cement in exchange for rice.", "trade"),
        ("As for instructors, a group of eight officers will leave.", "military-advisers"),
        ("It would please me if you would come to Yugoslavia in the spring.", "visits"),
        ("The letter speaks of the Vlora base.", "bases"),
    ],
)
def test_several_words_together_show_a_topic(words: str, topic: str) -> None:
    assert topic in {passage.text for passage in topics.in_words(SourceText(words), 0, len(words))}


@pytest.mark.parametrize(
    "words",
    [
        "The enemy lost 12 tanks and many rifles.",
        "The mines yield coal and copper.",
        "The loan of two field hospitals is approved.",
        "The question of arms control was not raised.",
        "He came to the Ministry and asked for me.",
    ],
)
def test_the_same_words_without_the_matter_show_none(words: str) -> None:
    assert topics.in_words(SourceText(words), 0, len(words)) == ()

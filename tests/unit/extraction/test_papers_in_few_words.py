"""Papers cited or announced in few words: ``your last telegram``, ``the Turkish note of …``, ``Details by bag.``"""

from __future__ import annotations

import pytest

from cablegraph.evidence import Rule
from cablegraph.extraction import citations, promises
from cablegraph.record import Record, SourceText

PARTY = Rule("test.party")


def paper(text: str) -> tuple[SourceText, Record, list[tuple[int, int]]]:
    """A text of Radeva's to Lukov, of 25 October 1956."""
    source = SourceText(f"Radeva to Lukov\n{text}")
    record = Record("paper", source).with_fields(
        sender=[source.cite((0, 6), PARTY, "Radeva", entity="person")],
        addressee=[source.cite((10, 15), PARTY, "Lukov", entity="person")],
        date=[source.cite((0, 6), PARTY, "1956-10-25")],
    )
    return source, record, [(16, len(source.text))]


def cited(text: str) -> list[dict[str, str]]:
    parts = citations.extract(*paper(text))
    names = ("sender", "addressee", "date", "form", "answers")
    return [{name: part.text_of(name) for name in names if part.text_of(name)} for part in parts]


@pytest.mark.parametrize(
    ("text", "sender", "form"),
    [
        ("I said in my last telegram that he is ill.", "Radeva", "telegram"),
        ("The list in my previous despatch has faults.", "Radeva", "despatch"),
        ("Your latest instructions are clear.", "Lukov", "instruction"),
        ("They gave back the Foreign Ministry's note.", "Foreign Ministry", "note"),
    ],
)
def test_the_last_paper_of_somebody_is_one_paper(text: str, sender: str, form: str) -> None:
    [found] = cited(text)
    assert (found["sender"], found["form"]) == (sender, form)


@pytest.mark.parametrize("text", ["your last telegrams", "my last decision", "the Ministry's note", "our last men"])
def test_other_words_with_last_name_no_paper(text: str) -> None:
    assert cited(text) == []


def test_an_answer_that_will_follow_answers_nothing_yet() -> None:
    [found] = cited("Answer to your telegram of 20 October will follow.")
    assert "answers" not in found
    [answered] = cited("In answer to your telegram of 20 October I can say yes.")
    assert answered["answers"] == "true"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Turkish note of 2 October is mild.", {"date": "1956-10-02", "form": "note"}),
        ("the second Greek aide-mémoire dated October 4 says", {"date": "1956-10-04", "form": "note"}),
        (
            "a letter from General Petrov of September 30 says",
            {"sender": "Petrov", "date": "1956-09-30", "form": "letter"},
        ),
        (
            "the memo from Vasilev to Dahl of October 3 says",
            {"sender": "Vasilev", "addressee": "Dahl", "date": "1956-10-03", "form": "memorandum"},
        ),
        ("by the decision of the Central Committee of 8 October", {"date": "1956-10-08", "form": "decision"}),
    ],
)
def test_papers_of_states_and_of_days_in_american_order(text: str, expected: dict[str, str]) -> None:
    [found] = cited(text)
    assert expected.items() <= found.items()


@pytest.mark.parametrize(
    ("text", "words", "form"),
    [
        ("I saw him. Details by bag.", "Details by bag", ""),
        ("Full report by next mail.", "Full report by next mail", "report"),
        ("The text will be mailed.", "The text will be mailed", ""),
        ("My comments will be telegraphed.", "My comments will be telegraphed", "telegram"),
        ("A further instruction will be sent you on this.", "A further instruction will be sent you", "instruction"),
        ("I shall report the result.", "I shall report the result", "report"),
        ("Answer to your last telegram will follow.", "Answer to your last telegram will follow", ""),
        ("A memorandum on the dams is in preparation.", "A memorandum on the dams is in preparation", "memorandum"),
        ("The note goes to you in my next telegram.", "The note goes to you in my next telegram", "telegram"),
        ("A list will be passed on to you separately.", "A list will be passed on to you", ""),
        ("I shall write by the next steamer.", "I shall write by the next steamer", "letter"),
    ],
)
def test_a_paper_is_announced_in_few_words(text: str, words: str, form: str) -> None:
    [promise] = promises.extract(*paper(text))
    assert promise.source.quote(promise.fields["start"][0].spans[0]) == words
    assert promise.text_of("form") == form


@pytest.mark.parametrize(
    "text",
    [
        "Repeated to Tokyo, copy by mail to Shanghai.",
        "Please report further by bag.",
        "The mayor will report the result to his party and will be heard.",
        "If he comes I shall report the result.",
        "The rails will be sent by boat.",
        "A report in preparation for years was burnt.",
    ],
)
def test_what_went_or_others_will_do_is_not_announced(text: str) -> None:
    assert promises.extract(*paper(text)) == ()


def test_a_paper_of_a_named_man_by_its_number() -> None:
    [found] = citations.extract(*paper("They were promised in the telegram of Comrade VASILEV No. 75 to us."))
    assert (found.text_of("sender"), found.text_of("number"), found.text_of("form")) == ("Vasilev", "75", "telegram")

"""Announced papers are found by the words that announce them."""

from __future__ import annotations

import pytest

from cablegraph.evidence import Rule
from cablegraph.extraction import promises
from cablegraph.record import Record, SourceText


def read(text: str) -> tuple[Record, ...]:
    source = SourceText(f"Filippov to Mao.\n{text}")
    rule = Rule("test.party")
    record = Record("paper", source).with_fields(
        sender=[source.cite((0, 8), rule, "Stalin", entity="person")],
        addressee=[source.cite((12, 15), rule, "Mao", entity="person")],
    )
    return promises.extract(source, record, [(17, len(source.text))])


@pytest.mark.parametrize(
    ("text", "words", "form"),
    [
        (
            "I will communicate about all this in more detail in a separate telegram, namely their structure.",
            "I will communicate about all this in more detail in a separate telegram",
            "telegram",
        ),
        ("I shall send both by separate mail.", "I shall send both by separate mail", "letter"),
        ("Negotiations are closed here. Details follow.", "Details follow", ""),
        ("A report on the wages follows in April.", "A report on the wages follows in April", "report"),
        ("I shall telegraph further after seeing the Minister.", "I shall telegraph further", "telegram"),
        ("Will report later.", "Will report later", "report"),
        ("I shall send you a detailed report on it.", "I shall send you a detailed report", "report"),
        ("The map follows by courier.", "The map follows by courier", ""),
        ("Instructions will be sent separately.", "Instructions will be sent separately", ""),
        ("An answer will be given to you later.", "An answer will be given to you", ""),
        ("I will telegraph you the text of a note.", "I will telegraph you the text", "telegram"),
        ("The protocol goes to you by the next courier.", "The protocol goes to you by the next courier", ""),
        ("I return to this in a separate cable.", "I return to this in a separate cable", "telegram"),
        ("Continued in my following telegram.", "Continued in my following telegram", "telegram"),
        ("You will have our answer by 4 May.", "You will have our answer by 4 May", ""),
        ("The minutes will be presented on Friday.", "The minutes will be presented on Friday", ""),
        ("A separate note on Laos will be drawn up.", "A separate note on Laos will be drawn up", "note"),
        ("We agree.\nTHE ENVOY HAS LEFT STOP LETTER FOLLOWS STOP GREETINGS", "LETTER FOLLOWS", "letter"),
    ],
)  # fmt: skip
def test_promise_is_a_paper_of_the_sender_for_the_addressee(text: str, words: str, form: str) -> None:
    [promise] = read(text)
    start = promise.fields["start"][0]
    assert promise.source.quote(start.spans[0]) == words
    assert (promise.text_of("form"), promise.text_of("sender"), promise.text_of("addressee")) == (form, "Stalin", "Mao")
    assert start.text == str(start.spans[0].start)


@pytest.mark.parametrize(
    "text",
    [
        "I reported this in a separate telegram.",
        "The following telegram was received in another letter.",
        "The text is as follows: one, two.",
        "The text of the treaty reads as follows.",
        "See my next telegram.",
        "If he agrees I will send a letter.",
        "I will not send a report.",
        "They will send a note.",
        "The troops will follow tomorrow.",
        "A letter will be sent to Kim Il Sung.",
        "The report goes to the President by courier.",
        "A note will be presented to the French Government on 5 May.",
        "I shall send you his regards.",
        "I report on another letter which he showed me.",
        "If the text goes by pouch, tell me.",
        "He left later.",
        "The list was sent by the Colima.",
        "The minister is on his way to Washington.",
        "The loan will be the subject of talks.",
    ],
)
def test_what_was_sent_already_is_no_promise(text: str) -> None:
    assert read(text) == ()


def test_words_after_the_promise_belong_to_the_promised_paper_too() -> None:
    text = "I will write in a separate letter about the training of pilots. It rains."
    [(start, end)] = promises.sentences(read(text))
    assert f"Filippov to Mao.\n{text}"[start:end] == "I will write in a separate letter about the training of pilots."


@pytest.mark.parametrize(
    "text",
    [
        "Next telegram on Monday.",
        "I am sending the maps of the border by the next bag.",
        "A detailed study of the harvest is being drawn up.",
        "I will let you have a further report when the list is closed.",
        "List of wounded later.",
        "Full particulars by Monday's steamer.",
        "Affidavits by Captain Hale tomorrow.",
        "Letter with plans follows by the Colima.",
        "Invoice to follow by plane.",
        "This is told in our 412, which follows tomorrow with tables.",
        "His account of the riot will be repeated to you as soon as received.",
        "The loan will be the subject of a further despatch.",
    ],
)
def test_papers_announced_in_other_words(text: str) -> None:
    [promise] = read(text)
    assert promise.text_of("sender") == "Stalin"


@pytest.mark.parametrize(
    "text", ["The next report was late.", "I am sending the children by train.", "A house is being built."]
)
def test_what_is_no_paper_of_ours_to_come_is_not_announced(text: str) -> None:
    assert read(text) == ()

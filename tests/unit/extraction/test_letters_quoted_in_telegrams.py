"""Letters that a telegram of the archives quotes: whom they greet, who takes leave in them, and appeals given in full."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import wilson_center
from cablegraph.record import Record

PAGE = (
    "April 18, 1978\nTelegram from the Embassy in Oslo (Dahl)\nTELEGRAM\nOslo, 18 April 1978\nNo. 17\nSECRET\n{}\nI shall report further.\nDahl\n"
    "Document Information\nSource\nRights\nThe History and Public Policy Program welcomes reuse of Digital Archive materials.\n"
)
WORDS = (
    "The Directorate has studied your telegram of 12 November and thanks you for the instructors. We ask for more milk."
)


def inside(text: str) -> Record:
    [record] = extract(next(wilson_center.read(PAGE.format(text), "page.txt"))).parts["enclosed"]
    return record


@pytest.mark.parametrize(
    ("leave", "sender"),
    [
        ("With revolutionary greetings, Blas Roca.", "Blas Roca"),
        ("With communist greetings, Z. Wenda.", "Z. Wenda"),
        ("With warm regard, Ike.", "Ike"),
        ("With best wishes, Berg", "Berg"),
        ("Respectfully, Willi Stoph.", "Willi Stoph"),
        ("Yours sincerely, Harold Wilson.", "Harold Wilson"),
        ("Please accept the assurances of my esteem, Gamal Abdel Nasser.", "Gamal Abdel Nasser"),
    ],
)
def test_who_takes_leave_has_signed(leave: str, sender: str) -> None:
    letter = inside(
        f'He asked that the following be transmitted to Comrade Berg:\n"Dear Comrade Berg. {WORDS} {leave}"'
    )
    assert letter.text_of("sender") == sender


@pytest.mark.parametrize(
    ("greeting", "addressee"),
    [
        ("Dear Comrade Novotný.", "Novotný"),
        ("Esteemed Comrade Lund.", "Lund"),
        ("Respected Chairman Lund.", "Lund"),
        ("Dear General Jaruzelski.", "Jaruzelski"),
        ("Dear President Lund.", "Lund"),
    ],
)
def test_greeting_that_ends_with_a_stop(greeting: str, addressee: str) -> None:
    letter = inside(
        f'He asked that the following be transmitted without delay:\n"{greeting} {WORDS} With regards, Dahl."'
    )
    assert addressee in letter.text_of("addressee")


@pytest.mark.parametrize(
    "line",
    [
        "We enclose the text of the appeal which Kádár proposes\nto read over the radio:",
        "He read to us the letter that was sent by the workers\nof the plant this morning:",
        "The statement which the committee wishes to make\npublic has these words:",
    ],
)
def test_introduction_may_go_on_over_a_line(line: str) -> None:
    words = "Workers of the town! The party asks you to lay down your weapons before 6 o'clock. It will begin negotiations. J. Kádár."
    assert inside(f'{line}\n"{words}"').text_of("sender") == "J. Kádár"


def test_words_about_greetings_sign_nothing() -> None:
    letter = inside(
        f'He asked that the following be transmitted to Comrade Berg:\n"Dear Comrade Berg, {WORDS} With regard to the talks, see my telegram to Lund."'
    )
    assert not letter.text_of("sender")

"""Figures beside papers that are no paper's number: years, days, numbers of things."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import Record, normalise

HEAD = "TELEGRAM No. 5\n\nOslo, 3 May 1962\n\nFrom: Ivan Berg\nTo: Anna Dahl\n\n"


def read(text: str) -> Record:
    [source] = plain_text.read(normalise(text), "paper.txt")
    return extract(source)


@pytest.mark.parametrize("words", [
    "I request a copy of your issue No. 7.",
    "We read your article No. 3 with interest.",
    "Send me your newspaper No. 12 of May 3.",
    "Your account No. 1234 is empty.",
    "Your passport No. 1234 was found.",
    "Your mine No. 7 and your factory No. 3 are flooded.",
    "Our room No. 7 is ready.",
])  # fmt: skip
def test_a_thing_with_a_number_is_no_paper(words: str) -> None:
    assert read(f"{HEAD}{words}\n").parts.get("citations", ()) == ()


@pytest.mark.parametrize(("words", "number"), [
    ("Your No. 7 was received.", "7"),
    ("Your urgent and confidential No. 7 was received.", "7"),
    ("Your aerogram No. 96 was received.", "96"),
    ("Our recent No. 7 tells you so.", "7"),
    ("Your cipher No. 8 was received.", "8"),
])  # fmt: skip
def test_a_paper_with_a_number_is_cited(words: str, number: str) -> None:
    [cited] = read(f"{HEAD}{words}\n").parts["citations"]
    assert cited.text_of("number") == number


@pytest.mark.parametrize(("words", "number", "day"), [
    ("See attached: Lukin's memo, 1 Mar 53.", "", "1953-03-01"),
    ("I have Lukin's letter, 12 April 61.", "", "1961-04-12"),
    ("Ref: your memo 3 Mar 53.", "", "1953-03-03"),
    ("Your letter, May 53, was received.", "", "1953-05"),
    ("Your report, dated 4 June 52, was received.", "", "1952-06-04"),
    ("Your telegram 4 June 533 was received.", "533", "1961-06-04"),
    ("Your note of August 21, 1961, was received.", "", "1961-08-21"),
])  # fmt: skip
def test_a_year_in_two_figures_is_no_number(words: str, number: str, day: str) -> None:
    [cited] = read(f"{HEAD}{words}\n").parts["citations"]
    assert (cited.text_of("number"), cited.text_of("date")) == (number, day)


@pytest.mark.parametrize("line", ["Date: 1967/04/11", "1967/4/11", "Date: 2001/12/30", "Date: 1967/04/10"])
def test_a_day_that_begins_with_its_year_is_no_register_number(line: str) -> None:
    record = read(f"Telegram from Hanoi\nTo: Anna Dahl\n{line}\n\nThe trams are running again.\n\nBerg\n")
    assert record.fields.get("register_number", ()) == ()
    assert record.text_of("date")


def test_a_register_number_with_strokes_is_one() -> None:
    record = read("TELEGRAM\nOslo, 3 May 1962\n4023/62/B\n\nThe trams are running again.\n\nBerg\n")
    assert record.text_of("register_number") == "4023/62/B"


@pytest.mark.parametrize(("words", "mentions"), [
    ("One only, HMS Whitesand Bay, could be spared.", []),
    ("We saw USS Missouri Bay and HMAS Sydney leave.", []),
    ("He told Amb Reinhardt Nov 16 that it was so.", ["Reinhardt"]),
    ("I saw Amb Thompson Dec 3 and Mr. Rice Sept 5.", ["Thompson", "Rice"]),
    ("They want removal of Jupiters and Skyhawks.", []),
    ("Просим сообщить о готовности аэродромов в Аньдуне.", []),
])  # fmt: skip
def test_ships_months_and_weapons_are_nobody(words: str, mentions: list[str]) -> None:
    found = read(f"{HEAD}{words}\n").fields.get("mentions", ())
    assert [passage.text for passage in found] == mentions

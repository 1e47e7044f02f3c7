"""Days that a head, a label or a line below a text says in few figures, and those that may be either of two."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.iri import edtf_of
from cablegraph.readers import frus_text, plain_text
from cablegraph.record import Record

LABEL = "Telegram No. 12\nFrom the Embassy in Peru to the Department of State\nDate: {}\n\nThe Minister agrees.\n"
DATELINE = "Telegram No. 12\nFrom the Embassy in Peru to the Department of State\nLima, {}\n\nThe Minister agrees.\n"
FOOT = "Telegram No. 12\nFrom the Embassy in Peru to the Department of State\n\nThe Minister agrees.\n\nSmith\n{}\n"


def read(head: str, day: str) -> Record:
    return extract(next(plain_text.read(head.format(day), "paper.txt")))


@pytest.mark.parametrize("head", [LABEL, DATELINE, FOOT])
@pytest.mark.parametrize(
    ("day", "edtf"),
    [
        ("7 July 57", "1957-07-07"),
        ("17 Jan. 44", "1944-01-17"),
        ("25 December, 50", "1950-12-25"),
        ("not before 7 July 1957", "1957-07-07/.."),
        ("Not after 7 July 57", "../1957-07-07"),
        ("not before 7 July 1957 and not after 9 July 1957", "1957-07-07/1957-07-09"),
    ],
)
def test_day_of_a_paper_is_read_where_a_date_stands(head: str, day: str, edtf: str) -> None:
    record = read(head, day)
    [date] = record.fields["date"]
    assert (date.text, record.source.text[slice(*date.spans[0])]) == (edtf, day)


@pytest.mark.parametrize(("day", "edtf"), [("1957", "1957"), ("June 57", "1957-06"), ("July 7, 57", "1957-07-07")])
def test_label_makes_a_date_of_what_stands_behind_it(day: str, edtf: str) -> None:
    assert read(LABEL, day).text_of("date") == edtf


def test_hour_behind_a_label_is_no_year() -> None:
    assert read(LABEL.replace("Date:", "Time:"), "1845").text_of("date") == ""


@pytest.mark.parametrize("head", [LABEL, DATELINE])
def test_figures_that_nothing_puts_in_order_are_two_candidates_and_no_date(head: str) -> None:
    [date] = read(head, "05/06/1957").fields["date"]
    assert (date.text, [edtf_of(day.iri) for day in date.candidates]) == ("", ["1957-06-05", "1957-05-06"])
    assert read(head, "05/06/1957\nReceived: 13/06/1957").text_of("date") == "1957-06-05"


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Telegram from Viceroy Tuan, dated July 17, received in London July 18", "XXXX-07-17"),
        (
            "Memorandum of the Counselor (Hale) of conversation in regard to a telegram from Lord Vane, dated July 25",
            "",
        ),
        ("Memorandum by the Consul (Hale) concerning a letter of the Viceroy, dated July 25", ""),
    ],
)
def test_day_in_a_title_is_the_papers_own_or_of_the_one_it_is_about(title: str, day: str) -> None:
    words = f"File No. 861.00/2567\n{title}\nThe Government appreciates the offer.\n"
    [record] = (extract(source) for source in frus_text.read(words, "frus1899v01-d7.txt"))
    assert record.text_of("date") == day

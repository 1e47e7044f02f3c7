"""Formal endings, countersignatures, and days of other calendars with ours beside them."""

# ruff: noqa: E501  (a line of a paper is read best on one line)

from __future__ import annotations

import pytest

from cablegraph.dates import formal
from cablegraph.extraction import extract
from cablegraph.readers import frus_text
from cablegraph.record import Record


def paper(text: str) -> Record:
    """A text as read."""
    return extract(next(iter(frus_text.read(text, "paper.txt"))))


def of(record: Record, field: str) -> list[str]:
    """The values of a field, each once."""
    return list(dict.fromkeys(passage.text for passage in record.fields.get(field, ())))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("this thirtieth day of April, in the year of our Lord one thousand eight hundred and ninety-eight", "1898-04-30"),
        ("the 9th day of June, in the year of our Lord one thousand eight hundred and sixty-six", "1866-06-09"),
        ("this twenty-third day of May, nineteen hundred and eight", "1908-05-23"),
        ("the 2d day of March A. D. 1917", "1917-03-02"),
        ("the thirty-first day of June, 1905", ""),
        ("on the first day of June", ""),
    ],
)  # fmt: skip
def test_a_day_in_words(words: str, day: str) -> None:
    assert [edtf for _, _, edtf in formal.find(words)] == ([day] if day else [])


def test_who_signs_below_by_the_president_countersigns() -> None:
    record = paper(
        "By the President of the United States of America.\nA Proclamation.\nWhereas the blockade has been raised;\n"
        "Now, therefore, I, Benjamin Harrison, do proclaim that the ports are open to the commerce of all nations.\n"
        "Done at the city of Washington, this eleventh day of May, in the year of our Lord one thousand eight hundred and"
        " ninety-one.\n[seal.]\nBenj. Harrison.\nBy the President:\nWilliam F. Wharton,\nActing Secretary of State."
    )
    assert (of(record, "date"), of(record, "origin")) == (["1891-05-11"], ["Washington"])
    assert of(record, "sender") == ["Benj. Harrison"]
    assert "William F. Wharton" in of(record, "mentions")


def test_a_letter_of_state_is_dated_where_it_was_written() -> None:
    record = paper(
        "President Grant to the King of Siam.\nGreat and Good Friend: I have received the letter which your Majesty was"
        " pleased to send me by the hands of your envoys.\nWritten at Washington, this 4th day of March, in the year of our"
        " Lord one thousand eight hundred and seventy-three.\nYour good friend,\nU. S. GRANT.\nBy the President:\n"
        "HAMILTON FISH,\nSecretary of State."
    )
    assert (of(record, "date"), of(record, "origin"), of(record, "form")) == (
        ["1873-03-04"],
        ["Washington"],
        ["letter"],
    )
    assert of(record, "sender") == ["U. S. Grant"]
    assert of(record, "addressee") == ["King of Siam"]


@pytest.mark.parametrize(
    ("dateline", "origin", "day"),
    [
        ("Peking, Kuang Hsü XXI, intercalary fifth moon, 14th day.\n(July 6, 1895.)", ["Peking"], "1895-07-06"),
        ("Tokei, the 25th day, 10th month, 5th year of Meiji.\n(November 25, 1872.)", ["Tokei"], "1872-11-25"),
        ("Söul, Kai Kuk 502d year, 7th moon, 3d day [August 14, 1893].", ["Söul"], "1893-08-14"),
        ("Peking, July 6, 1895.", ["Peking"], "1895-07-06"),
        ("Peking, July 6, 1895 (5th moon, 14th day).", ["Peking"], "1895-07-06"),
        ("Peking, July 6, 1895 (Kuang Hsü, 21st year, intercalary fifth moon, 14th day).", ["Peking"], "1895-07-06"),
        ("Söul, August 14, 1893 [Kai Kuk 502d year, 7th moon, 3d day].", ["Söul"], "1893-08-14"),
        ("Constantinople, July 6, 1895 (13th day of Muharrem, 1313).", ["Constantinople"], "1895-07-06"),
    ],
)
def test_a_day_of_another_calendar_has_ours_beside_it(dateline: str, origin: list[str], day: str) -> None:
    record = paper(
        f"Mr. Soyeshima to Mr. De Long.\n{dateline}\nSir: The vessel lies at anchor.\nI am, etc.,\nSOYESHIMA."
    )
    assert (of(record, "origin"), of(record, "date")) == (origin, [day])
    assert of(record, "addressee") == ["De Long"]


def test_a_day_of_another_calendar_may_end_the_paper() -> None:
    record = paper(
        "Prince Kung to Mr. Burlingame.\nPrince Kung herewith replies.\nThe levy is to cease.\n"
        "Tungchi, 4th year, 7th moon, 19th day, (September 8, 1865.)"
    )
    assert (of(record, "date"), of(record, "sender")) == (["1865-09-08"], ["Kung"])


def test_the_letterhead_says_where_an_office_is() -> None:
    record = paper(
        "Mr. Draper to Mr. Fessenden.\nCustom-house, New York,\nCollector's Office, November 7, 1864.\n"
        "Sir: The schooner was stopped on the 25th of October.\nVery respectfully,\nS. DRAPER, Collector."
    )
    assert (of(record, "origin"), of(record, "date")) == (["New York"], ["1864-11-07"])

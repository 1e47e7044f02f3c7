"""Datelines of enclosures: a number before the town, the district behind it, the years of a state behind the day."""

from __future__ import annotations

import pytest

from cablegraph.extraction.datelines import dated_line
from cablegraph.extraction.heading import Heading
from cablegraph.extraction.rows import Row


@pytest.mark.parametrize(
    ("words", "place", "day"),
    [
        ("No. 533.] PORT AU PRINCE, June 14, 1872.", "Port Au Prince", "1872-06-14"),
        ("No. 1,204.] SAN JUAN DEL NORTE, June 14, 1872.", "San Juan Del Norte", "1872-06-14"),
        ("PORT-AU-PRINCE, June 29, 1875, 72d year of Independence.", "Port-Au-Prince", "1875-06-29"),
        ("Port au Prince, June 29, 1875, and the seventy-second year of independence.", "Port au Prince", "1875-06-29"),
        ("CARACAS, June 29, 1875, 12th year of the Federation.", "Caracas", "1875-06-29"),
        ("SEOUL, June 29, 1897, in the 1st year of the reign of Kwang Mu.", "Seoul", "1897-06-29"),
        ("CHITTABALBIE, UNSAN DISTRICT, May 19, 1903.", "Chittabalbie", "1903-05-19"),
        ("Tungchow, Chihli Province, May 19, 1903.", "Tungchow", "1903-05-19"),
        ("Fenchow, Shansi Province, 19 May 1903.", "Fenchow", "1903-05-19"),
    ],
)
def test_dateline_with_more_than_town_and_day(words: str, place: str, day: str) -> None:
    heading = Heading()
    assert dated_line(heading, words, Row(0, len(words), words), None, True)
    assert heading.origin is not None
    assert (heading.origin[2].lower(), heading.dates[0][3]) == (place.lower(), day)


def test_sentence_about_a_year_is_no_dateline() -> None:
    words = "The town of Port au Prince was burned on June 29, 1875, in the 72d year of Independence of this people."
    assert not dated_line(Heading(), words, Row(0, len(words), words), None, True)

"""Papers known by their year, or by the day on which they were made, given or came."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text

LETTER = "Ankara, 27 June {year}\n\nDear Comrade Berg,\n\nThe harvest is in.\n\n{text}\n\nThe weather is good.\n\nWith greetings\n\nLund\n"


def cited(text: str, year: str = "1975") -> list[str]:
    [source] = plain_text.read(LETTER.format(text=text, year=year), "a.txt")
    return [one.text_of("date") for one in extract(source).parts.get("citations", ())]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The trade agreement of 1947 has run out.", ["1947"]),
        ("The treaties of 1684 and 1842 are no proof.", ["1684", "1842"]),
        ("The other side is ready to revive the draft of 1969.", ["1969"]),
        ("Our agreement with Sweden of 1954 fixes the price.", ["1954"]),
        ("They appeal to the border convention of 1904.", ["1904"]),
        ("We agreed to this in the exchange of letters of 14 December.", ["1974-12-14"]),
        ("The exchange of notes of 5 May 1973 settles this.", ["1973-05-05"]),
        ("The decision had been taken by the Political Council on 3 June.", ["1975-06-03"]),
        ("The resolution was adopted by the Politburo on 14 May.", ["1975-05-14"]),
        ("A decree on the ports has been issued on 2 June.", ["1975-06-02"]),
        ("The list handed over on 28 May contains 40 goods.", ["1975-05-28"]),
        ("He referred to the lists given to him on 12 June.", ["1975-06-12"]),
        ("We keep to the draft which we submitted on 3 June.", ["1975-06-03"]),
        ("The map presented by the Burmese side on 2 June is false.", ["1975-06-02"]),
        ("We received on 20 May an invitation to the congress.", ["1975-05-20"]),
        ("They sent us on 20 May a list of goods.", ["1975-05-20"]),
        ("The minister handed me on 20 May, the text of the draft.", ["1975-05-20"]),
        ("I wrote to Daoud on January 12.", ["1975-01-12"]),
        ("We have written to President Holm about the boats on 2 May.", ["1975-05-02"]),
        ("Holm warned in Seoul 0312 of January 15 that they would refuse.", ["1975-01-15"]),
        ("The matter is set out fully (see Tokyo 4411 of June 5).", ["1975-06-05"]),
    ],
)
def test_paper_known_by_its_year_or_its_day_is_cited(text: str, days: list[str]) -> None:
    assert cited(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "The list of trucks will be handed over on 2 September.",
        "The harvest of 1947 was poor.",
        "The agreement of 1,200 workers was needed.",
        "The treaty will be signed on 12 October.",
        "The treaty on the border was signed in Pyongyang on 12 October.",
        "The decision was taken with great care.",
        "We received on 20 May a delegation of farmers.",
        "They gave us on 20 May a ship.",
        "In Seoul 4000 of May 1 are unknown.",
        "The plan of 1980 is not yet written.",
    ],
)
def test_event_or_thing_of_a_day_is_no_paper(text: str) -> None:
    assert cited(text) == []


def test_treaty_by_its_year_is_law_in_force_in_older_papers() -> None:
    assert cited("The treaty of 1856 gives us the right.", "1887") == []

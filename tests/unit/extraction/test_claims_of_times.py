"""When the matter of a claim is: never that of its reason or of the next clause; spans with both their ends."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import normalise


def periods(text: str) -> list[str]:
    paper = f"Letter, Pavel Horak to Sandor Veres\n3 May 1951\n\nDear Comrade Veres,\n\n{text}\n\nPavel Horak\n"
    [source] = plain_text.read(normalise(paper), "paper.txt")
    return [one.text_of("period") for one in extract(source).parts.get("claims", ())]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("UK cannot spare two frigates before September; one only could be made available by August 1.", ""),
        ("We ask you not to send the division, since the airfield will not be ready before 1 December.", ""),
        ("We ask you for 40 trucks, because the road will be closed by 1 December.", ""),
        ("We cannot send 40 engineers; the first group leaves on 3 June.", ""),
        ("We request 40 wagons, for the harvest will be over by 1 October.", ""),
        ("We refuse 40 wagons, which will not be free until 1 October.", ""),
        ("We ask for 40 tons of rice, as the old stock will last only until 5 June.", ""),
        ("We shall send 40 engineers by 1 July, since the plant must be ready before 1 September.", "../1951-07-01"),
        ("We shall send 40 engineers; by 1 July at the latest.", "../1951-07-01"),
        ("Because the road is bad, we ask for 40 trucks by 1 July.", "../1951-07-01"),
    ],
)
def test_a_reason_and_a_further_clause_have_times_of_their_own(text: str, period: str) -> None:
    assert periods(text) == [period]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("The enemy lost 14,000 men between 25 October and 5 November 1950.", "1950-10-25/1950-11-05"),
        ("The enemy lost 14,000 men from 25 October to 5 November.", "1950-10-25/1950-11-05"),
        ("The enemy lost 14,000 men from 25 October through 5 November 1950.", "1950-10-25/1950-11-05"),
        ("The enemy lost 14,000 men between October 25 and November 5, 1950.", "1950-10-25/1950-11-05"),
        ("The enemy lost 14,000 men between 28 December and 4 January 1951.", "1950-12-28/1951-01-04"),
        ("We shall deliver 40 trucks between 5 June and 10 July.", "1951-06-05/1951-07-10"),
        ("The enemy lost 14,000 men between 25 October 1950 and the beginning of the winter.", "1950-10-25"),
    ],
)
def test_a_span_has_both_its_ends(text: str, period: str) -> None:
    assert periods(text) == [period]

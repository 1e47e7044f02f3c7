"""Papers cited by their day, the day before its month: ``Your 19 February, 7 p.m.``"""

from __future__ import annotations

import pytest

from cablegraph.extraction import citing, citing_named


def read(text: str, context: str = "1926-06-20") -> list[tuple[str, str, str]]:
    direct = list(citing.find(text, 0, len(text), context=context))
    named = citing_named.find(text, 0, len(text), context=context)
    apart = [one for one in named if not any(one.words[0] < o.words[1] and o.words[0] < one.words[1] for o in direct)]
    return [(one.form, one.number, one.date.edtf if one.date else "") for one in (*direct, *apart)]


@pytest.mark.parametrize(
    "day", ["May 19", "19 May", "19th May", "19th of May", "the 19th of May", "19 MAY", "May 19th"]
)
@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Your {}, 7 p.m. Department does not object.", ""),
        ("He read me what I said in my {}, 11 a.m., and left.", ""),
        ("The Department’s {}, noon. For the Shipping Board.", ""),
        ("I return to your telegram {}, 10 p.m., which is clear.", "telegram"),
        ("Your letter of {} has come.", "letter"),
        ("No answer has come to the note of this legation of {}, in which it was asked.", "note"),
    ],
)
def test_day_is_read_whichever_way_it_is_written(text: str, form: str, day: str) -> None:
    if day.startswith("the ") and " of {}" not in text:
        return
    assert read(text.format(day)) == [(form, "", "1926-05-19")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Your 9 May. Berg's claim may be presented.", [("", "", "1926-05-09")]),
        ("Your 28 April, 5 p.m., and 9 May, 7 p.m.", [("", "", "1926-04-28"), ("", "", "1926-05-09")]),
        ("Your 5 May despatch is here.", [("despatch", "", "1926-05-05")]),
        ("Your 12 May 2, 4 p.m.", [("", "12", "1926-05-02")]),
        ("Your 12 of June 3 came.", [("", "12", "1926-06-03")]),
        ("Deptel 831 25 May; Embtel 2 27 May.", [("telegram", "831", "1926-05-25"), ("telegram", "2", "1926-05-27")]),
        ("Embtels 2180 and 2181 27 May.", [("telegram", "2180", "1926-05-27"), ("telegram", "2181", "1926-05-27")]),
    ],
)  # fmt: skip
def test_number_and_day(text: str, found: list[tuple[str, str, str]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Our 15 May meeting was long.",
        "Our May 15 meeting was long.",
        "My 3rd of May visit failed.",
        "Our 7 May offensive.",
    ],
)
def test_days_of_events_name_no_paper(text: str) -> None:
    assert read(text) == []

"""Telegrams that a line of reference names, and posts to which one is repeated under a number of their own."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import Record

HEAD = "Telegram No. 12\nFrom the Embassy in Peru to the Department of State\nLima, 7 July 1957\n"


def read(line: str, *, in_text: bool) -> Record:
    text = f"{HEAD}\n{line}\nThe Minister agrees.\n" if in_text else f"{HEAD}{line}\n\nThe Minister agrees.\n"
    return extract(next(plain_text.read(text, "paper.txt")))


@pytest.mark.parametrize("in_text", [True, False])
@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("REF. TEL 734", [("telegram", "734", "")]),
        ("REF TEL 734.", [("telegram", "734", "")]),
        ("Ref tel 734 of 3 July.", [("telegram", "734", "1957-07-03")]),
        ("Ref. telegram No. 734", [("telegram", "734", "")]),
        ("Reference telegram 734 of 3 July 1957.", [("telegram", "734", "1957-07-03")]),
        ("Re tel. 734", [("telegram", "734", "")]),
        ("RETEL 734", [("telegram", "734", "")]),
        ("Ref. tels 734 and 735.", [("telegram", "734", ""), ("telegram", "735", "")]),
        ("REF. TELEPHONE 734", []),
        ("Ref tel 12/57 at 10:30", []),
    ],
)
def test_telegram_of_a_reference_is_cited_and_its_number_is_not_the_papers(
    line: str, found: list[tuple[str, str, str]], in_text: bool
) -> None:
    record = read(line, in_text=in_text)
    cited = [(c.text_of("form"), c.text_of("number"), c.text_of("date")) for c in record.parts.get("citations", ())]
    assert cited == found
    assert [number.text for number in record.fields["number"]] == ["12"]


@pytest.mark.parametrize(
    ("line", "posts"),
    [
        ("Repeated to Lima as number 14", ["Lima"]),
        ("Repeated to Quito as No. 14, Bogotá as No. 9.", ["Quito", "Bogotá"]),
        ("REPEATED TO QUITO AS NUMBER 14", ["QUITO"]),
        ("Repeated to Quito No. 14", ["Quito"]),
    ],
)
def test_post_to_which_a_telegram_is_repeated_has_no_number_in_its_name(line: str, posts: list[str]) -> None:
    record = read(line, in_text=False)
    assert [post.text for post in record.fields["copied_to"]] == posts
    assert [number.text for number in record.fields["number"]] == ["12"]

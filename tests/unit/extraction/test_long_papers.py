"""What papers of great length give: sentences without an end, quotations that nothing closes, papers cited again."""

from __future__ import annotations

import random

import pytest

from cablegraph.extraction import enclosures, extract, sentences
from cablegraph.extraction.overlaps import Overlaps
from cablegraph.extraction.said import outside
from cablegraph.readers import plain_text
from cablegraph.record import Record, normalise


def read(text: str) -> Record:
    paper = f"Letter, Pavel Horak to Sandor Veres\n5 May 1958\n\nDear Comrade Veres,\n\n{text}\n\nPavel Horak\n"
    [source] = plain_text.read(normalise(paper), "paper.txt")
    return extract(source)


def test_a_stretch_touches_one_of_many_just_where_it_touches_one_when_each_is_asked() -> None:
    rng = random.Random(1958)
    for _ in range(200):
        many = [(at, at + rng.randint(1, 9)) for at in (rng.randint(0, 60) for _ in range(rng.randint(0, 8)))]
        asked, start, end = Overlaps(many), (at := rng.randint(0, 60)), at + rng.randint(1, 9)
        assert asked.touch(start, end) == any(first < end and start < last for first, last in many)
        assert asked.hold(start) == any(first <= start < last for first, last in many)


def test_a_sentence_of_common_length_stays_whole() -> None:
    text = "he said, " * 200
    assert list(sentences.pieces(text, 0, len(text))) == [(0, len(text) - 1)]


@pytest.mark.parametrize(
    ("words", "ends"), [("he said, and; ", {";"}), ("he said, and ", {","}), ("he had ", {"e", "d"})]
)
def test_a_sentence_without_an_end_is_read_in_pieces_that_leave_out_nothing(words: str, ends: set[str]) -> None:
    text = words * 1000
    pieces = [text[start:end] for start, end in sentences.pieces(text, 0, len(text))]
    assert max(map(len, pieces)) <= sentences.LONGEST
    assert "".join(pieces).replace(" ", "") == text.replace(" ", "")
    assert {piece[-1] for piece in pieces[:-1]} == ends


def test_a_request_deep_in_a_sentence_without_an_end_is_read() -> None:
    long = "the mill stands by the river and the river runs by the mill, " * 100
    record = read(f"I write to you that {long}and we ask you to send us 400 looms, as {long}it is.")
    asked = [one for one in record.parts["claims"] if one.text_of("kind") == "request"]
    assert [one.text_of("quantity") for one in asked] == ["400"]


def test_citations_of_one_paper_are_one_however_many_stand_between() -> None:
    others = " ".join(f"I refer to your telegram No. {number} of May {number % 4 + 1}." for number in range(100, 160))
    again = "I refer to your telegram No. 7 of April 30."
    record = read(f"{again} {others} {again} I refer to your letter of April 30.")
    cited = [(one.text_of("form"), one.text_of("number")) for one in record.parts["citations"]]
    assert len(cited) == 62
    assert (cited[0], cited[-1]) == (("telegram", "7"), ("letter", ""))
    assert len(record.parts["citations"][0].fields["number"]) == 2


def test_a_citation_joins_the_first_that_nothing_speaks_against() -> None:
    record = read("I have your letter of May 3. I have your telegram No. 7 of May 3. I have your telegram of May 3.")
    cited = [(one.text_of("form"), one.text_of("number")) for one in record.parts["citations"]]
    assert cited == [("letter", ""), ("telegram", "7")]
    assert len(record.parts["citations"][1].fields["form"]) == 2


def test_a_mark_that_nothing_closes_hides_no_quotation_behind_it() -> None:
    telegram = '"Dear Comrade Veres, the looms have come and the mill is at work again. With greetings, Horak"'
    text = f"He said: “no. He said: “yes. I give the telegram:\n{telegram}\n"
    [quoted] = enclosures.quoted(text, 0, len(text))
    assert text[quoted.outer_start : quoted.outer_end] == telegram


@pytest.mark.parametrize(
    ("inner", "left"),
    [
        ([], [(0, 20), (30, 40)]),
        ([(5, 8), (2, 6)], [(0, 2), (8, 20), (30, 40)]),
        ([(15, 32)], [(0, 15), (32, 40)]),
        ([(0, 50)], []),
    ],
)
def test_what_lies_inside_others_is_left_out(inner: list[tuple[int, int]], left: list[tuple[int, int]]) -> None:
    assert outside([(0, 20), (30, 40)], inner) == left


def test_points_of_points_carry_the_number_above_them_however_many_there_are() -> None:
    text = "\n".join(f"{number}. The mill stands.\na) It is old;\nb) it is big;" for number in range(1, 100))
    numbers = [one.text_of("number") for one in read(text).parts["points"]]
    assert numbers[:4] == ["1", "1a", "1b", "2"]
    assert numbers[-3:] == ["99", "99a", "99b"]

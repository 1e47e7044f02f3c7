"""Citations say whose paper is meant, which one, and whether it is answered."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablegraph.evidence import Passage, Rule
from cablegraph.extraction import citations
from cablegraph.record import Record, SourceText

PARTY = Rule("test.party")


def paper(text: str, sender: str, addressee: str, date: str, relay: str = "") -> Record:
    """A paper with a heading that names its parties, and a text below it."""
    source = SourceText(f"{sender} to {addressee}\n{text}")
    first, second = (0, len(sender)), (len(sender) + 4, len(sender) + 4 + len(addressee))
    fields: dict[str, Iterable[Passage]] = {
        "sender": [source.cite(first, PARTY, entity="person")],
        "addressee": [source.cite(second, PARTY, entity="person")],
        "date": [source.cite(first, PARTY, date)],
    }
    if relay:
        fields["relay"] = [source.cite(first, PARTY, relay)]
    return Record("paper", source).with_fields(**fields)


def cited(text: str, sender: str = "Stalin", addressee: str = "Mao", date: str = "1951-06-24") -> list[dict[str, str]]:
    record = paper(text, sender, addressee, date)
    start = record.source.text.index("\n") + 1
    parts = citations.extract(record.source, record, [(start, len(record.source.text))])
    names = ("sender", "author", "addressee", "number", "date", "form", "answers")
    return [{name: part.text_of(name) for name in names if part.text_of(name)} for part in parts]


def test_your_telegram_that_was_received_is_the_addressees_and_is_answered() -> None:
    assert cited("We received your telegram of June 21. You must know.") == [
        {"sender": "Mao", "addressee": "Stalin", "date": "1951-06-21", "form": "telegram", "answers": "true"}
    ]


def test_words_of_an_answered_citation_are_its_whole_sentence() -> None:
    record = paper("We received your telegram of June 21. You must know.", "Stalin", "Mao", "1951-06-24")
    [part] = citations.extract(record.source, record, [(14, len(record.source.text))])
    for name in ("start", "sender", "date", "answers"):
        [span] = part.fields[name][0].spans
        assert record.source.quote(span) == "We received your telegram of June 21."
    assert part.fields["date"][0].basis == "inferred"
    assert part.text_of("start") == str(part.fields["start"][0].spans[0].start)


@pytest.mark.parametrize(
    ("text", "numbers", "date", "mine"),
    [
        ("No reply my 364, August 13, 8 p.m., recommending", ["364"], "1918-08-13", True),
        ("See your 401, September 14, 4 p.m.", ["401"], "1918-09-14", False),
        ("In addition to my Nº 2390 I report", ["2390"], "", True),
        ("Your No. 1353 of 19 July was clear", ["1353"], "1918-07-19", False),
        ("mytel 24 Aug 3 is void", ["24"], "1918-08-03", True),
        ("Urtels 24 and 25 Aug 3 are void", ["24", "25"], "1918-08-03", False),
        ("your telegrams August 3, 6 p.m., August 4, 6 p.m., say", ["", ""], "1918-08-03", False),
        ("Your cable 23d.", [""], "1918-08-23", False),
        ("Confirming my cable August 25: arrangements", [""], "1918-08-25", True),
        ("your dispatch of the 2d instant, numbered 951, and", ["951"], "1918-09-02", False),
        ("my note to you of April 22, in which", [""], "1918-04-22", True),
        ("Your 12, March 3, and 13, March 4.", ["12", "13"], "1918-03-03", False),
        ("Your telegrams of 8 and 9 June", ["", ""], "1918-06-08", False),
        ("Your telegrams of the 8th and 9th of June", ["", ""], "1918-06-08", False),
        ("my notes of the 1st, 3d and 5th of June,", ["", "", ""], "1918-06-01", True),
        ("Your letters of June 1, 2 and 4 were lost", ["", "", ""], "1918-06-01", False),
        ("Your telegram of June 1 and 4 men came", [""], "1918-06-01", False),
        ("your March 3 telegram", [""], "1918-03-03", False),
        ("Your Excellency's note of the 3d instant", [""], "1918-09-03", False),
    ],
)
def test_my_is_from_the_sender_and_your_from_the_addressee(
    text: str, numbers: list[str], date: str, mine: bool
) -> None:
    found = cited(text, "Poole", "Lansing", "1918-09-24")
    if "23d" in text:
        assert found[0].pop("date") == "1918-09-23"
        date = ""
    assert [one.get("number", "") for one in found] == numbers
    assert found[0].get("date", "") == date
    assert (found[0]["sender"], found[0]["addressee"]) == (("Poole", "Lansing") if mine else ("Lansing", "Poole"))


def test_days_of_one_month_are_as_many_papers_each_with_words_of_its_own() -> None:
    record = paper("Your letters of the 1st, 3d and 5th of June, and of May 2.", "Poole", "Lansing", "1918-09-24")
    parts = citations.extract(record.source, record, [(16, len(record.source.text))])
    assert [part.text_of("date") for part in parts] == ["1918-06-01", "1918-06-03", "1918-06-05", "1918-05-02"]
    assert len({part.text_of("start") for part in parts}) == 4


@pytest.mark.parametrize(
    ("text", "sender", "addressee", "expected"),
    [
        ("the Embassy's note No. 7 of 2 May 1964", "Government of Bulgaria", "Embassy of Greece", "Embassy of Greece"),
        ("the Embassy's note No. 7 of 2 May 1964", "Government of Bulgaria", "Government of Greece", ""),
        ("the Center's telegram No. 7", "Stepanov", "Lakov", ""),
        ("the Department's telegram No. 7", "Bruce", "Kirk", "Department of State"),
    ],
)
def test_an_office_that_is_neither_party_is_not_guessed(text: str, sender: str, addressee: str, expected: str) -> None:
    [found] = cited(text, sender, addressee, "1964-05-14")
    assert found.get("sender", "") == expected


@pytest.mark.parametrize(
    ("text", "number", "date", "from_department"),
    [
        ("Deptel 831 June 25.", "831", "1951-06-25", True),
        ("ReDeptel 239 Apr 2, the rest", "239", "1951-04-02", True),
        ("Embtel 2180 June 27", "2180", "1951-06-27", False),
        ("Department’s 1568, July 14, 4 p.m.", "1568", "1951-07-14", True),
        ("Consulate's 29, February 24.", "29", "1951-02-24", False),
    ],
)
def test_department_is_the_side_where_the_secretary_of_state_stands(
    text: str, number: str, date: str, from_department: bool
) -> None:
    pair = {"sender": "Secretary of State", "addressee": "Kirk"}
    if not from_department:
        pair = {"sender": "Kirk", "addressee": "Secretary of State"}
    for sender, addressee in (("Kirk", "Secretary of State"), ("Secretary of State", "Kirk")):
        [found] = cited(text, sender, addressee, "1951-07-28")
        assert {name: found[name] for name in pair} == pair
        assert (found["number"], found["date"]) == (number, date)


@pytest.mark.parametrize(
    "text",
    ["our 10 divisions stand", "your 5 tanks", "my 3 sons", "your note may be right", "our report, 5 men"],
)
def test_counted_things_are_no_papers(text: str) -> None:
    assert cited(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("from Malik's speech that our promise has been kept", {"author": "Malik", "form": "speech"}),
        (
            "Khrushchev's letter of 20 June to Kennedy was",
            {"sender": "Khrushchev", "addressee": "Kennedy", "date": "1951-06-20", "form": "letter"},
        ),
        (
            "a telegram of 2 June from Kim Il Sung to Mao Zedong said",
            {"sender": "Kim Il Sung", "addressee": "Mao Zedong", "date": "1951-06-02", "form": "telegram"},
        ),
    ],
)
def test_papers_of_named_writers_are_theirs(text: str, found: dict[str, str]) -> None:
    assert cited(text) == [found]


def test_the_same_paper_named_twice_is_one_citation_with_two_passages() -> None:
    record = paper("See your 1295. Again your 1295, later.", "Francis", "Lansing", "1917-04-10")
    [part] = citations.extract(record.source, record, [(19, len(record.source.text))])
    assert len(part.fields["number"]) == 2


def test_summary_is_a_second_reading_of_the_same_citation() -> None:
    text = "We received your telegram of June 21.\nStalin’s response to Mao’s 21 June telegram, turning down"
    record = paper(text, "Stalin", "Mao", "1951-06-24")
    start, end = record.source.text.index("We"), len(record.source.text)
    middle = record.source.text.index("Stalin’s")
    [part] = citations.extract(record.source, record, [(start, middle)], [(middle, end)])
    readings = part.fields["answers"]
    assert [record.source.quote(passage.spans[0]) for passage in readings] == [
        "We received your telegram of June 21.",
        "Stalin’s response to Mao’s 21 June telegram",
    ]


WORDS = st.sampled_from(
    ["your", "my", "Department’s", "telegram", "letter", "No.", "24", "1951", "of", "June", "21", ",", "and", "Malik's",
     "speech", "Embtels", "received", "We", ".", "(", ")", "to", "Мао", "毛", "\n", "5 p.m.", "2d", "instant"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_every_citation_of_any_words_cites_what_stands_there_and_starts_apart(text: str) -> None:
    record = paper(text, "Stalin", "Mao", "1951-06-24")
    parts = citations.extract(record.source, record, [(14, len(record.source.text))])
    starts = [part.text_of("start") for part in parts]
    assert len(set(starts)) == len(starts)
    for part in parts:
        for passage in (passage for passages in part.fields.values() for passage in passages):
            assert all(14 <= start < end <= len(record.source.text) for start, end in passage.spans)


@pytest.mark.parametrize(
    ("text", "form", "number", "date"),
    [
        ("Your minute HS/11/4/34 of 27 February 1951 refers.", "memorandum", "HS/11/4/34", "1951-02-27"),
        ("To your No. 4.177: they do not wish to leave.", "", "4.177", ""),
        ("YOUR TELNO 266 : RELATIONS", "telegram", "266", ""),
        ("It refers to the latter's Note No. J/551/14/51 of 28 April 1951.", "note", "J/551/14/51", "1951-04-28"),
        ("We have before us the letter of the Polish command of 3 June.", "letter", "", "1951-06-03"),
        ("He handed over the letter of February 18.", "letter", "", "1951-02-18"),
    ],
)
def test_papers_cited_as_other_services_do(text: str, form: str, number: str, date: str) -> None:
    [found] = cited(text)
    assert (found.get("form", ""), found.get("number", ""), found.get("date", "")) == (form, number, date)

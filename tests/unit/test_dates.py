"""Dates as papers write them give what the words say and no more."""

from __future__ import annotations

import re
from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from cablegraph import dates
from cablegraph.dates import plain

STATED = [
    ("24 June 1951", "1951-06-24"),
    ("1951-06-24T23:30:00-08:00", "1951-06-24"),
    ("1951-06-24T00:00:00.000Z", "1951-06-24"),
    ("1951-06-24 23:30", "1951-06-24"),
    ("June 24, 1951", "1951-06-24"),
    ("24.VI.51", "1951-06-24"),
    ("24.6.51", "1951-06-24"),
    ("24/6-51", "1951-06-24"),
    ("27/X/62", "1962-10-27"),
    ("10.27.1962", "1962-10-27"),
    ("first half of 1954", "1954-01/1954-06"),
    ("1951, '52, '53 and the first half of '54", "1951/1954-06"),
    ("1951", "1951"),
    ("June 1951", "1951-06"),
    ("1953-04-xx", "1953-04"),
    ("1953-04-XX", "1953-04"),
    ("1953-04-00", "1953-04"),
    ("1953-xx-xx", "1953"),
    ("c. 1953-04", "1953-04~"),
    ("the 1950s", "195X"),
    ("early 1951", "1951"),
    ("late autumn 1956", "1956-23"),
    ("winter 1956", "1956-24"),
    ("c. 24 June 1951 (?)", "1951-06-24%"),
    ("c. 1951", "1951~"),
    ("1951?", "1951?"),
    ("27 [28?] October 1962", "[1962-10-27,1962-10-28]"),
    ("night of 24–25 June 1951", "1951-06-24/1951-06-25"),
    ("until 1 July 1951", "../1951-07-01"),
    ("since 1950", "1950/.."),
    ("1951年6月24日", "1951-06-24"),
    ("24 июня 1951 г.", "1951-06-24"),
    ("30 października 1962", "1962-10-30"),
    ("5 décembre 1950", "1950-12-05"),
    ("1951.06.24", "1951-06-24"),
    ("1951/6/24", "1951-06-24"),
    ("24 June [1951]", "1951-06-24"),
    ("June 24, [1951]", "1951-06-24"),
    ("24 June 195?", "195X"),
    ("Decr. 7, 1864", "1864-12-07"),
    ("4th of Feby., 1865", "1865-02-04"),
    ("一九五一年六月二十四日", "1951-06-24"),
    ("民國四十年六月廿四日", "1951-06-24"),
    ("昭和26年6月24日", "1951-06-24"),
    ("昭和元年十二月三十日", "1926-12-30"),
]


WRITTEN = """
13/5-50 => 1950-05-13
April 3, 1917, 6 p.m. => 1917-04-03
September 14, 1955—4 p.m. => 1955-09-14
24 June 1951, 9.30 a.m. => 1951-06-24
0930 24 June 1951 => 1951-06-24
24 June 1951 at 5:10 => 1951-06-24
Sunday, 24 June 1951 => 1951-06-24
Sunday, June 24, 1951 => 1951-06-24
the 24th of June, 1951 => 1951-06-24
the 24th June 1951 => 1951-06-24
24-VI-1951 => 1951-06-24
24 VI 1951 => 1951-06-24
24.VI.1951 г. => 1951-06-24
summer of 1950 => 1950-22
in the spring of 1951 => 1951-21
mid-1951 => 1951
end of 1951 => 1951
second half of June 1951 => 1951-06-16/1951-06-30
middle of June 1951 => 1951-06
early June 1951 => 1951-06
1950-1951 => 1950/1951
1950–51 => 1950/1951
1950/51 => 1950/1951
from 1950 to 1953 => 1950/1953
between 1950 and 1953 => 1950/1953
1-5 June 1951 => 1951-06-01/1951-06-05
from 1 to 5 June 1951 => 1951-06-01/1951-06-05
June 1-5, 1951 => 1951-06-01/1951-06-05
28 June–2 July 1951 => 1951-06-28/1951-07-02
28 June to 2 July 1951 => 1951-06-28/1951-07-02
June 28–July 2, 1951 => 1951-06-28/1951-07-02
May–June 1951 => 1951-05/1951-06
May to June 1951 => 1951-05/1951-06
from 28 June 1951 to 3 July 1951 => 1951-06-28/1951-07-03
after 5 June 1951 => 1951-06-05/..
before 1 July 1951 => ../1951-07-01
by 1 July 1951 => ../1951-07-01
not earlier than 5 June 1951 => 1951-06-05/..
not later than 5 June 1951 => ../1951-06-05
1951年6月 => 1951-06
1951年 => 1951
1951년 6월 24일 => 1951-06-24
24 июня 1951 года => 1951-06-24
июнь 1951 г. => 1951-06
лето 1951 => 1951-22
le 24 juin 1951 => 1951-06-24
1er juin 1951 => 1951-06-01
24. Juni 1951 => 1951-06-24
den 24. Juni 1951 => 1951-06-24
24 de junio de 1951 => 1951-06-24
24 iunie 1951 => 1951-06-24
24 czerwca 1951 r. => 1951-06-24
1951. június 24. => 1951-06-24
24. června 1951 => 1951-06-24
[June 24, 1951] => 1951-06-24
June 24, [1951] => 1951-06-24
24 June [1951] => 1951-06-24
24/25 June 1951 => 1951-06-24/1951-06-25
24-25.VI.51 => 1951-06-24/1951-06-25
night of 24 to 25 June 1951 => 1951-06-24/1951-06-25
night of 24 June 1951 => 1951-06-24
'52 => 1952
June 1951 (?) => 1951-06?
the early 1950s => 195X
Oct. 2, 1949 => 1949-10-02
2-Oct-49 => 1949-10-02
27OCT1962 => 1962-10-27
271530Z OCT 62 => 1962-10-27
27 October, 1962 => 1962-10-27
October 27th, 1962 => 1962-10-27
October 25, 1917 (O.S.) => 1917-11-07
25 October (7 November) 1917 => 1917-11-07
October 25/November 7, 1917 => 1917-11-07
21 June 1951? => 1951-06-21?
circa June 1951 => 1951-06~
autumn 1956 => 1956-23
late autumn of 1956 => 1956-23
24.6.1951 => 1951-06-24
10/27/1962 => 1962-10-27
30.10.1962 => 1962-10-30
1951-06-24 => 1951-06-24
1951-06 => 1951-06
24 or 25 June 1951 => [1951-06-24,1951-06-25]
27[28] October 1962 => [1962-10-27,1962-10-28]
26/27 October 1962 => 1962-10-26/1962-10-27
1950s => 195X
July, 1917 => 1917-07
July of 1917 => 1917-07
the year 1951 => 1951
last quarter of 1951 => 1951-10/1951-12
at the end of June 1951 => 1951-06
until the end of 1951 => ../1951
up to 1953 => ../1953
since June 1951 => 1951-06/..
June 23d, 1918 => 1918-06-23
23d June 1918 => 1918-06-23
24/6/51 => 1951-06-24
1 V 1951 => 1951-05-01
6-24-51 => 1951-06-24
"""


@pytest.mark.parametrize("row", WRITTEN.strip().splitlines())
def test_date_given_whole_is_read_with_what_stands_around_it(row: str) -> None:
    written, edtf = row.split(" => ")
    value = dates.parse(written, context="1951-07-01")
    assert value is not None
    assert value.edtf == edtf


@pytest.mark.parametrize(
    "edtf", sorted({edtf for _, edtf in STATED} | {row[-1] for row in map(str.split, WRITTEN.strip().splitlines())})
)
def test_what_is_written_is_edtf_to_others_too(edtf: str) -> None:
    assert str(parse_edtf(edtf)).replace(", ", ",") == edtf


@pytest.mark.parametrize(("written", "edtf"), STATED)
def test_written_date_is_read_as_edtf(written: str, edtf: str) -> None:
    value = dates.parse(written, context="1951-06-24")
    assert value is not None
    assert (value.edtf, value.basis) == (edtf, "")


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("1954-01/1954-06", date(1954, 1, 1), date(1954, 6, 30)),
        ("1951/1954-06", date(1951, 1, 1), date(1954, 6, 30)),
        ("195X", date(1950, 1, 1), date(1959, 12, 31)),
        ("1956-23", date(1956, 9, 1), date(1956, 11, 30)),
        ("1956-24", date(1956, 12, 1), date(1957, 2, 28)),
        ("[1962-10-27,1962-10-28]", date(1962, 10, 27), date(1962, 10, 28)),
        ("../1951-07-01", None, date(1951, 7, 1)),
        ("1950/..", date(1950, 1, 1), None),
        ("XXXX-06-21", None, None),
        ("1951-06-24%", date(1951, 6, 24), date(1951, 6, 24)),
    ],
)
def test_bounds_are_no_narrower_than_the_words(edtf: str, earliest: date | None, latest: date | None) -> None:
    assert (dates.bounds(edtf).earliest, dates.bounds(edtf).latest) == (earliest, latest)


def test_dates_stand_between_signs_without_a_blank() -> None:
    text = "我们6月24日收到了你的六月二十一日电报，第二十四号文件没有"
    found = [(one.values[0].edtf, text[one.start : one.end]) for one in dates.find(text, context="1951-06-30")]
    assert found == [("1951-06-24", "6月24日"), ("1951-06-21", "六月二十一日")]


def test_a_day_whose_year_is_partly_unknown_is_of_no_year_that_the_paper_has() -> None:
    [found] = dates.find("Sent on 24 June 195? from Berlin", context="1960-01-30")
    assert [value.edtf for value in found.values] == ["195X"]


@pytest.mark.parametrize(
    ("written", "paper", "edtf", "basis"),
    [
        ("June 21", "1951-06-24", "1951-06-21", "inferred"),
        ("December 30", "1952-01-03", "1951-12-30", "inferred"),
        ("June 21", None, "XXXX-06-21", ""),
        ("the 5th instant", "1864-05-24", "1864-05-05", "inferred"),
    ],
)
def test_missing_year_is_that_of_the_nearest_day_not_after_the_paper(
    written: str, paper: str | None, edtf: str, basis: str
) -> None:
    [found] = dates.find(f"as of {written} we", context=paper)
    assert [(value.edtf, value.basis) for value in found.values] == [(edtf, basis)]


def test_order_of_figures_is_decided_by_the_papers_own_evidence() -> None:
    assert [value.edtf for value in dates.read("10/11/50")] == ["1950-11-10", "1950-10-11"]
    assert dates.parse("10/11/50") is None
    order = dates.order_of("arrived 10/14/50, left 10/11/50")
    assert order == "mdy"
    assert dates.read("10/11/50", order=order)[0].edtf == "1950-10-11"


@pytest.mark.parametrize(
    "text",
    [
        "31 June 1951",
        "29 February 1951",
        "yesterday",
        "Monday",
        "no date",
        "Junne 24, 1951",
        "the late offensive",
        "No. 24.6",
        "60 divisions",
    ],
)
def test_what_is_no_date_is_not_read(text: str) -> None:
    assert dates.parse(text) is None


def test_misspelt_month_is_named_with_the_nearest_one() -> None:
    found = dates.suggest("Washington, Junne 24, 1951")
    assert found is not None
    assert (found.word, found.month) == ("Junne", "June")
    assert dates.suggest("Washington, June 24, 1951") is None


@given(st.dates(date(1600, 1, 1), date(2099, 12, 31)))
def test_every_day_survives_each_way_of_writing_it(day: date) -> None:
    edtf = day.isoformat()
    month = day.strftime("%B")
    roman = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")[day.month - 1]
    for written in (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day.day}.{roman}.{day.year}",
        f"{day.year}年{day.month}月{day.day}日",
        edtf,
    ):
        value = dates.parse(written)
        assert value is not None, written
        assert value.edtf == edtf
        assert value.earliest == value.latest == day


_POINTS = st.one_of(
    st.dates(date(1600, 1, 1), date(2099, 12, 31)).map(date.isoformat),
    st.tuples(st.integers(1600, 2099), st.integers(1, 12)).map(lambda pair: f"{pair[0]}-{pair[1]:02}"),
    st.tuples(st.integers(1600, 2099), st.integers(21, 24)).map(lambda pair: f"{pair[0]}-{pair[1]}"),
    st.integers(1600, 2099).map(str),
    st.integers(160, 209).map(lambda decade: f"{decade}X"),
)
_VALUES = st.one_of(
    _POINTS,
    st.tuples(_POINTS, st.sampled_from("~?%")).filter(lambda pair: "X" not in pair[0]).map("".join),
    st.tuples(_POINTS, _POINTS).map(sorted).map("/".join),
)


@given(_VALUES)
def test_bounds_are_in_order_and_agree_with_the_edtf_library(value: str) -> None:
    bounds = dates.bounds(value)
    assert bounds.earliest is not None
    assert bounds.latest is not None or "/" in value
    if re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?", value):
        assert bounds.earliest <= bounds.latest  # type: ignore[operator]
        parsed = parse_edtf(value)
        assert date(*parsed.lower_strict()[:3]) == bounds.earliest
        assert date(*parsed.upper_strict()[:3]) == bounds.latest


@given(st.text(max_size=120))
def test_any_text_is_searched_without_harm(text: str) -> None:
    for found in dates.find(text, context="1951-06-24"):
        assert 0 <= found.start < found.end <= len(text)
        for value in found.values:
            low, high = value.earliest, value.latest
            assert low is None or high is None or low <= high


@pytest.mark.parametrize(
    ("number", "edtf"),
    [
        ("611.61/9-2151", "1951-09-21"),
        ("793B.00/3–2751", "1951-03-27"),
        ("746F.00/10–349", "1949-10-03"),
        ("861.51/131", None),
        ("765.84/4601", None),
        ("611.61/13-2151", None),
    ],
)
def test_later_file_numbers_give_their_day(number: str, edtf: str | None) -> None:
    value = dates.file_number_date(number)
    assert (value.edtf if value else None) == edtf


@pytest.mark.parametrize(
    ("words", "written", "edtf"),
    [
        ("Your cable 28th. Stevens has", "28th", "1917-09-28"),
        ("A speech on the twelfth was", "twelfth", "1917-09-12"),
        ("my application of July. We", "July", "1917-07"),
        ("your Oct. 2, 4 p.m.", "Oct. 2", "1916-10-02"),
    ],
)
def test_announced_date_may_be_a_day_or_a_month_alone(words: str, written: str, edtf: str) -> None:
    start = words.index(written)
    found = dates.at(words, start, context="1917-09-30")
    assert found is not None
    assert words[found.start : found.end] == written
    [value] = found.values
    assert (value.edtf, value.basis) == (edtf, "inferred")
    assert list(dates.find(words.replace(written, "it"), context="1917-09-30")) == []


def test_old_style_words_keep_their_calendar() -> None:
    for written in ("October 25, 1917 (O.S.)", "25 October (7 November) 1917"):
        value = dates.parse(written)
        assert value is not None
        assert (value.edtf, value.calendar) == ("1917-11-07", "julian")


def test_old_style_days_are_converted() -> None:
    assert dates.julian_to_gregorian(1917, 10, 25) == date(1917, 11, 7)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1951-06-24", "1951-06-24"),
        ("1956-03-12%", "about 1956-03-12, uncertain"),
        ("1956-03~", "about 1956-03"),
        ("1956?", "1956, uncertain"),
        ("1956-23", "autumn 1956"),
        ("1953-04-XX", "1953-04"),
        ("195X", "1950s"),
        ("XXXX-03-03", "3 March of a year not said"),
        ("XXXX-11-XX", "November of a year not said"),
        ("1951-06/1951-08~", "1951-06 to about 1951-08"),
        ("../1951", "until 1951"),
        ("1951/..", "from 1951"),
        ("", ""),
    ],
)
def test_a_date_is_said_in_words_where_edtf_has_signs(edtf: str, words: str) -> None:
    assert plain.said(edtf) == words
    assert plain.unsure(edtf) == any(word in words for word in ("about", "uncertain"))


@pytest.mark.parametrize(
    ("words", "edtf", "calendar"),
    [
        ("March 17 (29), 1867", "1867-03-29", "julian"),
        ("17/29 March 1867", "1867-03-29", "julian"),
        ("the 3d/15th May, 1870", "1870-05-15", "julian"),
        ("Petrograd, January 5/18, 1918", "1918-01-18", "julian"),
        ("December 26, 1873 (January 7, 1874)", "1874-01-07", "julian"),
        ("December 26 (January 7), 1874", "1874-01-07", "julian"),
        ("March 29 (17), 1867", "1867-03-29", ""),
        ("3/16 April 1951", "1951-04-03/1951-04-16", ""),
        ("12/14 April 1917", "1917-04-12/1917-04-14", ""),
        ("March 17 (19), 1867", "[1867-03-17,1867-03-19]", ""),
    ],
)
def test_days_of_both_calendars_are_one_day(words: str, edtf: str, calendar: str) -> None:
    [found] = dates.find(words)
    assert [(value.edtf, value.calendar) for value in found.values] == [(edtf, calendar)]


BOUNDED = """
not before 7 July 1957 => 1957-07-07/..
Not after 7 July 1957 => ../1957-07-07
no earlier than July 7, 1957 => 1957-07-07/..
not prior to 7.7.57 => 1957-07-07/..
not until 7 July 1957 => 1957-07-07/..
no later than the 7th of July 1957 => ../1957-07-07
on or before 7 July 1957 => ../1957-07-07
on or after 7 July 1957 => 1957-07-07/..
before the 7th July, 1957 => ../1957-07-07
7 July 1957 or later => 1957-07-07/..
7 July 1957 at the latest => ../1957-07-07
nicht vor dem 7. Juli 1957 => 1957-07-07/..
spätestens am 7. Juli 1957 => ../1957-07-07
не ранее 7 июля 1957 г. => 1957-07-07/..
не позднее 7 июля 1957 г. => ../1957-07-07
после 7 июля 1957 г. => 1957-07-07/..
pas avant le 7 juillet 1957 => 1957-07-07/..
au plus tard le 7 juillet 1957 => ../1957-07-07
nie później niż 7 lipca 1957 r. => ../1957-07-07
no antes del 7 de julio de 1957 => 1957-07-07/..
not before July 1957 => 1957-07/..
before spring 1957 => ../1957-21
not before the first half of 1954 => 1954-01/..
before 5-7 July 1957 => ../1957-07-07
not after 27 or 28 October 1962 => ../1962-10-28
since the 1950s => 1950/..
"""


@pytest.mark.parametrize("row", BOUNDED.strip().splitlines())
def test_words_that_set_one_end_of_a_time_leave_the_other_open(row: str) -> None:
    written, edtf = row.split(" => ")
    assert [value.edtf for value in dates.read(written)] == [edtf]
    assert [one.values[0].edtf for one in dates.find(f"This, {written}, was")] == [edtf]


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("not before 1957", "1957/.."),
        ("not after 1957", "../1957"),
        ("not before 7 July 1957 and not after 9 July 1957", "1957-07-07/1957-07-09"),
        ("after 7 July and before 9 July 1957", "1957-07-07/1957-07-09"),
        ("не ранее 7 июля – не позднее 9 июля 1957 г.", "1957-07-07/1957-07-09"),
        ("not before 9 July 1957, not after 7 July 1957", ""),
    ],
)
def test_a_date_as_a_whole_may_have_two_bounds(written: str, edtf: str) -> None:
    value = dates.parse(written)
    assert (value.edtf if value else "") == edtf


SHORT = [
    ("7 July 57", "1957-07-07"),
    ("July 7, 57", "1957-07-07"),
    ("17 Jan. 44", "1944-01-17"),
    ("25 December, 50", "1950-12-25"),
    ("7th of July, 57", "1957-07-07"),
    ("24. Juni 51", "1951-06-24"),
    ("24 июня 51 г.", "1951-06-24"),
    ("not before 7 July 57", "1957-07-07/.."),
    ("c. 7 July 57", "1957-07-07~"),
    ("7 July 57?", "1957-07-07?"),
]


@pytest.mark.parametrize(("written", "edtf"), SHORT)
def test_a_year_of_two_figures_ends_a_day_where_a_date_stands(written: str, edtf: str) -> None:
    assert [value.edtf for value in dates.read(written)] == [edtf]
    for stretch in (f"Lima, {written}", f"Lima, {written}, 6 p.m.", f"Sent {written}; No. 4"):
        assert [one.values[0].edtf for one in dates.find(stretch, heads=True)] == [edtf]


@pytest.mark.parametrize(("written", "edtf"), [("June 57", "1957-06"), ("Jan. 44", "1944-01"), ("June '57", "1957-06")])
def test_a_month_too_may_end_with_two_figures_of_its_year(written: str, edtf: str) -> None:
    assert [value.edtf for value in dates.read(written)] == [edtf]


@pytest.mark.parametrize(
    "words",
    ["July 7, 57 men", "July 7, 11 p.m.", "July 7, 10.30 p.m.",
     "7 July, 12 noon", "7 July, 12 and 15", "July 7, 12, 1957", "7 July, 14-15"],
)  # fmt: skip
def test_what_may_be_an_hour_a_day_or_a_count_is_no_year(words: str) -> None:
    assert next(one.values[0].edtf for one in dates.find(f"Lima, {words}", heads=True)) == "XXXX-07-07"
    assert [one.values[0].edtf for one in dates.find("On July 7, 57; they")] == ["XXXX-07-07"]

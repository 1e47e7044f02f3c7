"""The axis of time is true: one scale everywhere, broken only where nothing is dated."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from cablegraph.server.pages_axis import BREAK, axis, span_of


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def test_years_without_papers_are_left_out_and_said() -> None:
    line = axis([(day(d), day(d)) for d in ("1917-03-31", "1919-01-09", "1951-06-24", "1956-09-06")], 20, 980)
    assert [run.years for run in line.runs] == [(1917, 1919), (1951, 1951), (1956, 1956)]
    assert [years for _, years in line.breaks] == ["1920–1950", "1952–1955"]
    assert [tick.label for tick in line.ticks if tick.main] == ["1917", "1918", "1919", "1951", "1956"]


def test_two_empty_years_do_not_break_the_axis() -> None:
    line = axis([(day("1917-01-01"), day("1917-01-01")), (day("1920-01-01"), day("1920-01-01"))], 0, 100)
    assert [run.years for run in line.runs] == [(1917, 1920)]


@given(st.lists(st.dates(date(1600, 1, 1), date(2030, 12, 31)), min_size=1, max_size=12))
def test_a_year_is_as_long_in_every_run_and_order_is_kept(days: list[date]) -> None:
    numbers = sorted(d.toordinal() for d in days)
    line = axis([(n, n) for n in numbers], 20, 980 + BREAK * len(days))
    lengths = {round((run.right - run.left) / (run.last - run.first + 1), 2) for run in line.runs}
    assert max(lengths) - min(lengths) <= 0.02
    places = [line.x(n) for n in numbers]
    assert places == sorted(places)
    assert line.runs[0].left == 20


def test_dates_of_every_fineness_have_a_first_and_a_last_day() -> None:
    assert span_of("1951") == (day("1951-01-01"), day("1951-12-31"))
    assert span_of("1951-06") == (day("1951-06-01"), day("1951-06-30"))
    assert span_of("1956-12") == (day("1956-12-01"), day("1956-12-31"))
    assert span_of("1951-06-24") == (day("1951-06-24"), day("1951-06-24"))
    assert span_of("1951-13") is None
    assert span_of("3777") == (day("3777-01-01"), day("3777-12-31"))
    assert span_of("No. 3") is None


@given(st.lists(st.dates(date(1600, 1, 1), date(2030, 12, 31)), min_size=1, max_size=30))
def test_the_axis_fits_a_phone_however_often_it_is_broken(days: list[date]) -> None:
    line = axis([(d.toordinal(), d.toordinal()) for d in days], 12, 348, 20)
    assert line.runs[0].left == 12
    assert abs(line.runs[-1].right - 348) < 0.2
    assert all(run.right > run.left for run in line.runs)

"""Charts say what the rows say: months where they are, series apart, two values of one day both with their words."""

from __future__ import annotations

from cablegraph.iri import XSD
from cablegraph.server.pages_charts import LANES, Chart, chart, charts
from cablegraph.server.pages_graph import Row, Term


def rows(*values: tuple[str, ...], names: tuple[str, ...]) -> list[Row]:
    return [
        {name: Term(text, False, XSD + "string") for name, text in zip(names, row, strict=True)} for row in values
    ]  # fmt: skip


def drawn(form: dict[str, str], found: list[Row]) -> Chart:
    made = chart(form, found)
    assert made is not None
    return made


def test_months_stand_at_their_place_in_time() -> None:
    form = {"type": "bar", "x": "month", "y": "letters"}
    found = rows(("1919-01", "1"), ("1951-06", "1"), ("1956-03", "5"), names=("month", "letters"))
    made = drawn(form, found)
    assert made.kind == "time"
    assert made.axis is not None
    assert [run.years for run in made.axis.runs] == [(1919, 1919), (1951, 1951), (1956, 1956)]
    [(_, bars)] = made.lanes
    month = (made.axis.runs[0].right - made.axis.runs[0].left) / 12
    june = bars[1]
    assert abs(june.x - (made.axis.runs[1].left + 5 * month)) < 0.03 * 12 * month
    assert all(abs(bar.width + 1 - month) < 0.1 * month for bar in bars)
    assert bars[2].height == 5 * bars[0].height


def test_a_december_ends_where_its_year_ends() -> None:
    form = {"type": "bar", "x": "month", "y": "letters"}
    made = drawn(form, rows(("1918-12", "1"), ("1951-06", "2"), names=("month", "letters")))
    assert made.axis is not None
    bar = made.lanes[0][1][0]
    assert bar.x + bar.width <= made.axis.runs[0].right


def test_each_series_has_a_lane_and_none_is_added_to_another() -> None:
    form = {"type": "line", "x": "year", "y": "papers", "color": "topic"}
    values = [("1918", str(n + 1), f"topic {n:02}") for n in range(14)] + [("1919", "2", "topic 13")]
    made = drawn(form, rows(*values, names=("year", "papers", "topic")))
    assert made.kind == "lanes"
    assert len(made.lanes) == LANES
    assert made.left == 4
    assert made.yearly
    assert made.lanes[0][0] == "topic 13"
    assert [bar.value for bar in made.lanes[0][1]] == [14, 2]


def test_three_values_of_one_day_are_three_rows_with_their_words() -> None:
    form = {"type": "bar", "x": "date", "y": "quantity", "color": "kind"}
    found = rows(("1951-06-24", "10", "ceiling"), ("1951-06-24", "60", "offer"), ("1951-06-24", "60", "request"),
                 names=("date", "quantity", "kind"))  # fmt: skip
    made = drawn(form, found)
    assert made.kind == "rows"
    told = [(bar.title, bar.value, bar.share) for bar in made.lanes[0][1]]
    assert told[0] == ("1951-06-24 · ceiling", 10, 16.7)
    assert [share for _, _, share in told] == [16.7, 100, 100]


def test_what_is_no_number_makes_no_chart() -> None:
    form = {"type": "bar", "x": "date", "y": "quantity"}
    assert chart(form, rows(("1951", "some"), ("1952", "2"), names=("date", "quantity"))) is None
    assert chart({"type": "table"}, rows(("1951", "1"), ("1952", "2"), names=("date", "quantity"))) is None


def test_each_unit_has_a_chart_of_its_own_and_the_others_are_counted() -> None:
    form = {"type": "bar", "x": "date", "y": "quantity", "series": "unit"}
    found = rows(("1918-01-01", "500", "men"), ("1918-01-02", "75000000", "dollar"), ("1918-01-03", "2", "wagon"),
                 ("1918-01-04", "250", "men"), ("1918-01-05", "5000", "dollar"), ("1918-01-06", "1000", "men"),
                 names=("date", "quantity", "unit"))  # fmt: skip
    made, left = charts(form, found)
    assert [(one.unit, one.top) for one in made] == [("men", 1000), ("dollar", 75000000)]
    assert left == {"wagon": 1}
    assert [bar.said for bar in made[1].lanes[0][1]] == ["75,000,000", "5,000"]
    assert [bar.share for bar in made[0].lanes[0][1]] == [50, 25, 100]


def test_a_chart_without_units_is_one() -> None:
    made, left = charts({"type": "bar", "x": "month", "y": "letters"},
                        rows(("1951-06", "1"), ("1951-07", "2.5"), names=("month", "letters")))  # fmt: skip
    assert [one.unit for one in made] == [""]
    assert (left, made[0].most) == ({}, "2.5")
    assert charts({"type": "table"}, rows(("1951-06", "1"), names=("month", "letters")))[0] == []


def test_a_request_of_two_claimants_is_one_bar() -> None:
    form = {"type": "bar", "x": "date", "y": "quantity", "once": "claim"}
    found = rows(
        ("1951-03-14", "16", "a"), ("1951-03-14", "16", "a"), ("1951-04-02", "9", "b"),
        names=("date", "quantity", "claim"),
    )  # fmt: skip
    [made], _ = charts(form, found)
    assert [bar.value for _, bars in made.lanes for bar in bars] == [16, 9]

"""Charts of answers that the server draws: bars on a true axis of time, a lane for each series, or rows of bars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from cablegraph.exports.vega import COMPOSED
from cablegraph.server.pages_axis import Axis, axis, span_of
from cablegraph.server.pages_graph import Row

ROWS = 60
"""Bars in rows, each with its words; the table holds the rest."""
LANES = 10
"""Series drawn, those with the most; the table holds the rest."""
UNITS = 4
"""Units drawn, the commonest; the table holds the rest."""
LEFT, RIGHT = 60, 980
HIGH = 170
LANE = 46


@dataclass(frozen=True, slots=True)
class Bar:
    """One value; place and size in the drawing, and its share of the largest for bars that stand in rows.

    ``made_up`` bars, of papers composed for teaching alone, are drawn hollow.
    """

    title: str
    value: float
    x: float = 0
    width: float = 0
    height: float = 0
    share: float = 0
    made_up: bool = False

    @property
    def said(self) -> str:
        """The value as people write it: ``75,000,000``, never ``7.5e+07``."""
        return amount(self.value)


def amount(value: float) -> str:
    """A number with its thousands apart, and no more after its point than it has."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


@dataclass(frozen=True, slots=True)
class Chart:
    """``kind`` is time, lanes or rows; ``lanes`` are series with bars, one without name where there are none."""

    kind: str
    x: str
    y: str
    top: float
    lanes: tuple[tuple[str, tuple[Bar, ...]], ...]
    axis: Axis | None = None
    left: int = 0
    unit: str = ""

    @property
    def most(self) -> str:
        """The largest value, as people write it."""
        return amount(self.top)

    @property
    def hollow(self) -> bool:
        """Whether any bar is of papers composed for teaching alone."""
        return any(bar.made_up for _, own in self.lanes for bar in own)

    @property
    def yearly(self) -> bool:
        """Whether every bar is a year, so that quarters are not marked."""
        return self.axis is not None and all(bar.width > 300 * self.axis.scale for _, own in self.lanes for bar in own)

    @property
    def height(self) -> float:
        """Of the drawing."""
        return 60 + (HIGH if self.kind == "time" else LANE * len(self.lanes))


@dataclass(frozen=True, slots=True)
class _Value:
    x: str
    series: str
    label: str
    y: float
    made_up: bool = False


def drawable(form: Mapping[str, str]) -> bool:
    """Whether a question asks for a chart that is drawn here."""
    return form.get("type") in ("bar", "line")


def charts(form: Mapping[str, str], rows: Sequence[Row]) -> tuple[list[Chart], dict[str, int]]:
    """A chart for each unit of ``series``, the commonest first, for men are no tons; and the units that have none.

    A unit of a single value makes no chart; of those that have none it is said how many values each has. Rows with the
    same value of ``once`` are one: a request of two claimants is drawn once.
    """
    measured: dict[str, list[Row]] = {}
    for row in once(form, rows):
        if form.get("x") in row and form.get("y") in row:
            series = form.get("series", "")
            measured.setdefault(row[series].value if series in row else "", []).append(row)
    made: list[Chart] = []
    left: dict[str, int] = {}
    for unit in sorted(measured, key=lambda name: (-len(measured[name]), name)):
        drawn = chart(form, measured[unit]) if len(made) < UNITS else None
        if drawn is not None:
            made.append(replace(drawn, unit=unit))
        else:
            left[unit] = len(measured[unit])
    return made, left


def once(form: Mapping[str, str], rows: Sequence[Row]) -> Sequence[Row]:
    """The first row of each value of the column that ``once`` names; all rows where it names none."""
    column = form.get("once", "")
    if not column:
        return rows
    found = {row[column].value if column in row else str(at): row for at, row in reversed([*enumerate(rows)])}
    return list(found.values())[::-1]


def chart(form: Mapping[str, str], rows: Sequence[Row]) -> Chart | None:
    """The chart a question asks for, or nothing where its rows make none. No two values are ever added up.

    Months and years without a second series stand on an axis of time; a line of several series gives a lane for each;
    everything else, and two values of one day, gives rows.
    """
    if not drawable(form):
        return None
    values = _values(form, rows)
    if values is None or len(values) < 2:
        return None
    top = max((value.y for value in values), default=0) or 1
    spans = [span_of(value.x) for value in values]
    dated = all(spans) and all(len(value.x) <= len("1951-06") for value in values)
    if dated and form["type"] == "line" and "color" in form:
        return _lanes(form, values, top)
    if dated and len({value.x for value in values}) == len(values):
        return _in_time(form, "time", {"": values}, top)
    bars = tuple(Bar(_words(v), v.y, share=_share(v, top), made_up=v.made_up) for v in values[:ROWS])
    return Chart("rows", form["x"], form["y"], top, (("", bars),), left=len(values) - len(bars))


def _values(form: Mapping[str, str], rows: Sequence[Row]) -> list[_Value] | None:
    """What the rows hold for the chart; nothing where a value is no number."""

    def text(row: Row, name: str) -> str:
        column = form.get(name, "")
        return row[column].value if column in row else ""

    found = []
    for row in rows:
        if form.get("x") in row and form.get("y") in row:
            try:
                number = float(text(row, "y"))
                composed = COMPOSED in row and row[COMPOSED].value == "true"
                found.append(_Value(text(row, "x"), text(row, "color"), text(row, "label"), number, composed))
            except ValueError:
                return None
    return found


def _share(value: _Value, top: float) -> float:
    """A value in per cent of the largest."""
    return round(100 * max(value.y, 0) / top, 1)


def _words(value: _Value) -> str:
    return " · ".join(part for part in (value.x, value.label, value.series) if part)


def _lanes(form: Mapping[str, str], values: Sequence[_Value], top: float) -> Chart | None:
    weight = Counter[str]()
    for value in values:
        weight[value.series] += int(value.y)
    shown = sorted(weight, key=lambda name: (-weight[name], name))[:LANES]
    series = {name: [value for value in values if value.series == name] for name in shown}
    if any(len({value.x for value in own}) != len(own) for own in series.values()):
        return None
    return _in_time(form, "lanes", series, top, len(weight) - len(shown))


def _in_time(
    form: Mapping[str, str], kind: str, series: Mapping[str, Sequence[_Value]], top: float, left: int = 0
) -> Chart:
    spans = {value.x: span for own in series.values() for value in own if (span := span_of(value.x))}
    line = axis(spans.values(), LEFT if kind == "time" else 200, RIGHT)
    high = HIGH if kind == "time" else LANE - 18
    lanes = []
    for name, own in series.items():
        bars = []
        for value in own:
            first, last = spans[value.x]
            x = line.x(first)
            wide = max(2.0, round(line.x(last) + line.scale - x - 1, 1))
            tall = round(high * max(value.y, 0) / top, 1)
            bars.append(Bar(_words(value), value.y, x, wide, tall, _share(value, top), value.made_up))
        lanes.append((name, tuple(bars)))
    return Chart(kind, form["x"], form["y"], top, tuple(lanes), line, left)

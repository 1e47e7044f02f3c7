"""A canned query's answer as one Vega-Lite chart, data inline: it opens in any Vega editor without this server."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

SCHEMA: Final = "https://vega.github.io/schema/vega-lite/v6.json"
WIDTH: Final = 640
LABELLED: Final = 60
"""So many papers of a timeline are drawn with their labels, so many rows of a table at all."""
LINES: Final = 10
"""So many lines can be told from one another by colour."""
COMPOSED: Final = "composed"
"""The column that marks what rests on papers composed for teaching alone."""
BUSIEST: Final = 30
"""So many people or bodies stand in the matrix of a network."""


def spec(
    title: str,
    chart: Mapping[str, Any],
    columns: Sequence[str],
    rows: Sequence[Mapping[str, Any]],
    parameters: Mapping[str, str] | None = None,
    meta: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """A Vega-Lite 6 specification.

    ``chart`` is the head's (type and channels), ``rows`` plain JSON values by column. Time is an axis with its gaps:
    a month or year without papers keeps its place. Nothing is added up that the answer does not add up. Of a network
    Vega-Lite draws the matrix, of a table the cells; what is left out of a drawing for want of room is said under its
    title, and is in the data.
    """
    if name := chart.get("once"):  # a request of two claimants is drawn once
        rows = list({row.get(str(name)) or at: row for at, row in reversed([*enumerate(rows)])}.values())[::-1]
    drawn, left_out = _DRAWN.get(str(chart.get("type", "table")), _table)(chart, columns, rows)
    if any(row.get(COMPOSED) is True for row in rows) and _pale(drawn):
        left_out = "; ".join(filter(None, (left_out, "pale: of papers composed for teaching alone")))
    given = ", ".join(f"{name} {value}" for name, value in (parameters or {}).items() if value)
    under = "; ".join(text for text in (given, left_out) if text)
    return {
        "$schema": SCHEMA,
        "title": {"text": title, "anchor": "start", **({"subtitle": under} if under else {})},
        "usermeta": dict(meta or {}),
        "data": {"values": [{name: row.get(name) for name in columns} for row in rows]},
        **drawn,
    }


def _pale(drawn: dict[str, Any]) -> bool:
    """Make marks of composed papers pale and dashed; whether the drawing has any that can be."""
    inner = [*drawn.get("layer", ()), *([drawn["spec"]] if "spec" in drawn else [])]
    found = [_pale(layer) for layer in inner]
    mark = drawn.get("mark", "")
    if (mark["type"] if isinstance(mark, dict) else mark) in ("bar", "point", "circle", "tick"):
        told = {"field": COMPOSED, "type": "nominal", "legend": None}
        for channel, of_both in (("fillOpacity", [1, 0.2]), ("strokeDash", [[1, 0], [2, 2]])):
            drawn["encoding"] = {
                **drawn["encoding"], channel: {**told, "scale": {"domain": [False, True], "range": of_both}},
            }  # fmt: skip
        return True
    return any(found)


Rows = Sequence[Mapping[str, Any]]
Drawn = tuple[dict[str, Any], str]
"""The drawing, and what it leaves out."""


def _values(name: str, rows: Rows) -> list[Any]:
    return [row[name] for row in rows if row.get(name) is not None]


def _field(name: str, rows: Rows) -> dict[str, Any]:
    return {"field": name, "type": _type(_values(name, rows)), "title": name.replace("_", " ")}


def _type(values: Sequence[Any]) -> str:
    if values and all(isinstance(value, int | float) and not isinstance(value, bool) for value in values):
        return "quantitative"
    dates = bool(values) and all(isinstance(value, str) and _DATE.fullmatch(value) for value in values)
    return "temporal" if dates else "nominal"


_DATE: Final = re.compile(r"\d{4}-\d\d(?:-\d\d)?")


def _time(name: str, rows: Rows) -> dict[str, Any]:
    """The axis of a first channel: months keep their width, days and years their place; other values are names."""
    axis, values = _field(name, rows), _values(name, rows)
    if axis["type"] == "temporal":
        months = all(len(value) == 7 for value in values)
        few = max(values)[:4] == min(values)[:4]  # else the axis says Jun 24, and not of which year
        form = {"axis": {"format": "%Y-%m" if months else "%Y-%m-%d", "tickCount": 6}} if few else {}
        # A date without an hour is midnight in Greenwich: read in local time it would be the day, or month, before.
        return {**axis, **({"timeUnit": "utcyearmonth"} if months else {}), "scale": {"type": "utc"}, **form}
    if axis["type"] == "quantitative":
        whole = {"format": "d", "tickMinStep": 1, "grid": False}
        return {**axis, "scale": {"zero": False, "nice": False, "padding": 12}, "axis": whole}
    return axis


def _bar(chart: Mapping[str, Any], columns: Sequence[str], rows: Rows) -> Drawn:
    """Bars by month or name; quantities by day as stems, since a day's quantities are not to be added up."""
    x_name, y_name = str(chart.get("x", columns[0])), str(chart.get("y", columns[-1]))
    x, y = _time(x_name, rows), {**_field(y_name, rows), "type": "quantitative"}
    encoding = {"x": x, "y": y, "tooltip": [_field(name, rows) for name in columns]}
    if color := chart.get("color"):
        encoding["color"] = _named(str(color), rows)
    if "timeUnit" in x or x["type"] == "nominal":
        # A month among forty years is no pixel wide: its edge is.
        edge = {} if color else {"stroke": "#4c78a8", "strokeWidth": 1}
        drawn: dict[str, Any] = {"mark": {"type": "bar", **edge}, "encoding": encoding}
    else:
        stem = {"mark": {"type": "rule", "opacity": 0.5}, "encoding": {**encoding, "y2": {"datum": 0}}}
        # Hollow and of several shapes: two kinds of one quantity on one day are both seen.
        shape = {"shape": {"field": str(color), "type": "nominal", "title": str(color)}} if color else {}
        mark = {"type": "point", "size": 90, "strokeWidth": 2}
        drawn = {"layer": [stem, {"mark": mark, "encoding": {**encoding, **shape}}]}
        if label := chart.get("label"):
            text = {"x": x, "y": y, "text": {"field": str(label), "type": "nominal"}}
            drawn["layer"].append({"mark": {"type": "text", "dy": -10}, "encoding": text})
    valid = [{"filter": f"isValid(datum['{y_name}'])"}]
    missing = len(rows) - len(_values(y_name, rows))
    return {"transform": valid, **_faceted(chart, rows, drawn)}, f"{missing} without {y_name}" if missing else ""


def _faceted(chart: Mapping[str, Any], rows: Rows, drawn: dict[str, Any]) -> dict[str, Any]:
    """One drawing under another for each value of ``series``, each with a measure of its own: men are no rubles."""
    series = chart.get("series")
    if not series or not _values(str(series), rows):
        return {"width": WIDTH, **drawn}
    row = {"field": str(series), "type": "nominal", "title": None, "header": {"labelAngle": 0, "labelAlign": "left"}}
    inner = {"width": WIDTH, "height": 90, **drawn}
    return {"facet": {"row": row}, "spec": inner, "resolve": {"scale": {"y": "independent"}}}


def _named(name: str, rows: Rows) -> dict[str, Any]:
    return {"field": name, "type": "nominal", "title": name.replace("_", " "), "scale": {"scheme": "tableau20"}}


def _line(chart: Mapping[str, Any], columns: Sequence[str], rows: Rows) -> Drawn:
    """A line for each value of ``color``; a year that has none is nought, for it was counted."""
    x_name, y_name = str(chart.get("x", columns[0])), str(chart.get("y", columns[-1]))
    x, y = _time(x_name, rows), {**_field(y_name, rows), "type": "quantitative"}
    years = _values(x_name, rows)
    if x["type"] == "quantitative" and all(isinstance(year, int) for year in years):
        y["impute"] = {"value": 0, "keyvals": {"start": min(years), "stop": max(years) + 1, "step": 1}}
    line: dict[str, Any] = {"mark": {"type": "line", "tooltip": True}, "encoding": {"x": x, "y": y}}
    counted = {key: value for key, value in y.items() if key != "impute"}
    point: dict[str, Any] = {"mark": {"type": "point", "filled": True, "size": 40}, "encoding": {"x": x, "y": counted}}
    drawn: dict[str, Any] = {"width": WIDTH, "height": 300, "layer": [line, point]}
    color = chart.get("color") or chart.get("series")
    if not color:
        return drawn, ""
    total: Counter[str] = Counter()
    for row in rows:
        total[str(row.get(str(color)))] += row.get(y_name) or 0
    shown = [name for name, _ in total.most_common(LINES)]
    for layer in (line, point):
        layer["encoding"]["color"] = {**_named(str(color), rows), "sort": shown}
    drawn["transform"] = [{"filter": {"field": str(color), "oneOf": shown}}]
    return drawn, f"the {len(shown)} most frequent of {len(total)}" if len(total) > len(shown) else ""


def _timeline(chart: Mapping[str, Any], columns: Sequence[str], rows: Rows) -> Drawn:
    """A row for each paper, from the first to the last day it can be of; of many papers a row for each ``series``."""
    start = str(chart.get("earliest", chart.get("x", columns[0])))
    end = str(chart.get("latest", start))
    place = {"field": "_row", "type": "ordinal", "axis": None}
    x = {"field": start, "type": "temporal", "title": "date", "scale": {"type": "utc"}}
    common = {"y": place, "x": x, "tooltip": [_field(name, rows) for name in columns]}
    undated = len(rows) - len(_values(start, rows))
    left_out = f"{undated} without a date" if undated else ""
    valid: list[dict[str, Any]] = [{"filter": f"isValid(datum['{start}'])"}]
    if len(rows) > LABELLED and (series := chart.get("series")):
        busy = Counter(str(row.get(str(series))) for row in rows)
        shown = [name for name, _ in busy.most_common(BUSIEST)]
        whose = {**_named(str(series), rows), "sort": shown}
        whose.pop("scale")
        drawn = {"mark": {"type": "tick", "opacity": 0.6}, "encoding": {**common, "y": whose}}
        if len(busy) > len(shown):
            left_out = "; ".join(filter(None, (left_out, f"the {len(shown)} busiest of {len(busy)}")))
        return {
            "width": WIDTH,
            "transform": [*valid, {"filter": {"field": str(series), "oneOf": shown}}],
            **drawn,
        }, left_out
    text = {"y": place, "x": {**x, "field": end}, "text": {"field": str(chart.get("label", columns[0]))}}
    layers = [
        {"mark": {"type": "bar", "opacity": 0.5}, "encoding": {**common, "x2": {"field": end}}},
        {"mark": {"type": "point", "filled": True, "size": 30}, "encoding": common},
        {"mark": {"type": "text", "align": "left", "dx": 6, "limit": 320}, "encoding": text},
    ]
    ranked = [*valid, {"window": [{"op": "row_number", "as": "_row"}]}]
    return {"width": WIDTH, "height": {"step": 14}, "transform": ranked, "layer": layers}, left_out


def _network(chart: Mapping[str, Any], columns: Sequence[str], rows: Rows) -> Drawn:
    """Who to whom as a matrix, the one drawing of a network that Vega-Lite has; the busiest of a large one."""
    source, target = str(chart.get("source", columns[0])), str(chart.get("target", columns[1]))
    weight = str(chart.get("weight", columns[-1]))
    busy: Counter[str] = Counter()
    for row in rows:
        for name in (source, target):
            busy[str(row.get(name))] += row.get(weight) or 1
    shown = [name for name, _ in busy.most_common(BUSIEST)]
    axes = {
        channel: {**_field(name, rows), "type": "nominal", "sort": shown}
        for channel, name in (("x", target), ("y", source))
    }
    size = {**_field(weight, rows), "type": "quantitative", "aggregate": "sum"}
    both = {"and": [{"field": name, "oneOf": shown} for name in (source, target)]}
    drawn = {
        "transform": [{"filter": both}],
        "mark": {"type": "circle", "tooltip": True},
        "encoding": {**axes, "size": size},
    }
    left_out = f"the {len(shown)} busiest of {len(busy)}" if len(busy) > len(shown) else ""
    return drawn, left_out


def _map(chart: Mapping[str, Any], columns: Sequence[str], rows: Rows) -> Drawn:
    encoding = {
        "longitude": {"field": str(chart.get("lon", "lon")), "type": "quantitative"},
        "latitude": {"field": str(chart.get("lat", "lat")), "type": "quantitative"},
        "tooltip": [_field(name, rows) for name in columns],
    }
    return {"width": WIDTH, "projection": {"type": "equalEarth"}, "mark": "circle", "encoding": encoding}, ""


def _table(chart: Mapping[str, Any], columns: Sequence[str], rows: Rows) -> Drawn:
    head = {"orient": "top", "title": None, "labelAngle": 0, "labelAlign": "left", "domain": False, "ticks": False}
    drawn = {
        "width": {"step": 150},
        "transform": [
            {"window": [{"op": "row_number", "as": "_row"}]},
            {"filter": f"datum._row <= {LABELLED}"},
            {"fold": list(columns), "as": ["_column", "_value"]},
            {"calculate": _LAST_PART, "as": "_text"},
        ],
        "mark": {"type": "text", "align": "left", "dx": -70, "limit": 140},
        "encoding": {
            "y": {"field": "_row", "type": "ordinal", "axis": None},
            "x": {"field": "_column", "type": "nominal", "sort": list(columns), "axis": {**head, "labelOffset": -70}},
            "text": {"field": "_text", "type": "nominal"},
        },
    }
    return drawn, f"the first {LABELLED} of {len(rows)} rows" if len(rows) > LABELLED else ""


_LAST_PART: Final = "isValid(datum._value) ? replace('' + datum._value, /^https?:.*[\\/#](?=.)/, '') : ''"
"""Of an IRI the name at its end; nothing for nothing."""
_DRAWN: Final[Mapping[str, Any]] = {
    "bar": _bar, "line": _line, "timeline": _timeline, "network": _network, "map": _map, "table": _table,
}  # fmt: skip

"""A canned query's answer as one Vega-Lite chart, data inline: it opens in any Vega editor without this server."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

SCHEMA: Final = "https://vega.github.io/schema/vega-lite/v6.json"


def spec(
    title: str,
    chart: Mapping[str, Any],
    columns: Sequence[str],
    rows: Sequence[Mapping[str, Any]],
    parameters: Mapping[str, str] | None = None,
    meta: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """A Vega-Lite 6 specification.

    ``chart`` is the head's (type and channels), ``rows`` plain JSON values by column. Dates with bounds are bars from
    ``earliest`` to ``latest``. Of a network Vega-Lite draws the matrix, of a table the cells.
    """
    given = ", ".join(f"{name} {value}" for name, value in (parameters or {}).items() if value)
    kind = str(chart.get("type", "table"))
    drawn = _DRAWN.get(kind, _table)(chart, columns, rows)
    return {
        "$schema": SCHEMA,
        "title": {"text": title, "subtitle": given} if given else title,
        "usermeta": dict(meta or {}),
        "width": "container" if kind in ("bar", "line", "timeline") else 600,
        "data": {"values": [{name: row.get(name) for name in columns} for row in rows]},
        **drawn,
    }


def _field(name: str, rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    values = [row.get(name) for row in rows if row.get(name) is not None]
    if values and all(isinstance(value, int | float) and not isinstance(value, bool) for value in values):
        return {"field": name, "type": "quantitative", "title": name.replace("_", " ")}
    if values and all(isinstance(value, str) and _is_date(value) for value in values):
        return {"field": name, "type": "temporal", "title": name.replace("_", " ")}
    return {"field": name, "type": "nominal", "title": name.replace("_", " ")}


def _is_date(value: str) -> bool:
    parts = value.split("-")
    return 2 <= len(parts) <= 3 and len(parts[0]) == 4 and all(part.isdigit() for part in parts)


def _tooltip(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [_field(name, rows) for name in columns]


def _xy(mark: str) -> Any:
    def draw(chart: Mapping[str, Any], columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        x = _field(str(chart.get("x", columns[0])), rows)
        if mark == "bar" and x["type"] == "quantitative":
            x["type"] = "ordinal"
        encoding = {"x": x, "y": _field(str(chart.get("y", columns[-1])), rows), "tooltip": _tooltip(columns, rows)}
        if mark == "line":
            x["type"] = "ordinal" if x["type"] == "quantitative" else x["type"]
        if color := chart.get("color") or chart.get("series"):
            encoding["color"] = _field(str(color), rows)
        form: dict[str, Any] = {
            "mark": {"type": mark, "point": mark == "line"} if mark == "line" else mark,
            "encoding": encoding,
        }
        if label := chart.get("label"):
            text = {**encoding, "text": _field(str(label), rows)}
            text.pop("color", None)
            return {"layer": [form, {"mark": {"type": "text", "dy": -6}, "encoding": text}]}
        return form

    return draw


def _timeline(chart: Mapping[str, Any], columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    start = str(chart.get("earliest", chart.get("x", columns[0])))
    end = str(chart.get("latest", start))
    label = str(chart.get("label", columns[0]))
    y = {"field": label, "type": "nominal", "sort": {"field": start}, "title": None}
    x = {"field": start, "type": "temporal", "title": "date"}
    common = {"y": y, "x": x, "tooltip": _tooltip(columns, rows)}
    return {"layer": [
        {"mark": {"type": "bar", "height": 6, "opacity": 0.5}, "encoding": {**common, "x2": {"field": end}}},
        {"mark": {"type": "point", "filled": True}, "encoding": common},
    ]}  # fmt: skip


def _network(chart: Mapping[str, Any], columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Who to whom as a matrix, the one drawing of a network that Vega-Lite has."""
    encoding = {
        "x": _field(str(chart.get("target", columns[1])), rows),
        "y": _field(str(chart.get("source", columns[0])), rows),
        "size": {**_field(str(chart.get("weight", columns[-1])), rows), "aggregate": "sum"},
    }  # fmt: skip
    encoding["x"]["type"] = encoding["y"]["type"] = "nominal"
    return {"mark": {"type": "circle", "tooltip": True}, "encoding": encoding}


def _map(chart: Mapping[str, Any], columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    encoding = {
        "longitude": {"field": str(chart.get("lon", "lon")), "type": "quantitative"},
        "latitude": {"field": str(chart.get("lat", "lat")), "type": "quantitative"},
        "tooltip": _tooltip(columns, rows),
    }  # fmt: skip
    return {"projection": {"type": "equalEarth"}, "mark": "circle", "encoding": encoding}


def _table(chart: Mapping[str, Any], columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    head = {"orient": "top", "title": None}
    return {
        "transform": [
            {"window": [{"op": "row_number", "as": "_row"}]},
            {"fold": list(columns), "as": ["_column", "_value"]},
        ],
        "mark": {"type": "text", "align": "left", "limit": 150},
        "encoding": {
            "y": {"field": "_row", "type": "ordinal", "axis": None},
            "x": {"field": "_column", "type": "nominal", "sort": list(columns), "axis": head},
            "text": {"field": "_value", "type": "nominal"},
        },
    }  # fmt: skip


_DRAWN: Final[Mapping[str, Any]] = {
    "bar": _xy("bar"), "line": _xy("line"), "timeline": _timeline, "network": _network, "map": _map, "table": _table,
}  # fmt: skip

"""What a query promises of the sample corpus: ``expect: {rows: ">=1", contains: {number: "3777", quantity: 60}}``."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from cablegraph.queries.library import Query

_COMPARE: Final[Mapping[str, Callable[[int, int], bool]]] = {
    "": operator.eq,
    "=": operator.eq,
    "==": operator.eq,
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}


def unmet(query: Query, rows: Sequence[Mapping[str, str | None]], milliseconds: float | None = None) -> list[str]:
    """Which promises an answer does not keep, in words; none is good. Values are compared by their text."""
    expect = query.expect
    found = []
    if "rows" in expect:
        match = re.fullmatch(r"(>=|<=|==|=|>|<|)\s*(\d+)", str(expect["rows"]).strip())
        if match is None:
            found.append(f'"rows: {expect["rows"]}" is no comparison')
        elif not _COMPARE[match[1]](len(rows), int(match[2])):
            found.append(f"{len(rows)} rows, not {expect['rows']}")
    if "columns" in expect and list(expect["columns"]) != list(query.columns):
        found.append(f"columns {', '.join(query.columns)}, not {', '.join(expect['columns'])}")
    wanted = expect.get("contains") or []
    for item in wanted if isinstance(wanted, list) else [wanted]:
        if not any(all(row.get(key) == _text(value) for key, value in item.items()) for row in rows):
            found.append(f"no row has {item}")
    if milliseconds is not None and "max_ms" in expect and milliseconds > expect["max_ms"]:
        found.append(f"{milliseconds:.0f} ms, not {expect['max_ms']}")
    return found


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)

"""The messages of report.json: one a line, whatever stands in them."""

from __future__ import annotations

import json

from cablegraph.report import _lines

ITEMS = (
    {"message": 'a "quoted" \\ word', "notes": ["first", "second"]},
    {"message": 'ends in a mark", "\0", "'},
    {"message": "\0", "notes": []},
    {"message": "дата, 日期\nand a line"},
)


def test_items_stand_one_a_line_as_each_would_be_written_alone() -> None:
    alone = [json.dumps(item, ensure_ascii=False) for item in ITEMS]
    assert _lines(ITEMS) == ",\n".join(alone)
    assert json.loads(f"[{_lines(ITEMS)}]") == list(ITEMS)
    assert _lines(ITEMS[:1]) == alone[0]

"""Tables of papers: a CSV or TSV file, a paper a row, its columns by their names: ``title,date,body,source``."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from cablegraph.errors import ReadError
from cablegraph.readers import cards
from cablegraph.record import SourceText

FAMILY: Final = "tabular"
csv.field_size_limit(1 << 28)


def read(text: str, name: str) -> Iterator[SourceText]:
    """Each row of a table. Raises ReadError: format where no column is known, malformed for a ragged table."""
    delimiter = _delimiter(text[:8192], name)
    reader = csv.DictReader(io.StringIO(text), delimiter=delimiter, strict=True)
    columns = list(reader.fieldnames or ())
    if not cards.columns_known(columns):
        notes = ("left out", "known columns: title, date, from, to, body, summary, source, record id, language, …")
        raise ReadError(f"{name} is a table with no column we know", path=name, line=1, code="format", notes=notes)
    number = 0
    try:
        for number, row in enumerate(reader, 1):
            fields = {column: value or "" for column, value in row.items() if column and not isinstance(value, list)}
            if any(value.strip() for value in fields.values()):
                yield cards.lay_out(fields, name, number, FAMILY)
    except csv.Error as error:
        notes = ("left out as a whole", "mend the row: a quotation mark may be missing")
        raise ReadError(
            f"{name} is not well-formed CSV: {error}", path=name, line=reader.line_num, code="malformed", notes=notes
        ) from error
    if not number:
        raise ReadError(f"{name} is a table without rows", path=name, code="empty", notes=("left out",))


def _delimiter(sample: str, name: str) -> str:
    if name.lower().endswith((".tsv", ".tab")):
        return "\t"
    head = sample.split("\n", 1)[0]
    return max(",;\t|", key=head.count)

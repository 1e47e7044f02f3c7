"""Tables that people keep in a spreadsheet: CSV with ``,`` or ``;``, in UTF-8, UTF-16 or an office's own encoding."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from cablegraph import encodings
from cablegraph.errors import ReadError, SettingsError

DELIMITERS: Final = ",;\t"
"""The one that the first row has most of divides the cells; the first of equals."""
SHOWN: Final = 100
"""So many characters of a first row are shown."""


class Row(NamedTuple):
    """A row: the line it ends on, and its cells by column, without the blanks around them."""

    line: int
    cells: dict[str, str]


def text(path: Path) -> str:
    """What a file of words says, whatever program wrote it. Raises SettingsError for one that is not text."""
    data = path.read_bytes()
    if not data.strip():
        return ""
    try:
        return encodings.decode(data, path.name).removeprefix("\ufeff")
    except ReadError as error:
        notes = "in the spreadsheet program: save as, CSV UTF-8 (comma delimited)"
        raise SettingsError(error.diagnostic.what, path=str(path), line=1, notes=notes) from error


def rows(words: str, path: str, needs: Sequence[str], known: Collection[str] = ()) -> Iterator[Row]:
    """The rows below the first, which names the columns. ``known`` are all columns that a message may name.

    Raises SettingsError for a table without a column that it ``needs``.
    """
    first = words.lstrip("\r\n").partition("\n")[0].rstrip("\r")
    if not first.strip():
        return
    reader = csv.reader(io.StringIO(words, newline=""), delimiter=max(DELIMITERS, key=first.count), strict=False)
    columns = [name.strip() for name in next(row for row in reader if row)]
    if missing := [name for name in needs if name not in columns]:
        raise _without(missing, columns, first, path, known or needs)
    try:
        for cells in reader:
            if any(cells):
                given = zip(columns, cells, strict=False)
                yield Row(reader.line_num, dict.fromkeys(columns, "") | {name: cell.strip() for name, cell in given})
    except csv.Error as error:
        raise SettingsError(f"a row cannot be read: {error}", path=path, line=reader.line_num) from error


def _without(
    missing: Sequence[str], columns: Sequence[str], first: str, path: str, known: Collection[str]
) -> SettingsError:
    what = f"the table has no column {', '.join(missing)}"
    notes = (f"columns here: {', '.join(columns)}", f"columns known: {', '.join(known)}",
             "name them in the first row, between commas or semicolons")  # fmt: skip
    return SettingsError(what, path=path, line=1, source=first[:SHOWN], notes=notes)

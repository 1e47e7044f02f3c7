"""Papers as JSON objects: one to a line, an array of them, or one alone: ``{"title": …, "date": …, "body": …}``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from cablegraph.errors import ReadError
from cablegraph.readers import cards
from cablegraph.record import SourceText

FAMILY: Final = "json-records"
_LISTS: Final = ("records", "documents", "items", "results", "data", "rows", "hits")


def read(text: str, name: str) -> Iterator[SourceText]:
    """Each object of a file. Raises ReadError with the code malformed, or format where no key is known."""
    number = 0
    for number, (line, given) in enumerate(_objects(text, name), 1):
        fields = {key: _plain(value) for key, value in given.items()}
        if not cards.columns_known(list(fields)):
            notes = ("left out", "known keys: title, date, from, to, body, summary, source, record_id, language, …")
            raise ReadError(f"an object of {name} has no key we know", path=name, line=line, code="format", notes=notes)
        if any(value.strip() for value in fields.values()):
            yield cards.lay_out(fields, name, number, FAMILY)
    if not number:
        raise ReadError(f"{name} holds no object", path=name, code="empty", notes=("left out",))


def _objects(text: str, name: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Objects with the line each begins on, as far as that is known."""
    try:
        whole = json.loads(text)
    except json.JSONDecodeError as error:
        if "\n" not in text.strip() or error.msg != "Extra data":
            raise _malformed(name, error.lineno, error.colno, error.msg, error) from error
        yield from _by_line(text, name)
        return
    if isinstance(whole, dict):
        inner = next((whole[key] for key in _LISTS if isinstance(whole.get(key), list)), None)
        whole = inner if inner is not None else [whole]
    if not isinstance(whole, list):
        raise ReadError(f"{name} is JSON, and holds no objects", path=name, code="format", notes=("left out",))
    yield from ((1, item) for item in whole if isinstance(item, dict))


def _by_line(text: str, name: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
        except json.JSONDecodeError as error:
            raise _malformed(name, number, error.colno, error.msg, error) from error
        if isinstance(item, dict):
            yield number, item


def _malformed(name: str, line: int, column: int, message: str, cause: Exception) -> ReadError:
    notes = ("left out as a whole", "one object a line, or an array of objects")
    return ReadError(
        f"{name} is not well-formed JSON: {message}", path=name, line=line, column=column, code="malformed", notes=notes
    )


def _plain(value: Any) -> str:
    """A value as words: lists with semicolons, objects by their names."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "; ".join(filter(None, (_plain(item) for item in value)))
    if isinstance(value, dict):
        return next((_plain(value[key]) for key in ("name", "label", "title", "value") if value.get(key)), "")
    return str(value)

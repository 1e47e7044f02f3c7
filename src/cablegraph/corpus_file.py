"""``corpus.toml`` as its values, and what is wrong in it, told with its line: ``titel`` (did you mean ``title``?)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from cablegraph.errors import SettingsError
from cablegraph.patterns import compiled

_PLACE = compiled(r" ?\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")
_OPEN = compiled(r"""^[^"'#]*=\s*(?:"[^"]*|'[^']*|[^"'\s#]+["'])$""")
"""A line whose text begins with a quotation mark and does not end with one, or the other way round."""


def read(path: Path) -> dict[str, Any]:
    """The entries of the file. Raises SettingsError that shows the line, with what may be missing there."""
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        notes = "save it as UTF-8"
        raise SettingsError(f"{path.name} is not UTF-8: {error.reason}", path=str(path), notes=notes) from error
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place, lines = _PLACE.search(str(error)), text.splitlines()
        number = min(int((place and place["line"]) or len(lines)), len(lines)) or 1
        source = lines[number - 1] if lines else ""
        said = _PLACE.sub("", str(error)).lower()
        parts = {"path": str(path), "line": number, "source": source, "notes": _remedy(source, said)}
        raise SettingsError(f"{path.name} is not well-formed TOML: {said}", **parts) from error


def _remedy(source: str, said: str) -> tuple[str, ...]:
    if _OPEN.match(source.rstrip()):
        return ("a quotation mark is missing in this line",)
    if "invalid value" in said:
        return ('text stands between quotation marks: title = "Our telegrams"', "true, false and numbers stand without")
    return ('each line is: name = "text"',)


def wrong(path: Path, what: str, word: str, notes: Iterable[str], quoted: bool = False) -> SettingsError:
    """An error at the first line of the file in which ``word`` stands as a name, or between quotation marks."""
    pattern = rf"""(?<=["']){re.escape(word)}(?=["'])""" if quoted else rf"""(?<![^\s\["']){re.escape(word)}\b"""
    for number, line in enumerate(path.read_text("utf-8-sig").splitlines(), 1):
        if (found := re.search(pattern, line)) and not line.lstrip().startswith("#"):
            place = {"line": number, "column": found.start() + 1, "source": line, "length": len(word)}
            return SettingsError(what, path=str(path), notes=tuple(notes), marked_only=True, **place)
    return SettingsError(what, path=str(path), notes=tuple(notes))


def nearest(word: str, known: Iterable[str]) -> str:
    """``(did you mean "title"?)`` after a blank, or nothing."""
    found = get_close_matches(word.lower(), list(known), n=1, cutoff=0.6)
    return f' (did you mean "{found[0]}"?)' if found else ""

"""The town in which an archive lies, behind its name: ``Archives nationales (AN), Pierrefitte, 5AG4/6874``.

It is no step of the shelfmark, and one paper names it where the next does not.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

from cablegraph.extraction.notations import whole
from cablegraph.patterns import compiled

_LETTERS: Final = compiled(r"\s?\([A-Z][\w /-]{1,12}\)\s*\Z")
"""The letters of an archive behind its name: ``Central Military Archive (CAW)``."""

_IN_BRACKETS: Final = compiled(r"\s?\([A-Z][\w /-]{1,12}\)(?=\s*[,:;]|\s*\Z)")


def after(text: str, start: int, end: int) -> int:
    """Where the town ends that ``text[start:end]`` begins with, else ``start``: ``, Pierrefitte``, `` (Kew)``."""
    match = _pattern().match(text, start, end)
    return match.end() if match else start


def past(text: str, start: int, end: int) -> int:
    """Where town and letters behind an archive's name end: ``, Berlin (PA AA)``."""
    place = after(text, start, end)
    letters = _IN_BRACKETS.match(text, place, end)
    return letters.end() if letters else place


def bare(name: str) -> str:
    """The name of an archive without its letters in brackets."""
    return name.strip() if OF_A_COUNTRY.fullmatch(name.strip()) else _LETTERS.sub("", name).strip()


OF_A_COUNTRY: Final = compiled(r"(?:The )?National Archives \((?!College|Kew|London|Washington)[A-Z][a-z][A-Za-z. ]+\)")
"""``National Archives (Ireland)``: without its bracket it would be that of any country."""


def apart(text: str, start: int, name_end: int, end: int) -> str:
    """The reference ``text[start:end]`` without the letters and the town behind the name that ends at ``name_end``."""
    behind = name_end + (text[name_end : name_end + 1] == ")" and "(" not in text[start:name_end])
    rest = whole(text, past(text, behind, end), end)
    name = bare(whole(text, start, name_end))
    return name + rest if rest[:1] in (",", ":", ";", "") else f"{name} {rest}"


def is_only_name(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]``, which stands behind an archive's name, is at most its town."""
    return not text[after(text, start, end) : end].strip(" ,:")


@cache
def _pattern() -> re.Pattern[str]:
    towns = (Path(__file__).parent / "archive_seats.txt").read_text("utf-8").split("\n")
    names = "|".join(re.escape(town) for town in sorted(filter(None, towns), key=len, reverse=True))
    return compiled(rf"\s?\((?:{names})\)|,\s(?:{names})(?=\s*[,:;(]|\s*\Z)")

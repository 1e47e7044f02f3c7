"""Marks of notes that stand at the end of words: ``Choe Yeonggeon1 informed me``, ``M. de Margerie⁷⁷``."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from cablegraph.patterns import compiled

_RAISED: Final = re.compile("(?<=[a-zß-ž’'.,])[⁰¹²³⁴-⁹]{1,3}")
_PLAIN: Final = compiled(r"(?<=[a-zß-ž]{3})(?P<mark>\d{1,2})(?=[\s,.;:)!?’'])")
_NOTE: Final = compiled(r"(?m)^[ \t]*\[?(?P<mark>\d{1,2})\]?[.)]?[ \t]+[A-Z]")


@lru_cache(maxsize=4)
def without(text: str) -> str:
    """The text with blanks for the marks of its notes; plain figures are marks where a note of that figure stands."""
    text = _RAISED.sub(lambda found: " " * len(found[0]), text)
    if not _PLAIN.search(text):
        return text
    notes = {found["mark"] for found in _NOTE.finditer(text)}
    return _PLAIN.sub(lambda found: " " * len(found[0]) if found["mark"] in notes else found[0], text)

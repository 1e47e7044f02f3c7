"""Where a paper went whose file was renamed: the same text under another name, as generations kept from before know."""

from __future__ import annotations

from pathlib import Path

from cablegraph.store import texts
from cablegraph.store.generations import Generation, Generations


def now_called(generations: Generations, key: str) -> str:
    """The key under which the current generation has the text that an earlier one had under this key; else nothing."""
    current = generations.current()
    if current is None or texts.get(_texts(current), key) is not None:
        return ""
    for earlier in reversed(generations.list()):
        if earlier.id != current.id and (had := texts.get(_texts(earlier), key)) is not None:
            return texts.key_of(_texts(current), had.sha256)
    return ""


def _texts(generation: Generation) -> Path:
    return generation.path / "texts.sqlite"

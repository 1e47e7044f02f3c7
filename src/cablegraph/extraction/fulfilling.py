"""Whether a paper calls itself what its sender promised in a paper that it cites: ``As promised in my No. 24``.

The words are data (`fulfilling.toml`).
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final, Literal

from cablegraph.frozen import dataclass
from cablegraph.patterns import compiled
from cablegraph.tables import read_table

Kind = Literal["promised", "continued"]
REACH: Final = 140
"""So many letters before and behind a citation are looked at."""
_HINTS: Final = (
    "promis", "ROMIS", "nnounc", "NNOUNC", "undert", "foreshadow", "agreed", "engagement", "mentioned", "referred",
    "spoken", "ontinu", "ONTINU", "upplement", "UPPLEMENT", "mplif", "omplet", "xten", "equel", "ddition", "DDITION",
    "labor", "evelop", "ollowing", "urther", "URTHER",
)  # fmt: skip
"""A quick look first: no such words stand without one of these."""
_STOP = compiled(r"[.!?;]\s+(?=[A-Z\"“])|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Fulfilling:
    """The words with the citation, and whether they speak of a promise or only go on where that paper ended."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Words:
    promised: re.Pattern[str]
    announced: re.Pattern[str]
    continued: re.Pattern[str]
    after: re.Pattern[str]
    still: re.Pattern[str]


@cache
def _words() -> _Words:
    table = read_table(Path(__file__).with_name("fulfilling.toml"))

    def before(name: str) -> re.Pattern[str]:
        return _compiled("(?:" + "|".join(table["before"][name]) + r")(?:the |both )*$")

    after = _compiled("|".join(table["after"]["promised"]))
    return _Words(before("promised"), before("announced"), before("continued"), after, _compiled(table["still"]))


def _compiled(pattern: str) -> re.Pattern[str]:
    return compiled(pattern.replace(" ", r"\s"), re.IGNORECASE)


def find(text: str, first: int, last: int) -> Fulfilling | None:
    """The words around the citation ``text[first:last]`` that say so, if any do."""
    near = text[max(0, first - REACH) : last + REACH]
    if not any(hint in near for hint in _HINTS):
        return None
    begin = max(0, first - REACH)
    for stop in _STOP.finditer(text, begin, first):
        begin = stop.end()
    closing = _STOP.search(text, last, last + REACH)
    end = closing.start() if closing else min(len(text), last + REACH)
    before, behind, words = text[begin:first], text[last:end], _words()
    if match := words.promised.search(before):
        return Fulfilling(begin + match.start(), last, "promised")
    if (match := words.announced.search(before)) and not words.still.search(f"{before} {behind}"):
        return Fulfilling(begin + match.start(), last, "promised")
    if match := words.after.search(behind):
        return Fulfilling(first, last + match.end(), "promised")
    if match := words.continued.search(before):
        return Fulfilling(begin + match.start(), last, "continued")
    return None

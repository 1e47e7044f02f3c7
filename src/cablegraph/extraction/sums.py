"""Sums that a text makes: ``10 rifle and 28 air regiments, in all 38 regiments``; a wrong one is said, not mended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from cablegraph.extraction import sentences
from cablegraph.extraction.measures import Figure, figures_in
from cablegraph.patterns import compiled
from cablegraph.record import SourceText
from cablegraph.sought import sought

_TOTAL = sought(
    r"\b(?:in all|all in all|altogether|all together|in total|a total of|total(?:ling|ing|s|led)?(?: of)?|"
    r"making(?: a total of)?|"
    r"всего|итого)\b:?",
    re.IGNORECASE,
)
_TOTAL_WORDS = ("in all", "altogether", "all together", "total", "making", "всего", "итого")
"""A quick look first: no total without one of these."""
_PLAIN = compiled(
    r"(?<![\d.,])(?P<parts>\d{1,6}(?:(?: ?\+ ?| plus )\d{1,6})+)"
    r"(?: ?= ?|,? (?:that is|i\.e\.|in all|makes|gives|altogether),? )(?P<total>\d{1,7})"
)


def check(source: SourceText, stretches: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """Warnings for sums in the body ``stretches`` that do not come out. What counts different things is left alone."""
    found: list[str] = []
    for start, end in stretches:
        words = source.text[start:end].lower()
        added = "+" in words or " plus " in words
        for match in _PLAIN.finditer(source.text, start, end) if added else ():
            parts = [Decimal(part) for part in re.findall(r"\d+", match["parts"])]
            found += _judged(source.text[match.start() : match.end()], parts, Decimal(match["total"]))
        if not any(word in words for word in _TOTAL_WORDS) or not _TOTAL.search(source.text, start, end):
            continue
        for first, last in sentences.split(source.text, start, end):
            found += _in_sentence(source.text, first, last)
    return tuple(found)


def _in_sentence(text: str, start: int, end: int) -> Iterator[str]:
    cue = _TOTAL.search(text, start, end)
    if cue is None:
        return
    figures = figures_in(text, start, end)
    behind = range(cue.end() - 1, cue.end() + 13)
    total = next((item for item in figures if item.start in behind or item.start == cue.start()), None)
    if total is None or total.bound not in ("", "exactly"):
        return
    parts = [item for item in figures if item.end <= cue.start() and _alike(item, total)]
    if len(parts) > 1:
        yield from _judged(text[parts[0].start : total.end], [item.amount for item in parts], total.amount)


def _alike(part: Figure, total: Figure) -> bool:
    """Whether a part is counted in what the total counts: "fighter-division" in "division"."""
    exact = part.bound in ("", "exactly") and part.maximum is None
    return exact and (part.unit == total.unit or part.unit.endswith("-" + total.unit))


def _judged(words: str, parts: Sequence[Decimal], total: Decimal) -> Iterator[str]:
    if sum(parts) != total:
        added = " + ".join(f"{part:f}" for part in parts)
        yield f'"{" ".join(words.split())}": {added} = {sum(parts):f}, the text says {total:f}'

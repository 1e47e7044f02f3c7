"""Topics shown by several words together, where no phrase is a cue: ``send us 6,000 rifles``, ``nickel … 3,500 tons``.

The patterns are data (`topic_phrases.toml`); each is tried only where one of its hints stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import ahocorasick

from cablegraph.sought import Sought, sought
from cablegraph.tables import read_table


@dataclass(frozen=True, slots=True)
class _Phrase:
    concept: str
    pattern: Sought


NEAR = 260
"""Characters around a hint in which its pattern is looked for."""


def find(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Such phrases in a stretch as (start, end, concept)."""
    phrases, automaton = _phrases()
    folded = text[start:end].lower()
    if len(folded) != end - start:
        return
    reached = [start] * len(phrases)
    for last, (length, which) in automaton.iter(folded):
        begin = start + last + 1 - length
        for index in which:
            first = max(reached[index], begin - NEAR)
            if first > begin:
                continue
            match = phrases[index].pattern.search(text, first, min(end, begin + NEAR))
            if match and match.start() <= begin + length:
                reached[index] = match.end()
                yield match.start(), match.end(), phrases[index].concept


@cache
def _phrases() -> tuple[tuple[_Phrase, ...], Any]:
    data = read_table(Path(__file__).with_name("topic_phrases.toml"))
    phrases: list[_Phrase] = []
    hints: dict[str, list[int]] = {}
    for entry in data["phrase"]:
        pattern = entry["pattern"]
        for name, words in data["words"].items():
            pattern = pattern.replace(f"{{{name}}}", words)
        for hint in entry["hints"]:
            hints.setdefault(hint, []).append(len(phrases))
        phrases.append(_Phrase(entry["topic"], sought(pattern, re.IGNORECASE)))
    automaton = ahocorasick.Automaton()
    for hint, which in hints.items():
        automaton.add_word(hint, (len(hint), tuple(which)))
    automaton.make_automaton()
    return tuple(phrases), automaton

"""With what a question begins where nothing is chosen: its own example, or what the papers here have instead."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cablegraph import queries
from cablegraph.server.door import Door
from cablegraph.server.pages_ask import Answer, ask
from cablegraph.server.reading_room import Catalogue
from cablegraph.server.refusals import Refused

TRIES = 8
"""So many values of a pick-list are tried, the commonest first."""
PATIENCE = 3.0
"""Seconds after which nothing more is tried."""

Choices = Mapping[str, Sequence[tuple[str, str, int]]]
"""Pick-lists by parameter: value, label, how many papers."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a question is asked with; ``instead`` names the parameters that do not have the question's own value."""

    given: Mapping[str, Sequence[str]]
    answer: Answer
    instead: frozenset[str] = field(default_factory=frozenset)


async def begin(
    door: Door, catalogue: Catalogue, query: queries.Query, given: Mapping[str, Sequence[str]], choices: Choices
) -> Beginning:
    """The answer to what was chosen; where nothing was and the example has no rows, to the first value that has some.

    Where none of those tried has, to the first, for the example may be of no paper here. A reader who chose is answered
    as he asked, also with nothing.
    """
    own = Beginning(given, await ask(door, query, given))
    if given or len(own.answer.rows):
        return own
    begun, first = time.monotonic(), own
    for number in range(TRIES):
        other = _instead(catalogue, query, choices, number)
        if not other or time.monotonic() - begun > PATIENCE:
            break
        try:
            tried = Beginning(other, await ask(door, query, other), frozenset(other))
        except Refused:
            break
        if len(tried.answer.rows):
            return tried
        first = tried if first is own else first
    return first


def _instead(catalogue: Catalogue, query: queries.Query, choices: Choices, number: int) -> dict[str, list[str]]:
    """Values in place of the examples: those of pick-lists at a place, times as the papers have them; none left: {}."""
    made: dict[str, list[str]] = {}
    listed = False
    years = catalogue.papers.counts("year")
    for parameter in query.parameters:
        values = [value for value, *_ in choices.get(parameter.name, ())]
        if not parameter.default:
            continue
        if values:
            made[parameter.name] = [values[min(number, len(values) - 1)]]
            listed = listed or number < len(values)
        elif parameter.type == "date" and years:
            ordered = sorted(year for year, _ in years)
            made[parameter.name] = [ordered[-1] if parameter.end else ordered[0]]
        elif parameter.type == "year" and years:
            made[parameter.name] = [years[0][0]]
    return made if listed or number == 0 else {}

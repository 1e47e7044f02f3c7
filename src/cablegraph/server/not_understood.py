"""What a program is told of a date that is none, or of a name that nobody has: ``topic: nothing is “weapons”``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cablegraph.dates.typed import EXAMPLES
from cablegraph.server.problems import Problem


def refusal(wrong: Mapping[str, str]) -> Problem:
    """What is wrong with the first of these fields, for programs."""
    name, said = next(iter(wrong.items()))
    return Problem(422, "parameter", f"{name}: {said}.", (EXAMPLES,), {"parameter": name})


def nobody(name: str, value: str, near: Sequence[str]) -> Problem:
    """That nothing of the graph is called so, with what is called like it."""
    listed = "names of people, places and topics: /suggest.json?q= and how they begin"
    hint = (f"did you mean {' or '.join(near)}?",) if near else (listed,)
    return Problem(422, "parameter", f"{name}: nothing here is called “{value[:80]}”.", hint, {"parameter": name})

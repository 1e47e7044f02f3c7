"""Quantities in plain words: ``armament for not more than 10 divisions``."""

from __future__ import annotations

import re

from cablegraph.server import pages_words

_AIRCRAFT = re.compile(r"(mig|il|tu|la|yak)-?(\d+\w*)")
"""Units that are a make of aircraft: ``mig-15``."""
_MAKERS = {"mig": "MiG"}


def amount(number: str, most: str, bound: str, unit: str, label: str, measured: str = "") -> str:
    """A quantity in words, by the keys of its bound and unit, the unit's label and what it measures, if that is said.

    ``armament for not more than 10 divisions``, ``between 5 and 7 tons of flour``, ``about 60``.
    """
    words = pages_words.words()
    number, most = _grouped(number), _grouped(most)
    said = f"{words['bounds'].get(bound, '')} {number}".strip()
    if most:
        said = f"between {number} and {most}"
    if pattern := words["units"].get(unit):
        return str(pattern).replace("{}", said)
    if aircraft := _AIRCRAFT.fullmatch(unit):
        return f"{said} {_MAKERS.get(aircraft[1], aircraft[1].capitalize())}-{aircraft[2]} aircraft"
    if measured:
        label = label.partition(" (")[0]  # "pound (weight)"
        return f"{said} {label if number == '1' and not most else _plural(label)} of {measured}"
    return f"{said} {label if number == '1' and not most else _plural(label)}".strip() if label else said


def _grouped(number: str) -> str:
    """``200000`` as *200,000*."""
    return f"{int(number):,}" if number.isdecimal() else number


def _plural(noun: str) -> str:
    if noun in pages_words.words()["plurals"]:
        return str(pages_words.words()["plurals"][noun])
    first, of, rest = noun.partition(" of ")
    ending = "ies" if re.search(r"[^aeiou]y$", first) else "es" if re.search(r"(?:s|x|ch|sh)$", first) else "s"
    return (first[:-1] if ending == "ies" else first) + ending + of + rest

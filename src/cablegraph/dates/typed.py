"""A date as people type it in a form: ``24 June 1951`` is 1951-06-24, ``spring 1951`` ends on the last day of May."""

from __future__ import annotations

import re
from collections.abc import Mapping

from cablegraph.dates.edtf import bounds
from cablegraph.dates.grammar import read

EXAMPLES = "a day, a month or a year: 24 June 1951, June 1951, 1951, 1951-06-24"
_PLAIN = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_FIGURES = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")


class NoDateError(ValueError):
    """What was typed is no date; the words say why."""


def typed(text: str, *, end: bool = False) -> str:
    """A year, month or day, as ``1951``, ``1951-06``, ``1951-06-24``; of a longer time its first day, or its last.

    Raises NoDateError for what is no date, for a day that is none, and where the year is not said.
    """
    words = " ".join(text.split())
    if figures := _FIGURES.fullmatch(words):  # 1951-6-4
        words = "-".join(part.zfill(2) for part in figures.groups() if part)
    if _PLAIN.fullmatch(words) and bounds(words).earliest is not None:
        return words
    found = read(words) if len(words) <= 80 else ()
    if len(found) > 1:
        raise NoDateError(f"“{words}” may be {' or '.join(value.edtf for value in found)}")
    edtf = found[0].edtf.rstrip("~?%") if found else ""
    if edtf.startswith("XXXX"):
        raise NoDateError(f"“{words}” names no year")
    limits = bounds(edtf)
    first, last = limits.earliest, limits.latest
    if first is None or last is None:
        raise NoDateError(f"“{words[:40]}” is no date that we can read")
    if _PLAIN.fullmatch(edtf) and limits.precision in ("day", "month", "year"):
        return edtf
    return (last if end else first).isoformat()


def in_order(first: str, last: str) -> str:
    """What is wrong with a time that ends before it begins; nothing where all is well or an end is open."""
    if first and last and bounds(first).earliest > bounds(last).latest:  # type: ignore[operator]  # both were read
        return f"the time ends before it begins: from {first} to {last}"
    return ""


def read_fields(given: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Dates typed into fields, as read, and what is wrong, by field: ``to`` is an end, and not before ``from``."""
    said, wrong = {}, {}
    for name, text in given.items():
        try:
            said[name] = typed(text, end=name == "to")
        except NoDateError as error:
            said[name], wrong[name] = text, str(error)
    if not wrong and (order := in_order(said.get("from", ""), said.get("to", ""))):
        wrong["to"] = order
    return said, wrong

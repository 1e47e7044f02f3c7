"""What a build did, and everything that was to be said of its papers: counts, messages, findings, decisions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cablegraph.cache import TOGETHER
from cablegraph.errors import Diagnostic, StoreError
from cablegraph.iri import shorten


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: the generation, counts, and everything that was to be said of the papers."""

    generation: str
    changed: bool
    counts: dict[str, int]
    readers: dict[str, int]
    diagnostics: tuple[dict[str, Any], ...]
    findings: tuple[dict[str, Any], ...] = ()
    decisions: dict[str, list[Any]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def unread(self) -> int:
        """How many papers are not in the graph."""
        return self.counts.get("unread", 0)

    def to_json(self) -> dict[str, Any]:
        """As it is written to report.json."""
        return {name: getattr(self, name) for name in self.__slots__}


def double(key: str, path: str) -> dict[str, Any]:
    """What is said of a file with the same text as another's."""
    document = shorten(key.partition("/text/")[0])
    what = f"{path} holds the same text as {document}"
    return Diagnostic(what, "warning", path=path, notes=("one paper, both paths listed",), code="double").to_json()


def clash(key: str, first: tuple[str, int], second: tuple[str, int]) -> dict[str, Any]:
    """What is said of two papers that would have one name, in two files or in one table."""
    (one, at), (other, there) = first, second
    remedy = "rename one of the two files"
    if one == other:
        part = "row" if one.lower().endswith((".csv", ".tsv", ".tab")) else "paper"
        one, other, remedy = f"{part} {at} of {one}", f"{part} {there} of {other}", "give one of the two another id"
    notes = (f"{one} has it already; {remedy}", f"{other} is not in the graph")
    what = f"two different papers would both be doc:{key}: {one} and {other}"
    return Diagnostic(what, path=second[0], notes=notes, code="clash").to_json()


def write(path: Path, report: Report) -> None:
    """Write report.json: one line for each message, since there may be as many as papers."""
    part = path.with_suffix(".part")
    facts = report.to_json()
    said = facts.pop("diagnostics")
    try:
        with part.open("w", encoding="utf-8") as stream:
            stream.write(json.dumps(facts, ensure_ascii=False, indent=1).removesuffix("\n}") + ',\n "diagnostics": [')
            for first in range(0, len(said), TOGETHER):
                stream.write(",\n" if first else "\n")
                stream.write(_lines(said[first : first + TOGETHER]))
            stream.write("\n ]\n}\n")
        part.replace(path)
    except OSError as error:
        raise StoreError(f"the report could not be written: {error}", path=str(path)) from error


def _lines(items: Sequence[dict[str, Any]]) -> str:
    """Items as JSON, one a line: written at once, with a mark between them that no item's own JSON can hold."""
    marked: list[object] = ["\0"] * (2 * len(items) - 1)
    marked[::2] = items
    return json.dumps(marked, ensure_ascii=False)[1:-1].replace(', "\\u0000", ', ",\n")

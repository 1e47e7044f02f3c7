"""The file of decisions, ``curation/decisions.jsonl``: one line each, only ever added to: ``undo`` is a new line."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from cablegraph.errors import DecisionError
from cablegraph.evidence import decision_iri
from cablegraph.iri import AGENT, PLACE, expand, is_iri, shorten

FILE: Final = "decisions.jsonl"
VERBS: Final = ("accept", "reject", "correct", "merge", "split", "remove", "undo")
_NEEDS: Final[Mapping[str, tuple[str, ...]]] = {
    "accept": ("subject", "predicate", "object"),
    "reject": ("subject", "predicate", "object"),
    "correct": ("document", "subject", "predicate"),
    "merge": ("entity",),
    "split": ("entity", "document"),
    "remove": ("document",),
    "undo": (),
}
_NAMING: Final = ("document", "subject", "object", "entity")
_VALUED: Final = ("correct", "merge", "split")


@dataclass(frozen=True, slots=True)
class Decision:
    """One line: who decided what on which fingerprint, when and why. ``line`` is the text its IRI is made from."""

    do: str
    on: Mapping[str, Any]
    value: str
    who: str
    at: str
    why: str
    line: str
    number: int = 0

    @property
    def iri(self) -> str:
        """``decision:`` and the hash of the line."""
        return decision_iri(self.line)

    @property
    def document(self) -> str:
        """IRI of the document it is about, or empty for one about the whole corpus."""
        return self.full("document")

    def full(self, key: str) -> str:
        """IRI of a part of the fingerprint (``document``, ``subject``, ``predicate``, ``entity``), or nothing."""
        given = self.on.get(key)
        return expand(str(given)) if given else ""

    @property
    def fingerprint(self) -> tuple[str, ...]:
        """What it is about, for finding later decisions on the same."""
        named = (shorten(self.full(key)) for key in ("document", "subject", "predicate", "entity"))
        words = (str(self.on.get(key) or "") for key in ("object", "quote"))
        occurrence = str(self.on.get("occurrence") or 1) if self.on.get("quote") else ""
        return (*named, *words, occurrence)


@dataclass(frozen=True, slots=True)
class Ledger:
    """What stands in a file: the latest decision on each fingerprint, what contradicts what, lines that are torn."""

    standing: tuple[Decision, ...] = ()
    contradicted: tuple[tuple[Decision, Decision], ...] = ()
    torn: tuple[DecisionError, ...] = ()


def read(folder: Path) -> Ledger:
    """The decisions of a ``curation/`` folder. A line that cannot be read is kept apart and reported, never fatal."""
    path = folder / FILE
    if not path.is_file():
        return Ledger()
    decisions: list[Decision] = []
    torn: list[DecisionError] = []
    for number, text in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1):
        if not text.strip():
            continue
        try:
            decisions.append(parse(text, number))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            what = f"a decision cannot be read: {error}"
            notes = "the other decisions are applied; mend or remove this line"
            torn.append(DecisionError(what, path=str(path), line=number, source=text[:100], notes=notes))
    return Ledger(*_latest(decisions), tuple(torn))


def parse(text: str, number: int = 0) -> Decision:
    """One line as a decision. Raises ValueError or KeyError for a line that is none."""
    form = json.loads(text)
    do, on = form["do"], form["on"]
    if do not in VERBS:
        raise ValueError(f'"{do}" is none of {", ".join(VERBS)}')
    value = str(form.get("value") or "")
    missing = [key for key in _NEEDS[do] if not on.get(key)] + (["value"] if do in _VALUED and not value else [])
    if missing:
        raise ValueError(f"{do} needs {' and '.join(missing)}")
    decision = Decision(do, on, value, form.get("who", ""), form.get("at", ""), form.get("why", ""), text, number)
    named = [decision.full(key) for key in ("document", "subject", "predicate", "entity")]
    for iri in (*named, expand(value) if do in ("merge", "split") else ""):
        if iri and not is_iri(iri):
            raise ValueError(f"{iri!r} is no name of a thing")
    return decision


def _latest(
    decisions: list[Decision],
) -> tuple[tuple[Decision, ...], tuple[tuple[Decision, Decision], ...]]:
    """The latest decision on each fingerprint, and the pairs of which the later contradicts the earlier."""
    latest: dict[tuple[str, ...], Decision] = {}
    contradicted = []
    for decision in decisions:
        earlier = latest.pop(decision.fingerprint, None)
        if decision.do == "undo":
            continue
        if earlier is not None and (earlier.do, earlier.value) != (decision.do, decision.value):
            contradicted.append((earlier, decision))
        latest[decision.fingerprint] = decision
    return tuple(latest.values()), tuple(contradicted)


def moved(decision: Decision, old: str, new: str) -> dict[str, Any]:
    """The fingerprint of a decision on the paper ``old``, as one on ``new``: ``doc:5`` and its parts, in short form."""
    return {
        key: new + value.removeprefix(old) if key in _NAMING and f"{value}/".startswith(f"{old}/") else value
        for key, value in decision.on.items()
    }


def brought_in(decisions: Iterable[Decision]) -> frozenset[str]:
    """IRIs of agents and places that decisions name, as what is right: papers may not name them at all."""
    found = set()
    for decision in decisions:
        name = str(decision.on.get("object") or "") if decision.do == "accept" else decision.value
        try:
            found.add(expand(name))
        except KeyError:  # a date, a number, a title
            continue
    return frozenset(iri for iri in found if iri.startswith((AGENT, PLACE)))


def append(folder: Path, do: str, on: Mapping[str, Any], value: str, who: str, at: str, why: str) -> Decision:
    """Add one decision to the file of this folder and give it. ``at`` is an XSD dateTime.

    Raises DecisionError for one that lacks a part. A torn last line is ended first, so that it harms itself only.
    """
    form = {"at": at, "who": who, "why": why, "do": do, "on": dict(on)} | ({"value": value} if value else {})
    text = json.dumps(form, ensure_ascii=False)
    path = folder / FILE
    try:
        decision = parse(text)
    except (ValueError, KeyError) as error:
        raise DecisionError(f"this is no decision: {error}", notes=f"asked for: {do}") from error
    folder.mkdir(parents=True, exist_ok=True)
    size, torn = path.stat().st_size if path.is_file() else 0, False
    if size:
        with path.open("rb") as stream:
            stream.seek(-1, 2)
            torn = stream.read(1) != b"\n"
    try:
        with path.open("a", encoding="utf-8", newline="\n") as out:
            out.write(("\n" if torn else "") + text + "\n")
    except OSError as error:  # a full disk: no half line stays
        with suppress(OSError):
            os.truncate(path, size)
        error.filename = str(path)
        raise
    return decision

"""What people decided, replayed on every build: ``curation/decisions.jsonl``, one line each, undone by a new one.

A decision is addressed by a fingerprint: document, quotation and which occurrence of it, subject, predicate, object. A
rule with a new version, a rebuild from nothing, or a text with an added line do not lose it (product section 7.4).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode

from cablegraph.errors import DecisionError
from cablegraph.evidence import Reading, Rule, decision_iri
from cablegraph.iri import DOC, date_iri, expand, shorten
from cablegraph.linking.entities import decision_lines
from cablegraph.record import Record

FILE = "decisions.jsonl"
RULE = Rule("decided", version="1", certainty="1")
VERBS = ("accept", "reject", "correct", "merge", "split", "remove", "undo")


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
        given = self.on.get("document")
        return expand(given) if given else ""

    @property
    def fingerprint(self) -> tuple[str, ...]:
        """What it is about, for finding later decisions on the same."""
        keys = ("document", "quote", "occurrence", "subject", "predicate", "object", "entity")
        return tuple(str(self.on.get(key, "")) for key in keys)


@dataclass(frozen=True)
class Decisions:
    """All decisions of a corpus, the later ones winning, and the lines that could not be read."""

    all: tuple[Decision, ...] = ()
    torn: tuple[DecisionError, ...] = ()
    folder: Path | None = None
    contradicted: tuple[tuple[Decision, Decision], ...] = field(default=(), repr=False)

    @cached_property
    def _by_document(self) -> dict[str, tuple[Decision, ...]]:
        found: dict[str, list[Decision]] = {}
        for decision in self.all:
            if decision.do in ("accept", "reject", "correct"):
                found.setdefault(decision.document, []).append(decision)
        return {document: tuple(decisions) for document, decisions in found.items()}

    @cached_property
    def redirect(self) -> dict[tuple[str, str], str]:
        """Merges and splits: (entity IRI, document IRI or empty) to entity IRI."""
        moved: dict[tuple[str, str], str] = {}
        for decision in self.all:
            if decision.do in ("merge", "split"):
                moved[expand(decision.on["entity"]), decision.document] = expand(decision.value)
        return moved

    def removes(self, key: str) -> bool:
        """Whether the document of this key is taken down."""
        return any(decision.do == "remove" and decision.document == DOC + key for decision in self.all)

    def digest(self, document_keys: Iterable[str]) -> str:
        """Digest of all that decides what these documents become."""
        wanted = {DOC + key for key in document_keys} | {""}
        said = [decision.line for decision in self.all if decision.document in wanted]
        return sha256("\n".join(said).encode()).hexdigest() if said else ""

    def apply(self, readings: tuple[Reading, ...], record: Record) -> tuple[tuple[Reading, ...], tuple[str, ...]]:
        """The readings of one document after its decisions, and the IRIs of those that found what they are about."""
        applied: list[str] = []
        for decision in self._by_document.get(DOC + record.source.key, ()):
            matched = [reading for reading in readings if _matches(decision, reading, record)]
            changed = _changed(decision, matched, record)
            if matched or changed:
                applied.append(decision.iri)
            touched = set(map(id, matched))
            readings = tuple(reading for reading in readings if id(reading) not in touched) + tuple(changed)
        applied += [d.iri for d in self.all if d.do in ("merge", "split") and _names(record, expand(d.value))]
        return _without_shadowed(readings), tuple(applied)

    def lines(self) -> Iterator[str]:
        """N-Triples lines of the decision nodes."""
        for decision in self.all:
            yield from decision_lines(decision.iri, decision.who, decision.at, decision.why or decision.do)

    def report(self, applied: set[str]) -> dict[str, list[Any]]:
        """What was applied, what is no longer applicable, what a later line contradicts, which lines are torn."""
        standing = [decision for decision in self.all if decision.do != "undo"]
        return {
            "applied": [_told(d) for d in standing if d.iri in applied or d.do == "remove"],
            "not_applicable": [
                {**_told(d), "found": "no reading of the graph has this fingerprint"}
                for d in standing
                if d.iri not in applied and d.do != "remove"
            ],
            "contradicted": [{"earlier": _told(a), "later": _told(b)} for a, b in self.contradicted],
            "torn": [error.diagnostic.to_json() for error in self.torn],
        }


def _told(decision: Decision) -> dict[str, Any]:
    return {"line": decision.number, "do": decision.do, "on": dict(decision.on), "value": decision.value,
            "who": decision.who, "at": decision.at, "why": decision.why}  # fmt: skip


def _names(record: Record, iri: str) -> bool:
    return any(p.iri == iri for part in record.walk() for passages in part.fields.values() for p in passages)


def _matches(decision: Decision, reading: Reading, record: Record) -> bool:
    on = decision.on
    if shorten(reading.subject.value) != _short(on.get("subject", "")):
        return False
    if shorten(reading.predicate.value) != _short(on.get("predicate", "")):
        return False
    if "object" in on and on["object"] not in ("", None) and not _same_object(str(on["object"]), reading):
        return False
    if "quote" not in on:
        return True
    text = record.source.text
    quote = str(on["quote"])
    wanted = _nth(text, quote, int(on.get("occurrence", 1)))
    return any(text[start:end] == quote and start == wanted for start, end in reading.spans)


def _short(name: str) -> str:
    return shorten(expand(name)) if name else ""


def _same_object(given: str, reading: Reading) -> bool:
    value = reading.object
    if isinstance(value, Literal):
        return value.value == given.strip('"')
    try:
        return value.value == expand(given)
    except KeyError:
        return False


def _nth(text: str, quote: str, occurrence: int) -> int:
    at = -1
    for _ in range(occurrence):
        at = text.find(quote, at + 1)
        if at < 0:
            break
    return at


def _changed(decision: Decision, matched: list[Reading], record: Record) -> list[Reading]:
    if decision.do == "accept":
        return [replace(reading, status="confirmed") for reading in matched]
    rejected = [replace(reading, status="rejected") for reading in matched]
    if decision.do == "reject":
        return rejected
    # A value that no paper states has no quotation: the decision itself is its evidence.
    if not matched and "quote" in decision.on:
        return []
    predicate = expand(str(decision.on["predicate"]))
    document = DOC + record.source.key
    corrected = Reading(
        NamedNode(expand(str(decision.on["subject"]))),
        NamedNode(predicate),
        _value(predicate, decision.value),
        (),
        "catalogue",
        RULE,
        "1",
        document,
        "",
        "corrected",
        decision.iri,
        reason=decision.why,
        revision_of=matched[0].iri if matched else "",
    )
    return [*rejected, corrected]


def _value(predicate: str, value: str) -> NamedNode | Literal:
    """A corrected value as the predicate's term: a date for ``…On``, an IRI, or a string."""
    if predicate.endswith("On") and "://" not in value and not value.startswith("date:"):
        return NamedNode(date_iri(value))
    try:
        return NamedNode(expand(value))
    except (KeyError, ValueError):
        return Literal(value)


def _without_shadowed(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """A candidate or rejected reading never stands beside its asserted edge (model section 4, rule 1).

    A rejection wins over other machine readings of the same edge: they become rejected too.
    """
    decided = {reading.edge for reading in readings if reading.status in ("confirmed", "corrected")}
    rejected = {reading.edge for reading in readings if reading.status == "rejected"} - decided
    kept = []
    for reading in readings:
        if reading.edge in rejected and reading.status is None:
            reading = replace(reading, status="rejected")
        kept.append(reading)
    standing = {reading.edge for reading in kept if reading.supports}
    return tuple(reading for reading in kept if reading.supports or reading.edge not in standing)


# ------------------------------------------------------------------ the file


def load(folder: Path) -> Decisions:
    """The decisions of a ``curation/`` folder. A line that cannot be read is kept apart and reported, never fatal."""
    path = folder / FILE
    if not path.is_file():
        return Decisions(folder=folder)
    read: list[Decision] = []
    torn: list[DecisionError] = []
    for number, text in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1):
        if not text.strip():
            continue
        try:
            read.append(_parse(text, number))
        except (ValueError, KeyError, TypeError) as error:
            torn.append(
                DecisionError(
                    f"a decision cannot be read: {error}",
                    path=str(path),
                    line=number,
                    source=text[:100],
                    notes="the other decisions are applied; mend or remove this line",
                )
            )
    standing, contradicted = _latest(read)
    return Decisions(standing, tuple(torn), folder, contradicted)


def _parse(text: str, number: int) -> Decision:
    form = json.loads(text)
    do = form["do"]
    if do not in VERBS:
        raise ValueError(f'"{do}" is none of {", ".join(VERBS)}')
    on = form["on"]
    for key in ("document", "subject", "predicate", "entity"):
        if on.get(key):
            expand(on[key])
    return Decision(
        do, on, str(form.get("value") or ""), form.get("who", ""), form.get("at", ""), form.get("why", ""), text, number
    )


def _latest(read: list[Decision]) -> tuple[tuple[Decision, ...], tuple[tuple[Decision, Decision], ...]]:
    """The latest decision on each fingerprint, and the pairs of which the later contradicts the earlier."""
    latest: dict[tuple[str, ...], Decision] = {}
    contradicted = []
    for decision in read:
        earlier = latest.pop(decision.fingerprint, None)
        if (
            earlier is not None
            and decision.do != "undo"
            and (earlier.do, earlier.value) != (decision.do, decision.value)
        ):
            contradicted.append((earlier, decision))
        if decision.do != "undo":
            latest[decision.fingerprint] = decision
    return tuple(latest.values()), tuple(contradicted)


def append(folder: Path, do: str, on: Mapping[str, Any], value: str, who: str, at: str, why: str) -> Decision:
    """Append one decision to the file of this folder; gives it. ``at`` is an XSD dateTime."""
    form = {"at": at, "who": who, "why": why, "do": do, "on": dict(on)} | ({"value": value} if value else {})
    text = json.dumps(form, ensure_ascii=False)
    decision = _parse(text, 0)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FILE
    torn = path.is_file() and path.stat().st_size and not path.read_bytes().endswith(b"\n")
    with path.open("a", encoding="utf-8") as stream:
        stream.write(("\n" if torn else "") + text + "\n")
    return decision

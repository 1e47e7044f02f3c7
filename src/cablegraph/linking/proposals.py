"""Links that may be right, for people to decide on: ``candidates.sssom.tsv``, with reasons, or why there is none."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rapidfuzz import fuzz

from cablegraph.authority import Entry
from cablegraph.iri import SCHEMA, SKOS, WD
from cablegraph.linking import sssom
from cablegraph.linking.names import Authority, fold
from cablegraph.linking.ranking import CLOSE
from cablegraph.linking.reconcile import Found, Query, Service, ServiceError

FILE: Final = "candidates.sssom.tsv"
TABLE_ONLY: Final = 0.5
"""What a number that stands in a table without review is worth."""
TYPES: Final = {"person": "Q5", "body": "Q43229", "place": "Q2221906", "event": "Q1656682", "archive": "Q166118"}
"""Types asked for, by kind. They only narrow a question and never enter the graph; another service needs its own."""
BORN, DIED, BEGAN, ENDED, WHERE = "P569", "P570", "P580", "P582", "P625"
NAME, KIND, AGREEMENT = 0.6, 0.15, 0.25
"""Weights of the parts of a score: likeness of the name, kind, agreement of a date or a place."""
UNSUPPORTED: Final = 0.69
"""At most this without kind and agreement, however alike the names."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A link that may be right: the entry, the item's number and name, a score (0..1), and its parts in words."""

    entry: Entry
    qid: str
    label: str
    score: float
    reason: str

    @property
    def row(self) -> sssom.LinkRow:
        """As a row of links, to be reviewed."""
        predicate = SKOS + "exactMatch" if self.entry.kind == "concept" else SCHEMA + "sameAs"
        said = f"{self.label}: {self.reason}" if self.label else self.reason
        return sssom.LinkRow(
            self.entry.iri, predicate, WD + self.qid, False, f"{self.score:g}", "", "", said, "", sssom.PROPOSED
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one entry: proposals, the likeliest first, and what is to be said of it."""

    entry: Entry
    proposals: tuple[Proposal, ...]
    told: str


def offline(authority: Authority, reviewed: Iterable[sssom.LinkRow], kind: str = "") -> Iterator[Outcome]:
    """Outcomes from the tables alone: numbers that stand there without review."""
    decided = _decided(reviewed)
    for entry in _open(authority, decided, kind):
        if entry.qid and (entry.iri, WD + entry.qid) not in decided:
            reason = f"the number of the authority table is not verified: {entry.source}"
            yield Outcome(entry, (Proposal(entry, entry.qid, entry.label, TABLE_ONLY, reason),), "1 number to review")
        else:
            yield Outcome(entry, (), f"no number for {entry.label} in the tables; ask a service with --online")


def online(
    authority: Authority,
    reviewed: Iterable[sssom.LinkRow],
    service: Service,
    kind: str = "",
    least: float = 0.7,
    limit: int = 0,
) -> Iterator[Outcome]:
    """Outcomes from a service, for entries without a reviewed link. Nothing below ``least`` is proposed."""
    decided = _decided(reviewed)
    entries = [entry for entry in _open(authority, decided, kind) if entry.kind in TYPES][: limit or None]
    answers = service.ask([question(entry) for entry in entries])
    for entry, answer in zip(entries, answers, strict=True):
        if isinstance(answer, ServiceError):
            yield Outcome(entry, (), answer.diagnostic.what)
            continue
        new = [found for found in answer if (entry.iri, WD + found.id) not in decided]
        try:
            facts = service.extend([found.id for found in new], _asked(entry)) if new and _asked(entry) else {}
        except ServiceError:
            facts = {}  # a service without data extension: nothing is known to agree
        yield _outcome(entry, [score(entry, found, facts.get(found.id, {})) for found in new], least)


def question(entry: Entry) -> Query:
    """What a service is asked about an entry: its label, type, and dates."""
    dates = ((BORN, entry.birth), (DIED, entry.death)) if entry.kind == "person" else ()
    return Query(entry.label, TYPES.get(entry.kind, ""), tuple((name, value) for name, value in dates if value))


def _asked(entry: Entry) -> tuple[str, ...]:
    """Properties that can agree with what the table knows."""
    if entry.kind == "person":
        return (BORN, DIED) if entry.birth or entry.death else ()
    if entry.kind == "event":
        return (BEGAN, ENDED) if entry.birth else ()
    return (WHERE,) if entry.lat else ()


def score(entry: Entry, found: Found, facts: dict[str, tuple[str, ...]]) -> Proposal:
    """A proposal with its parts shown. A link needs the kind, and a date or the place, to agree (model section 7)."""
    likeness = max(fuzz.ratio(fold(found.name), fold(name)) for name in entry.names) / 100
    kind = not found.types or TYPES.get(entry.kind, "") in found.types
    agrees, said = _agreement(entry, facts)
    parts = (
        f"name {NAME * likeness:.2f} of {NAME} ({likeness:.0%} alike)",
        f"kind {KIND if kind else 0:g} of {KIND} ({'a ' + entry.kind if kind else 'of another kind'})",
        f"agreement {AGREEMENT if agrees else 0:g} of {AGREEMENT} ({said})",
    )
    total = NAME * likeness + (KIND if kind else 0.0) + (AGREEMENT if agrees else 0.0)
    if agrees is False:
        total *= 0.5
    if not (kind and agrees):
        total = min(total, UNSUPPORTED)
    return Proposal(entry, found.id, found.name, round(total, 2), "; ".join(parts))


def _agreement(entry: Entry, facts: dict[str, tuple[str, ...]]) -> tuple[bool | None, str]:
    """Whether a date or the place agrees; None where one side knows none."""
    pairs = {BORN: (entry.birth, "born"), DIED: (entry.death, "died"), BEGAN: (entry.birth, "began"),
             ENDED: (entry.death, "ended")}  # fmt: skip
    compared = [
        (any(value[:4] == own[:4] for value in facts[name]), f"{what} {own[:4]}")
        for name, (own, what) in pairs.items()
        if own and facts.get(name)
    ]
    if entry.lat and facts.get(WHERE):
        compared.append((any(_near(entry, value) for value in facts[WHERE]), "place"))
    if not compared:
        return None, "nothing to compare"
    against = [what for agrees, what in compared if not agrees]
    if against:
        return False, f"against it: {', '.join(against)}"
    return True, ", ".join(what for _, what in compared)


def _near(entry: Entry, value: str) -> bool:
    """Whether coordinates (``55.75,37.61``) are within half a degree."""
    try:
        lat, lon = (float(part) for part in value.replace("Point(", "").replace(")", "").split(","))
    except ValueError:
        return False
    return abs(lat - float(entry.lat)) <= 0.5 and abs(lon - float(entry.lon)) <= 0.5


def _outcome(entry: Entry, proposals: Sequence[Proposal], least: float) -> Outcome:
    ranked = sorted(proposals, key=lambda proposal: (-proposal.score, proposal.qid))
    above = tuple(proposal for proposal in ranked if proposal.score >= least)
    if not above:
        closest = f"closest {ranked[0].label} {ranked[0].score:g} ({ranked[0].reason})" if ranked else "none like it"
        return Outcome(entry, (), f"0 candidates for “{entry.label}” above {least:g}; {len(ranked)} found, {closest}")
    told = f"{len(above)} candidate{'s' if len(above) > 1 else ''} for “{entry.label}”"
    if len(above) > 1 and above[0].score - above[1].score < CLOSE:
        told += f"; two within {CLOSE:g} of each other: no winner"
    return Outcome(entry, above, told)


def _decided(reviewed: Iterable[sssom.LinkRow]) -> dict[tuple[str, str], bool]:
    """Reviewed pairs, and whether the link stands. A rejected one is never proposed again."""
    return {(row.subject, row.object): not row.rejected for row in reviewed}


def _open(authority: Authority, decided: dict[tuple[str, str], bool], kind: str) -> Iterator[Entry]:
    """Entries that have no link yet, in the order of the tables."""
    linked = {subject for (subject, _), stands in decided.items() if stands}
    for iri, entry in authority.entries.items():
        if iri not in linked and (not kind or entry.kind == kind):
            yield entry


def write(folder: Path, outcomes: Iterable[Outcome]) -> int:
    """Write all proposals to ``candidates.sssom.tsv`` of a folder, in place of an earlier one; gives their number."""
    rows = [(proposal.row, proposal.entry.label) for outcome in outcomes for proposal in outcome.proposals]
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / (FILE + ".part")
    part.unlink(missing_ok=True)
    sssom.append_all(part, rows)
    os.replace(part, folder / FILE)
    return len(rows)

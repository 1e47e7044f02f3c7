"""How likely an entry is the one a name means: likeness of the name, kind, dates of life, each part shown.

``Krasovsky`` in a paper of 1951: Stepan Krasovsky, 0.65 (name 0.35 of 0.7: surname only; kind 0.1; dates 0.2: alive).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from rapidfuzz import fuzz

from cablegraph.authority import Entry
from cablegraph.evidence import Candidate
from cablegraph.frozen import dataclass
from cablegraph.linking.names import Authority, How, Match, fold, lived

CLOSE: Final = 0.1
"""Two candidates nearer than this name no winner."""
LIKENESS: Final[dict[How, float]] = {"full": 1.0, "initials": 0.75, "cover": 0.55, "surname": 0.5}
"""How much of a name is met, 0 to 1."""
NAME, KIND, DATES = 0.7, 0.1, 0.2
"""Weights; they add up to 1."""
_MET: Final[dict[How, str]] = {
    "full": "full name",
    "initials": "initials and surname",
    "surname": "surname only",
    "cover": "cover name in the authority table",
}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a score: what was compared, how much it gives, at most how much, and in words why."""

    name: str
    value: float
    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class Scored:
    """An entry with its score (0..1) and the parts that make it."""

    entry: Entry
    score: float
    parts: tuple[Part, ...]

    @property
    def reason(self) -> str:
        """The parts in words: ``surname only; alive in 1951; row stepan-krasovsky of the authority table``."""
        said = [part.why for part in self.parts if part.why]
        return "; ".join((*said, f"row {self.entry.id} of the authority table"))

    @property
    def candidate(self) -> Candidate:
        """As it stands on a passage."""
        return Candidate(self.entry.iri, self.score, self.reason)


def score(match: Match, name: str, when: str = "", kinds: Iterable[str] = ()) -> Scored:
    """The score of one match. ``when`` is the paper's ISO date (or month, year), empty if unknown."""
    what = _MET[match.how]
    if match.how == "cover":
        what = f"{name} is a cover name of {match.entry.label} in the authority table"
    return _scored(match.entry, LIKENESS[match.how], what, when, kinds)


def _scored(entry: Entry, likeness: float, what: str, when: str, kinds: Iterable[str]) -> Scored:
    wanted = frozenset(kinds)
    kind_fits = not wanted or entry.kind in wanted
    alive = lived(entry, when) if when else None
    year = when[:4]
    dated = {True: f"alive in {year}", False: f"not alive in {year}", None: ""}[alive]
    parts = (
        Part("name", round(NAME * likeness, 2), NAME, what),
        Part("kind", KIND if kind_fits else 0.0, KIND, "" if kind_fits else f"is a {entry.kind}"),
        Part("dates", {True: DATES, False: 0.0, None: DATES / 2}[alive], DATES, dated),
    )
    return Scored(entry, round(sum(part.value for part in parts), 2), parts)


def candidates(matches: Sequence[Match], name: str, when: str = "") -> tuple[Candidate, ...]:
    """All matches as candidates, the likeliest first."""
    ranked = [score(match, name, when) for match in matches]
    ranked.sort(key=lambda scored: (-scored.score, scored.entry.iri))
    return tuple(scored.candidate for scored in ranked)


def rank(name: str, authority: Authority, kinds: Iterable[str] = (), when: str = "", limit: int = 5) -> list[Scored]:
    """Entries most like a name, misspelt and reordered ones too, the likeliest first. For people: builds need speed."""
    wanted = frozenset(kinds)
    found = {
        match.entry.iri: score(match, name, when, wanted)
        for match in authority.find(name)
        if _fits(match.entry, wanted)
    }
    key = " ".join(sorted(fold(name).split()))
    for iri, entry in authority.entries.items():
        if iri in found or not _fits(entry, wanted):
            continue
        likeness = max((fuzz.ratio(key, " ".join(sorted(fold(own).split()))) for own in entry.names), default=0.0) / 100
        if likeness >= 0.5:
            # The cube, for names are alike by chance: 63 % is little, 95 % a slip of the pen.
            found[iri] = _scored(entry, 0.9 * likeness**3, f"{likeness:.0%} alike", when, wanted)
    return sorted(found.values(), key=lambda scored: (-scored.score, scored.entry.iri))[:limit]


def _fits(entry: Entry, kinds: frozenset[str]) -> bool:
    return not kinds or entry.kind in kinds


def winner(ranked: Sequence[Scored]) -> Scored | None:
    """The first, unless the second is within 0.1 of it."""
    if not ranked or (len(ranked) > 1 and ranked[0].score - ranked[1].score < CLOSE - 1e-9):
        return None
    return ranked[0]


def nothing_found(
    name: str, authority: Authority, kinds: Iterable[str] = (), when: str = "", least: float = 0.7
) -> str:
    """Why there is no candidate above a line: ``0 candidates for “Lindley” above 0.7; 109 people known, closest …``."""
    wanted = frozenset(kinds)
    known = sum(1 for entry in authority.entries.values() if _fits(entry, wanted))
    what = {"person": "people", "place": "places", "body": "bodies"}.get(next(iter(sorted(wanted)), ""), "entries")
    said = f"0 candidates for “{name}” above {least:g}; {known} {what} known"
    ranked = rank(name, authority, wanted, when, 1)
    if not ranked:
        return f"{said}, none like it"
    return f"{said}, closest {ranked[0].entry.label} {ranked[0].score:g} ({ranked[0].parts[0].why})"

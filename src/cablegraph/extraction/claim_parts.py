"""A claim with its words, and the part of the record made of it: kind, claimant, quantity, topic, times, authority."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cablegraph.evidence import Passage
from cablegraph.extraction.claim_families import Family
from cablegraph.extraction.claimants import CLAIMANT
from cablegraph.extraction.measures import Figure, Stretch, duration_in, period_in
from cablegraph.record import Record, SourceText


@dataclass(frozen=True, slots=True)
class Claim:
    """What a sentence says by one family of phrasings: where, whose, and with which figure."""

    family: Family
    start: int
    end: int
    parts: Stretch
    """Words of quantity and topic."""
    until: int
    """How far period and duration are looked for: the end of the sentence, or the next claim in it."""
    claimants: tuple[Passage, ...]
    figure: Figure | None = None
    about: tuple[Passage, ...] = ()
    answers: str = ""

    @property
    def key(self) -> str:
        return f"{self.family.kind}-{self.start}"


_AUTHORITY = re.compile(
    r"(?P<who>(?:our|the|my)(?: [\w-]+){0,5}? (?:specialists|experts|advisers|advisors|engineers|military|"
    r"comrades|commanders|"
    r"scientists|technicians|economists|general staff|staff))(?: \w+ly| all)? (?:consider|believe|think|hold|"
    r"report|say|state|"
    r"find|maintain|calculate|estimate|are of the opinion|is of the opinion|considers|believes|thinks|have come)\b",
    re.IGNORECASE,
)


def part(source: SourceText, document: str, claim: Claim, day: str) -> Record:
    """The claim as a part of the record, each field with the words it is read from."""
    rule, words = claim.family.rule, (claim.start, claim.end)
    fields: dict[str, tuple[Passage, ...]] = {
        "start": (source.cite(words, rule, str(claim.start)),),
        "kind": (source.cite(words, rule, claim.family.kind),),
        "claimant": tuple(
            passage
            if claim.family.by in ("who", "before", "last", "relative", "same", "told") or passage.rule is CLAIMANT
            else source.cite(words, rule, passage.text, entity=passage.entity)
            for passage in claim.claimants
        ),
    }
    if claim.about:
        fields["topic"] = tuple({p.text: source.cite(claim.parts, rule, p.text) for p in claim.about}.values())
    if claim.figure:
        for name, value in claim.figure.fields().items():
            fields[name] = (source.cite(claim.parts, rule, value),)
    if claim.answers:
        fields["responds_to"] = (source.cite(words, rule, claim.answers),)
    authority = _authority(source.text, *words) if claim.family.by == "sender" else None
    if authority:
        who = authority["who"]
        fields["on_authority_of"] = (source.cite(words, rule, who[0].lower() + who[1:], entity="group"),)
    return Record(document, source, {**fields, **_times(source, claim, day)})


def _authority(text: str, start: int, end: int) -> re.Match[str] | None:
    """Whose word the claim rests on; looked for quickly first by the words that name them."""
    words = text[start:end].lower()
    return _AUTHORITY.search(text, start, end) if any(one in words for one in _AUTHORITIES) else None


_AUTHORITIES = (
    "specialist", "expert", "advis", "engineer", "military", "comrade", "commander", "scientist", "technician",
    "economist", "staff",
)  # fmt: skip


_PART_OF = re.compile(r",? of (?:which|whom)\b|,? and that\b")
"""What begins words on a part of the amount or on something else, whose time is not that of the whole."""


def _times(source: SourceText, claim: Claim, day: str) -> dict[str, tuple[Passage, ...]]:
    fields: dict[str, tuple[Passage, ...]] = {}
    whole = (claim.start, claim.end) if claim.family.words == "sentence" else None
    part_of = _PART_OF.search(source.text, claim.figure.end, claim.until) if claim.figure else None
    until = part_of.start() if part_of else claim.until
    for name, found in (
        ("period", period_in(source.text, claim.start, until, day)),
        ("duration", duration_in(source.text, claim.start, until)),
    ):
        if found:
            start, end, value = found
            fields[name] = (source.cite(whole or (start, end), claim.family.rule, value),)
    return fields

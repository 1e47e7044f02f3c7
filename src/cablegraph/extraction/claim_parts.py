"""A claim with its words, and the part of the record made of it: kind, claimant, quantity, topic, times, authority."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cablegraph.evidence import Passage
from cablegraph.extraction import gaps
from cablegraph.extraction.claim_families import Family
from cablegraph.extraction.claimants import CLAIMANT
from cablegraph.extraction.measured import MEASURED, NOWHERE
from cablegraph.extraction.measures import Figure, Stretch
from cablegraph.extraction.periods import duration_in, period_in
from cablegraph.patterns import compiled
from cablegraph.record import Record, SourceText
from cablegraph.sought import sought


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
    next_amount: int = 0
    """Where the next amount of the sentence stands, whose time is its own."""
    said: Stretch = (0, 0)
    """Words of the phrasing itself."""

    @property
    def key(self) -> str:
        return f"{self.family.kind}-{self.start}"


def with_row(words: tuple[int, int], claimants: Sequence[Passage], sentence: int) -> tuple[int, int]:
    """The words of a claim from the first of a row on: "France, Italy and Great Britain have accepted"."""
    first = min(span.start for one in claimants for span in one.spans)
    return (first, words[1]) if len(claimants) > 1 and sentence <= first < words[0] else words


_AUTHORITY = compiled(
    r"(?P<who>(?:our|the|my)(?: [\w-]+){0,5}? (?:specialists|experts|advisers|advisors|engineers|military|"
    r"comrades|commanders|"
    r"scientists|technicians|economists|general staff|staff))(?: \w+ly| all)? (?:consider|believe|think|hold|"
    r"report|say|state|"
    r"find|maintain|calculate|estimate|are of the opinion|is of the opinion|considers|believes|thinks|have come)\b",
    re.IGNORECASE,
)


def part(source: SourceText, document: str, claim: Claim, day: str) -> Record:
    """The claim as a part of the record, each field with the words it is read from."""
    rule, whole = claim.family.rule, (claim.start, claim.end)
    words = _own_words(source, claim)
    parts = words if claim.parts == whole else claim.parts
    fields: dict[str, tuple[Passage, ...]] = {
        "start": (source.cite(words, rule, str(claim.start)),),
        "kind": (source.cite(words, rule, claim.family.kind),),
        "claimant": tuple(
            passage
            if claim.family.by in ("who", "before", "last", "relative", "same", "told", "unsaid")
            or passage.rule is CLAIMANT
            else source.cite(words, rule, passage.text, entity=passage.entity)
            for passage in claim.claimants
        ),
    }
    if claim.about:
        fields["topic"] = tuple({p.text: source.cite(parts, rule, p.text) for p in claim.about}.values())
    if claim.figure:
        for name, value in claim.figure.fields().items():
            fields[name] = (source.cite(parts, rule, value),)
        if claim.figure.of != NOWHERE:
            thing = claim.figure.of
            fields["measure_of"] = (source.cite(thing, MEASURED, " ".join(source.text[slice(*thing)].split())),)
    if claim.answers:
        fields["responds_to"] = (source.cite(whole, rule, claim.answers),)
    authority = _authority(source.text, *whole) if claim.family.by == "sender" else None
    if authority:
        who = authority["who"]
        fields["on_authority_of"] = (source.cite(whole, rule, who[0].lower() + who[1:], entity="group"),)
    return Record(document, source, {**fields, **_times(source, claim, day, words)})


_SIC = compiled(r"\[(?:sic|!|sic!)\]")
_STOPS = " ,;:.\n\u00a0"


def _own_words(source: SourceText, claim: Claim) -> Stretch:
    """The claim's words without an editor's marks at their edges, and without what lies beyond a mark and is no part of
    phrasing, figure or topic: of ``We ask for 300 trucks [illegible].`` what the author alone says.
    """
    begin, end = claim.start, claim.end
    if source.layer_of(begin, end) != "editorial" or claim.said == (0, 0):
        return begin, end
    needed = [claim.said, *((span.start, span.end) for passage in claim.about for span in passage.spans)]
    needed += [(claim.figure.start, claim.figure.end)] if claim.figure else []
    held = [(max(first, begin), min(last, end)) for first, last in needed if first < end and begin < last]
    low, high = min((first for first, _ in held), default=begin), max((last for _, last in held), default=end)
    marks = [mark[:2] for mark in gaps.marks(source.text, begin, end)]
    marks += [match.span() for match in _SIC.finditer(source.text, begin, end)]
    for first, last in sorted(marks, reverse=True):
        if not source.text[last:end].strip(_STOPS):
            end, high = first, min(high, first)  # a mark at the edge says nothing, even inside the phrasing
        elif source.layer_of(first, last) == "editorial":
            begin, end = (max(begin, last), end) if last <= low else (begin, min(end, first) if first >= high else end)
    while begin < low and not source.text[begin].isalnum():
        begin += 1
    while begin + 1 < end < claim.end and source.text[end - 1] in _STOPS:
        end -= 1
    return (begin, end) if begin < end else (claim.start, claim.end)


def _authority(text: str, start: int, end: int) -> re.Match[str] | None:
    """Whose word the claim rests on; looked for quickly first by the words that name them."""
    words = text[start:end].lower()
    return _AUTHORITY.search(text, start, end) if any(one in words for one in _AUTHORITIES) else None


_AUTHORITIES = (
    "specialist", "expert", "advis", "engineer", "military", "comrade", "commander", "scientist", "technician",
    "economist", "staff",
)  # fmt: skip


_PART_OF = sought(
    r",? of (?:which|whom)\b|,? and that\b"
    r"|,?(?: and| but)? the (?:rest|remainder|balance|remaining|others?(?= [a-z]+s\b| \d|,))\b"
)
"""What begins words on a part of the amount or on something else, whose time is not that of the whole."""


_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_REASON = compiled(
    r"\b(?:because|in view of|owing to|inasmuch as|seeing that|given that|considering that|due to)\b"
    rf"|, (?:since (?!(?:the )?\d|(?:early |late |mid-)?{_MONTH}|then\b|last\b)|"
    r"as (?:(?:the|our|his|its|their|these|this|all|no) [\w’'-]+|we|it|they|he|she|I|there|otherwise)\b|"
    r"for (?:(?:the|our|his|her|its|their|this|these) (?!next\b|coming\b|period\b|use\b)[\w’'-]+|we|it|they|he|she|I|"
    r"there|otherwise)(?: [\w’'-]+){0,3}? "
    r"(?:will|would|is|are|was|were|has|have|had|can|could|must|needs?|leaves?|begins?)\b|"
    r"(?:which|who) (?:will|would|can|could|may|is|are|was|were|has|have|had)(?: not|not)\b)"
)
"""What begins a reason, or what is not so of the thing: ", since it will not be ready before …"."""
_NEXT_CLAUSE = compiled(
    r";(?! (?:and |also )?(?:by|before|until|in|on|from|during|within|not later|no later|at the latest)\b)"
)
"""Behind a semicolon something else is said, if it begins with no time: "; one could be had by …"."""

_LED_BY = compiled(r"(?:Including|Excluding|Besides|Exclusive of|In addition to|Apart from)\b[^,;]{2,80}, ")
_REPORTED_THEN = compiled(
    r".*\b(?:reported|stated|said|informed|telegraphed|cabled|wired|declared|announced)\b[^,;:]{0,40} that "
)
_INSERTED = compiled(r", (?:amounting|consisting|being|total+ing|numbering|valued|estimated)\b[^,;]*$")
_ENDS_INSERTION = compiled(r"[^,;.]*, (?=(?:was|were|has|have|had|is|are)\b)")


def _own_time(text: str, start: int, end: int, figure: Figure) -> Stretch:
    """Where the time of a reported figure can stand: behind the day on which it was told, inside its own insertion."""
    begin = start
    for lead in (_LED_BY.match(text, start, figure.start), _REPORTED_THEN.match(text, start, figure.start)):
        begin = max(begin, lead.end()) if lead else begin
    inserted = _ENDS_INSERTION.match(text, figure.end, end) if _INSERTED.search(text, start, figure.start) else None
    return begin, inserted.end() if inserted else end


def _own_clause(text: str, claim: Claim, until: int) -> int:
    """How far the time of a claim can stand: before a reason that is given, and before a further clause."""
    place = max(claim.start, claim.said[0], claim.figure.end if claim.figure else 0)
    found = (_REASON.search(text, place, until), _NEXT_CLAUSE.search(text, place, until))
    return min([until, *(match.start() for match in found if match)])


def _times(source: SourceText, claim: Claim, day: str, words: Stretch) -> dict[str, tuple[Passage, ...]]:
    fields: dict[str, tuple[Passage, ...]] = {}
    part_of = _PART_OF.search(source.text, claim.figure.end, claim.until) if claim.figure else None
    until = part_of.start() if part_of else claim.until
    until = _own_clause(source.text, claim, until)
    told = claim.family.kind in ("report", "fulfilment")
    near = claim.next_amount if claim.start < claim.next_amount < until else until
    begin = claim.start
    if told and claim.figure:
        begin, inserted = _own_time(source.text, claim.start, until, claim.figure)
        near, until = min(near, inserted), min(until, inserted)
    period = period_in(source.text, begin, near, day, told=told)
    duration = duration_in(source.text, claim.start, near)
    if period is None and duration is None and near < until:  # "40 tanks and 20 guns by July"
        period = period_in(source.text, begin, until, day, told=told)
        duration = duration_in(source.text, claim.start, until)
    for name, found in (("period", period), ("duration", duration)):
        if found:
            start, end, value = found
            inside = claim.family.words == "sentence" and words[0] <= start and end <= words[1]
            fields[name] = (source.cite(words if inside else (start, end), claim.family.rule, value),)
    return fields

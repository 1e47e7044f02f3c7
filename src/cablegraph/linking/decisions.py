"""What people decided, replayed on every build: the sender of ``doc:wilson-ct3777`` corrected stays corrected.

A decision is addressed by a fingerprint: document, quotation and which occurrence of it, subject, predicate, object. A
rule with a new version, a rebuild from nothing, or a text with an added line do not lose it (product section 7.4).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode

from cablegraph.errors import DecisionError
from cablegraph.evidence import Reading, Rule, Status, Term, quoted, rule_lines
from cablegraph.iri import CG, DOC, PLACE, RDF, RDFS, RICO, date_iri, expand, shorten
from cablegraph.linking.entities import decision_lines
from cablegraph.linking.following import FOLLOWS, fallen, following, read_anew
from cablegraph.linking.ledger import FILE, Decision, append, brought_in, read
from cablegraph.linking.sssom import PREDICATES as LINKS
from cablegraph.patterns import compiled
from cablegraph.record import Record

__all__ = ["FILE", "RULE", "Decision", "Decisions", "append", "load"]

RULE = Rule("decided", version="1", certainty="1")
_STATUS: dict[str, Status] = {"accept": "confirmed", "reject": "rejected", "correct": "corrected"}
Now = Callable[[str, str], Iterable[str]]
"""Values that a graph has for a subject and a predicate, both IRIs."""
# The parts of a document whose IRI ends with the place of their words, which an added line moves.
_PLACE_IN_TEXT = compiled(r"(/(?:cited|promised|gap|enclosed|date)/|/claim/[a-z-]+-)\d+")


@dataclass(frozen=True)
class Decisions:
    """All decisions of a corpus that stand, what contradicts what, and the lines that could not be read."""

    all: tuple[Decision, ...] = ()
    torn: tuple[DecisionError, ...] = ()
    folder: Path | None = None
    contradicted: tuple[tuple[Decision, Decision], ...] = field(default=(), repr=False)

    @cached_property
    def _by_document(self) -> dict[str, tuple[Decision, ...]]:
        found: dict[str, list[Decision]] = {}
        for decision in self.all:
            if decision.do in _STATUS and not _is_link(decision):
                found.setdefault(decision.document, []).append(decision)
        return {document: tuple(decisions) for document, decisions in found.items()}

    @cached_property
    def redirect(self) -> dict[tuple[str, str], str]:
        """Merges and splits: (entity IRI, document IRI or empty) to entity IRI, one merge after another followed."""
        moved = {
            (decision.full("entity"), decision.document): expand(decision.value)
            for decision in self.all
            if decision.do in ("merge", "split")
        }
        for (entity, document), target in list(moved.items()):
            seen = {entity}
            while (further := moved.get((target, ""))) and target not in seen:
                seen.add(target)
                target = further
            moved[entity, document] = target
        return moved

    @cached_property
    def _removed(self) -> frozenset[str]:
        return frozenset(decision.document for decision in self.all if decision.do == "remove")

    @cached_property
    def papers(self) -> frozenset[str]:
        """Keys of the papers that decisions are about."""
        return frozenset(decision.document.removeprefix(DOC) for decision in self.all if decision.document)

    def removes(self, key: str) -> bool:
        """Whether the document of this key is taken down."""
        return DOC + key in self._removed

    def digest(self, document_keys: Iterable[str]) -> str:
        """Digest of all that decides what these documents become."""
        if not self.all:
            return ""
        wanted = {DOC + key for key in document_keys} | {""}
        said = [decision.line for decision in self.all if decision.document in wanted and not _is_link(decision)]
        return sha256("\n".join(said).encode()).hexdigest() if said else ""

    def apply(self, readings: tuple[Reading, ...], record: Record) -> tuple[tuple[Reading, ...], tuple[str, ...]]:
        """The readings of one document after its decisions, and the IRIs of those that found what they are about."""
        document = DOC + record.source.key
        own, common = self._by_document.get(document, ()), self._by_document.get("", ())
        applied = [d.iri for d in self.all if d.do in ("merge", "split") and _names(record, self._target(d))]
        if not own and not common:
            return readings, tuple(applied)
        for decision in sorted((*common, *own), key=lambda decision: decision.number):
            matched = [reading for reading in readings if _matches(decision, reading, record)]
            changed = _changed(decision, matched, record)
            if matched or changed:
                applied.append(decision.iri)
                readings = (*_left(readings, matched, decision), *changed)
                if decision.do == "accept":
                    names = _may_be(record)
                    matched = [reading for reading in readings if _gives_way(reading, matched, names)]
                    readings = _left_as_rejected(readings, matched)
                if changed:
                    readings = tuple(_followed(readings, matched, changed[-1].object, decision, record.source.text))
        return _without_loose(_without_shadowed(readings), document), tuple(applied)

    def _target(self, decision: Decision) -> str:
        return self.redirect[decision.full("entity"), decision.document]

    @cached_property
    def entities(self) -> frozenset[str]:
        """IRIs of agents and places that decisions bring in, and which papers may not name."""
        return brought_in(self.all)

    def lines(self, known: Collection[str] | None = None) -> Iterator[str]:
        """N-Triples lines of the decision nodes.

        With ``known``, the entities that tables and papers describe, also a label for those nobody else does.
        """
        for decision in self.all:
            yield from decision_lines(decision.iri, decision.who, decision.at, decision.why or decision.do)
        if any(decision.do in _STATUS for decision in self.all):
            yield from rule_lines([RULE, FOLLOWS])
        for iri in sorted(self.entities - set(known)) if known is not None else ():
            kind = RICO + "Place" if iri.startswith(PLACE) else CG + "NamedParty"
            name = iri.rpartition("/")[2].replace("-", " ").title()
            yield f"<{iri}> <{RDF}type> <{kind}> ."
            yield f"<{iri}> <{RDFS}label> {quoted(name)} ."

    def report(self, applied: Collection[str], now: Now | None = None) -> dict[str, list[Any]]:
        """What was applied, what is no longer applicable, what a later line contradicts, which lines are torn.

        ``applied`` are the IRIs that `apply` gave for the documents of the build. Links are always applied. ``now``
        tells what the graph has for a subject and predicate, so that both sides of what no longer applies are shown.
        """
        held = {decision.iri for decision in self.all if decision.do == "remove" or _is_link(decision)}
        done = held | set(applied)
        return {
            "applied": [_told(decision) for decision in self.all if decision.iri in done],
            "not_applicable": [
                {**_told(decision), "found": _why_not(decision, now)} | _now(decision, now)
                for decision in self.all
                if decision.iri not in done
            ],
            "contradicted": [{"earlier": _told(a), "later": _told(b)} for a, b in self.contradicted],
            "torn": [error.diagnostic.to_json() for error in self.torn],
        }


def load(folder: Path) -> Decisions:
    """The decisions of a ``curation/`` folder; torn lines are reported, never fatal."""
    ledger = read(folder)
    return Decisions(ledger.standing, ledger.torn, folder, ledger.contradicted)


def _is_link(decision: Decision) -> bool:
    return decision.do in ("accept", "reject") and decision.full("predicate") in LINKS


def _told(decision: Decision) -> dict[str, Any]:
    return {"line": decision.number, "do": decision.do, "on": dict(decision.on), "value": decision.value,
            "who": decision.who, "at": decision.at, "why": decision.why}  # fmt: skip


def _now(decision: Decision, now: Now | None) -> dict[str, list[str]]:
    subject, predicate = decision.full("subject"), decision.full("predicate")
    return {"now": sorted(now(subject, predicate))} if now is not None and subject and predicate else {}


def _why_not(decision: Decision, now: Now | None) -> str:
    document = decision.document
    if document and now is not None and not any(True for _ in now(document, RDF + "type")):
        return f"{shorten(document)} is not among the papers"
    if decision.do in ("merge", "split"):
        where = shorten(document) if document else "any paper"
        return f"{decision.on['entity']} is not named in {where}"
    if quote := decision.on.get("quote"):
        return f"no reading of this edge rests on “{quote}”, or the words are not in the paper"
    instead = "; to state it on your own word: cablegraph decide correct" if decision.do == "accept" else ""
    return f"no rule reads this edge{instead}"


def _names(record: Record, iri: str) -> bool:
    return any(p.iri == iri for part in record.walk() for passages in part.fields.values() for p in passages)


# ------------------------------------------------------------------ which readings a decision is about


def _matches(decision: Decision, reading: Reading, record: Record) -> bool:
    on = decision.on
    if reading.predicate.value != decision.full("predicate") or reading.decision:
        return False
    quote = str(on.get("quote") or "")
    if not _same_node(decision.full("subject"), reading.subject.value, moved=bool(quote)):
        return False
    if on.get("object") not in (None, "") and not _same_object(str(on["object"]), reading, moved=bool(quote)):
        return False
    return not quote or _rests_on(reading, record.source.text, quote, int(on.get("occurrence") or 1))


def _same_node(given: str, found: str, *, moved: bool) -> bool:
    """Whether two IRIs name one thing; with a quotation to go by, a part may have moved inside its text."""
    return given == found or (moved and _PLACE_IN_TEXT.sub(r"\1", given) == _PLACE_IN_TEXT.sub(r"\1", found))


def _same_object(given: str, reading: Reading, *, moved: bool) -> bool:
    value = reading.object
    if isinstance(value, Literal):
        return value.value == _unquoted(given)
    try:
        return _same_node(expand(given), value.value, moved=moved)
    except KeyError:
        return False


def _unquoted(given: str) -> str:
    """``"3777"`` (an N-Triples literal, language and datatype aside) or ``3777``."""
    match = re.fullmatch(r'"((?:[^"\\]|\\.)*)"(?:@[\w-]+|\^\^\S+)?', given, re.DOTALL)
    return re.sub(r"\\(.)", r"\1", match[1]) if match else given


def _rests_on(reading: Reading, text: str, quote: str, occurrence: int) -> bool:
    """Whether the reading cites this quotation: that occurrence, or, where it has fewer now, the only one cited."""
    starts = [start for start, end in reading.spans if text[start:end] == quote]
    if not starts:
        return False
    wanted = _nth(text, quote, occurrence)
    return wanted in starts or wanted < 0 or text.count(quote) == 1


def _nth(text: str, quote: str, occurrence: int) -> int:
    at = -1
    for _ in range(occurrence):
        at = text.find(quote, at + 1)
        if at < 0:
            break
    return at


# ------------------------------------------------------------------ what becomes of them


def _left(readings: Iterable[Reading], matched: list[Reading], decision: Decision) -> Iterator[Reading]:
    """Readings that a decision leaves as they are; a later *no* also takes back an earlier *yes* on the same edge."""
    touched, edges = set(map(id, matched)), {reading.edge for reading in matched}
    for reading in readings:
        taken_back = decision.do != "accept" and reading.decision and reading.supports and reading.edge in edges
        if id(reading) not in touched and not taken_back:
            yield reading


def _may_be(record: Record) -> frozenset[tuple[str, str]]:
    """Names of a record and whom each may mean, as IRIs; an office is no mere name of its holder."""
    return frozenset(
        (passage.iri, candidate.iri)
        for part in record.walk()
        for passages in part.fields.values()
        for passage in passages
        if passage.candidates and passage.entity != "position"
        for candidate in passage.candidates
    )


def _gives_way(reading: Reading, accepted: list[Reading], names: frozenset[tuple[str, str]]) -> bool:
    """Whom a name was accepted to mean takes the place of its unidentified bearer, read from the same words."""
    return (
        reading.supports
        and reading.status is None
        and any(
            chosen.status == "candidate"
            and isinstance(chosen.object, NamedNode)
            and (chosen.subject, chosen.predicate, chosen.spans) == (reading.subject, reading.predicate, reading.spans)
            and (reading.object.value, chosen.object.value) in names
            for chosen in accepted
        )
    )


def _left_as_rejected(readings: tuple[Reading, ...], rejected: list[Reading]) -> tuple[Reading, ...]:
    touched = set(map(id, rejected))
    return tuple(replace(reading, status="rejected") if id(reading) in touched else reading for reading in readings)


def _followed(
    readings: tuple[Reading, ...], replaced: list[Reading], chosen: Term, decision: Decision, text: str
) -> Iterator[Reading]:
    """Where a party of a message is corrected or rejected, whose claims and whose cited papers follow."""
    somebody = chosen if isinstance(chosen, NamedNode) else None
    rejects = decision.do == "reject"
    moved = following(replaced, None if rejects else somebody, readings, text) if somebody else []
    touched = set(map(id, moved))
    for reading in readings:
        follows = id(reading) in touched
        yield (
            fallen(reading, decision.why)
            if follows and rejects
            else (replace(reading, status="rejected") if follows else reading)
        )
    for reading in moved if somebody and not rejects else ():
        yield read_anew(reading, NamedNode(chosen.value), decision.why, accepted=decision.do == "accept")


def _changed(decision: Decision, matched: list[Reading], record: Record) -> list[Reading]:
    """The matched readings as decided, and the decision's own reading, which says who decided and when."""
    status = _STATUS[decision.do]
    if decision.do == "correct":
        if not matched and (decision.on.get("quote") or not decision.document):
            return []
        subject = matched[0].subject if matched else NamedNode(decision.full("subject"))
        value = _value(decision.full("predicate"), decision.value)
        revised = matched[0].iri if matched else ""
        own = [_own(decision, subject, value, status, record, revised)]
        return [*(replace(reading, status="rejected") for reading in matched), *own]
    if matched:
        decided = {reading.edge: reading for reading in matched}.values()
        own = [_own(decision, edge.subject, edge.object, status, record) for edge in decided]
        return [*(replace(reading, status=status) for reading in matched), *own]
    return _kept(decision, record) if decision.do == "accept" else []


def _kept(decision: Decision, record: Record) -> list[Reading]:
    """A confirmed edge that no rule reads any more stands while its words are in the paper (model section 7)."""
    quote = str(decision.on.get("quote") or "")
    subject = decision.full("subject")
    if not quote or quote not in record.source.text or subject != DOC + record.source.key:
        return []
    value = _value(decision.full("predicate"), str(decision.on["object"]))
    return [_own(decision, NamedNode(subject), value, "confirmed", record)]


def _own(
    decision: Decision,
    subject: NamedNode,
    value: NamedNode | Literal,
    status: Status,
    record: Record,
    revised: str = "",
) -> Reading:
    predicate = NamedNode(decision.full("predicate"))
    return Reading(
        subject, predicate, value, (), "catalogue", RULE, "1", DOC + record.source.key, "", status, decision.iri,
        reason=decision.why, revision_of=revised,
    )  # fmt: skip


def _value(predicate: str, value: str) -> NamedNode | Literal:
    """A decided value as the predicate's term: a date for ``…On``, an IRI, or a string."""
    if predicate.endswith("On") and "://" not in value and not value.startswith("date:"):
        return NamedNode(date_iri(value))
    try:
        return NamedNode(expand(value))
    except (KeyError, ValueError):
        return Literal(_unquoted(value))


def loose_parts(readings: Iterable[Reading], document: str) -> frozenset[str]:
    """Parts of a document (claims, cited papers, gaps) that no edge names any more: what named them was rejected."""
    named: dict[str, bool] = {}
    for reading in readings:
        part = reading.object.value
        if part.startswith(f"{document}/") and (reading.supports or reading.status == "rejected"):
            named[part] = named.get(part, False) or reading.supports
    return frozenset(part for part, stands in named.items() if not stands)


def _without_loose(readings: tuple[Reading, ...], document: str) -> tuple[Reading, ...]:
    """What is said of a part falls with the part: a claim that is rejected asks for nothing, and has no topic."""
    while loose := loose_parts(readings, document):
        fallen = tuple(
            replace(reading, status="rejected") if reading.supports and reading.subject.value in loose else reading
            for reading in readings
        )
        if fallen == readings:
            break
        readings = fallen
    return readings


def _without_shadowed(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """A candidate or rejected reading never stands beside its asserted edge (model section 4, rule 1).

    A rejection wins over other machine readings of the same edge: they become rejected too.
    """
    decided = {reading.edge for reading in readings if reading.status in ("confirmed", "corrected")}
    rejected = {reading.edge for reading in readings if reading.status == "rejected"} - decided
    kept = [
        replace(reading, status="rejected")
        if reading.edge in rejected and reading.status in (None, "candidate")
        else reading
        for reading in readings
    ]
    standing = {reading.edge for reading in kept if reading.supports}
    return tuple(reading for reading in kept if reading.supports or reading.edge not in standing)

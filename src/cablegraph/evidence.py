"""The one home of evidence: spans, rules, passages and readings, and their form in RDF (model section 4)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import field
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode

from cablegraph.frozen import dataclass
from cablegraph.iri import CG, DCTERMS, DECISION, KIND, LAYER, OA, PROV, RDF, RDFS, RICO, RULE, XSD

Layer = Literal["transcript", "editorial", "catalogue", "boilerplate"]
LAYERS: Final[tuple[Layer, ...]] = ("transcript", "editorial", "catalogue", "boilerplate")
"""From the author outwards: a span has the layer furthest from the author that it touches."""

Status = Literal["candidate", "rejected", "confirmed", "corrected"]
Term = NamedNode | RdfLiteral


class Span(NamedTuple):
    """A stretch of a text: half-open, in Unicode code points of the NFC text (RFC 5147 positions)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that reads words: its name (``wilson-center.sender``), version and ordinal certainty (0..1, text form)."""

    name: str
    version: str = "1"
    certainty: str = field(default="1", compare=False)

    @property
    def iri(self) -> str:
        """``rule:wilson-center.sender``; never with a version, so an unchanged rule keeps its readings' IRIs."""
        return RULE + self.name


CANDIDATE_BELOW: Final = 0.7
"""A passage less certain than this supports no edge: its reading is a candidate."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that a name may be: its IRI, a score (0..1) and the reason in words."""

    iri: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A value and the words it was read from; made by `SourceText.cite`, never by hand.

    ``text`` is the value as read (``3777``, ``Stalin``); ``spans`` the words (``CIPHERED TELEGRAM No. 3777``), all of
    one layer unless the value needs both. ``entity`` says what sort of thing a name names: person, position, group,
    body, place, event, or nothing. ``iri`` and ``candidates`` are filled by linking.
    """

    text: str
    spans: tuple[Span, ...]
    layer: Layer
    rule: Rule
    certainty: str = "1"
    entity: str = ""
    iri: str = ""
    candidates: tuple[Candidate, ...] = ()
    basis: str = ""
    """``inferred`` when context completes the words, ``stamp`` for a registry's date; else empty."""
    as_of: str = ""
    """EDTF date at which an edge about the world is evidenced."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One act of reading: one rule, some words, one edge. There is no edge without one.

    ``document`` is the IRI of the outermost held document whose text the spans cite; ``text`` the IRI of that text.
    A decision's reading has ``decision`` (an IRI) in place of spans.
    """

    subject: NamedNode
    predicate: NamedNode
    object: Term
    spans: tuple[Span, ...]
    layer: Layer
    rule: Rule
    certainty: str
    document: str
    text: str
    status: Status | None = None
    decision: str = ""
    basis: str = ""
    as_of: str = ""
    reason: str = ""
    revision_of: str = ""

    @property
    def edge(self) -> str:
        """The edge as an N-Triples line, without the line's end."""
        return f"{written(self.subject)} {written(self.predicate)} {written(self.object)} ."

    @property
    def supports(self) -> bool:
        """Whether the edge stands because of this reading."""
        return self.status not in ("candidate", "rejected")

    @property
    def evidence(self) -> tuple[str, ...]:
        """IRIs of the evidence, sorted: spans, or one decision."""
        if self.decision:
            return (self.decision,)
        if len(self.spans) == 1:
            return (span_iri(self.text, self.spans[0]),)
        return tuple(sorted(span_iri(self.text, span) for span in self.spans))

    @property
    def iri(self) -> str:
        """Minted from rule, evidence and edge: rebuilds are idempotent (model section 4, rule 6)."""
        return _reading_iri(self, self.evidence, self.edge)


def span_iri(text: str, span: Span) -> str:
    """``{text}#char=94,120`` (RFC 5147)."""
    return f"{text}#char={span.start},{span.end}"


@lru_cache(maxsize=4096)
def decimal_form(certainty: str) -> str:
    """Canonical xsd:decimal: ``1.0`` to ``1``, ``0.970`` to ``0.97``."""
    return certainty.rstrip("0").rstrip(".") if "." in certainty else certainty


def quoted(text: str) -> str:
    """A string as an N-Triples literal body: the one escaping function of everything written."""
    if '"' in text or "\\" in text or "\n" in text or "\r" in text:
        text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{text}"'


_TYPE: Final = f"<{RDF}type>"
_INTEGER: Final = f"^^<{XSD}integer>"
_DECIMAL: Final = f"^^<{XSD}decimal>"


@lru_cache(maxsize=65536)
def written(term: Term) -> str:
    """A term as N-Triples writes it; predicates and well-known things are written once."""
    return str(term)


def reading_lines(reading: Reading) -> list[str]:
    """N-Triples lines of a reading, with its edge if the edge stands.

    Span nodes are written apart by `span_lines`, since readings share them.
    """
    edge, lines = edge_and_lines(reading)
    return [edge, *lines] if reading.supports else lines


CANDIDATE: Final = f" <{CG}status> <{KIND}candidate> .".encode()
"""How the line ends that makes a reading a candidate."""
_SUBJECT: Final = f" <{RDF}subject> "
_OBJECT: Final = f" <{RDF}object> "
_IS_READING: Final = f" {_TYPE} <{CG}Reading> ."
_EVIDENCE: Final = f" <{CG}evidence> <"
_BY: Final = f" <{RICO}isEvidencedBy> <"


def edge_and_lines(reading: Reading) -> tuple[str, list[str]]:
    """The edge's line and, sorted, the lines of the reading node."""
    subject, predicate, target = written(reading.subject), written(reading.predicate), written(reading.object)
    edge = f"{subject} {predicate} {target} ."
    evidence = reading.evidence
    node = f"<{_reading_iri(reading, evidence, edge)}>"
    lines = [
        f"{node}{_OBJECT}{target} .",
        node + _predicate_line(predicate),
        f"{node}{_SUBJECT}{subject} .",
        node + _IS_READING,
    ]
    if reading.reason:
        lines.append(f"{node} <{RDFS}comment> {quoted(reading.reason)} .")
    if reading.revision_of:
        lines.append(f"{node} <{PROV}wasRevisionOf> <{reading.revision_of}> .")
    if reading.as_of:
        lines.append(f"{node} <{CG}asOf> <{reading.as_of}> .")
    if reading.basis:
        lines.append(f"{node} <{CG}basis> <{KIND}{reading.basis}> .")
    for one in evidence:
        lines.append(f"{node}{_EVIDENCE}{one}> .")
    lines.append(node + _rule_line(reading.rule.name))
    if reading.status:
        lines.append(f"{node} <{CG}status> <{KIND}{reading.status}> .")
    if reading.document and not reading.decision:
        lines.append(f"{node}{_BY}{reading.document}> .")
    lines.append(node + _certainty_line(reading.certainty))
    return edge, lines


@lru_cache(maxsize=4096)
def _predicate_line(predicate: str) -> str:
    return f" <{RDF}predicate> {predicate} ."


@lru_cache(maxsize=4096)
def _rule_line(name: str) -> str:
    return f" <{CG}rule> <{RULE}{name}> ."


@lru_cache(maxsize=4096)
def _certainty_line(certainty: str) -> str:
    return f' <{RICO}relationCertainty> "{decimal_form(certainty)}"{_DECIMAL} .'


def _reading_iri(reading: Reading, evidence: tuple[str, ...], edge: str) -> str:
    if len(evidence) == 1:
        lines = f"{RULE}{reading.rule.name}\n{evidence[0]}\n{edge}"
    else:
        lines = "\n".join((reading.rule.iri, *evidence, edge))
    digest = hashlib.sha256(lines.encode()).hexdigest()[:16]
    return f"{reading.decision or reading.document}/r/{digest}"


_EXACT: Final = f"<{OA}exact>"
_START: Final = f"<{OA}start>"
_STOP: Final = f"<{OA}end>"
_SOURCE: Final = f"<{OA}hasSource>"
_LAYER: Final = f"<{CG}layer> <{LAYER}"


def span_lines(text_iri: str, span: Span, words: str, layer: Layer) -> tuple[str, ...]:
    """N-Triples lines of a span node, sorted (Web Annotation selectors, RFC 5147 IRI)."""
    start, end = span
    node = f"<{text_iri}#char={start},{end}>"
    return (
        f'{node} {_STOP} "{end}"{_INTEGER} .',
        f"{node} {_EXACT} {quoted(words)} .",
        f"{node} {_SOURCE} <{text_iri}> .",
        f'{node} {_START} "{start}"{_INTEGER} .',
        f"{node} {_LAYER}{layer}> .",
    )


def rule_lines(rules: Iterable[Rule]) -> Iterator[str]:
    """N-Triples lines of rule nodes: their versions stand here, not in any IRI."""
    for name, version in sorted({(rule.name, rule.version) for rule in rules}):
        yield from _rule_lines(name, version)


@lru_cache(maxsize=4096)
def _rule_lines(name: str, version: str) -> tuple[str, ...]:
    node = f"<{RULE}{name}>"
    return (
        f"{node} {_TYPE} <{CG}Rule> .",
        f"{node} <{RDFS}label> {quoted(name)} .",
        f"{node} <{DCTERMS}hasVersion> {quoted(version)} .",
    )


def decision_iri(line: str) -> str:
    """IRI of a decision: the hash of its line in the decisions file."""
    return f"{DECISION}{hashlib.sha256(line.encode()).hexdigest()[:16]}"

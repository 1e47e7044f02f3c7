"""Readings as RDF: the sorted N-Triples lines of one document, with text, spans, dates and rules.

``date:1951-06-24`` gets its bounds here: what a date node says
of itself follows from its EDTF value, so it needs no words.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain

from cablegraph import dates
from cablegraph.evidence import Span, edge_and_lines, quoted, rule_lines, span_lines, written
from cablegraph.iri import CG, DATE, DCTERMS, DOC, EDTF_DATATYPE, KIND, RDF, RDFS, RICO, XSD, edtf_of
from cablegraph.mapping.interpret import Mapped
from cablegraph.record import Record, SourceText

_TYPE = f"<{RDF}type>"


def lines(mapped: Mapped, record: Record) -> list[str]:
    """All N-Triples lines of a document, sorted and unique, without line ends."""
    source = record.source
    document = DOC + source.key
    text = f"{document}/text/{source.sha256[:8]}"
    edges = {*mapped.types, *text_lines(source)}
    nodes: list[list[str]] = []
    spans: set[Span] = set()
    dates_used: set[str] = set()
    for reading in mapped.readings:
        edge, own = edge_and_lines(reading)
        nodes.append(own)
        if reading.supports:
            edges.add(edge)
        if not reading.decision:
            spans.update(reading.spans)
        if reading.as_of:
            dates_used.add(reading.as_of)
        target = written(reading.object)
        if target.startswith(_DATE_NODE):
            dates_used.add(target[1:-1])
    # In stretches that are sorted already, which the sort at the end has only to merge.
    nodes.sort()
    found = sorted(edges)
    found += chain.from_iterable(nodes)
    found += chain.from_iterable(
        sorted(
            span_lines(text, span, source.text[span.start : span.end], source.layer_of(span.start, span.end))
            for span in spans
        )
    )
    for iri in sorted(dates_used):
        found += date_lines(iri)
    found += rule_lines(reading.rule for reading in mapped.readings)
    found.sort()
    return [line for line, before in zip(found, ("", *found), strict=False) if line != before]


_DATE_NODE = f"<{DATE}"


def text_lines(source: SourceText) -> tuple[str, ...]:
    """The text node: its hash and length, the file's path inside the corpus, its language."""
    document = f"<{DOC}{source.key}>"
    text = f"<{DOC}{source.key}/text/{source.sha256[:8]}>"
    found = (
        f"{document} <{CG}sourceText> {text} .",
        f"{text} {_TYPE} <{CG}SourceText> .",
        f'{text} <{CG}sha256> "{source.sha256}" .',
        f'{text} <{CG}length> "{len(source.text)}"^^<{XSD}integer> .',
        f"{text} <{RDFS}label> {quoted(source.path)} .",
    )
    return (*found, f"{text} <{DCTERMS}language> {quoted(source.language)} .") if source.language else found


@lru_cache(maxsize=65536)
def date_lines(iri: str) -> tuple[str, ...]:
    """A date node: its EDTF value, its bounds, its precision; what is not known is left out."""
    edtf = edtf_of(iri)
    node = f"<{iri}>"
    found = [
        f"{node} {_TYPE} <{RICO}Date> .",
        f"{node} <{RICO}normalizedDateValue> {quoted(edtf)}^^<{EDTF_DATATYPE}> .",
        f"{node} <{RDFS}label> {quoted(edtf)} .",
    ]
    bounds = dates.bounds(edtf)
    if bounds.earliest:
        found.append(f"{node} <{CG}earliest> {quoted(str(bounds.earliest))}^^<{XSD}date> .")
    if bounds.latest:
        found.append(f"{node} <{CG}latest> {quoted(str(bounds.latest))}^^<{XSD}date> .")
    if bounds.precision:
        found.append(f"{node} <{CG}datePrecision> <{KIND}{bounds.precision}> .")
    return tuple(found)

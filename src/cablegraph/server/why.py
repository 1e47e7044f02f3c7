"""The words behind an edge: ``/why?s=doc:wilson-ct3777&p=rico:hasSender&o=agent:stalin`` as a page and as JSON."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pyoxigraph import Literal, NamedNode

from cablegraph.iri import CG, DCTERMS, DOC, KIND, LAYER, OA, PROV, RDF, RDFS, RICO, RULE
from cablegraph.server.door import Door
from cablegraph.server.pages_graph import Row, Term, ask_rows, ask_yes
from cablegraph.store import texts

CONTEXT = 32
"""Characters before and after a quotation."""
MOST = 500
"""Statements in one request."""
SIZE = 100
"""Readings that are told at once: the name of an office has one in every paper that names it."""


@dataclass(frozen=True, slots=True)
class Statement:
    """An edge that is asked about."""

    subject: NamedNode
    predicate: NamedNode
    object: NamedNode | Literal


async def why(
    door: Door, statement: Statement, around: int = CONTEXT, *, size: int = SIZE, at: int = 1
) -> dict[str, Any]:
    """The answer of product section 3.2: whether the edge stands, how many readings it has, and these with their words.

    ``around`` is how many characters before and after a quotation are given; ``size`` readings from page ``at`` on.
    """
    edge: dict[str, NamedNode | Literal] = {
        "subject": statement.subject,
        "predicate": statement.predicate,
        "object": statement.object,
    }
    every = sorted(row["node"].value for row in await ask_rows(door, "readings-of-edge", **edge))
    rows = await _rows(door, [NamedNode(iri) for iri in every[(at - 1) * size : at * size]])
    asserted = await ask_yes(door, "edge", **edge)
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["reading"].value, []).append(row)
    kept = await _texts(door, rows)
    readings = [_reading(iri, own, kept, around) for iri, own in found.items()]
    readings.sort(key=lambda item: (item["document"] or "", item["spans"][0]["start"] if item["spans"] else -1))
    value = statement.object
    shown = value.value if isinstance(value, NamedNode) else str(value)
    said = {"s": statement.subject.value, "p": statement.predicate.value, "o": shown}
    return {"ok": True, "asserted": asserted, "statement": said, "readings": readings, "total": len(every)}


async def _rows(door: Door, readings: Sequence[NamedNode]) -> list[Row]:
    """A row for each reading and piece of evidence. Plain joins: an OPTIONAL would scan every span of the store."""
    if not readings:
        return []
    nodes: dict[str, dict[str, list[Term]]] = {}
    answers = [await ask_rows(door, "about-readings", readings=readings)]
    for link in (CG + "evidence", CG + "rule"):
        answers.append(await ask_rows(door, "evidence-of-readings", link=NamedNode(link), readings=readings))
    for row in (row for answer in answers for row in answer):
        values = nodes.setdefault(row["node"].value, {}).setdefault(row["name"].value, [])
        if row["value"] not in values:
            values.append(row["value"])
    rows = []
    for iri, facts in nodes.items():
        if RDF + "predicate" not in facts:
            continue
        own = {"reading": Term(iri, True)} | {name: facts[p][0] for name, p in _OF_READING.items() if p in facts}
        rule = nodes.get(own["rule"].value, {})
        own |= {"version": rule[DCTERMS + "hasVersion"][0]} if DCTERMS + "hasVersion" in rule else {}
        for evidence in facts[CG + "evidence"]:
            behind = nodes.get(evidence.value, {})
            rows.append(own | {name: behind[p][0] for name, p in _OF_EVIDENCE.items() if p in behind})
    return rows


_OF_READING = {"document": RICO + "isEvidencedBy", "rule": CG + "rule", "certainty": RICO + "relationCertainty",
               "status": CG + "status", "basis": CG + "basis", "reason": RDFS + "comment"}  # fmt: skip
_OF_EVIDENCE = {"words": OA + "exact", "start": OA + "start", "end": OA + "end", "layer": CG + "layer",
                "decision_label": RDFS + "label", "decided_by": PROV + "wasAttributedTo",
                "decided_at": PROV + "endedAtTime"}  # fmt: skip


async def _texts(door: Door, rows: list[Row]) -> Mapping[str, str]:
    if not door.text_published:
        return {}
    keys = {_key(row["document"].value) for row in rows if "document" in row}
    path = door.path / "texts.sqlite"
    found = await asyncio.gather(*(asyncio.to_thread(texts.get, path, key) for key in sorted(keys)))
    return {text.key: text.text for text in found if text is not None}


def _key(iri: str) -> str:
    return iri.removeprefix(DOC).partition("/")[0]


def _reading(iri: str, rows: list[Row], kept: Mapping[str, str], around: int) -> dict[str, Any]:
    row = rows[0]

    def value(name: str, prefix: str = "") -> str | None:
        return row[name].value.removeprefix(prefix) if name in row else None

    document = value("document")
    key = _key(document) if document else ""
    quoted = (_span(item, kept.get(key, ""), around) for item in rows if "words" in item)
    spans = sorted(quoted, key=lambda span: span["start"])
    first = spans[0] if spans else None
    return {
        "id": iri,
        "document": document,
        "kind": "text" if spans else "decision",
        "spans": spans,
        "rule": value("rule", RULE),
        "rule_version": value("version"),
        "certainty": float(value("certainty") or 0),
        "status": value("status", KIND) or "machine",
        "basis": value("basis", KIND),
        "decided_by": value("decided_by"),
        "decided_at": value("decided_at"),
        "reason": value("reason") or (value("decision_label") if not spans else None),
        "url": f"/page/doc/{key}?char={first['start']},{first['end']}" if first else None,
    }


def _span(row: Row, text: str, around: int) -> dict[str, Any]:
    start, end = int(row["start"].value), int(row["end"].value)
    return {
        "start": start,
        "end": end,
        "quote": row["words"].value,
        "before": text[max(0, start - around) : start],
        "after": text[end : end + around],
        "layer": row["layer"].value.removeprefix(LAYER),
    }

"""Records for the tests of the mapping: any text, and the seed telegram as its key describes it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from cablegraph.evidence import Layer, Passage, Rule
from cablegraph.iri import expand
from cablegraph.record import Record, SourceText, normalise
from cablegraph.shipped import shipped

KEY = Path(__file__).parents[2] / "data" / "seed-3777-edges.tsv"
SEED = Path("examples/wilson/wilson-ct3777.txt")

DOCUMENT_FIELDS = {
    "rico:hasDocumentaryFormType": "form", "cg:telegramNumber": "number", "cg:registerNumber": "register_number",
    "rico:title": "title", "rico:scopeAndContent": "summary", "rico:conditionsOfUse": "rights",
    "rico:hasSender": "sender", "cg:signedAs": "signature", "rico:hasReceiver": "receiver", "cg:relayedBy": "relay",
    "rico:hasAddressee": "addressee", "cg:sentFrom": "origin", "cg:sentTo": "destination", "cg:sentOn": "date",
    "rico:hasOrHadSubject": "topics", "schema:mentions": "mentions",
}  # fmt: skip
PART_FIELDS = {
    "rico:hasDocumentaryFormType": "form", "rico:hasSender": "sender", "rico:hasAuthor": "author",
    "rico:hasAddressee": "addressee", "cg:sentOn": "date", "rico:hasOrHadSubject": "topics",
    "cg:claimKind": "kind", "cg:claimant": "claimant", "cg:claimTopic": "topic", "cg:quantity": "quantity",
    "cg:bound": "bound", "cg:unit": "unit", "cg:measureOf": "measure_of", "cg:period": "period",
    "cg:duration": "duration",
    "cg:onAuthorityOf": "on_authority_of", "cg:respondsTo": "responds_to", "schema:position": "number",
    "cg:gapReason": "reason", "cg:gapProperty": "property",
}  # fmt: skip
NODES = {"cited": "citations", "promised": "promises", "claim": "claims", "point": "points", "gap": "gaps"}
STARTED_BY = {"cg:cites", "cg:announces", "cg:states", "cg:hasGap", "rico:hasOrHadConstituent"}


def source(text: str, key: str = "paper", layers: tuple[tuple[int, int, Layer], ...] = (), **more: str) -> SourceText:
    """A text, stored as texts are."""
    return SourceText(normalise(text), f"{key}.txt", key, layers=layers, **more)


def words(text: SourceText, quote: str, value: str | None = None, rule: str = "test.rule", **more: str) -> Passage:
    """The passage of these words in a text."""
    start = text.text.index(quote)
    return text.cite((start, start + len(quote)), Rule(rule), value, **more)  # type: ignore[arg-type]


def key_rows() -> Iterator[dict[str, str]]:
    """Rows of the seed's key."""
    with KEY.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def seed_record() -> Record:
    """The seed as reading and linking should give it, made from its key: one passage a row."""
    rows = list(key_rows())
    text = normalise(shipped(*SEED.parts).read_text("utf-8"))
    layers = sorted(
        {(int(row["start"]), int(row["end"]), row["layer"]) for row in rows if row["layer"] != "transcript"}
    )
    flat: list[tuple[int, int, Layer]] = []
    for start, end, layer in layers:
        if not flat or start >= flat[-1][1]:
            flat.append((start, end, layer))  # type: ignore[arg-type]
    seed = source(text, "wilson-ct3777", tuple(flat))
    fields: dict[str, list[Passage]] = {}
    parts: dict[tuple[str, str], dict[str, list[Passage]]] = {}

    def part(kind: str, key: str) -> dict[str, list[Passage]]:
        return parts.setdefault((kind, key), {})

    for row in rows:
        subject, predicate, value = row["subject"], row["predicate"], row["object"]
        passage = _passage(seed, row)
        if predicate in STARTED_BY:
            kind, _, key = value.removeprefix("doc:wilson-ct3777/").partition("/")
            node = part(NODES[kind], key)
            node["start"] = [_passage(seed, row, key.rpartition("-")[2] if kind != "point" else row["start"])]
            if kind == "point":
                node["number"] = [_passage(seed, row, key)]
        elif predicate == "rico:isReplyTo":
            part("citations", value.rpartition("/")[2]).setdefault("answers", []).append(passage)
        elif predicate == "rico:hasOrHadAgentName":
            bearer = _passage(seed, row, "Stalin", iri=expand(subject))
            part("personas", subject).update(
                bearer=[bearer], name=[_passage(seed, row, "Filippov")], kind=[_passage(seed, row, "pseudonym")]
            )
        elif predicate == "rico:occupiesOrOccupied":
            holder = _passage(seed, row, "Malik", iri=expand(subject))
            part("positions", subject).update(holder=[holder], position=[passage])
        elif subject == "doc:wilson-ct3777":
            fields.setdefault(DOCUMENT_FIELDS[predicate], []).append(passage)
        else:
            kind, _, key = subject.removeprefix("doc:wilson-ct3777/").partition("/")
            node = part(NODES[kind], key)
            if predicate != "schema:position":
                node.setdefault(PART_FIELDS[predicate], []).append(passage)
    nested: dict[str, list[Record]] = {}
    for (kind, _), given in parts.items():
        nested.setdefault(kind, []).append(
            Record("wilson-ct3777", seed, {name: tuple(passages) for name, passages in given.items()})
        )
    record = Record("wilson-ct3777", seed, {name: tuple(passages) for name, passages in fields.items()})
    return record.with_parts(**{name: tuple(records) for name, records in nested.items()})


def _passage(seed: SourceText, row: dict[str, str], value: str | None = None, iri: str = "") -> Passage:
    certainty = "0.6" if row["asserted"] == "no" else "1"
    rule = Rule("test." + row["predicate"].partition(":")[2])
    term = row["object"]
    if value is None:
        value = term[1:-1] if term.startswith('"') else term.partition(":")[2]
        if term.startswith("doc:") and "/claim/" in term:
            value = term.rpartition("/")[2]
        if row["predicate"] == "cg:gapProperty":
            value = term
        if term.startswith("date:"):
            value = value.replace("--", "/")
        if row["predicate"] == "cg:signedAs":
            value = "Filippov"
    if term.startswith(("agent:", "place:")) or "/party/" in term:
        iri = iri or expand(term)
    passage = seed.cite((int(row["start"]), int(row["end"])), rule, value, certainty=certainty)
    return replace(passage, iri=iri)

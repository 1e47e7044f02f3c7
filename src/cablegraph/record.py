"""What a paper says, between the stages: its text with layers, its passages by field name, their one JSON form."""

from __future__ import annotations

import hashlib
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import field, replace
from typing import Any

from cablegraph.evidence import LAYERS, Candidate, Layer, Passage, Rule, Span
from cablegraph.frozen import dataclass

_RANK = {layer: rank for rank, layer in enumerate(LAYERS)}


@dataclass(frozen=True, slots=True)
class Line:
    """A labelled stretch of a laid-out text: what the reader knows of it (``title``, ``field:Source``, ``body``).

    ``value`` is the source's own normal form where its markup gives one (``date/@when``, a person's full name).
    Stretches may lie inside each other, as elements do.
    """

    label: str
    start: int
    end: int
    value: str = ""


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text as stored: NFC, LF, with layers and labelled lines. Offsets are code points.

    ``layers`` are sorted, disjoint stretches that are *not* transcript; what lies between them is the author's.
    ``path`` is the file's path inside the corpus, with ``/``. ``family`` names the reader (``wilson-center``),
    ``key`` is the document's key below ``doc:``: the source's own stable id, else the slug of the path.
    """

    text: str
    path: str = ""
    key: str = ""
    family: str = "plain-text"
    layers: tuple[tuple[int, int, Layer], ...] = ()
    lines: tuple[Line, ...] = ()
    language: str = ""
    sha256: str = ""
    _starts: tuple[int, ...] = field(default=(), repr=False, compare=False)
    _labels: frozenset[str] = field(default=frozenset(), repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.sha256:
            object.__setattr__(self, "sha256", hashlib.sha256(self.text.encode()).hexdigest())
        object.__setattr__(self, "_starts", tuple([start for start, _, _ in self.layers]))
        object.__setattr__(self, "_labels", frozenset([line.label for line in self.lines]))

    def layer_of(self, start: int, end: int) -> Layer:
        """The layer furthest from the author that the stretch touches (model section 4, rule 3)."""
        found: Layer = "transcript"
        if not self.layers:
            return found
        layers, starts = self.layers, self._starts
        place = bisect_right(starts, start)
        if (place == len(starts) or starts[place] >= end) and (not place or layers[place - 1][1] <= start):
            return found  # between two layers, as nearly all words are
        for index in range(max(place - 1, 0), len(layers)):
            first, last, layer = layers[index]
            if first >= end:
                break
            if last > start and _RANK[layer] > _RANK[found]:
                found = layer
        return found

    def cite(
        self,
        spans: Span | tuple[int, int] | Iterable[tuple[int, int]],
        rule: Rule,
        text: str | None = None,
        *,
        certainty: str | None = None,
        entity: str = "",
        basis: str = "",
    ) -> Passage:
        """Words of this text as a passage. ``text`` is the value read from them; without it, the words themselves.

        Raises ValueError for an empty stretch or one outside the text.
        """
        if isinstance(spans, tuple) and spans and isinstance(spans[0], int):
            return self._cite_one(spans[0], spans[1], rule, text, certainty, entity, basis)
        pairs: Iterable[tuple[int, int]] = spans  # type: ignore[assignment]
        cited = tuple(sorted({Span(start, end) for start, end in pairs}))
        if len(cited) == 1:
            return self._cite_one(*cited[0], rule, text, certainty, entity, basis)
        if not cited:
            raise ValueError("a passage needs words")
        layer: Layer = "transcript"
        for start, end in cited:
            if not 0 <= start < end <= len(self.text):
                raise ValueError(f"span {start},{end} does not lie in a text of {len(self.text)} characters")
            own = self.layer_of(start, end)
            layer = own if _RANK[own] > _RANK[layer] else layer
        value = text if text is not None else " ".join(self.text[start:end] for start, end in cited)
        return Passage(value, cited, layer, rule, certainty or rule.certainty, entity, basis=basis)

    def _cite_one(
        self, start: int, end: int, rule: Rule, text: str | None, certainty: str | None, entity: str, basis: str
    ) -> Passage:
        """One stretch, which nearly every passage is: no set, no sorting."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"span {start},{end} does not lie in a text of {len(self.text)} characters")
        value = self.text[start:end] if text is None else text
        cited = (Span(start, end),)
        layer = self.layer_of(start, end)
        return Passage(value, cited, layer, rule, certainty or rule.certainty, entity, "", (), basis)

    def quote(self, span: Span) -> str:
        """The words of a span."""
        return self.text[span.start : span.end]

    def labelled(self, *labels: str) -> Iterator[Line]:
        """The lines that carry one of these labels, in order."""
        if self._labels.isdisjoint(labels):
            return iter(())
        return (line for line in self.lines if line.label in labels)


@dataclass(frozen=True, slots=True)
class Record:
    """A document, or a part of one that has an IRI of its own (enclosed message, citation, claim, point, gap, copy).

    ``id`` is the path below ``doc:`` of the *document* the part belongs to (``wilson-ct3777``, or for an enclosed
    message ``wilson-ct3777/enclosed/224``); a part's own IRI is the mapping's to make, from ``id``
    and ``start``.
    ``fields`` hold passages by name, ``parts`` nested records by name. ``source`` is shared by all parts of one text.
    """

    id: str
    source: SourceText = field(repr=False)
    fields: Mapping[str, tuple[Passage, ...]] = field(default_factory=dict)
    parts: Mapping[str, tuple[Record, ...]] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    def first(self, name: str) -> Passage | None:
        """The first passage of a field, or None."""
        passages = self.fields.get(name)
        return passages[0] if passages else None

    def text_of(self, name: str) -> str:
        """The value of a field's first passage, or the empty string."""
        passage = self.first(name)
        return passage.text if passage else ""

    def with_fields(self, **fields: Iterable[Passage]) -> Record:
        """A record with these fields in place of its own of the same names; empty ones are dropped."""
        merged = {**self.fields, **{name: tuple(passages) for name, passages in fields.items()}}
        kept = {name: passages for name, passages in merged.items() if passages}
        return Record(self.id, self.source, kept, self.parts, self.warnings)

    def with_parts(self, **parts: Iterable[Record]) -> Record:
        """A record with these parts in place of its own of the same names; empty ones are dropped."""
        merged = {**self.parts, **{name: tuple(records) for name, records in parts.items()}}
        kept = {name: records for name, records in merged.items() if records}
        return Record(self.id, self.source, self.fields, kept, self.warnings)

    def walk(self) -> Iterator[Record]:
        """This record and every part below it, depth first."""
        yield self
        for records in self.parts.values():
            for record in records:
                yield from record.walk()

    def map_passages(self, change: Callable[[str, Passage], Passage], names: Container[str] | None = None) -> Record:
        """A record, parts included, in which each passage is what ``change(field name, passage)`` gives.

        With ``names``, the passages of all other fields stay as they are.
        """
        fields = {
            name: tuple([change(name, passage) for passage in passages]) if names is None or name in names else passages
            for name, passages in self.fields.items()
        }
        parts = {
            name: tuple([record.map_passages(change, names) for record in records])
            for name, records in self.parts.items()
        }
        return Record(self.id, self.source, fields, parts, self.warnings)


def normalise(text: str) -> str:
    """The form in which a text is stored: no BOM, LF line ends, NFC."""
    text = text.removeprefix("﻿")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def passage_to_json(passage: Passage, source: SourceText) -> dict[str, Any]:
    """A spanned string; the words are repeated for people."""
    form: dict[str, Any] = {
        "text": passage.text,
        "spans": [{"start": start, "end": end, "quote": source.text[start:end]} for start, end in passage.spans],
        "layer": passage.layer,
        "rule": passage.rule.name,
        "version": passage.rule.version,
        "certainty": passage.certainty,
    }
    for name in ("entity", "iri", "basis", "as_of"):
        if value := getattr(passage, name):
            form[name] = value
    if passage.candidates:
        form["candidates"] = [{"iri": c.iri, "score": c.score, "reason": c.reason} for c in passage.candidates]
    return form


def to_json(record: Record, *, with_source: bool = True) -> dict[str, Any]:
    """The one JSON form: fields and parts side by side by name, the text under ``source`` of the outermost record."""
    form: dict[str, Any] = {"id": record.id}
    if with_source:
        source = record.source
        form["source"] = {
            "path": source.path,
            "key": source.key,
            "family": source.family,
            "sha256": source.sha256,
            "language": source.language,
            "text": source.text,
            "layers": [list(layer) for layer in source.layers],
            "lines": [[line.label, line.start, line.end, line.value] for line in source.lines],
        }
    for name, passages in record.fields.items():
        form[name] = [passage_to_json(passage, record.source) for passage in passages]
    for name, records in record.parts.items():
        form[name] = [to_json(part, with_source=False) for part in records]
    if record.warnings:
        form["warnings"] = list(record.warnings)
    return form


def from_json(form: Mapping[str, Any], source: SourceText | None = None) -> Record:
    """The record that `to_json` wrote. Raises KeyError or ValueError where the form is not whole."""
    if source is None:
        given = form["source"]
        source = SourceText(
            given["text"],
            given["path"],
            given["key"],
            given["family"],
            tuple((start, end, layer) for start, end, layer in given["layers"]),
            tuple(Line(*line) for line in given["lines"]),
            given["language"],
        )
    fields: dict[str, tuple[Passage, ...]] = {}
    parts: dict[str, tuple[Record, ...]] = {}
    for name, items in form.items():
        if name in ("id", "source", "warnings") or not items:
            continue
        if "spans" in items[0]:
            fields[name] = tuple(_passage_from_json(item, source) for item in items)
        else:
            parts[name] = tuple(from_json(item, source) for item in items)
    return Record(form["id"], source, fields, parts, tuple(form.get("warnings", ())))


def _passage_from_json(form: Mapping[str, Any], source: SourceText) -> Passage:
    spans = tuple((span["start"], span["end"]) for span in form["spans"])
    rule = Rule(form["rule"], form["version"])
    cited = source.cite(spans, rule, form["text"], certainty=form["certainty"], entity=form.get("entity", ""))
    return replace(
        cited,
        iri=form.get("iri", ""),
        basis=form.get("basis", ""),
        as_of=form.get("as_of", ""),
        candidates=tuple(Candidate(**candidate) for candidate in form.get("candidates", ())),
    )

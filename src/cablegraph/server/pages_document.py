"""A paper as its page shows it: text cut at every border of a passage, facts by heading, each with its words.

``FILIPPOV [Stalin]`` of the telegram 3777 is two pieces: the first bears a signature; both, a sender.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from urllib.parse import quote, urlencode

from cablegraph.iri import CG, DOC, KIND, LAYER, RICO, RULE, SCHEMA, WD, XSD, shorten
from cablegraph.server import pages_words
from cablegraph.server.pages_graph import Row, Term
from cablegraph.server.reading_room import Catalogue, page_of
from cablegraph.store.texts import StoredText

UNKNOWN = "\u00b7"
"""Stands for a character that is not shown."""
_GAP = re.compile(f"{UNKNOWN}{{3,}}")
LONG = 160
"""A passage longer than this is a whole sentence or paragraph: its underline is faint, shorter ones lie over it."""
CONTROLS = {
    "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO", "\u2066": "LRI",
    "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI", "\u200e": "LRM", "\u200f": "RLM", "\u061c": "ALM",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """A passage that a reading rests on."""

    start: int
    end: int
    layer: str
    quote: str

    @property
    def place(self) -> str:
        """``42,59``: its RFC 5147 positions."""
        return f"{self.start},{self.end}"


@dataclass(frozen=True, slots=True)
class ReadingView:
    """One reading of a fact: rule, certainty, status, passages."""

    iri: str
    rule: str
    version: str
    certainty: str
    status: str
    basis: str
    reason: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """An edge with its readings. ``number`` is its place on the page, for marks and print."""

    number: int
    subject: str
    predicate: str
    object: Term
    label: str
    value: str
    url: str
    status: str
    readings: tuple[ReadingView, ...]
    children: tuple[Fact, ...] = ()

    @property
    def asserted(self) -> bool:
        """Whether the edge stands."""
        return self.status not in ("candidate", "rejected")

    @property
    def words(self) -> tuple[Words, ...]:
        """All passages, each once, in the order of the text."""
        return tuple(sorted({item for reading in self.readings for item in reading.words}, key=lambda w: w.start))

    @property
    def why(self) -> str:
        """The address of the page that shows the words behind it."""
        return why_url(self.subject, self.predicate, self.object)

    @property
    def inferred(self) -> bool:
        """Whether context completed the words."""
        return any(reading.basis == "inferred" for reading in self.readings)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text between two borders; ``passages`` are the numbers of those that cover it, shortest first.

    ``notes`` are the numbers of the facts whose words end here, for print.
    """

    start: int
    end: int
    text: str
    layer: str
    passages: tuple[int, ...]
    anchors: tuple[str, ...]
    long: bool
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """Pieces of whole lines that one layer speaks."""

    layer: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of the page and the numbers of the facts that rest on it."""

    start: int
    end: int
    layer: str
    quote: str
    facts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """Everything the page of a paper needs."""

    iri: str
    facts: tuple[Fact, ...]
    groups: tuple[tuple[str, tuple[Fact, ...]], ...]
    passages: tuple[Passage, ...]
    blocks: tuple[Block, ...] = field(repr=False, default=())
    text: str = field(repr=False, default="")

    def words(self, start: int, end: int) -> str:
        """What stands between two places, as far as it is shown."""
        return _GAP.sub(" … ", self.text[start:end]).strip()

    def of(self, *predicates: str) -> list[Fact]:
        """Asserted facts of the paper itself with these properties."""
        return [f for f in self.facts if f.subject == self.iri and f.predicate in predicates and f.asserted]


def why_url(subject: str, predicate: str, value: Term) -> str:
    """``/why?s=doc:wilson-ct3777&p=rico:hasSender&o=agent:stalin``."""
    shown = shorten(value.value) if value.is_iri else value.turtle
    return "/why?" + urlencode({"s": shorten(subject), "p": shorten(predicate), "o": shown}, safe=":", quote_via=quote)


def view(
    iri: str,
    rows: Sequence[Row],
    text: StoredText | None,
    catalogue: Catalogue,
    marked: tuple[int, int] | None = None,
    known: Sequence[Row] = (),
) -> DocumentView:
    """The page of a document from its readings, its text and the catalogue.

    ``marked`` is a stretch that a reader asks for; the text is cut there too, and the stretch has an anchor. ``known``
    are the words to show, with their places, where the text itself is not kept or not published.
    """
    words = text.text if text else _known_words(known)
    facts = tuple(_facts(rows, words, catalogue))
    passages = _passages(facts, words)
    tree = _tree(iri, facts)
    names = pages_words.words()["groups"]
    groups = tuple((title, tree[name]) for name, title in names.items() if tree.get(name))
    layers = text.layers if text else tuple((p.start, p.end, p.layer) for p in passages if p.layer != "transcript")
    blocks = tuple(_blocks(words, layers, passages, marked))
    return DocumentView(iri, facts, groups, passages, blocks if text else tuple(map(_shortened, blocks)), words)


def _known_words(rows: Sequence[Row]) -> str:
    """The quoted stretches in their places, dots between."""
    length = max((int(row["end"].value) for row in rows), default=0)
    known = [UNKNOWN] * length
    for row in rows:
        known[int(row["start"].value) : int(row["end"].value)] = list(row["words"].value)
    return "".join(known)


def _shortened(block: Block) -> Block:
    """A block in which what is not shown is three dots, however long it is."""
    pieces = (replace(p, text=" … ") if p.text and not p.text.strip(UNKNOWN) else p for p in block.pieces)
    return replace(block, pieces=tuple(pieces))


def _facts(rows: Sequence[Row], text: str, catalogue: Catalogue) -> Iterator[Fact]:
    edges: dict[tuple[str, str, Term], dict[str, list[Row]]] = {}
    for row in rows:
        edge = (row["subject"].value, row["predicate"].value, row["object"])
        edges.setdefault(edge, {}).setdefault(row["reading"].value, []).append(row)
    ordered = sorted(edges.items(), key=lambda item: (_first(item[1]), pages_words.order(item[0][1]), item[0][2].value))
    for number, ((subject, predicate, value), readings) in enumerate(ordered, 1):
        views = tuple(_reading(reading, found, text) for reading, found in sorted(readings.items()))
        yield Fact(
            number,
            subject,
            predicate,
            value,
            pages_words.predicate(predicate),
            value_label(value, catalogue, predicate),
            _url(value),
            _status(views),
            tuple(sorted(views, key=lambda item: item.words[0].start if item.words else -1)),
        )


def _first(readings: dict[str, list[Row]]) -> int:
    return min(int(row["start"].value) for rows in readings.values() for row in rows)


def _reading(iri: str, rows: list[Row], text: str) -> ReadingView:
    places = sorted({(int(r["start"].value), int(r["end"].value), r["layer"].value) for r in rows})
    words = tuple(Words(start, end, layer.removeprefix(LAYER), text[start:end]) for start, end, layer in places)
    row = rows[0]

    def value(name: str, prefix: str = "") -> str:
        return row[name].value.removeprefix(prefix) if name in row else ""

    return ReadingView(
        iri,
        value("rule", RULE),
        value("version"),
        value("certainty"),
        value("status", KIND) or "machine",
        value("basis", KIND),
        value("reason"),
        words,
    )


def _status(readings: Iterable[ReadingView]) -> str:
    """The strongest status of an edge's readings."""
    found = {reading.status for reading in readings}
    return next(name for name in ("corrected", "confirmed", "machine", "rejected", "candidate") if name in found)


def value_label(value: Term, catalogue: Catalogue, predicate: str = "") -> str:
    """The plain name of an object: a label, a date, a property's words, or the literal as it is."""
    if not value.is_iri:
        return pages_words.duration(value.value) if value.datatype == XSD + "duration" else value.value
    if value.value in catalogue.dates:
        return catalogue.dates[value.value].label
    if predicate == CG + "gapProperty":
        return str(pages_words.words()["missing"].get(shorten(value.value), pages_words.predicate(value.value)))
    if value.value.startswith(WD):
        return value.value.removeprefix(WD)
    if value.value.startswith(DOC):
        return part_label(value.value, catalogue)
    return catalogue.label(value.value)


def part_label(iri: str, catalogue: Catalogue) -> str:
    """What a paper or a part of one is called."""
    if iri in catalogue.by_iri:
        card = catalogue.by_iri[iri]
        return card.title or (f"No. {card.number}" if card.number else card.key)
    if iri in catalogue.labels:
        return catalogue.labels[iri]
    _, _, part = iri.removeprefix(DOC).partition("/")
    kind, _, key = part.partition("/")
    names = {"cited": "a paper cited", "promised": "a paper promised", "gap": "an omission", "copy": "a copy",
             "enclosed": "a message inside", "point": f"point {key}"}  # fmt: skip
    if kind == "claim":
        return key.partition("-")[0]
    return names.get(kind, key.replace("-", " ") or iri)


def _url(value: Term) -> str:
    if not value.is_iri or value.value.startswith((CG, RICO, SCHEMA, WD)):
        return ""
    return page_of(value.value)


def _passages(facts: Sequence[Fact], text: str) -> tuple[Passage, ...]:
    found: dict[tuple[int, int, str], list[int]] = {}
    for fact in facts:
        for words in fact.words:
            found.setdefault((words.start, words.end, words.layer), []).append(fact.number)
    ordered = sorted(found.items(), key=lambda item: (item[0][0], -item[0][1]))
    return tuple(Passage(*place, text[place[0] : place[1]], tuple(numbers)) for place, numbers in ordered)


def _tree(iri: str, facts: Sequence[Fact]) -> dict[str, tuple[Fact, ...]]:
    """Facts of the paper by heading, facts of its parts below the fact that names the part."""
    by_subject: dict[str, list[Fact]] = {}
    for fact in facts:
        by_subject.setdefault(fact.subject, []).append(fact)
    placed: set[str] = {iri}

    def nested(fact: Fact) -> Fact:
        part = fact.object.value
        if not fact.object.is_iri or not part.startswith(f"{iri}/") or part in placed or part not in by_subject:
            return fact
        placed.add(part)
        inner = tuple(nested(child) for child in _in_order(by_subject[part]))
        return replace(fact, children=inner)

    groups: dict[str, list[Fact]] = {}
    for fact in _in_order(by_subject.get(iri, [])):
        groups.setdefault(pages_words.group(fact.predicate), []).append(nested(fact))
    for subject, own in by_subject.items():
        if subject not in placed:
            groups.setdefault("names", []).extend(_in_order(own))
    return {name: tuple(items) for name, items in groups.items()}


def _in_order(facts: Iterable[Fact]) -> list[Fact]:
    return sorted(facts, key=lambda fact: (not fact.asserted, pages_words.order(fact.predicate), fact.number))


# ------------------------------------------------------------------ the text


def _blocks(
    text: str,
    layers: Sequence[tuple[int, int, str]],
    passages: Sequence[Passage],
    marked: tuple[int, int] | None = None,
) -> Iterator[Block]:
    """The text line by line, lines of one layer together, each cut at every border."""
    starts = [start for start, _, _ in layers]
    cuts = {0, len(text)}
    cuts.update(place for start, end, _ in layers for place in (start, end))
    cuts.update(place for item in passages for place in (item.start, item.end))
    cuts.update(marked or ())
    named: dict[int, set[str]] = {}
    for start, end in {(item.start, item.end) for item in passages} | ({marked} if marked else set()):
        named.setdefault(start, set()).add(f"char={start},{end}")
    held: list[Piece] = []
    held_layer = ""
    at = 0
    borders = sorted(cut for cut in cuts if 0 <= cut <= len(text))
    for line in text.splitlines(keepends=True):
        end = at + len(line)
        layer = _layer(layers, starts, at, max(at + len(line.rstrip()), at + 1))
        if layer != held_layer and line.strip() and held:
            yield Block(held_layer, tuple(held))
            held = []
        if line.strip() or not held:
            held_layer = layer if line.strip() else held_layer or layer
        held.extend(_pieces(text, at, end, borders, layers, starts, passages, named))
        at = end
    if held:
        yield Block(held_layer, tuple(held))


def _layer(layers: Sequence[tuple[int, int, str]], starts: Sequence[int], start: int, end: int) -> str:
    """The layer that covers a whole stretch, else the author's."""
    index = bisect_right(starts, start) - 1
    if index >= 0 and layers[index][1] >= end:
        return layers[index][2]
    return "transcript"


def _pieces(
    text: str,
    start: int,
    end: int,
    borders: Sequence[int],
    layers: Sequence[tuple[int, int, str]],
    starts: Sequence[int],
    passages: Sequence[Passage],
    named: Mapping[int, set[str]],
) -> Iterator[Piece]:
    inside = borders[bisect_right(borders, start) : bisect_right(borders, end - 1)]
    edges = [start, *(place for place in inside if place < end), end]
    for first, last in pairwise(edges):
        over = [number for number, item in enumerate(passages) if item.start < last and item.end > first]
        over.sort(key=lambda number: passages[number].end - passages[number].start)
        opening = sorted(named.get(first, ()))
        shortest = passages[over[0]] if over else None
        yield Piece(
            first,
            last,
            text[first:last],
            _layer(layers, starts, first, last),
            tuple(over),
            tuple(opening),
            shortest is not None and shortest.end - shortest.start > LONG,
            tuple(sorted({fact for number in over if passages[number].end == last for fact in passages[number].facts})),
        )


def shown(text: str) -> Iterator[tuple[str, str]]:
    """Text in runs, bidirectional controls apart: (run, "") or (control, its name)."""
    run = ""
    for char in text:
        if char in CONTROLS:
            if run:
                yield run, ""
            run = ""
            yield char, CONTROLS[char]
        else:
            run += char
    if run:
        yield run, ""

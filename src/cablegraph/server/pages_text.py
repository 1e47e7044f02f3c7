"""The running text of a paper's page: lines of one layer together, cut at every border of a passage.

``FILIPPOV [Stalin]`` of the telegram 3777 is two pieces: the first bears a signature; both, a sender.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from cablegraph.server.pages_graph import Row

UNKNOWN = "\u00b7"
"""Stands for a character that is not shown."""
GAP = re.compile(f"{UNKNOWN}{{3,}}")
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
class Piece:
    """A stretch of text between two borders; ``passages`` are the numbers of those that cover it, shortest first."""

    start: int
    end: int
    text: str
    layer: str
    passages: tuple[int, ...]
    anchors: tuple[str, ...]
    long: bool


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


def known_words(rows: Sequence[Row]) -> str:
    """The quoted stretches in their places, dots between."""
    length = max((int(row["end"].value) for row in rows), default=0)
    known = [UNKNOWN] * length
    for row in rows:
        known[int(row["start"].value) : int(row["end"].value)] = list(row["words"].value)
    return "".join(known)


def shortened(block: Block) -> Block:
    """A block in which what is not shown is three dots, however long it is."""
    pieces = (replace(p, text=" … ") if p.text and not p.text.strip(UNKNOWN) else p for p in block.pieces)
    return replace(block, pieces=tuple(pieces))


FULL, WIDEST, TYPED = 65, 95, 5
"""Letters of a full line of a typewriter, those of its widest, and so many full lines make a text a typed one."""


def is_typed(text: str) -> bool:
    """Whether a text ends its lines itself at some 70 or 80 letters; one of paragraphs has lines of any length."""
    lengths = [len(line.rstrip()) for line in text.splitlines()]
    return max(lengths, default=0) <= WIDEST and sum(length >= FULL for length in lengths) >= TYPED


def blocks_of(
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
    covering = _Covering(passages)
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
        held.extend(_pieces(text, at, end, borders, layers, starts, covering, named))
        at = end
    if held:
        yield Block(held_layer, tuple(held))


class _Covering:
    """Which passages lie over a stretch, asked from the beginning of a text to its end: a long paper has thousands."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages
        self._next = deque(sorted(range(len(passages)), key=lambda number: passages[number].start))
        self._open: set[int] = set()

    def of(self, first: int, last: int) -> tuple[int, ...]:
        """Their numbers, the shortest first; no stretch asked for later begins before this one."""
        passages = self.passages
        while self._next and passages[self._next[0]].start < last:
            self._open.add(self._next.popleft())
        self._open = {number for number in self._open if passages[number].end > first}
        return tuple(sorted(self._open, key=lambda n: (passages[n].end - passages[n].start, n)))


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
    covering: _Covering,
    named: Mapping[int, set[str]],
) -> Iterator[Piece]:
    inside = borders[bisect_right(borders, start) : bisect_right(borders, end - 1)]
    edges = [start, *(place for place in inside if place < end), end]
    for first, last in pairwise(edges):
        over = covering.of(first, last)
        opening = sorted(named.get(first, ()))
        shortest = covering.passages[over[0]] if over else None
        yield Piece(
            first,
            last,
            text[first:last],
            _layer(layers, starts, first, last),
            over,
            tuple(opening),
            shortest is not None and shortest.end - shortest.start > LONG,
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

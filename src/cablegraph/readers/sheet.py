"""A text being laid out: lines with their labels and layers, as ``Source`` and, on the next line, ``APRF, f. 45``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from cablegraph.evidence import Layer
from cablegraph.patterns import compiled
from cablegraph.record import Line, SourceText, normalise
from cablegraph.sought import sought

Stretch = tuple[int, int]
Layered = tuple[int, int, Layer]

_BRACKET = compiled(r"\[[^\[\]\n]{1,600}(?:\[[^\[\]\n]{0,200}\][^\[\]\n]{0,600}){0,4}\]")
_BY_HAND = sought(
    r"(?m)^\[(?i:handwritten|by hand|resolution|minute in|in the margin|marginal (?:note|remark)|note on the"
    r"|in (?:pencil|ink|red|blue)\b|on the margin)[^\[\]\n]{0,80}\][ :]*[^\n]{2,400}$"
)
"""``[Minute in ink:] Agreed.``: what a reader of the paper put on it."""
_STAGE = sought(
    r"(?i)\((?:(?:stormy|prolonged|loud|general|long|lengthy|lasting|warm|thunderous|lively|brief|slight|friendly|continued|continuous|renewed|light|great|strong|some|sustained|tumultuous|unanimous|and)[, ]{1,2}){0,3}"
    r"(?:applause|laughter|laughs?|ovation|animation|commotion|stir|movement|noise|murmurs?|cheers?|cheering|shouts?|exclamations?|voices?|interruptions?|disturbance|pause|silence)"
    r"(?: (?:in|from|on|at|of|among) (?:the|all) (?!(?:year|kind)\b)[a-z’'-]{3,20}(?: [a-z’'-]{3,20})?)?(?:[.,;:!] [^()\n]{0,60}|(?:,? and|,) (?:laughter|applause|shouts|cheers)[^()\n]{0,30})?[.!]?\)"
)
"""``(Prolonged applause.)``, ``(Animation in the hall.)``: what who wrote a speech down has put between its words."""
_LINE = compiled(r"[^\n]+")
_LONGEST_ASIDE: Final = 90
SHORT: Final = 1 << 14
"""Characters of a text whose lines are kept between readers."""


class Row(NamedTuple):
    """A line of a text that is not blank: where its words begin and end, and the words."""

    start: int
    end: int
    text: str


def rows(text: str, start: int = 0, end: int | None = None) -> Iterator[Row]:
    """The lines of a text that are not blank, without the blanks around them."""
    stop = len(text) if end is None else end
    return iter(_of_short(text, start, stop)) if len(text) <= SHORT else _rows(text, start, stop)


@lru_cache(maxsize=8)
def _of_short(text: str, start: int, end: int) -> tuple[Row, ...]:
    """The same, kept for a moment: one reader after another asks whether the text is its own."""
    return tuple(_rows(text, start, end))


def _rows(text: str, start: int, end: int) -> Iterator[Row]:
    for match in _LINE.finditer(text, start, end):
        line = match[0]
        words = line.strip()
        if words:
            first = match.start() + (0 if line[0] == words[0] else len(line) - len(line.lstrip()))
            yield Row(first, first + len(words), words)


def insertions(text: str, stretches: Iterable[Stretch]) -> list[Layered]:
    """Square brackets inside the author's words are the editors', what was heard in the hall is the stenographer's."""
    found: list[Layered] = []
    for start, end in stretches:
        found.extend(
            (*match.span(), "editorial")
            for match in _STAGE.finditer(text, start, end)
            if match.end() - match.start() < _LONGEST_ASIDE and text[match.start() + 1].isupper()
        )
        if "[" in text:
            found.extend((*match.span(), "editorial") for match in _BRACKET.finditer(text, start, end))
            found.extend((*match.span(), "editorial") for match in _BY_HAND.finditer(text, start, end))
    return found


_ELISION = compiled(r"…(?:\s?…)*|(?<![.\w])\.(?:[ \u00a0]\.){2,}|\*(?:[ \u00a0]+\*){2,}")


def elisions(text: str, stretches: Iterable[Stretch]) -> list[Layered]:
    """Marks of omission in an edition that makes its own: dots and stars in *Foreign Relations* are the editors'."""
    if "…" not in text and ". ." not in text and "* *" not in text and "*  " not in text:
        return []
    return [(*match.span(), "editorial") for start, end in stretches for match in _ELISION.finditer(text, start, end)]


def layered(layers: Iterable[Layered], length: int) -> tuple[Layered, ...]:
    """Sorted, disjoint layers; where two overlap, the one furthest from the author wins."""
    given = sorted((max(start, 0), min(end, length), layer) for start, end, layer in layers if start < end)
    if all(first[1] <= second[0] for first, second in pairwise(given)):
        return tuple(given)
    events = sorted([(start, 1, layer) for start, _, layer in given] + [(end, -1, layer) for _, end, layer in given])
    open_layers = dict.fromkeys(_OUTWARDS, 0)
    done: list[Layered] = []
    before = 0
    for place, step, layer in events:
        outermost = next((name for name in _OUTWARDS if open_layers[name]), None)
        if outermost and before < place:
            if done and done[-1][1] == before and done[-1][2] == outermost:
                done[-1] = (done[-1][0], place, outermost)
            else:
                done.append((before, place, outermost))
        open_layers[layer] += step
        before = place
    return tuple(done)


_OUTWARDS: Final[tuple[Layer, ...]] = ("boilerplate", "catalogue", "editorial")


class Sheet:
    """Lines put one under the other, for sources that give bare values; `source` closes the sheet."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.lines: list[Line] = []
        self.layers: list[Layered] = []

    def add(self, words: str, label: str = "", layer: Layer | None = None, value: str = "") -> Line:
        """Put down a line of its own; ``label`` and ``layer`` are what the reader knows of it."""
        words = normalise(words).strip("\n")
        line = Line(label, self._length, self._length + len(words), value)
        self._parts.append(words)
        self._length += len(words) + 1
        if label and words:
            self.lines.append(line)
        if layer and words:
            self.layers.append((line.start, line.end, layer))
        return line

    def add_field(self, name: str, value: str, label: str = "") -> Line:
        """Put down ``Name: value``; the name is boilerplate, the value catalogue."""
        value = normalise(value).strip()
        if not value:
            line = self.add(name, f"empty:{name}", "boilerplate")
            return line
        whole = self.add(f"{name}: {value}")
        start = whole.start + len(name) + 2
        self.lines.append(Line(f"field:{name}", start, whole.end))
        if label:
            self.lines.append(Line(label, start, whole.end))
        self.layers.append((whole.start, start - 1, "boilerplate"))
        self.layers.append((start, whole.end, "catalogue"))
        return Line(label, start, whole.end)

    def source(self, path: str, key: str, family: str, language: str = "") -> SourceText:
        """The text as laid out, with the editors' brackets in the stretches labelled ``body``."""
        text = "\n".join(self._parts)
        bodies = [(line.start, line.end) for line in self.lines if line.label == "body"]
        layers = layered([*self.layers, *insertions(text, bodies)], len(text))
        return SourceText(text, path, key, family, layers, tuple(self.lines), language)

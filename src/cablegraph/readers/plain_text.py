"""Anybody's folder: a paper with a heading, a date and a signature: ``TELEGRAM No. 318``, ``Date: 14 February 1961``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cablegraph.iri import path_slug
from cablegraph.patterns import compiled
from cablegraph.readers import feet, footnotes, page_titles, shelf_rows, web_debris
from cablegraph.readers.sheet import Layered, Row, insertions, layered, rows
from cablegraph.record import Line, SourceText

FAMILY: Final = "plain-text"
_COMPOSED = compiled(r"(?i).{0,40}\bcomposed for (?:teaching|the sample|this)\b.{0,200}")


def is_composed(text: str) -> bool:
    """Whether the first line that is not blank says that the paper is composed, and so no historical document."""
    first = next(rows(text), None)
    return first is not None and bool(_COMPOSED.fullmatch(first.text))


_PAGE_DAY: Final = compiled(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}"
)


def _page_head(text: str, lines: Sequence[Row], labels: list[Line], layers: list[Layered]) -> int:
    """How many lines at the head are a catalogue's: a day alone as pages print it and a title, or a title set apart."""
    if len(lines) < 5:
        return 0
    names: tuple[str, ...] = ()
    if _PAGE_DAY.fullmatch(lines[0].text) and page_titles.is_title(lines[1].text):
        names = ("page-date", "title")
    elif page_titles.stands_alone(lines[0].text) and text.count("\n", lines[0].end, lines[1].start) > 1:
        names = ("title",)
    for label, row in zip(names, lines, strict=False):
        labels.append(Line(label, row.start, row.end))
        layers.append((row.start, row.end, "catalogue"))
    return len(names)


def _body(labels: list[Line], lines: Sequence[Row]) -> None:
    if lines:
        labels.append(Line("body", lines[0].start, lines[-1].end))


def read(text: str, name: str) -> Iterator[SourceText]:
    """The one paper of a text (already normalised): all of it is body, save a line that says it is composed."""
    lines = list(rows(text))
    labels: list[Line] = []
    layers: list[Layered] = []
    debris = web_debris.begins(lines)
    for row in lines[debris:]:
        labels.append(Line("furniture", row.start, row.end))
        layers.append((row.start, row.end, "boilerplate"))
    lines = lines[:debris]
    first = 0
    if lines and (_COMPOSED.fullmatch(lines[0].text)):
        labels.append(Line("composed", lines[0].start, lines[0].end))
        layers.append((lines[0].start, lines[0].end, "catalogue"))
        first = 1
    while first < min(len(lines) - 2, 3) and (kept := feet.above(lines[first])):
        labels.append(kept)
        layers.append((lines[first].start, lines[first].end, "catalogue"))
        first += 1
    last, foot = feet.read(text, lines, first)
    for line, row in foot:
        labels.append(line)
        layers.append((row.start, row.end, "editorial" if line.label == "note" else "catalogue"))
    end, last = last, first + footnotes.begin(lines[first:last]) if first < last else last
    for row in lines[last:end]:
        labels.append(Line("note", row.start, row.end))
        layers.append((row.start, row.end, "editorial"))
    first += _page_head(text, lines[first:last], labels, layers)
    cut = shelf_rows.inside(lines[first:last])
    if cut and last - first > 2:
        labels.append(Line("source", cut[1], cut[2]))
        layers.append((cut[1], cut[2], "catalogue"))
        _body(labels, lines[first : first + cut[0]])
        first += cut[0] + 1
    _body(labels, lines[first:last])
    bodies = [(line.start, line.end) for line in labels if line.label == "body"]
    found = layered([*layers, *insertions(text, bodies)], len(text))
    order = tuple(sorted(labels, key=lambda line: (line.start, -line.end)))
    yield SourceText(text, name, path_slug(name), FAMILY, found, order)

"""Anybody's folder: a paper with a heading, a date and a signature: ``TELEGRAM No. 318``, ``Date: 14 February 1961``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cablegraph.iri import path_slug
from cablegraph.readers.sheet import Layered, insertions, layered, rows
from cablegraph.record import Line, SourceText

FAMILY: Final = "plain-text"
_COMPOSED = re.compile(r"(?i).{0,40}\bcomposed for (?:teaching|the sample|this)\b.{0,200}")


def read(text: str, name: str) -> Iterator[SourceText]:
    """The one paper of a text (already normalised): all of it is body, save a line that says it is composed."""
    lines = list(rows(text))
    labels: list[Line] = []
    layers: list[Layered] = []
    first = 0
    if lines and (_COMPOSED.fullmatch(lines[0].text)):
        labels.append(Line("composed", lines[0].start, lines[0].end))
        layers.append((lines[0].start, lines[0].end, "catalogue"))
        first = 1
    if lines[first:]:
        labels.append(Line("body", lines[first].start, lines[-1].end))
    bodies = [(line.start, line.end) for line in labels if line.label == "body"]
    found = layered([*layers, *insertions(text, bodies)], len(text))
    yield SourceText(text, name, path_slug(name), FAMILY, found, tuple(labels))

"""Plain rules over a block of rows at once, a column at a time: one check and one pass for a thousand values.

Only rules whose terms need one field each and no function go this way, and only blocks whose fields hold one text or
none; `plain` writes all others row by row, and both give the same lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter
from typing import Any

from pyoxigraph import NamedNode

from cablegraph.mapping.rules import Call, Object, Rules, Template
from cablegraph.mapping.text import iri_safe

BLOCK = 4096
"""Rows in a block."""
Column = list[str]
"""One text for each row; an empty one where there is none, which gives no term, as in RML."""
Writer = Callable[[str], str]
Terms = Callable[["Block"], Column]

_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]*")
_UNQUOTED = re.compile(r'[^"\\\n\r]*')
_NAME = re.compile(r"[^.\[\]]+")


class ManyError(Exception):
    """A field of a block holds lists, numbers or more: the rows are read one by one."""


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of a table, as lists, with the places of its fields; or members of a JSON array, without."""

    rows: Sequence[Any]
    places: dict[str, int] | None = None

    def column(self, name: str) -> Column:
        """The texts of a field. Raises ManyError."""
        if self.places is not None:
            if name not in self.places:
                raise ManyError
            return list(map(itemgetter(self.places[name]), self.rows))
        if not _NAME.fullmatch(name) or set(map(type, self.rows)) != {dict}:
            raise ManyError
        found = [row.get(name) for row in self.rows]
        kinds = set(map(type, found))
        if kinds == {str}:
            return found
        if not kinds <= {str, type(None)}:
            raise ManyError
        return [text or "" for text in found]

    def each(self) -> Iterable[Any]:
        """The rows, one by one."""
        places = self.places
        return self.rows if places is None else (dict(zip(places, row, strict=True)) for row in self.rows)


def blocks(rows: Iterable[Any]) -> Iterator[Block]:
    """The members of a JSON array in blocks."""
    rest = iter(rows)
    while block := list(islice(rest, BLOCK)):
        yield Block(block)


def table(rows: Iterable[list[str]]) -> Iterator[Block]:
    """A table's rows in blocks, the first being the names; short ones get empty fields, long ones lose the rest."""
    rest = filter(None, rows)
    header = next(rest, [])
    places = {name: place for place, name in enumerate(header)}
    chosen = list(places.values())
    straight = len(chosen) == len(header)
    while block := list(islice(rest, BLOCK)):
        if not straight or any(len(row) != len(header) for row in block):
            padding = [""] * len(header)
            block = [[(row + padding)[place] for place in chosen] for row in block]
        yield Block(block, places if straight else {name: place for place, name in enumerate(places)})


def writer(rules: Rules, term: Callable[[Object], Writer]) -> Callable[[Block], list[str]] | None:
    """What writes the lines of a block; None for rules that need more than this. ``term`` writes one value's term."""
    made = [_terms(Object(subject, "iri"), term) for subject in rules.subjects]
    edges = [
        ([str(NamedNode(iri)) for iri in edge.predicates], [_terms(target, term) for target in edge.objects])
        for edge in rules.edges
        if edge.condition is None
    ]
    if len(edges) < len(rules.edges) or None in made or any(None in targets for _, targets in edges):
        return None

    def write(block: Block) -> list[str]:
        lines: list[str] = []
        found = [subject(block) for subject in made if subject is not None]
        for predicates, targets in edges:
            for objects in [target(block) for target in targets if target is not None]:
                for subjects in found:
                    for predicate in predicates:
                        pairs = zip(subjects, objects, strict=True)
                        lines += [f"{one} {predicate} {other} ." for one, other in pairs if one and other]
        return lines

    return write


def _terms(target: Object, term: Callable[[Object], Writer]) -> Terms | None:
    value = target.value
    if isinstance(value, Call) or len(value.references) > 1:
        return None
    write = term(target)
    if (constant := value.constant) is not None:
        written = write(constant)
        return lambda block: [written] * len(block.rows)
    if target.kind == "iri":
        return _iris(value, write)
    return _literals(value, write)


def _iris(template: Template, write: Writer) -> Terms | None:
    """IRIs in angle brackets; of values that need no escaping one is checked with its surroundings, for all."""
    before, after = _around(template)
    if not _settled(before, after):
        return None
    name = template.references[0].name

    def terms(block: Block) -> Column:
        values = block.column(name)
        if not _UNRESERVED.fullmatch("~".join(values)):
            return [value and write(f"{before}{iri_safe(value)}{after}") for value in values]
        if not (first := next(filter(None, values), "")):
            return values
        head = write(f"{before}{first}{after}")[: -len(f"{first}{after}>")]
        return [value and f"{head}{value}{after}>" for value in values]

    return terms


def _settled(before: str, after: str) -> bool:
    """Whether it is the same for all unreserved values if the IRI is absolute and well-formed (RFC 3987, section 2.2).

    Not where the value is in the scheme, in host or port, or in an escape.
    """
    scheme, colon, rest = before.partition(":")
    if not before or "%" in before[-2:] or (not colon and ":" in after):
        return False
    return not (rest if colon else scheme).startswith("//") or "/" in rest[2:]


def _literals(template: Template, write: Writer) -> Terms:
    before, after = _around(template)
    name, tag = template.references[0].name, write("").removeprefix('""')

    def terms(block: Block) -> Column:
        values = block.column(name)
        if not _UNQUOTED.fullmatch("".join((before, after, *values))):
            return [value and write(f"{before}{value}{after}") for value in values]
        return [value and f'"{before}{value}{after}"{tag}' for value in values]

    return terms


def _around(template: Template) -> tuple[str, str]:
    at = next(index for index, part in enumerate(template.parts) if not isinstance(part, str))
    before, after = template.parts[:at], template.parts[at + 1 :]
    return "".join(map(str, before)), "".join(map(str, after))

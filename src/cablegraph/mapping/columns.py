"""Plain rules over a block of rows at once, a column at a time: one check and one pass for a thousand values.

Only rules whose terms need one field each and no function go this way, and only blocks whose fields hold one text or
none; `plain` writes all others row by row, and both give the same lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, repeat
from operator import itemgetter
from typing import Any, NamedTuple

from pyoxigraph import NamedNode

from cablegraph.mapping.rules import Call, Object, Rules, Template
from cablegraph.mapping.text import iri_safe

BLOCK = 4096
"""Rows in a block."""
Column = list[str]
"""One text for each row; an empty one where there is none, which gives no term, as in RML."""
Writer = Callable[[str], str]


class Texts(NamedTuple):
    """The terms of a column: each value between the same two texts, an empty one giving none."""

    values: Column
    before: str = ""
    after: str = ""

    def terms(self) -> Column:
        """The terms that there are."""
        return [f"{self.before}{value}{self.after}" for value in self.values if value]


class Written(NamedTuple):
    """What is written of a block: whole lines, and the subjects, where equal lines could only be of equal subjects."""

    text: str
    subjects: Column | None


Terms = Callable[["Block"], Texts]

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


def writer(rules: Rules, term: Callable[[Object], Writer]) -> Callable[[Block], Written] | None:
    """What writes the lines of a block; None for rules that need more than this. ``term`` writes one value's term."""
    made = [_terms(Object(subject, "iri"), term) for subject in rules.subjects]
    edges = [
        ([str(NamedNode(iri)) for iri in edge.predicates], [_terms(target, term) for target in edge.objects])
        for edge in rules.edges
        if edge.condition is None
    ]
    if len(edges) < len(rules.edges) or None in made or any(None in targets for _, targets in edges):
        return None
    every = [predicate for predicates, targets in edges for predicate in predicates * len(targets)]
    told_apart = len(made) == 1 and len(every) == len(set(every))

    def write(block: Block) -> Written:
        texts: list[str] = []
        found = [subject(block) for subject in made if subject is not None]
        for predicates, targets in edges:
            for objects in [target(block) for target in targets if target is not None]:
                texts += [_lines(subjects, predicate, objects) for subjects in found for predicate in predicates]
        return Written("".join(texts), found[0].terms() if told_apart else None)

    return write


def _lines(subjects: Texts, predicate: str, objects: Texts) -> str:
    """A line for each row that has both terms, joined in one go."""
    ones, others = subjects.values, objects.values
    if "" in ones or "" in others:
        pairs = [pair for pair in zip(ones, others, strict=True) if all(pair)]
        ones, others = [one for one, _ in pairs], [other for _, other in pairs]
    if not ones:
        return ""
    between, end = f"{subjects.after} {predicate} {objects.before}", f"{objects.after} .\n{subjects.before}"
    text = "".join(chain.from_iterable(zip(ones, repeat(between), others, repeat(end), strict=False)))
    return subjects.before + text[: len(text) - len(subjects.before)]


def _terms(target: Object, term: Callable[[Object], Writer]) -> Terms | None:
    value = target.value
    if isinstance(value, Call) or len(value.references) > 1:
        return None
    write = term(target)
    if (constant := value.constant) is not None:
        written = write(constant)
        return lambda block: Texts([written] * len(block.rows))
    if target.kind == "iri":
        return _iris(value, write)
    return _literals(value, write)


def _iris(template: Template, write: Writer) -> Terms | None:
    """IRIs in angle brackets; of values that need no escaping one is checked with its surroundings, for all."""
    before, after = _around(template)
    if not _settled(before, after):
        return None
    name = template.references[0].name

    def terms(block: Block) -> Texts:
        values = block.column(name)
        if not _UNRESERVED.fullmatch("~".join(values)):
            return Texts([value and write(f"{before}{iri_safe(value)}{after}") for value in values])
        if not (first := next(filter(None, values), "")):
            return Texts(values)
        head = write(f"{before}{first}{after}")[: -len(f"{first}{after}>")]
        return Texts(values, head, f"{after}>")

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

    def terms(block: Block) -> Texts:
        values = block.column(name)
        if not _UNQUOTED.fullmatch("".join((before, after, *values))):
            return Texts([value and write(f"{before}{value}{after}") for value in values])
        return Texts(values, f'"{before}', f'{after}"{tag}')

    return terms


def _around(template: Template) -> tuple[str, str]:
    at = next(index for index, part in enumerate(template.parts) if not isinstance(part, str))
    before, after = template.parts[:at], template.parts[at + 1 :]
    return "".join(map(str, before)), "".join(map(str, after))

"""What a mapping file says once it is read: templates, calls, edges, each with the place where it stands.

``- {p: rico:hasSender, o: {function: cgf:agent, parameters: [[cgf:name, $(sender)]], type: iri}}`` becomes an `Edge`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from cablegraph.errors import MappingError

TermKind = Literal["iri", "literal"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in its file: 1-based line and column, and how many characters it takes."""

    path: str
    line: int
    column: int
    source: str
    length: int = 1

    def error(self, what: str, label: str = "", notes: tuple[str, ...] = (), mark: str = "") -> MappingError:
        """A `MappingError` that shows this line with ``mark``, if it stands there, else this place underlined."""
        text = self.source.strip()
        shift = len(self.source) - len(self.source.lstrip())
        found = text.find(mark, max(self.column - 1 - shift, 0)) if mark else -1
        column = found + 1 if found >= 0 else self.column - shift
        length = len(mark) if found >= 0 else self.length
        return MappingError(
            what, path=self.path, line=self.line, column=column, source=text, length=length, label=label, notes=notes,
            marked_only=True,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reference:
    """``$(sender)``: a field of the record; ``many`` for ``$(topics[*])``."""

    name: str
    many: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """``doc:$(id)/cited/$(start)``, its prefix expanded: plain strings and references in order."""

    parts: tuple[str | Reference, ...]
    place: Place

    @property
    def references(self) -> tuple[Reference, ...]:
        return tuple(part for part in self.parts if isinstance(part, Reference))

    @property
    def constant(self) -> str | None:
        """The text, when nothing in it is a reference."""
        return "".join(part for part in self.parts if isinstance(part, str)) if not self.references else None

    @property
    def alone(self) -> Reference | None:
        """The reference, when the template is nothing else."""
        only = self.parts[0] if len(self.parts) == 1 else None
        return only if isinstance(only, Reference) else None


@dataclass(frozen=True, slots=True)
class Call:
    """A function and its arguments: the function's IRI, parameters by name."""

    function: str
    arguments: tuple[tuple[str, Template | Call], ...]
    place: Place

    @property
    def references(self) -> tuple[Reference, ...]:
        return tuple(reference for _, argument in self.arguments for reference in argument.references)


@dataclass(frozen=True, slots=True)
class Object:
    """What stands at the end of an edge, and how it is written."""

    value: Template | Call
    kind: TermKind
    datatype: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """Predicates, objects, and the condition under which they hold."""

    predicates: tuple[str, ...]
    objects: tuple[Object, ...]
    condition: Call | None
    place: Place


@dataclass(frozen=True, slots=True)
class Source:
    """``[record.json~jsonpath, "$.citations[*]"]``."""

    access: str
    formulation: str
    iterator: str
    place: Place


@dataclass(frozen=True, slots=True)
class Rules:
    """One entry of ``mappings``: where it reads, what it is about, and its edges."""

    name: str
    sources: tuple[Source, ...]
    subjects: tuple[Template | Call, ...]
    edges: tuple[Edge, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class MappingFile:
    """A whole file, checked: prefixes are expanded, keys are known, functions are in the table."""

    path: str
    family: str
    base: str
    prefixes: Mapping[str, str]
    rules: tuple[Rules, ...]

    def templates(self) -> Iterator[Template]:
        """Every template of the file, with those inside calls."""

        def inside(value: Template | Call) -> Iterator[Template]:
            if isinstance(value, Template):
                yield value
                return
            for _, argument in value.arguments:
                yield from inside(argument)

        for rules in self.rules:
            for subject in rules.subjects:
                yield from inside(subject)
            for edge in rules.edges:
                for target in edge.objects:
                    yield from inside(target.value)
                if edge.condition:
                    yield from inside(edge.condition)

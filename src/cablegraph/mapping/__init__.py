"""YARRRML as rules: rules × record → readings. A mapping cannot make an edge without words.

``load_all`` reads ``mappings/``, ``run`` maps one record (``[cg:telegramNumber, $(number)]`` → the edge and where it is
written), ``lines`` writes it as sorted N-Triples, ``run_sources`` runs plain YARRRML over its own CSV and JSON files.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping as Table
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cablegraph.mapping.compile import CompiledMapping, compile_file
from cablegraph.mapping.interpret import Mapped, Unread, run
from cablegraph.mapping.nodes import date_lines, lines, text_lines
from cablegraph.mapping.plain import run_sources
from cablegraph.shipped import shipped

__all__ = [
    "CompiledMapping",
    "Mapped",
    "Mappings",
    "Unread",
    "date_lines",
    "lines",
    "load",
    "load_all",
    "run",
    "run_sources",
    "text_lines",
]

COMMON = "record"
"""The file that maps what every family shares; a family's own file is added to it."""

SUFFIX = ".yarrrml.yml"


@dataclass(frozen=True, slots=True)
class Mappings:
    """All mapping files: the common one, and those of single families. ``replaced`` lists shipped files set aside."""

    common: CompiledMapping
    families: Table[str, CompiledMapping] = field(default_factory=dict)
    replaced: tuple[str, ...] = ()

    def of(self, family: str) -> CompiledMapping:
        """The rules for records of a reader's family."""
        return self.families.get(family, self.common)

    @property
    def digest(self) -> str:
        """Changes when any of the files does."""
        parts = [self.common.digest, *(f"{name} {mapping.digest}" for name, mapping in sorted(self.families.items()))]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def load(path: Path) -> CompiledMapping:
    """One mapping file, checked and compiled. Raises MappingError with file, line and the nearest known word."""
    file, entries = compile_file(path)
    return CompiledMapping(file.family, (file,), entries, hashlib.sha256(path.read_bytes()).hexdigest())


def load_all(folders: Sequence[Path] = ()) -> Mappings:
    """The shipped mappings, then those of ``folders``; a file of the same name takes the earlier one's place.

    Raises MappingError for the first file that is wrong: nothing is built with half the rules.
    """
    found: dict[str, Path] = {}
    replaced = []
    for folder in (shipped("mappings"), *folders):
        for path in sorted(folder.glob("*" + SUFFIX)):
            family = path.name.removesuffix(SUFFIX)
            if family in found:
                replaced.append(f"{path.name}: {path.parent} in place of {found[family].parent}")
            found[family] = path
    common = load(found.pop(COMMON))
    families = {family: joined(common, load(path)) for family, path in found.items()}
    return Mappings(common, families, tuple(replaced))


def joined(common: CompiledMapping, own: CompiledMapping) -> CompiledMapping:
    """The common rules with a family's own behind them."""
    digest = hashlib.sha256(f"{common.digest} {own.digest}".encode()).hexdigest()
    return CompiledMapping(own.family, (*common.files, *own.files), (*common.entries, *own.entries), digest)

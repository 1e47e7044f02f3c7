"""What went wrong, where, why and what to do: the error tree and its one printed form.

CablegraphError
├── ReadError        a paper cannot be laid out as text (empty, binary, a listing page)
├── MappingError     a mapping file asks for something that is not there
├── QueryError       a canned query or a SPARQL text is wrong
├── DecisionError    a line of decisions or links cannot be replayed
├── StoreError       a generation is missing, broken or locked
└── SettingsError    a setting, flag or corpus.toml entry is wrong
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One message: what happened, where (path, 1-based line and column), and notes on what follows and what to do.

    ``source`` is the offending line, ``length`` the number of marked characters and ``label`` stands behind the mark.
    """

    what: str
    severity: Severity = "error"
    path: str | None = None
    line: int | None = None
    column: int | None = None
    source: str | None = None
    length: int = 1
    label: str = ""
    notes: tuple[str, ...] = ()
    code: str = ""
    marked_only: bool = False
    """Whether the column serves the mark alone and is left out of the place: the line is short, the eye finds it."""

    def render(self) -> str:
        """The printed form: four to six lines, without a trailing newline."""
        lines = [f"{self.severity}: {self.what}"]
        if self.path is not None:
            column = None if self.marked_only else self.column
            place = [self.path, *(str(part) for part in (self.line, column) if part is not None)]
            lines.append("  --> " + ":".join(place))
        if self.source is not None:
            lines.append(f"   |  {self.source}")
            if self.column is not None:
                mark = " " * (self.column - 1) + "^" * max(1, self.length)
                lines.append(f"   |  {mark} {self.label}".rstrip())
        lines.extend(f"   = {note}" for note in self.notes)
        return "\n".join(lines)

    def to_json(self) -> dict[str, Any]:
        """The same as plain JSON, empty parts left out."""
        return {key: value for key, value in asdict(self).items() if value not in (None, "", (), False)}


class CablegraphError(Exception):
    """Root of all errors that are the user's to mend; carries one `Diagnostic`."""

    exit_code = 1

    def __init__(self, what: str, **parts: Any) -> None:
        super().__init__(what)
        notes = parts.pop("notes", ())
        self.diagnostic = Diagnostic(what, notes=(notes,) if isinstance(notes, str) else tuple(notes), **parts)

    def __str__(self) -> str:
        return self.diagnostic.render()


class ReadError(CablegraphError):
    """A paper that cannot be laid out as text.

    ``code`` is one of empty, binary, encoding, listing, furniture, malformed, format.
    """


class MappingError(CablegraphError):
    """A mapping file with an unknown key, prefix, function or field, or an edge without words."""


class QueryError(CablegraphError):
    """A canned query or a SPARQL text that cannot be served as it stands."""


class DecisionError(CablegraphError):
    """A decision or a link row that cannot be replayed."""


class StoreError(CablegraphError):
    """A generation that is missing, broken, newer than this program, or held by another build."""


class SettingsError(CablegraphError):
    """A setting, flag or corpus.toml entry that is wrong."""

    exit_code = 2

"""What is said of a paper without a date: where one seems to stand, and why it is none: ``31.2.1951``, ``Junne 24``."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from cablegraph import dates
from cablegraph.errors import Diagnostic
from cablegraph.evidence import Passage
from cablegraph.iri import edtf_of, shorten
from cablegraph.patterns import compiled
from cablegraph.record import Record
from cablegraph.sparql_tokens import place

DATED_WITHIN: Final = 2000
"""So many characters of a text are looked at: a date stands in its head."""
_LABELS: Final = ("page-date", "date")
_AFTER_LABEL: Final = compiled(r"(?im)^[^\S\n]*(?:date|dated|datum|дата)[^\S\n]*[:.][^\S\n]*(?P<words>\S.*?)[^\S\n]*$")
_FIGURES: Final = compiled(r"(?:\d{1,2}[./-]){2}\d{2,4}|\d{4}(?:[./-]\d{1,2}){2}")


def diagnostic(name: str, record: Record) -> Diagnostic:
    """The warning of a paper without a date, from the file of this name."""
    source = record.source
    laid_out = any(item.label.startswith("field:") for item in source.lines)
    where = f"{record.id} of {name}" if laid_out else name
    said = Diagnostic(f"no date we can read in {where}", "warning", path=name, code="undated",
                      notes=_supply(record, "YYYY-MM-DD", "…"))  # fmt: skip
    if (misspelt := dates.suggest(source.text[:DATED_WITHIN])) is not None:
        label = "not a month" + (f' (did you mean "{misspelt.month}"?)' if misspelt.month else "")
        marked = _marked(said, record, misspelt.start, misspelt.end, label)
        line, column, length = marked.source or "", marked.column or 1, marked.length
        meant = line[: column - 1] + misspelt.month + line[column - 1 + length :]
        value = dates.parse(meant.strip()) if misspelt.month else None
        return replace(marked, notes=_supply(record, value.edtf if value else "YYYY-MM-DD", "misprint"))
    for read in (one for one in record.fields.get("date", ()) if not dates.bounds(one.text).known):
        return _marked(_choice(said, record, read), record, *read.spans[0], _either(read) or "no year")
    for item in source.lines:
        if item.label in _LABELS and (words := source.text[item.start : item.end]).strip():
            return _marked(said, record, item.start, item.end, _reason(words))
    if labelled := _AFTER_LABEL.search(source.text, 0, DATED_WITHIN):
        return _marked(said, record, *labelled.span("words"), _reason(labelled["words"]))
    return said


def _reason(words: str) -> str:
    if any(value.edtf.startswith("XXXX") for value in dates.read(words)):
        return "no year"
    figures = _FIGURES.fullmatch(words.strip())
    return "no day of the calendar" if figures and not dates.read(words) else "no date that we can read"


def _either(read: Passage) -> str:
    """The days that figures may be which nothing puts in order."""
    days = " or ".join(edtf_of(day.iri) for day in read.candidates)
    return days and f"{days}: nothing in the paper says whether day or month stands first"


def _choice(said: Diagnostic, record: Record, read: Passage) -> Diagnostic:
    """Of two candidates one can be accepted; a year has to be supplied."""
    if not read.candidates:
        return said
    first = shorten(read.candidates[0].iri)
    accept = f'to choose one: cablegraph decide accept doc:{record.id} cg:sentOn {first} --why "…"'
    return replace(said, notes=(said.notes[0], accept))


def _marked(said: Diagnostic, record: Record, start: int, end: int, label: str) -> Diagnostic:
    """The warning at these words; of a text laid out from a table or a record, the file has no such line."""
    line, column, words = place(record.source.text, start)
    laid_out = any(item.label.startswith("field:") for item in record.source.lines)
    return replace(said, line=None if laid_out else line, column=column, marked_only=True, source=words[:200],
                   length=end - start, label=label)  # fmt: skip


def _supply(record: Record, value: str, why: str) -> tuple[str, ...]:
    return (
        "the paper is in the graph without a date; questions by date will not find it",
        f'to supply one: cablegraph decide correct doc:{record.id} cg:sentOn {value} --why "{why}"',
    )

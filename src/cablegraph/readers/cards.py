"""Fields that are already apart, as rows of a catalogue: ``title``, ``date``, ``body``, ``source``, ``record_id``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from cablegraph.errors import ReadError
from cablegraph.iri import path_slug, slug
from cablegraph.patterns import compiled
from cablegraph.readers.sheet import Row, Sheet, insertions, layered, rows
from cablegraph.record import Line, SourceText

_MEANINGS: Final[dict[str, tuple[str, ...]]] = {
    "title": ("title", "document title", "title of document", "heading", "titel", "название", "标题"),
    "page-date": ("date", "document date", "dated", "sent", "date sent", "datum", "дата", "日期"),
    "body": ("body", "text", "full text", "transcript", "transcription", "content", "document", "document text", "текст", "正文"),
    "summary": ("summary", "abstract", "description", "scope and content", "scope", "document summary"),
    "card.author": ("author", "authors", "author(s)", "creator", "created by", "writer"),
    "card.from": ("from", "sender", "senders", "absender", "отправитель"),
    "card.to": ("to", "recipient", "recipients", "addressee", "addressees", "receiver", "empfänger"),
    "card.origin": ("place", "place sent", "sent from", "origin", "dispatch place"),
    "card.destination": ("destination", "sent to", "place received"),
    "card.number": ("number", "no", "no.", "telegram number", "document number"),
    "card.form": ("type", "document type", "form", "genre", "kind"),
    "source": ("source", "original archive", "archive", "repository", "archival reference", "shelfmark", "call number", "reference", "citation source"),
    "record-id": ("record id", "record_id", "recordid", "identifier", "id", "doc id", "document id"),
    "language": ("language", "original language", "lang"),
    "classification": ("classification", "original classification"),
    "card.other": ("subjects", "topics", "people", "persons", "places", "organizations", "organisations", "keywords", "url", "link", "notes",
                   "collection", "pages", "translator", "donor", "donors", "credits", "published", "associated people & organizations",
                   "associated places", "associated topics", "subjects discussed", "original uploaded date", "subject headings", "people & organizations",
                   "contributor", "contributors", "contributed by", "obtained by", "translated by", "transcribed by", "provided by", "publisher", "format", "coverage"),
    "rights": ("rights", "licence", "license", "copyright"),
}  # fmt: skip
_BY_NAME: Final = {name: label for label, names in _MEANINGS.items() for name in names}
_LABELLED = compiled(r"(?P<name>[A-Za-z][\w ()]{1,28}?)\s*:(?=\s|$)\s*(?P<value>.*)")


def meaning(name: str) -> str:
    """The label of a column or key, by its name; the empty string for one we do not know."""
    return _BY_NAME.get(re.sub(r"[_\s]+", " ", name).strip().lower().rstrip(":"), "")


def lay_out(fields: Mapping[str, str], name: str, number: int, family: str) -> SourceText:
    """One row as a text: a line for each field, its name before its value. Raises ReadError for a row without words."""
    sheet = Sheet()
    record_id = ""
    for column, value in fields.items():
        label = meaning(column)
        if label == "record-id" and value.strip():
            record_id = record_id or _key(column, value.strip(), name)
        if label == "body":
            continue
        line = sheet.add_field(column, value, label)
        if label == "rights" and value.strip():
            sheet.layers.append((line.start, line.end, "boilerplate"))
    for column, value in fields.items():
        if meaning(column) == "body" and value.strip():
            sheet.add(column, "", "boilerplate")
            sheet.add(value.strip(), "body")
    if not sheet.lines:
        raise ReadError(f"row {number} of {name} is empty", path=name, line=number, code="empty", notes=("left out",))
    return sheet.source(name, record_id or f"{path_slug(name)}-{number}", family)


def _key(column: str, value: str, name: str) -> str:
    """A record id of the digital archive is the source's own stable id; any other id is one inside its file."""
    if re.sub(r"[_\s]+", " ", column).strip().lower() in ("record id", "recordid") and value.isdigit():
        return f"wilson-{value}"
    return f"{path_slug(name)}-{slug(value)}"


def sniff_labelled(text: str) -> bool:
    """Whether a text is one card: lines of ``name: value``, a title and a body or summary among them."""
    labels = [meaning(match["name"]) for row in rows(text[:60_000]) if (match := _LABELLED.match(row.text))]
    known = {label for label in labels if label}
    if {"card.from", "card.to"} <= known and not known & {"body", "summary"}:
        return False  # "Number: …", "To: Minister", "From: …", "Title: …" head a telegram, whose text follows without a label
    return bool(_block(text)) or ("title" in known and len(known) >= 4 and bool(known & {"body", "summary", "source"}))


def _block(text: str) -> list[tuple[str, str, int, int, int]]:
    """The fields of a paper with its card above it: a title with or without label, rows of known labels, then the paper.

    ``Date: …``, ``Summary: …``, ``Source: …``, ``Record ID: …`` stand below the title; nothing where they do not.
    """
    first = [row for row, _ in zip(rows(text), range(24), strict=False)]
    if len(first) < 6 or len(first[0].text) > 240:
        return []
    head = _LABELLED.match(first[0].text)
    if head and meaning(head["name"]) != "title":
        return []
    fields = _run(text, first if head else first[1:], head is not None)
    if not head:
        fields.insert(0, ("", "title", first[0].start, first[0].start, first[0].end))
    known = {label for _, label, *_ in fields}
    if len(fields) < (4 if head else 5) or "page-date" not in known or known & {"body", "card.from", "card.to"}:
        return []
    if not known & ({"source", "record-id", "card.form"} if head else {"source"}):
        return []
    after = list(rows(text, fields[-1][4]))
    if not after or (head and (len(after) < 2 or any(_of_card(row.text) for row in after))):
        return []
    return [*fields, ("", "body", after[0].start, after[0].start, len(text.rstrip()))]


def _run(text: str, given: Sequence[Row], titled: bool) -> list[tuple[str, str, int, int, int]]:
    """The rows of known labels at the head of these; below a labelled title a value may go on in the next line."""
    fields: list[tuple[str, str, int, int, int]] = []
    for row in given:
        match = _LABELLED.match(row.text)
        label = meaning(match["name"]) if match else ""
        below = titled and bool(fields) and text.count("\n", fields[-1][4], row.start) == 1
        shown = any(label == known and label != "card.other" for _, known, *_ in fields)
        if match and (label or below) and not shown:
            fields.append((match["name"], label or "card.other", row.start, row.start + match.start("value"), row.end))
        elif below and not match:
            fields[-1] = (*fields[-1][:4], row.end)
        else:
            break
    return fields


def _of_card(words: str) -> bool:
    """Whether a row still belongs to a card: ``Transcript:``, ``Source: RGANI, f. 5``, ``Record ID: 990001``."""
    match = _LABELLED.match(words)
    return match is not None and meaning(match["name"]) in {"body", "record-id", "rights", "summary", "source"}


def read_labelled(text: str, name: str) -> Iterator[SourceText]:
    """The one card of a text; a value goes on until the next known label."""
    lines: list[Line] = []
    layers: list[tuple[int, int, str]] = []
    record_id = ""
    for column, label, start, first, last in _fields(text):
        if first >= last:
            lines.append(Line(f"empty:{column}", start, start + len(column)))
            layers.append((start, start + len(column), "boilerplate"))
            continue
        if column:
            layers.append((start, first, "boilerplate"))
            lines.append(Line(f"field:{column}", first, last))
        lines.append(Line(label, first, last))
        if label == "record-id":
            record_id = _key(column, text[first:last].strip(), name)
        if label != "body":
            layers.append((first, last, "boilerplate" if label == "rights" else "catalogue"))
    bodies = [(line.start, line.end) for line in lines if line.label == "body"]
    found = layered([*layers, *insertions(text, bodies)], len(text))  # type: ignore[list-item]
    order = tuple(sorted(lines, key=lambda line: (line.start, -line.end)))
    yield SourceText(text, name, record_id or path_slug(name), "wilson-center", found, order)


def _fields(text: str) -> Iterator[tuple[str, str, int, int, int]]:
    """Name, label, where the name begins, and where the value begins and ends."""
    if block := _block(text):
        yield from block
        return
    heads: list[tuple[str, str, int, int]] = []
    taken: set[str] = set()
    for row in rows(text):
        match = _LABELLED.match(row.text)
        label = meaning(match["name"]) if match else ""
        if not match or not label or (label in taken and label in ("title", "body", "page-date", "summary")):
            continue
        if "body" in taken and label in ("card.from", "card.to", "card.origin", "page-date", "card.number"):
            continue  # the paper's own heading
        taken.add(label)
        heads.append((match["name"], label, row.start, row.start + match.start("value")))
    for (name, label, start, first), after in zip(heads, [*heads[1:], None], strict=True):
        end = after[2] if after else len(text)
        value = text[first:end]
        last = first + len(value.rstrip())
        yield name, label, start, first + len(value) - len(value.lstrip()) if last > first else first, last


def columns_known(columns: Sequence[str]) -> int:
    """How many of these names we know."""
    return sum(bool(meaning(column)) for column in columns)

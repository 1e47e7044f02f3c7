"""Papers as rows for programs: the columns of product section 3.2, as objects and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from cablegraph.iri import FORM
from cablegraph.server import references
from cablegraph.server.pages_document import paper_title
from cablegraph.server.reading_room import Card, Catalogue

COLUMNS = ("id", "url", "title", "date", "earliest", "latest", "sender", "addressee", "form", "source", "repository",
           "held", "gaps", "composed", "number", "relay", "origin", "destination", "topics", "within",
           "name", "archive")  # fmt: skip


def document_rows(catalogue: Catalogue, cards: Iterable[Card]) -> Iterator[dict[str, Any]]:
    """Papers in the columns of product section 3.2; each thing they name is looked up once for all of them."""
    label = cache(catalogue.label)
    return (_row(catalogue, card, label) for card in cards)


def _row(catalogue: Catalogue, card: Card, label: Callable[[str], str]) -> dict[str, Any]:
    return {
        "id": card.iri,
        "url": card.url,
        "title": card.title or None,
        "date": card.when.edtf or card.when.written or None,
        "earliest": card.when.earliest or None,
        "latest": card.when.latest or None,
        "sender": [label(iri) for iri in card.sender],
        "addressee": [label(iri) for iri in card.addressee],
        "form": card.form.removeprefix(FORM) or None,
        "source": card.source or None,
        "repository": [label(iri) for iri in card.repository],
        "held": True,
        "gaps": card.gaps,
        "composed": card.composed,
        "number": card.number or None,
        "relay": [label(iri) for iri in card.relay],
        "origin": [label(iri) for iri in card.origin],
        "destination": [label(iri) for iri in card.destination],
        "topics": [label(iri) for iri in card.topics],
        "within": card.paper if card.inside else None,
        "name": paper_title(card, catalogue),
        "archive": references.innermost([label(iri) for iri in card.archive]),
    }


def table(catalogue: Catalogue, cards: Iterable[Card], here: str) -> bytes:
    """The table of all papers: seconds of work for a large collection, which no other reader waits for."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in document_rows(catalogue, cards):
        row["url"] = here + row["url"]
        writer.writerow([in_cell(row[name]) for name in COLUMNS])
    return out.getvalue().encode()


def in_cell(value: Any) -> str:
    """A value as CSV has it; several are joined."""
    if isinstance(value, list):
        value = "; ".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)

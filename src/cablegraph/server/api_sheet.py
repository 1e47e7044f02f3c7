"""The list of papers as a sheet for people: columns in words, days without signs, the file it lies in."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from cablegraph.server.door import Door
from cablegraph.server.pages_choice import source_name
from cablegraph.server.pages_document import paper_title
from cablegraph.server.pages_graph import ask_rows
from cablegraph.server.reading_room import Card, Catalogue

COLUMNS = (
    "date", "from", "to", "passed on by", "kind of paper", "number", "title", "about", "sent from", "sent to",
    "file number or shelfmark", "archive", "laid out as", "omissions", "composed for teaching", "first possible day",
    "last possible day", "page", "inside the paper", "identifier",
)  # fmt: skip


async def marks(door: Door) -> dict[str, list[str]]:
    """File numbers and shelfmarks of all papers that have some."""
    made: dict[str, list[str]] = {}
    for row in await ask_rows(door, "marks"):
        made.setdefault(row["document"].value, []).append(row["mark"].value)
    return {iri: sorted(set(found)) for iri, found in made.items()}


def sheet(catalogue: Catalogue, cards: Iterable[Card], marked: Mapping[str, Sequence[str]], here: str) -> bytes:
    """CSV with the mark that Excel needs. ``here`` is the address of the server."""
    out = io.StringIO("\ufeff")
    out.seek(0, io.SEEK_END)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    label = cache(catalogue.label)
    for card in cards:
        writer.writerow([disarmed(value) for value in _row(catalogue, label, card, marked.get(card.iri, ()), here)])
    return out.getvalue().encode()


def disarmed(text: str) -> str:
    """What a spreadsheet would run does not run."""
    return "'" + text if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _row(catalogue: Catalogue, label: Callable[[str], str], card: Card, marked: Sequence[str], here: str) -> list[str]:
    def names(iris: Iterable[str]) -> str:
        return "; ".join(map(label, iris))

    dated = card.when.edtf or card.when.written
    return [
        card.when.label if dated else "undated",
        names(card.sender),
        names(card.addressee or card.receiver),
        names(card.relay),
        label(card.form) if card.form else "",
        card.number,
        paper_title(card, catalogue),
        names(card.topics),
        names(card.origin),
        names(card.destination),
        "; ".join(marked),
        names(card.repository),
        source_name(card.source) if card.source else "",
        str(card.gaps or ""),
        "yes" if card.composed else "",
        card.when.earliest,
        card.when.latest,
        here + card.url,
        card.paper if card.inside else "",
        card.iri,
    ]

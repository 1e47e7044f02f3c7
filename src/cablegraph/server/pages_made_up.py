"""Rows of an answer that rest on papers composed for teaching alone, as the row of an invented telegram."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cablegraph import queries
from cablegraph.iri import DOC
from cablegraph.server.door import Door
from cablegraph.server.pages_choice import PARAMETERS, Choice, choose
from cablegraph.server.pages_graph import Row, ask_rows
from cablegraph.server.reading_room import Catalogue


async def made_up(
    door: Door,
    catalogue: Catalogue,
    query: queries.Query,
    rows: Sequence[Row],
    words: Sequence[Sequence[Mapping[str, Any]]],
    given: Mapping[str, Sequence[str]],
) -> list[bool]:
    """For each row whether all papers behind it are composed for teaching; ``words`` are the passages of each row.

    Papers are those that the row names, else those its words stand in, else those it counts.
    """
    if not len(catalogue.papers.having("state", "composed")):
        return [False] * len(rows)
    below = await _below(door) if "topic" in query.behind else {}
    found = []
    for number, row in enumerate(rows):
        papers = set(_papers(row)) or {str(item["document"] or "") for item in (words[number] if words else ())}
        if papers:
            found.append(all(_composed(catalogue, iri) for iri in papers))
        else:
            found.append(counts_composed(catalogue, query.behind, row, given, below))
    return found


def _papers(row: Row) -> Iterator[str]:
    """The papers that a row names, or whose parts or readings it names."""
    for term in row.values():
        for iri in [term.value] if term.is_iri else queries.several(term.value):
            if iri.startswith(DOC):
                yield iri


def _composed(catalogue: Catalogue, iri: str) -> bool:
    """Whether a paper, or the one of which this is a part, is composed."""
    paper = DOC + iri.removeprefix(DOC).partition("/")[0].partition("#")[0]
    card = catalogue.by_iri.get(paper)
    return card is not None and card.composed


async def _below(door: Door) -> dict[str, list[str]]:
    """Each topic with itself and those below it, for a paper counts for all topics above its own."""
    found: dict[str, list[str]] = {}
    for row in await ask_rows(door, "topics-below"):
        found.setdefault(row["topic"].value, []).append(row["below"].value)
    return found


def counts_composed(
    catalogue: Catalogue,
    behind: Mapping[str, str],
    row: Row,
    given: Mapping[str, Sequence[str]],
    below: Mapping[str, Sequence[str]],
) -> bool:
    """Whether the papers that a row counts, as the question behind it chooses them, are all composed."""
    columns = {name: column for name, column in behind.items() if name != "question"}
    chosen = {PARAMETERS.get(name, ""): row[column].value for name, column in columns.items() if column in row}
    if not chosen or "" in chosen:
        return False
    chosen |= {"sender": given["sender"][0]} if "sender" in given and "sender" not in chosen else {}
    topic = chosen.pop("topic", "")
    cards = choose(catalogue, Choice(**chosen))
    counted = [cards.having("topic", part) for part in below.get(topic, [topic])] if topic else [cards]
    composed = [len(some.having("state", "composed")) for some in counted]
    return any(composed) and composed == [len(some) for some in counted]

"""Rows of an answer that rest on papers composed for teaching alone, as the row of an invented telegram."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from cablegraph import queries
from cablegraph.exports.vega import COMPOSED
from cablegraph.iri import DOC, XSD
from cablegraph.server.door import Door
from cablegraph.server.pages_ask import evidence
from cablegraph.server.pages_choice import PARAMETERS, Choice, choose
from cablegraph.server.pages_graph import Row, Term, ask_rows
from cablegraph.server.reading_room import Catalogue


async def made_up(
    door: Door, catalogue: Catalogue, query: queries.Query, rows: Sequence[Row], given: Mapping[str, Sequence[str]]
) -> list[bool]:
    """For each row whether all papers behind it are composed for teaching; nothing where none of the collection is.

    Papers are those that the row names, else those it counts, else those its words stand in.
    """
    composed = catalogue.papers.having("state", "composed").names()
    if not composed:
        return []
    below = await _below(door) if "topic" in query.behind else {}
    found = await asyncio.to_thread(lambda: [_all_of(composed, _papers(row)) for row in rows])
    left = [number for number, mark in enumerate(found) if mark is None]
    if query.behind:
        for number in left:
            found[number] = counts_composed(catalogue, query.behind, rows[number], given, below)
    elif query.evidence and left:
        words = await evidence(door, query, [rows[number] for number in left])
        for number, items in zip(left, words, strict=True):
            found[number] = _all_of(composed, (str(item["document"] or "") for item in items))
    return [mark is True for mark in found]


def marked(columns: Sequence[str], rows: Sequence[Row], marks: Sequence[bool]) -> tuple[Sequence[str], Sequence[Row]]:
    """An answer with a column that says which rows rest on composed papers alone; as it is, where none can."""
    if not marks or COMPOSED in columns:
        return columns, rows
    terms = {mark: Term(str(mark).lower(), False, XSD + "boolean") for mark in (True, False)}
    return (*columns, COMPOSED), [{**row, COMPOSED: terms[mark]} for row, mark in zip(rows, marks, strict=True)]


def _papers(row: Row) -> Iterator[str]:
    """The papers that a row names, or whose parts or readings it names."""
    for term in row.values():
        for iri in [term.value] if term.is_iri else queries.several(term.value):
            if iri.startswith(DOC):
                yield iri


def _all_of(composed: Collection[str], papers: Iterable[str]) -> bool | None:
    """Whether papers, or those of which these are parts, are all composed; nothing where there are none."""
    found = {DOC + iri.removeprefix(DOC).partition("/")[0].partition("#")[0] for iri in papers if iri}
    return all(iri in composed for iri in found) if found else None


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

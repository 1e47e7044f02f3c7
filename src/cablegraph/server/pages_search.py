"""Words in the papers: *armistice* finds the telegram 3777 with the words marked in their line."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cablegraph import search
from cablegraph.authority import Entry, entries
from cablegraph.errors import QueryError, SettingsError
from cablegraph.iri import CG, DOC
from cablegraph.server.door import Door
from cablegraph.server.problems import Problem
from cablegraph.server.reading_room import Card, Catalogue
from cablegraph.server.refusals import Refused
from cablegraph.shipped import shipped
from cablegraph.store import texts

SHOWN = 3
"""Passages of a paper that a list shows."""
AROUND = 60
"""Characters before and after, as far as the line goes."""


@dataclass(frozen=True, slots=True)
class Match:
    """Words found, with what stands before and after; code points of the stored text."""

    start: int
    end: int
    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True)
class Found:
    """Where the words stand in a paper: the first passages, and how many there are."""

    iri: str
    matches: tuple[Match, ...]
    count: int


async def find(door: Door, words: str, most: int = 10**6) -> list[str]:
    """IRIs of the papers that hold the words, the best first. Raises Refused (422) for what is no search."""
    return await asyncio.to_thread(_documents, door.path / "search.sqlite", words, most)


async def near(door: Door, words: str) -> list[str]:
    """Searches that find something, like one that finds nothing."""
    return await asyncio.to_thread(_near, door.path / "search.sqlite", words)


def _near(path: Path, words: str) -> list[str]:
    with closing(search.Index(path)) as index:
        return [other for other in index.near(words) if index.count(other)]


async def covered(door: Door, words: str) -> list[tuple[Entry, list[str]]]:
    """Whose cover name the words are by the authority tables (*Филиппов*: Stalin's), and his others that papers hold.

    Empty where the tables cannot be read: a build says so.
    """
    own = door.settings.folder / "authorities"
    folders = (shipped("ontology", "authorities"), *((own,) if own.is_dir() else ()))
    return await asyncio.to_thread(_covered, folders, door.path / "search.sqlite", words)


def _covered(folders: Sequence[Path], path: Path, words: str) -> list[tuple[Entry, list[str]]]:
    sought = words.strip(' "').casefold()
    try:
        bearers = [item for item in entries(folders) if sought in (name.casefold() for name in item.covers)]
    except SettingsError:
        return []
    if not bearers:
        return []
    with closing(search.Index(path)) as index:
        return [
            (item, [name for name in item.covers if name.casefold() != sought and index.count(f'"{name}"')])
            for item in bearers
        ]


async def otherwise_named(door: Door, words: str, kind: str = "", limit: int = 8) -> list[tuple[str, str]]:
    """Things of which any name has words that begin so, *Peking* for Beijing: IRI, and the other names."""
    return await asyncio.to_thread(_named, door.path / "search.sqlite", words, kind, limit)


def _named(path: Path, words: str, kind: str, limit: int) -> list[tuple[str, str]]:
    with closing(search.Index(path)) as index:
        return [(thing.id, thing.note) for thing in index.suggest(words, kind, limit)]


async def matching(door: Door, catalogue: Catalogue, words: str) -> int:
    """The set of papers that hold the words. Raises Refused (422) for what is no search."""
    return await asyncio.to_thread(_matching, door.path / "search.sqlite", catalogue, words)


def _matching(path: Path, catalogue: Catalogue, words: str) -> int:
    try:
        with closing(search.Index(path)) as index:
            return catalogue.indexed(index.numbers(words), index.iris)
    except QueryError as error:
        raise Refused(Problem(422, "parameter", error.diagnostic.what, tuple(error.diagnostic.notes))) from error


def _documents(path: Path, words: str, most: int) -> list[str]:
    try:
        with closing(search.Index(path)) as index:
            return index.documents(words, most)
    except QueryError as error:
        hint = tuple(error.diagnostic.notes)
        raise Refused(Problem(422, "parameter", error.diagnostic.what, hint)) from error


async def passages(door: Door, words: str, wanted: Sequence[str]) -> dict[str, Found]:
    """Where the words stand in these papers, by IRI; only how often where the text is not published."""
    path = door.path / "texts.sqlite"
    most = SHOWN if door.text_published else 0
    return await asyncio.to_thread(_passages, path, words, wanted, most) if words else {}


def _passages(path: Path, words: str, wanted: Sequence[str], most: int) -> dict[str, Found]:
    asked = search.parse(words)
    found = {}
    for iri in wanted:
        kept = texts.get(path, iri.removeprefix(DOC).partition("/")[0])
        places = search.runs(kept.text, asked) if kept else []
        matches = tuple(_match(kept.text, start, end) for start, end in places[:most]) if kept else ()
        found[iri] = Found(iri, matches, len(places))
    return found


async def lines(door: Door, cards: Sequence[Card], places: Mapping[str, Sequence[tuple[int, int]]]) -> dict[str, Found]:
    """The lines of papers in which something stands at known places; none where the text is not published."""
    if not door.text_published:
        return {}
    wanted = [card.iri for card in cards if card.iri in places]
    return await asyncio.to_thread(_lines, door.path / "texts.sqlite", wanted, places)


def _lines(path: Path, wanted: Sequence[str], places: Mapping[str, Sequence[tuple[int, int]]]) -> dict[str, Found]:
    found = {}
    for iri in wanted:
        if (kept := texts.get(path, iri.removeprefix(DOC))) is not None:
            here = sorted(set(places[iri]))
            found[iri] = Found(iri, tuple(_match(kept.text, *place) for place in here[:SHOWN]), len(here))
    return found


STATED = CG + "states"


async def with_leads(door: Door, rows: Sequence[Sequence[dict[str, Any]]], most: int) -> list[list[dict[str, Any]]]:
    """Passages of rows with the ``lead`` of those that state something: how their sentence begins, before the words.

    Only of the first ``most`` of a row, and only where the text is published.
    """
    if not door.text_published:
        return [[{**item, "lead": ""} for item in row] for row in rows]
    return await asyncio.to_thread(_with_leads, door.path / "texts.sqlite", rows, most)


def _with_leads(path: Path, rows: Sequence[Sequence[dict[str, Any]]], most: int) -> list[list[dict[str, Any]]]:
    known: dict[str, str] = {}

    def lead(item: dict[str, Any], place: int) -> str:
        if item["p"] != STATED or place >= most or not item["document"]:
            return ""
        key = item["document"].removeprefix(DOC).partition("/")[0]
        if key not in known:
            found = texts.get(path, key)
            known[key] = found.text if found else ""
        return sentence_before(known[key], item["start"])

    return [[{**item, "lead": lead(item, place)} for place, item in enumerate(row)] for row in rows]


_SENTENCE = re.compile(r"(?:(?<!\bMr)(?<!\bNo)(?<!\bDr)(?<!\b[A-Z])\.|[!?;])[\"”’)\]]*\s+|\n")
LEAD = 140
"""Letters of a sentence's beginning that are shown."""


def sentence_before(text: str, start: int) -> str:
    """What stands before a place in its sentence, the last letters of it where it is long."""
    begin = max(0, start - 2 * LEAD)
    ends = [found.end() for found in _SENTENCE.finditer(text, begin, start) if found.end() <= start]
    words = " ".join(text[ends[-1] if ends else begin : start].split())
    if len(words) > LEAD or (begin and not ends):
        words = "…" + words[-LEAD:].partition(" ")[2]
    return words


def _match(text: str, start: int, end: int) -> Match:
    before = text[max(0, start - AROUND) : start].rpartition("\n")[2]
    after = text[end : end + AROUND].partition("\n")[0]
    if len(before) == AROUND:  # cut at a word
        before = "…" + before.partition(" ")[2]
    if len(after) == AROUND:
        after = after.rpartition(" ")[0] + "…"
    return Match(start, end, before, text[start:end], after)

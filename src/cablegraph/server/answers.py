"""Kept answers behind a server: beside the generation, or worked out in the background when a question is late."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil
from pathlib import Path
from typing import overload

from cablegraph import queries
from cablegraph.queries import kept
from cablegraph.queries.kept import Binding, Kept
from cablegraph.server.door import Door
from cablegraph.server.pages_graph import Row, Term
from cablegraph.server.refusals import Refused

_making: dict[tuple[Path, str], asyncio.Task[None]] = {}
_one = asyncio.Lock()


class KeptRows(Sequence[Row]):
    """The rows of a kept answer, read as they are asked for: a page of 50 costs two blocks of the file."""

    def __init__(self, answer: Kept) -> None:
        self._answer = answer

    def __len__(self) -> int:
        return self._answer.count

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            start, stop, step = index.indices(len(self))
            return tuple(row_of(row) for row in self._answer.rows(start, stop))[::step] if stop > start else ()
        at = range(len(self))[index]
        return next(row_of(row) for row in self._answer.rows(at, at + 1))

    def __iter__(self) -> Iterator[Row]:
        return map(row_of, self._answer.rows())


def row_of(binding: Binding) -> Row:
    """A row of SPARQL's JSON results as terms."""
    return {
        name: Term(value["value"], value["type"] == "uri", value.get("datatype", ""), value.get("xml:lang", ""))
        for name, value in binding.items()
        if value["type"] != "bnode"
    }


def find(door: Door, text: str) -> Kept | None:
    """The kept answer of a text for the generation that is served, made with it or since."""
    if not _is_built(door):
        return None
    return kept.find(door.path / kept.NAME, text) or kept.find(_own(door), text)


def late(door: Door, query: queries.Query, text: str, refused: Refused) -> Refused:
    """What is said of a question that ran out of time; without parameters its answer is then worked out, once."""
    if refused.problem.code != "query-timeout":
        return refused
    narrow = [parameter.label for parameter in query.parameters if parameter.optional]
    fewer = (f"choose: {', '.join(narrow)}",) if narrow else ()
    again = f"with more time: cablegraph query {query.name} --timeout {max(1, ceil(door.settings.timeout * 12))}"
    told = f"This question was stopped after {door.settings.timeout:g} s: it reads too much of the graph."
    if text == _at_defaults(query) and _is_built(door) and kept.keepable(query, text):
        if _begin(door, query, text):
            told += " Its answer is being worked out once for this graph, in the background; ask again in some minutes."
        else:
            told += " Working it out in the background gave nothing either."
    return Refused(replace(refused.problem, detail=told, hint=(*fewer, again), extra={"question": query.name}))


def _at_defaults(query: queries.Query) -> str:
    try:
        return queries.bind(query)
    except queries.ParameterError:
        return ""


def _begin(door: Door, query: queries.Query, text: str) -> bool:
    """Have this answer worked out, if nobody does; False when that was tried already."""
    target = _own(door)
    key = (target, text)
    if key not in _making:
        _making[key] = asyncio.ensure_future(_make(door.store_path, target, query.name, text))
    return not _making[key].done()


async def _make(store: Path, target: Path, name: str, text: str) -> None:
    """One at a time: a server has better things to do."""
    async with _one:
        command = [sys.executable, "-m", "cablegraph.queries.kept", str(store), str(target), name]
        pipe = asyncio.subprocess.PIPE
        child = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=asyncio.subprocess.DEVNULL)
        try:
            await asyncio.wait_for(child.communicate(text.encode()), kept.LONGEST)
        except TimeoutError:
            logging.getLogger("cablegraph").warning("question-given-up", extra={"facts": {"question": name}})
        finally:
            if child.returncode is None:
                child.kill()
            for old in target.parent.glob("questions-*.sqlite"):
                if old != target:
                    old.unlink(missing_ok=True)


def _own(door: Door) -> Path:
    return door.folder / f"questions-{door.generation}.sqlite"


def _is_built(door: Door) -> bool:
    return door.elsewhere is None and not door.settings.scratch

"""What is done beside the loading of a store, in other processes: evidence checked, texts kept, words indexed.

A batch of a hundred papers is unpacked once for all three; while ``frus1918Russiav03-d165`` is looked at here, its
lines are on their way into the store.
"""

from __future__ import annotations

import gc
import json
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from pyoxigraph import RdfFormat, Store

from cablegraph import catalogue, search, validation
from cablegraph.cache import Packed, unpack
from cablegraph.iri import DOC
from cablegraph.pool import in_pool
from cablegraph.progress import Counting
from cablegraph.soundness import sound
from cablegraph.statements import Statements, statements
from cablegraph.store import texts

TOGETHER = 500
"""Fewer papers are checked together and in this process: the graph as a whole."""
BATCH = 100


@dataclass(frozen=True, slots=True)
class Batch:
    """Some documents, and lines that belong to none."""

    documents: tuple[Packed, ...]
    lines: bytes = b""


@dataclass(frozen=True, slots=True)
class Looked:
    """What became of a batch: findings, texts and index entries in the order of their keys, what they name."""

    documents: int
    findings: list[dict[str, Any]]
    texts: list[texts.Row]
    entries: list[search.Entry]
    named: search.Named
    cards: catalogue.Entries


def batches(documents: Iterable[Packed], count: int, lines: bytes) -> Iterator[Batch]:
    """Documents, ``count`` in all, a hundred at a time; ``lines`` by themselves, or with them all if those are few."""
    if count < TOGETHER:
        yield Batch(tuple(documents), lines)
        return
    yield Batch((), lines)
    batch: list[Packed] = []
    for document in documents:
        batch.append(document)
        if len(batch) == BATCH:
            yield Batch(tuple(batch))
            batch = []
    yield Batch(tuple(batch))


def look(batch: Batch, names: search.Names) -> Looked:
    """Check a batch by itself, and make what is kept and found of its papers."""
    stored = [_text(document) for document in batch.documents]
    found, findings = _checked(batch, stored)
    of_paper = {DOC + text.key: text.text for text in stored}
    entries = search.entries(found, names, lambda iri: of_paper.get(iri, ""))
    cards = catalogue.entries(found, {DOC + text.key: text.family for text in stored})
    return Looked(len(stored), findings, list(map(texts.row, stored)), entries, search.named(found, names), cards)


def check(documents: Iterable[Packed], lines: bytes) -> list[dict[str, Any]]:
    """Findings of E1 to E8 over some documents: each brings the readings of its edges and the words they cite."""
    batch = Batch(tuple(documents), lines)
    return _checked(batch, list(map(_text, batch.documents)))[1]


def _checked(batch: Batch, stored: list[texts.StoredText]) -> tuple[Statements, list[dict[str, Any]]]:
    """The statements of a batch, and what is wrong with them; a store is made, and asked, only where something is."""
    kept = {f"{DOC}{text.key}/text/{text.sha256[:8]}": text.text for text in stored}
    lines = b"".join((batch.lines, *(unpack(part) for item in batch.documents for part in (item.body, item.extra))))
    distinct = {line for line in lines.decode().split("\n") if line}
    found = statements(distinct)
    return found, [] if sound(distinct, found, kept.get) else _findings(lines, kept.get)


def _findings(lines: bytes, text_of: Callable[[str], str | None]) -> list[dict[str, Any]]:
    store = Store()
    store.load(lines, format=RdfFormat.N_TRIPLES)
    return [finding.to_json() for finding in (*validation.invariants(store), *validation.texts(store, text_of))]


def _text(document: Packed) -> texts.StoredText:
    return texts.StoredText(document.key, document.text_sha, **json.loads(unpack(document.source)))


class Beside:
    """Looks at batches and writes the texts, the index and the catalogue until it is left; `findings` stand then.

    ``said`` are the statements that name what many papers name. An error of it is raised on leaving.
    """

    def __init__(self, stage: Path, batches: Iterable[Batch], said: Statements, jobs: int, progress: Counting) -> None:
        self._stage, self._batches, self._said, self._names = stage, batches, said, search.Names(said)
        self._jobs, self._progress = jobs, progress
        self._found: list[dict[str, Any]] = []
        self._stopped = False
        self._failed: BaseException | None = None
        self._thread = threading.Thread(target=self._run)

    def __enter__(self) -> Beside:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopped = error is not None
        self._thread.join()
        if error is None and self._failed is not None:
            raise self._failed

    @property
    def findings(self) -> tuple[dict[str, Any], ...]:
        """What the checks found, so many of each."""
        return tuple(sorted(self._found, key=lambda finding: (finding["check"], finding["node"], finding["what"])))

    def _run(self) -> None:
        try:
            with (
                closing(texts.Writer(self._stage / "texts.sqlite")) as kept,
                closing(search.Writer(self._stage / "search.sqlite")) as index,
                closing(catalogue.Making(self._stage / catalogue.FILE)) as cards,
            ):
                cards.tell(catalogue.named(self._said))
                for looked in self._looked():
                    kept.add(looked.texts)
                    index.add(looked.entries, looked.named)
                    cards.add(looked.cards)
                    self._note(looked)
                kept.finish()
                index.finish(self._names)
                cards.finish()
        except BaseException as error:
            self._failed = error

    def _looked(self) -> Iterator[Looked]:
        if self._jobs == 0:
            return (look(batch, self._names) for batch in self._going())
        return in_pool(_look, self._going(), self._jobs, _begin, (self._names,), ordered=True)

    def _going(self) -> Iterator[Batch]:
        for batch in self._batches:
            if self._stopped:
                return
            yield batch

    def _note(self, looked: Looked) -> None:
        shown = Counter(finding["check"] for finding in self._found)
        for finding in looked.findings:
            shown[finding["check"]] += 1
            if shown[finding["check"]] <= validation.SHOWN:
                self._found.append(finding)
        self._progress.count(looked.documents)


_names: search.Names


def _begin(names: search.Names) -> None:
    global _names
    _names = names
    gc.set_threshold(100_000)  # a batch is many small tuples, and none of them in a cycle


def _look(batch: Batch) -> Looked:
    return look(batch, _names)

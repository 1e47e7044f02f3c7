"""Many papers through the line at once: batches in a pool of processes, those that are still good left out."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from cablegraph import line as one
from cablegraph.cache import Cache, Kept, MadePaper
from cablegraph.corpus import Corpus, Paper
from cablegraph.pool import in_pool
from cablegraph.progress import Counting, Tell

BATCH_FILES = 64
BATCHES = 16
"""Files are shared out in at least so many batches, so that no process is left alone with the last."""
BATCH_BYTES = 4 << 20
IN_PROCESS_BELOW = 40
"""Fewer papers than this are done in this process: starting others would cost more."""


def make_all(line: one.Line, found: list[Paper], cache: Cache, jobs: int, tell: Tell) -> None:
    """Bring the file of made papers up to date. ``jobs`` is the number of processes (0: as many as cores)."""
    todo = _todo(line, found, cache)
    progress = Counting("papers", len(found), len(found) - len(todo), tell)
    batches = _batches(todo, max(1, min(BATCH_FILES, len(todo) // BATCHES)))
    if len(todo) < IN_PROCESS_BELOW or jobs == 1:
        made = ([one.make(line, paper) for paper in batch] for batch in batches)
    else:
        made = in_pool(_make_batch, batches, jobs, _begin, (line.corpus,))  # type: ignore[assignment]
    for batch in made:
        cache.put(batch)
        progress.count(len(batch))


def in_shard(name: str, shard: tuple[int, int]) -> bool:
    """Whether a paper belongs to shard I of N, (1, 4) to (4, 4): by its name, so that every machine agrees."""
    return zlib.crc32(name.encode()) % shard[1] == shard[0] - 1


def _todo(line: one.Line, found: list[Paper], cache: Cache) -> list[Paper]:
    """Papers that are to be made: new ones, and those of which anything that decides their results has changed."""
    kept, documents = cache.kept(), cache.document_keys() if line.decisions.all else {}
    todo: list[Paper] = []
    stamps: list[tuple[str, str]] = []
    for paper in found:
        before = kept.get(paper.name)
        content = _content(paper, before, stamps)
        if before is None or before.cache_key != one.cache_key(
            line, paper.name, content, documents.get(paper.name, ())
        ):
            todo.append(paper)
    cache.touch(stamps)
    return todo


def _content(paper: Paper, before: Kept | None, stamps: list[tuple[str, str]]) -> bytes:
    """The sha256 of the bytes; a file that the file system calls unchanged is not read."""
    if before is None:
        return b""
    try:
        if paper.stamp and paper.stamp == before.stamp:
            return before.content
        content = one.content_of(paper.path)
    except OSError:
        return b""  # what is wrong with it is said when it is made
    if paper.stamp and content == before.content:
        stamps.append((paper.name, paper.stamp))
    return content


_line: one.Line


def _begin(corpus: Corpus) -> None:
    """Load the line in a worker."""
    global _line
    _line = one.load(corpus)


def _make_batch(batch: list[Paper]) -> list[MadePaper]:
    return [one.make(_line, paper) for paper in batch]


def _batches(todo: Iterable[Paper], files: int) -> Iterator[list[Paper]]:
    batch: list[Paper] = []
    size = 0
    for paper in todo:
        batch.append(paper)
        size += paper.size
        if len(batch) >= files or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch

"""The whole line in one place: papers in, a generation made current, a report of what was and was not read."""

from __future__ import annotations

import gc
import hashlib
import json
import re
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from errno import ENOSPC
from functools import partial
from pathlib import Path
from typing import Any

from cablegraph import __version__, linking, report, standing, vocabulary
from cablegraph import line as one
from cablegraph.assembling import Assembled, Shared, answers, assemble, check, follow
from cablegraph.cache import Cache, pack, unpack
from cablegraph.corpus import Corpus, none_found, papers
from cablegraph.errors import StoreError
from cablegraph.evidence import CANDIDATE, quoted
from cablegraph.iri import RDFS
from cablegraph.making import in_shard, make_all
from cablegraph.progress import Clock, Counting, Progress, Tell, silent
from cablegraph.queries import kept
from cablegraph.report import Report
from cablegraph.standing import Change, Count, Plan
from cablegraph.store import embedded, void
from cablegraph.store.generations import Generation, Generations

__all__ = ["Progress", "Report", "Tell", "build", "build_shard", "check", "load_parts"]


def build(
    corpus: Corpus,
    sources: Sequence[Path],
    data: Path,
    *,
    jobs: int = 0,
    only: str | None = None,
    fresh: bool = False,
    dry_run: bool = False,
    tell: Tell = silent,
) -> Report:
    """Build the papers below ``sources`` into a generation below ``data`` and make it current.

    ``jobs`` is the number of processes (0: as many as cores). What was made before is used again where nothing changed.
    Raises StoreError when another build holds the folder; papers that cannot be read are reported, never raised.
    """
    clock = Clock()
    line = one.load(corpus)  # first: what is wrong with the corpus leaves everything as it is
    generations = Generations(data)
    with _room(data), generations.lock(), _seldom_collected():
        if fresh:
            for stale in (data / "cache").glob("papers.sqlite*"):
                stale.unlink()
        cache = Cache(data / "cache" / "papers.sqlite")
        try:
            found = list(papers(sources, only))
            if not found:
                raise none_found(sources, only)
            clock.lap("find")
            make_all(line, found, cache, jobs, tell)
            if only is None:
                cache.drop(cache.names() - {paper.name for paper in found})
            found.clear()  # not kept while the store is loaded, when memory is scarcest
            clock.lap("papers")
            return _Generation(line, cache, generations, clock, jobs, tell).make(dry_run)
        finally:
            cache.close()


@contextmanager
def _room(data: Path) -> Iterator[None]:
    """Say of a full disk what is missing; whatever was begun is not current, and the last generation is untouched."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        if getattr(error, "errno", 0) != ENOSPC and not _FULL.search(str(error)):
            raise
        current = Generations(data).current()
        size = sum(file.stat().st_size for file in current.path.rglob("*")) if current else 0
        free = shutil.disk_usage(data).free
        notes = (
            f"{free >> 20:,} MiB are free now; the current generation takes {size >> 20:,} MiB, a new one as much",
            "make room, or: cablegraph generations prune",
            "the current generation is untouched; papers already read are not read again",
        )
        raise StoreError("the disk is full", path=str(data), notes=notes) from error


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Let Python look for garbage seldom: what is known of 100,000 papers is a million objects, and none is any."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


_FULL = re.compile("No space left|disk is full|disk I/O error")


class _Generation:
    """The step from made papers to a generation: what stands, what it is called, where it is taken from."""

    def __init__(
        self, line: one.Line, cache: Cache, generations: Generations, clock: Clock, jobs: int, tell: Tell
    ) -> None:
        self._line, self._cache, self._generations = line, cache, generations
        self._clock, self._jobs, self._tell = clock, jobs, tell

    def make(self, dry_run: bool) -> Report:
        """Bring index, store and pointer to the live papers, in this order; killed anywhere, it can be done again."""
        with self._cache.writing() as transaction:
            plan = standing.plan(self._cache, self._line.decisions.papers)
            progress = Counting("resolve", len(plan.ids), 0, self._tell)
            change = standing.advance(self._cache, plan.ids, progress.count)
            shared = Shared(tuple(self._shared_lines(plan)), self._generations.named_graphs_path)
            id_ = self._id(shared)
            self._clock.lap("resolve")
            current = self._generations.current()
            changed = current is None or current.id != id_
            if dry_run:
                transaction.undone = True
                return self._report(plan, shared, id_, changed)
            generation = self._generation(id_, change, shared)
            self._keep(id_, shared)
        self._generations.make_current(generation.id)
        self._clock.lap("commit")
        made = self._report(plan, shared, id_, changed, generation)
        report.write(self._generations.data / "report.json", made)
        return made

    def _shared_lines(self, plan: Plan) -> list[str]:
        """Sorted lines that belong to no single paper: vocabularies, authorities and their links, double texts."""
        line = self._line
        used = standing.items(self._cache, Count.ENTITY)
        lines = set(vocabulary.lines())
        lines.update(linking.authority_lines(line.authority, used, (line.corpus.folder / "curation",)))
        called = standing.labelled(self._cache) if line.decisions.entities else set()
        lines.update(line.decisions.lines(called | line.authority.entries.keys()))
        lines.update(f"<{text}> <{RDFS}label> {quoted(path)} ." for text, path in plan.doubles)
        return sorted(lines)

    def _id(self, shared: Shared) -> str:
        """First 12 hex digits of SHA-256 over sorted digests: papers, shared data, corpus facts, named graphs."""
        # a text withheld, another licence or editor is another generation: no kept answer outlives it
        facts = json.dumps(self._line.corpus.facts, sort_keys=True)
        common = ("\n".join(shared.lines), facts)
        digests = [*standing.digests(self._cache), *(hashlib.sha256(text.encode()).hexdigest() for text in common)]
        if shared.named.is_file():
            digests.append(_digest(shared.named))
        return hashlib.sha256("\n".join(sorted(digests)).encode()).hexdigest()[:12]

    def _keep(self, id_: str, shared: Shared) -> None:
        """Note which generation the index now stands for."""
        self._cache.forget_dead()
        self._cache.set("generation", id_.encode())
        self._cache.set("shared", pack("\n".join(shared.lines).encode()))
        self._cache.set("named", _digest(shared.named).encode())

    def _generation(self, id_: str, change: Change, shared: Shared) -> Generation:
        """The generation of this id: one that is there and whole, else made from the last one or from nothing."""
        there = self._whole(id_)
        if there is not None:
            return there
        stage = self._generations.stage()
        base = self._whole(self._cache.get("generation").decode()) if change.small else None
        if base is not None and self._cache.get("named").decode() == _digest(shared.named):
            before = unpack(self._cache.get("shared")).decode().split("\n")
            made = follow(stage, base, self._cache, change, before, shared, self._clock)
        else:
            made = assemble(stage, self._cache, shared, self._jobs, self._clock, self._tell)
            self._answer(stage)
        generation = self._finish(stage, id_, made)
        self._clock.lap("finish")
        return generation

    def _whole(self, id_: str) -> Generation | None:
        for generation in self._generations.list():
            if generation.id == id_:
                try:
                    generation.verify()
                except StoreError:
                    return None
                return generation if "counts" in answers(generation) else None
        return None

    def _answer(self, stage: Path) -> None:
        """Keep the answers of questions over a large graph; one made from the last is asked when it is served."""
        if standing.totals(self._cache)["documents"] >= kept.LARGE:
            own = self._line.corpus.folder / "queries"
            kept.make(stage / "store", stage / kept.NAME, (own,), self._jobs)
            self._clock.lap("questions")

    def _finish(self, stage: Path, id_: str, made: Assembled) -> Generation:
        corpus = self._line.corpus
        found = {"findings": made.findings, "counts": made.counts.to_json()}
        (stage / "answers.json").write_text(json.dumps(found, ensure_ascii=False), "utf-8")
        (stage / "void.ttl").write_text(void.description(made.counts, corpus.title, corpus.licence), "utf-8")
        documents = standing.totals(self._cache)["documents"]
        manifest = {"id": id_, "cablegraph": __version__, "quads": made.quads, "documents": documents}
        return self._generations.finish(stage, {**manifest, **corpus.facts})

    def _report(self, plan: Plan, shared: Shared, id_: str, changed: bool, made: Generation | None = None) -> Report:
        readers: Counter[str] = Counter()
        said: list[dict[str, Any]] = []
        unread = 0
        for _, reader, diagnostics in self._cache.papers():
            if diagnostics and any(item.get("severity") == "error" for item in diagnostics):
                unread += 1
            else:
                readers[reader] += 1
            said += diagnostics
        said.extend(report.double(key, path) for key, path in plan.doubles)
        said.extend(report.clash(*clash) for clash in plan.clashes)
        counts = {
            "papers": sum(readers.values()) + unread,
            "unread": unread + len(plan.clashes),
            **standing.totals(self._cache),
            "entities": len(standing.items(self._cache, Count.ENTITY)),
            "warnings": sum(1 for item in said if item.get("severity") == "warning"),
        }
        counts["candidates"] += sum(text.encode().endswith(CANDIDATE) for text in shared.lines)
        now = partial(embedded.values, made.store_path) if made is not None else None
        decided = self._line.decisions.report(standing.items(self._cache, Count.DECISION), now)
        findings = tuple(answers(made)["findings"]) if made is not None else ()
        kinds = dict(sorted(readers.items()))
        return Report(id_, changed, counts, kinds, tuple(said), findings, decided, self._clock.laps)


def _digest(path: Path) -> str:
    """The sha256 of a file's bytes; nothing for a file that is not there."""
    return one.content_of(path).hex() if path.is_file() else ""


# ------------------------------------------------------------------ shards


@dataclass(frozen=True, slots=True)
class Part:
    """How many papers a part holds, those left out that belong to others, and how many of them could not be read."""

    papers: int
    unread: int


def build_shard(
    corpus: Corpus, sources: Sequence[Path], shard: tuple[int, int], into: Path, *, jobs: int = 0, tell: Tell = silent
) -> Part:
    """Make the papers of shard I of N and keep them in the one file ``into``; `load_parts` joins them anywhere.

    A file that is there already is gone on with, so that a killed one makes nothing twice.
    """
    line = one.load(corpus)
    found = [paper for paper in papers(sources) if in_shard(paper.name, shard)]
    cache = Cache(into)
    try:
        cache.set("shard", b"")
        make_all(line, found, cache, jobs, tell)
        cache.drop(cache.names() - {paper.name for paper in found})
        unread = sum(any(item["severity"] == "error" for item in said) for _, _, said in cache.papers())
        cache.set("line", line.version.encode())
        cache.set("shard", f"{shard[0]}/{shard[1]}".encode())
        cache.seal()
    finally:
        cache.close()
    return Part(len(found), unread)


def load_parts(corpus: Corpus, parts: Sequence[Path], data: Path, *, jobs: int = 0, tell: Tell = silent) -> Report:
    """Build a generation from the parts that `build_shard` made: the same as one build of all their papers.

    Raises StoreError where a part is missing or was made by other rules, mappings, authorities or facts of the corpus.
    """
    clock = Clock()
    line = one.load(corpus)
    generations = Generations(data)
    with _room(data), generations.lock():
        _check_parts(line, parts)
        cache = Cache(data / "cache" / "papers.sqlite")
        try:
            names: set[str] = set()
            progress = Counting("join", len(parts), 0, tell)
            for part in parts:
                names.update(_join(part, cache))
                progress.count()
            cache.drop(cache.names() - names)
            clock.lap("join")
            return _Generation(line, cache, generations, clock, jobs, tell).make(False)
        finally:
            cache.close()


def _check_parts(line: one.Line, paths: Sequence[Path]) -> None:
    """Whether the parts belong together. Raises StoreError."""
    shards = []
    for path in paths:
        part = Cache(path)
        shard, version = part.get("shard").decode(), part.get("line").decode()
        part.close()
        if not shard:
            notes: tuple[str, ...] = ("make it, or go on with it: cablegraph build --shard I/N -o PART",)
            raise StoreError(f"{path.name} is not a finished part", path=str(path), notes=notes)
        if version != line.version:
            notes = ("all parts need one program, corpus.toml, mappings and authorities", "make this part again")
            raise StoreError(f"{path.name} was made by other rules than those here", path=str(path), notes=notes)
        shards.append(shard)
    of = shards[0].partition("/")[2]
    wanted = [f"{number}/{of}" for number in range(1, int(of) + 1)]
    if sorted(shards) != sorted(wanted):
        raise StoreError(
            f"these are not all the parts, each once: {' '.join(shards)}", notes=f"needed: 1/{of} to {of}/{of}"
        )


def _join(path: Path, cache: Cache) -> set[str]:
    """Put a part's papers into the file of made papers, save those that are there already; gives their names."""
    names, batch, kept = set(), [], cache.kept()
    part = Cache(path)
    try:
        for paper in part.made_papers():
            names.add(paper.name)
            before = kept.get(paper.name)
            if before is None or before.cache_key != paper.cache_key:
                batch.append(paper)
            if len(batch) == JOINED:
                cache.put(batch)
                batch = []
        cache.put(batch)
    finally:
        part.close()
    return names


JOINED = 200
"""So many papers of a part are written at once."""

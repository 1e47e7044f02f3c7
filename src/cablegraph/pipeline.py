"""The whole line in one place: papers in, a generation made current, a report of what was and was not read."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from cablegraph import __version__, linking, search, validation, vocabulary
from cablegraph import line as one
from cablegraph.cache import Cache, MadePaper
from cablegraph.corpus import Corpus, Paper, papers
from cablegraph.errors import Diagnostic, StoreError
from cablegraph.evidence import quoted, reading_lines, rule_lines
from cablegraph.iri import DOC, RDFS, shorten
from cablegraph.store import embedded, texts, void
from cablegraph.store.generations import Generation, Generations

BATCH_FILES = 64
BATCH_BYTES = 4 << 20
IN_PROCESS_BELOW = 40
"""Fewer papers than this are done in this process: starting others would cost more."""


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of a long work: stage, how many of how many are done, seconds left (or None)."""

    stage: str
    done: int
    total: int
    eta: float | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: the generation, counts, and everything that was to be said of the papers."""

    generation: str
    changed: bool
    counts: dict[str, int]
    readers: dict[str, int]
    diagnostics: tuple[dict[str, Any], ...]
    findings: tuple[dict[str, Any], ...] = ()
    decisions: dict[str, list[Any]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def unread(self) -> int:
        """How many papers are not in the graph."""
        return self.counts.get("unread", 0)

    def to_json(self) -> dict[str, Any]:
        """As it is written to report.json."""
        return {name: getattr(self, name) for name in self.__slots__}


Tell = Callable[[Progress], None]
_T = TypeVar("_T")


def build(
    corpus: Corpus,
    sources: Sequence[Path],
    data: Path,
    *,
    jobs: int = 0,
    only: str | None = None,
    fresh: bool = False,
    dry_run: bool = False,
    tell: Tell = lambda progress: None,
) -> Report:
    """Build the papers below ``sources`` into a generation below ``data`` and make it current.

    ``jobs`` is the number of processes (0: as many as cores). What was made before is used again where nothing changed.
    Raises StoreError when another build holds the folder; papers that cannot be read are reported, never raised.
    """
    clock = _Clock()
    generations = Generations(data)
    with generations.lock():
        if fresh:
            for stale in (data / "cache").glob("papers.sqlite*"):
                stale.unlink()
        cache = Cache(data / "cache" / "papers.sqlite")
        try:
            found = list(papers(sources, only))
            line = one.load(corpus)
            for batch in _make_all(line, found, cache, jobs, tell):
                cache.put(batch)
            if only is None:
                cache.drop(set(cache.keys()) - {paper.name for paper in found})
            clock.lap("papers")
            return _generation(line, cache, generations, clock, tell, dry_run)
        finally:
            cache.close()


def _generation(
    line: one.Line, cache: Cache, generations: Generations, clock: _Clock, tell: Tell, dry_run: bool
) -> Report:
    plan = _plan(cache)
    shared = _shared_lines(line, cache, plan, generations)
    clock.lap("resolve")
    id_ = _generation_id(plan, shared, generations.named_graphs_path)
    current = generations.current()
    changed = current is None or current.id != id_
    report = _report(line, cache, plan, id_, changed, clock)
    if dry_run:
        return report
    if changed:
        findings = _store(generations, id_, cache, plan, shared, line.corpus, clock, tell)
        report = _report(line, cache, plan, id_, changed, clock, findings)
    elif current is not None:
        kept = json.loads((current.path / "answers.json").read_text("utf-8"))
        report = _report(line, cache, plan, id_, changed, clock, tuple(kept["findings"]))
    _write_report(generations.data / "report.json", report)
    return report


# ------------------------------------------------------------------ papers


def _make_all(line: one.Line, found: list[Paper], cache: Cache, jobs: int, tell: Tell) -> Iterator[list[MadePaper]]:
    """Made papers in batches, those that are still good left out."""
    keys, documents = cache.keys(), cache.document_keys()
    todo: list[Paper] = []
    for paper in found:
        if keys.get(paper.name) != one.cache_key(line, paper, documents.get(paper.name, ())):
            todo.append(paper)
    progress = _Counting("papers", len(found), len(found) - len(todo), tell)
    if len(todo) < IN_PROCESS_BELOW or jobs == 1:
        for batch in _batches(todo):
            yield progress.count([one.make(line, paper) for paper in batch])
        return
    yield from _make_in_pool(line.corpus, todo, jobs or os.cpu_count() or 1, progress)


def _make_in_pool(corpus: Corpus, todo: list[Paper], jobs: int, progress: _Counting) -> Iterator[list[MadePaper]]:
    context = multiprocessing.get_context("spawn")
    batches = _batches(todo)
    with ProcessPoolExecutor(jobs, context, _begin, (corpus, os.getpid())) as pool:
        waiting: set[Future[list[MadePaper]]] = set()
        try:
            for batch in batches:
                waiting.add(pool.submit(_make_batch, batch))
                if len(waiting) >= 2 * jobs:
                    done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                    yield from (progress.count(future.result()) for future in done)
            while waiting:
                done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                yield from (progress.count(future.result()) for future in done)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


_line: one.Line


def _begin(corpus: Corpus, parent: int) -> None:
    """Load the line in a worker, and end the worker when its parent is killed."""
    global _line
    _line = one.load(corpus)
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)


def _make_batch(batch: list[Paper]) -> list[MadePaper]:
    return [one.make(_line, paper) for paper in batch]


def _batches(todo: Iterable[Paper]) -> Iterator[list[Paper]]:
    batch: list[Paper] = []
    size = 0
    for paper in todo:
        batch.append(paper)
        size += paper.size
        if len(batch) >= BATCH_FILES or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


# ------------------------------------------------------------------ the corpus as a whole


@dataclass(frozen=True, slots=True)
class _Plan:
    """Which documents are in, which texts stand twice, and what the corpus-wide steps need of each."""

    documents: tuple[tuple[str, int], ...]
    digests: tuple[str, ...]
    facts: tuple[dict[str, Any], ...]
    doubles: tuple[tuple[str, str], ...]
    """IRI of a text and a further path at which it was found."""
    clashes: tuple[tuple[str, str, str], ...]
    """Document key, and the names of the two files that both claim it."""


def _plan(cache: Cache) -> _Plan:
    by_text: dict[str, str] = {}
    by_key: dict[str, str] = {}
    rows, digests, facts = [], [], []
    doubles, clashes = [], []
    for name, position, key, text_sha, digest, fact in cache.documents():
        if text_sha in by_text:
            doubles.append((f"{DOC}{by_text[text_sha]}/text/{text_sha[:8]}", fact["path"]))
            continue
        if key in by_key:
            clashes.append((key, by_key[key], name))
            continue
        by_text[text_sha], by_key[key] = key, name
        rows.append((name, position))
        digests.append(digest)
        facts.append(fact)
    return _Plan(tuple(rows), tuple(digests), tuple(facts), tuple(doubles), tuple(clashes))


def _shared_lines(line: one.Line, cache: Cache, plan: _Plan, generations: Generations) -> list[str]:
    """Sorted lines that belong to no single paper: vocabularies, authorities, links, citations, double texts."""
    cards = [linking.card_from_json(fact["card"]) for fact in plan.facts]
    used = {entity for fact in plan.facts for entity in fact["entities"]}
    lines = set(vocabulary.lines())
    told = used | line.decisions.entities
    lines.update(linking.authority_lines(line.authority, told, (line.corpus.folder / "curation",)))
    lines.update(line.decisions.lines(used | line.authority.entries.keys()))
    for reading in linking.resolve(cards):
        lines.update(reading_lines(reading))
        lines.update(rule_lines([reading.rule]))
    asserted = {edge for fact in plan.facts for edge in fact["shared"]}
    for fact in plan.facts:
        # A candidate never stands beside its asserted edge, whichever document asserts it (model section 4, rule 1).
        for edge, proposed in fact["proposed"]:
            if edge not in asserted:
                lines.update(proposed)
    for key, path in plan.doubles:
        lines.add(f"<{key}> <{RDFS}label> {quoted(path)} .")
    return sorted(lines)


def _generation_id(plan: _Plan, shared: list[str], named: Path) -> str:
    """First 12 hex digits of SHA-256 over the sorted digests of papers, shared data and named graphs."""
    digests = [*plan.digests, hashlib.sha256("\n".join(shared).encode()).hexdigest()]
    if named.is_file():
        digests.append(hashlib.sha256(named.read_bytes()).hexdigest())
    return hashlib.sha256("\n".join(sorted(digests)).encode()).hexdigest()[:12]


def _store(
    generations: Generations,
    id_: str,
    cache: Cache,
    plan: _Plan,
    shared: list[str],
    corpus: Corpus,
    clock: _Clock,
    tell: Tell,
) -> tuple[dict[str, Any], ...]:
    """Write, load and verify a generation, then make it current."""
    stage = generations.stage()
    part = stage / "graph.nt"
    progress = _Counting("load", len(plan.documents), 0, tell)
    with part.open("wb") as stream:
        stream.write("".join(f"{text}\n" for text in shared).encode())
        for body in cache.bodies(plan.documents):
            stream.write(body)
            progress.count([None])
    parts = [part, *([generations.named_graphs_path] if generations.named_graphs_path.is_file() else [])]
    quads = embedded.load(parts, stage / "store")
    part.unlink()
    clock.lap("load")
    texts.write(stage / "texts.sqlite", _texts(cache, plan))
    findings = tuple(finding.to_json() for finding in check(stage))
    (stage / "answers.json").write_text(json.dumps({"findings": findings}, ensure_ascii=False), "utf-8")
    clock.lap("check")
    (stage / "void.ttl").write_text(void.describe(stage / "store", corpus.title, corpus.licence), "utf-8")
    search.build(stage / "store", stage / "search.sqlite")
    clock.lap("search")
    manifest = {"id": id_, "cablegraph": __version__, "quads": quads, "documents": len(plan.documents)}
    manifest |= {"title": corpus.title, "licence": corpus.licence}
    generation: Generation = generations.finish(stage, manifest)
    generations.make_current(generation.id)
    return findings


def check(generation: Path) -> tuple[validation.Finding, ...]:
    """E1 to E8 of a generation's directory: every edge has its words, and the words stand where they are said to."""

    def text_of(iri: str) -> str | None:
        kept = texts.get(generation / "texts.sqlite", iri.removeprefix(DOC).partition("/text/")[0])
        return kept.text if kept else None

    store = generation / "store"
    return (*validation.invariants(store), *validation.texts(store, text_of))


def _texts(cache: Cache, plan: _Plan) -> Iterator[texts.StoredText]:
    for kept in cache.sources(plan.documents):
        kept["layers"] = tuple((start, end, layer) for start, end, layer in kept["layers"])
        yield texts.StoredText(**kept)


# ------------------------------------------------------------------ report


def _report(
    line: one.Line,
    cache: Cache,
    plan: _Plan,
    id_: str,
    changed: bool,
    clock: _Clock,
    findings: tuple[dict[str, Any], ...] = (),
) -> Report:
    readers: Counter[str] = Counter()
    said: list[dict[str, Any]] = []
    unread = 0
    for _, reader, diagnostics in cache.papers():
        errors = any(item.get("severity") == "error" for item in diagnostics)
        unread += errors
        readers.update([] if errors else [reader])
        said.extend(diagnostics)
    said.extend(_double(key, path) for key, path in plan.doubles)
    said.extend(_clash(*clash) for clash in plan.clashes)
    counts = {
        "papers": sum(readers.values()) + unread,
        "unread": unread + len(plan.clashes),
        "documents": len(plan.documents),
        "composed": sum(1 for fact in plan.facts if fact["composed"]),
        "edges": sum(fact["edges"] for fact in plan.facts),
        "readings": sum(fact["readings"] for fact in plan.facts),
        "candidates": sum(fact["candidates"] for fact in plan.facts),
        "entities": len({entity for fact in plan.facts for entity in fact["entities"]}),
        "warnings": sum(1 for item in said if item.get("severity") == "warning"),
    }
    return Report(
        id_,
        changed,
        counts,
        dict(sorted(readers.items())),
        tuple(said),
        findings,
        line.decisions.report({iri for fact in plan.facts for iri in fact["decisions"]}),
        clock.laps,
    )


def _double(key: str, path: str) -> dict[str, Any]:
    document = shorten(key.partition("/text/")[0])
    what = f"{path} holds the same text as {document}"
    return Diagnostic(what, "warning", path=path, notes=("one paper, both paths listed",), code="double").to_json()


def _clash(key: str, first: str, second: str) -> dict[str, Any]:
    notes = (f"{first} has it already; rename one of the two files", f"{second} is not in the graph")
    what = f"two different papers would both be doc:{key}: {first} and {second}"
    return Diagnostic(what, path=second, notes=notes, code="clash").to_json()


def _write_report(path: Path, report: Report) -> None:
    part = path.with_suffix(".part")
    try:
        part.write_text(json.dumps(report.to_json(), ensure_ascii=False, indent=1), "utf-8")
        part.replace(path)
    except OSError as error:
        raise StoreError(f"the report could not be written: {error}", path=str(path)) from error


class _Clock:
    """Seconds of each step."""

    def __init__(self) -> None:
        self._last = time.monotonic()
        self.laps: dict[str, float] = {}

    def lap(self, name: str) -> None:
        now = time.monotonic()
        self.laps[name] = round(self.laps.get(name, 0.0) + now - self._last, 3)
        self._last = now


class _Counting:
    """Counts what is done and tells of it, with the time left at the rate so far."""

    def __init__(self, stage: str, total: int, done: int, tell: Tell) -> None:
        self._stage, self._total, self._done, self._tell = stage, total, done, tell
        self._start, self._start_done = time.monotonic(), done
        self._tell(Progress(stage, done, total))

    def count(self, batch: list[_T]) -> list[_T]:
        self._done += len(batch)
        made = self._done - self._start_done
        left = (time.monotonic() - self._start) / made * (self._total - self._done) if made else None
        self._tell(Progress(self._stage, self._done, self._total, left))
        return batch

"""A generation's directory: all of it from what was made, or the last one's with the little that differs.

After one telegram of 100,000 is corrected, some hundred triples go and come; the store, the texts and the counts of the
generation before are taken over by hard link or copy and changed by those.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, Store, Triple

from cablegraph import beside, catalogue, search, standing, validation
from cablegraph.cache import Cache, number_of, unpack
from cablegraph.iri import DOC, RDF, RDFS, SKOS, shorten
from cablegraph.line import is_own
from cablegraph.progress import Clock, Counting, Tell
from cablegraph.standing import MOST, Change, Count, written
from cablegraph.statements import statements
from cablegraph.store import embedded, texts, void
from cablegraph.store.generations import Generation


@dataclass(frozen=True, slots=True)
class Shared:
    """Lines that belong to no single paper, sorted, and the file of named graphs (which may not be there)."""

    lines: tuple[str, ...]
    named: Path


@dataclass(frozen=True, slots=True)
class Assembled:
    """What stands in a staged directory: quads in all, counts of the default graph, and what the checks found."""

    quads: int
    counts: void.Counts
    findings: tuple[dict[str, Any], ...]


def assemble(stage: Path, cache: Cache, shared: Shared, jobs: int, clock: Clock, tell: Tell) -> Assembled:
    """Make the store of all standing documents; beside the loading they are checked, and texts and index written."""
    store, count = stage / "store", len(cache.standing())
    named = [shared.named] if shared.named.is_file() else []
    said = statements(chain(shared.lines, standing.items(cache, Count.NAME)))
    common = _encoded(shared.lines)
    looking = beside.batches(cache.packed(), count, common)
    jobs = 0 if count < beside.TOGETHER or jobs == 1 else max(1, (jobs or os.cpu_count() or 1) - 1)
    with beside.Beside(stage, looking, said, jobs, Counting("check", count, 0, tell)) as looked:
        lines = _all_lines(cache, Counting("load", count, 0, tell))
        embedded.load_lines(chain([common], lines), named, store)
        clock.lap("load")
        counts = void.count(store)
        quads = counts.triples + embedded.named_quads(store)
        clock.lap("count")
    clock.lap("check and index")
    return Assembled(quads, counts, looked.findings)


def _all_lines(cache: Cache, progress: Counting) -> Iterator[bytes]:
    """The lines of all documents; what many of them write is given once, or seldom."""
    seen: set[bytes] = set()
    for document in cache.packed():
        first, own, last = _parted(unpack(document.body), f"<{DOC}{document.key}".encode())
        common = [line for line in (*first.split(b"\n"), *last.split(b"\n")) if line and line not in seen]
        seen.update(common)
        if len(seen) > REMEMBERED:
            seen.clear()
        yield b"".join((own, *(line + b"\n" for line in common), unpack(document.extra)))
        progress.count()


REMEMBERED = 200_000
"""So many lines that other documents may write are not given to the store again: a sixth of all lines."""


def _parted(body: bytes, own: bytes) -> tuple[bytes, bytes, bytes]:
    """Sorted lines parted into those before the document's own, its own, and those after."""
    start = 0 if body.startswith(own) else body.find(b"\n" + own) + 1
    end = body.find(b"\n", max(start, body.rfind(b"\n" + own) + 1)) + 1
    return body[:start], body[start:end], body[end:]


def _encoded(lines: Iterable[str]) -> bytes:
    return "".join(f"{text}\n" for text in lines).encode()


# ------------------------------------------------------------------ the last one, changed


def follow(
    stage: Path, base: Generation, cache: Cache, change: Change, before: Iterable[str], shared: Shared, clock: Clock
) -> Assembled:
    """Make the same from the generation ``base`` and what has changed since; ``before`` were its shared lines."""
    known = answers(base)
    store = stage / "store"
    copied = _begin_copies(base.path, stage)
    gone, new = _difference(cache, change, set(before), set(shared.lines))
    embedded.branch(base.store_path, store)
    went, came = embedded.change(store, gone, new)
    clock.lap("load")
    copied["texts.sqlite"].result()
    removed = [cache.key_of(id_) for id_ in change.removed]
    texts.update(stage / "texts.sqlite", removed, (texts.StoredText(**cache.source(id_)) for id_ in change.added))
    clock.lap("texts")
    seen = {*change.added, *change.touched}
    again = {*removed, *map(cache.key_of, seen)}
    kept = [finding for finding in known["findings"] if not _is_about(finding, again)]
    found = beside.check(map(cache.packed_of, sorted(seen)), _encoded(shared.lines))
    clock.lap("check")
    counts = void.Counts(**known["counts"]).changed(went, came)
    named = _relabelled(store, [*went, *came])
    touched = {*named, *(DOC + key for key in again)}
    copied["search.sqlite"].result()
    if len(named) > MOST:
        search.build(store, stage / "search.sqlite")
    else:
        search.update(stage / "search.sqlite", base.store_path, store, touched)
    clock.lap("search")
    there = copied[catalogue.FILE].result() and catalogue.followable(stage / catalogue.FILE)
    if len(named) > MOST or not there:
        catalogue.build(store, stage / catalogue.FILE)
    else:
        things = {t.subject.value for t in (*went, *came) if isinstance(t.subject, NamedNode)}
        catalogue.update(stage / catalogue.FILE, store, touched, things)
    clock.lap("catalogue")
    quads = base.manifest["quads"] + len(came) - len(went)
    return Assembled(quads, counts, (*kept, *(finding for finding in found if finding not in kept)))


def _begin_copies(base: Path, stage: Path) -> dict[str, Future[bool]]:
    """Copy the last generation's files beside one another and beside other work: hundreds of megabytes."""
    names = ("texts.sqlite", "search.sqlite", catalogue.FILE)
    pool = ThreadPoolExecutor(len(names))
    begun = {name: pool.submit(_copy, base / name, stage / name) for name in names}
    pool.shutdown(wait=False)
    return begun


def _copy(before: Path, target: Path) -> bool:
    """Whether there was a file to copy."""
    if not before.is_file():
        return False
    shutil.copyfile(before, target)
    return True


def _relabelled(path: Path, changed: Iterable[Triple]) -> set[str]:
    """Papers that name someone whose own names changed."""
    labels = {RDFS + "label", SKOS + "altLabel", SKOS + "prefLabel"}
    renamed = {triple.subject for triple in changed if triple.predicate.value in labels}
    store = Store.read_only(str(path))
    found: set[str] = set()
    for subject in renamed:
        for quad in store.quads_for_pattern(None, None, subject):
            if isinstance(quad.subject, NamedNode) and quad.predicate.value != RDF + "object":
                found.add(quad.subject.value.partition("/enclosed/")[0])
    return {iri for iri in found if iri.startswith(DOC)}


def answers(generation: Generation) -> dict[str, Any]:
    """What was found and counted when a generation was made; nothing where an older program made it."""
    try:
        kept: dict[str, Any] = json.loads((generation.path / "answers.json").read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return kept


def _difference(cache: Cache, change: Change, before: set[str], shared: set[str]) -> tuple[set[bytes], set[bytes]]:
    """Lines that leave the store and lines that come. What others still write stays."""
    own_gone, own_new, gone, new = set(), set(), before - shared, shared - before
    for id_ in (*change.removed, *change.touched):
        key = cache.key_of(id_)
        body = cache.body(id_) if id_ not in change.touched else b""
        for text in (body + change.extras.get(id_, b"")).decode().split("\n"):
            if is_own(text, key):
                own_gone.add(text)
            elif text and number_of(text) in change.fell:
                gone.add(text)
    for id_ in (*change.added, *change.touched):
        key = cache.key_of(id_)
        body = cache.body(id_) if id_ not in change.touched else b""
        for text in (body + cache.extra(id_)).decode().split("\n"):
            if is_own(text, key):
                own_new.add(text)
            elif text and number_of(text) in change.rose:
                new.add(text)
    gone = {text for text in gone | (own_gone - own_new) if text not in shared and not written(cache, text)}
    return {text.encode() for text in gone}, {text.encode() for text in new | (own_new - own_gone)}


def _is_about(finding: dict[str, Any], keys: set[str]) -> bool:
    node = shorten(str(finding.get("node", "")))
    return any(node == f"doc:{key}" or node.startswith((f"doc:{key}/", f"doc:{key}#")) for key in keys)


# ------------------------------------------------------------------ checks


def check(generation: Path) -> tuple[validation.Finding, ...]:
    """E1 to E8 of a generation's directory: every edge has its words, and the words stand where they are said to."""

    def text_of(iri: str) -> str | None:
        kept = texts.get(generation / "texts.sqlite", iri.removeprefix(DOC).partition("/text/")[0])
        return kept.text if kept else None

    store = generation / "store"
    return (*validation.invariants(store), *validation.texts(store, text_of))

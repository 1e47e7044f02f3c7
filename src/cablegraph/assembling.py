"""A generation's directory: all of it from what was made, or the last one's with the little that differs.

After one telegram of 100,000 is corrected, some hundred triples go and come; the store, the texts and the counts of the
generation before are taken over by hard link or copy and changed by those.
"""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, RdfFormat, Store, Triple

from cablegraph import search, validation
from cablegraph.cache import Cache, number_of, unpack
from cablegraph.iri import DOC, RDF, RDFS, SKOS, shorten
from cablegraph.line import is_own
from cablegraph.pool import in_pool
from cablegraph.progress import Clock, Counting, Tell
from cablegraph.soundness import sound
from cablegraph.standing import MOST, Change, written
from cablegraph.store import embedded, texts, void
from cablegraph.store.generations import Generation

WHOLE_BELOW = 2000
"""A graph of fewer documents is checked as a whole, a larger one in batches, so that memory does not grow with it."""
BATCH = 100


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
    """Make the store, the texts and the search index of all standing documents, and check them."""
    store, standing = stage / "store", sorted(cache.standing())
    named = [shared.named] if shared.named.is_file() else []
    lines = _all_lines(cache, Counting("load", len(standing), 0, tell))
    embedded.load_lines(chain([_encoded(shared.lines)], lines), named, store)
    clock.lap("load")
    texts.write(stage / "texts.sqlite", (_text(cache.source(id_)) for id_ in standing))
    clock.lap("texts")
    if len(standing) < WHOLE_BELOW:
        findings = tuple(finding.to_json() for finding in check(stage))
    else:
        findings = _check_in_batches(cache, shared, jobs, Counting("check", len(standing), 0, tell))
    clock.lap("check")
    counts = void.count(store)
    search.build(store, stage / "search.sqlite")
    clock.lap("search")
    return Assembled(counts.triples + embedded.named_quads(store), counts, findings)


def _all_lines(cache: Cache, progress: Counting) -> Iterator[bytes]:
    for _, body, extra, _ in cache.packed():
        yield unpack(body)
        yield unpack(extra)
        progress.count()


def _encoded(lines: Iterable[str]) -> bytes:
    return "".join(f"{text}\n" for text in lines).encode()


def _text(kept: dict[str, Any]) -> texts.StoredText:
    kept["layers"] = tuple((start, end, layer) for start, end, layer in kept["layers"])
    return texts.StoredText(**kept)


# ------------------------------------------------------------------ the last one, changed


def follow(
    stage: Path, base: Generation, cache: Cache, change: Change, before: Iterable[str], shared: Shared, clock: Clock
) -> Assembled:
    """Make the same from the generation ``base`` and what has changed since; ``before`` were its shared lines."""
    known = answers(base)
    store = stage / "store"
    gone, new = _difference(cache, change, set(before), set(shared.lines))
    embedded.branch(base.store_path, store)
    went, came = embedded.change(store, gone, new)
    clock.lap("load")
    shutil.copyfile(base.path / "texts.sqlite", stage / "texts.sqlite")
    removed = [cache.key_of(id_) for id_ in change.removed]
    texts.update(stage / "texts.sqlite", removed, (_text(cache.source(id_)) for id_ in change.added))
    clock.lap("texts")
    seen = {*change.added, *change.touched}
    again = {*removed, *map(cache.key_of, seen)}
    kept = [finding for finding in known["findings"] if not _is_about(finding, again)]
    batch = [cache.packed_of(id_) for id_ in sorted(seen)]
    found = _check_batch([*batch, (_encoded(shared.lines), b"", None)])
    clock.lap("check")
    counts = void.Counts(**known["counts"]).changed(went, came)
    named = _relabelled(store, [*went, *came])
    if len(named) > MOST:
        search.build(store, stage / "search.sqlite")
    else:
        touched = {*named, *(DOC + key for key in again)}
        search.update(base.path / "search.sqlite", stage / "search.sqlite", base.store_path, store, touched)
    clock.lap("search")
    quads = base.manifest["quads"] + len(came) - len(went)
    return Assembled(quads, counts, (*kept, *(finding for finding in found if finding not in kept)))


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


Packed = tuple[bytes, bytes, bytes | None]
"""Lines, extra lines and text of a document, packed; or lines alone, as they are."""


def _check_in_batches(cache: Cache, shared: Shared, jobs: int, progress: Counting) -> tuple[dict[str, Any], ...]:
    found: list[dict[str, Any]] = []
    shown: Counter[str] = Counter()
    first: list[Packed] = [(_encoded(shared.lines), b"", None)]
    batches: Iterable[list[Packed]] = chain([first], _batches(cache))
    for findings in in_pool(_check_batch, batches, jobs) if jobs != 1 else map(_check_batch, batches):
        for finding in findings:
            shown[finding["check"]] += 1
            if shown[finding["check"]] <= validation.SHOWN:
                found.append(finding)
        progress.count(BATCH)
    return tuple(sorted(found, key=lambda finding: (finding["check"], finding["node"], finding["what"])))


def _batches(cache: Cache) -> Iterator[list[Packed]]:
    batch: list[Packed] = []
    for _, body, extra, source in cache.packed():
        batch.append((body, extra, source))
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _check_batch(batch: list[Packed]) -> list[dict[str, Any]]:
    """Check some documents by themselves: each brings the readings of its edges and the words they cite.

    A store is made, and asked what is wrong, only where something is.
    """
    bodies: list[bytes] = []
    kept: dict[str, str] = {}
    for body, extra, source in batch:
        bodies.append(body if source is None else unpack(body) + unpack(extra))
        if source is not None:
            text = json.loads(unpack(source))["text"]
            kept[sha256(text.encode()).hexdigest()[:8]] = text

    def text_of(iri: str) -> str | None:
        return kept.get(iri.rpartition("/")[2])

    lines = b"".join(bodies)
    if sound({line for line in lines.decode().split("\n") if line}, text_of):
        return []
    store = Store()
    store.load(lines, format=RdfFormat.N_TRIPLES)
    return [finding.to_json() for finding in (*validation.invariants(store), *validation.texts(store, text_of))]

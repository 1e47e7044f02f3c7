"""Which documents stand in the graph, what they share, and what changes in the others when one of them changes.

When the telegram ``my 24, February 21`` comes in, the papers that cite it find it; nothing else is looked at again. The
index lies in the file of made papers: counts of what several documents say, and keys by which papers find one another.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache

from cablegraph import linking
from cablegraph.cache import Cache, number_of, pack
from cablegraph.evidence import CANDIDATE, reading_lines, rule_lines
from cablegraph.iri import DOC, RDFS
from cablegraph.line import is_own
from cablegraph.linking import Card
from cablegraph.meeting import held_by, leaves, wanted_by
from cablegraph.patterns import compiled

SMALL = 20
MOST = 2000
"""A difference of at most so many documents, and of no more than a tenth of all, is followed line by line."""
FLUSH = 2000
"""So many documents are counted together before the counts are written."""


class Count(IntEnum):
    """What is counted over the standing documents."""

    ENTITY = 0
    DECISION = 1
    EDGE = 2
    """Edges asserted about things of the whole corpus."""
    LINE = 3
    """Lines that more than one document may write."""
    NAME = 4
    """Lines that say what something is called."""


class Key(IntEnum):
    """By what papers find one another."""

    HELD = 0
    WANTED = 1
    PROPOSED = 2
    """Edges a document proposes and does not assert."""


@dataclass(slots=True)
class Change:
    """What changed since the graph that the index stood for.

    ``removed`` and ``added`` are row ids; ``touched`` documents stay, but their extra lines differ: ``extras`` keeps
    what those and the removed ones were. ``fell`` are the numbers of common lines that nobody writes any more, ``rose``
    of those that are new. All but the first two are empty for a change too large to be followed line by line.
    """

    removed: tuple[int, ...]
    added: tuple[int, ...]
    small: bool
    touched: set[int] = field(default_factory=set)
    extras: dict[int, bytes] = field(default_factory=dict)
    fell: set[int] = field(default_factory=set)
    rose: set[int] = field(default_factory=set)


Place = tuple[str, int]
"""A file by name, and which of its papers, from 1."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Which live documents stand, which texts stand twice, which names are taken twice.

    ``doubles`` are IRIs of texts with a further path at which each was found; ``clashes`` a document key with the files
    that both claim it, and which paper of its file each is.
    """

    ids: frozenset[int]
    doubles: tuple[tuple[str, str], ...]
    clashes: tuple[tuple[str, Place, Place], ...]


_COPY = compiled(
    r"(?i)(?<![^\W_])(?:copy|copies|copie|kopie|kopia|copia|cópia|копия|backup|bak)(?![^\W_])|副本|复件|複本"
    r"|[^/](?:\s?\(\d+\)|~\d*)(?=[^/]*$)"
)
"""Marks in the name of a file or folder that holds a copy of another: ``despatch (copy).txt``, ``backup/5.txt``."""


def plan(cache: Cache, decided: Collection[str] = ()) -> Plan:
    """Go through the live documents: the first of equal texts, and of equal keys, stands.

    First are those on which there are decisions (``decided``, by key), last those whose file is called a copy; of the
    others the shorter name. So a copy put beside a paper takes neither its key nor what was decided on it.
    """
    by_text: dict[bytes, str] = {}
    by_key: dict[str, Place] = {}
    ids: set[int] = set()
    doubles, clashes = [], []
    for row in cache.documents(lambda name, key: 2 * (key not in decided) + bool(_COPY.search(name))):
        text = bytes.fromhex(row.text_sha)
        if text in by_text:
            doubles.append((f"{DOC}{by_text[text]}/text/{row.text_sha[:8]}", row.path))
        elif row.key in by_key:
            clashes.append((row.key, by_key[row.key], (row.name, row.position + 1)))
        else:
            by_text[text], by_key[row.key] = row.key, (row.name, row.position + 1)
            ids.add(row.id)
    return Plan(frozenset(ids), tuple(doubles), tuple(clashes))


def advance(cache: Cache, wanted: frozenset[int], counted: Callable[[int], None] = lambda number: None) -> Change:
    """Bring the index to these standing documents. Call inside `Cache.writing`; ``counted`` is told of progress."""
    old = cache.standing()
    removed, added = tuple(sorted(old - wanted)), tuple(sorted(wanted - old))
    differing = max(len(removed), len(added))
    change = Change(removed, added, small=differing <= max(SMALL, min(MOST, len(wanted) // 10)))
    if not change.small and 2 * len(removed) > len(old):
        _reset(cache)
        _Index(cache, change).run((), tuple(sorted(wanted)), counted)
    else:
        _Index(cache, change).run(removed, added, counted)
    cache.db.executemany("UPDATE documents SET stands = 0 WHERE id = ?", ((id_,) for id_ in removed))
    cache.db.executemany("UPDATE documents SET stands = 1 WHERE id = ?", ((id_,) for id_ in added))
    return change


def _reset(cache: Cache) -> None:
    """Begin the index anew: cheaper than taking most of it out."""
    cache.db.execute("DELETE FROM counts")
    cache.db.execute("DELETE FROM keys")


class _Index:
    """One advance of the index."""

    def __init__(self, cache: Cache, change: Change) -> None:
        self._cache, self._db, self._change = cache, cache.db, change
        self._counts: Counter[tuple[int, int | str]] = Counter()
        self._edges: set[int] = set()
        self._met: set[int] = set()
        self._facts = lru_cache(64)(cache.facts)
        self._card = lru_cache(4096)(self._read_card)

    def run(self, removed: tuple[int, ...], added: tuple[int, ...], counted: Callable[[int], None]) -> None:
        """Take documents out, put others in, and work out the extra lines of all that are touched."""
        change = self._change
        for step, ids in ((-1, removed), (1, added)):
            for number, id_ in enumerate(ids, 1):
                self._enter(id_, step)
                if number % FLUSH == 0:
                    self._flush()
        self._flush()
        for id_ in change.removed:
            if extra := self._cache.extra(id_):
                if change.small:
                    change.extras[id_] = extra
                self._count_lines(id_, extra, -1 if removed else 0)
        touched = sorted({*added, *self._touched()} - set(removed))
        fresh = set(added)
        for id_ in touched:
            self._extra(id_, fresh=id_ in fresh)
            counted(1)
            if len(self._counts) > 100_000:
                self._flush()
        self._flush()

    # -------------------------------------------------------------- entering and leaving

    def _enter(self, id_: int, step: int) -> None:
        facts, common = self._facts(id_)
        edges = [number_of(edge) for edge in facts["shared"]]
        for kind, items in (
            (Count.ENTITY, facts["entities"]),
            (Count.DECISION, facts["decisions"]),
            (Count.EDGE, edges),
            (Count.LINE, common),
            (Count.NAME, facts.get("names", ())),
        ):
            for item in items:
                self._counts[int(kind), item] += step
        card = linking.card_from_json(facts["card"])
        held, wanted = held_by(card), wanted_by(card)
        proposed = {number_of(edge) for edge, _ in facts["proposed"]}
        rows = [
            (int(kind), key, id_)
            for kind, keys in ((Key.HELD, held), (Key.WANTED, wanted), (Key.PROPOSED, proposed))
            for key in keys
        ]
        if step > 0:
            self._db.executemany("INSERT OR IGNORE INTO keys VALUES (?, ?, ?)", rows)
        else:
            self._db.executemany("DELETE FROM keys WHERE kind = ? AND key = ? AND id = ?", rows)
        if self._change.small:
            self._met |= held

    def _flush(self) -> None:
        """Write the counts, noting what appeared and what vanished."""
        rows = []
        for (kind, item), step in self._counts.items():
            if not step:
                continue
            found = self._db.execute("SELECT n FROM counts WHERE kind = ? AND item = ?", (kind, item)).fetchone()
            before = found[0] if found else 0
            rows.append((kind, item, before + step))
            if self._change.small and not (before and before + step):
                self._crossed(kind, item, rose=not before)
        self._db.executemany("INSERT OR REPLACE INTO counts VALUES (?, ?, ?)", rows)
        self._db.executemany(
            "DELETE FROM counts WHERE kind = ? AND item = ? AND n <= 0", (row[:2] for row in rows if row[2] <= 0)
        )
        self._counts.clear()

    def _crossed(self, kind: int, item: int | str, *, rose: bool) -> None:
        if kind == Count.EDGE:
            self._edges.add(int(item))
        elif kind == Count.LINE:
            come, gone = (self._change.rose, self._change.fell) if rose else (self._change.fell, self._change.rose)
            if item in gone:  # it went and came back within this change
                gone.discard(int(item))
            else:
                come.add(int(item))

    def _touched(self) -> Iterator[int]:
        """Documents that cite what came or went, or propose what others began or ceased to assert."""
        if not self._change.small:
            query = "SELECT DISTINCT id FROM keys WHERE kind IN (?, ?)"
            yield from (id_ for (id_,) in self._db.execute(query, (int(Key.WANTED), int(Key.PROPOSED))))
            return
        query = "SELECT id FROM keys WHERE kind = ? AND key = ?"
        for kind, keys in ((Key.WANTED, self._met), (Key.PROPOSED, self._edges)):
            for key in keys:
                yield from (id_ for (id_,) in self._db.execute(query, (int(kind), key)))

    # -------------------------------------------------------------- extra lines

    def _extra(self, id_: int, *, fresh: bool) -> None:
        """Work out the extra lines of a document anew and keep them where they differ."""
        lines = _joined(self._extra_lines(id_)) if self._has_keys(id_) else b""
        before = b"" if fresh else self._cache.extra(id_)
        if lines == before:
            return
        if not fresh:
            self._count_lines(id_, before, -1)
            if self._change.small:
                self._change.touched.add(id_)
                self._change.extras[id_] = before
        self._count_lines(id_, lines, 1)
        digest = hashlib.sha256(lines).digest() if lines else b""
        self._db.execute("UPDATE made SET extra = ? WHERE id = ?", (pack(lines), id_))
        waiting = lines.count(CANDIDATE)
        query = "UPDATE documents SET extra_digest = ?, extra_candidates = ? WHERE id = ?"
        self._db.execute(query, (digest, waiting, id_))

    def _has_keys(self, id_: int) -> bool:
        facts, _ = self._facts(id_)
        return bool(facts["proposed"]) or any(inner.cited for inner in leaves(self._card(id_)))

    def _extra_lines(self, id_: int) -> set[str]:
        facts, _ = self._facts(id_)
        lines: set[str] = set()
        for reading in linking.resolve([self._card(id_)], self._near(id_)):
            lines.update(reading_lines(reading))
            lines.update(rule_lines([reading.rule]))
        for edge, proposed in facts["proposed"]:
            # A candidate never stands beside its asserted edge, whoever asserts it (model section 4, rule 1).
            if not self._asserted(number_of(edge)):
                lines.update(proposed)
        return lines

    def _near(self, id_: int) -> Iterator[Card]:
        """Held papers that a document may cite, that may keep its promises, or have made them."""
        near: set[int] = set()
        for key in wanted_by(self._card(id_)):
            found = self._db.execute("SELECT id FROM keys WHERE kind = ? AND key = ?", (int(Key.HELD), key))
            near.update(other for (other,) in found)
        for other in sorted(near - {id_}):
            yield self._card(other)

    def _asserted(self, edge: int) -> bool:
        query = "SELECT 1 FROM counts WHERE kind = ? AND item = ?"
        return self._db.execute(query, (int(Count.EDGE), edge)).fetchone() is not None

    def _read_card(self, id_: int) -> Card:
        return linking.card_from_json(self._facts(id_)[0]["card"])

    def _count_lines(self, id_: int, lines: bytes, step: int) -> None:
        if not lines or not step:
            return
        key = self._cache.key_of(id_)
        for text in lines.decode().splitlines():
            if not is_own(text, key):
                self._counts[int(Count.LINE), number_of(text)] += step


def _joined(lines: Iterable[str]) -> bytes:
    return "".join(f"{text}\n" for text in sorted(lines)).encode()


# ------------------------------------------------------------------ what the index knows


def items(cache: Cache, kind: Count) -> set[str]:
    """The entities or decisions of the standing documents."""
    return {item for (item,) in cache.db.execute("SELECT item FROM counts WHERE kind = ?", (int(kind),))}


def labelled(cache: Cache) -> set[str]:
    """IRIs of all that a standing document has a label for."""
    names = (text.split(" ", 2) for text in items(cache, Count.NAME))
    return {subject[1:-1] for subject, predicate, _ in names if predicate == f"<{RDFS}label>"}


def written(cache: Cache, text: str) -> bool:
    """Whether a standing document writes this common line."""
    query = "SELECT 1 FROM counts WHERE kind = ? AND item = ?"
    return cache.db.execute(query, (int(Count.LINE), number_of(text))).fetchone() is not None


def digests(cache: Cache) -> list[str]:
    """The digest of each standing document's lines, extra ones included."""
    rows = cache.db.execute("SELECT digest, extra_digest FROM documents WHERE stands")
    return [(hashlib.sha256(digest + extra).digest() if extra else digest).hex() for digest, extra in rows]


def totals(cache: Cache) -> dict[str, int]:
    """Documents, edges, readings, candidates and composed papers, added up."""
    candidates = "TOTAL(candidates + extra_candidates)"
    columns = f"COUNT(*), TOTAL(edges), TOTAL(readings), {candidates}, TOTAL(composed)"
    row = cache.db.execute(f"SELECT {columns} FROM documents WHERE stands").fetchone()
    return dict(zip(("documents", "edges", "readings", "candidates", "composed"), map(int, row), strict=True))

"""The catalogue written: cards and things one at a time, lists of papers and sums at the end."""

from __future__ import annotations

import json
import re
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from heapq import nsmallest
from itertools import groupby
from operator import itemgetter

from cablegraph.catalogue import postings
from cablegraph.catalogue.cards import KINDS, SHOWN, Card, Cited, When, short

FORM = 4
"""What a catalogue holds of a paper, as a number: one of an older form is read, but not followed."""
_TABLES = """
CREATE TABLE papers (id INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, paper TEXT NOT NULL, earliest TEXT NOT NULL,
  latest TEXT NOT NULL, title TEXT NOT NULL, sender TEXT NOT NULL, card TEXT NOT NULL);
CREATE INDEX papers_paper ON papers (paper);
CREATE INDEX papers_earliest ON papers (earliest = '', earliest, iri);
CREATE INDEX papers_days ON papers (earliest, latest);
CREATE INDEX papers_latest ON papers (latest, earliest);
CREATE INDEX papers_title ON papers (title = '', title, earliest = '', earliest, iri);
CREATE INDEX papers_sender ON papers (sender = '', sender, earliest = '', earliest, iri);
CREATE TABLE postings (role TEXT NOT NULL, thing TEXT NOT NULL, count INTEGER NOT NULL, papers BLOB NOT NULL);
CREATE UNIQUE INDEX postings_thing ON postings (role, thing, count);
CREATE INDEX postings_count ON postings (role, count DESC, thing);
CREATE TABLE pairs (kind TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL, paper INTEGER NOT NULL,
  PRIMARY KEY (kind, source, target, paper)) WITHOUT ROWID;
CREATE INDEX pairs_paper ON pairs (paper, kind, source, target);
CREATE TABLE links (kind TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL, weight INTEGER NOT NULL,
  first TEXT NOT NULL, last TEXT NOT NULL, papers TEXT NOT NULL, PRIMARY KEY (kind, source, target)) WITHOUT ROWID;
CREATE INDEX links_weight ON links (kind, weight DESC, source, target);
CREATE INDEX links_target ON links (target, kind);
CREATE TABLE things (iri TEXT PRIMARY KEY, kind TEXT NOT NULL, label TEXT NOT NULL, folded TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE labels (iri TEXT PRIMARY KEY, label TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE dates (iri TEXT PRIMARY KEY, edtf TEXT NOT NULL, earliest TEXT NOT NULL, latest TEXT NOT NULL,
  written TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE wikidata (iri TEXT PRIMARY KEY, item TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE places (iri TEXT PRIMARY KEY, longitude REAL NOT NULL, latitude REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE cited (iri TEXT PRIMARY KEY, paper TEXT NOT NULL, citing TEXT NOT NULL, promised INTEGER NOT NULL,
  held TEXT NOT NULL, again INTEGER NOT NULL, date TEXT NOT NULL, number TEXT NOT NULL, form TEXT NOT NULL,
  sender TEXT NOT NULL, addressee TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX cited_paper ON cited (paper);
CREATE INDEX cited_citing ON cited (citing);
CREATE INDEX cited_held ON cited (held, promised, again);
CREATE TABLE cited_parties (thing TEXT NOT NULL, role TEXT NOT NULL, cited TEXT NOT NULL,
  PRIMARY KEY (thing, role, cited)) WITHOUT ROWID;
"""


class Writer:
    """Writes a catalogue, or changes one; labels before cards, `finish` last. The caller commits and closes."""

    def __init__(self, db: sqlite3.Connection, *, fresh: bool = True) -> None:
        self._db = db
        if fresh:
            db.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA user_version={FORM};{_TABLES}")
        self._next = 1 + db.execute("SELECT COALESCE(MAX(id), 0) FROM papers").fetchone()[0]
        self._come: dict[tuple[str, str], array[int]] = {}
        self._gone: dict[tuple[str, str], array[int]] = {}
        self._named: set[str] = set()
        self._pairs: set[tuple[str, str, str]] | None = None if fresh else set()

    # ------------------------------------------------------------------ things

    def label(self, iri: str, label: str) -> None:
        """A plain name; the first of several by their letters."""
        self._db.execute(_LABEL, (short(iri), label))

    def thing(self, iri: str, kind: str) -> None:
        """What a thing is; of several kinds the last of KINDS, in whatever order they come."""
        known = self._db.execute("SELECT kind FROM things WHERE iri = ?", (short(iri),)).fetchone()
        if known and _KINDS.index(known[0]) > _KINDS.index(kind):
            return
        self._db.execute("INSERT OR REPLACE INTO things VALUES (?, ?, '', '')", (short(iri), kind))
        self._named.add(iri)

    def date(self, iri: str, when: When) -> None:
        """When a date node lies."""
        row = (short(iri), when.edtf, when.earliest, when.latest, when.written)
        self._db.execute("INSERT OR REPLACE INTO dates VALUES (?, ?, ?, ?, ?)", row)

    def wikidata(self, iri: str, item: str) -> None:
        """The item of Wikidata that a thing is."""
        self._db.execute(_ITEM, (short(iri), item))

    def place(self, iri: str, longitude: float, latitude: float) -> None:
        """Where a place lies."""
        self._db.execute(_PLACE, (short(iri), longitude, latitude))

    def forget(self, iri: str) -> None:
        """Take out what is said of a thing."""
        for table in ("labels", "things", "dates", "wikidata", "places"):
            self._db.execute(f"DELETE FROM {table} WHERE iri = ?", (short(iri),))

    def _label(self, iri: str) -> str:
        row = self._db.execute("SELECT label FROM labels WHERE iri = ?", (short(iri),)).fetchone()
        return row[0] if row else iri.rpartition("/")[2].replace("-", " ")

    # ------------------------------------------------------------------ papers

    def card(self, card: Card) -> None:
        """A paper, or a message inside one."""
        number, self._next = self._next, self._next + 1
        sender = "\1".join(map(self._label, card.sender))
        names = (short(card.iri), short(card.paper))
        row = (number, *names, card.when.earliest, card.when.latest, card.title, sender, card.packed())
        self._db.execute("INSERT INTO papers VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        for role, thing in card.postings():
            self._come.setdefault((role, short(thing)), array("I")).append(number)
        self._pair(number, card.pairs())

    def cites(self, paper: str, cited: Iterable[Cited]) -> None:
        """What a paper and the messages inside it cite or promise.

        A message and the paper it stands in may cite with the same words: such a place counts once, for the innermost.
        """
        places: dict[str, list[Cited]] = {}
        for item in cited:
            places.setdefault(_ENCLOSED.sub(r"/\1/", item.iri), []).append(item)
        for items in places.values():
            innermost = max(items, key=lambda item: item.iri)
            held = next((item.held for item in items if item.held), "")
            for item in items:
                self._cite(replace(item, held=item.held or held), paper, item is not innermost)

    def _cite(self, cited: Cited, paper: str, again: bool) -> None:
        iri, lists = short(cited.iri), [json.dumps(list(map(short, iris))) for iris in (cited.sender, cited.addressee)]
        names = (iri, short(paper), short(cited.by), cited.promised, short(cited.held), again)
        row = (*names, short(cited.date), cited.number, short(cited.form), *lists)
        self._db.execute("INSERT OR IGNORE INTO cited VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        parties = [(short(party), "sender", iri) for party in cited.sender]
        parties += [(short(party), "addressee", iri) for party in cited.addressee]
        self._db.executemany("INSERT OR IGNORE INTO cited_parties VALUES (?, ?, ?)", parties)

    def _pair(self, number: int, pairs: Iterable[tuple[str, str, str]]) -> None:
        rows = [(kind, short(source), short(target), number) for source, target, kind in pairs]
        self._db.executemany("INSERT OR IGNORE INTO pairs VALUES (?, ?, ?, ?)", rows)
        if self._pairs is not None:
            self._pairs.update(row[:3] for row in rows)

    def remove(self, iri: str) -> None:
        """Take out a paper with the messages inside it and what they cite."""
        paper = short(iri)
        for number, text in self._db.execute("SELECT id, card FROM papers WHERE paper = ?", (paper,)).fetchall():
            for role, thing in Card.unpacked(text).postings():
                key = (role, short(thing))
                self._gone.setdefault(key, array("I")).append(number)
            rows = self._db.execute("SELECT kind, source, target FROM pairs WHERE paper = ?", (number,)).fetchall()
            assert self._pairs is not None
            self._pairs.update(rows)
            keys = ((*row, number) for row in rows)
            self._db.executemany("DELETE FROM pairs WHERE kind = ? AND source = ? AND target = ? AND paper = ?", keys)
        self._db.execute("DELETE FROM papers WHERE paper = ?", (paper,))
        for cited, *lists in self._db.execute("SELECT iri, sender, addressee FROM cited WHERE paper = ?", (paper,)):
            for party in {party for text in lists for party in json.loads(text)}:
                self._db.execute("DELETE FROM cited_parties WHERE thing = ? AND cited = ?", (party, cited))
        self._db.execute("DELETE FROM cited WHERE paper = ?", (paper,))

    # ------------------------------------------------------------------ sums

    def finish(self) -> None:
        """Write which papers each thing is in, and how many go from whom to whom."""
        for iri in sorted(self._named):
            label = self._label(iri)
            names = (label, label.casefold(), short(iri))
            self._db.execute("UPDATE things SET label = ?, folded = ? WHERE iri = ?", names)
        self._db.executemany("INSERT INTO postings VALUES (?, ?, ?, ?)", self._postings())
        if self._pairs is None:
            self._db.executemany(_LINK, self._links("", ()))
            self._db.execute("ANALYZE")
        else:
            for key in sorted(self._pairs):
                self._db.execute("DELETE FROM links WHERE kind = ? AND source = ? AND target = ?", key)
                self._db.executemany(_LINK, self._links("WHERE kind = ? AND source = ? AND target = ?", key))

    def _links(self, where: str, key: Sequence[str]) -> Iterator[tuple[str, str, str, int, str, str, str]]:
        """How many papers each link has, its first and last day, and the first papers by name."""
        rows = self._db.execute(f"SELECT kind, source, target, iri, earliest, latest {_OF_PAIRS.format(where)}", key)
        for link, found in groupby(rows, itemgetter(0, 1, 2)):
            papers = list(found)
            first = min((row[4] for row in papers if row[4]), default="")
            shown = nsmallest(SHOWN, (row[3] for row in papers))
            yield (*link, len(papers), first, max(row[5] for row in papers), json.dumps(shown))

    def _postings(self) -> Iterator[tuple[str, str, int, bytes]]:
        for key in sorted({*self._come, *self._gone}):
            bits = postings.of(self._come.pop(key, ()))
            row = self._db.execute("SELECT papers FROM postings WHERE role = ? AND thing = ?", key).fetchone()
            if row:
                bits |= postings.unpack(row[0]) & ~postings.of(self._gone.pop(key, ()))
                self._db.execute("DELETE FROM postings WHERE role = ? AND thing = ?", key)
            if bits:
                yield (*key, bits.bit_count(), postings.pack(bits))


_ENCLOSED = re.compile("/enclosed/.*/(cited|promised)/")
_OF_PAIRS = "FROM pairs CROSS JOIN papers ON id = pairs.paper {} ORDER BY kind, source, target"
_LABEL = """INSERT INTO labels VALUES (?, ?)
  ON CONFLICT (iri) DO UPDATE SET label = excluded.label WHERE excluded.label < label"""
_ITEM = """INSERT INTO wikidata VALUES (?, ?)
  ON CONFLICT (iri) DO UPDATE SET item = excluded.item WHERE excluded.item < item"""
_PLACE = """INSERT INTO places VALUES (?, ?, ?) ON CONFLICT (iri) DO UPDATE
  SET longitude = excluded.longitude, latitude = excluded.latitude
  WHERE (excluded.longitude, excluded.latitude) < (longitude, latitude)"""
_KINDS = list(KINDS.values())
_LINK = "INSERT INTO links VALUES (?, ?, ?, ?, ?, ?, ?)"

"""The authority tables: people, bodies, places, archives and events, one row each (``ontology/authorities/*.csv``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cablegraph import spreadsheet
from cablegraph.errors import SettingsError
from cablegraph.iri import AGENT, EVENT, PLACE, expand, spelled
from cablegraph.shipped import shipped

COLUMNS = (
    "id", "label_en", "label_ru", "label_zh", "kind", "aliases", "birth", "death", "lat", "lon", "qid", "verified",
    "source",
)  # fmt: skip
_NEEDED = ("id", "label_en", "kind")
KINDS = ("person", "body", "archive", "place", "event", "concept")
_NAMESPACES = {"person": AGENT, "body": AGENT, "archive": AGENT, "place": PLACE, "event": EVENT}


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: who or what, under which names, when, and the Wikidata number with whether it was verified.

    ``covers`` are cover names (``Filippov``): names the person used, not forms of the person's own name.
    ``birth`` and ``death`` (for events begin and end) are dates as the table has them: year, month or day.
    """

    id: str
    kind: str
    label: str
    label_ru: str = ""
    label_zh: str = ""
    aliases: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    birth: str = ""
    death: str = ""
    lat: str = ""
    lon: str = ""
    qid: str = ""
    verified: bool = False
    source: str = ""
    row: str = ""

    @property
    def iri(self) -> str:
        """``agent:stalin``, ``place:beijing``, ``event:korean-war``; a concept's id is a prefixed name or an IRI."""
        return _NAMESPACES[self.kind] + spelled(self.id) if self.kind in _NAMESPACES else expand(self.id)

    @property
    def names(self) -> tuple[str, ...]:
        """Label and aliases in all languages, cover names left out."""
        return tuple(name for name in (self.label, self.label_ru, self.label_zh, *self.aliases) if name)


def entries(folders: Sequence[Path] = ()) -> tuple[Entry, ...]:
    """All rows of the shipped tables and of further folders; a later row takes the place of one of its id."""
    named = tuple(folders) or (shipped("ontology", "authorities"),)
    return _entries(named, stamp(named))


def stamp(folders: Sequence[Path]) -> tuple[tuple[str, int, int], ...]:
    """What tells whether the tables of these folders changed: names, times of change, sizes."""
    found = [(path, path.stat()) for folder in folders for path in sorted(folder.glob("*.csv"))]
    return tuple((str(path), stat.st_mtime_ns, stat.st_size) for path, stat in found)


@lru_cache(maxsize=4)
def _entries(folders: tuple[Path, ...], changed: tuple[tuple[str, int, int], ...]) -> tuple[Entry, ...]:
    found: dict[str, Entry] = {}
    placed: set[tuple[str, Path]] = set()
    covers: dict[str, list[str]] = {}
    for folder in folders:
        for _, row in _rows(folder / "cover_names.csv", ("id", "name")):
            covers.setdefault(row["id"], []).append(row["name"])
    for folder in folders:
        for path in sorted(folder.glob("*.csv")):
            if path.name == "cover_names.csv":
                continue
            for number, row in _rows(path, _NEEDED, COLUMNS):
                entry = _entry(row, path, number, tuple(covers.get(row["id"], ())))
                if (entry.iri, folder) in placed:
                    raise SettingsError(
                        f'the id "{entry.id}" stands twice in the authority tables',
                        path=str(path),
                        line=number,
                        notes="an id names one thing for good; give the second row an id of its own",
                    )
                placed.add((entry.iri, folder))
                found[entry.iri] = entry
    return tuple(found.values())


def _rows(path: Path, needs: Sequence[str], known: Sequence[str] = ()) -> Iterator[spreadsheet.Row]:
    if path.is_file():
        yield from spreadsheet.rows(spreadsheet.text(path), str(path), needs, known)


def _entry(row: dict[str, str], path: Path, number: int, covers: tuple[str, ...]) -> Entry:
    kind = {"organisation": "body"}.get(row["kind"], row["kind"])
    if kind not in KINDS or not row.get("id") or not row.get("label_en"):
        raise SettingsError(
            "an authority row needs id, label_en and kind",
            path=str(path),
            line=number,
            notes=f"kinds: {', '.join(KINDS)}; columns: {', '.join(COLUMNS)}",
        )
    aliases = tuple(alias for alias in row.get("aliases", "").split("|") if alias and alias not in covers)
    return Entry(
        row["id"], kind, row["label_en"], row.get("label_ru", ""), row.get("label_zh", ""), aliases, covers,
        row.get("birth", ""), row.get("death", ""), row.get("lat", ""), row.get("lon", ""), row.get("qid", ""),
        row.get("verified") == "yes", row.get("source", ""), ",".join(row.values()),
    )  # fmt: skip

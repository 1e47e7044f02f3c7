"""Link rows in SSSOM TSV: ``agent:stalin schema:sameAs wd:Q855`` or, with ``Not``, that it is not so; who said so."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from cablegraph import spreadsheet
from cablegraph.errors import DecisionError
from cablegraph.iri import PREFIXES, SCHEMA, SKOS, WD, expand, own, shorten
from cablegraph.patterns import compiled

COLUMNS: Final = (
    "subject_id", "subject_label", "predicate_id", "predicate_modifier", "object_id", "mapping_justification",
    "confidence", "reviewer_label", "mapping_date", "comment",
)  # fmt: skip
PREDICATES: Final = (SCHEMA + "sameAs", SKOS + "exactMatch", SKOS + "closeMatch")
CURATED: Final = "semapv:ManualMappingCuration"
PROPOSED: Final = "semapv:LexicalMatching"
_ITEM = compiled(r"Q[1-9]\d*")


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A row: subject, predicate and object as IRIs, whether it says *not*, who reviewed it, when and why.

    ``line`` is the row as it stands in the file: the decision's IRI is made from it.
    """

    subject: str
    predicate: str
    object: str
    rejected: bool
    confidence: str
    reviewer: str
    day: str
    comment: str
    line: str
    justification: str = CURATED


def link_rows(path: Path) -> tuple[LinkRow, ...]:
    """The rows of a file; none if there is no file. Raises DecisionError with the line of a row that cannot be used."""
    return _rows(path, path.stat().st_mtime_ns) if path.is_file() else ()


@cache
def _rows(path: Path, changed: int) -> tuple[LinkRow, ...]:
    texts = spreadsheet.text(path).splitlines()
    prefixes = PREFIXES | _curie_map(texts, path)
    header: list[str] = []
    rows = []
    for number, text in enumerate(texts, 1):
        if text.startswith("#") or not text.strip():
            continue
        cells = next(csv.reader([text], delimiter="\t"))
        if not header:
            header = cells
            continue
        try:
            rows.append(_row(dict(zip(header, cells, strict=False)), text, prefixes))
        except (KeyError, ValueError) as error:
            what = f"a link row cannot be used: {error}"
            raise DecisionError(what, path=str(path), line=number, source=text.replace("\t", "  ")[:100]) from error
    return tuple(rows)


def _curie_map(texts: Iterable[str], path: Path) -> dict[str, str]:
    """Prefixes of the file's own head: SSSOM writes its metadata as YAML behind ``#``."""
    head = "\n".join(text[1:] for text in texts if text.startswith("#"))
    try:
        said = yaml.safe_load(head) if head.strip() else {}
    except yaml.YAMLError as error:
        raise DecisionError("the head of the link file is no YAML", path=str(path), line=1) from error
    mapped = said.get("curie_map", {}) if isinstance(said, dict) else {}
    return {str(prefix): own(str(iri)) for prefix, iri in mapped.items()}


def _row(row: dict[str, str], text: str, prefixes: dict[str, str]) -> LinkRow:
    subject, predicate, target = (_iri(row, name, prefixes) for name in ("subject_id", "predicate_id", "object_id"))
    if not (target.startswith(WD) and _ITEM.fullmatch(target[len(WD) :])):
        raise ValueError(f"{row['object_id']} is no Wikidata entity; write wd:Q855")
    if predicate not in PREDICATES:
        raise ValueError(f"{row['predicate_id']} is no link; write schema:sameAs, or skos:exactMatch for a concept")
    modifier = row.get("predicate_modifier", "")
    if modifier not in ("", "Not"):
        raise ValueError(f'predicate_modifier is "Not" or empty, never "{modifier}"')
    return LinkRow(
        subject, predicate, target, modifier == "Not", row.get("confidence") or "0.99",
        row.get("reviewer_label", ""), row.get("mapping_date", ""), row.get("comment", ""), text,
        row.get("mapping_justification") or CURATED,
    )  # fmt: skip


def _iri(row: dict[str, str], name: str, prefixes: dict[str, str]) -> str:
    value = row.get(name, "")
    if not value:
        raise ValueError(f"{name} is empty")
    prefix, colon, local = value.partition(":")
    if colon and not local.startswith("//") and prefix not in prefixes:
        raise ValueError(f'the prefix "{prefix}:" is not declared in the curie_map')
    return prefixes[prefix] + local if prefix in prefixes and not local.startswith("//") else expand(value)


def append(path: Path, row: LinkRow, label: str = "") -> None:
    """Add a row to a link file, with the head of a new file if there is none. ``row.line`` is not read."""
    append_all(path, [(row, label)])


def append_all(path: Path, rows: Iterable[tuple[LinkRow, str]]) -> None:
    """Add rows, each with the label of its subject."""
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = path.read_bytes() if path.is_file() else b""
    with path.open("a", encoding="utf-8", newline="\n") as stream:
        if not whole:
            stream.writelines(_head())
        elif not whole.endswith(b"\n"):
            stream.write("\n")
        stream.writelines(_text(row, label) + "\n" for row, label in rows)


def _text(row: LinkRow, label: str) -> str:
    cells = (
        shorten(row.subject), label, shorten(row.predicate), "Not" if row.rejected else "", shorten(row.object),
        row.justification, row.confidence, row.reviewer, row.day, row.comment,
    )  # fmt: skip
    return "\t".join(re.sub(r"[\t\r\n]+", " ", cell) for cell in cells)


def _head() -> Iterator[str]:
    yield "#curie_map:\n"
    for prefix in ("agent", "event", "place", "schema", "skos", "topic", "wd"):
        yield f"#  {prefix}: {PREFIXES[prefix]}\n"
    yield "#  semapv: https://w3id.org/semapv/vocab/\n"
    yield "#license: https://creativecommons.org/publicdomain/zero/1.0/\n"
    yield "#mapping_set_id: https://w3id.org/cablegraph/curation/links\n"
    yield "\t".join(COLUMNS) + "\n"

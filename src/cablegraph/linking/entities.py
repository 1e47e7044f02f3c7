"""What authority tables and link rows say, as N-Triples: ``agent:stalin schema:sameAs wd:Q855`` on a reviewed row."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import NamedNode

from cablegraph.authority import Entry
from cablegraph.errors import DecisionError
from cablegraph.evidence import Reading, Rule, Status, decision_iri, quoted, reading_lines, rule_lines
from cablegraph.iri import CG, PROV, RDF, RDFS, RICO, SCHEMA, SKOS, WD, XSD, expand
from cablegraph.linking.names import Authority
from cablegraph.shipped import shipped

RULE = Rule("links", version="1", certainty="0.99")
UNREVIEWED = "0.5"
_TYPES = {"person": "Person", "body": "CorporateBody", "archive": "CorporateBody", "place": "Place", "event": "Event"}
_ITEM = re.compile(r"Q[1-9]\d*")


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A row of links (SSSOM): subject, predicate, object, whether it says *not*, who reviewed it, when and why."""

    subject: str
    predicate: str
    object: str
    rejected: bool
    confidence: str
    reviewer: str
    day: str
    comment: str
    line: str


def link_rows(path: Path) -> tuple[LinkRow, ...]:
    """The rows of an SSSOM TSV file. Raises DecisionError with file and line for a row that cannot be used."""
    if not path.is_file():
        return ()
    return _link_rows(path, path.stat().st_mtime_ns)


@cache
def _link_rows(path: Path, changed: int) -> tuple[LinkRow, ...]:
    rows = []
    header: list[str] = []
    for number, text in enumerate(path.read_text("utf-8").splitlines(), 1):
        if text.startswith("#") or not text.strip():
            continue
        cells = next(csv.reader([text], delimiter="\t"))
        if not header:
            header = cells
            continue
        row = dict(zip(header, cells, strict=False))
        try:
            target = expand(row["object_id"])
            if not (target.startswith(WD) and _ITEM.fullmatch(target[len(WD) :])):
                raise ValueError(f"{row['object_id']} is no Wikidata entity; write wd:Q855")
            rows.append(
                LinkRow(
                    expand(row["subject_id"]),
                    expand(row["predicate_id"]),
                    target,
                    row.get("predicate_modifier", "") == "Not",
                    row.get("confidence") or "0.99",
                    row.get("reviewer_label", ""),
                    row.get("mapping_date", ""),
                    row.get("comment", ""),
                    text,
                )
            )
        except (KeyError, ValueError) as error:
            raise DecisionError(
                f"a link row cannot be used: {error}", path=str(path), line=number, source=text
            ) from error
    return tuple(rows)


def authority_lines(authority: Authority, used: Iterable[str], folders: Iterable[Path] = ()) -> Iterator[str]:
    """Lines of the entities in ``used`` (IRIs) and of their links; topics' links always.

    ``folders`` are further places of ``wikidata.sssom.tsv`` or ``links.sssom.tsv``; later rows win over earlier ones.
    """
    wanted = set(used)
    for iri in sorted(wanted & authority.entries.keys()):
        yield from _entry_lines(authority.entries[iri])
    rows: dict[tuple[str, str], LinkRow] = {}
    for path in _link_files(folders):
        for row in link_rows(path):
            rows[row.subject, row.object] = row
    for row in rows.values():
        if row.subject in wanted or "/vocab/" in row.subject:
            yield from _link_lines(row, "rejected" if row.rejected else None)
    for iri in sorted(wanted & authority.entries.keys()):
        entry = authority.entries[iri]
        if entry.qid and not entry.verified and (iri, WD + entry.qid) not in rows:
            yield from _candidate_lines(entry)
    yield from rule_lines([RULE])


def _link_files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in (shipped("ontology", "authorities"), *folders):
        yield folder / "wikidata.sssom.tsv"
        yield folder / "links.sssom.tsv"


def _entry_lines(entry: Entry) -> Iterator[str]:
    node = f"<{entry.iri}>"
    if entry.kind in _TYPES:
        yield f"{node} <{RDF}type> <{RICO}{_TYPES[entry.kind]}> ."
    yield f"{node} <{RDFS}label> {quoted(entry.label)} ."
    for label, language in ((entry.label_ru, "ru"), (entry.label_zh, "zh")):
        if label:
            yield f"{node} <{SKOS}altLabel> {quoted(label)}@{language} ."
    for alias in entry.aliases:
        yield f"{node} <{SKOS}altLabel> {quoted(alias)} ."
    dated = ("birthDate", "deathDate") if entry.kind != "event" else ("startDate", "endDate")
    for value, term in zip((entry.birth, entry.death), dated, strict=True):
        if value:
            yield f"{node} <{SCHEMA}{term}> {quoted(value)} ."
    for value, term in ((entry.lat, "latitude"), (entry.lon, "longitude")):
        if value:
            yield f'{node} <{SCHEMA}{term}> "{_decimal(value)}"^^<{XSD}decimal> .'


def _decimal(value: str) -> str:
    return value.rstrip("0").rstrip(".") if "." in value else value


def _link_lines(row: LinkRow, status: Status | None) -> Iterator[str]:
    decision = decision_iri(row.line)
    said = (row.reviewer, row.day, row.comment)
    yield from _reading(row.subject, row.predicate, row.object, decision, row.confidence, status, row.comment)
    yield from decision_lines(decision, *said)


def _candidate_lines(entry: Entry) -> Iterator[str]:
    decision = decision_iri(entry.row)
    reason = f"the number of the authority table is not verified: {entry.source}"
    predicate = SKOS + "exactMatch" if entry.kind == "concept" else SCHEMA + "sameAs"
    yield from _reading(entry.iri, predicate, WD + entry.qid, decision, UNREVIEWED, "candidate", reason)
    yield from decision_lines(decision, "the authority table", "", f"row {entry.id}")


def _reading(
    subject: str, predicate: str, value: str, decision: str, certainty: str, status: Status | None, reason: str
) -> Iterator[str]:
    edge = (NamedNode(subject), NamedNode(predicate), NamedNode(value))
    yield from reading_lines(Reading(*edge, (), "catalogue", RULE, certainty, "", "", status, decision, reason=reason))


def decision_lines(decision: str, who: str, day: str, comment: str) -> Iterator[str]:
    """Lines of a decision: what was said, who said it and when."""
    node = f"<{decision}>"
    yield f"{node} <{RDF}type> <{CG}Decision> ."
    yield f"{node} <{RDFS}label> {quoted(comment or 'link')} ."
    if who:
        yield f"{node} <{PROV}wasAttributedTo> {quoted(who)} ."
    if day:
        yield f"{node} <{PROV}endedAtTime> {quoted(day)} ."

"""What authority tables and link rows say, as N-Triples: ``agent:stalin schema:sameAs wd:Q855`` on a reviewed row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import NamedNode

from cablegraph.authority import Entry
from cablegraph.evidence import Reading, Rule, Status, decision_iri, quoted, reading_lines, rule_lines
from cablegraph.iri import BASE, CG, PROV, RDF, RDFS, RICO, SCHEMA, SKOS, WD, XSD, expand
from cablegraph.linking import ledger
from cablegraph.linking.names import Authority
from cablegraph.linking.sssom import PREDICATES, LinkRow, link_rows
from cablegraph.patterns import compiled
from cablegraph.shipped import shipped

RULE = Rule("links", version="1", certainty="0.99")
UNREVIEWED = "0.5"
_TYPES = {"person": "Person", "body": "CorporateBody", "archive": "CorporateBody", "place": "Place", "event": "Event"}
_DAY = compiled(r"\d{4}-\d\d-\d\d")
_MOMENT = compiled(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?")
VOCABULARIES = BASE + "vocab/"


def authority_lines(authority: Authority, used: Iterable[str], folders: Iterable[Path] = ()) -> Iterator[str]:
    """Lines of the entities in ``used`` (IRIs), of those that decisions bring in, and of their links; topics' always.

    ``folders`` are further places of ``wikidata.sssom.tsv`` or ``links.sssom.tsv``; later rows win over earlier ones.
    A row that nobody signed as reviewer is a candidate.
    """
    concepts = {iri for iri, entry in authority.entries.items() if entry.kind == "concept"}
    folders = tuple(folders)
    decided = {iri for folder in folders for iri in ledger.brought_in(ledger.read(folder).standing)}
    wanted = set(used) | concepts | decided
    for iri in sorted(wanted & authority.entries.keys()):
        yield from _entry_lines(authority.entries[iri])
    rows: dict[tuple[str, str], LinkRow] = {}
    for folder in (shipped("ontology", "authorities"), *folders):
        for row in _rows_of(folder):
            rows[row.subject, row.object] = row
    for row in rows.values():
        if row.subject in wanted or row.subject.startswith(VOCABULARIES):
            yield from _link_lines(row, "rejected" if row.rejected else None if row.reviewer else "candidate")
    for iri in sorted(wanted & authority.entries.keys()):
        entry = authority.entries[iri]
        if entry.qid and not entry.verified and (iri, WD + entry.qid) not in rows:
            yield from _candidate_lines(entry)
    yield from rule_lines([RULE])


def _rows_of(folder: Path) -> Iterator[LinkRow]:
    """Link rows of a folder's SSSOM files, and links accepted or rejected in its decisions, which are later."""
    yield from link_rows(folder / "wikidata.sssom.tsv")
    yield from link_rows(folder / "links.sssom.tsv")
    for made in ledger.read(folder).standing:
        if made.do in ("accept", "reject") and made.full("predicate") in PREDICATES:
            rejected, target = made.do == "reject", expand(str(made.on["object"]))
            said = (made.who, made.at, made.why, made.line)
            yield LinkRow(made.full("subject"), made.full("predicate"), target, rejected, "1", *said)


def _entry_lines(entry: Entry) -> Iterator[str]:
    if entry.iri.startswith(VOCABULARIES):
        return  # the vocabulary says what the concept is called
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
        yield f"{node} <{PROV}endedAtTime> {_when(day)} ."


def _when(day: str) -> str:
    kind = "date" if _DAY.fullmatch(day) else "dateTime" if _MOMENT.fullmatch(day) else "string"
    return quoted(day) if kind == "string" else f"{quoted(day)}^^<{XSD}{kind}>"

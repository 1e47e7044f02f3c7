"""What tables and link files say becomes edges with a decision behind each link; a link withdrawn is no edge."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store

from cablegraph import linking, validation
from cablegraph.errors import DecisionError
from cablegraph.iri import PREFIXES, expand
from cablegraph.linking import decisions, sssom
from cablegraph.linking.sssom import LinkRow
from cablegraph.store import readings

AUTHORITY = linking.load()
STALIN, MALIK, MOLOTOV = (expand(f"agent:{name}") for name in ("stalin", "malik", "vyacheslav-molotov"))
HEAD = "subject_id\tpredicate_id\tobject_id\treviewer_label\n"


def graph(*used: str, folder: Path | None = None) -> Store:
    lines = linking.authority_lines(AUTHORITY, used, (folder,) if folder else ())
    store = Store()
    store.load("\n".join(lines).encode(), format=RdfFormat.N_TRIPLES)
    assert validation.invariants(store) == ()
    return store


def links(store: Store, subject: str, predicate: str = "schema:sameAs") -> dict[str, str]:
    """Objects of links with the status of their reading."""
    found = {}
    for quad in store.quads_for_pattern(None, NamedNode(PREFIXES["rdf"] + "subject"), NamedNode(subject)):
        assert isinstance(quad.subject, NamedNode)
        [value] = [q.object for q in store.quads_for_pattern(quad.subject, NamedNode(PREFIXES["rdf"] + "object"), None)]
        assert isinstance(value, NamedNode)
        [reading] = readings.why(store, NamedNode(subject), NamedNode(expand(predicate)), value)
        found[value.value.rpartition("/")[2]] = reading.status
    return found


def row(subject: str, target: str, **more: object) -> LinkRow:
    said = LinkRow(
        subject, expand("schema:sameAs"), expand(target), False, "1", "A. Archivist", "2026-01-02", "seen", ""
    )

    return replace(said, **more)  # type: ignore[arg-type]


def test_a_verified_row_is_a_link_with_the_row_as_its_decision() -> None:
    store = graph(STALIN)
    assert links(store, STALIN) == {"Q855": "machine"}
    [reading] = readings.why(store, NamedNode(STALIN), NamedNode(expand("schema:sameAs")), NamedNode(expand("wd:Q855")))
    assert (reading.kind, reading.rule, reading.decided_at) == ("decision", "links", "2026-11-24")


def test_an_unverified_number_is_a_candidate_and_an_empty_one_nothing() -> None:
    store = graph(MOLOTOV, MALIK)
    assert links(store, MOLOTOV) == {"Q132899": "candidate"}
    assert links(store, MALIK) == {}


def test_only_verified_rows_are_linked_and_each_to_its_own_number() -> None:
    things = [entry for entry in AUTHORITY.entries.values() if entry.kind != "concept"]
    store = graph(*(entry.iri for entry in things))
    for entry in things:
        standing = {qid for qid, status in links(store, entry.iri).items() if status == "machine"}
        assert standing == ({entry.qid} if entry.verified else set()), entry.id


def test_concepts_are_matched_and_things_are_the_same() -> None:
    store = graph()
    assert links(store, expand("topic:korean-war"), "skos:exactMatch") == {"Q8663": "machine"}
    assert links(store, expand("topic:armistice"), "skos:exactMatch") == {"Q208383": "rejected"}


def test_a_later_row_says_no_to_an_earlier_one(tmp_path: Path) -> None:
    sssom.append(tmp_path / "links.sssom.tsv", row(STALIN, "wd:Q855", rejected=True), "Joseph Stalin")
    assert links(graph(STALIN, folder=tmp_path), STALIN) == {"Q855": "rejected"}


def test_a_row_nobody_signed_is_a_candidate(tmp_path: Path) -> None:
    sssom.append(tmp_path / "links.sssom.tsv", row(MALIK, "wd:Q1000001", reviewer=""))
    sssom.append(tmp_path / "links.sssom.tsv", row(MOLOTOV, "wd:Q132899"))
    store = graph(MALIK, MOLOTOV, folder=tmp_path)
    assert links(store, MALIK) == {"Q1000001": "candidate"}
    assert links(store, MOLOTOV) == {"Q132899": "machine"}


def test_a_link_decided_at_the_command_line_counts_as_a_row(tmp_path: Path) -> None:
    on = {"subject": "agent:malik", "predicate": "schema:sameAs", "object": "wd:Q1000001"}
    decisions.append(tmp_path, "accept", on, "", "A. Archivist", "2026-01-02T03:04:05Z", "seen")
    assert links(graph(MALIK, folder=tmp_path), MALIK) == {"Q1000001": "machine"}


def test_rows_written_are_read_back(tmp_path: Path) -> None:
    path = tmp_path / "links.sssom.tsv"
    sssom.append(path, row(STALIN, "wd:Q855", comment="two\tcells\nand a line"))
    [read] = sssom.link_rows(path)
    assert (read.subject, read.object, read.reviewer, read.comment) == (
        STALIN, expand("wd:Q855"), "A. Archivist", "two cells and a line",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "what"),
    [
        ("agent:stalin\tschema:sameAs\thttps://www.wikidata.org/wiki/Q855\tA", "no Wikidata entity"),
        ("agent:stalin\towl:sameAs\twd:Q855\tA", "is no link"), ("nobody:stalin\tschema:sameAs\twd:Q855\tA", "nobody:"),
        ("\tschema:sameAs\twd:Q855\tA", "subject_id is empty"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_used_names_its_line(tmp_path: Path, cells: str, what: str) -> None:
    path = tmp_path / "links.sssom.tsv"
    path.write_text("#license: CC0\n" + HEAD + cells + "\n", "utf-8")
    with pytest.raises(DecisionError, match=what) as caught:
        sssom.link_rows(path)
    assert caught.value.diagnostic.line == 3


def test_an_entry_is_described_with_its_labels_dates_and_place() -> None:
    store = graph(expand("place:beijing"), STALIN)
    said = {
        (quad.predicate.value.rpartition("/")[2].rpartition("#")[2], str(quad.object))
        for node in (expand("place:beijing"), STALIN)
        for quad in store.quads_for_pattern(NamedNode(node), None, None)
    }
    assert ("label", '"Beijing"') in said
    assert ("altLabel", '"Пекин"@ru') in said
    assert ("birthDate", '"1878-12-18"') in said
    assert ("latitude", '"39.9075"^^<http://www.w3.org/2001/XMLSchema#decimal>') in said

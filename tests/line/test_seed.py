"""The seed telegram, edge by edge with its words: the first acceptance list, and nothing beyond what is named here."""

from __future__ import annotations

import csv
from functools import cache

import pytest
from pyoxigraph import Literal, NamedNode, Store

from cablegraph.iri import AGENT, CG, KIND, PLACE, RDF, RICO, SCHEMA, SKOS, expand
from cablegraph.store.readings import FoundReading, asserted, why
from tests.conftest import DATA

Row = dict[str, str]


@cache
def rows() -> tuple[Row, ...]:
    with (DATA / "seed-3777-edges.tsv").open(encoding="utf-8", newline="") as stream:
        return tuple(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


def node(text: str) -> NamedNode:
    return NamedNode(expand(text))


def find_object(store: Store, row: Row) -> NamedNode | Literal | None:
    """The edge's object; a literal is recognised by its lexical form."""
    if not row["object"].startswith('"'):
        return node(row["object"])
    wanted = row["object"][1:-1]
    for predicate in ("subject",):
        for quad in store.quads_for_pattern(None, NamedNode(RDF + predicate), node(row["subject"])):
            for said in store.quads_for_pattern(quad.subject, NamedNode(RDF + "object"), None):
                if isinstance(said.object, Literal) and said.object.value == wanted:
                    return said.object
    return None


def readings_of(store: Store, row: Row) -> tuple[FoundReading, ...]:
    value = find_object(store, row)
    return () if value is None else why(store, node(row["subject"]), node(row["predicate"]), value)


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['predicate']}-{row['start']}-{row['end']}")
def test_row_stands_with_words_that_overlap_its_own(seed_store: Store, row: Row) -> None:
    value = find_object(seed_store, row)
    assert value is not None, row
    found = readings_of(seed_store, row)
    words = [
        span
        for reading in found
        for span in reading.spans
        if span.start < int(row["end"]) and span.end > int(row["start"]) and span.layer == row["layer"]
    ]
    assert words, f"{row} has only {found}"
    stands = asserted(seed_store, node(row["subject"]), node(row["predicate"]), value)
    assert stands == (row["asserted"] == "yes")


def test_no_more_people_places_and_posts_than_the_paper_names(seed_store: Store) -> None:
    def typed(term: str) -> set[str]:
        pattern = (None, NamedNode(RDF + "type"), NamedNode(expand(term)))
        return {quad.subject.value for quad in seed_store.quads_for_pattern(*pattern)}  # type: ignore[union-attr]

    edges = {
        quad.object.value
        for quad in seed_store
        if isinstance(quad.object, NamedNode)
        and quad.object.value.startswith((AGENT, PLACE))
        and quad.predicate.value not in (RDF + "object", RDF + "subject")
    }
    assert edges == {
        AGENT + name for name in ("stalin", "mao", "krasovsky", "malik", "soviet-ambassador-to-the-un")
    } | {PLACE + "beijing"}
    assert typed("cg:NamedParty") == {AGENT + "krasovsky"}
    assert len(typed("rico:Record")) == 1
    assert len(typed("cg:Claim")) == 5
    assert len(typed("cg:CitedRecord")) == 2
    assert len(typed("cg:PromisedRecord")) == 1
    assert len(typed("cg:Gap")) == 2


def test_only_verified_entries_are_linked_to_wikidata(seed_store: Store) -> None:
    links = {
        (quad.subject.value.rpartition("/")[2], quad.object.value.rpartition("/")[2])  # type: ignore[union-attr]
        for predicate in (SCHEMA + "sameAs", "http://www.w3.org/2004/02/skos/core#exactMatch")
        for quad in seed_store.quads_for_pattern(None, NamedNode(predicate), None)
        if "/id/" in quad.subject.value  # type: ignore[union-attr]
    }
    # Moscow stands in the graph as a candidate place of sending; its own link is the table's.
    assert links == {("stalin", "Q855"), ("mao", "Q5816"), ("beijing", "Q956"), ("moscow", "Q649")}


def test_krasovsky_is_identified_with_nobody_but_may_be_stepan(seed_store: Store) -> None:
    pattern = (None, NamedNode(CG + "status"), NamedNode(KIND + "candidate"))
    proposed = {
        said.object.value
        for quad in seed_store.quads_for_pattern(*pattern)
        for said in seed_store.quads_for_pattern(quad.subject, NamedNode(RDF + "object"), None)
    }
    assert AGENT + "stepan-krasovsky" in proposed
    assert not asserted(
        seed_store, node("doc:wilson-ct3777"), NamedNode(CG + "relayedBy"), node("agent:stepan-krasovsky")
    )


LINKS = (SCHEMA + "sameAs", SKOS + "exactMatch")
EXPLAINED = {
    "rdfs:label": "what an unidentified name, a post, a group or a copy is called, on its own words",
    "rico:textualValue": "the written form of a cover name",
    "rico:hasOrHadType": "the kind of a name, pseudonym",
    "rico:hasReceiver": "a receiver named again",
    "cg:sentOn": "the date of a cited paper, read again from the summary",
    "rico:hasAddressee": "the addressee of a promised or cited paper",
    "rico:hasOrHadSubject": "a topic read again at a further place",
    "rico:hasDocumentaryFormType": "the form of a cited paper, read again from the summary",
}


def test_edges_beyond_the_list_are_of_the_kinds_explained(seed_store: Store) -> None:
    listed = {(row["subject"], row["predicate"], row["object"].strip('"')) for row in rows()}
    beyond = set()
    for quad in seed_store.quads_for_pattern(None, NamedNode(RDF + "subject"), None):
        [predicate] = [q.object for q in seed_store.quads_for_pattern(quad.subject, NamedNode(RDF + "predicate"), None)]
        [value] = [q.object for q in seed_store.quads_for_pattern(quad.subject, NamedNode(RDF + "object"), None)]
        if predicate.value in LINKS or not asserted(seed_store, quad.object, predicate, value):  # type: ignore[union-attr, arg-type]
            continue
        from cablegraph.iri import shorten

        own = value.value if isinstance(value, Literal) else shorten(value.value)  # type: ignore[union-attr]
        edge = (shorten(quad.object.value), shorten(predicate.value), own)  # type: ignore[union-attr]
        if edge not in listed:
            beyond.add(edge)
    unexplained = {edge for edge in beyond if edge[1] not in EXPLAINED}
    assert not unexplained, sorted(unexplained)


def test_filippov_is_a_cover_name_on_the_editors_word(seed_store: Store) -> None:
    [reading] = why(seed_store, node("agent:stalin"), NamedNode(RICO + "hasOrHadAgentName"), node("name:filippov"))
    assert [(span.start, span.end, span.layer) for span in reading.spans] == [(1352, 1369, "editorial")]

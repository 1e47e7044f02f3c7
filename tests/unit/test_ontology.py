"""The shipped ontology, vocabularies and authority tables fit together: every id a link names is in a table."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from cablegraph.iri import BASE, CG, DCTERMS, OWL, RDF, RDFS, RICO, SKOS
from cablegraph.shipped import shipped

ONTOLOGY = shipped("ontology")
SCHEMES = ("topic", "form", "kind", "layer")
TABLES = sorted(path for path in (ONTOLOGY / "authorities").glob("*.csv") if path.name != "cover_names.csv")
COLUMNS = [
    "id",
    "label_en",
    "label_ru",
    "label_zh",
    "kind",
    "aliases",
    "birth",
    "death",
    "lat",
    "lon",
    "qid",
    "verified",
    "source",
]
NAMESPACES = {"person": "agent", "body": "agent", "archive": "agent", "place": "place", "event": "event"}
LINK_COLUMNS = {
    "subject_id", "predicate_id", "predicate_modifier", "object_id", "mapping_justification", "confidence",
    "reviewer_label", "mapping_date", "comment",
}  # fmt: skip
CC0 = NamedNode("https://creativecommons.org/publicdomain/zero/1.0/")


@cache
def triples(path: Path) -> tuple[Triple, ...]:
    return tuple(quad.triple for quad in parse(path=str(path), format=RdfFormat.TURTLE))


def value(node: object) -> str:
    """IRI or lexical form of a node."""
    return str(getattr(node, "value", node))


def scheme(name: str) -> tuple[Triple, ...]:
    return triples(ONTOLOGY / "vocab" / f"{name}.ttl")


def concepts(name: str) -> set[str]:
    prefix = f"{BASE}vocab/{name}/"
    return {value(t.subject) for t in scheme(name) if value(t.subject).startswith(prefix)}


@cache
def _facts(found: tuple[Triple, ...]) -> dict[tuple[str, str], list[NamedNode | Literal]]:
    facts: dict[tuple[str, str], list[NamedNode | Literal]] = {}
    for t in found:
        if isinstance(t.object, (NamedNode, Literal)):
            facts.setdefault((value(t.subject), value(t.predicate)), []).append(t.object)
    return facts


def values(found: tuple[Triple, ...], subject: str, predicate: str) -> list[NamedNode | Literal]:
    return list(_facts(found).get((subject, predicate), ()))


def rows() -> Iterator[tuple[str, dict[str, str]]]:
    for path in TABLES:
        with path.open(encoding="utf-8", newline="") as stream:
            yield from ((path.name, row) for row in csv.DictReader(stream))


def links() -> list[dict[str, str]]:
    lines = (ONTOLOGY / "authorities" / "wikidata.sssom.tsv").read_text("utf-8").splitlines()
    return list(csv.DictReader([line for line in lines if not line.startswith("#")], delimiter="\t"))


def curie(row: dict[str, str]) -> str:
    """The id as a link file writes it: ``agent:stalin``; concepts have their prefix in the table."""
    if row["kind"] == "concept":
        return row["id"].replace("http://id.loc.gov/vocabulary/iso639-1/", "iso639:")
    return f"{NAMESPACES[row['kind']]}:{row['id']}"


# Turtle files.


@pytest.mark.parametrize("path", sorted(ONTOLOGY.rglob("*.ttl")), ids=lambda path: path.name)
def test_every_turtle_file_parses_and_is_not_empty(path: Path) -> None:
    assert triples(path)


@pytest.mark.parametrize("name", ["cablegraph.ttl", *(f"vocab/{name}.ttl" for name in SCHEMES)])
def test_ontology_and_vocabularies_have_no_blank_nodes(name: str) -> None:
    assert not [
        t for t in triples(ONTOLOGY / name) if isinstance(t.subject, BlankNode) or isinstance(t.object, BlankNode)
    ]


@pytest.mark.parametrize("name", SCHEMES)
def test_each_concept_has_one_english_label_a_definition_and_its_scheme(name: str) -> None:
    found = scheme(name)
    for iri in concepts(name):
        labels = Counter(v.language for v in values(found, iri, SKOS + "prefLabel") if isinstance(v, Literal))
        assert labels["en"] == 1, iri
        assert max(labels.values()) == 1, iri
        assert values(found, iri, SKOS + "definition"), iri
        assert values(found, iri, SKOS + "inScheme") == [NamedNode(f"{BASE}vocab/{name}")], iri


@pytest.mark.parametrize("name", SCHEMES)
def test_broader_stays_in_the_scheme_and_every_concept_hangs_from_a_top(name: str) -> None:
    found = scheme(name)
    for iri in concepts(name):
        seen, here = set[str](), iri
        while above := values(found, here, SKOS + "broader"):
            seen.add(here)
            here = above[0].value
            assert here in concepts(name), f"{iri} lies under {here}"
            assert here not in seen, f"{iri} lies under itself"
        assert values(found, here, SKOS + "topConceptOf") == [NamedNode(f"{BASE}vocab/{name}")], here


def test_no_two_topics_share_a_cue() -> None:
    cues = {
        (iri, v.value.casefold())
        for iri in concepts("topic")
        for v in values(scheme("topic"), iri, SKOS + "hiddenLabel")
    }
    assert len(cues) > 200
    assert [cue for cue, count in Counter(cue for _, cue in cues).items() if count > 1] == []


def test_every_form_is_a_documentary_form_type() -> None:
    found = scheme("form")
    for iri in concepts("form"):
        assert NamedNode(RICO + "DocumentaryFormType") in values(found, iri, RDF + "type"), iri


def test_every_form_and_topic_of_the_corpus_answers_is_a_concept() -> None:
    answers = "\n".join(path.read_text("utf-8") for path in Path(__file__).parents[1].glob("corpus/*/*/expected.json"))
    forms = set(re.findall(r'"form": "([a-z-]+)"', answers)) - {"message", "statement"}  # of papers cited, in two sets
    topics = {
        slug for listed in re.findall(r'"topics": \[([^\]]*)\]', answers) for slug in re.findall(r'"([^"]+)"', listed)
    }
    assert forms
    assert {f"{BASE}vocab/form/{slug}" for slug in forms} <= concepts("form")
    assert topics
    assert {f"{BASE}vocab/topic/{slug}" for slug in topics} <= concepts("topic")


# The ontology.


def own_terms() -> set[str]:
    return {value(t.subject) for t in triples(ONTOLOGY / "cablegraph.ttl") if value(t.subject).startswith(CG)}


def test_every_own_term_has_a_label_a_definition_and_a_type() -> None:
    found = triples(ONTOLOGY / "cablegraph.ttl")
    for iri in own_terms():
        for term in (RDFS + "label", SKOS + "definition", RDF + "type", RDFS + "isDefinedBy"):
            assert values(found, iri, term), f"{iri} lacks {term}"


def test_ontology_says_its_version_and_licence() -> None:
    found = triples(ONTOLOGY / "cablegraph.ttl")
    assert [v.value for v in values(found, BASE + "ontology", OWL + "versionInfo")] == ["0.1.0"]
    assert values(found, BASE + "ontology", DCTERMS + "license") == [CC0]


def test_every_own_term_of_mappings_and_queries_is_defined() -> None:
    sources = [*shipped("mappings").rglob("*.yarrrml.yml"), *shipped("queries").rglob("*.rq")]
    used = {name for path in sources for name in re.findall(r"\bcg:([A-Za-z]\w*)", path.read_text("utf-8"))}
    assert "telegramNumber" in used
    assert used - {iri.removeprefix(CG) for iri in own_terms()} == set()


@pytest.mark.parametrize("path", ["shapes.ttl", "alignments/schema.ttl", "alignments/crm.ttl", "alignments/tei.ttl"])
def test_shapes_and_alignments_name_only_defined_own_terms(path: str) -> None:
    nodes = {value(node) for t in triples(ONTOLOGY / path) for node in (t.subject, t.predicate, t.object)}
    used = {iri for iri in nodes if iri.startswith(CG)}
    assert used
    assert used <= own_terms()


def test_own_domains_and_ranges_are_defined_where_they_are_own() -> None:
    for t in triples(ONTOLOGY / "cablegraph.ttl"):
        if t.predicate.value in (RDFS + "domain", RDFS + "range", RDFS + "subPropertyOf", RDFS + "subClassOf"):
            other = value(t.object)
            assert not other.startswith(CG) or other in own_terms(), t


# Authority tables and links.


def test_tables_have_the_columns_of_the_model() -> None:
    assert len(TABLES) >= 5
    for path in TABLES:
        assert path.read_text("utf-8").splitlines()[0].split(",") == COLUMNS, path.name


def test_every_id_is_unique_within_its_namespace() -> None:
    assert [iri for iri, count in Counter(curie(row) for _, row in rows()).items() if count > 1] == []


def test_names_nobody_identified_keep_their_slug() -> None:
    ids = {curie(row) for _, row in rows()}
    assert {"agent:stalin", "agent:mao", "agent:malik", "place:beijing", "place:moscow", "agent:aprf"} <= ids
    assert "agent:stepan-krasovsky" in ids
    assert "agent:krasovsky" not in ids


def test_verified_numbers_are_those_of_the_reviewed_list() -> None:
    path = Path(__file__).parents[1] / "data" / "wikidata_verified.tsv"
    with path.open(encoding="utf-8", newline="") as stream:
        reviewed = {row["qid"]: row["label_en"] for row in csv.DictReader(stream, delimiter="\t")}
    ours = {row["qid"]: row["label_en"] for _, row in rows() if row["verified"] == "yes"}
    assert set(ours) == set(reviewed)
    assert {qid: label for qid, label in ours.items() if not reviewed[qid].startswith(label)} == {}


def test_numbers_are_wikidata_ids_and_dates_and_coordinates_are_readable() -> None:
    for _, row in rows():
        assert re.fullmatch(r"(Q[1-9]\d*)?", row["qid"]), row
        assert row["verified"] in ("yes", "no"), row
        assert row["qid"] or row["verified"] == "no", row
        assert all(re.fullmatch(r"(\d{4}(-\d\d){0,2})?", row[key]) for key in ("birth", "death")), row
        assert not row["birth"] or not row["death"] or row["birth"] < row["death"], row
        assert (row["lat"] == "") == (row["lon"] == ""), row
        assert abs(float(row["lat"] or 0)) <= 90, row
        assert abs(float(row["lon"] or 0)) <= 180, row


def test_cover_names_belong_to_entries() -> None:
    with (ONTOLOGY / "authorities" / "cover_names.csv").open(encoding="utf-8", newline="") as stream:
        bearers = {row["id"] for row in csv.DictReader(stream)}
    assert bearers
    assert bearers <= {row["id"] for _, row in rows()}


def test_link_rows_refer_to_entries_or_concepts() -> None:
    known = {curie(row) for _, row in rows()}
    known |= {f"{name}:{iri.rpartition('/')[2]}" for name in SCHEMES for iri in concepts(name)}
    assert [row["subject_id"] for row in links() if row["subject_id"] not in known] == []


def test_every_verified_row_has_one_link_of_the_right_kind_and_no_other_row_has() -> None:
    accepted = {
        (row["subject_id"], row["object_id"]): row["predicate_id"] for row in links() if not row["predicate_modifier"]
    }
    for _, row in rows():
        predicate = "skos:exactMatch" if row["kind"] == "concept" else "schema:sameAs"
        wanted = predicate if row["verified"] == "yes" else None
        assert accepted.get((curie(row), f"wd:{row['qid']}")) == wanted, row["id"]


def test_topics_are_linked_only_by_the_four_verified_numbers() -> None:
    accepted = {row["subject_id"]: row["object_id"] for row in links() if not row["predicate_modifier"]}
    assert {topic: item for topic, item in accepted.items() if topic.startswith("topic:")} == {
        "topic:korean-war": "wd:Q8663",
        "topic:vietnam-war": "wd:Q8740",
        "topic:diplomacy": "wd:Q1889",
        "topic:communism": "wd:Q6186",
    }


def test_armistice_is_not_the_ceasefire_item() -> None:
    [rejected] = [row for row in links() if row["predicate_modifier"] == "Not"]
    assert (rejected["subject_id"], rejected["object_id"]) == ("topic:armistice", "wd:Q208383")
    assert "ceasefire" in rejected["comment"]


def test_links_say_who_reviewed_them_when_and_how_surely() -> None:
    for row in links():
        assert row.keys() >= LINK_COLUMNS
        assert row["reviewer_label"], row
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", row["mapping_date"]), row
        assert row["mapping_justification"].startswith("semapv:"), row
        assert 0 < float(row["confidence"]) <= 1, row
        assert re.fullmatch(r"wd:Q[1-9]\d*", row["object_id"]), row

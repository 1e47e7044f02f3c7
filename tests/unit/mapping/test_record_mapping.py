"""The shipped mapping: the seed's fields and parts give exactly the edges of its key, each with its words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cablegraph import mapping
from cablegraph.evidence import Candidate, Rule
from cablegraph.iri import expand, shorten
from cablegraph.mapping import CompiledMapping, Mapped
from cablegraph.record import Record

from .papers import key_rows, seed_record, source, words


@pytest.fixture(scope="module")
def rules() -> CompiledMapping:
    return mapping.load_all().common


@pytest.fixture(scope="module")
def seed(rules: CompiledMapping) -> Mapped:
    return mapping.run(rules, seed_record())


def _object(term: str) -> str:
    if not term.startswith("<"):
        return term[: term.rindex('"') + 1]
    return shorten(term[1:-1])


def test_every_row_of_the_key_is_a_reading_with_its_words(seed: Mapped) -> None:
    found = {
        (shorten(r.subject.value), shorten(r.predicate.value), _object(str(r.object)), span.start, span.end, r.supports)
        for r in seed.readings
        for span in r.spans
    }
    for row in key_rows():
        edge = row["subject"], row["predicate"], row["object"]
        assert (*edge, int(row["start"]), int(row["end"]), row["asserted"] == "yes") in found


def test_nothing_beyond_the_key_but_the_names(seed: Mapped) -> None:
    key = {(row["subject"], row["predicate"], row["object"]) for row in key_rows()}
    found = {(shorten(r.subject.value), shorten(r.predicate.value), _object(str(r.object))) for r in seed.readings}
    assert found - key == {
        ("name:filippov", "rico:hasOrHadType", "kind:pseudonym"),
        ("name:filippov", "rico:textualValue", '"Filippov"'),
    }


def test_the_vectors_of_the_model(rules: CompiledMapping) -> None:
    text = seed_record().source
    sender = replace(
        text.cite((1352, 1369), Rule("wilson-center.sender"), "Stalin", certainty="0.99"), iri=expand("agent:stalin")
    )
    number = text.cite((94, 120), Rule("wilson-center.number"), "3777")
    record = Record("wilson-ct3777", text, {"sender": (sender,), "number": (number,)})
    iris = {reading.iri.rpartition("/")[2] for reading in mapping.run(rules, record).readings}
    assert iris == {"471b2c730563497f", "065ef21d3ed4da4f"}


def test_one_reading_per_rule_edge_and_layer_with_its_spans_united(rules: CompiledMapping) -> None:
    text = source("The armistice. An armistice.\nSummary: truce.", layers=((29, 44, "catalogue"),))
    topics = (
        text.cite((0, 13), Rule("topics.cue"), "armistice"),
        text.cite((15, 27), Rule("topics.cue"), "armistice", certainty="0.9"),
        text.cite((38, 43), Rule("topics.cue"), "armistice"),
    )
    readings = mapping.run(rules, Record("paper", text, {"topics": topics})).readings
    assert [(reading.layer, len(reading.spans), reading.certainty) for reading in readings] == [
        ("transcript", 2, "1"),
        ("catalogue", 1, "1"),
    ]


def test_the_same_edge_from_two_rules_is_one_edge_and_two_readings(rules: CompiledMapping) -> None:
    text = source("No. 41. Telegram No. 41")
    numbers = (words(text, "No. 41", "41", "a.number"), words(text, "Telegram No. 41", "41", "b.number"))
    readings = mapping.run(rules, Record("paper", text, {"number": numbers})).readings
    assert len(readings) == 2
    assert len({reading.edge for reading in readings}) == 1


def test_candidates_of_a_name_are_readings_without_an_edge(rules: CompiledMapping) -> None:
    text = source("To Krasovsky")
    candidate = Candidate(expand("agent:stepan-krasovsky"), 0.55, "same surname")
    relay = replace(words(text, "Krasovsky"), iri=expand("agent:krasovsky"), candidates=(candidate,))
    mapped = mapping.run(rules, Record("paper", text, {"relay": (relay,)}))
    [edge, proposed] = mapped.readings
    assert edge.supports
    assert edge.object.value == expand("agent:krasovsky")
    assert (proposed.status, proposed.certainty, proposed.reason) == ("candidate", "0.55", "same surname")
    lines = mapping.lines(mapped, Record("paper", text, {"relay": (relay,)}))
    assert proposed.edge not in lines
    assert edge.edge in lines


def test_a_bearer_who_is_a_candidate_makes_the_cover_name_a_candidate(rules: CompiledMapping) -> None:
    text = source("FILIPPOV")
    bearer = replace(
        words(text, "FILIPPOV", "Filippov"), candidates=(Candidate(expand("agent:stalin"), 0.6, "known cover name"),)
    )
    name, kind = words(text, "FILIPPOV", "Filippov"), words(text, "FILIPPOV", "pseudonym")
    persona = Record("paper", text, {"bearer": (bearer,), "name": (name,), "kind": (kind,)})
    readings = mapping.run(rules, Record("paper", text, {}, {"personas": (persona,)})).readings
    [borne] = [reading for reading in readings if reading.subject.value == expand("agent:stalin")]
    assert (borne.status, borne.reason) == ("candidate", "known cover name")


def test_an_uncertain_passage_supports_no_edge_and_stands_beside_none(rules: CompiledMapping) -> None:
    text = source("Moscow, from Moscow")
    guess = text.cite((0, 6), Rule("seat"), "Moscow", certainty="0.6")
    stated = text.cite((8, 19), Rule("dateline"), "Moscow")
    [alone] = mapping.run(rules, Record("paper", text, {"origin": (guess,)})).readings
    assert alone.status == "candidate"
    [both] = mapping.run(rules, Record("paper", text, {"origin": (guess, stated)})).readings
    assert both.supports
    assert both.rule.name == "dateline"


def test_an_enclosed_message_is_a_record_of_its_own_and_its_words_are_the_carriers(rules: CompiledMapping) -> None:
    text = source("I pass on: Kim asks for arms. Signed")
    start, kind = words(text, "Kim asks for arms", "11"), words(text, "asks", "request")
    claim = Record("paper/enclosed/11", text, {"start": (start,), "kind": (kind,)})
    inner = Record(
        "paper/enclosed/11",
        text,
        {"start": (words(text, "Kim asks for arms.", "11"),), "sender": (words(text, "Kim"),)},
        {"claims": (claim,)},
    )
    mapped = mapping.run(rules, Record("paper", text, {}, {"enclosed": (inner,)}))
    edges = {(shorten(r.subject.value), shorten(r.predicate.value), shorten(r.object.value)) for r in mapped.readings}
    assert ("doc:paper", "cg:encloses", "doc:paper/enclosed/11") in edges
    assert ("doc:paper/enclosed/11", "rico:hasSender", "agent:kim") in edges
    assert ("doc:paper/enclosed/11", "cg:states", "doc:paper/enclosed/11/claim/request-11") in edges
    assert {reading.document for reading in mapped.readings} == {expand("doc:paper")}
    assert sum("RiC/ontology#Record>" in line for line in mapped.types) == 2


def test_words_that_a_function_cannot_read_are_reported(rules: CompiledMapping) -> None:
    text = source("Strange Form of Paper")
    mapped = mapping.run(rules, Record("paper", text, {"form": (words(text, "Strange Form"),)}))
    assert not mapped.readings
    assert [(item.mapping, item.passage.text) for item in mapped.unread] == [("document", "Strange Form")]


@pytest.mark.parametrize(
    ("title", "language"),
    [("Telegram to Mao", "en"), ("Шифртелеграмма № 12", "ru"), ("毛泽东致菲利波夫电", "zh"), ("From Łódź", "en")],
)
def test_a_title_is_in_the_language_of_its_script(rules: CompiledMapping, title: str, language: str) -> None:
    text = source(title)
    [reading] = mapping.run(rules, Record("paper", text, {"title": (words(text, title),)})).readings
    assert str(reading.object) == f'"{title}"@{language}'


def test_lines_are_sorted_unique_and_the_same_again(rules: CompiledMapping, seed: Mapped) -> None:
    record = seed_record()
    lines = mapping.lines(seed, record)
    assert lines == sorted(set(lines)) == mapping.lines(mapping.run(rules, seed_record()), seed_record())
    quoted = [line for line in lines if "oa#exact" in line]
    assert len(quoted) == len({(row["start"], row["end"]) for row in key_rows()})


def test_a_date_node_has_the_bounds_of_its_words() -> None:
    lines = mapping.date_lines(expand("date:1951--1954-06"))
    assert any('earliest> "1951-01-01"' in line for line in lines)
    assert any('latest> "1954-06-30"' in line for line in lines)
    assert any('normalizedDateValue> "1951/1954-06"^^' in line for line in lines)

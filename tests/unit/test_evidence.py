"""Spans, passages and readings: a quotation always equals its stretch of the stored text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from cablegraph.evidence import Reading, Rule, Span, quoted, reading_lines, span_lines
from cablegraph.iri import AGENT, CG, RICO, date_iri, path_slug, shorten, slug
from cablegraph.record import Record, SourceText, from_json, normalise, to_json

RULE = Rule("plain-text.sender", certainty="0.99")
SEED = "https://w3id.org/cablegraph/id/doc/wilson-ct3777"
texts = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from('ЖёИйФ毛泽东朝鮮🕊👩‍🚀é́ü\u0301\u200f\r\n\t"\\'),
    ),
    min_size=1,
    max_size=200,
)


@st.composite
def cited(draw: st.DrawFn) -> tuple[SourceText, Span]:
    text = normalise(draw(texts)) or "x"
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return SourceText(text, "a.txt", "a"), Span(start, end)


@given(cited())
def test_quotation_equals_its_stretch_of_the_text_in_any_script(case: tuple[SourceText, Span]) -> None:
    source, span = case
    passage = source.cite(span, RULE)
    assert passage.text == source.text[span.start : span.end] == source.quote(passage.spans[0])


@given(cited())
def test_record_survives_its_json_form(case: tuple[SourceText, Span]) -> None:
    source, span = case
    record = Record("a", source, {"sender": (source.cite(span, RULE, "somebody", entity="person"),)})
    assert from_json(json.loads(json.dumps(to_json(record)))) == record


@given(cited())
def test_written_lines_are_read_back_as_the_same_words(case: tuple[SourceText, Span]) -> None:
    source, span = case
    words = source.quote(span)
    lines = "\n".join(span_lines(f"{SEED}/text/cff5080f", span, words, "transcript"))
    values = [quad.object.value for quad in parse(lines.encode(), RdfFormat.N_TRIPLES)]
    assert words in values


@given(texts)
def test_escaping_is_undone_by_the_parser(text: str) -> None:
    [quad] = parse(f"<a:s> <a:p> {quoted(text)} .".encode(), RdfFormat.N_TRIPLES)
    assert isinstance(quad.object, Literal)
    assert quad.object.value == text


@given(st.text(max_size=80))
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise("\ufeff" + text)) == normalise("\ufeff" + text)


@pytest.mark.parametrize(
    ("name", "spans", "predicate", "value", "digest"),
    [
        ("sender", [(1352, 1369)], RICO + "hasSender", NamedNode(AGENT + "stalin"), "471b2c730563497f"),
        ("number", [(94, 120)], CG + "telegramNumber", Literal("3777"), "065ef21d3ed4da4f"),
    ],
)
def test_reading_iris_match_the_published_vectors(
    name: str, spans: list[tuple[int, int]], predicate: str, value: NamedNode | Literal, digest: str
) -> None:
    reading = Reading(
        NamedNode(SEED),
        NamedNode(predicate),
        value,
        tuple(Span(*span) for span in spans),
        "transcript",
        Rule(f"wilson-center.{name}", version="7"),
        "0.99",
        SEED,
        f"{SEED}/text/cff5080f",
    )
    assert reading.iri == f"{SEED}/r/{digest}"


def test_candidate_reading_writes_no_edge() -> None:
    edge = (NamedNode(SEED), NamedNode(CG + "sentFrom"), NamedNode("https://w3id.org/cablegraph/id/place/moscow"))
    reading = Reading(*edge, (Span(0, 1),), "editorial", RULE, "0.6", SEED, f"{SEED}/text/cff5080f", "candidate")
    lines = list(reading_lines(reading))
    assert reading.edge not in lines
    assert any(line.endswith("kind/candidate> .") for line in lines)


def test_span_has_the_layer_furthest_from_the_author() -> None:
    source = SourceText("FILIPPOV [Stalin] and more", layers=((9, 17, "editorial"), (22, 26, "boilerplate")))
    assert source.layer_of(0, 8) == "transcript"
    assert source.layer_of(0, 17) == "editorial"
    assert source.layer_of(10, 12) == "editorial"
    assert source.layer_of(0, 26) == "boilerplate"
    assert source.layer_of(17, 22) == "transcript"


@pytest.mark.parametrize("span", [(3, 3), (-1, 2), (0, 9)])
def test_passage_outside_its_text_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="does not lie"):
        SourceText("four").cite(span, RULE)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Our production and military specialists", "our-production-and-military-specialists"),
        ("Bolesław Jaszczuk", "boleslaw-jaszczuk"),
        ("Красовский", "красовскии"),
        ("毛泽东", "毛泽东"),
    ],
)
def test_slug_drops_marks_and_keeps_letters(text: str, key: str) -> None:
    assert slug(text) == key


def test_keys_and_dates_are_minted_from_content() -> None:
    assert path_slug("wilson-ct3777.txt") == "wilson-ct3777"
    assert path_slug("Box 12/No. 4 (copy).TXT") == "Box-12-No-4-copy"
    assert date_iri("1951/1954-06").endswith("/id/date/1951--1954-06")
    assert date_iri("1951-06-24%").endswith("/id/date/1951-06-24%25")
    assert shorten(CG + "sentOn") == "cg:sentOn"

"""Papers in files are called as the pages call them, and never by the place of some words in a text."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from lxml import etree

from cablegraph import called, exports
from cablegraph.exports import Filter, Options, Request, Source, naming, web_annotation
from cablegraph.exports.timeline import _day_in
from cablegraph.iri import expand

SEED = expand("doc:wilson-ct3777")
CITED = "telegram of 21 June 1951 from Mao Zedong to Joseph Stalin, cited"


def written(name: str, source: Source, **request: Any) -> bytes:
    return b"".join(exports.write(name, source, Request(**request)))


def labels(source: Source) -> dict[str, str]:
    form = json.loads(written("network.json", source, network=Options(by="document")))
    return {node["id"]: node["label"] for node in form["nodes"]}


def test_a_cited_paper_is_called_by_what_is_read_of_it(seed_source: Source) -> None:
    named = labels(seed_source)
    assert CITED in named.values()
    assert named[SEED].startswith("1951-06-24 Ciphered Telegram No. 3777, Filippov [Stalin]")


def test_every_network_of_papers_has_the_same_labels_and_none_is_a_place(sample_source: Source) -> None:
    named = labels(sample_source)
    assert not [label for label in named.values() if re.fullmatch(r"\d+", label)]
    rows = list(csv.DictReader(io.StringIO(
        written("edges.csv", sample_source, network=Options(by="document")).decode()
    )))  # fmt: skip
    assert rows
    assert all((row["SourceLabel"], row["TargetLabel"]) == (named[row["Source"]], named[row["Target"]]) for row in rows)
    for name in ("gexf", "graphml"):
        text = written(name, sample_source, network=Options(by="document")).decode()
        assert all(etree.XML(text.encode()).xpath("//*[@id=$id]", id=iri) for iri in list(named)[:5])
        assert CITED in text


def test_the_timeline_says_of_cited_papers_what_the_graph_knows(seed_source: Source) -> None:
    items = {item["label"]: item for item in json.loads(written("timeline", seed_source))["items"]}
    item = items[CITED]
    assert (item["form"], item["sender"], item["addressee"]) == ("telegram", ["Mao Zedong"], ["Joseph Stalin"])
    assert item["written"] == "21 June"


def test_a_message_inside_is_called_by_its_ends_and_its_holder(sample_source: Source) -> None:
    inside = [paper.iri for paper in sample_source.papers(Filter()) if "/enclosed/" in paper.iri]
    for iri, title in naming.titles(sample_source, inside).items():
        outer = iri.partition("/enclosed/")[0]
        assert title.endswith(f", in: {naming.titles(sample_source, [outer])[outer]}")


def test_cmif_and_annotations_name_the_paper_that_is_answered(seed_source: Source) -> None:
    assert f">{CITED}</ref>" in written("cmif", seed_source).decode()
    bodies = {item["body"][0]["value"] for item in web_annotation.page(seed_source, SEED)["items"]}
    assert f"cites: {CITED}" in bodies


@pytest.mark.parametrize(
    ("words", "edtf", "day"),
    [
        ("acknowledge your dispatch No. 391 of\nthe 18th January", "1885-01-18", "18th January"),
        ("your note of the 14th instant", "1885-03-14", "14th instant"),
        ("your telegrams September 13, 6 p.m., September 14, 6 p.m.", "1918-09-14", "September 14"),
        ("our letter No. 12 of 24.III.50", "1950-03-24", "24.III.50"),
        ("your telegram of yesterday", "1950-03-24", "your telegram of yesterday"),
    ],
)
def test_the_date_of_a_cited_paper_is_written_as_its_day(words: str, edtf: str, day: str) -> None:
    assert _day_in(words, edtf) == day


@pytest.mark.parametrize(
    ("told", "name"),
    [
        (("despatch", "391", "1885-01-18", "Bayard", ""), "despatch No. 391 of 18 January 1885 from Bayard, cited"),
        (("", "", "", "", "Mao Zedong"), "a paper to Mao Zedong, cited"),
        (("note", "", "", "", ""), "note cited, of which nothing more is said"),
    ],
)
def test_what_is_known_of_a_cited_paper_is_its_name(told: tuple[str, str, str, str, str], name: str) -> None:
    assert called.cited(*told) == name


@pytest.mark.parametrize(
    ("name", "paper"),
    [
        ("doc:a", True),
        ("doc:a/cited/260", True),
        ("doc:a/enclosed/658", True),
        ("doc:a/enclosed/658/promised/9", True),
        ("doc:a/party/our-specialists", False),
        ("doc:a/claim/request-466", False),
        ("agent:stalin", False),
    ],
)
def test_papers_are_told_from_their_other_parts(name: str, paper: bool) -> None:
    assert (
        naming.is_paper(expand("doc:") + name.removeprefix("doc:") if paper or "/" in name else expand(name)) == paper
    )

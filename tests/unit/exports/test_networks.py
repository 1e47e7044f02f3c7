"""Networks: parsers of another make read them, and every form has the same counts as the graph and the records."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from html import unescape
from typing import Any

import networkx
import pytest
from lxml import etree
from pyoxigraph import Store

from cablegraph import exports
from cablegraph.errors import SettingsError
from cablegraph.exports import Filter, Options, Request, Source
from cablegraph.exports.network import EDGE_COLUMNS, NODE_COLUMNS, table
from cablegraph.iri import expand

STALIN, MAO, KRASOVSKY = (expand(f"agent:{name}") for name in ("stalin", "mao", "krasovsky"))

ENDING = (
    "/ending-the-war", "/armistice", "/armistice-talks", "/demarcation-line", "/ceasefire", "/troop-withdrawal",
    "/prisoners-of-war", "/peace-settlement",
)  # fmt: skip


def written(name: str, source: Source, **request: Any) -> bytes:
    return b"".join(exports.write(name, source, Request(**request)))


def network(source: Source, **request: Any) -> dict[str, Any]:
    return json.loads(written("network.json", source, **request))  # type: ignore[no-any-return]


def test_the_seed_is_one_letter_through_a_relay(seed_source: Source) -> None:
    form = network(seed_source, network=Options(words=True))
    assert list(form) == ["meta", "nodes", "links"]
    assert list(form["meta"]) == ["generation", "by", "filter", "licence", "coverage"]
    assert form["meta"]["coverage"]["held"] == 1
    [link] = form["links"]
    words = link.pop("words")
    assert link == {
        "source": STALIN, "target": MAO, "kind": "letter", "weight": 1, "first": "1951-06-24", "last": "1951-06-24",
        "documents": [expand("doc:wilson-ct3777")], "via": [KRASOVSKY], "composed": False,
    }  # fmt: skip
    quoted = [(word["start"], word["end"], word["quote"], word["layer"]) for word in words]
    assert (42, 59, "Filippov [Stalin]", "catalogue") in quoted
    assert (1352, 1369, "FILIPPOV [Stalin]", "editorial") in quoted
    stalin = next(node for node in form["nodes"] if node["id"] == STALIN)
    assert stalin == {
        "id": STALIN, "label": "Joseph Stalin", "type": "person", "degree": 1, "sent": 1, "received": 0,
        "first": "1951-06-24", "last": "1951-06-24", "wikidata": "Q855", "held": True, "composed": False,
    }  # fmt: skip


def test_a_network_says_which_links_were_asked_for(seed_source: Source) -> None:
    asked = {"filter": Filter(from_="1951"), "network": Options(kinds=("letter", "relay"), min_weight=2)}
    said = {"from": "1951", "kind": "letter,relay", "min_weight": 2}
    assert network(seed_source, **asked)["meta"]["filter"] == said
    assert network(seed_source)["meta"]["filter"] == {}
    for name in ("gexf", "graphml"):
        assert '"min_weight": 2' in unescape(written(name, seed_source, **asked).decode()), name


def test_links_of_composed_papers_alone_are_marked_in_every_form(sample_source: Source) -> None:
    made_up = {paper.iri for paper in sample_source.papers(Filter()) if paper.composed}
    links = network(sample_source)["links"]
    marks = [link["composed"] for link in links]
    assert marks == [made_up.issuperset(link["documents"]) for link in links]
    assert set(marks) == {True, False}
    rows = csv.DictReader(io.StringIO(written("edges.csv", sample_source).decode()))
    assert [row["Composed"] == "true" for row in rows] == marks
    graphml = networkx.parse_graphml(written("graphml", sample_source).decode(), force_multigraph=True)
    assert sorted(composed for *_, composed in graphml.edges(data="composed")) == sorted(marks)
    assert written("gexf", sample_source).count(b'<attvalue for="composed" value="true"/></attvalues>') >= sum(marks)


def test_a_relay_is_nobodys_correspondent(seed_source: Source) -> None:
    assert KRASOVSKY not in {node["id"] for node in network(seed_source)["nodes"]}
    relayed = network(seed_source, network=Options(kinds=("relay",)))
    assert {(link["source"], link["target"]) for link in relayed["links"]} == {(STALIN, KRASOVSKY), (KRASOVSKY, MAO)}


@pytest.mark.parametrize("by", ["agent", "place", "document", "topic"])
def test_gexf_and_graphml_and_csv_have_the_counts_of_the_json(sample_source: Source, by: str) -> None:
    options = Options(by=by)
    form = network(sample_source, network=options)
    nodes, links = (
        {node["id"] for node in form["nodes"]},
        Counter((k["source"], k["target"], k["kind"]) for k in form["links"]),
    )
    assert nodes
    assert {end for source, target, _ in links for end in (source, target)} == nodes
    # networkx knows the versions before 1.3, whose elements are the same.
    gexf = written("gexf", sample_source, network=options).replace(
        b"http://gexf.net/1.3", b"http://www.gexf.net/1.2draft"
    )
    read = networkx.read_gexf(io.BytesIO(gexf.replace(b'version="1.3"', b'version="1.2"')))
    assert set(read.nodes) == nodes
    assert read.number_of_edges() == len(links)
    graphml = networkx.parse_graphml(written("graphml", sample_source, network=options).decode())
    assert set(graphml.nodes) == nodes
    assert graphml.number_of_edges() == len(links)
    rows = list(csv.DictReader(io.StringIO(written("edges.csv", sample_source, network=options).decode())))
    assert Counter((row["Source"], row["Target"], row["Kind"]) for row in rows) == links
    labels = {node["id"]: node["label"] for node in network(sample_source, network=options)["nodes"]}
    assert all(
        (row["SourceLabel"], row["TargetLabel"]) == (labels[row["Source"]], labels[row["Target"]]) for row in rows
    )
    heads = list(csv.DictReader(io.StringIO(written("nodes.csv", sample_source, network=options).decode())))
    assert {row["Id"] for row in heads} == nodes


def test_gexf_has_a_spell_for_each_dated_paper(sample_source: Source) -> None:
    root = etree.fromstring(written("gexf", sample_source))
    spaces = {"g": "http://gexf.net/1.3"}
    graph = root.find("g:graph", spaces)
    assert graph is not None
    assert {str(name): value for name, value in graph.attrib.items()} == {
        "mode": "dynamic", "timeformat": "date", "timerepresentation": "interval", "defaultedgetype": "directed",
    }  # fmt: skip
    spells = root.findall(".//g:spell", spaces)
    weights = sum(link["weight"] for link in network(sample_source)["links"])
    assert 0 < len(spells) <= weights
    assert all(spell.get("start", "") <= spell.get("end", "") for spell in spells)


def test_the_heads_of_the_tables_are_frozen(seed_source: Source) -> None:
    nodes, edges = written("nodes.csv", seed_source), written("edges.csv", seed_source)
    assert nodes.startswith(b"Id,Label,Kind,Degree,Sent,Received,First,Last,Wikidata,Held,Composed\r\n")
    assert edges.startswith(b"Source,Target,Type,Kind,Weight,First,Last,Documents,SourceLabel,TargetLabel,Composed\r\n")
    assert (len(NODE_COLUMNS), len(EDGE_COLUMNS)) == (11, 11)


def test_a_spreadsheet_gets_a_bom_and_no_formula() -> None:
    plain = b"".join(table(("a",), [["=1+1"], ["x, y"]]))
    assert plain == b'a\r\n=1+1\r\n"x, y"\r\n'
    assert b"".join(table(("a",), [["=1+1"], ["@x"]], excel=True)) == "\ufeffa\r\n'=1+1\r\n'@x\r\n".encode()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"from": "1951", "to": "1951"}, lambda p: p.earliest[:4] == "1951"),
        ({"agent": "agent:stalin"}, lambda p: STALIN in (*p.senders, *p.meant_for)),
        ({"place": "place:beijing"}, lambda p: expand("place:beijing") in (*p.origins, *p.destinations)),
        ({"topic": "topic:ending-the-war"}, lambda p: any(topic.endswith(ENDING) for topic in p.topics)),
        ({"composed": "0"}, lambda p: not p.composed),
    ],
)  # fmt: skip
def test_filters_keep_what_they_say(sample_source: Source, given: dict[str, str], kept: Any) -> None:
    every, some = sample_source.papers(Filter()), sample_source.papers(Filter.of(given))
    assert 0 < len(some) < len(every)
    assert some == [paper for paper in every if kept(paper)]


def test_unknown_filters_and_options_are_refused_with_what_is_known() -> None:
    with pytest.raises(SettingsError, match="filters: from, to"):
        Filter.of({"fron": "1951"})
    with pytest.raises(SettingsError, match="by one of agent"):
        Options(by="person")


@pytest.mark.parametrize(
    "name", ["network.json", "gexf", "graphml", "edges.csv", "geojson", "timeline", "cmif", "nq", "ttl"]
)
def test_the_same_graph_gives_the_same_bytes_and_no_clock(sample_store: Store, name: str) -> None:
    about = {"generation": "g", "editor": "e", "licence": "https://creativecommons.org/licenses/by/4.0/"}
    first, second = (written(name, exports.of_store(sample_store, **about)) for _ in range(2))
    assert first == second

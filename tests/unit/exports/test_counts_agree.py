"""Eight counts in six ways: the question, SPARQL, network JSON, GEXF, CSV, and plain Python over the records."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from lxml import etree
from pyoxigraph import Store

from cablegraph import corpus, exports, line, queries, vocabulary
from cablegraph.exports import Filter, Options, Request, Source
from cablegraph.iri import PREFIXES, TOPIC, expand
from cablegraph.record import Record
from cablegraph.shipped import shipped
from tests.conftest import SAMPLE

Pairs = Counter[tuple[str, str]]
FRANCIS = expand("agent:francis")
STATE = expand("agent:secretary-of-state")


# ------------------------------------------------------------------ plain Python over the records


class Said(NamedTuple):
    """By what a paper is known, as it says itself or as another cites it."""

    numbers: frozenset[str]
    senders: frozenset[str]
    addressees: frozenset[str]
    dates: frozenset[str]


class Fact(NamedTuple):
    """What one record says, as far as it is certain enough to be asserted."""

    senders: frozenset[str]
    addressees: frozenset[str]
    relays: frozenset[str]
    topics: frozenset[str]
    date: str
    known: Said
    cited: tuple[tuple[tuple[str, str], Said], ...]
    """Where it cites papers (the paper's name and the start of the words), and what it says of them."""


@cache
def records() -> tuple[Fact, ...]:
    """All records of the sample and the messages inside them; the same text is counted once."""
    loaded = line.load(corpus.Corpus(Path("/nowhere")))
    found, seen = [], set()
    for paper in corpus.papers([shipped("examples", name) for name in SAMPLE]):
        for text in line.read(loaded, paper):
            if text.sha256 not in seen:
                seen.add(text.sha256)
                top = line.link(loaded, line.extract(loaded, text))
                found += [_fact(record) for record in _all(top)]
    return tuple(found)


def _all(record: Record) -> Iterator[Record]:
    yield record
    for inner in record.parts.get("enclosed", ()):
        yield from _all(inner)


def _fact(record: Record) -> Fact:
    def iris(name: str) -> frozenset[str]:
        found = record.fields.get(name, ())
        return frozenset(p.iri for p in found if p.iri and float(p.certainty) >= 0.7)

    cited = tuple(
        ((record.id.partition("/")[0], start.text), _said(citation))
        for citation in record.parts.get("citations", ())
        for start in citation.fields["start"]
    )
    date = next((p.text for p in record.fields.get("date", ()) if re.match(r"\d{4}", p.text)), "")
    topics = frozenset(p.iri or TOPIC + p.text for p in record.fields.get("topics", ()))
    addressees = iris("addressee") or iris("receiver")
    return Fact(iris("sender"), addressees, iris("relay"), topics, date, _said(record), cited)


def _said(record: Record) -> Said:
    def values(*names: str) -> frozenset[str]:
        return frozenset(p.iri or p.text for name in names for p in record.fields.get(name, ()))

    return Said(values("number"), values("sender", "author"), values("addressee", "receiver"), values("date"))


def is_held(cited: Said, citing: Fact) -> bool:
    """Whether a record agrees in three things at least with what is said of the cited paper, and differs in none."""

    def fits(held: Said) -> bool:
        both = [(one, other) for one, other in zip(cited, held, strict=True) if one and other]
        return len(both) >= 3 and all(one & other for one, other in both)

    return any(fits(fact.known) for fact in records() if fact is not citing)


def below(topic: str) -> set[str]:
    """The topic and all narrower ones."""
    narrower = [TOPIC + name for name, wide in vocabulary.topic_broader().items() if topic.removeprefix(TOPIC) in wide]
    return {topic}.union(*map(below, narrower))


def counted(facts: Sequence[Fact]) -> Pairs:
    return Counter((start, end) for fact in facts for start in fact.senders for end in fact.addressees)


# ------------------------------------------------------------------ the other five


def asked(store: Store, name: str, given: Mapping[str, str] | None = None) -> list[dict[str, str]]:
    query = queries.load(shipped("queries", f"{name}.rq"))
    text = queries.bind(query, {key: [value] for key, value in (given or {}).items()})
    return selected(store, text)


def selected(store: Store, text: str) -> list[dict[str, str]]:
    found: Any = store.query(text, prefixes=PREFIXES)
    names = [variable.value for variable in found.variables]
    return [{name: row[name].value for name in names if row[name] is not None} for row in found]


def pairs_in_sparql(store: Store, more: str = "") -> Pairs:
    text = f"""SELECT ?a ?b (COUNT(DISTINCT ?d) AS ?n) WHERE {{
      ?d a rico:Record ; rico:hasSender ?a ; rico:hasAddressee ?b . {more} }} GROUP BY ?a ?b"""
    return Counter({(row["a"], row["b"]): int(row["n"]) for row in selected(store, text)})


def in_files(source: Source, given: Mapping[str, str], options: Options | None = None) -> list[Pairs]:
    """The links of network JSON, GEXF and CSV."""
    request = Request(Filter.of(given), options or Options())

    def written(name: str) -> bytes:
        return b"".join(exports.write(name, source, request))

    links = json.loads(written("network.json"))["links"]
    edges = etree.fromstring(written("gexf")).iter("{http://gexf.net/1.3}edge")
    rows = csv.DictReader(io.StringIO(written("edges.csv").decode()))
    return [
        Counter({(link["source"], link["target"]): link["weight"] for link in links}),
        Counter({(edge.attrib["source"], edge.attrib["target"]): int(edge.attrib["weight"]) for edge in edges}),
        Counter({(row["Source"], row["Target"]): int(row["Weight"]) for row in rows}),
    ]


def by_pair(rows: Sequence[Mapping[str, str]]) -> Pairs:
    return Counter((a, b) for a, b, _ in {(row["sender_id"], row["addressee_id"], row["document"]) for row in rows})


def agree(*counts: Pairs) -> None:
    assert counts[0], "nothing was counted"
    for other in counts[1:]:
        assert other == counts[0]


# ------------------------------------------------------------------ the eight


def test_who_wrote_to_whom(sample_store: Store, sample_source: Source) -> None:
    question: Pairs = Counter()
    for row in asked(sample_store, "who-wrote-to-whom"):
        question[row["sender_id"], row["addressee_id"]] += int(row["letters"])
    raw = pairs_in_sparql(sample_store, "?d cg:sentOn/cg:earliest ?day")
    agree(question, raw, *in_files(sample_source, {"from": "1000"}), counted([f for f in records() if f.date]))


def test_all_letters(sample_store: Store, sample_source: Source) -> None:
    question = by_pair(asked(sample_store, "letters"))
    agree(question, pairs_in_sparql(sample_store), *in_files(sample_source, {}), counted(records()))


def test_letters_of_one_sender(sample_store: Store, sample_source: Source) -> None:
    question = by_pair(asked(sample_store, "letters", {"sender": FRANCIS}))
    raw = pairs_in_sparql(sample_store, f"FILTER(?a = <{FRANCIS}>)")
    plain = Counter({pair: n for pair, n in counted(records()).items() if pair[0] == FRANCIS})
    of_him = [Counter({p: n for p, n in file.items() if p[0] == FRANCIS}) for file in
              in_files(sample_source, {"sender": FRANCIS})]  # fmt: skip
    agree(question, raw, *of_him, plain)


def test_letters_to_one_addressee(sample_store: Store, sample_source: Source) -> None:
    question = by_pair(asked(sample_store, "letters", {"addressee": STATE}))
    raw = pairs_in_sparql(sample_store, f"FILTER(?b = <{STATE}>)")
    plain = Counter({pair: n for pair, n in counted(records()).items() if pair[1] == STATE})
    agree(question, raw, *in_files(sample_source, {"addressee": STATE}), plain)


def test_letters_of_one_year(sample_store: Store, sample_source: Source) -> None:
    question = by_pair(asked(sample_store, "letters", {"from": "1917", "to": "1917"}))
    raw = pairs_in_sparql(sample_store, "?d cg:sentOn/cg:earliest ?day FILTER(YEAR(?day) = 1917)")
    plain = counted([fact for fact in records() if fact.date.startswith("1917")])
    agree(question, raw, *in_files(sample_source, {"from": "1917", "to": "1917"}), plain)


def test_relays(sample_store: Store, sample_source: Source) -> None:
    question: Pairs = Counter()
    for row in asked(sample_store, "relays"):
        question[row["sender_id"], row["relay_id"]] += int(row["papers"])
        question[row["relay_id"], row["addressee_id"]] += int(row["papers"])
    first = "SELECT ?a ?b (COUNT(DISTINCT ?d) AS ?n) WHERE { ?d rico:hasSender ?a ; cg:relayedBy ?b } GROUP BY ?a ?b"
    then = "SELECT ?a ?b (COUNT(DISTINCT ?d) AS ?n) WHERE { ?d cg:relayedBy ?a ; rico:hasAddressee ?b } GROUP BY ?a ?b"
    raw: Pairs = Counter()
    for text in (first, then):
        raw.update({(row["a"], row["b"]): int(row["n"]) for row in selected(sample_store, text)})
    plain = Counter((a, b) for fact in records() for a in fact.senders for b in fact.relays)
    plain += Counter((a, b) for fact in records() for a in fact.relays for b in fact.addressees)
    agree(question, raw, *in_files(sample_source, {}, Options(kinds=("relay",))), plain)


def test_letters_on_a_topic(sample_store: Store, sample_source: Source) -> None:
    topic = TOPIC + "economy"
    on_it = {row["document"] for row in asked(sample_store, "papers-on-a-topic", {"topic": topic})}
    question = by_pair([row for row in asked(sample_store, "letters") if row["document"] in on_it])
    raw = pairs_in_sparql(sample_store, f"?d rico:hasOrHadSubject/skos:broader* <{topic}>")
    plain = counted([fact for fact in records() if fact.topics & below(topic)])
    agree(question, raw, *in_files(sample_source, {"topic": topic}), plain)


def test_papers_cited_and_not_held(sample_store: Store, sample_source: Source) -> None:
    question = len(asked(sample_store, "not-held"))
    fold = 'BIND(REPLACE(STR(?c), "/enclosed/.*/cited/", "/cited/") AS ?place)'
    optional = "OPTIONAL { ?c cg:resolvedTo ?h }"
    text = f"SELECT ?place (COUNT(?h) AS ?held) WHERE {{ ?d cg:cites ?c . {optional} {fold} }} GROUP BY ?place"
    places = selected(sample_store, text)
    raw = sum(row["held"] == "0" for row in places)
    request = Request(Filter(), Options(by="document"))
    nodes = json.loads(b"".join(exports.write("network.json", sample_source, request)))["nodes"]
    gexf = etree.fromstring(b"".join(exports.write("gexf", sample_source, request)))
    held = [value.get("value") for value in gexf.iter("{http://gexf.net/1.3}attvalue") if value.get("for") == "held"]
    table = csv.DictReader(io.StringIO(b"".join(exports.write("nodes.csv", sample_source, request)).decode()))
    counts = [
        sum(not node["held"] for node in nodes),
        held.count("false"),
        sum(row["Held"] == "false" for row in table),
    ]
    assert question == raw == counts[0] == counts[1] == counts[2] > 30
    assert sample_source.coverage(sample_source.papers(Filter()))["cited_not_held"] == question
    cited: dict[tuple[str, str], bool] = {}
    for fact in records():
        for place, said in fact.cited:
            cited[place] = cited.get(place, False) or is_held(said, fact)
    assert len(cited) == len(places)
    assert list(cited.values()).count(False) == question


def test_the_badge_of_the_pages_counts_the_same(sample: Path, sample_store: Store) -> None:
    from fastapi.testclient import TestClient

    from cablegraph.server import create_app
    from cablegraph.settings import Settings

    with TestClient(create_app(Settings(data=sample, folder=sample.parent))) as client:
        home, network = (client.get(at, headers={"accept": "text/html"}).text for at in ("/", "/network"))
    cited, promised = (len(asked(sample_store, name)) for name in ("not-held", "promised"))
    assert f"<b>{cited}</b> papers are cited here and not held here" in home
    assert f"<b>{promised}</b> are promised and not found" in home
    assert f"{cited} cited but not held" in network


@pytest.fixture(autouse=True)
def _all_have_an_addressee(sample_source: Source) -> None:
    """Else the files, in which a receiver stands for a missing addressee, would rightly count more."""
    assert not [p for p in sample_source.papers(Filter()) if p.receivers and not p.addressees]

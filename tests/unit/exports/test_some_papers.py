"""Dumps of some papers: whole papers, what they name, every edge with its readings, nothing of the others."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse

from cablegraph import exports
from cablegraph.errors import SettingsError
from cablegraph.exports import Filter, Options, Request, Source, asked, some_papers
from cablegraph.iri import AGENT, DOC, PLACE, RDF
from cablegraph.store import void

SEED = f"{DOC}wilson-ct3777"
PARTS = tuple(NamedNode(RDF + name) for name in ("subject", "predicate", "object"))


def dumped(source: Source, form: str = "nq", profile: str = "rdf11", **given: str) -> bytes:
    return b"".join(exports.write(form, source, Request(Filter.of(given), profile=profile)))


def of_paper(quad: Quad, paper: str) -> bool:
    return getattr(quad.subject, "value", "").startswith((f"{paper}/", f"{paper}#")) or quad.subject == NamedNode(paper)


@pytest.fixture
def stalins(sample_source: Source) -> Store:
    store = Store()
    store.load(dumped(sample_source, agent="stalin", **{"from": "1950"}), format=RdfFormat.N_QUADS)
    return store


def test_a_dump_of_some_papers_has_these_whole_and_no_other(stalins: Store, sample_store: Store) -> None:
    assert {quad for quad in stalins if of_paper(quad, SEED)} == {q for q in sample_store if of_paper(q, SEED)}
    others = [quad for quad in stalins if quad.subject.value.startswith(DOC) and not of_paper(quad, SEED)]  # type: ignore[union-attr]
    assert others == []
    assert len(stalins) < len(sample_store) / 10


def test_every_paper_is_found_whole_by_walking_along_its_nodes(sample_source: Source, sample_store: Store) -> None:
    of_papers = {q for q in sample_store if getattr(q.subject, "value", "").startswith(DOC)}
    every = set(map(str, some_papers.quads(sample_store, [p.iri for p in sample_source.papers(Filter())], named=True)))
    assert len(of_papers) > 1000
    assert {str(quad) for quad in of_papers} - every == set()


def test_a_dump_reads_no_more_than_its_papers(sample_store: Store) -> None:
    class Watched:
        """The store, which tells of each pattern without subject and object."""

        named_graphs = sample_store.named_graphs

        def quads_for_pattern(self, s: object, p: object, o: object, g: object = None) -> object:
            assert s or o or g not in (None, DefaultGraph()), "the whole graph was read"
            return sample_store.quads_for_pattern(s, p, o, g)  # type: ignore[arg-type]

    assert any(some_papers.quads(Watched(), [SEED], named=True))  # type: ignore[arg-type]


def test_what_they_name_is_described_and_every_edge_has_the_readings_it_had(
    stalins: Store, sample_store: Store
) -> None:
    for iri in (f"{AGENT}stalin", f"{PLACE}beijing", f"{AGENT}malik"):
        assert any(stalins.quads_for_pattern(NamedNode(iri), None, None)), iri

    def edges(store: Store) -> Iterator[tuple[object, ...]]:
        for reading in store.quads_for_pattern(None, PARTS[0], None):
            found = (next(store.quads_for_pattern(reading.subject, part, None), None) for part in PARTS)  # type: ignore[arg-type]
            yield tuple(quad and quad.object for quad in found)

    kept, whole = set(edges(stalins)), set(edges(sample_store))
    loose = {(q.subject, q.predicate, q.object) for q in stalins} & whole - kept
    assert loose == set()


def test_papers_that_all_match_are_all_there_and_bytes_are_the_same_each_time(sample_source: Source) -> None:
    every = dumped(sample_source, "nt", to="2000")
    assert every == dumped(sample_source, "nt", to="2000")
    lines = every.decode().splitlines()
    assert lines == sorted(lines)
    undated = {paper.iri for paper in sample_source.papers(Filter())} - {
        paper.iri for paper in sample_source.papers(Filter(to="2000"))
    }
    gone = set(dumped(sample_source, "nt").decode().splitlines()) - set(lines)
    left = {line for line in gone if line.startswith(f"<{DOC}") and not any(iri in line for iri in undated)}
    assert left == set()


def test_the_forms_and_profiles_of_some_papers_agree(sample_source: Source) -> None:
    triples = {quad.triple for quad in parse(io.BytesIO(dumped(sample_source, agent="stalin")), RdfFormat.N_QUADS)}
    turtle = parse(io.BytesIO(dumped(sample_source, "ttl", agent="stalin")), RdfFormat.TURTLE)
    assert {quad.triple for quad in turtle} == triples
    flat = dumped(sample_source, profile="flat", agent="stalin").decode()
    assert "ontology#Reading>" not in flat
    assert "agent/stalin>" in flat


@pytest.mark.parametrize(
    ("name", "request_", "says"),
    [
        ("nt", Request(network=Options(by="place")), "nt does not take by, kind, min-weight and words"),
        ("gexf", Request(document="doc:a"), "gexf does not take document"),
        ("record", Request(Filter(to="1950"), document="doc:a"), "record does not take filters"),
        ("gexf", Request(profile="flat"), "gexf does not take profile"),
        ("cmif", Request(excel=True), "cmif does not take excel"),
        ("nexus", Request(), 'there is no export "nexus"'),
    ],
)
def test_what_a_format_does_not_heed_is_refused(name: str, request_: Request, says: str) -> None:
    with pytest.raises(SettingsError, match=says):
        exports.fits(name, request_)


def test_a_dump_is_not_chosen_by_what_is_held(sample_source: Source) -> None:
    with pytest.raises(SettingsError, match="no filter held"):
        dumped(sample_source, held="1")


@pytest.mark.parametrize("named", ["doc:{}", "{}", DOC + "{}"])
@pytest.mark.parametrize("form", ["record", "annotations"])
def test_one_paper_is_named_by_key_prefix_or_address(form: str, named: str, seed_source: Source) -> None:
    whole = b"".join(exports.write(form, seed_source, Request(document=SEED)))
    assert b"".join(exports.write(form, seed_source, Request(document=named.format("wilson-ct3777")))) == whole


@pytest.mark.parametrize("form", ["record", "annotations"])
@pytest.mark.parametrize(
    "named", ["doc:wilson-ct377", "wilson ct3777", "<wilson-ct3777", "foo:bar", "doc:", "kim style"]
)
def test_a_paper_that_is_not_there_is_told(form: str, named: str, seed_source: Source) -> None:
    with pytest.raises(SettingsError, match="there is no paper") as told:
        exports.write(form, seed_source, Request(document=named))
    assert told.value.diagnostic.notes


@pytest.mark.parametrize("pattern", asked.ALL.values())
def test_the_query_that_lists_all_there_is_runs_as_it_is_told(pattern: str, sample_store: Store) -> None:
    source = exports.of_store(sample_store)
    from cablegraph.exports.source import PROLOGUE

    assert len(list(source.select(PROLOGUE + pattern))) > 1
    assert "'" not in pattern


def test_the_description_of_a_part_says_of_what_and_by_what_it_is_chosen() -> None:
    told = void.part({"agent": f"{AGENT}stalin", "from": "1950"}, "3f2a9c1b04de", "Sample", "CC0")
    assert "papers with agent=agent:stalin, from=1950, of generation 3f2a9c1b04de" in told
    assert list(parse(told.encode(), RdfFormat.TURTLE))

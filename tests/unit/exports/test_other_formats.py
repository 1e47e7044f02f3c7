"""Maps, timelines, CMIF, annotations, records and RDF: each opened by a parser of another make."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
import rdflib
from lxml import etree
from pyoxigraph import QuerySolutions, RdfFormat, Store, parse

from cablegraph import exports
from cablegraph.errors import SettingsError
from cablegraph.exports import Filter, Request, Source, cmif, rdf, timeline, vega, web_annotation
from cablegraph.exports.geojson import line
from cablegraph.iri import PREFIXES, expand
from cablegraph.shipped import shipped

DOCUMENT = expand("doc:wilson-ct3777")
TEI = {"t": "http://www.tei-c.org/ns/1.0"}
POSITION = {"type": "array", "prefixItems": [{"type": "number", "minimum": -180, "maximum": 180},
            {"type": "number", "minimum": -90, "maximum": 90}], "minItems": 2, "maxItems": 2}  # fmt: skip
GEOMETRY = {"oneOf": [
    {"properties": {"type": {"const": "Point"}, "coordinates": POSITION}},
    {"properties": {"type": {"const": "LineString"}, "coordinates": {
        "type": "array", "items": POSITION, "minItems": 2}}},
    {"properties": {"type": {"const": "MultiLineString"}, "coordinates": {"type": "array", "items": {
        "type": "array", "items": POSITION, "minItems": 2}}}},
], "required": ["type", "coordinates"]}  # fmt: skip
GEOJSON = {
    "type": "object",
    "required": ["type", "features", "meta", "unplaced"],
    "properties": {"type": {"const": "FeatureCollection"}, "features": {"type": "array", "items": {
        "required": ["type", "geometry", "properties"],
        "properties": {"type": {"const": "Feature"}, "geometry": GEOMETRY, "properties": {"type": "object"}},
    }}},
}  # fmt: skip


def written(name: str, source: Source, **request: Any) -> bytes:
    return b"".join(exports.write(name, source, Request(**request)))


def test_geojson_is_valid_and_keeps_the_unplaced(sample_source: Source) -> None:
    form = json.loads(written("geojson", sample_source))
    jsonschema.validate(form, GEOJSON)
    points = [f["properties"] for f in form["features"] if f["geometry"]["type"] == "Point"]
    beijing = next(p for p in points if p["id"] == expand("place:beijing"))
    assert list(beijing) == ["id", "label", "wikidata", "sent", "received", "mentions", "first", "last", "composed"]
    assert (beijing["label"], beijing["wikidata"]) == ("Beijing", "Q956")
    assert beijing["received"] >= 1
    placed = {p["id"] for p in points}
    assert not placed & {item["id"] for item in form["unplaced"]}


def test_a_line_over_the_antimeridian_is_cut_in_two() -> None:
    assert line((0.0, 0.0), (10.0, 10.0))["type"] == "LineString"
    cut = line((170.0, 0.0), (-170.0, 10.0))
    assert cut == {
        "type": "MultiLineString",
        "coordinates": [[[170.0, 0.0], [180.0, 5.0]], [[-180.0, 5.0], [-170.0, 10.0]]],
    }
    assert line((-170.0, 10.0), (170.0, 0.0))["coordinates"][0][1] == [-180.0, 5.0]


def test_the_timeline_has_every_paper_with_its_bounds_and_words(sample_source: Source) -> None:
    form = json.loads(written("timeline", sample_source))
    held = [item for item in form["items"] if item["held"]]
    coverage = form["meta"]["coverage"]
    assert coverage["held"] == sum("/enclosed/" not in item["id"] for item in held)
    assert coverage["held_inside_others"] == len(held) - coverage["held"]
    seed = next(item for item in held if item["id"] == DOCUMENT)
    assert list(seed) == [
        "id", "label", "url", "form", "earliest", "latest", "edtf", "written", "basis", "sender", "addressee",
        "reply_to", "held", "composed",
    ]  # fmt: skip
    assert (seed["earliest"], seed["written"], seed["basis"]) == ("1951-06-24", "24 June 1951", "stated")
    assert (seed["sender"], seed["addressee"]) == (["Joseph Stalin"], ["Mao Zedong"])


def test_what_composed_papers_alone_say_is_marked_in_maps_and_timelines(sample_source: Source) -> None:
    made_up = {paper.iri for paper in sample_source.papers(Filter()) if paper.composed}
    features = json.loads(written("geojson", sample_source))["features"]
    lines = [f["properties"] for f in features if f["geometry"]["type"] != "Point"]
    assert [item["composed"] for item in lines] == [made_up.issuperset(item["documents"]) for item in lines]
    assert {item["composed"] for item in lines} == {True, False}
    kept = json.loads(written("geojson", sample_source, filter=Filter(composed=False)))
    real = {f["id"] for f in kept["features"] if f["geometry"]["type"] == "Point"}
    points = [f["properties"] for f in features if f["geometry"]["type"] == "Point"]
    assert {item["id"] for item in points if not item["composed"]} == real
    items = json.loads(written("timeline", sample_source))["items"]
    assert {item["id"] for item in items if item["held"] and item["composed"]} == made_up
    cited = [item for item in items if not item["held"] and item["composed"]]
    assert cited
    assert all(any(item["id"].startswith(paper) for paper in made_up) for item in cited)


def test_cmif_has_what_the_published_schema_asks_for(sample_source: Source) -> None:
    """Our own checks, since no package carries the RelaxNG: the elements and attributes that CMIF 1.1 allows."""
    root = etree.fromstring(written("cmif", sample_source))
    letters = root.findall(".//t:correspDesc", TEI)
    left = int(re.findall(r"(\d+) that nobody sent", root.findtext(".//t:sourceDesc/t:bibl", "", TEI))[0])
    assert len(letters) + left == sum(not paper.composed for paper in sample_source.papers(Filter()))
    [edition] = root.findall(".//t:sourceDesc/t:bibl", TEI)
    identifier = edition.get("{http://www.w3.org/XML/1998/namespace}id")
    for path in ("titleStmt/t:title", "titleStmt/t:editor", "publicationStmt/t:publisher/t:ref",
                 "publicationStmt/t:idno",
                 "publicationStmt/t:availability/t:licence"):  # fmt: skip
        assert root.find(f".//t:{path}", TEI) is not None
    for letter in letters:
        assert letter.get("source") == f"#{identifier}"
        assert [action.get("type") for action in letter.findall("t:correspAction", TEI)] == ["sent", "received"]
        for action in letter.findall("t:correspAction", TEI):
            assert {etree.QName(child).localname for child in action} <= {"persName", "orgName", "placeName", "date"}
            assert action.findall("t:persName", TEI) + action.findall("t:orgName", TEI)
        for date in letter.findall(".//t:date", TEI):
            assert set(date.attrib) <= {"when", "notBefore", "notAfter", "cert", "evidence"}
            assert date.get("when") or date.get("notBefore") or date.get("notAfter")
    seed = next(letter for letter in letters if letter.get("ref") == DOCUMENT)
    sent = seed.find("t:correspAction[@type='sent']", TEI)
    assert sent is not None
    name, date = sent.find("t:persName", TEI), sent.find("t:date", TEI)
    assert name is not None
    assert date is not None
    assert (name.get("ref"), name.text) == ("http://www.wikidata.org/entity/Q855", "Joseph Stalin")
    assert (date.get("when"), date.text) == ("1951-06-24", "24 June 1951")
    assert seed.find("t:note/t:ref[@type='https://w3id.org/cablegraph/ontology#relayedBy']", TEI) is not None


def _cmif(*facts: str) -> etree._Element:
    """The CMIF of one paper, ``doc:a``, by what is said of it in Turtle."""
    store = Store()
    head = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    store.load(f"{head} doc:a a rico:Record . {' '.join(facts)}".encode(), RdfFormat.TURTLE)
    source = exports.of_store(store, editor="A. Historian", publisher="Univ", licence="https://example.org/licence")
    return etree.fromstring(written("cmif", source))


@pytest.mark.parametrize(
    ("name", "element"),
    [
        ("Foreign Office", "orgName"),
        ("Embassy of the Union of Soviet Socialist Republics", "orgName"),
        ("Politburo of the CC VKP(b)", "orgName"),
        ("Royal Afghan Ministry of Foreign Affairs", "orgName"),
        ("Commissariat for Foreign Affairs", "orgName"),
        ("General Staff", "orgName"),
        ("Shtykov", "persName"),
        ("Head of the Department Petrov", "persName"),
        ("Jno. Russell Young", "persName"),
        ("Roger Unionson", "persName"),
    ],
)
def test_cmif_calls_a_body_a_body_where_only_its_name_is_known(name: str, element: str) -> None:
    root = _cmif("doc:a rico:hasSender agent:x .", f'agent:x a cg:NamedParty ; rdfs:label "{name}" .')
    [sent] = root.findall(".//t:correspAction[@type='sent']", TEI)
    assert [(etree.QName(child).localname, child.text) for child in sent] == [(element, name)]


def test_cmif_calls_an_office_no_person() -> None:
    office = 'agent:x a rico:Position ; rdfs:label "Secretary of State" .'
    root = _cmif("doc:a rico:hasAddressee agent:x .", office)
    assert root.find(".//t:correspAction[@type='received']/t:orgName", TEI) is not None


@pytest.mark.parametrize(
    ("facts", "sent"),
    [
        ("doc:a rico:hasDocumentaryFormType form:memorandum-of-conversation .", None),
        ("doc:a rico:hasDocumentaryFormType form:decision ; rico:hasAuthor agent:x .", None),
        ("doc:a rico:hasDocumentaryFormType form:decision ; rico:hasAuthor agent:x ; rico:hasAddressee agent:y .", "x"),
        ("doc:a rico:hasDocumentaryFormType form:letter .", "Unknown"),
    ],
)
def test_cmif_has_letters_alone_and_their_authors(facts: str, sent: str | None) -> None:
    root = _cmif(facts)
    found = [action[0].text for action in root.findall(".//t:correspAction[@type='sent']", TEI)]
    assert found == ([sent] if sent else [])
    assert ("and 1 that nobody sent" in (root.findtext(".//t:sourceDesc/t:bibl", "", TEI))) == (sent is None)


def test_cmif_links_no_publisher_to_an_address_that_is_not_his() -> None:
    publisher = _cmif().find(".//t:publisher/t:ref", TEI)
    assert publisher is not None
    assert (publisher.text, dict(publisher.attrib)) == ("Univ", {})


def test_cmif_without_an_editor_refuses_and_says_which_line_to_add(seed_store: Store) -> None:
    with pytest.raises(SettingsError, match='editor = "Your name"'):
        written("cmif", exports.of_store(seed_store))


def test_cmif_without_a_licence_refuses_for_we_cannot_grant_one(seed_store: Store) -> None:
    with pytest.raises(SettingsError, match="licence = "):
        written("cmif", exports.of_store(seed_store, editor="Somebody"))


def test_words_of_many_dates_are_read_in_one_pass_and_are_the_same(sample_source: Source) -> None:
    asked: list[str] = []

    def select(query: str) -> Iterator[Mapping[str, Any]]:
        asked.append(query)
        return sample_source.select(query)

    def passes(wanted: Filter) -> list[str]:
        asked.clear()
        b"".join(timeline.write(replace(sample_source, select=select), wanted))
        return [query for query in asked if "rdf:predicate cg:sentOn" in query]

    assert ["VALUES" in query for query in passes(Filter())] == [False]
    few = passes(Filter.of({"sender": "agent:stalin"}))
    assert few
    assert all("VALUES" in query for query in few)
    papers = [paper.iri for paper in sample_source.papers(Filter())]
    every = timeline.written(sample_source)
    assert timeline.written(sample_source, papers) == {iri: every[iri] for iri in papers if iri in every}


def test_few_readings_of_little_certainty_are_fetched_and_the_same_edges_are_weak(sample_source: Source) -> None:
    fetched: list[str] = []
    sure: dict[tuple[str, str], float] = {}
    readings = 0
    for predicate in ("rico:hasSender", "rico:hasAddressee", "rico:hasReceiver"):
        pattern = f"?r rdf:predicate {predicate} ; rdf:subject ?s ; rdf:object ?o ; rico:relationCertainty ?c"
        for paper, party, certainty in sample_source.ask(pattern, "s", "o", "c"):
            readings += 1
            sure[paper, party] = max(float(certainty), sure.get((paper, party), 0))

    def select(query: str) -> Iterator[Mapping[str, Any]]:
        for row in sample_source.select(query):
            fetched.append(query)
            yield row

    weak = cmif._weak(replace(sample_source, select=select))
    assert weak == {edge for edge, certainty in sure.items() if certainty < 0.8}
    assert weak
    assert len(fetched) < readings


def test_annotations_select_the_words_they_quote(seed_store: Store) -> None:
    text = shipped("examples", "wilson", "wilson-ct3777.txt").read_text("utf-8")
    source = exports.of_store(seed_store, text_of=lambda iri: text)
    page = web_annotation.page(source, DOCUMENT)
    assert page["type"] == "AnnotationPage"
    assert len(page["items"]) > 30
    for item in page["items"]:
        for target in item["target"]:
            quote, position = target["selector"]
            start, end = position["start"], position["end"]
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])
    bodies = {item["body"][0]["value"] for item in page["items"]}
    assert "sender: Joseph Stalin" in bodies
    assert {item["motivation"] for item in page["items"]} == {"identifying", "classifying", "describing"}
    local = {"id": "@id", "type": "@type", "items": {"@id": "http://www.w3.org/ns/activitystreams#items"},
             "body": {"@id": "http://www.w3.org/ns/oa#hasBody"}, "target": {"@id": "http://www.w3.org/ns/oa#hasTarget"},
             "Annotation": "http://www.w3.org/ns/oa#Annotation"}  # fmt: skip
    page["@context"][0] = local  # rdflib would fetch the address
    graph = rdflib.Graph().parse(data=json.dumps(page), format="json-ld")
    made = list(graph.subjects(rdflib.RDF.type, rdflib.URIRef("http://www.w3.org/ns/oa#Annotation")))
    assert len(made) == len(page["items"])


def test_a_record_as_json_ld_is_what_the_graph_says(seed_source: Source, seed_store: Store) -> None:
    form = json.loads(written("record", seed_source, document=DOCUMENT))
    assert (form["id"], form["rico:hasSender"]["rdfs:label"]) == ("doc:wilson-ct3777", "Joseph Stalin")
    graph = rdflib.Graph().parse(data=json.dumps(form), format="json-ld")
    own = rdflib.URIRef(DOCUMENT)
    found = seed_store.query(f"SELECT ?p ?o WHERE {{ <{DOCUMENT}> ?p ?o }}")
    assert isinstance(found, QuerySolutions)
    assert len(set(graph.predicate_objects(own))) == len(list(found))


def test_the_rdf_forms_hold_the_same_triples(seed_store: Store, seed_source: Source) -> None:
    count = len(seed_store)
    for name, form in (
        ("nq", "nquads"),
        ("nt", "nt"),
        ("ttl", "turtle"),
        ("trig", "trig"),
        ("jsonld", "json-ld"),
        ("rdf", "xml"),
    ):
        data = written(name, seed_source)
        graph = rdflib.Dataset() if form in ("nquads", "trig", "json-ld") else rdflib.Graph()
        graph.parse(data=data, format=form)
        assert len(graph) == count, name
    lines = written("nq", seed_source).decode().splitlines()
    assert lines == sorted(lines)


def test_the_flat_profile_has_edges_and_no_readings(seed_source: Source) -> None:
    flat = {
        str(quad.triple) for quad in parse(io.BytesIO(written("nq", seed_source, profile="flat")), RdfFormat.N_QUADS)
    }
    full = {str(quad.triple) for quad in parse(io.BytesIO(written("nq", seed_source)), RdfFormat.N_QUADS)}
    assert flat < full
    joined = "\n".join(flat)
    assert "ontology#Reading>" not in joined
    assert "oa#exact>" not in joined
    assert "hasSender> <https://w3id.org/cablegraph/id/agent/stalin>" in joined


def test_full12_is_read_as_rdf_12_and_comes_back_whole(seed_source: Source, seed_store: Store) -> None:
    data = written("nq", seed_source, profile="full12")
    again = Store()
    again.load(data, format=RdfFormat.N_QUADS)
    readings = seed_store.query("SELECT ?r WHERE { ?r a <https://w3id.org/cablegraph/ontology#Reading> }")
    assert isinstance(readings, QuerySolutions)
    assert len(again) == len(seed_store) - 2 * len(list(readings))
    found = again.query(
        "PREFIX rico: <https://www.ica.org/standards/RiC/ontology#> PREFIX cg: <https://w3id.org/cablegraph/ontology#>"
        " PREFIX oa: <http://www.w3.org/ns/oa#>"
        f" SELECT ?w WHERE {{ <{DOCUMENT}> rico:hasSender ?who {{| cg:evidence/oa:exact ?w |}} }}"
    )
    assert isinstance(found, QuerySolutions)
    assert {row["w"].value for row in found} >= {"Filippov [Stalin]", "FILIPPOV [Stalin]"}  # type: ignore[union-attr]
    back = "".join(rdf.to_rdf11(data.decode().splitlines(keepends=True)))
    assert back == written("nq", seed_source).decode()


def test_gzip_has_no_clock(seed_source: Source) -> None:
    first, second = (b"".join(rdf.compressed([b"a" * 100_000, b"b"])) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("kind", ["bar", "line", "timeline", "network", "map", "table"])
def test_a_chart_of_each_type_names_only_columns(kind: str) -> None:
    chart = {"type": kind, "x": "date", "y": "n", "earliest": "date", "latest": "latest",
             "label": "who", "source": "who",
             "target": "to", "weight": "n", "lat": "n", "lon": "n"}  # fmt: skip
    columns = ("who", "to", "date", "latest", "n")
    rows = [{"who": "Stalin", "to": "Mao", "date": "1951-06-24", "latest": "1951-06-24", "n": 1}]
    form = vega.spec("Who?", chart, columns, rows, {"from": "1951"}, {"generation": "g"})
    assert form["$schema"].endswith("/v6.json")
    assert form["title"] == {"text": "Who?", "anchor": "start", "subtitle": "from 1951"}
    assert form["data"]["values"] == rows

    def fields(value: Any) -> set[str]:
        if isinstance(value, dict):
            own = {value["field"]} if isinstance(value.get("field"), str) else set()
            return own.union(*(fields(inner) for inner in value.values()))
        return set().union(*(fields(inner) for inner in value)) if isinstance(value, list) else set()

    assert fields({key: value for key, value in form.items() if key != "data"}) <= {
        *columns,
        "_row",
        "_column",
        "_text",
    }

"""Questions over both graphs, run on ours and a few statements in Wikidata's form side by side in one store."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions, RdfFormat, Store

from cablegraph.iri import PREFIXES
from cablegraph.shipped import shipped

FOLDER = shipped("queries", "wikidata")
OURS = """
doc:a rico:hasSender agent:stalin ; rico:hasAddressee agent:mao ; cg:sentOn date:1951-06-24 ; cg:sentTo place:hanoi .
date:1951-06-24 cg:earliest "1951-06-24"^^xsd:date .
agent:stalin a rico:Person ; rdfs:label "Joseph Stalin" ; schema:sameAs wd:Q855 ; schema:birthDate "1878-12-18" ;
    rico:hasOrHadAgentName name:filippov, name:feng-xi .
agent:mao a rico:Person ; rdfs:label "Mao Zedong" .
name:filippov rico:hasOrHadType kind:pseudonym ; rico:textualValue "Filippov" .
name:feng-xi rico:hasOrHadType kind:pseudonym ; rico:textualValue "Feng Xi" .
place:hanoi a rico:Place ; rdfs:label "Hanoi" ; schema:sameAs wd:Q1858 .
place:moscow a rico:Place ; rdfs:label "Moscow" ; schema:sameAs wd:Q649 ; schema:latitude 55.76 .
"""
THEIRS = """
@prefix wdt: <http://www.wikidata.org/prop/direct/> . @prefix p: <http://www.wikidata.org/prop/> .
@prefix ps: <http://www.wikidata.org/prop/statement/> . @prefix pq: <http://www.wikidata.org/prop/qualifier/> .
@prefix s: <http://www.wikidata.org/entity/statement/> . @prefix x: <http://example.org/> .
wd:Q855 wdt:P569 "1878-12-18T00:00:00Z"^^xsd:dateTime ; wdt:P19 x:gori ; wdt:P742 "FILIPPOV" ; p:P39 s:1, s:2 .
x:gori rdfs:label "Gori"@en, "Гори"@ru .
s:1 ps:P39 x:premier ; pq:P580 "1941-05-06T00:00:00Z"^^xsd:dateTime ; pq:P582 "1953-03-05T00:00:00Z"^^xsd:dateTime .
s:2 ps:P39 x:commissar ; pq:P580 "1917-11-08T00:00:00Z"^^xsd:dateTime ; pq:P582 "1923-07-07T00:00:00Z"^^xsd:dateTime .
x:premier rdfs:label "Chairman of the Council of Ministers"@en .
x:commissar rdfs:label "People's Commissar"@en .
wd:Q1858 wdt:P625 "Point(105.85 21.03)" . wd:Q649 wdt:P625 "Point(37.6 55.8)" .
"""
SERVICE = re.compile(r"SERVICE <https://query\.wikidata\.org/sparql>")


@pytest.fixture(scope="module")
def both() -> Store:
    head = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
    store = Store()
    store.load((head + OURS + THEIRS).encode(), format=RdfFormat.TURTLE)
    return store


def rows(store: Store, name: str, *columns: str) -> list[tuple[str, ...]]:
    text = (FOLDER / name).read_text("utf-8")
    found = store.query(SERVICE.sub("", text))
    assert isinstance(found, QuerySolutions)
    return [tuple(getattr(row[column], "value", "") for column in columns) for row in found]


def test_lives_stand_beside_our_table(both: Store) -> None:
    assert rows(both, "lives.rq", "name", "born", "born_here", "birthplace") == [
        ("Joseph Stalin", "1878-12-18T00:00:00Z", "1878-12-18", "Gori")
    ]


def test_posts_are_those_of_the_papers_day(both: Store) -> None:
    assert rows(both, "posts-at-the-time.rq", "name", "post") == [
        ("Joseph Stalin", "Chairman of the Council of Ministers")
    ]


def test_only_places_without_coordinates_are_asked_for(both: Store) -> None:
    assert rows(both, "places-without-coordinates.rq", "name", "coordinates") == [("Hanoi", "Point(105.85 21.03)")]


def test_cover_names_that_wikidata_knows_are_told_from_those_it_does_not(both: Store) -> None:
    assert rows(both, "cover-names.rq", "cover", "known") == [("Feng Xi", "false"), ("Filippov", "true")]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.rq")), ids=lambda path: path.stem)
def test_every_file_says_its_question_and_asks_wikidata_once(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.startswith("# ")
    assert text.partition("\n")[0].endswith("?")
    assert len(SERVICE.findall(text)) == 1
    assert path.name in (FOLDER / "README.md").read_text("utf-8")

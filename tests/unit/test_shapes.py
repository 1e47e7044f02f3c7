"""The shapes let a well-made telegram pass without a warning and find every fault that is planted in it."""

from __future__ import annotations

from functools import cache

import pytest
from pyshacl import validate
from rdflib import RDF, SH, Graph

from cablegraph.iri import PREFIXES
from cablegraph.shipped import shipped

HEAD = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items()) + (
    "@base <https://w3id.org/cablegraph/id/doc/letter-7/> .\n"
)
SHA = "cff5080f" * 8
GOOD = f"""
doc:letter-7 a rico:Record ; rico:hasDocumentaryFormType form:telegram ; rico:hasSender agent:stalin ;
    rico:hasAddressee agent:mao ; cg:relayedBy agent:krasovsky ; cg:sentOn date:1951-06-24 ; cg:telegramNumber "3777" ;
    rico:hasOrHadSubject topic:armistice ; cg:sourceText <text/cff5080f> ; cg:states <claim/request-5> ;
    cg:cites <cited/1> ; cg:announces <promised/2> ; cg:hasGap <gap/3> ; rico:hasOrHadInstantiation <copy/aprf> ;
    rico:isOrWasIncludedIn archive:aprf-f45-op1 .
form:telegram a rico:DocumentaryFormType, skos:Concept .
topic:armistice a skos:Concept .
topic:diplomacy a skos:Concept ; skos:exactMatch wd:Q1889 .
agent:stalin a rico:Person ; rdfs:label "Joseph Stalin" ; schema:sameAs wd:Q855 .
agent:mao a rico:Person ; rdfs:label "Mao Zedong" .
agent:aprf a rico:CorporateBody ; rdfs:label "Archive of the President" .
agent:krasovsky a cg:NamedParty ; rdfs:label "Krasovsky" .
place:beijing a rico:Place ; rdfs:label "Beijing" .
date:1951-06-24 a rico:Date ; rico:normalizedDateValue "1951-06-24"^^edtf:EDTF ;
    cg:earliest "1951-06-24"^^xsd:date ; cg:latest "1951-06-24"^^xsd:date .
<date/9> a rico:Date ; rico:expressedDate "the day before the feast" .
<text/cff5080f> a cg:SourceText ; cg:sha256 "{SHA}" ; cg:length 100 .
<r/1> a cg:Reading ; rdf:subject doc:letter-7 ; rdf:predicate rico:hasSender ; rdf:object agent:stalin ;
    cg:evidence <text/cff5080f#char=4,9> ; cg:rule rule:sender ; rico:relationCertainty 0.99 ;
    rico:isEvidencedBy doc:letter-7 .
<r/2> a cg:Reading ; rdf:subject agent:stalin ; rdf:predicate schema:sameAs ; rdf:object wd:Q855 ;
    cg:evidence decision:d1 ; cg:rule rule:links ; rico:relationCertainty 1.0 ; cg:status kind:confirmed .
decision:d1 a cg:Decision .
<text/cff5080f#char=4,9> oa:exact "words" ; oa:start 4 ; oa:end 9 ; oa:hasSource <text/cff5080f> ;
    cg:layer layer:editorial .
<claim/request-5> a cg:Claim ; cg:claimKind kind:request ; cg:claimant agent:mao ; cg:quantity 60 ;
    cg:unit kind:division-armament ; cg:bound kind:exactly .
<cited/1> a cg:CitedRecord .
<promised/2> a cg:PromisedRecord ; cg:resolvedTo doc:letter-7 .
<gap/3> a cg:Gap ; cg:gapReason kind:illegible .
<copy/aprf> a rico:Instantiation ; rico:hasOrHadHolder agent:aprf .
archive:aprf-f45 a rico:RecordSet ; rdfs:label "f. 45" ; rico:hasRecordSetType <http://x.test/Fonds> .
archive:aprf-f45-op1 a rico:RecordSet ; rdfs:label "op. 1" ; rico:hasRecordSetType <http://x.test/Series> ;
    rico:isOrWasIncludedIn archive:aprf-f45 .
"""
SPAN = "<text/cff5080f#char=4,9>"
TEXT = "<text/cff5080f>"
# Shape, what is taken away, what is put in.
FAULTS = [
    ("Record", "", 'doc:letter-7 rico:hasDocumentaryFormType "telegram" .'),
    ("Record", "doc:letter-7 rico:hasSender agent:stalin .", 'doc:letter-7 rico:hasSender "Stalin" .'),
    ("Record", "doc:letter-7 rico:hasAddressee agent:mao .", 'doc:letter-7 rico:hasAddressee "Mao" .'),
    ("Record", "", 'doc:letter-7 cg:sentOn "1951-06-24" .'),
    ("Record", 'doc:letter-7 cg:telegramNumber "3777" .', "doc:letter-7 cg:telegramNumber 3777 ."),
    ("Record", "", "doc:letter-7 cg:relayedBy agent:mao ."),
    ("Record", "", "doc:letter-7 cg:relayedBy agent:stalin ."),
    ("Record", "", "doc:letter-7 rico:hasOrHadSubject agent:mao ."),
    ("Reading", "<r/1> rdf:subject doc:letter-7 .", ""),
    ("Reading", "", "<r/1> rdf:predicate cg:sentFrom ."),
    ("Reading", "", "<r/1> rdf:object agent:mao ."),
    ("Reading", "<r/1> cg:rule rule:sender .", ""),
    ("Reading", f"<r/1> cg:evidence {SPAN} .", ""),
    ("Reading", "", "<r/1> cg:evidence agent:mao ."),
    ("Reading", "", "<r/1> rico:isEvidencedBy doc:letter-8 ."),
    ("Reading", "<r/1> rico:relationCertainty 0.99 .", ""),
    ("Reading", "<r/1> rico:relationCertainty 0.99 .", "<r/1> rico:relationCertainty 1.5 ."),
    ("Reading", "<r/1> rico:relationCertainty 0.99 .", "<r/1> rico:relationCertainty 0.99e0 ."),
    ("Reading", "", "<r/1> cg:status kind:illegible ."),
    ("Reading", "", "<r/2> cg:status kind:rejected ."),
    ("Reading", "", '<r/1> cg:asOf "1951" .'),
    ("Span", "", f'{SPAN} oa:exact "other" .'),
    ("Span", f"{SPAN} oa:start 4 .", ""),
    ("Span", f"{SPAN} oa:end 9 .", f"{SPAN} oa:end 4 ."),
    ("Span", f"{SPAN} oa:hasSource {TEXT} .", f"{SPAN} oa:hasSource doc:letter-7 ."),
    ("Span", f"{SPAN} cg:layer layer:editorial .", ""),
    ("Span", f"{SPAN} cg:layer layer:editorial .", f"{SPAN} cg:layer kind:illegible ."),
    ("SourceText", f'{TEXT} cg:sha256 "{SHA}" .', f'{TEXT} cg:sha256 "cff5080f" .'),
    ("SourceText", f"{TEXT} cg:length 100 .", ""),
    ("Claim", "<claim/request-5> cg:claimKind kind:request .", ""),
    ("Claim", "<claim/request-5> cg:claimant agent:mao .", ""),
    ("Claim", "doc:letter-7 cg:states <claim/request-5> .", ""),
    ("Claim", "", "<claim/request-5> cg:quantity 61 ."),
    ("Claim", "<claim/request-5> cg:unit kind:division-armament .", ""),
    ("Claim", "<claim/request-5> cg:bound kind:exactly .", ""),
    ("Claim", "", '<claim/request-5> cg:measureOf "rice", "flour" .'),
    ("Claim", "", '<claim/request-5> cg:measureOf "flour"@en .'),
    ("Claim", "<claim/request-5> cg:quantity 60 .", '<claim/request-5> cg:measureOf "flour" .'),
    ("Cited", "doc:letter-7 cg:cites <cited/1> .", ""),
    ("Pointer", "", "<cited/1> a rico:Record ."),
    ("Promised", "doc:letter-7 cg:announces <promised/2> .", ""),
    ("Pointer", "", "<promised/2> cg:resolvedTo <cited/1> ."),
    ("Pointer", "", "<promised/2> cg:resolvedTo doc:letter-8 . doc:letter-8 a rico:Record ."),
    ("Gap", "<gap/3> cg:gapReason kind:illegible .", ""),
    ("Gap", "doc:letter-7 cg:hasGap <gap/3> .", ""),
    ("Date", "", 'date:1951-06-24 rico:normalizedDateValue "1951-06"^^edtf:EDTF .'),
    ("Date", 'date:1951-06-24 rico:normalizedDateValue "1951-06-24"^^edtf:EDTF .', ""),
    (
        "Date",
        'date:1951-06-24 rico:normalizedDateValue "1951-06-24"^^edtf:EDTF .',
        'date:1951-06-24 rico:normalizedDateValue "1951-06-24" .',
    ),
    ("Date", "", 'date:1951-06-24 cg:earliest "1952-01-01"^^xsd:date .'),
    ("Copy", "", "<copy/aprf> rico:hasOrHadHolder agent:mao ."),
    ("Copy", "", "doc:letter-8 rico:hasOrHadInstantiation <copy/aprf> ."),
    ("RecordSet", "archive:aprf-f45 rico:hasRecordSetType <http://x.test/Fonds> .", ""),
    ("RecordSet", "", "archive:aprf-f45-op1 rico:isOrWasIncludedIn agent:aprf ."),
    ("Link", "", "agent:mao schema:sameAs <https://www.wikidata.org/wiki/Q5816> ."),
    ("Link", "", "topic:armistice skos:exactMatch wd:Q0 ."),
    ("NamedParty", "", "agent:krasovsky schema:sameAs wd:Q1 ."),
    ("Labelled", 'agent:mao rdfs:label "Mao Zedong" .', ""),
    ("Labelled", 'place:beijing rdfs:label "Beijing" .', ""),
    ("Labelled", 'archive:aprf-f45 rdfs:label "f. 45" .', ""),
]
DOUBTS = [
    ("doc:letter-7 rico:hasDocumentaryFormType form:telegram .", "", "no form was read"),
    ("doc:letter-7 rico:hasSender agent:stalin .", "", "no sender was read"),
    ("doc:letter-7 rico:hasAddressee agent:mao .", "", "no addressee was read"),
    ("doc:letter-7 cg:sentOn date:1951-06-24 .", "", "no date was read"),
    ("", "doc:letter-7 cg:sentOn <date/9> .", "two dates: the passages disagree"),
    ("", 'doc:letter-7 cg:telegramNumber "3778" .', "two numbers: title and heading disagree"),
    ("", "agent:stalin schema:sameAs wd:Q856 .", "two links: one of them is wrong"),
]


@cache
def shapes() -> Graph:
    return Graph().parse(shipped("ontology", "shapes.ttl"))


def findings(away: str, put: str) -> tuple[set[str], set[str]]:
    """Shapes with violations, and the messages of warnings, for the good telegram with one change."""
    data = Graph().parse(data=HEAD + GOOD, format="turtle")
    gone = Graph().parse(data=HEAD + away, format="turtle")
    assert all(triple in data for triple in gone), f"nothing to take away: {away}"
    data -= gone
    data.parse(data=HEAD + put, format="turtle")
    _, report, _ = validate(data, shacl_graph=shapes(), inference="none")
    assert isinstance(report, Graph)
    violated, doubted = set(), set()
    for result in report.subjects(RDF.type, SH.ValidationResult):
        if report.value(result, SH.resultSeverity) == SH.Warning:
            doubted.add(str(report.value(result, SH.resultMessage)))
        else:
            violated.add(str(report.value(result, SH.resultMessage)))
    return violated, doubted


def messages(shape: str) -> set[str]:
    """All messages a shape can give."""
    top = next(node for node in shapes().subjects(RDF.type, SH.NodeShape) if str(node).endswith(f"#{shape}"))
    nodes = [top, *shapes().objects(top, SH.property)]
    return {str(message) for node in nodes for message in shapes().objects(node, SH.message)}


def test_a_well_made_telegram_conforms_without_a_warning() -> None:
    assert findings("", "") == (set(), set())


def test_a_claim_whose_bearer_is_only_a_candidate_is_well_made() -> None:
    candidate = """<r/3> a cg:Reading ; rdf:subject <claim/request-5> ; rdf:predicate cg:claimant ; rdf:object
        agent:mao ; cg:evidence <text/cff5080f#char=4,9> ; cg:rule rule:cover ;
        rico:relationCertainty 0.6 ; cg:status kind:candidate ."""
    assert findings("<claim/request-5> cg:claimant agent:mao .", candidate) == (set(), set())


@pytest.mark.parametrize(("shape", "away", "put"), FAULTS, ids=[f"{n}-{fault[0]}" for n, fault in enumerate(FAULTS)])
def test_a_planted_fault_is_found_by_its_shape(shape: str, away: str, put: str) -> None:
    violated, _ = findings(away, put)
    assert violated & messages(shape), f"found only {violated}"


@pytest.mark.parametrize(("away", "put", "message"), DOUBTS, ids=[doubt[2] for doubt in DOUBTS])
def test_a_doubt_is_a_warning_and_no_fault(away: str, put: str, message: str) -> None:
    assert findings(away, put) == (set(), {message})


def test_every_shape_has_a_planted_fault() -> None:
    names = {str(node).rpartition("#")[2] for node in shapes().subjects(RDF.type, SH.NodeShape)}
    assert names - {shape for shape, _, _ in FAULTS} == {"LinkedOnce"}  # only a warning

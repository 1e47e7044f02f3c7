"""What is said to be fulfilled answers the one promise of its claimant and topic in a paper that is cited."""

from __future__ import annotations

from dataclasses import replace

from cablegraph.iri import AGENT, CG, DOC
from cablegraph.linking import Card, resolve
from cablegraph.linking.citations import Cited, Claimed, card_from_json, card_to_json

CASTEL, FERRI = AGENT + "castel", AGENT + "ferri"


def paper(key: str, day: str, *claims: Claimed, cited: tuple[Cited, ...] = ()) -> Card:
    iri = DOC + key
    return Card(iri, iri, f"{iri}/text/0", (key,), (CASTEL,), (FERRI,), day, day, cited=cited, claims=claims)


def claim(key: str, kind: str, topic: str = "armistice", who: str = CASTEL) -> Claimed:
    return Claimed(f"{DOC}{key}/claim/{kind}-9", kind, (who,), (topic,), ((9, 30),))


PROMISING = paper("24", "1954-06-21", claim("24", "promise"))
SAYING = paper(
    "30", "1954-07-01", claim("30", "fulfilment"), cited=(Cited(DOC + "30/cited/3", ("24",), (CASTEL,), (FERRI,)),)
)


def answered(*cards: Card) -> list[tuple[str, str | None]]:
    readings = [one for one in resolve(cards) if one.predicate.value == CG + "respondsTo"]
    return [(one.object.value.removeprefix(DOC), one.status) for one in readings]


def test_a_fulfilment_answers_the_promise_of_the_paper_that_is_cited() -> None:
    assert answered(PROMISING, SAYING) == [("24/claim/promise-9", None)]
    [reading] = [one for one in resolve([PROMISING, SAYING]) if one.rule.name == "linking.fulfilled-promise"]
    assert (reading.document, reading.subject.value) == (DOC + "30", DOC + "30/claim/fulfilment-9")


def test_two_promises_that_fit_are_candidates() -> None:
    another = replace(claim("24", "promise"), iri=DOC + "24/claim/promise-50")
    both = answered(replace(PROMISING, claims=(*PROMISING.claims, another)), SAYING)
    assert both == [("24/claim/promise-9", "candidate"), ("24/claim/promise-50", "candidate")]


def test_another_topic_another_claimant_or_no_citation_answers_nothing() -> None:
    assert answered(replace(PROMISING, claims=(claim("24", "promise", "trade"),)), SAYING) == []
    assert answered(replace(PROMISING, claims=(claim("24", "promise", who=FERRI),)), SAYING) == []
    assert answered(PROMISING, replace(SAYING, cited=())) == []


def test_a_card_with_claims_survives_as_json() -> None:
    assert card_from_json(card_to_json(SAYING)) == SAYING

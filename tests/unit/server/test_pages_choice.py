"""Which papers a choice means; no graph is needed for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cablegraph.catalogue import Writer
from cablegraph.dates.within import first_day, last_day
from cablegraph.iri import AGENT, DOC, TOPIC
from cablegraph.server.pages_choice import Choice, choice_of, choose, facets
from cablegraph.server.reading_room import Card, Catalogue, When
from cablegraph.server.refusals import Refused

JUNE = Card(DOC + "june", when=When("1951-06-24", "1951-06-24", "1951-06-24"), sender=(AGENT + "stalin",))
AUTUMN = Card(DOC + "autumn", when=When("1956-23", "1956-09-01", "1956-11-30"), topics=(TOPIC + "armistice",), gaps=2)
UNDATED = Card(DOC + "undated", title="A note", sender=(AGENT + "mao",), composed=True)


def catalogue(*cards: Card) -> Catalogue:
    def write(writer: Writer) -> None:
        for card in cards:
            writer.card(card)

    return Catalogue.made("g", write)


ALL = catalogue(JUNE, AUTUMN, UNDATED)


@pytest.mark.parametrize(
    ("parameters", "keys"),
    [
        ({}, ["june", "autumn", "undated"]),
        ({"sender": "stalin"}, ["june"]),
        ({"sender": "agent:stalin"}, ["june"]),
        ({"sender": AGENT + "stalin"}, ["june"]),
        ({"topic": "armistice"}, ["autumn"]),
        ({"from": "1951", "to": "1951"}, ["june"]),
        ({"from": "1956-10", "to": "1956-10"}, ["autumn"]),
        ({"from": "1956-10", "to": "1956-10", "surely": "1"}, []),
        ({"from": "1956-09", "to": "1956-11", "surely": "1"}, ["autumn"]),
        ({"undated": "1"}, ["undated"]),
        ({"gaps": "1"}, ["autumn"]),
        ({"composed": "0"}, ["june", "autumn"]),
        ({"sort": "-date"}, ["autumn", "june", "undated"]),
        ({"sort": "title"}, ["undated", "june", "autumn"]),
    ],
)
def test_a_choice_means_these_papers(parameters: dict[str, str], keys: list[str]) -> None:
    assert [card.key for card in choose(ALL, choice_of(parameters))] == keys


@pytest.mark.parametrize(
    "parameters", [{"from": "June"}, {"to": "51"}, {"from": "1951-13"}, {"from": "1951-02-30"}, {"sort": "colour"}]
)
def test_what_is_no_choice_is_refused_by_name(parameters: dict[str, str]) -> None:
    with pytest.raises(Refused) as caught:
        choice_of(parameters)
    assert caught.value.problem.status == 422
    assert next(iter(parameters)) in caught.value.problem.detail


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1951", "1951-01-01", "1951-12-31"),
        ("1952-02", "1952-02-01", "1952-02-29"),
        ("1951-06-24", "1951-06-24", "1951-06-24"),
    ],
)
def test_a_year_or_month_runs_from_its_first_to_its_last_day(text: str, first: str, last: str) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


def test_facets_count_papers_and_know_what_is_chosen() -> None:
    more = catalogue(JUNE, replace(JUNE, iri=DOC + "again"), AUTUMN)
    [sender] = [facet for facet in facets(more, more.cards, Choice(sender="stalin")) if facet["name"] == "sender"]
    assert sender["values"] == [{"key": "stalin", "count": 2, "chosen": True, "label": "stalin"}]

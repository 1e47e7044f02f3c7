"""A promise is kept by the paper that says so of itself; of several papers or promises none is chosen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cablegraph.iri import AGENT, DOC
from cablegraph.linking import Card, resolve
from cablegraph.linking.citations import Cited, card_from_json, card_to_json

CASTEL, FERRI, ENVOY = AGENT + "castel", AGENT + "ferri", AGENT + "envoy-in-lisbon"
PROMISE = Cited(
    DOC + "first/promised/9",
    (),
    (CASTEL,),
    (FERRI,),
    spans=((9, 30),),
    promised=True,
    form="telegram",
    topics=("trade",),
)


def paper(key: str, number: str, day: str, *cited: Cited, sender: str = CASTEL) -> Card:
    iri = DOC + key
    return Card(
        iri, iri, f"{iri}/text/0", (number,), (sender,), (FERRI,), day, day, cited=cited, forms=("ciphered-telegram",)
    )


FIRST = paper("first", "24", "1954-06-21", PROMISE)


def keeping(key: str, day: str = "1954-06-23", number: str = "24", when: str = "", keeps: str = "promised") -> Card:
    cited = Cited(
        f"{DOC}{key}/cited/3",
        (number,) * bool(number),
        (CASTEL,),
        (FERRI,),
        when,
        when,
        keeps=keeps,
        said="As promised",
    )
    return paper(key, key, day, cited)


def kept(*cards: Card) -> list[tuple[str, str | None]]:
    return [(r.object.value.removeprefix(DOC), r.status) for r in resolve(cards) if "/promised/" in r.subject.value]


@pytest.mark.parametrize(
    "later", [keeping("25"), keeping("25", number="", when="1954-06-21"), keeping("25", keeps="continued")]
)
def test_a_later_paper_of_the_same_hand_that_cites_the_promise_keeps_it(later: Card) -> None:
    assert kept(FIRST, later) == [("25", None)]


def test_the_reading_rests_on_the_words_of_the_promise_and_says_those_that_keep_it() -> None:
    [reading] = [one for one in resolve([FIRST, keeping("25")]) if one.rule.name == "linking.kept-promise"]
    assert (reading.document, reading.certainty) == (DOC + "first", "0.95")
    assert reading.reason == "25 says “As promised”; agree: sender, addressee, form"


def test_two_papers_that_keep_one_promise_wait_for_a_reader() -> None:
    assert kept(FIRST, keeping("25"), keeping("26")) == [("25", "candidate"), ("26", "candidate")]


def test_of_two_promises_alike_none_is_chosen_and_the_form_tells_them_apart() -> None:
    another = replace(PROMISE, iri=DOC + "first/promised/50")
    assert kept(replace(FIRST, cited=(PROMISE, another)), keeping("25")) == [("25", "candidate")] * 2
    letter = replace(another, form="letter")
    assert kept(replace(FIRST, cited=(PROMISE, letter)), keeping("25")) == [("25", None)]


def test_words_that_only_continue_need_the_form_or_a_topic_of_the_promise() -> None:
    open_promise = replace(PROMISE, form="", topics=())
    assert kept(replace(FIRST, cited=(open_promise,)), keeping("25", keeps="continued")) == [("25", "candidate")]


@pytest.mark.parametrize(
    "later",
    [
        keeping("25", day="1954-06-20"),
        keeping("25", day="1955-06-20"),
        keeping("25", number="23"),
        keeping("25", number="", when="1954-06-11"),
        replace(keeping("25"), senders=(FERRI,)),
        keeping("25", keeps=""),
    ],
    ids=["earlier", "too late", "another number", "another day", "another hand", "only cites"],
)
def test_other_papers_keep_nothing(later: Card) -> None:
    assert kept(FIRST, later) == []


def test_a_number_used_twice_leaves_both_promises_open() -> None:
    twin = replace(FIRST, iri=DOC + "twin", cited=(replace(PROMISE, iri=DOC + "twin/promised/9"),))
    assert kept(FIRST, twin, keeping("25")) == [("25", "candidate"), ("25", "candidate")]


def test_the_holder_of_a_post_keeps_what_the_post_promised() -> None:
    first = replace(FIRST, senders=(ENVOY,), cited=(replace(PROMISE, senders=(ENVOY,)),))
    assert kept(first, keeping("25")) == []
    assert kept(first, replace(keeping("25"), posts=((CASTEL, ENVOY),))) == [("25", None)]


def test_a_card_with_promises_survives_as_json() -> None:
    for card in (FIRST, keeping("25")):
        assert card_from_json(card_to_json(card)) == card

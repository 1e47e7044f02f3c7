"""``my 364, August 13`` is the held paper of that number, sender and day; of several none is chosen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cablegraph.iri import AGENT, DOC
from cablegraph.linking.citations import Card, Cited, card, card_from_json, card_to_json, resolve
from cablegraph.meeting import held_keys, wanted_keys
from cablegraph.record import Record
from tests.unit.linking.papers import RULE, paper, passage

FRANCIS, POST, SECRETARY = AGENT + "francis", AGENT + "ambassador-in-russia", AGENT + "secretary-of-state"


def held(key: str, number: str = "", sender: str = FRANCIS, day: str = "1918-08-13", to: str = SECRETARY) -> Card:
    return Card(DOC + key, DOC + key, f"{DOC}{key}/text/0", (number,) * bool(number), (sender,), (to,), day, day)


def citing(number: str = "", sender: str = FRANCIS, days: str = "", to: str = SECRETARY, **more: object) -> Card:
    first, _, last = days.partition("/")
    numbers, parties = (number,) * bool(number), ((sender,) * bool(sender), (to,) * bool(to))
    cited = Cited(DOC + "d91/cited/254", numbers, *parties, first, last or first, ((254, 270),))
    own = held("d91", "400", FRANCIS, "1918-09-14")
    return replace(own, cited=(cited,), **more)  # type: ignore[arg-type]


def found(*cards: Card) -> list[tuple[str, str | None]]:
    return [(reading.object.value.removeprefix(DOC), reading.status) for reading in resolve(cards)]


def test_number_sender_and_day_name_one_paper() -> None:
    assert found(citing("364", days="1918-08-13"), held("d81", "364"), held("d82", "365")) == [("d81", None)]


def test_the_reading_cites_the_citing_words_and_keeps_the_citations_iri() -> None:
    [reading] = resolve([citing("364", days="1918-08-13"), held("d81", "364")])
    assert reading.subject.value == DOC + "d91/cited/254"
    assert (reading.document, [tuple(span) for span in reading.spans]) == (DOC + "d91", [(254, 270)])
    assert reading.reason == "agree: number, sender, addressee, date"


def test_sender_addressee_and_day_are_enough_for_one_paper_but_not_for_two() -> None:
    assert found(citing(days="1918-08-13"), held("d81")) == [("d81", None)]
    assert found(citing(days="1918-08-13"), held("d81"), held("d82")) == [("d81", "candidate"), ("d82", "candidate")]


@pytest.mark.parametrize(
    ("cited", "paper_held"),
    [
        (citing("364", days="1918-08-13"), held("d81", "365")), (citing("364", AGENT + "morris"), held("d81", "364")),
        (citing("364", days="1918-06-01"), held("d81", "364")),
        (citing(days="1918-08-13", to=AGENT + "reinsch"), held("d81")),
        (citing("364", "", to=""), held("d81", "364")), (citing(), held("d81")),
    ],
)  # fmt: skip
def test_what_contradicts_or_says_too_little_finds_nothing(cited: Card, paper_held: Card) -> None:
    assert found(cited, paper_held) == []


def test_the_next_day_is_a_candidate_only() -> None:
    assert found(citing(days="1918-08-14"), held("d81")) == [("d81", "candidate")]


def test_a_month_gives_candidates_and_never_a_paper() -> None:
    assert found(citing(days="1918-08-01/1918-08-31"), held("d81")) == [("d81", "candidate")]


def test_the_holder_stands_for_the_post_and_the_acting_secretary_for_the_secretary() -> None:
    post = replace(held("d81", "364", POST, to=AGENT + "acting-secretary-of-state"), posts=((FRANCIS, POST),))
    assert found(citing("364", days="1918-08-13"), post) == [("d81", None)]
    assert found(citing(days="1918-08-13"), post) == [("d81", None)]


@pytest.mark.parametrize(
    "other", ["embassy-in-russia", "charge-in-russia", "charge-d-affaires-in-russia", "acting-ambassador-in-russia"]
)
def test_an_embassy_its_ambassador_and_its_charge_write_the_same_letters(other: str) -> None:
    post = replace(held("d81", "364", POST), posts=((FRANCIS, POST),))
    assert found(citing("364", AGENT + other, "1918-08-13"), post) == [("d81", None)]
    assert wanted_keys(citing("364", AGENT + other).cited[0]) & held_keys(post)
    assert found(citing("364", AGENT + other.replace("russia", "siam"), "1918-08-13"), post) == []
    assert found(citing("364", AGENT + "minister-of-war-in-russia", "1918-08-13"), post) == []


def test_a_surname_and_a_full_name_are_one_where_both_hold_one_post() -> None:
    full = AGENT + "david-r-francis"
    named, other = (replace(held("d81", "364", who), posts=((who, POST),)) for who in (full, AGENT + "morris"))
    citing_him = replace(citing("364", days="1918-08-13"), posts=((FRANCIS, POST),))
    assert found(citing_him, named) == [("d81", None)]
    assert found(citing_him, other) == []
    assert found(citing("364", days="1918-08-13"), named) == []


def test_addressee_and_day_alone_propose_a_paper_whoever_holds_the_post() -> None:
    post = replace(held("d81", to=AGENT + "morris"), posts=((AGENT + "morris", POST),))
    assert found(citing(sender="", days="1918-08-13", to=POST), post) == [("d81", "candidate")]
    assert found(citing(sender="", days="1918-08-20", to=POST), post) == []
    wanted = wanted_keys(citing(sender="", days="1918-08-13", to=POST).cited[0])
    assert wanted & held_keys(post)
    assert not wanted & held_keys(replace(post, posts=()))


def test_a_paper_never_cites_itself() -> None:
    own = citing("400", days="1918-09-14")
    assert found(own) == []


def test_numbers_are_compared_as_they_are_meant() -> None:
    assert found(citing("0364", days="1918-08-13"), held("d81", "364.")) == [("d81", None)]


def test_a_message_in_a_message_can_be_cited_and_cite() -> None:
    inner = held("carrier/enclosed/7", "364")
    carrier = replace(held("carrier", "9", AGENT + "poole"), enclosed=(inner,))
    assert found(citing("364", days="1918-08-13"), carrier) == [("carrier/enclosed/7", None)]


PRINCE, YAMEN, LEGATION = AGENT + "prince", AGENT + "prince-of-the-yamen", AGENT + "legation"


def carrying(*inner: Card, sender: str = PRINCE, form: str = "note", day: str = "1885-03-20") -> Card:
    cited = Cited(DOC + "d692/cited/9", (), (sender,) * bool(sender), (), day, day, ((9, 20),), form=form)
    return replace(held("d692", "692", FRANCIS, "1885-03-26"), cited=(cited,), enclosed=inner)


def inclosed(place: int, sender: str = "", day: str = "1885-03-20", *forms: str) -> Card:
    made = held(f"d692/enclosed/{place}", "", sender, day, FRANCIS)
    return replace(made, senders=(sender,) * bool(sender), forms=forms)


@pytest.mark.parametrize(
    ("carrier", "meant"),
    [
        pytest.param(carrying(inclosed(7, PRINCE)), "7", id="named as below its own head"),
        pytest.param(carrying(inclosed(7, YAMEN, "1885-03-20", "note")), "7", id="named in short"),
        pytest.param(carrying(inclosed(7, "", "1885-03-20", "note")), "7", id="sender not read in the message"),
        pytest.param(carrying(inclosed(7, YAMEN, "1885-03-20", "note"), sender=""), "7", id="of nobody's name"),
        pytest.param(carrying(inclosed(7, YAMEN, "1885-03-14"), inclosed(8, YAMEN)), "8", id="the one of the day"),
        pytest.param(carrying(inclosed(7, LEGATION, "1885-03-20", "note")), "", id="of somebody else"),
        pytest.param(carrying(inclosed(7, YAMEN, "1885-03-21", "note")), "", id="of the next day"),
        pytest.param(carrying(inclosed(7, YAMEN, "1885-03-20", "letter"), sender=""), "", id="of another form"),
        pytest.param(carrying(inclosed(7, "", "1885-03-20", "letter")), "", id="of another form, sender not read"),
    ],
)
def test_a_cited_paper_that_is_enclosed_is_the_enclosure(carrier: Card, meant: str) -> None:
    assert found(carrier) == ([(f"d692/enclosed/{meant}", None)] if meant else [])


def test_two_enclosures_of_one_day_and_sender_are_candidates_only() -> None:
    carrier = carrying(inclosed(7, YAMEN, "1885-03-20", "note"), inclosed(8, YAMEN, "1885-03-20", "note"))
    assert found(carrier) == [("d692/enclosed/7", "candidate"), ("d692/enclosed/8", "candidate")]


def record() -> Record:
    letter = paper("My 364, August 13.", "1918-09-14", "d91", sender="My:person")
    source = letter.source
    words = passage(source, "My 364, August 13")
    fields = {
        "start": (replace(words, text="0"),), "number": (replace(words, text="364"),),
        "date": (source.cite((8, 17), RULE, "1918-08-13"),), "sender": (replace(words, text="Francis", iri=FRANCIS),),
    }  # fmt: skip
    post = {"holder": fields["sender"], "position": (replace(words, text="Ambassador in Russia", iri=POST),)}
    parts = {"citations": [Record("d91", source, fields)], "positions": [Record("d91", source, post)]}
    return letter.with_parts(**parts)


def test_a_card_holds_what_a_record_says_and_survives_as_json() -> None:
    made = card(record())
    assert made.posts == ((FRANCIS, POST),)
    assert made.cited == (Cited(DOC + "d91/cited/0", ("364",), (FRANCIS,), (), "1918-08-13", "1918-08-13", ((0, 17),)),)
    assert card_from_json(card_to_json(made)) == made

"""Text cut at the borders of passages, whatever its script."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablegraph.iri import BASE, CG, DOC, LAYER, RICO, XSD
from cablegraph.server.pages_document import DocumentView, paper_title, view
from cablegraph.server.pages_graph import Row, Term
from cablegraph.server.pages_text import is_typed, shown
from cablegraph.server.reading_room import Card, Catalogue
from cablegraph.store.texts import StoredText

PAPER = DOC + "paper"
EMPTY = Catalogue.made("g", lambda writer: None)


def row(number: int, start: int, end: int, layer: str = "transcript", status: str = "") -> Row:
    made = {
        "reading": Term(f"{PAPER}/r/{number:016x}", True),
        "subject": Term(PAPER, True),
        "predicate": Term(RICO + "hasSender", True),
        "object": Term(f"{BASE}id/agent/a{number}", True),
        "rule": Term(BASE + "id/rule/test", True),
        "certainty": Term("0.9", False, XSD + "decimal"),
        "start": Term(str(start), False, XSD + "integer"),
        "end": Term(str(end), False, XSD + "integer"),
        "layer": Term(LAYER + layer, True),
    }
    if status:
        made["status"] = Term(BASE + "vocab/kind/" + status, True)
    return made


def made(text: str, *rows: Row, layers: tuple[tuple[int, int, str], ...] = ()) -> DocumentView:
    return view(PAPER, rows, StoredText("paper", "0" * 64, text, layers), EMPTY)


def test_overlapping_passages_are_cut_at_every_border() -> None:
    shown_ = made("FILIPPOV [Stalin]", row(1, 0, 8), row(2, 0, 17, "editorial"), layers=((9, 17, "editorial"),))
    pieces = [piece for block in shown_.blocks for piece in block.pieces]
    assert [(piece.text, len(piece.passages)) for piece in pieces] == [("FILIPPOV", 2), (" ", 1), ("[Stalin]", 1)]
    assert pieces[0].anchors == ("char=0,17", "char=0,8")
    assert [piece.layer for piece in pieces] == ["transcript", "transcript", "editorial"]


def test_a_candidate_is_no_asserted_fact() -> None:
    shown_ = made("Moscow", row(1, 0, 6, status="candidate"))
    assert [fact.asserted for fact in shown_.facts] == [False]
    assert shown_.of(RICO + "hasSender") == []


def test_lines_of_one_layer_stand_together() -> None:
    text = "Title\nHeading\nBody\nRights\n"
    shown_ = made(text, layers=((0, 5, "catalogue"), (19, 25, "boilerplate")))
    assert [block.layer for block in shown_.blocks] == ["catalogue", "transcript", "boilerplate"]
    assert "".join(piece.text for block in shown_.blocks for piece in block.pieces) == text


@given(st.text(max_size=80), st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=6))
def test_pieces_give_the_text_again_and_passages_their_words(text: str, places: list[tuple[int, int]]) -> None:
    spans = [(a, b) for a, b in places if a < b <= len(text)]
    shown_ = made(text, *(row(number, a, b) for number, (a, b) in enumerate(spans)))
    pieces = [piece for block in shown_.blocks for piece in block.pieces]
    assert "".join(piece.text for piece in pieces) == text
    for passage in shown_.passages:
        inside = [p.text for p in pieces if p.start >= passage.start and p.end <= passage.end]
        assert "".join(inside) == passage.quote == text[passage.start : passage.end]


@given(st.text())
def test_direction_marks_stand_apart_and_nothing_is_lost(text: str) -> None:
    runs = list(shown(text))
    assert "".join(run for run, _ in runs) == text
    assert all(len(run) == 1 for run, name in runs if name)


def test_facts_of_a_part_stand_below_the_fact_that_names_it() -> None:
    claim = row(1, 0, 4) | {"predicate": Term(CG + "states", True), "object": Term(PAPER + "/claim/request-0", True)}
    kind = row(2, 0, 4) | {"subject": Term(PAPER + "/claim/request-0", True), "predicate": Term(CG + "claimKind", True)}
    [(title, [line])] = made("arms", claim, kind).groups
    assert title == "Asked, offered, refused"
    assert [fact.predicate for fact in line.facts] == [CG + "states", CG + "claimKind"]
    assert line.labels == ["says"]
    assert line.inner == ()


def test_one_man_in_two_parts_is_one_line_and_who_he_may_be_stands_below() -> None:
    krasovsky, stepan = Term(BASE + "id/name/krasovsky", True), Term(BASE + "id/agent/stepan-krasovsky", True)
    relay, receiver = Term(CG + "relayedBy", True), Term(RICO + "hasReceiver", True)
    rows = [
        row(1, 0, 9) | {"predicate": relay, "object": krasovsky},
        row(2, 0, 9) | {"predicate": receiver, "object": krasovsky},
        row(3, 0, 9, status="candidate") | {"predicate": relay, "object": stepan},
        row(4, 0, 9, status="candidate") | {"predicate": receiver, "object": stepan},
    ]
    [(_, [line])] = made("KRASOVSKY", *rows).groups
    assert line.labels == ["passed on by", "received by"]
    assert [word.quote for word in line.words] == ["KRASOVSKY"]
    [below] = line.possible
    assert [fact.object for fact in below.facts] == [stepan, stepan]
    assert below.marks == []


def test_a_candidate_that_rests_on_other_words_stands_alone() -> None:
    stands, may_be = row(1, 0, 6), row(2, 7, 12, status="candidate")
    [(_, told)] = made("Moscow Gomel", stands, may_be).groups
    assert [(line.first.asserted, len(line.possible)) for line in told] == [(True, 0), (False, 0)]


def test_a_message_without_title_is_called_by_its_ends() -> None:
    outer = Card(DOC + "d113", title="The Acting Secretary of State to the Chargé")
    agents = {BASE + "id/agent/rathbone": "Rathbone", BASE + "id/agent/crosby": "Crosby"}
    sender, addressee = agents
    inner = Card(DOC + "d113/enclosed/182", sender=(sender,), addressee=(addressee,))
    catalogue = SimpleNamespace(by_iri={outer.iri: outer, inner.iri: inner}, label=agents.__getitem__)
    assert paper_title(inner, cast(Catalogue, catalogue)) == f"Message of Rathbone to Crosby, in: {outer.title}"
    assert paper_title(Card(DOC + "d9"), cast(Catalogue, catalogue)) == "d9"


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("of His Majesty's Government to the question of Chinese representation\n" * 6, True),
        ("of His Majesty's Government to the question of Chinese representation\n" * 2, False),
        ("We received your telegram of June 21.\n" * 20, False),
        (("word " * 15 + "\n") * 6 + "word " * 40, False),
    ],
)
def test_a_typed_text_is_told_from_paragraphs_so_that_its_lines_are_not_broken_twice(text: str, typed: bool) -> None:
    assert is_typed(text) == typed

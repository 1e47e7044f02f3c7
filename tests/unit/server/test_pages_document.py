"""Text cut at the borders of passages, whatever its script."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cablegraph.iri import BASE, CG, DOC, LAYER, RICO, XSD
from cablegraph.server.pages_document import DocumentView, shown, view
from cablegraph.server.pages_graph import Row, Term
from cablegraph.server.reading_room import Catalogue
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
    [(title, [fact])] = made("arms", claim, kind).groups
    assert title == "Asked, offered, refused"
    assert [child.predicate for child in fact.children] == [CG + "claimKind"]


def test_the_printed_text_numbers_the_facts_where_their_words_end() -> None:
    shown_ = made("FILIPPOV [Stalin]", row(1, 0, 8), row(2, 0, 17, "editorial"))
    pieces = [piece for block in shown_.blocks for piece in block.pieces]
    ends = {piece.text: piece.notes for piece in pieces}
    numbers = {fact.object.value.rpartition("/")[2]: fact.number for fact in shown_.facts}
    assert ends == {"FILIPPOV": (numbers["a1"],), " [Stalin]": (numbers["a2"],)}

"""What waits for a decision is shown card by card, at the terminal or in a table; only what was decided is kept."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Store

from cablegraph import pipeline
from cablegraph.corpus import Corpus
from cablegraph.errors import DecisionError, SettingsError
from cablegraph.linking import decisions, review
from cablegraph.shipped import shipped
from cablegraph.store.generations import Generations

CARDS = tuple(
    review.Card("doc:a", "doc:a", "rico:hasSender", f"agent:{name}", "Malik", nth, "0.65", "surname only")
    for nth, name in enumerate(("malik", "charles-malik", "orlov"), 1)
)
Decided = list[tuple[str, dict[str, Any], str]]


def typed(*answers: str) -> Callable[[str], str]:
    """Answers one after another, then the end of input."""
    left: Iterator[str] = iter(answers)

    def ask(question: str) -> str:
        try:
            return next(left)
        except StopIteration:
            raise EOFError from None

    return ask


def run(*answers: str) -> tuple[dict[str, int], Decided, list[str]]:
    kept: Decided = []
    said: list[str] = []
    counts = review.review(CARDS, typed(*answers), said.append, lambda *decided: kept.append(decided))
    return counts, kept, said


def test_one_key_accepts_rejects_skips() -> None:
    counts, kept, _ = run("a", "r", "s")
    assert [(verb, on["object"]) for verb, on, _ in kept] == [
        ("accept", "agent:malik"),
        ("reject", "agent:charles-malik"),
    ]
    assert (counts["accepted"], counts["rejected"], counts["skipped"]) == (1, 1, 1)


def test_a_card_shows_the_words_and_why_it_was_proposed() -> None:
    _, _, said = run("q")
    assert "[Malik]" in said[0]
    assert "certainty 0.65: surname only" in said[0]


def test_a_fingerprint_has_the_words_and_which_occurrence() -> None:
    assert CARDS[1].on == {
        "document": "doc:a", "subject": "doc:a", "predicate": "rico:hasSender", "object": "agent:charles-malik",
        "quote": "Malik", "occurrence": 2,
    }  # fmt: skip


def test_editing_asks_for_the_right_value_and_an_empty_one_asks_again() -> None:
    counts, kept, _ = run("e", "", "e", "agent:zhou-enlai")
    assert kept == [("correct", CARDS[0].on, "agent:zhou-enlai")]
    assert counts["corrected"] == 1


def test_one_key_accepts_all_that_ask_the_same_and_undo_takes_all_back() -> None:
    cards = [review.Card(f"doc:{name}", f"doc:{name}", "rico:hasSender", "agent:malik", "Malik") for name in "abc"]
    other = review.Card("doc:d", "doc:d", "rico:hasSender", "agent:orlov", "Malik")
    kept: Decided = []
    said: list[str] = []
    queue = [cards[0], other, *cards[1:]]
    counts = review.review(queue, typed("l", "u", "l", "s"), said.append, lambda *decided: kept.append(decided))
    assert [verb for verb, *_ in kept] == ["accept"] * 3 + ["undo"] * 3 + ["accept"] * 3
    assert {on["document"] for _, on, _ in kept} == {"doc:a", "doc:b", "doc:c"}
    assert (counts["accepted"], counts["undone"], counts["skipped"]) == (3, 3, 1)
    assert any("2 more ask whether “Malik” is agent:malik" in text for text in said)


def test_whose_the_claims_are_is_not_asked_once_it_is_accepted_who_their_sender_is() -> None:
    claim = ("cg:claimant", "agent:malik")
    cards = (
        CARDS[0],
        review.Card("doc:a", "doc:a/claim/offer-9", *claim, "We shall send 60 trucks", 1, "0.65", "surname only"),
        review.Card("doc:a", "doc:a/claim/offer-70", *claim, "Malik will send more", 1, "0.65", "surname only"),
        review.Card("doc:a", "doc:a/enclosed/90/claim/offer-9", *claim, "We refuse", 1, "0.65", "surname only"),
    )
    kept: Decided = []
    said: list[str] = []
    counts = review.review(cards, typed("a", "u", "a", "s", "s"), said.append, lambda *decided: kept.append(decided))
    assert [verb for verb, *_ in kept] == ["accept", "undo", "accept"]
    assert (counts["accepted"], counts["skipped"]) == (1, 2)
    assert said.count("  answered by it: 1 more of this paper") == 2


def test_a_card_asks_in_words() -> None:
    assert CARDS[0].question == "Is the sender agent:malik?   doc:a"


def test_undo_takes_the_last_back_by_a_new_line_and_shows_its_card_again() -> None:
    counts, kept, said = run("a", "u", "r")
    assert [verb for verb, _, _ in kept] == ["accept", "undo", "reject"]
    assert (counts["accepted"], counts["rejected"], counts["undone"]) == (0, 1, 1)
    assert sum(text.strip().startswith("1/3") for text in said) == 2


def test_an_unknown_key_tells_the_keys_and_the_end_of_input_ends() -> None:
    _, kept, said = run("x")
    assert kept == []
    assert any(text.startswith("keys:") for text in said)


def test_a_decision_that_cannot_be_kept_leaves_the_card() -> None:
    def refuse(*decided: Any) -> None:
        raise DecisionError("the file cannot be written")

    said: list[str] = []
    counts = review.review(CARDS[:1], typed("a", "s"), said.append, refuse)
    assert (counts["accepted"], counts["skipped"]) == (0, 1)
    assert any("cannot be written" in text for text in said)


# ------------------------------------------------------------------ tables


def table(**edits: str) -> str:
    """The cards as CSV with the second row edited."""
    out = io.StringIO()
    assert review.write_csv(CARDS, out) == 3
    rows = list(csv.DictReader(io.StringIO(out.getvalue())))
    rows[1].update(edits)
    back = io.StringIO()
    writer = csv.DictWriter(back, review.COLUMNS)
    writer.writeheader()
    writer.writerows(rows)
    return back.getvalue()


def test_only_edited_rows_become_decisions() -> None:
    assert list(review.read_csv(table())) == []
    assert list(review.read_csv(table(do="reject", why="no"))) == [("reject", CARDS[1].on, "", "no")]


def test_a_value_alone_is_a_correction() -> None:
    [(verb, on, value, _)] = review.read_csv(table(value="agent:zhou-enlai"))
    assert (verb, on["object"], value) == ("correct", "agent:charles-malik", "agent:zhou-enlai")


@pytest.mark.parametrize("verb", ["maybe", "correct"])
def test_an_unknown_verb_names_its_line(verb: str) -> None:
    with pytest.raises(DecisionError) as caught:
        list(review.read_csv(table(do=verb), "cards.csv"))
    assert (caught.value.diagnostic.path, caught.value.diagnostic.line) == ("cards.csv", 3)


def test_a_table_between_semicolons_is_read_and_one_without_the_columns_is_refused() -> None:
    with_semicolons = io.StringIO()
    csv.writer(with_semicolons, delimiter=";").writerows(csv.reader(io.StringIO(table(do="reject"))))
    assert [verb for verb, *_ in review.read_csv(with_semicolons.getvalue())] == ["reject"]
    with pytest.raises(SettingsError) as caught:
        list(review.read_csv("colour\nred\n", "cards.csv"))
    assert "no column do" in caught.value.diagnostic.what
    assert "columns here: colour" in caught.value.diagnostic.notes


def test_an_occurrence_that_is_no_number_names_its_line() -> None:
    with pytest.raises(DecisionError, match="is no number"):
        list(review.read_csv(table(do="reject", occurrence="first"), "cards.csv"))


# ------------------------------------------------------------------ the seed


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Store, review.TextOf]:
    folder = tmp_path_factory.mktemp("desk")
    pipeline.build(Corpus(folder), [shipped("examples", "wilson")], folder / "data", jobs=1)
    current = Generations(folder / "data").current()
    assert current is not None
    text = shipped("examples", "wilson", "wilson-ct3777.txt").read_text("utf-8")
    return folder, Store.read_only(str(current.store_path)), lambda iri: text if "wilson-ct3777/text/" in iri else None


def test_the_seeds_review_list_has_krasovsky_and_moscow_with_reasons(seed: tuple[Path, Store, review.TextOf]) -> None:
    _, store, text_of = seed
    found = {(card.predicate, card.object): card for card in review.waiting(store, text_of)}
    krasovsky = found["cg:relayedBy", "agent:stepan-krasovsky"]
    assert "surname only; alive in 1951" in krasovsky.reason
    assert krasovsky.object_label == "Stepan Krasovsky"
    assert krasovsky.kind == "people"
    moscow = found["cg:sentFrom", "place:moscow"]
    assert (moscow.quote, moscow.occurrence, moscow.kind) == ("FILIPPOV [Stalin]", 1, "places")
    assert {card.kind for card in review.waiting(store, text_of, "places")} == {"places"}


def test_an_accepted_card_of_the_seed_holds_in_the_next_build(seed: tuple[Path, Store, review.TextOf]) -> None:
    folder, store, text_of = seed
    cards = review.waiting(store, text_of, "places")

    def keep(verb: str, on: dict[str, Any], value: str) -> None:
        decisions.append(folder / "curation", verb, on, value, "A. Archivist", "2026-01-02T03:04:05Z", "")

    review.review(cards, typed("a"), lambda text: None, keep)
    report = pipeline.build(Corpus(folder), [shipped("examples", "wilson")], folder / "data", jobs=1)
    assert [item["do"] for item in report.decisions["applied"]] == ["accept"]

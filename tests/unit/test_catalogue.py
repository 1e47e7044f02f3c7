"""The catalogue of a generation: the same whether made afresh or followed, and the same as the graph says."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablegraph import catalogue
from cablegraph.catalogue import Card, Catalogue, Selection, When, postings
from cablegraph.catalogue.turned import Things, met
from cablegraph.iri import AGENT, ARCHIVE, DOC, PLACE
from cablegraph.server.pages_choice import Choice, choose, facets
from cablegraph.shipped import shipped
from cablegraph.store.generations import Generations
from tests.conftest import build_into
from tests.line.test_difference import alter, letter


def current(data: Path) -> Catalogue:
    found = Generations(data).current()
    assert found is not None
    return Catalogue.opened(found.id, found.path / catalogue.FILE)


def content(made: Catalogue) -> dict[str, list[Any]]:
    """All that a catalogue holds; numbers of papers, which may differ, replaced by their names."""
    names = dict(made.rows("SELECT id, iri FROM papers"))
    tables = ("things", "labels", "dates", "wikidata", "places", "cited", "cited_parties", "links")
    found: dict[str, list[Any]] = {table: sorted(made.rows(f"SELECT * FROM {table}")) for table in tables}
    found["papers"] = sorted(made.rows("SELECT iri, paper, earliest, latest, title, sender, card FROM papers"))
    found["pairs"] = sorted((*row, names[n]) for *row, n in made.rows("SELECT kind, source, target, paper FROM pairs"))
    found["postings"] = sorted(
        (role, thing, count, sorted(names[n] for n in postings.numbers(postings.unpack(data))))
        for role, thing, count, data in made.rows("SELECT role, thing, count, papers FROM postings")
    )
    for order in ("date", "-date", "title", "sender"):
        found[order] = [card.iri for card in Selection(made, None, order)]
    return found


@pytest.mark.parametrize("seed", [7, 52])
def test_a_catalogue_that_follows_changes_is_the_one_of_a_fresh_build(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    documents, data = tmp_path / "documents", tmp_path / "data"
    documents.mkdir()
    for path in sorted(shipped("examples", "frus").glob("*.txt"))[:6]:
        shutil.copyfile(path, documents / path.name)
    for number in range(1, 9):
        (documents / f"letter-{number}.txt").write_text(letter(number, chance), "utf-8")
    build_into(data, documents)
    for turn in range(5):
        for _ in range(chance.randrange(1, 4)):
            alter(documents, chance)
        build_into(data, documents)
        build_into(tmp_path / f"fresh-{turn}", documents)
        assert content(current(data)) == content(current(tmp_path / f"fresh-{turn}"))


def test_the_seed_telegram_has_its_card(sample: Path) -> None:
    card = current(sample).by_iri[DOC + "wilson-ct3777"]
    assert (card.number, card.when.edtf, card.source) == ("3777", "1951-06-24", "wilson-center")
    assert (card.sender, card.addressee) == ((AGENT + "stalin",), (AGENT + "mao",))
    assert card.relay == (AGENT + "krasovsky",)


def test_counts_of_all_papers_are_those_of_the_cards_one_by_one(sample: Path) -> None:
    made = current(sample)
    cards = list(made.cards)
    assert len(cards) == made.all == made.held + made.inside
    sent: dict[str, int] = {}
    for card in cards:
        for iri in card.sender:
            sent[iri] = sent.get(iri, 0) + 1
    assert dict(made.cards.counts("sender")) == sent
    weights = {(link.source, link.target): link.weight for link in made.cards.links("agent.letter")}
    pairs = [(s, a) for card in cards for s in card.sender for a in card.addressee]
    assert weights == {pair: pairs.count(pair) for pair in pairs}


def test_counts_and_links_of_a_choice_are_those_of_its_cards_whether_few_or_many(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = current(sample)
    chosen = made.cards.having("year", "1918")
    assert len(chosen) > 5

    def figures(selection: Selection) -> str:
        roles = [selection.counts(role) for role in ("sender", "topic", "form", "source", "year")]
        links = [(link.source, link.target, link.weight, link.first, link.last)
                 for kind in ("agent.letter", "place.letter") for link in selection.links(kind)]  # fmt: skip
        shown = [card.iri for card in selection[2:7]]
        papers = [link.papers(3) for link in selection.links("agent.letter")]
        return json.dumps([roles, links, shown, papers, selection.bounds(), selection.inside])

    few = figures(chosen)
    monkeypatch.setattr("cablegraph.catalogue.selection.FEW", 2)
    assert figures(made.cards.having("year", "1918")) == few
    monkeypatch.setattr("cablegraph.catalogue.asking.FEW_THINGS", 0)
    assert figures(current(sample).cards.having("year", "1918")) == few
    assert dict(chosen.counts("year")) == {"1918": len(chosen)}


def test_a_warm_catalogue_asks_nothing_more_to_count_people_and_answers_the_same(sample: Path) -> None:
    warm, cold = current(sample), current(sample)
    warm.warm()
    asked: list[str] = []
    warm._db.set_trace_callback(asked.append)
    for role in ("out.agent", "in.agent"):
        warm.had(role)
    warm.places("date")
    assert warm.everything == cold.everything
    assert asked == []
    choices = [made.cards.having("year", "1918") for made in (warm, cold)]
    assert choices[0].counts("out.agent") == choices[1].counts("out.agent") != []
    asked.clear()
    assert [made.links("agent.letter") for made in choices[:1]] == [choices[1].links("agent.letter")] != [[]]
    assert not any("FROM papers" in query for query in asked)  # days and names are known


@pytest.mark.parametrize("order", ["date", "-date", "title", "sender"])
def test_papers_chosen_stand_in_the_order_of_all(sample: Path, order: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made = current(sample)
    every = [card.iri for card in Selection(made, None, order)]
    chosen = {card.iri for card in made.cards.having("state", "drawn")} | set(every[::3])
    bits = postings.of(number for number, iri in made.rows("SELECT id, iri FROM papers") if DOC + iri[7:] in chosen)
    assert [card.iri for card in Selection(made, bits, order)] == [iri for iri in every if iri in chosen]
    assert [card.iri for card in Selection(made, bits, order)[3:9]] == [iri for iri in every if iri in chosen][3:9]
    monkeypatch.setattr("cablegraph.catalogue.selection.FIRST", 9)
    assert [card.iri for card in Selection(made, bits, order)[3:9]] == [iri for iri in every if iri in chosen][3:9]


@given(st.lists(st.tuples(*[st.sampled_from(("", "1950-12-31", "1951-03-01", "1951-06-30"))] * 2), max_size=12))
def test_papers_of_some_days_are_those_whose_days_touch_them(days: list[tuple[str, str]]) -> None:
    days = [(min(pair), max(pair)) if all(pair) else pair for pair in days]
    cards = [Card(f"{DOC}{at}", when=When(earliest=first, latest=last)) for at, (first, last) in enumerate(days)]

    def write(writer: catalogue.Writer) -> None:
        for card in cards:
            writer.card(card)

    made = Catalogue.made("", write)

    def numbers(*, surely: bool) -> set[int]:
        iris = dict(made.rows("SELECT id, iri FROM papers"))
        found = postings.numbers(made.within("1951-01-01", "1951-12-31", surely=surely))
        return {int(iris[number].rpartition("/")[2]) for number in found}

    sure = {at for at, (first, last) in enumerate(days) if first >= "1951" and "" < last <= "1951-12-31"}
    touching = {
        at for at, (first, last) in enumerate(days)
        if (first or last) and first <= "1951-12-31" and (last or "9999") >= "1951-01-01"
    }  # fmt: skip
    assert numbers(surely=True) == sure
    assert numbers(surely=False) == touching


@given(st.lists(st.tuples(st.sets(st.integers(1, 60), min_size=1), st.booleans()), min_size=1, max_size=8), st.data())
def test_what_papers_have_is_counted_as_their_sets_meet(
    things: list[tuple[set[int], bool]], data: st.DataObject
) -> None:
    chosen = sorted(data.draw(st.sets(st.integers(1, 60))))
    rows = [(f"id/agent/{at:02}", postings.pack(postings.of(papers))) for at, (papers, _) in enumerate(things)]
    ends = {name for (name, _), (_, end) in zip(rows, things, strict=True) if end}
    sets = {name: things[at][0] & set(chosen) for at, (name, _) in enumerate(rows)}
    had = Things(rows, 60)
    expected = sorted(((name, len(papers)) for name, papers in sets.items() if papers), key=lambda p: (-p[1], p[0]))
    assert had.counts(chosen) == expected
    pairs = {(one, other): sorted(numbers) for one, other, numbers in met(had, had, chosen, ends)}
    both = {(one, other): sorted(sets[one] & sets[other]) for one in ends for other in ends}
    assert pairs == {pair: numbers for pair, numbers in both.items() if numbers}


def test_papers_are_found_by_fonds_series_and_file(sample: Path) -> None:
    made = current(sample)
    chosen = choose(made, Choice(archive="amp-f12-op3-d44"))
    assert len(chosen) == 1
    fonds, series, file = (f"{ARCHIVE}amp-f12{rest}" for rest in ("", "-op3", "-op3-d44"))
    assert {fonds, series, file} <= set(chosen[0].archive)
    shown = {facet["name"]: facet["values"] for facet in facets(made, chosen, Choice(archive="amp-f12-op3-d44"))}
    assert ("amp-f12-op3-d44", True) in [(value["key"], value["chosen"]) for value in shown["archive"]]
    assert [card.iri for card in made.papers_of(fonds)] == [chosen[0].iri]
    assert [card.iri for card in made.cards.having_any("archive")] == [card.iri for card in made.cards if card.archive]


def test_papers_are_found_by_who_gets_a_copy_and_who_takes_part() -> None:
    card = Card(DOC + "a", besides=(AGENT + "who-gets-a-copy",))
    assert Card.unpacked(card.packed()) == card
    assert {("any", AGENT + "who-gets-a-copy"), ("agent", AGENT + "who-gets-a-copy")} <= set(card.postings())


def test_a_catalogue_of_an_older_form_is_read_but_made_anew_by_the_next_build(tmp_path: Path) -> None:
    documents, data = tmp_path / "documents", tmp_path / "data"
    shutil.copytree(shipped("examples", "composed"), documents)
    build_into(data, documents)
    path = Generations(data).current().path / catalogue.FILE  # type: ignore[union-attr]
    with closing(sqlite3.connect(path)) as db, db:
        for number, text in db.execute("SELECT id, card FROM papers").fetchall():
            values = json.loads(text)
            db.execute("UPDATE papers SET card = ? WHERE id = ?", (json.dumps([*values[:-5], *values[-3:]]), number))
        db.execute("DELETE FROM postings WHERE role = 'archive'")
        db.execute("PRAGMA user_version = 0")
    older = current(data)
    assert [card.archive for card in older.cards] == [()] * len(older.cards)
    assert all(card.iri.startswith(DOC) and card.source for card in older.cards)
    (documents / "letter.txt").write_text(letter(3, random.Random(1)), "utf-8")
    build_into(data, documents)
    assert any(card.archive for card in current(data).cards)


def test_a_card_is_read_as_it_was_written() -> None:
    when = When("1951-06~", "1951-06-01", "1951-06-30", "June 1951")
    card = Card(DOC + "x/enclosed/12", "id/or not", "7", when, True, mentions=(AGENT + "mao", PLACE + "ürümqi"), gaps=2)
    assert Card.unpacked(card.packed()) == card
    assert (card.inside, card.paper) == (True, DOC + "x")


@given(st.sets(st.integers(0, 2000), max_size=40), st.sets(st.integers(0, 2000), max_size=40))
def test_sets_of_papers_meet_as_sets_do(one: set[int], other: set[int]) -> None:
    bits = postings.of(one)
    assert set(postings.numbers(bits)) == one
    assert postings.unpack(postings.pack(bits)) == bits
    members = postings.Members(bits)
    assert members.shared(postings.pack(postings.of(other))) == len(one & other)
    assert all((number in members) == (number in one) for number in other)


def test_a_catalogue_made_of_lines_is_the_one_of_their_store(sample: Path, tmp_path: Path) -> None:
    current_ = Generations(sample).current()
    assert current_ is not None
    shutil.copyfile(current_.path / "texts.sqlite", tmp_path / "texts.sqlite")
    catalogue.build(current_.store_path, tmp_path / catalogue.FILE)
    of_store = Catalogue.opened("", tmp_path / catalogue.FILE)
    assert content(current(sample)) == content(of_store)

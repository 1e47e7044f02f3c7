"""What is told from the lines alone is as strict as the invariants: no fault, planted or made at random, goes by."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from cablegraph import corpus, line, soundness, validation
from cablegraph.evidence import quoted
from cablegraph.shipped import shipped
from cablegraph.statements import lexical, statements
from tests.unit.test_validation import FAULTS, NODE, TEXT
from tests.unit.test_validation import sound as sound_lines


def of_test(iri: str) -> str | None:
    return TEXT.text if iri == NODE else None


def sound(lines: Iterable[str], text_of: Callable[[str], str | None]) -> bool:
    return soundness.sound(set(lines), statements(lines), text_of)


def test_a_sound_graph_is_sound() -> None:
    assert sound(sound_lines(), of_test)


@pytest.mark.parametrize("check", sorted(FAULTS))
def test_a_planted_fault_is_not(check: str) -> None:
    assert not sound(FAULTS[check], of_test)


def test_a_quotation_that_stands_elsewhere_is_not() -> None:
    assert not sound({line.replace("FILIPPOV [Stalin]", "FILIPPOV [Lenin!]") for line in sound_lines()}, of_test)


def test_a_text_that_was_changed_is_not() -> None:
    assert not sound(sound_lines(), lambda iri: TEXT.text + "!")


@pytest.fixture(scope="module")
def paper() -> tuple[list[str], str]:
    """The lines of a real telegram and its text."""
    [found] = corpus.papers([next(shipped("examples", "wilson").glob("*.txt"))])
    loaded = line.load(corpus.Corpus(Path("/")))
    [source] = line.read(loaded, found)
    written = line.map_record(loaded, line.link(loaded, line.extract(loaded, source)))
    return written.lines, source.text


def test_a_real_paper_is_sound(paper: tuple[list[str], str]) -> None:
    assert sound(paper[0], lambda iri: paper[1])


@pytest.mark.parametrize("seed", range(60))
def test_whatever_the_invariants_find_is_not_sound(paper: tuple[list[str], str], seed: int) -> None:
    chance = random.Random(seed)
    lines = list(paper[0])
    for _ in range(chance.choice((1, 1, 2))):
        _spoil(lines, chance)
    store = Store()
    store.load("\n".join(lines).encode(), format=RdfFormat.N_TRIPLES)
    found = (*validation.invariants(store), *validation.texts(store, lambda iri: paper[1]))
    assert not (found and sound(lines, lambda iri: paper[1])), found


def _spoil(lines: list[str], chance: random.Random) -> None:
    """Leave a line out, give it another's object, or its object to another's subject."""
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    subject, predicate, value = lines[at].split(" ", 2)
    kind = chance.randrange(4)
    if kind == 0:
        del lines[at]
    elif kind == 1:
        same = [line.split(" ", 2)[2] for line in lines if line.split(" ", 2)[1] == predicate]
        lines[at] = f"{subject} {predicate} {chance.choice(same)}"
    elif kind == 2:
        lines.append(f"{lines[other].split(' ', 1)[0]} {predicate} {value}")
    else:
        same = [line.split(" ", 2)[2] for line in lines if line.split(" ", 2)[1] == predicate]
        lines.append(f"{subject} {predicate} {chance.choice(same)}")


@pytest.mark.parametrize("text", ['a "b" \\ c', "two\nlines\r", "перемирие 🙂\tx", "\\u0041", ""])
def test_a_literal_taken_apart_is_the_text_it_was_written_from(text: str) -> None:
    [(_, value)] = statements([f"<s:s> <p:p> {quoted(text)}@en ."])["<p:p>"]
    assert lexical(value) == text

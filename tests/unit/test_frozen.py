"""Values that mypy holds frozen: compared, hashed, replaced and pickled by their fields, like frozen dataclasses."""

from __future__ import annotations

import pickle
from dataclasses import field, fields, replace

import pytest

from cablegraph.evidence import Passage, Rule, Span
from cablegraph.frozen import dataclass

STALIN = Passage("Stalin", (Span(3, 9),), "transcript", Rule("wilson-center.sender"))


def test_values_with_the_same_fields_are_equal_and_hash_alike() -> None:
    again = Passage("Stalin", (Span(3, 9),), "transcript", Rule("wilson-center.sender"))
    assert again == STALIN
    assert hash(again) == hash(STALIN)
    assert replace(STALIN, text="Filippov") != STALIN


def test_a_field_left_out_of_comparison_is_left_out_of_the_hash() -> None:
    @dataclass(frozen=True, slots=True)
    class Sure:
        name: str
        certainty: str = field(default="1", compare=False)

    assert Sure("a", "0.5") == Sure("a")
    assert len({Sure("a", "0.5"), Sure("a")}) == 1


def test_values_go_between_processes_whole() -> None:
    assert pickle.loads(pickle.dumps(STALIN)) == STALIN


def test_values_have_slots_and_take_no_other_attribute() -> None:
    assert [each.name for each in fields(Rule)] == ["name", "version", "certainty"]
    with pytest.raises(AttributeError):
        object.__setattr__(STALIN, "colour", "red")


def test_other_dataclasses_are_refused() -> None:
    with pytest.raises(TypeError, match="frozen slotted"):
        dataclass(frozen=False, slots=True)

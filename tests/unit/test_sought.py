"""Patterns that are tried only where the letters stand that they need find all the same: ``sent .* cables``."""

from __future__ import annotations

import re
import sys

import pytest

from cablegraph import extraction, needed, patterns
from cablegraph.shipped import shipped
from cablegraph.sought import Letters, Sought, has_odd_case, sought

LETTERS = tuple(
    path.read_text(encoding="utf-8")
    for folder in ("frus", "wilson", "composed")
    for path in sorted(shipped("examples", folder).rglob("*.txt"))
)


@pytest.mark.parametrize(
    ("pattern", "sets"),
    [
        (r"\b(?:sen[dt]|sends)\s\w+", [{"send ", "sent ", "sends "}]),
        (r"in\sa[\s-]note\n", [{"in a note ", "in a-note "}]),
        (r"(?P<form>[Tt]ele(?:gram)?s?)", [{"tele"}]),
        (r"aide[- ]m[ée]moire", [{"aide-memoire", "aide memoire", "aide-mémoire", "aide mémoire"}]),
        (r"(?:told|wrote) (?:\w+ ){2}yesterday", [{"yesterday"}, {"told ", "wrote "}]),
        (r"(?:told|he) (?:\w+ ){2}of the", []),
        (r"(?:abc)?(?:def)*x+(?:defg)+", [{"defg"}]),
        (r"(?=report)\w+ (?<=the )\d+(?!th)", []),
        (r"(?:letter|\d+)", []),
        (r"(?i:LETTER)|(?:my|our) NOTE", [{"letter", "my note", "our note"}]),
        (r"[a-z]{3}[^x]ab", []),
        (r"μετα|ſent", []),
        (r"ваш\w* просьб", [{" просьб"}, {"ваш"}]),
    ],
)
def test_the_letters_that_every_match_has(pattern: str, sets: list[set[str]]) -> None:
    assert {frozenset(words) for words in sets} == set(needed.needed(pattern))


def test_what_many_patterns_need_is_kept() -> None:
    written = [("telegram", 0), (r"\d+", 0), ("(?i)letter|note", 0)]
    assert needed.needed_by_each(written) == [needed.needed(*one) for one in written]
    assert needed.needed_by_each(written) == [needed.needed(*one) for one in written]


def test_nothing_is_needed_where_the_parser_is_another(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent() -> None:
        raise ImportError

    monkeypatch.setattr(patterns, "_engine", absent)
    assert needed.needed("telegram") == ()


def all_sought() -> dict[str, Sought]:
    """Those that stand in modules, by where they stand."""
    return {
        f"{name}.{key}": value
        for name, module in sorted(sys.modules.items())
        if name.startswith((extraction.__name__, "cablegraph.readers"))
        for key, value in vars(module).items()
        if isinstance(value, Sought)
    }


@pytest.mark.parametrize("name", all_sought())
def test_a_pattern_is_tried_wherever_it_matches(name: str) -> None:
    one = all_sought()[name]
    for text in LETTERS:
        whole = [match.span() for match in one.pattern.finditer(text)]
        assert [match.span() for match in one.finditer(text)] == whole
        for start, end in whole:
            assert one.match(text, start, end) or not one.pattern.match(text, start, end)
            assert one.search(text, start, end) or not one.pattern.search(text, start, end)


def test_a_pattern_made_later_is_sought_in_texts_looked_at_before() -> None:
    text = "We sent two cables of the kind."
    first = sought(r"sent .*cables")
    assert first.search(text)
    later = sought(r"cables .*kind")
    assert later.search(text)
    assert later.search("no kind of telegram") is None
    assert later.search(text)
    assert later.search(text, 0, 20) is None


@pytest.mark.parametrize("text", ["the miniſter", "the mınıster", "THE MİNISTER", "the minister"])
def test_odd_letters_match_where_case_is_not_regarded(text: str) -> None:
    one = sought("the minister", re.IGNORECASE)
    assert bool(one.search(text)) == bool(one.pattern.search(text))


def test_any_white_space_counts_as_a_blank() -> None:
    one = sought(r"a\snote\sof the")
    assert one.search("he sent a\u00a0note\nof the 24th")
    assert not one.search("he sent a note of\u00a0the 24th")


def test_which_letters_are_odd() -> None:
    assert has_odd_case("ſ", "ſ")
    assert has_odd_case("İ", "İ".lower())
    assert not has_odd_case("é", "é")


def test_marks_of_letters() -> None:
    letters = Letters()
    assert letters.marks("nothing") == 0
    tele, cable = letters.add([frozenset({"tele", "wire"})]), letters.add([frozenset({"cable"})])
    assert letters.add([frozenset({"wire", "tele"})]) == tele
    assert letters.marks("a cable and a telegram") == tele | cable == letters.all()
    assert letters.marks("a wire") == tele

"""A pattern that knows with which characters it begins finds what it found without knowing."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cablegraph.extraction
import cablegraph.readers
from cablegraph import patterns
from cablegraph.beginnings import beginnings
from cablegraph.shipped import shipped
from cablegraph.sought import Sought

ODD = " İstanbul ıſK µ µ № ½ Ǆǆ ß ﬁ ΐ\n\n\tSTOP. 12th of MAY, 8 p.m.; No. 3777 – “Фонд 45” 毛泽东 ١٢"


def characters(pattern: str, flags: int = 0) -> set[str]:
    """The single characters among the members; a kind as `re` names it."""
    parts = patterns.parsed(pattern, flags)
    found = beginnings(parts, flags | parts.state.flags)
    return {chr(what) if str(kind) == "LITERAL" else str(what) for kind, what in found}


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"(?<!\w)(?:your|our) cable", {"y", "o"}),
        (r"\b(?=[A-Z])(?P<who>M|D)r\.", {"M", "D"}),
        (r"(?:a|b?)(?:c)d", {"a", "b", "c"}),
        (r"(?:the )*(?:first )?note", {"t", "f", "n"}),
        (r"(?>ab|c)d", {"a", "c"}),
        (r"\s?\d+", {"CATEGORY_SPACE", "CATEGORY_DIGIT"}),
        (r"(?i:k)m", {"k", "K", "\u212a"}),
        (r"(?i)(?-i:k)m", {"k"}),
        (r"(?i)s", {"s", "S", "ſ"}),
        (r"[0-2]x", {"(48, 50)"}),
        (r"a*", set()),
        (r"a?|b", set()),
        (r"\w+ say", set()),
        (r"[^a]b", set()),
        (r".b", set()),
        (r"(a)?(?(1)b|c)", set()),
        (r"(?a:\d)x", set()),
        (r"(?i)[\x00-\uffff]b", set()),
    ],
)
def test_what_a_match_begins_with(pattern: str, expected: set[str]) -> None:
    assert characters(pattern) == expected


def same(written: str, flags: int, text: str) -> bool:
    """Whether a pattern as we compile it matches the same stretches and groups as `re` has it."""
    plain, own = re.compile(patterns.any_capital(written), flags), patterns.compiled(written, flags)
    return [one.regs for one in plain.finditer(text)] == [one.regs for one in own.finditer(text)]


LEAVES = st.sampled_from(
    [
        *"abkKsSéİıßµ ",
        "[ab]",
        "[^a]",
        "[k-t]",
        r"\d",
        r"\s",
        r"\w",
        r"\b",
        "^",
        "$",
        ".",
        "(?<!a)",
        "(?<=k)",
        "(?=b)",
        "(?!s)",
    ]
)
WRITTEN = st.recursive(
    LEAVES,
    lambda part: st.one_of(
        st.lists(part, min_size=2, max_size=4).map("".join),
        st.lists(part, min_size=2, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.tuples(part, st.sampled_from(["?", "*", "+", "{2}", "+?"])).map(lambda pair: f"(?:{pair[0]}){pair[1]}"),
        part.map(lambda inner: f"(?i:{inner})"),
        part.map(lambda inner: f"({inner})"),
    ),
    max_leaves=8,
)


@given(
    written=WRITTEN,
    flags=st.sampled_from([0, re.IGNORECASE, re.MULTILINE, re.DOTALL, re.IGNORECASE | re.ASCII]),
    text=st.text("abkKsSſéÉİıiIßµµ \u212a\n1٢", max_size=12),
)
def test_any_pattern_finds_what_re_finds(written: str, flags: int, text: str) -> None:
    assert same(written, int(flags), text)


def of_the_program() -> Iterator[re.Pattern[str]]:
    """The patterns that the modules of reading hold."""
    for package in (cablegraph.extraction, cablegraph.readers):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for value in vars(importlib.import_module(module.name)).values():
                if isinstance(value, Sought):
                    yield value.pattern
                elif isinstance(value, re.Pattern):
                    yield value


def test_the_patterns_of_the_program_find_what_re_finds() -> None:
    papers = sorted(shipped("examples", "frus").glob("*.txt"))[::12]
    text = "\n\n".join([*(paper.read_text("utf-8") for paper in papers), ODD])
    told = 0
    for own in {one.pattern: one for one in of_the_program()}.values():
        plain = re.compile(own.pattern, own.flags)
        told += plain != own
        assert [one.span() for one in plain.finditer(text)] == [one.span() for one in own.finditer(text)], own.pattern
    assert told > 500

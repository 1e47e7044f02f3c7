"""N-Triples lines as we write them, taken apart: ``<s> <p> "3777" .`` by predicate, without a parser or a store.

Only for lines this program wrote: one space between terms, no comments, no blank lines in a line.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

Pairs = list[tuple[str, str]]
"""Subjects and objects, as N-Triples writes them."""
Statements = dict[str, Pairs]
"""Subjects and objects by predicate."""


def statements(lines: Iterable[str]) -> Statements:
    """The statements of these lines, by predicate. Raises ValueError for a line that is not three terms and a dot."""
    found: defaultdict[str, Pairs] = defaultdict(list)
    for line in lines:
        subject, predicate, value = line.split(" ", 2)
        found[predicate].append((subject, value[:-2]))
    return found


def lexical(literal: str) -> str:
    """What stands between the quotation marks: ``"27"^^<…>`` is 27. Raises ValueError for what is no literal."""
    if literal[:1] != '"':
        raise ValueError(f"not a literal: {literal}")
    text = literal[1 : literal.rindex('"')]
    return _ESCAPED.sub(_plain, text) if "\\" in text else text


_ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_PLAIN = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


def _plain(match: re.Match[str]) -> str:
    short, long, letter = match.groups()
    return chr(int(short or long, 16)) if letter is None else _PLAIN.get(letter, letter)

"""SPARQL cut into tokens: ``?t cg:cites <x> . # note`` without a grammar, in one pass, knowing strings and comments.

Enough to find groups, variables, prefixes and keywords with their places; never a judgement whether a text is SPARQL.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Final, Literal, NamedTuple

Kind = Literal["iri", "string", "variable", "prefixed", "word", "number", "language", "mark", "other"]


class Token(NamedTuple):
    """A piece of a SPARQL text: what it is, its words, and where they begin (offset in code points)."""

    kind: Kind
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


_ESCAPED: Final = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"
_LOCAL: Final = rf"(?:[\w:]|{_ESCAPED})(?:(?:[\w.:-]|{_ESCAPED})*(?:[\w:-]|{_ESCAPED}))?"
_PREFIX: Final = r"(?:[^\W\d_](?:[\w.-]{0,126}[\w-])?)?"  # bounded, or "a.a.a…" costs the square of its length
_STRINGS: Final = (
    r'"""(?:"{0,2}(?:[^"\\]|\\.))*"""',
    r"'{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}",
    r'"(?:[^"\\\r\n]|\\.)*"',
    r"'(?:[^'\\\r\n]|\\.)*'",
)
_PIECES: Final[tuple[tuple[str, str], ...]] = (
    ("skip", r"[ \t\r\n]+|\#[^\r\n]*"),
    ("iri", r'<[^<>"{}|^`\\\x00-\x20]*>'),
    ("string", "|".join(_STRINGS)),
    ("other", r"[\"'][^\r\n]*"),  # an open string: no SPARQL, and its rest is looked at once only
    ("variable", r"[?$]\w+"),
    ("language", r"@[A-Za-z]+(?:-[A-Za-z0-9]+)*"),
    ("prefixed", rf"{_PREFIX}:(?:{_LOCAL})?|_:\w(?:[\w.-]*[\w-])?"),
    ("number", r"\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?"),
    ("word", r"[^\W\d]\w*"),
    ("mark", r"\^\^|&&|\|\||!=|<=|>=|<<\(?|\)?>>|[{}()\[\].;,=<>!+*/|^?-]"),
    ("other_", r"."),
)
_TOKEN = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _PIECES), re.DOTALL)


def tokens(text: str) -> Iterator[Token]:
    """Tokens in order, blanks and comments left out. Linear in the text's length; never raises."""
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind != "skip":
            yield Token(kind.rstrip("_"), match[0], match.start())  # type: ignore[arg-type, union-attr]


def place(text: str, offset: int) -> tuple[int, int, str]:
    """1-based line and column of an offset, and the line."""
    line = text.count("\n", 0, offset) + 1
    begin = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return line, offset - begin + 1, text[begin : end if end >= 0 else len(text)]


def declared_prefixes(found: list[Token]) -> dict[str, str]:
    """Prefixes that a text declares itself, with their namespaces."""
    declared = {}
    for first, second, third in zip(found, found[1:], found[2:], strict=False):
        if (
            first.kind == "word"
            and first.text.upper() == "PREFIX"
            and second.kind == "prefixed"
            and third.kind == "iri"
        ):
            declared[second.text[:-1]] = third.text[1:-1]
    return declared


def used_prefixes(found: list[Token]) -> dict[str, Token]:
    """Prefixes that a text uses, each with the first token that does."""
    used: dict[str, Token] = {}
    before = ""
    for token in found:
        if token.kind == "prefixed" and before != "PREFIX" and not token.text.startswith("_:"):
            used.setdefault(token.text.partition(":")[0], token)
        before = token.text.upper() if token.kind == "word" else ""
    return used


def undeclared(text: str, known: Container[str]) -> Token | None:
    """The first name with a prefix that the text does not declare and that is none of those known."""
    found = list(tokens(text))
    declared = declared_prefixes(found)
    return next((at for name, at in used_prefixes(found).items() if name not in declared and name not in known), None)

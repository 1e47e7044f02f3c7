"""A linear look at a query before any process sees it: what is refused by name, and what is too much (endpoint.md).

``?service``, ``service:x`` and ``"SERVICE"`` are innocent; ``SERVICE#c\\n<…>`` is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from cablegraph.sparql_tokens import Token, place, tokens

NESTING = 200
CHAIN = 1000
PATTERNS = 60
FROM_GRAPHS = 20
UPDATES = frozenset("INSERT DELETE LOAD CLEAR CREATE DROP COPY MOVE ADD".split())  # noqa: SIM905
_VOLATILE = re.compile(r"\b(?:NOW|RAND|UUID|STRUUID|BNODE)\b")
_OPEN = {"{": "}", "(": ")", "[": "]"}
_CHAINED = frozenset({"||", "&&", "+", "-", "*", "/", "|", "!", "^", "=", "?"})
_CLOSING = frozenset(_OPEN.values())
_TOLD = ("SERVICE", "LOAD", "INSERT", "DELETE", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "FROM")
_SHORT = 4096


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a query is not run: HTTP status, a short code, words, what to do, and where."""

    status: int
    code: str
    detail: str
    hint: tuple[str, ...] = ()
    line: int = 0
    column: int = 0
    source: str = ""


def volatile(text: str) -> bool:
    """Whether a query calls a function that answers anew each time: such a result is not kept."""
    upper = text.upper()
    if "NOW" in upper or "RAND" in upper or "UUID" in upper or "BNODE" in upper:
        return _VOLATILE.search(upper) is not None
    return False


def scan(text: str, *, max_size: int, update: bool = False) -> Refusal | None:
    """The first reason to refuse a query (or with ``update`` an update), or None. Linear in its length."""
    if _plainly_harmless(text):
        return None
    try:
        size = len(text.encode())
    except UnicodeEncodeError:
        return Refusal(400, "query-encoding", "The query is not UTF-8.")
    if size > max_size:
        hint = (f"the limit is {max_size} bytes; long lists of values can be asked for in parts",)
        return Refusal(413, "query-too-large", f"The query has {size} bytes; at most {max_size} are read.", hint)
    plain = _ESCAPE.sub(_decoded, text)  # SPARQL 1.1, section 19.2: an escape may stand for a letter of a keyword
    return _Scan(text, update).run() or (_Scan(plain, update).run() if plain != text else None)


_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def _decoded(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else " "


def _plainly_harmless(text: str) -> bool:
    """Whether not even the bare characters can reach a limit: then no tokens need be cut."""
    if len(text) > _SHORT or not text.isascii() or "\\" in text:
        return False
    upper = text.upper()
    for word in _TOLD:
        if word in upper:
            return False
    count = text.count
    return (
        count("{") + count("(") + count("[") <= NESTING
        and count(".") + count(";") + count(",") < PATTERNS
        and (len(text) <= CHAIN or sum(count(mark) for mark in "|&+-*/!^=?") <= CHAIN)
    )


class _Scan:
    def __init__(self, text: str, update: bool) -> None:
        self._text, self._update = text, update
        self._open: list[str] = []
        self._chain = self._patterns = self._graphs = 0
        self._before = ""
        self._template = False
        """Inside the template of a CONSTRUCT, which costs the engine nothing to plan."""

    def run(self) -> Refusal | None:
        for token in tokens(self._text):
            if token.kind == "word" and (refusal := self._word(token)):
                return refusal
            if token.kind == "mark" and (refusal := self._mark(token)):
                return refusal
            if token.kind not in ("mark", "other"):
                self._chain = self._chain if self._before in _CHAINED else 0
            self._before = token.text.upper() if token.kind in ("word", "mark") else token.text
        if self._patterns > PATTERNS and not self._update:
            return self._too_much("patterns", f"{self._patterns} triple patterns", PATTERNS, None)
        return None

    def _word(self, token: Token) -> Refusal | None:
        word = token.text.upper()
        if word == "SERVICE":
            return self._refuse(token, 403, "service-refused", "SERVICE is refused: this endpoint asks no other one.")
        if word == "LOAD":
            return self._refuse(token, 403, "load-refused", "LOAD is refused: this endpoint fetches nothing.")
        if not self._update and word in UPDATES and not self._open and self._begins():
            hint = ("updates go to /update, with a token",)
            return self._refuse(token, 400, "update-refused", f"{word} is an update; /sparql answers queries.", hint)
        if word == "FROM":
            self._graphs += 1
            if self._graphs > FROM_GRAPHS:
                return self._too_much("FROM", f"more than {FROM_GRAPHS} FROM graphs", FROM_GRAPHS, token)
        return None

    def _begins(self) -> bool:
        """Whether a word may begin an operation here: at the start, after the prologue, or after a semicolon."""
        return self._before in ("", ";", "}") or self._before.startswith("<")

    def _mark(self, token: Token) -> Refusal | None:
        mark = token.text
        if mark in _OPEN:
            self._template = self._template or (mark == "{" and self._before == "CONSTRUCT")
            self._open.append(mark)
            if len(self._open) > NESTING:
                return self._too_much("nesting", f"brackets more than {NESTING} deep", NESTING, token)
        elif mark in _CLOSING:
            self._close(mark)
        elif mark in (".", ";", ",") and self._open and self._open[-1] != "(" and not self._template:
            self._patterns += self._before not in (".", ";", ",", "{")
        if mark in _CHAINED:
            self._chain += 1
            if self._chain > CHAIN:
                return self._too_much("chain", f"more than {CHAIN} operators in a chain", CHAIN, token)
        return None

    def _close(self, mark: str) -> None:
        if mark == "}" and self._open and self._open[-1] == "{" and not self._template:
            self._patterns += self._before not in (".", ";", ",", "{", "}", ")")
        if self._open:
            self._open.pop()
        if not self._open:
            self._template = False

    def _too_much(self, what: str, said: str, limit: int, token: Token | None) -> Refusal:
        detail = f"The query has {said}; at most {limit} are run."
        return self._refuse(token, 400, f"query-{what.lower()}", detail, ("ask for it in parts",))

    def _refuse(self, token: Token | None, status: int, code: str, detail: str, hint: tuple[str, ...] = ()) -> Refusal:
        line, column, source = place(self._text, token.start) if token else (0, 0, "")
        return Refusal(status, code, detail, hint, line, column, source[:200])

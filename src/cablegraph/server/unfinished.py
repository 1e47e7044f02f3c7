"""What a query lacks: a brace that nothing closes, ``GROUP BY`` for ``SELECT ?s (COUNT(?o) AS ?n)``, or all."""

from __future__ import annotations

from cablegraph.server.problems import Problem
from cablegraph.sparql_tokens import Token, place, tokens

_CLOSES = {"{": "}", "(": ")", "[": "]"}
_AGGREGATES = frozenset({"COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT"})


def unfinished(text: str, said: str) -> Problem | None:
    """The problem of a query that is empty, has an open bracket, or a variable that is neither grouped nor counted."""
    found = list(tokens(text))
    if not found:
        begin = (
            "a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE",
            "for example: SELECT * { ?s ?p ?o } LIMIT 10",
        )
        return Problem(400, "query-syntax", "The query is empty.", begin)
    if (odd := _open(found)) is not None:
        if odd.text in _CLOSES:
            hint = (f"write {_CLOSES[odd.text]} where it ends",)
            return _at(text, odd, f"Nothing closes the {odd.text} that stands here.", hint)
        return _at(text, odd, f"Nothing opens what this {odd.text} closes.", ("take it away, or write what it closes",))
    names = _ungrouped(found) if "unbound" in said else []
    if names:
        shown = " and ".join(dict.fromkeys(token.text for token in names))
        hint = (f"add at the end: GROUP BY {' '.join(dict.fromkeys(token.text for token in names))}",)
        return _at(text, names[0], f"Beside what is counted, {shown} is not grouped.", hint)
    return None


def _open(found: list[Token]) -> Token | None:
    """The bracket without its other half: the last one open, or the first that closes nothing."""
    held: list[Token] = []
    for token in found:
        if token.kind == "mark" and token.text in _CLOSES:
            held.append(token)
        elif token.kind == "mark" and token.text in _CLOSES.values():
            if not held or _CLOSES[held[-1].text] != token.text:
                return held[-1] if held else token
            held.pop()
    return held[-1] if held else None


def _ungrouped(found: list[Token]) -> list[Token]:
    """Variables by themselves in the first SELECT that counts something, which no GROUP BY names."""
    head: list[Token] = []
    counts, depth, inside = False, 0, False
    for token in found:
        if token.kind == "word" and token.text.upper() == "SELECT":
            head, counts, inside = [], False, True
        elif inside and (token.text == "{" or token.text.upper() in ("WHERE", "FROM")):
            inside = False
            if counts:
                break
        elif inside:
            depth += (token.text == "(") - (token.text == ")")
            counts = counts or token.text.upper() in _AGGREGATES
            if token.kind == "variable" and not depth:
                head.append(token)
    grouped = _grouped(found)
    return [token for token in head if token.text[1:] not in grouped] if counts else []


def _grouped(found: list[Token]) -> set[str]:
    words = [token.text.upper() for token in found]
    at = next((n for n in range(len(words) - 1) if words[n : n + 2] == ["GROUP", "BY"]), len(words))
    return {token.text[1:] for token in found[at:] if token.kind == "variable"}


def _at(text: str, token: Token, what: str, hint: tuple[str, ...]) -> Problem:
    line, column, source = place(text, token.start)
    extra = {"line": line, "column": column, "source": source[:200]}
    return Problem(400, "query-syntax", what, hint, extra)

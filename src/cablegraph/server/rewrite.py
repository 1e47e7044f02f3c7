"""Updates read as tokens: where the protocol's ``using-graph-uri`` goes, and whether a built graph would be written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cablegraph.sparql_tokens import Token, tokens

_WHOLE = frozenset({"CLEAR", "DROP", "ADD", "MOVE", "COPY", "CREATE"})


def with_using(text: str, using: Sequence[str]) -> str:
    """The update with these USING clauses before each WHERE of a modification (SPARQL 1.1 Protocol, section 2.2.3).

    Raises ValueError when the update says USING or WITH itself, which the protocol makes an error.
    """
    if not using:
        return text
    clause = " ".join(using) + " "
    pieces, at = [], 0
    for operation in _operations(list(tokens(text))):
        outside = list(_outside(operation))
        words = [token.text.upper() for token in outside]
        if "USING" in words or "WITH" in words:
            raise ValueError("The update says USING or WITH; then using-graph-uri cannot be given.")
        for before, token in pairwise(operation):
            if token not in outside or token.text.upper() != "WHERE":
                continue
            if before.text.upper() == "DELETE":  # DELETE WHERE { P } is DELETE { P } WHERE { P }
                block = text[token.end : operation[-1].end]
                pieces.append(f"{text[at : token.start]}{block} {clause}WHERE")
            else:
                pieces.append(f"{text[at : token.start]}{clause}WHERE")
            at = token.end
    return "".join(pieces) + text[at:]


def default_graph_written(text: str) -> Token | None:
    """The first place where an update could change the default graph, or None. Errs on the side of refusing."""
    for operation in _operations(list(tokens(text))):
        words = [token.text.upper() for token in _outside(operation)]
        if words and words[0] in _WHOLE:
            if found := _whole_graph(operation, words):
                return found
        elif ("WITH" not in words or "DATA" in words) and (found := _bare_triples(operation)):
            return found
    return None


def _whole_graph(operation: list[Token], words: list[str]) -> Token | None:
    """DEFAULT or ALL where it is changed; COPY and ADD may read the default graph, and must say GRAPH or name one."""
    target = words[words.index("TO") + 1 :] if "TO" in words and words[0] in ("ADD", "COPY") else words
    return operation[0] if "DEFAULT" in target or "ALL" in target else None


def _bare_triples(operation: list[Token]) -> Token | None:
    """The first token of a template that stands in no GRAPH."""
    depth, in_template, graph = 0, False, 0
    before = ""
    for token in operation:
        word = token.text.upper() if token.kind == "word" else token.text
        if word == "{" and token.kind == "mark":
            if depth == 0:
                in_template = before in ("DATA", "INSERT", "DELETE", "WHERE") and not (
                    before == "WHERE" and not _deletes_where(operation, token)
                )
            depth += 1
        elif word == "}" and token.kind == "mark":
            depth -= 1
        elif in_template and depth == 1 and word != "." and not graph:
            if word != "GRAPH" or token.kind != "word":
                return token
            graph = 2
        graph = max(0, graph - 1) if word != "GRAPH" else graph
        before = word
    return None


def _deletes_where(operation: list[Token], brace: Token) -> bool:
    place = operation.index(brace)
    return place >= 2 and operation[place - 2].text.upper() == "DELETE"


def _operations(found: list[Token]) -> Iterator[list[Token]]:
    """The operations of a request, each without its prologue."""
    operation: list[Token] = []
    depth = 0
    for token in found:
        if token.kind == "mark":
            depth += (token.text == "{") - (token.text == "}")
            if token.text == ";" and depth == 0:
                yield _without_prologue(operation)
                operation = []
                continue
        operation.append(token)
    if operation := _without_prologue(operation):
        yield operation


def _without_prologue(operation: list[Token]) -> list[Token]:
    at = 0
    while at < len(operation) and operation[at].text.upper() in ("PREFIX", "BASE", "VERSION"):
        at += 3 if operation[at].text.upper() == "PREFIX" else 2
    return operation[at:]


def _outside(operation: list[Token]) -> Iterator[Token]:
    """The tokens that stand in no braces."""
    depth = 0
    for token in operation:
        if token.kind == "mark" and token.text in "{}":
            depth += 1 if token.text == "{" else -1
        elif depth == 0:
            yield token

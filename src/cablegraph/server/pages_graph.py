"""Questions the pages ask of the graph: files under ``queries/``, filled with typed terms, answered by processes."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from cablegraph.iri import CG, DOC, KIND, PROV, RDF, RDFS, XSD, expand
from cablegraph.server.door import Door
from cablegraph.server.problems import Problem
from cablegraph.server.refusals import Refused
from cablegraph.store import texts
from cablegraph.store.texts import StoredText

_FORMATS = {"solutions": "application/sparql-results+json", "boolean": "application/sparql-results+json"}
_SLOT = re.compile(r"\$(\w+)")


class Term(NamedTuple):
    """A term of an answer: its lexical form, whether it is an IRI, a datatype and a language."""

    value: str
    is_iri: bool = False
    datatype: str = ""
    language: str = ""

    @property
    def node(self) -> NamedNode | Literal:
        """The term as pyoxigraph has it."""
        if self.is_iri:
            return NamedNode(self.value)
        if self.language:
            return Literal(self.value, language=self.language)
        return Literal(self.value, datatype=NamedNode(self.datatype)) if self.datatype else Literal(self.value)

    @property
    def turtle(self) -> str:
        """The term in N-Triples form; characters that N-Triples escapes are escaped."""
        return str(self.node)


Row = dict[str, Term]
Given = NamedNode | Literal | Sequence[NamedNode]


@cache
def question(name: str) -> str:
    """The text of a question of ours."""
    return (Path(__file__).parent / "queries" / f"{name}.rq").read_text("utf-8")


async def ask_rows(door: Door, name: str, **terms: Given) -> list[Row]:
    """The rows of a SELECT. Raises Refused as `Door.query` does."""
    answer = json.loads(await _answer(door, name, terms))
    return [{key: _term(value) for key, value in row.items()} for row in answer["results"]["bindings"]]


async def some_readings_about(door: Door, subject: NamedNode) -> list[Row]:
    """Readings of one thing: ``reading predicate object``, and where they have them ``status reason who when``.

    The first 200: one who is named in 10,000 papers has as many readings of his name.
    """
    nodes: dict[str, Row] = {}
    for kind in ("readings", "evidence"):
        if kind == "evidence" and not any(map(_is_decided, nodes.values())):
            continue  # words of names are not shown here; only who decided is
        for row in await ask_rows(door, f"some-{kind}-about", subject=subject):
            nodes.setdefault(row["node"].value, {})[row["name"].value] = row["value"]
    rows = []
    for iri, facts in nodes.items():
        if RDF + "predicate" in facts:
            behind = nodes.get(facts[CG + "evidence"].value, {})
            found = {"reading": Term(iri, True)} | {n: facts[p] for n, p in _READING.items() if p in facts}
            rows.append(found | {name: behind[p] for name, p in _DECISION.items() if p in behind})
    return rows


def _is_decided(facts: Row) -> bool:
    return CG + "status" in facts and facts[CG + "status"].value != KIND + "candidate"


_READING = {
    "predicate": RDF + "predicate",
    "object": RDF + "object",
    "status": CG + "status",
    "reason": RDFS + "comment",
}
_DECISION = {"who": PROV + "wasAttributedTo", "when": PROV + "endedAtTime"}


async def text_or_words(door: Door, key: str) -> tuple[StoredText | None, list[Row]]:
    """The stored text of a paper; and where readers may not have it, or it is not kept, the words that are quoted."""
    kept = await asyncio.to_thread(texts.get, door.path / "texts.sqlite", key)
    if kept is not None and door.text_published:
        return kept, []
    return kept, await ask_rows(door, "words-of-document", document=NamedNode(DOC + key))


async def ask_yes(door: Door, name: str, **terms: Given) -> bool:
    """The answer of an ASK."""
    return bool(json.loads(await _answer(door, name, terms))["boolean"])


def filled(name: str, terms: Mapping[str, Given]) -> str:
    """A question of ours with its terms; several stand one behind the other, as VALUES wants them."""

    def written(slot: re.Match[str]) -> str:
        given = terms[slot[1]]
        return str(given) if isinstance(given, NamedNode | Literal) else " ".join(map(str, given))

    return _SLOT.sub(written, question(name))


async def _answer(door: Door, name: str, terms: Mapping[str, Given]) -> bytes:
    text = filled(name, terms)
    result = await door.query(text, _FORMATS, trusted=True)
    if not result.spooled:
        return result.data
    path = Path(result.spooled)
    try:
        return path.read_bytes()
    finally:
        path.unlink(missing_ok=True)


def _term(value: dict[str, str]) -> Term:
    if value["type"] == "uri":
        return Term(value["value"], True)
    return Term(value["value"], False, value.get("datatype", ""), value.get("xml:lang", ""))


def node(text: str, what: str) -> NamedNode:
    """An IRI, or a name with a known prefix. Raises Refused (422) that names the parameter."""
    try:
        return NamedNode(expand(text))
    except (KeyError, ValueError) as error:
        hint = ("an IRI, or a name with a known prefix, such as doc:wilson-ct3777",)
        raise Refused(Problem(422, "parameter", f"{what} is not an IRI: {text[:80]}", hint)) from error


_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"(?:@([A-Za-z0-9-]+)|\^\^(\S+))?', re.DOTALL)


def term(text: str, what: str) -> NamedNode | Literal:
    """An object as N-Triples write it (``"3777"``, ``"60"^^xsd:integer``), or a name as `node` reads it."""
    if not text.startswith('"'):
        return node(text, what)
    match = _LITERAL.fullmatch(text)
    if match is None:
        hint = ('"words"@en, "60"^^xsd:integer or "3777"',)
        raise Refused(Problem(422, "parameter", f"{what} is not a literal: {text[:80]}", hint))
    try:
        value = json.loads(f'"{_json_escapes(match[1])}"')
    except ValueError:
        value = match[1]
    if match[2]:
        return Literal(value, language=match[2])
    return Literal(value, datatype=node(match[3], what)) if match[3] else Literal(value)


def _json_escapes(text: str) -> str:
    """N-Triples escapes are JSON's, save \\U and raw control characters."""
    wide = re.sub(r"\\U([0-9A-Fa-f]{8})", lambda found: chr(int(found[1], 16)), text)
    return wide.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")


def plain(value: Term) -> str | int | bool:
    """A value as our JSON gives it: integers and booleans typed, everything else a string (product section 3.2)."""
    if value.datatype == XSD + "integer":
        return int(value.value)
    if value.datatype == XSD + "boolean":
        return value.value in ("true", "1")
    return value.value

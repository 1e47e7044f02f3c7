"""Parameters into a query: ``from=1950`` becomes ``VALUES ?_from { "1950-01-01"^^xsd:date }``.

Typed terms, serialised by the RDF library, never text pasted into text. A block stands at the head of every group that
names the variable, because a filter in a nested group does not see an outer block.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Final

from pyoxigraph import Literal, NamedNode

from cablegraph.errors import QueryError
from cablegraph.iri import AGENT, ARCHIVE, DOC, FORM, KIND, PLACE, TOPIC, XSD, expand, keyed
from cablegraph.queries.header import Parameter
from cablegraph.sparql_tokens import Token, tokens

MAX_VALUES: Final = 2_000

Search = Callable[[str, int], Sequence[str]]
"""Finds documents by words: text and at most how many; gives their IRIs."""

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class ParameterError(QueryError):
    """A value that does not fit its parameter; ``parameter`` names it."""

    def __init__(self, parameter: str, what: str, *notes: str) -> None:
        super().__init__(f'parameter "{parameter}": {what}', notes=notes, code="parameter")
        self.parameter = parameter


def terms(parameter: Parameter, given: Sequence[str], search: Search | None = None) -> list[str]:
    """The values as SPARQL terms. Raises ParameterError for one that does not fit."""
    if parameter.type == "search":
        return _searched(parameter, given, search)
    if len(given) > 1 and not parameter.many:
        raise ParameterError(parameter.name, "one value only")
    if len(given) > MAX_VALUES:
        raise ParameterError(parameter.name, f"at most {MAX_VALUES:,} values")
    if isinstance(parameter.values, tuple) and parameter.values:
        for value in given:
            if value not in parameter.values:
                raise ParameterError(parameter.name, f'"{value}" is not one of {", ".join(parameter.values)}')
    return [term for value in given for term in _terms(parameter, value)]


def _terms(parameter: Parameter, value: str) -> list[str]:
    try:
        value.encode()
        if parameter.type == "iri":
            return [str(node) for node in things(parameter, value)]
        return [str(_READERS[parameter.type](parameter, value))]
    except (ValueError, InvalidOperation, KeyError, UnicodeEncodeError):
        raise ParameterError(parameter.name, f'"{value}" is {_WANTED[parameter.type]}') from None


def check_order(parameters: Sequence[Parameter], given: Mapping[str, Sequence[str]]) -> None:
    """Whether each end (``end: true``) is not before its beginning, the parameter of the same type above it.

    ``given`` are terms by parameter. Raises ParameterError.
    """
    for index, last in enumerate(parameters):
        begins = [one for one in parameters[:index] if one.type == last.type and one.name in given and not one.end]
        if not (last.end and begins and last.name in given):
            continue
        first = begins[-1]
        (start, begin), (stop, end) = (_ordered(given[one.name][0]) for one in (first, last))
        if stop < start:
            raise ParameterError(last.name, f'{end} is before "{first.name}", {begin}',
                                 f'exchange the two, or give an "{last.name}" that is not before {begin}')  # fmt: skip


def _ordered(term: str) -> tuple[tuple[int, str], str]:
    """A date or a whole number by which it is put in order, and as it is shown."""
    shown = term.partition("^")[0].strip('"')
    return ((int(shown), "") if shown.lstrip("+-").isdigit() else (0, shown)), shown


def _literal(datatype: str, pattern: str) -> Callable[[Parameter, str], Literal]:
    matches = re.compile(pattern).fullmatch

    def read(parameter: Parameter, value: str) -> Literal:
        if not matches(value.strip()):
            raise ValueError(value)
        return Literal(value.strip(), datatype=NamedNode(XSD + datatype))

    return read


def _decimal(parameter: Parameter, value: str) -> Literal:
    number = Decimal(value.strip())
    if not number.is_finite():
        raise ValueError(value)
    return Literal(f"{number:f}", datatype=NamedNode(XSD + "decimal"))


_BARE: Final[Mapping[str, tuple[str, ...]]] = {
    "agents": (AGENT,), "senders": (AGENT,), "addressees": (AGENT,), "asking-for-arms": (AGENT,),
    "claimants": (AGENT,), "places": (PLACE,),
    "topics": (TOPIC,), "claim-topics": (TOPIC,), "forms": (FORM,), "kinds": (KIND,), "documents": (DOC,),
    "archives": (ARCHIVE,), "mentioned": (AGENT, PLACE),
}  # fmt: skip
"""Where a bare key may belong, by the pick-list of its parameter: ``topic=arms-supply`` is ``topic:arms-supply``."""


def things(parameter: Parameter, value: str) -> list[NamedNode]:
    """What a value may name: an IRI, a name with a prefix, or a key of the pick-list, which may be of several kinds.

    Raises ValueError for what is none of these.
    """
    name = value.strip()
    if ":" not in name and isinstance(parameter.values, str) and parameter.values in _BARE:
        return [NamedNode(iri) for space in _BARE[parameter.values] for iri in keyed(space, name)]
    iri = expand(name)
    if ":" not in iri:
        raise ValueError(value)
    return [NamedNode(iri)]


def _date(parameter: Parameter, value: str) -> Literal:
    match = _DATE.fullmatch(value.strip())
    if match is None:
        raise ValueError(value)
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    month = month or (12 if parameter.end else 1)
    last = calendar.monthrange(year, month)[1] if 1 <= month <= 12 and year else 0
    day = day or (last if parameter.end else 1)
    if not 1 <= day <= last:
        raise ValueError(value)
    return Literal(f"{year:04}-{month:02}-{day:02}", datatype=NamedNode(XSD + "date"))


_READERS: Final[Mapping[str, Callable[[Parameter, str], Literal]]] = {
    "string": lambda parameter, value: Literal(value),
    "text": lambda parameter, value: Literal(value, language=parameter.language or "en"),
    "integer": _literal("integer", r"[+-]?\d{1,18}"),
    "year": _literal("integer", r"\d{4}"),
    "boolean": _literal("boolean", r"true|false"),
    "decimal": _decimal,
    "date": _date,
}
_WANTED: Final[Mapping[str, str]] = {
    "string": "no text", "text": "no text", "iri": "no IRI and no known prefix:name", "integer": "no whole number",
    "year": "no year", "boolean": "neither true nor false", "decimal": "no number",
    "date": "no year, month or day (1951, 1951-06, 1951-06-24)",
}  # fmt: skip


def _searched(parameter: Parameter, given: Sequence[str], search: Search | None) -> list[str]:
    if search is None:
        raise ParameterError(parameter.name, "there is no text index beside this graph", "build it: cablegraph build")
    found = search(" ".join(given), MAX_VALUES + 1)
    if len(found) > MAX_VALUES:
        raise ParameterError(parameter.name, f"finds more than {MAX_VALUES:,} papers", "add a word to narrow it")
    return [str(NamedNode(iri)) for iri in found]


def insert(text: str, blocks: Mapping[str, Sequence[str]]) -> str:
    """The text with one VALUES block per variable at the head of each group that names it.

    ``blocks`` are terms by variable (``?_from``); a variable that no group names gets its block in the first group.
    """
    heads = group_heads(list(tokens(text)), set(blocks))
    pieces: list[str] = []
    position = 0
    for offset, names in sorted(heads.items()):
        inserted = "".join(f" VALUES {name} {{ {' '.join(blocks[name])} }}" for name in sorted(names))
        pieces += [text[position:offset], inserted]
        position = offset
    return "".join([*pieces, text[position:]])


def group_heads(found: list[Token], names: set[str]) -> dict[int, set[str]]:
    """Offsets just behind the brace of each group that names one of the variables, with the names."""
    heads: dict[int, set[str]] = {}
    stack: list[int | None] = []
    first: int | None = None
    seen: set[str] = set()
    for index, token in enumerate(found):
        if token.text == "{" and token.kind == "mark":
            group = token.end if _is_group(found, index) else None
            stack.append(group)
            first = group if first is None else first
        elif token.text == "}" and token.kind == "mark" and stack:
            stack.pop()
        elif token.kind == "variable" and "?" + token.text[1:] in names:
            name = "?" + token.text[1:]
            here = stack[-1] if stack else None
            if here is not None:
                heads.setdefault(here, set()).add(name)
                seen.add(name)
    for name in names - seen:
        if first is not None:
            heads.setdefault(first, set()).add(name)
    return heads


def _is_group(found: list[Token], index: int) -> bool:
    """Whether this brace opens a group: not a template, not the data of VALUES, not a subquery's own brace."""
    after = found[index + 1] if index + 1 < len(found) else None
    if after is not None and after.kind == "word" and after.text.upper() == "SELECT":
        return False
    before = found[index - 1] if index else None
    if before is None:
        return False
    if before.kind == "word" and before.text.upper() == "CONSTRUCT":
        return False
    return not _behind_values(found, index)


def _behind_values(found: list[Token], index: int) -> bool:
    """``VALUES ?x {`` and ``VALUES (?x ?y) {``."""
    back = index - 1
    if found[back].text == ")":
        while back >= 0 and found[back].text != "(":
            back -= 1
        back -= 1
    elif found[back].kind == "variable":
        back -= 1
    else:
        return False
    return back >= 0 and found[back].kind == "word" and found[back].text.upper() == "VALUES"

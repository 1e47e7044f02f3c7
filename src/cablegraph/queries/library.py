"""Canned queries: one file a question, ``queries/letters.rq``; a broken one harms itself only and says where."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final, cast

from pyoxigraph import Store

from cablegraph.errors import Diagnostic, QueryError
from cablegraph.iri import PREFIXES
from cablegraph.queries import header
from cablegraph.queries.binding import ParameterError, Search, check_order, insert, terms
from cablegraph.queries.header import CHANNELS, Lines, Parameter, Type, nearest
from cablegraph.sparql_tokens import Token, declared_prefixes, place, tokens, used_prefixes

_DEPTH: Final = 60
_PARAMETER = re.compile(r"\?_(_?)([A-Za-z]\w*)")
_SUFFIX: Final[tuple[tuple[str, Type], ...]] = (
    ("_iri", "iri"), ("_integer", "integer"), ("_number", "decimal"), ("_decimal", "decimal"), ("_literal", "string"),
    ("_xsd_date", "date"), ("_boolean", "boolean"),
)  # fmt: skip
_LANGUAGE = re.compile(r"_([a-z]{2})$")
_FORMS: Final = ("SELECT", "CONSTRUCT", "ASK", "DESCRIBE")


@dataclass(frozen=True, slots=True)
class Query:
    """A canned query, checked. ``text`` is runnable SPARQL with its parameters unbound; ``source`` the file as it is.

    ``evidence`` are triple patterns over columns; their readings are the words behind a row. ``behind`` is the question
    whose rows a row counts, with the columns that are its parameters.
    """

    name: str
    path: Path
    summary: str
    text: str
    source: str
    form: str
    columns: tuple[str, ...] = ()
    description: str = ""
    tags: tuple[str, ...] = ()
    method: str = "GET"
    pagination: int = 0
    parameters: tuple[Parameter, ...] = ()
    evidence: tuple[tuple[str, str, str], ...] = ()
    behind: Mapping[str, str] = field(default_factory=dict)
    chart: Mapping[str, Any] = field(default_factory=dict)
    expect: Mapping[str, Any] = field(default_factory=dict)
    notices: tuple[str, ...] = ()

    def parameter(self, name: str) -> Parameter | None:
        """The parameter of that name."""
        return next((parameter for parameter in self.parameters if parameter.name == name), None)


@dataclass(frozen=True, slots=True)
class Broken:
    """A query file that is not served, and why."""

    name: str
    path: Path
    error: QueryError

    @property
    def diagnostic(self) -> Diagnostic:
        return self.error.diagnostic

    def __str__(self) -> str:
        return str(self.error)


@dataclass(frozen=True, slots=True)
class Library:
    """All canned queries by name, in the order of their names; those that are broken; shipped ones set aside."""

    queries: Mapping[str, Query]
    broken: tuple[Broken, ...] = ()
    replaced: tuple[str, ...] = ()

    def get(self, name: str) -> Query:
        """A query by name. Raises QueryError: why it is broken, or which names are close."""
        if name in self.queries:
            return self.queries[name]
        for broken in self.broken:
            if broken.name == name:
                raise broken.error
        raise QueryError(
            f'there is no query "{name}"{nearest(name, list(self.queries))}',
            code="unknown",
            notes="to list them: cablegraph query",
        )


def load_all(folders: Sequence[Path]) -> Library:
    """All ``*.rq`` of these folders; a later file of the same name takes the earlier one's place. Never raises."""
    paths: dict[str, Path] = {}
    replaced = []
    for folder in folders:
        for path in sorted(folder.glob("*.rq")):
            if path.stem in paths:
                replaced.append(f"{path.name}: {path.parent} in place of {paths[path.stem].parent}")
            paths[path.stem] = path
    good: dict[str, Query] = {}
    bad: list[tuple[str, Path, QueryError]] = []
    for name, path in sorted(paths.items()):
        try:
            good[name] = load(path)
        except QueryError as error:
            bad.append((name, path, error))
    return Library(good, tuple(Broken(n, p, _not_served(e, len(good))) for n, p, e in bad), tuple(replaced))


def _not_served(error: QueryError, others: int) -> QueryError:
    does = "the other one is" if others == 1 else f"the other {others} are"
    diagnostic = error.diagnostic
    error.diagnostic = replace(diagnostic, notes=(*diagnostic.notes, f"this query is not served; {does}"))
    return error


def load(path: Path) -> Query:
    """One query file, checked: its head, its parameters, its prefixes and its syntax. Raises QueryError."""
    try:
        source = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"the query cannot be read: {error}", path=str(path)) from error
    return parse(source, path)


def parse(source: str, path: Path) -> Query:
    """A query from the text of its file; ``path`` gives its name."""
    lines = Lines(
        f"{path.parent.name}/{path.name}" if path.parent.name else path.name, tuple(source.splitlines()) or ("",)
    )
    head = header.read(lines)
    found = list(tokens(source))
    _refuse(lines, source, found)
    text = _with_prefixes(lines, source, found)
    form, columns = _form(lines, found, text)
    parameters = _parameters(lines, head.params, found)
    evidence = _evidence(lines, head.evidence, columns)
    for name, counted in head.behind.items():
        if name != "question" and counted not in columns:
            lines.fail(f'behind names "{counted}", which is no column{nearest(counted, list(columns))}', counted)
    for channel in CHANNELS:
        column = head.chart.get(channel)
        if column is not None and column not in columns:
            lines.fail(
                f'the chart shows "{column}", which is no column{nearest(str(column), list(columns))}', str(column)
            )
    return Query(
        path.stem, path, head.summary, text, source, form, columns, head.description, head.tags, head.method,
        head.pagination, parameters, evidence, head.behind, head.chart, head.expect, head.notices,
    )  # fmt: skip


def bind(query: Query, given: Mapping[str, Sequence[str]] | None = None, search: Search | None = None) -> str:
    """SPARQL with the parameters bound as typed terms. Raises ParameterError for what is missing, unknown or wrong.

    ``given`` are values by parameter name; an empty value counts as absent. Names that begin with ``_`` are not ours.
    """
    wanted = {name: [value for value in values if value != ""] for name, values in (given or {}).items()}
    for name in wanted:
        if not name.startswith("_") and query.parameter(name) is None:
            known = [parameter.name for parameter in query.parameters]
            raise ParameterError(
                name,
                f"the query has no such parameter{nearest(name, known)}",
                f"it takes: {', '.join(known) or 'none'}",
            )
    blocks: dict[str, Sequence[str]] = {}
    found: dict[str, Sequence[str]] = {}
    for parameter in query.parameters:
        values = wanted.get(parameter.name) or parameter.default
        if not values:
            if parameter.optional:
                continue
            raise ParameterError(parameter.name, "a value is needed")
        found[parameter.name] = bound = terms(parameter, values, search)
        for variable in parameter.variables:
            blocks[variable] = bound
    check_order(query.parameters, found)
    return insert(query.text, blocks) if blocks else query.text


# -- checking


def _refuse(lines: Lines, source: str, found: list[Token]) -> None:
    depth = 0
    for token in found:
        if token.kind == "word" and token.text.upper() in (
            "SERVICE",
            "LOAD",
            "INSERT",
            "DELETE",
            "DROP",
            "CLEAR",
            "CREATE",
        ):
            number, _, _ = place(source, token.start)
            lines.fail(
                f"{token.text.upper()} is refused: queries read this graph and nothing else", token.text, line=number
            )
        if token.kind == "mark" and token.text in "{([":
            depth += 1
            if depth > _DEPTH:
                number, _, _ = place(source, token.start)
                lines.fail(f"nested deeper than {_DEPTH}", token.text, line=number)
        elif token.kind == "mark" and token.text in "})]":
            depth -= 1


def _with_prefixes(lines: Lines, source: str, found: list[Token]) -> str:
    """The text with PREFIX lines before it for those of ours that it uses and does not declare."""
    declared = declared_prefixes(found)
    missing = []
    for prefix, token in used_prefixes(found).items():
        if prefix in declared:
            continue
        if prefix not in PREFIXES:
            number, _, _ = place(source, token.start)
            known = "known here without declaring: cg doc agent rico skos schema oa wd xsd …"
            note = "to use your own: PREFIX " + prefix + ": <…> on the first line"
            lines.fail(f'prefix "{prefix}:" is not declared', prefix + ":", line=number, notes=(note,), label=known)
        missing.append(prefix)
    body = "\n".join(line for line in lines.lines if not line.startswith("#+")).strip()
    return "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}>\n" for prefix in sorted(missing)) + body + "\n"


def _form(lines: Lines, found: list[Token], text: str) -> tuple[str, tuple[str, ...]]:
    form = next((token.text.upper() for token in found if token.kind == "word" and token.text.upper() in _FORMS), "")
    if not form:
        lines.fail("there is no SELECT, CONSTRUCT, ASK or DESCRIBE in it", line=len(lines.lines))
    try:
        results = Store().query(text)
    except SyntaxError as error:
        _syntax(lines, text, error)
    variables = getattr(results, "variables", None)
    return form, tuple(variable.value for variable in variables) if variables is not None else ()


def _syntax(lines: Lines, text: str, error: SyntaxError) -> None:
    """Pass on a syntax error, at the line of the file it is about."""
    match = re.search(r"at (\d+):(\d+)", str(error))
    body_line = text.splitlines()[int(match[1]) - 1] if match and int(match[1]) <= len(text.splitlines()) else ""
    number = next((n for n, line in enumerate(lines.lines, 1) if body_line and line.strip() == body_line.strip()), None)
    said = str(error).partition(": ")[2] or str(error)
    lines.fail(f"not SPARQL: {said}", line=number or 1)


def _parameters(lines: Lines, params: Mapping[str, Mapping[str, Any]], found: list[Token]) -> tuple[Parameter, ...]:
    variables: dict[str, None] = {}
    for token in found:
        if token.kind == "variable" and _PARAMETER.fullmatch("?" + token.text[1:]):
            variables["?" + token.text[1:]] = None
    bound: dict[str, list[str]] = {}
    types: dict[str, tuple[Type, str]] = {}
    optional: dict[str, bool] = {}
    for variable in variables:
        match = cast(re.Match[str], _PARAMETER.fullmatch(variable))
        name, kind, language = _split(match[2], params)
        bound.setdefault(name, []).append(variable)
        types.setdefault(name, (kind, language))
        optional[name] = optional.get(name, True) and bool(match[1])
    for name in params:
        if name not in bound:
            near = nearest(name, list(bound))
            lines.fail(
                f'parameter "{name}" is named nowhere in the query{near}',
                name,
                notes=(f"write ?_{name} (or ?__{name}, optional)",),
            )
    order = [*params, *(name for name in bound if name not in params)]
    return tuple(_parameter(name, params.get(name, {}), types[name], optional[name], bound[name]) for name in order)


def _split(name: str, params: Mapping[str, Any]) -> tuple[str, Type, str]:
    """Name, type and language of a variable's name, by grlc's suffixes where the head does not name it whole."""
    if name in params:
        return name, "string", ""
    for suffix, kind in _SUFFIX:
        if name.endswith(suffix) and len(name) > len(suffix):
            return name.removesuffix(suffix), kind, ""
    if match := _LANGUAGE.search(name):
        return name[: match.start()], "text", match[1]
    return name, "string", ""


def _parameter(
    name: str, param: Mapping[str, Any], typed: tuple[Type, str], optional: bool, variables: list[str]
) -> Parameter:
    default = param.get("default")
    values = param.get("values", ())
    return Parameter(
        name,
        cast(Type, param.get("type", typed[0])),
        str(param.get("label", name.replace("_", " "))),
        _texts(default),
        bool(param.get("optional", optional)),
        bool(param.get("many", False)),
        bool(param.get("end", False)),
        values if isinstance(values, str) else _texts(values),
        str(param.get("language", typed[1])),
        tuple(variables),
    )


def _texts(value: Any) -> tuple[str, ...]:
    """YAML values as they stand in an address: ``1950``, ``true``."""
    if value is None:
        return ()
    items = value if isinstance(value, list | tuple) else [value]
    return tuple(str(item).lower() if isinstance(item, bool) else str(item) for item in items)


def _evidence(lines: Lines, patterns: str, columns: tuple[str, ...]) -> tuple[tuple[str, str, str], ...]:
    found = [token for token in tokens(patterns) if token.text != "."]
    if len(found) % 3:
        lines.fail("evidence is one or more patterns: subject predicate object", "evidence")
    for token in found:
        if token.kind == "variable" and token.text[1:] not in columns:
            lines.fail(
                f"evidence names {token.text}, which is no column{nearest(token.text[1:], list(columns))}", "evidence"
            )
        if token.kind == "prefixed" and token.text.partition(":")[0] not in PREFIXES:
            lines.fail(f'prefix "{token.text.partition(":")[0]}:" is not known in evidence', "evidence")
    words = [token.text for token in found]
    return tuple(zip(words[::3], words[1::3], words[2::3], strict=True))

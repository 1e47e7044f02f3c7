"""The head of a canned query: YAML behind ``#+``, as in ``#+ summary: Who asked for arms, in which words?``"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, Final, Literal, NoReturn

import yaml

from cablegraph.errors import QueryError

Type = Literal["string", "text", "iri", "integer", "decimal", "boolean", "year", "date", "search"]
TYPES: Final = ("string", "text", "iri", "integer", "decimal", "boolean", "year", "date", "search")
KEYS: Final = (
    "summary", "description", "tags", "method", "pagination", "defaults", "enumerate", "params", "evidence", "behind",
    "chart", "expect",
)  # fmt: skip
IGNORED: Final = ("endpoint", "endpoint_in_url", "transform")
"""grlc's keys that mean nothing here: we answer from our own graph."""
PARAM_KEYS: Final = (
    "type", "label", "default", "optional", "many", "end", "values", "language", "example", "description",
)  # fmt: skip
CHARTS: Final = ("bar", "line", "timeline", "network", "map", "table")
CHANNELS: Final = (
    "x",
    "y",
    "label",
    "color",
    "source",
    "target",
    "weight",
    "earliest",
    "latest",
    "lat",
    "lon",
    "series",
    "once",
)
EXPECT: Final = ("rows", "columns", "contains", "max_ms", "params")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: its name in the address, its type, and how the form shows it.

    ``variables`` are the variables it binds. ``end`` makes a date the last day of its year or month;
    it may not be before the parameter of its type above it. ``values`` is a
    fixed list, a shipped pick-list (``agents``) or the name of another query that gives the pick-list.
    """

    name: str
    type: Type = "string"
    label: str = ""
    default: tuple[str, ...] = ()
    optional: bool = False
    many: bool = False
    end: bool = False
    values: tuple[str, ...] | str = ()
    language: str = ""
    variables: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Header:
    """What the head says, checked for itself."""

    summary: str
    description: str = ""
    tags: tuple[str, ...] = ()
    method: str = "GET"
    pagination: int = 0
    params: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    evidence: str = ""
    behind: Mapping[str, str] = field(default_factory=dict)
    chart: Mapping[str, Any] = field(default_factory=dict)
    expect: Mapping[str, Any] = field(default_factory=dict)
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lines:
    """A query file, for its errors: the name it is shown by, and its lines."""

    shown: str
    lines: tuple[str, ...]

    def fail(
        self, what: str, word: str = "", *, line: int | None = None, notes: tuple[str, ...] = (), label: str = ""
    ) -> NoReturn:
        """Raise a `QueryError` at the first line of the head that has ``word``, or at ``line``."""
        number, column = (
            self._find(word) if line is None else (line, self.lines[line - 1].find(word) + 1 if word else None)
        )
        source = self.lines[number - 1] if number else None
        raise QueryError(
            what, path=self.shown, line=number, column=column or None, source=source, length=max(len(word), 1),
            label=label, notes=notes, marked_only=True,
        )  # fmt: skip

    def _find(self, word: str) -> tuple[int | None, int | None]:
        if word:
            pattern = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
            for number, line in enumerate(self.lines, 1):
                if line.startswith("#+") and (match := pattern.search(line)):
                    return number, match.start() + 1
        return 1, None


def read(lines: Lines) -> Header:
    """The head of a file. Raises QueryError with the line and the nearest known key."""
    given = _yaml(lines)
    notices = tuple(f'"{key}" is ignored: we answer from our own graph' for key in given if key in IGNORED)
    _known(lines, {key: value for key, value in given.items() if key not in IGNORED}, KEYS, "key")
    if not str(given.get("summary") or "").strip():
        lines.fail('a query needs a summary: "#+ summary: …"')
    params = _mapping(lines, given, "params")
    for name, param in params.items():
        _check_param(lines, name, param)
    _defaults(lines, given, params)
    chart = _mapping(lines, given, "chart")
    if chart:
        _known(lines, chart, ("type", *CHANNELS), "channel")
        if chart.get("type") not in CHARTS:
            lines.fail(
                f'there is no chart "{chart.get("type")}"',
                str(chart.get("type") or "chart"),
                notes=(f"charts: {', '.join(CHARTS)}",),
            )
    behind = {str(key): str(value) for key, value in _mapping(lines, given, "behind").items()}
    if behind and "question" not in behind:
        lines.fail("behind names a question, and columns for its parameters", "behind")
    expect = _mapping(lines, given, "expect")
    _known(lines, expect, EXPECT, "key")
    method = str(given.get("method") or "GET").upper()
    if method not in ("GET", "POST"):
        lines.fail(f'method is GET or POST, not "{method}"', "method")
    pagination = given.get("pagination") or 0
    if not isinstance(pagination, int) or pagination < 0:
        lines.fail("pagination is a number of rows", "pagination")
    tags = given.get("tags") or ()
    return Header(
        str(given["summary"]).strip(), str(given.get("description") or "").strip(),
        tuple(str(tag) for tag in (tags if isinstance(tags, list) else [tags])), method, pagination, params,
        str(given.get("evidence") or "").strip(), behind, chart, expect, notices,
    )  # fmt: skip


def _yaml(lines: Lines) -> dict[str, Any]:
    head = [line[2:].removeprefix(" ") if line.startswith("#+") else "" for line in lines.lines]
    last = max((number for number, line in enumerate(lines.lines, 1) if line.startswith("#+")), default=0)
    if not last:
        lines.fail('a query file begins with its head, lines of "#+ key: value"', line=1)
    try:
        given = yaml.safe_load("\n".join(head[:last]))
    except yaml.MarkedYAMLError as error:
        number = error.problem_mark.line + 1 if error.problem_mark else 1
        lines.fail(f"the head is not well-formed YAML: {error.problem}", line=min(number, len(lines.lines)))
    if not isinstance(given, dict):
        lines.fail("the head must be keys with values", line=1)
    return {str(key): value for key, value in given.items()}


def _known(lines: Lines, given: Mapping[str, Any], known: tuple[str, ...], what: str) -> None:
    for key in given:
        if key not in known:
            lines.fail(f'unknown {what} "{key}"{nearest(key, known)}', str(key))


def _mapping(lines: Lines, given: Mapping[str, Any], key: str) -> dict[str, Any]:
    value = given.get(key) or {}
    if not isinstance(value, dict):
        lines.fail(f'"{key}" must be keys with values', key)
    return value


def _check_param(lines: Lines, name: str, param: Any) -> None:
    if not isinstance(param, dict):
        lines.fail(f'parameter "{name}" must be keys with values, such as {{type: date}}', name)
    if name.startswith("_"):
        lines.fail(f'names that begin with "_" are kept for us: "{name}"', name)
    _known(lines, param, PARAM_KEYS, "key")
    kind = param.get("type", "string")
    if kind not in TYPES:
        lines.fail(
            f'there is no type "{kind}"{nearest(str(kind), TYPES)}', str(kind), notes=(f"types: {', '.join(TYPES)}",)
        )


def _defaults(lines: Lines, given: Mapping[str, Any], params: dict[str, Any]) -> None:
    """grlc's ``defaults`` and ``enumerate``: lists of one-key mappings, folded into the parameters."""
    for key, name_of in (("defaults", "default"), ("enumerate", "values")):
        for item in given.get(key) or ():
            if not isinstance(item, dict):
                lines.fail(f'"{key}" is a list of "- name: value"', key)
            for name, value in item.items():
                params.setdefault(str(name), {}).setdefault(name_of, value)


def nearest(word: str, known: Iterable[str]) -> str:
    """``(did you mean "summary"?)`` after a blank, or nothing."""
    found = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f' (did you mean "{found[0]}"?)' if found else ""

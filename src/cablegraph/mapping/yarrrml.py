"""YARRRML, read strictly: an unknown key, prefix, function or parameter is an error with its line.

``- [cg:telegramNumber, $(number)]`` is read here; what it gives is the interpreter's matter. Supported is the subset of
the reference (docs/reference/mappings.md); joins, targets, databases and graphs are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Final, NoReturn

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from cablegraph.errors import MappingError
from cablegraph.iri import RDF, own
from cablegraph.mapping.rules import (
    Call,
    Edge,
    MappingFile,
    Object,
    Place,
    Reference,
    Rules,
    Source,
    Template,
    TermKind,
)

SIGNATURES = Mapping[str, tuple[str, ...]]
"""Functions by IRI with the names of their parameters."""

_FILE_KEYS: Final = ("prefixes", "base", "sources", "mappings", "authors")
_RULE_KEYS: Final = {
    "sources": "sources", "source": "sources", "s": "subjects", "subject": "subjects", "subjects": "subjects",
    "po": "po", "predicateobject": "po", "predicateobjects": "po", "condition": "condition", "conditions": "condition",
}  # fmt: skip
_EDGE_KEYS: Final = {
    "p": "p", "predicate": "p", "predicates": "p", "o": "o", "object": "o", "objects": "o",
    "condition": "condition", "conditions": "condition",
}  # fmt: skip
_OBJECT_KEYS: Final = {
    "value": "value", "v": "value", "datatype": "datatype", "language": "language", "type": "type",
    "function": "function", "fn": "function", "f": "function", "parameters": "parameters", "pms": "parameters",
}  # fmt: skip
_CALL_KEYS: Final = {key: name for key, name in _OBJECT_KEYS.items() if name in ("function", "parameters")}
_SOURCE_KEYS: Final = {
    "access": "access", "referenceFormulation": "formulation", "iterator": "iterator", "type": "type",
}  # fmt: skip
_LEFT_OUT: Final = ("graphs", "graph", "g", "targets", "target", "mapping", "queryFormulation", "query", "credentials")
_REFERENCE = re.compile(r"\$\(((?:[^()\\]|\\.)+)\)")
_PREFIXED = re.compile(r"([A-Za-z][\w.-]*):(?!//)")
_SCHEMES: Final = frozenset({"urn", "mailto", "tel", "info", "data", "doi"})


def nearest(word: str, known: Iterable[str]) -> str:
    """``(did you mean "summary"?)`` after a blank, or nothing."""
    found = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f' (did you mean "{found[0]}"?)' if found else ""


def parse(path: Path, functions: SIGNATURES) -> MappingFile:
    """The file, checked for itself. Raises MappingError for the first thing that is wrong in it."""
    shown = f"{path.parent.name}/{path.name}" if path.parent.name else path.name
    try:
        text = path.read_text("utf-8")
        root = _composed(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
        problem = error.problem or "?"
        raise MappingError(f"not well-formed YAML: {problem}", path=shown, line=line, column=column) from error
    except (OSError, UnicodeDecodeError) as error:
        raise MappingError(f"the mapping cannot be read: {error}", path=shown) from error
    return _Parser(shown, text.splitlines(), functions, path.name.split(".")[0]).file(root)


def _composed(text: str) -> Node | None:
    """The nodes, by the parser in C where there is one: ten times as fast, but it has other words for what is wrong."""
    with suppress(AttributeError, yaml.YAMLError):
        return yaml.compose(text, Loader=yaml.CSafeLoader)
    return yaml.compose(text, Loader=yaml.SafeLoader)


@dataclass
class _Parser:
    path: str
    lines: list[str]
    functions: SIGNATURES
    family: str
    prefixes: dict[str, str] = field(default_factory=dict)
    base: str = ""

    # -- places and errors

    def place(self, node: Node) -> Place:
        line, column = node.start_mark.line, node.start_mark.column
        source = self.lines[line] if line < len(self.lines) else ""
        length = node.end_mark.column - column if node.end_mark.line == line else len(source) - column
        return Place(self.path, line + 1, column + 1, source, max(length, 1))

    def fail(self, node: Node, what: str, mark: str = "", label: str = "", notes: tuple[str, ...] = ()) -> NoReturn:
        raise self.place(node).error(what, label, (*notes, "nothing was built"), mark)

    # -- nodes as plain values

    def pairs(self, node: Node, what: str) -> list[tuple[str, Node, Node]]:
        if not isinstance(node, MappingNode):
            self.fail(node, f"{what} must be a mapping of keys")
        return [(str(key.value), key, value) for key, value in node.value]

    def known(self, node: Node, keys: Mapping[str, str], what: str) -> dict[str, Node]:
        found: dict[str, Node] = {}
        for name, key, value in self.pairs(node, what):
            if name in _LEFT_OUT and name not in keys:
                self.fail(key, f'"{name}" is a part of YARRRML that is not supported here', name)
            if name not in keys:
                self.fail(key, f'unknown key "{name}"{nearest(name, keys)}', name, f"known here: {', '.join(keys)}")
            found[keys[name]] = value
        return found

    def scalar(self, node: Node, what: str) -> str:
        if not isinstance(node, ScalarNode):
            self.fail(node, f"{what} must be a text")
        return str(node.value)

    def items(self, node: Node) -> list[Node]:
        return list(node.value) if isinstance(node, SequenceNode) else [node]

    # -- the file

    def file(self, root: Node | None) -> MappingFile:
        if root is None:
            raise MappingError("the mapping is empty", path=self.path)
        keys = self.known(root, {key: key for key in _FILE_KEYS}, "a mapping file")
        if "prefixes" in keys:
            for name, _, value in self.pairs(keys["prefixes"], "prefixes"):
                self.prefixes[name] = own(self.scalar(value, "a prefix"))
        self.base = self.scalar(keys["base"], "base") if "base" in keys else ""
        named = {}
        if "sources" in keys:
            named = {name: self.source(value) for name, _, value in self.pairs(keys["sources"], "sources")}
        if "mappings" not in keys:
            self.fail(root, 'a mapping file needs the key "mappings"')
        rules = tuple(self.rules(name, value, named) for name, _, value in self.pairs(keys["mappings"], "mappings"))
        return MappingFile(self.path, self.family, self.base, self.prefixes, rules)

    def source(self, node: Node) -> Source:
        if isinstance(node, MappingNode):
            keys = self.known(node, _SOURCE_KEYS, "a source")
            access, formulation = self.scalar(keys["access"], "access"), ""
            if "formulation" in keys:
                formulation = self.scalar(keys["formulation"], "referenceFormulation")
            iterator = self.scalar(keys["iterator"], "an iterator") if "iterator" in keys else ""
        else:
            first, *rest = self.items(node)
            access, _, formulation = self.scalar(first, "a source").rpartition("~")
            iterator = self.scalar(rest[0], "an iterator") if rest else ""
        if formulation not in ("jsonpath", "csv"):
            self.fail(node, f'a source is read by "jsonpath" or "csv", not by "{formulation}"', formulation)
        return Source(access, formulation, iterator, self.place(node))

    def rules(self, name: str, node: Node, named: Mapping[str, Source]) -> Rules:
        keys = self.known(node, _RULE_KEYS, f'the mapping "{name}"')
        if "sources" not in keys:
            self.fail(node, f'the mapping "{name}" names no source')
        sources = tuple(self.named_source(item, named) for item in self.source_items(keys["sources"]))
        if "subjects" not in keys:
            self.fail(node, f'the mapping "{name}" has no subject')
        subjects = tuple(self.subject(item) for item in self.items(keys["subjects"]))
        common = self.call(keys["condition"]) if "condition" in keys else None
        items = self.items(keys["po"]) if "po" in keys else []
        edges = tuple(self.edge(item, common) for item in items)
        return Rules(name, sources, subjects, edges, self.place(node))

    def source_items(self, node: Node) -> list[Node]:
        """``sources`` is a name, or a list of names and of ``[file~formulation, iterator]``."""
        items = self.items(node)
        if items and isinstance(items[0], ScalarNode) and "~" in str(items[0].value):
            return [node]
        return items

    def named_source(self, node: Node, named: Mapping[str, Source]) -> Source:
        if isinstance(node, ScalarNode) and "~" not in str(node.value):
            name = str(node.value)
            if name not in named:
                self.fail(node, f'there is no source "{name}"{nearest(name, named)}', name)
            return named[name]
        return self.source(node)

    def subject(self, node: Node) -> Template | Call:
        if isinstance(node, MappingNode):
            return self.call(node)
        text = self.scalar(node, "a subject").removesuffix("~iri")
        return self.template(text, node, "iri")

    # -- edges

    def edge(self, node: Node, common: Call | None) -> Edge:
        condition = common
        if isinstance(node, MappingNode):
            keys = self.known(node, _EDGE_KEYS, "an edge")
            for needed in ("p", "o"):
                if needed not in keys:
                    self.fail(node, f'an edge needs the key "{needed}"')
            predicates = self.predicates(keys["p"])
            objects = tuple(self.objects(keys["o"], predicates))
            if "condition" in keys:
                condition = self.call(keys["condition"])
        else:
            items = self.items(node)
            if len(items) not in (2, 3):
                self.fail(node, "an edge in short form is [predicate, object] or [predicate, object, datatype or lang]")
            predicates = self.predicates(items[0])
            suffix = items[2] if len(items) == 3 else None
            objects = tuple(self.short_objects(items[1], suffix, predicates))
        return Edge(predicates, objects, condition, self.place(node))

    def predicates(self, node: Node) -> tuple[str, ...]:
        found = []
        for item in self.items(node):
            text = self.scalar(item, "a predicate").removesuffix("~iri")
            if "$(" in text:
                self.fail(item, "a predicate cannot come from a field", text)
            found.append(RDF + "type" if text == "a" else self.expand(text, item))
        return tuple(found)

    def short_objects(self, node: Node, suffix: Node | None, predicates: tuple[str, ...]) -> Iterator[Object]:
        for item in self.items(node):
            value, own = item, suffix
            if isinstance(item, SequenceNode):
                value, own = item.value[0], item.value[1] if len(item.value) > 1 else suffix
            yield self.simple(value, own, predicates)

    def simple(self, node: Node, suffix: Node | None, predicates: tuple[str, ...]) -> Object:
        text = self.scalar(node, "an object")
        kind: TermKind = "iri" if text.endswith("~iri") or predicates == (RDF + "type",) else "literal"
        text = text.removesuffix("~iri")
        datatype = language = ""
        if suffix is not None:
            datatype, language = self.typed(suffix)
        return Object(self.template(text, node, kind), kind, datatype, language)

    def typed(self, node: Node) -> tuple[str, str]:
        """Datatype and language of ``xsd:integer`` or ``en~lang``."""
        text = self.scalar(node, "a datatype or language")
        return ("", text.removesuffix("~lang")) if text.endswith("~lang") else (self.expand(text, node), "")

    def objects(self, node: Node, predicates: tuple[str, ...]) -> Iterator[Object]:
        items = self.items(node)
        if isinstance(node, SequenceNode) and len(items) == 2 and all(isinstance(item, ScalarNode) for item in items):
            second = str(items[1].value)  # [$(title), en~lang]
            if second.endswith("~lang") or second.startswith("xsd:"):
                yield self.simple(items[0], items[1], predicates)
                return
        for item in items:
            if isinstance(item, MappingNode):
                yield self.long_object(item, predicates)
            elif isinstance(item, SequenceNode):
                yield self.simple(item.value[0], item.value[1] if len(item.value) > 1 else None, predicates)
            else:
                yield self.simple(item, None, predicates)

    def long_object(self, node: MappingNode, predicates: tuple[str, ...]) -> Object:
        keys = self.known(node, _OBJECT_KEYS, "an object")
        kind: TermKind = "iri" if predicates == (RDF + "type",) else "literal"
        if "type" in keys:
            given = self.scalar(keys["type"], "type")
            if given not in ("iri", "literal"):
                self.fail(keys["type"], f'an object is of type "iri" or "literal", not "{given}"', given)
            kind = "iri" if given == "iri" else "literal"
        datatype = (
            self.expand(self.scalar(keys["datatype"], "datatype"), keys["datatype"]) if "datatype" in keys else ""
        )
        language = self.scalar(keys["language"], "language").removesuffix("~lang") if "language" in keys else ""
        if "function" in keys:
            return Object(self.call_of(keys, node), kind, datatype, language)
        if "value" not in keys:
            self.fail(node, 'an object needs the key "value" or "function"')
        text = self.scalar(keys["value"], "value")
        kind = "iri" if text.endswith("~iri") else kind
        return Object(self.template(text.removesuffix("~iri"), keys["value"], kind), kind, datatype, language)

    # -- calls, templates, names

    def call(self, node: Node) -> Call:
        return self.call_of(self.known(node, _CALL_KEYS, "a function"), node)

    def call_of(self, keys: Mapping[str, Node], node: Node) -> Call:
        name_node = keys["function"] if "function" in keys else self.fail(node, 'a call needs the key "function"')
        written = self.scalar(name_node, "a function")
        name = self.expand(written, name_node)
        if name not in self.functions:
            prefix = written.partition(":")[0]
            known = [prefix + ":" + re.split(r"[#/]", iri)[-1] for iri in self.functions]
            self.fail(name_node, f'there is no function "{written}"{nearest(written, known)}', written)
        arguments = []
        for item in self.items(keys["parameters"]) if "parameters" in keys else []:
            parameter, value = self.argument(item)
            asked = re.split(r"[#/:]", self.scalar(parameter, "a parameter"))[-1]
            self.expand(str(parameter.value), parameter)
            if asked not in self.functions[name]:
                hint = nearest(asked, self.functions[name])
                label = "takes: " + ", ".join(self.functions[name])
                self.fail(parameter, f'{written} has no parameter "{parameter.value}"{hint}', label=label)
            nested = self.call(value) if isinstance(value, MappingNode) else self.argument_template(value)
            arguments.append((asked, nested))
        given = {asked for asked, _ in arguments}
        for needed in self.functions[name]:
            if needed not in given and needed != "document":  # the document is at hand everywhere
                self.fail(name_node, f'{written} needs the parameter "{needed}"', written)
        return Call(name, tuple(arguments), self.place(node))

    def argument(self, node: Node) -> tuple[ScalarNode, Node]:
        if isinstance(node, MappingNode):
            keys = self.known(node, {"parameter": "parameter", "value": "value"}, "a parameter")
            pair = [keys.get("parameter"), keys.get("value")]
        else:
            pair = self.items(node)  # type: ignore[assignment]
        if len(pair) != 2 or not isinstance(pair[0], ScalarNode) or pair[1] is None:
            self.fail(node, "a parameter is written [name, value]")
        return pair[0], pair[1]

    def argument_template(self, node: Node) -> Template:
        text = self.scalar(node, "the value of a parameter")
        kind: TermKind = "iri" if text.endswith("~iri") else "literal"
        return self.template(text.removesuffix("~iri"), node, kind)

    def template(self, text: str, node: Node, kind: TermKind) -> Template:
        if kind == "iri" and not text.startswith("$("):
            text = self.expand(text, node)
        parts: list[str | Reference] = []
        position = 0
        for match in _REFERENCE.finditer(text):
            if match.start() > position:
                parts.append(text[position : match.start()])
            name = re.sub(r"\\(.)", r"\1", match[1])
            many = name.endswith("[*]")
            parts.append(Reference(name.removesuffix("[*]").removeprefix("$."), many))
            position = match.end()
        rest = text[position:]
        if "$(" in rest.replace("\\$(", ""):
            self.fail(node, "a reference is written $(name)", "$(")
        if rest or not parts:
            parts.append(rest)
        return Template(tuple(parts), self.place(node))

    def expand(self, text: str, node: Node) -> str:
        match = _PREFIXED.match(text)
        if match is None or match[1] in _SCHEMES:
            if match is None and "://" not in text and not text.startswith("$("):
                if not self.base:
                    self.fail(node, f'"{text}" is neither an IRI nor prefix:name', text)
                return self.base + text
            return text
        prefix = match[1]
        if prefix not in self.prefixes:
            label = "declared here: " + " ".join(self.prefixes)
            self.fail(node, f'prefix "{prefix}:" is not declared{nearest(prefix, self.prefixes)}', prefix + ":", label)
        return self.prefixes[prefix] + text[match.end() :]

"""What a question's value means that is no key: *Joseph Stalin* is ``agent:stalin``; *stalinn* perhaps is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from cablegraph import queries
from cablegraph.iri import shorten
from cablegraph.server.reading_room import Catalogue

NEAR = 5
"""Things named that are called like one that is not known."""
LOOKED_AT = 20
LEAST, MOST = 4, 24
"""So many letters a beginning has by which something may be meant, and so many are looked at."""

Found = list[tuple[str, str]]
"""Things by IRI and label."""


def like(catalogue: Catalogue, words: str, spaces: tuple[str, ...] = ("",), limit: int = NEAR) -> Found:
    """Things below these namespaces whose name holds the words, or else the longest beginning of them that any has."""
    asked = words.casefold().strip()[:MOST]
    for end in range(len(asked), min(LEAST, len(asked)) - 1, -1):
        named = catalogue.suggest(asked[:end].strip(), "", LOOKED_AT) if end else ()
        if found := [(item.iri, item.label) for item in named if item.iri.startswith(spaces)][:limit]:
            return found
    return []


def by_name(catalogue: Catalogue, query: queries.Query, given: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The values of a question with the key in place of a whole name that just one thing of the right kind has."""
    things = {parameter.name: parameter for parameter in query.parameters if parameter.type == "iri"}
    return {
        name: [_key(catalogue, things[name], value) if name in things else value for value in values]
        for name, values in given.items()
    }


def _key(catalogue: Catalogue, parameter: queries.Parameter, value: str) -> str:
    if is_known(catalogue, iri_of(catalogue, parameter, value)):
        return value
    found = like(catalogue, value, spaces_of(parameter), LOOKED_AT)
    called = [iri for iri, label in found if label.casefold() == value.casefold().strip()]
    return shorten(called[0]) if len(called) == 1 else value


def spaces_of(parameter: queries.Parameter) -> tuple[str, ...]:
    """The namespaces of what a parameter may name; all where it has no pick-list."""
    try:
        return tuple(node.value.removesuffix("x") for node in queries.things(parameter, "x"))
    except (KeyError, ValueError):
        return ("",)


def is_known(catalogue: Catalogue, iri: str) -> bool:
    """Whether the graph has a thing of this IRI."""
    return iri in catalogue.labels or iri in catalogue.by_iri


def iri_of(catalogue: Catalogue, parameter: queries.Parameter, value: str) -> str:
    """The thing that a value names, of several the one that is here; what names none is left, and has been told."""
    try:
        named = [node.value for node in queries.things(parameter, value)]
    except (KeyError, ValueError):
        return value
    return next((iri for iri in named if is_known(catalogue, iri)), named[0])


def unknown(
    catalogue: Catalogue, query: queries.Query, given: Mapping[str, Sequence[str]]
) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Things asked for that the graph does not know, with what is called so: name, key, address of the question."""
    made = []
    for parameter in query.parameters:
        for value in given.get(parameter.name, ()) if parameter.type == "iri" else ():
            if not is_known(catalogue, iri_of(catalogue, parameter, value)):
                near = like(catalogue, value.rpartition(":")[2].replace("-", " "), spaces_of(parameter))
                others = {name: values for name, values in given.items() if name != parameter.name}
                links = [urlencode({**others, parameter.name: shorten(iri)}, doseq=True) for iri, _ in near]
                told = [(label, shorten(iri), f"?{link}") for (iri, label), link in zip(near, links, strict=True)]
                made.append((value, told))
    return made

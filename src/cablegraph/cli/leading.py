"""What a property leads to, as the mappings say: ``cg:sentFrom`` to a place, so never to ``agent:stalin``."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from cablegraph.errors import SettingsError
from cablegraph.iri import AGENT, ARCHIVE, DOC, EVENT, FORM, KIND, NAME, PLACE, TOPIC, expand, shorten
from cablegraph.shipped import shipped

_SPACES: Final = {
    "agent": (AGENT, DOC), "place": (PLACE,), "form": (FORM,), "topic": (TOPIC,), "kind": (KIND,), "name": (NAME,),
    "position": (AGENT,), "thing": (AGENT, PLACE, EVENT, DOC), "archive": (ARCHIVE,),
}  # fmt: skip
"""Where the things lie that a function of the mappings makes; groups that no table has lie below their paper."""
_CALLED: Final = {
    AGENT: "a person or body (agent:…)", PLACE: "a place (place:…)", FORM: "a form (form:…)",
    TOPIC: "a topic (topic:…)", KIND: "a kind (kind:…)", NAME: "a name (name:…)", EVENT: "an event (event:…)",
    ARCHIVE: "a file of an archive (archive:…)",
}  # fmt: skip
_EDGE: Final = re.compile(r"\bp: (?P<property>[\w:]+), o: \{function: cgf:(?P<function>\w+)")


@cache
def _functions() -> dict[str, frozenset[str]]:
    """The functions that make the objects of each property, by its IRI."""
    found: dict[str, set[str]] = {}
    for path in shipped("mappings").glob("*.yml"):
        for edge in _EDGE.finditer(path.read_text("utf-8")):
            found.setdefault(expand(edge["property"]), set()).add(edge["function"])
    return {iri: frozenset(functions) for iri, functions in found.items()}


def spaces(predicate: str) -> tuple[str, ...]:
    """The namespaces of the things that a property leads to; none where it leads to words, or to what has no key."""
    functions = _functions().get(expand(predicate), frozenset())
    if not functions or not functions <= _SPACES.keys():
        return ()
    return tuple(dict.fromkeys(space for function in sorted(functions) for space in _SPACES[function]))


def check(predicate: str, value: str) -> None:
    """Whether a thing is of the kind that a property leads to. Raises SettingsError with what it leads to."""
    there = spaces(predicate)
    if there and not expand(value).startswith(there):
        wanted = " or ".join(_CALLED[space] for space in there if space in _CALLED)
        raise SettingsError(f"{predicate} leads to {wanted}, not to {shorten(expand(value))}")


def one_kind(one: str, other: str) -> None:
    """Whether two things may be one: not the same thing, and of one kind. Raises SettingsError."""
    first, second = expand(one), expand(other)
    if first == second:
        raise SettingsError(f"{one} is {other} already", notes="name two things that are one")
    if _space(first) != _space(second):
        called = [_CALLED.get(_space(iri), shorten(iri)) for iri in (first, second)]
        raise SettingsError(f"{one} is {called[0]}, {other} {called[1]}: they cannot be one")


def _space(iri: str) -> str:
    """Where things of its kind lie; a paper's "our specialists" are people or bodies like others."""
    return AGENT if "/party/" in iri else iri[: iri.rindex("/") + 1]

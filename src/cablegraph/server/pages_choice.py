"""Which papers are meant: one form for lists, drawings and files (``sender=stalin&from=1951&topic=armistice``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from functools import reduce
from operator import and_
from typing import Any
from urllib.parse import urlencode

from cablegraph.dates.typed import read_fields
from cablegraph.dates.within import first_day, last_day
from cablegraph.iri import AGENT, ARCHIVE, BASE, FORM, PLACE, TOPIC, encoded
from cablegraph.server.not_understood import refusal
from cablegraph.server.problems import Problem
from cablegraph.server.reading_room import Catalogue, Selection
from cablegraph.server.refusals import Refused

_NAMESPACES: Mapping[str, str] = {
    "sender": AGENT, "addressee": AGENT, "agent": AGENT, "relay": AGENT, "place": PLACE, "origin": PLACE,
    "destination": PLACE, "topic": TOPIC, "form": FORM, "repository": AGENT, "archive": ARCHIVE,
}  # fmt: skip
NAMED = tuple(_NAMESPACES)
"""Fields whose values are things."""
FACETS = ("sender", "addressee", "topic", "place", "form", "repository", "archive", "source")
PAPERS_FROM = {
    "frus": "Foreign Relations of the United States, or in its manner",
    "plain-text": "plain text files",
    "tabular": "tables (CSV)",
    "json-records": "JSON records",
    "wilson-center": "Wilson Center Digital Archive, or in its manner",
}
"""Layouts as people call them, which is not yet where a paper is from; of others the name of their reader, in words."""
SORTS = ("date", "-date", "title", "sender")


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice of papers; empty fields do not choose. Names are keys below their kind, or IRIs."""

    q: str = ""
    sender: str = ""
    addressee: str = ""
    agent: str = ""
    relay: str = ""
    place: str = ""
    origin: str = ""
    destination: str = ""
    topic: str = ""
    form: str = ""
    repository: str = ""
    archive: str = ""
    source: str = ""
    from_: str = ""
    to: str = ""
    surely: str = ""
    gaps: str = ""
    composed: str = ""
    undated: str = ""
    sort: str = ""
    wrong_from: str = ""
    wrong_to: str = ""
    """What is wrong with a date; such a choice means no paper."""

    @property
    def wrong(self) -> dict[str, str]:
        """What is wrong with dates, by the names of their fields."""
        return {name: said for name, said in (("from", self.wrong_from), ("to", self.wrong_to)) if said}

    def with_(self, **changes: str) -> Choice:
        """Another choice."""
        return replace(self, **changes)

    @property
    def parameters(self) -> dict[str, str]:
        """As URL parameters, empty ones left out."""
        return {name: value for name, field in PARAMETERS.items() if (value := getattr(self, field))}

    @property
    def query(self) -> str:
        """As a query string with its question mark, or nothing."""
        given = self.parameters
        return "?" + urlencode(given) if given else ""

    def files(self, **more: object) -> str:
        """As a query string for the files of a drawing: of the same papers, with parameters of the drawing's own."""
        kept = {name: value for name, value in self.parameters.items() if name != "sort"}
        kept |= {"view": "1"} if kept else {}
        kept |= {name: str(value) for name, value in more.items() if value not in ("", None)}
        return "?" + urlencode(kept) if kept else ""

    def iri(self, name: str) -> str:
        """The IRI that a field names."""
        value: str = getattr(self, name)
        if not value or "://" in value:
            return value
        prefix, colon, local = value.partition(":")
        if colon and prefix in ("agent", "place", "topic", "form", "archive"):
            spaces = {"agent": AGENT, "place": PLACE, "topic": TOPIC, "form": FORM, "archive": ARCHIVE}
            return spaces[prefix] + encoded(local)
        return _NAMESPACES.get(name, BASE) + encoded(value)


PARAMETERS = {item.name.rstrip("_"): item.name for item in fields(Choice) if not item.name.startswith("wrong_")}
"""Fields of a choice by their names in an address."""

PAGED = ("_size", "_page")
FLAGS = ("surely", "gaps", "composed", "undated")
YES, NO = ("1", "true", "yes"), ("0", "false", "no")


def only(parameters: Iterable[str], known: Iterable[str]) -> None:
    """Raises Refused (422) for a parameter that an address does not have, and names the nearest that it has."""
    names = sorted(known)
    for name in parameters:
        if name not in names:
            near = get_close_matches(name, names, 1)
            listed = ", ".join(known for known in names if not known.startswith("_"))
            hint = (
                f"did you mean {near[0]}?" if near else f"leave it out; what can be chosen here: {listed or 'nothing'}"
            )
            extra = {"parameter": name[:80]}
            raise Refused(Problem(422, "parameter", f'"{name[:80]}" is no parameter here.', (hint,), extra))


def number(parameters: Mapping[str, str], name: str, default: int, most: int) -> int:
    """A whole number from a parameter, ``most`` where it is more. Raises Refused (422) for what is none."""
    text = parameters.get(name, "").strip()
    if not text:
        return default
    if not (text.isascii() and text.isdecimal() and int(text[:9])):
        hint = (f"a whole number from 1 to {most}",)
        raise Refused(
            Problem(422, "parameter", f"{name} is no whole number from 1 on: {text[:40]}", hint, {"parameter": name})
        )
    return min(most, int(text[:9]))


def paged(parameters: Mapping[str, str], at: int) -> dict[str, str]:
    """The parameters of another page of a list, as long as this one: of a page of five follows the sixth."""
    size = parameters.get("_size", "").strip()
    return {**({"_size": size} if size else {}), "_page": str(at)}


def one_of(parameters: Mapping[str, str], name: str, known: Iterable[str]) -> str:
    """A word from a parameter, nothing where it is absent. Raises Refused (422) for a word that is not known."""
    text, words = parameters.get(name, "").strip(), tuple(known)
    if text and text not in words:
        near = get_close_matches(text, words, 1)
        hint = (f"did you mean {near[0]}?",) if near else ()
        what = f"{name} is not one of: {' '.join(words)}"
        raise Refused(Problem(422, "parameter", what, hint, {"parameter": name}))
    return text


def choice_of(parameters: Mapping[str, str], more: Iterable[str] = (), *, keep: bool = False) -> Choice:
    """The choice in a request that has ``more`` parameters of its own; dates may be written as people write them.

    Raises Refused (422) for a parameter that is neither, and for a date, a state or a sort order that is none. With
    ``keep`` a date that is none is kept, with what is wrong: the page says it beside the field.
    """
    only(parameters, (*PARAMETERS, *more))
    given = {PARAMETERS[name]: value.strip() for name, value in parameters.items() if name in PARAMETERS}
    typed = {name: given[PARAMETERS[name]] for name in ("from", "to") if given.get(PARAMETERS[name])}
    read, wrong = read_fields(typed)
    if wrong and not keep:
        raise Refused(refusal(wrong))
    given |= {PARAMETERS[name]: value for name, value in read.items()}
    one_of(parameters, "sort", SORTS)
    for name in FLAGS:
        one_of(parameters, name, (*YES, *NO))
    return Choice(**given, **{f"wrong_{name}": said for name, said in wrong.items()})


def choose(catalogue: Catalogue, choice: Choice, found: int | None = None) -> Selection:
    """The papers that a choice means, in its order. ``found`` is the set that full text found, if it was asked."""
    if choice.wrong:
        return Selection(catalogue, 0, choice.sort or "date")
    sets = list(_sets(catalogue, choice))
    if found is not None:
        sets.append(found)
    bits = reduce(and_, sets) if sets else None
    for name in _STATES:
        if getattr(choice, name) in NO:
            bits = (catalogue.everything if bits is None else bits) & ~catalogue.bits("state", name)
    whole = bits is None or bits.bit_count() == catalogue.all
    return Selection(catalogue, None if whole else bits, choice.sort or "date")


_ROLES = ("sender", "addressee", "agent", "relay", "place", "origin", "destination", "topic", "form", "repository",
          "archive", "source")  # fmt: skip
_STATES = ("gaps", "undated", "composed")


def _sets(catalogue: Catalogue, choice: Choice) -> Iterator[int]:
    """One set of papers for each field that chooses."""
    for role in _ROLES:
        if getattr(choice, role):
            yield catalogue.bits(role, choice.source if role == "source" else choice.iri(role))
    for name in _STATES:
        if getattr(choice, name) in YES:
            yield catalogue.bits("state", name)
    if choice.from_ or choice.to:
        first = first_day(choice.from_) if choice.from_ else "0000"
        last = last_day(choice.to) if choice.to else "9999"
        yield catalogue.within(first, last, surely=choice.surely in YES)


def source_name(key: str) -> str:
    """Where papers of a source are from, in words."""
    return PAPERS_FROM.get(key) or key.replace("-", " ").capitalize()


def states(cards: Selection, choice: Choice) -> list[dict[str, Any]]:
    """What the papers' state narrows them to, with how many; what would leave all or none is not offered."""
    made = []
    for name, label, wanted in _STATE_LABELS:
        count = len(cards.having("state", name))
        value: str = getattr(choice, name)
        chosen = value in (YES if wanted == "1" else NO)
        count = len(cards) - count if wanted == "0" else count
        if chosen or (0 < count < len(cards)):
            made.append({"name": name, "label": label, "count": count, "value": "" if chosen else wanted})
    return made


_STATE_LABELS = (
    ("gaps", "with omissions", "1"),
    ("undated", "undated", "1"),
    ("composed", "without composed papers", "0"),
)

MOST_VALUES = 500
"""Values of a facet that is shown whole."""


def facets(
    catalogue: Catalogue, cards: Selection, choice: Choice, whole: str = "", few: int = 12
) -> list[dict[str, Any]]:
    """For each facet its commonest values among these papers, with how many have each; of one facet, ``whole``, all."""
    made = []
    for name in FACETS:
        ordered = cards.counts(name)
        if name == "place":  # catalogues of older versions have people here too
            ordered = [(key, count) for key, count in ordered if key.startswith(PLACE)]
        chosen = choice.source if name == "source" else choice.iri(name)
        most = MOST_VALUES if name == whole else few
        values = [
            {"key": key if name == "source" else key.rpartition("/")[2], "count": count, "chosen": key == chosen,
             "label": source_name(key) if name == "source" else catalogue.label(key)}
            for key, count in ordered[:most]
        ]  # fmt: skip
        made.append({"name": name, "values": values, "more": max(0, len(ordered) - most)})
    return made

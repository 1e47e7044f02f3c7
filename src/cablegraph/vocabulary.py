"""The vocabularies as the files say them: topics with their cues, forms, kinds, layers (SKOS in Turtle)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from cablegraph.iri import FORM, KIND, LAYER, SKOS, TOPIC
from cablegraph.shipped import shipped

SCHEMES = {"topic": TOPIC, "form": FORM, "kind": KIND, "layer": LAYER}


@cache
def _triples() -> tuple[Triple, ...]:
    found: list[Triple] = []
    for name in SCHEMES:
        path = shipped("ontology", "vocab", f"{name}.ttl")
        found.extend(quad.triple for quad in parse(path=str(path), format=RdfFormat.TURTLE))
    return tuple(found)


@cache
def _values(scheme: str, predicate: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """Per concept slug: values of a SKOS property with their language (empty for IRIs and plain strings)."""
    namespace, term = SCHEMES[scheme], SKOS + predicate
    found: dict[str, list[tuple[str, str]]] = {}
    for triple in _triples():
        subject = triple.subject
        if triple.predicate.value != term or not isinstance(subject, NamedNode):
            continue
        if subject.value.startswith(namespace) and isinstance(triple.object, Literal | NamedNode):
            language = (triple.object.language or "") if isinstance(triple.object, Literal) else ""
            found.setdefault(subject.value[len(namespace) :], []).append((triple.object.value, language))
    return {slug: tuple(sorted(values)) for slug, values in found.items()}


@cache
def topic_cues() -> tuple[tuple[str, str], ...]:
    """Pairs of topic slug and cue phrase (``skos:hiddenLabel``), in every language of the scheme."""
    return tuple(
        (slug, phrase) for slug, values in sorted(_values("topic", "hiddenLabel").items()) for phrase, _ in values
    )


@cache
def topic_broader() -> dict[str, tuple[str, ...]]:
    """Per topic slug the slugs of its broader topics; topics at the top have none."""
    broader = _values("topic", "broader")
    return {
        slug: tuple(value.removeprefix(TOPIC) for value, _ in broader.get(slug, ()))
        for slug in _values("topic", "prefLabel")
    }


@cache
def concepts(scheme: str) -> frozenset[str]:
    """Slugs of a scheme: topic, form, kind or layer."""
    return frozenset(_values(scheme, "prefLabel"))


@cache
def labels(scheme: str, language: str = "en") -> dict[str, str]:
    """Preferred label of each concept in a language, where there is one."""
    return {
        slug: next(value for value, own in values if own == language)
        for slug, values in _values(scheme, "prefLabel").items()
        if any(own == language for _, own in values)
    }


def lines() -> Iterator[str]:
    """The vocabularies as N-Triples lines; cues stay in the files, since they are rules and no labels."""
    for triple in _triples():
        if triple.predicate.value != SKOS + "hiddenLabel":
            yield f"{triple} ."

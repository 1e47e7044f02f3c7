"""Whom a claim's own words name: ``the Soviet side`` asks, ``Comrade Hoxha`` agrees, ``Egypt`` needs."""

from __future__ import annotations

import re

from cablegraph.evidence import Passage, Rule
from cablegraph.extraction import name_lists, name_runs, names
from cablegraph.record import Record, SourceText

CLAIMANT = Rule("claims.claimant", version="1", certainty="0.85")

_OFFICE = re.compile(
    r"\b(?:Minister|Secretary|Ambassador|Consul|President|Premier|Chairman|Chargé|Director|Commissioner)\b"
)
_BODY = re.compile(
    r"\b(?:Government|Ministry|Committee|Department|Board|Council|Party|Embassy|Legation|Bureau|Treasury|"
    r"Politburo|Staff|"
    r"Commission|government|ministry|command|leadership|side|party|delegation)\b"
)
_TITLE = re.compile(
    r"^(?:(?:Comrade|Cde\.|Mr\.|Mrs\.|General|Colonel|Marshal|Premier|Dr\.|Sir|Prince|Count|Baron|Lord) )+"
)
_SMALL_OFFICE = re.compile(
    r"\b(?:minister|ambassador|premier|president|chairman|consul|governor|general|king|emperor|sultan|shah|commander|"
    r"secretary|envoy|vizier|viceroy)$"
)
_ACRONYM = re.compile(r"[A-Z]{3,6}")
_NATIONS = re.compile(r"^[A-Z]\w+(?:ese|ians?|ns|sh|ch|ts|s)$")


def named(source: SourceText, start: int, end: int) -> tuple[Passage, ...]:
    """A claimant named in the sentence itself."""
    words = source.text[start:end]
    bare = re.sub(r"^(?:the|our) ", "", words, flags=re.IGNORECASE)
    if (_OFFICE.search(words) and not _TITLE.match(words)) or _SMALL_OFFICE.search(words):
        return (source.cite((start, end), CLAIMANT, bare, entity="position"),)
    countries = any("place" in hit.kinds and hit.end == end for hit in name_lists.known(source.text, start, end))
    if countries or _BODY.search(words):
        return (source.cite((start, end), CLAIMANT, bare, entity="body"),)
    if words != bare or words[0].islower() or _NATIONS.match(bare):
        called = words if words == bare and bare[0].isupper() else words[0].lower() + words[1:]
        return (source.cite((start, end), CLAIMANT, called, entity="group"),)
    if _ACRONYM.fullmatch(words) and not source.text[max(0, start - 30) : end + 30].isupper():
        return (source.cite((start, end), CLAIMANT, words, entity="body"),)
    name = _TITLE.sub("", bare)
    if " " not in name and name == bare and (name.lower() in _COMMON or name_runs.familiar(name)):
        return ()
    return (source.cite((end - len(name), end), CLAIMANT, name, entity="person"),)


_COMMON = frozenset(
    {"comrade", "general", "others", "some", "many", "all", "both", "nobody", "everyone", "one", "then", "now"}
)


_SPEAKER = re.compile(
    r"(?:(?:Comrade|Cde\.|Mr\.|Mrs\.|Dr\.|President|Chairman|Premier|Prime Minister|Minister|Ambassador|General|"
    r"Marshal|Chancellor|Secretary|Senator|Sir)[ ]){0,2}"
    r"(?P<name>(?:(?:[^\W\d_a-z]\.)+ ?)?[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){0,3})(?: \([^()\n]{1,40}\))?:[ ]"
)


def speaker(source: SourceText, record: Record, place: int) -> tuple[Passage, ...]:
    """Who speaks in minutes that give each speaker a line: "Comrade Aidit: We would like …"; a label is nobody."""
    line = source.text.rfind("\n", 0, place) + 1
    label = _SPEAKER.match(source.text, line, place)
    if label is None:
        return ()
    people = {
        passage.text.split()[-1].lower()
        for name in ("mentions", "participant", "sender", "author", "addressee")
        for passage in record.fields.get(name, ())
        if passage.entity == "person"
    }
    name = label["name"]
    if name.split()[-1].lower() not in people:
        return ()
    shown = names.cased(name) if name.isupper() else name
    return (source.cite(label.span("name"), CLAIMANT, shown, entity="person"),)
